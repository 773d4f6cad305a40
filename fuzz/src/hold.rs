//! What must always hold of a result, whatever the file and the answers.

use std::cell::OnceCell;

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::{Report, report};
use partner_fit_core::scoring::band_of;
use partner_fit_core::sharing::{csv, file, link};

use crate::assessments::texts;

/// Rounding that no reader can see.
const TINY: f64 = 1e-6;

thread_local! {
    static SCHEMA: OnceCell<jsonschema::Validator> = const { OnceCell::new() };
}

/// The report on some answers, of which everything holds that must.
pub fn report_holds(assessment: &Assessment, answers: &Answers) -> Report {
    let language = assessment.languages[0].as_str();
    let report = report(assessment, answers, language);
    numbers_hold(assessment, &report);
    lift_holds(assessment, answers, &report);
    assert_eq!(report, self::report(assessment, answers, language), "the same input gives the same report");
    report
}

fn numbers_hold(assessment: &Assessment, report: &Report) {
    let bands = &assessment.bands;
    let place = |id: &str| bands.iter().position(|band| band.id == id).expect("a band of the assessment");
    assert!(0.0 <= report.low && report.low <= report.high && report.high <= 100.0, "{report:?}");
    assert!((0.0..=1.0).contains(&report.coverage));
    let best = band_of(report.high, bands);
    assert!(place(&report.band_by_score.id) <= best && place(&report.band.id) <= place(&report.band_by_score.id));
    let sum = |of: fn(&partner_fit_core::report::CriterionReport) -> f64| report.criteria.iter().map(of).sum::<f64>();
    let (points, lost, weights) = (sum(|c| c.points), sum(|c| c.lost), sum(|c| c.weight));
    assert!(weights == 0.0 || (weights - 1.0).abs() < TINY, "weights sum to {weights}");
    match report.score {
        Some(score) => {
            assert!(report.low <= score && score <= report.high, "{} {score} {}", report.low, report.high);
            assert!((points - score).abs() < TINY && (points + lost - 100.0).abs() < TINY, "{points} {lost} {score}");
            let robustness = &report.robustness;
            for chances in [&robustness.any_weights, &robustness.same_order, &robustness.near_weights.chances] {
                assert!((chances.iter().sum::<f64>() - 1.0).abs() < TINY, "{chances:?}");
            }
        }
        None => assert!(points == 0.0 && lost == 0.0 && report.coverage == 0.0),
    }
    for criterion in &report.criteria {
        assert!(0.0 <= criterion.low && criterion.low <= criterion.high && criterion.high <= 1.0);
        assert!(criterion.value.is_none_or(|value| criterion.low <= value && value <= criterion.high), "{criterion:?}");
        let points: f64 = criterion.questions.iter().map(|question| question.points).sum();
        let lost: f64 = criterion.questions.iter().map(|question| question.lost).sum();
        assert!((points - criterion.points).abs() < TINY && (lost - criterion.lost).abs() < TINY, "{criterion:?}");
    }
}

/// A smallest change that is said to reach its band does, with the score that is said.
fn lift_holds(assessment: &Assessment, answers: &Answers, found: &Report) {
    let Some(lift) = found.lift.as_ref().filter(|lift| lift.within) else { return };
    let mut after = answers.clone();
    lift.changes.iter().for_each(|change| after.set(&change.question, change.to.clone()));
    let after = report(assessment, &after, &found.language);
    let place = |id: &str| assessment.bands.iter().position(|band| band.id == id);
    assert!(place(&after.band.id) >= place(&lift.target), "{lift:?} leads to {:?}", after.band);
    assert_eq!(after.score, lift.score);
}

/// The report fits its published schema.
pub fn schema_holds(report: &Report) {
    let value = serde_json::to_value(report).unwrap();
    SCHEMA.with(|schema| {
        let schema = schema.get_or_init(|| jsonschema::validator_for(&partner_fit_core::report::schema()).unwrap());
        assert!(schema.is_valid(&value), "{:?}", schema.iter_errors(&value).next().map(|error| error.to_string()));
    });
}

/// Link, file and table give the same answers back.
pub fn sharing_holds(assessment: &Assessment, answers: &Answers, report: &Report) {
    let code = link::encode(assessment, answers);
    assert_eq!(link::decode(assessment, &code).as_ref(), Ok(answers), "{code}");
    let json = serde_json::to_string(report).unwrap();
    assert_eq!(file::read(&serde_json::from_str(&json).unwrap(), assessment).as_ref(), Ok(answers));
    for commas in [false, true] {
        table_holds(report, assessment, answers, commas);
    }
}

/// The table has the same columns in every row, no formula in a text, and the same answers.
pub fn table_holds(report: &Report, assessment: &Assessment, answers: &Answers, commas: bool) {
    let table = csv::csv(report, assessment, &texts(commas));
    let mut reader = ::csv::ReaderBuilder::new();
    reader.has_headers(false).delimiter(if commas { b';' } else { b',' }).terminator(::csv::Terminator::CRLF);
    for row in reader.from_reader(table.as_bytes()).records() {
        let row = row.expect("as many cells as the first row has");
        assert_eq!(row.len(), 11);
        for cell in &row {
            let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
            assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']), "{cell:?}");
        }
        if &row[0] == "answer" {
            let given = answers
                .get(&row[4])
                .map_or(String::new(), |answer| answer.name().map_or_else(|| number_of(answer, commas), str::to_owned));
            assert_eq!(&row[6], given, "{}", &row[4]);
        }
    }
}

fn number_of(answer: &partner_fit_core::answers::Answer, commas: bool) -> String {
    let partner_fit_core::answers::Answer::Number(number) = answer else { return String::new() };
    let written = partner_fit_core::input::number::JsNumber(*number).to_string();
    if commas { written.replace('.', ",") } else { written }
}
