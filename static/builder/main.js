// The builder's page. It loads the module (`../../src/builder`) and does what the module cannot do itself: clipboard,
// files, focus. The module decides what can be chosen and what is copied.

import {
  elementById,
  followChoices,
  keepInLinks,
  languageSelect,
  ownTheme,
  showTexts,
  themeSelect,
} from "../page/preferences.js";
import { fill } from "../page/placeholders.js";
import { ownLanguage, readersLanguage } from "../page/texts.js";
import { loadFiles, loadModule, loadTexts } from "./files.js";
import { makePreview } from "./preview.js";

/** @typedef {import("../../target/types/builder.js").Builder} Builder */

const MAX_FILE_BYTES = 256 * 1024;
const query = new URLSearchParams(location.search);
const [loading, bar] = [elementById("loading", HTMLElement), elementById("bar", HTMLElement)];

/** @type {Record<string, Record<string, string>>} */
let texts = {};
/** @type {Builder | undefined} */
let builder;

languageSelect.value = ownLanguage(query.get("lang") ?? "") ?? readersLanguage();
themeSelect.value = ownTheme(query.get("theme"));

/**
 * @param {string} key
 * @param {Record<string, string>} [values]
 */
const text = (key, values = {}) => fill(texts[languageSelect.value]?.[key] ?? "", values);

const preview = makePreview(elementById("frame", HTMLElement), (message) => {
  elementById("preview-problem", HTMLElement).textContent = message && text("preview.problem", { message });
});

// ---- effects of the module ----

/** Carries out the effects of the module, by their names.
 * @type {Record<string, (value: string) => void>} */
const EFFECTS = {
  copy: async (name) => {
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(builder?.text(name) ?? "");
      isCopied = true;
    } catch {} // refused or missing: the reader can copy the selected text
    builder?.copied(name, isCopied);
  },
  select: (name) => {
    const area = elementById(`copy-${name}`, HTMLTextAreaElement);
    area.focus();
    area.select();
  },
  focus: (id) => document.getElementById(id)?.focus(),
  download: () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([builder?.file() ?? ""], { type: "application/json" }));
    link.download = "partner-fit-settings.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

/**
 * Takes what the module sends: a changed preview, or an effect.
 * @param {string} name
 * @param {unknown} value
 */
function hear(name, value) {
  if (name === "change") {
    keepSettings();
    return preview(/** @type {import("./preview.js").Preview} */ (value));
  }
  // A later task, because the module draws what is to be selected or focused a moment after it asks for that.
  setTimeout(() => EFFECTS[name]?.(String(value)));
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let keeping;

/**
 * Keeps the settings with this page's entry in the history, so that they are there again after somebody has left it. A
 * little later, because browsers limit how often that may be done.
 */
function keepSettings() {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    try {
      history.replaceState({ settings: builder?.file() }, "");
    } catch {} // a page of opaque origin may not
  }, 300);
}

/** Opens the settings file that was chosen. @param {HTMLInputElement} input */
async function open(input) {
  const file = input.files?.[0];
  if (!file) return;
  let settings;
  try {
    if (file.size <= MAX_FILE_BYTES) settings = JSON.parse(await file.text());
  } catch {} // not JSON: the module reports it
  input.value = "";
  builder?.open(settings);
}

bar.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("#open")) elementById("file", HTMLInputElement).click();
});
bar.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.id === "file") open(target);
});
bar.addEventListener(
  "cancel",
  ({ target }) => {
    if (target instanceof Element && target.id === "file") document.getElementById("open")?.focus();
  },
  true,
);

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  // In a text field the browser undoes letter by letter.
  const [inside] = event.composedPath();
  const fields = "textarea:not([readonly]), input:not([type=radio], [type=checkbox], [type=color], [type=file])";
  if (!builder || (inside instanceof Element && inside.matches(fields))) return;
  event.preventDefault();
  if (event.shiftKey) builder.redo();
  else builder.undo();
});

const stage = elementById("stage", HTMLElement);
for (const radio of document.querySelectorAll("[name=width]")) {
  radio.addEventListener("change", () => (stage.dataset.width = /** @type {HTMLInputElement} */ (radio).value));
}

// ---- language and theme of this page ----

function show() {
  document.documentElement.dataset.theme = themeSelect.value;
  showTexts(text);
  document.title = `${text("builder.name") || "Partner-fit"} · Partner-fit`;
  keepInLinks(query);
  builder?.setLanguage(languageSelect.value);
}

followChoices(query, show);
show();

try {
  const [loaded, module] = await Promise.all([loadTexts(), loadModule()]);
  texts = loaded;
  show();
  module.onPanic(() => {
    loading.hidden = false;
    loading.textContent = text("builder.stopped");
  });
  const files = { ...(await loadFiles(module.version())), texts };
  loading.hidden = true;
  elementById("tool", HTMLElement).hidden = false;
  const regions = ["bar", "settings", "copy"].map((id) => elementById(id, HTMLElement));
  const kept = history.state?.settings;
  builder = new module.Builder(regions, files, languageSelect.value, hear);
  if (kept) builder.open(JSON.parse(kept));
} catch (cause) {
  loading.textContent = text("builder.failed") || "This page could not be loaded.";
  throw cause;
}
