// Stores answers on the reader's device, in the tab's or the browser's storage. The browser may refuse every access,
// and anybody may have changed what is stored.

/** @typedef {import("../partner-fit.js").Answers} Answers */

const STORED_MS = 30 * 24 * 3600 * 1000;

/** @param {string} mode the value of the attribute `storage` */
const box = (mode) => {
  if (mode === "session") return sessionStorage;
  if (mode === "local") return localStorage;
  throw new Error("no storage");
};

/**
 * The part of a key that stands for a profile; none if there is none.
 * @param {object | null} profile
 */
export const profileKey = (profile) => (profile ? [JSON.stringify(Object.entries(profile).sort())] : []);

/**
 * The part of a key that stands for the place of an element among those of the same assessment on its page; none for
 * the first.
 * @param {Element} element
 */
export function placeKey(element) {
  const root = /** @type {ParentNode} */ (/** @type {unknown} */ (element.getRootNode()));
  const same = [...root.querySelectorAll(element.localName)].filter(
    (other) => other.getAttribute("assessment") === element.getAttribute("assessment"),
  );
  const place = same.indexOf(element);
  return place > 0 ? [element.id || String(place + 1)] : [];
}

/**
 * Stores the answers, or removes them if there are none. Returns whether the browser allowed it.
 * @param {string} mode
 * @param {string} key
 * @param {Answers | undefined} answers
 */
export function storeAnswers(mode, key, answers) {
  try {
    if (answers) box(mode).setItem(key, JSON.stringify({ until: Date.now() + STORED_MS, answers }));
    else box(mode).removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the stored answers. Removes them if they have expired or are not in our format.
 * @param {string} mode
 * @param {string} key
 * @returns {unknown}
 */
export function storedAnswers(mode, key) {
  try {
    const stored = box(mode).getItem(key);
    if (stored === null) return undefined;
    const { until, answers } = JSON.parse(stored);
    if (until > Date.now() && until <= Date.now() + STORED_MS) return answers;
  } catch {} // refused, or not ours
  storeAnswers(mode, key, undefined);
  return undefined;
}
