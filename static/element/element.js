// The element's class, as pages use it. The controller owns its shadow root and its life, and loads everything.

import { EARLY, OBSERVED, defineProperties } from "./attributes.js";
import { Controller } from "./controller.js";

/** @typedef {import("../partner-fit.js").Actions} Actions */
/** @typedef {import("../partner-fit.js").Answers} Answers */
/** @typedef {import("../partner-fit.js").Assessment} Assessment */
/** @typedef {import("../partner-fit.js").PartnerFit} PublicElement */
/** @typedef {import("../partner-fit.js").Profile} Profile */
/** @typedef {import("../partner-fit.js").Strings} Strings */

/** On a server there is no HTMLElement: the class can be imported there, but not used. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object);

/** @implements {Omit<PublicElement, import("./attributes.js").Property>} */
export class PartnerFit extends Base {
  static observedAttributes = OBSERVED;

  // An old browser or an imitation of one may have no internals: the element then reports that, and shows its fallback.
  #controller = new Controller(this, this.attachShadow({ mode: "open" }), this.attachInternals?.());

  /** @returns {Assessment | null} */
  get model() {
    return this.#controller.model;
  }
  set model(value) {
    this.#controller.model = value;
  }

  get profile() {
    const { profile } = this.#controller;
    return profile && { ...profile };
  }
  set profile(/** @type {Profile | null} */ value) {
    this.#controller.profile = value ?? null;
  }

  get strings() {
    const { strings } = this.#controller;
    return strings && { ...strings };
  }
  set strings(/** @type {Strings | null} */ value) {
    this.#controller.strings = value ?? null;
  }

  get actions() {
    const { actions } = this.#controller;
    return actions && { ...actions };
  }
  set actions(/** @type {Actions | null} */ value) {
    this.#controller.actions = value ?? null;
  }

  get answers() {
    return this.#controller.answers;
  }
  set answers(/** @type {Answers} */ value) {
    this.#controller.answers = value;
  }

  get result() {
    return this.#controller.result;
  }

  get ready() {
    return this.#controller.ready;
  }

  getResult() {
    return this.result;
  }

  /** @param {"json" | "csv" | "link" | "text"} kind */
  exportResult(kind) {
    return this.#controller.exportResult(kind);
  }

  start() {
    this.#controller.start();
  }

  next() {
    this.#controller.press("next");
  }

  back() {
    this.#controller.press("back");
  }

  reset() {
    this.#controller.reset();
  }

  connectedCallback() {
    this.#upgrade();
    this.#controller.connect();
  }

  disconnectedCallback() {
    this.#controller.disconnect();
  }

  adoptedCallback() {
    this.#controller.adopted();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#controller.attributeChanged(name);
  }

  /** Sets properties again that were set before the element was defined, because they hide those of the class. */
  #upgrade() {
    const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of EARLY.filter((known) => Object.hasOwn(this, known))) {
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }
}

defineProperties(PartnerFit.prototype);
