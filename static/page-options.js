// What the address asks of the page: every parameter with its values, and what is said of a value that is none. Pure:
// it reads no document and shows nothing. What only the assessment's file can tell (which criteria, which
// questions) is looked at in `page-model.js`.

export const BUILT_IN = ["partner", "company"];

const ID = /^[a-z][a-z0-9-]{0,63}$/;
const MOST_WORDS = 2000;
const MOST_WEIGHT = 1e6;

const among = (...names) => (value) => (names.includes(value) ? value : undefined);
const items = (value) => value.split(",").map((item) => item.trim());
// Control characters, and those that turn the direction of what stands around them.
const isWords = (value) => value.trim() !== "" && [...value].length <= MOST_WORDS && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value);

/** Each parameter: what of a value can be used, or `undefined`. `here` is the page's own address. */
const PARAMETERS = {
  assessment: (value, here) => (BUILT_IN.includes(value) ? value : ownFile(value, here)),
  lang: (value) => (isLanguage(value) ? value : undefined),
  theme: among("auto", "system", "light", "dark"),
  layout: among("criterion", "question", "all"),
  storage: among("none", "session", "local"),
  review: among("no", "yes"),
  accent: (value) => (/^#[0-9a-f]{6}(,#[0-9a-f]{6})?$/i.test(value) ? value.toLowerCase() : undefined),
  weights: (value) => once(all(items(value).map(weight))),
  without: (value) => all(items(value).map((item) => (ID.test(item) ? item : undefined))),
  origin: (value) => originOf(value),
};

/** Those of which there may be many, each with a name behind this. */
const FAMILIES = { profile: /^profile-([a-z][a-z0-9-]{0,63})$/, text: /^text-([a-z][a-z0-9.-]{0,63})$/ };

/** Everything or nothing. */
const all = (values) => (values.length > 0 && !values.includes(undefined) ? values : undefined);

/** Pairs of which no two have the same name. */
const once = (pairs) => (pairs && new Set(pairs.map(([name]) => name)).size === pairs.length ? pairs : undefined);

function weight(item) {
  const [, name, digits] = /^([a-z][a-z0-9-]{0,63}):(\d{1,7}(?:\.\d{1,17})?)$/.exec(item) ?? [];
  return name && Number(digits) <= MOST_WEIGHT ? [name, Number(digits)] : undefined;
}

/** The address of a file on the page's own origin: whoever makes a link must not choose whose questions are asked. */
function ownFile(value, here) {
  if (!/[./]/.test(value)) return undefined; // a name, and not one of ours
  const url = parsed(value, here);
  const own = new URL(here).origin;
  return url && /^https?:$/.test(url.protocol) && url.origin === own && !url.username && !url.password ? url.href : undefined;
}

function originOf(value) {
  const url = parsed(value);
  // Not every browser refuses a star in the name of a host.
  return url && /^https?:\/\/[a-z0-9.:[\]-]+$/.test(url.origin) && [url.origin, `${url.origin}/`].includes(value) ? url.origin : undefined;
}

function parsed(value, base) {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

function isLanguage(value) {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/**
 * What the address asks for: `options` by parameter (`profile` and `strings` as objects, `weights` as an object), and
 * `problems`, each with the `parameter`, what was `expected` (the name of a text) and what it `got`. A parameter with
 * a problem is as good as not given.
 */
export function read(search, here) {
  const query = new URLSearchParams(search);
  // Maps and objects without a prototype: no name in an address means more than a name.
  const options = Object.assign(Object.create(null), { profile: Object.create(null), strings: Object.create(null) });
  const problems = [];
  for (const parameter of new Set(query.keys())) {
    const [value, ...more] = query.getAll(parameter);
    const wrong = (expected, words) => problems.push({ parameter, expected, got: value, ...words });
    const [family, name] = member(parameter);
    if (family ? !isWords(value) : Object.hasOwn(PARAMETERS, parameter) && taken(options, parameter, value, here) === undefined) {
      wrong(family ? "words" : parameter, { origin: new URL(here).origin });
    } else if (more.length > 0 && (family || Object.hasOwn(PARAMETERS, parameter))) {
      wrong("once");
      delete options[parameter];
    } else if (family) {
      options[family === "text" ? "strings" : "profile"][name] = value;
    } else if (!Object.hasOwn(PARAMETERS, parameter)) {
      // Others add names of their own to an address, to count visits: only what was probably meant for us is said.
      const near = nearest(parameter);
      if (near) wrong("known", { near });
    }
  }
  if (options.weights) options.weights = Object.fromEntries(options.weights);
  return { options, problems };
}

function taken(options, parameter, value, here) {
  const used = PARAMETERS[parameter](value, here);
  if (used !== undefined) options[parameter] = used;
  return used;
}

function member(parameter) {
  for (const [family, pattern] of Object.entries(FAMILIES)) {
    const [, name] = pattern.exec(parameter) ?? [];
    if (name) return [family, name];
  }
  return [];
}

/** The parameter that a name was probably meant to be: one with the same letters, or with one or two others. */
function nearest(name) {
  const plain = name.toLowerCase();
  const [, head] = /^([a-z]+)[-_.]/.exec(plain) ?? [];
  const family = head && Object.keys(FAMILIES).find((family) => distance(head, family) <= 1);
  if (family) return `${family}-…`;
  return Object.keys(PARAMETERS).find((known) => distance(plain, known) <= Math.min(2, known.length / 3));
}

/** How many letters have to be put in, left out or changed. */
function distance(one, other) {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = [...other, ""].map((_, place) => place);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, goal] of [...other].entries()) {
      next.push(Math.min(row[j] + (letter === goal ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row.at(-1);
}
