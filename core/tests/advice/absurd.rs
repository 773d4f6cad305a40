//! Thousands of sheets drawn at random, held against what must never stand on one page: A1 to A15 are the
//! contradictions that an expert's reading of 800,000 sheets once found.
//!
//! Half of the sheets are uniform; in the others a firm has one maturity, and its answers lie near it. 40 % have
//! unknown answers, up to half of them. `PARTNER_FIT_SHEETS` says how many sheets of each kind are drawn for each
//! assessment: 2,500 in the everyday test, 100,000 in a long one.

use std::collections::{BTreeMap, BTreeSet};

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::report::{Report, report};

use crate::Dice;
use crate::common::{built_in, shipped};

/// How many sheets of each kind are drawn.
pub fn sheets() -> usize {
    std::env::var("PARTNER_FIT_SHEETS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_500)
}

/// A sheet; near one maturity where it is `correlated`.
pub fn drawn(assessment: &Assessment, dice: &mut Dice, correlated: bool) -> Answers {
    let maturity = dice.share();
    let unknown = if dice.share() < 0.4 { 0.5 * dice.share() } else { 0.0 };
    let mut answers = Answers::default();
    for (_, question) in assessment.questions() {
        let answer = if question.unsure && dice.share() < unknown {
            Answer::Unsure
        } else if question.not_applicable && dice.share() < 0.08 {
            Answer::NotApplicable
        } else {
            match &question.kind {
                QuestionKind::Choice(options) => {
                    let near = |dice: &mut Dice| {
                        let wish = maturity + 0.5 * (dice.share() - 0.5);
                        let away = |place: &usize| options[*place].value.map_or(0.0, |value| (value - wish).abs());
                        (0..options.len()).min_by(|a, b| away(a).total_cmp(&away(b))).unwrap()
                    };
                    let scored = options.iter().all(|option| option.value.is_some());
                    let place = if correlated && scored { near(dice) } else { dice.below(options.len()) };
                    Answer::Option(options[place].id.clone())
                }
                QuestionKind::Number(_) if dice.share() < 0.2 => {
                    Answer::Number([1.0, 5.0, 10.0, 50.0, 500.0][dice.below(5)])
                }
                QuestionKind::Number(_) => Answer::Number(10_f64.powf(-1.3 + 4.6 * dice.share())),
            }
        };
        answers.set(&question.id, answer);
    }
    answers
}

/// Runs `look` over all sheets of an assessment.
pub fn over_sheets(name: &str, seed: u64, count: usize, mut look: impl FnMut(&Assessment, &Answers)) {
    let assessment = shipped(name);
    for correlated in [false, true] {
        let mut dice = Dice(seed + u64::from(correlated));
        for _ in 0..count {
            look(&assessment, &drawn(&assessment, &mut dice, correlated));
        }
    }
}

/// Items that are steps towards a partner.
const TOWARDS: [&str; 7] =
    ["partner-needs", "choose-model", "attract", "support", "open-line", "divide-customers", "rewards"];

/// Items that speak of partners one does not have.
const OF_PARTNERS: [&str; 5] = ["name-lead", "plan-time", "more-hours", "platform", "guide-outside"];

#[test]
fn nothing_absurd_stands_on_one_page() {
    let mut told = BTreeSet::new();
    let mut absurd: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (name, seed) in built_in().into_iter().zip([11, 21]) {
        over_sheets(name, seed, sheets(), |assessment, answers| {
            let report = report(assessment, answers, "en");
            for complaint in complaints(assessment, answers, &report) {
                let (count, example) = absurd.entry(format!("{name}: {complaint}")).or_default();
                *count += 1;
                *example = format!("{answers:?}");
            }
            note(name, &report, &mut told);
        });
    }
    assert!(absurd.is_empty(), "{absurd:#?}");
    let mut silent = Vec::new();
    for name in built_in() {
        let assessment = shipped(name);
        let advice = &assessment.advice;
        let mut demand = |what: &str, id: &str| {
            if !told.contains(&format!("{name} {what} {id}")) {
                silent.push(format!("{name} {what} {id}"));
            }
        };
        advice.verdicts.iter().for_each(|entry| demand("verdict", &entry.id));
        advice.need.iter().for_each(|entry| demand("need", &entry.id));
        advice.models.iter().for_each(|entry| demand("model", &entry.id));
        advice.partner_types.iter().for_each(|entry| demand("type", &entry.id));
        advice.plan.iter().for_each(|entry| demand("plan", &entry.id));
        advice.clashes.iter().for_each(|clash| demand("clash", clash.text.get("en")));
        assessment.gates.iter().for_each(|gate| demand("gate", &gate.id));
        let floors = assessment.criteria.iter().filter(|criterion| criterion.floor.is_some());
        floors.for_each(|criterion| demand("gate", &criterion.id));
    }
    assert_eq!(silent, Vec::<String>::new(), "nobody is told this");
}

fn note(name: &str, report: &Report, told: &mut BTreeSet<String>) {
    let mut note = |what: &str, id: &str| {
        told.insert(format!("{name} {what} {id}"));
    };
    report.verdict.iter().for_each(|verdict| note("verdict", &verdict.id));
    report.need.iter().for_each(|need| note("need", &need.level));
    report.model.iter().for_each(|model| note("model", &model.chosen));
    report.partner_types.first().into_iter().for_each(|fitting| note("type", &fitting.id));
    report.plan.iter().for_each(|item| note("plan", &item.id));
    report.clashes.iter().for_each(|clash| note("clash", &clash.text));
    report.gates.iter().for_each(|gate| note("gate", &gate.id));
}

/// What must not stand together.
fn complaints(assessment: &Assessment, answers: &Answers, report: &Report) -> Vec<&'static str> {
    let verdict = report.verdict.as_ref().map_or("", |verdict| verdict.id.as_str());
    let need = report.need.as_ref().map_or("", |need| need.level.as_str());
    let band = report.band.id.as_str();
    let best = report.partner_types.first().map_or("", |fitting| fitting.id.as_str());
    let model = report.model.as_ref().map_or("", |model| model.chosen.as_str());
    let given = |question: &str| answers.get(question).and_then(Answer::name).unwrap_or("");
    let planned = |id: &str| report.plan.iter().position(|item| item.id == id);
    let company = assessment.id == "company";
    let (good, starts) = (["strong", "ready"].contains(&band), ["pilot", "mix", "scale"].contains(&verdict));
    let mut found = Vec::new();
    let mut never = |what: &'static str, holds: bool| {
        if holds {
            found.push(what);
        }
    };
    never("no verdict, model or plan", verdict.is_empty() || model.is_empty() || report.plan.is_empty());
    never("no type, though there is something to give", best.is_empty() && given("partner-margin") != "none");
    never("A1: ready, and stay direct", verdict == "stay-direct" && good && !(need == "low" && band == "strong"));
    never("A2: strong, and fix first", verdict == "fix-first" && good);
    never("A3: strong with a handful of customers", given("paying-customers") == "from-1" && good);
    never("A3: a pilot with a handful of customers", given("paying-customers") == "from-1" && starts);
    never("A5: no step towards a partner", starts && !TOWARDS.iter().any(|id| planned(id).is_some()));
    never(
        "A5: nobody says whose customers they are",
        matches!(verdict, "mix" | "scale") && planned("divide-customers").is_none(),
    );
    let of_partners = TOWARDS.iter().chain(&OF_PARTNERS).any(|id| planned(id).is_some());
    never("A6: stay direct, and a step towards partners", verdict == "stay-direct" && of_partners);
    for later in ["support", "open-line", "rewards", "platform"] {
        let early = |before: &str| planned(later).is_some() && planned(before) > planned(later);
        never("A7: help for partners before they are chosen", early("choose-model") || early("partner-needs"));
        never("A7: help for partners nobody chose", planned(later).is_some() && planned("choose-model").is_none());
    }
    if let Some(lift) = &report.lift {
        let cleared = |id: &String| report.plan.iter().any(|item| item.effect.clears.contains(id));
        let silent = !lift.within && lift.blocked_by.is_empty();
        let target = assessment.bands.iter().position(|band| band.id == lift.target).unwrap();
        let locked = report.gates.iter().filter(|gate| gate.kind == "gate" && cleared(&gate.id)).any(|gate| {
            let gate = assessment.gates.iter().find(|other| other.id == gate.id).unwrap();
            let fixed = |id: &str| assessment.question(id).is_some_and(|question| question.locked);
            gate.cap < target && gate.when.iter().all(|condition| fixed(&condition.question))
        });
        never("A8: out of reach, and a step that reaches it", silent && locked);
        for change in &lift.changes {
            let to_shared = change.question == "partnership-owner" && change.to.name() == Some("shared");
            never("A9: from nobody to several as time allows", to_shared);
            let about = |id: &str| {
                let item = assessment.advice.plan.iter().find(|item| item.id == id);
                item.is_some_and(|item| item.improves.contains(&change.question))
            };
            never("A10: a change without its item", !report.plan.iter().any(|item| about(&item.id)));
            let question = assessment.question(&change.question).unwrap();
            let QuestionKind::Choice(options) = &question.kind else { unreachable!() };
            let place =
                |answer: &Answer| options.iter().position(|option| Some(option.id.as_str()) == answer.name()).unwrap();
            let steps = place(&change.to).saturating_sub(place(&change.from));
            never("an unbelievable step", question.steps.is_some_and(|most| steps > most));
        }
        never("out of reach without a word", !lift.within && lift.blocked_by.is_empty() && lift.score.is_none());
    }
    never("A11: strong on less than half", good && report.coverage < 0.5);
    let must_haves = ["contract-bar", "partnership-owner", "product-fit", "sales-territories"];
    let open = must_haves.iter().any(|id| matches!(given(id), "" | "unsure"));
    never("A13: apply with a must-have open", verdict == "apply" && open);
    never(
        "apply with nothing in common",
        verdict == "apply" && given("product-fit") == "unrelated" && given("added-value") == "nothing",
    );
    never(
        "mix without a guide",
        matches!(verdict, "mix" | "scale") && matches!(given("way-copied"), "no-guide" | "parts"),
    );
    never("scale for who reaches everybody", verdict == "scale" && need == "low");
    let fits = match model {
        "with" => !["retailer", "distributor", "affiliate"].contains(&best),
        "on-behalf" => ["retailer", "distributor", "reseller", "value-added-reseller"].contains(&best),
        _ => true,
    };
    never("a model that the first type cannot follow", !fits);
    never("affiliates for machines", company && best == "affiliate" && given("what-sold") == "equipment");
    let must = ["specialists-always", "on-site"].contains(&given("delivery-need"));
    never(
        "affiliates where specialists must come",
        company && best == "affiliate" && must && !["service", "goods-shelf"].contains(&given("what-sold")),
    );
    evidence(report, &mut never);
    for item in &report.plan {
        let entry = assessment.advice.plan.iter().find(|entry| entry.id == item.id).unwrap();
        let at_best = |id: &String| {
            let question = assessment.question(id).unwrap();
            let QuestionKind::Choice(options) = &question.kind else { return false };
            question.is_scored()
                && options.last().map(|option| option.id.as_str()) == answers.get(id).and_then(Answer::name)
        };
        never("told to do what is done", !entry.improves.is_empty() && entry.improves.iter().all(at_best));
    }
    never("clashing answers without a word", !report.clashes.is_empty() && planned("find-out").is_none());
    found
}

/// Answers behind reasons: few, never the same list twice.
fn evidence(report: &Report, never: &mut impl FnMut(&'static str, bool)) {
    let ledger = report.ledger.benefits.iter().chain(&report.ledger.drawbacks).flat_map(|weighed| &weighed.reasons);
    let model =
        report.model.iter().flat_map(|model| model.reasons.iter().chain(model.ruled_out.iter().map(|out| &out.reason)));
    let lists: Vec<&Vec<String>> = (report.verdict.iter().flat_map(|verdict| &verdict.reasons))
        .chain(report.need.iter().flat_map(|need| &need.reasons))
        .chain(report.partner_types.iter().map(|fitting| &fitting.reason))
        .chain(model)
        .chain(ledger)
        .map(|reason| &reason.questions)
        .filter(|questions| !questions.is_empty())
        .collect();
    let twice = lists.iter().enumerate().any(|(place, list)| lists[..place].contains(list));
    never("A14: the same answers behind two reasons", twice);
    never("A14: more answers than anybody reads", lists.iter().any(|list| list.len() > 4));
    let always = report
        .plan
        .iter()
        .filter(|item| ["choose-model", "divide-customers", "grow-direct", "prepare-talk"].contains(&item.id.as_str()));
    never("A15: answers behind what always holds", always.into_iter().any(|item| !item.why.is_empty()));
}
