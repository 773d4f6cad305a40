// When an element begins to load: at once, when the reader comes near it, or after a click; and when the page has drawn.

/** How near the viewport an element loads. */
const NEAR_PIXELS = 400;

/**
 * Calls `begin` at the time that the attribute `load` names.
 * @param {Element} element
 * @param {string} load the value of the attribute `load`
 * @param {() => void} begin
 * @returns {() => void} stops the waiting
 */
export function waitToLoad(element, load, begin) {
  // An imitation of a browser has no such observer.
  if (load === "eager" || !globalThis.IntersectionObserver) {
    begin();
    return () => {};
  }
  if (load === "click") {
    const pressed = (/** @type {Event} */ event) => {
      const path = /** @type {Partial<Element>[]} */ (event.composedPath());
      if (!path.some((node) => node.matches?.("a, button"))) begin();
    };
    element.addEventListener("click", pressed);
    return () => element.removeEventListener("click", pressed);
  }
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && begin(), {
    rootMargin: `${NEAR_PIXELS}px`,
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Waits until the page has drawn. A hidden page does not draw, so the wait has a limit. */
export const afterDrawing = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });
