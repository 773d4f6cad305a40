// What is in the shadow root: the fallback that the page put between the tags, or what the engine draws.

import WIDGET_STYLES from "built/widget.css";

/** Room for the start screen, as the published snippet keeps it free: more where the window is narrow. */
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

  /** The fallback in place of what cannot go on. */
  showFallback() {
    this.#mount?.remove();
    this.#mount = undefined;
    this.#root.append(this.#fallback);
  }

  /** @param {string} sentence for a reader to whom the page shows nothing else */
  explain(sentence) {
    if (!this.#mount && !this.#fallback.assignedNodes().length) this.#fallback.textContent = sentence;
  }

  /** yew never removes its listeners from the mount: taken off the element, the two do not keep each other alive. */
  detach() {
    this.#mount?.remove();
  }

  attach() {
    if (this.#mount && !this.#mount.isConnected) this.#root.append(this.#mount);
  }
}
