//! Checks our scripts and style sheets: strictly by the TypeScript compiler, with types made from the exports of the
//! wasm, so that a renamed export fails; and their format by prettier.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, ensure};

use crate::command;
use crate::project::Project;
use crate::site::{Effort, files, wasm};
use crate::tools::node;

/// The files that prettier checks, as its patterns.
const FORMATTED: [&str; 6] = [
    "static/{*.js,page.css}",
    "static/{element,page,builder}/**/*.{js,ts,css}",
    "{benches,tests}/**/*.{js,jsx,css}",
    "examples/**/*.{js,jsx}",
    "tests/**/*.{ts,tsx}",
    "xtask/src/**/*.js",
];

/// What the compiler checks: all that ships, strictly; and what tests, benchmarks and examples run in a page, whose
/// values may be of any type.
const TYPED: [&str; 2] = ["tsconfig.json", "tests/tsconfig.json"];

/// The folders in which no check of the compiler may be turned off without a reason.
const STRICT: [&str; 1] = ["static"];

/// Runs the checks, the quick ones first.
pub(super) fn check(project: &Project) -> anyhow::Result<()> {
    node::ensure_modules(project)?;
    println!("lint: format of scripts");
    let mut prettier = Command::new(node::program(project, "prettier")?);
    prettier.current_dir(&project.root).args(["--check", "--log-level=warn"]).args(FORMATTED);
    command::run(&mut prettier).context("run `npx prettier --write` on the files named above")?;
    for folder in STRICT {
        for path in files::list(&project.root.join(folder))?.iter().filter(|path| path.ends_with(".js")) {
            let script = fs::read_to_string(project.root.join(folder).join(path))?;
            let found = unchecked(&script);
            ensure!(found.is_empty(), "expected every line of {folder}/{path} to be checked, got {}", found.join("; "));
        }
    }
    println!("lint: types of scripts");
    make_types(project)?;
    for config in TYPED {
        let mut tsc = Command::new(node::program(project, "tsc")?);
        command::run(tsc.current_dir(&project.root).args(["--project", config]))?;
    }
    Ok(())
}

/// Writes the types of each module's exports to where tsconfig.json expects them, for any target folder of cargo.
fn make_types(project: &Project) -> anyhow::Result<()> {
    let folder = project.root.join("target/types");
    for name in wasm::MODULES {
        let compiled = wasm::compile(project, Effort::Quick, name)?;
        wasm::bind(&compiled, Effort::Quick, &folder, name)?;
    }
    Ok(())
}

/// Finds the lines that turn a check off: for a whole file, without a reason, or by the type `any`.
fn unchecked(script: &str) -> Vec<String> {
    let turns_off = |line: &str| {
        let ignores = ["@ts-ignore", "@ts-expect-error"].into_iter().find_map(|mark| line.split_once(mark));
        let has_no_reason = ignores.is_some_and(|(_, reason)| !reason.contains(char::is_alphabetic));
        let is_any = line.contains("@") && line.split(|c: char| !c.is_alphanumeric()).any(|word| word == "any");
        has_no_reason || line.contains("@ts-nocheck") || (is_any && has_any_type(line))
    };
    let lines = script.lines().enumerate().filter(|(_, line)| turns_off(line));
    lines.map(|(index, line)| format!("line {}: {}", index + 1, line.trim())).collect()
}

/// Whether `any` stands between braces, as a type in a comment does.
fn has_any_type(line: &str) -> bool {
    let inside = line.split_once('{').and_then(|(_, rest)| rest.rsplit_once('}'));
    inside.is_some_and(|(kind, _)| kind.split(|c: char| !c.is_alphanumeric()).any(|word| word == "any"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_turned_off_for_a_reason_only() {
        for (line, expected) in [
            ("// @ts-nocheck", 1),
            ("// @ts-ignore", 1),
            ("/* @ts-expect-error */", 1),
            ("// @ts-expect-error: Firefox alone has it", 0),
            ("/** @type {any} */", 1),
            ("/** @param {Record<string, any>} found */", 1),
            ("/** @param {string} any one of these */", 0),
            ("// any {browser} @ all", 0),
        ] {
            assert_eq!(unchecked(line).len(), expected, "{line}");
        }
    }
}
