//! How high a frame is: enough before the walk, as high as what is in it afterwards, in every width and for every frame
//! of a page.

use serde_json::{Value, json};

use super::{inside, inside_of, put};
use crate::browser::{Browser, expect, expect_that};
use crate::sheet::{self, Sheet, assessments, file, languages, open};

/// How high a frame is, and how high the published snippet makes it.
fn height(browser: &Browser, id: &str) -> f64 {
    browser.get(&format!("document.getElementById('{id}').getBoundingClientRect().height"))
}

/// The height that the page keeps, which is the one that the builder writes into a snippet.
fn published_height() -> f64 {
    let script = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/static/page/frame.js")).unwrap();
    let height = f64::from(partner_fit::builder::snippet::FRAME_HEIGHT);
    expect_that("the page's own", script.contains(&format!("RESERVED_PIXELS = {height};")), height);
    height
}

/// What fits into a frame: its content's height, the window's, and whether anything scrolls there.
const FIT: &str = "[Math.ceil(document.documentElement.getBoundingClientRect().height), innerHeight,
    document.scrollingElement.scrollHeight > innerHeight, document.scrollingElement.scrollWidth > innerWidth,
    document.documentElement.clientWidth < innerWidth]";

/// Waits until a frame is exactly as high as what is in it, and nothing scrolls.
#[track_caller]
pub(super) fn fits(browser: &Browser, place: u16, what: &str) -> f64 {
    frame_fits(browser, &format!("frames()[{place}]"), what)
}

#[track_caller]
fn frame_fits(browser: &Browser, frame: &str, what: &str) -> f64 {
    // What is out of sight is not drawn, and so tells no height.
    browser.js(&format!("{frame}.scrollIntoView({{ block: 'start' }})"));
    inside_of(browser, frame, || {
        browser.wait_for(&format!("a frame as high as its content, {what}"), || {
            match browser.get::<(f64, f64, bool, bool, bool)>(FIT) {
                (content, window, false, false, false) if content == window => Ok(content),
                other => Err(format!("{other:?}")),
            }
        })
    })
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
        for width in [320, 390, 768, 1280] {
            browser.open_host("/frames.html");
            let style = format!("border:0;width:{width}px;height:{kept_free}px");
            put(browser, &format!("?assessment={assessment}&lang={language}"), json!({ "style": style }));
            browser.until("a height", "heights('f0').length > 0");
            let content: f64 = inside(browser, 0, || {
                browser.until_screen("start");
                browser.get("document.documentElement.getBoundingClientRect().height")
            });
            highest = highest.max(content);
            expect_that(&format!("room for {assessment}, {language}, at {width} px"), content <= kept_free, content);
            browser.js("await settle(3)");
            let asked: Vec<f64> = browser.get("heights('f0')");
            expect_that("no other height before the walk", asked.iter().all(|&one| one == kept_free), &asked);
            expect("height", height(browser, "f0"), kept_free);
        }
    }
    browser.resize(1280, 900);
    // Not much more than is needed either.
    expect_that("no more than 60 px to spare", kept_free - highest <= 60.0, highest);
}

pub(super) fn grows_and_shrinks(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("partner")));
    browser.open_host("/frames.html");
    put(browser, "?assessment=partner&lang=en", json!({}));
    inside(browser, 0, || {
        browser.until_screen("start");
        browser.js("part('button--primary').click(); await settle(2)");
    });
    let mut seen = vec![fits(browser, 0, "the first step")];
    inside(browser, 0, || browser.act("part('button--primary').click()"));
    seen.push(fits(browser, 0, "with errors"));
    expect_that("higher with errors", seen[1] > seen[0], &seen);
    loop {
        let screen = inside(browser, 0, || {
            let _: Value = browser.run(
                "for (const { id } of screen().questions) answer(id, arguments[0][id]); await settle(1);
                 part('button--primary').click(); await settle(1); return null;",
                json!(sheet),
            );
            browser.screen()
        });
        seen.push(fits(browser, 0, &format!("{:?}", screen.heading)));
        if screen.name == "result" {
            break;
        }
    }
    inside(browser, 0, || {
        browser.act("widget().reset()");
        browser.until_screen("start");
    });
    let start = fits(browser, 0, "the start again");
    let result = *seen.last().unwrap();
    expect_that("much lower than the result", start < result / 2.0, (start, result));
    expect_that("a step lower than the one before", seen.windows(2).any(|pair| pair[1] < pair[0]), &seen);
    // It comes to rest: no height leads to another.
    browser.js("await settle(10)");
    let asked: usize = browser.get("heights('f0').length");
    browser.js("await settle(30)");
    expect("heights asked for at rest", browser.get("heights('f0').length"), asked);
    expect_that("a few for each screen", asked < 12 * (seen.len() + 2), asked);
    browser.no_faults();
}

pub(super) fn widths(browser: &Browser) {
    let sheet = sheet::mixed(&open(&file("company")));
    browser.resize(1400, 900);
    browser.open_host("/frames.html");
    put(browser, "?assessment=company&lang=nl", json!({}));
    let mut before = 0.0;
    for screen in ["step", "result"] {
        inside(browser, 0, || {
            browser.until("a screen", "screen().name !== 'fallback'");
            browser.hurry_to(screen, &sheet);
        });
        let mut heights = Vec::new();
        for width in [1280, 768, 600, 390, 320] {
            browser.js(&format!("document.getElementById('f0').style.width = '{width}px'; await settle(2)"));
            inside(browser, 0, || browser.until("the new width", &format!("innerWidth === {width}")));
            heights.push(fits(browser, 0, &format!("{screen} at {width} px")));
        }
        expect_that("higher where it is narrow", heights[4] > heights[0], &heights);
        browser.js("document.getElementById('f0').style.width = '1280px'; await settle(2)");
        inside(browser, 0, || browser.until("the first width", "innerWidth === 1280"));
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
    let sheets: [Sheet; 3] = ["partner", "company", "partner"].map(|assessment| sheet::mixed(&open(&file(assessment))));
    for (place, screen) in [(0, "step"), (1, "result"), (2, "review")] {
        browser.js(&format!("frames()[{place}].scrollIntoView()"));
        inside(browser, place, || {
            browser.until_screen("start");
            browser.hurry_to(screen, &sheets[usize::from(place)]);
        });
    }
    let all = || -> Vec<f64> { (0..3).map(|place| fits(browser, place, &format!("frame {place}"))).collect() };
    let before = all();
    let mut different = before.clone();
    different.sort_by(f64::total_cmp);
    different.dedup();
    expect("three different heights", different.len(), 3);
    // One moves on, the others stay as they are.
    browser.js("frames()[0].scrollIntoView()");
    inside(browser, 0, || browser.hurry_to("result", &sheets[0]));
    let after = all();
    expect_that("the first higher", after[0] > before[0], (&before, &after));
    expect("the others", &after[1..], &before[1..]);
    let boxes: Vec<[f64; 2]> =
        browser.get("frames().map((frame) => frame.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])");
    expect_that("none over another", boxes.windows(2).all(|pair| pair[0][1] <= pair[1][0] + 0.5), &boxes);
}

pub(super) fn late(browser: &Browser) {
    browser.open_host("/frames-bare.html");
    browser.js("putFrame('?assessment=partner&lang=en');
         const host = document.createElement('div'); document.getElementById('place').append(host);
         const inner = document.createElement('div'); host.attachShadow({ mode: 'open' }).append(inner);
         window.shadowed = putFrame('?assessment=partner&lang=nl', { id: 'shadowed' }, inner);");
    inside(browser, 0, || {
        browser.until_screen("start");
        browser.act("part('button--primary').click()");
    });
    browser.js("await settle(6)");
    let kept_free = published_height();
    expect("a height before there is a script", height(browser, "f0"), kept_free);
    browser.js("await load(`${SITE}/resize.js`)");
    let first = fits(browser, 0, "there before the script");
    expect_that("another height than before", first != kept_free, first);
    // One that comes after it, and one inside a shadow root.
    put(browser, "?assessment=company&lang=en", json!({ "id": "later" }));
    for frame in ["document.getElementById('later')", "shadowed"] {
        browser.js(&format!("{frame}.scrollIntoView()"));
        inside_of(browser, frame, || {
            browser.until_screen("start");
            browser.act("part('button--primary').click()");
        });
        let height = frame_fits(browser, frame, frame);
        expect_that("another height than before", height != kept_free, height);
    }
    expect(
        "names that the script leaves behind",
        browser.get("['LOWEST', 'frames_', 'speaksFor', 'partnerFit'].filter((name) => name in window)"),
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
        inside(browser, 0, || drop(browser.until_screen("start")));
        browser.js("await settle(6)");
        expect(&format!("shifts at {width} px"), browser.get::<Vec<f64>>("shifts"), vec![]);
        expect("width of the window", browser.get::<u32>("innerWidth"), width);
        // The check can fail: something that does move is seen.
        browser.js("document.querySelector('h1').style.blockSize = '300px'; await settle(6)");
        expect_that("a shift made on purpose", !browser.get::<Vec<f64>>("shifts").is_empty(), ());
    }
    browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
}
