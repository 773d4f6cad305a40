//! Whatever is written into a configuration, it stays a text: snippets are read as a browser reads them, and have the
//! same elements, attributes and scripts as with a harmless text, in which the text itself comes out whole.

use html5gum::{DefaultEmitter, Token, Tokenizer};
use partner_fit::builder::config::{Config, HandOffField};
use partner_fit::builder::snippet::Mode;
use proptest::prelude::*;
use serde_json::Value;

use crate::{copied, text};

/// What a browser makes of a page: each tag with its attributes, and the texts between.
#[derive(Debug, Default)]
struct Read {
    /// Names of tags and attributes, and comments.
    shape: Vec<String>,
    /// Values of attributes and texts.
    texts: Vec<String>,
}

fn browse(html: &str) -> Read {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut read = Read::default();
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut text = String::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                read.texts.push(std::mem::take(&mut text));
                read.shape.push(format!("<{}", lossy(&tag.name)));
                for (name, value) in tag.attributes {
                    read.shape.push(lossy(&name));
                    read.texts.push(lossy(&value));
                }
            }
            Token::EndTag(tag) => {
                read.texts.push(std::mem::take(&mut text));
                read.shape.push(format!("</{}", lossy(&tag.name)));
            }
            Token::String(part) => text.push_str(&lossy(&part)),
            Token::Comment(comment) => read.shape.push(format!("<!--{}", lossy(&comment))),
            Token::Doctype(_) => read.shape.push("doctype".to_owned()),
            Token::Error(_) => {}
        }
    }
    read.texts.push(text);
    read
}

fn with(written: &str) -> Config {
    let mut config = Config::default();
    config.adaptation.profile.insert("vendor".to_owned(), written.to_owned());
    config.texts.insert("start.button".to_owned(), written.to_owned());
    config.adaptation.without.push("contract-bar".to_owned());
    for (field, _) in HandOffField::ALL {
        config.hand_off.set(field, written.to_owned());
    }
    config
}

/// The object that a line of a script sets.
fn object(script: &str, before: &str) -> Value {
    let line = script.lines().find_map(|line| line.trim().strip_prefix(before)).unwrap();
    serde_json::from_str(line.trim_end_matches(';')).unwrap_or_else(|error| panic!("{error}: {line}"))
}

fn check(written: &str) {
    for mode in [Mode::Element, Mode::Frame] {
        let pairs = copied(&with(written), mode).into_iter().zip(copied(&with("harmless"), mode));
        for (hostile, harmless) in pairs.filter(|(one, _)| !["policy", "shortcode"].contains(&one.name)) {
            let (read, expected) = (browse(&hostile.text), browse(&harmless.text));
            assert_eq!(read.shape, expected.shape, "{mode:?} {}: {}", hostile.name, hostile.text);
            assert_eq!(hostile.text.lines().count(), harmless.text.lines().count(), "{}", hostile.text);
            assert!(!hostile.text.contains("[gallery]"), "{}", hostile.text);
        }
    }
    // The text comes out as it was written.
    let read = browse(&text(&with(written), Mode::Element, "snippet"));
    let script = read.texts.iter().find(|text| text.contains("const profile = ")).unwrap();
    assert_eq!(object(script, "const profile = ")["vendor"], written);
    assert_eq!(object(script, "widget.strings = ")["start.button"], written);
    let frame = browse(&text(&with(written), Mode::Frame, "snippet"));
    let address = frame.texts.iter().find(|text| text.starts_with("https://cdn.example/pf/1.2.3/?")).unwrap();
    let url = url::Url::parse(address).unwrap();
    let value = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    assert_eq!(value("profile-vendor").as_deref(), Some(written));
    assert_eq!(value("text-start.button").as_deref(), Some(written));
    // In PHP's quotation marks only a backslash and the mark itself mean something.
    let php = text(&with(written), Mode::Element, "shortcode");
    let inside = php.split_once("return '").unwrap().1.strip_suffix("';\n});").unwrap();
    let plain = inside.replace("\\\\", "").replace("\\'", "");
    assert!(!plain.contains('\'') && !plain.ends_with('\\'), "{php}");
}

const ATTEMPTS: [&str; 16] = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "<!-- /wp:html -->",
    "\" onload=\"alert(1)",
    "' onload='alert(1)",
    "\\\"; alert(1); //",
    "\\",
    "`${alert(1)}`",
    "«address»«words»«bands»",
    "{vendor}{band}$&$1",
    "&quot;&lt;b&gt;&#39;",
    "[gallery]",
    "\u{2028}\u{2029}",
    "</style><style>*{display:none}",
    "javascript:alert(1)",
];

#[test]
fn known_attempts_stay_texts() {
    ATTEMPTS.iter().for_each(|attempt| check(attempt));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_stays_a_text(parts in prop::collection::vec(prop_oneof![
        prop::sample::select(&ATTEMPTS[..]).prop_map(str::to_owned),
        "[<>\"'&\\\\`$/=!-]{1,6}",
        "[^\\p{Cc}]{1,8}",
    ], 1..5)) {
        // Spaces around a field of the hand-off mean nothing.
        check(&format!("x{}x", parts.concat()));
    }
}
