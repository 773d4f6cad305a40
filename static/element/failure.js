// How anything that goes wrong is told: an error with the code that `pf-error` names, and with the problems of an input
// where an input is to blame.

import languages from "../locales/index.json";

/** @typedef {import("../partner-fit.js").ErrorCode} ErrorCode */
/** @typedef {import("../partner-fit.js").Problem} Problem */

/** A failure with the code that `pf-error` names. */
export class Failure extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {Problem[]} [problems] what is wrong with an input
   */
  constructor(code, message, problems) {
    super(message);
    this.code = code;
    if (problems) this.problems = problems;
  }
}

/** A file of ours that is not the file of this release. */
export class ChangedFile extends Error {}

/**
 * A file that was refused because of these problems.
 * @param {Problem[]} problems
 */
export const invalidAssessment = (problems) => new Failure("assessment-invalid", problemText(problems), problems);

/**
 * All problems in one line.
 * @param {Problem[]} problems
 */
export const problemText = (problems) =>
  problems
    .map(({ path, message, hint }) => `${path ? `${path}: ` : ""}${message}${hint ? ` (${hint})` : ""}`)
    .join("; ");

/**
 * The message of whatever was thrown.
 * @param {unknown} thrown
 */
export const messageOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));

/**
 * Whatever was thrown as a failure: one without a code is a fault of ours.
 * @param {unknown} thrown
 */
export const asFailure = (thrown) => (thrown instanceof Failure ? thrown : new Failure("internal", messageOf(thrown)));

/**
 * The sentence for an element that cannot start, in the language of a tag or else in the first. It stands in the list of
 * languages, which is part of this script, because no other file may be to be had.
 * @param {string | undefined} tag
 */
export const couldNotLoad = (tag) => {
  const wanted = tag?.split("-")[0]?.toLowerCase();
  return (languages.find(({ tag }) => tag === wanted) ?? languages[0])?.failed ?? "";
};
