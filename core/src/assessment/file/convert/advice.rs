//! From the advice of a file without problems to [`Advice`].

use super::fields::{condition, each, name, names, test, text};
use crate::assessment::advice::{Advice, Clause, Effect, Entry, Rule};
use crate::assessment::text::Text;
use crate::assessment::{Band, Criterion};
use crate::input::value::Tree;

/// What a clause may refer to.
pub struct Places<'a> {
    pub bands: &'a [Band],
    pub criteria: &'a [Criterion],
}

/// The advice that `advice` describes; nothing where there is none.
pub fn advice(advice: Option<&Tree>, places: &Places) -> Option<Advice> {
    let Some(advice) = advice else { return Some(Advice::default()) };
    let list = |key: &str| each(advice, key, |tree| entry(tree, key, places));
    Some(Advice {
        verdicts: list("verdicts")?,
        models: list("models")?,
        partner_types: list("partnerTypes")?,
        benefits: list("benefits")?,
        drawbacks: list("drawbacks")?,
        plan: list("plan")?,
    })
}

/// An entry of the list called `list`. A key that such an entry does not have gives an empty text or list.
fn entry(tree: &Tree, list: &str, places: &Places) -> Option<Entry> {
    let [label, about] = match list {
        "verdicts" => ["label", "meaning"],
        "plan" => ["title", ""],
        _ => ["label", "about"],
    };
    Some(Entry {
        id: name(tree, "id")?,
        label: text(tree, label),
        about: text(tree, about),
        change: text(tree, "change"),
        rules: each(tree, "rules", |tree| rule(tree, list, places))?,
        steps: tree.list("steps").iter().map(|step| Text::new(Some(step))).collect(),
    })
}

fn rule(tree: &Tree, list: &str, places: &Places) -> Option<Rule> {
    let effect = match list {
        "verdicts" => Effect::Decides,
        "plan" => Effect::Calls(names(tree, "about")),
        "benefits" | "drawbacks" => Effect::Weighs(name(tree, "strength")?),
        _ if tree.flag("rulesOut", false) => Effect::RulesOut,
        _ => Effect::Points(tree.number("points").unwrap_or(1.0)),
    };
    Some(Rule { when: each(tree, "when", |tree| clause(tree, places))?, reason: text(tree, "reason"), effect })
}

fn clause(tree: &Tree, places: &Places) -> Option<Clause> {
    if tree.get("question").is_some() {
        return condition(tree).map(Clause::Answer);
    }
    if let Some(id) = tree.text("criterion") {
        let place = places.criteria.iter().position(|criterion| criterion.id == id)?;
        return Some(Clause::Criterion(place, test(tree)?));
    }
    if tree.text("result") == Some("coverage") {
        return test(tree).map(Clause::Coverage);
    }
    let is = names(tree, "is");
    let named = |band: &Band| is.contains(&band.id);
    Some(Clause::Band(
        places.bands.iter().enumerate().filter(|(_, band)| named(band)).map(|(place, _)| place).collect(),
    ))
}
