// The texts of the page around the element, which the build takes from `static/site`. Those of the element are its own.

import languages from "../locales/index.json";
import { fill } from "./placeholders.js";

/** @typedef {{ tag: string, name: string, failed: string }} Language */

/** The languages of our own texts; the first is the one that counts where no other is wanted.
 * @type {readonly Language[]} */
export const LANGUAGES = languages;

/**
 * The language of ours that a tag names: `nl-BE` finds `nl`.
 * @param {string | undefined} tag
 */
export function ownLanguage(tag) {
  const wanted = tag?.split("-")[0]?.toLowerCase();
  return LANGUAGES.find(({ tag }) => tag === wanted)?.tag;
}

/** The language of ours that the reader's browser likes best. */
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
