//! The element's one script, bundled by esbuild: the modules of `static/element`, the glue of wasm-bindgen, the style
//! sheets and the hashes of the files that it loads. All script that runs in a host's page is in that file, so the hash
//! that a host names for it covers all of it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;

use super::{Effort, integrity_pins, wasm};
use crate::command;
use crate::project::Project;
use crate::tools::node;

/// The script that a host names: it registers the element.
pub const ELEMENT: &str = "partner-fit.js";
/// The same without the registration, for those who give the element a name of their own, and for bundlers.
pub const CLASS: &str = "element.js";

/// The modules that the two begin with.
const ENTRIES: [(&str, &str); 2] = [("register.js", ELEMENT), ("index.js", CLASS)];

/// Style sheets that are part of the script: a request for each would be one more before the first question.
const STYLE_SHEETS: [&str; 2] = ["styles/widget.css", "styles/print.css"];

/// Whether this file of `static` goes into the script, and is no file of the site.
#[must_use]
pub fn is_bundled(path: &str) -> bool {
    path.starts_with("element/")
}

/// Writes both scripts into the site, whose other files must be as they will be served: their hashes are in the scripts.
///
/// # Errors
/// When esbuild is missing or refuses a source, or a file cannot be read.
pub fn write(project: &Project, effort: Effort, site: &Path) -> anyhow::Result<()> {
    let sources = project.root.join("static/element");
    let built = glue_folder(project, effort).join("built");
    for name in wasm::LOADED {
        factory(project, &built.with_file_name(format!("{name}.js")), &built.join(format!("{name}.js")))?;
    }
    let mut styles = esbuild(project)?;
    styles.current_dir(&sources).args(STYLE_SHEETS).args(["--bundle", "--minify"]).arg(option("--outdir=", &built));
    command::run(&mut styles)?;

    let pins = serde_json::to_string(&integrity_pins::of(site)?).context("hashes are no JSON")?;
    for (entry, script) in ENTRIES {
        let mut bundle = esbuild(project)?;
        bundle.current_dir(&sources).arg(entry).args(["--bundle", "--format=esm", "--loader:.css=text"]);
        bundle.arg(option("--alias:built=", &built)).arg(format!("--define:PINS={pins}"));
        bundle.arg(option("--outfile=", &site.join(script)));
        if effort == Effort::Small {
            bundle.arg("--minify");
        }
        command::run(&mut bundle)?;
    }
    Ok(())
}

/// Where the glue of this effort lies before it is part of the script.
#[must_use]
pub fn glue_folder(project: &Project, effort: Effort) -> PathBuf {
    project.target.join("glue").join(match effort {
        Effort::Quick => "quick",
        Effort::Small => "release",
    })
}

/// Makes of the glue a function that returns a new instance of it: after a panic the module starts with fresh state.
fn factory(project: &Project, glue: &Path, out: &Path) -> anyhow::Result<()> {
    let mut esbuild = esbuild(project)?;
    esbuild
        .arg(glue)
        .args(["--format=iife", "--global-name=glue"])
        .args(["--banner:js=export default function makeGlue() {", "--footer:js=return glue;\n}"]);
    command::run(esbuild.arg(option("--outfile=", out)))
}

fn esbuild(project: &Project) -> anyhow::Result<Command> {
    let mut esbuild = Command::new(node::program(project, "esbuild")?);
    esbuild.args(["--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    Ok(esbuild)
}

/// An option with a path, whatever is in it.
fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_part_of_the_script_is_no_file_of_the_site() {
        for (path, expected) in [
            ("element/register.js", true),
            ("element/styles/widget.css", true),
            ("page.css", false),
            ("page.js", false),
            ("locales/en.json", false),
        ] {
            assert_eq!(is_bundled(path), expected, "{path}");
        }
    }
}
