// The page inside a frame: what it tells the page around it, and when. It tells only: it never listens to a message, and
// waits for nobody. Its height goes to anyone, because a height is no secret; events go to the origin that the address
// names, and to nobody without one.

/**
 * The height that the published snippet keeps free: at least that of every start screen, so that nothing below the
 * frame moves while it loads.
 */
export const RESERVED_PIXELS = 860;

const EVENTS = ["ready", "start", "step", "answer", "complete", "share", "error"];

/**
 * Keeps the page around this one informed about `widget`.
 * @param {HTMLElement} widget
 * @param {string | undefined} origin
 */
export function inform(widget, origin) {
  const tell = (/** @type {object} */ message, /** @type {string} */ target) =>
    parent.postMessage({ pf: 1, ...message }, target);
  // Until the walk begins the frame stays as high as the snippet made it: a start screen is shorter on a wide screen.
  let reserved = Math.min(innerHeight, RESERVED_PIXELS);
  const tellHeight = () => {
    // The content's own height, whatever the frame's is. Nothing here is as high as the window, so nothing follows it.
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    tell({ type: "height", height: Math.max(height, reserved) }, "*");
  };
  const release = () => {
    if (reserved === 0) return;
    reserved = 0;
    tellHeight();
  };
  // Not before there is something to see, or to say that there is nothing.
  const begin = () => {
    begun.abort();
    new ResizeObserver(tellHeight).observe(document.documentElement);
    // A script around this page that came too late for the first message makes the frame a little higher to hear it.
    addEventListener("resize", tellHeight);
  };
  const begun = new AbortController();
  for (const name of ["pf-ready", "pf-error"]) widget.addEventListener(name, begin, begun);
  for (const name of ["pf-start", "pf-step", "pf-complete"]) widget.addEventListener(name, release);
  if (!origin) return;
  for (const name of EVENTS) {
    widget.addEventListener(`pf-${name}`, (event) => {
      const { type, detail } = /** @type {CustomEvent<unknown>} */ (event);
      tell({ type: "event", name: type, detail }, origin);
    });
  }
}
