//! The checks' reads: they wait for later values, also while a page is left for another one, and "no request" is
//! counted after an event.

use crate::browser::Browser;
use crate::reading::expect;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("waiting: a read waits for what comes later, on this page or the next", reads),
        Check::new("waiting: what a page has asked for is there once it is counted", requests),
    ]
}

fn reads(browser: &Browser) {
    browser.open_host("/plain.html");
    browser.js("turns(20).then(() => { window.later = { is: [1, 2.5, 'there'] }; })");
    browser.until("something later", "!!window.later");
    browser.expect("what it is", "window.later.is", (1, 2.5, "there"));
    // A missing value throws, and a page that is being left does not answer.
    browser.js("turns(20).then(() => { location.href = '/late.html'; })");
    browser.expect(
        "the next page",
        "document.querySelector('title').textContent",
        "A host that loads the element when it likes",
    );
    browser.expect("nothing of the last", "window.later ?? null", ());
}

fn requests(browser: &Browser) {
    browser.open_host("/late.html");
    drop(browser.asked(&browser.hosts));
    browser.js("for (let n = 0; n < 3; n++) fetch(`/paste.html?${n}`)");
    let mut asked = browser.asked(&browser.hosts);
    asked.sort();
    expect(
        "files that were asked for",
        asked,
        ["/paste.html?0", "/paste.html?1", "/paste.html?2"].map(str::to_owned).to_vec(),
    );
    expect("files since then", browser.asked(&browser.hosts), vec![]);
}
