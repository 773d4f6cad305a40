//! The file of an ideal profile: `{ "assessment": "partner", "ideals": { "vendor": { "<question>": { "want": ["<option>"],
//! "importance": 3, "must": true } } } }`; a number is wished for by `from` and `to`.
//!
//! Read against the assessment that it is about, so that nothing foreign gets in; all problems are told together.

use super::wish::{Ideal, Side, Wanted, Wish};
use crate::assessment::{Assessment, Question, QuestionKind};
use crate::input::hints::nearest;
use crate::input::map::Map;
use crate::input::problem::{Path, Problem};
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// The most important: 3.
const MAX_IMPORTANCE: f64 = 3.0;

struct Reader(Vec<Problem>);

impl Reader {
    fn problem(&mut self, at: &Path, message: impl Into<String>, hint: Option<String>) {
        self.0.push(Problem { path: at.to_string(), message: message.into(), hint });
    }

    /// The entries of an object, each of whose keys is one of `known`; none of anything else.
    fn object<'t>(&mut self, tree: &'t Tree, at: &Path, what: &str, known: &[&str]) -> &'t [(String, Tree)] {
        let Tree::Object(entries) = tree else {
            self.problem(at, format!("expected {what}, got {tree}"), None);
            return &[];
        };
        for (key, _) in entries.iter().filter(|(key, _)| !known.is_empty() && !known.contains(&key.as_str())) {
            let message = format!("expected one of {}, got an unknown key", listed(known.iter().copied()));
            self.problem(&at.key(key), message, nearest(key, known.iter().copied()));
        }
        entries
    }
}

impl Ideal {
    /// Reads the file of an ideal profile over answers to `assessment`.
    ///
    /// # Errors
    /// Every problem: an unknown key, question or option, bounds that are no numbers, an importance other than 0 to 3,
    /// or nothing wished for.
    pub fn read(file: &Tree, assessment: &Assessment) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader(Vec::new());
        let root = Path::Root;
        reader.object(file, &root, "an object with ideals", &["$schema", "assessment", "ideals"]);
        match file.get("assessment") {
            None | Some(Tree::Null) => {}
            Some(Tree::Text(id)) if *id == assessment.id => {}
            Some(other) => {
                let message = format!("expected {}, got {other}", quoted(&assessment.id));
                reader.problem(&root.key("assessment"), message, None);
            }
        }
        let at = root.key("ideals");
        let ideals = file.get("ideals").unwrap_or(&Tree::Null);
        let sides = reader.object(ideals, &at, "an object with the wishes of one side", &["vendor", "partner"]);
        let known: Vec<(Side, &Tree)> = [Side::Vendor, Side::Partner]
            .into_iter()
            .filter_map(|side| Some((side, ideals.get(side.id()).filter(|wishes| **wishes != Tree::Null)?)))
            .collect();
        let mut ideal = Self { side: Side::Vendor, wishes: Map::default() };
        match known.as_slice() {
            [(side, wishes)] => {
                ideal.side = *side;
                ideal.wishes = self::wishes(wishes, &at.key(side.id()), assessment, &mut reader);
                if reader.0.is_empty() && ideal.wishes.iter().all(|(_, wish)| wish.importance <= 0.0) {
                    let message = "expected a wish with an importance above 0, got none";
                    reader.problem(&at.key(side.id()), message, None);
                }
            }
            _ if sides.is_empty() && !reader.0.is_empty() => {}
            several => {
                let message = format!("expected the wishes of one side (vendor or partner), got {}", several.len());
                reader.problem(&at, message, None);
            }
        }
        if reader.0.is_empty() { Ok(ideal) } else { Err(reader.0) }
    }
}

fn wishes(tree: &Tree, at: &Path, assessment: &Assessment, reader: &mut Reader) -> Map<Wish> {
    let mut wishes = Map::default();
    for (id, wish) in reader.object(tree, at, "an object of wishes by question id", &[]) {
        let at = at.key(id);
        let Some(question) = assessment.question(id) else {
            let known = assessment.questions().map(|(_, question)| question.id.as_str());
            reader.problem(&at, "expected the id of a question, got an unknown one", nearest(id, known));
            continue;
        };
        if let Some(wish) = self::wish(wish, &at, question, reader) {
            wishes.insert(id, wish);
        }
    }
    wishes
}

fn wish(tree: &Tree, at: &Path, question: &Question, reader: &mut Reader) -> Option<Wish> {
    let known: &[&str] = match question.kind {
        QuestionKind::Choice(_) => &["want", "importance", "must"],
        QuestionKind::Number(_) => &["from", "to", "importance", "must"],
    };
    let entries = reader.object(tree, at, "an object with a wish", known);
    if entries.is_empty() && !matches!(tree, Tree::Object(_)) {
        return None;
    }
    let wanted = match &question.kind {
        QuestionKind::Choice(options) => {
            let names: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
            options_wanted(tree.get("want").unwrap_or(&Tree::Null), &at.key("want"), &names, reader)
        }
        QuestionKind::Number(_) => numbers_wanted(tree, at, reader),
    };
    let importance = match tree.get("importance") {
        Some(Tree::Number(number)) if (0.0..=MAX_IMPORTANCE).contains(number) && number.fract() == 0.0 => Some(*number),
        other => {
            let got = other.unwrap_or(&Tree::Null);
            reader.problem(&at.key("importance"), format!("expected 0, 1, 2 or 3, got {got}"), None);
            None
        }
    };
    let must = match tree.get("must") {
        None | Some(Tree::Null) => false,
        Some(Tree::Bool(must)) => *must,
        Some(other) => {
            reader.problem(&at.key("must"), format!("expected true or false, got {other}"), None);
            return None;
        }
    };
    Some(Wish { wanted: wanted?, importance: importance?, must })
}

fn options_wanted(tree: &Tree, at: &Path, names: &[&str], reader: &mut Reader) -> Option<Wanted> {
    let Tree::List(items) = tree else {
        reader.problem(at, format!("expected a list of options, got {tree}"), None);
        return None;
    };
    let mut places = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let name = if let Tree::Text(name) = item { name.as_str() } else { "" };
        match names.iter().position(|known| *known == name) {
            Some(place) => places.push(place),
            None => {
                let message = format!("expected one of {}, got {item}", listed(names.iter().copied()));
                reader.problem(&at.index(index), message, nearest(name, names.iter().copied()));
            }
        }
    }
    if items.is_empty() {
        reader.problem(at, "expected at least one option, got an empty list", None);
    }
    (!places.is_empty()).then_some(Wanted::Options(places))
}

fn numbers_wanted(tree: &Tree, at: &Path, reader: &mut Reader) -> Option<Wanted> {
    let before = reader.0.len();
    let mut bound = |key: &str| match tree.get(key) {
        None | Some(Tree::Null) => None,
        Some(Tree::Number(number)) if number.is_finite() => Some(*number),
        Some(other) => {
            reader.problem(&at.key(key), format!("expected a number, got {other}"), None);
            None
        }
    };
    let (from, to) = (bound("from"), bound("to"));
    if reader.0.len() > before {
        return None;
    }
    match (from, to) {
        (None, None) => reader.problem(at, "expected from, to or both, got neither", None),
        (Some(from), Some(to)) if from > to => reader.problem(at, "expected from to be at most to, got more", None),
        _ => return Some(Wanted::Numbers(from, to)),
    }
    None
}
