// Fetches the files that the element loads. Files of the release are fetched with the hash that the build put into this
// script, so that the browser refuses any other; the response that was checked is the one that is used.

import { ChangedFile, Failure, messageOf } from "./failure.js";

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
 * Fetches a file of the release, and throws if it is missing or changed.
 * @param {string} path
 */
export async function fetchFile(path) {
  const response = await fetchPinned(path);
  if (!response.ok) throw new Error(`${path}: expected status 200, got ${response.status}`);
  return response;
}

/**
 * Fetches a file of the release, with any status. With status 200 the response has the bytes of this release.
 * @param {string} path
 */
async function fetchPinned(path) {
  const url = addressOf(path);
  const pin = PINS[path];
  const options = pin ? { integrity: `sha384-${pin}` } : {};
  try {
    return await fetch(url, options);
  } catch {}
  // A missing response, a bad status and a changed file all end like that: a second request finds out which it was.
  const response = await fetch(url);
  if (!response.ok) return response;
  await response.blob(); // throws if the response breaks off
  return fetch(url, options).catch(() => {
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
 * Fetches the element's texts in one language.
 * @param {string} language
 */
export function fetchTexts(language) {
  const path = `locales/${language}.json`;
  return readJson(`the texts ${path}`, () => fetchPinned(path));
}

/**
 * Fetches an assessment of this release by its name.
 * @param {string} name
 */
export function fetchBuiltIn(name) {
  const path = `assessments/${name}.json`;
  return readJson(`the assessment ${path}`, () => fetchPinned(path));
}

/**
 * Fetches an assessment of the page by its address.
 * @param {string} address
 */
export const fetchAssessment = (address) =>
  readJson(`the assessment ${address}`, () => fetch(new URL(address, document.baseURI)));

/**
 * @param {string} what
 * @param {() => Promise<Response>} ask
 * @returns {Promise<unknown>}
 */
async function readJson(what, ask) {
  const invalid = (/** @type {string} */ message) =>
    new Failure("assessment-invalid", `${what}: ${message}`, [{ path: "", message }]);
  let response, text;
  try {
    response = await ask();
    text = await response.text();
  } catch (cause) {
    if (cause instanceof ChangedFile) throw invalid(cause.message);
    throw new Failure("assessment-unreachable", `${what}: expected an answer, got none (${messageOf(cause)})`);
  }
  if (response.status !== 200) {
    throw new Failure("assessment-unreachable", `${what}: expected status 200, got ${response.status}`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`expected JSON, got something else: ${messageOf(cause)}`);
  }
}
