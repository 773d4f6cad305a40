// The preview: the released element, set up as the snippet of the element would set it up.

/**
 * The settings of the preview, which the module computes.
 * @typedef {object} Preview
 * @property {string} assessment
 * @property {Record<string, string>} attributes
 * @property {Record<string, string>} tokens of the style sheet
 * @property {Record<string, string>} profile
 * @property {Record<string, string>} strings
 * @property {{ weights: Record<string, number>, without: string[] } | null} changes
 */
/** @typedef {import("../partner-fit.js").PartnerFit} PartnerFit */
/** @typedef {import("../partner-fit.js").PartnerFitEventMap} Events */

/** Attributes that the page sets itself; a preview does not remove them. */
const PAGE_ATTRIBUTES = ["load", "style"];

/**
 * Makes a function that shows a preview in an element and reports its problems.
 * @param {HTMLElement} mount
 * @param {(message: string) => void} tellProblem
 */
export function makePreview(mount, tellProblem) {
  const widget = /** @type {PartnerFit} */ (document.createElement("partner-fit"));
  widget.addEventListener("pf-error", (event) => tellProblem(/** @type {Events["pf-error"]} */ (event).detail.message));
  widget.addEventListener("pf-ready", () => tellProblem(""));
  /** The values that were set last, as JSON, by property. @type {Record<string, string>} */
  const given = {};
  let turn = 0; // rises with every change, so that an earlier one is dropped

  /** Whether a value has changed. An unchanged one is not set again, because that would reload the check.
   * @param {string} name
   * @param {unknown} value */
  const isChanged = (name, value) => {
    const before = given[name];
    given[name] = JSON.stringify(value);
    return before !== given[name];
  };

  return async (/** @type {Preview} */ preview) => {
    const { assessment, changes, profile, strings } = preview;
    const current = ++turn;
    setAttributes(widget, preview);
    try {
      const model = changes ? await adapted(assessment, changes) : null;
      if (current !== turn) return;
      // A placeholder that no remaining text uses is no longer a placeholder of the file.
      const used = Object.entries(profile).filter(([name]) => !model || name in (model.profile ?? {}));
      const [newProfile, newStrings, newModel] = [
        isChanged("profile", used),
        isChanged("strings", strings),
        isChanged("changes", [changes, changes && assessment]),
      ];
      if (newProfile || newStrings || newModel) tellProblem("");
      if (newProfile) widget.profile = orNull(Object.fromEntries(used));
      if (newStrings) widget.strings = orNull(strings);
      if (newModel) widget.model = model;
    } catch (refused) {
      if (current === turn) tellProblem(refused instanceof Error ? refused.message : String(refused));
    }
    if (!widget.isConnected) mount.append(widget);
  };
}

/**
 * Adapts a shipped assessment with the element's script.
 * @param {string} assessment
 * @param {NonNullable<Preview["changes"]>} changes
 */
async function adapted(assessment, changes) {
  /** @type {typeof import("../partner-fit.js")} */
  const { adapt } = await import(String(new URL("partner-fit.js", import.meta.url)));
  return adapt(assessment, changes);
}

/**
 * @param {PartnerFit} widget
 * @param {Preview} preview
 */
function setAttributes(widget, { attributes, tokens }) {
  for (const name of widget.getAttributeNames()) {
    if (!(name in attributes) && !PAGE_ATTRIBUTES.includes(name)) widget.removeAttribute(name);
  }
  for (const [name, value] of Object.entries({ ...attributes, load: "eager" })) {
    if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
  }
  for (const token of ["--pf-accent", "--pf-on-accent"]) widget.style.setProperty(token, tokens[token] ?? "");
}

/**
 * @param {Record<string, string>} texts
 */
const orNull = (texts) => (Object.keys(texts).length > 0 ? texts : null);
