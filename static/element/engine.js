// Starts the wasm modules, each with its glue (the script between it and the page). Each module runs once for the whole
// page. After a panic a module is dead, and the next call that needs it starts a new instance with fresh glue.

import makeChecker from "built/checker.js";
import makeEngine from "built/engine.js";
import { Failure, asFailure, lacking, messageOf, problemText } from "./failure.js";
import { addressOf, fetchFile } from "./files.js";
import { startInstance } from "./instance.js";

/** @typedef {ReturnType<typeof makeEngine>} Engine */
/** @typedef {ReturnType<typeof makeChecker>} Checker */
/** @typedef {import("./failure.js").ErrorCode} ErrorCode */
/** @typedef {{ engineStopped(failure: Failure): void }} Watcher */

/** In a release, the part of the engine that only a result needs. It loads while the first screen is shown. */
const RESULT_PART = "engine_rest.wasm";

/**
 * If the engine's module took less than this to load, the network is fast: then the result part loads before the first
 * drawing.
 */
const SLOW_MS = 400;

/** @type {{ engine?: Promise<Engine>, checker?: Promise<Checker>, resultPart?: Promise<void> }} */
const started = {};
/**
 * Of the engine's exports: the values of JavaScript that it holds, and how it lets one go.
 * @typedef {{ __wbindgen_externrefs: WebAssembly.Table, __externref_table_dealloc(place: number): void }} Held
 */
/** The exports of the engine's wasm, which the result part imports. @type {(Held & WebAssembly.ModuleImports) | undefined} */
let engineExports;
let isResultPartThere = !PINS[RESULT_PART];
/** WeakRefs to all elements with a running engine; they are called when it stops. @type {Set<WeakRef<Watcher>>} */
const watchers = new Set();

/** Whether the part of the engine that only a result needs has loaded. */
export const hasResultPart = () => isResultPartThere;

/** Loads the module that asks, scores and draws. */
export const loadEngine = () =>
  (started.engine ??= startEngine().catch((failure) => {
    delete started.engine; // the next call tries again
    throw failure;
  }));

/** Loads the module that finds the problems of an author's file. */
export const loadChecker = () =>
  (started.checker ??= start("checker", makeChecker, () => delete started.checker).then(
    ({ glue }) => glue,
    (failure) => {
      delete started.checker;
      throw failure;
    },
  ));

/** Loads the part of the engine that only a result needs. */
export const loadResultPart = () =>
  (started.resultPart ??= addResultPart().catch((cause) => {
    delete started.resultPart;
    throw new Failure("wasm-failed", `the rest of the engine could not be started: ${messageOf(cause)}`);
  }));

async function startEngine() {
  const { glue, exports, stop } = await start("engine", makeEngine, engineStopped);
  engineExports = /** @type {Held & WebAssembly.ModuleImports} */ (/** @type {unknown} */ (exports));
  glue.onPanic(stop);
  return glue;
}

async function addResultPart() {
  if (isResultPartThere) return;
  const bytes = await fetchFile(RESULT_PART, (response) => response.arrayBuffer());
  await WebAssembly.instantiate(bytes, { "": /** @type {WebAssembly.ModuleImports} */ (engineExports) });
  isResultPartThere = true;
}

/**
 * Starts a new instance of a module: its wasm and its glue.
 * @template Glue
 * @param {"engine" | "checker"} name
 * @param {import("./instance.js").MakeGlue<Glue>} make
 * @param {(failure: Failure) => void} stopped is called when it has ended
 */
async function start(name, make, stopped) {
  if (!globalThis.WebAssembly?.Module) {
    throw lacking("WebAssembly", "wasm-failed");
  }
  try {
    // The smallest module, and an instance of it, because WebKit refuses only the instance.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (cause) {
    const reason = "this page's policy refuses WebAssembly (script-src needs 'wasm-unsafe-eval')";
    throw new Failure("wasm-blocked", `${reason}: ${messageOf(cause)}`);
  }
  try {
    return await startInstance(`${name}_bg.wasm`, make, stopped);
  } catch (cause) {
    throw new Failure("wasm-failed", `the ${name} could not be started: ${messageOf(cause)}`);
  }
}

/**
 * Registers a watcher, which is called if the engine stops. It is held weakly, so that it can be collected.
 * @param {Watcher} watcher
 */
export function watchEngine(watcher) {
  for (const reference of watchers) {
    const known = reference.deref();
    if (known === watcher) return;
    if (!known) watchers.delete(reference);
  }
  watchers.add(new WeakRef(watcher));
}

/**
 * Drops the engine after its end, and tells every element on the page. Each reports it and keeps its answers.
 * @param {Failure} failure
 */
function engineStopped(failure) {
  engineExports = undefined;
  delete started.engine;
  delete started.resultPart;
  isResultPartThere = !PINS[RESULT_PART];
  const told = [...watchers];
  watchers.clear();
  for (const reference of told) reference.deref()?.engineStopped(failure);
}

/**
 * Calls a module. A module throws the list of problems if an input is wrong; any other error is our defect.
 * @template Result
 * @param {ErrorCode} code of the failure, if the input is wrong
 * @param {() => Result} work
 * @returns {Result}
 */
export function callEngine(code, work) {
  try {
    return work();
  } catch (thrown) {
    throw Array.isArray(thrown) ? new Failure(code, problemText(thrown), thrown) : asFailure(thrown);
  }
}

/** Whether the engine's module took long to load. A page may have preloaded it before this script ran. */
export const isNetworkSlow = () =>
  performance.getEntriesByName(String(addressOf("engine_bg.wasm"))).some(({ duration }) => duration > SLOW_MS);

/**
 * Gives callbacks back that the engine has made and never does: it would hold them, and they what they are for.
 * @param {EventListener[]} callbacks
 */
export function releaseCallbacks(callbacks) {
  if (!engineExports) return;
  const { __wbindgen_externrefs: held, __externref_table_dealloc: release } = engineExports;
  for (let place = 0; place < held.length; place++) {
    if (callbacks.includes(held.get(place))) release(place);
  }
  for (const callback of callbacks) /** @type {EventListener & { _wbg_cb_unref(): void }} */ (callback)._wbg_cb_unref();
}
