//! A file that measures as an ordinary assessment: each indicator becomes a number question of its criterion, with the same
//! value function, whose answer will be computed.
//!
//! So weights, values, gates and rules of indicators are read, checked and scored by what does that for questions, and problems
//! are brought back to the places where they come from ([`origin`]).

use crate::assessment::file::reader::Segment;
use crate::input::value::Tree;

/// The keys of a file that only measuring knows.
pub const OWN_KEYS: [&str; 8] = ["checks", "tiers", "newcomer", "grace", "step", "rewards", "messages", "economics"];

/// The keys of a number question that only measuring knows.
pub const FIGURE_KEYS: [&str; 2] = ["whole", "period"];

/// The keys by which a clause names what only measuring knows.
const SUBJECTS: [&str; 3] = ["figure", "indicator", "economics"];

/// The criterion that holds the inputs of the economics, and what rules may ask of them. No reader sees it.
pub const ECONOMICS: &str = "economics";

/// A number that no figure is above.
pub const MOST: f64 = 1e15;

/// The entries of an object; none of anything else.
fn entries(tree: &Tree) -> &[(String, Tree)] {
    if let Tree::Object(entries) = tree { entries } else { &[] }
}

/// An object with some keys left out and others put behind.
fn object(tree: &Tree, without: &[&str], more: Vec<(&str, Tree)>) -> Tree {
    let kept = entries(tree).iter().filter(|(key, _)| !without.contains(&key.as_str())).cloned();
    Tree::Object(kept.chain(more.into_iter().map(|(key, value)| (key.to_owned(), value))).collect())
}

fn text(text: &str) -> Tree {
    Tree::Text(text.to_owned())
}

/// Whether a question is a figure: a number that is worth nothing by itself.
pub fn is_figure(question: &Tree) -> bool {
    question.text("kind") == Some("number") && question.get("points").is_none() && question.get("ideal").is_none()
}

/// What has conditions that only measuring knows: its list, its place there, and the key of its conditions. Each becomes a
/// gate behind those of the file, so that its conditions are checked and converted as any others.
pub fn conditional(top: &Tree) -> Vec<(&'static str, usize, &'static str)> {
    let of = |list: &'static str, key: &'static str| {
        let having = top.items(list).filter(move |(_, item)| item.get(key).is_some());
        having.map(move |(index, _)| (list, index, key))
    };
    of("tiers", "needs").chain(of("messages", "when")).collect()
}

/// The gates that conditions become.
fn gates(file: &Tree, top: &Tree) -> Vec<Tree> {
    let band = file.list("bands").first().and_then(|band| band.get("id"));
    let mut gates = Vec::new();
    for (place, (list, index, key)) in conditional(top).into_iter().enumerate() {
        let when = top.list(list).get(index).and_then(|item| item.get(key)).map(with_subjects);
        let mut gate = vec![("id", text(&format!("condition-{place}")))];
        gate.extend(when.map(|when| ("when", when)));
        gate.extend(band.map(|band| ("cap", band.clone())));
        gate.extend(file.get("title").map(|title| ("reason", title.clone())));
        gates.push(object(&Tree::Null, &[], gate));
    }
    gates
}

/// The ordinary assessment that `file` is, with what was read of its indicators, criterion by criterion, and of what only
/// measuring knows of the whole.
pub fn lowered(file: &Tree, indicators: &[Tree], top: &Tree) -> Tree {
    let Some(Tree::List(criteria)) = file.get("criteria") else { return object(file, &OWN_KEYS, Vec::new()) };
    let mut lowered: Vec<Tree> = Vec::new();
    for (index, criterion) in criteria.iter().enumerate() {
        let own = indicators.get(index).map_or(&[][..], |read| if let Tree::List(items) = read { items } else { &[] });
        lowered.push(lowered_criterion(criterion, own));
    }
    if let Some(economics) = top.get(ECONOMICS) {
        lowered.push(hidden(file, economics));
    }
    let mut without = OWN_KEYS.to_vec();
    without.extend(["criteria", "gates"]);
    let mut gates_of_file: Vec<Tree> = file.list("gates").iter().map(with_subjects).collect();
    gates_of_file.extend(gates(file, top));
    let mut more = vec![("criteria", Tree::List(lowered))];
    match file.get("gates") {
        Some(other) if !matches!(other, Tree::List(_)) => more.push(("gates", other.clone())),
        None if gates_of_file.is_empty() => {}
        _ => more.push(("gates", Tree::List(gates_of_file))),
    }
    with_subjects(&object(file, &without, more))
}

fn lowered_criterion(criterion: &Tree, indicators: &[Tree]) -> Tree {
    let Some(Tree::List(questions)) = criterion.get("questions") else {
        let is_object = matches!(criterion, Tree::Object(_));
        return if is_object { object(criterion, &["indicators"], Vec::new()) } else { criterion.clone() };
    };
    let beside = criterion.get("indicators").is_some();
    let mut lowered: Vec<Tree> = questions.iter().map(|question| figure(question, beside)).collect();
    lowered.extend(indicators.iter().map(question_of));
    let mut whole = Vec::new();
    for (key, value) in entries(criterion).iter().filter(|(key, _)| key != "indicators") {
        whole.push((key.clone(), if key == "questions" { Tree::List(lowered.clone()) } else { value.clone() }));
    }
    Tree::Object(whole)
}

/// A question without what only measuring knows of it. A figure never counts by itself, and lies from 0 to [`MOST`] where its
/// author does not say otherwise.
fn figure(question: &Tree, beside_indicators: bool) -> Tree {
    if !is_figure(question) {
        return question.clone();
    }
    let mut without = FIGURE_KEYS.to_vec();
    let mut more = Vec::new();
    if beside_indicators {
        without.push("weight");
        more.push(("weight", Tree::Number(0.0)));
    }
    for (key, bound) in [("min", 0.0), ("max", MOST)] {
        if question.get(key).is_none() {
            more.push((key, Tree::Number(bound)));
        }
    }
    object(question, &without, more)
}

/// The number question that an indicator becomes. It can be unknown, and out of the sum.
fn question_of(indicator: &Tree) -> Tree {
    let kept = ["id", "unit", "weight", "scale", "points", "ideal"];
    let mut question: Vec<(&str, Tree)> =
        kept.into_iter().filter_map(|key| Some((key, indicator.get(key)?.clone()))).collect();
    question.extend(indicator.get("label").map(|label| ("text", label.clone())));
    question.extend(indicator.get("about").map(|about| ("hint", about.clone())));
    question.extend([("kind", text("number")), ("notApplicable", Tree::Bool(true))]);
    object(&Tree::Null, &[], question)
}

/// The criterion without weight that holds the inputs of the economics, and last the contribution of a partner customer.
fn hidden(file: &Tree, economics: &Tree) -> Tree {
    let title = || file.get("title").cloned().unwrap_or(Tree::Null);
    let mut questions = Vec::new();
    for input in economics.list("inputs") {
        // Years and discount are chosen: along them the comparison can turn, so that no range of them says anything.
        let chosen = matches!(input.text("id"), Some("years" | "discount"));
        let keys = vec![("kind", text("number")), ("unsure", Tree::Bool(!chosen))];
        questions.push(object(input, &["default", "of"], keys));
    }
    let contribution = vec![("id", text("contribution")), ("text", title()), ("kind", text("number"))];
    questions.push(object(&Tree::Null, &[], contribution));
    let keys = vec![
        ("id", text(ECONOMICS)),
        ("title", title()),
        ("weight", Tree::Number(0.0)),
        ("questions", Tree::List(questions)),
    ];
    object(&Tree::Null, &[], keys)
}

/// A tree in which every clause names what it is about as a question.
fn with_subjects(tree: &Tree) -> Tree {
    match tree {
        Tree::List(items) => Tree::List(items.iter().map(with_subjects).collect()),
        Tree::Object(entries) => {
            let subject = subject(tree);
            let mut renamed = Vec::new();
            for (key, value) in entries {
                let is_subject = Some(key.as_str()) == subject;
                renamed.push((if is_subject { "question".to_owned() } else { key.clone() }, with_subjects(value)));
            }
            Tree::Object(renamed)
        }
        other => other.clone(),
    }
}

/// The key by which a clause names what only measuring knows, if it does: a clause has no other subject and tests something.
fn subject(tree: &Tree) -> Option<&'static str> {
    let named = SUBJECTS.into_iter().find(|key| tree.text(key).is_some())?;
    let is_clause = ["is", "below", "atLeast"].iter().any(|key| tree.get(key).is_some());
    (is_clause && tree.get("question").is_none()).then_some(named)
}

/// The place in `file` that a place in what it was lowered to comes from.
pub fn origin(file: &Tree, top: &Tree, way: &mut Vec<Segment>) {
    let key = |key: &str| Segment::Key(key.to_owned());
    if let [Segment::Key(gates), Segment::Index(place), ..] = way.as_slice()
        && gates == "gates"
        && let Some(place) = place.checked_sub(file.list("gates").len())
        && let Some((list, index, conditions)) = conditional(top).get(place)
    {
        let inside = if way.get(2) == Some(&key("when")) { 3 } else { 2 };
        way.splice(0..inside, [key(list), Segment::Index(*index), key(conditions)]);
    }
    if let [Segment::Key(criteria), Segment::Index(criterion), Segment::Key(questions), Segment::Index(place), ..] =
        way.as_slice()
        && criteria == "criteria"
        && questions == "questions"
    {
        let (criterion, place) = (*criterion, *place);
        let own = file.list("criteria").get(criterion).map(|criterion| criterion.list("questions").len());
        match own {
            None => drop(way.splice(0..4, [key(ECONOMICS), key("inputs"), Segment::Index(place)])),
            Some(own) if place >= own => {
                way.splice(2..4, [key("indicators"), Segment::Index(place - own)]);
                for (mine, theirs) in [("text", "label"), ("hint", "about")] {
                    if way.get(4) == Some(&key(mine)) {
                        way.splice(4..5, [key(theirs)]);
                    }
                }
            }
            Some(_) => {}
        }
    }
    let mut at = Some(file);
    for step in way.iter_mut() {
        let renamed = at.and_then(subject).filter(|_| *step == key("question"));
        if let Some(renamed) = renamed {
            *step = key(renamed);
        }
        at = match (&*step, at) {
            (Segment::Key(key), Some(tree)) => tree.get(key),
            (Segment::Index(index), Some(Tree::List(items))) => items.get(*index),
            _ => None,
        };
    }
}
