// The attributes of the element: their properties, their values, and which of them the element observes. The table is
// `../attributes.json`; what an attribute does is in `controller.js` or `session.js`.

import assessments from "../assessments/index.json";
import { attributes } from "../attributes.json";

/** A property that reflects an attribute. The table makes the properties; a type has to be written out.
 * @typedef {"assessment" | "theme" | "layout" | "about" | "storage" | "load" | "headingLevel" | "exposeAnswers" | "noReview" | "linkBase"} Property */

/** The attributes by name, without `lang`, which every element has. */
const ATTRIBUTES = new Map(attributes.filter(({ name }) => name !== "lang").map((one) => [one.name, one]));

/** The attributes whose changes the element observes. Only the style sheet reads the theme. */
export const OBSERVED = ["lang", ...ATTRIBUTES.keys()].filter((name) => name !== "theme");

/** Properties that may have been set before the element was defined. */
export const EARLY = [
  ...[...ATTRIBUTES.values()].map(({ property }) => property),
  "profile",
  "strings",
  "actions",
  "model",
  "answers",
];

/**
 * The present settings in the attributes of an element.
 * @param {Element} element
 */
export const settings = (element) => ({
  assessment: textOf(element, "assessment"),
  load: textOf(element, "load"),
  storage: textOf(element, "storage"),
  layout: textOf(element, "layout"),
  about: textOf(element, "about"),
  headingLevel: levelOf(element, "heading-level"),
  noReview: element.hasAttribute("no-review"),
  exposeAnswers: element.hasAttribute("expose-answers"),
  linkBase: textOf(element, "link-base"),
});

/**
 * The value of an attribute, or its default: the first of its values, the first assessment, or nothing.
 * @param {Element} element
 * @param {string} name
 */
const textOf = (element, name) => {
  const first = name === "assessment" ? assessments[0]?.id : ATTRIBUTES.get(name)?.values?.[0];
  return element.getAttribute(name) ?? first ?? "";
};

/**
 * @param {Element} element
 * @param {string} name
 */
function levelOf(element, name) {
  const level = Number(element.getAttribute(name));
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : (ATTRIBUTES.get(name)?.default ?? 1);
}

/**
 * Defines the properties that reflect the attributes.
 * @param {object} prototype
 */
export function defineProperties(prototype) {
  for (const [name, { property, type }] of ATTRIBUTES) {
    /** @type {ThisType<Element>} */
    const accessors = {
      get() {
        if (type === "switch") return this.hasAttribute(name);
        return type === "level" ? levelOf(this, name) : textOf(this, name);
      },
      set(/** @type {unknown} */ value) {
        if (type === "switch") this.toggleAttribute(name, Boolean(value));
        else this.setAttribute(name, String(value));
      },
    };
    Object.defineProperty(prototype, property, { ...accessors, configurable: true, enumerable: false });
  }
}
