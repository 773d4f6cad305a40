//! Content security policies: the page under its own, the strictest, and the element inside a host with one.

use test_support::serve::{STRICT_POLICY, naming_origin};

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::expect;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![Check::new("ux-05 the page under its policy, every state, no violation", page)]
}

/// The strictest policy that an element can work under: its site is named, and no string becomes code.
pub(super) fn strict(browser: &Browser) -> String {
    let site = browser.site.origin();
    format!(
        "default-src 'none'; script-src {site} 'wasm-unsafe-eval' 'self'; style-src 'self'; connect-src {site}; \
         img-src 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ) // the browser requests an icon of the page by itself
}

/// Browsers report violations to the server, including those before any script could listen.
fn page(browser: &Browser) {
    let policy = format!("{}; report-uri /reports", naming_origin(STRICT_POLICY, &browser.site.origin()));
    for path in ["/", "/index.html"] {
        browser.site.set_policy(path, &policy);
    }
    let answers = answer_sheet::mixed(&open(&file("partner")));
    browser.open_page("partner", "nl");
    browser.all_screens(&answers, |_| ());
    let reports = || browser.site.take_requests().into_iter().filter(|request| request.path == "/reports").count();
    // This violation is intended: every earlier one has been reported before it.
    browser
        .js("const style = document.createElement('style'); style.textContent = 'i{}'; document.body.append(style);");
    let mut told = 0;
    browser.wait_for("a report of the violation made on purpose", || {
        told += reports();
        if told > 0 { Ok(()) } else { Err("none".to_owned()) }
    });
    expect("reports, with the one made on purpose", told, 1);
    browser.expect("a style attribute anywhere", "all('[style], style').length", 0);
}

pub(super) fn host(browser: &Browser) {
    browser.hosts.set_policy("/strict.html", &strict(browser));
    browser.open_host("/strict.html");
    let answers = answer_sheet::mixed(&open(&file("partner")));
    browser.all_screens(&answers, |_| ());
    browser.no_faults();
    browser.expect_event_count("completions", "pf-complete", 1);
    browser.js("const style = document.createElement('style'); style.textContent = 'i{}'; document.body.append(style)");
    browser.until("the violation made on purpose", "violations.length === 1");
}
