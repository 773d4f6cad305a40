/**
 * Types of the element `<partner-fit>` and of the engine for scripts. What is written here by hand stands first; what is
 * made from the JSON Schemas and the texts stands below the line that says so.
 *
 * The examples run as tests.
 */

/**
 * The element. It registers itself as `<partner-fit>` when `partner-fit.js` is imported, and only once; `element.js` has
 * the same class and registers nothing.
 *
 * Its attributes are read live, and each is a property too.
 *
 * Slots: the default one shows until the element is ready, and stays where it cannot start; `intro`, `cta` and `footer`
 * hold what the host adds.
 *
 * ```js
 * // example: element
 * const widget = document.createElement("partner-fit");
 * widget.assessment = "partner";
 * widget.lang = "nl";
 * widget.load = "eager";
 * widget.addEventListener("pf-complete", (event) => console.log(event.detail.band, event.detail.score));
 * document.body.append(widget);
 * await widget.ready;
 * ```
 */
export class PartnerFit extends HTMLElement {
  static readonly observedAttributes: readonly string[];

  // ---- Properties of attributes, made from attributes.json ----
  /** A shipped assessment (`partner`, `company`), or the address of an assessment file. Attribute `assessment`; at first `partner`. */
  assessment: BuiltIn | (string & {});
  /** The language, a BCP 47 tag. Unset, the language around the element counts, followed live. Attribute `lang`. */
  lang: string;
  /** Light or dark: as the host's `color-scheme` (`auto`), as the reader's device (`system`), or always one of both. Attribute `theme`; at first `auto`. */
  theme: "auto" | "system" | "light" | "dark";
  /** How many questions a step has: those of a criterion, one, or all. Attribute `layout`; at first `criterion`. */
  layout: "criterion" | "question" | "all";
  /** Whom the answers are about: the firm that gives them, or a candidate about whom somebody else gives them. Then the questions speak of that firm, what is left open counts as "Not sure", and every result says so. Attribute `about`; at first `self`. */
  about: "self" | "candidate";
  /** Where answers are kept: nowhere, until the tab closes, or for 30 days once the reader presses "Save on this device". Attribute `storage`; at first `none`. */
  storage: "none" | "session" | "local";
  /** When the element loads: within 400 px of the viewport, at once, or after a click on it or `start()`. Attribute `load`; at first `lazy`. */
  load: "lazy" | "eager" | "click";
  /** The level of its highest heading, from 1 to 6. Attribute `heading-level`; at first 2. */
  get headingLevel(): number;
  set headingLevel(level: 1 | 2 | 3 | 4 | 5 | 6);
  /** Whether `pf-answer` holds the answer itself. Attribute `expose-answers`. */
  exposeAnswers: boolean;
  /** Whether the result follows the last step without a review. Attribute `no-review`. */
  noReview: boolean;
  /** Where a copied link leads: the address of a page with this check. Unset, it leads to the page itself, without its query. Attribute `link-base`. */
  linkBase: string;
  // ---- Properties alone ----

  /** An assessment as an object, in place of `assessment`; `null` means none. */
  model: Assessment | null;
  /** The words for the placeholders of the texts, such as `vendor`; plain text. */
  profile: Profile | null;
  /** Texts of the element replaced for this embed, as plain text. */
  strings: Strings | null;
  /**
   * The primary button of results by the id of a band, `"*"` for bands that are not named; it comes before what the
   * assessment says. Bad input throws an {@link InputError} and changes nothing.
   *
   * ```js
   * // example: actions
   * widget.actions = {
   *   ready: { label: { en: "Become a partner", nl: "Word partner" }, href: "https://example.com/partners" },
   *   "*": { label: "Ask us", href: "mailto:partners@example.com" },
   * };
   * ```
   */
  actions: Actions | null;
  /**
   * What was answered. Setting counts at once; bad input throws an {@link InputError} and changes nothing.
   *
   * ```js
   * // example: answers
   * await widget.ready;
   * widget.answers = { ...widget.answers, "added-value": "integration" };
   * ```
   */
  answers: Answers;
  /** The Report once every question is answered, else `null`. */
  readonly result: Report | null;
  /** Fulfilled when the element can be used; rejected with the {@link InputError} that `pf-error` tells of. */
  readonly ready: Promise<void>;

  /** Begins the walk, and loads what is needed first where that was still to come. */
  start(): void;
  /** Moves on, as the reader's Continue does: an unanswered question shows its error. */
  next(): void;
  /** Goes back a screen. */
  back(): void;
  /** Forgets the answers and shows the start. */
  reset(): void;
  /** The same as {@link PartnerFit.result}. */
  getResult(): Report | null;
  /** The result as text: the Report as JSON, a table as CSV, a link that holds the answers, or plain text. */
  exportResult(kind: "json" | "csv" | "link" | "text"): Promise<string>;

  connectedCallback(): void;
  disconnectedCallback(): void;
  adoptedCallback(): void;
  attributeChangedCallback(name: string, before: string | null, after: string | null): void;
}

/** The assessments that come along. */
export type BuiltIn = "partner" | "company";

/** An answer for each question by its id: an option's id, a number, `"unsure"` or `"n/a"`. */
export type Answers = Record<string, AnswerValue>;

/** The words for placeholders, by their names. */
export type Profile = Record<string, string>;

/** Texts by key: a text, or its plural forms. */
export type Strings = Partial<Record<TextKey, string | PluralText>>;

/**
 * Buttons by the id of a band, or `"*"`: what each says, in every language or for each, and the `https:` or `mailto:`
 * address that it leads to. Without one it leads nowhere, and your page acts on `pf-action`.
 */
export type Actions = Record<string, { label: string | LocalText; href?: string | null }>;

/** A text for each plural form of the language; `other` is there in every language. */
export type PluralText = { other: string } & Partial<Record<"zero" | "one" | "two" | "few" | "many", string>>;

/** Something that is wrong with an input: where, what was expected and found, and often what was meant. */
export interface Problem {
  /** `criteria[2].questions[0].options[1].value`; empty for the input as a whole. */
  path: string;
  /** What was expected, and what was found. */
  message: string;
  /** What was probably meant. */
  hint?: string;
}

/** What is thrown where an input is bad, and what `ready` rejects with. */
export interface InputError extends Error {
  code: ErrorCode;
  /** All problems of the input together. */
  problems?: Problem[];
}

/** What a `pf-error` is about. */
export type ErrorCode =
  | "wasm-blocked"
  | "wasm-failed"
  | "assessment-unreachable"
  | "assessment-invalid"
  | "answers-invalid"
  | "language-unknown"
  | "internal";

/** The events of the element. They bubble and leave shadow roots, so they can be listened to anywhere above it. */
export interface PartnerFitEventMap {
  /** Once for each assessment loaded. */
  "pf-ready": CustomEvent<{ assessment: string; version: string }>;
  /** The walk begins. */
  "pf-start": CustomEvent<{ assessment: string }>;
  /** A step of questions shows: its index from 0, how many there are, and the id of what it asks about. */
  "pf-step": CustomEvent<{ index: number; total: number; id: string }>;
  /** The reader gives an answer; which one only with `expose-answers`. */
  "pf-answer": CustomEvent<{ question: string; value?: AnswerValue }>;
  /** All answers are cleared, by the reader or by `reset()`: an outcome that was handed on is none any more. */
  "pf-reset": CustomEvent<{ assessment: string }>;
  /**
   * The result first shows after a walk; the band by its id. `adapted`: a page or an address has changed weights, questions
   * or texts of the check.
   */
  "pf-complete": CustomEvent<{
    assessment: string;
    version: string;
    band: string;
    score: number | null;
    low: number;
    high: number;
    adapted: boolean;
  }>;
  /**
   * The reader presses the result's button of `actions`. Cancel it (`preventDefault()`) and the link is not followed.
   */
  "pf-action": CustomEvent<{ band: string; href: string | null }>;
  /** The reader takes the result along. */
  "pf-share": CustomEvent<{ kind: "link" | "text" | "json" | "csv" | "print" | "save" }>;
  /** Something failed; told once. */
  "pf-error": CustomEvent<{ code: ErrorCode; message: string; problems?: Problem[] }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "partner-fit": PartnerFit;
  }
  interface GlobalEventHandlersEventMap extends PartnerFitEventMap {}
}

/**
 * The engine for scripts, without an element. It is fetched once for the whole page.
 *
 * ```js
 * // example: load
 * import { load } from "./partner-fit.js";
 * const engine = await load();
 * ```
 */
export function load(): Promise<Engine>;

/** The engine: pure, so the same input gives the same output. */
export interface Engine {
  /**
   * The Report on these answers, in one of the assessment's languages (at first its first one).
   *
   * ```js
   * // example: evaluate
   * const assessment = await (await fetch("./assessments/partner.json")).json();
   * const report = engine.evaluate(assessment, { "added-value": "integration" }, { language: "nl" });
   * console.log(report.score, report.low, report.high, report.band.label);
   * ```
   *
   * @throws {InputError} where the assessment or the answers are bad: `problems` says all of it
   */
  evaluate(assessment: Assessment, answers: Answers, options?: { language?: string; about?: "self" | "candidate" }): Report;
  /**
   * What is wrong with an assessment; an empty list where nothing is. It never throws.
   *
   * ```js
   * // example: check
   * const problems = engine.check({ ...assessment, version: 7 });
   * for (const { path, message, hint } of problems) console.log(`${path}: ${message} ${hint ?? ""}`);
   * ```
   */
  check(assessment: unknown): Problem[];
  /**
   * The answers as a fragment of an address, without `#`.
   *
   * ```js
   * // example: encodeLink
   * const fragment = engine.encodeLink(assessment, { "added-value": "integration" });
   * const address = `https://example.com/check#${fragment}`;
   * ```
   *
   * @throws {InputError} where the assessment or the answers are bad
   */
  encodeLink(assessment: Assessment, answers: Answers): string;
  /**
   * The answers of such a fragment.
   *
   * ```js
   * // example: decodeLink
   * const answers = engine.decodeLink(assessment, new URL(address).hash.slice(1));
   * try {
   *   engine.decodeLink(assessment, "nonsense");
   * } catch (error) {
   *   console.log(error.problems[0].message);
   * }
   * ```
   *
   * @throws {InputError} where the text is no link, or one to another assessment or version
   */
  decodeLink(assessment: Assessment, text: string): Answers;
}

/**
 * For bundlers, which rename files: tells the element where each of its files is. The entry of the npm package does that.
 */
export function locate(files: Record<string, () => URL | string>): void;

/**
 * A new assessment with other weights for some criteria (by id, 0 or more), or without some questions (their ids), of an
 * assessment, of one of ours by its name, or of a file by its address. What rests on a question that is gone goes too. Rejects with an
 * {@link InputError} whose `problems` name an unknown id, a weight that cannot count, or that nothing would be left.
 *
 * ```js
 * // example: adapt
 * import { adapt } from "./partner-fit.js";
 * const ours = await adapt("partner", { weights: { "market-alignment": 30 }, without: ["added-value"] });
 * ```
 */
export function adapt(
  assessment: Assessment | BuiltIn | (string & {}),
  changes?: { weights?: Record<string, number>; without?: readonly string[] },
): Promise<Assessment>;

// ---- From here on made from the JSON Schemas: PARTNER_FIT_BLESS=1 cargo test --test types ----

/** An assessment: what is asked, how the answers count, and what the result is called. */
export interface Assessment {
  /** The JSON Schema of this file, for the help of a text editor. */
  "$schema"?: string;
  /** The primary button of a result by the id of its band; "*" for bands that are not named. */
  actions?: Record<string, CallToAction>;
  /** Whether somebody has changed weights, questions or texts of its author's file for a page: then every result says so. `adapt()` sets it. Default: false. */
  adapted?: boolean;
  /** What is advised, as rules over the answers. */
  advice?: Advice;
  /** The bands of the score, lowest first. The first starts at 0. */
  bands: Band[];
  /** Within how many points of a band's edge a score is called borderline. Default: 2.5. */
  borderline?: number;
  /** Answers that exclude each other: the result says so. */
  clashes?: Clash[];
  /** What counts, one screen each. */
  criteria: Criterion[];
  /** Answers that cap the band whatever the score is. They never change the points. */
  gates?: Gate[];
  /** Words explained, to be had on every screen with questions. */
  glossary?: GlossaryEntry[];
  /** The name by which pages and results refer to this assessment. */
  id: string;
  /** What the assessment is for: one to three short sentences on the start screen. */
  intro?: LocalText;
  /** The languages in which every text is written. The first is used when a reader's language is not among them. */
  languages: string[];
  /** How many minutes it takes. */
  minutes?: number;
  /** How much a partner would add, beside how ready one is. The first level with a rule that holds counts, so the last has a rule without "when". */
  need?: NeedLevel[];
  /** The words that stand for {placeholders} in the texts, such as the vendor's name. */
  profile?: Record<string, LocalText>;
  /** The heading of the start screen. */
  title: LocalText;
  /** The version of the content, such as 1.2.0. Raise it when a question, a weight or a rule changes. */
  version: string;
}

/** The primary button of a result. */
export interface CallToAction {
  /** Where it leads: an https: or mailto: address. Left out: nowhere, and the page around the evaluator acts on "pf-action". */
  href?: string;
  /** What it says. */
  label: LocalText;
}

/** What is advised, as rules over the answers. */
export interface Advice {
  /** What speaks for it, each weighed by the first of its rules that holds. */
  benefits?: Benefit[];
  /** What speaks against it, each weighed by the first of its rules that holds. */
  drawbacks?: Drawback[];
  /** Ways to work with a partner. The one with most points is chosen. */
  models?: Model[];
  /** Types of partner. All with points are named, most points first. */
  partnerTypes?: PartnerType[];
  /** What to do: the items with a rule that holds, worst gap first, at most five. */
  plan?: PlanEntry[];
  /** What the result comes to. The first rule that holds decides, so the last verdict has a rule without "when". */
  verdicts?: Verdict[];
}

/** A benefit or a drawback. */
export interface Benefit {
  /** The name by which results refer to it. */
  id: string;
  /** What the reader sees. */
  label: LocalText;
  /** How strong it is: the first rule that holds. The last has no "when". */
  rules: StrengthRule[];
}

/** A rule that weighs a benefit or a drawback. */
export interface StrengthRule {
  /** Why, in one sentence. The answers it rests on are added behind it. */
  reason: LocalText;
  /** How strong it then is. */
  strength: "strong" | "some" | "little";
  /** What must hold, all of it. Left out: always. */
  when?: Condition[];
}

/** What must hold: of one answer, of a criterion's value, or of the result. Exactly one of "question", "criterion" and "result", and exactly one of "is", "below" and "atLeast". What is unknown does not hold. */
export interface Condition {
  /** The number, value or share is this one or more. */
  atLeast?: number;
  /** The number, value or share is below this one. */
  below?: number;
  /** The id of a criterion, whose value over the known answers runs from 0 to 1. */
  criterion?: string;
  /** Of a question: ids of options (or "unsure", "n/a"), of which one was chosen. Of the band, the need, the verdict, the type: their ids. Of the lift: ids of questions. */
  is?: string[];
  /** The id of a question. */
  question?: string;
  /** "band": the band after gates and floors. "coverage": the known share of the weight, from 0 to 1. "openGates": how many gates unknown answers may still close. "need", "verdict", "type": the level of need, the verdict, the type of partner that fits best. "lift": the questions whose answers the smallest change raises. Each can be asked only after it is found, in this order. */
  result?: "band" | "coverage" | "openGates" | "need" | "verdict" | "type" | "lift";
}

/** A benefit or a drawback. */
export interface Drawback {
  /** The name by which results refer to it. */
  id: string;
  /** What the reader sees. */
  label: LocalText;
  /** How strong it is: the first rule that holds. The last has no "when". */
  rules: StrengthRule[];
}

/** A way to work with a partner, or a type of partner. */
export interface Model {
  /** What it is, in one or two short sentences. */
  about: LocalText;
  /** The name by which results refer to it. */
  id: string;
  /** What the reader sees. */
  label: LocalText;
  /** What speaks for it, and what rules it out. */
  rules: PointsRule[];
}

/** A rule that speaks for something, or rules it out. */
export interface PointsRule {
  /** Whether it fits only once this is settled: it is named all the same, and the reason says "as soon as". Default: false. */
  once?: boolean;
  /** How much it speaks for it. Default: 1. */
  points?: number;
  /** Why, in one sentence. The answers it rests on are added behind it. */
  reason: LocalText;
  /** Whether it rules it out, whatever speaks for it. Default: false. */
  rulesOut?: boolean;
  /** What must hold, all of it. Left out: always. */
  when?: Condition[];
}

/** A way to work with a partner, or a type of partner. */
export interface PartnerType {
  /** What it is, in one or two short sentences. */
  about: LocalText;
  /** The name by which results refer to it. */
  id: string;
  /** What the reader sees. */
  label: LocalText;
  /** What speaks for it, and what rules it out. */
  rules: PointsRule[];
}

/** An item of the plan. */
export interface PlanEntry {
  /** The name by which results refer to it. */
  id: string;
  /** Ids of the questions whose answers get better by it: they tell its effect. */
  improves?: string[];
  /** When it is called for: any of these. Under every verdict some item has a rule without "when". */
  rules: PlanRule[];
  /** How, in one to five concrete steps. */
  steps: LocalText[];
  /** What to do. */
  title: LocalText;
  /** Ids of the verdicts under which it may be called for. Left out: any. */
  verdicts?: string[];
}

/** A rule that calls for an item of the plan. */
export interface PlanRule {
  /** Ids of questions that it is about, beside those in "when". */
  about?: string[];
  /** Whether it then comes first. Default: false. */
  first?: boolean;
  /** Whether it then keeps its place among the five, whatever else is called for. Default: false. */
  keeps?: boolean;
  /** What must hold, all of it. Left out: always. */
  when?: Condition[];
}

/** A verdict. */
export interface Verdict {
  /** What would change the verdict. */
  change: LocalText;
  /** The name by which results refer to it. */
  id: string;
  /** What the reader sees. */
  label: LocalText;
  /** Whether models and types of partner are for later under it. Default: false. */
  later?: boolean;
  /** What to do now, in one or two short sentences. */
  meaning: LocalText;
  /** When it holds: any of these. */
  rules: VerdictRule[];
}

/** A rule that gives a verdict. */
export interface VerdictRule {
  /** Why, in one sentence. The answers it rests on are added behind it. */
  reason: LocalText;
  /** What must hold, all of it. Left out: always. */
  when?: Condition[];
}

/** A band of the score. */
export interface Band {
  /** The lowest score, from 0 to 100, that reaches this band. */
  from: number;
  /** The name by which gates, floors and pages refer to this band. */
  id: string;
  /** What the reader sees. */
  label: LocalText;
  /** What it means to be in this band. */
  meaning?: LocalText;
}

/** Answers that exclude each other. */
export interface Clash {
  /** What is said of them: both answers, in one or two short sentences. */
  text: LocalText;
  /** The answers, to two questions at least. */
  when: GateCondition[];
}

/** A condition on one answer: exactly one of "is", "below" and "atLeast". */
export interface GateCondition {
  /** Of a number question: the number is this one or more. */
  atLeast?: number;
  /** Of a number question: the number is below this one. */
  below?: number;
  /** Ids of options (or "unsure", "n/a"), of which one was chosen. */
  is?: string[];
  /** The id of a question. */
  question: string;
}

/** A criterion: one thing that counts, asked on one screen. */
export interface Criterion {
  /** The least that is needed here, whatever the other criteria bring. */
  floor?: Floor;
  /** The name by which results refer to this criterion. */
  id: string;
  /** The questions, in the order in which they are asked. */
  questions: Question[];
  /** The heading of the screen. */
  title: LocalText;
  /** How much it counts beside the others: 0, or any number of at least 0.000001. With 0 its answers are kept but not scored. */
  weight: number;
  /** Why it counts: one or two short sentences. */
  why?: LocalText;
}

/** The least that is needed here, whatever the other criteria bring. */
export interface Floor {
  /** The value, from 0 to 1, under which the floor caps the band. */
  below: number;
  /** The id of the highest band that can then be reached. */
  cap: string;
  /** Why, and what clears it. */
  reason: LocalText;
  /** Answers of which one is enough to take the floor away. */
  unless?: GateCondition[];
}

/** A question. */
export interface Question {
  /** Why it is asked, and what its terms mean. */
  hint?: LocalText;
  /** The name by which answers, gates and results refer to this question. Unique in the whole file. */
  id: string;
  /** Of a number, in place of points: the range that is best, where more is not better. */
  ideal?: IdealRange;
  /** "choice": one of some options. "number": a number to fill in. */
  kind: "choice" | "number";
  /** Whether it cannot be changed at will, such as a place: then the smallest change to a higher band never asks for it. Default: false. */
  locked?: boolean;
  /** Of a number: the highest that can be filled in. */
  max?: number;
  /** Of a number: the lowest that can be filled in. */
  min?: number;
  /** Whether "Does not apply" is offered, which takes the question out of the sum; or the words for it here. Default: false. */
  notApplicable?: boolean | LocalText;
  /** Of a choice: the options, in the order in which they are shown. */
  options?: QuestionOption[];
  /** Of a number: the value at some numbers. Straight lines between them, level outside them. */
  points?: NumberPoint[];
  /** Of a number: whether the value runs in a straight line ("linear", the default) or by factors ("log"). */
  scale?: "linear" | "log";
  /** Of a choice: how many options up are believable in a year. Left out: any. */
  steps?: number;
  /** The question. */
  text: LocalText;
  /** Of a number: what is counted, such as "million euros a year". */
  unit?: LocalText;
  /** Whether "Not sure" is offered, which widens the range of the result. Default: true. */
  unsure?: boolean;
  /** How much it counts beside the other questions of its criterion. Default: 1. */
  weight?: number;
}

/** Of a number, in place of points: the range that is best, where more is not better. */
export interface IdealRange {
  /** Worth 1 from this number. */
  from: number;
  /** Worth 1 up to this number. */
  to: number;
  /** Worth 0 above this number. */
  zeroAbove: number;
  /** Worth 0 below this number. */
  zeroBelow: number;
}

/** An option of a choice. */
export interface QuestionOption {
  /** The name by which answers and gates refer to this option. Unique within its question. */
  id: string;
  /** What the reader sees. */
  label: LocalText;
  /** What it is worth, from 0 to 1. Left out only in a criterion of weight 0, and then for all its options. */
  value?: number;
}

/** A number and what it is worth. */
export interface NumberPoint {
  /** The number. */
  at: number;
  /** What it is worth, from 0 to 1. */
  value: number;
}

/** A gate: answers that cap the band, or too few that are known. */
export interface Gate {
  /** The id of the highest band that can then be reached. */
  cap: string;
  /** It holds only while less than this share of the weight, from 0 to 1, is known. */
  coverageBelow?: number;
  /** The name by which results refer to this gate. */
  id: string;
  /** Why, and what clears it. */
  reason: LocalText;
  /** The conditions, which must all hold. Left out only where "coverageBelow" stands. */
  when?: GateCondition[];
}

/** A word explained. */
export interface GlossaryEntry {
  /** A name for it. Unique in the glossary. */
  id: string;
  /** What it means, in one or two short sentences. */
  meaning: LocalText;
  /** The word. */
  term: LocalText;
}

/** A level of need. */
export interface NeedLevel {
  /** "low", "some" or "high". */
  id: "low" | "some" | "high";
  /** What the reader sees. */
  label: LocalText;
  /** When it holds: any of these. */
  rules: VerdictRule[];
}

/** A text in every language of the file. It may hold {placeholders} of the profile. With "-x-candidate" behind a language stands the form that is shown where somebody fills it in about a candidate; without one, the text itself is. */
export type LocalText = Record<string, string>;

/** The result of an assessment, in one language. */
export interface Report {
  /** Whom the answers are about: "self" where a firm answered for itself, "candidate" where somebody else, such as a vendor, answered about it. */
  about: string;
  /** Whether a page or an address has changed weights, questions or texts of the assessment or of the result. */
  adapted: boolean;
  /** What was asked. */
  assessment: AssessmentName;
  /** The band of the score after gates and floors. */
  band: BandName;
  /** The band of the score alone. */
  bandByScore: BandName;
  /** Whether the score lies close to the edge of a band. */
  borderline: boolean;
  /** Answers that exclude each other. */
  clashes: ClashReport[];
  /** The share of the weight whose answers are known, 0 to 1. */
  coverage: number;
  /** What every criterion brings, in the author's order. */
  criteria: CriterionReport[];
  /** The version of the engine that made this. */
  engine: string;
  /** Ids of the criteria that leave something to gain, most points first. */
  gaps: string[];
  /** The gates and floors that cap the band. */
  gates: GateReport[];
  /** The score if every unknown answer were the best, 0 to 100. */
  high: number;
  /** The language of the texts. */
  language: string;
  /** Benefits and drawbacks, weighed by the answers. */
  ledger: Ledger;
  /** The smallest change that reaches the next band; null in the top band, and where no score is known. */
  lift: LiftReport | null;
  /** The score if every unknown answer were the worst, 0 to 100. */
  low: number;
  /** The way to work with a partner that fits; null where the assessment has no rules for it. */
  model: ModelReport | null;
  /** How much a partner would add, beside how ready one is; null where the assessment has no rules for it. */
  need: NeedReport | null;
  /** The unknown question whose answer would say most; null when all are known. */
  next: string | null;
  /** Whether the reader has put weights of their own in place of the author's. */
  ownWeights: boolean;
  /** The types of partner that fit, best first. */
  partnerTypes: TypeReport[];
  /** What to do, most pressing first. */
  plan: PlanItem[];
  /** Whether unknown answers can still change the band of the score. */
  provisional: boolean;
  /** How far the band depends on the weights. */
  robustness: RobustnessReport;
  /** 0 to 100 over the known answers, never outside `low` to `high`; null where nothing that counts is known. */
  score: number | null;
  /** Whether a firm answered for itself. Nobody has verified the answers, whoever gave them. */
  selfReported: boolean;
  /** Ids of the criteria that carry the result, strongest first. */
  strengths: string[];
  /** What the result comes to; null where the assessment has no rules for it. */
  verdict: VerdictReport | null;
}

/** The shape of an answer in the JSON Schema. */
export type AnswerValue = string | number;

/** Which assessment a Report is of. */
export interface AssessmentName {
  /** A hash of everything that decides a score. */
  fingerprint: string;
  /** Its id. */
  id: string;
  /** The version of its content. */
  version: string;
}

/** A band by id, and by what the reader sees. */
export interface BandName {
  /** Its id. */
  id: string;
  /** Its name in the Report's language. */
  label: string;
}

/** A change of one answer. */
export interface ChangeReport {
  /** The answer given. */
  from: AnswerValue;
  /** The id of the question. */
  question: string;
  /** The answer that it takes. */
  to: AnswerValue;
}

/** Answers that exclude each other. */
export interface ClashReport {
  /** The ids of the questions. */
  questions: string[];
  /** Both answers in a sentence, in the Report's language. */
  text: string;
}

/** What one criterion brings. */
export interface CriterionReport {
  /** The value if every unknown answer were the best, 0 to 1. */
  high: number;
  /** Its id. */
  id: string;
  /** Its title in the Report's language. */
  label: string;
  /** Points that it costs. */
  lost: number;
  /** The value if every unknown answer were the worst, 0 to 1. */
  low: number;
  /** Points that it brings to the score. */
  points: number;
  /** What every question brings, in the author's order. */
  questions: QuestionReport[];
  /** The weighted mean of the known answers, 0 to 1, never outside `low` to `high`; null where none is known. */
  value: number | null;
  /** The author's weight as a share of all that applies, 0 to 1. */
  weight: number;
}

/** What an item of the plan brings by itself. */
export interface EffectReport {
  /** The ids of the gates and floors that it clears. */
  clears: string[];
  /** How many points, 0 to 100; null where it is about no answer that counts. */
  points: number | null;
  /** The id of the band that it reaches; null where that is no higher one. */
  reaches: string | null;
}

/** A gate or a floor that caps the band. */
export interface GateReport {
  /** The id of the highest band that can be reached. */
  cap: string;
  /** The id of the gate, or of the criterion whose floor it is. */
  id: string;
  /** "gate" or "floor". */
  kind: string;
  /** Why, and what clears it. */
  reason: string;
}

/** Between which weights of one criterion the band holds, the others keeping their proportions. */
export interface IntervalReport {
  /** The id of the criterion. */
  criterion: string;
  /** The highest weight, as a share from 0 to 1. */
  high: number;
  /** The lowest weight, as a share from 0 to 1. */
  low: number;
}

/** What speaks for it and against it. */
export interface Ledger {
  /** What speaks for it. */
  benefits: Weighed[];
  /** What speaks against it. */
  drawbacks: Weighed[];
}

/** The smallest change that reaches the next band. */
export interface LiftReport {
  /** The id of the band once those are settled, where it is a higher one. */
  after: string | null;
  /** The ids of the gates that have to be settled first, and that no change of an answer takes away. */
  blockedBy: string[];
  /** The changes, in the order of the questions: the smallest that reach it, or what the plan brings in a year where that is not enough. */
  changes: ChangeReport[];
  /** Whether a change reaches it, in whatever time. */
  reachable: boolean;
  /** The score after the changes, 0 to 100. */
  score: number | null;
  /** The id of the next band. */
  target: string;
  /** Whether it is believable within a year. */
  within: boolean;
}

/** The way to work with a partner that fits. */
export interface ModelReport {
  /** The id of the model. */
  chosen: string;
  /** Why, the weightiest first. */
  reasons: string[];
  /** The models and the types of partner that are ruled out. */
  ruledOut: Reasoned[];
  /** The model that fits next best; null where no other fits. */
  second: Reasoned | null;
}

/** What becomes of the result near the stated weights. */
export interface NearWeights {
  /** The share of weightings drawn near the stated ones (a Dirichlet distribution with 100 as the sum of its parameters) that lead to each band. */
  chances: number[];
  /** The highest score, 0 to 100, with every weight moved by up to 20 % of itself. */
  high: number;
  /** Whether the band is the same for all those weights. */
  holds: boolean;
  /** The lowest score, 0 to 100, with every weight moved by up to 20 % of itself. */
  low: number;
}

/** How much a partner would add. */
export interface NeedReport {
  /** Its name in the Report's language. */
  label: string;
  /** "low", "some" or "high". */
  level: string;
  /** Why, each with the answers it rests on. */
  reasons: string[];
}

/** Something to do. */
export interface PlanItem {
  /** What it brings by itself. */
  effect: EffectReport;
  /** Its id. */
  id: string;
  /** How, in the Report's language. */
  steps: string[];
  /** What, in the Report's language. */
  title: string;
  /** The ids of the questions whose answers call for it. */
  why: string[];
}

/** What the answer to one question brings. */
export interface QuestionReport {
  /** The answer: an option id, a number, "unsure", "n/a", or null where there is none. */
  answer: AnswerValue | null;
  /** Its id. */
  id: string;
  /** Points that it costs. */
  lost: number;
  /** Points that it brings to the score. */
  points: number;
  /** What the answer is worth, 0 to 1; null where it is unknown, does not apply or is not scored. */
  value: number | null;
}

/** Something with its reason. */
export interface Reasoned {
  /** Its id. */
  id: string;
  /** Why, with the answers it rests on. */
  reason: string;
}

/** How far the band depends on the weights. Lists have a share, 0 to 1, for each band from the lowest up, and sum to 1; with nothing known all are 0. */
export interface RobustnessReport {
  /** The share of all possible weightings that lead to each band. */
  anyWeights: number[];
  /** For each criterion with weight and a known value, the weights between which the band holds. */
  intervals: IntervalReport[];
  /** What becomes of the result near the stated weights. */
  nearWeights: NearWeights;
  /** The same among those that keep the order of importance. */
  sameOrder: number[];
}

/** A type of partner that fits. */
export interface TypeReport {
  /** Its id. */
  id: string;
  /** The ids of the questions that have to be settled first; none where it fits as things stand. */
  once: string[];
  /** Why, with the answers it rests on. */
  reason: string;
}

/** What the result comes to. */
export interface VerdictReport {
  /** Its id. */
  id: string;
  /** Its name in the Report's language. */
  label: string;
  /** Why, each with the answers it rests on. */
  reasons: string[];
}

/** A benefit or a drawback. */
export interface Weighed {
  /** Its id. */
  id: string;
  /** Why, with the answers it rests on. */
  reasons: string[];
  /** "strong", "some" or "little". */
  strength: string;
}

/** The keys of the element's own texts. */
export type TextKey =
  | "about.adapted"
  | "about.candidate"
  | "about.defaults"
  | "about.self"
  | "about.title"
  | "about.version"
  | "answer.none"
  | "answer.not-applicable"
  | "answer.unsure"
  | "bands.below"
  | "bands.from"
  | "bands.score"
  | "bands.title"
  | "bands.yours"
  | "candidate.note"
  | "candidate.unsure"
  | "clashes.title"
  | "compare.answers"
  | "compare.band"
  | "compare.both"
  | "compare.change"
  | "compare.close"
  | "compare.earlier"
  | "compare.intro"
  | "compare.now"
  | "compare.same"
  | "compare.score"
  | "compare.take"
  | "compare.title"
  | "compare.what"
  | "criteria.criterion"
  | "criteria.hatched"
  | "criteria.intro"
  | "criteria.lost"
  | "criteria.out"
  | "criteria.points"
  | "criteria.range"
  | "criteria.table"
  | "criteria.title"
  | "criteria.total"
  | "criteria.unknown"
  | "criteria.value"
  | "criteria.weight"
  | "error.choice"
  | "error.in"
  | "error.number"
  | "error.number-format"
  | "error.number-max"
  | "error.number-min"
  | "error.number-range"
  | "error.prefix"
  | "error.title"
  | "error.title-wrong"
  | "export.own-weights"
  | "firm.capped"
  | "firm.fairly"
  | "firm.firm"
  | "firm.open"
  | "firm.title"
  | "firm.unknown"
  | "firm.very"
  | "gaps.costs"
  | "gaps.title"
  | "glossary.title"
  | "goal.after"
  | "goal.lift"
  | "goal.open"
  | "ledger.benefits"
  | "ledger.drawbacks"
  | "ledger.little"
  | "ledger.some"
  | "ledger.strong"
  | "lift.change"
  | "lift.changes"
  | "lift.top"
  | "lift.unknown"
  | "lift.unreachable"
  | "lift.year"
  | "limits.title"
  | "list.and"
  | "model.second"
  | "next.text"
  | "open.button"
  | "open.company"
  | "open.damaged"
  | "open.file"
  | "open.forgotten"
  | "open.link"
  | "open.newer"
  | "open.not-ours"
  | "open.other-assessment"
  | "open.other-version"
  | "open.saved"
  | "open.saved-button"
  | "open.shared"
  | "open.title"
  | "percent.less"
  | "percent.more"
  | "percent.whole"
  | "plan.clears"
  | "plan.more"
  | "plan.points"
  | "plan.reaches"
  | "plan.title"
  | "plan.why"
  | "points.answer"
  | "points.of"
  | "points.question"
  | "points.question-of"
  | "points.range"
  | "points.title"
  | "print.answers"
  | "print.fingerprint"
  | "reason.above"
  | "reason.below"
  | "reason.capped"
  | "reason.early"
  | "reason.gaps"
  | "reason.lift"
  | "reason.nearest"
  | "reason.open"
  | "reason.start"
  | "reason.strengths"
  | "reset.button"
  | "reset.done"
  | "reset.no"
  | "reset.question"
  | "reset.yes"
  | "result.change-answers"
  | "result.coverage"
  | "result.early"
  | "result.headline"
  | "result.headline-capped"
  | "result.headline-few"
  | "result.headline-none"
  | "result.headline-range"
  | "result.missing"
  | "result.open"
  | "result.open-gates"
  | "result.stands"
  | "result.strong"
  | "review.button"
  | "review.change"
  | "review.intro"
  | "review.title"
  | "ruled-out.title"
  | "save.about"
  | "save.title"
  | "score.range"
  | "share.copied-link"
  | "share.copied-text"
  | "share.csv"
  | "share.downloaded"
  | "share.forget"
  | "share.forgotten"
  | "share.intro"
  | "share.json"
  | "share.link"
  | "share.name"
  | "share.note"
  | "share.print"
  | "share.printed"
  | "share.refused-copy"
  | "share.refused-file"
  | "share.refused-print"
  | "share.refused-save"
  | "share.save"
  | "share.save-note"
  | "share.saved"
  | "share.short"
  | "share.text"
  | "share.title"
  | "share.uncopied"
  | "start.button"
  | "start.minutes"
  | "start.privacy"
  | "start.privacy-local"
  | "start.privacy-session"
  | "start.questions"
  | "start.unsure"
  | "step.back"
  | "step.continue"
  | "step.of"
  | "step.question-of"
  | "strengths.brings"
  | "strengths.title"
  | "sure.any"
  | "sure.box-changes"
  | "sure.box-holds"
  | "sure.chart"
  | "sure.from"
  | "sure.interval"
  | "sure.near"
  | "sure.now"
  | "sure.order"
  | "sure.to"
  | "sure.weights"
  | "together.later"
  | "together.title"
  | "try.effect"
  | "try.end"
  | "try.other"
  | "try.same"
  | "try.title"
  | "types.once"
  | "types.title"
  | "verdict.change"
  | "verdict.title"
  | "weights.intro"
  | "weights.own"
  | "weights.reset"
  | "weights.status"
  | "weights.title"
  | "why.title";
