// One running instance of a wasm module, and its end. A panic ends it, and so does a trap that is none: memory or stack
// that has run out. What its memory holds then cannot be trusted, so no call reaches it any more.

import { Failure, messageOf } from "./failure.js";
import { fetchFile } from "./files.js";

/**
 * Makes a new instance of the glue, the script between a module and the page. The build takes its loading out; `isA`
 * stands for `instanceof`.
 * @template Glue
 * @typedef {(isA: (value: unknown, name: string) => boolean) => Glue & Parts} MakeGlue
 */
/** @typedef {{ imports(): WebAssembly.Imports, begin(instance: { exports: object }): void }} Parts */

/** The exports that the browser calls: for events, tasks and collected objects. Nobody is there to catch an error. */
const CALLED_BY_BROWSER = /invoke|free|destroy/;

/**
 * Loads a module and starts an instance of it.
 * @template Glue
 * @param {string} path of its wasm
 * @param {MakeGlue<Glue>} makeGlue
 * @param {(failure: Failure) => void} stopped is called once, when the instance has ended
 */
export async function startInstance(path, makeGlue, stopped) {
  /** @type {Failure | undefined} */
  let failure;
  /** @param {string} message */
  const stop = (message) => {
    if (failure) return;
    failure = new Failure("internal", message);
    stopped(failure);
  };
  /** @type {(item: [name: string, call: unknown]) => [name: string, call: unknown]} */
  const guarded = ([name, call]) => {
    if (typeof call !== "function") return [name, call];
    const guard = (/** @type {unknown[]} */ ...input) => {
      try {
        if (!failure) return call(...input);
      } catch (thrown) {
        if (!isTrap(thrown)) throw thrown;
        stop(messageOf(thrown));
      }
      if (!CALLED_BY_BROWSER.test(name)) throw failure;
      return []; // the glue looks for an error in what a callback returns
    };
    return [name, guard];
  };
  const glue = makeGlue(isA);
  const { exports } = await fetchFile(path, async (response) => {
    // A server may know no type for wasm; the browser then refuses to compile while it loads.
    const isKnown = response.headers.get("content-type") === "application/wasm";
    const { instance } = isKnown
      ? await WebAssembly.instantiateStreaming(response, glue.imports())
      : await WebAssembly.instantiate(await response.arrayBuffer(), glue.imports());
    return instance;
  });
  glue.begin({ exports: Object.fromEntries(Object.entries(exports).map(guarded)) });
  return { glue, exports, stop };
}

/**
 * Whether an error comes from wasm that cannot go on. Browsers have no class of their own for a stack that is too deep.
 * @param {unknown} thrown
 */
const isTrap = (thrown) => /^RuntimeError|call stack|recursion/.test(String(thrown));

/**
 * Whether a value is of a class of the browser, also where the page has a class of its own under that name.
 * @param {unknown} value
 * @param {string} name
 */
function isA(value, name) {
  let level = /** @type {Record<symbol, unknown> | null} */ (value);
  while (level && !(Object.hasOwn(level, Symbol.toStringTag) && level[Symbol.toStringTag] === name))
    level = Object.getPrototypeOf(level);
  return Boolean(level);
}
