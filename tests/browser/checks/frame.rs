//! The page in a frame: a title and an address that are its own, reached and left by keyboard, few rights, and nothing of
//! the page around it moved. How high it is is in `height`, whom it talks to in `frame_trust`, what its address may ask for
//! in `frame_options`.

mod height;

use serde_json::{Value, json};
use test_support::browsers::Engine;
use test_support::browsers::fantoccini::elements::{Element, ElementRef};

use crate::browser::{Browser, expect, expect_that};
use crate::keyboard::{ENTER, TAB};
use crate::runner::Check;
use crate::sheet::{self, Sheet, file, native_report, open, same_report};

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

/// Works inside the frame that an expression gives, also one in a shadow root, and comes back.
#[track_caller]
pub fn inside_of<T>(browser: &Browser, expression: &str, work: impl FnOnce() -> T) -> T {
    let client = browser.client();
    let script = format!("return {expression}");
    let found = browser.command("the frame", async { client.execute(&script, vec![]).await });
    let id = found.as_object().and_then(|reference| reference.values().next()).and_then(Value::as_str);
    let element = Element::from_element_id(browser.client(), ElementRef::from(id.expect("a frame").to_owned()));
    browser.command("into the frame", async { element.enter_frame().await });
    browser.until("a page in the frame", "location.href !== 'about:blank' && document.readyState === 'complete'");
    let done = work();
    browser.command("out of the frame", async { client.enter_parent_frame().await });
    done
}

/// Works inside a frame of this document, by its place, and comes back.
#[track_caller]
pub fn inside<T>(browser: &Browser, place: u16, work: impl FnOnce() -> T) -> T {
    inside_of(browser, &format!("document.querySelectorAll('iframe')[{place}]"), work)
}

/// Puts a frame with the published attributes, but those given otherwise, into the host that is open.
#[track_caller]
pub fn put(browser: &Browser, src: &str, attributes: Value) {
    let _: Value = browser.run("putFrame(...arguments[0]); return null;", json!([src, attributes]));
}

/// Walks to the result: the first press is a real one, the rest goes without a mouse.
fn walk(browser: &Browser, sheet: &Sheet) {
    browser.until_screen("start");
    press(browser, "part('button--primary')");
    browser.until_screen("step");
    browser.hurry_to("result", sheet);
}

/// Presses a button in a frame as a reader does, by keyboard: where the page around it has scrolled, Chromium's driver
/// points the mouse beside it. WebKit's driver does so wherever the frame stands, and its keys stay outside.
pub fn press(browser: &Browser, expression: &str) {
    if browser.engine == Engine::WebKit {
        return browser.act(&format!("({expression}).click()"));
    }
    browser.js(&format!("({expression}).focus(); await settle(1)"));
    browser.press([ENTER]);
}

/// What WordPress makes of an address that is pasted: it knows nobody's site, so it allows scripts and no more.
fn oembed(browser: &Browser) {
    let assessment = open(&file("partner"));
    let sheet = sheet::mixed(&assessment);
    browser.open_host("/frames.html");
    put(
        browser,
        "?assessment=partner&lang=en&storage=local",
        json!({ "sandbox": "allow-scripts", "security": "restricted", "allow": null, "referrerpolicy": null }),
    );
    inside(browser, 0, || {
        browser.until("an opaque origin", "origin === 'null'");
        let refused: Vec<String> = browser.get(
            "[() => localStorage, () => sessionStorage, () => document.cookie, () => indexedDB.open('x')].map((ask) => {
                try { ask(); return 'allowed'; } catch (error) { return error.name; } })",
        );
        expect("what is refused there", refused, vec!["SecurityError".to_owned(); 4]);
        walk(browser, &sheet);
        same_report("result", &browser.result(), &native_report(&assessment, &sheet, "en"));
        // Firefox lets every frame copy what its reader asks for.
        let copies = browser.engine == Engine::Firefox;
        for (key, told) in [
            ("share.save", "share.refused-save"),
            ("share.link", if copies { "share.copied-link" } else { "share.refused-copy" }),
            ("share.print", "share.refused-print"),
            ("share.text", if copies { "share.copied-text" } else { "share.refused-copy" }),
        ] {
            let [words, told] = [key, told].map(|key| sheet::locale("en")[key].clone());
            press(browser, &format!("all('button').find((button) => text(button) === {words})"));
            browser.until(&told.to_string(), &format!("all('.said').some((line) => text(line) === {told})"));
        }
        if browser.engine == Engine::WebKit {
            // Its driver's focus stays outside of the frame.
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
    let sheet = sheet::mixed(&assessment);
    browser.open_host("/frames.html");
    let before: Value =
        browser.get("[document.title, location.href, history.length, document.documentElement.outerHTML.length]");
    // A site builder's frame around the snippet: the page inside it is the host of ours.
    let middle = browser.hosts.url("/frames.html");
    put(browser, &middle, json!({ "data-partner-fit": null, "sandbox": "allow-scripts allow-forms", "id": "builder" }));
    inside(browser, 0, || {
        browser.until("the page in the middle", "typeof putFrame === 'function' && document.readyState === 'complete'");
        put(browser, "?assessment=company&lang=nl", json!({ "loading": "lazy" }));
        browser.until("a height", "heights('f0').length > 0");
        inside(browser, 0, || {
            walk(browser, &sheet);
            same_report("result", &browser.result(), &native_report(&assessment, &sheet, "nl"));
        });
        height::fits(browser, 0, "the result");
        browser.no_faults();
    });
    browser.js("document.getElementById('builder').remove()");
    let after: Value =
        browser.get("[document.title, location.href, history.length, document.documentElement.outerHTML.length]");
    expect("the outer page", after, before);
    expect("messages to the outer page", browser.get::<Value>("messages"), json!([]));
    browser.no_faults();
}

fn alone(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=nl&theme=dark", json!({}));
    let host: Value = browser.get("[document.title, location.href, scrollY]");
    let entries: usize = browser.get("history.length");
    inside(browser, 0, || {
        let start = browser.until_screen("start");
        let title = || browser.get::<String>("document.title");
        browser.until(
            "the title",
            &format!("document.title === {}", json!(format!("{} · Partner-fit", start.heading.unwrap()))),
        );
        expect("shown beside the widget", browser.get("[...document.body.querySelectorAll('*')].filter((node) => shown(node) && !['main', 'partner-fit'].includes(node.localName)).map(name)"), Vec::<String>::new());
        let look: Value = browser.get(
            "[getComputedStyle(document.body).margin, getComputedStyle(document.body).backgroundColor, document.documentElement.lang,
              getComputedStyle(document.documentElement).colorScheme, getComputedStyle(widget()).borderTopWidth]",
        );
        expect(
            "margin, ground, language, colours, border",
            look,
            json!(["0px", "rgba(0, 0, 0, 0)", "nl", "dark", "0px"]),
        );
        browser.js("part('button--primary').click(); await settle(1)");
        browser.until("the title of the step", "document.title.startsWith('Stap 1 van 7')");
        browser.js("part('button--primary').click(); await settle(1)");
        browser.until("the title with errors", "document.title.startsWith('Fout: Stap 1 van 7')");
        browser.hurry_to("result", &sheet);
        browser.until("the title of the result", "document.title.startsWith(text(part('heading')))");
        expect_that("whose it is", title().ends_with(" · Partner-fit"), title());
        browser.js("widget().back(); await settle(2)");
    });
    expect("entries in the history", browser.get("history.length"), entries);
    expect(
        "the host's title, address and scrolling",
        browser.get::<Value>("[document.title, location.href, scrollY]"),
        host,
    );
    // Without a theme it is light, as most hosts are, whatever the device is.
    put(browser, "?assessment=partner&lang=en", json!({}));
    inside(browser, 1, || {
        browser.until_screen("start");
        expect("colours", browser.get("getComputedStyle(document.documentElement).colorScheme"), "light".to_owned());
    });
    browser.no_faults();
}

fn keyboard(browser: &Browser) {
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({}));
    inside(browser, 0, || drop(browser.until_screen("start")));
    browser.js("document.getElementById('before').focus()");
    let through = |shift: bool| -> Vec<String> {
        let mut passed: Vec<String> = Vec::new();
        for _ in 0..20 {
            if shift {
                browser.press_with_shift([TAB]);
            } else {
                browser.press([TAB]);
            }
            passed.push(browser.get("document.activeElement.id || document.activeElement.localName"));
            if ["before", "after"].contains(&passed.last().unwrap().as_str()) {
                break;
            }
        }
        passed
    };
    let forward = through(false);
    expect("last stop", forward.last().map(String::as_str), Some("after"));
    expect_that("stops in the frame", forward.iter().filter(|stop| *stop == "f0").count() >= 1, &forward);
    let back = through(true);
    expect("last stop backwards", back.last().map(String::as_str), Some("before"));
    expect("as many stops backwards", back.len(), forward.len());
    // And what is in it can be used.
    browser.press([TAB]);
    let reached: String = inside(browser, 0, || browser.focused());
    expect_that("something of the widget with the focus", reached.starts_with("widget "), &reached);
}

fn below_the_fold(browser: &Browser) {
    browser.open_host("/frames-bare.html");
    browser.js("document.getElementById('above').className = 'tall'; document.getElementById('search').focus(); await load(`${SITE}/resize.js`); scrollTo(0, 40)");
    drop(browser.site.take_paths());
    browser.js("focusMoves.length = 0");
    put(browser, "?assessment=partner&lang=en", json!({ "loading": "lazy" }));
    browser.js("await settle(30)");
    expect("files far away", browser.site.take_paths(), vec![]);
    // As a host that has taken the attribute away.
    put(browser, "?assessment=partner&lang=en", json!({}));
    // Not entered before it was looked at: WebKit's driver then shows what has the focus.
    browser.wait_for("the engine asked for by the frame", || {
        let asked = browser.site.take_paths().iter().any(|path| path.starts_with("/locales"));
        if asked { Ok(()) } else { Err("nothing".to_owned()) }
    });
    browser.js("await settle(40)");
    expect("the element with the focus", browser.get::<String>("document.activeElement.id"), "search".to_owned());
    expect("moves of the focus", browser.get::<Vec<String>>("focusMoves"), vec![]);
    expect("the host's scrolling", browser.get::<f64>("scrollY"), 40.0);
    browser.js("document.getElementById('f0').scrollIntoView()");
    inside(browser, 0, || drop(browser.until_screen("start")));
    browser.no_faults();
}
