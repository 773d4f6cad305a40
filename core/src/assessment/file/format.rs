//! The format of an assessment file: what an author may write, key by key.
//!
//! The doc comments below are the descriptions in the published JSON Schema, so they speak to authors. The simple
//! kinds of value (an id, a text, a share …) are in `values`; rules between fields are in `rules`. They are tables that
//! one reader walks: a reader for each would be paid by every visitor.

use super::field::FieldKind::{Actions, Flag, FlagOrText, List, Number, Object, OneOf, Pattern, Profile, Text};
use super::field::record;
use super::values::{
    AMOUNT, FIT_POINTS, ID, LANGUAGE_TAG, MINUTES, NAME, NEED_LEVEL, NUMBER, PLAIN, POINTS, QUESTION_KIND, RESULT_NAME,
    SCALE_NAME, SHARE, STEPS, STRENGTH,
};

record! {
    /// An assessment: what is asked, how the answers count, and what the result is called.
    ASSESSMENT_FILE {
        /// The JSON Schema of this file, for the help of a text editor.
        "$schema" Pattern(&PLAIN), optional;
        /// The name by which pages and results refer to this assessment.
        "id" Pattern(&ID), required;
        /// The version of the content, such as 1.2.0. Raise it when a question, a weight or a rule changes.
        "version" Pattern(&NAME), required;
        /// Whether somebody has changed weights, questions or texts of its author's file for a page: then every result says so. `adapt()` sets it. Default: false.
        "adapted" Flag, optional;
        /// The languages in which every text is written. The first is used when a reader's language is not among them.
        "languages" List(&Pattern(&LANGUAGE_TAG)), required;
        /// The heading of the start screen.
        "title" Text, required;
        /// What the assessment is for: one to three short sentences on the start screen.
        "intro" Text, optional;
        /// How many minutes it takes.
        "minutes" Number(&MINUTES), optional;
        /// The words that stand for {placeholders} in the texts, such as the vendor's name.
        "profile" Profile, optional;
        /// The bands of the score, lowest first. The first starts at 0.
        "bands" List(&Object(&BAND_ENTRY)), required;
        /// Within how many points of a band's edge a score is called borderline. Default: 2.5.
        "borderline" Number(&POINTS), optional;
        /// What counts, one screen each.
        "criteria" List(&Object(&CRITERION_ENTRY)), required;
        /// Answers that cap the band whatever the score is. They never change the points.
        "gates" List(&Object(&GATE_ENTRY)), optional;
        /// Answers that exclude each other: the result says so.
        "clashes" List(&Object(&CLASH_ENTRY)), optional;
        /// How much a partner would add, beside how ready one is. The first level with a rule that holds counts, so the last has a rule without "when".
        "need" List(&Object(&NEED_ENTRY)), optional;
        /// What is advised, as rules over the answers.
        "advice" Object(&ADVICE_ENTRY), optional;
        /// Words explained, to be had on every screen with questions.
        "glossary" List(&Object(&TERM_ENTRY)), optional;
        /// The primary button of a result by the id of its band; "*" for bands that are not named.
        "actions" Actions, optional;
    }

    /// A band of the score.
    BAND_ENTRY {
        /// The name by which gates, floors and pages refer to this band.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// The lowest score, from 0 to 100, that reaches this band.
        "from" Number(&POINTS), required;
        /// What it means to be in this band.
        "meaning" Text, optional;
    }

    /// A criterion: one thing that counts, asked on one screen.
    CRITERION_ENTRY {
        /// The name by which results refer to this criterion.
        "id" Pattern(&ID), required;
        /// The heading of the screen.
        "title" Text, required;
        /// Why it counts: one or two short sentences.
        "why" Text, optional;
        /// How much it counts beside the others: 0, or any number of at least 0.000001. With 0 its answers are kept but not scored.
        "weight" Number(&AMOUNT), required;
        /// The least that is needed here, whatever the other criteria bring.
        "floor" Object(&FLOOR_ENTRY), optional;
        /// The questions, in the order in which they are asked.
        "questions" List(&Object(&QUESTION_ENTRY)), required;
    }

    /// A floor: a criterion that is worth too little caps the band.
    FLOOR_ENTRY {
        /// The value, from 0 to 1, under which the floor caps the band.
        "below" Number(&SHARE), required;
        /// The id of the highest band that can then be reached.
        "cap" Pattern(&ID), required;
        /// Why, and what clears it.
        "reason" Text, required;
        /// Answers of which one is enough to take the floor away.
        "unless" List(&Object(&CONDITION_ENTRY)), optional;
    }

    /// A question.
    QUESTION_ENTRY {
        /// The name by which answers, gates and results refer to this question. Unique in the whole file.
        "id" Pattern(&ID), required;
        /// The question.
        "text" Text, required;
        /// Why it is asked, and what its terms mean.
        "hint" Text, optional;
        /// "choice": one of some options. "number": a number to fill in.
        "kind" OneOf(&QUESTION_KIND), required;
        /// How much it counts beside the other questions of its criterion. Default: 1.
        "weight" Number(&AMOUNT), optional;
        /// Whether "Not sure" is offered, which widens the range of the result. Default: true.
        "unsure" Flag, optional;
        /// Whether "Does not apply" is offered, which takes the question out of the sum; or the words for it here. Default: false.
        "notApplicable" FlagOrText, optional;
        /// Of a choice: how many options up are believable in a year. Left out: any.
        "steps" Number(&STEPS), optional;
        /// Whether it cannot be changed at will, such as a place: then the smallest change to a higher band never asks for it. Default: false.
        "locked" Flag, optional;
        /// Of a choice: the options, in the order in which they are shown.
        "options" List(&Object(&OPTION_ENTRY)), optional;
        /// Of a number: what is counted, such as "million euros a year".
        "unit" Text, optional;
        /// Of a number: the lowest that can be filled in.
        "min" Number(&NUMBER), optional;
        /// Of a number: the highest that can be filled in.
        "max" Number(&NUMBER), optional;
        /// Of a number: whether the value runs in a straight line ("linear", the default) or by factors ("log").
        "scale" OneOf(&SCALE_NAME), optional;
        /// Of a number: the value at some numbers. Straight lines between them, level outside them.
        "points" List(&Object(&POINT_ENTRY)), optional;
        /// Of a number, in place of points: the range that is best, where more is not better.
        "ideal" Object(&IDEAL_ENTRY), optional;
    }

    /// An option of a choice.
    OPTION_ENTRY {
        /// The name by which answers and gates refer to this option. Unique within its question.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// What it is worth, from 0 to 1. Left out only in a criterion of weight 0, and then for all its options.
        "value" Number(&SHARE), optional;
    }

    /// A number and what it is worth.
    POINT_ENTRY {
        /// The number.
        "at" Number(&NUMBER), required;
        /// What it is worth, from 0 to 1.
        "value" Number(&SHARE), required;
    }

    /// A range that is best: worth 1 inside it, falling to 0 on both sides.
    IDEAL_ENTRY {
        /// Worth 0 below this number.
        "zeroBelow" Number(&NUMBER), required;
        /// Worth 1 from this number.
        "from" Number(&NUMBER), required;
        /// Worth 1 up to this number.
        "to" Number(&NUMBER), required;
        /// Worth 0 above this number.
        "zeroAbove" Number(&NUMBER), required;
    }

    /// A gate: answers that cap the band, or too few that are known.
    GATE_ENTRY {
        /// The name by which results refer to this gate.
        "id" Pattern(&ID), required;
        /// The conditions, which must all hold. Left out only where "coverageBelow" stands.
        "when" List(&Object(&CONDITION_ENTRY)), optional;
        /// It holds only while less than this share of the weight, from 0 to 1, is known.
        "coverageBelow" Number(&SHARE), optional;
        /// The id of the highest band that can then be reached.
        "cap" Pattern(&ID), required;
        /// Why, and what clears it.
        "reason" Text, required;
    }

    /// A condition on one answer: exactly one of "is", "below" and "atLeast".
    CONDITION_ENTRY {
        /// The id of a question.
        "question" Pattern(&ID), required;
        /// Ids of options (or "unsure", "n/a"), of which one was chosen.
        "is" List(&Pattern(&NAME)), optional;
        /// Of a number question: the number is below this one.
        "below" Number(&NUMBER), optional;
        /// Of a number question: the number is this one or more.
        "atLeast" Number(&NUMBER), optional;
    }

    /// Answers that exclude each other.
    CLASH_ENTRY {
        /// The answers, to two questions at least.
        "when" List(&Object(&CONDITION_ENTRY)), required;
        /// What is said of them: both answers, in one or two short sentences.
        "text" Text, required;
    }

    /// A level of need.
    NEED_ENTRY {
        /// "low", "some" or "high".
        "id" OneOf(&NEED_LEVEL), required;
        /// What the reader sees.
        "label" Text, required;
        /// When it holds: any of these.
        "rules" List(&Object(&VERDICT_RULE)), required;
    }

    /// A word explained.
    TERM_ENTRY {
        /// A name for it. Unique in the glossary.
        "id" Pattern(&ID), required;
        /// The word.
        "term" Text, required;
        /// What it means, in one or two short sentences.
        "meaning" Text, required;
    }

    /// What is advised. Every list is read from its top; every rule says when it holds and why.
    ADVICE_ENTRY {
        /// What the result comes to. The first rule that holds decides, so the last verdict has a rule without "when".
        "verdicts" List(&Object(&VERDICT_ENTRY)), optional;
        /// Ways to work with a partner. The one with most points is chosen.
        "models" List(&Object(&FIT_ENTRY)), optional;
        /// Types of partner. All with points are named, most points first.
        "partnerTypes" List(&Object(&FIT_ENTRY)), optional;
        /// What speaks for it, each weighed by the first of its rules that holds.
        "benefits" List(&Object(&WEIGHED_ENTRY)), optional;
        /// What speaks against it, each weighed by the first of its rules that holds.
        "drawbacks" List(&Object(&WEIGHED_ENTRY)), optional;
        /// What to do: the items with a rule that holds, worst gap first, at most five.
        "plan" List(&Object(&PLAN_ENTRY)), optional;
    }

    /// A verdict.
    VERDICT_ENTRY {
        /// The name by which results refer to it.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// What to do now, in one or two short sentences.
        "meaning" Text, required;
        /// What would change the verdict.
        "change" Text, required;
        /// Whether models and types of partner are for later under it. Default: false.
        "later" Flag, optional;
        /// When it holds: any of these.
        "rules" List(&Object(&VERDICT_RULE)), required;
    }

    /// A rule that gives a verdict.
    VERDICT_RULE {
        /// What must hold, all of it. Left out: always.
        "when" List(&Object(&CLAUSE_ENTRY)), optional;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" Text, required;
    }

    /// A way to work with a partner, or a type of partner.
    FIT_ENTRY {
        /// The name by which results refer to it.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// What it is, in one or two short sentences.
        "about" Text, required;
        /// What speaks for it, and what rules it out.
        "rules" List(&Object(&FIT_RULE)), required;
    }

    /// A rule that speaks for something, or rules it out.
    FIT_RULE {
        /// What must hold, all of it. Left out: always.
        "when" List(&Object(&CLAUSE_ENTRY)), optional;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" Text, required;
        /// How much it speaks for it. Default: 1.
        "points" Number(&FIT_POINTS), optional;
        /// Whether it rules it out, whatever speaks for it. Default: false.
        "rulesOut" Flag, optional;
        /// Whether it fits only once this is settled: it is named all the same, and the reason says "as soon as". Default: false.
        "once" Flag, optional;
    }

    /// A benefit or a drawback.
    WEIGHED_ENTRY {
        /// The name by which results refer to it.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// How strong it is: the first rule that holds. The last has no "when".
        "rules" List(&Object(&WEIGHED_RULE)), required;
    }

    /// A rule that weighs a benefit or a drawback.
    WEIGHED_RULE {
        /// What must hold, all of it. Left out: always.
        "when" List(&Object(&CLAUSE_ENTRY)), optional;
        /// How strong it then is.
        "strength" OneOf(&STRENGTH), required;
        /// Why, in one sentence. The answers it rests on are added behind it.
        "reason" Text, required;
    }

    /// An item of the plan.
    PLAN_ENTRY {
        /// The name by which results refer to it.
        "id" Pattern(&ID), required;
        /// What to do.
        "title" Text, required;
        /// Ids of the questions whose answers get better by it: they tell its effect.
        "improves" List(&Pattern(&ID)), optional;
        /// Ids of the verdicts under which it may be called for. Left out: any.
        "verdicts" List(&Pattern(&ID)), optional;
        /// When it is called for: any of these. Under every verdict some item has a rule without "when".
        "rules" List(&Object(&PLAN_RULE)), required;
        /// How, in one to five concrete steps.
        "steps" List(&Text), required;
    }

    /// A rule that calls for an item of the plan.
    PLAN_RULE {
        /// What must hold, all of it. Left out: always.
        "when" List(&Object(&CLAUSE_ENTRY)), optional;
        /// Ids of questions that it is about, beside those in "when".
        "about" List(&Pattern(&ID)), optional;
        /// Whether it then comes first. Default: false.
        "first" Flag, optional;
        /// Whether it then keeps its place among the five, whatever else is called for. Default: false.
        "keeps" Flag, optional;
    }

    /// What must hold: of one answer, of a criterion's value, or of the result. Exactly one of "question", "criterion"
    /// and "result", and exactly one of "is", "below" and "atLeast". What is unknown does not hold.
    CLAUSE_ENTRY {
        /// The id of a question.
        "question" Pattern(&ID), optional;
        /// The id of a criterion, whose value over the known answers runs from 0 to 1.
        "criterion" Pattern(&ID), optional;
        /// "band": the band after gates and floors. "coverage": the known share of the weight, from 0 to 1. "openGates": how many gates unknown answers may still close. "need", "verdict", "type": the level of need, the verdict, the type of partner that fits best. "lift": the questions whose answers the smallest change raises. Each can be asked only after it is found, in this order.
        "result" OneOf(&RESULT_NAME), optional;
        /// Of a question: ids of options (or "unsure", "n/a"), of which one was chosen. Of the band, the need, the verdict, the type: their ids. Of the lift: ids of questions.
        "is" List(&Pattern(&NAME)), optional;
        /// The number, value or share is below this one.
        "below" Number(&NUMBER), optional;
        /// The number, value or share is this one or more.
        "atLeast" Number(&NUMBER), optional;
    }
}
