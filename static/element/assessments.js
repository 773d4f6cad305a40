// Finds an assessment: in this release, whose files need no checks, or in the page, whose files do.

import { loadChecker } from "./engine.js";
import { invalidAssessment } from "./failure.js";
import { fetchAssessment, fetchBuiltIn, isBuiltIn } from "./files.js";

/** @typedef {{ id: string, adapted?: boolean }} File what is looked at of a checked file */
/** @typedef {import("./session.js").Opened} Opened */

/**
 * Fetches an assessment by its name in this release or by its address, and throws if it has problems.
 * @param {string} name
 * @returns {Promise<object>}
 */
export async function findAssessment(name) {
  if (isBuiltIn(name)) return /** @type {object} */ (await fetchBuiltIn(name));
  loadChecker().catch(() => {}); // loads together with the file; a failure is reported where it is awaited
  return checkedAssessment(await fetchAssessment(name));
}

/**
 * Checks an assessment that is not part of the release, and throws if it has problems.
 * @param {unknown} file
 * @returns {Promise<object>}
 */
export async function checkedAssessment(file) {
  const checker = await loadChecker();
  const problems = checker.check(file);
  if (problems.length) throw invalidAssessment(problems);
  return marked(/** @type {File} */ (file));
}

/**
 * Marks a file as adapted that has the name of an assessment of this release and is not that one.
 * @param {File} file
 * @returns {Promise<object>}
 */
async function marked(file) {
  if (file.adapted || !isBuiltIn(file.id)) return file;
  const ours = await fetchBuiltIn(file.id).catch(() => undefined); // what cannot be compared is not taken for ours
  return JSON.stringify(file, inOrder) === JSON.stringify(ours, inOrder) ? file : { ...file, adapted: true };
}

/**
 * Puts the keys of objects in order, because somebody's database may not keep theirs.
 * @param {string} _
 * @param {unknown} value
 */
const inOrder = (_, value) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
/** What elements have opened of this release. @type {Map<string, WeakRef<Opened>>} */
const opened = new Map();

/**
 * Opens an assessment of the release, unless another element has it open: it is the same for all of them.
 * @param {import("./engine.js").Engine} engine
 * @param {string} key
 * @param {() => Opened} open
 */
export function openOnce(engine, key, open) {
  const known = opened.get(key)?.deref();
  if (known instanceof engine.Opened) return known; // not of an engine that has stopped
  const made = open();
  opened.set(key, new WeakRef(made));
  return made;
}
