// Holds presses for readers who are quicker than the network: a press that leads to a part that has not loaded yet is
// carried out once it is there. Of several presses the last counts.

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
    // An earlier result may be opened at any time.
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
    // `pf-error` reports a failure.
    loadResultPart().then(press, () => (pendingPress = undefined));
  };
  for (const name of ["click", "submit"]) root.addEventListener(name, hold, true);
}
