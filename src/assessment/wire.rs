//! The format of an assessment file: what an author may write, key by key.
//!
//! The doc comments below are the descriptions in the published JSON Schema, so they speak to authors. The simple
//! kinds of value (an id, a text, a share …) are in `kinds`; rules between fields are in `check`. They are tables that
//! one reader walks: a reader for each would be paid by every visitor.

use super::field::{Kind, record};
use super::kinds::{
    AMOUNT, FIT_POINTS, ID, KIND_NAME, LANGUAGE_TAG, MINUTES, NAME, NUMBER, PLAIN, POINTS, RESULT_NAME, SCALE_NAME,
    SHARE, STRENGTH,
};

record! {
    /// An assessment: what is asked, how the answers count, and what the result is called.
    ASSESSMENT_FILE {
        /// The JSON Schema of this file, for the help of a text editor.
        "$schema" PLAIN, optional;
        /// The name by which pages and results refer to this assessment.
        "id" ID, required;
        /// The version of the content, such as 1.2.0. Raise it when a question, a weight or a rule changes.
        "version" NAME, required;
        /// The languages in which every text is written. The first is used when a reader's language is not among them.
        "languages" Kind::List(&LANGUAGE_TAG), required;
        /// The heading of the start screen.
        "title" Kind::Text, required;
        /// What the assessment is for: one to three short sentences on the start screen.
        "intro" Kind::Text, optional;
        /// How many minutes it takes.
        "minutes" MINUTES, optional;
        /// The words that stand for {placeholders} in the texts, such as the vendor's name.
        "profile" Kind::Profile, optional;
        /// The bands of the score, lowest first. The first starts at 0.
        "bands" Kind::List(&Kind::Object(&BAND_ENTRY)), required;
        /// Within how many points of a band's edge a score is called borderline. Default: 2.5.
        "borderline" POINTS, optional;
        /// What counts, one screen each.
        "criteria" Kind::List(&Kind::Object(&CRITERION_ENTRY)), required;
        /// Answers that cap the band whatever the score is. They never change the points.
        "gates" Kind::List(&Kind::Object(&GATE_ENTRY)), optional;
        /// What is advised, as rules over the answers.
        "advice" Kind::Object(&ADVICE_ENTRY), optional;
        /// Words explained, to be had on every screen with questions.
        "glossary" Kind::List(&Kind::Object(&TERM_ENTRY)), optional;
    }

    /// A band of the score.
    BAND_ENTRY {
        /// The name by which gates, floors and pages refer to this band.
        "id" ID, required;
        /// What the reader sees.
        "label" Kind::Text, required;
        /// The lowest score, from 0 to 100, that reaches this band.
        "from" POINTS, required;
        /// What it means to be in this band.
        "meaning" Kind::Text, optional;
    }

    /// A criterion: one thing that counts, asked on one screen.
    CRITERION_ENTRY {
        /// The name by which results refer to this criterion.
        "id" ID, required;
        /// The heading of the screen.
        "title" Kind::Text, required;
        /// Why it counts: one or two short sentences.
        "why" Kind::Text, optional;
        /// How much it counts beside the others: any number of 0 or more. With 0 its answers are kept but not scored.
        "weight" AMOUNT, required;
        /// The least that is needed here, whatever the other criteria bring.
        "floor" Kind::Object(&FLOOR_ENTRY), optional;
        /// The questions, in the order in which they are asked.
        "questions" Kind::List(&Kind::Object(&QUESTION_ENTRY)), required;
    }

    /// A floor: a criterion that is worth too little caps the band.
    FLOOR_ENTRY {
        /// The value, from 0 to 1, under which the floor caps the band.
        "below" SHARE, required;
        /// The id of the highest band that can then be reached.
        "cap" ID, required;
        /// Why, and what clears it.
        "reason" Kind::Text, required;
    }

    /// A question.
    QUESTION_ENTRY {
        /// The name by which answers, gates and results refer to this question. Unique in the whole file.
        "id" ID, required;
        /// The question.
        "text" Kind::Text, required;
        /// Why it is asked, and what its terms mean.
        "hint" Kind::Text, optional;
        /// "choice": one of some options. "number": a number to fill in.
        "kind" KIND_NAME, required;
        /// How much it counts beside the other questions of its criterion. Default: 1.
        "weight" AMOUNT, optional;
        /// Whether "Not sure" is offered, which widens the range of the result. Default: true.
        "unsure" Kind::Flag, optional;
        /// Whether "Does not apply" is offered, which takes the question out of the sum. Default: false.
        "notApplicable" Kind::Flag, optional;
        /// Whether it cannot be changed at will, such as a place: then the smallest change to a higher band never asks for it. Default: false.
        "locked" Kind::Flag, optional;
        /// Of a choice: the options, in the order in which they are shown.
        "options" Kind::List(&Kind::Object(&OPTION_ENTRY)), optional;
        /// Of a number: what is counted, such as "million euros a year".
        "unit" Kind::Text, optional;
        /// Of a number: the lowest that can be filled in.
        "min" NUMBER, optional;
        /// Of a number: the highest that can be filled in.
        "max" NUMBER, optional;
        /// Of a number: whether the value runs in a straight line ("linear", the default) or by factors ("log").
        "scale" SCALE_NAME, optional;
        /// Of a number: the value at some numbers. Straight lines between them, level outside them.
        "points" Kind::List(&Kind::Object(&POINT_ENTRY)), optional;
        /// Of a number, in place of points: the range that is best, where more is not better.
        "ideal" Kind::Object(&IDEAL_ENTRY), optional;
    }

    /// An option of a choice.
    OPTION_ENTRY {
        /// The name by which answers and gates refer to this option. Unique within its question.
        "id" ID, required;
        /// What the reader sees.
        "label" Kind::Text, required;
        /// What it is worth, from 0 to 1. Left out only in a criterion of weight 0, and then for all its options.
        "value" SHARE, optional;
    }

    /// A number and what it is worth.
    POINT_ENTRY {
        /// The number.
        "at" NUMBER, required;
        /// What it is worth, from 0 to 1.
        "value" SHARE, required;
    }

    /// A range that is best: worth 1 inside it, falling to 0 on both sides.
    IDEAL_ENTRY {
        /// Worth 0 below this number.
        "zeroBelow" NUMBER, required;
        /// Worth 1 from this number.
        "from" NUMBER, required;
        /// Worth 1 up to this number.
        "to" NUMBER, required;
        /// Worth 0 above this number.
        "zeroAbove" NUMBER, required;
    }

    /// A gate: answers that cap the band.
    GATE_ENTRY {
        /// The name by which results refer to this gate.
        "id" ID, required;
        /// The conditions, which must all hold.
        "when" Kind::List(&Kind::Object(&CONDITION_ENTRY)), required;
        /// The id of the highest band that can then be reached.
        "cap" ID, required;
        /// Why, and what clears it.
        "reason" Kind::Text, required;
    }

    /// A condition on one answer: exactly one of "is", "below" and "atLeast".
    CONDITION_ENTRY {
        /// The id of a question.
        "question" ID, required;
        /// Ids of options (or "unsure", "n/a"), of which one was chosen.
        "is" Kind::List(&NAME), optional;
        /// Of a number question: the number is below this one.
        "below" NUMBER, optional;
        /// Of a number question: the number is this one or more.
        "atLeast" NUMBER, optional;
    }

    /// A word explained.
    TERM_ENTRY {
        /// A name for it. Unique in the glossary.
        "id" ID, required;
        /// The word.
        "term" Kind::Text, required;
        /// What it means, in one or two short sentences.
        "meaning" Kind::Text, required;
    }

    /// What is advised. Every list is read from its top; every rule says when it holds and why.
    ADVICE_ENTRY {
        /// What the result comes to. The first rule that holds decides, so the last verdict has a rule without "when".
        "verdicts" Kind::List(&Kind::Object(&VERDICT_ENTRY)), optional;
        /// Ways to work with a partner. The one with most points is chosen.
        "models" Kind::List(&Kind::Object(&FIT_ENTRY)), optional;
        /// Types of partner. All with points are named, most points first.
        "partnerTypes" Kind::List(&Kind::Object(&FIT_ENTRY)), optional;
        /// What speaks for it, each weighed by the first of its rules that holds.
        "benefits" Kind::List(&Kind::Object(&WEIGHED_ENTRY)), optional;
        /// What speaks against it, each weighed by the first of its rules that holds.
        "drawbacks" Kind::List(&Kind::Object(&WEIGHED_ENTRY)), optional;
        /// What to do: the items with a rule that holds, worst gap first, at most five.
        "plan" Kind::List(&Kind::Object(&PLAN_ENTRY)), optional;
    }

    /// A verdict.
    VERDICT_ENTRY {
        /// The name by which results refer to it.
        "id" ID, required;
        /// What the reader sees.
        "label" Kind::Text, required;
        /// What to do now, in one or two short sentences.
        "meaning" Kind::Text, required;
        /// What would change the verdict.
        "change" Kind::Text, required;
        /// When it holds: any of these.
        "rules" Kind::List(&Kind::Object(&VERDICT_RULE)), required;
    }

    /// A rule that gives a verdict.
    VERDICT_RULE {
        /// What must hold, all of it. Left out: always.
        "when" Kind::List(&Kind::Object(&CLAUSE_ENTRY)), optional;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" Kind::Text, required;
    }

    /// A way to work with a partner, or a type of partner.
    FIT_ENTRY {
        /// The name by which results refer to it.
        "id" ID, required;
        /// What the reader sees.
        "label" Kind::Text, required;
        /// What it is, in one or two short sentences.
        "about" Kind::Text, required;
        /// What speaks for it, and what rules it out.
        "rules" Kind::List(&Kind::Object(&FIT_RULE)), required;
    }

    /// A rule that speaks for something, or rules it out.
    FIT_RULE {
        /// What must hold, all of it. Left out: always.
        "when" Kind::List(&Kind::Object(&CLAUSE_ENTRY)), optional;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" Kind::Text, required;
        /// How much it speaks for it. Default: 1.
        "points" FIT_POINTS, optional;
        /// Whether it rules it out, whatever speaks for it. Default: false.
        "rulesOut" Kind::Flag, optional;
    }

    /// A benefit or a drawback.
    WEIGHED_ENTRY {
        /// The name by which results refer to it.
        "id" ID, required;
        /// What the reader sees.
        "label" Kind::Text, required;
        /// How strong it is: the first rule that holds. The last has no "when".
        "rules" Kind::List(&Kind::Object(&WEIGHED_RULE)), required;
    }

    /// A rule that weighs a benefit or a drawback.
    WEIGHED_RULE {
        /// What must hold, all of it. Left out: always.
        "when" Kind::List(&Kind::Object(&CLAUSE_ENTRY)), optional;
        /// How strong it then is.
        "strength" STRENGTH, required;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" Kind::Text, required;
    }

    /// An item of the plan.
    PLAN_ENTRY {
        /// The name by which results refer to it.
        "id" ID, required;
        /// What to do.
        "title" Kind::Text, required;
        /// When it is called for: any of these. At least one item has a rule without "when".
        "rules" Kind::List(&Kind::Object(&PLAN_RULE)), required;
        /// How, in one to five concrete steps.
        "steps" Kind::List(&Kind::Text), required;
    }

    /// A rule that calls for an item of the plan.
    PLAN_RULE {
        /// What must hold, all of it. Left out: always; then "about" says which answers it is about.
        "when" Kind::List(&Kind::Object(&CLAUSE_ENTRY)), optional;
        /// Ids of questions that it is about, beside those in "when".
        "about" Kind::List(&ID), optional;
    }

    /// What must hold: of one answer, of a criterion's value, or of the result. Exactly one of "question", "criterion"
    /// and "result", and exactly one of "is", "below" and "atLeast". What is unknown does not hold.
    CLAUSE_ENTRY {
        /// The id of a question.
        "question" ID, optional;
        /// The id of a criterion, whose value over the known answers runs from 0 to 1.
        "criterion" ID, optional;
        /// "band": the band after gates and floors. "coverage": the known share of the weight, from 0 to 1.
        "result" RESULT_NAME, optional;
        /// Of a question: ids of options (or "unsure", "n/a"), of which one was chosen. Of the band: ids of bands.
        "is" Kind::List(&NAME), optional;
        /// The number, value or share is below this one.
        "below" NUMBER, optional;
        /// The number, value or share is this one or more.
        "atLeast" NUMBER, optional;
    }
}
