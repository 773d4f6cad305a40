//! What is drawn: style rules that stay inside, a height that follows, colours and answers for each widget, and the
//! theme in the first frame.

use serde_json::json;

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};

/// Rules that would reach out of a shadow root or fail in one, and units that depend on the host.
const REACHING: &str = "root().adoptedStyleSheets.flatMap(function rules(sheet) {
        return [...sheet.cssRules].flatMap((rule) => [rule, ...(rule.cssRules ? rules(rule) : [])]); })
    .filter((rule) => ['CSSPropertyRule', 'CSSFontFaceRule', 'CSSImportRule'].includes(rule.constructor.name)
        || /:root|^html|^body|::part|:host-context/.test(rule.selectorText ?? '') || /[0-9.]rem\\b/.test(rule.style?.cssText ?? ''))
    .map((rule) => rule.cssText)";

pub fn rules_stay_inside(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    let inside: usize = browser.now("root().adoptedStyleSheets.reduce((sum, sheet) => sum + sheet.cssRules.length, 0)");
    expect_that("rules of the widget's own", inside > 20, inside);
    let outside = "document.adoptedStyleSheets.length + document.styleSheets.length + all('style, link').length";
    browser.expect("sheets elsewhere", outside, 0);
    browser.expect("rules that reach out", REACHING, json!([]));
    // The check can fail: such rules would be found.
    browser.js("const sheet = new CSSStyleSheet(); root().adoptedStyleSheets = [...root().adoptedStyleSheets, sheet];
        sheet.replaceSync('@property --x { syntax: \"*\"; inherits: false } @media all { :root { --y: 1 } } p { margin: 1rem }')");
    browser.until_that("rules made on purpose that reach out", REACHING, |rules: &Vec<String>| rules.len() == 3);
}

pub fn height(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    let mut heights = Vec::new();
    browser.all_screens(&sheet, |state| {
        let [gap, height, inner, own]: [f64; 4] = browser.now(
            "(await drawn(), (() => { const [it, after] = [widget().getBoundingClientRect(), document.getElementById('after').parentNode.getBoundingClientRect()];
               const mount = root().lastElementChild; return [after.top - it.bottom, it.height, mount.scrollHeight, mount.clientHeight]; })())",
        );
        expect_that(&format!("what comes after it right below, {state}"), (0.0..40.0).contains(&gap), gap);
        expect_that(&format!("nothing to scroll inside, {state}"), inner <= own + 1.0, (inner, own));
        heights.push(height);
    });
    let grows = heights.windows(2).any(|pair| pair[1] > pair[0] + 50.0);
    let shrinks = heights.windows(2).any(|pair| pair[1] < pair[0] - 50.0);
    expect_that("heights that grow and shrink", grows && shrinks, &heights);
    browser.act("widget().reset()");
    browser.until_that(
        &format!("the first height, {}, once it is back at the start", heights[0]),
        "widget().getBoundingClientRect().height",
        |again: &f64| (again - heights[0]).abs() < 1.0,
    );
}

pub fn of_their_own(browser: &Browser) {
    browser.open_host("/plain.html");
    for (id, assessment) in [("red", "partner"), ("blue", "company")] {
        browser.put(json!({ "id": id, "assessment": assessment, "storage": "session" }), json!({}));
        browser.js(&format!("widget().style.setProperty('--pf-accent', '{id}')"));
        browser.until_screen("start");
        browser.move_on();
        browser.act("answer(screen().questions[0].id, screen().questions[0].values[0])");
    }
    let turn_to = |id: &str| browser.js(&format!("window.subject = document.getElementById('{id}')"));
    let accent = "getComputedStyle(part('button--primary')).backgroundColor";
    let stored = "Object.keys(sessionStorage).filter((key) => key.startsWith('partner-fit:')).map((key) => key.split(':')[1]).sort()";
    for (id, colour) in [("red", "rgb(255, 0, 0)"), ("blue", "rgb(0, 0, 255)")] {
        turn_to(id);
        browser.expect(&format!("the colour of {id}"), accent, colour.to_owned());
    }
    browser.expect("what is stored", stored, vec!["company".to_owned(), "partner".to_owned()]);
    browser.act("widget().reset(); widget().remove()");
    turn_to("red");
    browser.expect("the colour of red, alone", accent, "rgb(255, 0, 0)");
    browser.expect("what is stored, without blue", stored, vec!["partner".to_owned()]);
    browser.expect("the answers of red", "Object.keys(widget().answers).length", 1);
    browser.js("sessionStorage.clear()");
    browser.no_faults();
}

pub fn root_size(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.move_on();
    let sizes = "[...part('base').querySelectorAll('*')].filter(shown).map((node) => [getComputedStyle(node).fontSize, getComputedStyle(node).fontFamily, getComputedStyle(node).paddingTop].join())";
    let before: Vec<String> = browser.now(sizes);
    expect_that("elements to look at", before.len() > 20, before.len());
    for size in ["62.5%", "8px", "300%"] {
        browser.act(&format!("document.documentElement.style.font = '{size} cursive'"));
        browser.expect(&format!("sizes with a root of {size}"), sizes, before.clone());
    }
    // The host sets the tokens, and nothing is cut off.
    browser.act("widget().style.setProperty('--pf-font-size', '20px'); widget().style.setProperty('--pf-font-family', 'cursive')");
    browser.expect(
        "sizes that the host gives",
        "[getComputedStyle(part('base')).fontSize, getComputedStyle(part('heading')).fontFamily]",
        ["20px", "cursive"],
    );
}

/// Whether the background is dark in the first frame.
const DARK_AT: &str = "noted.dark = []; document.addEventListener('pf-ready', () => requestAnimationFrame(() => noted.dark.push(luminance(getComputedStyle(part('base')).backgroundColor) < 0.5)))";

pub fn first_drawn(browser: &Browser) {
    browser.open_host("/fold.html");
    browser.js("await customElements.whenDefined('partner-fit')");
    browser.put(json!({ "load": "lazy" }), json!({}));
    browser.js(DARK_AT);
    browser.js("widget().theme = 'dark'; await drawn()");
    browser.until_screen("fallback");
    let reserved: f64 = browser.now("widget().getBoundingClientRect().height");
    expect_that("room kept for it", reserved >= 640.0, reserved);
    browser.js("widget().scrollIntoView({ behavior: 'instant' })");
    browser.until_ready();
    browser.js("await drawn()");
    browser.expect("dark, as soon as it is ready", "noted.dark", vec![true]);
    drop(browser.asked(&browser.site));
    for (change, dark) in [
        ("widget().theme = 'light'", false),
        ("widget().theme = 'auto'", false),
        ("document.documentElement.style.colorScheme = 'dark'", true),
    ] {
        let now: bool =
            browser.now(&format!("({change}, luminance(getComputedStyle(part('base')).backgroundColor) < 0.5)"));
        expect(&format!("dark, in the same turn as {change}"), now, dark);
    }
    expect("files for it", browser.asked(&browser.site), vec![]);
}
