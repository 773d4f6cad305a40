//! The element in its surroundings: moves, removals, other widgets, shadow roots, hosts that capture clicks, and frames
//! with few rights.

use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, native_report, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

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
const LEAVE: &str = "const w = widget(); w.remove(); await drawn(); document.getElementById('after').after(w)";
const INTO_SHADOW: &str = "const host = document.createElement('div'); document.body.append(host);
    host.attachShadow({ mode: 'open' }).append(widget())";

fn moves(browser: &Browser, how: &str) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::good(&assessment);
    browser.open_plain(json!({}), json!({}));
    browser.move_on();
    for _ in 0..2 {
        browser.answer_all(&sheet);
        browser.move_on();
    }
    let before: Value = browser.now("[screen(), widget().answers]");
    drop(browser.asked(&browser.site));
    browser.js(&format!("{how}; await drawn()"));
    browser.expect("screen and answers", "[screen(), widget().answers]", before);
    expect("files", browser.asked(&browser.site), vec![]);
    browser.expect_event_count("ready", "pf-ready", 1);
    browser.hurry_to("result", &sheet);
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
    // The result and the question whether to start again stay, too.
    browser.js("one('#reset button').click()");
    browser.until("the question", "shown(one('#confirm'))");
    let before: Value = browser.now("[screen(), widget().answers, shown(one('#confirm'))]");
    browser.js(&format!("{how}; await drawn()"));
    browser.expect("result", "[screen(), widget().answers, shown(one('#confirm'))]", before);
    browser.expect_event_count("completions", "pf-complete", 1);
    browser.no_faults();
}

fn switches(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_plain(json!({ "lang": "en" }), json!({}));
    browser.js_with("widget().answers = arguments[0];", &sheet);
    browser.js("await toNumber();");
    browser.click("one('input[type=text]')");
    browser.press("7 or".chars());
    browser.until("what is typed", "one('input[type=text]').value.endsWith('7 or')");
    let kept = "[screen().questions.map(({ id, checked, typed }) => [id, checked, typed]), widget().answers, part('heading').textContent.match(/\\d/)[0]]";
    let before: Value = browser.now(kept);
    for change in [
        "widget().lang = 'nl'",
        "widget().theme = 'dark'",
        "widget().lang = 'en'",
        "widget().headingLevel = 3",
        "widget().theme = 'auto'",
    ] {
        browser.js(&format!("{change}; await widget().ready; await drawn()"));
        browser.expect(&format!("after {change}"), kept, before.clone());
    }
    browser.js("widget().lang = 'nl'");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    browser.until("words in Dutch", "screen().heading.startsWith('Stap')");
    browser.no_faults();
}

pub(super) fn three(browser: &Browser) {
    browser.open_host("/plain.html");
    let widgets = [("partner", "en"), ("company", "nl"), ("partner", "nl")];
    for (index, (assessment, language)) in widgets.iter().enumerate() {
        browser.put(json!({ "id": format!("w{index}"), "assessment": assessment, "lang": language }), json!({}));
    }
    let turn_to = |index: usize| browser.js(&format!("window.subject = document.getElementById('w{index}')"));
    let sheets: Vec<Sheet> = widgets
        .iter()
        .enumerate()
        .map(|(index, (assessment, _))| if index == 2 { answer_sheet::mixed } else { answer_sheet::good }(&open(&file(assessment))))
        .collect();
    // One step in each widget in turn.
    for index in 0..3 {
        turn_to(index);
        browser.until_screen("start");
        browser.move_on();
    }
    for _ in 0..7 {
        for (index, (_, language)) in widgets.iter().enumerate() {
            turn_to(index);
            let screen = browser.until_screen("step");
            browser.answer_all(&sheets[index]);
            let next = browser.move_on();
            expect_that(
                &format!("the language {language} in both"),
                screen.name == "step" && next.heading.is_some(),
                &next,
            );
        }
    }
    for (index, (assessment, language)) in widgets.iter().enumerate() {
        turn_to(index);
        browser.js("onward().click()");
        browser.until_screen("result");
        let expected = native_report(&open(&file(assessment)), &sheets[index], language);
        browser.expect(&format!("result {index}"), "widget().result", &expected);
        browser.expect("completions of each", &format!("details('pf-complete', 'w{index}').length"), 1);
        browser.expect("ready of each", &format!("details('pf-ready', 'w{index}').length"), 1);
    }
    // One widget is removed, the others stay.
    browser.js("document.getElementById('w0').remove(); await drawn()");
    turn_to(1);
    browser.until_screen("result");
    browser.act("widget().reset()");
    turn_to(2);
    browser.until_screen("result");
    browser.no_faults();
}

pub(super) fn in_shadow_root(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("company")));
    browser.open_host("/plain.html");
    browser.js(
        "const host = document.createElement('div'); host.id = 'outer'; document.getElementById('place').append(host);
         put({ assessment: 'company', id: 'inner' }, {}, host.attachShadow({ mode: 'open' }));",
    );
    let headings = browser.walk_by_mouse(&sheet, "en");
    expect("screens", headings.len(), 10);
    browser.expect("result", "widget().result", native_report(&open(&file("company")), &sheet, "en"));
    browser.expect("target of the events outside", "[...new Set(heard.map((event) => event.target))]", ["outer"]);
    browser.expect_event_count("completions outside", "pf-complete", 1);
}

fn captured_clicks(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_host("/plain.html");
    browser.js("window.caught = 0; addEventListener('click', (event) => { window.caught++; event.stopImmediatePropagation(); }, true)");
    browser.put(json!({}), json!({}));
    browser.walk_by_mouse(&sheet, "en");
    browser.expect("result", "widget().result", native_report(&open(&file("partner")), &sheet, "en"));
    browser.until("clicks that were caught", "window.caught > 20");
    browser.click("one('#reset button')");
    browser.until("the question", "shown(one('#confirm'))");
    browser.no_faults();
}

/// A sandbox without forms and without an origin: what works there works anywhere.
fn sandbox(browser: &Browser, page: &str) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    browser.open_host(&format!(
        "/frame.html?{}",
        url::form_urlencoded::Serializer::new(String::new()).append_pair("show", page).finish()
    ));
    browser.enter_only();
    browser.until("an opaque origin", "origin === 'null'");
    browser.walk_by_mouse(&sheet, "en");
    browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
}
