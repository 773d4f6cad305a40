//! The page itself: choosing, undoing, files, colours, copying; by keyboard alone, for axe, narrow, under its policy.

use serde_json::{Value, json};
use test_support::serve::STRICT_POLICY;

use super::{config, copied, open, open_file, ready};
use crate::browser::{Browser, expect, expect_that};
use crate::checks::{axe, layout};
use crate::keyboard::{DOWN, ENTER, SPACE};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("builder: the page of checks leads to it", leads),
        Check::new("builder: what is chosen shows in the widget and in the text", shows),
        Check::new("builder: a file that is saved opens again as it was", saved),
        Check::new("builder: a broken file is told by its paths and changes nothing", broken),
        Check::new("builder: undo and redo, by buttons and by keys outside of fields", undo),
        Check::new("builder: a colour that cannot be read comes with the nearest that can", contrast),
        Check::new("builder: copying, and what is left where the clipboard is refused", clipboard),
        Check::new("builder: from the first choice to the copied text by keyboard alone", keyboard),
        Check::new("builder: axe finds nothing, in every state, light and dark, en and nl", accessible),
        Check::new("builder: nothing to scroll sideways at 320 px", narrow),
        Check::new("builder: targets are 44 px high, and none is below 24", targets),
        Check::new("builder: the page under its policy, no violation", policy),
    ]
}

fn click(browser: &Browser, selector: &str) {
    browser.js(&format!("document.querySelector(`{selector}`).click(); await settle(2)"));
}

fn type_into(browser: &Browser, id: &str, text: &str) {
    let _: Value = browser.run(
        "const field = document.getElementById(arguments[0][0]);
         field.value = arguments[0][1];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         await settle(2); return null;",
        json!([id, text]),
    );
}

fn status(browser: &Browser) -> String {
    browser.get("document.querySelector('.status').textContent")
}

fn value(browser: &Browser, id: &str) -> String {
    browser.get(&format!("document.getElementById('{id}').value"))
}

/// What "Download settings" saves.
fn file(browser: &Browser) -> Value {
    let text: String = browser.run(
        "let saved; const real = URL.createObjectURL;
         URL.createObjectURL = (blob) => { saved = blob; return real.call(URL, blob); };
         document.getElementById('download').click();
         await settle(4); URL.createObjectURL = real;
         return saved.text();",
        Value::Null,
    );
    serde_json::from_str(&text).expect("JSON")
}

fn leads(browser: &Browser) {
    browser.open(&browser.site.url("/?lang=nl&theme=dark"));
    browser.click("document.querySelector('a[href*=builder]')");
    ready(browser);
    expect("language", browser.get::<String>("document.documentElement.lang").as_str(), "nl");
    expect("title", browser.get::<String>("document.title").as_str(), "Zet het op uw site · Partner-fit");
    expect("theme", browser.get::<String>("document.documentElement.dataset.theme").as_str(), "dark");
}

fn shows(browser: &Browser) {
    open(browser, "en", "light");
    click(browser, "input[name=assessment][value=company]");
    browser.until(
        "the other check",
        "text(part('heading'))?.includes('company') || text(part('heading'))?.includes('channel')",
    );
    expect("its text", copied(browser, "snippet").contains("<partner-fit assessment=\"company\">"), true);
    click(browser, "input[name=assessment][value=partner]");
    click(browser, "input[name=language][value=nl]");
    browser.until("Dutch", "root().querySelector('div').lang === 'nl'");
    type_into(browser, "profile-vendor", "Acme");
    browser.until("the name", "text(part('heading'))?.includes('Acme')");
    type_into(browser, "text-start.button", "Aan de slag");
    browser.until("the button", "text(part('button--primary')) === 'Aan de slag'");
    click(browser, "input[name='ask-customer-overlap']");
    browser.until("a question less", "!!root() && root().textContent.includes('13 ')");
    click(browser, "input[name=theme][value=dark]");
    expect("theme", browser.get::<String>("widget().theme").as_str(), "dark");
    type_into(browser, "weight-location", "24");
    let share: String = browser.get("document.getElementById('share-location').textContent");
    expect("share", share.as_str(), "21%");
    click(browser, "input[name=width][value=phone]");
    let width: f64 = browser.get("widget().getBoundingClientRect().width");
    expect("width of a phone", width, 390.0);
    for (selector, attribute, expected) in [
        ("input[name=layout][value=all]", "layout", "all"),
        ("input[name=storage][value=session]", "storage", "session"),
        ("input[name=heading-level][value='4']", "heading-level", "4"),
        ("input[name=review]", "no-review", ""),
    ] {
        click(browser, selector);
        let found: Value = browser.get(&format!("widget().getAttribute('{attribute}')"));
        expect(attribute, found, json!(expected));
    }
    let snippet = copied(browser, "snippet");
    for part in [
        "lang=\"nl\"",
        "theme=\"dark\"",
        "layout=\"all\"",
        "no-review",
        "\"location\": 24",
        "\"customer-overlap\"",
        "Acme",
    ] {
        expect_that(&format!("{part} in the text"), snippet.contains(part), &snippet);
    }
    browser.js("await widget().ready");
    expect("problems", browser.get::<String>("document.getElementById('preview-problem').textContent"), String::new());
}

fn saved(browser: &Browser) {
    open(browser, "en", "light");
    open_file(browser, &config().to_string());
    browser.until("the file", "document.querySelector('.status').textContent === 'Your settings are open.'");
    let first = file(browser);
    expect("the file", first.clone(), config());
    let snippet = copied(browser, "snippet");
    open(browser, "en", "light");
    expect_that("another text", copied(browser, "snippet") != snippet, &snippet);
    open_file(browser, &first.to_string());
    browser.until("the file", "document.querySelector('.status').textContent === 'Your settings are open.'");
    expect("the file again", file(browser), first);
    expect("the text", copied(browser, "snippet"), snippet);
}

fn broken(browser: &Browser) {
    open(browser, "nl", "light");
    type_into(browser, "profile-vendor", "Acme");
    let before = copied(browser, "snippet");
    let mut file = config();
    file["theme"] = json!("drak");
    file["weights"] = json!({ "locaton": 3 });
    open_file(browser, &file.to_string());
    browser.until("the problems", "!!document.getElementById('problems')");
    browser.until("the focus on them", "document.activeElement.id === 'problems'");
    let found: Vec<String> = browser.get("[...document.querySelectorAll('#problems li')].map(text)");
    expect("problems", found.len(), 2);
    for (place, part) in [
        (0, "theme"),
        (0, "got \"drak\""),
        (0, "did you mean \"dark\"?"),
        (1, "weights.locaton"),
        (1, "expected one of"),
    ] {
        expect_that(part, found[place].contains(part), &found);
    }
    expect("said", status(browser).as_str(), "Dit bestand kan niet worden geopend. Er is niets veranderd.");
    open_file(browser, "{ no json");
    browser.until("one problem", "document.querySelectorAll('#problems li').length === 1");
    expect("the text", copied(browser, "snippet"), before);
    expect("what was typed", value(browser, "profile-vendor").as_str(), "Acme");
    open_file(browser, &config().to_string());
    browser.until("no problems", "!document.getElementById('problems')");
}

fn undo(browser: &Browser) {
    open(browser, "en", "light");
    let shipped = copied(browser, "snippet");
    click(browser, "input[name=theme][value=dark]");
    type_into(browser, "profile-vendor", "A");
    type_into(browser, "profile-vendor", "Ac");
    click(browser, "#undo");
    expect("one step for one field", value(browser, "profile-vendor").as_str(), "");
    click(browser, "#undo");
    expect("the text", copied(browser, "snippet"), shipped.clone());
    expect("nothing to undo", browser.get::<String>("document.getElementById('undo').ariaDisabled").as_str(), "true");
    click(browser, "#undo");
    expect("said", status(browser).as_str(), "There is nothing to undo.");
    let keys = |key: &str, shift: bool, on: &str| {
        let _: Value = browser.run(
            "const [key, shiftKey, on] = arguments[0];
             const event = new KeyboardEvent('keydown', { key, ctrlKey: true, shiftKey, bubbles: true, cancelable: true, composed: true });
             document.querySelector(on).dispatchEvent(event); await settle(2); return null;",
            json!([key, shift, on]),
        );
    };
    keys("Z", true, "#redo");
    keys("Z", true, "body");
    expect("both again", value(browser, "profile-vendor").as_str(), "Ac");
    keys("z", false, "#profile-vendor");
    expect("the field's own undo is left alone", value(browser, "profile-vendor").as_str(), "Ac");
    keys("z", false, "input[name=theme]");
    expect("undone from a radio", value(browser, "profile-vendor").as_str(), "");
    keys("Z", true, "body");
    click(browser, "#reset");
    browser.until("the focus on the question", "document.activeElement.id === 'confirm'");
    click(browser, "#reset-no");
    expect("kept", value(browser, "profile-vendor").as_str(), "Ac");
    click(browser, "#reset");
    click(browser, "#reset-yes");
    expect("the text as shipped", copied(browser, "snippet"), shipped);
    browser.until("the focus back", "document.activeElement.id === 'reset'");
    click(browser, "#undo");
    expect("and back", value(browser, "profile-vendor").as_str(), "Ac");
}

fn contrast(browser: &Browser) {
    open(browser, "en", "light");
    let offers = "document.querySelectorAll('.offer').length";
    expect("offers for our own colour", browser.get::<usize>(offers), 0);
    type_into(browser, "accent-light", "#ff66");
    expect("what is typed half changes nothing", copied(browser, "snippet").contains("--pf-accent"), false);
    type_into(browser, "accent-light", "#ff6600");
    expect("on light alone: orange can be read on dark", browser.get::<usize>(offers), 1);
    type_into(browser, "accent-light", "#777777");
    expect("offers, for each scheme", browser.get::<usize>(offers), 2);
    expect_that(
        "the reason",
        browser.get::<String>("document.getElementById('accent-light-verdict').textContent").contains("needs 4.5 : 1"),
        (),
    );
    click(browser, "#accent-light-offer");
    click(browser, "#accent-dark-offer");
    expect("offers left", browser.get::<usize>(offers), 0);
    let snippet = copied(browser, "snippet");
    expect_that("a colour for each", snippet.contains("--pf-accent: light-dark(#"), &snippet);
    // What the widget then shows, measured in the browser itself.
    for theme in ["light", "dark"] {
        click(browser, &format!("input[name=theme][value={theme}]"));
        browser.until("colours at rest", "root().getAnimations().filter(({ effect }) => !effect.target.closest('details:not([open]) > :not(summary)')).length === 0");
        let pair: f64 = browser.get("(() => { const button = getComputedStyle(part('button--primary')); return contrast(button.color, button.backgroundColor); })()");
        expect_that(&format!("a ratio of 4.5 on {theme}"), pair >= 4.5, pair);
        expect(
            "fields, for the scheme that is seen",
            browser.get::<usize>("document.querySelectorAll('.scheme').length"),
            1,
        );
    }
}

fn clipboard(browser: &Browser) {
    open(browser, "en", "light");
    browser.js("window.written = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { written.push(text); } } });");
    click(browser, ".snippet:has(#copy-snippet) button");
    browser.until("the text", "written.length === 1");
    expect("what was copied", browser.get::<String>("written[0]"), copied(browser, "snippet"));
    browser.until("said beside it", "document.getElementById('copy-snippet-said').textContent === 'Copied.'");
    expect("and aloud", status(browser).as_str(), "Copied.");
    for refusing in ["{ writeText: () => Promise.reject(new Error('no')) }", "undefined"] {
        browser
            .js(&format!("Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {refusing} }})"));
        click(browser, ".snippet:has(#copy-policy) button");
        browser.until("the focus in the text", "document.activeElement.id === 'copy-policy'");
        let selected: bool = browser.get("(({ selectionStart, selectionEnd, value }) => selectionStart === 0 && selectionEnd === value.length)(document.activeElement)");
        expect("all of it selected", selected, true);
        expect_that("what to do", status(browser).contains("Ctrl+C"), status(browser));
    }
}

fn keyboard(browser: &Browser) {
    open(browser, "en", "light");
    browser.js("window.written = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { written.push(text); } } });");
    browser.tab_to("the check", "it.name === 'assessment'");
    browser.press([DOWN]);
    browser.until("the other check", "document.querySelector('[name=assessment][value=company]').checked");
    browser.tab_to("the language", "it.name === 'language'");
    browser.press([DOWN, DOWN]);
    browser.tab_to("the accent", "it.id === 'accent-light'");
    browser.press("#7a1f5c".chars());
    browser.tab_to("the weights", "it.localName === 'summary' && it.closest('#section-weights')");
    browser.press([ENTER]);
    browser.tab_to("a stepper", "it.classList.contains('step')");
    browser.tab_to("more of it", "it.classList.contains('step') && it.textContent === '+'");
    browser.press([ENTER, ENTER]);
    browser.tab_to("the questions", "it.localName === 'summary' && it.closest('#section-questions')");
    browser.press([ENTER]);
    browser.tab_to("a question", "it.type === 'checkbox'");
    browser.press([SPACE]);
    browser.tab_to("the way it stands", "it.name === 'mode'");
    browser.press([DOWN]);
    browser.until("the frame", "document.getElementById('copy-snippet').value.startsWith('<iframe')");
    browser.tab_to("the button", "it.matches('.snippet:has(#copy-snippet) button')");
    browser.press([ENTER]);
    browser.until("the text", "written.length === 1");
    let text: String = browser.get("written[0]");
    for part in ["assessment=company", "lang=nl", "accent=%237a1f5c", "weights=", "without="] {
        expect_that(&format!("{part} in what was copied"), text.contains(part), &text);
    }
}

/// Each state that differs in what is shown, with everything unfolded.
fn states(browser: &Browser, mut visit: impl FnMut(&str)) {
    browser.js("for (const fold of document.querySelectorAll('#tool details')) fold.open = true; await settle(4)");
    visit("as it is shipped");
    type_into(browser, "accent-light", "#777777");
    type_into(browser, "profile-vendor", "Acme");
    click(browser, "#reset");
    visit("a colour that cannot be read, asking");
    click(browser, "#reset-no");
    open_file(browser, "{\"theme\": 1, \"a-key-that-nobody-knows-and-that-is-rather-long\": 2}");
    browser.until("the problems", "!!document.getElementById('problems')");
    type_into(browser, "accent-light", "#12");
    click(browser, "input[name=mode][value=frame]");
    type_into(browser, "hand-off-mail", "nobody");
    visit("problems, half a colour, the frame, a fault");
}

fn accessible(browser: &Browser) {
    open(browser, "en", "light");
    axe::inject(browser);
    let mut seen = 0;
    states(browser, |state| {
        for (theme, language) in axe::combinations(browser) {
            axe::set(browser, theme, language);
            let found = axe::violations(browser).into_iter();
            // The widget shows the colour that cannot be read as it would look; the page says so beside it.
            let warned = |one: &String| state.contains("colour") && one.starts_with("color-contrast: partner-fit,");
            let found: Vec<String> = found.filter(|one| !warned(one)).collect();
            expect(&format!("violations, {state}, {theme}, {language}"), found, vec![]);
        }
        seen += 1;
    });
    expect("states", seen, 3);
}

fn narrow(browser: &Browser) {
    for language in crate::sheet::languages() {
        let page = browser.site.url(&format!("/builder.html?lang={language}"));
        browser.open_host(&format!("/narrow.html?show={}", page.replace('&', "%26")));
        let client = browser.client();
        browser.command("into the frame", async { client.enter_frame(0).await });
        ready(browser);
        expect("width of the window", browser.get("innerWidth"), 320);
        states(browser, |state| {
            let over: Vec<String> = browser.get(
                "[...document.querySelectorAll('body *')].filter((node) => shown(node) && !node.closest('.unseen, svg > *')
                    && (node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1))
                    .map((node) => `${name(node)}.${node.className} ${JSON.stringify(node.getBoundingClientRect())}`)",
            );
            expect(&format!("wider than the window, {language}, {state}"), over, vec![]);
            let wide: [i32; 2] =
                browser.get("[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]");
            expect_that("nothing to scroll sideways", wide[0] <= wide[1], wide);
            let inside: Vec<String> = browser.get(layout::OVERHANG);
            expect("in the widget", inside, vec![]);
        });
    }
}

fn targets(browser: &Browser) {
    open(browser, "en", "light");
    browser.js("for (const fold of document.querySelectorAll('#tool details')) fold.open = true; await settle(4)");
    let low: Vec<String> = browser.get(
        "[...document.querySelectorAll('button, .tile, summary, input.text, select, .widths label, .tick, input[type=color], main a')]
            .filter((node) => shown(node) && node.getBoundingClientRect().height < (node.matches('.tick, main a, header *') ? 24 : 44))
            .map((node) => `${name(node)}.${node.className} ${node.getBoundingClientRect().height}`)",
    );
    let low: Vec<String> =
        low.into_iter().filter(|one| !one.starts_with("select#language") && !one.starts_with("select#theme")).collect();
    expect("lower than 44 px", low, vec![]);
}

fn policy(browser: &Browser) {
    let policy = format!("{STRICT_POLICY}; report-uri /reports");
    browser.site.set_policy("/builder.html", &policy);
    open(browser, "nl", "dark");
    states(browser, |_| ());
    let reports = || browser.site.take_requests().into_iter().filter(|request| request.path == "/reports").count();
    browser
        .js("const style = document.createElement('style'); style.textContent = 'i{}'; document.body.append(style);");
    let mut told = 0;
    browser.wait_for("a report of the violation made on purpose", || {
        told += reports();
        if told > 0 { Ok(()) } else { Err("none".to_owned()) }
    });
    expect("reports, with the one made on purpose", told, 1);
    expect(
        "a style attribute that was written",
        browser.get("document.querySelectorAll('[style]:not(partner-fit)').length"),
        0,
    );
}
