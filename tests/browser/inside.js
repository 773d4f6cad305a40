// The helpers for every script of a check: the widget under test, and its state. It runs inside the page, in front of
// the check's own script, without its exports (`reading.rs`).

const widget = () => window.subject ?? document.querySelector("partner-fit");
const root = () => widget()?.shadowRoot;
const one = (selector) => root()?.querySelector(selector) ?? null;
const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])];
const part = (name) => one(`[part~="${name}"]`);
const text = (node) => node?.textContent.replace(/\s+/g, " ").trim() ?? null;
const shown = (node) =>
  !!node && node.getClientRects().length > 0 && node.checkVisibility({ visibilityProperty: true });

/** The element that has the focus, also inside shadow roots. */
function active() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node;
}

/** The element at a point of the viewport, also inside shadow roots. */
function at(x, y) {
  let node = document.elementFromPoint(x, y);
  for (let inner; (inner = node?.shadowRoot?.elementFromPoint(x, y)) && inner !== node;) node = inner;
  return node;
}

/** The id of a question on the screen, from the name of its controls. */
const asked = (fieldset) => fieldset.querySelector("input").name;

/** Values that a check keeps from one script to the next and cannot read from the page. */
function memory() {
  const key = Symbol.for("memory of the check");
  if (!document[key]) Object.defineProperty(document, key, { value: {} });
  return document[key];
}

/** The accessible name of an element, as a person would call it. */
function name(node) {
  if (!node) return "nothing";
  const inside = node.getRootNode() === root() ? "widget " : "";
  const value = node.type === "radio" ? `[${node.name}=${node.value}]` : "";
  return `${inside}${node.localName}${node.id ? `#${node.id}` : ""}${value}`;
}

function screen() {
  if (!root() || one("slot:not([name])")) return { name: "fallback", heading: null, questions: [], errors: [] };
  const is = part("score") ? "result" : one("fieldset") ? "step" : one("dl") ? "review" : "start";
  const questions = all("fieldset").map((fieldset) => ({
    id: asked(fieldset),
    legend: text(fieldset.querySelector("legend")),
    number: !!fieldset.querySelector("input[type=text]"),
    values: [...fieldset.querySelectorAll("input[type=radio]")].map((radio) => radio.value),
    checked: fieldset.querySelector("input:checked")?.value ?? null,
    typed: fieldset.querySelector("input[type=text]")?.value ?? null,
    error: text(fieldset.querySelector(".error")),
  }));
  const errors = [...(part("error-summary")?.querySelectorAll("a") ?? [])].map(text);
  return { name: is, heading: text(part("heading")), questions, errors };
}

/**
 * The point to press an element at, after it was scrolled into view and has stopped moving; or the reason why it cannot
 * be pressed.
 */
async function pressable(node) {
  if (!node) return { fault: "no such element" };
  const inView = () => {
    const box = node.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  };
  if (!inView()) node.scrollIntoView({ block: "center", behavior: "instant" });
  // A new screen may still move, and scroll its heading into view; in a frame, a scroll may follow one frame later.
  const before = node.getBoundingClientRect();
  await turns(1);
  await task();
  const box = node.getBoundingClientRect();
  if (!node.isConnected) return { fault: `${name(node)} has gone` };
  if (before.top !== box.top || before.left !== box.left)
    return { fault: `${name(node)} moves`, top: box.top, left: box.left };
  const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
  const hit = at(x, y);
  if (hit !== node && !node.contains(hit)) return { fault: `${name(hit)} lies over ${name(node)} at ${x}, ${y}` };
  return { x, y };
}

/** Adds a new widget with a fallback to `place`, with these attributes and properties; it loads at once. */
function put(attributes = {}, properties = {}, place = document.getElementById("place")) {
  const made = document.createElement("partner-fit");
  for (const [key, value] of Object.entries({ load: "eager", ...attributes })) made.setAttribute(key, value);
  const [words, link] = [document.createElement("p"), document.createElement("a")];
  words.className = "fallback";
  link.href = "#elsewhere";
  link.append("link");
  words.append("Fallback ", link);
  made.append(words);
  Object.assign(made, properties);
  window.subject = made;
  window.putAt = performance.now();
  place.append(made);
  return made;
}

/** Answers a question on the screen as a reader does, but without a mouse. */
function answer(id, value) {
  if (typeof value === "string") return one(`input[name="${id}"][value="${value}"]`).click();
  const field = one(`#question-${id} input[type=text]`);
  field.value = String(value);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Answers every question on the screen for which the sheet has an answer. */
function answerAll(sheet) {
  for (const { id } of screen().questions) if (id in sheet) answer(id, sheet[id]);
}

/** The screen, and whether it shows missing answers: a press of the button that moves on changes one of them. */
const where = () => [screen().name, text(part("heading")), screen().errors.join("; ")].join(" | ");

/** The button that moves on; behind a result that is the one to the review. */
const onward = () => (screen().name === "result" ? one(".ways button") : part("button--primary"));

/** Presses the button that moves on, and waits for another screen or for the summary of missing answers. */
async function moveOn() {
  const before = where();
  onward().click();
  await become("another screen", () => where() !== before, where);
}

/** Answers and moves on, as a reader does, until the screen has this name. */
async function walk(sheet, until = "result") {
  await become("a screen", () => screen().name !== "fallback", where);
  for (let steps = 0; steps < 200 && screen().name !== until; steps++) {
    answerAll(sheet);
    await task(); // not the next frame, because a hidden frame draws none
    await moveOn();
  }
  return screen().name;
}

/** Moves on until a step asks for a number. */
async function toNumber() {
  while (!one("input[type=text]")) await moveOn();
}

/** Waits for the next task. */
const task = () => new Promise((done) => setTimeout(done));

/** Waits for this many frames. */
async function turns(count) {
  for (let turn = 0; turn < count; turn++) await new Promise(requestAnimationFrame);
}

/** Waits for two animation frames and a task, which is enough for everything that follows at once. */
async function drawn() {
  await turns(2);
  await task();
}

/** Waits until a condition holds, and throws with the last value seen if it never does. */
async function become(what, holds, seen = holds) {
  const end = performance.now() + DEADLINE;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`expected ${what}, last saw ${seen()}`);
    await task();
  }
}

/** Waits until a reading changes, and returns the new value; returns the old one if it does not change for a while. */
async function reread(read, before) {
  const end = performance.now() + 1000;
  for (;;) {
    let now;
    try {
      now = { value: JSON.stringify((await read()) ?? null) };
    } catch (error) {
      now = { error: String(error) };
    }
    if (now.value !== before?.value || now.error !== before?.error || performance.now() > end) return now;
    for (let tasks = 0; tasks < 4; tasks++) await task(); // the tasks of the page come first
  }
}

/** The details of the recorded events of a type, of this widget or of all. */
const details = (type, id) =>
  heard
    .filter((event) => event.type === type && (id === undefined || event.target === id))
    .map((event) => event.detail);

/** Loads a module as a host does, by a script element in the page. */
const load = (src) =>
  new Promise((/** @type {(value?: unknown) => void} */ loaded, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src, onload: () => loaded(), onerror: () => failed(new Error(src)) });
    document.head.append(script);
  });

/** The contrast ratio of two computed colours (WCAG 2.2). */
function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
function luminance(colour) {
  const linear = rgb(colour).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}
function rgb(colour) {
  const numbers = colour.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  return colour.startsWith("color(srgb") ? numbers.slice(0, 3) : numbers.slice(0, 3).map((v) => v / 255);
}

export { drawn };
