// An assessment made to measure for one page: other weights, some questions left out. The frame page, the builder and
// a host's own script use it alike. It changes no text and adds nothing; whether a file is good is for `check` to say,
// and a good file stays good. Only plain data goes in and comes out, and nothing that went in is changed.

const MOST = 1e6; // the highest weight of the file format
const KEPT = 64; // how much of a name a message repeats

/**
 * A new assessment with the `weights` of some criteria (by id, 0 or more) and `without` some questions (their ids).
 * A criterion that has no question left goes too, with everything that rests on what is gone: gates, floors, rules of
 * the advice, words of the profile. A condition on what is not asked, or does not count, never holds.
 * Throws an `Error` with `.problems` (path, message) where an id is unknown, a weight is none, or nothing would be left.
 */
export function adapt(assessment, { weights = {}, without = [] } = {}) {
  const problems = [];
  const wrong = (path, expected, got) => problems.push({ path, message: `expected ${expected}, got ${got}` });
  if (!Array.isArray(assessment?.criteria)) throw refused([{ path: "criteria", message: `expected a list, got ${said(assessment?.criteria)}` }]);
  const adapted = structuredClone(assessment);
  const criteria = list(adapted.criteria);
  const asked = criteria.flatMap((criterion) => list(criterion?.questions));

  const left = leftOut(without, asked.map(id), wrong);
  const wanted = wishes(weights, criteria.map(id), wrong);
  if (problems.length) throw refused(problems);

  for (const criterion of criteria) criterion.questions = list(criterion.questions).filter((question) => !left.has(id(question)));
  adapted.criteria = criteria.filter((criterion) => criterion.questions.length > 0);
  for (const criterion of adapted.criteria) weigh(criterion, wanted, wrong);
  if (problems.length) throw refused(problems);
  if (!adapted.criteria.some((criterion) => criterion.weight > 0)) {
    const path = wanted.size > 0 ? "weights" : "without";
    throw refused([{ path, message: "expected something that counts to be left, got nothing" }]);
  }

  const questions = adapted.criteria.flatMap((criterion) => criterion.questions);
  const known = {
    question: new Set(questions.map(id)),
    criterion: new Set(adapted.criteria.filter((criterion) => criterion.weight > 0).map(id)),
  };
  const stands = (clauses) => list(clauses).every((clause) => Object.entries(known).every(([key, ids]) => clause?.[key] === undefined || ids.has(clause[key])));
  if (typeof adapted.minutes === "number") adapted.minutes = Math.max(1, Math.ceil((adapted.minutes * questions.length) / asked.length));
  keep(adapted, "gates", (gate) => stands(gate?.when));
  if (adapted.advice) advise(adapted, stands, known.question);
  forget(adapted);
  return adapted;
}

const list = (value) => (Array.isArray(value) ? value : []);
const id = (item) => item?.id;
const shortened = (text) => (text.length > KEPT ? `${text.slice(0, KEPT)}…` : text);

/** A value as a message repeats it: bounded, on one line. */
function said(value) {
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (Array.isArray(value)) return "a list";
  if (value !== null && typeof value === "object") return "an object";
  return value === undefined ? "nothing" : shortened(String(value));
}

function refused(problems) {
  const text = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
  return Object.assign(new Error(text), { problems });
}

/** The ids that are left out. */
function leftOut(without, known, wrong) {
  if (!Array.isArray(without)) wrong("without", "a list of ids of questions", said(without));
  list(without).forEach((name, place) => {
    if (!known.includes(name)) wrong(`without[${place}]`, `the id of a question (${known.join(", ")})`, said(name));
  });
  return new Set(list(without));
}

/** The weights that are wanted, by id: a Map, so that no name means more than a name. */
function wishes(weights, known, wrong) {
  const wanted = new Map();
  if (weights === null || typeof weights !== "object" || Array.isArray(weights)) {
    wrong("weights", "an object of numbers by the id of a criterion", said(weights));
    return wanted;
  }
  for (const [name, weight] of Object.entries(weights)) {
    const path = `weights.${shortened(name)}`;
    if (!known.includes(name)) wrong(path, `the id of a criterion (${known.join(", ")})`, said(name));
    else if (typeof weight !== "number" || !(weight >= 0 && weight <= MOST)) wrong(path, `a number from 0 to ${MOST}`, said(weight));
    else wanted.set(name, weight);
  }
  return wanted;
}

/** Gives a criterion its weight. One whose questions all count for nothing counts for nothing itself. */
function weigh(criterion, wanted, wrong) {
  const weight = wanted.get(criterion.id);
  const counting = criterion.questions.filter((question) => question.weight !== 0);
  if (weight > 0) {
    const valued = counting.every(({ options, points, ideal }) => points ?? ideal ?? list(options).every(({ value }) => value !== undefined));
    if (!valued) wrong(`weights.${criterion.id}`, "0, as its answers have no values", weight);
    else if (counting.length === 0) wrong(`weights.${criterion.id}`, "0, as no question left in it counts", weight);
  }
  criterion.weight = counting.length === 0 ? 0 : (weight ?? criterion.weight);
  if (criterion.weight === 0) delete criterion.floor;
}

/** Keeps some items of a list; a list that none is left of goes. */
function keep(object, key, wanted) {
  if (!Array.isArray(object[key])) return;
  object[key] = object[key].filter(wanted);
  if (object[key].length === 0) delete object[key];
}

/** Leaves out the rules that can no longer hold, and what has no rule left. */
function advise(adapted, stands, questions) {
  const { advice } = adapted;
  for (const key of ["verdicts", "models", "partnerTypes", "benefits", "drawbacks", "plan"]) {
    for (const entry of list(advice[key])) {
      entry.rules = list(entry?.rules).filter((rule) => stands(rule?.when));
      if (key === "plan") entry.rules.forEach((rule) => rest(rule, questions));
    }
    keep(advice, key, (entry) => entry.rules.length > 0);
  }
}

/** What a rule of the plan is about: of what is still asked. What is always to be done stays so, about the first question. */
function rest(rule, questions) {
  keep(rule, "about", (name) => questions.has(name));
  if (rule.when === undefined && rule.about === undefined) rule.about = [...questions].slice(0, 1);
}

/** Leaves out the words of the profile that no text uses any more. */
function forget(adapted) {
  const { profile, ...rest } = adapted;
  if (profile === null || typeof profile !== "object") return;
  const used = new Set();
  const read = (value) => {
    if (typeof value === "string") for (const [, name] of value.matchAll(/\{([a-z][a-z0-9-]{0,63})\}/g)) used.add(name);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(read);
  };
  read(rest);
  const words = Object.entries(profile).filter(([name]) => used.has(name));
  if (words.length > 0) adapted.profile = Object.fromEntries(words);
  else delete adapted.profile;
}
