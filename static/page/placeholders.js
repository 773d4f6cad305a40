// Texts with places in them that values are put into. `placeholders.rs` of the builder does the same; a test holds the two
// together.

/**
 * `text` with every `{name}` that has a value replaced by it, in one pass: a value that looks like a placeholder stays as
 * it is.
 * @param {string} text
 * @param {Record<string, string>} values
 */
export const fill = (text, values) =>
  text.replace(/\{([^{}]*)\}/g, (whole, name) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
