// Brings the page of an assessment to its result, changes one answer or one weight at a time, and measures each
// change in milliseconds.

/**
 * @param {[string, Record<string, any>, number, number]} input the assessment's name, the first answers, and the numbers
 *   of warm-ups and of changes
 */
async function measureChanges([name, sheet, WARM_UPS, CHANGES]) {
  const SAMPLES = 10_000;
  const SEED = 20261128;

  if (!crossOriginIsolated) throw new Error("expected a page of its own process, which has a fine clock, got another");
  await customElements.whenDefined("partner-fit");
  const widget = document.querySelector("partner-fit");
  await widget.ready;
  const file = await (await fetch(`assessments/${name}.json`)).json();
  const one = (selector) => widget.shadowRoot.querySelector(selector);
  const pause = () => new Promise((done) => setTimeout(done));

  /**
   * The time after the engine's redraw. The redraw happens in a microtask, and observers of it are called in the next
   * one.
   */
  const drawn = (what) =>
    new Promise((changed, failed) => {
      const late = setTimeout(
        () => failed(new Error(`expected the result to change after ${what}, got no change`)),
        5000,
      );
      const observer = new MutationObserver(() => {
        const now = performance.now();
        observer.disconnect();
        clearTimeout(late);
        changed(now);
      });
      observer.observe(widget.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
    });

  /** Times `change` and reading the Report, then the redraw, then the browser's layout, each from the beginning. */
  async function changes(change) {
    const times = { computed: [], drawn: [], laidOut: [] };
    for (let i = 0; i < WARM_UPS + CHANGES; i++) {
      // Painting and garbage collection get their time, as between two changes of a reader.
      await pause();
      const [what, act] = change(i);
      const seen = drawn(what);
      const began = performance.now();
      act();
      const report = widget.result;
      const computed = performance.now();
      const redrawn = await seen;
      widget.getBoundingClientRect();
      const laidOut = performance.now();
      if (report.score === null) throw new Error(`expected a score after ${what}, got none`);
      if (i < WARM_UPS) continue;
      times.computed.push(computed - began);
      times.drawn.push(redrawn - began);
      times.laidOut.push(laidOut - began);
    }
    return times;
  }

  /** Times an action that changes nothing. */
  async function runs(work) {
    const times = [];
    for (let i = 0; i < WARM_UPS + CHANGES; i++) {
      if (i % 10 === 0) await pause();
      const began = performance.now();
      work();
      const ended = performance.now();
      if (i >= WARM_UPS) times.push(ended - began);
    }
    return times;
  }

  // ---- the peer: draws weights and counts the bands ----

  let seed = SEED;
  /** A number over 0 and up to 1 (mulberry32). */
  function random() {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 1) / 4294967296;
  }

  /** A gamma variate of this shape, 1 or more: an exponential for 1, else by Marsaglia and Tsang (2000). */
  function gamma(shape) {
    if (shape === 1) return -Math.log(random());
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Counts in `counts` the bands of the weighted means of `values`, with weights from a Dirichlet distribution. */
  function sample(values, shapes, edges, counts) {
    for (let i = 0; i < SAMPLES; i++) {
      let total = 0;
      let sum = 0;
      for (let k = 0; k < values.length; k++) {
        const weight = gamma(shapes[k]);
        total += weight;
        sum += weight * values[k];
      }
      let band = 0;
      for (const edge of edges) if (sum >= edge * total) band++;
      counts[band]++;
    }
  }

  /** Throws unless both methods answer the same question. */
  function agree(what, counts, exact) {
    const drawnIn = counts.reduce((sum, count) => sum + count, 0);
    counts.forEach((count, band) => {
      const [p, got] = [exact[band], count / drawnIn];
      const allowed = 4 * Math.sqrt((p * (1 - p)) / drawnIn) + 1 / drawnIn;
      if (Math.abs(got - p) > allowed)
        throw new Error(`${what}, band ${band}: expected ${p} within ${allowed}, got ${got} by sampling`);
    });
  }

  async function sampling(report) {
    const known = report.criteria.filter(({ value, points, lost }) => value !== null && points + lost > 0);
    const values = known.map(({ value }) => value);
    const cap = Math.min(
      ...report.gates.map((gate) => file.bands.findIndex(({ id }) => id === gate.cap)),
      file.bands.length - 1,
    );
    const edges = file.bands.slice(1, cap + 1).map(({ from }) => from / 100 - 1e-12);
    const times = {};
    for (const [what, shapes, exact] of [
      ["any", known.map(() => 1), report.robustness.anyWeights],
      [
        "near",
        known.map(({ points, lost }) => Math.max(1, Math.round(points + lost))),
        report.robustness.nearWeights.chances,
      ],
    ]) {
      const counts = file.bands.map(() => 0);
      times[what] = await runs(() => sample(values, shapes, edges, counts));
      agree(what, counts, exact);
    }
    return times;
  }

  // ---- changes ----

  const choices = file.criteria.flatMap(({ questions }) => questions).filter(({ options }) => options);

  /** Answers one question after the other differently, each time on the sheet of the change before. */
  function answer(i) {
    const { id, options, unsure } = choices[i % choices.length];
    const offered = [...options.map((option) => option.id), ...(unsure ? ["unsure"] : [])];
    sheet[id] = offered[(offered.indexOf(sheet[id]) + 1) % offered.length];
    return [`${id}: ${sheet[id]}`, () => (widget.answers = sheet)];
  }

  /** Raises the weight of one criterion after the other, then lowers it, by the reader's buttons. */
  function weight(i) {
    /** @type {NodeListOf<HTMLElement>} */
    const buttons = widget.shadowRoot.querySelectorAll(".steppers button");
    const criteria = buttons.length / 2;
    const more = Math.floor(i / criteria) % 2 === 0;
    const pressed = buttons[2 * (i % criteria) + (more ? 1 : 0)];
    return [pressed.getAttribute("aria-label"), () => pressed.click()];
  }

  widget.answers = sheet;
  for (let i = 0; i < 100 && !one("[part~=score]"); i++) {
    widget.next();
    await pause();
  }
  const first = { ...sheet };
  const report = widget.result;
  const sampled = await sampling(report);
  const read = await runs(() => widget.result);
  const answers = await changes(answer);
  widget.answers = first;
  await pause();
  // The part is unfolded, as for a reader who changes weights.
  one(".steppers").closest("details").open = true;
  const weights = await changes(weight);
  const browser = navigator.userAgent.match(/Chrome\/(\d+)/)?.[1] ?? "?";
  return { browser, answers, weights, read, any: sampled.any, near: sampled.near };
}
