//! The `cargo xtask` program: reads the arguments, calls the command, turns its outcome into an exit code. No work is
//! done here.

use std::process::ExitCode;

use xtask::args::{self, Task};
use xtask::command::Failed;
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
            // A tool that failed has already said why: its exit code is ours, so that a caller can tell.
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
        Task::Bench(parts) => xtask::bench::bench(&project, &parts),
        Task::Shots(out) => {
            // From here on: the folder we run in need not be the root.
            let out = std::path::absolute(out.unwrap_or_else(|| project.target.join("shots")))?;
            xtask::shots::shots(&project, &out)
        }
    }
}
