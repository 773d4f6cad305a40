//! Takes pictures of every screen of the released page in Chromium, for people to look at, and from them the two of the
//! README. `screenshots/capture` takes one, `screenshots/answers` has the answers.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use xtask::dist;
use xtask::project::Project;
use xtask::tools::browsers;

use crate::browsers::{Driver, Engine};
use crate::serve::{Options, Server};

pub mod answers;
mod capture;

pub use capture::{Camera, Scheme};

/// Takes every picture of the table into `out`.
///
/// # Errors
/// Chromium cannot be installed, the site does not build, or a picture cannot be taken.
pub fn take(project: &Project, out: &Path) -> anyhow::Result<()> {
    browsers::ensure(project, Engine::Chromium)?;
    let site = project.target.join("test-site");
    dist::build_release(project, &site)?;
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let server = Server::start(Options::new(site))?;
    let driver = Driver::start(project, Engine::Chromium)?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot make a runtime")?;
    runtime.block_on(async {
        let camera = Camera::new(&driver).await?;
        for picture in pictures(project)? {
            let answers = answers::for_picture(project, &picture.assessment)?;
            camera.open(&server.url(&picture.path()), picture.window, picture.scheme).await?;
            camera.walk_to(picture.screen, &answers).await?;
            let file = out.join(format!("{}.png", picture.name()));
            camera.save(&file, None).await?;
            println!("{}", file.display());
            if let Some((_, readme)) = README.iter().find(|(name, _)| *name == picture.name()) {
                let readme = project.root.join(readme);
                fs::create_dir_all(readme.parent().unwrap_or(out))?;
                camera.save(&readme, Some(README_PIXELS)).await?;
            }
        }
        camera.close().await
    })
}

/// The pictures of the README, and their paths.
const README: [(&str, &str); 2] = [
    ("partner-en-1280-light-step", "tests/screens/step.png"),
    ("company-en-1280-light-result", "tests/screens/result.png"),
];

/// The height of the README's pictures, from the top of the page.
const README_PIXELS: f64 = 1180.0;

/// The screens, each with the number of presses of Continue that lead there from the start screen. The error screen is
/// a step that was continued without an answer.
const SCREENS: [(&str, i32); 6] =
    [("start", 0), ("missing", 1), ("step", 1), ("number", 3), ("review", 8), ("result", 9)];

/// One picture: its screen, language, window and colours.
struct Picture {
    assessment: String,
    language: String,
    window: (u32, u32),
    scheme: Scheme,
    screen: (&'static str, i32),
}

impl Picture {
    fn path(&self) -> String {
        format!("/?assessment={}&lang={}", self.assessment, self.language)
    }

    fn name(&self) -> String {
        let Self { assessment, language, window: (width, _), scheme, screen: (screen, _) } = self;
        format!("{assessment}-{language}-{width}-{scheme}-{screen}")
    }
}

/// Every screen of every assessment, in every language, both widths and both schemes.
fn pictures(project: &Project) -> anyhow::Result<Vec<Picture>> {
    let mut pictures = Vec::new();
    for assessment in project.assessments()? {
        let number = answers::number_step(project, &assessment)?;
        for language in project.languages()? {
            for window in [(390, 844), (1280, 800)] {
                for scheme in [Scheme::Light, Scheme::Dark] {
                    for (name, steps) in SCREENS {
                        let screen = (name, if name == "number" { number } else { steps });
                        let (assessment, language) = (assessment.clone(), language.clone());
                        pictures.push(Picture { assessment, language, window, scheme, screen });
                    }
                }
            }
        }
    }
    Ok(pictures)
}
