// Failures: errors with a code of `pf-error`, and with the problems of an input if the input is to blame.

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

/**
 * The failure in a browser that lacks something.
 * @param {string} what
 * @param {ErrorCode} [code]
 */
export const lacking = (what, code = "internal") =>
  new Failure(code, `expected a browser with ${what}, got one without`);

/** A file of the release whose bytes are not those of this release. */
export class ChangedFile extends Error {}

/**
 * The failure for a file with these problems.
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
 * Converts whatever was thrown to a failure. An error without a code is our defect.
 * @param {unknown} thrown
 */
export const asFailure = (thrown) => (thrown instanceof Failure ? thrown : new Failure("internal", messageOf(thrown)));

/**
 * The language of a tag, without region and script; also of one written as systems other than the web do (`nl_BE.UTF-8`).
 * @param {string | undefined} tag
 */
export const primaryTag = (tag) => tag?.split(/[-_.@]/)[0]?.toLowerCase();

/**
 * The sentence for an element that cannot start, in the language of a tag or else in the first. It is in the list of
 * languages, which is bundled into this script, because every other file may fail to load.
 * @param {string | undefined} tag
 */
export const couldNotLoad = (tag) => {
  const wanted = primaryTag(tag);
  return (languages.find(({ tag }) => tag === wanted) ?? languages[0])?.failed ?? "";
};
