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

  /** The frames that have sent a message, and when the page was last searched for the frame of a stranger.
   * @type {WeakMap<MessageEventSource, HTMLIFrameElement>} */
  const known = new WeakMap();
  /** @type {WeakMap<MessageEventSource, number>} */
  const searched = new WeakMap();
  /** Heights for which there was no room. @type {WeakMap<HTMLIFrameElement, number>} */
  const refused = new WeakMap();

  /**
   * Finds the frame of a message. A page may be large and a stranger's frame talkative: it is searched for once a second.
   * @param {MessageEventSource} source
   */
  function frameOf(source) {
    const frame = known.get(source);
    if (frame?.contentWindow === source) return frame;
    const now = performance.now();
    if (now - (searched.get(source) ?? -1000) < 1000) return undefined;
    searched.set(source, now);
    for (const frame of frames(document)) {
      if (frame.contentWindow !== source) continue;
      known.set(source, frame);
      return frame;
    }
    return undefined;
  }

  /**
   * Whether everything around a frame has grown with it. What scrolls need not.
   * @param {HTMLIFrameElement} frame
   */
  function fits(frame) {
    const { bottom } = frame.getBoundingClientRect();
    /** @type {Element | null | undefined} */
    let node = frame;
    while (getComputedStyle(node).float === "none") {
      node = node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
      if (!node || node === document.body || /auto|scroll/.test(getComputedStyle(node).overflowY)) return true;
      if (node.getClientRects().length > 0 && node.getBoundingClientRect().bottom < bottom - 1) return false;
    }
    return true;
  }

  /**
   * Sets the height of a frame, unless what is around it would cut it off or lie under it: then it scrolls inside.
   * @param {HTMLIFrameElement} frame
   * @param {number} height
   */
  function resize(frame, height) {
    if (refused.get(frame) === height) return;
    const before = frame.style.height;
    frame.style.height = `${height}px`;
    if (fits(frame)) return;
    refused.set(frame, height);
    frame.style.height = /absolute|fixed/.test(getComputedStyle(frame).position) ? "100%" : before;
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (!source || data?.pf !== 1 || data.type !== "height") return;
    const { height } = data;
    if (!Number.isFinite(height) || height <= 0 || height > ABSURD) return;
    const frame = frameOf(source);
    if (frame && speaksFor(frame, origin)) resize(frame, Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST));
  });

  // A frame that loaded before this script sent its height to nobody: it sends it again when its own height changes.
  for (const frame of frames(document)) if (frame.offsetHeight) resize(frame, frame.offsetHeight + 1);
})();
