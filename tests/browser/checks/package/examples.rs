//! The pages of `examples`, as they stand there: each walks to its result, and the page around it hears the outcome.

use std::fs;

use test_support::serve::{Options, Override, Server};

use super::application;
use super::frameworks::open_page;
use super::packages::walks;
use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::checks::frame::press;
use crate::reading::expect_that;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("example: a page without a bundler", plain),
        Check::new("example: a frame, and its outcome told to the page", frame),
        Check::new("example: React", |browser| framework(browser, "examples/react/main")),
        Check::new("example: Vue", |browser| framework(browser, "examples/vue/main")),
    ]
}

/// Serves a folder of the examples with the release beside it, as its page expects.
fn serve(browser: &Browser, name: &str) -> Server {
    let folder = application::folder(browser);
    let options = Options::default().root("/", folder.join("examples").join(name), None).root(
        "/partner-fit",
        browser.site.path(""),
        None,
    );
    let server = Server::start(options).expect("a server");
    let recorder = fs::read(folder.join("recorder.js")).expect("what every page of the application begins with");
    server.set("/recorder.js", Override::new().body(recorder).header("content-type", "text/javascript").unwrap());
    server
}

fn plain(browser: &Browser) {
    let server = serve(browser, "plain");
    browser.open(&server.url("/"));
    walks(browser, "company", "nl");
    until_told(browser, "widget().result.band.id");
    browser.no_faults();
    let asked: Vec<String> = server.requests().into_iter().map(|request| request.path).collect();
    expect_that("its files", asked.iter().any(|path| path == "/partner-fit/engine_bg.wasm"), &asked);
}

fn frame(browser: &Browser) {
    let server = serve(browser, "frame");
    browser.open(&server.url("/"));
    let band = browser.inside("document.querySelector('iframe')", || {
        browser.until_screen("start");
        press(browser, "part('button--primary')");
        browser.until_screen("step");
        browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
        browser.now::<String>("widget().result.band.id")
    });
    until_told(browser, &format!("'{band}'"));
    browser.no_faults();
}

fn framework(browser: &Browser, entry: &str) {
    let _server = open_page(browser, entry, "");
    walks(browser, "partner", "en");
    until_told(browser, "widget().result.band.id");
    // Closed and opened again, it goes on with the answers that the application kept.
    browser.js("window.given = widget().answers; document.querySelector('button').click()");
    browser.until("it closed", "!document.querySelector('partner-fit')");
    browser.js("document.querySelector('button').click()");
    browser.until_screen("start");
    browser.until("the answers kept", "JSON.stringify(widget().answers) === JSON.stringify(given)");
    browser.no_faults();
}

/// Waits until the page says the band that an expression gives.
#[track_caller]
fn until_told(browser: &Browser, band: &str) {
    browser.until("the outcome in the page", &format!("document.getElementById('outcome').textContent === {band}"));
}
