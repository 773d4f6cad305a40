//! The invariants of the house ("nevers"), held by reading every path in the sources: which module may use which, that no
//! modules use each other in a circle, and how long files may be. ARCHITECTURE.md says why.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod paths;
mod scripts;

use std::fs;
use std::path::Path;
use std::process::Command;

use paths::{Source, read, resolved, target};

/// The modules of the core from the ground up: each uses only those before it.
const TOWER: [&str; 11] = [
    "input",
    "assessment",
    "answers",
    "scoring",
    "advice",
    "report",
    "measure",
    "wording",
    "figures",
    "sharing",
    "rank",
];

/// What the modules of a page never use: the beginning of a module's path, then those of what it would lead to.
const NEVERS: [(&str, &[&str]); 12] = [
    // Many candidates are for a module of their own, which no visitor of one assessment downloads.
    ("partner_fit", &["partner_fit_core::rank"]),
    // What measures, and its words and shapes, are for a part of their own, which no visitor of another check downloads.
    (
        "partner_fit",
        &["partner_fit_core::measure", "partner_fit_core::wording::measured", "partner_fit_core::figures::measured"],
    ),
    ("partner_fit_core::sharing", &["partner_fit_core::measure", "partner_fit_core::wording::measured"]),
    ("partner_fit_core::wording::result", &["partner_fit_core::measure", "partner_fit_core::wording::measured"]),
    ("partner_fit_core", &["partner_fit", "yew", "web_sys", "wasm_bindgen", "serde_wasm_bindgen"]),
    ("partner_fit::flow", &["partner_fit::view", "partner_fit::engine", "partner_fit::builder", "yew", "web_sys"]),
    ("partner_fit::view", &["partner_fit_core::scoring", "partner_fit::engine", "partner_fit::builder"]),
    // The engine hands in every Report.
    ("partner_fit::view", &["partner_fit_core::report::report", "partner_fit_core::advice"]),
    ("partner_fit::builder", &["partner_fit::view", "partner_fit::flow", "partner_fit::engine"]),
    ("partner_fit::engine", &["partner_fit::builder", "partner_fit::checker"]),
    ("partner_fit::checker", &["partner_fit::view", "partner_fit::flow", "partner_fit::engine", "yew"]),
    ("partner_fit::js_value", &["partner_fit::view", "partner_fit::flow", "partner_fit::engine", "yew"]),
];

/// The one file outside `view/result` that may use it: the root component, which shows all screens.
const SHOWS_RESULT: &str = "src/view/app.rs";

fn begins(path: &[String], with: &str) -> bool {
    let with: Vec<&str> = with.split("::").collect();
    path.len() >= with.len() && path.iter().zip(with).all(|(one, other)| one == other)
}

/// The nevers that `sources` break, each with the file that does.
fn broken(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources {
        for written in &source.uses {
            let path = resolved(written, sources);
            let never = |path: &[String]| {
                let floor = |name: &str| TOWER.iter().position(|floor| *floor == name);
                let (from, to) = (source.module.get(1), path.get(1));
                let in_core = source.module[0] == "partner_fit_core" && path[0] == "partner_fit_core";
                let climbs = from.and_then(|name| floor(name)) < to.and_then(|name| floor(name));
                let listed = NEVERS
                    .iter()
                    .any(|(from, to)| begins(&source.module, from) && to.iter().any(|to| begins(path, to)));
                let beyond_input = begins(&source.module, "partner_fit::builder")
                    && begins(path, "partner_fit_core")
                    && !begins(path, "partner_fit_core::input");
                let result = "partner_fit::view::result";
                let early = begins(&source.module, "partner_fit::view")
                    && !begins(&source.module, result)
                    && begins(path, result)
                    && source.file != SHOWS_RESULT;
                (in_core && from.is_some() && climbs) || listed || beyond_input || early
            };
            if never(&path) || never(written) {
                broken.push(format!("{} uses {}", source.file, path.join("::")));
            }
        }
    }
    broken
}

/// The circles of files that use each other, each once.
fn circles(sources: &[Source]) -> Vec<Vec<&str>> {
    let uses = |from: &Source| -> Vec<usize> {
        let targets = from.uses.iter().filter_map(|path| target(&resolved(path, sources), sources));
        let place = |to: &Source| sources.iter().position(|source| source.file == to.file && to.file != from.file);
        targets.filter_map(place).collect()
    };
    let graph: Vec<Vec<usize>> = sources.iter().map(uses).collect();
    let reach = |from: usize| {
        let (mut seen, mut left) = (vec![false; sources.len()], graph[from].clone());
        while let Some(next) = left.pop() {
            if !std::mem::replace(&mut seen[next], true) {
                left.extend(&graph[next]);
            }
        }
        seen
    };
    let reached: Vec<Vec<bool>> = (0..sources.len()).map(reach).collect();
    let mut circles: Vec<Vec<&str>> = Vec::new();
    for from in (0..sources.len()).filter(|file| reached[*file][*file]) {
        let both = (0..sources.len()).filter(|to| reached[from][*to] && reached[*to][from]);
        let circle: Vec<&str> = both.map(|file| sources[file].file.as_str()).collect();
        if !circles.contains(&circle) {
            circles.push(circle);
        }
    }
    circles
}

/// The files of ours, by git.
fn files() -> Vec<String> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = git.output().unwrap();
    let files = String::from_utf8(output.stdout).unwrap();
    files.lines().filter(|file| text_path(file).is_file()).map(str::to_owned).collect()
}

fn text_path(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn text(file: &str) -> String {
    fs::read_to_string(text_path(file)).unwrap()
}

fn is_source(file: &str) -> bool {
    (file.starts_with("core/src/") || file.starts_with("src/")) && file.ends_with(".rs")
}

fn sources() -> Vec<Source> {
    files().iter().filter(|file| is_source(file)).map(|file| read(file, &text(file))).collect()
}

#[test]
fn no_never_is_broken() {
    let sources = sources();
    assert!(sources.len() > 80, "only {} files were read", sources.len());
    assert_eq!(broken(&sources), Vec::<String>::new());
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    assert_eq!(circles(&sources()), Vec::<Vec<&str>>::new());
}

#[test]
fn every_broken_never_is_found() {
    for (file, text) in [
        ("core/src/input/map.rs", "use crate::answers::Answers;"),
        ("core/src/assessment/text.rs", "fn f() { crate::scoring::score(); }"),
        ("core/src/scoring/gates.rs", "use super::super::report::Report;"),
        ("core/src/report/advice.rs", "use crate::{input::map::Map, wording as words}; fn f() { words::x(); }"),
        ("core/src/wording/key.rs", "mod inner { use super::super::super::sharing::link; }"),
        ("core/src/figures/bars.rs", "fn f() { assert!(crate::sharing::csv::is()); }"),
        ("core/src/sharing/csv.rs", "use yew::Html;"),
        ("core/src/sharing/csv.rs", "fn f(x: web_sys::Element) {}"),
        ("core/src/lib.rs", "pub use partner_fit::view;"),
        ("core/src/sharing/csv.rs", "use crate::rank::sheet::Sheet;"),
        ("src/engine/host.rs", "use partner_fit_core::rank::rank;"),
        ("src/flow/steps.rs", "use crate::view::View;"),
        ("src/flow/steps.rs", "use crate::engine as host;"),
        ("src/view/start.rs", "use partner_fit_core::scoring::band_of;"),
        ("src/view/start.rs", "fn f() { let r = partner_fit_core::report::report(a, b, c); }"),
        ("src/view/start.rs", "use super::result::chart;"),
        ("src/view/start.rs", "use super::door::chart;"), // which is exported again
        ("src/builder/view.rs", "use crate::view::View;"),
        ("src/builder/view.rs", "use partner_fit_core::assessment::Text;"),
        ("src/checker.rs", "use crate::flow::Flow;"),
        ("src/engine/widget.rs", "use partner_fit_core::measure::Programme;"),
        ("core/src/report/lift.rs", "use crate::measure::lift;"),
        ("core/src/sharing/csv.rs", "fn f(r: &crate::measure::report::MeasuredReport) {}"),
    ] {
        let doors = [
            read("src/view/result.rs", "pub mod chart;"),
            read("src/view/door.rs", "pub use super::result::chart;"),
            read("src/view/app.rs", "use super::result::chart;"),
        ];
        let sources: Vec<Source> = doors.into_iter().chain([read(file, text)]).collect();
        assert!(broken(&sources).iter().any(|found| found.starts_with(file)), "{file}: {text}");
    }
    let good = [
        read("core/src/sharing/csv.rs", "use crate::wording::{Key, Texts}; use crate::input::map::Map;"),
        read("src/view/result/chart.rs", "use super::table; use crate::view::ui::Ui; use partner_fit_core::figures;"),
        read("src/builder/view.rs", "use partner_fit_core::input::map::Map; use super::state;"),
    ];
    assert_eq!(broken(&good), Vec::<String>::new());
}

#[test]
fn a_circle_is_found_through_what_is_exported_again() {
    let files = [
        ("core/src/wording.rs", "mod key; pub use self::key::Key;"),
        ("core/src/wording/key.rs", "use crate::wording::result::Ranked;"),
        ("core/src/wording/result.rs", "use super::Key;"),
        ("core/src/wording/table.rs", "use super::Key;"),
    ];
    let sources: Vec<Source> = files.iter().map(|(file, text)| read(file, text)).collect();
    assert_eq!(circles(&sources), [["core/src/wording/key.rs", "core/src/wording/result.rs"]]);
    assert_eq!(circles(&sources[2..]), Vec::<Vec<&str>>::new());
}

#[test]
fn files_are_short_and_code_is_in_modules() {
    let ours = |file: &&String| {
        let extension = Path::new(file.as_str()).extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("rs" | "js" | "css"))
    };
    let files = files();
    for file in files.iter().filter(ours) {
        let text = text(file);
        assert!(text.lines().count() <= 350, "{file} has {} lines", text.lines().count());
        assert!(!text.contains(concat!("include", "!(")), "{file} includes code");
        let stem = Path::new(file).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!stem.ends_with(|c: char| c.is_ascii_digit()), "{file} is numbered");
    }
    for folder in ["core/src/", "src/"] {
        let mut lines: Vec<usize> = files
            .iter()
            .filter(|file| file.starts_with(folder) && is_source(file))
            .map(|file| text(file).lines().count())
            .collect();
        lines.sort_unstable();
        assert!(lines[lines.len() / 2] <= 110, "the median of {folder} is {}", lines[lines.len() / 2]);
    }
}

#[test]
fn the_package_at_the_root_uses_the_crates_that_it_names() {
    let manifest = text("Cargo.toml");
    let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
    let sources = sources();
    for name in ["wasm-bindgen", "serde", "serde-wasm-bindgen", "web-sys", "yew"] {
        assert!(dependencies.contains(&format!("\n{name} ")) || dependencies.contains(&format!(".{name}]")), "{name}");
        let crate_name = name.replace('-', "_");
        let used = |source: &&Source| {
            source.module[0] == "partner_fit" && source.uses.iter().any(|path| path[0] == crate_name)
        };
        assert!(sources.iter().any(|source| used(&source)), "{name} is named and not used");
    }
}
