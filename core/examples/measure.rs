//! Measures on a command line: `cargo run -p partner-fit-core --example measure -- CHECK SHEET LANGUAGE`.
//!
//! CHECK is a file that measures (`core/content/programme.json`), SHEET its figures and answers as JSON, or two columns
//! `id;value` where its name does not end in `.json`. Prints the whole Report as JSON; or every problem of a file, and then
//! fails.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::measure::Programme;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [check, sheet, language] = arguments.as_slice() else {
        return Err("expected the paths of a check and of a sheet, and a language".into());
    };
    println!("{}", measure(Path::new(check), Path::new(sheet), language)?);
    Ok(())
}

/// The Report of the figures in a file, as JSON.
///
/// # Errors
/// When a file cannot be read, or with every problem of one.
pub fn measure(check: &Path, sheet: &Path, language: &str) -> Result<String, Box<dyn Error>> {
    let file: Tree = serde_json::from_str(&fs::read_to_string(check)?)?;
    let programme = Programme::read(&file, &Default::default()).map_err(listed)?;
    let text = fs::read_to_string(sheet)?;
    let is_json = sheet.extension().is_some_and(|extension| extension == "json");
    let answers = if is_json {
        programme.read_sheet(&serde_json::from_str::<Tree>(&text)?)
    } else {
        programme.read_pasted(&text)
    };
    let language = programme.asked.language_for(language).ok_or("expected one of the check's languages")?;
    Ok(serde_json::to_string_pretty(&programme.report(&answers.map_err(listed)?, language))?)
}

fn listed(problems: Vec<Problem>) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}
