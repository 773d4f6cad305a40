// Presses that would lead somewhere else than the reader means. One that leads to a part that has not loaded yet is
// carried out once it is there; of several the last counts. The second half of a double click would land on what the
// first has brought: it does nothing. (Whoever presses Back twice means it.)

import { hasResultPart, loadResultPart } from "./engine.js";

/** How long after a click, and how near, another one is the second half of a double click. */
const DOUBLE_MS = 500;
const DOUBLE_PIXELS = 10;

/**
 * @param {ShadowRoot} root
 * @param {() => boolean} isEarly whether any button may lead to a result that cannot be shown yet
 */
export function holdPresses(root, isEarly) {
  /** @type {HTMLElement | undefined} */
  let pendingPress;
  const stop = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  /** The last click of a pointer, the screen it was on, and the words that were clicked.
   * @type {{ x: number, y: number, at: number, screen: unknown, words: unknown } | undefined} */
  let last;
  const drop = (/** @type {Event} */ event) => {
    const { detail, clientX: x, clientY: y, timeStamp: at, target } = /** @type {MouseEvent} */ (event);
    if (detail === 0) return; // by a key or a script
    const screen = root.querySelector(".screen");
    const pressed = /** @type {Element} */ (target);
    const words = pressed.closest(".primary") ? undefined : pressed.textContent;
    const isSecond =
      last &&
      screen !== last.screen &&
      (!words || words !== last.words) &&
      at - last.at < DOUBLE_MS &&
      Math.hypot(x - last.x, y - last.y) < DOUBLE_PIXELS &&
      root.contains(pressed);
    if (isSecond) stop(event);
    else last = { x, y, at, screen, words };
  };
  const hold = (/** @type {Event} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    // An earlier result may be opened at any time. What is in a slot is the page's own.
    if (hasResultPart() || !root.contains(target)) return;
    if (!target.closest(isEarly() ? "button, form" : ".open button, .open form")) return;
    stop(event);
    const isWaiting = pendingPress !== undefined;
    pendingPress = target;
    if (isWaiting) return;
    const press = () => {
      const pressed = pendingPress;
      pendingPress = undefined;
      if (pressed && "requestSubmit" in pressed) /** @type {HTMLFormElement} */ (pressed).requestSubmit();
      else pressed?.click();
    };
    // `pf-error` reports a failure.
    loadResultPart().then(press, () => (pendingPress = undefined));
  };
  root.addEventListener("click", drop, true);
  for (const name of ["click", "submit"]) root.addEventListener(name, hold, true);
}
