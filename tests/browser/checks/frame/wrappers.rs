//! Frames in what page builders put around them: a holder that cannot grow neither cuts a frame off nor lets it lie over
//! the page, because such a frame scrolls inside; and a page is not searched for every message of a stranger.

use serde_json::json;

use crate::browser::Browser;
use crate::reading::expect_that;

/// A holder, the style of its frame, and whether the frame can have the height that it asks for.
const WRAPPERS: [(&str, &str, &str, bool); 8] = [
    (
        "ratio",
        "position:relative;height:0;padding-bottom:56.25%;overflow:hidden",
        "position:absolute;inset:0;width:100%;height:100%",
        false,
    ),
    (
        "ratio with a height of its own",
        "position:relative;height:0;padding-bottom:56.25%;overflow:hidden",
        "position:absolute;top:0;width:100%;height:860px",
        false,
    ),
    (
        "ratio that does not clip",
        "position:relative;aspect-ratio:16/9",
        "position:absolute;inset:0;width:100%;height:100%",
        false,
    ),
    ("fixed height that clips", "height:500px;overflow:hidden", "width:100%;height:100%", false),
    ("fixed height that does not clip", "height:500px", "width:100%;height:100%", false),
    ("greatest height", "", "width:100%;height:500px;max-height:600px", false),
    ("column", "display:flex;flex-direction:column", "width:100%;height:400px", true),
    ("float", "overflow:auto", "float:left;width:100%;height:400px", true),
];

pub(super) fn held(browser: &Browser) {
    browser.open_host("/frames.html");
    for (name, holder, frame, grows) in WRAPPERS {
        browser.js_with(
            "const [outer, inner] = arguments[0];
             messages.length = 0;
             const place = document.getElementById('place');
             place.innerHTML = '<div id=holder><div></div></div><p id=next>The next paragraph of the page.</p>';
             const holder = document.getElementById('holder');
             holder.style.cssText = outer;
             holder.firstChild.replaceWith(putFrame('?assessment=partner&lang=en', { style: `border:0;${inner}` }, holder));",
            [holder, frame],
        );
        browser.inside_nth(0, || {
            browser.until_ready();
            browser.move_on();
        });
        browser.until(&format!("heights asked for in {name}"), "heights(allFrames()[0].id).length > 1");
        browser.until(
            &format!("in {name} a frame that lies over nothing"),
            "(await drawn(), document.getElementById('next').getBoundingClientRect().top
                >= allFrames()[0].getBoundingClientRect().bottom - 1)",
        );
        let scrolls: bool = browser.inside_nth(0, || {
            browser.until(
                &format!("in {name} a button that can be reached"),
                "(part('button--primary').scrollIntoView({ block: 'end', behavior: 'instant' }), await drawn(),
                  part('button--primary').getBoundingClientRect().bottom <= innerHeight + 1)",
            );
            browser.now("document.scrollingElement.scrollHeight > innerHeight + 1")
        });
        expect_that(&format!("{name}: scrolls inside only where it cannot grow"), scrolls != grows, scrolls);
        let cut: f64 = browser.now("allFrames()[0].getBoundingClientRect().bottom - document.getElementById('holder').getBoundingClientRect().bottom");
        expect_that(&format!("{name}: nothing cut off"), cut < 1.5, cut);
    }
    browser.no_faults();
}

/// The script looks for a frame by going through the page, which may be large.
pub(super) fn searched_once(browser: &Browser) {
    browser.open_host("/frames.html");
    browser.js(
        "const frame = document.createElement('iframe');
         frame.srcdoc = '<script>for (let n = 0; n < 300; n++) parent.postMessage({ pf: 1, type: `height`, height: 500 + n }, `*`)<\\/script>';
         noted.searches = 0;
         const search = Document.prototype.querySelectorAll;
         Document.prototype.querySelectorAll = function (selector) {
             if (selector === '*') noted.searches++;
             return search.call(this, selector);
         };
         document.getElementById('place').append(frame);",
    );
    browser.until("all messages of a stranger", "messages.length >= 300");
    browser.until_that("a search or two", "noted.searches", |count: &usize| (1..=5).contains(count));
    browser.expect("its height", "allFrames()[0].style.height", json!(""));
    browser.no_faults();
}
