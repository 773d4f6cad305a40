// For the page around a frame: gives each of our frames the height that it asks for. It checks who asks and the shape
// of the message, and sets a height within bounds; it sends no answer, and no message can move, open or write anything.
// It defines no global name.

(() => {
  const [LOWEST, HIGHEST, ABSURD] = [100, 20_000, 100_000];

  /**
   * Finds our frames, also those in open shadow roots, and those that were added later.
   * @param {Document | ShadowRoot} root
   * @returns {Generator<HTMLIFrameElement>}
   */
  function* frames(root) {
    yield* /** @type {NodeListOf<HTMLIFrameElement>} */ (root.querySelectorAll("iframe[data-partner-fit]"));
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) yield* frames(shadowRoot);
  }

  /**
   * Whether a frame may speak for this origin: its own, or an opaque one if it is sandboxed.
   * @param {HTMLIFrameElement} frame
   * @param {string} origin
   */
  function speaksFor(frame, origin) {
    if (origin === "null")
      return self.origin === "null" || (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin"));
    try {
      return new URL(frame.src).origin === origin;
    } catch {
      return false;
    }
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (!source || data?.pf !== 1 || data.type !== "height") return;
    const { height } = data;
    if (!Number.isFinite(height) || height <= 0 || height > ABSURD) return;
    for (const frame of frames(document)) {
      if (frame.contentWindow !== source) continue;
      if (speaksFor(frame, origin)) frame.style.height = `${Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST)}px`;
      return;
    }
  });

  // A frame that loaded before this script sent its height to nobody: it sends it again when its own height changes.
  for (const frame of frames(document)) if (frame.offsetHeight) frame.style.height = `${frame.offsetHeight + 1}px`;
})();
