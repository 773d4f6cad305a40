// What every script of a check can use: the widget under test, and what it shows. It runs inside the page.

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

/** What a question on the screen is called by its answers: its id, from its controls' name. */
const asked = (fieldset) => fieldset.querySelector("input").name;

/** What a check remembers from one script to the next, where no look at the page finds it. */
function memory() {
  const key = Symbol.for("memory of the check");
  if (!document[key]) Object.defineProperty(document, key, { value: {} });
  return document[key];
}

/** How a person would name an element. */
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

/** Where to press an element, after bringing it into view and once it is at rest; or what keeps it from being pressed. */
async function pressable(node) {
  if (!node) return { fault: "no such element" };
  const inView = () => {
    const box = node.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  };
  if (!inView()) node.scrollIntoView({ block: "center", behavior: "instant" });
  // A screen that has just come may still move, and bring its own heading into view; in a frame, a scroll may come later
  // than the next picture.
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

/** Puts a new widget with a fallback into `place`, with these attributes and properties; it starts at once. */
function put(attributes = {}, properties = {}, place = document.getElementById("place")) {
  const made = document.createElement("partner-fit");
  for (const [key, value] of Object.entries({ load: "eager", ...attributes })) made.setAttribute(key, value);
  const [words, link] = ["p", "a"].map((name) => document.createElement(name));
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

/** Answers every question on the screen that the sheet has an answer to. */
function answerAll(sheet) {
  for (const { id } of screen().questions) if (id in sheet) answer(id, sheet[id]);
}

/** Which screen shows, and whether it says what is missing: what a press of the button that moves on changes. */
const where = () => [screen().name, text(part("heading")), screen().errors.join("; ")].join(" | ");

/** Presses the button that moves on, and waits for another screen or for what is missing on this one. */
async function moveOn() {
  const before = where();
  part("button--primary").click();
  await become("another screen", () => where() !== before, where);
}

/** Answers and moves on, as a reader does, until the screen has this name. */
async function walk(sheet, until = "result") {
  await become("a screen", () => screen().name !== "fallback", where);
  for (let steps = 0; steps < 200 && screen().name !== until; steps++) {
    answerAll(sheet);
    await task(); // not until it is drawn: what is out of sight is not
    await moveOn();
  }
  return screen().name;
}

/** Moves on until a number is asked for. */
async function toNumber() {
  while (!one("input[type=text]")) await moveOn();
}

/** Lets a task go by. */
const task = () => new Promise((done) => setTimeout(done));

/** Lets this many frames go by. */
async function turns(count) {
  for (let turn = 0; turn < count; turn++) await new Promise(requestAnimationFrame);
}

/** Two animation frames and a task: what follows at once from something has followed by then. */
async function drawn() {
  await turns(2);
  await task();
}

/** Waits until something is so, and says what was seen instead if it never is. */
async function become(what, holds, seen = holds) {
  const end = performance.now() + DEADLINE;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`expected ${what}, last saw ${seen()}`);
    await task();
  }
}

/** What a reading gives once it gives something else than before, or the same if it does not do so for a while. */
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
    for (let tasks = 0; tasks < 4; tasks++) await task(); // the page's own come first
  }
}

/** The details of the events of a type that were heard, of this widget or of all. */
const details = (type, id) =>
  heard
    .filter((event) => event.type === type && (id === undefined || event.target === id))
    .map((event) => event.detail);

/** Loads a module as a host does, by an element of its page. */
const load = (src) =>
  new Promise((loaded, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src, onload: () => loaded(), onerror: () => failed(new Error(src)) });
    document.head.append(script);
  });

/** The ratio of contrast of two computed colours, as WCAG defines it. */
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
