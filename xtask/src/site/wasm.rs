//! Compiles the wasm modules and makes their JavaScript glue. Each is made from the same crate with one of its
//! features, and has its name (`engine.js` and `engine_bg.wasm` …).

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::Project;
use crate::site::Effort;
use crate::{command, tools};

/// The target triple of all code for pages.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The profile of `start`, given on the command line, because it does not concern people who build the crate
/// themselves. Without link-time optimisation and with incremental builds a change takes seconds; level 1 keeps the
/// module small enough to start at once.
const QUICK: [(&str, &str); 4] =
    [("inherits", "\"dev\""), ("opt-level", "1"), ("debug", "false"), ("panic", "\"abort\"")];

/// The modules, which are also features of the crate: the engine, which every visitor loads, the checker for files that
/// are not part of the release, and the builder's page.
pub const MODULES: [&str; 3] = ["engine", "checker", "builder"];

/// Those of them that the element loads.
pub const LOADED: [&str; 2] = ["engine", "checker"];

/// Compiles the product's library with one of its features, and returns the path of the module, which is the same for
/// each.
///
/// # Errors
/// The target cannot be installed, or the sources do not compile.
pub fn compile(project: &Project, effort: Effort, name: &str) -> anyhow::Result<PathBuf> {
    compile_package(project, effort, "partner-fit", &["--no-default-features", "--features", name])
}

/// Compiles a package's library to a module as the product is compiled, with more arguments for cargo.
///
/// # Errors
/// As [`compile`].
pub fn compile_package(project: &Project, effort: Effort, package: &str, more: &[&str]) -> anyhow::Result<PathBuf> {
    tools::rust::ensure_target(TARGET)?;
    let mut cargo = command::cargo();
    cargo.current_dir(&project.root).env("CARGO_ENCODED_RUSTFLAGS", rust_flags(project));
    // For the tests the crate is a Rust library too, and cargo does no link-time optimisation for a crate that is both.
    // Compiled as a module only, it comes out a sixth smaller.
    cargo.args(["rustc", "-p", package, "--lib", "--crate-type", "cdylib", "--target", TARGET]).args(more);
    cargo.arg("--target-dir").arg(&project.target);
    let folder = match effort {
        Effort::Quick => {
            cargo.args(["--profile", "quick"]);
            for (key, value) in QUICK {
                cargo.args(["--config", &format!("profile.quick.{key}={value}")]);
            }
            "quick"
        }
        Effort::Small => {
            cargo.arg("--release");
            "release"
        }
    };
    command::run(&mut cargo)?;
    Ok(project.target.join(TARGET).join(folder).join(package.replace('-', "_")).with_extension("wasm"))
}

/// Writes a module and its glue into the site.
///
/// # Errors
/// The module cannot be read, or was made by another version of wasm-bindgen.
pub fn bind(module: &Path, effort: Effort, site: &Path, name: &str) -> anyhow::Result<()> {
    ensure!(module.exists(), "expected the compiled module at {}, got none", module.display());
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .keep_debug(false)
        // Function names stay: wasm-opt sorts by them and removes them from a release.
        .remove_producers_section(effort != Effort::Quick)
        .generate(site)
        .context("wasm-bindgen failed")?;
    if effort == Effort::Small { shorten(site, name) } else { Ok(()) }
}

/// Renames the marks that yew sets on elements and events. By default they are the same for every yew app on a page,
/// and so are the ids in them: a click in the evaluator would also run the host app's listener on the element with the
/// same id, because an open shadow root does not hide the marks.
///
/// # Errors
/// The glue cannot be read or written.
pub fn own_marks(site: &Path, name: &str) -> anyhow::Result<()> {
    let glue = site.join(format!("{name}.js"));
    let script = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let marked = script.replace(".__yew_", &format!(".__pf_{name}_"));
    fs::write(&glue, marked).with_context(|| format!("cannot write {}", glue.display()))
}

/// Shortens the names of the module's imports, in the module and in the glue: they contain a hash each, which does not
/// compress.
fn shorten(site: &Path, name: &str) -> anyhow::Result<()> {
    let (module, glue) = (site.join(format!("{name}_bg.wasm")), site.join(format!("{name}.js")));
    let mut wasm = walrus::Module::from_file(&module).context("cannot read the module")?;
    let mut script = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    for (index, import) in wasm.imports.iter_mut().enumerate() {
        let short = format!("i{index}");
        let (long_key, short_key) =
            (format!("\n        {}: function", import.name), format!("\n        {short}: function"));
        if script.matches(&long_key).count() == 1 {
            script = script.replace(&long_key, &short_key);
            import.name = short;
        }
    }
    wasm.emit_wasm_file(&module).context("cannot write the module")?;
    fs::write(&glue, script).with_context(|| format!("cannot write {}", glue.display()))
}

/// The module that a release splits (see `split`).
pub const SPLIT: &str = "engine";
/// The file with the rest of it, which the element loads.
pub const REST_FILE: &str = "engine_rest.wasm";

/// The modules of Rust that only a result needs, and no screen that can be reached earlier: the element waits for the
/// rest before it shows a result (`hasResultPart` in `static/element/engine.js`).
const REST: [&str; 9] = [
    "partner_fit_core::advice",
    "partner_fit_core::assessment::file::actions",
    "partner_fit_core::assessment::value_function",
    "partner_fit_core::figures",
    "partner_fit_core::report",
    "partner_fit_core::scoring",
    "partner_fit_core::sharing",
    "partner_fit_core::wording::result",
    "partner_fit::view::result",
];

/// Exports of the same kind.
const REST_EXPORTS: [&str; 6] =
    ["widget_export", "widget_openFile", "widget_print", "widget_result", "widget_setActions", "opened_evaluate"];

/// Whether the engine can ask questions without the function of this name.
#[must_use]
pub fn is_rest(name: &str) -> bool {
    let path = name.strip_prefix('<').unwrap_or(name);
    let of_module =
        |path: &str| REST.iter().any(|module| path.strip_prefix(module).is_some_and(|rest| rest.starts_with("::")));
    of_module(path) || REST_EXPORTS.iter().any(|export| path.starts_with(export))
}

/// Removes the paths of source files, which panic messages contain: the same source must give the same bytes on every
/// machine, and folder names do not belong in a release.
fn rust_flags(project: &Project) -> String {
    let mut renamed = vec![(project.root.clone(), "partner-fit")];
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    if let Some(home) = home {
        // Each registry has a folder named after its address, which differs by machine.
        let sources = home.join("registry/src");
        renamed.push((home, "cargo"));
        let folders = fs::read_dir(sources).into_iter().flatten().flatten();
        renamed.extend(folders.map(|folder| (folder.path(), "crates")));
    }
    // If several match, the compiler takes the last.
    let flags: Vec<String> =
        renamed.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect();
    flags.join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_result_needs_is_told_by_name() {
        for (name, expected) in [
            ("partner_fit_core::report::report::h12", true),
            ("<partner_fit_core::report::advice::Reason as serde_core::ser::Serialize>::serialize::h1", true),
            ("partner_fit::view::result::bands::h1", true),
            ("widget_export multivalue shim", true),
            ("partner_fit::view::step::step::h1", false),
            ("partner_fit_core::reporter::a::h1", false),
            // A stub is called even if the function is empty.
            ("core::ptr::drop_in_place<core::option::Option<partner_fit_core::report::Report>>::h1", false),
        ] {
            assert_eq!(is_rest(name), expected, "{name}");
        }
    }
}
