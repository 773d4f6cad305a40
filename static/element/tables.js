// Lets the Tab key reach a table that is wider than its frame, so that its reader can scroll it. Other tables are no
// stop on the way, and have no name beside their caption.

/** Watches the mounts: what unfolds in one, or makes it narrower, changes its size.
 * @type {ResizeObserver | undefined} */
let watch;

/** @param {Element} mount */
export function watchTables(mount) {
  watch ??= new ResizeObserver((changes) => {
    for (const { target } of changes) target.querySelectorAll(".table-frame").forEach(mark);
  });
  watch.observe(mount);
}

/** @param {Element} mount a browser may keep what is watched */
export function leaveTables(mount) {
  watch?.unobserve(mount);
}

/** @param {Element} frame */
function mark(frame) {
  const name = frame.querySelector("caption")?.textContent ?? "";
  for (const [attribute, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": name })) {
    if (frame.scrollWidth > frame.clientWidth) frame.setAttribute(attribute, value);
    else frame.removeAttribute(attribute);
  }
}
