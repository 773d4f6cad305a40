// Fetches the files that the element loads. Files of the release are fetched with the hash that the build put into this
// script, so that the browser refuses any other; the response that was checked is the one that is used.

import languages from "../locales/index.json";
import { ChangedFile, Failure, messageOf } from "./failure.js";

/** How long a file may take. The network may never say that it will not come. */
const LIMIT_MS = 30_000;

/** @type {Record<string, () => URL | string>} */
const fileLocations = {};

/**
 * Sets where the files of the release are, for applications whose bundler renames them.
 * @param {Record<string, () => URL | string>} locations
 */
export function locate(locations) {
  Object.assign(fileLocations, locations);
}

/**
 * The address of a file of the release.
 * @param {string} path
 */
export const addressOf = (path) => fileLocations[path]?.() ?? new URL(path, import.meta.url);

/**
 * Does what needs a file, with a signal that aborts once it has taken too long.
 * @template Result
 * @param {(signal: AbortSignal) => Promise<Result>} work
 */
async function inTime(work) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error("it has not come within 30 s")), LIMIT_MS);
  try {
    return await work(late.signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Fetches a file of the release and reads it. Throws if it is missing or changed.
 * @template Result
 * @param {string} path
 * @param {(response: Response) => Promise<Result>} read
 */
export const fetchFile = (path, read) =>
  inTime(async (signal) => {
    const response = await fetchPinned(path, signal);
    if (!response.ok) throw new Error(`${path}: expected status 200, got ${response.status}`);
    return read(response);
  });

/**
 * Fetches a file of the release, with any status. With status 200 the response has the bytes of this release.
 * @param {string} path
 * @param {AbortSignal} signal
 */
async function fetchPinned(path, signal) {
  const url = addressOf(path);
  const pin = PINS[path];
  const options = pin ? { integrity: `sha384-${pin}`, signal } : { signal };
  try {
    return await fetch(url, options);
  } catch {
    signal.throwIfAborted();
  }
  // A missing response, a bad status and a changed file all end like that: a second request finds out which it was.
  const response = await fetch(url, { signal });
  if (!response.ok) return response;
  await response.blob(); // throws if the response breaks off
  return fetch(url, options).catch(() => {
    signal.throwIfAborted();
    throw new ChangedFile(`expected the file of this release, got another (${path})`);
  });
}

/**
 * Whether this release has an assessment of this name.
 * @param {string} name
 */
export const isBuiltIn = (name) => Object.hasOwn(PINS, `assessments/${name}.json`);

/**
 * Whether this release has texts in this language.
 * @param {string | undefined} language
 */
export const hasTexts = (language) => Object.hasOwn(PINS, `locales/${language}.json`);

/**
 * Fetches the element's texts in one language, or in the first if the release does not have that one: an assessment may
 * be in any language.
 * @param {string} language
 */
export function fetchTexts(language) {
  const path = `locales/${[language, language.split("-")[0]].find(hasTexts) ?? languages[0]?.tag}.json`;
  return readJson(`the texts ${path}`, (signal) => fetchPinned(path, signal));
}

/**
 * Fetches an assessment of this release by its name.
 * @param {string} name
 */
export function fetchBuiltIn(name) {
  const path = `assessments/${name}.json`;
  return readJson(`the assessment ${path}`, (signal) => fetchPinned(path, signal));
}

/**
 * Fetches an assessment of the page by its address.
 * @param {string} address
 */
export const fetchAssessment = (address) =>
  readJson(`the assessment ${address}`, async (signal) => {
    const url = new URL(address, document.baseURI);
    const response = await fetch(url, { signal });
    // Whoever names an address means that site, and not another one to which it sends on whatever it is asked.
    const { origin } = new URL(response.url || url);
    if (origin !== url.origin) throw new Error(`${url.origin} sent it on to ${origin}`);
    return response;
  });

/**
 * @param {string} what
 * @param {(signal: AbortSignal) => Promise<Response>} ask
 * @returns {Promise<unknown>}
 */
async function readJson(what, ask) {
  const invalid = (/** @type {string} */ message) =>
    new Failure("assessment-invalid", `${what}: ${message}`, [{ path: "", message }]);
  let status = 0;
  let text = "";
  try {
    await inTime(async (signal) => {
      const response = await ask(signal);
      status = response.status;
      text = await response.text();
    });
  } catch (cause) {
    if (cause instanceof ChangedFile) throw invalid(cause.message);
    throw new Failure("assessment-unreachable", `${what}: expected an answer, got none (${messageOf(cause)})`);
  }
  if (status !== 200) throw new Failure("assessment-unreachable", `${what}: expected status 200, got ${status}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`expected JSON, got something else: ${messageOf(cause)}`);
  }
}
