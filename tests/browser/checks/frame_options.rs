//! What the page's address may ask for: every parameter with good and bad values, what is said of a bad one, and that the
//! good ones reach the widget.

mod values;

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::frame::{inside, put};
use test_support::serve::Override;

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, file, languages, native_report, open, same_report};

pub fn checks() -> Vec<Check> {
    let mut checks = vec![
        Check::new("frame options: a table of good and bad values", table),
        Check::new("frame options: they reach the widget", reach),
        Check::new("frame options: weights and questions left out", adapted),
        Check::new("frame options: an assessment of the page's own origin, and none of another", own_origin),
    ];
    for language in languages() {
        let run = move |browser: &Browser| said(browser, language);
        checks.push(Check::new(format!("frame options: what is wrong is said, and the widget shows, {language}"), run));
    }
    checks
}

/// A module of the page as one script.
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
    let long: usize = browser.get("read(`?profile-vendor=${'x'.repeat(2001)}`, 'https://pf.example/').problems.length");
    expect("problems of a text that is too long", long, 1);
    expect(
        "what every object has since",
        browser.get("[({}).a, ({}).location, Object.keys(Object.prototype).length]"),
        json!([null, null, 0]),
    );
}

fn said(browser: &Browser, language: &str) {
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
                browser.get("[...document.querySelectorAll('#wrong li code')].map((node) => node.textContent).sort()");
            let mut expected: Vec<&str> = bad
                .split('&')
                .map(|pair| pair.split('=').next().unwrap())
                .filter(|name| *name != "text-start.button")
                .collect();
            expected.sort_unstable();
            expect("the parameters that are named", named.iter().map(String::as_str).collect::<Vec<_>>(), expected);
            let text: String = browser.get("document.getElementById('wrong').innerText");
            let words =
                if language == "nl" { ["verwacht", "gewone instelling"] } else { ["expected", "usual setting"] };
            expect_that("said in that language", words.iter().all(|word| text.contains(word)), &text);
            for part in [
                browser.site.origin().as_str(),
                "evil.example",
                "black",
                "#0a5c9e",
                "market-alignment",
                "customer-overlap",
                "vendor",
            ] {
                expect_that(&format!("{part} in what is said"), text.contains(part), &text);
            }
            expect(
                "markup from the address",
                browser.get("document.querySelectorAll('#wrong *:not(p, strong, ul, li, code)').length"),
                0,
            );
            // The good one of the texts holds.
            expect("a text that is good", browser.get("text(part('button--primary'))"), "Go".to_owned());
            expect("the focus", browser.get::<String>("document.activeElement.localName"), "body".to_owned());
        };
        if framed { inside(browser, 0, look) } else { look() }
    }
}

fn reach(browser: &Browser) {
    browser.open_host("/frames.html");
    let query = "?assessment=partner&lang=nl-BE&theme=dark&layout=question&review=no&accent=%23ffcc00&storage=session\
        &profile-vendor=Acme %26 Zn&text-start.button=Begin er maar aan";
    put(browser, query, json!({ "sandbox": null }));
    inside(browser, 0, || {
        let start = browser.until_screen("start");
        expect_that(
            "the vendor's name",
            start.heading.as_deref().is_some_and(|title| title.contains("Acme & Zn")),
            &start.heading,
        );
        expect("the text of the button", browser.get("text(part('button--primary'))"), "Begin er maar aan".to_owned());
        expect("what is said of the address", browser.get("document.getElementById('wrong')"), Value::Null);
        let colours: Vec<String> = browser.get(
            "[getComputedStyle(part('button--primary')).backgroundColor, getComputedStyle(part('button--primary')).color, getComputedStyle(part('base')).colorScheme]",
        );
        expect("colours", colours, ["rgb(255, 204, 0)", "rgb(0, 0, 0)", "dark"].map(str::to_owned).to_vec());
        browser.act("part('button--primary').click()");
        expect("questions on a step", browser.until_screen("step").questions.len(), 1);
        let _: Value = browser.run(
            "widget().answers = arguments[0]; await settle(1); return null;",
            json!(sheet::good(&open(&file("partner")))),
        );
        let mut steps = 0;
        while browser.screen().name == "step" {
            let screen = browser.screen();
            browser.act("part('button--primary').click()");
            browser.until_other(&screen);
            steps += 1;
        }
        expect("the screen behind the questions", browser.screen().name, "result".to_owned());
        expect("steps", steps, open(&file("partner")).questions().count());
        expect("kept in the tab", browser.get("sessionStorage.length"), 1);
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
    inside(browser, 0, || {
        browser.until_screen("start");
        let wanted: Value = browser.run(
            "const { adapt } = await import('./partner-fit.js');
             return adapt(arguments[0], { without: ['contract-bar', 'trained-people', 'technical-support'], weights: { location: 50, revenue: 0 } });",
            file("partner"),
        );
        let assessment = open(&wanted);
        let answers = sheet::mixed(&assessment);
        expect("criteria that are asked", assessment.criteria.len(), 6);
        browser.hurry_to("result", &answers);
        same_report("result", &browser.result(), &native_report(&assessment, &answers, "en"));
        let weights: Vec<Value> =
            browser.get("widget().result.criteria.map(({ id, weight }) => [id, Math.round(weight * 110)])");
        expect_that(
            "the new weights",
            weights.contains(&json!(["location", 50])) && weights.contains(&json!(["revenue", 0])),
            &weights,
        );
        expect("what is said of the address", browser.get("document.getElementById('wrong')"), Value::Null);
    });
    // What cannot be met as a whole: said, and the rest of it holds.
    put(browser, "?assessment=partner&lang=en&without=contract-bar&weights=commitment:5", json!({}));
    inside(browser, 1, || {
        browser.js("document.documentElement.scrollIntoView()");
        browser.until("the start", "screen().name === 'start'");
        let named: Vec<String> =
            browser.get("[...document.querySelectorAll('#wrong li code')].map((node) => node.textContent)");
        expect("the parameters that are named", named, vec!["weights".to_owned()]);
        expect("questions", browser.get("text(one('.length'))?.includes('13 ')"), json!(true));
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
    inside(browser, 0, || {
        expect("the title", browser.until_screen("start").heading.as_deref(), Some("A check of our own"));
    });
    drop(browser.hosts.take_paths());
    let evil = browser.hosts.url("/evil.json");
    put(browser, &format!("?assessment={evil}&lang=en"), json!({}));
    browser.js("frames()[1].scrollIntoView()");
    inside(browser, 1, || {
        let title = open(&file("partner")).title.get("en").to_owned();
        expect("the title", browser.until_screen("start").heading, Some(title));
        let said: String = browser.get("document.getElementById('wrong').textContent");
        expect_that(
            "both origins",
            said.contains(&browser.site.origin()) && said.contains(&browser.hosts.origin()),
            said,
        );
    });
    expect_that("no request there", browser.hosts.take_paths().iter().all(|path| !path.contains("evil")), ());
    browser.no_faults();
}
