//! Links to a result: where they lead, what opens them, and what the reader sees first.

use partner_fit_core::sharing::link;
use serde_json::{Value, json};

use crate::answer_sheet::{self, Sheet, file, locale, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("links: one that is pasted into the open tab opens, on the start screen and on a result", pasted),
        Check::new("links: what one opens is shown, wherever in the page it is", revealed),
        Check::new("links: one leads to the page without its query, or to link-base, and keeps a route", addresses),
        Check::new("links: where none could lead, none is offered", none),
        Check::new("links: our own page keeps its options in them, and the fragment when the reader chooses", own_page),
    ]
}

fn fragment(sheet: &Sheet) -> String {
    let assessment = open(&file("partner"));
    let answers = partner_fit_core::answers::Answers::read(&serde_json::from_value(json!(sheet)).unwrap(), &assessment);
    link::encode(&assessment, &answers.unwrap())
}

fn sheets() -> [Sheet; 2] {
    let assessment = open(&file("partner"));
    [answer_sheet::mixed(&assessment), answer_sheet::good(&assessment)]
}

/// The text that says that the result is somebody's, where a reader finds it first.
#[track_caller]
fn says_whose(browser: &Browser) {
    let words = locale("en")["open.shared"].clone();
    browser.until("first that it is somebody's", &format!("text(part('base')).startsWith({words})"));
}

fn pasted(browser: &Browser) {
    let [one, other] = sheets();
    browser.open("about:blank");
    browser.open_plain(json!({}), json!({}));
    browser.js("document.getElementById('own').focus()");
    for sheet in [&one, &other, &one] {
        browser.js_with("location.hash = arguments[0]", fragment(sheet));
        browser.expect("the answers of the link", "widget().answers", json!(sheet));
        browser.until_screen("result");
        says_whose(browser);
        // A page's script that looks up what the fragment names goes on.
        browser.js("document.querySelector(location.hash)");
    }
    browser.expect("focus", "name(active())", "input#own");
    browser.expect_event_count("completions", "pf-complete", 0);
    browser.act("history.back()");
    browser.expect("the answers of the link before", "widget().answers", json!(other));
    browser.act("location.hash = 'contact'");
    browser.expect("the reader's own answers, from before the links", "widget().answers", json!({}));
    browser.js_with("location.hash = arguments[0]", fragment(&one));
    browser.expect("the answers of the link", "widget().answers", json!(one));
    browser.act("widget().reset()");
    browser.expect("whose it is, once it is started again", "text(part('base')).includes('came with the link')", false);
    browser.act("document.querySelector('partner-fit').remove()");
    browser.js_with("location.hash = arguments[0]", fragment(&other));
    browser.expect("the answers of one that is gone", "widget().answers", json!({}));
    browser.no_faults();
}

fn revealed(browser: &Browser) {
    let [sheet, _] = sheets();
    let at = format!("/plain.html#{}", fragment(&sheet));
    for load in ["lazy", "eager"] {
        for hash in [at.as_str(), "/plain.html#contact"] {
            browser.open("about:blank");
            browser.open_host(hash);
            browser.js("for (const [place, where] of [['before', 'beforebegin'], ['after', 'afterend']]) {
                     const room = document.createElement('div');
                     room.style.blockSize = '3000px';
                     document.getElementById(place).parentNode.insertAdjacentElement(where, room);
                 }");
            browser.put(json!({ "load": load }), json!({}));
            if hash == at {
                browser.until_screen("result");
                browser.until_that(
                    "the top of the result in the window",
                    "part('base').getBoundingClientRect().top",
                    |top: &f64| (-1.0..450.0).contains(top),
                );
                says_whose(browser);
            } else if load == "eager" {
                browser.until_ready();
                browser.expect("scrolled", "scrollY", 0);
            }
            browser.expect("focus", "name(active())", "body");
            browser.no_faults();
        }
    }
    // One that loads only on a click waits for it, whatever the address is.
    browser.open("about:blank");
    browser.open_host(&at);
    browser.put(json!({ "load": "click" }), json!({}));
    browser.expect("asked of the site", "(await drawn(), screen().name)", "fallback");
    browser.act("widget().start()");
    browser.until_screen("result");
}

fn addresses(browser: &Browser) {
    let [sheet, _] = sheets();
    let text = fragment(&sheet);
    let host = browser.hosts.origin();
    browser.open("about:blank");
    browser.open_host("/plain.html?utm_source=newsletter&mc_eid=0123abcd&token=secret123#contact");
    browser.put(json!({}), json!({ "answers": sheet }));
    browser.until_ready();
    for (arrange, expected) in [
        ("0", format!("{host}/plain.html#{text}")),
        ("location.hash = '#/check/partner?token=secret&tab=2'", format!("{host}/plain.html#/check/partner?{text}")),
        ("location.hash = '#!/check'", format!("{host}/plain.html#!/check?{text}")),
        ("widget().linkBase = 'https://example.org/check?page=7'", format!("https://example.org/check?page=7#{text}")),
        ("widget().linkBase = '/check#/route'", format!("{host}/check#/route?{text}")),
        ("widget().linkBase = 'https://user:secret@example.org/'", format!("https://example.org/#{text}")),
        ("widget().removeAttribute('link-base'); location.hash = ''", format!("{host}/plain.html#{text}")),
    ] {
        browser.act(arrange);
        browser.expect(arrange, "await widget().exportResult('link')", expected);
    }
    browser.open("about:blank");
    browser.open_host(&format!("/plain.html#/check/partner?{text}"));
    browser.put(json!({}), json!({}));
    browser.until_screen("result");
    browser.expect("answers", "widget().answers", json!(sheet));
    browser.no_faults();
}

fn none(browser: &Browser) {
    let [sheet, _] = sheets();
    let refused =
        "await widget().exportResult('link').then(() => null, ({ message }) => message.includes('link-base'))";
    let offered = format!("all('.share button').some((button) => text(button) === {})", locale("en")["share.link"]);
    browser.open_plain(json!({ "link-base": "about:blank" }), json!({}));
    browser.hurry_to("result", &sheet);
    browser.expect("a link", refused, true);
    browser.expect("offered", &offered, false);
    browser.expect("others", "all('.share button').length > 2", true);
    browser.act("widget().linkBase = 'https://example.org/'");
    browser.expect("offered with an address", &offered, true);
    // A page that is nowhere: its address is `about:srcdoc`.
    browser.js(
        "const frame = document.createElement('iframe');
         frame.srcdoc = `<!doctype html><html lang=en><script type=module src=${source}><\\/script><partner-fit load=eager></partner-fit>`;
         document.body.append(frame)",
    );
    browser.inside("document.querySelector('iframe')", || {
        browser.until_ready();
        browser.js_with("widget().answers = arguments[0]", &sheet);
        browser.expect("a link", refused, true);
    });
    browser.no_faults();
}

fn own_page(browser: &Browser) {
    let [sheet, _] = sheets();
    let text = fragment(&sheet);
    let link = browser.site.url(&format!("/?assessment=partner&lang=nl&utm_source=x&token=secret#{text}"));
    browser.open("about:blank");
    browser.open(&link);
    browser.until_screen("result");
    browser.expect(
        "link",
        "await widget().exportResult('link')",
        browser.site.url(&format!("/?assessment=partner&lang=nl#{text}")),
    );
    browser.js("const choice = document.getElementById('language'); choice.value = 'en'; choice.dispatchEvent(new Event('change'))");
    browser.expect("the fragment, in another language", "location.hash.slice(1)", text);
    let query: Value = browser.now("location.search");
    expect_that("the language in the address", query.as_str().is_some_and(|query| query.contains("lang=en")), &query);
    // Editors that escape twice.
    browser.open(&browser.site.url("/?assessment=company&amp;lang=nl&amp;theme=dark&amp;amp;layout=all"));
    browser.until_ready();
    let shown: Value =
        browser.now("[widget().assessment, widget().lang, document.documentElement.dataset.theme, widget().layout]");
    expect("options", shown, json!(["company", "nl", "dark", "all"]));
}
