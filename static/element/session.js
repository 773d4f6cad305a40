// One assessment in one element, from the moment that the engine draws it: its texts, its answers on the device, and
// what the reader takes along. Another assessment, or an engine that stopped, ends it.

import { settings } from "./attributes.js";
import { callEngine, hasResultPart, loadResultPart } from "./engine.js";
import { setTextLanguage } from "./language.js";
import { download, printReport, readReport } from "./sharing.js";
import { storeAnswers, storedAnswers } from "./storage.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("../partner-fit.js").Answers} Answers */
/** @typedef {import("../partner-fit.js").Profile} Profile */
/** @typedef {import("../partner-fit.js").Strings} Strings */
/** @typedef {import("../partner-fit.js").Report} Report */
/** @typedef {InstanceType<Engine["Opened"]>} Opened */
/** @typedef {(name: string, detail: unknown) => void} Listener */

export class Session {
  #element;
  #engine;
  #file;
  #texts;
  /** The div that the engine draws in. */
  mount = document.createElement("div");

  /**
   * @param {HTMLElement} element
   * @param {Engine} engine
   * @param {object} file the assessment as it was written
   * @param {Opened} opened the assessment, checked
   * @param {string} language
   * @param {unknown} texts of that language
   * @param {Listener} listener what hears of events; it must not keep the element alive, because the engine keeps it
   */
  constructor(element, engine, file, opened, language, texts, listener) {
    this.#element = element;
    this.#engine = engine;
    this.#file = file;
    this.#texts = texts;
    this.opened = opened;
    this.language = language;
    setTextLanguage(this.mount, language);
    const { headingLevel } = settings(element);
    this.widget = callEngine(
      "assessment-invalid",
      () => new engine.Widget(opened, language, texts, headingLevel, listener),
    );
  }

  /** @returns {Answers} */
  get answers() {
    return this.widget.answers;
  }
  set answers(answers) {
    callEngine("answers-invalid", () => this.widget.setAnswers(answers));
  }

  /** @returns {Report | null} */
  get result() {
    return hasResultPart() ? this.widget.result : null;
  }

  /**
   * Goes on with the page's own words for the placeholders, and with everything in the file.
   * @param {Profile | null} profile
   */
  setProfile(profile) {
    const opened = callEngine("answers-invalid", () => new this.#engine.Opened(this.#file, profile));
    this.widget.setOpened(opened);
    this.opened = opened;
  }

  /** @param {Strings | null} strings texts in the place of some of ours */
  setStrings(strings) {
    callEngine("answers-invalid", () => this.widget.setStrings(this.language, this.#texts, strings));
  }

  /**
   * @param {string} language
   * @param {unknown} texts
   */
  setLanguage(language, texts) {
    callEngine("assessment-invalid", () => this.widget.setTexts(language, texts));
    this.language = language;
    this.#texts = texts;
    setTextLanguage(this.mount, language);
  }

  /** Tells the engine which steps the element asks for, and what its events hold. */
  updateSteps() {
    const { layout, noReview, exposeAnswers } = settings(this.#element);
    this.widget.setCourse(layout, !noReview, exposeAnswers);
  }

  updateHeadingLevel() {
    this.widget.setHeadingLevel(settings(this.#element).headingLevel);
  }

  /** Takes everything down. */
  close() {
    this.widget.destroy();
    this.mount.remove();
  }

  // ---- answers on the device ----

  get #storageMode() {
    return settings(this.#element).storage;
  }

  get #storageKey() {
    return `partner-fit:${this.opened.id}:${this.opened.fingerprint}`;
  }

  /** @param {Answers | undefined} answers */
  #store(answers) {
    return storeAnswers(this.#storageMode, this.#storageKey, answers);
  }

  #stored() {
    return storedAnswers(this.#storageMode, this.#storageKey);
  }

  /** Tells the engine where answers may be kept, and whether some are. */
  updateStorage() {
    const mode = this.#storageMode;
    this.widget.setStorage(mode, mode === "local" && this.#stored() !== undefined);
  }

  /** Keeps the answers if every answer is to be kept. */
  storeEachAnswer() {
    if (this.#storageMode !== "session") return;
    const { answers } = this;
    this.#store(Object.keys(answers).length > 0 ? answers : undefined);
  }

  /** Whether every question is answered. */
  get isComplete() {
    return this.widget.complete;
  }

  /** Opens what the address holds, if it is a link to this assessment, or what this tab has kept. */
  reopen() {
    const fragment = location.hash.slice(1);
    if (fragment && this.opened.concerns(fragment)) return this.widget.openLink(fragment);
    const answers = this.#storageMode === "session" && this.#stored();
    if (answers) this.widget.openKept(answers, false);
  }

  // ---- sharing ----

  /**
   * The result as text.
   * @param {string} kind
   * @param {boolean} [isNamed] whether a link holds the name that the reader filled in
   */
  export(kind, isNamed = false) {
    if (kind === "json") return JSON.stringify(this.result, null, 2);
    const text = this.widget.export(kind === "link" && isNamed ? "named" : kind) ?? "";
    return kind === "link" ? `${location.href.split("#")[0]}#${text}` : text;
  }

  /**
   * Does what the engine asks for and only a page can do. The engine hears how it ended, and tells the reader.
   * @param {string} effect
   */
  async perform(effect) {
    const { widget } = this;
    const end = (/** @type {boolean} */ done, text = "") => widget.ended(effect, done, text);
    if (effect === "forget") return void this.#store(undefined);
    if (effect === "recall") {
      this.updateStorage(); // it may have expired since
      return widget.openKept(this.#stored(), true);
    }
    if (effect === "save") return end(this.#store(this.answers));
    if (effect === "print") return end(printReport(this));
    const text = this.export(effect, true);
    try {
      if (effect === "json" || effect === "csv") download(this.opened.id, effect, text);
      else await navigator.clipboard.writeText(text);
      end(true);
    } catch {
      end(false, text);
    }
  }

  /**
   * Opens the file that the reader chose.
   * @param {HTMLInputElement} input
   */
  async openFile(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const report = await readReport(file);
    input.value = "";
    // A failure is told by `pf-error`.
    loadResultPart().then(
      () => this.widget.openFile(report),
      () => {},
    );
  }
}
