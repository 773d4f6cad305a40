// Announces an element to the host: its events, the promise `ready`, and the states `complete` and `error`. Every other
// event waits until `pf-ready` was sent.

import { hasResultPart } from "./engine.js";
import { lacking } from "./failure.js";

/** @typedef {import("./failure.js").Failure} Failure */

export class Announcer {
  #element;
  #internals;
  /** @type {Promise<void>} */
  #ready = Promise.resolve();
  /** Settles `ready`; undefined once it is settled.
   * @type {{ resolve(): void, reject(failure: Failure): void } | undefined} */
  #pending;
  #isReady = false;
  /** Events before `pf-ready`. @type {[string, unknown][]} */
  #queuedEvents = [];
  /** Failures of what the host set before the element was ready. @type {Failure[]} */
  #queuedFailures = [];

  /**
   * @param {HTMLElement} element
   * @param {ElementInternals | undefined} internals
   */
  constructor(element, internals) {
    this.#element = element;
    this.#internals = internals;
    this.expect();
  }

  /** Throws if the browser lacks something without which a page could not style or hear the element. */
  async requireBrowser() {
    if (!this.#internals?.states) throw lacking("ElementInternals.states");
    if (!CSSStyleSheet.prototype.replaceSync) throw lacking("style sheets by script");
  }

  get ready() {
    return this.#ready;
  }

  /** Makes a new promise `ready`, if the last one is settled. */
  expect() {
    if (this.#pending) return;
    this.#ready = new Promise((resolve, reject) => (this.#pending = { resolve, reject }));
    // A failure is reported by `pf-error`; a host that ignores `ready` must not see an unhandled rejection.
    this.#ready.catch(() => {});
  }

  /** Holds events back until `begin`. */
  pause() {
    this.#isReady = false;
    this.#queuedEvents.length = 0;
  }

  /**
   * Announces `pf-ready`, then the failures and events that waited for it.
   * @param {{ assessment: string, version: string }} detail
   */
  begin(detail) {
    this.#isReady = true;
    this.resolve();
    this.#dispatch("pf-ready", detail);
    for (const failure of this.#queuedFailures.splice(0)) this.report(failure);
    for (const [name, event] of this.#queuedEvents.splice(0)) this.#dispatch(name, event);
  }

  /** Fulfils `ready`, once every part of the engine has loaded. */
  resolve() {
    if (!hasResultPart()) return;
    this.#internals?.states?.delete("error");
    this.#pending?.resolve();
    this.#pending = undefined;
  }

  /**
   * Rejects `ready` and reports the failure, after which the element cannot go on.
   * @param {Failure} failure
   */
  fail(failure) {
    this.#internals?.states?.add("error");
    this.#pending?.reject(failure);
    this.#pending = undefined;
    this.report(failure);
  }

  /**
   * Reports a failure.
   * @param {Failure} failure
   */
  report({ code, message, problems }) {
    this.#dispatch("pf-error", problems ? { code, message, problems } : { code, message });
  }

  /**
   * Applies what the host set before the element was ready. If that fails, does `otherwise` and reports the failure
   * after `pf-ready`.
   * @template Result
   * @param {() => Result} work
   * @param {() => Result} otherwise
   */
  attempt(work, otherwise) {
    try {
      return work();
    } catch (failure) {
      const result = otherwise();
      this.#queuedFailures.push(/** @type {Failure} */ (failure));
      return result;
    }
  }

  /**
   * Announces an event. Returns whether its default action may follow: false if the host cancels it.
   * @param {string} name
   * @param {unknown} detail
   */
  tell(name, detail) {
    if (this.#isReady) return this.#dispatch(name, detail);
    this.#queuedEvents.push([name, detail]);
    return true;
  }

  /** @param {boolean} isComplete whether every question is answered */
  setComplete(isComplete) {
    this.#internals?.states?.[isComplete ? "add" : "delete"]("complete");
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #dispatch(name, detail) {
    // Its class by way of an event, because a page may have put something else in the place of `CustomEvent`.
    const OwnEvent = /** @type {typeof CustomEvent} */ (document.createEvent("CustomEvent").constructor);
    const cancelable = name === "pf-action";
    return this.#element.dispatchEvent(new OwnEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }
}
