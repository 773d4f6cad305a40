//! The page in a frame: as high as what is in it, with a title and an address that are its own, reached and left by
//! keyboard, and nothing of the page around it moved. Whom it talks to is in `frame_trust`, what its address may ask
//! for in `frame_options`.

use serde_json::{Value, json};
use xtask::browsers::Engine;
use xtask::browsers::fantoccini::elements::{Element, ElementRef};

use crate::browser::{Browser, expect, expect_that};
use crate::keyboard::{ENTER, TAB};
use crate::runner::Check;
use crate::sheet::{self, ASSESSMENTS, LANGUAGES, Sheet, file, native_report, open, same_report};

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("frame: the height that is kept free is enough for every start screen", reserved),
        Check::new("E5 height: a frame grows and shrinks with what is in it, and comes to rest", grows_and_shrinks),
        Check::new("E5 height: no scrollbar at five widths, and a new width is followed", widths),
        Check::new("E5 height: several frames with different content do not crop each other", several),
        Check::new(
            "E5 height: frames that were there before the script, come after it, or stand in a shadow root",
            late,
        ),
        Check::new("ux-20 no layout shift with the published snippet of the frame", shift)
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

/// How high a frame is, and how high the published snippet makes it.
fn height(browser: &Browser, id: &str) -> f64 {
    browser.get(&format!("document.getElementById('{id}').getBoundingClientRect().height"))
}

fn published_height(browser: &Browser) -> f64 {
    let module = browser.site.url("/page-frame.js");
    browser.run("return (await import(arguments[0])).RESERVED_PIXELS;", json!(module))
}

/// What fits into a frame: its content's height, the window's, and whether anything scrolls there.
const FIT: &str = "[Math.ceil(document.documentElement.getBoundingClientRect().height), innerHeight,
    document.scrollingElement.scrollHeight > innerHeight, document.scrollingElement.scrollWidth > innerWidth,
    document.documentElement.clientWidth < innerWidth]";

/// Waits until a frame is exactly as high as what is in it, and nothing scrolls.
#[track_caller]
fn fits(browser: &Browser, place: u16, what: &str) -> f64 {
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

fn reserved(browser: &Browser) {
    browser.resize(1400, 900);
    browser.open_host("/frames.html");
    let kept_free = published_height(browser);
    let published: String = String::from_utf8(browser.hosts.file("frame-shift.html")).unwrap();
    expect_that("the snippet with that height", published.contains(&format!("height:{kept_free}px")), kept_free);
    let mut highest = 0.0_f64;
    for (assessment, language) in ASSESSMENTS.into_iter().flat_map(|name| LANGUAGES.map(|language| (name, language))) {
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

fn grows_and_shrinks(browser: &Browser) {
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

fn widths(browser: &Browser) {
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

fn several(browser: &Browser) {
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

fn late(browser: &Browser) {
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
    let kept_free = published_height(browser);
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

fn shift(browser: &Browser) {
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
    fits(browser, 0, "the result");
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
        fits(browser, 0, "the result");
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
