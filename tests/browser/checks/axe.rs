//! axe-core finds no violation of WCAG 2.2 A and AA in any state, in either theme and language.

use std::fs;
use std::path::Path;

use serde_json::json;
use test_support::browsers::Engine;

use crate::answer_sheet::{self, Sheet, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-04 axe finds nothing on the page's choice", choice),
        Check::new("ux-04 axe finds nothing on a result with unknowns alone, without any, with gates", results),
        Check::new("ux-04 axe finds nothing in the other layouts, nor in what fills the slots", layouts),
        Check::new("ux-04 axe finds what is made on purpose", can_fail),
    ]
}

const RUN: &str = "const found = await axe.run(document, {
        preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat()} ${node.failureSummary}`));";

/// Whether all colour transitions have ended; axe would measure intermediate colours. Folded parts are not drawn, so
/// their transitions never end; axe does not look at them either.
pub(super) const AT_REST: &str = "(await drawn(), [...document.getAnimations(), ...(root()?.getAnimations() ?? [])]
    .filter(({ effect }) => !effect.target.closest('details:not([open]) > :not(summary)')).length === 0)";

pub(super) fn inject(browser: &Browser) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run `npm ci`", path.display()));
    let client = browser.client();
    browser.command("axe", async { client.execute(&format!("{axe}; window.axe = axe;"), vec![]).await });
}

pub(super) fn violations(browser: &Browser) -> Vec<String> {
    browser.run(RUN, ())
}

/// The combinations to check: each theme and each language in every engine, and all four pairs among the engines. What
/// a language changes (names, lengths) and what a theme changes (colours) are found apart from each other.
pub(super) fn combinations(browser: &Browser) -> Vec<(&'static str, &'static str)> {
    match browser.engine {
        Engine::Chromium => vec![("light", "en"), ("dark", "nl")],
        _ => vec![("light", "nl"), ("dark", "en")],
    }
}

/// Sets the page to a theme and a language, as a reader does.
pub(super) fn set(browser: &Browser, theme: &str, language: &str) {
    browser.js_with(
        "for (const [id, value] of Object.entries(arguments[0])) {
             const select = document.getElementById(id);
             if (select.value === value) continue;
             select.value = value; select.dispatchEvent(new Event('change', { bubbles: true }));
         }",
        json!({ "theme": theme, "language": language }),
    );
    browser.until(
        "the language",
        &format!("document.documentElement.lang === '{language}' && (!root() || root().querySelector('div').lang === '{language}')"),
    );
    browser.until("colours at rest", AT_REST);
}

fn look(browser: &Browser, state: &str) {
    for (theme, language) in combinations(browser) {
        set(browser, theme, language);
        expect(&format!("violations, {state}, {theme}, {language}"), violations(browser), vec![]);
    }
}

fn choice(browser: &Browser) {
    browser.open(&browser.site.url("/"));
    inject(browser);
    look(browser, "choice");
}

pub(super) fn states(browser: &Browser) {
    browser.open_page("partner", "en");
    inject(browser);
    let mut seen = Vec::new();
    browser.all_screens(&answer_sheet::mixed(&open(&file("partner"))), |state| {
        look(browser, state);
        seen.push(state.to_owned());
    });
    expect("states", seen.len(), 8);
}

fn results(browser: &Browser) {
    for (assessment, sheet) in [
        ("partner", answer_sheet::unknown as fn(&_) -> Sheet),
        ("partner", answer_sheet::good),
        ("company", answer_sheet::gated),
    ] {
        // In a host, in which headings begin one level lower.
        browser.open_plain(json!({ "assessment": assessment }), json!({}));
        inject(browser);
        browser.hurry_to("result", &sheet(&open(&file(assessment))));
        browser.act("one('details').open = true");
        for (theme, language) in combinations(browser) {
            browser.js(&format!("widget().theme = '{theme}'; widget().lang = '{language}'"));
            browser.until("the language", &format!("root().querySelector('div').lang === '{language}'"));
            browser.until("colours at rest", AT_REST);
            expect(&format!("violations, {assessment}, {theme}, {language}"), violations(browser), vec![]);
        }
    }
}

fn layouts(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    for layout in ["question", "all"] {
        browser.open_plain(json!({ "layout": layout }), json!({}));
        browser.js(
            "for (const name of ['intro', 'cta', 'footer']) {
                const made = document.createElement('p'); made.slot = made.textContent = name; widget().append(made); }",
        );
        inject(browser);
        browser.all_screens(&sheet, |state| {
            browser.until("colours at rest", AT_REST);
            expect(&format!("violations, {layout}, {state}"), violations(browser), vec![]);
        });
    }
}

/// The page's axe also looks into the shadow root.
fn can_fail(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    inject(browser);
    browser.js(
        "const button = document.createElement('button'); root().querySelector('div').append(button); await drawn()",
    );
    let found = violations(browser);
    expect_that("a nameless button", found.iter().any(|violation| violation.starts_with("button-name")), &found);
}
