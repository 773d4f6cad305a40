//! From the advice of a file without problems to [`Advice`].

use super::{each, name, test};
use crate::assessment::advice::{Advice, Clause, Effect, Entry, Rule};
use crate::assessment::field::Items;
use crate::assessment::kinds::{Id, ResultName};
use crate::assessment::wire::{AdviceEntry, ClauseEntry, FitEntry, TermEntry, WeighedEntry};
use crate::assessment::{Band, Condition, Criterion, Term, Text};

/// What a clause may refer to.
pub struct Names<'a> {
    pub bands: &'a [Band],
    pub criteria: &'a [Criterion],
}

pub fn term(entry: &TermEntry) -> Option<Term> {
    Some(Term { id: name(&entry.id)?, term: entry.term.clone()?, meaning: entry.meaning.clone()? })
}

/// The advice that `entry` describes; nothing where there is none.
pub fn advice(entry: Option<&AdviceEntry>, names: &Names) -> Option<Advice> {
    let Some(entry) = entry else { return Some(Advice::default()) };
    Some(Advice {
        verdicts: each(entry.verdicts.as_deref().unwrap_or_default(), |verdict| {
            let rules = each(verdict.rules.as_ref()?, |r| rule(&r.when, &r.reason, Effect::Decides, names))?;
            let [about, change] = [verdict.meaning.clone()?, verdict.change.clone()?];
            Some(Entry { about, change, ..self::entry(&verdict.id, &verdict.label, rules)? })
        })?,
        models: each(entry.models.as_deref().unwrap_or_default(), |model| fit(model, names))?,
        partner_types: each(entry.partner_types.as_deref().unwrap_or_default(), |kind| fit(kind, names))?,
        benefits: each(entry.benefits.as_deref().unwrap_or_default(), |benefit| weighed(benefit, names))?,
        drawbacks: each(entry.drawbacks.as_deref().unwrap_or_default(), |drawback| weighed(drawback, names))?,
        plan: each(entry.plan.as_deref().unwrap_or_default(), |item| {
            let rules = each(item.rules.as_ref()?, |r| {
                let about = r.about.iter().flatten().map(|(_, id)| id.0.clone()).collect();
                rule(&r.when, &Some(Text::default()), Effect::Calls(about), names)
            })?;
            let steps = item.steps.as_ref()?.iter().map(|(_, step)| step.clone()).collect();
            Some(Entry { steps, ..self::entry(&item.id, &item.title, rules)? })
        })?,
    })
}

fn fit(fit: &FitEntry, names: &Names) -> Option<Entry> {
    let rules = each(fit.rules.as_ref()?, |r| {
        let points = Effect::Points(r.points.map_or(1.0, |points| points.0));
        let effect = if r.rules_out.is_some_and(|flag| flag.0) { Effect::RulesOut } else { points };
        rule(&r.when, &r.reason, effect, names)
    })?;
    Some(Entry { about: fit.about.clone()?, ..entry(&fit.id, &fit.label, rules)? })
}

fn weighed(weighed: &WeighedEntry, names: &Names) -> Option<Entry> {
    let rules = each(weighed.rules.as_ref()?, |r| rule(&r.when, &r.reason, Effect::Weighs(r.strength?), names))?;
    entry(&weighed.id, &weighed.label, rules)
}

fn entry(id: &Option<Id>, label: &Option<Text>, rules: Vec<Rule>) -> Option<Entry> {
    let [about, change] = [Text::default(), Text::default()];
    Some(Entry { id: name(id)?, label: label.clone()?, about, change, rules, steps: Vec::new() })
}

fn rule(when: &Option<Items<ClauseEntry>>, reason: &Option<Text>, effect: Effect, names: &Names) -> Option<Rule> {
    let when = each(when.as_deref().unwrap_or_default(), |entry| clause(entry, names))?;
    Some(Rule { when, reason: reason.clone()?, effect })
}

fn clause(entry: &ClauseEntry, names: &Names) -> Option<Clause> {
    let test = test(entry.is.as_ref(), entry.below, entry.at_least)?;
    match (&entry.question, &entry.criterion, entry.result) {
        (Some(question), None, None) => Some(Clause::Answer(Condition { question: question.0.clone(), test })),
        (None, Some(id), None) => {
            Some(Clause::Criterion(names.criteria.iter().position(|criterion| criterion.id == id.0)?, test))
        }
        (None, None, Some(ResultName::Coverage)) => Some(Clause::Coverage(test)),
        (None, None, Some(ResultName::Band)) => {
            let place = |id: &str| names.bands.iter().position(|band| band.id == id);
            let places = entry.is.as_ref()?.iter().map(|(_, id)| place(&id.0));
            places.collect::<Option<_>>().map(Clause::Band)
        }
        _ => None,
    }
}
