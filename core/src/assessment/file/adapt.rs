//! An assessment adapted to one page: other weights, some questions left out. It changes no text and adds nothing.
//! Whether a file is good is for the rules of this folder to say, and a good file stays good.
//!
//! A criterion without a question goes too, with everything that rests on what is gone: gates, floors, rules of the
//! advice, words of the profile. A condition on what is not asked, or does not count, never holds.

mod advice;
mod changes;
mod edit;
mod left;

use super::profile::MAX_PROFILE;
use super::reader::MAX_ITEMS;
use super::rules::MAX_QUESTIONS;
use crate::input::problem::{Path, Problem};
use crate::input::value::{MAX_BYTES, MAX_DEPTH, Tree};
use changes::{Changes, question_ids, unexpected};
use edit::{entry, items, keep, put, remove};
use left::{Left, counts};

/// A new assessment file with the `weights` of some criteria, by their ids, and `without` some questions, a list of
/// ids: the two keys of `wishes`. It says of itself that it is adapted, and so does every result.
///
/// # Errors
/// The problems of the wishes: an unknown id, a weight that cannot count, or nothing that counts would be left.
pub fn adapt(file: &Tree, wishes: &Tree) -> Result<Tree, Vec<Problem>> {
    if !matches!(file.get("criteria"), Some(Tree::List(_))) {
        return Err(vec![unexpected(&Path::Root.key("criteria"), "a list", file.get("criteria"))]);
    }
    if [Tree::TooLarge, Tree::TooDeep].iter().any(|mark| file.contains_mark(mark)) {
        let expected = format!("a file of at most {} KB and {MAX_DEPTH} levels", MAX_BYTES / 1024);
        return Err(vec![Problem {
            message: format!("expected {expected}, got more"),
            path: String::new(),
            hint: None,
        }]);
    }
    let (criteria, questions) = (file.list("criteria").len(), question_ids(file).len());
    if criteria > MAX_ITEMS || questions > MAX_QUESTIONS {
        let expected = format!("at most {MAX_QUESTIONS} questions");
        let got = Tree::Text(format!("{questions} in {criteria} criteria"));
        return Err(vec![unexpected(&Path::Root.key("criteria"), &expected, Some(&got))]);
    }
    let changes = Changes::read(wishes, file)?;
    let asked = file.list("criteria").iter().map(|criterion| criterion.list("questions").len()).sum();
    let mut adapted = file.clone();
    let mut problems = Vec::new();
    for criterion in items(&mut adapted, "criteria") {
        keep(criterion, "questions", &|question| !changes.leaves_out(question));
    }
    keep(&mut adapted, "criteria", &|criterion| !criterion.list("questions").is_empty());
    for criterion in items(&mut adapted, "criteria") {
        problems.extend(weigh(criterion, changes.weight(criterion)));
    }
    if problems.is_empty() && !adapted.list("criteria").iter().any(counts) {
        let path = if changes.has_weights() { "weights" } else { "without" };
        let message = "expected something that counts to be left, got nothing".to_owned();
        problems.push(Problem { path: path.to_owned(), message, hint: None });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let left = Left::of(&adapted);
    shorten_minutes(&mut adapted, left.questions.len(), asked);
    for criterion in items(&mut adapted, "criteria") {
        if let Some(floor) = entry(criterion, "floor") {
            keep(floor, "unless", &|condition| left.is_known(condition));
        }
    }
    keep(&mut adapted, "gates", &|gate| left.can_hold(gate));
    keep(&mut adapted, "clashes", &|clash| left.can_hold(clash));
    advice::keep_advice(&mut adapted, &left);
    forget_unused_words(&mut adapted);
    // Wishes that come to what the author wrote change nothing.
    if adapted != *file {
        remove(&mut adapted, "adapted");
        put(&mut adapted, "adapted", Tree::Bool(true));
    }
    Ok(adapted)
}

/// Gives a criterion its weight. A criterion whose questions all count for nothing counts for nothing itself.
fn weigh(criterion: &mut Tree, wanted: Option<f64>) -> Option<Problem> {
    let questions = criterion.list("questions");
    let counting = || questions.iter().filter(|question| question.number("weight") != Some(0.0));
    let has_value = |question: &Tree| {
        let of_number = question.get("points").or(question.get("ideal")).is_some();
        of_number || question.list("options").iter().all(|option| option.get("value").is_some())
    };
    let problem = match wanted.filter(|&weight| weight > 0.0) {
        Some(_) if !counting().all(has_value) => Some("0, as its answers have no values"),
        Some(_) if counting().next().is_none() => Some("0, as no question left in it counts"),
        _ => None,
    };
    let weight = if counting().next().is_none() { Some(0.0) } else { wanted };
    let problem = problem.map(|expected| {
        let (root, id) = (Path::Root, criterion.text("id").unwrap_or_default());
        unexpected(&root.key("weights").key(id), expected, wanted.map(Tree::Number).as_ref())
    });
    if let Some(weight) = weight {
        match entry(criterion, "weight") {
            Some(old) => *old = Tree::Number(weight),
            None => put(criterion, "weight", Tree::Number(weight)),
        }
    }
    if !counts(criterion) {
        remove(criterion, "floor");
    }
    problem
}

/// Fewer questions take less time.
fn shorten_minutes(file: &mut Tree, left: usize, asked: usize) {
    if let Some(Tree::Number(minutes)) = entry(file, "minutes") {
        // At most 100 questions, so exact.
        #[allow(clippy::cast_precision_loss)]
        let share = (*minutes * left as f64) / asked as f64;
        *minutes = share.ceil().max(1.0);
    }
}

/// Leaves out the words of the profile that no text uses any more.
fn forget_unused_words(file: &mut Tree) {
    let (Tree::Object(entries), Some(Tree::Object(words))) = (&*file, file.get("profile")) else { return };
    if words.len() > MAX_PROFILE {
        return; // a file with problems
    }
    let is_used = |name: &str| {
        let placeholder = format!("{{{name}}}");
        entries.iter().any(|(key, value)| key != "profile" && names(value, &placeholder))
    };
    let used: Vec<(String, Tree)> = words.iter().filter(|(name, _)| is_used(name)).cloned().collect();
    if used.is_empty() {
        remove(file, "profile");
    } else if let Some(profile) = entry(file, "profile") {
        *profile = Tree::Object(used);
    }
}

/// Whether a text somewhere in this has the placeholder.
fn names(tree: &Tree, placeholder: &str) -> bool {
    match tree {
        Tree::Text(text) => text.contains(placeholder),
        Tree::List(items) => items.iter().any(|item| names(item, placeholder)),
        Tree::Object(entries) => entries.iter().any(|(_, value)| names(value, placeholder)),
        _ => false,
    }
}
