// Makes the element on the page and sets the options of the address.

import { accentTokens } from "./accent.js";
import { linkBase } from "./address.js";
import { inform } from "./frame.js";
import { adaptedModel } from "./model.js";
import { LANGUAGES, text } from "./texts.js";

/** @typedef {import("./address.js").AddressProblem} AddressProblem */
/** @typedef {import("./address.js").Options} Options */
/** @typedef {import("../partner-fit.js").PartnerFit} PartnerFit */
/** @typedef {import("../partner-fit.js").PartnerFitEventMap} Events */

/** Whether the page is in a frame of another page. */
export const isFramed = window.parent !== window;

/**
 * Makes the element, sets the options of the address, and adds it to the page.
 * @param {Options & Record<string, unknown>} options
 * @param {string} assessment
 * @param {() => string} language the page's language now
 * @param {(problems: AddressProblem[]) => void} complain
 */
export function makeWidget(options, assessment, language, complain) {
  const widget = /** @type {PartnerFit} */ (document.createElement("partner-fit"));
  start(widget, options, assessment, language, complain);
  return widget;
}

/**
 * @param {PartnerFit} widget
 * @param {Options & Record<string, unknown>} options
 * @param {string} assessment
 * @param {() => string} language
 * @param {(problems: AddressProblem[]) => void} complain
 */
async function start(widget, options, assessment, language, complain) {
  const { profile, strings } = options;
  // A frame of opaque origin cannot find out whether it may save files, nor whether it has saved one.
  if (isFramed && self.origin === "null") strings["share.downloaded"] ??= text(language(), "downloaded");
  setAttributes(widget, options);
  const fallback = document.createElement("p");
  fallback.className = "fallback";
  widget.append(fallback);
  widget.addEventListener("pf-error", (event) => {
    const { code, problems } = /** @type {Events["pf-error"]} */ (event).detail;
    fallback.textContent = text(language(), "failed");
    if (code === "language-unknown" && options.lang) {
      const values = LANGUAGES.map(({ tag }) => tag).join(", ");
      complain([{ parameter: "lang", expected: "lang", got: options.lang, values: { values } }]);
    }
    if (code === "answers-invalid") leaveOutRefused(widget, strings, problems ?? [], complain);
  });
  followTitle(widget, language);
  if (isFramed) inform(widget, options.origin);

  const { model, problems } = await adaptedModel(options, assessment);
  complain(problems);
  if (Object.keys(profile).length > 0) widget.profile = { ...profile };
  if (Object.keys(strings).length > 0) widget.strings = { ...strings };
  if (model) widget.model = model;
  widget.setAttribute("assessment", assessment);
  document.querySelector("main")?.append(widget);
}

/**
 * @param {PartnerFit} widget
 * @param {Options & Record<string, unknown>} options
 */
function setAttributes(widget, options) {
  const storage = options.storage ?? (isFramed ? "none" : "local");
  // An adapted check can only be opened where it is adapted in the same way.
  const base = options.weights || options.without ? "about:blank" : linkBase(location.search);
  const { layout, about } = options;
  const attributes = { load: "eager", "heading-level": "1", storage, layout, about, "link-base": base };
  for (const [name, value] of Object.entries(attributes)) if (value) widget.setAttribute(name, String(value));
  widget.toggleAttribute("no-review", options.review === "no");
  for (const [token, value] of options.accent ? accentTokens(options.accent) : [])
    widget.style.setProperty(token, value);
}

/**
 * Sets the replaced texts again without the refused ones, because the element refuses all of them together.
 * @param {PartnerFit} widget
 * @param {Record<string, string>} strings
 * @param {readonly { path: string }[]} refusals
 * @param {(problems: AddressProblem[]) => void} complain
 */
function leaveOutRefused(widget, strings, refusals, complain) {
  const keys = refusals.map(({ path }) => path.replace(/^strings\./, "")).filter((key) => key in strings);
  if (keys.length === 0) return;
  complain(keys.map((key) => ({ parameter: `text-${key}`, expected: "text", got: strings[key] ?? "" })));
  for (const key of keys) delete strings[key];
  widget.strings = { ...strings };
}

/**
 * Keeps the document's title the same as the screen's heading.
 * @param {PartnerFit} widget
 * @param {() => string} language
 */
function followTitle(widget, language) {
  const follow = () => {
    const root = widget.shadowRoot;
    if (!root) return;
    const part = (/** @type {string} */ name) => root.querySelector(`[part~="${name}"]`);
    const update = () => {
      const heading = part("heading")?.textContent?.trim();
      if (!heading) return;
      const title = `${part("error-summary") ? text(language(), "error", { heading }) : heading} · Partner-fit`;
      if (document.title !== title) document.title = title;
    };
    new MutationObserver(update).observe(root, { childList: true, characterData: true, subtree: true });
    update();
  };
  widget.addEventListener("pf-ready", follow, { once: true });
}
