//! What the page's own script does as well as the Rust code: placeholders, characters that no text may have, the name that
//! was probably meant, and the text on a button in an accent. Both are asked the same, and have to say the same.

use std::fs;
use std::process::Command;

use partner_fit::builder::colour::{Colour, DARK, LIGHT};
use partner_fit::builder::config::is_forbidden;
use partner_fit_core::input::hints::nearest;
use partner_fit_core::input::placeholders::fill;
use serde_json::{Value, json};

use crate::{read, root};

/// What a function of a script of the page gives for each of these lists of arguments.
fn asked(script: &str, function: &str, arguments: &[Value]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    // Node takes a script for a module by this ending, whatever package it is in.
    fs::write(folder.path().join("script.mjs"), read(&root().join("static/page").join(script))).unwrap();
    fs::write(folder.path().join("input.json"), json!(arguments).to_string()).unwrap();
    let program = format!(
        "import {{ {function} as asked }} from './script.mjs';
         import {{ readFileSync }} from 'node:fs';
         const all = JSON.parse(readFileSync('input.json', 'utf8'));
         console.log(JSON.stringify(all.map((one) => asked(...one) ?? null)));"
    );
    let mut node = Command::new("node");
    let output = node.current_dir(folder.path()).args(["--input-type=module", "-e", &program]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn placeholders_are_filled_in_alike() {
    let values = json!({ "a": "{b}", "b": "2", "long-name": "$& $1" });
    let texts = [
        "{a} and {b} and {c}",
        "{",
        "}",
        "{}",
        "{{a}}",
        "{a",
        "a}",
        "{long-name}{long-name}",
        "{toString}{__proto__}",
        "{a }",
        "a{b}{",
        "{x{b}",
        "é{b}é",
    ];
    let arguments: Vec<Value> = texts.iter().map(|text| json!([text, values])).collect();
    for (text, filled) in texts.iter().zip(asked("placeholders.js", "fill", &arguments)) {
        assert_eq!(fill(text, |name| values[name].as_str()), filled.as_str().unwrap(), "{text}");
    }
}

#[test]
fn the_same_characters_are_refused() {
    let all: Vec<char> =
        (1..=0x2100_u32).chain([0xd7ff, 0xe000, 0xfeff, 0x1_f600]).filter_map(char::from_u32).collect();
    let arguments: Vec<Value> = all.iter().map(|c| json!([format!("a{c}b")])).collect();
    for (c, is_plain) in all.iter().zip(asked("plain_text.js", "isPlainText", &arguments)) {
        assert_eq!(is_plain, json!(!is_forbidden(*c)), "U+{:04X}", u32::from(*c));
    }
}

/// Others may add names of their own to an address, so the page is more careful: what it offers is what Rust offers.
#[test]
fn what_the_page_takes_a_name_for_is_what_rust_takes_it_for() {
    let known =
        ["assessment", "lang", "theme", "layout", "storage", "review", "accent", "weights", "without", "origin"];
    let mut names: Vec<String> = Vec::new();
    for name in known {
        names.extend((0..name.len()).map(|at| format!("{}{}", &name[..at], &name[at + 1..])));
        names.extend((0..name.len()).map(|at| format!("{}x{}", &name[..at], &name[at + 1..])));
        names.extend((0..=name.len()).map(|at| format!("{}e{}", &name[..at], &name[at..])));
    }
    names.extend(["utm_source", "fbclid", "page", "id", "q"].map(str::to_owned));
    let arguments: Vec<Value> = names.iter().map(|name| json!([name, known, []])).collect();
    let mut offered = 0;
    for (name, near) in names.iter().zip(asked("nearest.js", "nearestParameter", &arguments)) {
        if let Some(near) = near.as_str() {
            offered += 1;
            assert_eq!(nearest(name, known), Some(format!("did you mean \"{near}\"?")), "{name}");
        }
    }
    assert!(offered > 150, "only {offered} names were near one that is known");
}

#[test]
fn the_text_on_a_button_is_the_one_that_the_builder_judges() {
    let steps = [0x00, 0x0a, 0x33, 0x55, 0x66, 0x77, 0x80, 0x99, 0xaa, 0xcc, 0xee, 0xff];
    let each = |r: u8| steps.into_iter().flat_map(move |g| steps.map(|b| Colour([r, g, b])));
    let colours: Vec<Colour> = steps.into_iter().flat_map(each).collect();
    for scheme in [LIGHT, DARK] {
        let own = scheme.on_accent.to_string();
        let arguments: Vec<Value> = colours.iter().map(|colour| json!([colour.to_string(), own])).collect();
        for (colour, on) in colours.iter().zip(asked("accent.js", "onAccent", &arguments)) {
            assert_eq!(on, json!(scheme.on(*colour).to_string()), "{colour} on {}", scheme.name);
        }
    }
    // The two that the page knows are the widget's own.
    let both = format!("[\"{}\", \"{}\"]", LIGHT.on_accent, DARK.on_accent);
    assert!(read(&root().join("static/page/accent.js")).contains(&both), "expected {both}");
}
