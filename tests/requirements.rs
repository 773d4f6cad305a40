//! The list of numbered requirements (`tests/browser/UX.md`) against the names of the checks in browsers: every number that
//! a check has stands in the list with the file of that check, and no file is named that has no such check.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// For each number the files of checks, below `tests/browser/checks`.
type Held = BTreeMap<String, BTreeSet<String>>;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser"))
}

/// The numbers in a text, such as `ux-07`.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let found = text.match_indices("ux-").filter_map(|(at, _)| text.get(at..at + 5));
    found.filter(|number| number[3..].bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned)
}

fn in_checks(below: &Path, held: &mut Held) {
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            in_checks(&path, held);
        } else {
            let name = path.strip_prefix(folder().join("checks")).unwrap().with_extension("");
            for number in numbers(&fs::read_to_string(&path).unwrap()) {
                held.entry(number).or_default().insert(name.display().to_string());
            }
        }
    }
}

fn in_list(list: &str) -> Held {
    let lines = list.lines().filter(|line| line.starts_with("| ux-"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [number, required, files] = cells[..] else { panic!("expected three cells, got {line}") };
            assert!(required.len() > 20, "expected what is required, got {line}");
            (number.to_owned(), files.split(", ").map(|file| file.trim_matches('`').to_owned()).collect())
        })
        .collect()
}

#[test]
fn list_and_checks_agree() {
    let mut checks = Held::new();
    in_checks(&folder().join("checks"), &mut checks);
    assert!(checks.len() > 40, "expected the numbered checks, got {checks:?}");
    assert_eq!(in_list(&fs::read_to_string(folder().join("UX.md")).unwrap()), checks);
}

#[test]
fn differences_are_seen() {
    let list = in_list("| ux-07 | The fallback shows within two seconds. | `loading`, `frame/height` |\n");
    let files = BTreeSet::from(["frame/height".to_owned(), "loading".to_owned()]);
    assert_eq!(list, Held::from([("ux-07".to_owned(), files)]));
    assert_eq!(numbers("ux-07 and ux-NN, ux-1").collect::<Vec<_>>(), ["ux-07"]);
}
