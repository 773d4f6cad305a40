// The reader's choices on our pages: language and colours, behind one control. They are in the address, so that a link
// to the page keeps them, and in the links to our other pages.

import { LANGUAGES } from "./texts.js";

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind} the element of this id, which the page has
 */
export function elementById(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`expected #${id} to be a ${kind.name}, got ${found?.localName}`);
  return found;
}

export const languageSelect = elementById("language", HTMLSelectElement);
export const themeSelect = elementById("theme", HTMLSelectElement);

languageSelect.replaceChildren(
  ...LANGUAGES.map(({ tag, name }) =>
    Object.assign(document.createElement("option"), { value: tag, lang: tag, text: name }),
  ),
);

foldSettings();

/** Folds the settings, which lie over the page, at Escape, at a press beside them, and when the focus goes on. */
function foldSettings() {
  const settings = document.querySelector("details.settings");
  if (!(settings instanceof HTMLDetailsElement)) return;
  const foldFor = (/** @type {EventTarget | null} */ target) => {
    if (target instanceof Node && !settings.contains(target)) settings.open = false;
  };
  document.addEventListener("pointerdown", ({ target }) => foldFor(target));
  settings.addEventListener("focusout", ({ relatedTarget }) => foldFor(relatedTarget));
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !settings.open) return;
    const isInside = settings.contains(document.activeElement);
    settings.open = false;
    if (isInside) settings.querySelector("summary")?.focus();
  });
}

/** The chosen theme, or `system` if the reader chose none. @param {string | null | undefined} theme */
export const ownTheme = (theme) => (theme === "light" || theme === "dark" ? theme : "system");

/**
 * Sets the texts of the elements that name a key.
 * @param {(key: string) => string} text
 */
export function showTexts(text) {
  document.documentElement.lang = languageSelect.value;
  for (const node of document.querySelectorAll("[data-text]")) {
    const shown = text(node.getAttribute("data-text") ?? "");
    if (shown) node.textContent = shown;
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    const shown = text(node.getAttribute("data-label") ?? "");
    if (shown) node.setAttribute("aria-label", shown);
  }
}

/**
 * Sets the choices in the query of the address, and in the links to our other pages.
 * @param {URLSearchParams} query
 */
export function keepInLinks(query) {
  query.set("lang", languageSelect.value);
  query.set("theme", themeSelect.value);
  for (const link of document.querySelectorAll("a[data-keep]")) {
    const target = new URL(link.getAttribute("href") ?? "", location.href);
    for (const key of ["lang", "theme"]) target.searchParams.set(key, query.get(key) ?? "");
    link.setAttribute("href", target.href);
  }
}

/**
 * Calls `changed` when the reader chooses something, and updates the page's address.
 * @param {URLSearchParams} query
 * @param {() => void} changed
 */
export function followChoices(query, changed) {
  for (const select of [languageSelect, themeSelect]) {
    select.addEventListener("change", () => {
      changed();
      try {
        history.replaceState(history.state, "", `?${query}${location.hash}`);
      } catch {} // a page of opaque origin may not change its address
    });
  }
}
