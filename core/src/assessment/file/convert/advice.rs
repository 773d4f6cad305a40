//! From the advice of a file without problems to [`Advice`].

use super::fields::Item;
use crate::assessment::advice::{Advice, Call, Clash, Clause, Effect, Entry, Rule, Saying};
use crate::assessment::{Band, Criterion};

/// What a clause may refer to.
pub struct Places<'a> {
    pub bands: &'a [Band],
    pub criteria: &'a [Criterion],
}

/// The advice that `file` describes; nothing where there is none.
pub fn advice(file: Item, places: &Places) -> Advice {
    let list = |of: Item, key: &str| of.each(key, |item| entry(item, key, places));
    let advice = |key: &str| file.get("advice").map(|advice| list(advice, key)).unwrap_or_default();
    Advice {
        clashes: file.each("clashes", clash),
        need: list(file, "need"),
        verdicts: advice("verdicts"),
        models: advice("models"),
        partner_types: advice("partnerTypes"),
        benefits: advice("benefits"),
        drawbacks: advice("drawbacks"),
        plan: advice("plan"),
    }
}

/// An entry of the list called `list`. A key that such an entry does not have gives an empty text or list.
#[inline(never)]
fn entry(item: Item, list: &str, places: &Places) -> Entry {
    let [label, about] = match list {
        "verdicts" => ["label", "meaning"],
        "plan" => ["title", ""],
        _ => ["label", "about"],
    };
    Entry {
        id: item.name("id"),
        label: item.text(label),
        about: item.text(about),
        change: item.text("change"),
        later: item.flag("later", false),
        rules: item.each("rules", |item| rule(item, list, places)),
        steps: item.each("steps", |step| step.as_text()),
        improves: item.names("improves"),
        verdicts: item.names("verdicts"),
    }
}

fn clash(item: Item) -> Clash {
    Clash { when: item.each("when", |condition| condition.condition()), text: item.text("text") }
}

fn rule(item: Item, list: &str, places: &Places) -> Rule {
    let effect = match list {
        "verdicts" | "need" => Effect::Decides,
        "plan" => Effect::Calls(Call {
            about: item.names("about"),
            first: item.flag("first", false),
            keeps: item.flag("keeps", false),
        }),
        "benefits" | "drawbacks" => Effect::Weighs(item.name("strength")),
        _ if item.flag("rulesOut", false) => Effect::RulesOut,
        _ if item.flag("once", false) => Effect::Once,
        _ => Effect::Points(item.optional_number("points").unwrap_or(1.0)),
    };
    Rule { when: item.each("when", |item| clause(item, places)), reason: item.text("reason"), effect }
}

fn clause(item: Item, places: &Places) -> Clause {
    if item.found("question").is_some() {
        return Clause::Answer(item.condition());
    }
    if let Some(id) = item.found("criterion") {
        let place = places.criteria.iter().position(|criterion| criterion.id == id);
        return Clause::Criterion(item.needed(place), item.test());
    }
    let is = item.names("is");
    let saying = match item.found("result") {
        Some("coverage") => return Clause::Coverage(item.test()),
        Some("openGates") => return Clause::OpenGates(item.test()),
        Some("need") => Saying::Need,
        Some("verdict") => Saying::Verdict,
        Some("type") => Saying::PartnerType,
        Some("lift") => Saying::Lift,
        _ => {
            let mut bands = Vec::new();
            for (place, band) in places.bands.iter().enumerate() {
                if is.contains(&band.id) {
                    bands.push(place);
                }
            }
            return Clause::Band(bands);
        }
    };
    Clause::Said(saying, is)
}
