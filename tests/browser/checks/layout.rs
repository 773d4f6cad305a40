//! Layout: narrow windows, wide letters, hosts with styles for everything, targets that are large enough, and no layout
//! shift.

use serde_json::json;

use super::axe::AT_REST;
use super::hosts::load;
use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-16 nothing to scroll sideways at 320 px, in the page", |browser| narrow(browser, false)),
        Check::new("ux-16 nothing to scroll sideways at 320 px with wide text spacing", |browser| {
            narrow(browser, true)
        }),
        Check::new("ux-16 wide text spacing cuts nothing off", spacing),
        Check::new("ux-31 targets are 44 px high, and none is below 24", targets),
    ]
}

/// The text spacing of WCAG 2.2, 1.4.12.
const SPACING: &str =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }";

fn add_spacing(browser: &Browser) {
    browser.js_with(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);
         root().adoptedStyleSheets = [...root().adoptedStyleSheets, sheet]; await drawn();",
        SPACING,
    );
}

/// Elements that reach beyond the sides of the window, except those that scroll and those that are visually hidden.
pub(super) const OVERHANG: &str = "(() => {
    const wide = document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth
        ? [`the page: ${document.scrollingElement.scrollWidth} > ${document.scrollingElement.clientWidth}`] : [];
    const over = all('*').filter((node) => shown(node) && !node.closest('.table-frame table, .unseen') && !node.closest('svg > *')
        && (node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1));
    return [...wide, ...over.map((node) => `${name(node)}.${node.className} ${JSON.stringify(node.getBoundingClientRect())}`)];
})()";

/// 320 px are also 1280 px at a zoom of 400 % (WCAG 2.2, 1.4.10).
fn narrow(browser: &Browser, spaced: bool) {
    for (assessment, language) in [("partner", "nl"), ("company", "en")] {
        let page = browser.site.url(&format!("/?assessment={assessment}%26lang={language}"));
        browser.open_host(&format!("/narrow.html?show={page}"));
        browser.enter_only();
        browser.until_screen("start");
        browser.expect("width of the window", "innerWidth", 320);
        if spaced {
            add_spacing(browser);
        }
        let sheet = answer_sheet::mixed(&open(&file(assessment)));
        browser.all_screens(&sheet, |state| {
            browser.expect(&format!("what is too wide, {state}, {language}"), OVERHANG, json!([]));
        });
    }
}

fn spacing(browser: &Browser) {
    browser.open_plain(json!({ "lang": "nl" }), json!({}));
    add_spacing(browser);
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.all_screens(&sheet, |state| {
        browser.expect(
            &format!("what is cut off, {state}"),
            "all('*').filter((node) => shown(node) && !node.closest('.unseen, .table-frame, svg') && getComputedStyle(node).overflow !== 'visible'
                && node.localName !== 'input' && (node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1))
              .map((node) => `${name(node)}.${node.className}`)",
            json!([]),
        );
        browser.until("letters set wide", "!['normal', '0px'].includes(getComputedStyle(part('heading')).letterSpacing)");
    });
}

/// The attributes of the published snippet.
const SNIPPET: &str = "assessment=\"partner\" lang=\"en\"";

pub(super) fn shift(browser: &Browser) {
    let page = String::from_utf8(browser.hosts.file("shift.html")).unwrap().replace("{{SITE}}", &browser.site.origin());
    expect("snippets on the page", page.matches(SNIPPET).count(), 1);
    for width in [390, 1280] {
        // A window cannot be as narrow as a phone, but an element can.
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", size);
        for snippet in ["assessment=\"partner\" lang=\"nl\"", "assessment=\"company\" lang=\"nl\"", SNIPPET] {
            browser.hosts.set_body("/shift.html", page.replace(SNIPPET, snippet));
            browser.open_host("/shift.html");
            browser.until_ready();
            browser.expect("width", "innerWidth", width);
            browser.until(
                "room for a start screen",
                "document.getElementById('below').getBoundingClientRect().top < innerHeight",
            );
            browser.no_shifts(&format!("at {width} px, {snippet}"));
        }
    }
    browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
}

/// The computed styles of each element inside, without those that depend on the widget's width.
const LOOKS: &str = "[part('base'), ...part('base').querySelectorAll('*')].map((node) => {
    const style = getComputedStyle(node);
    const properties = ['display', 'visibility', 'opacity', 'position', 'float', 'color', 'background-color', 'font-family', 'font-size',
        'font-weight', 'font-style', 'letter-spacing', 'word-spacing', 'text-transform', 'text-align', 'text-indent', 'text-shadow',
        'line-height', 'white-space', 'cursor', 'direction', 'margin-top', 'margin-bottom', 'padding-top', 'padding-left',
        'border-top-width', 'border-top-color', 'box-sizing'];
    return `${name(node)}.${node.getAttribute('class') ?? ''} ` + properties.map((p) => `${p}: ${style.getPropertyValue(p)}`).join('; ');
})";

pub(super) fn stress(browser: &Browser, page: &str, done: &str) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    let mut plain = Vec::new();
    browser.open_plain(json!({}), json!({}));
    // Both widgets get the same width, so that layout by width does not count as a leak.
    browser.js("document.getElementById('place').style.inlineSize = '700px'");
    let looks = || {
        browser.until("colours at rest", AT_REST);
        browser.now::<Vec<String>>(LOOKS)
    };
    browser.all_screens(&sheet, |_| plain.push(looks()));
    browser.open_host(page);
    browser.until("the host's own scripts to be done", done);
    load(browser);
    browser.put(json!({}), json!({}));
    let mut plain = plain.into_iter();
    browser.all_screens(&sheet, |state| {
        let expected = plain.next().unwrap();
        let got = looks();
        expect(&format!("number of elements, {state}"), got.len(), expected.len());
        for (got, expected) in got.iter().zip(&expected) {
            let differences: Vec<_> = got.split("; ").zip(expected.split("; ")).filter(|(a, b)| a != b).collect();
            let name = expected.split("; ").next();
            expect_that(
                &format!("{state}: {name:?} as on a plain page (got, expected)"),
                differences.is_empty(),
                &differences,
            );
        }
    });
    // The host's styles do reach the host's elements.
    let own = "getComputedStyle(document.getElementById('own'))";
    let styled = format!("{own}.padding !== '1px 2px' && {own}.padding !== '1px'");
    browser.until("styles of the host's own", &styled);
}

/// Every control smaller than `least`; a radio counts with its label.
fn too_small(selector: &str, least: u32) -> String {
    format!(
        "all('{selector}').filter(shown).map((node) => node.type === 'radio' ? node.closest('label') : node).filter((node) => {{
            const box = node.getBoundingClientRect(); return box.height < {least} - 0.5 || box.width < {least} - 0.5; }})
         .map((node) => `${{name(node)}} ${{text(node)}} ${{node.getBoundingClientRect().width}}×${{node.getBoundingClientRect().height}}`)"
    )
}

fn targets(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.all_screens(&sheet, |state| {
        let large = "[part~=option], [part~=button], input[type=text], summary";
        browser.expect(&format!("below 44 px, {state}"), &too_small(large, 44), json!([]));
        let any = "a, button, input, summary, label, [tabindex=\"0\"]";
        browser.expect(&format!("below 24 px, {state}"), &too_small(any, 24), json!([]));
    });
    browser.open(&browser.site.url("/"));
    browser.expect(
        "below 24 px on the page",
        "[...document.querySelectorAll('a, button, select, input')].filter((node) => {
            const box = node.getBoundingClientRect(); return box.height < 24 || box.width < 24; }).map(name)",
        json!([]),
    );
}

pub(super) fn sticky(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_host("/sticky.html");
    browser.put(json!({}), json!({}));
    let start = browser.until_screen("start");
    browser.press_primary();
    let mut screen = browser.until_other(&start);
    // The heading is a little under the header in one case, and far above the window in the other.
    for scroll in ["part('heading').getBoundingClientRect().top - 60", "600"] {
        browser.js_with("widget().answers = arguments[0]; await drawn();", &sheet);
        browser.js(&format!("scrollTo(0, scrollY + {scroll}); await drawn(); active().blur(); part('button--primary').focus({{ preventScroll: true }}); onward().click(); await drawn()"));
        screen = browser.until_other(&screen);
        browser.until_that(
            "the heading below the header of 120 px and in the window",
            "part('heading').getBoundingClientRect().top",
            |top: &f64| (119.0..900.0).contains(top),
        );
        browser.expect("focus", "name(active())", "widget h2#heading");
    }
}
