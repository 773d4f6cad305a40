// <partner-fit>: the element. It owns the shadow root and the life cycle, loads the engine, the assessment and the
// texts when they are needed, and passes calls and events on. What is asked, scored and drawn is the engine's
// (../src); what an attribute, property or event means is in the README. Nothing is imported statically: a file
// that cannot be had must still end in a pf-error.

const here = import.meta.url;
const BUILT_IN = ["partner", "company"];
const NEAR_PIXELS = 400;
const SLOW_MS = 400; // who had the engine's module sooner has the rest of it at once
const LATE_MS = 1000; // by then something may show, whatever took so long
// The build puts the hash (SHA-384) of each file here that is loaded from this folder.
const PINS = "{{pins}}";
const places = {};
// What may be set before the element is defined.
const EARLY = [
  "assessment", "theme", "load", "storage", "headingLevel", "layout", "noReview", "exposeAnswers",
  "profile", "strings", "model", "answers",
];
const KEPT_MS = 30 * 24 * 3600 * 1000;
const MAX_FILE_BYTES = 256 * 1024;
const FAILED = {
  en: "This check could not be loaded.",
  nl: "Deze check kon niet worden geladen.",
};

/** For a bundler, which renames files: for each path of ours, what gives its address, or imports it if it is a script. */
export const locate = (found) => Object.assign(places, found);

/** A failure with the code that pf-error names. */
class Failure extends Error {
  constructor(code, message, problems) {
    super(message);
    this.code = code;
    if (problems) this.problems = problems;
  }
}

const said = (problems) =>
  problems.map(({ path, message, hint }) => `${path ? `${path}: ` : ""}${message}${hint ? ` (${hint})` : ""}`).join("; ");

// The engine reports what is wrong with an input by throwing the list of problems; anything else is a fault.
const call = (code, work) => {
  try {
    return work();
  } catch (thrown) {
    throw Array.isArray(thrown) ? new Failure(code, said(thrown), thrown) : new Failure("internal", String(thrown));
  }
};

const widgets = new Set(); // every element with a running engine, weakly, for the day it stops
const modules = {}; // each once for the whole page; asked for again after a failure
// In a release, the part of the engine that no question needs, only a result: on its way while the first screen shows.
const REST = "engine_rest.wasm";
let isWhole = !PINS[REST];
let engine; // what the engine's module exports, for the rest of it
let hostSheet;
let widgetSheet;

const sheet = (css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

/** The module of this name: "engine" draws and scores, "checker" finds what is wrong with a file that is not ours. */
const module = (name) =>
  (modules[name] ??= start(name).catch((failure) => {
    delete modules[name];
    throw failure;
  }));

async function start(name) {
  try {
    // The smallest module there is, and an instance, because WebKit only refuses that.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch (cause) {
    throw new Failure("wasm-blocked", `this page's policy refuses WebAssembly (script-src needs 'wasm-unsafe-eval'): ${cause.message}`);
  }
  try {
    const wasm = ours(`${name}_bg.wasm`);
    wasm.catch(() => {}); // reported below, where it is awaited
    // An import cannot hold a script against its hash (in WebKit not even after a preload), so it is fetched before and
    // then in the cache, if the server lets it be kept.
    // What a bundler has joined with the host's own scripts is the host's to vouch for.
    const script = `${name}.js`;
    const glue = await (places[script]?.() ?? ours(script).then(() => import(/* @vite-ignore */ /* webpackIgnore: true */ new URL(script + lives, here).href)));
    const exports = await glue.default({ module_or_path: wasm });
    if (name === "engine") {
      engine = exports;
      glue.onPanic(stopped);
      widgetSheet = sheet(glue.STYLES);
    }
    return glue;
  } catch (cause) {
    throw new Failure("wasm-failed", `the ${name} could not be started: ${cause.message}`);
  }
}

const rest = () =>
  (modules.rest ??= addRest().catch((cause) => {
    delete modules.rest;
    throw new Failure("wasm-failed", `the rest of the engine could not be started: ${cause.message}`);
  }));

async function addRest() {
  if (isWhole) return;
  const bytes = await (await ours(REST)).arrayBuffer();
  await WebAssembly.instantiate(bytes, { "": engine });
  isWhole = true;
}

/** Lets the page draw what it has; one that is out of sight does not, and is not waited for long. */
const drawn = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 200);
  });

/** Whether the network took its time for the engine's module, which a page may have asked for before the script did. */
const isSlow = () =>
  performance.getEntriesByName(String(address("engine_bg.wasm"))).some(({ duration }) => duration > SLOW_MS);

const address = (path) => places[path]?.() ?? new URL(path, here);

/** A file of this release, and no other. */
async function ours(path) {
  const response = await pinned(path);
  if (!response.ok) throw new Error(`${path}: expected status 200, got ${response.status}`);
  return response;
}

async function pinned(path) {
  const url = address(path);
  const options = PINS[path] ? { integrity: `sha384-${PINS[path]}` } : {};
  try {
    return await fetch(url, options);
  } catch {}
  // No answer, a status and another file all end like that: asked again, to say which.
  const response = await fetch(url);
  if (!response.ok) return response;
  await response.blob(); // one that breaks off is no answer
  return fetch(url, options).catch(() => {
    throw new Changed(`expected the file of this release, got another (${path})`);
  });
}
class Changed extends Error {}

// After a panic the module is dead for every element on the page; each says so and keeps its answers. Whoever asks for
// the engine later gets another one: by the same name a browser would give the dead one back.
let lives = "";
function stopped(message) {
  delete modules.engine;
  delete modules.rest;
  isWhole = !PINS[REST];
  lives += "#";
  for (const reference of widgets) reference.deref()?.[STOPPED](message);
  widgets.clear();
}
const STOPPED = Symbol("stopped");

/** A JSON file, of ours by its path or of the page's by its address. */
async function json(what, path, address) {
  const url = address ?? path;
  const invalid = (message) => new Failure("assessment-invalid", `${what} ${url}: ${message}`, [{ path: "", message }]);
  let response, text;
  try {
    response = await (address === undefined ? pinned(path) : fetch(new URL(address, document.baseURI)));
    text = await response.text();
  } catch (cause) {
    if (cause instanceof Changed) throw invalid(cause.message);
    throw new Failure("assessment-unreachable", `${what} ${url}: expected an answer, got none (${cause.message})`);
  }
  if (response.status !== 200) {
    throw new Failure("assessment-unreachable", `${what} ${url}: expected status 200, got ${response.status}`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`expected JSON, got something else: ${cause.message}`);
  }
}

/** A file that is not ours, once it was checked. */
async function checked(file) {
  const { check } = await module("checker");
  const problems = check(file);
  if (problems.length) throw new Failure("assessment-invalid", said(problems), problems);
  return file;
}

/** The engine for scripts, without an element. */
export async function load() {
  const [{ Opened }, { check }] = await Promise.all([module("engine"), module("checker")]);
  await rest();
  const ask = (assessment, work) => {
    const problems = check(assessment);
    if (problems.length) throw new Failure("assessment-invalid", said(problems), problems);
    const opened = new Opened(assessment, null);
    try {
      return call("answers-invalid", () => work(opened));
    } finally {
      opened.free();
    }
  };
  return {
    check,
    evaluate: (assessment, answers, { language = "" } = {}) => ask(assessment, (opened) => opened.evaluate(answers, language)),
    encodeLink: (assessment, answers) => ask(assessment, (opened) => opened.encodeLink(answers)),
    decodeLink: (assessment, text) => ask(assessment, (opened) => opened.decodeLink(text)),
  };
}

// Where there is no page (a server that draws one), there is a class to import and nothing more.
export class PartnerFit extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = [
    "assessment", "lang", "load", "heading-level", "storage", "layout", "no-review", "expose-answers",
  ];

  #root = this.attachShadow({ mode: "open" });
  #internals = this.attachInternals();
  #slot = document.createElement("slot");
  #mount; // the div that the engine draws in, once there is one
  #glue;
  #file; // the assessment as it was written
  #opened; // the assessment, checked
  #widget;
  #language;
  #texts; // of that language
  #model = null;
  #profile = null;
  #strings = null;
  #answers; // set before there is an engine, or kept from one that stopped
  #kept; // the answers as last heard of
  #self = new WeakRef(this); // the engine keeps what it tells; it must not keep the element
  #turn = 0; // rises with every load, so that an overtaken one is dropped
  #awake = false; // whether loading was called for
  #startWanted = false;
  #loading = false;
  #wanted; // the language last asked for, by the element or around it
  #begun = false; // whether pf-ready was said of what shows
  #untold = []; // events before that
  #held; // what was pressed before it could be done
  #stopWaiting = () => {};
  #stopFollowing = () => {};
  #refused = []; // what was asked for too early and cannot be done
  #leaving;
  #ready;
  #settle;

  constructor() {
    super();
    // Room for the start screen, as the published snippet keeps it free: more where the window is narrow.
    hostSheet ??= sheet(":host{display:block;min-block-size:max(640px,1400px - 160vw)}:host([hidden]){display:none}");
    this.#root.adoptedStyleSheets = [hostSheet];
    this.#root.append(this.#slot);
    for (const name of ["click", "submit"]) this.#root.addEventListener(name, (event) => this.#hold(event), true);
    this.#root.addEventListener("change", ({ target }) => target.type === "file" && this.#openFile(target));
    this.#promise();
  }

  // ---- properties ----

  get assessment() { return this.getAttribute("assessment") ?? "partner"; }
  set assessment(value) { this.setAttribute("assessment", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.setAttribute("theme", value); }
  get load() { return this.getAttribute("load") ?? "lazy"; }
  set load(value) { this.setAttribute("load", value); }
  get storage() { return this.getAttribute("storage") ?? "none"; }
  set storage(value) { this.setAttribute("storage", value); }
  get headingLevel() {
    const level = Number(this.getAttribute("heading-level"));
    return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
  }
  set headingLevel(value) { this.setAttribute("heading-level", value); }
  get layout() { return this.getAttribute("layout") ?? "criterion"; }
  set layout(value) { this.setAttribute("layout", value); }
  get noReview() { return this.hasAttribute("no-review"); }
  set noReview(value) { this.toggleAttribute("no-review", Boolean(value)); }
  get exposeAnswers() { return this.hasAttribute("expose-answers"); }
  set exposeAnswers(value) { this.toggleAttribute("expose-answers", Boolean(value)); }

  get model() { return this.#model; }
  set model(value) {
    this.#model = value;
    this.#reload();
  }

  get profile() { return this.#profile && { ...this.#profile }; }
  set profile(value = null) {
    if (this.#widget) this.#reword(value);
    this.#profile = value;
  }

  get strings() { return this.#strings && { ...this.#strings }; }
  set strings(value = null) {
    if (this.#widget) this.#replaceTexts(value);
    this.#strings = value;
  }

  get ready() { return this.#ready; }

  get answers() {
    return this.#widget ? this.#widget.answers : { ...this.#answers };
  }
  set answers(value) {
    if (this.#widget) {
      call("answers-invalid", () => this.#widget.setAnswers(value));
      this.#mark();
    } else {
      this.#answers = value;
    }
  }

  get result() { return (isWhole && this.#widget?.result) || null; }

  // ---- methods ----

  getResult() { return this.result; }
  async exportResult(kind) {
    if (!["json", "csv", "link", "text"].includes(kind)) throw new Error(`expected json, csv, link or text, got ${kind}`);
    if (!this.#widget?.complete) throw new Error("expected a result, got questions without an answer");
    await rest();
    return this.#export(kind);
  }
  start() {
    if (this.#widget) return this.#do("start");
    this.#startWanted = true;
    this.#wake();
  }
  next() { this.#do("next"); }
  back() { this.#do("back"); }
  reset() {
    this.#do("reset");
    if (!this.#widget) this.#answers = undefined;
  }
  #do(name) {
    if (this.#isEarly()) return void rest().then(() => this.#do(name), () => {}); // said by pf-error
    if (this.#widget) call("internal", () => this.#widget[name]());
    this.#mark();
  }

  /** Whether the result might be next, and what shows it is still on its way. */
  #isEarly() {
    return !isWhole && Boolean(this.#widget?.complete);
  }

  /** Keeps a press of a button for when it can be done. */
  #hold(event) {
    const { target } = event;
    // What opens an earlier result may lead to one at any time.
    if (isWhole || !target.closest(this.#isEarly() ? "button, form" : ".open button, .open form")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const waits = this.#held;
    this.#held = target; // the last press counts
    if (waits) return;
    const press = () => {
      const held = this.#held;
      this.#held = undefined;
      if (held.requestSubmit) held.requestSubmit();
      else held.click();
    };
    rest().then(press, () => (this.#held = undefined)); // said by pf-error
  }

  // ---- life ----

  connectedCallback() {
    clearTimeout(this.#leaving);
    for (const name of EARLY) {
      if (!Object.hasOwn(this, name)) continue; // set before the element was defined
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#mount && !this.#mount.isConnected) this.#root.append(this.#mount);
    this.#followLanguage();
    if (!this.#awake) this.#waitToLoad();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion: only what is still away after this turn has left. yew never removes its
    // root listeners, so the mount is detached, which lets the element itself be collected.
    this.#stopWaiting();
    this.#stopFollowing();
    this.#leaving = setTimeout(() => {
      if (!this.isConnected) this.#mount?.remove();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "assessment" && this.#model === null) this.#reload();
    if (name === "lang") this.#languageChanged();
    if (name === "load" && this.isConnected && !this.#awake) this.#waitToLoad();
    if (name === "storage") this.#sayStorage();
    if (["layout", "no-review", "expose-answers"].includes(name)) this.#sayCourse();
    if (name === "heading-level") this.#widget?.setHeadingLevel(this.headingLevel);
  }

  #waitToLoad() {
    this.#stopWaiting();
    if (this.load === "eager") return this.#wake();
    if (this.load === "click") {
      const pressed = (event) => {
        if (!event.composedPath().some((node) => node.matches?.("a, button"))) this.#wake();
      };
      this.addEventListener("click", pressed);
      this.#stopWaiting = () => this.removeEventListener("click", pressed);
      return;
    }
    const near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#wake(), {
      rootMargin: `${NEAR_PIXELS}px`,
    });
    near.observe(this);
    this.#stopWaiting = () => near.disconnect();
  }

  #wake() {
    this.#stopWaiting();
    if (this.#awake) return;
    this.#awake = true;
    this.#load();
  }

  #reload() {
    if (this.#awake) this.#load();
  }

  async #load() {
    const turn = ++this.#turn;
    const began = performance.now();
    this.#loading = true;
    this.#wanted = this.#wish();
    if (this.#settle === undefined) this.#promise();
    const likely = this.#likely();
    const early = likely && json("the texts", `locales/${likely}.json`);
    early?.catch(() => {}); // reported where it is awaited
    let widget;
    try {
      const [glue, file] = await Promise.all([module("engine"), this.#fetch()]);
      if (turn !== this.#turn) return;
      const profile = this.#profile;
      // On a slow network a walk begins before all of the engine is there; what may open at a result does not.
      const slow = isSlow() || performance.now() - began > LATE_MS;
      const isWalk = !isWhole && slow && !this.#answers && !location.hash && this.storage === "none";
      // No question needs the advice, which is half of a file.
      const { advice, ...asked } = file;
      const opened = this.#open(glue, isWalk ? asked : file, profile);
      const [language, unknown] = this.#choose(opened);
      const texts = await (language === likely ? early : json("the texts", `locales/${language}.json`));
      if (!isWalk) await rest();
      if (turn !== this.#turn) return;
      this.#loading = false;
      widget = this.#show(glue, file, opened, language, texts, profile);
      if (isWalk) {
        await drawn();
        await rest();
        if (widget === this.#widget) this.#reword(this.#profile); // with the advice
      }
      if (widget !== this.#widget) return;
      this.#begin();
      if (unknown) this.#fail(unknown, false);
    } catch (failure) {
      if (widget ? widget !== this.#widget : turn !== this.#turn) return;
      this.#loading = false;
      if (widget) this.#withdraw();
      this.#fail(failure);
    }
  }

  /** The language of an assessment of ours before it is there: its texts need not wait for it. */
  #likely() {
    if (this.#model !== null || !BUILT_IN.includes(this.assessment)) return undefined;
    const wanted = this.#wanted?.toLowerCase();
    return [wanted, wanted?.split("-")[0]].find((tag) => PINS[`locales/${tag}.json`]);
  }

  async #fetch() {
    const name = this.assessment;
    if (this.#model !== null) return checked(this.#model);
    if (BUILT_IN.includes(name)) return json("the assessment", `assessments/${name}.json`);
    module("checker").catch(() => {}); // on its way while the file is; reported where it is awaited
    return checked(await json("the assessment", "", name));
  }

  /** The assessment, with the page's own words in it unless something is wrong with them. */
  #open(glue, file, profile) {
    let opened;
    this.#attempt(() => (opened = call("answers-invalid", () => new glue.Opened(file, profile))), () => {
      // The file itself may be what is wrong.
      opened = call("assessment-invalid", () => new glue.Opened(file, null));
      this.#profile = null;
    });
    return opened;
  }

  #reword(profile) {
    const opened = call("answers-invalid", () => new this.#glue.Opened(this.#file, profile));
    this.#widget.setOpened(opened);
    this.#opened = opened;
  }

  #replaceTexts(strings) {
    call("answers-invalid", () => this.#widget.setStrings(this.#language, this.#texts, strings));
  }

  #sayCourse() {
    this.#widget?.setCourse(this.layout, !this.noReview, this.exposeAnswers);
  }

  /** Does what a host has asked for before it could be told that it cannot be done. */
  #attempt(work, undo) {
    try {
      work();
    } catch (failure) {
      undo?.();
      this.#refused.push(failure);
    }
  }

  /** The engine takes over from the fallback, or a new assessment from the one before it. */
  #show(glue, file, opened, language, texts, profile) {
    const mount = document.createElement("div");
    speak(mount, language);
    const self = this.#self;
    const tell = (name, detail) => self.deref()?.#tell(name, detail);
    const widget = call("assessment-invalid", () => new glue.Widget(opened, language, texts, this.headingLevel, tell));
    const answers = this.#answers;
    this.#begun = false;
    this.#untold.length = 0;
    this.#widget?.destroy();
    this.#mount?.remove();
    [this.#glue, this.#file, this.#opened, this.#widget, this.#mount] = [glue, file, opened, widget, mount];
    [this.#language, this.#texts] = [language, texts];
    this.#answers = undefined;
    this.#slot.remove();
    this.#root.adoptedStyleSheets = [hostSheet, widgetSheet];
    this.#root.append(mount);
    widgets.add(self);
    this.#sayStorage();
    this.#sayCourse();
    // Given while the texts were on their way.
    if (this.#profile !== profile && this.#profile) this.#attempt(() => this.#reword(this.#profile), () => (this.#profile = null));
    if (this.#strings) this.#attempt(() => this.#replaceTexts(this.#strings), () => (this.#strings = null));
    if (answers !== undefined) this.#attempt(() => call("answers-invalid", () => widget.setAnswers(answers)));
    else this.#reopen();
    this.#mark();
    if (this.#startWanted) widget.start();
    this.#startWanted = false;
    widget.show(mount);
    return widget;
  }

  /** The host may have everything of the engine from here on. */
  #begin() {
    this.#begun = true;
    this.#resolve();
    this.#emit("pf-ready", { assessment: this.#opened.id, version: this.#opened.version });
    for (const failure of this.#refused.splice(0)) this.#fail(failure, false);
    for (const [name, detail] of this.#untold.splice(0)) this.#emit(name, detail);
  }

  // ---- language ----

  /** The language to show, and the failure if the element's own is not to be had. */
  #choose(opened) {
    const own = this.getAttribute("lang");
    const wanted = own ?? inherited(this);
    const found = wanted && opened.languageFor(wanted);
    const unknown = own && !found && new Failure("language-unknown", `expected a language of the assessment, got "${own}"`);
    return [found || opened.firstLanguage, unknown];
  }

  #wish() {
    return this.getAttribute("lang") ?? inherited(this);
  }

  async #languageChanged() {
    const wanted = this.#wish();
    if (!this.isConnected || !this.#awake || wanted === this.#wanted) return;
    if (this.#loading || !this.#widget) return this.#load();
    this.#wanted = wanted;
    const turn = ++this.#turn;
    try {
      const [language, unknown] = this.#choose(this.#opened);
      if (this.#settle === undefined) this.#promise();
      if (language !== this.#language) {
        const texts = await json("the texts", `locales/${language}.json`);
        if (turn !== this.#turn) return;
        call("assessment-invalid", () => this.#widget.setTexts(language, texts));
        [this.#language, this.#texts] = [language, texts];
        speak(this.#mount, language);
      }
      this.#resolve();
      if (unknown) this.#fail(unknown, false);
    } catch (failure) {
      if (turn === this.#turn) this.#fail(failure);
    }
  }

  /** Keeps in step with the language around the element, from here up through every shadow root. */
  #followLanguage() {
    const changed = new MutationObserver(() => this.#languageChanged());
    for (let root = this.getRootNode(); root; root = root.host?.getRootNode()) {
      changed.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
    }
    this.#stopFollowing();
    this.#stopFollowing = () => changed.disconnect();
    this.#languageChanged();
  }

  // ---- taking along ----

  /** What the engine asks for and only a page can do; the engine hears how it ended, and tells the reader. */
  async #effect(name) {
    const widget = this.#widget;
    const end = (done, text = "") => widget.ended(name, done, text);
    if (name === "note") return this.#mark();
    if (name === "forget") return this.#store(false);
    if (name === "recall") {
      this.#sayStorage(); // it may have expired since
      return widget.openKept(this.#stored(), true);
    }
    if (name === "save") return end(this.#store(true));
    if (name === "print") return end(this.#print());
    const text = this.#export(name, true);
    try {
      if (name === "json" || name === "csv") this.#download(name, text);
      else await navigator.clipboard.writeText(text);
      end(true);
    } catch {
      end(false, text);
    }
  }

  #export(kind, named) {
    if (kind === "json") return JSON.stringify(this.result, null, 2);
    if (kind === "link") return `${location.href.split("#")[0]}#${this.#widget.export(named ? "named" : kind)}`;
    return this.#widget.export(kind);
  }

  #download(kind, text) {
    const link = document.createElement("a");
    // A mark of UTF-8 before the table, without which Excel takes it for something else.
    const blob = new Blob(kind === "csv" ? ["\ufeff", text] : [text], { type: kind === "csv" ? "text/csv" : "application/json" });
    link.href = URL.createObjectURL(blob);
    link.download = `${this.#opened.id}-${new Date().toISOString().slice(0, 10)}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** A document of its own, filled by DOM calls only; false where no window may be opened. */
  #print() {
    let page;
    try {
      page = window.open("");
    } catch {} // so Firefox refuses it in a sandboxed frame
    if (!page) return false;
    const drawn = document.createElement("div");
    const title = this.#widget.print(drawn);
    const { lang, dir } = this.#mount;
        // Later, because the engine draws a moment later, and Firefox puts another document in place of the first.
    setTimeout(() => {
      const paper = page.document;
      const styles = new page.CSSStyleSheet();
      styles.replaceSync(this.#glue.PRINT_STYLES);
      paper.adoptedStyleSheets = [styles];
      Object.assign(paper.documentElement, { lang, dir });
      paper.title = title;
      paper.body.append(...paper.importNode(drawn, true).childNodes);
      for (const folded of paper.querySelectorAll("details")) folded.open = true;
      page.print();
    }, 100);
    return true;
  }

  async #openFile(input) {
    const widget = this.#widget;
    const [file] = input.files;
    if (!file) return;
    let report;
    try {
      if (file.size <= MAX_FILE_BYTES) report = JSON.parse(await file.text());
    } catch {} // not JSON: no report
    input.value = "";
    rest().then(() => widget.openFile(report), () => {}); // said by pf-error
  }

  // ---- storage: every access may be refused, and what comes out may be anything ----

  #box() {
    return { session: () => sessionStorage, local: () => localStorage }[this.storage]?.();
  }

  #key() {
    return `partner-fit:${this.#opened.id}:${this.#opened.fingerprint}`;
  }

  /** Keeps the answers, or lets them go; whether the browser allowed it. */
  #store(keep) {
    try {
      const box = this.#box();
      if (keep) box.setItem(this.#key(), JSON.stringify({ until: Date.now() + KEPT_MS, answers: this.answers }));
      else box.removeItem(this.#key());
      return true;
    } catch {
      return false;
    }
  }

  /** The answers that are kept; what has expired, or was not written by this, is removed. */
  #stored() {
    try {
      const kept = this.#box().getItem(this.#key());
      if (kept === null) return undefined;
      const { until, answers } = JSON.parse(kept);
      if (until > Date.now() && until <= Date.now() + KEPT_MS) return answers;
    } catch {} // refused, or not ours
    this.#store(false);
    return undefined;
  }

  #sayStorage() {
    this.#widget?.setStorage(this.storage, this.storage === "local" && this.#stored() !== undefined);
  }

  /** Opens what the address holds, if it is a link to this assessment, or what this tab has kept. */
  #reopen() {
    const fragment = location.hash.slice(1);
    if (fragment && this.#opened.concerns(fragment)) return this.#widget.openLink(fragment);
    const kept = this.storage === "session" && this.#stored();
    if (kept) this.#widget.openKept(kept, false);
  }

  // ---- telling the host ----

  #tell(name, detail) {
    if (name === "effect") return this.#effect(detail);
    if (name === "pf-answer" || name === "pf-complete") this.#mark();
    // Nothing happens before pf-ready has said that there is something for it to happen in.
    if (this.#begun) this.#emit(name, detail);
    else this.#untold.push([name, detail]);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #mark() {
    this.#kept = this.answers;
    if (this.#widget && this.storage === "session") this.#store(Object.keys(this.#kept).length > 0);
    this.#internals.states[this.#widget?.complete ? "add" : "delete"]("complete");
  }

  #promise() {
    this.#ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.#ready.catch(() => {}); // said by pf-error; a host that does not ask must not see an unhandled rejection
  }

  #resolve() {
    if (!isWhole) return; // done when it is
    this.#internals.states.delete("error");
    this.#settle?.resolve();
    this.#settle = undefined;
  }

  #fail(failure, fatal = true) {
    const known = failure instanceof Failure ? failure : new Failure("internal", String(failure?.message ?? failure));
    const { code, message, problems } = known;
    if (fatal) {
      this.#internals.states.add("error");
      this.#settle?.reject(known);
      this.#settle = undefined;
      if (!this.#widget && !this.#slot.assignedNodes().length) this.#slot.textContent = FAILED[inherited(this)?.slice(0, 2)] ?? FAILED.en;
    }
    this.#emit("pf-error", problems ? { code, message, problems } : { code, message });
  }

  [STOPPED](message) {
    this.#withdraw();
    if (this.#settle === undefined) this.#promise();
    this.#fail(new Failure("internal", message));
  }

  /** The fallback in place of what cannot go on. */
  #withdraw() {
    this.#answers = this.#kept;
    this.#mount?.remove();
    this.#widget = this.#mount = undefined; // never freed: the engine that would do it may be gone
    this.#root.append(this.#slot);
  }
}

/** Marks what `language` the words inside are in, and which way they run. */
function speak(mount, language) {
  const locale = new Intl.Locale(language);
  mount.lang = language;
  mount.dir = (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "ltr";
}

/** The language of the nearest ancestor that has one, also across shadow roots. */
function inherited(element) {
  for (let node = element; node; node = node.parentNode ?? node.host) {
    const lang = node.getAttribute?.("lang");
    if (lang) return lang;
  }
  return undefined;
}

// The last line, which element.js goes without:
if (globalThis.customElements?.get("partner-fit") === undefined) globalThis.customElements?.define("partner-fit", PartnerFit);
