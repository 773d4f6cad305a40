// Where an assessment comes from: from this release, which needs no checks, or from the page, which does.

import { loadChecker } from "./engine.js";
import { invalidAssessment } from "./failure.js";
import { fetchAssessment, fetchBuiltIn, isBuiltIn } from "./files.js";

/**
 * An assessment by its name in this release or by its address, as it was written and without problems.
 * @param {string} name
 * @returns {Promise<object>}
 */
export async function findAssessment(name) {
  if (isBuiltIn(name)) return /** @type {object} */ (await fetchBuiltIn(name));
  loadChecker().catch(() => {}); // on its way while the file is; reported where it is awaited
  return checkedAssessment(await fetchAssessment(name));
}

/**
 * An assessment that is not ours, once nothing is wrong with it.
 * @param {unknown} file
 * @returns {Promise<object>}
 */
export async function checkedAssessment(file) {
  const checker = await loadChecker();
  const problems = checker.check(file);
  if (problems.length) throw invalidAssessment(problems);
  return /** @type {object} */ (file);
}
