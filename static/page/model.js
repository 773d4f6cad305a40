// The assessment that the page shows, where the address asks for another than the file as it is. The element's script
// fetches and adapts it, and holds one of ours to its hash. A wish that the file cannot meet is told and left out, so
// that something good is always shown.

/** @typedef {import("./address.js").AddressProblem} AddressProblem */
/** @typedef {import("./address.js").Options} Options */
/** @typedef {import("../partner-fit.js").Assessment} Assessment */
/** @typedef {import("../partner-fit.js").Problem} Problem */

/**
 * What the widget is to show: a `model`, or nothing where the file as it is does; and the `problems` with the wishes. The
 * placeholders that the file does not have are taken out of `options.profile`.
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
  // A failure needs no words here: the element asks for the same file, and says what is wrong with it.
  const file = await adapt(assessment).catch(() => undefined);
  if (!file) return { problems };

  const questions = file.criteria.flatMap((criterion) => criterion.questions);
  /**
   * The names that are none of the known ones, each told.
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

  // What is left can only fail as a whole: no value to weigh, or nothing that counts.
  while (isAdapted()) {
    try {
      const model = await adapt(file, { weights, without });
      // A placeholder that no text is left to name is none any more.
      for (const name of Object.keys(profile)) if (!Object.hasOwn(model.profile ?? {}, name)) delete profile[name];
      return { model, problems };
    } catch (failure) {
      const [problem] = /** @type {{ problems?: Problem[] }} */ (failure).problems ?? [];
      if (!problem) return { problems }; // not the wishes' fault, and told by the element
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
