//! The evaluator in real browsers: every check in Chromium, Firefox and WebKitGTK, on the page and inside other pages.
//! `cargo xtask test` builds a release and runs this. By hand: `cargo test --features browser --test browser`, which
//! builds the site quickly unless `PARTNER_FIT_SITE` names one; `-- keyboard` runs the checks with that in their names,
//! and `PARTNER_FIT_ENGINES=firefox` only one engine. The checks are in [`checks`], the other modules run them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod all_screens;
mod answer_sheet;
mod browser;
mod checks;
mod device;
mod frames;
mod heard;
mod input;
mod keyboard;
mod options;
mod reading;
mod runner;
mod site;
mod walk;

fn main() -> std::process::ExitCode {
    runner::run(checks::all(), &options::Options::from_command_line())
}
