/** Types of `adapt.js`. */

import type { Assessment } from "./partner-fit.js";

/**
 * A new assessment with other weights for some criteria (by id, 0 or more), or without some questions (their ids). What
 * rests on a question that is gone goes too. Throws an `Error` with `problems` where an id is unknown, a weight is none,
 * or nothing would be left.
 *
 * ```js
 * // example: adapt
 * import { adapt } from "./adapt.js";
 * const ours = adapt(assessment, { weights: { "market-alignment": 30 }, without: ["added-value"] });
 * ```
 */
export function adapt(
  assessment: Assessment,
  options?: { weights?: Record<string, number>; without?: readonly string[] },
): Assessment;
