//! Copied texts, pasted into an empty page of another origin: the element, the frame, the frame with the few rights
//! that WordPress leaves it, the WordPress block, and the lines for a policy.

use serde_json::{Value, json};
use test_support::browsers::Engine;
use test_support::serve::Override;

use super::{HOSTILE, config, copied, open_with, paste};
use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

const NO_SHIFTS: &str = "it does not report layout shifts";

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("builder: the copied element works in an empty page of another origin", |browser| {
            element(browser, "snippet")
        }),
        Check::new("builder: the copied WordPress block works", |browser| element(browser, "block")),
        Check::new("builder: the copied frame works in an empty page of another origin", |browser| {
            frame(browser, false)
        }),
        Check::new("builder: the copied frame works with sandbox=allow-scripts", |browser| frame(browser, true)),
        Check::new("builder: what loads at once is asked for early, and once", early),
        Check::new("builder: no layout shift with what is copied", shift)
            .not_in(Engine::Firefox, NO_SHIFTS)
            .not_in(Engine::WebKit, NO_SHIFTS),
        Check::new("builder: the copied lines are enough for a strict policy, element and frame", policies),
        Check::new("builder: a file that cannot be had leaves the link and tells it once", failing),
        Check::new("builder: words for what is left out are no fault", left_out),
    ]
}

/// Whether the widget shows all choices, except the accent and the level of headings.
fn as_chosen(browser: &Browser) {
    let start = browser.until_screen("start");
    let heading = start.heading.unwrap_or_default();
    expect("heading", heading.as_str(), format!("Bent u de juiste partner voor {HOSTILE}?").as_str());
    browser.expect("own text", "text(part('button--primary'))", "Aan de slag");
    browser.move_on();
    expect("questions at once", browser.until_screen("step").questions.len(), 1);
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.hurry_to("result", &sheet);
    browser.expect("the answers are not shown before", "!one('dl dt')", true);
    let left = open(&file("partner")).questions().count() - 2;
    let asked: Vec<String> =
        browser.until_that("the questions", "Object.keys(widget().answers)", |asked: &Vec<String>| asked.len() == left);
    expect(
        "left out",
        asked.iter().filter(|id| ["customer-contact", "contract-bar"].contains(&id.as_str())).count(),
        0,
    );
    let shares: Value = browser
        .until_some("the result", "Object.fromEntries(widget().result.criteria.map(({ id, weight }) => [id, weight]))");
    let share = shares["location"].as_f64().unwrap_or_default();
    // The chosen weight is 40, and all weights are 24 + 20 + 20 + 16 + 40 + 8 = 128.
    expect_that("the share of the weight that was chosen", (share - 40.0 / 128.0).abs() < 1e-9, &shares);
}

/// The height of the frame: that of the snippet, or the one that its script has set.
const HEIGHT: &str = "document.querySelector('iframe').style.height";

/// Whether the frame has sent its height, and has it.
const FOLLOWED: &str =
    "noted.heights.length > 0 && document.querySelector('iframe').style.height === `${noted.heights.at(-1)}px`";

const ACCENT: &str = "getComputedStyle(part('button--primary')).backgroundColor";

fn element(browser: &Browser, name: &str) {
    open_with(browser, &config(), "element");
    paste(browser, &copied(browser, name));
    browser.until_screen("start");
    browser.expect("accent", ACCENT, "rgb(138, 28, 91)");
    browser.expect("language", "root().querySelector('div').lang", "nl");
    browser.expect("level", "part('heading').localName", "h3");
    as_chosen(browser);
    browser.no_faults();
    browser.expect_events("errors", "pf-error", Vec::<Value>::new());
    browser.expect_event_count("ready once", "pf-ready", 1);
    // Visitors of the page load nothing of the builder.
    let paths = browser.asked(&browser.site);
    expect_that("files of the widget alone", paths.iter().all(|path| !path.contains("builder")), &paths);
    expect_that(
        "the shipped file is asked for once at most",
        paths.iter().filter(|path| path.ends_with("partner.json")).count() <= 1,
        &paths,
    );
}

fn frame(browser: &Browser, sandboxed: bool) {
    open_with(browser, &config(), "frame");
    let mut text = copied(browser, "snippet");
    if sandboxed {
        let from = text.find("sandbox=\"").expect("a sandbox") + 9;
        let to = from + text[from..].find('"').expect("its end");
        text.replace_range(from..to, "allow-scripts");
    }
    paste(browser, &text);
    browser.enter_only();
    browser.until_screen("start");
    browser.expect("accent", ACCENT, "rgb(138, 28, 91)");
    browser.expect("complaints", "document.getElementById('wrong')?.textContent ?? null", Value::Null);
    as_chosen(browser);
    browser.leave();
    browser.until("a frame as high as the result", &format!("{FOLLOWED} && {HEIGHT} !== '860px'"));
}

/// The script uses preloaded files: in every browser the widget starts, and each file of the release is requested once,
/// except the glue, whose hash is checked first.
fn early(browser: &Browser) {
    let settings = json!({ "partnerFitBuilder": 1, "assessment": "company", "language": "nl", "load": "eager" });
    open_with(browser, &settings, "element");
    let text = copied(browser, "snippet");
    expect("links", text.matches("rel=\"preload\"").count(), 3);
    paste(browser, &text);
    browser.until_screen("start");
    browser.expect("language", "root().querySelector('div').lang", "nl");
    browser.no_faults();
    browser.expect_events("errors", "pf-error", Vec::<Value>::new());
    // The browser has these files from the page before, on which nothing was preloaded, or requests each once.
    let paths = browser.asked(&browser.site);
    for name in ["engine_bg.wasm", "company.json", "nl.json", "engine_rest.wasm"] {
        let count = paths.iter().filter(|path| path.ends_with(name)).count();
        expect_that(&format!("{name} asked for once at most"), count <= 1, &paths);
    }
}

fn shift(browser: &Browser) {
    for mode in ["element", "frame"] {
        open_with(browser, &config(), mode);
        let watch = "<script>window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, startTime }) => ({ value, at: startTime }))))
            .observe({ type: 'layout-shift', buffered: true });</script>";
        paste(browser, &format!("{watch}{}", copied(browser, "snippet")));
        if mode == "element" {
            browser.until_screen("start");
        } else {
            browser.until("the height that the frame asks for", FOLLOWED);
        }
        browser.no_shifts(mode);
    }
}

fn policies(browser: &Browser) {
    for mode in ["element", "frame"] {
        open_with(browser, &config(), mode);
        let (text, lines) = (copied(browser, "snippet"), copied(browser, "policy").replace('\n', " "));
        // The test's own script, and the browser's request for an icon.
        let policy =
            format!("default-src 'none'; img-src 'self'; {}", lines.replace("script-src ", "script-src 'self' "));
        let page = String::from_utf8(browser.hosts.file("paste.html")).expect("text");
        let page = Override::new().body(page.replace("<!-- paste here -->", &text));
        browser.hosts.set("/paste.html", page.header("content-security-policy", &policy).expect("a policy"));
        browser.open_host("/paste.html");
        if mode == "element" {
            browser.until_screen("start");
            as_chosen(browser);
            browser.no_faults();
        } else {
            browser.inside_nth(0, || drop((browser.until_screen("start"), browser.move_on())));
            browser.until("a frame as high as the step", &format!("{FOLLOWED} && {HEIGHT} !== '860px'"));
            browser.expect("violations", "(await drawn(), violations)", json!([]));
        }
        // A script that was not copied is refused.
        browser.js(
            "const style = document.createElement('style'); style.textContent = 'i{}'; document.body.append(style)",
        );
        browser.until("the violation made on purpose", "violations.length === 1");
    }
}

/// The words of a placeholder that no question uses any more.
fn left_out(browser: &Browser) {
    let all: Vec<String> = open(&file("partner")).questions().map(|(_, question)| question.id.clone()).collect();
    let mut config = config();
    config["without"] = json!(all.iter().filter(|id| *id != "customer-overlap").collect::<Vec<_>>());
    config["profile"] = json!({ "vendor": "Acme", "customers": "bakers", "territories": "Texel", "offer": "bread" });
    open_with(browser, &config, "element");
    browser.expect("problems in the preview", "document.getElementById('preview-problem').textContent", String::new());
    paste(browser, &copied(browser, "snippet"));
    let start = browser.until_screen("start");
    expect_that("the vendor's name", start.heading.as_deref().is_some_and(|heading| heading.contains("Acme")), &start);
    browser.expect_events("errors", "pf-error", Vec::<Value>::new());
    browser.no_faults();
}

/// A file that the copied text needs besides the element: missing, or not that of this release.
fn failing(browser: &Browser) {
    open_with(browser, &config(), "element");
    let text = copied(browser, "snippet");
    // Browsers cache the folder of a version for good; they ask again for the files next to it.
    let (_, after) = text.split_once("src=\"").expect("the script");
    let base = after.split("partner-fit.js").next().expect("its address").to_owned();
    let text = text.replace(&base, &browser.site.url("/"));
    for (path, code) in [("assessments/partner.json", "assessment-invalid"), ("checker_bg.wasm", "wasm-failed")] {
        browser.site.set_status(&format!("/{path}"), 404);
        paste(browser, &text);
        browser.expect_error(&format!("without {path}"), code);
        browser.expect("the link is left", "shown(widget().querySelector('a'))", true);
        browser.no_faults();
        browser.site.tidy();
    }
}
