//! `partner-fit check`: all problems of assessments and of ideal profiles.

use std::path::Path;

use partner_fit_core::assessment::Assessment;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;
use partner_fit_core::rank::ideal::wish::Ideal;
use serde_json::json;

use crate::failure::Failure;
use crate::task::Check;
use crate::{files, output};

/// Checks the files. An ideal profile is held against the assessment that it names, which is one of the files.
pub fn run(check: &Check) -> Result<(), Failure> {
    let mut read: Vec<(&Path, Result<Tree, Failure>)> =
        check.files.iter().map(|path| (path.as_path(), files::json(path))).collect();
    let mut found: Vec<(String, Vec<Problem>)> = Vec::new();
    let mut assessments = Vec::new();
    for (path, tree) in &mut read {
        match tree {
            Ok(tree) if tree.get("ideals").is_none() => match Assessment::read(tree, &Default::default()) {
                Ok(assessment) => assessments.push(assessment),
                Err(problems) => found.push((files::name(path), problems)),
            },
            Ok(_) => {}
            // A file that cannot be read ends the command; one that is no JSON is a problem like others.
            Err(Failure::Problems(lines)) => {
                let prefix = format!("{}: ", files::name(path));
                let message = |line: &String| line.strip_prefix(&prefix).unwrap_or(line).to_owned();
                let problem = |line| Problem { path: String::new(), message: message(line), hint: None };
                found.push((files::name(path), lines.iter().map(problem).collect()));
            }
            Err(failure) => return Err(std::mem::replace(failure, Failure::Closed)),
        }
    }
    for (path, tree) in read.iter().filter_map(|(path, tree)| Some((path, tree.as_ref().ok()?))) {
        if tree.get("ideals").is_some() {
            found.push((files::name(path), ideal(tree, &assessments)));
        }
    }
    found.retain(|(_, problems)| !problems.is_empty());
    if check.json {
        let entry = |(file, problems): &(String, Vec<Problem>)| json!({ "file": file, "problems": problems });
        output::all(format!("{}\n", json!(found.iter().map(entry).collect::<Vec<_>>())))?;
    } else {
        for (file, problems) in &found {
            output::all(problems.iter().map(|problem| format!("{file}: {problem}\n")).collect::<String>())?;
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Failure::Problems(Vec::new())) }
}

/// The problems of an ideal profile.
fn ideal(tree: &Tree, assessments: &[Assessment]) -> Vec<Problem> {
    let name = tree.text("assessment");
    let of = assessments.iter().find(|assessment| name.is_none_or(|name| assessment.id == name));
    match of {
        Some(assessment) => Ideal::read(tree, assessment).err().unwrap_or_default(),
        None => {
            let message = "expected the assessment that it is about among the files, got none".to_owned();
            vec![Problem { path: "assessment".to_owned(), message, hint: None }]
        }
    }
}
