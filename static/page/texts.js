// The texts of the page around the element, which the build takes from `static/site`. The element has its own texts.

import languages from "../locales/index.json";
import { fill } from "./placeholders.js";

/** @typedef {{ tag: string, name: string, failed: string }} Language */

/** The languages of our own texts; the first is the default.
 * @type {readonly Language[]} */
export const LANGUAGES = languages;

/**
 * Finds our language for a tag: `nl-BE` finds `nl`.
 * @param {string | undefined} tag
 */
export function ownLanguage(tag) {
  const wanted = tag?.split(/[-_.@]/)[0]?.toLowerCase();
  return LANGUAGES.find(({ tag }) => tag === wanted)?.tag;
}

/** Our language that comes first among the preferences of the reader's browser. */
export const readersLanguage = () => navigator.languages.map(ownLanguage).find(Boolean) ?? LANGUAGES[0]?.tag ?? "en";

/**
 * A text of the page, with values in it.
 * @param {string} language
 * @param {string} key
 * @param {Record<string, string>} [values]
 */
export const text = (language, key, values = {}) => fill(PAGE_TEXTS[language]?.[key] ?? "", values);

/**
 * Whether the page has a text of this key.
 * @param {string} language
 * @param {string} key
 */
export const hasText = (language, key) => Object.hasOwn(PAGE_TEXTS[language] ?? {}, key);
