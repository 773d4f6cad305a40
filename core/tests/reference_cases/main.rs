//! The reference cases: numbers that others have worked out, by exact rationals or published tables.
//!
//! Runs every file in `tests/cases`, or in the folder that `PARTNER_FIT_CASES` names, through the engine's public
//! functions and prints a line for each method. The methods are not written out here a second time: a case becomes
//! an assessment and answers, and what the engine says of them is compared. A file of a method that is not built
//! yet is listed as such; a file of an unknown method is a failure. Without libtest's harness, so that the lines show.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod agreement;
mod check;
#[path = "../common/mod.rs"]
mod common;
mod counterfactual;
mod loose_json;
mod pipeline;
mod rank_weights;
mod robustness;
mod value_functions;
mod weighted;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde_json::Value;

use check::Check;

/// How a case of a built method runs.
type Run = fn(&Value, &mut Check);

/// The methods that are built.
const BUILT: [(&str, Run); 11] = [
    ("counterfactual", counterfactual::run),
    ("missing", weighted::missing),
    ("pipeline_partner_fit", pipeline::run),
    ("promethee2", agreement::promethee2),
    ("rank_weights", rank_weights::run),
    ("tier_acceptability_exact", robustness::tier_acceptability),
    ("topsis", agreement::topsis),
    ("value_functions", value_functions::run),
    ("vikor", agreement::vikor_cases),
    ("weight_sensitivity", robustness::weight_sensitivity),
    ("weighted_sum", weighted::weighted_sum),
];

/// The methods that are known and not built.
const NOT_BUILT: [&str; 11] = [
    "ahp",
    "bwm",
    "electre_tri",
    "flowsort",
    "mrsort",
    "owa",
    "power_means",
    "smaa_exact",
    "smaa_fixed_samples",
    "smaa_mc",
    "smaa_published_br",
];

fn main() -> ExitCode {
    if env::args().any(|argument| argument == "--list") {
        return ExitCode::SUCCESS;
    }
    let folder = env::var_os("PARTNER_FIT_CASES").map_or_else(|| common::root().join("tests/cases"), PathBuf::from);
    let files = common::json_files(&folder);
    println!("\nrunning {} files of reference cases", files.len());
    let (mut passed, mut failed) = (0, 0);
    if files.is_empty() {
        println!("{}: no files", folder.display());
        failed += 1;
    }
    for path in files {
        let method = common::stem(&path);
        if let Some((_, run)) = BUILT.iter().find(|(name, _)| *name == method) {
            let (ok, faults) = run_file(&path, *run);
            passed += ok;
            failed += faults;
        } else if NOT_BUILT.contains(&method.as_str()) {
            println!("{method}: not built");
        } else {
            println!("{method}: FAILED, an unknown method");
            failed += 1;
        }
    }
    let verdict = if failed == 0 { "ok" } else { "FAILED" };
    println!("\ntest result: {verdict}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out\n");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs the cases of one file and prints its line; how many passed and how many failed.
fn run_file(path: &Path, run: Run) -> (usize, usize) {
    let method = common::stem(path);
    let text = fs::read_to_string(path).unwrap();
    let file: Value = match serde_json::from_str(&loose_json::strict(&text)) {
        Ok(file) => file,
        Err(error) => {
            println!("{method}: FAILED, not JSON: {error}");
            return (0, 1);
        }
    };
    let cases = file["cases"].as_array().cloned().unwrap_or_default();
    let checks: Vec<(String, Check)> = cases
        .iter()
        .map(|case| {
            let mut check = Check::new(case);
            run(case, &mut check);
            (case["id"].as_str().unwrap_or("a case without an id").to_owned(), check)
        })
        .collect();
    let notes = check::notes(&checks);
    let empty = if cases.is_empty() { ": FAILED, there are none" } else { "" };
    println!("{method}: {} cases{notes}{empty}", cases.len());
    let mut failed = usize::from(cases.is_empty());
    for (id, check) in &checks {
        let faults = check.faults();
        failed += usize::from(!faults.is_empty());
        for fault in faults {
            println!("    FAILED {id}: {fault}");
        }
    }
    (checks.len().saturating_sub(failed), failed)
}
