//! What is copied, pasted into a page whose HTML is the template of a framework: Vue and Alpine read what the browser has
//! decoded, and nothing in it may look like a placeholder of theirs.

use serde_json::json;

use super::{copied, open_with, paste};
use crate::browser::Browser;
use crate::reading::expect_that;
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    FRAMEWORKS
        .iter()
        .map(|framework| {
            let name = format!("builder: words of what is copied run nothing in a template of {}", framework.name);
            Check::new(name, move |browser| words_stay_words(browser, framework))
        })
        .collect()
}

/// A framework that reads its templates from the page: where its script is, how it begins, and what shows that it has.
struct Framework {
    name: &'static str,
    script: &'static str,
    begin: &'static str,
    own: &'static str,
}

const FRAMEWORKS: [Framework; 2] = [
    Framework {
        name: "Vue",
        script: "/node_modules/vue/dist/vue.global.prod.js",
        begin: "const app = Vue.createApp({});
            app.config.compilerOptions.isCustomElement = (tag) => tag.includes('-');
            app.mount('#app');",
        own: "<p id=own>{{ 6 * 7 }}</p>",
    },
    Framework {
        name: "Alpine",
        script: "/node_modules/alpinejs/dist/cdn.js",
        begin: "",
        own: "<p id=own x-data x-text='6 * 7'></p>",
    },
];

/// Placeholders of these two and of others, each of which would run a script.
const WORDS: &str = "{{ constructor.constructor('window.ran = 1')() }}{{{ window.ran = 1 }}}[[ window.ran = 1 ]]${window.ran = 1}<% window.ran = 1 %>";

fn words_stay_words(browser: &Browser, framework: &Framework) {
    let Framework { script, begin, own, .. } = framework;
    for mode in ["element", "frame"] {
        let settings = json!({
            "partnerFitBuilder": 1, "assessment": "partner", "language": "en", "load": "eager",
            "profile": { "vendor": WORDS }, "texts": { "start.button": WORDS },
        });
        open_with(browser, &settings, mode);
        let snippet = copied(browser, "snippet");
        paste(
            browser,
            &format!(
                "<div id=app x-data>{own}{snippet}</div><script src='{script}'></script>
                 <script type=module>{begin} window.begun = true</script>"
            ),
        );
        browser.until("the page's own template", "window.begun && document.getElementById('own').textContent === '42'");
        if mode == "element" {
            browser.until_ready();
            let link: String =
                browser.now("document.querySelector('partner-fit > a').textContent.replaceAll('\u{2060}', '')");
            expect_that("the words of the link", link.contains(WORDS), &link);
            browser.act("widget().start()");
            browser.until_screen("step");
        } else {
            let title: String = browser.now("document.querySelector('iframe').title.replaceAll('\u{2060}', '')");
            expect_that("the words of the title", title.contains(WORDS), &title);
            browser.inside_nth(0, || drop(browser.until_screen("start")));
        }
        browser.expect("what ran", "window.ran ?? null", json!(null));
    }
}
