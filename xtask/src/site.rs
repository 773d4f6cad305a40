//! Builds the site, a folder that any static host can serve: compiles, makes the glue, copies files. What only a
//! release gets (smaller files, hashes, compressed copies) is in `dist`.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::project::Project;
use crate::tools::node;

pub mod bundle;
pub mod files;
pub mod integrity_pins;
pub mod split;
pub mod wasm;

/// How much time to spend on the wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Fast to build: for `start`.
    Quick,
    /// Small: the release profile.
    Small,
}

/// Builds the site into `out`. The folder is replaced only after everything has succeeded, so a failed build leaves the
/// last good one.
///
/// # Errors
/// The sources do not compile, or a file cannot be read or written.
pub fn build(project: &Project, effort: Effort, out: &Path) -> anyhow::Result<()> {
    let staging = out.with_extension("next");
    build_into(project, effort, &staging)?;
    bundle::write(project, effort, &staging)?;
    files::replace(&staging, out)
}

/// Builds into an emptied folder, for callers that have more to do before it replaces the last one. The element's
/// script contains the hashes of the other files, so it is written last, by [`bundle::write`].
///
/// # Errors
/// As [`build`].
pub fn build_into(project: &Project, effort: Effort, staging: &Path) -> anyhow::Result<()> {
    node::ensure_modules(project)?;
    let glue = bundle::glue_folder(project, effort);
    for name in wasm::MODULES {
        let compiled = wasm::compile(project, effort, name)?;
        let module = compiled.with_file_name(format!("{name}.wasm"));
        fs::copy(&compiled, &module).with_context(|| format!("cannot copy {}", compiled.display()))?;
        wasm::bind(&module, effort, &glue, name)?;
        wasm::own_marks(&glue, name)?;
    }
    if staging.exists() {
        fs::remove_dir_all(staging).with_context(|| format!("cannot empty {}", staging.display()))?;
    }
    fs::create_dir_all(staging).with_context(|| format!("cannot make {}", staging.display()))?;
    for name in wasm::MODULES {
        files::copy_file(&glue, staging, &format!("{name}_bg.wasm"))?;
    }
    // Only one glue is a file of the site, because a page of ours names it. The others are bundled.
    files::copy_file(&glue, staging, "builder.js")?;
    files::copy(project, staging)
}
