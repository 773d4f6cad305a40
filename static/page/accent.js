// The accent colour in a frame, and the colour of the text on a button in it. The builder (`colour.rs`) judges an accent
// by the same rule; a test holds the two together.

/** The least contrast of a text with its ground (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** The widget's own text on a button, on light and on dark. */
const ON_ACCENT = ["#ffffff", "#071a2b"];

/**
 * How bright a colour is, 0 to 1, as WCAG defines it.
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
 * The ratio of contrast of two colours, 1 to 21.
 * @param {string} one
 * @param {string} other
 */
function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * The text on a button in this accent: the widget's own where it can be read, else black or white, whichever has more
 * contrast.
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
