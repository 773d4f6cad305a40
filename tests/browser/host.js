// The state of a page apart from the widget: everything that an embed could change and must not. A check records it
// before and compares it after. It runs inside the page, after inside.js.

import { drawn } from "./inside.js";

/** Every element outside the widgets, also in the host's own shadow roots. */
function* outside(/** @type {ParentNode} */ node = document) {
  for (const child of node.children) {
    if (child.localName === "partner-fit") continue;
    yield child;
    if (child.shadowRoot) yield* outside(child.shadowRoot);
    yield* outside(child);
  }
}

/** The path of an element, by which two recordings can be compared. */
function pathOf(node) {
  const parent = node.parentNode ?? node.host;
  if (!parent || node === document) return "";
  if (!node.localName) return `${pathOf(node.host)} #shadow`;
  const same = [...parent.children].filter((other) => other.localName === node.localName);
  return `${pathOf(parent)} ${node.localName}${node.id ? `#${node.id}` : same.length > 1 ? `:${same.indexOf(node)}` : ""}`.trim();
}

/** A place in whole pixels: Firefox may come back to a fraction of one, which nobody sees. */
const whole = (/** @type {number} */ x, /** @type {number} */ y) => `${Math.round(x)}, ${Math.round(y)}`;

/** Whether a widget is inside, at any depth. */
const holds = (node) =>
  [...node.children].some((child) => child.localName === "partner-fit" || holds(child)) ||
  (!!node.shadowRoot && holds(node.shadowRoot));

/** The properties that grow with a widget inside: the height, and those computed from it. */
const GROWS = ["height", "block-size", "perspective-origin", "transform-origin"];

/**
 * The objects that scripts share and could patch; every global of the window, because a driver may run this with its
 * own.
 */
const SHARED = () =>
  Object.fromEntries([
    ["window", window],
    ...["document", "history", "location", "navigator", "console", "customElements", "Math", "JSON", "Reflect"].map(
      (name) => [name, window[name]],
    ),
    ...[
      "Object",
      "Array",
      "String",
      "Number",
      "Function",
      "Promise",
      "Map",
      "Symbol",
      "Error",
      "Intl",
      "CSS",
      "WebAssembly",
      "Event",
      "EventTarget",
      "Node",
      "Element",
      "HTMLElement",
      "Document",
      "ShadowRoot",
      "CustomElementRegistry",
      "Window",
      "History",
      "Storage",
      "Navigator",
      "CSSStyleSheet",
    ].flatMap((name) => [
      [name, window[name]],
      [`${name}.prototype`, window[name]?.prototype],
    ]),
  ]);

async function state() {
  const facts = new Map();
  /** @param {string} about @param {string} what @param {unknown} value */
  const note = (about, what, value) => facts.set(`${about}: ${what}`, value);
  for (const node of outside()) {
    const at = pathOf(node);
    const style = getComputedStyle(node);
    for (const property of style) note(`style of ${at}`, property, style.getPropertyValue(property));
    for (const { name, value } of node.attributes) note(`attribute of ${at}`, name, value);
    const children = [...node.childNodes].filter((child) => child.localName !== "partner-fit");
    note(
      "children",
      at,
      children.map((child) => `${child.nodeName} ${child.nodeType === 1 ? "" : child.data}`).join("|"),
    );
    note("scrolling", at, whole(node.scrollLeft, node.scrollTop));
    note("properties", at, Reflect.ownKeys(node).map(String).join());
  }
  for (const [owner, held] of Object.entries(SHARED())) {
    if (!held) continue;
    for (const key of Reflect.ownKeys(held)) {
      if (/^\d+$/.test(String(key)) || MINE.includes(String(key))) continue;
      const { value, get, set } = Object.getOwnPropertyDescriptor(held, key) ?? {};
      note(`global of ${owner}`, String(key), value ?? get ?? set);
    }
  }
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  note(
    "page",
    "sheets",
    sheets.map((one) => `${one.href} ${[...one.cssRules].map((rule) => rule.cssText).join(" ")}`).join("\n"),
  );
  note("page", "adopted sheets", document.adoptedStyleSheets.length);
  note("page", "fonts", [...(document.fonts ?? [])].map((font) => font.family).join());
  note("page", "title", document.title);
  note("page", "address", location.href);
  note("page", "history", `${history.length} ${JSON.stringify(history.state)} ${history.scrollRestoration}`);
  note("focus", "element", pathOf(document.activeElement ?? document));
  note("scrolling", "page", whole(scrollX, scrollY));
  note("storage", "cookies", document.cookie);
  note("storage", "local", JSON.stringify(Object.entries(localStorage)));
  note("storage", "session", JSON.stringify(Object.entries(sessionStorage)));
  note("storage", "databases", JSON.stringify(await indexedDB.databases?.()));
  note("storage", "caches", JSON.stringify(await self.caches?.keys()));
  return facts;
}

/** The elements that the checks and Chromium's driver write to. */
const MINE = ["subject", "putAt", "ret_nodes", "se_exportedFunctionSymbol"];

/**
 * The differences from the recording, except those that begin with a name in `except`; "height" is that of elements
 * around a widget.
 */
async function differences(except) {
  const [before, after] = [noted.before, await state()];
  const grown = except.includes("height")
    ? [...outside()].filter(holds).flatMap((node) => GROWS.map((name) => `style of ${pathOf(node)}: ${name}`))
    : [];
  const found = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (
      Object.is(before.get(key), after.get(key)) ||
      grown.includes(key) ||
      except.some((name) => key.startsWith(name))
    )
      continue;
    const say = (value) => (value === undefined ? "none" : String(value).slice(0, 300));
    found.push(`${key}: ${say(before.get(key))} → ${say(after.get(key))}`);
  }
  return found;
}

/** Waits until what the host itself animates has come to rest. */
async function rest() {
  await drawn();
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
}

export { differences, rest, state };
