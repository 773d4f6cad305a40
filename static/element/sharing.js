// What a reader takes along or brings back, as far as only a page can do it: a file saved, a report printed, a text
// copied, a file opened.

import PRINT_STYLES from "built/print.css";

/** @typedef {import("./session.js").Session} Session */

const MAX_FILE_BYTES = 256 * 1024;

/**
 * Saves a text as a file of the reader's.
 * @param {string} name without its ending
 * @param {"json" | "csv"} kind
 * @param {string} text
 */
export function download(name, kind, text) {
  const link = document.createElement("a");
  // A mark of UTF-8 before the table, without which Excel takes it for something else.
  const parts = kind === "csv" ? ["\ufeff", text] : [text];
  const blob = new Blob(parts, { type: kind === "csv" ? "text/csv" : "application/json" });
  link.href = URL.createObjectURL(blob);
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Prints the report from a document of its own, filled by DOM calls only. False where no window may be opened.
 * @param {Session} session
 */
export function printReport(session) {
  /** @type {(Window & { CSSStyleSheet?: typeof CSSStyleSheet }) | null | undefined} */
  let page;
  try {
    page = window.open("");
  } catch {} // Firefox throws in a sandboxed frame
  if (!page) return false;
  const opened = page;
  const drawn = document.createElement("div");
  const title = session.widget.print(drawn);
  const { lang, dir } = session.mount;
  // Later, because the engine draws a moment later, and Firefox puts another document in place of the first.
  setTimeout(() => {
    const paper = opened.document;
    const styles = new (opened.CSSStyleSheet ?? CSSStyleSheet)();
    styles.replaceSync(PRINT_STYLES);
    paper.adoptedStyleSheets = [styles];
    Object.assign(paper.documentElement, { lang, dir });
    paper.title = title;
    paper.body.append(...paper.importNode(drawn, true).childNodes);
    for (const folded of paper.querySelectorAll("details")) folded.open = true;
    opened.print();
  }, 100);
  return true;
}

/**
 * What a file holds that the reader chose: a Report, or anything else. `undefined` where it is no JSON or too large.
 * @param {File} file
 * @returns {Promise<unknown>}
 */
export async function readReport(file) {
  try {
    if (file.size <= MAX_FILE_BYTES) return JSON.parse(await file.text());
  } catch {} // not JSON: no report
  return undefined;
}
