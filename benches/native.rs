//! Measures the exact robustness and sampling in the same process, and a whole Report. It prints medians of many runs
//! and their ratios: times differ between machines, ratios hardly. The peer is the usual method: it draws 10,000
//! weights uniformly (normalised exponential variables) and counts the bands.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::hint::black_box;
use std::time::Instant;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::report;
use partner_fit_core::scoring::lift::lift;
use partner_fit_core::scoring::robustness::{chance, robustness};
use partner_fit_core::scoring::score;

/// Six criteria and three thresholds, like the product's.
const VALUES: [f64; 6] = [0.75, 0.5, 0.25, 1.0, 0.5, 0.0];
const THRESHOLDS: [f64; 3] = [0.4, 0.6, 0.8];

/// The number of weights that the peer draws.
const SAMPLES: usize = 10_000;

/// The median time of a run in microseconds. Every run repeats `work` often enough for the clock's resolution.
fn median(repeats: u32, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..51)
        .map(|_| {
            let start = Instant::now();
            (0..repeats).for_each(|_| work());
            start.elapsed().as_secs_f64() * 1e6 / f64::from(repeats)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The number of samples in which the weighted mean reaches each threshold.
fn sampled(seed: &mut u64) -> [usize; 3] {
    let mut reached = [0; 3];
    for _ in 0..SAMPLES {
        let (mut total, mut sum) = (0.0, 0.0);
        for value in black_box(&VALUES) {
            *seed ^= *seed << 13;
            *seed ^= *seed >> 7;
            *seed ^= *seed << 17;
            let wait = -(((*seed >> 11) + 1) as f64 / (1_u64 << 53) as f64).ln();
            total += wait;
            sum += wait * value;
        }
        for (reached, threshold) in reached.iter_mut().zip(THRESHOLDS) {
            *reached += usize::from(sum >= threshold * total);
        }
    }
    reached
}

/// A shipped assessment, and two sheets that differ in one answer: middle options, and one of them better.
fn sheets(file: &str) -> (Assessment, [Answers; 2]) {
    let tree: Tree = serde_json::from_str(file).expect("ours is JSON");
    let assessment = Assessment::read(&tree, &Default::default()).expect("ours has no problem");
    let answer = |kind: &QuestionKind, better: bool| match kind {
        QuestionKind::Choice(options) => {
            let option = options.get(options.len() / 2 + usize::from(better)).or(options.last());
            option.map_or(Answer::Unsure, |option| Answer::Option(option.id.clone()))
        }
        QuestionKind::Number(_) => Answer::Unsure,
    };
    let sheet = |better: usize| -> Answers {
        let questions = assessment.questions().enumerate();
        questions.map(|(index, (_, q))| (q.id.clone(), answer(&q.kind, index == better))).collect()
    };
    let sheets = [sheet(usize::MAX), sheet(0)];
    (assessment, sheets)
}

fn main() {
    let exact = median(2_000, || {
        for threshold in THRESHOLDS {
            black_box(chance(black_box(&VALUES), threshold));
        }
    });
    let mut seed = 20_261_128;
    let peer = median(3, || {
        black_box(sampled(&mut seed));
    });
    println!("any weights, 6 criteria, 3 thresholds: exact {exact:.2} µs, {SAMPLES} samples {peer:.0} µs");
    println!("    the exact chance takes 1/{:.0} of the time of sampling", peer / exact);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static/assessments");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
    let list: Vec<serde_json::Value> = serde_json::from_str(&read("index")).unwrap();
    for name in list.iter().filter_map(|entry| entry.get("id")?.as_str()) {
        let (assessment, [before, after]) = sheets(&read(name));
        let scored = score(&assessment, &after);
        let cap = assessment.bands.len() - 1;
        let whole = median(50, || {
            black_box(robustness(&assessment, black_box(&scored), cap));
        });
        println!("{name}: the whole robustness {whole:.1} µs");
        println!("    all of it takes 1/{:.0} of the time of sampling any weights alone", peer / whole);
        let lifted = median(50, || {
            black_box(lift(&assessment, black_box(&after)));
        });
        println!("{name}: the smallest change {lifted:.1} µs");
        let mut turn = false;
        let all = median(20, || {
            turn = !turn;
            black_box(report(&assessment, black_box(if turn { &after } else { &before }), "en"));
        });
        println!("{name}: the whole Report after one changed answer {all:.0} µs");
    }
}
