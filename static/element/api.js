// The engine for scripts without an element.

import { findAssessment } from "./assessments.js";
import { callEngine, loadChecker, loadEngine, loadResultPart } from "./engine.js";
import { invalidAssessment } from "./failure.js";

/** @typedef {import("./session.js").Opened} Opened */
/** @typedef {import("../partner-fit.js").Engine} PublicEngine */

/** @returns {Promise<PublicEngine>} */
export async function load() {
  const [{ Opened }, checker] = await Promise.all([loadEngine(), loadChecker()]);
  await loadResultPart();
  /**
   * @template Result
   * @param {object} assessment
   * @param {(opened: Opened) => Result} work
   */
  const ask = (assessment, work) => {
    const problems = checker.check(assessment);
    if (problems.length) throw invalidAssessment(problems);
    const opened = callEngine("assessment-invalid", () => new Opened(assessment, null));
    try {
      return callEngine("answers-invalid", () => work(opened));
    } finally {
      opened.free();
    }
  };
  return {
    check: checker.check,
    evaluate: (assessment, answers, { language = "", about = "self" } = {}) =>
      ask(assessment, (opened) => opened.evaluate(answers, String(language), about === "candidate")),
    encodeLink: (assessment, answers) => ask(assessment, (opened) => opened.encodeLink(answers)),
    decodeLink: (assessment, text) => ask(assessment, (opened) => opened.decodeLink(String(text))),
  };
}

/**
 * Makes an assessment with other weights for some criteria (by id), or without some questions (their ids).
 * @param {unknown} assessment an assessment, or the name of a shipped one
 * @param {{ weights?: Record<string, number>, without?: readonly string[] }} [changes]
 */
export async function adapt(assessment, changes = {}) {
  const [checker, file] = await Promise.all([
    loadChecker(),
    typeof assessment === "string" ? findAssessment(assessment) : assessment,
  ]);
  return callEngine("assessment-invalid", () => checker.adapt(file, changes));
}
