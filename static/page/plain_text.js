// Texts that somebody else wrote: which characters they may contain, and how the page repeats them. The builder has the
// same rule for characters (`config/read.rs`); a test compares the two.

/** Control characters, and those that change the direction of the text around them. */
const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The maximum length of a text, in characters. */
const MAX_CHARACTERS = 2000;

/** The length to which a repeated text is cut. */
const MAX_REPEATED = 80;

/**
 * Whether a text may be shown: it is not empty, not too long, and contains no control or direction characters.
 * @param {string} text
 */
export const isPlainText = (text) =>
  text.trim() !== "" && [...text].length <= MAX_CHARACTERS && text.search(FORBIDDEN) === -1;

/**
 * A text as the page repeats it: shortened, on one line, in one direction.
 * @param {string} text
 */
export const repeated = (text) => text.replace(FORBIDDEN, "\ufffd").slice(0, MAX_REPEATED);
