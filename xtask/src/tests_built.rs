//! Compiles all test programs in one call of cargo with one set of features, so that nothing is compiled twice and each
//! program can run when its turn comes.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::Context as _;
use cargo_metadata::Message;

use crate::command;
use crate::project::Project;

/// The features of the tests of browsers and packages.
const FEATURES: &str = "partner-fit/browser,partner-fit/package";

/// The environment variable that names the built site.
pub const SITE_VARIABLE: &str = "PARTNER_FIT_SITE";

/// One program with tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binary {
    /// The target's name: `browser`, `package` …
    pub name: String,
    path: PathBuf,
    /// The folder of its package, in which cargo runs tests.
    folder: PathBuf,
    /// The file in which its source begins.
    pub source: PathBuf,
}

impl Binary {
    /// A command that runs it as cargo does.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command.current_dir(&self.folder).env("CARGO_MANIFEST_DIR", &self.folder);
        command
    }

    /// Runs it to its end; it writes to our own output.
    ///
    /// # Errors
    /// A test fails.
    pub fn run(&self) -> anyhow::Result<()> {
        println!("     Running {}", self.name);
        command::run(&mut self.command()).with_context(|| format!("the tests of `{}` failed", self.name))
    }
}

/// Compiles every test of every package.
///
/// # Errors
/// A test does not compile.
pub fn compile(project: &Project) -> anyhow::Result<Vec<Binary>> {
    let mut cargo = command::cargo();
    cargo.current_dir(&project.root).args(["test", "--no-run", "--workspace", "--features", FEATURES]);
    cargo.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit());
    let text = command::output(&mut cargo).context("the tests do not compile")?;
    let mut binaries = Vec::new();
    for message in Message::parse_stream(text.as_bytes()) {
        let Message::CompilerArtifact(artifact) = message.context("cargo said something unexpected")? else {
            continue;
        };
        let folder = artifact.manifest_path.parent().context("a package without a folder")?;
        if let (true, Some(path)) = (artifact.profile.test, &artifact.executable) {
            let (path, folder) = (path.into(), folder.into());
            let source = artifact.target.src_path.into();
            binaries.push(Binary { name: artifact.target.name, path, folder, source });
        }
    }
    // Cargo lists them in the order in which they were ready.
    binaries.sort_by(|one, other| (&one.folder, &one.name).cmp(&(&other.folder, &other.name)));
    Ok(binaries)
}
