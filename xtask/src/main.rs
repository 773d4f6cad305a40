//! The program `cargo xtask`: reads the arguments, runs the command, and turns its outcome into an exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use xtask::args::{self, Task};
use xtask::command::{self, Failed};
use xtask::project::Project;

fn main() -> ExitCode {
    let task = match args::parse(std::env::args_os().skip(1)) {
        Ok(task) => task,
        Err(error) => {
            eprintln!("error: {error:#}\n\n{}", args::HELP);
            return ExitCode::from(2);
        }
    };
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            // A tool that failed has printed the reason. Its exit code is passed on, so that a caller can read it.
            let code = error.downcast_ref::<Failed>().map_or(1, Failed::code);
            ExitCode::from(code)
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    let project = Project::find()?;
    match task {
        Task::Help => {
            println!("{}", args::HELP);
            Ok(())
        }
        Task::Start(options) => xtask::start::start(&project, &options),
        Task::Test(options) => xtask::test::test(&project, &options),
        Task::Dist => xtask::dist::dist(&project),
        Task::Lint => xtask::lint::lint(&project),
        Task::Bless => xtask::bless::bless(&project),
        Task::Bench(options) => delegate(&project, "partner-fit-benches", "partner-fit-benches", &options),
        Task::Screenshots(options) => delegate(&project, "test-support", "screenshots", &options),
    }
}

/// Runs a program of another package, so that the code that drives browsers is compiled only when it is needed.
fn delegate(project: &Project, package: &str, program: &str, options: &[OsString]) -> anyhow::Result<()> {
    let mut cargo = command::cargo();
    cargo.args(["run", "--quiet", "--package", package, "--bin", program, "--manifest-path"]);
    cargo.arg(project.root.join("Cargo.toml")).arg("--").args(options);
    command::run(&mut cargo)
}
