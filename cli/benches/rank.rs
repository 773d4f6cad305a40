//! How fast many candidates are read, scored and put in order, as ratios of one run: `cargo bench -p partner-fit-cli`.
//!
//! Medians of some runs, on one thread. Peers are the engine's own way for one sheet, ten times as many rows, and numpy
//! where python3 has it; a peer that is missing is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, Question, QuestionKind};
use partner_fit_core::input::value::Tree;
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::caps::Caps;
use partner_fit_core::rank::methods::topsis;
use partner_fit_core::rank::options::RankOptions;
use partner_fit_core::rank::pairs::pairs;
use partner_fit_core::rank::rank;
use partner_fit_core::rank::read::ReadOptions;
use partner_fit_core::rank::read::records::Records;
use partner_fit_core::rank::read::table::{Proofs, TableReader};
use partner_fit_core::rank::scorer::Scorer;
use partner_fit_core::rank::sheet::Sheet;
use partner_fit_core::rank::table::Table;
use partner_fit_core::rank::template::table;
use partner_fit_core::rank::values::Values;
use partner_fit_core::scoring::{gates, score};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = std::fs::read_to_string(root.join("static/assessments/partner.json")).unwrap();
    let file: Tree = serde_json::from_str(&file).unwrap();
    let assessment = Assessment::read(&file, &Default::default()).unwrap();

    scoring(&assessment);
    growth(&assessment);
    exact_pairs(&assessment);
    similarity();
    whole(&assessment);
}

/// The median time of some runs.
fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn against(what: &str, own: Duration, peer: &str, theirs: Option<Duration>) {
    match theirs {
        Some(theirs) => {
            let ratio = own.as_secs_f64() / theirs.as_secs_f64();
            println!("{what}: {:.1} ms, {peer} {:.1} ms: {ratio:.3}x", ms(own), ms(theirs));
        }
        None => println!("{what}: {:.1} ms; {peer} is missing", ms(own)),
    }
}

/// The time that a script of Python prints in milliseconds.
fn numpy(script: &str) -> Option<Duration> {
    let output = Command::new("python3")
        .env("OMP_NUM_THREADS", "1")
        .env("OPENBLAS_NUM_THREADS", "1")
        .args(["-c", script])
        .output()
        .ok()?;
    let time: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    Some(Duration::from_secs_f64(time / 1e3))
}

/// Any sheets: most questions answered, some not.
fn sheets(assessment: &Assessment, count: usize, known: bool) -> Vec<Answers> {
    let mut seed = 7_u64;
    let mut below = |count: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % count
    };
    let mut answer = |question: &Question| match (below(12), &question.kind) {
        (0, _) if !known => None,
        (1, _) if question.unsure && !known => Some(Answer::Unsure),
        (2, _) if question.not_applicable && !known => Some(Answer::NotApplicable),
        (_, QuestionKind::Choice(options)) => Some(Answer::Option(options[below(options.len())].id.clone())),
        (_, QuestionKind::Number(_)) => Some(Answer::Number(below(1_000) as f64 / 8.0)),
    };
    let mut sheet =
        || assessment.questions().filter_map(|(_, q)| Some((q.id.clone(), answer(q)?))).collect::<Answers>();
    (0..count).map(|_| sheet()).collect()
}

fn candidates(assessment: &Assessment, answers: &[Answers]) -> Vec<Candidate> {
    let one = |(place, answers)| Candidate {
        id: Some(format!("id-{place}")),
        name: format!("Firm {place}"),
        sheet: Sheet::of(assessment, answers),
        ideal: None,
    };
    answers.iter().enumerate().map(one).collect()
}

/// The table beside the score and the caps of one sheet.
fn scoring(assessment: &Assessment) {
    for known in [false, true] {
        let answers = sheets(assessment, 20_000, known);
        let rows: Vec<Sheet> = answers.iter().map(|answers| Sheet::of(assessment, answers)).collect();
        let table = Table::new(assessment);
        let (mut scorer, mut caps) = (Scorer::new(&table), Caps::default());
        let own = median(9, || {
            for row in &rows {
                let numbers = scorer.score(&row.0);
                table.caps(&row.0, numbers, &mut caps);
                black_box((numbers.score, caps.band));
            }
        });
        let one_by_one = median(5, || {
            for answers in &answers {
                let scored = score(assessment, answers);
                black_box(gates::caps(assessment, answers, &scored).len());
            }
        });
        let what = if known { "20,000 sheets without a gap" } else { "20,000 sheets" };
        against(what, own, "score and caps one by one", Some(one_by_one));
    }
}

/// Reads a table of candidates and puts them in order.
fn read_and_order(assessment: &Assessment, text: &str) -> usize {
    let options = ReadOptions::default();
    let (mut records, mut cells) = (Records::new(text, b',', 1), Vec::new());
    records.next(&mut cells).unwrap();
    let given = (&options.columns, &options.decimals, &options.words);
    let (mut reader, _) = TableReader::new(assessment, &cells, 1, given);
    let mut rows = Vec::new();
    while let Some(record) = records.next(&mut cells) {
        rows.extend(reader.row(&record, &cells));
    }
    let mut proofs = Proofs::default();
    rows.iter().for_each(|row| proofs.count(row));
    reader.decide(&proofs);
    let mut read = Vec::with_capacity(rows.len());
    for mut row in rows {
        reader.close(&mut row);
        assert!(row.problems.is_empty());
        read.push(row.candidate);
    }
    // A page shows the first fifty.
    let options = RankOptions { pairs: 0, methods: false, limit: Some(50), ..RankOptions::default() };
    assert_eq!(rank(assessment, &read, &options).unwrap().candidates.len(), 50);
    read.len()
}

/// Ten times as many rows beside ten times the time.
fn growth(assessment: &Assessment) {
    for known in [false, true] {
        let [few, many] = [10_000, 100_000].map(|count| {
            let text = table(assessment, &candidates(assessment, &sheets(assessment, count, known)));
            median(7, || assert_eq!(read_and_order(assessment, &text), count))
        });
        let what = if known { "without a gap " } else { "" };
        against(&format!("100,000 rows {what}read, scored and ordered"), many, "10,000 rows", Some(few));
    }
}

fn exact_pairs(assessment: &Assessment) {
    let table = Table::new(assessment);
    let mut scorer = Scorer::new(&table);
    let weights: Vec<f64> = assessment.criteria.iter().map(|criterion| criterion.weight).collect();
    let (mut values, mut who) = (Values::new(&weights), Vec::new());
    for (place, answers) in sheets(assessment, 200, true).iter().enumerate() {
        let numbers = scorer.score(&Sheet::of(assessment, answers).0);
        values.push(&numbers.criteria);
        who.push((place, numbers.score.unwrap()));
    }
    let own = median(5, || {
        black_box(pairs(&values, &who).expected.len());
    });
    let sampled = numpy(
        "import numpy as np, time\nr = np.random.default_rng(1)\nV = r.random((200, 6))\nt = []\n\
         for _ in range(3):\n    s = time.perf_counter()\n    w = r.dirichlet(np.ones(6), 10000)\n\
         \x20   x = w @ V.T\n    p = (-x).argsort(axis=1).argsort(axis=1).mean(axis=0)\n\
         \x20   t.append(time.perf_counter() - s)\nprint(sorted(t)[1] * 1e3)",
    );
    against("exact pairs of 200, three kinds", own, "numpy, 10,000 samples", sampled);
}

fn similarity() {
    let mut seed = 3_u64;
    let mut number = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    let matrix: Vec<Vec<f64>> = (0..1_000_000).map(|_| (0..8).map(|_| number()).collect()).collect();
    let own = median(3, || {
        black_box(topsis(&matrix, &[1.0; 8]).len());
    });
    let theirs = numpy(
        "import numpy as np, time\nX = np.random.default_rng(1).random((1000000, 8))\nw = np.ones(8) / 8\nt = []\n\
         for _ in range(3):\n    s = time.perf_counter()\n    Y = X / np.sqrt((X ** 2).sum(axis=0)) * w\n\
         \x20   p = np.sqrt(((Y - Y.max(axis=0)) ** 2).sum(axis=1)); q = np.sqrt(((Y - Y.min(axis=0)) ** 2).sum(axis=1))\n\
         \x20   c = q / (p + q)\n    t.append(time.perf_counter() - s)\nprint(sorted(t)[1] * 1e3)",
    );
    against("TOPSIS of 1,000,000 x 8", own, "numpy", theirs);
}

/// The command on a million rows beside the scoring of as many sheets.
fn whole(assessment: &Assessment) {
    let rows = sheets(assessment, 50_000, false);
    let list = candidates(assessment, &rows);
    let text = table(assessment, &list);
    let (header, body) = text.split_once("\r\n").unwrap();
    let path = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(path.path(), format!("{header}\r\n{}", body.repeat(20))).unwrap();
    let table = Table::new(assessment);
    let (mut scorer, mut caps) = (Scorer::new(&table), Caps::default());
    let scoring = median(3, || {
        for _ in 0..20 {
            for candidate in &list {
                let numbers = scorer.score(&candidate.sheet.0);
                table.caps(&candidate.sheet.0, numbers, &mut caps);
                black_box((numbers.score, caps.band));
            }
        }
    });
    for threads in ["1", "2"] {
        let own = median(3, || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_partner-fit"));
            command.arg("score").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../static/assessments/partner.json"));
            command.arg(path.path()).args(["--threads", threads]).stdout(std::process::Stdio::null());
            assert!(command.status().unwrap().success());
        });
        against(
            &format!("the command on 1,000,000 rows, {threads} threads"),
            own,
            "scoring alone on one",
            Some(scoring),
        );
    }
}
