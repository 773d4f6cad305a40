//! `cargo xtask shots`: the README's pictures, of the released page in Chromium. Which ones is the table below; how one
//! is taken is in `shots/capture`.

use std::path::Path;

use crate::project::Project;

#[cfg(feature = "webdriver")]
mod capture;

#[cfg(feature = "webdriver")]
pub use capture::{Camera, Scheme};

/// Takes every picture of the table into `out`.
///
/// # Errors
/// When Chromium cannot be had, the site does not build, or a picture cannot be taken.
#[cfg(feature = "webdriver")]
pub fn shots(project: &Project, out: &Path) -> anyhow::Result<()> {
    use anyhow::Context as _;

    use crate::browsers::{Driver, Engine};
    use crate::dist;
    use crate::serve::{Options, Server};
    use crate::tools::browsers;

    browsers::ensure(project, Engine::Chromium)?;
    let site = project.target.join("test-site");
    dist::make(project, &site)?;
    std::fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let server = Server::start(Options::new(site))?;
    let driver = Driver::start(project, Engine::Chromium)?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot make a runtime")?;
    runtime.block_on(async {
        let camera = Camera::new(&driver).await?;
        for (name, path, width, height) in SHOTS {
            for scheme in [Scheme::Light, Scheme::Dark] {
                let file = out.join(format!("{name}-{width}-{scheme}.png"));
                camera.open(&server.url(path), (width, height), scheme).await?;
                camera.save(&file).await?;
                println!("{}", file.display());
            }
        }
        camera.close().await
    })
}

/// The WebDriver client is not compiled into what `start` needs, so this program calls itself with it.
///
/// # Errors
/// As the pictures' own.
#[cfg(not(feature = "webdriver"))]
pub fn shots(project: &Project, out: &Path) -> anyhow::Result<()> {
    let mut cargo = crate::command::cargo();
    cargo.current_dir(&project.root);
    cargo.args(["run", "--quiet", "--package", "xtask", "--features", "webdriver", "--", "shots", "--out"]).arg(out);
    crate::command::run(&mut cargo)
}

/// Name, path, width and height of the window; each in light and in dark.
#[cfg(feature = "webdriver")]
const SHOTS: [(&str, &str, u32, u32); 2] = [("start", "/", 390, 844), ("start", "/", 1280, 800)];
