// The content of the shadow root: the slot with the page's fallback, or the engine's mount, and before it an unseen
// box that tells the page how wide an evaluator would like to be.

import WIDGET_STYLES from "built/widget.css";

/**
 * The element reserves room for the start screen, as the published snippet does: more if the window is narrow.
 *
 * What the engine draws is laid out by the width that it is given, so it has no width of its own. A page that asks its
 * content for one (flex, grid, float, dialog, table …) would get nothing. The first box answers: it is as wide as
 * `--pf-max-width` where there is room, and shrinks down to 12em. If a page makes the element itself a flex container or
 * a grid, that box has a line of its own, and what is drawn has the whole next one.
 */
const HOST_STYLES = `:host{display:block;flex-wrap:wrap;align-content:start;min-block-size:max(640px,1400px - 160vw);scroll-margin-top:var(--pf-sticky-offset,0px)}
:host([hidden]){display:none}
:host>div{flex:0 0 100%}
:host::before{content:"";display:grid;grid-template-columns:minmax(12em,400em);max-inline-size:var(--pf-max-width,44em);block-size:0;overflow:hidden;font-size:var(--pf-font-size,medium)}`;

/** The sheets of each document, shared by all elements in it: a constructed sheet works only in its own document.
 * @type {WeakMap<Document, CSSStyleSheet[]>} */
const sheets = new WeakMap();

/** @param {Document} page */
function sheetsOf(page) {
  /** @type {(Window & { CSSStyleSheet?: typeof CSSStyleSheet }) | null} */
  const view = page.defaultView;
  if (!view) return []; // a document that is not shown
  const made =
    sheets.get(page) ??
    [HOST_STYLES, WIDGET_STYLES].map((css) => {
      const sheet = new (view.CSSStyleSheet ?? CSSStyleSheet)();
      sheet.replaceSync(css);
      return sheet;
    });
  sheets.set(page, made);
  return made;
}

/** What stands in a page, and hardly in a fallback. */
const PARTS_OF_A_PAGE = "header, footer, main, nav, section, h1, h2, form";

/**
 * Warns of a tag that was written `<partner-fit />`: HTML has no such tags, so all that follows is taken for the
 * fallback, which goes once the evaluator is there.
 * @param {HTMLSlotElement} fallback
 */
function warnOfSwallowed(fallback) {
  if (fallback.assignedElements().some((node) => node.matches(PARTS_OF_A_PAGE))) {
    console.warn("<partner-fit> hides a part of the page: close it by </partner-fit>");
  }
}

export class Stage {
  #root;
  #fallback = document.createElement("slot");
  /** @type {HTMLElement | undefined} */
  #mount;
  /** Why the styles could not be adopted. @type {unknown} */
  fault;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    root.append(this.#fallback);
  }

  /** Adopts the style sheets of the document that the element is in. An error of that is reported by who loads. */
  adoptStyles() {
    try {
      this.#root.adoptedStyleSheets = sheetsOf(this.#root.ownerDocument);
      this.fault = undefined;
    } catch (thrown) {
      this.fault = thrown;
    }
  }

  /** @param {HTMLElement} mount what the engine draws in */
  show(mount) {
    if (mount.parentNode === this.#root) return;
    this.#mount?.remove();
    if (this.#fallback.isConnected) warnOfSwallowed(this.#fallback);
    this.#fallback.remove();
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
}
