// Languages: which one the page asks for around an element, which one an element will probably show, and how words are
// marked with theirs.

import { hasTexts } from "./files.js";

/** An element, a document or a shadow root, also of another document: so not told apart by their classes.
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
 * The language asked for: the element's own, or the one around it.
 * @param {Element} element
 */
export const requestedLanguage = (element) => element.getAttribute("lang") ?? inheritedLanguage(element);

/**
 * The language that an assessment of ours will show, guessed before it is there: its texts need not wait for it.
 * @param {string | undefined} requested
 */
export function guessLanguage(requested) {
  const tag = requested?.toLowerCase();
  return [tag, tag?.split("-")[0]].find(hasTexts);
}

/**
 * Marks the language of the words inside, and which way they run.
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
 * @returns {() => void} what ends that
 */
export function followLanguage(element, changed) {
  const observer = new MutationObserver(changed);
  for (let root = /** @type {AnyNode | undefined} */ (element.getRootNode()); root; root = root.host?.getRootNode()) {
    observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
  }
  return () => observer.disconnect();
}
