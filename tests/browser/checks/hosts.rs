//! Hosts of every kind: in each the evaluator starts, reaches the result by the host's own calls and by mouse, and is
//! removed, while the host stays unchanged. `../host.js` reads the host's state.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::policies::strict;
use crate::answer_sheet::{self, file, native_report, open};
use crate::browser::Browser;
use crate::keyboard::ENTER;
use crate::reading::{body, expect, expect_that};
use crate::runner::Check;
use crate::site::yew_host;

/// The state of a host that an embed could change.
static HOST: LazyLock<String> = LazyLock::new(|| body(include_str!("../host.js")));

/// A page, and how the evaluator is added to it.
struct Host {
    name: &'static str,
    page: &'static str,
    /// What is set before the page is opened.
    arrange: fn(&Browser),
    /// The condition that its own scripts have finished.
    done: &'static str,
    /// What the page does before the widget is added.
    before: &'static str,
    /// How the widget is added.
    put: &'static str,
    /// What the page itself changes when the widget sends events.
    own_doing: &'static str,
}

const PLAIN: Host = Host {
    name: "plain",
    page: "/late.html",
    arrange: |_| (),
    done: "true",
    before: "",
    put: "put()",
    own_doing: "nothing",
};

const HOSTS: [Host; 12] = [
    Host { name: "that loads the script late", ..PLAIN },
    Host { name: "with hostile styles", page: "/stress.html", ..PLAIN },
    Host { name: "with resets", page: "/reset.html", ..PLAIN },
    Host { name: "with Bootstrap", page: "/bootstrap.html", done: "!!window.bootstrap", ..PLAIN },
    Host {
        name: "with Tailwind",
        page: "/tailwind.html",
        done: "getComputedStyle(document.querySelector('header')).display === 'flex'",
        ..PLAIN
    },
    Host { name: "with a strict policy", page: "/plain.html", arrange: strict_policy, ..PLAIN },
    Host { name: "with a header that stays", page: "/sticky.html", ..PLAIN },
    Host {
        name: "with shortcuts, whose place asks its content for a width,",
        page: "/places.html",
        done: "!!customElements.get('partner-fit')",
        before: "document.getElementById('place').className = 'row-centre';
            addEventListener('keydown', (event) => /INPUT/.test(event.target.tagName) || event.preventDefault())",
        ..PLAIN
    },
    Host { name: "from right to left", page: "/rtl.html", put: "put({ lang: 'en' })", ..PLAIN },
    Host {
        name: "that is a yew app",
        page: "/yew.html",
        arrange: |_| yew_host(),
        done: YEW_DONE,
        own_doing: "children: html body div#app output#told",
        ..PLAIN
    },
    Host {
        name: "with three widgets",
        put: "put({ assessment: 'company', lang: 'nl' }); put({ id: 'other' }); put({ id: 'mine' })",
        ..PLAIN
    },
    Host {
        name: "with another shadow root",
        before: "const main = document.createElement('main');
            document.getElementById('place').attachShadow({ mode: 'open' }).append(main)",
        put: "put({}, {}, document.getElementById('place').shadowRoot.firstChild)",
        ..PLAIN
    },
];

const YEW_DONE: &str = "faults.length ? faults : !!document.getElementById('b159')";

pub fn checks() -> Vec<Check> {
    let mut checks = vec![
        Check::new("hosts: a difference made on purpose is found", can_fail),
        Check::new("hosts: a yew app around the widget and the widget hear only what is theirs", two_yews),
    ];
    for host in HOSTS {
        checks.push(Check::new(format!("hosts: a host {} stays as it was", host.name), move |browser| {
            undisturbed(browser, &host);
        }));
    }
    checks
}

fn strict_policy(browser: &Browser) {
    browser.hosts.set_policy("/plain.html", &strict(browser));
}

/// Records the state of the host, with one of its elements in focus and a little scrolled.
pub(super) fn note(browser: &Browser, own: &str) {
    // A scroll bar is always shown, because the browser adds one for a long page.
    browser.js(&format!(
        "{}; document.documentElement.style.overflowY = 'scroll';
         document.getElementById('{own}').focus({{ preventScroll: true }}); scrollTo(0, 7); await rest(); await state()",
        *HOST
    ));
    // Recorded twice, because a driver's first commands add names to the page.
    browser.js(&format!("{}; noted.before = await state()", *HOST));
}

/// Panics if the host has changed, apart from `except`.
#[track_caller]
pub(super) fn as_before(browser: &Browser, when: &str, except: &[&str]) {
    let found: Vec<String> = browser.run(
        &format!("{}; await rest(); return (await differences(arguments[0])).slice(0, 12);", *HOST),
        json!(except),
    );
    expect_that(&format!("the host as before {when}"), found.is_empty(), &found);
}

/// Loads the element's script without leaving a trace of how.
pub(super) fn load(browser: &Browser) {
    browser
        .js("if (!customElements.get('partner-fit')) { await load(source); document.head.lastElementChild.remove(); }");
}

fn undisturbed(browser: &Browser, host: &Host) {
    let assessment = open(&file("partner"));
    let sheet = answer_sheet::mixed(&assessment);
    let expected = native_report(&assessment, &sheet, "en");
    (host.arrange)(browser);
    browser.make_room_in_history();
    browser.open_host(host.page);
    browser.until("the host's own scripts to be done", host.done);
    browser.js(host.before);
    note(browser, "own");
    load(browser);
    browser.js(host.put);
    browser.until_ready();
    as_before(browser, "after loading", &["height"]);

    // By the host's own calls, which move neither focus nor scroll position.
    browser.js_with(
        "widget().answers = arguments[0]; widget().start(); await drawn();
         while (screen().name !== 'result') {
             const before = where();
             widget().next();
             await become('another screen', () => where() !== before, where);
         }",
        &sheet,
    );
    browser.expect("result after the host's calls", "widget().result", &expected);
    as_before(browser, "after a walk by calls", &["height"]);

    browser.act("widget().reset()");
    browser.walk_some_by_mouse(&sheet, "en");
    browser.expect("result after the reader's walk", "widget().result", &expected);
    browser.js("document.getElementById('own').focus({ preventScroll: true })");
    as_before(browser, "after a walk by mouse", &["height", "scrolling", host.own_doing]);

    browser.point_away();
    browser.js("document.querySelectorAll('partner-fit').forEach((one) => one.remove()); widget().remove();
         document.getElementById('own').focus({ preventScroll: true }); scrollTo(0, 7); await drawn()");
    as_before(browser, "once the widget is gone", &[host.own_doing]);
    browser.no_faults();
}

/// Where the page's app writes the events that it has received.
const TOLD: &str = "document.getElementById('told').textContent";

/// Both apps mark elements with the ids of their listeners, and an open shadow root hides nothing.
fn two_yews(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    yew_host();
    browser.open_host("/yew.html");
    browser.until("the host's app", YEW_DONE);
    load(browser);
    browser.put(json!({}), json!({}));
    browser.walk_by_mouse(&sheet, "en");
    let told: String = browser.now(&format!("(await drawn(), {TOLD})"));
    let heard: Vec<&str> = told.split(", ").collect();
    // The page around the widget gets its clicks, as in any page; the host's own buttons get none of them.
    expect_that(
        "clicks heard around the widget alone",
        heard.len() > 20 && heard.iter().all(|one| *one == "around"),
        &heard,
    );
    let before: Value = browser.now("[screen(), widget().answers, heard.length]");
    for i in [0, 7, 40, 159] {
        browser.click(&format!("document.getElementById('b{i}')"));
        browser.press([ENTER]);
    }
    let own = format!("{TOLD}.split(', ').slice({}).join(', ')", heard.len());
    let each = |i| format!("focus {i}, click {i}, key {i}, click {i}");
    browser.expect("what the host's own buttons tell", &own, [0, 7, 40, 159].map(each).join(", "));
    browser.expect("the widget after all that", "[screen(), widget().answers, heard.length]", before);
    browser.no_faults();
}

/// What an embed must not do, and how the check finds it.
const LEAKS: [(&str, &str); 16] = [
    (
        "const style = document.createElement('style'); style.textContent = ':root { --x: 1 }'; document.head.append(style)",
        "page: sheets",
    ),
    (
        "document.head.lastElementChild.remove(); document.adoptedStyleSheets.push(new CSSStyleSheet())",
        "page: adopted sheets",
    ),
    ("document.adoptedStyleSheets.pop(); document.body.style.paddingTop = '1px'", "style of html body: padding-top"),
    (
        "document.body.removeAttribute('style'); document.documentElement.dataset.theme = 'dark'",
        "attribute of html: data-theme",
    ),
    (
        "delete document.documentElement.dataset.theme; document.body.append(document.createElement('div'))",
        "children: html body",
    ),
    ("document.body.lastElementChild.remove(); window.leaked = 1", "global of window: leaked"),
    (
        "delete window.leaked; noted.fetch = window.fetch; window.fetch = (...all) => noted.fetch(...all)",
        "global of window: fetch",
    ),
    ("window.fetch = noted.fetch; window.Array.prototype.leaked = 1", "global of Array.prototype: leaked"),
    (
        "delete window.Array.prototype.leaked; document.getElementById('before').leaked = 1",
        "properties: html body p:0 button#before",
    ),
    ("delete document.getElementById('before').leaked; document.title = 'Step 1'", "page: title"),
    ("document.title = 'A plain host'; localStorage.setItem('a', 'b')", "storage: local"),
    ("localStorage.clear(); sessionStorage.setItem('a', 'b')", "storage: session"),
    ("sessionStorage.clear(); document.cookie = 'a=b'", "storage: cookies"),
    ("document.cookie = 'a=b; max-age=0'; document.getElementById('after').focus()", "focus: element"),
    (
        "document.getElementById('before').focus(); document.body.style.blockSize = '3000px'; scrollTo(0, 50)",
        "scrolling: page",
    ),
    ("document.body.removeAttribute('style'); scrollTo(0, 7); history.pushState(null, '')", "page: history"),
];

fn can_fail(browser: &Browser) {
    // A full history would hide the last new entry.
    browser.open_host("/late.html");
    browser.js("for (let i = 0; i < 50; i++) history.pushState(null, '')");
    browser.make_room_in_history();
    browser.open_host("/plain.html");
    note(browser, "before");
    as_before(browser, "at once", &[]);
    for (leak, expected) in LEAKS {
        let found: Vec<String> = browser.run(&format!("{}; {leak}; await drawn(); return differences([]);", *HOST), ());
        expect_that(
            &format!("`{leak}` found as {expected}"),
            found.iter().any(|one| one.starts_with(expected)),
            &found,
        );
    }
    expect(
        "an exception made for something else",
        browser.run(&format!("{}; return (await differences(['style'])).length;", *HOST), ()),
        1,
    );
}
