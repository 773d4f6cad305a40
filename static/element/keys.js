// Keeps keys that are meant for a control of the evaluator from the page around it: a page with shortcuts sees the
// element, not the field inside, and would take arrows, spaces and digits for its own. All other keys pass (Escape, Tab,
// and whatever is pressed together with Ctrl, Alt or Meta), because a dialog or a menu of the page may need them.

/** The keys that a radio button or a field uses, besides those that write a character. */
const USED = /^(.|Arrow.*|Home|End|Page.*|Enter|Backspace|Delete)$/u;

/** @param {ShadowRoot} root */
export function keepKeys(root) {
  const keep = (/** @type {Event} */ event) => {
    const { target, key, ctrlKey, altKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    const control = /** @type {HTMLElement} */ (target);
    // What is in a slot is the page's own. AltGr, which writes characters, is Ctrl and Alt together.
    if (!root.contains(control) || !USED.test(key) || metaKey || ctrlKey !== altKey) return;
    const isField = control.matches("input, textarea, select");
    if (isField || (/^( |Enter)$/.test(key) && control.matches("button, a, summary"))) event.stopPropagation();
  };
  for (const name of ["keydown", "keypress", "keyup"]) root.addEventListener(name, keep);
}
