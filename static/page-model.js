// The assessment that the page shows, where the address asks for another than the file as it is: the element's script
// fetches and adapts it, and holds one of ours to its hash.
// A wish that the file cannot meet is told and left out, so that something good is always shown.

/** What the widget is to show: a `model`, or nothing where the file as it is does; and the `problems` with the wishes. */
export async function measured(options, assessment) {
  const { profile } = options;
  const wishes = { weights: options.weights ?? {}, without: options.without ?? [] };
  const problems = [];
  const adapting = Object.keys(wishes.weights).length > 0 || wishes.without.length > 0;
  if (!adapting && Object.keys(profile).length === 0) return { problems };
  // Nothing that is thrown here needs words: the element asks for the same file, and says what is wrong with it.
  const { adapt } = await import("./partner-fit.js");
  const file = await adapt(assessment).catch(() => undefined);
  const criteria = Array.isArray(file?.criteria) ? file.criteria : undefined;
  if (!criteria) return { problems };

  const known = {
    criterion: ids(criteria),
    question: ids(criteria.flatMap(({ questions }) => (Array.isArray(questions) ? questions : []))),
    name: Object.keys(file.profile ?? {}),
  };
  const refuse = (parameter, expected, got, list) =>
    problems.push({ parameter, expected, got, known: list?.length > 0 ? list.join(", ") : "–" });
  const strangers = (parameter, expected, names) => {
    const unknown = names.filter((name) => !known[expected].includes(name));
    for (const name of unknown) refuse(parameter === "profile" ? `profile-${name}` : parameter, expected, name, known[expected]);
    return unknown;
  };
  for (const name of strangers("profile", "name", Object.keys(profile))) delete profile[name];
  if (strangers("weights", "criterion", Object.keys(wishes.weights)).length > 0) wishes.weights = {};
  if (strangers("without", "question", wishes.without).length > 0) wishes.without = [];

  // What is left can only fail as a whole: no value to weigh, or nothing that counts.
  while (Object.keys(wishes.weights).length > 0 || wishes.without.length > 0) {
    try {
      const model = await adapt(file, wishes);
      // What no text is left to name is no placeholder any more.
      for (const name of Object.keys(profile)) if (!Object.hasOwn(model.profile ?? {}, name)) delete profile[name];
      return { model, problems };
    } catch ({ problems: refusals }) {
      const parameter = refusals?.[0].path.startsWith("weights") ? "weights" : "without";
      refuse(parameter, parameter === "weights" ? "countable" : "left", said(wishes[parameter]));
      wishes[parameter] = parameter === "weights" ? {} : [];
    }
  }
  return { problems };
}

const ids = (items) => items.map((item) => item?.id).filter((id) => typeof id === "string");
const said = (value) => (Array.isArray(value) ? value : Object.entries(value).map((pair) => pair.join(":"))).join(",");
