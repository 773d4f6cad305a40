//! Colours: whose wish decides, what the ring around the focus looks like, and a chart that does not need colours.

use serde_json::{Value, json};
use test_support::browsers::Engine;

use crate::browser::{Browser, expect, expect_that};
use crate::device::{Device, FIXED_IN_WEBKIT};
use crate::keyboard::TAB;
use crate::runner::Check;
use crate::sheet::{self, file, open};

pub fn checks() -> Vec<Check> {
    let at_night = Device { dark: true, still: true, forced_colors: false };
    let own_colours = Device { forced_colors: true, ..Device::default() };
    vec![
        Check::new("ux-32 the ring around the focus is 2 px and 3:1, in both themes", ring),
        Check::new("ux-18 the chart keeps its meaning in grey", grey),
        Check::new("ux-36 theme: auto does not follow a dark device, and system does", theme_of_device)
            .on(at_night)
            .not_in(Engine::WebKit, FIXED_IN_WEBKIT),
        Check::new("ux-35 nothing moves under reduced motion", still)
            .on(at_night)
            .not_in(Engine::WebKit, FIXED_IN_WEBKIT),
        Check::new("ux-18 the chart keeps its meaning in forced colours", forced)
            .on(own_colours)
            .not_in(Engine::WebKit, FIXED_IN_WEBKIT),
    ]
}

/// Whether the widget is dark: the luminance of its ground and of its words.
fn is_dark(browser: &Browser) -> bool {
    let [ground, words]: [f64; 2] = browser.get(
        "[luminance(getComputedStyle(part('base')).backgroundColor), luminance(getComputedStyle(part('heading')).color)]",
    );
    assert!((ground - words).abs() > 0.5, "expected words that stand out, got {ground} and {words}");
    ground < words
}

fn themes(browser: &Browser, scheme: &str, expected: [(&str, bool); 4]) {
    browser.js(&format!("document.documentElement.style.colorScheme = '{scheme}'"));
    for (theme, dark) in expected {
        browser.act(&format!("widget().theme = '{theme}'"));
        expect(&format!("dark? theme={theme}, host {scheme:?}"), is_dark(browser), dark);
    }
}

pub(super) fn theme_of_host(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    expect("dark? without a theme", is_dark(browser), false);
    let fixed = [("light", false), ("dark", true)];
    for (scheme, auto) in [("normal", false), ("dark", true), ("light", false), ("only dark", true)] {
        themes(browser, scheme, [("auto", auto), fixed[0], fixed[1], ("system", false)]);
    }
}

fn theme_of_device(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    expect("whether the device is dark", browser.get("matchMedia('(prefers-color-scheme: dark)').matches"), true);
    let rest = [("light", false), ("dark", true), ("system", true)];
    for (scheme, auto) in [("normal", false), ("light", false), ("dark", true), ("light dark", true)] {
        themes(browser, scheme, [("auto", auto), rest[0], rest[1], rest[2]]);
    }
}

/// Each thing that can have the focus on this screen: how its ring looks, and on what ground.
fn ring(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    for theme in ["light", "dark"] {
        browser.open_plain(json!({ "theme": theme }), json!({}));
        browser.js("document.getElementById('before').focus()");
        browser.tour(&sheet, |state| {
            browser.js("document.getElementById('before').focus()");
            for stop in 0..60 {
                browser.press([TAB]);
                let found: Value = browser.get(
                    "(() => { const it = active(); if (it.getRootNode() !== root()) return null;
                       const node = it.type === 'radio' ? it.closest('label') : it; const style = getComputedStyle(node);
                       return { name: name(it), style: style.outlineStyle, width: parseFloat(style.outlineWidth),
                           contrast: contrast(style.outlineColor, getComputedStyle(part('base')).backgroundColor) }; })()",
                );
                if found.is_null() {
                    expect_that("at least one stop", stop > 0, stop);
                    break;
                }
                let fine = found["style"] != "none" && found["width"].as_f64() >= Some(2.0) && found["contrast"].as_f64() >= Some(3.0);
                expect_that(&format!("a ring of 2 px and 3:1, {state}, {theme}"), fine, &found);
            }
        });
    }
}

/// The colours of a bar that has all three: what there is, what there may be, and the rest; and its edge.
const BAR: &str = "(() => { const bar = all('.part > [part~=chart] svg').find((svg) => Number(svg.querySelector('.maybe').getAttribute('width')) > 0);
    const fill = (selector) => getComputedStyle(bar.querySelector(selector)).fill;
    const style = getComputedStyle(bar);
    return { fill: fill('.fill'), maybe: fill('.maybe'), track: fill('.track'), edge: style.borderTopColor,
        edgeWidth: parseFloat(style.borderTopWidth), ground: getComputedStyle(part('base')).backgroundColor }; })()";

fn with_chart(browser: &Browser, theme: &str) {
    browser.open_plain(json!({ "theme": theme }), json!({}));
    let mut sheet = sheet::good(&open(&file("partner")));
    sheet.insert("customer-overlap".into(), json!("unsure"));
    browser.hurry_to("result", &sheet);
    // A value in words stands at every bar.
    let words: Vec<String> = browser.get("all('.part > [part~=chart] li .row-value').map(text)");
    expect_that("a value at every bar", words.len() == 6 && words.iter().all(|value| !value.is_empty()), &words);
}

fn contrasts(browser: &Browser) -> [f64; 4] {
    browser.get(&format!(
        "(() => {{ const bar = {BAR}; return [contrast(bar.fill, bar.track), contrast(bar.fill, bar.maybe), contrast(bar.maybe, bar.track),
            contrast(bar.edge, bar.ground)]; }})()"
    ))
}

fn grey(browser: &Browser) {
    for theme in ["light", "dark"] {
        with_chart(browser, theme);
        let [known, unsure, rest, edge] = contrasts(browser);
        expect_that(&format!("what there is at 3:1 to the rest, {theme}"), known >= 3.0, known);
        expect_that(&format!("what there is apart from what may be, {theme}"), unsure >= 1.5, unsure);
        expect_that(&format!("what may be apart from the rest, {theme}"), rest >= 1.2, rest);
        expect_that(&format!("an edge at 3:1, {theme}"), edge >= 3.0, edge);
    }
}

fn forced(browser: &Browser) {
    with_chart(browser, "auto");
    expect("whether colours are forced", browser.get("matchMedia('(forced-colors: active)').matches"), true);
    let bar: Value = browser.get(BAR);
    expect_that("an edge around the bar", bar["edgeWidth"].as_f64() >= Some(1.0) && bar["edge"] != bar["ground"], &bar);
    // The system's own names for a colour come back as colours.
    let system: Value = browser.run(
        "const probe = document.createElement('i'); document.body.append(probe);
         return Object.fromEntries(arguments[0].map((name) => { probe.style.color = name; return [name, getComputedStyle(probe).color]; }));",
        json!(["Highlight", "Canvas", "CanvasText", "GrayText"]),
    );
    expect("colour of what there is", &bar["fill"], &system["Highlight"]);
    expect("colour of the rest", &bar["track"], &system["Canvas"]);
    expect("colour of what may be", &bar["maybe"], &system["GrayText"]);
    // How far apart they are is the choice of the system or its owner; that they are three is ours.
    let [known, unsure, ..] = contrasts(browser);
    expect_that(
        "what there is apart from the rest and from what may be",
        known >= 1.5 && unsure >= 1.1,
        (known, unsure),
    );
}

fn still(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    let moving = "[...document.getAnimations(), ...root().getAnimations()].length";
    let transitions = "all('*').filter((node) => getComputedStyle(node).transitionDuration.split(', ').some((time) => time !== '0s')).length";
    browser.open_plain(json!({}), json!({}));
    expect("the wish", browser.get("matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
    browser.tour(&sheet, |state| {
        expect(&format!("animations, {state}"), browser.get(moving), 0);
        expect(&format!("transitions, {state}"), browser.get(transitions), 0);
        let animated: usize =
            browser.get("all('*').filter((node) => getComputedStyle(node).animationName !== 'none').length");
        expect(&format!("animated elements, {state}"), animated, 0);
    });
    // What does move is seen.
    browser.js("const sheet = new CSSStyleSheet(); sheet.replaceSync('.button { transition: color 1s }'); root().adoptedStyleSheets.push(sheet)");
    expect_that("a transition made on purpose", browser.get::<usize>(transitions) > 0, ());
}
