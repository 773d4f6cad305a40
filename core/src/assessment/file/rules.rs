//! The rules between the fields of an assessment file: unique ids, references that lead somewhere, bands that
//! rise. Those inside one question are in [`questions`], those of the advice in [`advice`]; what a field may hold by
//! itself is in `values` and `format`.

mod advice;
mod clauses;
mod questions;

use std::cell::Cell;

use super::actions;
use super::format::ASSESSMENT_FILE;
use super::placeholders::{Filling, placeholders};
use super::profile::placeholder_names;
use super::reader::FileReader;
use super::values::{is_language_tag, plain_form};
use crate::input::map::Map;
use crate::input::number::JsNumber;
use crate::input::problem::Path;
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// How many questions a file may ask.
pub const MAX_QUESTIONS: usize = 100;

/// How many clauses of rules are compared with each other: far more than the rules of a file for people have. Beyond it
/// rules are no longer held against each other.
const COMPARISONS: usize = 1 << 20;

/// In how many languages a file may be written.
pub const MAX_LANGUAGES: usize = 50;

/// Reads a whole file, noting every problem; what can be used of it.
pub fn read(tree: &Tree, reader: &mut FileReader) -> Option<Tree> {
    prepare(tree, reader);
    let file = ASSESSMENT_FILE.read(tree, &Path::Root, reader)?;
    let mut used = Vec::new();
    if let Tree::Object(entries) = tree {
        entries
            .iter()
            .filter(|(key, _)| key != "profile")
            .for_each(|(_, value)| placeholders(value, &reader.profile, &mut used));
    }
    Filling::new(&file, &Map::default()).check(&file, &mut |at, message| reader.problem(at, message, None));
    Checker { reader, file: &file, comparisons: Cell::new(COMPARISONS) }.check(&used);
    Some(file)
}

/// Tells `reader` what every text of a file has to agree with.
pub fn prepare(tree: &Tree, reader: &mut FileReader) {
    reader.languages = languages(tree);
    reader.profile = placeholder_names(tree);
    reader.profile_is_readable = matches!(tree.get("profile"), None | Some(Tree::Object(_)));
}

/// The languages that a file says it has, each once, as their tags were meant; problems with them are noted when the
/// field itself is read. None where they cannot be told, so that one bad tag is not held against every text.
fn languages(tree: &Tree) -> Vec<String> {
    let Some(Tree::List(items)) = tree.get("languages") else { return Vec::new() };
    let mut languages = Vec::new();
    for item in items {
        let tag = match item {
            Tree::Text(tag) if is_language_tag(tag) => tag.clone(),
            Tree::Text(tag) => plain_form(tag),
            _ => return Vec::new(),
        };
        if !is_language_tag(&tag) || languages.len() == MAX_LANGUAGES {
            return Vec::new();
        }
        if !languages.contains(&tag) {
            languages.push(tag);
        }
    }
    languages
}

struct Checker<'r, 'f> {
    reader: &'r mut FileReader,
    /// What can be used of the file.
    file: &'f Tree,
    /// How many clauses may still be compared.
    comparisons: Cell<usize>,
}

impl<'f> Checker<'_, 'f> {
    /// Checks everything; `used` are the names of the placeholders in the file's texts.
    fn check(&mut self, used: &[&str]) {
        let root = Path::Root;
        self.check_profile(&root.key("profile"), used);
        self.check_unique(&root.key("languages"), None, "language", self.file.list("languages"));
        let count = self.file.items("languages").count();
        if count > MAX_LANGUAGES {
            self.problem(
                &root.key("languages"),
                format!("expected at most {MAX_LANGUAGES} languages, got {count}"),
                None,
            );
        }
        self.check_bands(&root.key("bands"));
        self.check_criteria(&root.key("criteria"));
        self.check_gates(&root.key("gates"));
        self.check_clashes(&root.key("clashes"));
        self.check_advice(&root.key("advice"));
        if let Some(given) = self.file.get("actions") {
            actions::check_bands(given, &root.key("actions"), self.file, self.reader);
        }
    }

    fn problem(&mut self, at: &Path, message: impl Into<String>, hint: Option<String>) {
        self.reader.problem(at, message.into(), hint);
    }

    /// A profile value that no text uses is a mistake: the author expects it to show.
    fn check_profile(&mut self, at: &Path, used: &[&str]) {
        let Some(Tree::Object(profile)) = self.file.get("profile") else { return };
        for (name, _) in profile {
            if !used.contains(&name.as_str()) {
                self.problem(&at.key(name), unused(name), None);
            }
        }
    }

    /// The items of a list are unique: by what they hold under `key`, or by themselves where none is given.
    fn check_unique(&mut self, at: &Path, key: Option<&str>, what: &str, items: &'f [Tree]) {
        let mut seen = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let name = match (key, item) {
                (Some(key), _) => item.text(key),
                (None, Tree::Text(name)) => Some(name.as_str()),
                _ => None,
            };
            let Some(name) = name else { continue };
            if seen.contains(&name) {
                let item = at.index(index);
                let at = key.map_or(item, |key| item.key(key));
                self.problem(&at, format!("expected every {what} once, got {} again", quoted(name)), None);
            } else {
                seen.push(name);
            }
        }
    }

    fn check_bands(&mut self, at: &Path) {
        self.check_unique(at, Some("id"), "band id", self.file.list("bands"));
        let mut previous: Option<f64> = None;
        for (index, band) in self.file.items("bands") {
            let Some(from) = band.number("from") else { continue };
            let item = at.index(index);
            let at = item.key("from");
            match previous {
                None if index == 0 && from > 0.0 => {
                    self.problem(&at, format!("expected the first band to start at 0, got {}", JsNumber(from)), None);
                }
                Some(edge) if from == edge => {
                    self.problem(&at, format!("expected every edge once, got {} again", JsNumber(from)), None);
                }
                Some(edge) if from < edge => {
                    self.problem(
                        &at,
                        format!("expected bands from low to high, got {} after {}", JsNumber(from), JsNumber(edge)),
                        None,
                    );
                }
                _ => {}
            }
            previous = Some(from);
        }
    }

    fn check_criteria(&mut self, at: &Path) {
        let file = self.file;
        if file.get("criteria").is_none() {
            return;
        }
        let criteria = || file.items("criteria");
        self.check_unique(at, Some("id"), "criterion id", file.list("criteria"));
        self.check_some_weight(at, criteria().map(|(_, criterion)| criterion));
        let count = questions(file).count();
        if count > MAX_QUESTIONS {
            self.problem(at, format!("expected at most {MAX_QUESTIONS} questions, got {count}"), None);
        }
        let mut asked = Vec::new();
        for (index, criterion) in criteria() {
            // What comes after that many is not worth comparing with what came before.
            if asked.len() > MAX_QUESTIONS {
                break;
            }
            let at = at.index(index);
            if let Some(floor) = criterion.get("floor") {
                let at = at.key("floor");
                self.check_cap(&at.key("cap"), floor.text("cap"));
                self.check_conditions(&at.key("unless"), floor.list("unless"));
            }
            self.check_questions(&at.key("questions"), criterion, &mut asked);
        }
    }

    /// Not all of `items` have the weight 0.
    fn check_some_weight(&mut self, at: &Path, mut items: impl Iterator<Item = &'f Tree> + Clone) {
        if items.clone().next().is_some() && items.all(|item| item.number("weight") == Some(0.0)) {
            self.problem(at, "expected at least one weight above 0, got only 0", None);
        }
    }

    fn check_questions(&mut self, at: &Path, criterion: &'f Tree, asked: &mut Vec<&'f str>) {
        let scored = criterion.number("weight") != Some(0.0);
        if scored {
            self.check_some_weight(at, criterion.items("questions").map(|(_, question)| question));
        }
        for (index, question) in criterion.items("questions") {
            let at = at.index(index);
            match question.text("id") {
                Some(id) if asked.contains(&id) => {
                    let message = format!("expected every question id once, got {} again", quoted(id));
                    self.problem(&at.key("id"), message, None);
                }
                Some(id) => asked.push(id),
                None => {}
            }
            let scored = scored && question.number("weight") != Some(0.0);
            match question.text("kind") {
                Some("choice") => self.check_choice(&at, question, scored),
                Some("number") => self.check_number(&at, question, scored),
                _ => {} // said where the field is read
            }
        }
    }

    fn check_gates(&mut self, at: &Path) {
        let file = self.file;
        self.check_unique(at, Some("id"), "gate id", file.list("gates"));
        for (index, gate) in file.items("gates") {
            let at = at.index(index);
            self.check_cap(&at.key("cap"), gate.text("cap"));
            self.check_conditions(&at.key("when"), gate.list("when"));
            let says_when = ["when", "coverageBelow"].iter().any(|key| gate.get(key).is_some());
            if !says_when && *gate != Tree::Null && !self.reader.noted(&at) {
                self.problem(&at, "expected \"when\" or \"coverageBelow\" to say when it holds, got neither", None);
            }
        }
    }

    fn check_conditions(&mut self, at: &Path, conditions: &'f [Tree]) {
        for (index, condition) in conditions.iter().enumerate() {
            if self.reader.is_full() {
                return;
            }
            self.check_condition(&at.index(index), condition);
        }
    }

    /// Answers that exclude each other are answers to two questions at least.
    fn check_clashes(&mut self, at: &Path) {
        for (index, clash) in self.file.items("clashes") {
            let at = at.index(index);
            let at = at.key("when");
            self.check_conditions(&at, clash.list("when"));
            let mut asked: Vec<&str> = Vec::new();
            for (_, condition) in clash.items("when") {
                asked.extend(condition.text("question").filter(|question| !asked.contains(question)));
            }
            if asked.len() < 2 && !self.reader.noted(&at) {
                self.problem(&at, format!("expected answers to two questions at least, got {}", asked.len()), None);
            }
        }
    }

    fn check_cap(&mut self, at: &Path, cap: Option<&str>) {
        let file = self.file;
        let bands: Vec<&str> = file.items("bands").filter_map(|(_, band)| band.text("id")).collect();
        if let Some(cap) = cap
            && !bands.is_empty()
            && !bands.contains(&cap)
        {
            let message = format!("expected the id of a band ({}), got {}", listed(bands.iter().copied()), quoted(cap));
            let hint = self.reader.nearest(cap, bands);
            self.problem(at, message, hint);
        }
    }

    /// The question called `name`, if that can be told; noted if there is none.
    fn check_question(&mut self, at: &Path, name: &str) -> Option<&'f Tree> {
        let mut asked = questions(self.file).take(MAX_QUESTIONS);
        let found = asked.find(|question| question.text("id") == Some(name));
        // Whoever asks more is told so; the others are not looked through for every name.
        let is_complete = (1..=MAX_QUESTIONS).contains(&questions(self.file).take(MAX_QUESTIONS + 1).count());
        if found.is_none() && is_complete && !self.reader.is_full() {
            let hint = self.reader.nearest(name, questions(self.file).filter_map(|question| question.text("id")));
            self.problem(at, format!("expected the id of a question, got {}", quoted(name)), hint);
        }
        found
    }

    fn check_condition(&mut self, at: &Path, condition: &'f Tree) {
        let given: Vec<&str> = TESTS.into_iter().filter(|key| condition.get(key).is_some()).collect();
        if given.len() != 1 && !TESTS.iter().any(|key| self.reader.noted(&at.key(key))) {
            let names = listed(given.iter().copied());
            let got = if names.is_empty() { "none" } else { &names };
            self.problem(at, format!("expected exactly one of is, below and atLeast, got {got}"), None);
        }
        let Some(name) = condition.text("question") else { return };
        let Some(question) = self.check_question(&at.key("question"), name) else { return };
        let is_number = question.text("kind") == Some("number");
        for key in given.iter().filter(|key| **key != "is" && !is_number) {
            self.problem(&at.key(key), format!("expected \"is\" for a choice, got \"{key}\""), None);
        }
        let options = question.items("options").filter_map(|(_, option)| option.text("id"));
        // Options that cannot be told are a problem of their own.
        let options_are_readable = question.items("options").all(|(_, option)| option.text("id").is_some());
        if !is_number && (question.get("options").is_none() || !options_are_readable) {
            return;
        }
        let unsure = question.flag("unsure", true).then_some("unsure");
        let not_applicable = offers_not_applicable(question).then_some("n/a");
        let answers: Vec<&str> = options.chain(unsure).chain(not_applicable).collect();
        if answers.is_empty() && given.contains(&"is") && is_number {
            let expected = "expected \"below\" or \"atLeast\" for a number, got \"is\"";
            return self.problem(&at.key("is"), expected, None);
        }
        for (index, answer) in condition.items("is") {
            let Tree::Text(answer) = answer else { continue };
            if !answers.contains(&answer.as_str()) {
                let known = listed(answers.iter().copied());
                let message = format!("expected an answer to {} ({known}), got {}", quoted(name), quoted(answer));
                let hint = self.reader.nearest(answer, answers.iter().copied());
                self.problem(&at.key("is").index(index), message, hint);
            }
        }
    }
}

/// Whether a question offers "Does not apply", under that name or one of its own.
fn offers_not_applicable(question: &Tree) -> bool {
    question.flag("notApplicable", false) || matches!(question.get("notApplicable"), Some(Tree::Object(_)))
}

/// What is said of a placeholder `name` that no text uses.
pub fn unused(name: &str) -> String {
    format!("expected a text that uses {{{name}}}, got none")
}

/// What a condition can test.
const TESTS: [&str; 3] = ["is", "below", "atLeast"];

/// Every question that can be used.
fn questions(file: &Tree) -> impl Iterator<Item = &Tree> + Clone {
    file.items("criteria").flat_map(|(_, criterion)| criterion.items("questions")).map(|(_, question)| question)
}
