//! The same wasm, scripts and styles in fewer bytes. Both tools come by npm, in the releases that the lock file names.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use crate::build::wasm::{REST_FILE, SPLIT, is_rest};
use crate::build::{entries, pins, split};
use crate::command;
use crate::project::Project;
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
pub(super) fn wasm(project: &Project, site: &Path, names: &[&str]) -> anyhow::Result<()> {
    for name in names {
        let module = site.join(format!("{name}_bg.wasm"));
        if *name != SPLIT {
            optimise(project, &module, &[&SMALLER, &LAST])?;
            continue;
        }
        optimise(project, &module, &[&SMALLER, &["--debuginfo"]])?;
        let rest = site.join(REST_FILE);
        split::split(&module, &rest, is_rest)?;
        for part in [&module, &rest] {
            optimise(project, part, &[&["-Oz", "-Oz"], &LAST])?;
        }
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

/// Each file for itself, nothing is joined: the element finds its parts by their names. All scripts are modules.
pub(super) fn scripts_and_styles(project: &Project, site: &Path, paths: &[String]) -> anyhow::Result<()> {
    let (classes, rest): (Vec<&String>, Vec<&String>) = paths.iter().partition(|path| *path == entries::CLASS);
    let (scripts, rest): (Vec<&String>, Vec<&String>) = rest.into_iter().partition(|path| path.ends_with(".js"));
    let styles: Vec<&String> = rest.into_iter().filter(|path| path.ends_with(".css")).collect();
    esbuild(project, site, &scripts, &["--minify", "--format=esm"])?;
    // With the white space go the comments that tell bundlers what to leave alone.
    esbuild(project, site, &classes, &["--minify-identifiers", "--minify-syntax", "--format=esm"])?;
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

/// What the element loads, without the white space that is for those who write it. What people read stays as it is.
pub(super) fn data(site: &Path, paths: &[String]) -> anyhow::Result<()> {
    for path in paths.iter().filter(|path| pins::is_loaded(path) && path.ends_with(".json")) {
        let file = site.join(path);
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {path}"))?;
        fs::write(&file, compact(&text)).with_context(|| format!("cannot write {path}"))?;
    }
    Ok(())
}

/// JSON on one line, its keys and numbers as they were written.
fn compact(json: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let kept = json.chars().filter(|&c| {
        let keep = in_string || !c.is_ascii_whitespace();
        in_string = if c == '"' && !escaped { !in_string } else { in_string };
        escaped = c == '\\' && !escaped;
        keep
    });
    kept.chain(['\n']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_goes_but_not_out_of_strings() {
        let json = "{\n  \"a b\": [1, -2.50e3, true],\r\n\t\"c\": \"x \\\" y\\\\\", \"d\": \" \" }\n";
        assert_eq!(compact(json), "{\"a b\":[1,-2.50e3,true],\"c\":\"x \\\" y\\\\\",\"d\":\" \"}\n");
    }

    #[test]
    fn what_is_shipped_stays_the_same() {
        for path in ["assessments/partner", "assessments/company", "locales/en", "locales/nl"] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../static/{path}.json"));
            let text = fs::read_to_string(path).unwrap_or_default();
            let [before, after] = [text.as_str(), &compact(&text)].map(serde_json::from_str::<serde_json::Value>);
            assert!(matches!((before, after), (Ok(before), Ok(after)) if before == after && before.is_object()));
        }
    }
}
