// Text that somebody else wrote: what it may hold, and how it is repeated. `config/read.rs` of the builder has the same
// rule for characters; a test holds the two together.

/** Control characters, and those that change the direction of the text around them. */
const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** How many characters a text may have. */
const MAX_CHARACTERS = 2000;

/** How much of a text is repeated. */
const MAX_REPEATED = 80;

/**
 * Whether it is a text that may be shown: not empty, bounded, and without characters that could pass for something else.
 * @param {string} text
 */
export const isPlainText = (text) =>
  text.trim() !== "" && [...text].length <= MAX_CHARACTERS && text.search(FORBIDDEN) === -1;

/**
 * A text as the page repeats it: bounded, on one line, in one direction.
 * @param {string} text
 */
export const repeated = (text) => text.replace(FORBIDDEN, "\ufffd").slice(0, MAX_REPEATED);
