// Somebody who uses everything, as a strict compiler sees it: what is right compiles, and what is wrong does not.

import { adapt, load, locate, PartnerFit } from "partner-fit";
import type { Answers, Assessment, Engine, ErrorCode, InputError, Problem, Report, Strings } from "partner-fit";

const made = document.createElement("partner-fit");
const found: PartnerFit | null = document.querySelector("partner-fit");
const built: PartnerFit = new PartnerFit();
customElements.define("my-check", PartnerFit);
customElements.define("my-other-check", class extends PartnerFit {});

// Attributes and properties.
made.assessment = "company";
made.assessment = "https://example.com/own.json";
made.lang = "nl-BE";
made.theme = "system";
made.layout = "question";
made.storage = "local";
made.load = "click";
made.headingLevel = 3;
const level: number = made.headingLevel;
made.exposeAnswers = true;
made.noReview = true;
made.profile = { vendor: "Acme" };
made.profile = null;
made.strings = { "start.button": "Go", "start.questions": { one: "{count} thing", other: "{count} things" } };
made.strings = null;
made.actions = { ready: { label: "Apply", href: "https://example.com" }, "*": { label: { en: "Ask", nl: "Vraag" } } };
made.actions = null;
made.model = null;
made.answers = { size: 5, region: "benelux", market: "unsure", reach: "n/a" };
const answers: Answers = made.answers;
const report: Report | null = made.result;
const observed: readonly string[] = PartnerFit.observedAttributes;
// @ts-expect-error No such theme.
made.theme = "blue";
// @ts-expect-error No such layout.
made.layout = "page";
// @ts-expect-error Storage is no switch.
made.storage = true;
// @ts-expect-error No such time to load.
made.load = "later";
// @ts-expect-error There are six levels.
made.headingLevel = 7;
// @ts-expect-error A presence, no word.
made.exposeAnswers = "yes";
// @ts-expect-error The result is worked out.
made.result = null;
// @ts-expect-error So is whether it is ready.
made.ready = Promise.resolve();
// @ts-expect-error An answer is a text or a number.
made.answers = { size: true };
// @ts-expect-error No such text.
made.strings = { "start.knob": "Go" };
// @ts-expect-error Plural forms need "other".
made.strings = { "start.questions": { one: "{count} thing" } };
// @ts-expect-error A button says something.
made.actions = { ready: { href: "https://example.com" } };
// @ts-expect-error The words of a profile are text.
made.profile = { vendor: 7 };
// @ts-expect-error An assessment is no list.
made.model = [];
// @ts-expect-error No such property.
made.answer = {};

// Methods.
made.start();
made.next();
made.back();
made.reset();
const got: Report | null = made.getResult();
const text: Promise<string> = made.exportResult("csv");
made.ready.then((nothing: void) => nothing).catch((error: InputError) => error.problems?.map((one) => one.path));
// @ts-expect-error No such form.
made.exportResult("pdf");
// @ts-expect-error It takes nothing.
made.start(1);

// Events, on the element and anywhere above it.
made.addEventListener("pf-ready", ({ detail }) => `${detail.assessment} ${detail.version}`);
made.addEventListener("pf-start", ({ detail }) => detail.assessment.length);
made.addEventListener("pf-step", ({ detail: { index, total, id } }) => `${index + 1}/${total} ${id}`);
made.addEventListener("pf-answer", ({ detail }) => `${detail.question} ${detail.value ?? ""}`);
made.addEventListener("pf-complete", ({ detail }) => {
  const score: number = detail.score ?? detail.low;
  return detail.high - score;
});
document.addEventListener("pf-action", (event) => event.detail.href ?? event.preventDefault());
document.addEventListener("pf-share", ({ detail }) => detail.kind === "csv");
window.addEventListener("pf-error", ({ detail }) => {
  const code: ErrorCode = detail.code;
  const problems: Problem[] = detail.problems ?? [];
  return `${code} ${detail.message} ${problems.map(({ path, message, hint }) => path + message + (hint ?? "")).join()}`;
});
made.addEventListener("click", (event) => event.clientX);
// @ts-expect-error A step has no name.
made.addEventListener("pf-step", ({ detail }) => detail.name);
// @ts-expect-error No such kind.
document.addEventListener("pf-share", ({ detail }) => detail.kind === "pdf");
// @ts-expect-error No such code.
made.addEventListener("pf-error", ({ detail }) => detail.code === "broken");

// The engine for scripts.
async function script(assessment: Assessment): Promise<string> {
  const engine: Engine = await load();
  const problems: Problem[] = engine.check(JSON.parse("{}"));
  const result: Report = engine.evaluate(assessment, { size: 5 }, { language: "nl" });
  const link: string = engine.encodeLink(assessment, answers);
  const back: Answers = engine.decodeLink(assessment, link);
  // @ts-expect-error An assessment comes first.
  engine.evaluate({ size: 5 });
  // @ts-expect-error No such option.
  engine.evaluate(assessment, {}, { lang: "nl" });
  // @ts-expect-error A link is text.
  engine.decodeLink(assessment, 7);
  // @ts-expect-error Nothing of that name yet.
  engine.guess(assessment);
  return `${problems.length} ${result.score?.toFixed(1)} ${Object.keys(back).length}`;
}

// The Report.
function tell(report: Report): string {
  const known: number = report.score ?? 0;
  const first = report.criteria[0];
  const lost: number | undefined = first?.questions[0]?.lost;
  const change = report.lift?.changes[0];
  const chances: number[] = report.robustness.anyWeights;
  // @ts-expect-error The score may be unknown.
  const sure: number = report.score;
  // @ts-expect-error No such key.
  report.points;
  return `${known} ${lost} ${change?.question} ${chances.length} ${sure} ${report.band.label} ${report.plan[0]?.title}`;
}

// An assessment, and what an author may get wrong.
const assessment: Assessment = {
  id: "small",
  version: "1",
  languages: ["en"],
  title: { en: "Small" },
  bands: [{ id: "low", label: { en: "Low" }, from: 0 }],
  criteria: [
    {
      id: "reach",
      title: { en: "Reach" },
      weight: 1,
      questions: [{ id: "size", text: { en: "How many?" }, kind: "number", points: [{ at: 0, value: 0 }] }],
    },
  ],
};
// @ts-expect-error A weight is a number.
const heavy: Assessment = { ...assessment, criteria: [{ id: "a", title: { en: "A" }, weight: "1", questions: [] }] };
// @ts-expect-error A version is missing.
const unnamed: Assessment = { id: "a", languages: ["en"], title: { en: "A" }, bands: [], criteria: [] };
// @ts-expect-error An unknown key.
const strange: Assessment = { ...assessment, colour: "red" };
made.model = assessment;

// A bundler's entry.
locate({ "engine_bg.wasm": () => new URL("https://example.com/a.wasm"), "engine_rest.wasm": () => "/b.wasm" });
// @ts-expect-error A place is asked for when it is needed.
locate({ "engine_bg.wasm": "engine_bg.wasm" });

// Another assessment made of one.
const adapted: Promise<Assessment> = adapt(assessment, { weights: { reach: 3 }, without: ["size"] });
// @ts-expect-error A weight is a number.
adapt(assessment, { weights: { reach: "3" } });
// @ts-expect-error No such option.
adapt(assessment, { only: ["size"] });

const words: Strings = { "step.back": "Return" };
export { adapted, built, found, got, heavy, level, observed, report, script, strange, tell, text, unnamed, words };
