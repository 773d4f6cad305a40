//! Adapted assessments: whatever is left out or weighted, the checker accepts the new assessment, the old one stays
//! unchanged, and impossible changes are reported with their paths.

use serde_json::{Value, json};

use crate::answer_sheet::{assessments, file};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    let mut checks: Vec<Check> = assessments()
        .into_iter()
        .map(|name| {
            let run = move |browser: &Browser| stays_good(browser, name);
            Check::new(format!("adapt: {name} stays good whatever is left out or weighed anew"), run)
        })
        .collect();
    checks.push(Check::new("adapt: what rests on a question goes with it, and nothing else", what_goes));
    checks.push(Check::new("adapt: what cannot be done is said by its place", refusals));
    checks
}

/// Opens a host, with `adapt` and `engine` for its scripts.
fn open(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js_with(
        "window.adapt = (await import(`${arguments[0]}/partner-fit.js`)).adapt;
         window.engine = await (await import(`${arguments[0]}/partner-fit.js`)).load();",
        json!(browser.site.origin()),
    );
}

/// Every question, every criterion, every pair of questions, and some weights.
fn stays_good(browser: &Browser, name: &str) {
    open(browser);
    let (tried, faults): (usize, Vec<Value>) = browser.run(
        "const [file, before] = [arguments[0], JSON.stringify(arguments[0])];
         const questions = file.criteria.flatMap((criterion) => criterion.questions.map(({ id }) => id));
         const without = [[], ...questions.map((id) => [id]), ...file.criteria.map(({ questions }) => questions.map(({ id }) => id))];
         questions.forEach((one, place) => questions.slice(place + 1).forEach((other) => without.push([one, other])));
         const scored = file.criteria.filter(({ weight }) => weight > 0).map(({ id }) => id);
         const weights = [{}, ...scored.map((id) => ({ [id]: 0 })), ...scored.map((id) => ({ [id]: 0.5 })),
           Object.fromEntries(scored.map((id, place) => [id, place])),
           Object.fromEntries(scored.slice(1).map((id) => [id, 0]))];
         const faults = [];
         const cases = [...without.map((without) => ({ without })), ...weights.map((weights) => ({ weights })),
           ...questions.flatMap((id) => weights.slice(-2).map((weights) => ({ weights, without: [id] })))];
         let tried = 0;
         for (const wish of cases) {
           // One criterion has all the weight and none of its questions, so nothing counts: refused, as checked below.
           const counts = file.criteria.some((criterion) => (wish.weights?.[criterion.id] ?? criterion.weight) > 0
             && criterion.questions.some(({ id }) => !wish.without?.includes(id)));
           if (!counts) continue;
           const adapted = await adapt(file, wish);
           const problems = engine.check(adapted);
           const asked = adapted.criteria.flatMap((criterion) => criterion.questions.map(({ id }) => id));
           const wanted = questions.filter((id) => !wish.without?.includes(id));
           const weighed = adapted.criteria.every(({ id, weight }) => weight === (wish.weights?.[id] ?? file.criteria.find((old) => old.id === id).weight));
           if (problems.length || `${asked}` !== `${wanted}` || !weighed) faults.push({ wish, problems, asked });
           tried++;
         }
         if (JSON.stringify(file) !== before) faults.push('the file was changed');
         return [tried, faults];",
        file(name),
    );
    expect("faults", faults, vec![]);
    // 1 + 15 questions + 7 criteria + 105 pairs, 15 sets of weights, and 30 of both.
    expect_that("that many were tried", tried >= 140, tried);
}

fn what_goes(browser: &Browser) {
    open(browser);
    let file = file("partner");
    let same: bool = browser.run(
        "return JSON.stringify(await adapt(arguments[0], {})) === JSON.stringify(arguments[0])
            && JSON.stringify(await adapt(arguments[0])) === JSON.stringify(arguments[0])
            && JSON.stringify(await adapt('partner')) === JSON.stringify(await (await fetch(source.replace('partner-fit.js', 'assessments/partner.json'))).json());",
        file.clone(),
    );
    expect("whether nothing changes where nothing is wished", same, true);
    let adapted: Value = browser.run(
        "return adapt(arguments[0], { without: ['contract-bar', 'customer-overlap', 'customer-contact'], weights: { revenue: 0, location: 30 } });",
        file.clone(),
    );
    let text = adapted.to_string();
    for gone in ["contract-bar", "customer-overlap", "customer-contact", "market-alignment", "{customers}"] {
        expect_that(&format!("nothing that names {gone}"), !text.contains(gone), ());
    }
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let named = |value: &Value, id: &str| list(value).into_iter().find(|item| item["id"] == id);
    let weight = |id: &str| named(&adapted["criteria"], id).map(|criterion| criterion["weight"].clone());
    expect("a new weight", weight("location"), Some(json!(30)));
    expect("no weight", weight("revenue"), Some(json!(0)));
    expect("another weight", weight("commitment"), Some(json!(0)));
    expect_that("a criterion of no weight in no rule", !text.contains("\"criterion\":\"revenue\""), ());
    expect("profile", adapted["profile"].as_object().unwrap().len(), 3);
    let gates = |value: &Value| list(&value["gates"]).iter().map(|gate| gate["id"].clone()).collect::<Vec<_>>();
    let rest: Vec<Value> = list(&file["gates"])
        .iter()
        .filter(|gate| {
            !["contract-bar", "customer-overlap", "customer-contact"].iter().any(|id| gate.to_string().contains(id))
        })
        .map(|gate| gate["id"].clone())
        .collect();
    expect("gates", gates(&adapted), rest);
    expect_that("fewer gates", list(&adapted["gates"]).len() < list(&file["gates"]).len(), gates(&adapted));
    for list in ["verdicts", "models", "plan", "drawbacks"] {
        expect_that(
            &format!("some {list}"),
            adapted["advice"][list].as_array().is_some_and(|list| !list.is_empty()),
            (),
        );
    }
    // An action that is always required is still in the plan.
    let talk = named(&adapted["advice"]["plan"], "prepare-talk").unwrap();
    expect("what it is about", &talk["rules"], &json!([{ "keeps": true }]));
    expect("minutes", &adapted["minutes"], &json!(4));
}

fn refusals(browser: &Browser) {
    open(browser);
    let cases: [(&str, &[(&str, &str)]); 12] = [
        ("{ weights: { nothing: 1 } }", &[("weights.nothing", "got \"nothing\"")]),
        ("{ weights: { location: -1 } }", &[("weights.location", "expected a number from 0 to 1000000, got -1")]),
        ("{ weights: { location: NaN } }", &[("weights.location", "got NaN")]),
        ("{ weights: { location: Infinity } }", &[("weights.location", "got Infinity")]),
        ("{ weights: { location: '3' } }", &[("weights.location", "got \"3\"")]),
        (
            "{ weights: { commitment: 3 } }",
            &[("weights.commitment", "expected 0, as its answers have no values, got 3")],
        ),
        ("{ weights: [1] }", &[("weights", "got a list")]),
        (
            "{ without: ['location'], weights: { x: 1 } }",
            &[("without[0]", "got \"location\""), ("weights.x", "got \"x\"")],
        ),
        ("{ without: 'location' }", &[("without", "expected a list of ids of questions, got \"location\"")]),
        (
            "JSON.parse('{ \"weights\": { \"__proto__\": 1, \"constructor\": 2 }, \"without\": [\"__proto__\", null] }')",
            &[
                ("without[0]", "got \"__proto__\""),
                ("without[1]", "got null"),
                ("weights.__proto__", "got \"__proto__\""),
                ("weights.constructor", "got \"constructor\""),
            ],
        ),
        (
            "{ without: arguments[0].criteria.flatMap((one) => one.questions.map(({ id }) => id)) }",
            &[("without", "expected something that counts to be left, got nothing")],
        ),
        (
            "{ weights: Object.fromEntries(arguments[0].criteria.map(({ id }) => [id, 0])) }",
            &[("weights", "expected something that counts to be left, got nothing")],
        ),
    ];
    for (wish, expected) in cases {
        let script = format!(
            "try {{ await adapt(arguments[0], {wish}); return []; }} catch (error) {{
               return [Object.prototype.toString.call(error) === '[object Error]', error.message, error.problems.map(({{ path, message }}) => [path, message])]; }}"
        );
        let (is_error, message, problems): (bool, String, Vec<(String, String)>) =
            browser.run(&script, file("partner"));
        expect_that(&format!("an Error for {wish}"), is_error, ());
        expect(&format!("number of problems of {wish}"), problems.len(), expected.len());
        for ((path, said), (expected_path, part)) in problems.iter().zip(expected) {
            expect("path", path.as_str(), *expected_path);
            expect_that(&format!("{part:?} in the message"), said.contains(part) && message.contains(part), said);
        }
    }
    let none: Vec<String> = browser.now(
        "await Promise.all([null, undefined, 3, {}, { criteria: 'x' }].map((model) => adapt(model).then(() => 'taken', (error) => error.problems[0].path)))",
    );
    expect("places of what is no assessment", none, vec!["criteria".to_owned(); 5]);
    browser.expect(
        "what every object has since",
        "[({}).x, ({}).weight, Object.keys(Object.prototype).length]",
        json!([null, null, 0]),
    );
}
