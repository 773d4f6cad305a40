// The page around the element: the choice between the assessments, the language and the theme; in a frame nothing but
// the element. It is a host like any other and uses only what a host may use. The address says what is shown, so a link
// to it can be passed on; `page-options.js` reads it, `page-frame.js` talks to the page around a frame.

import { inform } from "./page-frame.js";
import { measured } from "./page-model.js";
import { BUILT_IN, read } from "./page-options.js";
import { TEXTS, fill } from "./page-texts.js";

const framed = window.parent !== window;
const query = new URLSearchParams(location.search);
const { options, problems } = read(location.search, location.href);
const [language, theme] = ["language", "theme"].map((id) => document.getElementById(id));

// A frame shows an assessment whatever its address says, and so does an address that names one that is not to be had.
const assessment = options.assessment ?? (framed || query.has("assessment") ? BUILT_IN[0] : undefined);

const shortened = (tag) => tag.slice(0, 2).toLowerCase();
const preferred = () => navigator.languages.map(shortened).find((tag) => tag in TEXTS);
const wanted = options.lang && shortened(options.lang);
language.value = wanted in TEXTS ? wanted : (preferred() ?? "en");
// The colours of a page around a frame cannot be asked for. Most pages are light, whatever the reader's device is.
theme.value = ["light", "dark"].includes(options.theme) ? options.theme : "system";
const colours = () => (framed && !options.theme ? "light" : theme.value);

document.documentElement.toggleAttribute("data-framed", framed);
let widget;
if (assessment) {
  widget = document.createElement("partner-fit");
  document.getElementById("choice").remove();
  start();
}

/** Gives the element what the address asks for, and lets it begin. */
async function start() {
  const { profile, strings } = options;
  // Whether a frame of opaque origin may save files cannot be asked, and nothing tells whether it has.
  if (framed && self.origin === "null") strings["share.downloaded"] ??= TEXTS[language.value].downloaded;
  const attributes = { load: "eager", "heading-level": "1", storage: options.storage ?? (framed ? "none" : "local"), layout: options.layout };
  for (const [name, value] of Object.entries(attributes)) if (value) widget.setAttribute(name, value);
  widget.toggleAttribute("no-review", options.review === "no");
  if (options.accent) colour(options.accent);
  const fallback = document.createElement("p");
  fallback.className = "fallback";
  widget.append(fallback);
  widget.addEventListener("pf-error", ({ detail }) => {
    fallback.textContent = TEXTS[language.value].failed;
    if (detail.code === "language-unknown" && options.lang) complain([{ parameter: "lang", expected: "lang", got: options.lang }]);
    if (detail.code === "answers-invalid") withoutRefused(detail.problems ?? []);
  });
  widget.addEventListener("pf-ready", followTitle);
  if (framed) inform(widget, options.origin);

  const { model, problems: refused } = await measured(options, assessment);
  complain(refused);
  if (Object.keys(profile).length > 0) widget.profile = { ...profile };
  if (Object.keys(strings).length > 0) widget.strings = { ...strings };
  if (model) widget.model = model;
  widget.setAttribute("assessment", assessment);
  document.querySelector("main").append(widget);
}

/** Texts of which the element refuses one are refused together: those that are good are given to it again. */
function withoutRefused(refusals) {
  const { strings } = options;
  const keys = refusals.map(({ path }) => path.replace(/^strings\./, "")).filter((key) => key in strings);
  if (keys.length === 0) return;
  complain(keys.map((key) => ({ parameter: `text-${key}`, expected: "text", got: strings[key] })));
  for (const key of keys) delete strings[key];
  widget.strings = { ...strings };
}

/** The accent, one for all or one on light and one on dark; and on it black or white: whichever can be read better. */
function colour(accent) {
  const colours = accent.split(",");
  const both = (values) => (values.length > 1 ? `light-dark(${values})` : values[0]);
  widget.style.setProperty("--pf-accent", both(colours));
  widget.style.setProperty("--pf-on-accent", both(colours.map(over)));
}

function over(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? "#000" : "#fff";
}

/** Says what of the address was not understood, for whoever made it; the reader can go on. */
function complain(found) {
  problems.push(...found);
  if (problems.length === 0) return;
  let note = document.getElementById("wrong");
  if (!note) {
    note = document.createElement("aside");
    note.id = "wrong";
    document.querySelector("main").prepend(note);
  }
  const texts = TEXTS[language.value];
  const add = (parent, name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };
  note.replaceChildren();
  add(add(note, "p", ""), "strong", texts["wrong.title"]);
  add(note, "p", texts["wrong.intro"]);
  const list = add(note, "ul", "");
  for (const { parameter, expected, got, ...words } of problems) {
    const item = add(list, "li", "");
    add(item, "code", brief(parameter));
    item.append(": ", fill(texts["wrong.item"], { expected: fill(texts[`expect.${expected}`], words), got: brief(got) || texts["wrong.nothing"] }));
  }
}

/** What somebody else wrote, as it is repeated: bounded, on one line, in one direction. */
const brief = (text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd").slice(0, 80);

/** The title of this page follows what is on the screen: in a window of its own, and in a frame's own document. */
function followTitle() {
  const root = widget.shadowRoot;
  const part = (name) => root.querySelector(`[part~="${name}"]`);
  const titled = () => {
    const heading = part("heading")?.textContent.trim();
    if (!heading) return;
    const said = part("error-summary") ? fill(TEXTS[language.value].error, { heading }) : heading;
    if (document.title !== `${said} · Partner-fit`) document.title = `${said} · Partner-fit`;
  };
  new MutationObserver(titled).observe(root, { childList: true, characterData: true, subtree: true });
  titled();
  widget.removeEventListener("pf-ready", followTitle);
}

function show() {
  const texts = TEXTS[language.value];
  document.documentElement.lang = language.value;
  document.documentElement.dataset.theme = colours();
  // As the address has it: what this page has no words for, the element may have.
  if (widget && options.lang) widget.setAttribute("lang", options.lang);
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = texts[node.dataset.text];
  if (!widget?.shadowRoot) document.title = assessment in texts ? `${texts[assessment]} · Partner-fit` : "Partner-fit";
  query.set("lang", language.value);
  query.set("theme", theme.value);
  for (const link of document.querySelectorAll("a[data-keep]")) {
    const target = new URL(link.getAttribute("href"), location.href);
    for (const key of ["lang", "theme"]) target.searchParams.set(key, query.get(key));
    link.href = target.href;
  }
  complain([]);
}

function choose() {
  options.lang &&= language.value;
  show();
  try {
    history.replaceState(null, "", `?${query}`);
  } catch {} // a page of opaque origin may not; then the address stays as it was
}

language.addEventListener("change", choose);
theme.addEventListener("change", choose);
show();
