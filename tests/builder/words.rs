//! The page's texts: the same keys in both languages, each one used, and none missing that is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use partner_fit::builder::choice::{Audience, Choice, Language, Layout, Load, Mode, Storage, Theme};

use crate::common::root;
use crate::{catalogue, locale};

fn keys(language: &str) -> BTreeSet<String> {
    locale("builder", language).as_object().unwrap().keys().cloned().collect()
}

fn sources() -> String {
    fn read(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, all);
            } else {
                all.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut all = String::new();
    read(&root().join("src/builder"), &mut all);
    for file in ["static/builder.html", "static/builder-page.js"] {
        all.push_str(&fs::read_to_string(root().join(file)).unwrap());
    }
    all
}

#[test]
fn both_languages_have_the_same_keys_and_values_in_them() {
    assert_eq!(keys("en"), keys("nl"));
    let (en, nl) = (locale("builder", "en"), locale("builder", "nl"));
    let values = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    for key in keys("en") {
        let [a, b] = [&en, &nl].map(|file| file[&key].as_str().unwrap());
        assert!(!a.trim().is_empty() && !b.trim().is_empty(), "{key}");
        assert_eq!(values(a), values(b), "{key}");
    }
}

/// The keys that are put together from the names of choices.
fn composed() -> BTreeSet<String> {
    fn of<T: Choice>(group: &str) -> Vec<String> {
        let names = T::ALL.iter().map(|choice| format!("{group}.{}", choice.name()));
        names.chain([format!("{group}.title")]).collect()
    }
    let mut all: Vec<String> = [
        of::<Audience>("audience"),
        of::<Language>("language"),
        of::<Theme>("theme"),
        of::<Layout>("layout"),
        of::<Storage>("storage"),
        of::<Load>("load"),
        of::<Mode>("mode"),
    ]
    .concat();
    all.extend(["weights", "questions", "texts", "behaviour"].map(|name| format!("{name}.section")));
    all.extend(["light", "dark"].map(|name| format!("accent.{name}")));
    all.extend(["snippet", "block", "shortcode", "policy"].map(|name| format!("copy.{name}")));
    for name in ["gtm", "hubspot", "webhook", "mail"] {
        all.extend([format!("hand-off.{name}"), format!("hand-off.{name}.about")]);
    }
    for name in ["origin", "hubspotPortal", "hubspotForm", "consent", "webhook", "mail"] {
        all.extend(["label", "hint"].map(|part| format!("hand-off.{name}.{part}")));
        all.extend((name != "consent").then(|| format!("hand-off.{name}.example")));
    }
    all.extend(["wordpress", "hubspot", "webflow", "wix", "squarespace", "html"].map(|name| format!("places.{name}")));
    all.into_iter().collect()
}

/// Those that are shown where there is one.
fn optional(key: &str) -> bool {
    let hint = key.strip_suffix(".hint").unwrap_or(key);
    let check = catalogue();
    let placeholder = |name: &str| check.check(Audience::Partner).profile.iter().any(|(known, _)| known == name);
    (hint != key && composed().contains(hint)) || hint.strip_prefix("profile.").is_some_and(placeholder)
}

#[test]
fn every_key_that_is_put_together_is_there() {
    let missing: Vec<String> = composed().difference(&keys("en")).cloned().collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_is_used() {
    let (sources, composed) = (sources(), composed());
    let unused: Vec<String> = keys("en")
        .into_iter()
        .filter(|key| !sources.contains(&format!("\"{key}\"")) && !composed.contains(key) && !optional(key))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}
