//! The options in the page's address: every parameter with good and bad values, the notice about a bad one, and that
//! the good ones reach the widget.

mod values;

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use test_support::serve::Override;

use super::frame::put;
use crate::answer_sheet::{self, file, languages, native_report, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    let mut checks = vec![
        Check::new("frame options: a table of good and bad values", table),
        Check::new("frame options: they reach the widget", reach),
        Check::new("frame options: weights and questions left out", adapted),
        Check::new("frame options: an assessment of the page's own origin, and none of another", own_origin),
    ];
    for language in languages() {
        let run = move |browser: &Browser| problems_shown(browser, language);
        checks.push(Check::new(format!("frame options: what is wrong is said, and the widget shows, {language}"), run));
    }
    checks
}

/// A module of the page, bundled as one script.
fn bundled(module: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut esbuild = Command::new(root.join("node_modules/.bin/esbuild"));
    esbuild.arg(root.join("static").join(module)).args(["--bundle", "--format=esm", "--define:PAGE_TEXTS={}"]);
    let output = esbuild.output().expect("esbuild");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn table(browser: &Browser) {
    let script = Override::new().body(bundled("page/address.js")).header("content-type", "text/javascript");
    browser.site.set("/address.js", script.expect("a header"));
    browser.open_host("/frames.html");
    browser.js("window.read = (await import(`${SITE}/address.js`)).read");
    for (query, (option, expected)) in values::TABLE {
        let (got, problems): (Value, Vec<Value>) = browser.run(
            "const { options, problems } = read(`?${arguments[0][0]}`, 'https://pf.example/v/?x#y');
             return [options[arguments[0][1]] ?? null, problems];",
            json!([query, option]),
        );
        let nothing = match option {
            "profile" | "strings" => json!({}),
            _ => Value::Null,
        };
        match expected {
            Ok(value) => {
                expect(&format!("{option} of {query}"), got, serde_json::from_str(value).unwrap());
                expect(&format!("problems of {query}"), problems, vec![]);
            }
            Err(kind) => {
                expect(&format!("{option} of {query}"), got, nothing);
                expect(&format!("number of problems of {query}"), problems.len(), 1);
                expect(&format!("what was expected in {query}"), problems[0]["expected"].as_str(), Some(kind));
                let parameter = query.split('=').next();
                expect("whose problem it is", problems[0]["parameter"].as_str(), parameter);
                expect_that("what was got", problems[0]["got"].is_string(), &problems[0]);
            }
        }
    }
    let long: usize = browser.now("read(`?profile-vendor=${'x'.repeat(2001)}`, 'https://pf.example/').problems.length");
    expect("problems of a text that is too long", long, 1);
    browser.expect(
        "what every object has since",
        "[({}).a, ({}).location, Object.keys(Object.prototype).length]",
        json!([null, null, 0]),
    );
}

fn problems_shown(browser: &Browser, language: &str) {
    let bad = "theme=black&layout=two&storage=x&review=x&accent=red&weights=nothing:1&without=nothing&origin=*\
        &assessment=https://evil.example/a.json&profile-nobody=a&text-nothing=a&text-start.button=Go&weigths=a";
    for framed in [true, false] {
        let query = format!("?lang={language}&{bad}");
        if framed {
            browser.open_host("/frames.html");
            put(browser, &query, json!({}));
        } else {
            browser.open(&browser.site.url(&format!("/{query}")));
        }
        let look = || {
            let start = browser.until_screen("start");
            browser.until(
                "the texts that were refused",
                "[...document.querySelectorAll('#wrong code')].some((node) => node.textContent === 'text-nothing')",
            );
            let title = open(&file("partner")).title.get(language).to_owned();
            expect("the assessment that shows", start.heading.as_deref(), Some(title.as_str()));
            let named: Vec<String> =
                browser.now("[...document.querySelectorAll('#wrong li code')].map((node) => node.textContent).sort()");
            let mut expected: Vec<&str> = bad
                .split('&')
                .map(|pair| pair.split('=').next().unwrap())
                .filter(|name| !framed || *name != "text-start.button")
                .collect();
            expected.sort_unstable();
            expect("the parameters that are named", named.iter().map(String::as_str).collect::<Vec<_>>(), expected);
            let text: String = browser.now("document.getElementById('wrong').innerText");
            let words =
                if language == "nl" { ["verwacht", "gewone instelling"] } else { ["expected", "usual setting"] };
            expect_that("said in that language", words.iter().all(|word| text.contains(word)), &text);
            // What is left out at top level is not looked at.
            let of_frames = ["market-alignment", "customer-overlap", "vendor"];
            for part in of_frames.iter().filter(|_| framed) {
                expect_that(&format!("{part} in what is said"), text.contains(part), &text);
            }
            for part in [browser.site.origin().as_str(), "evil.example", "black", "#0a5c9e"] {
                expect_that(&format!("{part} in what is said"), text.contains(part), &text);
            }
            browser.expect(
                "markup from the address",
                "document.querySelectorAll('#wrong *:not(p, strong, ul, li, code)').length",
                0,
            );
            // The good one of the two texts applies.
            let button = if !framed { open_text(language, "start.button") } else { "Go".to_owned() };
            browser.expect("a text that is good", "text(part('button--primary'))", button.as_str());
            browser.expect("the focus", "document.activeElement.localName", "body");
        };
        if framed { browser.inside_nth(0, look) } else { look() }
    }
}

/// A text of the widget.
fn open_text(language: &str, key: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("static/locales/{language}.json"));
    let texts: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("a locale")).expect("JSON");
    texts[key].as_str().unwrap_or_default().to_owned()
}

fn reach(browser: &Browser) {
    browser.open_host("/frames.html");
    let query = "?assessment=partner&lang=nl-BE&theme=dark&layout=question&review=no&accent=%23ffcc00&storage=session\
        &profile-vendor=Acme %26 Zn&text-start.button=Begin er maar aan";
    put(browser, query, json!({ "sandbox": null }));
    browser.inside_nth(0, || {
        let start = browser.until_screen("start");
        expect_that(
            "the vendor's name",
            start.heading.as_deref().is_some_and(|title| title.contains("Acme & Zn")),
            &start.heading,
        );
        browser.expect("the text of the button", "text(part('button--primary'))", "Begin er maar aan");
        browser.expect("what is said of the address", "document.getElementById('wrong')", Value::Null);
        // The widget's own text is readable on this yellow in the dark scheme, so it stays, as in the builder.
        browser.expect(
            "colours",
            "[getComputedStyle(part('button--primary')).backgroundColor, getComputedStyle(part('button--primary')).color, getComputedStyle(part('base')).colorScheme]",
            ["rgb(255, 204, 0)", "rgb(7, 26, 43)", "dark"],
        );
        expect("questions on a step", browser.move_on().questions.len(), 1);
        let mut steps = 0;
        browser.js_with("widget().answers = arguments[0]; await drawn();", answer_sheet::good(&open(&file("partner"))));
        while browser.move_on().name == "step" {
            steps += 1;
        }
        browser.until_screen("result");
        expect("steps", steps + 1, open(&file("partner")).questions().count());
        browser.expect("kept in the tab", "sessionStorage.length", 1);
        browser.js("sessionStorage.clear()");
    });
    browser.no_faults();
}

fn adapted(browser: &Browser) {
    browser.open_host("/frames.html");
    put(
        browser,
        "?assessment=partner&lang=en&without=contract-bar,trained-people,technical-support&weights=location:50,revenue:0",
        json!({}),
    );
    let mut model = file("partner");
    let criteria = model["criteria"].as_array_mut().unwrap();
    criteria.retain(|criterion| criterion["id"] != "technical-expertise");
    browser.inside_nth(0, || {
        browser.until_screen("start");
        let wanted: Value = browser.run(
            "const { adapt } = await import('./partner-fit.js');
             return adapt(arguments[0], { without: ['contract-bar', 'trained-people', 'technical-support'], weights: { location: 50, revenue: 0 } });",
            file("partner"),
        );
        let assessment = open(&wanted);
        let answers = answer_sheet::mixed(&assessment);
        expect("criteria that are asked", assessment.criteria.len(), 6);
        browser.hurry_to("result", &answers);
        browser.expect("result", "widget().result", native_report(&assessment, &answers, "en"));
        let weights: Vec<Value> =
            browser.now("widget().result.criteria.map(({ id, weight }) => [id, Math.round(weight * 110)])");
        expect_that(
            "the new weights",
            weights.contains(&json!(["location", 50])) && weights.contains(&json!(["revenue", 0])),
            &weights,
        );
        browser.expect("what is said of the address", "document.getElementById('wrong')", Value::Null);
    });
    // An option that cannot be met as a whole is reported, and the others apply.
    put(browser, "?assessment=partner&lang=en&without=contract-bar&weights=commitment:5", json!({}));
    browser.inside_nth(1, || {
        browser.js("document.documentElement.scrollIntoView()");
        browser.until("the start", "screen().name === 'start'");
        browser.expect(
            "the parameters that are named",
            "[...document.querySelectorAll('#wrong li code')].map((node) => node.textContent)",
            ["weights"],
        );
        browser.expect("questions", "text(one('.length'))?.includes('14 ')", json!(true));
    });
    browser.no_faults();
}

fn own_origin(browser: &Browser) {
    let mut own = file("company");
    own["id"] = json!("of-our-own");
    own["title"]["en"] = json!("A check of our own");
    browser.site.set_body("/own/check.json", own.to_string());
    browser.hosts.set_body("/evil.json", own.to_string());
    browser.open_host("/frames.html");
    put(browser, "?assessment=own/check.json&lang=en", json!({}));
    browser.inside_nth(0, || {
        expect("the title", browser.until_screen("start").heading.as_deref(), Some("A check of our own"));
    });
    drop(browser.asked(&browser.hosts));
    let evil = browser.hosts.url("/evil.json");
    put(browser, &format!("?assessment={evil}&lang=en"), json!({}));
    browser.js("allFrames()[1].scrollIntoView()");
    browser.inside_nth(1, || {
        let title = open(&file("partner")).title.get("en").to_owned();
        expect("the title", browser.until_screen("start").heading, Some(title));
        let said = "document.getElementById('wrong').textContent";
        browser.until_that("both origins", said, |said: &String| {
            said.contains(&browser.site.origin()) && said.contains(&browser.hosts.origin())
        });
    });
    let asked = browser.asked(&browser.hosts);
    expect_that("no request there", asked.iter().all(|path| !path.contains("evil")), &asked);
    browser.no_faults();
}
