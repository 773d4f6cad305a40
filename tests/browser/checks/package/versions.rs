//! Versions and integrity: the headers of each folder of a release, and that a page can pin the element to its hash.

use serde_json::{Value, json};
use test_support::browsers::Capabilities;
use test_support::serve::naming_origin;
use xtask::dist::versions::{VERSION, major};

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-45 the folder of a version is kept for ever, all else is asked for anew", headers),
        Check::new("ux-45 _headers says what is served", published),
        Check::new("ux-44 the snippet with the hash of integrity.json works from the folder of a version", snippet),
        Check::new("ux-44 another hash is refused, and the fallback stays", wrong_hash),
    ]
}

/// The response headers of a path, as a script of the page sees them.
fn served(browser: &Browser, path: &str) -> Value {
    browser.run(
        "const answer = await fetch(arguments[0], { cache: 'no-store' });
         return { status: answer.status, ...Object.fromEntries(answer.headers) };",
        json!(path),
    )
}

fn headers(browser: &Browser) {
    browser.open(&browser.site.url("/"));
    let (exact, evergreen) = (format!("/{VERSION}"), format!("/{}", major()));
    for file in
        ["partner-fit.js", "engine_bg.wasm", "resize.js", "assessments/partner.json", "index.html", "integrity.json"]
    {
        for (folder, control) in [
            (exact.as_str(), "public, max-age=31536000, immutable"),
            (evergreen.as_str(), "no-cache"),
            ("", "no-cache"),
        ] {
            let path = format!("{folder}/{file}");
            let got = served(browser, &path);
            expect(&format!("status of {path}"), got["status"].clone(), json!(200));
            expect(&format!("cache-control of {path}"), got["cache-control"].as_str(), Some(control));
            expect(&format!("origins that may read {path}"), got["access-control-allow-origin"].as_str(), Some("*"));
            expect(
                &format!("pages that may hold {path}"),
                got["cross-origin-resource-policy"].as_str(),
                Some("cross-origin"),
            );
            expect(&format!("guesses at {path}"), got["x-content-type-options"].as_str(), Some("nosniff"));
            let policy = got["content-security-policy"].is_string();
            expect(&format!("a policy for {path}"), policy, file.ends_with(".html"));
        }
    }
    let missing = served(browser, &format!("{exact}/none.js"));
    expect("status", missing["status"].clone(), json!(404));
    expect("how long it is known to be missing", missing["cache-control"].as_str(), Some("no-cache"));
}

/// The server's headers follow every rule of the file; no path has two values for one header.
fn published(browser: &Browser) {
    let text = String::from_utf8(browser.site.file("_headers")).unwrap();
    let rules: Vec<&str> = text.split("\n\n").filter(|rule| rule.starts_with('/')).collect();
    expect_that("rules for everything in the root", rules.len() > 15, rules.len());
    browser.open(&browser.site.url("/"));
    for rule in rules {
        let (path, lines) = rule.split_once('\n').unwrap();
        let example = match path.strip_suffix('*') {
            Some("/") => "/index.html".to_owned(),
            Some(folder) if folder.contains("locales") => format!("{folder}en.json"),
            Some(folder) if folder.contains("assessments") => format!("{folder}partner.json"),
            Some(folder) if folder.contains("schema") => format!("{folder}report.schema.json"),
            Some(folder) if folder.contains("site") => format!("{folder}en.json"),
            Some(folder) => format!("{folder}partner-fit.js"),
            None => path.to_owned(),
        };
        let got = served(browser, &example);
        for line in lines.lines() {
            let (name, value) = line.trim().split_once(": ").unwrap();
            if name == "content-security-policy" {
                // A file cannot know its own origin; it says what to write there.
                expect("the policy", got[name].as_str(), Some(naming_origin(value, &browser.site.origin()).as_str()));
                continue;
            }
            expect(&format!("{name} of {example}"), got[name].as_str(), Some(value));
        }
    }
}

/// Opens a page with the published snippet.
fn open_snippet(browser: &Browser, hash: &str) {
    let base = browser.site.url(&format!("/{VERSION}"));
    let page = format!(
        r#"<!doctype html><html lang="en"><title>A page</title><script src="recorder.js"></script>
<style>partner-fit:not(:defined){{display:block;min-block-size:max(640px,1400px - 160vw)}}</style>
<script type="module" src="{base}/partner-fit.js" integrity="{hash}" crossorigin="anonymous"></script>
<partner-fit assessment="partner" lang="en" load="eager"><a class="fallback" href="{base}/?assessment=partner&lang=en">A link</a></partner-fit>"#
    );
    browser.hosts.set_body("/snippet.html", page);
    browser.open_host("/snippet.html");
}

fn hash(browser: &Browser) -> String {
    let integrity: Value = serde_json::from_slice(&browser.site.file(&format!("{VERSION}/integrity.json"))).unwrap();
    integrity["files"]["partner-fit.js"].as_str().expect("a hash of the element").to_owned()
}

fn snippet(browser: &Browser) {
    // Files in such a folder may be cached for a year, so that a browser that has them would send no request.
    browser.restart(&Capabilities::new());
    open_snippet(browser, &hash(browser));
    browser.until_screen("start");
    browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
    let asked = browser.asked(&browser.site);
    let folder = format!("/{VERSION}/");
    expect_that("files", asked.len() >= 5, &asked);
    expect_that(
        "every file from the folder of the version",
        asked.iter().all(|path| path.starts_with(&folder)),
        &asked,
    );
    browser.no_faults();
}

fn wrong_hash(browser: &Browser) {
    let good = hash(browser);
    // This is the hash of another file, so that only its value is wrong.
    let other: Value = serde_json::from_slice(&browser.site.file("integrity.json")).unwrap();
    let other = other["files"]["resize.js"].as_str().unwrap();
    assert_ne!(good, other);
    open_snippet(browser, other);
    browser.expect("whether the element is defined", "!!customElements.get('partner-fit')", false);
    browser.expect("whether the fallback shows", "shown(document.querySelector('.fallback'))", true);
    let asked = browser.asked(&browser.site);
    expect_that("nothing else asked for", asked.iter().all(|path| path.ends_with("/partner-fit.js")), &asked);
}
