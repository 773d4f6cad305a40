//! Settings files with anything in them: what opens makes texts that have the same shape as with harmless words, offer
//! nothing that cannot work, and write into a policy nothing but sources.

use std::rc::Rc;

use html5gum::{DefaultEmitter, Token, Tokenizer};
use partner_fit::builder::catalogue::{Catalogue, Files};
use partner_fit::builder::config::{self, Config, HandOffField};
use partner_fit::builder::site::Site;
use partner_fit::builder::snippet::{self, Mode, Snippet, Source};
use partner_fit_core::input::value::Tree;
use serde_json::json;

use crate::draw::Draw;

fn tree(text: &str) -> Tree {
    serde_json::from_str(text).unwrap()
}

thread_local! {
    static CATALOGUE: Rc<Catalogue> = {
        let assessments = [
            ("partner".to_owned(), tree(include_str!("../../../static/assessments/partner.json"))),
            ("company".to_owned(), tree(include_str!("../../../static/assessments/company.json"))),
        ];
        let locales = Tree::Object(vec![
            ("en".to_owned(), tree(include_str!("../../../static/locales/en.json"))),
            ("nl".to_owned(), tree(include_str!("../../../static/locales/nl.json"))),
        ]);
        Rc::new(Catalogue::new(&Files {
            assessments: &assessments,
            languages: &tree(include_str!("../../../static/locales/index.json")),
            locales: &locales,
            attributes: &tree(include_str!("../../../static/attributes.json")),
        }))
    };
}

pub fn step(draw: &mut Draw) -> bool {
    let catalogue = CATALOGUE.with(Rc::clone);
    let words = |draw: &mut Draw| {
        const PARTS: [&str; 9] =
            ["{{", "}}", "{%", "</script>", "\" onload=\"x", "; script-src *", ",default-src", "[gallery]", "<!--"];
        let mut text = draw.text(20);
        text.push_str(PARTS[draw.below(PARTS.len())]);
        text.retain(|c| !config::is_forbidden(c));
        if draw.one_in(3) { draw.word() } else { text }
    };
    let address = if draw.one_in(2) { format!("https://{}", words(draw)) } else { "https://a.example/x".to_owned() };
    let mut file: Tree = serde_json::from_value(json!({
        "partnerFitBuilder": 1, "assessment": draw.pick(&catalogue.checks).id, "language": "en",
        "weights": { "location": draw.below(5), "revenue": draw.below(5) }, "without": ["contract-bar"],
        "profile": { "vendor": words(draw) }, "texts": { "start.button": words(draw) },
        "handOff": { "origin": address, "webhook": address, "mail": words(draw), "consent": words(draw), "hubspotForm": words(draw) },
    }))
    .unwrap();
    if draw.one_in(2) {
        draw.change(&mut file);
    }
    let Ok(config) = config::read(&file, &catalogue) else { return false };
    assert_eq!(config::read(&tree(&config::write(&config, &catalogue)), &catalogue).as_ref(), Ok(&config));
    for mode in [Mode::Element, Mode::Frame] {
        let pairs = made(&config, &catalogue, mode).into_iter().zip(made(&harmless(&config), &catalogue, mode));
        for (one, other) in pairs {
            if !["policy", "shortcode"].contains(&one.name) {
                assert_eq!(shape(&one.text), shape(&other.text), "{}", one.text);
                assert!(!one.text.contains("{{") && !one.text.contains("{%"), "{}", one.text);
            }
            policy_holds(&one);
        }
    }
    true
}

fn made(config: &Config, catalogue: &Catalogue, mode: Mode) -> Vec<Snippet> {
    let site = Site::new("https://cdn.example/pf/1.2.3/", true, &Tree::Null);
    let texts = Default::default();
    snippet::all(&Source { config, catalogue, site: &site, language: "en", texts: &texts }, mode)
}

/// The same choices with a harmless word in place of each text.
fn harmless(config: &Config) -> Config {
    let mut config = config.clone();
    let word = |text: &mut String| "x".clone_into(text);
    config.adaptation.profile.values_mut().for_each(word);
    config.texts.values_mut().for_each(word);
    for (field, _) in HandOffField::ALL {
        if field == HandOffField::Consent && !config.hand_off.get(field).is_empty() {
            config.hand_off.set(field, "x".to_owned());
        }
    }
    config
}

/// Names of tags and attributes, and comments.
fn shape(html: &str) -> Vec<String> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut shape = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                shape.push(lossy(&tag.name));
                shape.extend(tag.attributes.keys().map(|name| lossy(name)));
            }
            Token::EndTag(tag) => shape.push(format!("/{}", lossy(&tag.name))),
            Token::Comment(comment) => shape.push(lossy(&comment)),
            _ => {}
        }
    }
    shape
}

/// A policy has directives of ours with sources of ours in them, one a line.
fn policy_holds(snippet: &Snippet) {
    let lines = if snippet.name == "policy" { &snippet.text } else { &snippet.policy };
    for line in lines.lines() {
        let inside = line.strip_suffix(';').expect(line);
        assert!(!inside.contains([';', ',', '*']) && !inside.contains("'unsafe-inline'"), "{line}");
        let mut words = inside.split(' ');
        assert!(
            ["script-src", "style-src", "connect-src", "frame-src"].contains(&words.next().unwrap_or_default()),
            "{line}"
        );
        let is_source = |word: &str| {
            ["'wasm-unsafe-eval'", "'unsafe-hashes'"].contains(&word)
                || word.starts_with("'sha256-")
                || word.starts_with("https://")
        };
        assert!(words.all(is_source), "{line}");
    }
}
