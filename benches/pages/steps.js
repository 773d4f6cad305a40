// Answers a step and presses Continue, again and again, and measures for each press how long it takes until the next
// step's question is painted, in milliseconds; for the last press, until the result is, or SurveyJS's closing page. It is
// the same for the widget and for SurveyJS.

/** @param {{ steps: number }} input how many steps there are */
async function measureSteps(input) {
  const QUIET_MS = 300; // by then the page has finished its work on an answer
  const LATE_MS = 10_000;

  const widget = document.querySelector("partner-fit");
  const root = widget?.shadowRoot ?? document.getElementById("survey");
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const questions = () => [
    ...root.querySelectorAll(widget ? ".questions legend, .questions label" : ".sd-question__title"),
  ];
  // The widget shows its result at once, as SurveyJS does, without a review before it.
  widget?.setAttribute("no-review", "");
  /** @returns {HTMLElement} */
  const button = () => root.querySelector(widget ? "form [part~='button--primary']" : ".sd-navigation__next-btn");
  /** @returns {HTMLElement} */
  const last = () => (widget ? button() : root.querySelector(".sd-navigation__complete-btn"));
  const another = (/** @type {Set<string | null>} */ before) => () =>
    questions().some((question) => !before.has(question.textContent) && question.checkVisibility());
  const result = () => {
    const shown = root.querySelector(widget ? "[part~='score']" : ".sd-completedpage");
    return !!shown && shown.checkVisibility();
  };

  /** The time after the frame was painted in which `shows` holds. */
  const painted = (/** @type {() => boolean} */ shows) =>
    new Promise((done, failed) => {
      const began = performance.now();
      const look = () => {
        if (performance.now() - began > LATE_MS) return failed(new Error("expected another screen, got none"));
        if (!shows()) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });

  /** The first answer to each question; for a number question, a number. */
  function answer() {
    const groups = new Set();
    const fields = (/** @type {string} */ kinds) =>
      /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(kinds));
    for (const field of fields("input[type=text], input[type=number]")) {
      groups.add(field.name);
      field.value = "5";
      for (const name of ["input", "change", "blur"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
    for (const radio of fields("input[type=radio]")) {
      if (!groups.has(radio.name)) radio.click();
      groups.add(radio.name);
    }
  }

  /** Answers what is asked, presses a button, and measures until `shows` holds. */
  async function press(/** @type {() => HTMLElement} */ pressed, /** @type {() => boolean} */ shows) {
    const next = painted(shows);
    const began = performance.now();
    pressed().click();
    const time = (await next) - began;
    await pause(QUIET_MS);
    return time;
  }

  const steps = [];
  for (let step = 1; step < input.steps; step++) {
    answer();
    await pause(QUIET_MS);
    steps.push(await press(button, another(new Set(questions().map(({ textContent }) => textContent)))));
  }
  answer();
  await pause(QUIET_MS);
  return { steps, result: await press(last, result) };
}
