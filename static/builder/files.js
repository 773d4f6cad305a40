// Loads what the builder's page needs: the module, the texts, and the catalogue's files. All of them are beside this
// script.

import assessments from "../assessments/index.json";
import { attributes } from "../attributes.json";
import { LANGUAGES } from "../page/texts.js";

/** The folder of this page. */
const here = new URL(".", import.meta.url);

/**
 * Fetches a JSON file of the release.
 * @param {string} path
 */
async function json(path) {
  const response = await fetch(new URL(path, here));
  if (!response.ok) throw new Error(`${path}: expected status 200, got ${response.status}`);
  return response.json();
}

/**
 * Fetches a file for each language, by its tag.
 * @param {string} folder
 */
async function byLanguage(folder) {
  const files = LANGUAGES.map(async ({ tag }) => [tag, await json(`${folder}/${tag}.json`)]);
  return Object.fromEntries(await Promise.all(files));
}

/** Loads the texts of this page, by language and key. @returns {Promise<Record<string, Record<string, string>>>} */
export const loadTexts = () => byLanguage("site");

/** Loads and starts the module of this page. */
export async function loadModule() {
  /** @type {typeof import("../../target/types/builder.js")} */
  const module = await import(String(new URL("builder.js", here)));
  await module.default({ module_or_path: fetch(new URL("builder_bg.wasm", here)) });
  return module;
}

/**
 * Loads the catalogue's files, and finds the folder of this release.
 * @param {string} version
 */
export async function loadFiles(version) {
  const [release, locales, ...checks] = await Promise.all([
    findRelease(version),
    byLanguage("locales"),
    ...assessments.map(async ({ id }) => ({ id, file: await json(`assessments/${id}.json`) })),
  ]);
  return { ...release, locales, assessments: checks, languages: LANGUAGES, attributes: { attributes } };
}

/**
 * Finds the folder of this release: one named by its version, or that of this page.
 * @param {string} version
 */
async function findRelease(version) {
  const versioned = new URL(`${version}/`, here).href;
  const integrity = await json(`${version}/integrity.json`).catch(() => undefined);
  if (integrity) return { base: versioned, versioned: true, integrity };
  return {
    base: here.href,
    versioned: here.pathname.endsWith(`/${version}/`),
    integrity: await json("integrity.json").catch(() => null),
  };
}
