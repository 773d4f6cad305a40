//! Random input of every kind, again and again until the time is up: `cargo xtask test --soak fuzz --minutes N`.
//!
//! Each target draws an input from a seed and holds what comes of it against what must always hold (`hold`). A seed gives
//! the same input every time, so that one which broke something is kept in `seeds/` and tried first in every run. How
//! inputs are drawn is in `draw`, how a target is run in `run`.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used)] // a panic is what it looks for

mod assessments;
mod draw;
mod hold;
mod run;
mod targets;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use lexopt::prelude::*;

use run::{Options, Target};

/// The targets in the order in which they run. The values from JavaScript are a script of their own (`values.mjs`).
const TARGETS: [Target; 7] = [
    Target { name: "checker", step: targets::checker::step },
    Target { name: "engine", step: targets::engine::step },
    Target { name: "link", step: targets::link::step },
    Target { name: "file", step: targets::file::step },
    Target { name: "csv", step: targets::csv::step },
    Target { name: "settings", step: targets::settings::step },
    Target { name: "reducer", step: targets::reducer::step },
];

fn main() -> anyhow::Result<ExitCode> {
    let (mut names, mut options) = (Vec::new(), Options::default());
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("minutes") => options.time = Duration::from_secs_f64(60.0 * parser.value()?.parse::<f64>()?),
            Long("seed") => options.seed = parser.value()?.parse()?,
            // One execution alone, to look at it.
            Long("only") => options.only = Some(parser.value()?.parse()?),
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let known = |name: &String| TARGETS.iter().position(|target| target.name == name);
    let wanted: Vec<usize> = names.iter().map(|name| known(name).context(name.clone())).collect::<Result<_, _>>()?;
    if options.only.is_some() && wanted.len() != 1 {
        bail!("expected one target beside --only, got {}", wanted.len());
    }
    let mut broken = 0;
    for (place, target) in TARGETS.iter().enumerate() {
        if wanted.is_empty() || wanted.contains(&place) {
            let outcome = run::run(target, &options)?;
            println!("{outcome}");
            broken += outcome.broken.len();
        }
    }
    Ok(if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
