//! The rules between the fields of an assessment file: unique ids, references that lead somewhere, bands that
//! rise. Those inside one question are in [`questions`], those of the advice in [`advice`]; what a field may hold by itself is in `kinds` and `wire`.

mod advice;
mod questions;

use super::field::{Field, Reader};
use super::kinds::{Amount, Id, KindName, is_language_tag, plain_form};
use super::wire::{AssessmentFile, ConditionEntry, CriterionEntry};
use super::words::{placeholders, plain_text};
use crate::map::Map;
use crate::number::Shown;
use crate::problem::{Path, listed, nearest, quoted};
use crate::tree::Tree;

/// How many questions a file may ask.
pub const MAX_QUESTIONS: usize = 100;

/// In how many languages a file may be written.
pub const MAX_LANGUAGES: usize = 50;

/// How many values a profile may have.
pub const MAX_PROFILE: usize = 32;

/// Reads a whole file, noting every problem.
pub fn read(tree: &Tree, profile: &Map<String>, reader: &mut Reader) -> Option<AssessmentFile> {
    reader.languages = languages(tree);
    reader.profile = profile_values(tree, profile);
    reader.profile_is_readable = matches!(tree.get("profile"), None | Some(Tree::Object(_)));
    check_own_profile(profile, reader);
    let file = AssessmentFile::read(tree, &Path::Root, reader)?;
    let mut used = Vec::new();
    if let Tree::Object(entries) = tree {
        entries
            .iter()
            .filter(|(key, _)| key != "profile")
            .for_each(|(_, value)| placeholders(value, &reader.profile, &mut used));
    }
    Checker { reader, file: &file }.check(&used);
    Some(file)
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

/// Notes what is wrong with the page's own profile: its values become part of texts.
fn check_own_profile(profile: &Map<String>, reader: &mut Reader) {
    let at = Path::Root.key("profile");
    for (name, words) in profile.iter() {
        plain_text(&Tree::Text(words.clone()), &at.key(name), reader);
    }
}

/// What each placeholder stands for, by language: the page's own profile, and where it has none the file's.
fn profile_values(tree: &Tree, own: &Map<String>) -> Map<Map<String>> {
    let Some(Tree::Object(entries)) = tree.get("profile") else {
        return Map::default();
    };
    let mut profile = Map::default();
    for (name, value) in entries.iter().take(MAX_PROFILE) {
        let texts = match value {
            Tree::Object(texts) => texts.as_slice(),
            _ => &[],
        };
        let words = |text: &Tree| match (own.get(name), text) {
            (Some(words), _) | (None, Tree::Text(words)) => words.clone(),
            _ => String::new(),
        };
        profile.insert(name, texts.iter().map(|(language, text)| (language.clone(), words(text))).collect());
    }
    profile
}

struct Checker<'r, 'f> {
    reader: &'r mut Reader,
    file: &'f AssessmentFile,
}

impl<'f> Checker<'_, 'f> {
    /// Checks everything; `used` are the names of the placeholders in the file's texts.
    fn check(&mut self, used: &[&str]) {
        let root = Path::Root;
        self.check_profile(&root.key("profile"), used);
        let languages = self.file.languages.iter().flatten().map(|(index, tag)| (*index, Some(tag.0.as_str())));
        self.check_unique(&root.key("languages"), None, "language", languages);
        let count = self.file.languages.iter().flatten().count();
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
        self.check_advice(&root.key("advice"));
        self.check_glossary(&root.key("glossary"));
    }

    fn problem(&mut self, at: &Path, message: impl Into<String>, hint: Option<String>) {
        self.reader.problem(at, message.into(), hint);
    }

    /// A profile value that no text uses is a mistake: the author expects it to show.
    fn check_profile(&mut self, at: &Path, used: &[&str]) {
        let file = self.file;
        for name in file.profile.iter().flat_map(|profile| profile.0.keys()) {
            if !used.contains(&name) {
                self.problem(&at.key(name), format!("expected a text that uses {{{name}}}, got none"), None);
            }
        }
    }

    /// `names` are unique; each comes with its place in the list, and sits under `key` there if one is given.
    fn check_unique<'a>(
        &mut self,
        at: &Path,
        key: Option<&str>,
        what: &str,
        names: impl Iterator<Item = (usize, Option<&'a str>)>,
    ) {
        let mut seen = Vec::new();
        for (index, name) in names {
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
        let bands = self.file.bands.as_deref().unwrap_or_default();
        self.check_unique(at, Some("id"), "band id", bands.iter().map(|(i, band)| (*i, id(&band.id))));
        let mut previous: Option<f64> = None;
        for (index, band) in bands {
            let Some(from) = band.from.map(|from| from.0) else { continue };
            let item = at.index(*index);
            let at = item.key("from");
            match previous {
                None if *index == 0 && from > 0.0 => {
                    self.problem(&at, format!("expected the first band to start at 0, got {}", Shown(from)), None);
                }
                Some(edge) if from == edge => {
                    self.problem(&at, format!("expected every edge once, got {} again", Shown(from)), None);
                }
                Some(edge) if from < edge => {
                    self.problem(
                        &at,
                        format!("expected bands from low to high, got {} after {}", Shown(from), Shown(edge)),
                        None,
                    );
                }
                _ => {}
            }
            previous = Some(from);
        }
    }

    fn check_criteria(&mut self, at: &Path) {
        let Some(criteria) = self.file.criteria.as_ref() else { return };
        self.check_unique(at, Some("id"), "criterion id", criteria.iter().map(|(i, c)| (*i, id(&c.id))));
        let weights: Vec<_> = criteria.iter().map(|(_, c)| c.weight).collect();
        if !weights.is_empty() && weights.iter().all(|weight| *weight == Some(Amount(0.0))) {
            self.problem(at, "expected at least one weight above 0, got only 0", None);
        }
        let count = criteria.iter().flat_map(|(_, c)| c.questions.iter().flatten()).count();
        if count > MAX_QUESTIONS {
            self.problem(at, format!("expected at most {MAX_QUESTIONS} questions, got {count}"), None);
        }
        let mut asked = Vec::new();
        for (index, criterion) in criteria {
            let at = at.index(*index);
            if let Some(floor) = &criterion.floor {
                self.check_cap(&at.key("floor").key("cap"), floor.cap.as_ref());
            }
            self.check_questions(&at.key("questions"), criterion, &mut asked);
        }
    }

    fn check_questions(&mut self, at: &Path, criterion: &'f CriterionEntry, asked: &mut Vec<&'f str>) {
        let questions = criterion.questions.as_deref().unwrap_or_default();
        let scored = criterion.weight != Some(Amount(0.0));
        let weights: Vec<_> = questions.iter().map(|(_, q)| q.weight).collect();
        if scored && !weights.is_empty() && weights.iter().all(|weight| *weight == Some(Amount(0.0))) {
            self.problem(at, "expected at least one weight above 0, got only 0", None);
        }
        for (index, question) in questions {
            let at = at.index(*index);
            match id(&question.id) {
                Some(id) if asked.contains(&id) => {
                    let message = format!("expected every question id once, got {} again", quoted(id));
                    self.problem(&at.key("id"), message, None);
                }
                Some(id) => asked.push(id),
                None => {}
            }
            let scored = scored && question.weight != Some(Amount(0.0));
            match question.kind {
                Some(KindName::Choice) => self.check_choice(&at, question, scored),
                Some(KindName::Number) => self.check_number(&at, question, scored),
                None => {}
            }
        }
    }

    fn check_gates(&mut self, at: &Path) {
        let gates = self.file.gates.as_deref().unwrap_or_default();
        self.check_unique(at, Some("id"), "gate id", gates.iter().map(|(i, gate)| (*i, id(&gate.id))));
        for (index, gate) in gates {
            let at = at.index(*index);
            self.check_cap(&at.key("cap"), gate.cap.as_ref());
            for (index, condition) in gate.when.iter().flatten() {
                self.check_condition(&at.key("when").index(*index), condition);
            }
        }
    }

    fn check_cap(&mut self, at: &Path, cap: Option<&Id>) {
        let file = self.file;
        let bands: Vec<_> = file.bands.iter().flatten().filter_map(|(_, band)| id(&band.id)).collect();
        if let Some(Id(cap)) = cap
            && !bands.is_empty()
            && !bands.contains(&cap.as_str())
        {
            let message = format!("expected the id of a band ({}), got {}", listed(bands.iter().copied()), quoted(cap));
            self.problem(at, message, nearest(cap, bands));
        }
    }

    fn check_condition(&mut self, at: &Path, condition: &ConditionEntry) {
        let tests = [condition.is.is_some(), condition.below.is_some(), condition.at_least.is_some()];
        let unreadable = ["is", "below", "atLeast"].iter().any(|key| self.reader.noted(&at.key(key)));
        let given: Vec<_> = ["is", "below", "atLeast"].into_iter().zip(tests).filter(|(_, present)| *present).collect();
        if given.len() != 1 && !unreadable {
            let names = listed(given.iter().map(|(key, _)| *key));
            let got = if names.is_empty() { "none" } else { &names };
            self.problem(at, format!("expected exactly one of is, below and atLeast, got {got}"), None);
        }
        let file = self.file;
        let questions =
            || file.criteria.iter().flatten().flat_map(|(_, c)| c.questions.iter().flatten()).map(|(_, q)| q);
        let Some(name) = id(&condition.question) else { return };
        if questions().next().is_none() {
            return;
        }
        let Some(question) = questions().find(|question| id(&question.id) == Some(name)) else {
            let hint = nearest(name, questions().filter_map(|question| id(&question.id)));
            return self.problem(
                &at.key("question"),
                format!("expected the id of a question, got {}", quoted(name)),
                hint,
            );
        };
        let is_number = question.kind == Some(KindName::Number);
        for (key, present) in ["below", "atLeast"].iter().zip(tests.iter().skip(1)) {
            if *present && !is_number {
                self.problem(&at.key(key), format!("expected \"is\" for a choice, got \"{key}\""), None);
            }
        }
        let options = question.options.iter().flatten().filter_map(|(_, option)| id(&option.id));
        // Options that cannot be told are a problem of their own.
        let options_are_readable = question.options.iter().flatten().all(|(_, option)| option.id.is_some());
        if !is_number && (question.options.is_none() || !options_are_readable) {
            return;
        }
        let unsure = question.unsure.is_none_or(|flag| flag.0).then_some("unsure");
        let not_applicable = question.not_applicable.is_some_and(|flag| flag.0).then_some("n/a");
        let answers: Vec<_> = options.chain(unsure).chain(not_applicable).collect();
        if answers.is_empty() && condition.is.is_some() && is_number {
            let expected = "expected \"below\" or \"atLeast\" for a number, got \"is\"";
            return self.problem(&at.key("is"), expected, None);
        }
        for (index, answer) in condition.is.iter().flatten() {
            if !answers.contains(&answer.0.as_str()) {
                let message = format!(
                    "expected an answer to {} ({}), got {}",
                    quoted(name),
                    listed(answers.iter().copied()),
                    quoted(&answer.0)
                );
                self.problem(&at.key("is").index(*index), message, nearest(&answer.0, answers.iter().copied()));
            }
        }
    }
}

fn id(field: &Option<Id>) -> Option<&str> {
    field.as_ref().map(|id| id.0.as_str())
}
