// The widget that the page shows: the released element, set as the snippet of the element would set it.

/**
 * What the module of this page asks for.
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

/** Attributes that are the page's own, whatever was chosen. */
const KEPT_ATTRIBUTES = ["load", "style"];

/**
 * Makes what shows a preview in an element, and tells what is wrong with it.
 * @param {HTMLElement} mount
 * @param {(message: string) => void} tellProblem
 */
export function makePreview(mount, tellProblem) {
  const widget = /** @type {PartnerFit} */ (document.createElement("partner-fit"));
  widget.addEventListener("pf-error", (event) => tellProblem(/** @type {Events["pf-error"]} */ (event).detail.message));
  widget.addEventListener("pf-ready", () => tellProblem(""));
  /** What the widget was given last, as JSON, by the name of the property. @type {Record<string, string>} */
  const given = {};
  let turn = 0; // rises with every change, so that an overtaken one is dropped

  /** What did not change is not set again, because that would load the check anew.
   * @param {string} name
   * @param {unknown} value */
  const isChanged = (name, value) => {
    const before = given[name];
    given[name] = JSON.stringify(value);
    return before !== given[name];
  };

  return async (/** @type {Preview} */ preview) => {
    const { assessment, changes, profile, strings } = preview;
    const own = ++turn;
    setAttributes(widget, preview);
    try {
      const model = changes ? await adapted(assessment, changes) : null;
      if (own !== turn) return;
      // A placeholder that no text is left to name is none any more.
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
      if (own === turn) tellProblem(refused instanceof Error ? refused.message : String(refused));
    }
    if (!widget.isConnected) mount.append(widget);
  };
}

/**
 * A shipped assessment with changes, as the element's script makes it.
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
    if (!(name in attributes) && !KEPT_ATTRIBUTES.includes(name)) widget.removeAttribute(name);
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
