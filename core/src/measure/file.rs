//! An author's file that measures: from untrusted data to a [`Programme`], or to every problem of the file.
//!
//! What such a file says beside every assessment is a table of its own (`format`), read by the reader of assessments. The file
//! is then lowered to an ordinary assessment (`lower`), which the ordinary rules check and the ordinary conversion builds; rules
//! about what only measuring knows are in `rules`, and what is left is converted (`convert`).

mod convert;
mod format;
mod lower;
mod parts;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;

use self::format::{FIGURE_KEYS, INDICATOR_ENTRY, MEASURED_FILE};
use self::lower::{OWN_KEYS, is_figure, lowered, origin};
use self::parts::{FigureKeys, Read};
use super::Programme;
use crate::assessment::file::field::FieldKind;
use crate::assessment::file::placeholders::{Filling, placeholders};
use crate::assessment::file::profile::own_problems;
use crate::assessment::file::reader::FileReader;
use crate::assessment::file::{check_limits, rules as ordinary};
use crate::input::map::Map;
use crate::input::problem::{Path, Problem};
use crate::input::value::Tree;

/// The indicators of a criterion.
static INDICATORS: FieldKind = FieldKind::List(&FieldKind::Object(&INDICATOR_ENTRY));

impl Programme {
    /// Reads an author's file. `profile` replaces values of the file's own profile, the same in every language.
    ///
    /// # Errors
    /// The problems of `profile`, then those of the file in its order.
    pub fn read(file: &Tree, profile: &Map<String>) -> Result<Self, Vec<Problem>> {
        let mut reader = FileReader::default();
        check_limits(file, &mut reader);
        let read = read(file, &mut reader);
        let mut problems = own_problems(file, profile);
        problems.extend(reader.problems(file));
        if !problems.is_empty() {
            return Err(problems);
        }
        read.and_then(|read| convert::programme(&read, profile)).ok_or_else(|| {
            let message =
                "expected a file without problems to make a programme, got nothing: a fault of Partner-fit's own";
            vec![Problem { path: String::new(), message: message.to_owned(), hint: None }]
        })
    }

    /// Whether a file measures: then it is read here, and by nothing that reads ordinary assessments.
    #[must_use]
    pub fn is_one(file: &Tree) -> bool {
        OWN_KEYS.iter().any(|key| file.get(key).is_some())
            || file.list("criteria").iter().any(|criterion| criterion.get("indicators").is_some())
    }
}

fn read(file: &Tree, reader: &mut FileReader) -> Option<Read> {
    ordinary::prepare(file, reader);
    let root = Path::Root;
    let (mut indicators, mut figures) = (Vec::new(), Vec::new());
    let criteria_at = root.key("criteria");
    for (index, criterion) in file.list("criteria").iter().enumerate() {
        let at = criteria_at.index(index);
        let own = criterion.get("indicators").and_then(|own| INDICATORS.read(own, &at.key("indicators"), reader));
        indicators.push(own.unwrap_or(Tree::Null));
        let at = at.key("questions");
        for (index, question) in criterion.list("questions").iter().enumerate().filter(|(_, q)| is_figure(q)) {
            let own = part(question, &lower::FIGURE_KEYS, &[]);
            let keys = FIGURE_KEYS.read(&own, &at.index(index), reader).unwrap_or(Tree::Null);
            figures.extend(question.text("id").map(|id| FigureKeys { id: id.to_owned(), keys }));
        }
    }
    let mut tiers = Vec::new();
    let mut least = Vec::new();
    let tiers_at = root.key("tiers");
    for (index, tier) in file.list("tiers").iter().enumerate() {
        least.push(rules::least(file, tier, &tiers_at.index(index), reader));
        let known: Vec<&str> = if let Tree::Object(entries) = tier {
            entries.iter().map(|(key, _)| key.as_str()).filter(|key| *key != "least").collect()
        } else {
            Vec::new()
        };
        tiers.push(if known.is_empty() { tier.clone() } else { part(tier, &known, &[]) });
    }
    let more = if tiers.is_empty() { Vec::new() } else { vec![("tiers", Tree::List(tiers))] };
    let top = MEASURED_FILE.read(&part(file, &OWN_KEYS, &more), &root, reader)?;
    let lowered = lowered(file, &indicators, &top);
    // What is lowered is counted by the ordinary rules.
    for own in [&top].into_iter().chain(&indicators) {
        Filling::new(file, &Map::default()).check(own, &mut |at, message| reader.problem(at, message, None));
    }
    let mut beneath = FileReader::default();
    let usable = ordinary::read(&lowered, &mut beneath);
    rules::check(&rules::File { file, top: &top, indicators: &indicators }, reader);
    let mut used = Vec::new();
    placeholders(&top, &reader.profile.clone(), &mut used);
    let is_used = |problem: &Problem| used.iter().any(|name| problem.message == ordinary::unused(name));
    reader.adopt(beneath, &|way| origin(file, &top, way), &|problem| !is_used(problem));
    Some(Read { lowered: usable?, indicators, figures, top, least })
}

/// The entries of an object under some keys, with others in place of its own.
fn part(tree: &Tree, keys: &[&str], instead: &[(&str, Tree)]) -> Tree {
    let mut part = Vec::new();
    if let Tree::Object(entries) = tree {
        for (key, value) in entries.iter().filter(|(key, _)| keys.contains(&key.as_str())) {
            let other = instead.iter().find(|(other, _)| other == key).map(|(_, value)| value.clone());
            part.push((key.clone(), other.unwrap_or_else(|| value.clone())));
        }
    }
    Tree::Object(part)
}
