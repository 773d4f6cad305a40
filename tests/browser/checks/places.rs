//! Where the element stands and what happens to it there: moves, removals, other widgets, shadow roots, hosts that
//! catch clicks, and frames with few rights.

use serde_json::{Value, json};

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, Sheet, file, native_report, open, same_report};

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("ux-15 a move in the page keeps screen and answers", |browser| moves(browser, MOVE)),
        Check::new("ux-15 removal and a later return keep screen and answers", |browser| moves(browser, LEAVE)),
        Check::new("ux-15 a move into a shadow root keeps screen and answers", |browser| moves(browser, INTO_SHADOW)),
        Check::new("ux-15 language and theme switches keep screen, answers and what is being typed", switches),
        Check::new("a host that captures and stops every click still works by submit", captured_clicks),
        Check::new("ux-26 the page in a frame with sandbox=allow-scripts walks to the result", |browser| {
            sandbox(browser, &browser.site.url("/?assessment=partner&lang=en"));
        }),
        Check::new("ux-26 the element in a frame with sandbox=allow-scripts walks to the result", |browser| {
            sandbox(browser, &browser.hosts.url("/framed.html"));
        }),
    ]
}

const MOVE: &str = "const there = document.createElement('div'); document.body.prepend(there); there.append(widget())";
const LEAVE: &str = "const w = widget(); w.remove(); await settle(4); document.getElementById('after').after(w)";
const INTO_SHADOW: &str = "const host = document.createElement('div'); document.body.append(host);
    host.attachShadow({ mode: 'open' }).append(widget())";

fn moves(browser: &Browser, how: &str) {
    let assessment = open(&file("partner"));
    let sheet = sheet::good(&assessment);
    browser.open_plain(json!({}), json!({}));
    browser.js("part('button--primary').click(); await settle(1)");
    for _ in 0..2 {
        let step = browser.screen();
        let _: Value = browser.run(
            "for (const { id } of screen().questions) answer(id, arguments[0][id]); await settle(1); return null;",
            json!(sheet),
        );
        browser.act("part('button--primary').click()");
        browser.until_other(&step);
    }
    let before: Value = browser.get("[screen(), widget().answers]");
    drop(browser.site.take_paths());
    browser.js(&format!("{how}; await settle(4)"));
    expect("screen and answers", browser.get::<Value>("[screen(), widget().answers]"), before);
    expect("files", browser.site.take_paths(), vec![]);
    expect("ready", browser.details("pf-ready").len(), 1);
    browser.hurry_to("result", &sheet);
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
    // The result and the wish to start again stay too.
    browser.act("one('#reset button').click()");
    let before: Value = browser.get("[screen(), widget().answers, shown(one('#confirm'))]");
    browser.js(&format!("{how}; await settle(4)"));
    expect("result", browser.get::<Value>("[screen(), widget().answers, shown(one('#confirm'))]"), before);
    expect("completions", browser.details("pf-complete").len(), 1);
    browser.no_faults();
}

fn switches(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({ "lang": "en" }), json!({}));
    let _: Value = browser.run("widget().answers = arguments[0]; return null;", json!(sheet));
    browser.js("for (let i = 0; i < 20 && !one('input[type=text]'); i++) { part('button--primary').click(); await settle(1); }");
    browser.click("one('input[type=text]')");
    browser.press("7 or".chars());
    let kept = "[screen().questions.map(({ id, checked, typed }) => [id, checked, typed]), widget().answers, part('heading').textContent.match(/\\d/)[0]]";
    let before: Value = browser.get(kept);
    for change in [
        "widget().lang = 'nl'",
        "widget().theme = 'dark'",
        "widget().lang = 'en'",
        "widget().headingLevel = 3",
        "widget().theme = 'auto'",
    ] {
        browser.js(&format!("{change}; await widget().ready; await settle(2)"));
        expect(&format!("after {change}"), browser.get::<Value>(kept), before.clone());
    }
    browser.js("widget().lang = 'nl'");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    expect_that("words in Dutch", browser.screen().heading.is_some_and(|heading| heading.starts_with("Stap")), ());
    browser.no_faults();
}

pub(super) fn three(browser: &Browser) {
    browser.open_host("/plain.html");
    let places = [("partner", "en"), ("company", "nl"), ("partner", "nl")];
    for (index, (assessment, language)) in places.iter().enumerate() {
        browser.put(json!({ "id": format!("w{index}"), "assessment": assessment, "lang": language }), json!({}));
    }
    let turn_to = |index: usize| browser.js(&format!("window.subject = document.getElementById('w{index}')"));
    let sheets: Vec<Sheet> = places
        .iter()
        .enumerate()
        .map(|(index, (assessment, _))| if index == 2 { sheet::mixed } else { sheet::good }(&open(&file(assessment))))
        .collect();
    // A step here, a step there.
    for index in 0..3 {
        turn_to(index);
        browser.until_screen("start");
        browser.js("part('button--primary').click(); await settle(1)");
    }
    for _ in 0..7 {
        for (index, (_, language)) in places.iter().enumerate() {
            turn_to(index);
            let screen = browser.screen();
            let _: Value = browser.run(
                "for (const { id } of screen().questions) answer(id, arguments[0][id]); await settle(1); return null;",
                json!(sheets[index]),
            );
            browser.js("part('button--primary').click()");
            let next = browser.until_other(&screen);
            expect_that(
                &format!("the language {language} in both"),
                screen.name == "step" && next.heading.is_some(),
                &next,
            );
        }
    }
    for (index, (assessment, language)) in places.iter().enumerate() {
        turn_to(index);
        browser.js("part('button--primary').click()");
        browser.until_screen("result");
        let expected = native_report(&open(&file(assessment)), &sheets[index], language);
        same_report(&format!("result {index}"), &browser.result(), &expected);
        let told: Vec<Value> = browser.get(&format!("details('pf-complete', 'w{index}')"));
        expect("completions of each", told.len(), 1);
        expect("ready of each", browser.get::<usize>(&format!("details('pf-ready', 'w{index}').length")), 1);
    }
    // One goes, the others stay.
    browser.js("document.getElementById('w0').remove(); await settle(3)");
    turn_to(1);
    expect("screen of another", browser.screen().name, "result".to_owned());
    browser.act("widget().reset()");
    turn_to(2);
    expect("screen of the third", browser.screen().name, "result".to_owned());
    browser.no_faults();
}

pub(super) fn in_shadow_root(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("company")));
    browser.open_host("/plain.html");
    browser.js(
        "const host = document.createElement('div'); host.id = 'outer'; document.getElementById('place').append(host);
         put({ assessment: 'company', id: 'inner' }, {}, host.attachShadow({ mode: 'open' }));",
    );
    let headings = browser.walk_by_mouse(&sheet, "en");
    expect("screens", headings.len(), 10);
    same_report("result", &browser.result(), &native_report(&open(&file("company")), &sheet, "en"));
    let targets: Vec<String> = browser.get("[...new Set(heard.map((event) => event.target))]");
    expect("target of the events outside", targets, vec!["outer".to_owned()]);
    expect("completions outside", browser.details("pf-complete").len(), 1);
}

fn captured_clicks(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_host("/plain.html");
    browser.js("window.caught = 0; addEventListener('click', (event) => { window.caught++; event.stopImmediatePropagation(); }, true)");
    browser.put(json!({}), json!({}));
    browser.walk_by_mouse(&sheet, "en");
    same_report("result", &browser.result(), &native_report(&open(&file("partner")), &sheet, "en"));
    expect_that("clicks that were caught", browser.get::<usize>("window.caught") > 20, ());
    browser.click("one('#reset button')");
    browser.until("the question", "shown(one('#confirm'))");
    browser.no_faults();
}

/// Neither forms nor an origin: what works there works anywhere.
fn sandbox(browser: &Browser, page: &str) {
    let assessment = open(&file("partner"));
    let sheet = sheet::mixed(&assessment);
    browser.open_host(&format!(
        "/frame.html?{}",
        url::form_urlencoded::Serializer::new(String::new()).append_pair("show", page).finish()
    ));
    let client = browser.client();
    browser.command("into the frame", async { client.enter_frame(0).await });
    browser.until("an opaque origin", "origin === 'null'");
    browser.walk_by_mouse(&sheet, "en");
    same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
}
