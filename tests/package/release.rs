//! The release that is tested, and its package installed as an application does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;
use xtask::dist;
use xtask::project::Project;
use xtask::test::SITE_VARIABLE;

/// The release's folder: the one that is named, or one made now.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        if let Some(site) = std::env::var_os(SITE_VARIABLE) {
            return site.into();
        }
        let project = Project::find().unwrap();
        let site = project.target.join("package-site");
        dist::build_release(&project, &site).unwrap();
        site
    })
}

/// An empty application with the package in it.
pub struct Installed(TempDir);

impl Installed {
    /// Installs it; nothing is asked of the network, because it depends on nothing.
    pub fn new() -> Self {
        let application = tempfile::tempdir().unwrap();
        fs::write(application.path().join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n").unwrap();
        let package = folder().join(dist::package::file_name());
        let npm = Command::new("npm")
            .args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"])
            .arg(fs::canonicalize(&package).unwrap_or_else(|error| panic!("{}: {error}", package.display())))
            .current_dir(application.path())
            .status()
            .unwrap();
        assert!(npm.success(), "npm could not install {}", package.display());
        Self(application)
    }

    /// The application's folder.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The package's own folder.
    pub fn package(&self) -> PathBuf {
        self.folder().join("node_modules/partner-fit")
    }
}
