//! Trust in a result: whoever changes what is asked, counted or said is told of, on the screen, in the event and in every
//! export; what says so cannot be replaced; and values that throw cost no widget its life.

use serde_json::{Value, json};

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("trust: a check that a page has changed says so everywhere", adapted),
        Check::new("trust: what says what a result is cannot be replaced", fixed),
        Check::new("trust: at top level an address changes no word and no weight", top_level),
        Check::new("trust: values that throw cost no widget its life", throwing),
        Check::new("trust: a name in a link stands in an element of its own", name),
    ]
}

fn adapted(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    let mut weighed = file("partner");
    weighed["criteria"][0]["weight"] = json!(99);
    let mut asked = file("partner");
    asked["criteria"][0]["questions"][0]["text"]["en"] = json!("Are you good?");
    for (what, properties, expected) in [
        ("nothing", json!({}), false),
        ("a button", json!({ "strings": { "start.button": "Go", "share.link": "Link" } }), false),
        ("words for placeholders", json!({ "profile": { "vendor": "Acme" } }), false),
        ("the same file as a model", json!({ "model": file("partner") }), false),
        ("a text of the result", json!({ "strings": { "result.headline": "{band}: Apply now" } }), true),
        ("a weight", json!({ "model": weighed }), true),
        ("a question", json!({ "model": asked }), true),
    ] {
        browser.open_plain(json!({}), properties);
        browser.js("window.completed = []; document.addEventListener('pf-complete', ({ detail }) => completed.push(detail.adapted));");
        browser.hurry_to("result", &sheet);
        browser.expect(&format!("{what}: in the Report"), "widget().result.adapted", expected);
        browser.expect(&format!("{what}: in the event"), "completed", vec![expected]);
        browser.expect(&format!("{what}: on the screen"), "Boolean(one('.adapted'))", expected);
        let [json, csv, text]: [String; 3] = browser
            .run("return Promise.all(['json', 'csv', 'text'].map((kind) => widget().exportResult(kind)));", json!([]));
        expect(&format!("{what}: in the file"), json.contains("\"adapted\": true"), expected);
        expect(&format!("{what}: in the table"), csv.contains(",adapted,,true,"), expected);
        expect(&format!("{what}: in the text"), text.contains("has changed it"), expected);
    }
    browser.no_faults();
}

fn fixed(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    for key in ["about.self", "about.adapted", "about.defaults", "export.own-weights", "open.company", "open.shared"] {
        let problems: Vec<Value> = browser.run(
            "try { widget().strings = { [arguments[0]]: 'Verified by us.' }; return []; } catch (error) { return error.problems; }",
            json!(key),
        );
        expect(
            &format!("whose problem {key} is"),
            problems[0]["path"].as_str(),
            Some(format!("strings.{key}").as_str()),
        );
    }
    browser.no_faults();
}

fn top_level(browser: &Browser) {
    let query = "?assessment=partner&lang=en&without=contract-bar&weights=location:90&profile-vendor=Evil&text-start.button=Log in";
    browser.open(&browser.site.url(&format!("/{query}")));
    let start = browser.until_screen("start");
    expect_that("the title", start.heading.as_deref().is_some_and(|title| !title.contains("Evil")), &start.heading);
    browser.expect("the button", "text(part('button--primary'))", "Start");
    browser.expect(
        "what is said",
        "[...document.querySelectorAll('#wrong li code')].map((node) => node.textContent).sort()",
        ["profile-vendor", "text-start.button", "weights", "without"],
    );
    let said: String = browser.now("document.getElementById('wrong').textContent");
    expect_that("none of its words", !said.contains("Log in") && !said.contains("Evil"), &said);
    browser.js_with("widget().answers = arguments[0];", answer_sheet::good(&open(&file("partner"))));
    browser.expect("adapted", "widget().result.adapted", false);
}

fn throwing(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    let (tried, wrong): (usize, Vec<String>) = browser.run(
        "const engine = await (await import(source)).load();
         const thrower = { get: () => { throw new Error('thrown'); }, enumerable: true };
         const revoked = Proxy.revocable([], {}); revoked.revoke();
         const values = [
           Object.defineProperty({}, 'a', thrower), { deep: [Object.defineProperty([1], 0, thrower)] }, revoked.proxy,
           new Proxy({}, { ownKeys() { throw new Error('thrown'); } }), new Proxy([1], { get() { throw new Error('thrown'); } }),
           new Date(), new Map([[1, 2]]), new Uint8Array(9), { a: document.body },
         ];
         const wrong = []; let tried = 0;
         for (let turn = 0; turn < 150; turn++) for (const value of values) {
           const problems = engine.check(value);
           if (!(problems.length > 0)) wrong.push('check');
           for (const property of ['answers', 'strings', 'profile']) {
             try { widget()[property] = value; wrong.push(property); } catch (error) { if (!error.problems?.length) wrong.push(String(error)); }
           }
           tried++;
         }
         return [tried, [...new Set(wrong)]];",
        json!([]),
    );
    expect("tried", tried, 1_350);
    expect("answers that are none", wrong, Vec::<String>::new());
    browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
    browser.no_faults();
}

fn name(browser: &Browser) {
    let sheet = answer_sheet::good(&open(&file("partner")));
    browser.open_plain(json!({}), json!({}));
    browser.hurry_to("result", &sheet);
    browser.js("const field = one('.share input'); field.value = 'Acme”. Verified by Acme. “\\u200b'; field.dispatchEvent(new Event('input', { bubbles: true })); await drawn();");
    let code: String = browser.run(
        "const copied = []; navigator.clipboard.writeText = async (text) => void copied.push(text);
         [...widget().shadowRoot.querySelectorAll('.share button')].find((button) => /link/i.test(button.textContent)).click();
         await become('a copied link', () => copied.length > 0, () => 'none');
         return copied[0].split('#')[1];",
        json!([]),
    );
    browser.open(&browser.site.url(&format!("/?assessment=partner&lang=en#{code}")));
    browser.until_screen("result");
    browser.expect("the name", "text(one('.company bdi.name'))", "Acme. Verified by Acme.");
}
