//! Evaluates answers on a command line: `cargo run -p partner-fit-core --example evaluate -- ASSESSMENT ANSWERS LOCALE`.
//!
//! Prints the sentence at the top of the result, the score, and the plan, in the language of the locale file; or every
//! problem of a file, and then fails.

use std::error::Error;
use std::path::Path;
use std::rc::Rc;
use std::{env, fs};

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::report;
use partner_fit_core::wording::{PlainFormat, Texts, Wording};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [assessment, answers, locale] = arguments.as_slice() else {
        return Err("expected the paths of an assessment, of answers and of a locale file".into());
    };
    println!("{}", evaluate(Path::new(assessment), Path::new(answers), Path::new(locale))?);
    Ok(())
}

/// The result of the answers in a file, in the language that a locale file (`nl.json`) is named after.
///
/// # Errors
/// When a file cannot be read, or with every problem of one.
pub fn evaluate(assessment: &Path, answers: &Path, locale: &Path) -> Result<String, Box<dyn Error>> {
    let json = |path: &Path| -> Result<Tree, Box<dyn Error>> { Ok(serde_json::from_str(&fs::read_to_string(path)?)?) };
    let language = locale.file_stem().unwrap_or_default().to_string_lossy();
    let assessment = Assessment::read(&json(assessment)?, &Default::default()).map_err(listed)?;
    let answers = Answers::read(&json(answers)?, &assessment).map_err(listed)?;
    let texts = Texts::read(&json(locale)?, &language, Rc::new(PlainFormat)).map_err(listed)?;
    let report = report(&assessment, &answers, &language);
    let wording = Wording { assessment: &assessment, texts: &texts, answers: &answers, with_author_weights: None };
    let plan = report.plan.iter().map(|item| format!("\n- {}", item.title)).collect::<String>();
    Ok(format!("{}\n{}{plan}", wording.score_sentence(&report), wording.score_or_range(&report)))
}

fn listed(problems: Vec<Problem>) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}
