//! Whole Reports on sheets drawn at random: every id in them exists, every text is there in both languages, and what
//! they advise is what the rules say.

use std::collections::BTreeSet;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::advice::Entry;
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::report::advice::Reason;
use partner_fit_core::report::{Report, report};

use crate::common::{built_in, languages, shipped};
use crate::{Dice, sheet, with_facts};

const REPORTS: usize = 1_000;

#[test]
fn reports_name_only_what_exists_and_say_it_in_both_languages() {
    for (name, seed) in built_in().into_iter().zip(3..) {
        let assessment = shipped(name);
        let mut dice = Dice(seed);
        for _ in 0..REPORTS {
            let answers = sheet(&assessment, &mut dice);
            for language in languages() {
                let report = report(&assessment, &answers, language);
                assert_eq!(check(&assessment, &answers, &report), Ok(()), "{name}, {language}: {answers:?}");
            }
        }
    }
}

#[test]
fn a_report_advises_what_the_rules_say() {
    for (name, seed) in built_in().into_iter().zip(5..) {
        let assessment = shipped(name);
        let mut dice = Dice(seed);
        for _ in 0..200 {
            let answers = sheet(&assessment, &mut dice);
            let report = report(&assessment, &answers, "en");
            with_facts(&assessment, &answers, |facts| {
                assert_eq!(report.verdict.unwrap().id, facts.verdict().unwrap().entry.id);
                let models = facts.fits(&assessment.advice.models);
                assert_eq!(report.model.unwrap().chosen, models.fitting[0].entry.id);
                let types = facts.fits(&assessment.advice.partner_types).fitting;
                assert!(report.partner_types.iter().map(|t| &t.id).eq(types.iter().map(|t| &t.entry.id)));
                assert!(
                    report.plan.iter().map(|item| &item.id).eq(facts
                        .plan()
                        .0
                        .iter()
                        .map(|action| &action.advised.entry.id))
                );
            });
        }
    }
}

/// What is wrong with a Report.
fn check(assessment: &Assessment, answers: &Answers, report: &Report) -> Result<(), String> {
    let advice = &assessment.advice;
    let questions: BTreeSet<&str> = assessment.questions().map(|(_, question)| question.id.as_str()).collect();
    let criteria: BTreeSet<&str> = assessment.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let known = |what: &str, id: &str, ids: &BTreeSet<&str>| {
        if ids.contains(id) { Ok(()) } else { Err(format!("{what} {id:?} does not exist")) }
    };

    let verdict = report.verdict.as_ref().ok_or("no verdict")?;
    known("verdict", &verdict.id, &ids(&advice.verdicts))?;
    said("verdict", &verdict.label)?;
    reasons("verdict", &verdict.reasons, &questions)?;

    let model = report.model.as_ref().ok_or("no model")?;
    known("model", &model.chosen, &ids(&advice.models))?;
    reasons("model", &model.reasons, &questions)?;
    let types = ids(&advice.partner_types);
    for out in &model.ruled_out {
        known("ruled out", &out.id, &types.union(&ids(&advice.models)).copied().collect())?;
        reasons("ruled out", std::slice::from_ref(&out.reason), &questions)?;
        if out.id == model.chosen || report.partner_types.iter().any(|fitting| fitting.id == out.id) {
            return Err(format!("{} fits and is ruled out", out.id));
        }
    }
    for fitting in &report.partner_types {
        known("type", &fitting.id, &types)?;
        reasons("type", std::slice::from_ref(&fitting.reason), &questions)?;
    }
    for (entries, weighed) in
        [(&advice.benefits, &report.ledger.benefits), (&advice.drawbacks, &report.ledger.drawbacks)]
    {
        if !weighed.iter().map(|weighed| &weighed.id).eq(entries.iter().map(|entry| &entry.id)) {
            return Err("a ledger with other entries than the file".to_owned());
        }
        for weighed in weighed {
            known("strength", &weighed.strength, &BTreeSet::from(["strong", "some", "little"]))?;
            reasons(&weighed.id, &weighed.reasons, &questions)?;
        }
    }
    if report.plan.is_empty() {
        return Err("no plan".to_owned());
    }
    for item in &report.plan {
        known("plan", &item.id, &ids(&advice.plan))?;
        item.why.iter().try_for_each(|id| known("why", id, &questions))?;
        item.steps.iter().chain([&item.title]).try_for_each(|text| said(&item.id, text))?;
        if item.steps.is_empty() {
            return Err(format!("{} without a step", item.id));
        }
    }
    report.strengths.iter().chain(&report.gaps).try_for_each(|id| known("criterion", id, &criteria))?;
    report.robustness.intervals.iter().try_for_each(|interval| known("interval", &interval.criterion, &criteria))?;
    report.next.iter().try_for_each(|id| known("next", id, &questions))?;
    lift(assessment, answers, report)
}

fn ids(entries: &[Entry]) -> BTreeSet<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn said(what: &str, text: &str) -> Result<(), String> {
    let whole = !text.trim().is_empty() && !text.contains(['{', '}']);
    if whole { Ok(()) } else { Err(format!("{what} says {text:?}")) }
}

fn reasons(what: &str, reasons: &[Reason], questions: &BTreeSet<&str>) -> Result<(), String> {
    if reasons.is_empty() {
        return Err(format!("{what} without a reason"));
    }
    for reason in reasons {
        said(what, &reason.text)?;
        reason.evidence.iter().try_for_each(|evidence| said(what, evidence))?;
        let named = reason.questions.iter().all(|id| questions.contains(id.as_str()));
        if !named || reason.questions.len() != reason.evidence.len() {
            return Err(format!("{what} rests on {:?} and says {:?}", reason.questions, reason.evidence));
        }
    }
    Ok(())
}

/// The changes of a lift start from what was said and lead to what can be said.
fn lift(assessment: &Assessment, answers: &Answers, report: &Report) -> Result<(), String> {
    let Some(lift) = &report.lift else { return Ok(()) };
    if !assessment.bands.iter().any(|band| band.id == lift.target) {
        return Err(format!("the band {:?} does not exist", lift.target));
    }
    for change in &lift.changes {
        let question = assessment.question(&change.question).ok_or("a change of no question")?;
        let QuestionKind::Choice(options) = &question.kind else { return Err("a number is to change".to_owned()) };
        let to = |id: &String| options.iter().any(|option| option.id == *id);
        let fits =
            matches!(&change.to, Answer::Option(id) if to(id)) && answers.get(&question.id) == Some(&change.from);
        if !fits || question.locked || change.from == change.to {
            return Err(format!("{change:?}"));
        }
    }
    Ok(())
}
