//! What is drawn: rules that stay inside, a height that follows, colours and answers of each widget's own, and the theme
//! from the first moment.

use serde_json::json;

use crate::browser::{Browser, expect, expect_that};
use crate::sheet::{self, file, open};

/// Rules that would reach out of a shadow root, or would not work in one; and units that the host decides.
const REACHING: &str = "root().adoptedStyleSheets.flatMap(function rules(sheet) {
        return [...sheet.cssRules].flatMap((rule) => [rule, ...(rule.cssRules ? rules(rule) : [])]); })
    .filter((rule) => ['CSSPropertyRule', 'CSSFontFaceRule', 'CSSImportRule'].includes(rule.constructor.name)
        || /:root|^html|^body|::part|:host-context/.test(rule.selectorText ?? '') || /[0-9.]rem\\b/.test(rule.style?.cssText ?? ''))
    .map((rule) => rule.cssText)";

pub fn rules_stay_inside(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    let inside: usize = browser.get("root().adoptedStyleSheets.reduce((sum, sheet) => sum + sheet.cssRules.length, 0)");
    expect_that("rules of the widget's own", inside > 20, inside);
    let outside = "document.adoptedStyleSheets.length + document.styleSheets.length + all('style, link').length";
    expect("sheets elsewhere", browser.get(outside), 0);
    expect("rules that reach out", browser.get::<Vec<String>>(REACHING), vec![]);
    // They would be seen.
    browser.js("const sheet = new CSSStyleSheet(); root().adoptedStyleSheets = [...root().adoptedStyleSheets, sheet];
        sheet.replaceSync('@property --x { syntax: \"*\"; inherits: false } @media all { :root { --y: 1 } } p { margin: 1rem }')");
    expect("rules made on purpose that reach out", browser.get::<Vec<String>>(REACHING).len(), 3);
}

pub fn height(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    let mut heights = Vec::new();
    browser.tour(&sheet, |state| {
        let [gap, height, inner, own]: [f64; 4] = browser.get(
            "(() => { const [it, after] = [widget().getBoundingClientRect(), document.getElementById('after').parentNode.getBoundingClientRect()];
               const mount = root().lastElementChild; return [after.top - it.bottom, it.height, mount.scrollHeight, mount.clientHeight]; })()",
        );
        expect_that(&format!("what comes after it right below, {state}"), (0.0..40.0).contains(&gap), gap);
        expect_that(&format!("nothing to scroll inside, {state}"), inner <= own + 1.0, (inner, own));
        heights.push(height);
    });
    let grows = heights.windows(2).any(|pair| pair[1] > pair[0] + 50.0);
    let shrinks = heights.windows(2).any(|pair| pair[1] < pair[0] - 50.0);
    expect_that("heights that grow and shrink", grows && shrinks, &heights);
    browser.act("widget().reset()");
    let again: f64 = browser.get("widget().getBoundingClientRect().height");
    expect_that(
        "the first height, once it is back at the start",
        (again - heights[0]).abs() < 1.0,
        (again, heights[0]),
    );
}

pub fn of_their_own(browser: &Browser) {
    browser.open_host("/plain.html");
    for (id, assessment) in [("red", "partner"), ("blue", "company")] {
        browser.put(json!({ "id": id, "assessment": assessment, "storage": "session" }), json!({}));
        browser.js(&format!("widget().style.setProperty('--pf-accent', '{id}')"));
        browser.until_screen("start");
        browser.act("part('button--primary').click()");
        browser.act("answer(screen().questions[0].id, screen().questions[0].values[0])");
    }
    let turn_to = |id: &str| browser.js(&format!("window.subject = document.getElementById('{id}')"));
    let accent = "getComputedStyle(part('button--primary')).backgroundColor";
    let stored = "Object.keys(sessionStorage).filter((key) => key.startsWith('partner-fit:')).map((key) => key.split(':')[1]).sort()";
    for (id, colour) in [("red", "rgb(255, 0, 0)"), ("blue", "rgb(0, 0, 255)")] {
        turn_to(id);
        expect(&format!("the colour of {id}"), browser.get(accent), colour.to_owned());
    }
    expect("what is stored", browser.get::<Vec<String>>(stored), vec!["company".to_owned(), "partner".to_owned()]);
    browser.act("widget().reset(); widget().remove()");
    turn_to("red");
    expect("the colour of red, alone", browser.get(accent), "rgb(255, 0, 0)".to_owned());
    expect("what is stored, without blue", browser.get::<Vec<String>>(stored), vec!["partner".to_owned()]);
    expect("the answers of red", browser.get("Object.keys(widget().answers).length"), 1);
    browser.js("sessionStorage.clear()");
    browser.no_faults();
}

pub fn root_size(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.act("part('button--primary').click()");
    let sizes = "[...part('base').querySelectorAll('*')].filter(shown).map((node) => [getComputedStyle(node).fontSize, getComputedStyle(node).fontFamily, getComputedStyle(node).paddingTop].join())";
    let before: Vec<String> = browser.get(sizes);
    expect_that("elements to look at", before.len() > 20, before.len());
    for size in ["62.5%", "8px", "300%"] {
        browser.act(&format!("document.documentElement.style.font = '{size} cursive'"));
        expect(&format!("sizes with a root of {size}"), browser.get::<Vec<String>>(sizes), before.clone());
    }
    // By its tokens the host decides, and nothing is cut off.
    browser.act("widget().style.setProperty('--pf-font-size', '20px'); widget().style.setProperty('--pf-font-family', 'cursive')");
    let given: Vec<String> =
        browser.get("[getComputedStyle(part('base')).fontSize, getComputedStyle(part('heading')).fontFamily]");
    expect("sizes that the host gives", given, vec!["20px".to_owned(), "cursive".to_owned()]);
}

/// Whether the ground is dark when it is drawn for the first time.
const DARK_AT: &str = "noted.dark = []; document.addEventListener('pf-ready', () => requestAnimationFrame(() => noted.dark.push(luminance(getComputedStyle(part('base')).backgroundColor) < 0.5)))";

pub fn first_drawn(browser: &Browser) {
    browser.open_host("/fold.html");
    browser.js("await customElements.whenDefined('partner-fit')");
    browser.put(json!({ "load": "lazy" }), json!({}));
    browser.js(DARK_AT);
    browser.js("widget().theme = 'dark'; await settle(2)");
    expect("the screen, far away", browser.screen().name, "fallback".to_owned());
    let reserved: f64 = browser.get("widget().getBoundingClientRect().height");
    expect_that("room kept for it", reserved >= 640.0, reserved);
    browser.js("widget().scrollIntoView({ behavior: 'instant' })");
    browser.until_screen("start");
    browser.js("await settle(2)");
    expect("dark, as soon as it is ready", browser.get::<Vec<bool>>("noted.dark"), vec![true]);
    drop(browser.site.take_paths());
    for (change, dark) in [
        ("widget().theme = 'light'", false),
        ("widget().theme = 'auto'", false),
        ("document.documentElement.style.colorScheme = 'dark'", true),
    ] {
        let now: bool =
            browser.get(&format!("({change}, luminance(getComputedStyle(part('base')).backgroundColor) < 0.5)"));
        expect(&format!("dark, in the same turn as {change}"), now, dark);
    }
    expect("files for it", browser.site.take_paths(), vec![]);
}
