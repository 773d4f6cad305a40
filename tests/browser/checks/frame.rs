//! The page in a frame: its title and address, its keyboard access, its few rights, and that the page around it does
//! not move. Its height is checked in `height`, whom it trusts in `frame_trust`, and the options in its address in
//! `frame_options`.

pub mod height;
mod wrappers;

use serde_json::{Value, json};
use test_support::browsers::Engine;

use crate::answer_sheet::{self, Sheet, file, native_report, open};
use crate::browser::Browser;
use crate::keyboard::{ENTER, TAB};
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("frame: the height that is kept free is enough for every start screen", height::reserved),
        Check::new(
            "E5 height: a frame grows and shrinks with what is in it, and comes to rest",
            height::grows_and_shrinks,
        ),
        Check::new("E5 height: no scrollbar at five widths, and a new width is followed", height::widths),
        Check::new("E5 height: several frames with different content do not crop each other", height::several),
        Check::new(
            "E5 height: frames that were there before the script, come after it, or stand in a shadow root",
            height::late,
        ),
        Check::new(
            "frame: in a holder that cannot grow it scrolls inside, cut off by nothing and over nothing",
            wrappers::held,
        ),
        Check::new("frame: the page is not searched for each message of a stranger", wrappers::searched_once),
        Check::new("ux-20 no layout shift with the published snippet of the frame", height::shift)
            .not_in(Engine::Firefox, "it does not report layout shifts")
            .not_in(Engine::WebKit, "it does not report layout shifts"),
        Check::new("E13 WordPress oEmbed: sandbox=allow-scripts alone, the whole walk", oembed),
        Check::new("E13 a frame in a frame: the whole walk, and its height", nested),
        Check::new("frame: alone in its document, with a title of its own and no entry in the history", alone),
        Check::new("frame: Tab enters and leaves it both ways", keyboard),
        Check::new("frame: below the fold it takes no focus and scrolls nothing", below_the_fold),
    ]
}

/// Adds a frame with the published attributes, some of them replaced, to the open host.
#[track_caller]
pub fn put(browser: &Browser, src: &str, attributes: Value) {
    browser.js_with("putFrame(...arguments[0]);", json!([src, attributes]));
}

/// Goes to the result: the first press is a real one, the rest is done without a mouse.
fn walk(browser: &Browser, sheet: &Sheet) {
    browser.until_screen("start");
    press(browser, "part('button--primary')");
    browser.until_screen("step");
    browser.hurry_to("result", sheet);
}

/// Presses a button in a frame by keyboard: if the page around it has scrolled, Chromium's driver clicks next to it.
/// WebKit's driver always does, and its keys do not reach a frame.
pub fn press(browser: &Browser, expression: &str) {
    if browser.engine == Engine::WebKit {
        return browser.act(&format!("({expression}).click()"));
    }
    browser.js(&format!("({expression}).focus()"));
    browser.until("the focus on it", &format!("active() === ({expression})"));
    browser.press([ENTER]);
}

/// The frame that WordPress makes of a pasted address: with scripts and without any other right.
fn oembed(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    browser.open_host("/frames.html");
    put(
        browser,
        "?assessment=partner&lang=en&storage=local",
        json!({ "sandbox": "allow-scripts", "security": "restricted", "allow": null, "referrerpolicy": null }),
    );
    browser.inside_nth(0, || {
        browser.until("an opaque origin", "origin === 'null'");
        browser.expect(
            "what is refused there",
            "[() => localStorage, () => sessionStorage, () => document.cookie, () => indexedDB.open('x')].map((ask) => {
                try { ask(); return 'allowed'; } catch (error) { return error.name; } })",
            ["SecurityError"; 4],
        );
        walk(browser, &sheet);
        browser.expect("result", "widget().result", native_report(&assessment, &sheet, "en"));
        browser.act("one('#save').open = true");
        // Firefox lets every frame copy at the reader's request.
        let copies = browser.engine == Engine::Firefox;
        for (key, told) in [
            ("share.save", "share.refused-save"),
            ("share.link", if copies { "share.copied-link" } else { "share.refused-copy" }),
            ("share.print", "share.refused-print"),
            ("share.text", if copies { "share.copied-text" } else { "share.refused-copy" }),
        ] {
            let [words, told] = [key, told].map(|key| answer_sheet::locale("en")[key].clone());
            press(browser, &format!("all('button').find((button) => text(button) === {words})"));
            browser.until(&told.to_string(), &format!("all('.said').some((line) => text(line) === {told})"));
        }
        if browser.engine == Engine::WebKit {
            // The focus of its driver stays outside the frame.
            browser.until("the text to copy", "one('#uncopied').value.includes('\\n')");
        } else if !copies {
            browser
                .until("the text to copy, selected", "active() === one('#uncopied') && active().value.includes('\\n')");
        }
    });
    height::fits(browser, 0, "the result");
    browser.no_faults();
}

fn nested(browser: &Browser) {
    let assessment = open(&file("company"));
    let sheet = answer_sheet::mixed(&assessment);
    browser.open_host("/frames.html");
    let outside = "[document.title, location.href, history.length, document.documentElement.outerHTML.length]";
    let before: Value = browser.now(outside);
    // A site builder's frame around the snippet: the page inside it is our host.
    let middle = browser.hosts.url("/frames.html");
    put(browser, &middle, json!({ "data-partner-fit": null, "sandbox": "allow-scripts allow-forms", "id": "builder" }));
    browser.inside_nth(0, || {
        browser.until("the page in the middle", "typeof putFrame === 'function' && document.readyState === 'complete'");
        put(browser, "?assessment=company&lang=nl", json!({ "loading": "lazy" }));
        browser.until("a height", "heights('f0').length > 0");
        browser.inside_nth(0, || {
            walk(browser, &sheet);
            browser.expect("result", "widget().result", native_report(&assessment, &sheet, "nl"));
        });
        height::fits(browser, 0, "the result");
        browser.no_faults();
    });
    browser.js("document.getElementById('builder').remove()");
    browser.expect("the outer page", outside, before);
    browser.expect("messages to the outer page", "(await drawn(), messages)", json!([]));
    browser.no_faults();
}

fn alone(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=nl&theme=dark", json!({}));
    let host: Value = browser.now("[document.title, location.href, scrollY]");
    let entries: usize = browser.now("history.length");
    browser.inside_nth(0, || {
        let start = browser.until_screen("start");
        browser.until(
            "the title",
            &format!("document.title === {}", json!(format!("{} · Partner-fit", start.heading.unwrap()))),
        );
        browser.expect("shown beside the widget", "[...document.body.querySelectorAll('*')].filter((node) => shown(node) && !['main', 'partner-fit'].includes(node.localName)).map(name)", Vec::<String>::new());
        browser.expect(
            "margin, ground, language, colours, border",
            "[getComputedStyle(document.body).margin, getComputedStyle(document.body).backgroundColor, document.documentElement.lang,
              getComputedStyle(document.documentElement).colorScheme, getComputedStyle(widget()).borderTopWidth]",
            json!(["0px", "rgba(0, 0, 0, 0)", "nl", "dark", "0px"]),
        );
        browser.js("onward().click(); await drawn()");
        browser.until("the title of the step", "document.title.startsWith('Stap 1 van 7')");
        browser.js("onward().click(); await drawn()");
        browser.until("the title with errors", "document.title.startsWith('Fout: Stap 1 van 7')");
        browser.hurry_to("result", &sheet);
        browser.until("the title of the result, and whose it is", "document.title === `${text(part('heading'))} · Partner-fit`");
        browser.js("widget().back()");
        browser.until_screen("review");
    });
    browser.expect("entries in the history", "history.length", entries);
    browser.expect("the host's title, address and scrolling", "[document.title, location.href, scrollY]", host);
    // Without a theme the frame is light, like most hosts, on any device.
    put(browser, "?assessment=partner&lang=en", json!({}));
    browser.inside_nth(1, || {
        browser.until_screen("start");
        browser.expect("colours", "getComputedStyle(document.documentElement).colorScheme", "light");
    });
    browser.no_faults();
}

fn keyboard(browser: &Browser) {
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({}));
    browser.inside_nth(0, || drop(browser.until_screen("start")));
    let stops: usize = browser.inside_nth(0, || {
        browser.run(
            "memory().stops = 0; root().addEventListener('focusin', () => { memory().stops++; });
             return all('a, button, input, summary, [tabindex=\"0\"]').filter(shown).length;",
            (),
        )
    });
    expect_that("something to stop at", stops > 0, stops);
    browser.js("document.getElementById('before').focus()");
    // Chromium hands the focus to a frame in another process some time after the key, so each press waits for the last
    // one there. WebKit's driver moves the focus when it enters a frame, so there all keys come at once.
    let at_once = if browser.engine == Engine::Chromium { 1 } else { stops + 1 };
    for (to, shift) in [("after", false), ("before", true)] {
        let before = if shift { stops } else { 0 };
        for stop in (at_once..=stops + 1).step_by(at_once) {
            let keys = vec![TAB; at_once];
            if shift {
                browser.press_with_shift(keys);
            } else {
                browser.press(keys);
            }
            if stop > stops {
                browser.expect("the stop behind those in the frame", "document.activeElement.id", to);
            }
            browser.inside_nth(0, || {
                browser.expect("stops in the frame so far", "memory().stops", before + stop.min(stops));
            });
        }
    }
    // Its content can be used.
    browser.press([TAB]);
    browser.inside_nth(0, || {
        browser.until("something of the widget with the focus", "name(active()).startsWith('widget ')")
    });
}

fn below_the_fold(browser: &Browser) {
    browser.open_host("/frames-bare.html");
    browser.js("document.getElementById('above').className = 'tall'; document.getElementById('search').focus(); await load(`${SITE}/resize.js`); scrollTo(0, 40)");
    drop(browser.asked(&browser.site));
    browser.js("focusMoves.length = 0");
    put(browser, "?assessment=partner&lang=en", json!({ "loading": "lazy" }));
    expect("files far away", browser.asked(&browser.site), vec![]);
    // The host has removed the attribute.
    let here = browser.hosts.origin();
    put(browser, &format!("?assessment=partner&lang=en&origin={here}"), json!({}));
    // The frame is not entered before it was looked at: WebKit's driver then moves the focus.
    browser.until("a widget that is ready, far below", "told('f1').some(({ name }) => name === 'pf-ready')");
    browser.expect("the element with the focus", "document.activeElement.id", "search");
    browser.expect("moves of the focus", "focusMoves", json!([]));
    browser.expect("the host's scrolling", "scrollY", 40.0);
    browser.js("document.getElementById('f0').scrollIntoView()");
    browser.inside_nth(0, || drop(browser.until_screen("start")));
    browser.no_faults();
}
