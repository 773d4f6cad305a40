// The page on which a check is made one's own: it loads what is needed, passes on what the engine of this page
// (../src/builder) cannot do itself (clipboard, files, focus), and sets the widget that is shown. What can be chosen
// and what is copied is decided there.

import init, { Builder, onPanic, version } from "./builder.js";
import { adapt } from "./partner-fit.js";

const LANGUAGES = ["en", "nl"];
const MAX_FILE_BYTES = 256 * 1024;
const here = new URL(".", location.href);
const query = new URLSearchParams(location.search);
const at = (id) => document.getElementById(id);
const [language, theme] = [at("language"), at("theme")];

let texts = {};
let builder;
let widget;
let shown = {}; // what the widget was given last
let turn = 0; // rises with every change, so that an overtaken one is dropped
const files = {}; // the assessments, by name

const preferred = () => navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag));
language.value = LANGUAGES.includes(query.get("lang")) ? query.get("lang") : (preferred() ?? "en");
theme.value = ["light", "dark"].includes(query.get("theme")) ? query.get("theme") : "system";

const say = (key) => texts[language.value]?.[key] ?? "";

async function json(path) {
  const response = await fetch(new URL(path, here));
  if (!response.ok) throw new Error(`${path}: expected status 200, got ${response.status}`);
  return response.json();
}

/** All of these files, by their names. */
async function each(names, path) {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await json(path(name))])));
}

/** Where the files of this release lie: in a folder named by its version, or beside this page. */
async function release() {
  const versioned = new URL(`${version()}/`, here).href;
  const integrity = await json(`${version()}/integrity.json`).catch(() => undefined);
  if (integrity) return { base: versioned, versioned: true, integrity };
  return {
    base: here.href,
    versioned: here.pathname.endsWith(`/${version()}/`),
    integrity: await json("integrity.json").catch(() => null),
  };
}

// ---- the widget that is shown ----

async function show(preview) {
  const { attributes, accent, audience, changes, profile, strings } = preview;
  if (!widget) {
    widget = document.createElement("partner-fit");
    widget.addEventListener("pf-error", ({ detail }) => problem(detail.message));
    widget.addEventListener("pf-ready", () => problem(""));
  }
  for (const name of widget.getAttributeNames()) {
    if (!(name in attributes) && !["load", "style"].includes(name)) widget.removeAttribute(name);
  }
  for (const [name, value] of Object.entries({ ...attributes, load: "eager" })) {
    if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
  }
  if (accent) widget.style.setProperty("--pf-accent", accent);
  else widget.style.removeProperty("--pf-accent");
  // What did not change is not set again: that would load the check anew.
  const changed = (name, value) => {
    const before = shown[name];
    shown[name] = JSON.stringify(value);
    return before !== shown[name];
  };
  const own = ++turn;
  try {
    const model = changes ? await adapt(files[audience], changes) : null;
    if (own !== turn) return;
    // What no text is left to name is no placeholder any more.
    const used = Object.entries(profile).filter(([name]) => !model || name in (model.profile ?? {}));
    const [newProfile, newStrings, newModel] = [
      changed("profile", used), changed("strings", strings), changed("changes", [changes, changes && audience]),
    ];
    if (newProfile || newStrings || newModel) problem("");
    if (newProfile) widget.profile = some(Object.fromEntries(used));
    if (newStrings) widget.strings = some(strings);
    if (newModel) widget.model = model;
  } catch (refused) {
    if (own === turn) problem(refused.message);
  }
  if (!widget.isConnected) at("frame").append(widget);
}

const some = (words) => (Object.keys(words).length > 0 ? words : null);

function problem(message) {
  at("preview-problem").textContent = message && say("preview.problem").replace("{message}", message);
}

// ---- what only a page can do ----

const EFFECTS = {
  change: show,
  copy: async (name) => {
    let done = false;
    try {
      await navigator.clipboard.writeText(builder.text(name));
      done = true;
    } catch {} // refused, or not to be had: the text itself is left
    builder.copied(name, done);
  },
  select: (name) => {
    const area = at(`copy-${name}`);
    area.focus();
    area.select();
  },
  focus: (id) => at(id)?.focus(),
  download: () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([builder.file()], { type: "application/json" }));
    link.download = "partner-fit-settings.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

function tell(name, value) {
  if (name === "change") return show(value);
  // Later: what is to be selected or focused is drawn a moment after it is asked for.
  setTimeout(() => EFFECTS[name](value));
}

async function open(input) {
  const [file] = input.files;
  if (!file) return;
  let read;
  try {
    if (file.size <= MAX_FILE_BYTES) read = JSON.parse(await file.text());
  } catch {} // not JSON: told as such
  input.value = "";
  builder.open(read);
}

at("bar").addEventListener("click", ({ target }) => target.closest("#open") && at("file").click());
at("bar").addEventListener("change", ({ target }) => target.id === "file" && open(target));
at("bar").addEventListener("cancel", ({ target }) => target.id === "file" && at("open").focus(), true);

document.addEventListener("keydown", (event) => {
  if (!builder || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  // In a field the browser's own undo goes back letter by letter.
  const [inside] = event.composedPath();
  if (inside.matches?.("textarea:not([readonly]), input:not([type=radio], [type=checkbox], [type=color], [type=file])")) return;
  event.preventDefault();
  if (event.shiftKey) builder.redo();
  else builder.undo();
});

for (const radio of document.querySelectorAll("[name=width]")) {
  radio.addEventListener("change", () => (at("stage").dataset.width = radio.value));
}

// ---- language and theme of this page ----

function speak() {
  document.documentElement.lang = language.value;
  document.documentElement.dataset.theme = theme.value;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text) || node.textContent;
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label) || node.ariaLabel);
  document.title = `${say("page.name") || "Partner-fit"} · Partner-fit`;
  query.set("lang", language.value);
  query.set("theme", theme.value);
  for (const link of document.querySelectorAll("a[data-keep]")) {
    const target = new URL(link.getAttribute("href"), location.href);
    for (const key of ["lang", "theme"]) target.searchParams.set(key, query.get(key));
    link.href = target.href;
  }
  builder?.setLanguage(language.value);
}

function choose() {
  speak();
  history.replaceState(null, "", `?${query}`);
}

language.addEventListener("change", choose);
theme.addEventListener("change", choose);
speak();

try {
  const names = ["partner", "company"];
  [texts] = await Promise.all([each(LANGUAGES, (name) => `builder/${name}.json`), init({ module_or_path: fetch(new URL("builder_bg.wasm", here)) })]);
  speak();
  onPanic(() => {
    at("loading").hidden = false;
    at("loading").textContent = say("page.stopped");
  });
  const [found, assessments, locales] = await Promise.all([
    release(),
    each(names, (name) => `assessments/${name}.json`),
    each(LANGUAGES, (name) => `locales/${name}.json`),
  ]);
  Object.assign(files, assessments);
  const all = { ...found, texts, locales, assessments: names.map((name) => assessments[name]) };
  at("loading").hidden = true;
  at("tool").hidden = false;
  builder = new Builder(["bar", "settings", "copy"].map(at), all, language.value, tell);
} catch (cause) {
  at("loading").textContent = say("page.failed") || "This page could not be loaded.";
  throw cause;
}
