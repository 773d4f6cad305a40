//! The rules between the fields of an assessment file: unique ids, references that lead somewhere, bands that
//! rise, values where they count. What each field may hold by itself is in `kinds` and `wire`.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Field, Items, Reader};
use super::kinds::{Amount, Id, KindName, ScaleName};
use super::wire::{AssessmentFile, ConditionEntry, CriterionEntry, OptionEntry, QuestionEntry};
use crate::problem::{Path, listed, nearest, quoted};
use crate::tree::Tree;

/// How many questions a file may ask.
pub const MAX_QUESTIONS: usize = 100;

/// How many options a question may have.
pub const MAX_OPTIONS: usize = 20;

/// Reads a whole file, noting every problem.
pub fn read(tree: &Tree, profile: &BTreeMap<String, String>, reader: &mut Reader) -> Option<AssessmentFile> {
    reader.languages = languages(tree);
    reader.profile = profile_values(tree, profile);
    let file = AssessmentFile::read(tree, &Path::Root, reader)?;
    Checker { reader, file: &file }.check();
    Some(file)
}

/// The languages that a file says it has; problems with them are noted when the field itself is read.
fn languages(tree: &Tree) -> Vec<String> {
    match tree.get("languages") {
        Some(Tree::List(items)) => items
            .iter()
            .filter_map(|item| match item {
                Tree::Text(language) => Some(language.clone()),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// What each placeholder stands for, by language: the page's own profile, and where it has none the file's.
fn profile_values(tree: &Tree, own: &BTreeMap<String, String>) -> BTreeMap<String, BTreeMap<String, String>> {
    let Some(Tree::Object(entries)) = tree.get("profile") else {
        return BTreeMap::new();
    };
    let mut profile = BTreeMap::new();
    for (name, value) in entries {
        let Tree::Object(texts) = value else { continue };
        let words = |text: &Tree| match (own.get(name), text) {
            (Some(words), _) | (None, Tree::Text(words)) => words.clone(),
            _ => String::new(),
        };
        profile.insert(name.clone(), texts.iter().map(|(language, text)| (language.clone(), words(text))).collect());
    }
    profile
}

struct Checker<'r, 'f> {
    reader: &'r mut Reader,
    file: &'f AssessmentFile,
}

impl<'f> Checker<'_, 'f> {
    fn check(&mut self) {
        let root = Path::Root;
        self.check_profile(&root.key("profile"));
        let languages = self.file.languages.iter().flatten().map(|(index, tag)| (*index, Some(tag.0.as_str())));
        self.check_unique(&root.key("languages"), None, "language", languages);
        self.check_bands(&root.key("bands"));
        self.check_criteria(&root.key("criteria"));
        self.check_gates(&root.key("gates"));
    }

    fn problem(&mut self, at: &Path, message: impl Into<String>, hint: Option<String>) {
        self.reader.problem(at, message.into(), hint);
    }

    /// A profile value that no text uses is a mistake: the author expects it to show.
    fn check_profile(&mut self, at: &Path) {
        for name in self.file.profile.iter().flat_map(|profile| profile.0.keys()) {
            if !self.reader.used.contains(name) {
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
        let mut seen = BTreeSet::new();
        for (index, name) in names {
            let Some(name) = name else { continue };
            if !seen.insert(name) {
                let item = at.index(index);
                let at = key.map_or(item, |key| item.key(key));
                self.problem(&at, format!("expected every {what} once, got {} again", quoted(name)), None);
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
                    self.problem(&at, format!("expected the first band to start at 0, got {from}"), None);
                }
                Some(edge) if from == edge => {
                    self.problem(&at, format!("expected every edge once, got {from} again"), None);
                }
                Some(edge) if from < edge => {
                    self.problem(&at, format!("expected bands from low to high, got {from} after {edge}"), None);
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
        let mut asked = BTreeSet::new();
        for (index, criterion) in criteria {
            let at = at.index(*index);
            if let Some(floor) = &criterion.floor {
                self.check_cap(&at.key("floor").key("cap"), floor.cap.as_ref());
            }
            self.check_questions(&at.key("questions"), criterion, &mut asked);
        }
    }

    fn check_questions(&mut self, at: &Path, criterion: &'f CriterionEntry, asked: &mut BTreeSet<&'f str>) {
        let questions = criterion.questions.as_deref().unwrap_or_default();
        let scored = criterion.weight != Some(Amount(0.0));
        let weights: Vec<_> = questions.iter().map(|(_, q)| q.weight).collect();
        if scored && !weights.is_empty() && weights.iter().all(|weight| *weight == Some(Amount(0.0))) {
            self.problem(at, "expected at least one weight above 0, got only 0", None);
        }
        for (index, question) in questions {
            let at = at.index(*index);
            if let Some(id) = id(&question.id)
                && !asked.insert(id)
            {
                self.problem(&at.key("id"), format!("expected every question id once, got {} again", quoted(id)), None);
            }
            let scored = scored && question.weight != Some(Amount(0.0));
            match question.kind {
                Some(KindName::Choice) => self.check_choice(&at, question, scored),
                Some(KindName::Number) => self.check_number(&at, question, scored),
                None => {}
            }
        }
    }

    fn check_choice(&mut self, at: &Path, question: &QuestionEntry, scored: bool) {
        let of_number = [
            ("unit", question.unit.is_some()),
            ("min", question.min.is_some()),
            ("max", question.max.is_some()),
            ("scale", question.scale.is_some()),
            ("points", question.points.is_some()),
            ("ideal", question.ideal.is_some()),
        ];
        for (key, _) in of_number.iter().filter(|(_, present)| *present) {
            self.problem(&at.key(key), "expected this key only in a number question, got it in a choice", None);
        }
        let at = at.key("options");
        let Some(options) = &question.options else {
            return self.problem(&at, "expected a list of options, got none", None);
        };
        if !(2..=MAX_OPTIONS).contains(&options.len()) {
            self.problem(&at, format!("expected 2 to {MAX_OPTIONS} options, got {}", options.len()), None);
        }
        self.check_unique(&at, Some("id"), "option id", options.iter().map(|(i, o)| (*i, id(&o.id))));
        for (index, option) in options {
            if id(&option.id) == Some("unsure") {
                let hint =
                    Some("every question offers \"Not sure\" by itself; \"unsure\": false takes it away".to_owned());
                self.problem(
                    &at.index(*index).key("id"),
                    "expected an id of its own, got the reserved \"unsure\"",
                    hint,
                );
            }
        }
        self.check_values(&at, options, scored);
    }

    /// Where answers count every option has a value; elsewhere all have one, or none has.
    fn check_values(&mut self, at: &Path, options: &Items<OptionEntry>, scored: bool) {
        if !scored && options.iter().all(|(_, option)| option.value.is_none()) {
            return;
        }
        for (index, option) in options {
            if option.value.is_none() && !self.noted(&at.index(*index).key("value")) {
                self.problem(&at.index(*index).key("value"), "expected a number from 0 to 1, got nothing", None);
            }
        }
    }

    fn check_number(&mut self, at: &Path, question: &QuestionEntry, scored: bool) {
        if question.options.is_some() {
            self.problem(&at.key("options"), "expected options only in a choice, got them in a number question", None);
        }
        if let (Some(min), Some(max)) = (question.min, question.max)
            && min > max
        {
            self.problem(&at.key("max"), format!("expected {min} or more, as \"min\" says, got {max}"), None);
        }
        let by_factors = question.scale == Some(ScaleName::Log);
        match (&question.points, &question.ideal) {
            (None, None) if scored && !self.noted(&at.key("points")) && !self.noted(&at.key("ideal")) => {
                self.problem(at, "expected \"points\" or \"ideal\" to say what a number is worth, got neither", None);
            }
            (Some(_), Some(_)) => {
                self.problem(at, "expected either \"points\" or \"ideal\", got both", None);
            }
            _ => {}
        }
        if let Some(points) = &question.points {
            let at = at.key("points");
            if points.len() < 2 {
                self.problem(&at, format!("expected at least 2 points, got {}", points.len()), None);
            }
            let numbers = points.iter().map(|(index, point)| (*index, point.at));
            self.check_rising(&at, numbers, by_factors);
        }
        if let Some(ideal) = &question.ideal {
            let at = at.key("ideal");
            let keys = ["zeroBelow", "from", "to", "zeroAbove"];
            let numbers = [ideal.zero_below, ideal.from, ideal.to, ideal.zero_above];
            for ((key, number), (next_key, next)) in keys.iter().zip(numbers).zip(keys.iter().zip(numbers).skip(1)) {
                if let (Some(number), Some(next)) = (number, next)
                    && next < number
                {
                    self.problem(
                        &at.key(next_key),
                        format!("expected {number} or more, as \"{key}\" says, got {next}"),
                        None,
                    );
                }
            }
            if let (true, Some(lowest)) = (by_factors, ideal.zero_below)
                && lowest <= 0.0
            {
                self.problem(
                    &at.key("zeroBelow"),
                    format!("expected a number above 0 on a log scale, got {lowest}"),
                    None,
                );
            }
        }
    }

    fn check_rising(&mut self, at: &Path, numbers: impl Iterator<Item = (usize, Option<f64>)>, by_factors: bool) {
        let mut previous: Option<f64> = None;
        for (index, number) in numbers {
            let Some(number) = number else { continue };
            let item = at.index(index);
            let at = item.key("at");
            if by_factors && number <= 0.0 {
                self.problem(&at, format!("expected a number above 0 on a log scale, got {number}"), None);
            }
            if let Some(previous) = previous
                && number <= previous
            {
                self.problem(&at, format!("expected a number above {previous}, the one before it, got {number}"), None);
            }
            previous = Some(number);
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
            && !bands.contains(&cap.as_str())
        {
            let message = format!("expected the id of a band ({}), got {}", listed(bands.iter().copied()), quoted(cap));
            self.problem(at, message, nearest(cap, bands));
        }
    }

    fn check_condition(&mut self, at: &Path, condition: &ConditionEntry) {
        let tests = [condition.is.is_some(), condition.below.is_some(), condition.at_least.is_some()];
        let unreadable = ["is", "below", "atLeast"].iter().any(|key| self.noted(&at.key(key)));
        if tests.iter().filter(|present| **present).count() != 1 && !unreadable {
            self.problem(at, "expected exactly one of \"is\", \"below\" and \"atLeast\"", None);
        }
        let file = self.file;
        let questions =
            || file.criteria.iter().flatten().flat_map(|(_, c)| c.questions.iter().flatten()).map(|(_, q)| q);
        let Some(name) = id(&condition.question) else { return };
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
        let unsure = question.unsure.is_none_or(|flag| flag.0).then_some("unsure");
        let not_applicable = question.not_applicable.is_some_and(|flag| flag.0).then_some("n/a");
        let answers: Vec<_> = options.chain(unsure).chain(not_applicable).collect();
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

    /// Whether something was already said about this place or a place inside it.
    fn noted(&self, at: &Path) -> bool {
        let path = at.to_string();
        self.reader.problems.iter().any(|problem| problem.path.starts_with(&path))
    }
}

fn id(field: &Option<Id>) -> Option<&str> {
    field.as_ref().map(|id| id.0.as_str())
}
