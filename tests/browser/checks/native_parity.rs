//! Every Report is the same bit for bit in a browser and natively. The answer sheets are pseudo-random from fixed
//! seeds.

use partner_fit_core::assessment::{Question, QuestionKind};
use serde_json::{Value, json};

use crate::answer_sheet::{Sheet, assessments, file, languages, native_report, open, same_report};
use crate::browser::Browser;
use crate::reading::expect;
use crate::runner::Check;

/// The number of sheets for each assessment.
const SHEETS: usize = 250;
/// The number of sheets that are sent at once.
const BATCH: usize = 50;

pub fn checks() -> Vec<Check> {
    vec![Check::new("ux-09 500 answer sheets give the same Report as natively, bit for bit", same)]
}

/// A fixed pseudo-random sequence (splitmix64).
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// Numbers at the edges of a range, floating-point neighbours of 10, the smallest number, and any in between.
fn number(sequence: &mut Sequence, question: &Question) -> f64 {
    let QuestionKind::Number(field) = &question.kind else { unreachable!() };
    let (min, max) = (field.min.unwrap_or(0.0), field.max.unwrap_or(1e6));
    #[allow(clippy::cast_precision_loss)] // any number will do
    let share = (sequence.next() >> 11) as f64 / (1_u64 << 53) as f64;
    let number = match sequence.below(8) {
        0 => min,
        1 => max,
        2 => 0.1 + 0.2,
        3 => f64::from_bits(10.0_f64.to_bits() + sequence.next() % 3),
        4 => 5e-324,
        5 => min + share * (max - min),
        6 => 1000.0 * share,
        _ => (10.0_f64).powf(4.0 * share - 1.0),
    };
    number.clamp(min, max)
}

fn sheets(questions: &[&Question], seed: u64) -> Vec<Sheet> {
    let mut sequence = Sequence(seed);
    (0..SHEETS)
        .map(|_| {
            let doubts = sequence.below(4);
            let mut answer = |question: &Question| match &question.kind {
                _ if question.unsure && sequence.below(6) < doubts => json!("unsure"),
                _ if question.not_applicable && sequence.below(4) == 0 => json!("n/a"),
                QuestionKind::Choice(options) => json!(options[sequence.below(options.len())].id),
                QuestionKind::Number(_) => json!(number(&mut sequence, question)),
            };
            questions.iter().map(|question| (question.id.clone(), answer(question))).collect()
        })
        .collect()
}

fn same(browser: &Browser) {
    let languages = languages();
    for (index, name) in assessments().into_iter().enumerate() {
        let assessment = open(&file(name));
        let questions: Vec<&Question> = assessment.questions().map(|(_, question)| question).collect();
        let language = languages[index % languages.len()];
        let sheets = sheets(&questions, 20_260_101 + index as u64);
        browser.open_plain(json!({ "assessment": name, "lang": language }), json!({}));
        for batch in sheets.chunks(BATCH) {
            let reports: Vec<Value> = browser.run(
                "return arguments[0].map((sheet) => { widget().answers = sheet; return widget().result; });",
                json!(batch),
            );
            expect("number of Reports", reports.len(), batch.len());
            for (got, sheet) in reports.iter().zip(batch) {
                same_report(&format!("{name} {}", json!(sheet)), got, &native_report(&assessment, sheet, language));
            }
        }
        // The check can fail: a difference is seen.
        let (first, second) = (&sheets[0], &sheets[1]);
        assert_ne!(native_report(&assessment, first, language), native_report(&assessment, second, language));
    }
    browser.expect_event_count("answers told of sets", "pf-answer", 0);
    browser.expect_event_count("completions told of sets", "pf-complete", 0);
}
