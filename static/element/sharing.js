// Sharing in the browser: downloads a file, prints the report, reads a file that the reader chose.

import PRINT_STYLES from "built/print.css";

/** @typedef {import("./session.js").Session} Session */

/** A Report repeats the texts of its assessment, which may have 512 KB, and a megabyte once they are filled in. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/**
 * Downloads a text as a file.
 * @param {string} name without its ending
 * @param {"json" | "csv"} kind
 * @param {string} text
 */
export function download(name, kind, text) {
  const link = document.createElement("a");
  // The table begins with a byte order mark, without which Excel does not read it as UTF-8.
  const parts = kind === "csv" ? ["\ufeff", text] : [text];
  const blob = new Blob(parts, { type: kind === "csv" ? "text/csv" : "application/json" });
  link.href = URL.createObjectURL(blob);
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Prints the report from a new window, which is filled by DOM calls only. Returns false if the browser opens no window.
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
  // The document is filled in a later task: the engine draws in one, and Firefox replaces the first document of a
  // window.
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

/** Leaves of a Report what says which answers it was made from: its texts may be more than an input may hold. */
const withoutTexts = (/** @type {string} */ key, /** @type {unknown} */ value) =>
  /^(\d*|assessment|id|version|fingerprint|criteria|questions|answer)$/.test(key) ? value : undefined;

/**
 * Reads the file that the reader chose, which may be anything. Returns `undefined` if it is not JSON or too large to be
 * ours.
 * @param {File} file
 * @returns {Promise<unknown>}
 */
export async function readReport(file) {
  try {
    if (file.size <= MAX_FILE_BYTES) return JSON.parse(await file.text(), withoutTexts);
  } catch {} // not JSON: no report
  return undefined;
}
