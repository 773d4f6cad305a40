// Lets the Tab key reach a table that is wider than its frame, so that its reader can scroll it. Other tables are no
// stop on the way, and have no name beside their caption. A table is looked at when the part that holds it unfolds.

/** @param {Element} mount */
export function watchTables(mount) {
  // The event does not bubble. A ResizeObserver would see more, but WebKit tells the host of one as an error.
  // By the browser's own function, since the mount passes its listeners on to the root.
  EventTarget.prototype.addEventListener.call(
    mount,
    "toggle",
    ({ target }) => {
      if (target instanceof Element) target.querySelectorAll(".table-frame").forEach(mark);
    },
    true,
  );
}

/** @param {Element} frame */
function mark(frame) {
  const name = frame.querySelector("caption")?.textContent ?? "";
  for (const [attribute, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": name })) {
    if (frame.scrollWidth > frame.clientWidth) frame.setAttribute(attribute, value);
    else frame.removeAttribute(attribute);
  }
}
