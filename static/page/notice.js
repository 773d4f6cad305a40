// The notice about the page's own address: which parameters were not understood. The reader can go on.

import { repeated } from "./plain_text.js";
import { hasText, text } from "./texts.js";

/** @typedef {import("./address.js").AddressProblem} AddressProblem */

/**
 * Shows the notice, or replaces it in another language. Without problems it shows none.
 * @param {readonly AddressProblem[]} problems
 * @param {string} language
 */
export function showNotice(problems, language) {
  if (problems.length === 0) return;
  let notice = document.getElementById("wrong");
  if (!notice) {
    notice = document.createElement("aside");
    notice.id = "wrong";
    document.querySelector("main")?.prepend(notice);
  }
  const list = document.createElement("ul");
  for (const problem of problems) list.append(item(problem, language));
  const title = document.createElement("p");
  title.append(textElement("strong", text(language, "wrong.title")));
  notice.replaceChildren(title, textElement("p", text(language, "wrong.intro")), list);
}

/**
 * @param {AddressProblem} problem
 * @param {string} language
 */
function item({ parameter, expected, got, values = {} }, language) {
  const key = `expect.${expected}`;
  const line = document.createElement("li");
  line.append(
    textElement("code", repeated(parameter)),
    ": ",
    // Words that nobody vouches for are not repeated.
    expected === "framed"
      ? text(language, "wrong.framed")
      : text(language, "wrong.item", {
          expected: text(language, hasText(language, key) ? key : "expect.choice", values),
          got: repeated(got) || text(language, "wrong.nothing"),
        }),
  );
  return line;
}

/**
 * @param {string} name
 * @param {string} words
 */
function textElement(name, words) {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}
