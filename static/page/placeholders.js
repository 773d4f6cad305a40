// Fills in the placeholders of a text. The core has the same rule (`core/src/input/placeholders.rs`); a test compares
// the two.

/**
 * `text` with every `{name}` that has a value replaced by it, in one pass: a value that looks like a placeholder stays as
 * it is.
 * @param {string} text
 * @param {Record<string, string>} values
 */
export const fill = (text, values) =>
  text.replace(/\{([^{}]*)\}/g, (whole, name) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
