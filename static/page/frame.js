// The page inside a frame: the messages that it sends to the page around it. It only sends: it listens to no message
// and waits for nobody. Its height goes to any origin, because a height is no secret; events go only to the origin that
// the address names.

/**
 * The height that the published snippet reserves. No start screen is higher, so nothing below the frame moves while it
 * loads.
 */
export const RESERVED_PIXELS = 860;

const EVENTS = ["ready", "start", "step", "answer", "reset", "complete", "action", "share", "error"];

/**
 * Sends the height and the events of `widget` to the page around this one.
 * @param {HTMLElement} widget
 * @param {string | undefined} origin
 */
export function inform(widget, origin) {
  const tell = (/** @type {object} */ message, /** @type {string} */ target) =>
    parent.postMessage({ pf: 1, ...message }, target);
  // Until the questions start, the frame stays as high as the snippet made it: a start screen is shorter on a wide
  // screen.
  let reserved = Math.min(innerHeight, RESERVED_PIXELS);
  const tellHeight = () => {
    // The height of the content, not of the frame. No style here depends on the window's height, so the two cannot
    // chase each other.
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    tell({ type: "height", height: Math.max(height, reserved) }, "*");
  };
  const release = () => {
    if (reserved === 0) return;
    reserved = 0;
    tellHeight();
  };
  // The first message waits until there is a screen, or an error.
  const begin = () => {
    begun.abort();
    new ResizeObserver(tellHeight).observe(document.documentElement);
    // A script around this page that loads after the first message makes the frame a little higher, to get another one.
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
