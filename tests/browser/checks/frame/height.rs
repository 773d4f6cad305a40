//! The height of a frame: enough before the questions start, the height of its content afterwards, in every width and
//! for every frame of a page.

use serde_json::json;

use super::put;
use crate::answer_sheet::{self, Sheet, assessments, file, languages, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};

/// The height of a frame.
fn height(id: &str) -> String {
    format!("document.getElementById('{id}').getBoundingClientRect().height")
}

/// The height that the page reserves; the builder writes the same one into a snippet.
fn published_height() -> f64 {
    let script = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/static/page/frame.js")).unwrap();
    let height = f64::from(partner_fit::builder::snippet::FRAME_HEIGHT);
    expect_that("the page's own", script.contains(&format!("RESERVED_PIXELS = {height};")), height);
    height
}

/// The layout of a frame: its content's height, the window's, and whether anything scrolls.
const FIT: &str = "[Math.ceil(document.documentElement.getBoundingClientRect().height), innerHeight,
    document.scrollingElement.scrollHeight > innerHeight, document.scrollingElement.scrollWidth > innerWidth,
    document.documentElement.clientWidth < innerWidth]";

/// Waits until a frame is exactly as high as its content and nothing scrolls.
#[track_caller]
pub fn fits(browser: &Browser, index: usize, what: &str) -> f64 {
    frame_fits(browser, &format!("allFrames()[{index}]"), what)
}

#[track_caller]
fn frame_fits(browser: &Browser, frame: &str, what: &str) -> f64 {
    // A frame out of sight draws nothing, and so sends no height.
    browser.js(&format!("{frame}.scrollIntoView({{ block: 'start' }})"));
    let what = format!("a frame as high as its content, {what}");
    let (content, ..) = browser.inside(frame, || {
        browser.until_that(&what, FIT, |(content, window, down, across, bar): &(f64, f64, bool, bool, bool)| {
            content == window && !down && !across && !bar
        })
    });
    content
}

/// The heights that a frame has asked for, after it has drawn this many more frames. Its last message comes after them.
pub fn heights_asked(browser: &Browser, index: usize, frames: usize) -> Vec<f64> {
    let last = "messages.filter(({ data }) => data?.type === 'last').length";
    let before: usize = browser.now(last);
    browser.inside_nth(index, || {
        browser.js(&format!("await turns({frames}); await drawn(); parent.postMessage({{ type: 'last' }}, '*')"));
    });
    browser.until("what the frame says last", &format!("{last} > {before}"));
    browser.now(&format!("heights('f{index}')"))
}

pub(super) fn reserved(browser: &Browser) {
    browser.resize(1400, 900);
    browser.open_host("/frames.html");
    let kept_free = published_height();
    let published: String = String::from_utf8(browser.hosts.file("frame-shift.html")).unwrap();
    expect_that("the snippet with that height", published.contains(&format!("height:{kept_free}px")), kept_free);
    let mut highest = 0.0_f64;
    for (assessment, language) in
        assessments().into_iter().flat_map(|name| languages().into_iter().map(move |language| (name, language)))
    {
        browser.open_host("/frames.html");
        let style = format!("border:0;width:320px;height:{kept_free}px");
        put(browser, &format!("?assessment={assessment}&lang={language}"), json!({ "style": style }));
        browser.until("a height", "heights('f0').length > 0");
        for width in [320, 390, 768, 1280] {
            browser.js(&format!("document.getElementById('f0').style.width = '{width}px'"));
            let content: f64 = browser.inside_nth(0, || {
                browser.until_some(
                    &format!("a start screen that is {width} px wide"),
                    &format!(
                        "innerWidth === {width} && screen().name === 'start'
                            ? (await widget().ready, await drawn(), document.documentElement.getBoundingClientRect().height) : null"
                    ),
                )
            });
            highest = highest.max(content);
            expect_that(&format!("room for {assessment}, {language}, at {width} px"), content <= kept_free, content);
            let asked: Vec<f64> = heights_asked(browser, 0, 1);
            expect_that("no other height before the walk", asked.iter().all(|&one| one == kept_free), &asked);
            browser.expect("height", &height("f0"), kept_free);
        }
    }
    browser.resize(1280, 900);
    // The height is not much more than needed.
    expect_that("no more than 60 px to spare", kept_free - highest <= 60.0, highest);
}

pub(super) fn grows_and_shrinks(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("partner")));
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({}));
    browser.inside_nth(0, || {
        browser.until_screen("start");
        browser.move_on();
    });
    let mut seen = vec![fits(browser, 0, "the first step")];
    browser.inside_nth(0, || drop(browser.move_on()));
    seen.push(fits(browser, 0, "with errors"));
    expect_that("higher with errors", seen[1] > seen[0], &seen);
    loop {
        let screen = browser.inside_nth(0, || {
            browser.answer_all(&sheet);
            browser.move_on()
        });
        seen.push(fits(browser, 0, &format!("{:?}", screen.heading)));
        if screen.name == "result" {
            break;
        }
    }
    browser.inside_nth(0, || {
        browser.act("widget().reset()");
        browser.until_screen("start");
    });
    let start = fits(browser, 0, "the start again");
    let result = *seen.last().unwrap();
    expect_that("much lower than the result", start < result / 2.0, (start, result));
    expect_that("a step lower than the one before", seen.windows(2).any(|pair| pair[1] < pair[0]), &seen);
    // The heights settle: none leads to another.
    let asked = heights_asked(browser, 0, 10).len();
    expect("heights asked for at rest", heights_asked(browser, 0, 30).len(), asked);
    expect_that("a few for each screen", asked < 12 * (seen.len() + 2), asked);
    browser.no_faults();
}

pub(super) fn widths(browser: &Browser) {
    let sheet = answer_sheet::mixed(&open(&file("company")));
    browser.resize(1400, 900);
    browser.open_host("/frames.html");
    put(browser, "?assessment=company&lang=nl", json!({}));
    let mut before = 0.0;
    for screen in ["step", "result"] {
        browser.inside_nth(0, || {
            browser.until("a screen", "screen().name !== 'fallback'");
            browser.hurry_to(screen, &sheet);
        });
        let mut heights = Vec::new();
        for width in [1280, 768, 600, 390, 320] {
            browser.js(&format!("document.getElementById('f0').style.width = '{width}px'; await drawn()"));
            browser.inside_nth(0, || browser.until("the new width", &format!("innerWidth === {width}")));
            heights.push(fits(browser, 0, &format!("{screen} at {width} px")));
        }
        expect_that("higher where it is narrow", heights[4] > heights[0], &heights);
        browser.js("document.getElementById('f0').style.width = '1280px'; await drawn()");
        browser.inside_nth(0, || browser.until("the first width", "innerWidth === 1280"));
        expect("as high as before at the first width", fits(browser, 0, "wide again"), heights[0]);
        expect_that("another screen, another height", heights[0] != before, before);
        before = heights[0];
    }
    browser.resize(1280, 900);
}

pub(super) fn several(browser: &Browser) {
    browser.open_host("/frames.html");
    for query in ["?assessment=partner&lang=en", "?assessment=company&lang=nl", "?assessment=partner&lang=nl"] {
        put(browser, query, json!({}));
    }
    let sheets: [Sheet; 3] =
        ["partner", "company", "partner"].map(|assessment| answer_sheet::mixed(&open(&file(assessment))));
    for (index, screen) in [(0, "step"), (1, "result"), (2, "review")] {
        browser.js(&format!("allFrames()[{index}].scrollIntoView()"));
        browser.inside_nth(index, || {
            browser.until_screen("start");
            browser.hurry_to(screen, &sheets[index]);
        });
    }
    let all = || -> Vec<f64> { (0..3).map(|index| fits(browser, index, &format!("frame {index}"))).collect() };
    let before = all();
    let mut different = before.clone();
    different.sort_by(f64::total_cmp);
    different.dedup();
    expect("three different heights", different.len(), 3);
    // One frame moves on, the others keep their heights.
    browser.js("allFrames()[0].scrollIntoView()");
    browser.inside_nth(0, || browser.hurry_to("result", &sheets[0]));
    let after = all();
    expect_that("the first higher", after[0] > before[0], (&before, &after));
    expect("the others", &after[1..], &before[1..]);
    let boxes: Vec<[f64; 2]> = browser
        .now("allFrames().map((frame) => frame.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])");
    expect_that("none over another", boxes.windows(2).all(|pair| pair[0][1] <= pair[1][0] + 0.5), &boxes);
}

pub(super) fn late(browser: &Browser) {
    browser.open_host("/frames-bare.html");
    browser.js("putFrame('?assessment=partner&lang=en');
         const host = document.createElement('div'); document.getElementById('place').append(host);
         const inner = document.createElement('div'); host.attachShadow({ mode: 'open' }).append(inner);
         window.shadowed = putFrame('?assessment=partner&lang=nl', { id: 'shadowed' }, inner);");
    browser.inside_nth(0, || {
        browser.until_screen("start");
        browser.move_on();
    });
    // No script has received the frame's messages so far.
    heights_asked(browser, 0, 1);
    let kept_free = published_height();
    browser.expect("a height before there is a script", &height("f0"), kept_free);
    browser.js("await load(`${SITE}/resize.js`)");
    let first = fits(browser, 0, "there before the script");
    expect_that("another height than before", first != kept_free, first);
    // The script also finds a frame that is added later, and one in a shadow root.
    put(browser, "?assessment=company&lang=en", json!({ "id": "later" }));
    for frame in ["document.getElementById('later')", "shadowed"] {
        browser.js(&format!("{frame}.scrollIntoView()"));
        browser.inside(frame, || {
            browser.until_screen("start");
            browser.move_on();
        });
        let height = frame_fits(browser, frame, frame);
        expect_that("another height than before", height != kept_free, height);
    }
    browser.expect(
        "names that the script leaves behind",
        "['LOWEST', 'frames_', 'speaksFor', 'partnerFit'].filter((name) => name in window)",
        Vec::<String>::new(),
    );
    browser.no_faults();
}

pub(super) fn shift(browser: &Browser) {
    for (width, height) in [(390, 844), (1280, 900)] {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
        browser.devtools("Emulation.setDeviceMetricsOverride", metrics);
        browser.open_host("/frame-shift.html");
        browser.until("a height", "told.some((data) => data.type === 'height')");
        browser.inside_nth(0, || drop(browser.until_screen("start")));
        browser.expect("width of the window", "innerWidth", width);
        browser.no_shifts(&format!("at {width} px"));
    }
    browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
}
