//! Whole Reports of figures, checked in: a change of any number or word shows here, and another platform is held to the same
//! bits. `PARTNER_FIT_BLESS=1 cargo test -p partner-fit-core --test measure golden` rewrites what is meant to change.

#[allow(dead_code)]
#[path = "../../examples/measure.rs"]
mod command;

use std::fs;
use std::path::{Path, PathBuf};

use command::measure;

use serde_json::{Value, json};

use crate::common::{blessing, read_json, root};
use crate::sheets::{case_a, case_a_with, content, sheet, worked_partner};

/// The sheets by the names of their files: the check, the language and what was filled in.
fn sheets() -> Vec<(&'static str, &'static str, &'static str, Value)> {
    let small = json!({
        "partners": 6, "material": 3, "events": 2, "tried": 2, "certified": 1, "registered": 24, "decided": 4,
        "accepted": 3, "lead": 2,
    });
    let no_direct = json!({
        "direct-cost": "n/a", "direct-new": "n/a", "direct-start": "n/a", "direct-kept": "n/a", "direct-grown": "n/a",
    });
    let money = json!({
        "contract-value": 12_000, "margin-direct": 0.75, "share-first": 0.25, "share-renewal": "unsure", "years": 4,
        "discount": 0.1, "largest-share": "from-75", "silent-share": "from-50", "tool": "nothing", "lead": "unsure",
    });
    let mut partner = worked_partner();
    for (id, value) in [("tier-before", json!("platinum")), ("months-in", json!(14)), ("pipeline", json!("unsure"))] {
        partner[id] = value;
    }
    vec![
        ("programme-a", "programme", "en", case_a()),
        ("programme-b-no-direct-side", "programme", "nl", case_a_with(&no_direct)),
        ("programme-c-few-cases", "programme", "en", case_a_with(&small)),
        ("programme-d-nobody-won", "programme", "nl", case_a_with(&json!({ "partner-new": 0 }))),
        ("programme-money-with-unknowns", "programme", "en", case_a_with(&money)),
        ("programme-nothing-known", "programme", "nl", json!({})),
        ("scorecard-worked", "scorecard", "en", worked_partner()),
        ("scorecard-unclear", "scorecard", "nl", partner),
    ]
}

#[test]
fn reports_are_what_was_checked_in() {
    for (name, check, language, value) in sheets() {
        let programme = content(check);
        let report = programme.report(&sheet(&programme, &value), language);
        let found = json!({ "check": check, "language": language, "sheet": value, "report": report });
        let path = root().join("core/tests/measure/golden").join(name).with_extension("json");
        if blessing() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        } else {
            assert!(read_json(&path) == found, "{name}: PARTNER_FIT_BLESS=1 rewrites what is meant to change");
        }
    }
}

/// The example of a command says the same Report, of JSON and of two columns.
#[test]
fn a_command_says_the_whole_report() {
    let written = |name: &str, text: &str| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let check = root().join("core/content/programme.json");
    let said = |sheet: &Path| measure(&check, sheet, "en");
    let value = case_a();
    let rows: String = value
        .as_object()
        .unwrap()
        .iter()
        .map(|(id, value)| format!("{id};{}\n", value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
        .collect();
    let expected = &read_json(&root().join("core/tests/measure/golden/programme-a.json"))["report"];
    for path in [written("sheet.json", &value.to_string()), written("sheet.csv", &rows)] {
        let found: Value = serde_json::from_str(&said(&path).unwrap()).unwrap();
        assert_eq!(&found, expected);
    }
    let problems =
        said(&written("bad-sheet.json", r#"{ "partners": 4, "lead": 5, "decided": "x" }"#)).unwrap_err().to_string();
    assert_eq!(problems.lines().count(), 2, "{problems}");
}
