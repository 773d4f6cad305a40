// For the page around a frame, and the only thing that runs there: gives each frame of ours the height that it asks
// for. It looks at who asks and at the shape of what is asked, and sets a height within bounds; it answers nothing,
// and no message moves, opens or writes anything. It leaves no name behind.

(() => {
  const [LOWEST, HIGHEST, ABSURD] = [100, 20_000, 100_000];

  /** Our frames, also those inside open shadow roots, and those that came later. */
  function* frames(root) {
    yield* root.querySelectorAll("iframe[data-partner-fit]");
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) yield* frames(shadowRoot);
  }

  /** Whether a frame may speak for this origin: its own, or none where it was given none. */
  function speaksFor(frame, origin) {
    if (origin === "null") return self.origin === "null" || (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin"));
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

  // A frame that was there first has told its height to nobody: it tells it again when its own changes.
  for (const frame of frames(document)) if (frame.offsetHeight) frame.style.height = `${frame.offsetHeight + 1}px`;
})();
