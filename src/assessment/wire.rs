//! The format of an assessment file: what an author may write, key by key.
//!
//! The doc comments below are the descriptions in the published JSON Schema, so they speak to authors. The simple
//! kinds of value (an id, a text, a share …) are in `kinds`; rules between fields are in `check`.

use super::field::{Items, record};
use super::kinds::{Amount, Flag, Id, KindName, LanguageTag, Minutes, Name, Plain, Points, ScaleName, Share};
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
}
