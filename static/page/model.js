// Adapts the assessment, if the page's address asks for that. The element's script fetches and adapts it, and checks
// the hash of a file of the release. An option that the file cannot meet is reported and left out, so that the page
// always shows an assessment that works.

/** @typedef {import("./address.js").AddressProblem} AddressProblem */
/** @typedef {import("./address.js").Options} Options */
/** @typedef {import("../partner-fit.js").Assessment} Assessment */
/** @typedef {import("../partner-fit.js").Problem} Problem */

/**
 * Makes the adapted `model`, or none if the file can be shown unchanged, and lists the `problems` of the options.
 * Placeholders that the file does not have are removed from `options.profile`.
 * @param {Options} options
 * @param {string} assessment
 * @returns {Promise<{ model?: Assessment, problems: AddressProblem[] }>}
 */
export async function adaptedModel(options, assessment) {
  const { profile } = options;
  let { weights = {}, without = [] } = options;
  /** @type {AddressProblem[]} */
  const problems = [];
  const isAdapted = () => Object.keys(weights).length > 0 || without.length > 0;
  if (!isAdapted() && Object.keys(profile).length === 0) return { problems };
  /** @type {typeof import("../partner-fit.js")} */
  const { adapt } = await import(String(new URL("partner-fit.js", import.meta.url)));
  // A failure is not reported here: the element loads the same file, and reports it.
  const file = await adapt(assessment).catch(() => undefined);
  if (!file) return { problems };

  const questions = file.criteria.flatMap((criterion) => criterion.questions);
  /**
   * Finds the names that are not known, and adds a problem for each.
   * @param {(name: string) => string} parameter
   * @param {string} expected
   * @param {string[]} names
   * @param {string[]} known
   */
  const unknown = (parameter, expected, names, known) => {
    const found = names.filter((name) => !known.includes(name));
    const values = { known: known.join(", ") || "–" };
    for (const name of found) problems.push({ parameter: parameter(name), expected, got: name, values });
    return found;
  };
  const placeholders = Object.keys(file.profile ?? {});
  for (const name of unknown((name) => `profile-${name}`, "name", Object.keys(profile), placeholders))
    delete profile[name];
  if (unknown(() => "weights", "criterion", Object.keys(weights), ids(file.criteria)).length > 0) weights = {};
  if (unknown(() => "without", "question", without, ids(questions)).length > 0) without = [];

  // What remains can only fail as a whole: no weight above 0, or no question that counts.
  while (isAdapted()) {
    try {
      const model = await adapt(file, { weights, without });
      // A placeholder that no remaining text uses is no longer a placeholder of the file.
      for (const name of Object.keys(profile)) if (!Object.hasOwn(model.profile ?? {}, name)) delete profile[name];
      return { model, problems };
    } catch (failure) {
      const [problem] = /** @type {{ problems?: Problem[] }} */ (failure).problems ?? [];
      if (!problem) return { problems }; // not the options' fault, and reported by the element
      if (problem.path.startsWith("weights") || without.length === 0) {
        const pairs = Object.entries(weights).map((pair) => pair.join(":"));
        problems.push({ parameter: "weights", expected: "countable", got: pairs.join(",") });
        weights = {};
      } else {
        problems.push({ parameter: "without", expected: "left", got: without.join(",") });
        without = [];
      }
    }
  }
  return { problems };
}

/** @param {readonly { id: string }[]} items */
const ids = (items) => items.map(({ id }) => id);
