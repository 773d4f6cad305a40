//! The page's texts: the same keys in both languages, each one used, and none missing that is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use partner_fit::builder::attribute::Values;

use crate::common::{languages, root};
use crate::{catalogue, texts};

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
    for folder in ["static/page", "static/builder"] {
        read(&root().join(folder), &mut all);
    }
    for file in ["static/builder.html", "index.html"] {
        all.push_str(&fs::read_to_string(root().join(file)).unwrap());
    }
    all
}

#[test]
fn every_language_has_the_same_keys_with_the_same_placeholders() {
    let placeholders = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
    };
    let all: Vec<_> = languages().into_iter().map(texts).collect();
    for other in &all {
        assert_eq!(all[0].keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (key, text) in other {
            assert!(!text.trim().is_empty(), "{key}");
            assert_eq!(placeholders(&all[0][key]), placeholders(text), "{key}");
        }
    }
}

/// The keys that are put together from names.
fn composed() -> BTreeSet<String> {
    let catalogue = catalogue();
    let mut all = vec!["language.page".to_owned()];
    all.extend(["assessment", "language", "mode"].map(|group| format!("{group}.title")));
    for check in &catalogue.checks {
        let id = &check.id;
        all.extend([format!("assessment.{id}"), format!("page.assessment.{id}"), format!("page.assessment.{id}.more")]);
    }
    for attribute in &catalogue.attributes {
        let name = attribute.key().replace("headingLevel", "heading-level");
        all.push(format!("{name}.title"));
        match &attribute.values {
            Values::Choice(values) => all.extend(values.iter().map(|value| format!("{name}.{value}"))),
            Values::Level(_) => {}
            Values::Switch { .. } => all.push(format!("{name}.label")),
        }
    }
    all.extend(["element", "frame"].map(|name| format!("mode.{name}")));
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
    all.extend(
        ["wordpress", "hubspot", "webflow", "wix", "squarespace", "html"].map(|name| format!("platforms.{name}")),
    );
    all.into_iter().collect()
}

/// Those that are shown where there is one.
fn optional(key: &str) -> bool {
    let hint = key.strip_suffix(".hint").unwrap_or(key);
    let is_known = |hint: &str| composed().contains(hint) || composed().contains(&format!("{hint}.title"));
    let catalogue = catalogue();
    let mut placeholders = catalogue.checks.iter().flat_map(|check| &check.profile);
    let is_placeholder = |name: &str| placeholders.any(|(known, _)| known == name);
    (hint != key && is_known(hint)) || hint.strip_prefix("profile.").is_some_and(is_placeholder)
}

#[test]
fn every_key_that_is_put_together_is_there() {
    let keys = texts("en").into_keys().collect();
    let missing: Vec<String> = composed().difference(&keys).cloned().collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// The script of the page names its keys without `page.`; what it says was expected, without `page.expect.` too.
#[test]
fn every_key_is_used() {
    let (sources, composed) = (sources(), composed());
    let is_named = |key: &str| {
        let short = key.strip_prefix("page.").unwrap_or(key);
        let names = [key, short, short.strip_prefix("expect.").unwrap_or(short)];
        names.iter().any(|name| sources.contains(&format!("\"{name}\"")))
    };
    let unused: Vec<String> =
        texts("en").into_keys().filter(|key| !is_named(key) && !composed.contains(key) && !optional(key)).collect();
    assert_eq!(unused, Vec::<String>::new());
}

/// What the pages say before their script runs is what the first language says.
#[test]
fn the_words_in_the_pages_are_the_english_ones() {
    let english = texts("en");
    for page in ["index.html", "static/builder.html"] {
        let html = fs::read_to_string(root().join(page)).unwrap();
        let nodes: Vec<&str> = html.split("data-text=\"").skip(1).collect();
        assert!(nodes.len() > 6, "{page}");
        for node in nodes {
            let (key, rest) = node.split_once('"').unwrap();
            let words = rest.split_once('>').unwrap().1.split('<').next().unwrap();
            assert_eq!(Some(words), english.get(key).map(String::as_str), "{page}: {key}");
        }
    }
}
