// What the host hears of an element: its events, the promise `ready`, and the states `complete` and `error`. Nothing is
// told before `pf-ready` has said that there is something for it to happen in.

import { hasResultPart } from "./engine.js";

/** @typedef {import("./failure.js").Failure} Failure */

export class Announcer {
  #element;
  #internals;
  /** @type {Promise<void>} */
  #ready = Promise.resolve();
  /** What settles `ready`, until it is settled.
   * @type {{ resolve(): void, reject(failure: Failure): void } | undefined} */
  #pending;
  #isReady = false;
  /** Events before `pf-ready`. @type {[string, unknown][]} */
  #queuedEvents = [];
  /** What the host asked for before the element was ready, and cannot be done. @type {Failure[]} */
  #queuedFailures = [];

  /**
   * @param {HTMLElement} element
   * @param {ElementInternals} internals
   */
  constructor(element, internals) {
    this.#element = element;
    this.#internals = internals;
    this.expect();
  }

  get ready() {
    return this.#ready;
  }

  /** Makes a new `ready`, if the last one is settled. */
  expect() {
    if (this.#pending) return;
    this.#ready = new Promise((resolve, reject) => (this.#pending = { resolve, reject }));
    // `pf-error` says it; a host that does not ask must not see an unhandled rejection.
    this.#ready.catch(() => {});
  }

  /** Holds events back until `begin`. */
  pause() {
    this.#isReady = false;
    this.#queuedEvents.length = 0;
  }

  /**
   * The host may have everything of the engine from here on.
   * @param {{ assessment: string, version: string }} detail
   */
  begin(detail) {
    this.#isReady = true;
    this.resolve();
    this.#dispatch("pf-ready", detail);
    for (const failure of this.#queuedFailures.splice(0)) this.report(failure);
    for (const [name, event] of this.#queuedEvents.splice(0)) this.#dispatch(name, event);
  }

  /** Fulfils `ready`, once all of the engine is there. */
  resolve() {
    if (!hasResultPart()) return;
    this.#internals.states.delete("error");
    this.#pending?.resolve();
    this.#pending = undefined;
  }

  /**
   * The element cannot go on.
   * @param {Failure} failure
   */
  fail(failure) {
    this.#internals.states.add("error");
    this.#pending?.reject(failure);
    this.#pending = undefined;
    this.report(failure);
  }

  /**
   * Tells a failure that the element goes on after.
   * @param {Failure} failure
   */
  report({ code, message, problems }) {
    this.#dispatch("pf-error", problems ? { code, message, problems } : { code, message });
  }

  /**
   * Does what the host has asked for before it could be told that it cannot be done. A failure is told after
   * `pf-ready`, and something else is done.
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
   * @param {string} name
   * @param {unknown} detail
   */
  tell(name, detail) {
    if (this.#isReady) this.#dispatch(name, detail);
    else this.#queuedEvents.push([name, detail]);
  }

  /** @param {boolean} isComplete whether every question is answered */
  setComplete(isComplete) {
    this.#internals.states[isComplete ? "add" : "delete"]("complete");
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #dispatch(name, detail) {
    this.#element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
