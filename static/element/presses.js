// A reader may be quicker than the network. A press of a button that leads to what is not there yet is kept, and done
// once it is there; of several the last counts.

import { hasResultPart, loadResultPart } from "./engine.js";

/**
 * @param {ShadowRoot} root
 * @param {() => boolean} isEarly whether any button may lead to a result that cannot be shown yet
 */
export function holdPresses(root, isEarly) {
  /** @type {HTMLElement | undefined} */
  let pendingPress;
  const hold = (/** @type {Event} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    // What opens an earlier result may lead to one at any time.
    if (hasResultPart() || !target.closest(isEarly() ? "button, form" : ".open button, .open form")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const isWaiting = pendingPress !== undefined;
    pendingPress = target;
    if (isWaiting) return;
    const press = () => {
      const pressed = pendingPress;
      pendingPress = undefined;
      if (pressed && "requestSubmit" in pressed) /** @type {HTMLFormElement} */ (pressed).requestSubmit();
      else pressed?.click();
    };
    // A failure is told by `pf-error`.
    loadResultPart().then(press, () => (pendingPress = undefined));
  };
  for (const name of ["click", "submit"]) root.addEventListener(name, hold, true);
}
