//! Colours: whose setting wins, the focus ring, and a chart that works without colours.

use serde_json::{Value, json};
use test_support::browsers::Engine;

use super::axe::AT_REST;
use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::device::{Device, FIXED_IN_WEBKIT};
use crate::keyboard::TAB;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

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

/// Waits until the widget is dark, or light, by the luminance of its background and its text.
#[track_caller]
fn expect_dark(browser: &Browser, what: &str, dark: bool) {
    browser.until_that(
        what,
        "(await drawn(), [luminance(getComputedStyle(part('base')).backgroundColor), luminance(getComputedStyle(part('heading')).color)])",
        |[ground, words]: &[f64; 2]| (ground - words).abs() > 0.5 && (ground < words) == dark,
    );
}

fn themes(browser: &Browser, scheme: &str, expected: [(&str, bool); 4]) {
    browser.js(&format!("document.documentElement.style.colorScheme = '{scheme}'"));
    for (theme, dark) in expected {
        browser.act(&format!("widget().theme = '{theme}'"));
        expect_dark(browser, &format!("dark? theme={theme}, host {scheme:?}"), dark);
    }
}

pub(super) fn theme_of_host(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    expect_dark(browser, "dark? without a theme", false);
    let fixed = [("light", false), ("dark", true)];
    for (scheme, auto) in [("normal", false), ("dark", true), ("light", false), ("only dark", true)] {
        themes(browser, scheme, [("auto", auto), fixed[0], fixed[1], ("system", false)]);
    }
}

fn theme_of_device(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.expect("whether the device is dark", "matchMedia('(prefers-color-scheme: dark)').matches", true);
    let rest = [("light", false), ("dark", true), ("system", true)];
    for (scheme, auto) in [("normal", false), ("light", false), ("dark", true), ("light dark", true)] {
        themes(browser, scheme, [("auto", auto), rest[0], rest[1], rest[2]]);
    }
}

/// Records the ring and the background of everything that gets the focus.
const NOTE_RINGS: &str = "noted.rings = [];
    for (let i = 0; i < 40; i++) document.body.append(document.createElement('button'));
    root().addEventListener('focusin', ({ target }) => {
        const node = target.type === 'radio' ? target.closest('label') : target; const style = getComputedStyle(node);
        noted.rings.push({ name: name(target), style: style.outlineStyle, width: parseFloat(style.outlineWidth),
            contrast: contrast(style.outlineColor, getComputedStyle(part('base')).backgroundColor) }); })";

fn ring(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    for theme in ["light", "dark"] {
        browser.open_plain(json!({ "theme": theme }), json!({}));
        browser.js(NOTE_RINGS);
        browser.all_screens(&sheet, |state| {
            browser.until("colours at rest", AT_REST);
            browser.js("document.getElementById('before').focus(); noted.rings.length = 0");
            // Tab goes through the widget, and out to the host's buttons after it.
            let stops: usize = browser.now("all('a, button, input, summary, [tabindex=\"0\"]').length + 1");
            browser.press(vec![TAB; stops]);
            browser.until(
                &format!("the focus in the widget, {state}, and then out of it"),
                "noted.rings.length > 0 && active().getRootNode() !== root()",
            );
            let rings: Vec<Value> = browser.now("noted.rings");
            for found in rings {
                let fine = found["style"] != "none"
                    && found["width"].as_f64() >= Some(2.0)
                    && found["contrast"].as_f64() >= Some(3.0);
                expect_that(&format!("a ring of 2 px and 3:1, {state}, {theme}"), fine, &found);
            }
        });
    }
}

/// The colours of a bar with all three parts: what there is, what may be (strokes over its ground) and what is left.
const BAR: &str = "(() => { const bar = all('.part > [part~=chart] svg').find((svg) => Number(svg.querySelector('.maybe').getAttribute('width')) > 0);
    const style = (selector) => getComputedStyle(bar.querySelector(selector));
    return { fill: style('.fill').fill, maybe: style('.maybe').fill, left: style('.left').fill, strokes: style('.hatch').stroke,
        edge: style('.left').stroke, ground: getComputedStyle(part('base')).backgroundColor }; })()";

fn with_chart(browser: &Browser, theme: &str) {
    browser.open_plain(json!({ "theme": theme }), json!({}));
    let mut sheet = answer_sheet::good(&open(&file("partner")));
    sheet.insert("customer-overlap".into(), json!("unsure"));
    browser.hurry_to("result", &sheet);
    // Every bar has its value in words.
    browser.until_that(
        "a value at every bar",
        "all('.part > [part~=chart] > li .row-value').map(text)",
        |words: &Vec<String>| words.len() == 6 && words.iter().all(|value| !value.is_empty()),
    );
    browser.until("colours at rest", AT_REST);
}

/// Contrasts: what there is to what is left, and to the ground; the strokes of what may be to what lies under them.
fn contrasts(browser: &Browser) -> [f64; 3] {
    browser.now(&format!(
        "(() => {{ const bar = {BAR}; return [contrast(bar.fill, bar.left), contrast(bar.fill, bar.ground), contrast(bar.strokes, bar.maybe)]; }})()"
    ))
}

fn grey(browser: &Browser) {
    for theme in ["light", "dark"] {
        with_chart(browser, theme);
        let [known, ground, strokes] = contrasts(browser);
        expect_that(&format!("what there is at 3:1 to what is left, {theme}"), known >= 3.0, known);
        expect_that(&format!("what there is at 3:1 to the ground, {theme}"), ground >= 3.0, ground);
        expect_that(&format!("strokes at 3:1 where something may be, {theme}"), strokes >= 3.0, strokes);
    }
}

fn forced(browser: &Browser) {
    with_chart(browser, "auto");
    browser.expect("whether colours are forced", "matchMedia('(forced-colors: active)').matches", true);
    let bar: Value = browser.now(BAR);
    // System colours come back as colours.
    let system: Value = browser.run(
        "const probe = document.createElement('i'); document.body.append(probe);
         return Object.fromEntries(arguments[0].map((name) => { probe.style.color = name; return [name, getComputedStyle(probe).color]; }));",
        json!(["Highlight", "Canvas", "CanvasText"]),
    );
    expect("colour of what there is", &bar["fill"], &system["Highlight"]);
    expect("colour of what is left", &bar["left"], &system["Canvas"]);
    expect("edge of what is left", &bar["edge"], &system["CanvasText"]);
    expect("strokes over what may be", &bar["strokes"], &system["CanvasText"]);
    // The system decides how different the colours are; the widget only has to use two, and strokes.
    let [known, ..] = contrasts(browser);
    expect_that("what there is apart from the rest", known >= 1.5, known);
}

fn still(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    let moving = "[...document.getAnimations(), ...root().getAnimations()].length";
    let transitions = "all('*').filter((node) => getComputedStyle(node).transitionDuration.split(', ').some((time) => time !== '0s')).length";
    browser.open_plain(json!({}), json!({}));
    browser.expect("the wish", "matchMedia('(prefers-reduced-motion: reduce)').matches", true);
    browser.all_screens(&sheet, |state| {
        browser.expect(&format!("animations, {state}"), moving, 0);
        browser.expect(&format!("transitions, {state}"), transitions, 0);
        browser.expect(
            &format!("animated elements, {state}"),
            "all('*').filter((node) => getComputedStyle(node).animationName !== 'none').length",
            0,
        );
    });
    // The check can fail: a transition is seen.
    browser.js("const sheet = new CSSStyleSheet(); sheet.replaceSync('.button { transition: color 1s }'); root().adoptedStyleSheets.push(sheet)");
    browser.until("a transition made on purpose", &format!("{transitions} > 0"));
}
