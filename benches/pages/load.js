// Runs in a page before its own scripts: measures when the first question is visible, in the same way for the widget
// and its peers, by the page's clock. `window.loaded` is a promise of the times.

window.loaded = (async () => {
  const TASK_MS = 50; // readers notice longer tasks (W3C Long Tasks)
  const LATER_MS = 1000; // how long after the question tasks and bytes count

  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });

  const visible = (node) => {
    if (!node?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = node.getBoundingClientRect();
    return width > 1 && height > 1;
  };

  // The root of what a competitor draws: the element's shadow root, or the page.
  const container = () => document.querySelector("partner-fit")?.shadowRoot ?? document.body;
  const legend = (radio) =>
    radio.closest("fieldset")?.querySelector("legend") ??
    document.getElementById(radio.closest("[aria-labelledby]")?.getAttribute("aria-labelledby").split(" ")[0]);
  const question = () => {
    const radio = container()?.querySelector("input[type=radio]");
    // The label may draw the radio.
    return radio && visible(radio.closest("label") ?? radio.parentNode) && visible(legend(radio));
  };
  const startScreen = () => {
    const button = document.querySelector("partner-fit")?.shadowRoot?.querySelector("[part~='button--primary']");
    return visible(button) && button;
  };

  /** The time after the frame in which `found` first holds was painted, and the value found. */
  const painted = (found) =>
    new Promise((done) => {
      const look = () => {
        const what = found();
        if (!what) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done([performance.now(), what]);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });

  // Either may come first: only the widget has a screen before its questions.
  const [first, button] = await painted(() => startScreen() || question());
  const [asked] = button === true ? [first] : (button.click(), await painted(question));
  await new Promise((done) => setTimeout(done, LATER_MS));
  const durations = tasks.map(([, duration]) => duration);
  return {
    origin: performance.timeOrigin,
    shown: first,
    asked,
    longest: Math.max(0, ...durations),
    blocked: durations.reduce((sum, duration) => sum + Math.max(0, duration - TASK_MS), 0),
  };
})();
