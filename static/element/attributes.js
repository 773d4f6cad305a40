// The attributes of the element: their properties, the values they stand for, and which of them the element follows.
// To add one: a line in ATTRIBUTES here, and what it does in `controller.js` or `session.js`.

/** A property that stands for an attribute.
 * @typedef {"assessment" | "theme" | "load" | "storage" | "layout" | "headingLevel" | "noReview" | "exposeAnswers"} Property */
/**
 * The property of an attribute that is a text has the value `absent` where the attribute is absent; a switch is on where
 * the attribute is there.
 * @typedef {{ property: Property, absent: string } | { property: Property, isSwitch: true }
 *   | { property: Property, isLevel: true }} Attribute
 */

/** By the attribute's name. `lang` is not listed: every element has it.
 * @type {Record<string, Attribute>} */
const ATTRIBUTES = {
  assessment: { property: "assessment", absent: "partner" },
  theme: { property: "theme", absent: "auto" },
  load: { property: "load", absent: "lazy" },
  storage: { property: "storage", absent: "none" },
  layout: { property: "layout", absent: "criterion" },
  "heading-level": { property: "headingLevel", isLevel: true },
  "no-review": { property: "noReview", isSwitch: true },
  "expose-answers": { property: "exposeAnswers", isSwitch: true },
};

/** Those of which the element hears when they change. Only the style sheet reads the theme. */
export const OBSERVED = ["lang", ...Object.keys(ATTRIBUTES).filter((name) => name !== "theme")];

/** Properties that may have been set before the element was defined. */
export const EARLY = [
  ...Object.values(ATTRIBUTES).map(({ property }) => property),
  "profile",
  "strings",
  "model",
  "answers",
];

/**
 * What the attributes of an element say now.
 * @param {Element} element
 */
export const settings = (element) => ({
  assessment: textOf(element, "assessment"),
  load: textOf(element, "load"),
  storage: textOf(element, "storage"),
  layout: textOf(element, "layout"),
  headingLevel: levelOf(element, "heading-level"),
  noReview: element.hasAttribute("no-review"),
  exposeAnswers: element.hasAttribute("expose-answers"),
});

/**
 * @param {Element} element
 * @param {string} name
 */
function textOf(element, name) {
  const attribute = ATTRIBUTES[name];
  return element.getAttribute(name) ?? (attribute && "absent" in attribute ? attribute.absent : "");
}

/**
 * @param {Element} element
 * @param {string} name
 */
function levelOf(element, name) {
  const level = Number(element.getAttribute(name));
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
}

/**
 * Gives a class the properties of the attributes.
 * @param {object} prototype
 */
export function defineProperties(prototype) {
  for (const [name, attribute] of Object.entries(ATTRIBUTES)) {
    /** @type {ThisType<Element>} */
    const accessors = {
      get() {
        if ("isSwitch" in attribute) return this.hasAttribute(name);
        return "isLevel" in attribute ? levelOf(this, name) : textOf(this, name);
      },
      set(/** @type {unknown} */ value) {
        if ("isSwitch" in attribute) this.toggleAttribute(name, Boolean(value));
        else this.setAttribute(name, String(value));
      },
    };
    Object.defineProperty(prototype, attribute.property, { ...accessors, configurable: true, enumerable: false });
  }
}
