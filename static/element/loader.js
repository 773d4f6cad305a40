// From nothing to a session: what an element needs is loaded, shown in place of the fallback, and followed when the
// language around the element changes. Where it cannot go on, the fallback shows again.

import { settings } from "./attributes.js";
import { checkedAssessment, findAssessment } from "./assessments.js";
import { callEngine, hasResultPart, isNetworkSlow, loadEngine, loadResultPart, watchEngine } from "./engine.js";
import { Failure, asFailure, couldNotLoad } from "./failure.js";
import { fetchTexts, isBuiltIn } from "./files.js";
import { guessLanguage, inheritedLanguage, requestedLanguage } from "./language.js";
import { Session } from "./session.js";

/** @typedef {import("./announcer.js").Announcer} Announcer */
/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./session.js").Opened} Opened */
/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("../partner-fit.js").Answers} Answers */
/** @typedef {import("../partner-fit.js").Assessment} Assessment */
/** @typedef {import("../partner-fit.js").Profile} Profile */
/** @typedef {import("../partner-fit.js").Strings} Strings */

/** After this long something may show before all of the engine is there, whatever took the time. */
const LATE_MS = 1000;

export class Loader {
  #element;
  #announcer;
  #stage;
  /** The engine keeps its listener, which must not keep the element. */
  #self = new WeakRef(this);

  /** @type {Session | undefined} */
  session;
  /** An assessment in place of the attribute's. @type {Assessment | null} */
  model = null;
  /** @type {Profile | null} */
  profile = null;
  /** @type {Strings | null} */
  strings = null;
  /** Answers set before there is a session, or left by an engine that stopped. @type {Answers | undefined} */
  earlyAnswers;
  /** The answers as last heard of. @type {Answers | undefined} */
  #lastAnswers;
  isStartWanted = false;

  /** Whether loading was called for. */
  isAwake = false;
  /** Rises with every load, so that an overtaken one is dropped. */
  #turn = 0;
  #isLoading = false;
  /** @type {string | undefined} */
  #requestedLanguage;

  /**
   * @param {HTMLElement} element
   * @param {Announcer} announcer
   * @param {Stage} stage
   */
  constructor(element, announcer, stage) {
    this.#element = element;
    this.#announcer = announcer;
    this.#stage = stage;
  }

  // ---- loading ----

  wake() {
    if (this.isAwake) return;
    this.isAwake = true;
    this.#load();
  }

  /** Loads again what is asked for now, if loading has begun at all. */
  reload() {
    if (this.isAwake) this.#load();
  }

  async #load() {
    const turn = ++this.#turn;
    const began = performance.now();
    this.#isLoading = true;
    this.#requestedLanguage = requestedLanguage(this.#element);
    this.#announcer.expect();
    const guessed = this.#guessLanguage();
    const early = guessed ? fetchTexts(guessed) : undefined;
    early?.catch(() => {}); // reported where it is awaited
    /** @type {Session | undefined} */
    let session;
    try {
      const [engine, file] = await Promise.all([loadEngine(), this.#findAssessment()]);
      if (turn !== this.#turn) return;
      const profile = this.profile;
      // On a slow network a walk begins before all of the engine is there; what may open at a result does not.
      const isSlow = isNetworkSlow() || performance.now() - began > LATE_MS;
      const opensAtStart = !this.earlyAnswers && !location.hash && settings(this.#element).storage === "none";
      const isPartial = !hasResultPart() && isSlow && opensAtStart;
      // No question needs the advice, which is half of a file.
      const { advice, ...asked } = /** @type {{ advice?: unknown }} */ (file);
      const opened = this.#open(engine, isPartial ? asked : file, profile);
      const [language, unknown] = this.#chooseLanguage(opened);
      const texts = await (early && language === guessed ? early : fetchTexts(language));
      if (!isPartial) await loadResultPart();
      if (turn !== this.#turn) return;
      this.#isLoading = false;
      session = new Session(this.#element, engine, file, opened, language, texts, listener(this.#self));
      this.#show(session, profile);
      if (isPartial) {
        await afterDrawing();
        await loadResultPart();
        if (session === this.session) session.setProfile(this.profile); // with the advice
      }
      if (session !== this.session) return;
      this.#announcer.begin({ assessment: session.opened.id, version: session.opened.version });
      if (unknown) this.#announcer.report(unknown);
    } catch (thrown) {
      if (session ? session !== this.session : turn !== this.#turn) return;
      this.#isLoading = false;
      if (session) this.#showFallback();
      this.#fail(thrown);
    }
  }

  #findAssessment() {
    return this.model === null ? findAssessment(settings(this.#element).assessment) : checkedAssessment(this.model);
  }

  /** The language of an assessment of ours before it is there. */
  #guessLanguage() {
    const isOurs = this.model === null && isBuiltIn(settings(this.#element).assessment);
    return isOurs ? guessLanguage(this.#requestedLanguage) : undefined;
  }

  /**
   * The assessment with the page's own words in it, or without them if something is wrong with them.
   * @param {Engine} engine
   * @param {object} file
   * @param {Profile | null} profile
   */
  #open(engine, file, profile) {
    return this.#announcer.attempt(
      () => callEngine("answers-invalid", () => new engine.Opened(file, profile)),
      () => {
        // The file itself may be what is wrong.
        const opened = callEngine("assessment-invalid", () => new engine.Opened(file, null));
        this.profile = null;
        return opened;
      },
    );
  }

  /**
   * The engine takes over from the fallback, or a new assessment from the one before it.
   * @param {Session} session
   * @param {Profile | null} profile the words that are in it
   */
  #show(session, profile) {
    const answers = this.earlyAnswers;
    this.#announcer.pause();
    this.session?.close();
    this.session = session;
    this.earlyAnswers = undefined;
    this.#stage.show(session.mount);
    watchEngine(this);
    session.updateStorage();
    session.updateSteps();
    this.#setEarly(session, profile, answers);
    this.rememberAnswers();
    if (this.isStartWanted) session.widget.start();
    this.isStartWanted = false;
    session.widget.show(session.mount);
  }

  /**
   * Sets what the host gave before there was a session.
   * @param {Session} session
   * @param {Profile | null} profile
   * @param {Answers | undefined} answers
   */
  #setEarly(session, profile, answers) {
    if (this.profile && this.profile !== profile) {
      this.#announcer.attempt(
        () => session.setProfile(this.profile),
        () => void (this.profile = null),
      );
    }
    if (this.strings) {
      this.#announcer.attempt(
        () => session.setStrings(this.strings),
        () => void (this.strings = null),
      );
    }
    if (answers === undefined) session.reopen();
    else
      this.#announcer.attempt(
        () => void (session.answers = answers),
        () => {},
      );
  }

  // ---- language ----

  /**
   * The language to show, and the failure if the element's own is not to be had.
   * @param {Opened} opened
   * @returns {[string, Failure | undefined]}
   */
  #chooseLanguage(opened) {
    const own = this.#element.getAttribute("lang");
    const requested = own ?? inheritedLanguage(this.#element);
    const found = requested && opened.languageFor(requested);
    const expected = `expected a language of the assessment, got "${own}"`;
    return [found || opened.firstLanguage, own && !found ? new Failure("language-unknown", expected) : undefined];
  }

  async languageChanged() {
    const requested = requestedLanguage(this.#element);
    if (!this.#element.isConnected || !this.isAwake || requested === this.#requestedLanguage) return;
    const session = this.session;
    if (this.#isLoading || !session) return this.#load();
    this.#requestedLanguage = requested;
    const turn = ++this.#turn;
    try {
      const [language, unknown] = this.#chooseLanguage(session.opened);
      this.#announcer.expect();
      if (language !== session.language) {
        const texts = await fetchTexts(language);
        if (turn !== this.#turn) return;
        session.setLanguage(language, texts);
      }
      this.#announcer.resolve();
      if (unknown) this.#announcer.report(unknown);
    } catch (thrown) {
      if (turn === this.#turn) this.#fail(thrown);
    }
  }

  // ---- answers, and what the engine tells ----

  /** @returns {Answers} */
  get answers() {
    return this.session ? this.session.answers : { ...this.earlyAnswers };
  }

  /**
   * @param {string} name of an event, or `effect` for what only the page can do
   * @param {unknown} detail
   */
  heard(name, detail) {
    if (name === "effect" && detail !== "note") return void this.session?.perform(String(detail));
    if (["effect", "pf-answer", "pf-complete"].includes(name)) this.rememberAnswers();
    if (name !== "effect") this.#announcer.tell(name, detail);
  }

  rememberAnswers() {
    this.#lastAnswers = this.answers;
    this.session?.storeEachAnswer();
    this.#announcer.setComplete(Boolean(this.session?.isComplete));
  }

  // ---- failures ----

  /** @param {unknown} thrown */
  #fail(thrown) {
    this.#stage.explain(couldNotLoad(inheritedLanguage(this.#element)));
    this.#announcer.fail(asFailure(thrown));
  }

  /**
   * The engine has stopped for the whole page.
   * @param {string} message
   */
  engineStopped(message) {
    this.#showFallback();
    this.#announcer.expect();
    this.#fail(new Failure("internal", message));
  }

  /** The fallback in place of what cannot go on. The answers are kept for the next engine. */
  #showFallback() {
    this.earlyAnswers = this.#lastAnswers;
    this.session = undefined; // never freed: the engine that would do it may be gone
    this.#stage.showFallback();
  }
}

/**
 * What the engine tells its events to. It is made here, where nothing else is in reach: a function made inside a method
 * would keep the element alive as long as the engine.
 * @param {WeakRef<Loader>} loader
 * @returns {(name: string, detail: unknown) => void}
 */
const listener = (loader) => (name, detail) => loader.deref()?.heard(name, detail);

/** Lets the page draw what it has. One that is out of sight does not, and is not waited for long. */
const afterDrawing = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });
