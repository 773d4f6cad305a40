//! What is left of the advice: rules that can no longer hold go, then what has no rule left, then the names of that in
//! the rules that come after it.

use super::edit::{entry, items, keep};
use super::left::{Left, is_one_of};
use crate::assessment::file::field::{FieldKind, Record};
use crate::assessment::file::format::ADVICE_ENTRY;
use crate::input::value::Tree;

/// The names that a clause may ask for under the name of a result, as far as they are left.
type Found = Vec<(&'static str, Vec<String>)>;

/// Leaves out the rules that can no longer hold, and what has no rule left. Which lists of the advice have rules is
/// told by the format.
pub fn keep_advice(file: &mut Tree, left: &Left) {
    let mut found: Found = vec![("lift", left.questions.clone())];
    keep_list(file, "need", left, &found);
    found.push(("need", ids(file, "need")));
    let Some(advice) = entry(file, "advice") else { return };
    // In the order in which a result finds them: a rule may ask only for what is found before it.
    for (key, result) in [("verdicts", "verdict"), ("partnerTypes", "type")] {
        keep_list(advice, key, left, &found);
        found.push((result, ids(advice, key)));
    }
    for key in ADVICE_ENTRY.fields.iter().filter(|field| rule_of(&field.kind).is_some()).map(|field| field.key) {
        keep_list(advice, key, left, &found);
    }
    let of = |result: &str| found.iter().find(|(name, _)| *name == result).map_or(&[][..], |(_, names)| names);
    for item in items(advice, "plan") {
        keep(item, "improves", &|id| is_one_of(id, of("lift")));
        items(item, "rules").for_each(|rule| keep(rule, "about", &|id| is_one_of(id, of("lift"))));
    }
    let serves = |item: &Tree| {
        item.get("verdicts").is_none() || item.list("verdicts").iter().any(|id| is_one_of(id, of("verdict")))
    };
    keep(advice, "plan", &serves);
    items(advice, "plan").for_each(|item| keep(item, "verdicts", &|id| is_one_of(id, of("verdict"))));
}

/// Keeps the entries of a list with a rule that can still hold.
fn keep_list(object: &mut Tree, key: &str, left: &Left, found: &Found) {
    for item in items(object, key) {
        keep(item, "rules", &|rule| left.can_hold(rule));
        for clause in items(item, "rules").flat_map(|rule| items(rule, "when")) {
            keep_names(clause, found);
        }
        keep(item, "rules", &|rule| rule.list("when").iter().all(asks_for_something));
    }
    keep(object, key, &|item| !item.list("rules").is_empty());
}

/// Leaves in a clause the names that are still found.
fn keep_names(clause: &mut Tree, found: &Found) {
    let names = found.iter().find(|(result, _)| clause.text("result") == Some(result)).map(|(_, names)| names);
    if let Some(names) = names {
        keep(clause, "is", &|name| is_one_of(name, names));
    }
}

fn asks_for_something(clause: &Tree) -> bool {
    ["is", "below", "atLeast"].iter().any(|key| clause.get(key).is_some())
}

fn ids(object: &Tree, key: &str) -> Vec<String> {
    object.list(key).iter().filter_map(|entry| entry.text("id").map(str::to_owned)).collect()
}

/// The format of a rule of this list's items, if they have rules.
fn rule_of(list: &'static FieldKind) -> Option<&'static Record> {
    let item_of = |kind: &'static FieldKind| match kind {
        FieldKind::List(FieldKind::Object(item)) => Some(*item),
        _ => None,
    };
    item_of(&item_of(list)?.fields.iter().find(|field| field.key == "rules")?.kind)
}
