//! Configurations as files: what is written reads back the same, and every problem of a broken one is told by its path.

use partner_fit::builder::colour::Colour;
use partner_fit::builder::config::{self, Accent, Config};
use serde_json::{Value, json};

use crate::{catalogue, tree};

/// A file that says something everywhere.
pub fn full() -> Value {
    json!({
        "partnerFitBuilder": 1, "assessment": "partner", "language": "nl", "theme": "system",
        "accent": { "light": "#0a5c9e", "dark": "#8ac4ff" }, "layout": "question", "about": "candidate", "review": false,
        "storage": "session", "load": "eager", "headingLevel": 3, "weights": { "location": 30, "revenue": 0 },
        "without": ["customer-contact", "contract-bar"], "profile": { "vendor": "Jansen & Co" },
        "texts": { "start.button": "Aan de slag" },
        "handOff": { "webhook": "https://a.example/x", "hubspotPortal": "123" },
    })
}

pub fn read(file: &Value) -> Result<Config, Vec<(String, String, Option<String>)>> {
    let read = config::read(&tree(file), &catalogue());
    read.map_err(|problems| problems.into_iter().map(|one| (one.path, one.message, one.hint)).collect())
}

#[test]
fn what_is_written_reads_back_the_same() {
    let config = read(&full()).unwrap();
    let written: Value = serde_json::from_str(&config::write(&config, &catalogue())).unwrap();
    assert_eq!(written, full());
    assert_eq!(read(&written).unwrap(), config);
    assert_eq!(config.adaptation.weights.len(), 2);
    let attributes = ["theme", "layout", "about", "storage", "load", "heading-level", "no-review"];
    let set = attributes.map(|name| config.attribute(name).unwrap());
    assert_eq!(set, ["system", "question", "candidate", "session", "eager", "3", ""]);
    assert_eq!(config.attributes.len(), attributes.len());

    let shipped = Config::default();
    let written: Value = serde_json::from_str(&config::write(&shipped, &catalogue())).unwrap();
    assert_eq!(read(&written).unwrap(), shipped);
}

#[test]
fn what_is_left_out_is_as_it_is_shipped() {
    assert_eq!(read(&json!({ "partnerFitBuilder": 1 })).unwrap(), Config::default());
    let same = json!({ "partnerFitBuilder": 1, "weights": { "location": 12 }, "texts": { "start.button": "" } });
    assert_eq!(read(&same).unwrap(), Config::default());
    let one = read(&json!({ "partnerFitBuilder": 1, "accent": "#123456" })).unwrap();
    let colour = Colour([0x12, 0x34, 0x56]);
    assert_eq!(one.accent, Some(Accent { light: colour, dark: colour }));
}

/// Each: what is changed in the full file, and the paths and messages of its problems.
fn broken() -> Vec<(Value, Vec<(&'static str, &'static str)>)> {
    vec![
        (
            json!({ "partnerFitBuilder": 2 }),
            vec![("partnerFitBuilder", "expected 1, which says that this file was made here, got 2")],
        ),
        (json!({ "theme": "drak" }), vec![("theme", "expected one of auto, system, light, dark, got \"drak\"")]),
        (json!({ "lagnuage": "nl" }), vec![("lagnuage", "got \"lagnuage\"")]),
        (
            json!({ "accent": { "light": "blue", "dark": 7 } }),
            vec![
                ("accent.light", "expected a colour such as #0a5c9e, got \"blue\""),
                ("accent.dark", "expected a colour such as #0a5c9e, got 7"),
            ],
        ),
        (json!({ "headingLevel": 2.5 }), vec![("headingLevel", "expected a whole number from 1 to 6, got 2.5")]),
        (json!({ "review": "no" }), vec![("review", "expected true or false, got \"no\"")]),
        (
            json!({ "weights": { "location": "30", "locaton": 1, "revenue": -1 } }),
            vec![
                ("weights.location", "expected a number from 0 to 1000, got \"30\""),
                ("weights.locaton", "got \"locaton\""),
                ("weights.revenue", "expected a number from 0 to 1000, got -1"),
            ],
        ),
        (
            json!({ "without": ["customer-contact", "nobody", 3] }),
            vec![("without[1]", "got \"nobody\""), ("without[2]", "expected the id of a question, got 3")],
        ),
        (
            json!({ "profile": { "seller": "x" } }),
            vec![("profile.seller", "expected one of customers, offer, territories, vendor, got \"seller\"")],
        ),
        (
            json!({ "texts": { "start.buton": "x", "start.questions": "x" } }),
            vec![("texts.start.buton", "got \"start.buton\""), ("texts.start.questions", "got \"start.questions\"")],
        ),
        (
            json!({ "texts": { "start.button": "a\nb" } }),
            vec![("texts.start.button", "expected a text on one line, got a line break or another control character")],
        ),
        (
            json!({ "profile": { "vendor": "x".repeat(2_001) } }),
            vec![("profile.vendor", "expected at most 2000 characters, got 2001")],
        ),
        (json!({ "handOff": [] }), vec![("handOff", "expected an object of texts, got a list")]),
    ]
}

#[test]
fn every_problem_is_told_by_its_path() {
    for (change, expected) in broken() {
        let mut file = full();
        file.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let problems = read(&file).unwrap_err();
        let found: Vec<&str> = problems.iter().map(|(path, ..)| path.as_str()).collect();
        assert_eq!(found, expected.iter().map(|(path, _)| *path).collect::<Vec<_>>(), "{change}");
        for ((_, message, _), (_, wanted)) in problems.iter().zip(&expected) {
            assert!(message.starts_with("expected") && message.contains(wanted), "{change}: {message}");
        }
    }
}

#[test]
fn what_was_meant_is_offered() {
    let hint = |change: Value| {
        let mut file = full();
        file.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        read(&file).unwrap_err()[0].2.clone().unwrap_or_default()
    };
    assert_eq!(hint(json!({ "theme": "drak" })), "did you mean \"dark\"?");
    assert_eq!(hint(json!({ "weights": { "location": "30" } })), "did you mean 30, without quotation marks?");
    assert_eq!(hint(json!({ "without": ["customer-contacts"] })), "did you mean \"customer-contact\"?");
}

#[test]
fn something_has_to_be_asked_and_to_count() {
    let all: Vec<String> = catalogue().check(None).questions().map(str::to_owned).collect();
    let problems = read(&json!({ "partnerFitBuilder": 1, "without": all })).unwrap_err();
    assert_eq!(problems[0].0, "without");
    let weights: Value = catalogue()
        .check(None)
        .criteria
        .iter()
        .map(|one| (one.id.clone(), json!(0)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let problems = read(&json!({ "partnerFitBuilder": 1, "weights": weights })).unwrap_err();
    assert_eq!(problems[0].0, "weights");
}

#[test]
fn what_is_no_configuration_at_all_is_told_and_nothing_panics() {
    for (file, path) in [(json!([]), ""), (json!("x"), ""), (json!(null), ""), (json!({}), "partnerFitBuilder")] {
        assert_eq!(read(&file).unwrap_err()[0].0, path);
    }
    for key in full().as_object().unwrap().keys() {
        for value in [json!(null), json!(7), json!("x"), json!([1]), json!({ "x": { "y": [] } }), json!(true)] {
            let mut file = full();
            file[key] = value.clone();
            if let Err(problems) = read(&file) {
                assert!(problems.iter().all(|(path, ..)| path.starts_with(key.as_str())), "{key} {value} {problems:?}");
            }
        }
    }
}
