//! From a file without problems to a [`Programme`]. Nothing is checked here; a `None` would be a fault of `rules`.

use std::cell::Cell;
use std::sync::Arc;

use super::lower::{ECONOMICS, conditional};
use super::parts::{FigureKeys, Read};
use crate::assessment::file::convert::fields::Item;
use crate::assessment::file::convert::{assessment, value_function};
use crate::assessment::file::placeholders::filled;
use crate::assessment::fingerprint::Fnv;
use crate::assessment::{Assessment, Condition, Criterion};
use crate::input::map::Map;
use crate::input::value::Tree;
use crate::measure::field::{FigureField, InputField, Period, Within};
use crate::measure::indicator::{Comparison, IfNone, Indicator, Part, Quotient};
use crate::measure::message::Message;
use crate::measure::tier::{Change, Ladder, Newcomer, Reward, Tier};
use crate::measure::{Programme, programme};

/// From how many cases on an indicator is no estimate, where its author does not say.
const LEAST: f64 = 20.0;

/// The programme that was read.
pub fn programme(read: &Read, profile: &Map<String>) -> Option<Programme> {
    let mut scored = assessment(&read.lowered, profile)?;
    let faulty = Cell::new(false);
    let words = read.lowered.get("profile");
    let top = filled(&read.top, "", words, profile);
    let indicators_read: Vec<Tree> = read.indicators.iter().map(|own| filled(own, "", words, profile)).collect();
    let top = Item::new(&top, &faulty);
    let figures: Vec<FigureField> = read.figures.iter().map(|figure| field(figure, &faulty)).collect();
    let mut indicators = Vec::new();
    for (criterion, own) in indicators_read.iter().enumerate() {
        let items = if let Tree::List(items) = own { items.as_slice() } else { &[] };
        indicators.extend(items.iter().map(|item| indicator(Item::new(item, &faulty), criterion, &figures)));
    }
    let conditions = conditions(&mut scored, &read.top);
    let when = |list: &str, place: usize| {
        let found = conditions.iter().find(|(of, index, _)| *of == list && *index == place);
        found.map(|(.., when)| when.clone()).unwrap_or_default()
    };
    let ladder = top.get("tiers").map(|_| ladder(top, read, &scored, &when));
    let message = |(place, item): (usize, Item)| Message {
        id: item.name("id"),
        change: item.names("change").iter().filter_map(|name| Change::called(name)).collect(),
        when: when("messages", place),
        private: item.flag("private", false),
        text: item.text("text"),
    };
    let economics = top.get(ECONOMICS).map(|economics| economics.each("inputs", |item| input(item, &figures)));
    let mut programme = Programme {
        asked: programme::asked(&scored, &indicators),
        entered: programme::entered(&scored, &indicators),
        scored,
        indicators,
        figures,
        within: top.each("checks", |check| Within { part: check.name("part"), whole: check.name("whole") }),
        ladder,
        rewards: top.each("rewards", reward),
        messages: top.each("messages", |item| item).into_iter().enumerate().map(message).collect(),
        economics,
    };
    let print = fingerprint(&programme);
    for assessment in [&mut programme.scored, &mut programme.asked, &mut programme.entered] {
        assessment.fingerprint.clone_from(&print);
    }
    (!faulty.get()).then_some(programme)
}

/// What the conditions of the file became gates for, taken away from the gates.
fn conditions(scored: &mut Assessment, top: &Tree) -> Vec<(&'static str, usize, Vec<Condition>)> {
    let of = conditional(top);
    let mut gates = scored.gates.to_vec();
    let own = gates.split_off(gates.len().saturating_sub(of.len()));
    scored.gates = Arc::new(gates);
    of.into_iter().zip(own).map(|((list, index, _), gate)| (list, index, gate.when)).collect()
}

fn field(figure: &FigureKeys, faulty: &Cell<bool>) -> FigureField {
    let keys = Item::new(&figure.keys, faulty);
    let period = match keys.found("period") {
        Some("month") => Period::Month,
        Some("now") => Period::Now,
        _ => Period::Year,
    };
    FigureField { id: figure.id.clone(), whole: keys.flag("whole", false), period }
}

fn quotient(item: Item, figures: &[FigureField]) -> Quotient {
    let parts = |key: &str| {
        let whole = |id: &str| figures.iter().any(|figure| figure.id == id && figure.whole);
        item.names(key).into_iter().map(|figure| Part { whole: whole(&figure), figure }).collect()
    };
    Quotient { sum: parts("sum"), by: parts("by") }
}

fn indicator(item: Item, criterion: usize, figures: &[FigureField]) -> Indicator {
    let comparison = if item.found("as") == Some("difference") { Comparison::Difference } else { Comparison::Ratio };
    Indicator {
        id: item.name("id"),
        label: item.text("label"),
        about: item.optional_text("about"),
        unit: item.optional_text("unit"),
        criterion,
        of: item.get("of").map(|of| quotient(of, figures)).unwrap_or_default(),
        against: item.get("against").map(|against| (comparison, quotient(against, figures))),
        subset: item.flag("subset", false),
        least: item.optional_number("least").unwrap_or(LEAST),
        none: match item.found("none") {
            Some("worst") => IfNone::Worst,
            Some("out") => IfNone::Out,
            _ => IfNone::Unknown,
        },
        value: value_function(item),
    }
}

fn input(item: Item, figures: &[FigureField]) -> InputField {
    InputField {
        id: item.name("id"),
        text: item.text("text"),
        min: item.number("min"),
        max: item.number("max"),
        default: item.optional_number("default"),
        of: item.get("of").map(|of| quotient(of, figures)),
    }
}

fn reward(item: Item) -> Reward {
    Reward {
        id: item.name("id"),
        label: item.text("label"),
        about: item.optional_text("about"),
        cost: item.optional_number("cost"),
        countable: item.flag("countable", false),
    }
}

fn ladder(top: Item, read: &Read, scored: &Assessment, when: &dyn Fn(&str, usize) -> Vec<Condition>) -> Ladder {
    let place = |id: &str| scored.criteria.iter().position(|criterion: &Criterion| criterion.id == id);
    let least = |index: usize| {
        let least = read.least.get(index).into_iter().flatten();
        least.filter_map(|(id, value)| Some((place(id)?, *value))).collect()
    };
    let tier = |(index, item): (usize, Item)| Tier {
        id: item.name("id"),
        label: item.text("label"),
        about: item.optional_text("about"),
        from: item.number("from"),
        least: least(index),
        needs: when("tiers", index),
        rewards: item.names("rewards"),
    };
    let tiers: Vec<Tier> = top.each("tiers", |item| item).into_iter().enumerate().map(tier).collect();
    let newcomer = top.get("newcomer").map(|newcomer| {
        let id = newcomer.name("id");
        let tier = newcomer.needed(tiers.iter().position(|tier| tier.id == id));
        Newcomer { months: newcomer.number("months"), tier }
    });
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to 10
    let step = top.optional_number("step").unwrap_or(1.0) as usize;
    Ladder { tiers, newcomer, grace: top.optional_number("grace") != Some(0.0), step }
}

/// A hash of everything that decides a result: what the ordinary one holds, and what only measuring knows.
fn fingerprint(programme: &Programme) -> String {
    let mut hash = Fnv::new();
    hash.name(&programme.scored.fingerprint);
    for figure in &programme.figures {
        hash.name(&figure.id);
        hash.count(usize::from(figure.whole));
    }
    let quotient = |hash: &mut Fnv, quotient: &Quotient| {
        for parts in [&quotient.sum, &quotient.by] {
            hash.count(parts.len());
            parts.iter().for_each(|part| hash.name(&part.figure));
        }
    };
    for indicator in &programme.indicators {
        hash.name(&indicator.id);
        hash.number(indicator.least);
        hash.count(usize::from(indicator.subset));
        hash.count(indicator.none as usize);
        quotient(&mut hash, &indicator.of);
        if let Some((comparison, against)) = &indicator.against {
            hash.count(usize::from(*comparison == Comparison::Ratio));
            quotient(&mut hash, against);
        }
    }
    for within in &programme.within {
        hash.name(&within.part);
        hash.name(&within.whole);
    }
    if let Some(ladder) = &programme.ladder {
        hash.count(usize::from(ladder.grace) + 2 * ladder.step);
        if let Some(newcomer) = &ladder.newcomer {
            hash.number(newcomer.months);
            hash.count(newcomer.tier);
        }
        for tier in &ladder.tiers {
            hash.name(&tier.id);
            hash.number(tier.from);
            for (criterion, least) in &tier.least {
                hash.count(*criterion);
                hash.number(*least);
            }
            tier.needs
                .iter()
                .for_each(|condition| crate::assessment::fingerprint::hash_condition(condition, &mut hash));
        }
    }
    for input in programme.economics.iter().flatten() {
        hash.name(&input.id);
        hash.number(input.default.unwrap_or(f64::NAN));
        input.of.iter().for_each(|of| quotient(&mut hash, of));
    }
    hash.digits()
}
