// Answers kept on the reader's device, in the tab's or the browser's storage. Every access may be refused, and what
// comes out may be anything.

/** @typedef {import("../partner-fit.js").Answers} Answers */

const KEPT_MS = 30 * 24 * 3600 * 1000;

/** @param {string} mode the value of the attribute `storage` */
const box = (mode) => {
  if (mode === "session") return sessionStorage;
  if (mode === "local") return localStorage;
  throw new Error("no storage");
};

/**
 * Keeps the answers, or removes them where there are none. True if the browser allowed it.
 * @param {string} mode
 * @param {string} key
 * @param {Answers | undefined} answers
 */
export function storeAnswers(mode, key, answers) {
  try {
    if (answers) box(mode).setItem(key, JSON.stringify({ until: Date.now() + KEPT_MS, answers }));
    else box(mode).removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * The answers that are kept. What has expired, or was not written by this, is removed.
 * @param {string} mode
 * @param {string} key
 * @returns {unknown}
 */
export function storedAnswers(mode, key) {
  try {
    const kept = box(mode).getItem(key);
    if (kept === null) return undefined;
    const { until, answers } = JSON.parse(kept);
    if (until > Date.now() && until <= Date.now() + KEPT_MS) return answers;
  } catch {} // refused, or not ours
  storeAnswers(mode, key, undefined);
  return undefined;
}
