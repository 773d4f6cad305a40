//! From the advice of a file without problems to [`Advice`].

use super::fields::{condition, each, name, names, test, text};
use crate::assessment::advice::{Advice, Call, Clash, Clause, Effect, Entry, Rule, Saying};
use crate::assessment::text::Text;
use crate::assessment::{Band, Criterion};
use crate::input::value::Tree;

/// What a clause may refer to.
pub struct Places<'a> {
    pub bands: &'a [Band],
    pub criteria: &'a [Criterion],
}

/// The advice that `file` describes; nothing where there is none.
pub fn advice(file: &Tree, places: &Places) -> Option<Advice> {
    let nothing = Tree::Null;
    let advice = file.get("advice").unwrap_or(&nothing);
    let list = |key: &str| each(advice, key, |tree| entry(tree, key, places));
    Some(Advice {
        clashes: each(file, "clashes", clash)?,
        need: each(file, "need", |tree| entry(tree, "need", places))?,
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
        later: tree.flag("later", false),
        rules: each(tree, "rules", |tree| rule(tree, list, places))?,
        steps: tree.list("steps").iter().map(Text::of).collect(),
        improves: names(tree, "improves"),
        verdicts: names(tree, "verdicts"),
    })
}

fn clash(tree: &Tree) -> Option<Clash> {
    Some(Clash { when: each(tree, "when", condition)?, text: text(tree, "text") })
}

fn rule(tree: &Tree, list: &str, places: &Places) -> Option<Rule> {
    let effect = match list {
        "verdicts" | "need" => Effect::Decides,
        "plan" => Effect::Calls(Call {
            about: names(tree, "about"),
            first: tree.flag("first", false),
            keeps: tree.flag("keeps", false),
        }),
        "benefits" | "drawbacks" => Effect::Weighs(name(tree, "strength")?),
        _ if tree.flag("rulesOut", false) => Effect::RulesOut,
        _ if tree.flag("once", false) => Effect::Once,
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
    let is = names(tree, "is");
    let saying = match tree.text("result") {
        Some("coverage") => return test(tree).map(Clause::Coverage),
        Some("openGates") => return test(tree).map(Clause::OpenGates),
        Some("need") => Some(Saying::Need),
        Some("verdict") => Some(Saying::Verdict),
        Some("type") => Some(Saying::PartnerType),
        Some("lift") => Some(Saying::Lift),
        _ => None,
    };
    if let Some(saying) = saying {
        return Some(Clause::Said(saying, is));
    }
    let named = |band: &Band| is.contains(&band.id);
    Some(Clause::Band(
        places.bands.iter().enumerate().filter(|(_, band)| named(band)).map(|(place, _)| place).collect(),
    ))
}
