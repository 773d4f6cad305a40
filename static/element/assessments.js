// Finds an assessment: in this release, whose files need no checks, or in the page, whose files do.

import { loadChecker } from "./engine.js";
import { invalidAssessment } from "./failure.js";
import { fetchAssessment, fetchBuiltIn, isBuiltIn } from "./files.js";

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
  return /** @type {object} */ (file);
}
