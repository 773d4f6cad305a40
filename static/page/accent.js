// The accent in a frame, and the colour of the text on a button in it. The builder judges an accent by the same rule
// (`colour.rs`); a test compares the two.

/** The minimum contrast of a text with its background (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** The text on a button as the widget has it, in the light and in the dark scheme. */
const ON_ACCENT = ["#ffffff", "#071a2b"];

/**
 * The relative luminance of a colour, 0 to 1 (WCAG 2.2).
 * @param {string} colour as `#rrggbb`
 */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The contrast ratio of two colours, 1 to 21 (WCAG 2.2).
 * @param {string} one
 * @param {string} other
 */
function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * The text colour on a button in this accent: the widget's own if it can be read, else black or white, whichever has
 * more contrast.
 * @param {string} accent
 * @param {string} own
 */
export function onAccent(accent, own) {
  if (contrast(accent, own) >= LEAST_CONTRAST) return own;
  return contrast(accent, "#000000") > contrast(accent, "#ffffff") ? "#000000" : "#ffffff";
}

/**
 * The tokens that set an accent: one colour for light and dark, or two with a comma between them.
 * @param {string} accent
 * @returns {[name: string, value: string][]}
 */
export function accentTokens(accent) {
  const [light = "", dark = light] = accent.split(",");
  const on = [light, dark].map((colour, scheme) => onAccent(colour, ON_ACCENT[scheme] ?? "#ffffff"));
  return [
    ["--pf-accent", light === dark ? light : `light-dark(${light}, ${dark})`],
    ["--pf-on-accent", `light-dark(${on.join(", ")})`],
  ];
}
