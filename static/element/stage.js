// The content of the shadow root: the slot with the page's fallback, or the engine's mount.

import WIDGET_STYLES from "built/widget.css";

/** Reserves room for the start screen, as the published snippet does: more if the window is narrow. */
const HOST_STYLES = ":host{display:block;min-block-size:max(640px,1400px - 160vw)}:host([hidden]){display:none}";

/** One sheet for all elements on the page. @type {CSSStyleSheet | undefined} */
let hostSheet;
/** @type {CSSStyleSheet | undefined} */
let widgetSheet;

/** @param {string} css */
const sheetOf = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

export class Stage {
  #root;
  #fallback = document.createElement("slot");
  /** @type {HTMLElement | undefined} */
  #mount;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    hostSheet ??= sheetOf(HOST_STYLES);
    root.adoptedStyleSheets = [hostSheet];
    root.append(this.#fallback);
  }

  /** @param {HTMLElement} mount what the engine draws in */
  show(mount) {
    hostSheet ??= sheetOf(HOST_STYLES);
    widgetSheet ??= sheetOf(WIDGET_STYLES);
    this.#fallback.remove();
    this.#root.adoptedStyleSheets = [hostSheet, widgetSheet];
    this.#root.append(mount);
    this.#mount = mount;
  }

  /** Shows the fallback after a failure. */
  showFallback() {
    this.#mount?.remove();
    this.#mount = undefined;
    this.#root.append(this.#fallback);
  }

  /** @param {string} sentence for a reader to whom the page shows nothing else */
  explain(sentence) {
    if (!this.#mount && !this.#fallback.assignedNodes().length) this.#fallback.textContent = sentence;
  }

  /** Takes the mount out of the root. yew never removes its listeners, and the two would keep each other alive. */
  detach() {
    this.#mount?.remove();
  }

  attach() {
    if (this.#mount && !this.#mount.isConnected) this.#root.append(this.#mount);
  }
}
