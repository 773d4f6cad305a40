// Reads the options in the page's address: every parameter with its value, and the problems of values that cannot be
// used. Pure: it reads no document and shows nothing. Options that depend on the assessment's file (criteria,
// questions) are checked in `model.js`.

import assessments from "../assessments/index.json";
import { attributes } from "../attributes.json";
import { nearestParameter } from "./nearest.js";
import { isPlainText } from "./plain_text.js";
import { LANGUAGES } from "./texts.js";

/** The names of the shipped assessments; the first is the default. */
export const BUILT_IN = assessments.map(({ id }) => id);

/**
 * The options in the address, by parameter.
 * @typedef {object} Options
 * @property {Record<string, string>} profile
 * @property {Record<string, string>} strings
 * @property {Record<string, number>} [weights]
 * @property {string[]} [without]
 * @property {string} [assessment]
 * @property {string} [lang]
 * @property {string} [accent]
 * @property {string} [origin]
 */
/**
 * A parameter that was not understood: its name, what was expected (the key of a text, with its values), and what it
 * was given.
 * @typedef {{ parameter: string, expected: string, got: string, values?: Record<string, string> }} AddressProblem
 */
/**
 * A parameter: `read` gives the usable value or `undefined`, `values` is for its texts. `here` is the page's address.
 * @typedef {object} Parameter
 * @property {(value: string, here: string) => unknown} read
 * @property {string[]} [values]
 */

const ID = /^[a-z][a-z0-9-]{0,63}$/;
const WEIGHT = /^([a-z][a-z0-9-]{0,63}):(\d{1,7}(?:\.\d{1,17})?)$/;
const MAX_WEIGHT = 1e6;

/** How many items a list may have: as many as a check may ask questions. */
const MAX_ITEMS = 100;

/** How many parameters of a family are read, and how many problems are listed. */
const MAX_PARAMETERS = 50;

/** The parameters that change what a check asks, counts and says. Only whoever frames the page may set them. */
const OF_FRAMES = ["weights", "without"];

/**
 * A parameter with a few values.
 * @param {string[]} values
 * @returns {Parameter}
 */
const oneOf = (values) => ({ values, read: (value) => (values.includes(value) ? value : undefined) });

/**
 * The parameter of an attribute; empty if the address has another one for it.
 * @param {(typeof attributes)[number]} attribute
 * @returns {[name: string, parameter: Parameter][]}
 */
function parameterOf({ name, type, values, opposite, frame }) {
  if (!frame) return [];
  if (type === "choice") return [[name, oneOf(values ?? [])]];
  if (type === "switch") return [[opposite ?? name, oneOf(["no", "yes"])]];
  return [];
}

/** @type {Map<string, Parameter>} */
const PARAMETERS = new Map([
  [
    "assessment",
    { values: BUILT_IN, read: (value, here) => (BUILT_IN.includes(value) ? value : ownFile(value, here)) },
  ],
  ["lang", { values: LANGUAGES.map(({ tag }) => tag), read: (value) => (isLanguage(value) ? value : undefined) }],
  ...attributes.flatMap(parameterOf),
  ["accent", { read: (value) => (/^#[0-9a-f]{6}(,#[0-9a-f]{6})?$/i.test(value) ? value.toLowerCase() : undefined) }],
  ["weights", { read: readWeights }],
  ["without", { read: (value) => allOf(itemsOf(value).map((item) => (ID.test(item) ? item : undefined))) }],
  ["origin", { read: (value) => originOf(value) }],
]);

/** Families of parameters: each member has a name after the family's. */
const FAMILIES = { profile: /^profile-([a-z][a-z0-9-]{0,63})$/, text: /^text-([a-z][a-z0-9.-]{0,63})$/ };

/** @param {string} value */
const itemsOf = (value) => {
  const items = value.split(",", MAX_ITEMS + 1);
  return items.length > MAX_ITEMS ? [""] : items.map((item) => item.trim());
};

/**
 * All values, or `undefined` if one of them is.
 * @template Item
 * @param {(Item | undefined)[]} values
 */
const allOf = (values) => {
  const found = values.filter((value) => value !== undefined);
  return found.length > 0 && found.length === values.length ? found : undefined;
};

/** Reads weights by criterion; each criterion may occur once. @param {string} value */
function readWeights(value) {
  const pairs = allOf(itemsOf(value).map(readWeight));
  return pairs && new Set(pairs.map(([name]) => name)).size === pairs.length ? Object.fromEntries(pairs) : undefined;
}

/**
 * @param {string} item
 * @returns {[string, number] | undefined}
 */
function readWeight(item) {
  const [, name, digits] = WEIGHT.exec(item) ?? [];
  return name && Number(digits) <= MAX_WEIGHT ? [name, Number(digits)] : undefined;
}

/**
 * The address of a file on the page's own origin: somebody who makes a link must not bring in a stranger's questions.
 * @param {string} value
 * @param {string} here
 */
function ownFile(value, here) {
  if (!/[./]/.test(value)) return undefined; // a name, but not one of a shipped assessment
  const url = parsed(value, here);
  const isOwn = url?.origin === new URL(here).origin && /^https?:$/.test(url.protocol);
  return isOwn && !url.username && !url.password ? url.href : undefined;
}

/** @param {string} value */
function originOf(value) {
  const origin = parsed(value)?.origin ?? "";
  // Not every browser refuses an asterisk in a host name.
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin) && [origin, `${origin}/`].includes(value) ? origin : undefined;
}

/**
 * @param {string} value
 * @param {string} [base]
 */
function parsed(value, base) {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

/** @param {string} value */
function isLanguage(value) {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/**
 * The parameters of an address. Editors that escape a text twice leave `&amp;` between them.
 * @param {string} search
 */
export const queryOf = (search) => new URLSearchParams(search.replace(/&(amp;)+/g, "&"));

/** What a shared link may contain: what the page shows, and neither what somebody else has put there nor for whom. */
const SHARED = ["assessment", "lang", "accent", ...attributes.flatMap(parameterOf).map(([name]) => name)];

/**
 * Where links to a result on this page lead: its own address with the options that a link may contain.
 * @param {string} search
 */
export function linkBase(search) {
  const shared = [...queryOf(search)].filter(([name]) => SHARED.includes(name));
  return shared.length > 0 ? `?${new URLSearchParams(shared)}` : "";
}

/**
 * Reads the options in the address. A parameter with a problem is left out. On a page of its own, anybody who makes a link
 * would speak in the name of whoever runs the site: there the address changes no words and no weights.
 * @param {string} search
 * @param {string} here the page's own address
 * @param {boolean} [isFramed] whether the page is in a frame of another one, which vouches for what it sets
 * @returns {{ options: Options & Record<string, unknown>, problems: AddressProblem[] }}
 */
export function read(search, here, isFramed = true) {
  /** @type {Map<string, string[]>} */
  const query = new Map();
  for (const [name, value] of queryOf(search)) {
    const values = query.get(name);
    if (values) values.push(value);
    else query.set(name, [value]);
  }
  /** Without a prototype, so that no parameter can reach one. @type {Options & Record<string, unknown>} */
  const options = Object.assign(Object.create(null), { profile: Object.create(null), strings: Object.create(null) });
  /** @type {AddressProblem[]} */
  const problems = [];
  const complain = (/** @type {AddressProblem} */ problem) =>
    problems.length < MAX_PARAMETERS && problems.push(problem);
  /** How many parameters of each family were read. @type {Record<string, number>} */
  const counts = {};
  for (const [name, [value = "", ...more]] of query) {
    const found = memberOf(name) ?? ownParameter(name);
    if (found && !isFramed && (found.family || OF_FRAMES.includes(name))) {
      complain({ parameter: name, expected: "framed", got: value });
      continue;
    }
    if (found?.family) {
      const count = (counts[found.family] = (counts[found.family] ?? 0) + 1);
      if (count === MAX_PARAMETERS + 1) {
        complain({ parameter: name, expected: "many", got: value, values: { most: String(MAX_PARAMETERS) } });
      }
      if (count > MAX_PARAMETERS) continue;
    }
    if (!found) {
      // Other sites add parameters to addresses, to count visits: only a name near one of ours is reported.
      const isListed = problems.length < MAX_PARAMETERS;
      const near = isListed && nearestParameter(name, [...PARAMETERS.keys()], Object.keys(FAMILIES));
      if (near) complain({ parameter: name, expected: "known", got: value, values: { near } });
      continue;
    }
    const used = found.read(value, here);
    if (used === undefined) {
      const values = { origin: new URL(here).origin, values: found.values.join(", ") };
      complain({ parameter: name, expected: found.expected, got: value, values });
    } else if (more.length > 0) {
      complain({ parameter: name, expected: "once", got: value });
    } else {
      found.put(options, used);
    }
  }
  return { options, problems };
}

/**
 * A parameter of the address: how to read its value, and how to set it in the options.
 * @typedef {object} Found
 * @property {(value: string, here: string) => unknown} read
 * @property {(options: Options & Record<string, unknown>, used: unknown) => void} put
 * @property {string} expected
 * @property {string[]} values
 * @property {string} [family] of a parameter that is one of many
 */

/**
 * @param {string} parameter
 * @returns {Found | undefined}
 */
function memberOf(parameter) {
  for (const [family, pattern] of Object.entries(FAMILIES)) {
    const [, name] = pattern.exec(parameter) ?? [];
    if (!name) continue;
    return {
      read: (value) => (isPlainText(value) ? value : undefined),
      put: (options, used) => (options[family === "text" ? "strings" : "profile"][name] = String(used)),
      expected: "words",
      values: [],
      family,
    };
  }
  return undefined;
}

/**
 * @param {string} name
 * @returns {Found | undefined}
 */
function ownParameter(name) {
  const parameter = PARAMETERS.get(name);
  if (!parameter) return undefined;
  const { read, values = [] } = parameter;
  return { read, values, expected: name, put: (options, used) => (options[name] = used) };
}
