//! All script that runs in a host's page is in the one file whose hash the host names. A server that later sends
//! another script, with any caching headers, or only to those who will run it, gets none of it to run.

use serde_json::{Value, json};
use test_support::serve::Override;
use xtask::site::{files, integrity_pins};

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;
use crate::site::Site;

pub fn checks() -> Vec<Check> {
    let mut checks: Vec<Check> = KEEPING
        .into_iter()
        .map(|(what, header)| {
            let run = move |browser: &Browser| changes_later(browser, header);
            Check::new(format!("another script on the second request, {what}: none of it runs"), run)
        })
        .collect();
    checks.push(Check::new("another script by Sec-Fetch-Dest: none of it runs", changes_for_scripts));
    checks.push(Check::new("the one script holds all that a stopped engine needs to start anew", new_life));
    checks
}

/// Caching headers that a server may send.
const KEEPING: [(&str, Option<(&str, &str)>); 6] = [
    ("nothing said about caches", None),
    ("no-store", Some(("cache-control", "no-store"))),
    ("no-cache", Some(("cache-control", "no-cache"))),
    ("max-age=0", Some(("cache-control", "max-age=0"))),
    ("immutable", Some(("cache-control", "public, max-age=31536000, immutable"))),
    ("Vary: *", Some(("vary", "*"))),
];

/// A stranger's script in every form in which a file can be run. It leaves a mark and causes no error.
const STRANGE: &str = "globalThis.strange = (globalThis.strange ?? 0) + 1; export default () => ({});\n";

/// A server of its own, of which the browser has kept no file.
fn unknown_site(browser: &Browser) -> Site {
    Site::of_site(&browser.site.path(""))
}

/// Each load of this page is another host's page that names the hash. It imports from the same address as a snippet, in
/// its own script, because in Firefox the scripts of a driver have their own modules.
fn open_snippet(browser: &Browser, site: &Site, lang: &str) {
    let hash = integrity_pins::hash(&site.file("partner-fit.js"));
    let page = format!(
        r#"<!doctype html><html lang="{lang}"><title>A page</title><script src="recorder.js"></script>
<script>window.source = "{script}"</script><script type="module" src="{script}" integrity="sha384-{hash}" crossorigin="anonymous"></script>
<script type="module">await customElements.whenDefined("partner-fit"); window.again = () => import(source);</script>
<div id="place"></div>"#,
        script = site.url("/partner-fit.js")
    );
    browser.hosts.set_body("/snippet.html", page);
    browser.open_host("/snippet.html");
}

/// Every file of the site that could be run, except its compressed copies.
fn runnable(site: &Site) -> Vec<String> {
    let ends = |path: &String| [".js", ".wasm", ".json"].iter().any(|ending| path.ends_with(ending));
    files::list(&site.path("")).unwrap().into_iter().filter(ends).map(|path| format!("/{path}")).collect()
}

/// Uses everything for which the element loads a file, each once: a host's own assessment, a result, both languages,
/// the engine for scripts, a shipped assessment.
fn use_everything(browser: &Browser) {
    browser.hosts.set_body("/own.json", file("company").to_string());
    browser.put(json!({ "lang": "nl", "assessment": "own.json" }), json!({}));
    browser.until_screen("start");
    browser.hurry_to("result", &answer_sheet::good(&open(&file("company"))));
    browser.js("widget().lang = 'en'");
    browser.until("English", "one('[lang=en]') !== null");
    browser.expect("problems", "(await (await again()).load()).check({}).length > 0", true);
    browser.js("noted.adapted = await (await again()).adapt('partner', { weights: { location: 30 } })");
    browser.expect("the weight", "noted.adapted.criteria.find(({ id }) => id === 'location').weight", 30);
}

/// The scripts that were requested from the site. All but the one file could be run without matching a hash of the
/// host.
fn only_one_script(browser: &Browser, site: &Site) {
    let asked = browser.asked(site);
    let scripts: Vec<&String> = asked.iter().filter(|path| path.ends_with(".js")).collect();
    expect_that("requests", asked.len() >= 5, &asked);
    expect("scripts that were asked for", scripts, vec![&"/partner-fit.js".to_owned()]);
    browser.expect("a stranger's script", "globalThis.strange ?? null", Value::Null);
    browser.no_faults();
}

fn changes_later(browser: &Browser, header: Option<(&str, &str)>) {
    let site = unknown_site(browser);
    for path in runnable(&site) {
        let mut change = Override::new().later(STRANGE);
        if header.is_none_or(|(name, _)| name != "cache-control") {
            change = change.without("cache-control").unwrap();
        }
        if let Some((name, value)) = header {
            change = change.header(name, value).unwrap();
        }
        site.set(&path, change);
    }
    open_snippet(browser, &site, "en");
    use_everything(browser);
    only_one_script(browser, &site);

    // On another page the server sends its own script in place of every file that is not cached.
    open_snippet(browser, &site, "nl");
    browser.put(json!({}), json!({}));
    // Requests are counted after they have arrived.
    drop(browser.asked(&site));
    browser.expect("a stranger's script", "globalThis.strange ?? null", Value::Null);
    browser.expect(
        "the fallback, or what the browser has kept",
        "!!customElements.get('partner-fit') || screen().name === 'fallback'",
        true,
    );
}

fn changes_for_scripts(browser: &Browser) {
    let site = unknown_site(browser);
    for path in runnable(&site).into_iter().filter(|path| path != "/partner-fit.js") {
        site.set(&path, Override::new().as_script(STRANGE));
    }
    open_snippet(browser, &site, "en");
    use_everything(browser);
    only_one_script(browser, &site);
}

/// After a panic the module starts again without requesting a script.
fn new_life(browser: &Browser) {
    let site = unknown_site(browser);
    for path in runnable(&site).into_iter().filter(|path| path.ends_with(".js")) {
        site.set(&path, Override::new().later(STRANGE));
    }
    open_snippet(browser, &site, "en");
    browser.put(json!({ "lang": "en" }), json!({}));
    browser.until_screen("start");
    for life in 1..4 {
        browser.js("noted.insertBefore = Node.prototype.insertBefore;
             Node.prototype.insertBefore = () => { throw new DOMException('broken on purpose'); };");
        browser.js("widget().start(); await drawn()");
        browser.js("Node.prototype.insertBefore = noted.insertBefore; await drawn()");
        drop(browser.expect_event_count("errors", "pf-error", life));
        browser.js("faults.length = 0");
        browser.js("widget().assessment = 'company'; widget().assessment = 'partner'; await widget().ready");
        browser.until_screen("start");
    }
    browser.hurry_to("result", &answer_sheet::good(&open(&file("partner"))));
    only_one_script(browser, &site);
}
