// Languages: which one an element is asked for, which one it will probably show, and how its texts are marked with
// theirs.

import { Failure, primaryTag } from "./failure.js";
import { hasTexts } from "./files.js";

/** An element, a document or a shadow root, also of another document, whose classes are different ones.
 * @typedef {Node & Partial<Pick<Element, "getAttribute"> & Pick<ShadowRoot, "host">>} AnyNode */

/**
 * The language of the nearest ancestor that has one, across shadow roots.
 * @param {Node} element
 */
export function inheritedLanguage(element) {
  for (let node = /** @type {AnyNode | null | undefined} */ (element); node; node = node.parentNode ?? node.host) {
    const language = node.getAttribute?.("lang");
    if (language) return language;
  }
  return undefined;
}

/**
 * The language that the page asks for: the element's `lang`, or that of its surroundings.
 * @param {Element} element
 */
export const requestedLanguage = (element) => element.getAttribute("lang") ?? inheritedLanguage(element);

/**
 * Chooses the language to show, and gives a failure if the assessment does not have the one in the element's `lang`.
 * @param {Element} element
 * @param {import("./session.js").Opened} opened
 * @returns {[string, Failure | undefined]}
 */
export function chooseLanguage(element, opened) {
  const own = element.getAttribute("lang");
  const requested = own ?? inheritedLanguage(element);
  const found = requested && opened.languageFor(requested);
  const expected = `expected a language of the assessment, got "${own}"`;
  return [found || opened.firstLanguage, own && !found ? new Failure("language-unknown", expected) : undefined];
}

/**
 * Guesses the language that an assessment of the release will show, so that its texts load together with the file.
 * @param {string | undefined} requested
 */
export function guessLanguage(requested) {
  const tag = requested?.toLowerCase();
  return [tag, primaryTag(tag)].find(hasTexts);
}

/**
 * Sets the language and the direction of the texts in `mount`.
 * @param {HTMLElement} mount
 * @param {string} language
 */
export function setTextLanguage(mount, language) {
  /** @type {Intl.Locale & { getTextInfo?(): { direction?: string }, textInfo?: { direction?: string } }} */
  const locale = new Intl.Locale(language);
  mount.lang = language;
  mount.dir = (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "ltr";
}

/**
 * Calls `changed` whenever a language around the element may have changed, from here up through every shadow root.
 * @param {Node} element
 * @param {() => void} changed
 * @returns {() => void} stops the calls
 */
export function followLanguage(element, changed) {
  const observer = new MutationObserver(changed);
  for (let root = /** @type {AnyNode | undefined} */ (element.getRootNode()); root; root = root.host?.getRootNode()) {
    observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
  }
  return () => observer.disconnect();
}
