//! The rules between what only measuring knows: figures that are there, parts with a check, tiers that rise.

use super::lower::{ECONOMICS, is_figure};
use crate::assessment::file::reader::FileReader;
use crate::input::hints::nearest;
use crate::input::number::JsNumber;
use crate::input::problem::Path;
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// The question for the tier that a partner had.
const TIER_BEFORE: &str = "tier-before";

/// A file with what was read of it.
pub struct File<'f> {
    /// As its author wrote it.
    pub file: &'f Tree,
    /// What only measuring knows of the whole.
    pub top: &'f Tree,
    /// The indicators of each criterion.
    pub indicators: &'f [Tree],
}

/// What each criterion must be worth at least for a tier; what is wrong with it is noted.
pub fn least(file: &Tree, tier: &Tree, at: &Path, reader: &mut FileReader) -> Vec<(String, f64)> {
    let at = at.key("least");
    let entries = match tier.get("least") {
        None => return Vec::new(),
        Some(Tree::Object(entries)) => entries,
        Some(other) => {
            reader.unexpected(&at, "an object of numbers from 0 to 1 by criterion", other);
            return Vec::new();
        }
    };
    let ids = || file.list("criteria").iter().filter_map(|criterion| criterion.text("id"));
    let mut least = Vec::new();
    for (id, value) in entries {
        let at = at.key(id);
        match value {
            _ if ids().all(|known| known != id) => {
                let message = format!("expected the id of a criterion ({}), got {}", listed(ids()), quoted(id));
                reader.problem(&at, message, nearest(id, ids()));
            }
            Tree::Number(number) if (0.0..=1.0).contains(number) => least.push((id.clone(), *number)),
            other => reader.unexpected(&at, "a number from 0 to 1", other),
        }
    }
    least
}

/// Notes every problem between the parts of a file.
pub fn check(file: &File, reader: &mut FileReader) {
    let criteria_at = Path::Root.key("criteria");
    for (index, indicators) in file.indicators.iter().enumerate() {
        let at = criteria_at.index(index);
        let at = at.key("indicators");
        for (index, indicator) in items(indicators) {
            file.check_indicator(indicator, &at.index(index), reader);
        }
    }
    file.check_clauses(file.file, &Path::Root, reader);
    let at = Path::Root.key("checks");
    for (index, check) in file.top.items("checks") {
        let at = at.index(index);
        file.check_figure(check.text("part"), &at.key("part"), reader);
        file.check_figure(check.text("whole"), &at.key("whole"), reader);
        if check.text("part").is_some() && check.text("part") == check.text("whole") {
            reader.problem(&at.key("whole"), "expected another figure than the part, got the same".to_owned(), None);
        }
    }
    file.check_tiers(reader);
    let at = Path::Root.key(ECONOMICS);
    let at = at.key("inputs");
    file.check_once(file.top.get(ECONOMICS).unwrap_or(&Tree::Null), "inputs", "input", &at, reader);
    for (index, input) in file.top.get(ECONOMICS).into_iter().flat_map(|economics| economics.items("inputs")) {
        let at = at.index(index);
        file.check_quotient(input.get("of"), &at.key("of"), reader);
        let bounds = input.number("min").zip(input.number("max"));
        if let (Some(default), Some((min, max))) = (input.number("default"), bounds)
            && !(min..=max).contains(&default)
        {
            let [min, max, default] = [min, max, default].map(JsNumber);
            reader.problem(&at.key("default"), format!("expected a number from {min} to {max}, got {default}"), None);
        }
    }
    for (list, what) in [("rewards", "reward id"), ("messages", "message id")] {
        file.check_once(file.top, list, what, &Path::Root.key(list), reader);
    }
}

/// The items of a list with their places, without those that cannot be used.
fn items(list: &Tree) -> impl Iterator<Item = (usize, &Tree)> {
    let items = if let Tree::List(items) = list { items.as_slice() } else { &[] };
    items.iter().enumerate().filter(|(_, item)| **item != Tree::Null)
}

impl File<'_> {
    fn questions(&self) -> impl Iterator<Item = &Tree> {
        self.file.list("criteria").iter().flat_map(|criterion| criterion.list("questions"))
    }

    fn figures(&self) -> impl Iterator<Item = &str> {
        self.questions().filter(|question| is_figure(question)).filter_map(|question| question.text("id"))
    }

    fn indicator_ids(&self) -> impl Iterator<Item = &str> {
        self.indicators.iter().flat_map(items).filter_map(|(_, indicator)| indicator.text("id"))
    }

    fn check_figure(&self, id: Option<&str>, at: &Path, reader: &mut FileReader) {
        if let Some(id) = id
            && self.figures().all(|known| known != id)
        {
            let message = format!("expected the id of a figure ({}), got {}", listed(self.figures()), quoted(id));
            reader.problem(at, message, nearest(id, self.figures()));
        }
    }

    fn check_quotient(&self, quotient: Option<&Tree>, at: &Path, reader: &mut FileReader) {
        for key in ["sum", "by"] {
            let at = at.key(key);
            for (index, figure) in quotient.map(|quotient| quotient.list(key)).into_iter().flatten().enumerate() {
                let Tree::Text(id) = figure else { continue };
                self.check_figure(Some(id), &at.index(index), reader);
            }
        }
    }

    fn check_indicator(&self, indicator: &Tree, at: &Path, reader: &mut FileReader) {
        let sides = ["of", "against"];
        for key in sides {
            self.check_quotient(indicator.get(key), &at.key(key), reader);
        }
        if indicator.get("as").is_some() && indicator.get("against").is_none() {
            reader.problem(&at.key("as"), "expected \"against\" beside it, got nothing".to_owned(), None);
        }
        if indicator.flag("subset", false) {
            for key in sides.into_iter().filter(|key| indicator.get(key).is_some()) {
                self.check_subset(indicator.get(key).unwrap_or(&Tree::Null), &at.key(key), reader);
            }
        }
        if indicator.text("none") == Some("worst") {
            self.check_worst(indicator, at, reader);
        }
    }

    /// A share never exceeds 1 because a check sees to it.
    fn check_subset(&self, quotient: &Tree, at: &Path, reader: &mut FileReader) {
        // What is added up below the line with the rest of a whole is a part of it.
        if !quotient.list("sum").is_empty()
            && quotient.list("sum").iter().all(|part| quotient.list("by").contains(part))
        {
            return;
        }
        let named = |key: &str| match quotient.list(key) {
            [Tree::Text(id)] => Some(id.as_str()),
            _ => None,
        };
        let Some((part, whole)) = named("sum").zip(named("by")) else {
            let message = "expected one figure above the line and one below it, as \"subset\" says, got another form";
            return reader.problem(at, message.to_owned(), None);
        };
        // A part of a part is a part.
        let within = |part: &str, whole: &str| {
            let mut checks = self.top.items("checks").map(|(_, check)| check);
            checks.any(|check| check.text("part") == Some(part) && check.text("whole") == Some(whole))
        };
        if !within(part, whole) && !self.figures().any(|middle| within(part, middle) && within(middle, whole)) {
            let message = format!("expected a check that {part} is at most {whole}, as \"subset\" says, got none");
            reader.problem(at, message, None);
        }
    }

    /// Money for nobody is more than any cost: it is the worst only if more is worse.
    fn check_worst(&self, indicator: &Tree, at: &Path, reader: &mut FileReader) {
        let values = || indicator.items("points").filter_map(|(_, point)| point.number("value"));
        let lowest = values().fold(f64::INFINITY, f64::min);
        if values().last().is_some_and(|last| last > lowest) {
            let message = "expected points that end at the lowest value, where more is worse, got others";
            reader.problem(&at.key("none"), message.to_owned(), None);
        }
        if indicator.get("of").is_some_and(|of| of.get("by").is_none()) {
            reader.problem(&at.key("none"), "expected figures below the line, got none".to_owned(), None);
        }
    }

    /// Whatever names a figure or an indicator as the subject of a clause names one that is there.
    fn check_clauses(&self, tree: &Tree, at: &Path, reader: &mut FileReader) {
        match tree {
            Tree::List(items) => {
                items.iter().enumerate().for_each(|(index, item)| self.check_clauses(item, &at.index(index), reader));
            }
            Tree::Object(entries) => {
                let tests = ["is", "below", "atLeast"].iter().any(|key| tree.get(key).is_some());
                if tests {
                    self.check_figure(tree.text("figure"), &at.key("figure"), reader);
                    self.check_indicator_name(tree.text("indicator"), &at.key("indicator"), reader);
                    self.check_economic(tree.text("economics"), &at.key("economics"), reader);
                }
                for (key, value) in entries {
                    self.check_clauses(value, &at.key(key), reader);
                }
            }
            _ => {}
        }
    }

    fn check_indicator_name(&self, id: Option<&str>, at: &Path, reader: &mut FileReader) {
        if let Some(id) = id
            && self.indicator_ids().all(|known| known != id)
        {
            let known = listed(self.indicator_ids());
            let message = format!("expected the id of an indicator ({known}), got {}", quoted(id));
            reader.problem(at, message, nearest(id, self.indicator_ids()));
        }
    }

    fn check_economic(&self, name: Option<&str>, at: &Path, reader: &mut FileReader) {
        let known = super::format::ECONOMIC.names;
        match name {
            Some(name) if !known.contains(&name) => {
                let message = format!("expected {}, got {}", super::format::ECONOMIC.expected, quoted(name));
                reader.problem(at, message, nearest(name, known.iter().copied()));
            }
            Some(_) if self.top.get(ECONOMICS).is_none() => {
                reader.problem(at, "expected \"economics\" in the file, got none".to_owned(), None);
            }
            _ => {}
        }
    }

    fn check_tiers(&self, reader: &mut FileReader) {
        let root = Path::Root;
        let at = root.key("tiers");
        let ids = || self.top.items("tiers").filter_map(|(_, tier)| tier.text("id"));
        self.check_once(self.top, "tiers", "tier id", &at, reader);
        let mut before: Option<f64> = None;
        for (index, tier) in self.top.items("tiers") {
            let tier_at = at.index(index);
            if let Some(from) = tier.number("from") {
                let edge = JsNumber(from);
                let at = tier_at.key("from");
                match before {
                    None if index == 0 && from > 0.0 => {
                        reader.problem(&at, format!("expected the first tier to start at 0, got {edge}"), None);
                    }
                    Some(last) if from <= last => {
                        let last = JsNumber(last);
                        reader.problem(&at, format!("expected tiers from low to high, got {edge} after {last}"), None);
                    }
                    _ => {}
                }
                before = Some(from);
            }
            let at = tier_at.key("rewards");
            let known = || self.top.items("rewards").filter_map(|(_, reward)| reward.text("id"));
            for (index, reward) in tier.list("rewards").iter().enumerate() {
                if let Tree::Text(id) = reward
                    && known().all(|known| known != id)
                {
                    let message = format!("expected the id of a reward ({}), got {}", listed(known()), quoted(id));
                    reader.problem(&at.index(index), message, nearest(id, known()));
                }
            }
        }
        if let Some(id) = self.top.get("newcomer").and_then(|newcomer| newcomer.text("id"))
            && ids().all(|known| known != id)
        {
            let at = root.key("newcomer");
            let message = format!("expected the id of a tier ({}), got {}", listed(ids()), quoted(id));
            reader.problem(&at.key("id"), message, nearest(id, ids()));
        }
        self.check_tier_before(reader);
        for key in ["newcomer", "grace", "step"].into_iter().filter(|key| self.top.get(key).is_some()) {
            if self.top.get("tiers").is_none() {
                reader.problem(&root.key(key), "expected \"tiers\" beside it, got none".to_owned(), None);
            }
        }
    }

    /// The tier that a partner had is one of the tiers.
    fn check_tier_before(&self, reader: &mut FileReader) {
        let ids = || self.top.items("tiers").filter_map(|(_, tier)| tier.text("id"));
        let criteria = Path::Root.key("criteria");
        for (index, criterion) in self.file.list("criteria").iter().enumerate() {
            let at = criteria.index(index);
            let at = at.key("questions");
            let questions = criterion.list("questions").iter().enumerate();
            for (index, question) in questions.filter(|(_, question)| question.text("id") == Some(TIER_BEFORE)) {
                let at = at.index(index);
                let at = at.key("options");
                for (index, option) in question.items("options") {
                    if let Some(id) = option.text("id")
                        && ids().next().is_some()
                        && ids().all(|known| known != id)
                    {
                        let message = format!("expected the id of a tier ({}), got {}", listed(ids()), quoted(id));
                        let at = at.index(index);
                        reader.problem(&at.key("id"), message, nearest(id, ids()));
                    }
                }
            }
        }
    }

    /// Every id of a list once.
    fn check_once(&self, tree: &Tree, list: &str, what: &str, at: &Path, reader: &mut FileReader) {
        let mut seen: Vec<&str> = Vec::new();
        for (index, item) in tree.items(list) {
            match item.text("id") {
                Some(id) if seen.contains(&id) => {
                    let at = at.index(index);
                    let message = format!("expected every {what} once, got {} again", quoted(id));
                    reader.problem(&at.key("id"), message, None);
                }
                Some(id) => seen.push(id),
                None => {}
            }
        }
    }
}
