// Loads what an element needs, shows the session in place of the fallback, and follows the language around the element.
// On a failure it shows the fallback again.

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
/** @typedef {import("../partner-fit.js").Actions} Actions */
/** @typedef {import("../partner-fit.js").Answers} Answers */
/** @typedef {import("../partner-fit.js").Assessment} Assessment */
/** @typedef {import("../partner-fit.js").Profile} Profile */
/** @typedef {import("../partner-fit.js").Strings} Strings */

/** If loading takes longer than this, the first screen is shown before every part of the engine is there. */
const LATE_MS = 1000;

export class Loader {
  #element;
  #announcer;
  #stage;
  /** The engine holds its listener for ever, so the listener must not hold the element. */
  #self = new WeakRef(this);

  /** @type {Session | undefined} */
  session;
  /** The assessment that the host has set; it overrides the attribute. @type {Assessment | null} */
  model = null;
  /** @type {Profile | null} */
  profile = null;
  /** @type {Strings | null} */
  strings = null;
  /** @type {Actions | null} */
  actions = null;
  /** Answers set before there is a session, or left by an engine that stopped. @type {Answers | undefined} */
  earlyAnswers;
  /** The present answers, for the next session if the engine stops. @type {Answers | undefined} */
  #lastAnswers;
  isStartWanted = false;

  /** Whether loading has begun. */
  isAwake = false;
  /** Rises with every load, so that the result of an earlier one is dropped. */
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

  /** Loads again with the present settings, if loading has begun. */
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
      // On a slow network the questions start before every part of the engine is there. Not if a result may open at
      // once.
      const isSlow = isNetworkSlow() || performance.now() - began > LATE_MS;
      const opensAtStart = !this.earlyAnswers && !location.hash && settings(this.#element).storage === "none";
      const isPartial = !hasResultPart() && isSlow && opensAtStart;
      // The advice is half of a file, and no question needs it.
      const { advice, ...asked } = /** @type {{ advice?: unknown }} */ (file);
      const opened = this.#open(engine, isPartial ? asked : file, profile);
      const [language, unknown] = this.#chooseLanguage(opened);
      const texts = await (early && language === guessed ? early : fetchTexts(language));
      if (!isPartial) await loadResultPart();
      if (turn !== this.#turn) return;
      this.#isLoading = false;
      session = new Session(this.#element, engine, file, opened, profile, language, texts, listener(this.#self));
      this.#show(session, profile);
      if (isPartial) {
        await afterDrawing();
        await loadResultPart();
        if (session === this.session) {
          session.setProfile(this.profile); // with the advice
          this.#setActions(session);
        }
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

  /** The language of an assessment of the release, guessed before the file is there. */
  #guessLanguage() {
    const isOurs = this.model === null && isBuiltIn(settings(this.#element).assessment);
    return isOurs ? guessLanguage(this.#requestedLanguage) : undefined;
  }

  /**
   * Opens the assessment with the host's profile, or without it if the profile has problems.
   * @param {Engine} engine
   * @param {object} file
   * @param {Profile | null} profile
   */
  #open(engine, file, profile) {
    return this.#announcer.attempt(
      () => callEngine("answers-invalid", () => new engine.Opened(file, profile)),
      () => {
        // The profile may be right and the file wrong.
        const opened = callEngine("assessment-invalid", () => new engine.Opened(file, null));
        this.profile = null;
        return opened;
      },
    );
  }

  /**
   * Shows a session in place of the fallback or of the session before it.
   * @param {Session} session
   * @param {Profile | null} profile the profile that it was opened with
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
   * Applies what the host set before there was a session.
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
    this.#setActions(session);
    if (answers === undefined) session.reopen();
    else
      this.#announcer.attempt(
        () => void (session.answers = answers),
        () => {},
      );
  }

  /**
   * Applies the host's buttons for results, once the part of the engine that only a result needs is there.
   * @param {Session} session
   */
  #setActions(session) {
    if (!this.actions || !hasResultPart()) return;
    this.#announcer.attempt(
      () => session.setActions(this.actions),
      () => void (this.actions = null),
    );
  }

  // ---- language ----

  /**
   * Chooses the language to show, and gives a failure if the assessment does not have the one in the element's `lang`.
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

  // ---- answers and events of the engine ----

  /** @returns {Answers} */
  get answers() {
    return this.session ? this.session.answers : { ...this.earlyAnswers };
  }

  /**
   * Takes an event of the engine. Returns false if the host cancels it.
   * @param {string} name of an event, or `effect` for a task that only the page can do
   * @param {unknown} detail
   */
  heard(name, detail) {
    if (name === "effect" && detail !== "note") this.session?.perform(String(detail));
    else if (["effect", "pf-answer", "pf-complete"].includes(name)) this.rememberAnswers();
    return name === "effect" || this.#announcer.tell(name, detail);
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
   * Shows the fallback and reports the failure, after the engine has stopped for the whole page.
   * @param {string} message
   */
  engineStopped(message) {
    this.#showFallback();
    this.#announcer.expect();
    this.#fail(new Failure("internal", message));
  }

  /** Shows the fallback after a failure. The answers stay for the next engine. */
  #showFallback() {
    this.earlyAnswers = this.#lastAnswers;
    this.session = undefined; // never freed, because the engine that would do it may have stopped
    this.#stage.showFallback();
  }
}

/**
 * Makes the listener for the engine's events. It is made outside the class, because a function made in a method would
 * keep the element alive as long as the engine.
 * @param {WeakRef<Loader>} loader
 * @returns {import("./session.js").Listener}
 */
const listener = (loader) => (name, detail) => loader.deref()?.heard(name, detail);

/** Waits until the page has drawn. A hidden page does not draw, so the wait has a limit. */
const afterDrawing = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });
