//! Runs the examples of the documentation as they are written: those of the types, of the package's README, and of the
//! project's. An example is a block of JavaScript whose first line is `// example: NAME`.

use serde_json::{Value, json};
use test_support::serve::Override;

use crate::answer_sheet::{Sheet, file, native_report, open, same_report};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("script API: the examples in the types run and do what they say", in_types),
        Check::new("script API: the examples in the READMEs run", in_readmes),
        Check::new("script API: all but check throw an Error with problems, check never throws", refusals),
    ]
}

const PACKAGE: &str = include_str!("../../../../xtask/src/dist/package/README.md");
const PROJECT: &str = include_str!("../../../../README.md");

/// The examples of a text by name, in order. In the types they are in comments.
fn examples(text: &str) -> Vec<(String, String)> {
    let plain: Vec<&str> = text
        .lines()
        .map(|line| {
            let inner = line.trim_start();
            inner.strip_prefix("* ").or_else(|| inner.strip_prefix('*')).unwrap_or(line)
        })
        .collect();
    let text = plain.join("\n");
    let blocks = text.split("```js\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks
        .filter_map(|block| block.strip_prefix("// example: "))
        .map(|block| block.split_once('\n').unwrap())
        .map(|(name, code)| (name.trim().to_owned(), code.to_owned()))
        .collect()
}

/// Runs examples as one module next to the element, and returns their output and the values that they named.
fn run(browser: &Browser, examples: &[(String, String)], names: &str) -> Value {
    let code: String = examples.iter().map(|(_, code)| code.as_str()).collect();
    // The examples expect a page with the element.
    let page = "<!doctype html><html lang=\"en\"><title>Examples</title><body><div id=\"place\"></div>";
    browser.site.set("/examples.html", Override::new().body(page).without("content-security-policy").unwrap());
    browser.site.set_body("/examples.js", format!("{code}\nexport {{ {names} }};"));
    browser.open(&browser.site.url("/examples.html"));
    browser.run(
        "window.said = []; console.log = (...words) => said.push(words.join(' '));
         const { ...found } = await import('/examples.js');
         return { said, found: JSON.parse(JSON.stringify(found)) };",
        Value::Null,
    )
}

fn in_types(browser: &Browser) {
    let written = examples(&String::from_utf8(browser.site.file("partner-fit.d.ts")).unwrap());
    let names: Vec<&str> = written.iter().map(|(name, _)| name.as_str()).collect();
    expect(
        "examples",
        names,
        vec!["element", "actions", "answers", "load", "evaluate", "check", "encodeLink", "decodeLink", "adapt"],
    );
    let (element, engine) = written.split_at(3);

    let sheet = Sheet::from([("added-value".to_owned(), json!("integration"))]);
    let got = run(browser, engine, "report, problems, fragment, address, answers, ours");
    let expected = native_report(&open(&file("partner")), &sheet, "nl");
    same_report("the Report", &got["found"]["report"], &expected);
    let said = got["said"].as_array().unwrap();
    let label = expected["band"]["label"].as_str().unwrap();
    expect_that("score and band", said[0].as_str().unwrap().ends_with(label), &said[0]);
    expect("problems", got["found"]["problems"].as_array().map(Vec::len), Some(1));
    expect_that("the problem's path", said[1].as_str().unwrap().starts_with("version: expected"), &said[1]);
    expect("answers", got["found"]["answers"].clone(), json!(sheet));
    expect_that("what is wrong with nonsense", said[2].as_str().unwrap().contains("expected"), &said[2]);
    expect("lines", said.len(), 3);
    let adapted = &got["found"]["ours"]["criteria"];
    expect("a weight in the adapted assessment", adapted[0]["weight"].clone(), json!(30));
    expect("its questions where one is left out", adapted[1]["questions"].as_array().map(Vec::len), Some(1));

    let mut whole = vec![("import".to_owned(), "import \"./partner-fit.js\";\n".to_owned())];
    whole.extend_from_slice(element);
    run(browser, &whole, "widget");
    browser.until_screen("start");
    browser.expect(
        "what the element was told",
        "[widget().assessment, widget().lang, widget().result]",
        json!(["partner", "nl", null]),
    );
}

fn in_readmes(browser: &Browser) {
    let found = examples(PACKAGE);
    expect_that("examples in the package's README", found.len() >= 3, found.len());
    for (text, name) in [(PACKAGE, "the package's README"), (PROJECT, "README.md")] {
        let found = examples(text);
        if found.is_empty() {
            continue;
        }
        let local = |code: &str| {
            let code = code.replace("https://your.host/partner-fit/", "./");
            code.replace("\"partner-fit/assessments/", "\"./assessments/")
                .replace("\"partner-fit\"", "\"./partner-fit.js\"")
        };
        let found: Vec<(String, String)> = found.iter().map(|(name, code)| (name.clone(), local(code))).collect();
        let got = run(browser, &found, "report");
        expect_that(name, got["found"]["report"]["band"]["id"].is_string(), &got);
    }
}

fn refusals(browser: &Browser) {
    browser.open_host("/late.html");
    let partner = file("partner");
    let outcome: Value = browser.run(
        "const engine = await (await import(source)).load(); const good = arguments[0];
         const refused = (work) => { try { work(); return 'nothing thrown'; } catch (error) {
             return error instanceof Error && error.problems?.every(({ path, message }) => typeof path === 'string' && /expected|got/.test(message)); } };
         return {
           evaluate: refused(() => engine.evaluate({}, {})), answers: refused(() => engine.evaluate(good, { nothing: 1 })),
           encode: refused(() => engine.encodeLink(good, { nothing: 1 })), decode: refused(() => engine.decodeLink(good, 'nonsense')),
           checks: [undefined, null, 7, [], {}, 'x', good].map((value) => engine.check(value).length > 0),
           once: (await import(source)).load !== undefined };",
        partner,
    );
    expect(
        "outcomes",
        outcome,
        json!({ "evaluate": true, "answers": true, "encode": true, "decode": true,
                "checks": [true, true, true, true, true, true, false], "once": true }),
    );
    browser.no_faults();
}
