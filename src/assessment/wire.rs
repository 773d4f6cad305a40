//! The format of an assessment file: what an author may write, key by key.
//!
//! The doc comments below are the descriptions in the published JSON Schema, so they speak to authors. The simple
//! kinds of value (an id, a text, a share …) are in `kinds`; rules between fields are in `check`.

use super::field::{Items, record};
use super::kinds::{
    Amount, FitPoints, Flag, Id, KindName, LanguageTag, Minutes, Name, Plain, Points, ResultName, ScaleName, Share,
    Strength,
};
use super::words::{Profile, Text};

record! {
    /// An assessment: what is asked, how the answers count, and what the result is called.
    AssessmentFile {
        /// The JSON Schema of this file, for the help of a text editor.
        "$schema" schema: Plain, optional;
        /// The name by which pages and results refer to this assessment.
        "id" id: Id, required;
        /// The version of the content, such as 1.2.0. Raise it when a question, a weight or a rule changes.
        "version" version: Name, required;
        /// The languages in which every text is written. The first is used when a reader's language is not among them.
        "languages" languages: Items<LanguageTag>, required;
        /// The heading of the start screen.
        "title" title: Text, required;
        /// What the assessment is for: one to three short sentences on the start screen.
        "intro" intro: Text, optional;
        /// How many minutes it takes.
        "minutes" minutes: Minutes, optional;
        /// The words that stand for {placeholders} in the texts, such as the vendor's name.
        "profile" profile: Profile, optional;
        /// The bands of the score, lowest first. The first starts at 0.
        "bands" bands: Items<BandEntry>, required;
        /// Within how many points of a band's edge a score is called borderline. Default: 2.5.
        "borderline" borderline: Points, optional;
        /// What counts, one screen each.
        "criteria" criteria: Items<CriterionEntry>, required;
        /// Answers that cap the band whatever the score is. They never change the points.
        "gates" gates: Items<GateEntry>, optional;
        /// What is advised, as rules over the answers.
        "advice" advice: AdviceEntry, optional;
        /// Words explained, to be had on every screen with questions.
        "glossary" glossary: Items<TermEntry>, optional;
    }

    /// A band of the score.
    BandEntry {
        /// The name by which gates, floors and pages refer to this band.
        "id" id: Id, required;
        /// What the reader sees.
        "label" label: Text, required;
        /// The lowest score, from 0 to 100, that reaches this band.
        "from" from: Points, required;
        /// What it means to be in this band.
        "meaning" meaning: Text, optional;
    }

    /// A criterion: one thing that counts, asked on one screen.
    CriterionEntry {
        /// The name by which results refer to this criterion.
        "id" id: Id, required;
        /// The heading of the screen.
        "title" title: Text, required;
        /// Why it counts: one or two short sentences.
        "why" why: Text, optional;
        /// How much it counts beside the others: any number of 0 or more. With 0 its answers are kept but not scored.
        "weight" weight: Amount, required;
        /// The least that is needed here, whatever the other criteria bring.
        "floor" floor: FloorEntry, optional;
        /// The questions, in the order in which they are asked.
        "questions" questions: Items<QuestionEntry>, required;
    }

    /// A floor: a criterion that is worth too little caps the band.
    FloorEntry {
        /// The value, from 0 to 1, under which the floor caps the band.
        "below" below: Share, required;
        /// The id of the highest band that can then be reached.
        "cap" cap: Id, required;
        /// Why, and what clears it.
        "reason" reason: Text, required;
    }

    /// A question.
    QuestionEntry {
        /// The name by which answers, gates and results refer to this question. Unique in the whole file.
        "id" id: Id, required;
        /// The question.
        "text" text: Text, required;
        /// Why it is asked, and what its terms mean.
        "hint" hint: Text, optional;
        /// "choice": one of some options. "number": a number to fill in.
        "kind" kind: KindName, required;
        /// How much it counts beside the other questions of its criterion. Default: 1.
        "weight" weight: Amount, optional;
        /// Whether "Not sure" is offered, which widens the range of the result. Default: true.
        "unsure" unsure: Flag, optional;
        /// Whether "Does not apply" is offered, which takes the question out of the sum. Default: false.
        "notApplicable" not_applicable: Flag, optional;
        /// Whether it cannot be changed at will, such as a place: then the smallest change to a higher band never asks for it. Default: false.
        "locked" locked: Flag, optional;
        /// Of a choice: the options, in the order in which they are shown.
        "options" options: Items<OptionEntry>, optional;
        /// Of a number: what is counted, such as "million euros a year".
        "unit" unit: Text, optional;
        /// Of a number: the lowest that can be filled in.
        "min" min: f64, optional;
        /// Of a number: the highest that can be filled in.
        "max" max: f64, optional;
        /// Of a number: whether the value runs in a straight line ("linear", the default) or by factors ("log").
        "scale" scale: ScaleName, optional;
        /// Of a number: the value at some numbers. Straight lines between them, level outside them.
        "points" points: Items<PointEntry>, optional;
        /// Of a number, in place of points: the range that is best, where more is not better.
        "ideal" ideal: IdealEntry, optional;
    }

    /// An option of a choice.
    OptionEntry {
        /// The name by which answers and gates refer to this option. Unique within its question.
        "id" id: Id, required;
        /// What the reader sees.
        "label" label: Text, required;
        /// What it is worth, from 0 to 1. Left out only in a criterion of weight 0, and then for all its options.
        "value" value: Share, optional;
    }

    /// A number and what it is worth.
    PointEntry {
        /// The number.
        "at" at: f64, required;
        /// What it is worth, from 0 to 1.
        "value" value: Share, required;
    }

    /// A range that is best: worth 1 inside it, falling to 0 on both sides.
    IdealEntry {
        /// Worth 0 below this number.
        "zeroBelow" zero_below: f64, required;
        /// Worth 1 from this number.
        "from" from: f64, required;
        /// Worth 1 up to this number.
        "to" to: f64, required;
        /// Worth 0 above this number.
        "zeroAbove" zero_above: f64, required;
    }

    /// A gate: answers that cap the band.
    GateEntry {
        /// The name by which results refer to this gate.
        "id" id: Id, required;
        /// The conditions, which must all hold.
        "when" when: Items<ConditionEntry>, required;
        /// The id of the highest band that can then be reached.
        "cap" cap: Id, required;
        /// Why, and what clears it.
        "reason" reason: Text, required;
    }

    /// A condition on one answer: exactly one of "is", "below" and "atLeast".
    ConditionEntry {
        /// The id of a question.
        "question" question: Id, required;
        /// Ids of options (or "unsure", "n/a"), of which one was chosen.
        "is" is: Items<Name>, optional;
        /// Of a number question: the number is below this one.
        "below" below: f64, optional;
        /// Of a number question: the number is this one or more.
        "atLeast" at_least: f64, optional;
    }

    /// A word explained.
    TermEntry {
        /// A name for it. Unique in the glossary.
        "id" id: Id, required;
        /// The word.
        "term" term: Text, required;
        /// What it means, in one or two short sentences.
        "meaning" meaning: Text, required;
    }

    /// What is advised. Every list is read from its top; every rule says when it holds and why.
    AdviceEntry {
        /// What the result comes to. The first rule that holds decides, so the last verdict has a rule without "when".
        "verdicts" verdicts: Items<VerdictEntry>, optional;
        /// Ways to work with a partner. The one with most points is chosen.
        "models" models: Items<FitEntry>, optional;
        /// Types of partner. All with points are named, most points first.
        "partnerTypes" partner_types: Items<FitEntry>, optional;
        /// What speaks for it, each weighed by the first of its rules that holds.
        "benefits" benefits: Items<WeighedEntry>, optional;
        /// What speaks against it, each weighed by the first of its rules that holds.
        "drawbacks" drawbacks: Items<WeighedEntry>, optional;
        /// What to do: the items with a rule that holds, worst gap first, at most five.
        "plan" plan: Items<PlanEntry>, optional;
    }

    /// A verdict.
    VerdictEntry {
        /// The name by which results refer to it.
        "id" id: Id, required;
        /// What the reader sees.
        "label" label: Text, required;
        /// What to do now, in one or two short sentences.
        "meaning" meaning: Text, required;
        /// What would change the verdict.
        "change" change: Text, required;
        /// When it holds: any of these.
        "rules" rules: Items<VerdictRule>, required;
    }

    /// A rule that gives a verdict.
    VerdictRule {
        /// What must hold, all of it. Left out: always.
        "when" when: Items<ClauseEntry>, optional;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" reason: Text, required;
    }

    /// A way to work with a partner, or a type of partner.
    FitEntry {
        /// The name by which results refer to it.
        "id" id: Id, required;
        /// What the reader sees.
        "label" label: Text, required;
        /// What it is, in one or two short sentences.
        "about" about: Text, required;
        /// What speaks for it, and what rules it out.
        "rules" rules: Items<FitRule>, required;
    }

    /// A rule that speaks for something, or rules it out.
    FitRule {
        /// What must hold, all of it. Left out: always.
        "when" when: Items<ClauseEntry>, optional;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" reason: Text, required;
        /// How much it speaks for it. Default: 1.
        "points" points: FitPoints, optional;
        /// Whether it rules it out, whatever speaks for it. Default: false.
        "rulesOut" rules_out: Flag, optional;
    }

    /// A benefit or a drawback.
    WeighedEntry {
        /// The name by which results refer to it.
        "id" id: Id, required;
        /// What the reader sees.
        "label" label: Text, required;
        /// How strong it is: the first rule that holds. The last has no "when".
        "rules" rules: Items<WeighedRule>, required;
    }

    /// A rule that weighs a benefit or a drawback.
    WeighedRule {
        /// What must hold, all of it. Left out: always.
        "when" when: Items<ClauseEntry>, optional;
        /// How strong it then is.
        "strength" strength: Strength, required;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" reason: Text, required;
    }

    /// An item of the plan.
    PlanEntry {
        /// The name by which results refer to it.
        "id" id: Id, required;
        /// What to do.
        "title" title: Text, required;
        /// When it is called for: any of these. At least one item has a rule without "when".
        "rules" rules: Items<PlanRule>, required;
        /// How, in one to five concrete steps.
        "steps" steps: Items<Text>, required;
    }

    /// A rule that calls for an item of the plan.
    PlanRule {
        /// What must hold, all of it. Left out: always; then "about" says which answers it is about.
        "when" when: Items<ClauseEntry>, optional;
        /// Ids of questions that it is about, beside those in "when".
        "about" about: Items<Id>, optional;
    }

    /// What must hold: of one answer, of a criterion's value, or of the result. Exactly one of "question", "criterion"
    /// and "result", and exactly one of "is", "below" and "atLeast". What is unknown does not hold.
    ClauseEntry {
        /// The id of a question.
        "question" question: Id, optional;
        /// The id of a criterion, whose value over the known answers runs from 0 to 1.
        "criterion" criterion: Id, optional;
        /// "band": the band after gates and floors. "coverage": the known share of the weight, from 0 to 1.
        "result" result: ResultName, optional;
        /// Of a question: ids of options (or "unsure", "n/a"), of which one was chosen. Of the band: ids of bands.
        "is" is: Items<Name>, optional;
        /// The number, value or share is below this one.
        "below" below: f64, optional;
        /// The number, value or share is this one or more.
        "atLeast" at_least: f64, optional;
    }
}
