//! The same wasm, scripts and styles in fewer bytes. Both tools come by npm, in the releases that the lock file names.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::{Context as _, anyhow};

use crate::command;
use crate::project::Project;
use crate::site::wasm::{REST_FILE, SPLIT, is_rest};
use crate::site::{integrity_pins, split};
use crate::tools::node;

/// What `wasm-opt` does. Flattening and finding loops anew, `--gufa` and more rounds find a little more after a first
/// `-Oz`. Larger functions with one caller stay functions, and functions in the order of their names stand beside their
/// like: both compress better. The lowest kilobyte of memory is the far end of the stack, so nothing points there. The
/// names themselves do not go into a release.
const ALWAYS: [&str; 2] = ["--low-memory-unused", "--one-caller-inline-max-function-size=60"];
const SMALLER: [&str; 8] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--gufa", "-Oz", "-Oz"];
const LAST: [&str; 2] = ["--reorder-functions-by-name", "--strip-debug"];

/// Makes these modules smaller, and splits the one that a release splits: as a whole it becomes smallest, and what the
/// two parts no longer share goes after. No `--gufa` there: it does not know who else fills the table.
///
/// Each module is optimised by a program that keeps one core busy: all of them at a time.
pub(super) fn wasm(project: &Project, site: &Path, names: &[&str]) -> anyhow::Result<()> {
    thread::scope(|scope| {
        let all: Vec<_> = names.iter().map(|name| scope.spawn(|| one_module(project, site, name))).collect();
        let outcomes = all.into_iter().map(|one| one.join().unwrap_or_else(|_| Err(anyhow!("optimising panicked"))));
        outcomes.collect()
    })
}

fn one_module(project: &Project, site: &Path, name: &str) -> anyhow::Result<()> {
    let module = site.join(format!("{name}_bg.wasm"));
    if name != SPLIT {
        return optimise(project, &module, &[&SMALLER, &LAST]);
    }
    optimise(project, &module, &[&SMALLER, &["--debuginfo"]])?;
    let rest = site.join(REST_FILE);
    split::split(&module, &rest, is_rest)?;
    for part in [&module, &rest] {
        optimise(project, part, &[&["-Oz", "-Oz"], &LAST])?;
    }
    Ok(())
}

/// No feature is named: which features the module may use is read from the module. With all of them allowed the result
/// is smaller and browsers refuse it.
fn optimise(project: &Project, module: &Path, passes: &[&[&str]]) -> anyhow::Result<()> {
    let smaller = module.with_extension("smaller");
    let mut wasm_opt = Command::new(node::program(project, "wasm-opt")?);
    command::run(wasm_opt.args(ALWAYS).args(passes.concat()).arg(module).arg("-o").arg(&smaller))?;
    fs::rename(&smaller, module).with_context(|| format!("cannot replace {}", module.display()))
}

/// The scripts of the pages and their style sheets, each file for itself. All scripts are modules. The element's own
/// script is no file yet.
pub(super) fn scripts_and_styles(project: &Project, site: &Path, paths: &[String]) -> anyhow::Result<()> {
    let (scripts, rest): (Vec<&String>, Vec<&String>) = paths.iter().partition(|path| path.ends_with(".js"));
    let styles: Vec<&String> = rest.into_iter().filter(|path| path.ends_with(".css")).collect();
    esbuild(project, site, &scripts, &["--minify", "--format=esm"])?;
    esbuild(project, site, &styles, &["--minify"])
}

fn esbuild(project: &Project, site: &Path, paths: &[&String], options: &[&str]) -> anyhow::Result<()> {
    if paths.is_empty() {
        return Ok(());
    }
    let mut esbuild = Command::new(node::program(project, "esbuild")?);
    esbuild.current_dir(site).args(["--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    esbuild.args(["--outdir=.", "--outbase=."]).args(options).args(paths);
    command::run(&mut esbuild)
}

/// Writes JSON without the white space that is for those who write it; keys stay in their order.
const COMPACT: &str = "for (const path of process.argv.slice(1)) {
  fs.writeFileSync(path, JSON.stringify(JSON.parse(fs.readFileSync(path, 'utf8'))) + '\\n');
}";

/// What the element loads, on one line each. What people read stays as it is.
pub(super) fn data(site: &Path, paths: &[String]) -> anyhow::Result<()> {
    let loaded = paths.iter().filter(|path| integrity_pins::is_loaded(path) && path.ends_with(".json"));
    let mut node = Command::new("node");
    command::run(node.current_dir(site).args(["--eval", COMPACT]).args(loaded))
}
