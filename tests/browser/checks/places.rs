//! Where the element stands in a page: as wide as an article in every kind of place, never wider than the page because
//! of a long word, and hidden where its place is.

use std::fmt::Write as _;

use serde_json::{Value, json};
use test_support::browsers::Engine;

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::expect_that;
use crate::runner::Check;

use super::layout::OVERHANG;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("places: as wide as an article in every kind of place, at 1280, 390 and 320 px", widths),
        Check::new("places: words of 400 letters widen no screen, at 1000 and 320 px", long_words),
        Check::new("places: what a host hides is unseen, takes no press and no focus", hidden),
        Check::new("places: what a host does not print is not printed", unprinted)
            .not_in(Engine::Firefox, "its driver cannot show a page as it is printed")
            .not_in(Engine::WebKit, "its driver cannot show a page as it is printed"),
    ]
}

/// The ways in which a place asks its content how wide it would like to be; `{}` is the content.
const PLACES: [&str; 31] = [
    "<div>{}</div>",
    "<div class=row>{}</div>",
    "<div class=row-centre>{}</div>",
    "<div class=column>{}</div>",
    "<div class=column-centre>{}</div>",
    "<div class=wrap>{}</div>",
    "<div class=grid>{}</div>",
    "<div class=grid-centre>{}</div>",
    "<div class=grid-auto>{}</div>",
    "<div class=inline-flex>{}</div>",
    "<div class=inline-grid>{}</div>",
    "<div class=inline>{}</div>",
    "<div class=float>{}</div>",
    "<div class=float-end>{}</div>",
    "<div class=table>{}</div>",
    "<div class=cell>{}</div>",
    "<table><tr><td>{}</td></tr></table>",
    "<div class=absolute>{}</div>",
    "<div class=fixed>{}</div>",
    "<div class=fit>{}</div>",
    "<div class=auto>{}</div>",
    "<div class=least>{}</div>",
    "<div class=columns>{}</div>",
    "<div class=row><div>{}</div></div>",
    "<div class=row-centre><div class=row><div>{}</div></div></div>",
    "<fieldset>{}</fieldset>",
    "<details open><summary>More</summary>{}</details>",
    "<dialog>{}</dialog>",
    "<div popover>{}</div>",
    "<ul><li>{}</li></ul>",
    "<section class=grid-centre><div class=fit>{}</div></section>",
];

/// The ways in which the element itself may be set; the class is on the content.
const OWN: [&str; 15] = [
    "inline",
    "float",
    "absolute",
    "fit",
    "auto",
    "start",
    "table",
    "cell",
    "least",
    "row",
    "column",
    "wrap",
    "grid",
    "inline-flex",
    "inline-grid",
];

/// Puts the article and the widget into each place, one after the other, and compares their boxes.
const MEASURE: &str = "
    const [places, most] = arguments[0];
    const [article, place] = ['article', 'place'].map((id) => document.getElementById(id));
    const boxIn = (html, node) => {
        place.innerHTML = html.replace('{}', '<i></i>');
        place.querySelector('i').replaceWith(node);
        place.querySelector('dialog')?.showModal();
        place.querySelector('[popover]')?.showPopover();
        const { width, height } = node.getBoundingClientRect();
        const over = document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth;
        return { width, height, over };
    };
    const found = [];
    for (const [html, own] of places) {
        article.className = widget().className = own;
        const [expected, got] = [boxIn(html, article), boxIn(html, widget())];
        const least = Math.min(expected.width, most);
        if (got.width < least - 1 || got.width > Math.max(expected.width, 192) + 1 || got.over > expected.over + 1 && got.over > 0)
            found.push(`${html} ${own}: ${JSON.stringify(got)}, an article ${JSON.stringify(expected)}`);
    }
    article.className = widget().className = '';
    place.replaceChildren(widget());
    document.body.append(article);
    return found;";

fn widths(browser: &Browser) {
    let places: Vec<[&str; 2]> = PLACES
        .into_iter()
        .map(|place| [place, ""])
        .chain(
            ["<div>{}</div>", "<div class=row>{}</div>", "<div class=grid>{}</div>"]
                .into_iter()
                .flat_map(|place| OWN.map(|own| [place, own])),
        )
        .collect();
    browser.open_host("/narrow.html?show=/places.html");
    browser.resize(1400, 900);
    for width in [1280, 390, 320] {
        browser.js(&format!("document.querySelector('iframe').style.width = '{width}px'; await drawn()"));
        browser.enter_only();
        browser.expect("width of the window", "innerWidth", width);
        if width == 1280 {
            browser.put(json!({}), json!({}));
            browser.until_ready();
        }
        let found: Vec<String> = browser.run(MEASURE, json!([places, 704]));
        expect_that(&format!("a box as wide as an article's at {width} px"), found.is_empty(), lines(&found));
        browser.no_faults();
        browser.leave();
    }
    browser.resize(1280, 900);
}

fn lines(found: &[String]) -> String {
    found.iter().fold(String::new(), |mut text, line| {
        let _ = write!(text, "\n  {line}");
        text
    })
}

/// The assessment with every label made one word of this many letters.
fn with_long_words() -> Value {
    let word = |letters: usize| json!({ "en": "w".repeat(letters), "nl": "w".repeat(letters) });
    let mut assessment = file("partner");
    for criterion in assessment["criteria"].as_array_mut().unwrap() {
        criterion["title"] = word(120);
        for question in criterion["questions"].as_array_mut().unwrap() {
            question["text"] = word(300);
            question["hint"] = word(400);
            for option in question.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
                option["label"] = word(400);
            }
        }
    }
    for band in assessment["bands"].as_array_mut().unwrap() {
        band["label"] = word(120);
    }
    assessment["title"] = word(400);
    assessment["profile"].as_object_mut().unwrap().remove("customers"); // no text is left that uses it
    assessment
}

fn long_words(browser: &Browser) {
    let assessment = with_long_words();
    let sheet = answer_sheet::mixed(&open(&assessment));
    browser.open_host("/narrow.html?show=/places.html");
    browser.enter_only();
    browser.put(json!({}), json!({ "model": assessment }));
    browser.until_ready();
    browser.all_screens(&sheet, |state| {
        for width in [1000, 320] {
            browser.leave();
            browser.js(&format!("document.querySelector('iframe').style.width = '{width}px'; await drawn()"));
            browser.enter_only();
            if state == "table" {
                browser.js("all('details').forEach((one) => (one.open = true))");
            }
            browser.expect(&format!("what is too wide, {state}, {width} px"), OVERHANG, json!([]));
        }
    });
    browser.no_faults();
    browser.leave();
}

/// The ways in which a host hides what it holds; the last two only put it out of reach.
const HIDDEN: [(&str, bool); 6] = [
    ("visibility: hidden", false),
    ("visibility: hidden; opacity: 0; pointer-events: none", false),
    ("visibility: collapse", false),
    ("display: none", false),
    ("opacity: 0; pointer-events: none", true),
    ("interactivity: inert", true),
];

/// A panel that lies over a button of the host, with another button inside and the widget below it.
const PANEL: &str = "
    const place = document.getElementById('place');
    place.style.cssText = 'position: fixed; inset: 0; z-index: 1';
    widget().remove();
    place.innerHTML = '<button id=inner>Inside</button>';
    place.append(widget());
    await drawn();";

fn hidden(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.js(PANEL);
    let seen = "[document.getElementById('inner'), part('heading'), part('button--primary')].map(shown)";
    let hit = "(() => { const button = document.getElementById('before').getBoundingClientRect();
        return name(at(button.left + button.width / 2, button.top + button.height / 2)); })()";
    let focusable = "(document.activeElement.blur(), part('button--primary').focus(), name(active()))";
    browser.expect(
        "before: seen, above and focused",
        &format!("[{seen}, {focusable}]"),
        json!([[true, true, true], "widget button"]),
    );
    for (style, is_drawn) in HIDDEN {
        // Only some engines have `interactivity`.
        if !browser.now::<bool>(&format!("CSS.supports('{}')", style.split(';').next().unwrap())) {
            continue;
        }
        browser.act(&format!("place.style.cssText = 'position: fixed; inset: 0; z-index: 1; {style}'"));
        browser.expect(&format!("seen with {style}"), seen, json!([is_drawn, is_drawn, is_drawn]));
        browser.expect(&format!("what a press finds with {style}"), hit, "button#before");
        if !style.contains("pointer-events") || !is_drawn {
            browser.expect(&format!("what takes the focus with {style}"), focusable, "body");
        }
    }
    browser.act("place.style.cssText = ''");
    browser.expect("seen again", seen, json!([true, true, true]));
    browser.no_faults();
}

/// What invoices and tickets use: everything is hidden but for one part.
fn unprinted(browser: &Browser) {
    browser.open_plain(json!({}), json!({}));
    browser.js("const sheet = new CSSStyleSheet(); document.adoptedStyleSheets = [sheet];
         sheet.replaceSync('@media print { body * { visibility: hidden } #after, #after * { visibility: visible } }')");
    let seen = "[document.getElementById('before'), part('heading'), part('button--primary'), document.getElementById('after')].map(shown)";
    browser.expect("on screen", seen, json!([true, true, true, true]));
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    browser.expect("on paper", seen, json!([false, false, false, true]));
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
}
