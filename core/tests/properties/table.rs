//! The compiled table beside the score and the caps of one sheet: the same bits, whatever the assessment and the answers.

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, Condition, QuestionKind};
use partner_fit_core::rank::caps::{CapAt, Caps};
use partner_fit_core::rank::scorer::Scorer;
use partner_fit_core::rank::sheet::Sheet;
use partner_fit_core::rank::table::Table;
use partner_fit_core::scoring::gates::{self, Cap};
use partner_fit_core::scoring::{CriterionScore, EDGE_TOLERANCE, band_of, score};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::common::{built_in, cases, shipped};
use crate::draw::specs;
use crate::exact::Numbers;
use crate::small::Small;

/// The table's numbers and caps of some sheets, one after the other by the same scorer, beside those of the method.
fn compare(assessment: &Assessment, sheets: &[Answers]) {
    let table = Table::new(assessment);
    let mut scorer = Scorer::new(&table);
    let mut caps = Caps::default();
    for answers in sheets {
        let sheet = Sheet::of(assessment, answers);
        assert_eq!(&sheet.answers(assessment), answers);
        let expected = score(assessment, answers);
        let numbers = scorer.score(&sheet.0);
        let bits = |numbers: &[Option<f64>]| numbers.iter().map(|number| number.map(f64::to_bits)).collect::<Vec<_>>();
        assert_eq!(
            bits(&[numbers.score, Some(numbers.low), Some(numbers.high), Some(numbers.coverage)]),
            bits(&[expected.score, Some(expected.low), Some(expected.high), Some(expected.coverage)])
        );
        let next = numbers.next.and_then(|place| assessment.questions().nth(place)).map(|(_, q)| q.id.clone());
        assert_eq!(next, expected.next);
        assert_eq!(numbers.criteria.len(), expected.criteria.len());
        for (numbers, CriterionScore { weight, value, low, high, points, lost, .. }) in
            numbers.criteria.iter().zip(&expected.criteria)
        {
            assert_eq!(
                bits(&[Some(numbers.weight), numbers.value, Some(numbers.low), Some(numbers.high)]),
                bits(&[Some(*weight), *value, Some(*low), Some(*high)])
            );
            assert_eq!(bits(&[Some(numbers.points), Some(numbers.lost)]), bits(&[Some(*points), Some(*lost)]));
            assert!(!numbers.open || numbers.value.is_none() || !numbers.out);
        }

        table.caps(&sheet.0, numbers, &mut caps);
        let holding = gates::caps(assessment, answers, &expected);
        let id = |cap: &CapAt| match cap {
            CapAt::Gate(place) => &assessment.gates[*place].id,
            CapAt::Floor(place) => &assessment.criteria[*place].id,
        };
        let ids: Vec<&str> = caps.holding.iter().map(|cap| id(cap).as_str()).collect();
        assert_eq!(ids, holding.iter().map(Cap::id).collect::<Vec<_>>());
        let bands = &assessment.bands;
        let top = bands.len() - 1;
        assert_eq!(caps.cap, holding.iter().map(Cap::band).fold(top, usize::min));
        assert_eq!(caps.by_score, band_of(expected.score.unwrap_or(expected.low), bands));
        assert_eq!(caps.band, caps.by_score.min(caps.cap));

        // The two ends by their definition, from the functions for one sheet.
        let known = |condition: &Condition| {
            !matches!(answers.get(&condition.question), None | Some(Answer::Unsure)) && gates::holds(condition, answers)
        };
        let gates_only = |cap: &&Cap| matches!(cap, Cap::Gate(_));
        let held = holding.iter().filter(gates_only).map(Cap::band).fold(top, usize::min);
        let could = gates::undecided(assessment, answers).iter().map(|gate| gate.cap).fold(held, usize::min);
        let for_certain =
            assessment.gates.iter().filter(|gate| gate.coverage_below.is_none() && gate.when.iter().all(known));
        let for_certain = for_certain.map(|gate| gate.cap).fold(top, usize::min);
        let floors = |value: fn(&CriterionScore) -> f64, lifts: &dyn Fn(&Condition) -> bool| {
            let counted = assessment.criteria.iter().zip(&expected.criteria).zip(&numbers.criteria);
            let under = counted.filter_map(|((criterion, score), numbers)| {
                let floor = criterion.floor.as_ref().filter(|_| !numbers.out)?;
                let lifted = floor.unless.iter().any(lifts);
                (!lifted && value(score) < floor.below - EDGE_TOLERANCE).then_some(floor.cap)
            });
            under.fold(top, usize::min)
        };
        let may = |condition: &Condition| {
            matches!(answers.get(&condition.question), None | Some(Answer::Unsure)) || gates::holds(condition, answers)
        };
        assert_eq!(caps.low, band_of(expected.low, bands).min(could).min(floors(|score| score.low, &known)));
        assert_eq!(caps.high, band_of(expected.high, bands).min(for_certain).min(floors(|score| score.high, &may)));
    }
}

/// Any answers to an assessment, each question in any of its states.
fn any_answers(assessment: &Assessment, numbers: &mut Numbers) -> Answers {
    let mut below = |count: usize| numbers.below(count as u64) as usize;
    let mut answers = Answers::default();
    for (_, question) in assessment.questions() {
        let answer = match (below(8), &question.kind) {
            (0, _) => continue,
            (1, _) if question.unsure => Answer::Unsure,
            (2, _) if question.not_applicable => Answer::NotApplicable,
            (_, QuestionKind::Choice(options)) => Answer::Option(options[below(options.len())].id.clone()),
            (_, QuestionKind::Number(_)) => Answer::Number(below(2_000) as f64 / 8.0),
        };
        answers.set(&question.id, answer);
    }
    answers
}

proptest! {
    #![proptest_config(Config { cases: cases(256), failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_table_scores_as_one_sheet_is_scored(spec in specs(false)) {
        let (assessment, answers) = spec.read();
        compare(&assessment, &[answers.clone(), Answers::default(), answers]);
    }

    #[test]
    fn a_table_caps_as_one_sheet_is_capped(seed: u64) {
        let (assessment, answers) = Small::draw(&mut Numbers(seed)).read();
        let mut numbers = Numbers(seed ^ 1);
        let others: Vec<Answers> = (0..4).map(|_| any_answers(&assessment, &mut numbers)).collect();
        compare(&assessment, &[&[answers], others.as_slice()].concat());
    }
}

#[test]
fn a_table_scores_the_shipped_assessments() {
    for name in built_in() {
        let assessment = shipped(name);
        let mut numbers = Numbers(7);
        let sheets: Vec<Answers> = (0..cases(500)).map(|_| any_answers(&assessment, &mut numbers)).collect();
        compare(&assessment, &sheets);
    }
}
