//! Makes wasm, scripts and styles smaller. Both tools come from npm, in the versions of the lock file.

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

/// The options of `wasm-opt`. Flattening, looking for loops and for what is computed twice, `--gufa` and more rounds find
/// a little more after a first `-Oz`. Of functions with one caller larger ones are not inlined, of the others a little
/// more than usual, and functions are sorted by name, which puts similar ones together: all of it compresses better. The
/// lowest kilobyte of memory is the far end of the stack, so no pointer is below it. A release has no function names.
const ALWAYS: [&str; 3] =
    ["--low-memory-unused", "--one-caller-inline-max-function-size=60", "--always-inline-max-function-size=4"];
const SMALLER: [&str; 13] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "--flatten",
    "--simplify-locals-notee-nostructure",
    "--local-cse",
    "-Oz",
    "-Oz",
    "--gufa",
    "-Oz",
    "--code-folding",
    "--merge-blocks",
    "-Oz",
];
const LAST: [&str; 2] = ["--reorder-functions-by-name", "--strip-debug"];

/// Makes these modules smaller and splits the one that a release splits. That one is shrunk as a whole first, which
/// saves most, then each part, without what it no longer shares. Parts are shrunk without `--gufa`, which does not know
/// that another module fills the table. `wasm-opt` uses one core a module, so all modules are shrunk at the same time.
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

/// Passes no option for features: wasm-opt reads from the module which it may use. With every feature allowed the
/// result is smaller, but browsers refuse it.
fn optimise(project: &Project, module: &Path, passes: &[&[&str]]) -> anyhow::Result<()> {
    let smaller = module.with_extension("smaller");
    let mut wasm_opt = Command::new(node::program(project, "wasm-opt")?);
    command::run(wasm_opt.args(ALWAYS).args(passes.concat()).arg(module).arg("-o").arg(&smaller))?;
    fs::rename(&smaller, module).with_context(|| format!("cannot replace {}", module.display()))
}

/// Minifies the pages' scripts and style sheets, each file separately. All scripts are modules. The element's script is
/// bundled elsewhere.
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

/// Writes JSON without white space; keys keep their order.
const COMPACT: &str = "for (const path of process.argv.slice(1)) {
  fs.writeFileSync(path, JSON.stringify(JSON.parse(fs.readFileSync(path, 'utf8'))) + '\\n');
}";

/// Minifies what the element loads. Files that people read stay as they are.
pub(super) fn data(site: &Path, paths: &[String]) -> anyhow::Result<()> {
    let loaded = paths.iter().filter(|path| integrity_pins::is_loaded(path) && path.ends_with(".json"));
    let mut node = Command::new("node");
    command::run(node.current_dir(site).args(["--eval", COMPACT]).args(loaded))
}
