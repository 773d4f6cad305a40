// Loads what an element needs, shows the session in place of the fallback, and follows the language around the element.
// On a failure it shows the fallback again.

import { settings } from "./attributes.js";
import { checkedAssessment, findAssessment, openOnce } from "./assessments.js";
import { callEngine, hasResultPart, isNetworkSlow, loadEngine, loadResultPart, watchEngine } from "./engine.js";
import { asFailure, couldNotLoad } from "./failure.js";
import { fetchTexts, isBuiltIn } from "./files.js";
import { chooseLanguage, guessLanguage, inheritedLanguage, requestedLanguage } from "./language.js";
import { reveal } from "./links.js";
import { afterDrawing } from "./load_time.js";
import { Session, listenerOf } from "./session.js";

/** @typedef {import("./announcer.js").Announcer} Announcer */
/** @typedef {import("./failure.js").Failure} Failure */
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
  /** The assessment that was asked for last. */
  #assessment = "";
  /** What was thrown and reported last. @type {unknown} */
  #reported;

  /** Whether loading has begun. */
  isAwake = false;
  /** Rises with every load, so that the result of an earlier one is dropped. */
  #turn = 0;
  #isLoading = false;
  /** Whether the answers are those of the link in the address. */
  #isLinkOpened = false;
  /** The answers from before that. @type {Answers | undefined} */
  #ownAnswers;
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

  /** Loads again if the attribute names another assessment than before; to write the default out changes nothing. */
  assessmentChanged() {
    if (this.model === null && settings(this.#element).assessment !== this.#assessment) this.reload();
  }

  async #load() {
    const turn = ++this.#turn;
    const began = performance.now();
    this.#isLoading = true;
    this.#announcer.expect();
    /** @type {Session | undefined} */
    let session;
    try {
      await this.#announcer.requireBrowser();
      if (this.#stage.fault) throw this.#stage.fault;
      this.#assessment = settings(this.#element).assessment;
      this.#requestedLanguage = requestedLanguage(this.#element);
      const guessed = this.#guessLanguage();
      const early = guessed ? fetchTexts(guessed) : undefined;
      early?.catch(() => {}); // reported where it is awaited
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
      const open = () => this.#open(engine, isPartial ? asked : file, profile);
      const isShared = this.model === null && profile === null && isBuiltIn(this.#assessment);
      const opened = isShared ? openOnce(engine, `${this.#assessment} ${isPartial}`, open) : open();
      const [language, unknown] = chooseLanguage(this.#element, opened);
      const texts = await (early && language === guessed ? early : fetchTexts(language));
      if (!isPartial) await loadResultPart();
      if (turn !== this.#turn) return;
      this.#isLoading = false;
      session = new Session(this.#element, engine, file, opened, profile, language, texts, listenerOf(this.#self));
      this.#show(session, profile);
      await undefined; // it draws in the tasks that follow at once
      if (this.#isLinkOpened && session === this.session) reveal(this.#element);
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
      this.fail(thrown);
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
    const before = this.session;
    this.session = session;
    this.#announcer.pause();
    before?.close();
    this.earlyAnswers = undefined;
    watchEngine(this);
    session.updateStorage();
    session.updateSteps();
    session.updateLinks();
    this.#setEarly(session, profile, answers);
    this.rememberAnswers();
    if (this.isStartWanted) session.widget.start();
    this.isStartWanted = false;
    this.attach();
  }

  /** Draws the session, if the element is in a page; else it is drawn once it comes into one. */
  attach() {
    const { session } = this;
    if (!session || !this.#element.isConnected) return;
    session.draw();
    this.#stage.show(session.mount);
  }

  /** Erases the drawing of an element that has left the page. */
  detach() {
    this.session?.erase();
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
    // A link in the address counts more than what this tab has stored.
    this.#isLinkOpened = answers === undefined && session.openLink();
    if (answers !== undefined) {
      this.#announcer.attempt(
        () => void (session.answers = answers),
        () => {},
      );
    } else if (!this.#isLinkOpened) session.reopen();
  }

  /** Opens the link that the address has now: the reader has pasted it into the tab, or followed it. */
  openLink() {
    const { session } = this;
    if (!session) return;
    const own = this.#isLinkOpened ? this.#ownAnswers : session.answers;
    const isOpened = session.openLink();
    if (isOpened) reveal(this.#element);
    // Back from a link the reader finds the answers that were there before.
    else if (this.#isLinkOpened && own) session.answers = own;
    this.#ownAnswers = isOpened ? own : undefined;
    this.#isLinkOpened = isOpened;
    this.rememberAnswers();
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

  async languageChanged() {
    const requested = requestedLanguage(this.#element);
    if (!this.#element.isConnected || !this.isAwake || requested === this.#requestedLanguage) return;
    const session = this.session;
    if (this.#isLoading || !session) return this.#load();
    this.#requestedLanguage = requested;
    const turn = ++this.#turn;
    try {
      const [language, unknown] = chooseLanguage(this.#element, session.opened);
      this.#announcer.expect();
      if (language !== session.language) {
        const texts = await fetchTexts(language);
        if (turn !== this.#turn) return;
        session.setLanguage(language, texts);
      }
      this.#announcer.resolve();
      if (unknown) this.#announcer.report(unknown);
    } catch (thrown) {
      if (turn === this.#turn) this.fail(thrown);
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

  /**
   * Reports whatever was thrown, once: the end of the engine is told to every element, and thrown to whoever called it.
   * @param {unknown} thrown
   */
  fail(thrown) {
    if (thrown === this.#reported) return;
    this.#reported = thrown;
    this.#stage.explain(couldNotLoad(inheritedLanguage(this.#element)));
    this.#announcer.fail(asFailure(thrown));
  }

  /**
   * Shows the fallback and reports the failure, after the engine has stopped for the whole page.
   * @param {Failure} failure
   */
  engineStopped(failure) {
    this.#showFallback();
    this.#announcer.expect();
    this.fail(failure);
  }

  /** Shows the fallback after a failure. The answers stay for the next engine. */
  #showFallback() {
    this.earlyAnswers = this.#lastAnswers;
    this.session = undefined; // never freed, because the engine that would do it may have stopped
    this.#stage.showFallback();
  }
}
