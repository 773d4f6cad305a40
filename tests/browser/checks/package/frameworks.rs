//! E10: the element in React and Vue, and on a page that a server has rendered. Importing it without a window has no
//! effect, and it survives whatever a framework mounts, moves, removes and mounts again.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use test_support::serve::{Override, Server};

use super::application;
use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("E10 React: StrictMode mounts twice, the element once; events reach their handler", |browser| {
            walks(browser, "react");
        }),
        Check::new("E10 React: properties and attributes follow the state", |browser| follows(browser, REACT)),
        Check::new("E10 React: unmounted and mounted again, the host's answers are still there", |browser| {
            returns(browser, REACT);
        }),
        Check::new("E10 Vue: v-on hears the events", |browser| walks(browser, "vue")),
        Check::new("E10 Vue: .prop and attributes follow the state", |browser| follows(browser, VUE)),
        Check::new("E10 Vue: unmounted and mounted again, the host's answers are still there", |browser| {
            returns(browser, VUE);
        }),
        Check::new("E10 a server draws the element without a window, and the browser takes it over", drawn),
    ]
}

/// A framework, and how its state is set: the key's name, then its value.
type Framework = (&'static str, fn(&str, &str) -> String);

const REACT: Framework = ("react", |key, value| {
    let (first, rest) = key.split_at(1);
    format!("host.set{}{rest}({value}); await drawn()", first.to_uppercase())
});
const VUE: Framework = ("vue", |key, value| format!("host.state.{key} = {value}; await drawn()"));

/// Serves the application's page for a framework, with the HTML that a server has rendered.
pub fn open_page(browser: &Browser, framework: &str, drawn: &str) -> Server {
    let page = fs::read_to_string(application::folder(browser).join("framework.html")).unwrap();
    let page = page.replace("{{framework}}", framework).replace("{{drawn}}", drawn);
    let server = application::serve(browser, "");
    server.set("/page.html", Override::new().body(page));
    browser.open(&server.url("/page.html"));
    browser.until_screen("start");
    server
}

fn walks(browser: &Browser, framework: &str) {
    let _server = open_page(browser, framework, "");
    browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
    browser.expect_event_count("ready", "pf-ready", 1);
    let told = browser.expect_event_count("completions", "pf-complete", 1);
    let completed: Value = browser.now("host.completed");
    expect("what the handler was given", completed.as_array().map(Vec::len), Some(1));
    expect("detail", &completed[0], &told[0]);
    expect_that("the band", completed[0]["band"].is_string(), &completed);
    if framework == "react" {
        browser.expect("mounts, by StrictMode", "host.mounts", 2);
    }
    browser.expect("elements", "document.querySelectorAll('partner-fit').length", 1);
    browser.no_faults();
}

fn follows(browser: &Browser, (framework, set): Framework) {
    let _server = open_page(browser, framework, "");
    browser.expect("the heading", "part('heading').localName", "h3");
    browser.expect("the review", "widget().noReview", true);
    browser.js(&set("level", "4"));
    browser.expect("the heading after it", "part('heading').localName", "h4");
    browser.js(&set("language", "'nl'"));
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    let sheet = json!({ "customer-overlap": "under-10" });
    browser.js(&set("answers", &sheet.to_string()));
    browser.expect("answers", "widget().answers", sheet);
    browser.js(&set("answers", "{}"));
    // The object belongs to the framework, and may be a proxy.
    browser.js(&set("model", &file("company").to_string()));
    browser.until("the model", "details('pf-ready').at(-1).assessment === 'company'");
    browser.js(&set("model", "null"));
    browser.until("the assessment again", "details('pf-ready').at(-1).assessment === 'partner'");
    browser.expect_event_count("ready", "pf-ready", 3);
    browser.expect_events("errors", "pf-error", vec![]);
    browser.no_faults();
}

fn returns(browser: &Browser, (framework, set): Framework) {
    let server = open_page(browser, framework, "");
    browser.js("onward().click(); await drawn()");
    let first = browser.until_screen("step").questions[0].clone();
    let value = first.values[0].clone();
    browser.js(&format!("answer('{}', '{value}'); window.before = widget()", first.id));
    let kept = json!({ first.id: value });
    browser.expect("what the handler kept", "host.answers", &kept);
    browser.js(&set("answers", "host.answers"));
    for _ in 0..2 {
        browser.js(&set("shown", "false"));
        browser
            .until("the element gone", "!!document.getElementById('away') && !document.querySelector('partner-fit')");
        browser.js(&set("shown", "true"));
        browser.until_screen("start");
    }
    browser.expect("whether it is another element", "before !== widget()", true);
    browser.expect("answers", "widget().answers", kept);
    browser.expect("elements", "document.querySelectorAll('partner-fit').length", 1);
    let loads = server.requests().iter().filter(|request| request.path.ends_with("engine_bg.wasm")).count();
    expect("how often the engine was fetched", loads, 1);
    browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
    browser.expect("completions", "host.completed.length", 1);
    browser.no_faults();
}

fn drawn(browser: &Browser) {
    let folder = application::folder(browser);
    let html = application::run(Command::new("node").arg("built/server.js"), folder);
    expect_that(
        "the element",
        html.starts_with("<partner-fit assessment=\"partner\" lang=\"nl\" load=\"eager\""),
        &html,
    );
    expect_that("its fallback", html.contains("<a class=\"fallback\" href=\"https://example.com/\">"), &html);
    expect_that("no object as text", !html.contains("[object"), &html);
    let _server = open_page(browser, "client", &html);
    browser.expect("what the browser took over", "window.drawn", html);
    browser.expect("a property that no attribute can hold", "widget().profile", json!({ "vendor": "Acme" }));
    browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
    browser.until(
        "the band in the page",
        "document.getElementById('band').textContent === details('pf-complete')[0].band",
    );
    browser.no_faults();
}
