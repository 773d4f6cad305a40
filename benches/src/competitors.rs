//! The competitors in loading: the released widget with its published snippet, SurveyJS with the same questions, and a
//! bare yew page. All are made as small as their makers make them, and served alike. The measurements are in `load`,
//! `steps` and `host`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use serde_json::Value;

use crate::questions;
use xtask::dist;
use xtask::project::Project;
use xtask::site::{Effort, files, wasm};
use xtask::test::SITE_VARIABLE;

/// A competitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Competitor {
    /// This widget.
    Ours,
    /// The peer: SurveyJS with its core, renderer and default theme.
    Survey,
    /// The floor: yew with one question and nothing else.
    Floor,
}

impl Competitor {
    /// All competitors, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Ours, Self::Survey, Self::Floor];

    /// Its name in the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "partner-fit",
            Self::Survey => "SurveyJS",
            Self::Floor => "bare yew",
        }
    }

    /// The name of its page, and of the folder with its files.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Survey => "survey",
            Self::Floor => "floor",
        }
    }
}

/// The folders to serve: the pages are on one origin, the embedded files on another.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The pages of the competitors, and the host page with and without the widget.
    pub pages: PathBuf,
    /// A folder for each competitor.
    pub files: PathBuf,
}

/// The minified files of SurveyJS.
const SURVEY_FILES: [(&str, &str); 3] = [
    ("survey-core", "survey.core.min.js"),
    ("survey-core", "survey-core.min.css"),
    ("survey-js-ui", "survey-js-ui.min.js"),
];

/// Makes all files but the pages, which contain an origin.
///
/// # Errors
/// A build fails, or a file cannot be written.
pub fn make(project: &Project) -> anyhow::Result<Folders> {
    let root = project.target.join("bench");
    let folders = Folders { pages: root.join("pages"), files: root.join("files") };
    let folder = |competitor: Competitor| folders.files.join(competitor.folder());
    fs::create_dir_all(&folders.files).with_context(|| format!("cannot make {}", folders.files.display()))?;
    // The environment can name a release that is there already, as for the tests.
    match env::var_os(SITE_VARIABLE) {
        Some(site) => files::copy_folder(Path::new(&site), &folder(Competitor::Ours))?,
        None => dist::build_release(project, &folder(Competitor::Ours)).map(drop)?,
    }
    survey(project, &folder(Competitor::Survey))?;
    floor(project, &folder(Competitor::Floor))?;
    Ok(folders)
}

fn survey(project: &Project, folder: &Path) -> anyhow::Result<()> {
    empty(folder)?;
    for (package, name) in SURVEY_FILES {
        let from = project.root.join("node_modules").join(package).join(name);
        fs::copy(&from, folder.join(name)).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    let texts = read_json(&project.root.join("static/locales/en.json"))?;
    let assessment = read_json(&project.root.join("static/assessments/partner.json"))?;
    let model = questions::survey(&assessment, &texts, "en")?;
    let script = format!("new Survey.Model({model}).render(document.getElementById(\"survey\"));\n");
    fs::write(folder.join("questions.js"), script).context("cannot write the questions")?;
    dist::compress(folder)
}

fn floor(project: &Project, folder: &Path) -> anyhow::Result<()> {
    empty(folder)?;
    let module = wasm::compile_package(project, Effort::Small, "floor", &[])?;
    wasm::bind(&module, Effort::Small, folder, "floor")?;
    dist::shrink_module(project, folder, "floor")?;
    dist::compress(folder)
}

/// Writes the pages, which load what they embed from this origin.
///
/// # Errors
/// A page cannot be read or written.
pub fn write_pages(project: &Project, folders: &Folders, origin: &str) -> anyhow::Result<()> {
    empty(&folders.pages)?;
    let templates = project.root.join("benches/pages");
    let read = |name: &str| {
        let path = templates.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let write = |name: &str, text: &str| {
        fs::write(folders.pages.join(name), text).with_context(|| format!("cannot write the page {name}"))
    };
    let integrity = read_json(&folders.files.join(Competitor::Ours.folder()).join("integrity.json"))?;
    let hashes = integrity.get("files").and_then(Value::as_object).context("expected hashes, got none")?;
    let mut widget = String::new();
    for competitor in Competitor::ALL {
        let name = format!("{}.html", competitor.folder());
        let files = format!("{origin}/{}", competitor.folder());
        let mut page = read(&name)?.replace("{{FILES}}", &files);
        for (path, hash) in hashes {
            page = page.replace(&format!("{{{{INTEGRITY {path}}}}}"), hash.as_str().unwrap_or_default());
        }
        ensure!(!page.contains("{{"), "expected {name} to have no other places to fill, got one");
        write(&name, &page)?;
        if competitor == Competitor::Ours {
            widget = page;
        }
    }
    for name in ["host.css", "hero.svg"] {
        write(name, &read(name)?)?;
    }
    let host = read("host.html")?;
    for (name, [head, body]) in [("with.html", snippet(&widget)?), ("without.html", [String::new(), String::new()])] {
        let page = host.replace("{{SNIPPET_HEAD}}", &head).replace("{{SNIPPET_BODY}}", &body);
        write(name, &page.replace("{{SECTIONS}}", &sections()))?;
    }
    dist::compress(&folders.pages)
}

/// The published snippet of the widget's own page, changed to load when it is near the viewport.
fn snippet(page: &str) -> anyhow::Result<[String; 2]> {
    let lines = |wanted: [&str; 2]| -> String {
        page.lines().filter(|line| wanted.iter().any(|start| line.trim().starts_with(start))).collect()
    };
    let head = lines(["<style>", "<script type=\"module\" src"]);
    let body = lines(["<partner-fit ", "<partner-fit>"]).replace(" load=\"eager\"", "");
    ensure!(head.contains("integrity=") && body.contains("lang="), "expected the snippet, got {head} {body}");
    Ok([head, body])
}

/// Content above the widget, several windows high.
fn sections() -> String {
    let text = "Our people train yours, answer your hardest questions within a day, and never sell to a customer \
                that you brought. You set your own prices and keep the contract with your customer. ";
    let card = |n: usize| format!("<div class=\"card\"><h3>Reason {n}</h3><p>{text}</p></div>");
    let section = |n: usize| {
        let cards: String = (1..=6).map(|card_number| card(6 * n + card_number)).collect();
        format!(
            "<section><h2>What partners say, part {}</h2><p>{text}{text}</p><div class=\"columns\">{cards}</div></section>",
            n + 1
        )
    };
    (0..5).map(section).collect()
}

fn empty(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn read_json(path: &Path) -> anyhow::Result<Value> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_page_has_the_snippet_of_the_measured_page() {
        let [head, body] = snippet(include_str!("../pages/ours.html")).unwrap();
        assert!(head.contains("<style>partner-fit:not(:defined)") && head.contains("type=\"module\""), "{head}");
        assert!(body.trim().starts_with("<partner-fit assessment=\"partner\" lang=\"en\"><a "), "{body}");
        assert!(!head.contains("start()"), "out of sight nothing may begin: {head}");
        assert!(snippet("<p>").is_err());
    }
}
