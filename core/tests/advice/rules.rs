//! The rules of the shipped assessments over 20,000 sheets each: nobody is left without advice, every rule says
//! something to somebody, and what is said rests on answers.

use std::collections::BTreeSet;

use partner_fit_core::advice::{Advised, Because, Facts, Fits};
use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::advice::{Clause, Effect, Entry, Rule};
use partner_fit_core::assessment::{Assessment, Condition, QuestionKind, Test};

use crate::common::shipped;
use crate::{Dice, sheet, with_facts};

const SHEETS: usize = 20_000;

#[test]
fn twenty_thousand_partners_are_advised() {
    advised("partner", 1);
}

#[test]
fn twenty_thousand_companies_are_advised() {
    advised("company", 2);
}

fn advised(name: &str, seed: u64) {
    let assessment = shipped(name);
    let mut said = BTreeSet::new();
    let mut dice = Dice(seed);
    for _ in 0..SHEETS {
        let answers = sheet(&assessment, &mut dice);
        let complaint = with_facts(&assessment, &answers, |facts| check(facts, &mut said).err());
        assert_eq!(complaint, None, "{name}: {answers:?}");
    }
    let silent: Vec<String> =
        rules(&assessment).filter(|(_, rule)| !said.contains(&key(rule))).map(|(n, _)| n).collect();
    assert_eq!(silent, Vec::<String>::new(), "{name}: rules that never say anything");
}

/// What is wrong with the advice; notes which rules spoke.
fn check(facts: &Facts, said: &mut BTreeSet<usize>) -> Result<(), String> {
    let advice = &facts.assessment.advice;
    let verdict = facts.verdict().ok_or("no verdict")?;
    grounded(&verdict, facts, said)?;
    for (what, entries) in [("model", &advice.models), ("type of partner", &advice.partner_types)] {
        let Fits { fitting, ruled_out } = facts.fits(entries);
        // Who has nothing to give may be left without a type.
        let nothing_to_give = facts.answers.get("partner-margin").and_then(Answer::name) == Some("none");
        if fitting.is_empty() && !nothing_to_give {
            return Err(format!("no {what}"));
        }
        fitting.iter().chain(&ruled_out).try_for_each(|advised| grounded(advised, facts, said))?;
        for fit in &fitting {
            // A rule of "as soon as" speaks where its answers are given.
            let given = |clause: &Clause| match clause {
                Clause::Answer(condition) => fit.once.iter().any(|question| question.id == condition.question),
                _ => true,
            };
            let once = fit.entry.rules.iter().filter(|rule| rule.effect == Effect::Once && !fit.once.is_empty());
            said.extend(once.filter(|rule| rule.when.iter().all(given)).map(key));
        }
        if let Some(both) = fitting.iter().find(|fit| ruled_out.iter().any(|out| out.entry.id == fit.entry.id)) {
            return Err(format!("{} fits and is ruled out", both.entry.id));
        }
    }
    for entries in [&advice.benefits, &advice.drawbacks] {
        let weighed = facts.weighed(entries);
        if weighed.len() != entries.len() {
            return Err("a benefit or a drawback without weight".to_owned());
        }
        weighed.iter().try_for_each(|(_, advised)| grounded(advised, facts, said))?;
    }
    let (plan, _) = facts.plan();
    if plan.is_empty() {
        return Err("no plan".to_owned());
    }
    for action in &plan {
        let item = &action.advised;
        grounded(item, facts, said)?;
        let bare = |because: &Because| because.rule.when.is_empty() && !because.questions.is_empty();
        if item.because.iter().any(bare) {
            return Err(format!("{} names answers under a rule that asks for none", item.entry.id));
        }
        if !(1..=5).contains(&item.entry.steps.len()) {
            return Err(format!("{} has {} steps", item.entry.id, item.entry.steps.len()));
        }
    }
    if let Some(need) = facts.need() {
        grounded(&need, facts, said)?;
    }
    Ok(())
}

/// Whether something advised has reasons, and every reason the answers that its conditions ask for.
fn grounded(advised: &Advised, facts: &Facts, said: &mut BTreeSet<usize>) -> Result<(), String> {
    if advised.because.is_empty() {
        return Err(format!("{} without a reason", advised.entry.id));
    }
    for Because { rule, questions } in &advised.because {
        said.insert(key(rule));
        let names = |id: &str| questions.iter().any(|question| question.id == id);
        let mut reads: BTreeSet<&str> = BTreeSet::new();
        for clause in &rule.when {
            let rests = match clause {
                Clause::Answer(condition) if admits_most(facts, condition) => true,
                Clause::Answer(condition) => {
                    reads.insert(&condition.question);
                    names(&condition.question)
                }
                Clause::Criterion(place, _) => {
                    let criterion = &facts.assessment.criteria[*place];
                    reads.extend(criterion.questions.iter().map(|question| question.id.as_str()));
                    criterion.questions.iter().any(|question| names(&question.id))
                }
                Clause::Coverage(Test::Below(_)) => {
                    questions.iter().any(|question| unknown(facts.answers, &question.id))
                }
                _ => true,
            };
            if !rests {
                return Err(format!("{}: {clause:?} names no answer", advised.entry.id));
            }
        }
        if let Effect::Calls(call) = &rule.effect {
            reads.extend(call.about.iter().map(String::as_str));
        }
        let of_result = rule.when.iter().any(|clause| matches!(clause, Clause::Band(_) | Clause::Coverage(_)));
        let unread = questions.iter().filter(|question| !reads.contains(question.id.as_str())).count();
        if unread > if of_result { 3 } else { 0 } || rule.when.is_empty() && unread > 0 {
            return Err(format!("{}: answers that its rule does not read", advised.entry.id));
        }
    }
    // What is to be found out is not known yet.
    match advised.because.iter().flat_map(|because| &because.questions).find(|q| !unknown(facts.answers, &q.id)) {
        Some(known) if advised.entry.id == "find-out" && !clashes(facts, &known.id) => {
            Err(format!("{} is to be found out, and known", known.id))
        }
        _ => Ok(()),
    }
}

/// Whether a condition holds of most kinds of firm, and of one whose kind nobody knows: then the kind tells nothing.
fn admits_most(facts: &Facts, condition: &Condition) -> bool {
    let is_kind = ["firm-kind", "what-sold"].contains(&condition.question.as_str());
    let Test::Is(names) = &condition.test else { return false };
    let question = facts.assessment.question(&condition.question).unwrap();
    let QuestionKind::Choice(options) = &question.kind else { return false };
    let kinds = names.iter().filter(|name| *name != "unsure").count();
    is_kind && kinds < names.len() && kinds > options.len() / 2
}

/// Whether an answer is one of those that exclude each other.
fn clashes(facts: &Facts, question: &str) -> bool {
    let clashes = facts.assessment.advice.clashes.iter();
    clashes.flat_map(|clash| &clash.when).any(|condition| condition.question == question)
}

fn unknown(answers: &Answers, id: &str) -> bool {
    matches!(answers.get(id), None | Some(Answer::Unsure))
}

/// A rule by where it is kept, which is its own place.
fn key(rule: &Rule) -> usize {
    std::ptr::from_ref(rule).addr()
}

/// Every rule with a name for it.
fn rules(assessment: &Assessment) -> impl Iterator<Item = (String, &Rule)> {
    let advice = &assessment.advice;
    let lists: [&[Entry]; 7] = [
        &advice.need,
        &advice.verdicts,
        &advice.models,
        &advice.partner_types,
        &advice.benefits,
        &advice.drawbacks,
        &advice.plan,
    ];
    let named = |entry: &'_ Entry, place: usize| format!("{} {place}", entry.id);
    lists
        .into_iter()
        .flatten()
        .flat_map(move |entry| entry.rules.iter().enumerate().map(move |(place, rule)| (named(entry, place), rule)))
}
