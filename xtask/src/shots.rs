//! `cargo xtask shots`: every screen of the released page in Chromium, for eyes to look at, and from them the README's two
//! pictures. Which ones is below; how one is taken is in `shots/capture`, what is answered in `shots/answers`.

use std::path::Path;

use crate::project::Project;

#[cfg(feature = "webdriver")]
pub(crate) mod answers;
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
        for picture in pictures(project)? {
            let answers = answers::for_picture(project, &picture.assessment)?;
            camera.open(&server.url(&picture.path()), picture.window, picture.scheme).await?;
            camera.walk_to(picture.screen, &answers).await?;
            let file = out.join(format!("{}.png", picture.name()));
            camera.save(&file, None).await?;
            println!("{}", file.display());
            if let Some((_, readme)) = README.iter().find(|(name, _)| *name == picture.name()) {
                let readme = project.root.join(readme);
                std::fs::create_dir_all(readme.parent().unwrap_or(out))?;
                camera.save(&readme, Some(README_PIXELS)).await?;
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

/// The pictures that the README shows, and where it looks for them.
#[cfg(feature = "webdriver")]
const README: [(&str, &str); 2] = [
    ("partner-en-1280-light-step", "tests/screens/step.png"),
    ("company-en-1280-light-result", "tests/screens/result.png"),
];

/// How much of a page the README shows, from its top.
#[cfg(feature = "webdriver")]
const README_PIXELS: f64 = 1180.0;

/// The screens, each with how often Continue leads there from the start screen; the error screen is a step that was
/// continued without an answer.
#[cfg(feature = "webdriver")]
const SCREENS: [(&str, i32); 6] =
    [("start", 0), ("missing", 1), ("step", 1), ("number", 3), ("review", 8), ("result", 9)];

/// One picture: of what, in which language, window and colours.
#[cfg(feature = "webdriver")]
struct Picture {
    assessment: String,
    language: String,
    window: (u32, u32),
    scheme: Scheme,
    screen: (&'static str, i32),
}

#[cfg(feature = "webdriver")]
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
#[cfg(feature = "webdriver")]
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
