//! `partner-fit`: checks assessments, and scores and ranks as many candidates as there are. No network, no browser.
//!
//! What is read and computed is the core's; here are arguments, files, threads and exit codes: 0 done, 1 problems in
//! data or a file, 2 wrong use, 3 could not read or write.

mod args;
mod check;
mod explain;
mod failure;
mod files;
mod language;
mod link;
mod output;
mod progress;
mod rank;
mod score;
mod task;
mod template;

use std::io::Write as _;
use std::process::ExitCode;

use failure::Failure;
use task::Command;

fn main() -> ExitCode {
    let done = args::parse().and_then(|command| match command {
        Command::Help(text) => output::all(text),
        Command::Check(check) => check::run(&check),
        Command::Score(score) => score::run(&score),
        Command::Rank(rank) => rank::run(&rank),
        Command::Explain(explain) => explain::run(&explain),
        Command::Template(template) => template::run(&template),
        Command::Link(link) => link::run(&link),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has had enough.
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(failure) => {
            let text = failure.to_string();
            if !text.is_empty() {
                // Nobody is left to be told where this fails.
                writeln!(std::io::stderr(), "{text}").ok();
            }
            ExitCode::from(failure.code())
        }
    }
}
