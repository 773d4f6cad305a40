//! A better answer never makes the advice worse: over 2,000 sheets every answer that counts is raised, all else kept.

use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::QuestionKind;
use partner_fit_core::report::{Report, report};

use crate::absurd::over_sheets;
use crate::common::built_in;

/// How many sheets of each kind.
const SHEETS: usize = 1_000;

/// The verdicts from the least to the most.
const ORDER: [&str; 10] =
    ["stay-direct", "fix-first", "pilot", "mix", "scale", "not-now", "find-out", "build-first", "talk", "apply"];

/// What each kind of firm is as a partner.
const KINDS: [(&str, &str); 7] = [
    ("retail", "retailer"),
    ("distribution", "distributor"),
    ("resale", "reseller"),
    ("installation", "value-added-reseller"),
    ("advice", "consultant"),
    ("agency", "agent"),
    ("audience", "affiliate"),
];

#[test]
fn a_better_answer_never_lowers_a_band_a_verdict_or_what_a_firm_is() {
    for (name, seed) in built_in().into_iter().zip([31, 41]) {
        over_sheets(name, seed, SHEETS, |assessment, answers| {
            let before = report(assessment, answers, "en");
            let band = |report: &Report| assessment.bands.iter().position(|band| band.id == report.band.id).unwrap();
            let verdict = |report: &Report| {
                let id = &report.verdict.as_ref().unwrap().id;
                ORDER.iter().position(|other| other == id).unwrap()
            };
            let need = |report: &Report| report.need.as_ref().map(|need| need.level.clone());
            let kind = answers.get("firm-kind").and_then(Answer::name);
            let own = KINDS.iter().find(|(id, _)| Some(*id) == kind).map(|(_, own)| *own);
            let place = |report: &Report| {
                own.and_then(|own| report.partner_types.iter().position(|fitting| fitting.id == own))
                    .unwrap_or(usize::MAX)
            };
            for (_, question) in assessment.questions() {
                let given = answers.get(&question.id);
                let better: Vec<Answer> = match (&question.kind, given) {
                    (QuestionKind::Choice(options), Some(Answer::Option(id))) => {
                        let value = options.iter().find(|option| option.id == *id).and_then(|option| option.value);
                        let above = options.iter().filter(|option| value.is_some() && option.value > value);
                        above.map(|option| Answer::Option(option.id.clone())).collect()
                    }
                    (QuestionKind::Number(field), Some(Answer::Number(number))) => {
                        let value = |number: f64| field.value.as_ref().unwrap().value(number);
                        let tried = [0.5, 1.5, 4.0, 8.0, 20.0, 45.0, 90.0, 300.0];
                        tried.into_iter().filter(|other| value(*other) > value(*number)).map(Answer::Number).collect()
                    }
                    _ => Vec::new(),
                };
                for answer in better {
                    let mut raised = answers.clone();
                    raised.set(&question.id, answer.clone());
                    let after = report(assessment, &raised, "en");
                    let what = || format!("{name}: {} {given:?} -> {answer:?} in {answers:?}", question.id);
                    assert!(band(&after) >= band(&before), "band: {}", what());
                    if need(&after) == need(&before) {
                        assert!(verdict(&after) >= verdict(&before), "verdict: {}", what());
                    }
                    assert!(place(&after) <= place(&before), "type: {}", what());
                }
            }
            if own.is_some() {
                assert_eq!(place(&before), 0, "what a firm does comes first: {answers:?}");
            }
        });
    }
}
