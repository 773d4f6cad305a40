// The sample result: the answers of a firm that we made up, as a link like any other. `tests/landing.rs` holds it
// against the shipped assessment.

import { assessment, link } from "./sample.json";

/** The address of the sample, below that of the page. */
export const SAMPLE = `?assessment=${assessment}#${link}`;

/**
 * Says above the widget that it opens with the sample, if it does, until an answer changes or a walk begins.
 * @param {HTMLElement} widget
 */
export function nameSample(widget) {
  if (location.hash !== `#${link}`) return;
  const note = document.createElement("p");
  note.className = "sample";
  const words = document.createElement("span");
  words.dataset.text = "page.sample.note";
  const own = document.createElement("a");
  own.href = `?assessment=${assessment}`;
  own.dataset.keep = "";
  own.dataset.text = "page.sample.own";
  note.append(words, " ", own);
  document.querySelector("main")?.append(note);
  for (const change of ["pf-start", "pf-answer"]) widget.addEventListener(change, () => note.remove());
}
