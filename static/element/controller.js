// Applies what a host sets on an element and calls on it, and decides when the element begins to load.

import { Announcer } from "./announcer.js";
import { settings } from "./attributes.js";
import { callEngine, hasResultPart, loadResultPart } from "./engine.js";
import { followLanguage } from "./language.js";
import { mayBeLink } from "./links.js";
import { waitToLoad } from "./load_time.js";
import { Loader } from "./loader.js";
import { keepKeys } from "./keys.js";
import { holdPresses } from "./presses.js";
import { Stage } from "./stage.js";

/** @typedef {import("../partner-fit.js").Answers} Answers */
/** @typedef {import("../partner-fit.js").Assessment} Assessment */
/** @typedef {import("../partner-fit.js").Profile} Profile */
/** @typedef {import("../partner-fit.js").Strings} Strings */

export class Controller {
  #element;
  #announcer;
  #stage;
  #loader;
  #stopWaiting = () => {};
  #stopFollowing = () => {};

  /**
   * @param {HTMLElement} element
   * @param {ShadowRoot} root
   * @param {ElementInternals | undefined} internals
   */
  constructor(element, root, internals) {
    this.#element = element;
    this.#announcer = new Announcer(element, internals);
    this.#stage = new Stage(root);
    this.#loader = new Loader(element, this.#announcer, this.#stage);
    holdPresses(root, () => this.#isEarly());
    keepKeys(root);
    root.addEventListener("change", ({ target }) => {
      const input = /** @type {HTMLInputElement} */ (target);
      // The content of the slots is the host's: its events pass by here, too.
      if (input.type === "file" && root.contains(input)) this.#session?.openFile(input);
    });
  }

  get #session() {
    return this.#loader.session;
  }

  // ---- what the host sets and asks for ----

  get model() {
    return this.#loader.model;
  }
  set model(value) {
    this.#loader.model = value;
    this.#loader.reload();
  }

  get ready() {
    return this.#announcer.ready;
  }

  get result() {
    return this.#session?.result || null;
  }

  get answers() {
    return this.#loader.answers;
  }
  set answers(value) {
    if (this.#session) {
      this.#session.answers = value;
      this.#loader.rememberAnswers();
    } else {
      this.#loader.earlyAnswers = value;
    }
  }

  get profile() {
    return this.#loader.profile;
  }
  set profile(value) {
    this.#session?.setProfile(value);
    this.#loader.profile = value;
  }

  get strings() {
    return this.#loader.strings;
  }
  set strings(value) {
    this.#session?.setStrings(value);
    this.#loader.strings = value;
  }

  get actions() {
    return this.#loader.actions;
  }
  set actions(value) {
    // Only a result needs them: before its part of the engine is there, they wait for it.
    if (hasResultPart()) this.#session?.setActions(value);
    this.#loader.actions = value;
  }

  start() {
    if (this.#session) return this.press("start");
    this.#loader.isStartWanted = true;
    this.#wake();
  }

  reset() {
    this.press("reset");
    if (!this.#session) this.#loader.earlyAnswers = undefined;
  }

  /** @param {"start" | "next" | "back" | "reset"} name */
  press(name) {
    // `pf-error` reports a failure.
    if (this.#isEarly())
      return void loadResultPart().then(
        () => this.press(name),
        () => {},
      );
    callEngine("internal", () => this.#session?.widget[name]());
    this.#loader.rememberAnswers();
  }

  /** @param {string} kind */
  async exportResult(kind) {
    if (!["json", "csv", "link", "text"].includes(kind))
      throw new Error(`expected json, csv, link or text, got ${kind}`);
    if (!this.#session?.isComplete) throw new Error("expected a result, got questions without an answer");
    await loadResultPart();
    return this.#session.export(kind);
  }

  /** Whether a result may come next although the part that draws it has not loaded yet. */
  #isEarly() {
    return !hasResultPart() && Boolean(this.#session?.isComplete);
  }

  // ---- life ----

  connect() {
    this.#attempt(() => {
      addEventListener("hashchange", this.#hashChanged);
      this.#stage.adoptStyles();
      this.#loader.attach();
      this.#stopFollowing();
      this.#stopFollowing = followLanguage(this.#element, () => this.#loader.languageChanged());
      this.#loader.languageChanged();
      if (!this.#loader.isAwake) this.#waitToLoad();
      this.#wakeForLink();
    });
  }

  /** A link in the address is to be seen, however far down the page: what it opens is not waited for. */
  #wakeForLink() {
    if (settings(this.#element).load === "lazy" && mayBeLink(location.hash)) this.#wake();
  }

  #hashChanged = () =>
    this.#attempt(() => {
      this.#wakeForLink();
      this.#loader.openLink();
    });

  disconnect() {
    removeEventListener("hashchange", this.#hashChanged);
    this.#stopWaiting();
    this.#stopFollowing();
    // A move is a removal followed by an insertion, so the element has left only if it is still disconnected in the
    // next task.
    setTimeout(() => {
      if (!this.#element.isConnected) this.#loader.detach();
    });
  }

  /** The element has come into another document, which has style sheets of its own. */
  adopted() {
    this.#attempt(() => this.#stage.adoptStyles());
  }

  /**
   * Does what the browser calls the element for. Whatever it throws becomes a failure of the element: there is nobody
   * else to catch it.
   * @param {() => void} work
   */
  #attempt(work) {
    try {
      work();
    } catch (thrown) {
      this.#loader.fail(thrown);
    }
  }

  /** @param {string} name */
  attributeChanged(name) {
    this.#attempt(() => this.#apply(name));
  }

  /** @param {string} name of an attribute */
  #apply(name) {
    if (name === "assessment") this.#loader.assessmentChanged();
    if (name === "lang") this.#loader.languageChanged();
    if (name === "load" && this.#element.isConnected && !this.#loader.isAwake) this.#waitToLoad();
    if (name === "storage") this.#session?.updateStorage();
    if (name === "link-base") this.#session?.updateLinks();
    if (["layout", "no-review", "expose-answers", "about"].includes(name)) this.#session?.updateSteps();
    if (name === "heading-level") this.#session?.updateHeadingLevel();
  }

  #waitToLoad() {
    this.#stopWaiting();
    this.#stopWaiting = waitToLoad(this.#element, settings(this.#element).load, () => this.#wake());
  }

  #wake() {
    this.#stopWaiting();
    this.#loader.wake();
  }
}
