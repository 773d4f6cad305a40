//! What a file that measures may say beside what every assessment says, key by key.
//!
//! As in the format of an assessment, the doc comments are the descriptions in the JSON Schema, and one reader walks the tables.

use crate::assessment::file::field::FieldKind::{Flag, List, Number, Object, OneOf, Pattern, Text};
use crate::assessment::file::field::record;
use crate::assessment::file::format::{IDEAL_ENTRY, POINT_ENTRY};
use crate::assessment::file::values::{AMOUNT, ID, NAME, NUMBER, OneOf as Names, POINTS, Range, SCALE_NAME};
use crate::measure::economics::range::NAMES;

/// How two quotients are compared.
static COMPARISON: Names = Names { expected: "\"ratio\" or \"difference\"", names: &["ratio", "difference"] };

/// What something above the line and nothing below it means.
static IF_NONE: Names = Names { expected: "\"unknown\", \"worst\" or \"out\"", names: &["unknown", "worst", "out"] };

/// The time that a figure is of.
static PERIOD: Names = Names { expected: "\"12-months\", \"month\" or \"now\"", names: &["12-months", "month", "now"] };

/// What can become of a tier.
static CHANGE: Names = Names {
    expected: "\"new\", \"up\", \"same\", \"warned\", \"down\" or \"unclear\"",
    names: &["new", "up", "same", "warned", "down", "unclear"],
};

/// What rules may ask of the economics.
pub static ECONOMIC: Names = Names { expected: "\"contribution\"", names: &["contribution"] };

/// The inputs of the economics.
pub static INPUT: Names =
    Names { expected: "the name of an input of the economics, such as \"contract-value\"", names: NAMES };

/// An amount of money a year.
static MONEY: Range = Range::new("a number from 0 to 1e12", 0.0, 1e12);

/// For how many periods a tier is kept in spite of the figures.
static GRACE: Range = Range::new("0 or 1", 0.0, 1.0);

/// How many tiers down at once.
static STEP: Range = Range::new("a number from 1 to 10", 1.0, 10.0);

/// A number of months.
static MONTHS: Range = Range::new("a number of months from 0 to 600", 0.0, 600.0);

record! {
    /// What a file that measures says beside what every assessment says.
    MEASURED_FILE {
        /// Figures that are parts of others: each is at most the other.
        "checks" List(&Object(&CHECK_ENTRY)), optional;
        /// The tiers of a programme, lowest first. The first starts at 0.
        "tiers" List(&Object(&TIER_ENTRY)), optional;
        /// The tier of a partner in its first months, whatever its figures are.
        "newcomer" Object(&NEWCOMER_ENTRY), optional;
        /// For how many periods a partner keeps its tier in spite of lower figures: 0 or 1. Default: 1.
        "grace" Number(&GRACE), optional;
        /// How many tiers a partner goes down at most at once. Default: 1.
        "step" Number(&STEP), optional;
        /// What partners of a tier get.
        "rewards" List(&Object(&REWARD_ENTRY)), optional;
        /// What is worth a word to a partner, or to whoever looks after it.
        "messages" List(&Object(&MESSAGE_ENTRY)), optional;
        /// What a partner customer is worth beside a direct one: what that is made of.
        "economics" Object(&ECONOMICS_ENTRY), optional;
    }

    /// What a number question may say beside what every one says.
    FIGURE_KEYS {
        /// Whether it counts something, so that only whole numbers are taken. Default: false.
        "whole" Flag, optional;
        /// The time that it is of. Default: "12-months".
        "period" OneOf(&PERIOD), optional;
    }

    /// An indicator: figures divided, perhaps compared, and what that is worth.
    INDICATOR_ENTRY {
        /// The name by which rules and results refer to it. Unique among indicators and questions.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// What it says, and what it does not.
        "about" Text, optional;
        /// What it is counted in.
        "unit" Text, optional;
        /// How much it counts beside the other indicators and questions of its criterion. With 0 it is shown and not scored. Default: 1.
        "weight" Number(&AMOUNT), optional;
        /// What is looked at.
        "of" Object(&QUOTIENT_ENTRY), required;
        /// What it is held against.
        "against" Object(&QUOTIENT_ENTRY), optional;
        /// Whether it is divided by what it is held against ("ratio", the default) or less it ("difference").
        "as" OneOf(&COMPARISON), optional;
        /// Whether what is above the line is a part of what is below it, so that it is a share from 0 to 1. Default: false.
        "subset" Flag, optional;
        /// From how many cases on it is no estimate. Default: 20.
        "least" Number(&AMOUNT), optional;
        /// What it means if nothing is below the line: nothing ("unknown", the default), the worst where something is above it, or that it does not apply ("out").
        "none" OneOf(&IF_NONE), optional;
        /// Whether the value runs in a straight line ("linear", the default) or by factors ("log").
        "scale" OneOf(&SCALE_NAME), optional;
        /// The value at some numbers. Straight lines between them, level outside them.
        "points" List(&Object(&POINT_ENTRY)), optional;
        /// In place of points: the range that is best, where more is not better.
        "ideal" Object(&IDEAL_ENTRY), optional;
    }

    /// Figures added up, and divided by others where there are any.
    QUOTIENT_ENTRY {
        /// Ids of the figures above the line.
        "sum" List(&Pattern(&ID)), required;
        /// Ids of the figures below it.
        "by" List(&Pattern(&ID)), optional;
    }

    /// A figure that is a part of another.
    CHECK_ENTRY {
        /// The id of the part.
        "part" Pattern(&ID), required;
        /// The id of the whole.
        "whole" Pattern(&ID), required;
    }

    /// A tier.
    TIER_ENTRY {
        /// The name by which results refer to it.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// What is done with partners of this tier.
        "about" Text, optional;
        /// The lowest score, from 0 to 100, that reaches it.
        "from" Number(&POINTS), required;
        /// What else must hold.
        "needs" List(&Object(&MEASURED_CLAUSE)), optional;
        /// Ids of what its partners get.
        "rewards" List(&Pattern(&ID)), optional;
    }

    /// The first months of a partner.
    NEWCOMER_ENTRY {
        /// How many months a partner is a newcomer.
        "months" Number(&MONTHS), required;
        /// The id of the tier that it then has.
        "id" Pattern(&ID), required;
    }

    /// What partners of a tier get.
    REWARD_ENTRY {
        /// The name by which tiers refer to it.
        "id" Pattern(&ID), required;
        /// What the reader sees.
        "label" Text, required;
        /// What it is.
        "about" Text, optional;
        /// What it costs for each partner in a year.
        "cost" Number(&MONEY), optional;
        /// Whether it is given in numbers, such as tickets. Default: false.
        "countable" Flag, optional;
    }

    /// What is worth a word.
    MESSAGE_ENTRY {
        /// The name by which results refer to it.
        "id" Pattern(&ID), required;
        /// What can have become of the tier, any of these. Left out: anything.
        "change" List(&OneOf(&CHANGE)), optional;
        /// What must hold, all of it.
        "when" List(&Object(&MEASURED_CLAUSE)), optional;
        /// Whether it is for whoever looks after the partner alone. Default: false.
        "private" Flag, optional;
        /// What to say, in two sentences. [partner] stands for the partner's name.
        "text" Text, required;
    }

    /// What the comparison of a partner customer with a direct one is made of.
    ECONOMICS_ENTRY {
        /// What is asked or taken from the figures.
        "inputs" List(&Object(&INPUT_ENTRY)), required;
    }

    /// An input of the economics.
    INPUT_ENTRY {
        /// Which one it is.
        "id" OneOf(&INPUT), required;
        /// The question.
        "text" Text, required;
        /// What is meant by it.
        "hint" Text, optional;
        /// What is counted.
        "unit" Text, optional;
        /// The lowest that can be filled in.
        "min" Number(&NUMBER), required;
        /// The highest that can be filled in.
        "max" Number(&NUMBER), required;
        /// What it is where nothing is filled in and no figure says it.
        "default" Number(&NUMBER), optional;
        /// The figures that say it.
        "of" Object(&QUOTIENT_ENTRY), optional;
    }

    /// A condition on one answer, figure or indicator: exactly one of "question", "figure" and "indicator", and exactly one
    /// of "is", "below" and "atLeast". What is unknown does not hold.
    MEASURED_CLAUSE {
        /// The id of a question.
        "question" Pattern(&ID), optional;
        /// The id of a figure.
        "figure" Pattern(&ID), optional;
        /// The id of an indicator.
        "indicator" Pattern(&ID), optional;
        /// Ids of options (or "unsure", "n/a").
        "is" List(&Pattern(&NAME)), optional;
        /// The number is below this one.
        "below" Number(&NUMBER), optional;
        /// The number is this one or more.
        "atLeast" Number(&NUMBER), optional;
    }
}
