//! The page in a frame: its height, what it tells and to whom, what few rights leave it, and what others cannot do to it.

use serde_json::{Value, json};

use crate::browser::{Browser, expect, expect_that};
use crate::runner::Check;
use crate::sheet::{self, ASSESSMENTS, LANGUAGES, file, open};

pub fn checks() -> Vec<Check> {
    vec![Check::new("frame: the height that is kept free is enough for every start screen", reserved)]
}

fn reserved(browser: &Browser) {
    browser.resize(1400, 900);
    for assessment in ASSESSMENTS {
        for language in LANGUAGES {
            for width in [288, 304, 320, 328, 344, 358, 374] {
                browser.open_host("/frames.html");
                let _: Value = browser.run(
                    "putFrame(...arguments[0]); return null;",
                    json!([format!("?assessment={assessment}&lang={language}"), { "style": format!("border:0;width:{width}px;height:720px") }]),
                );
                browser.until("a height", "heights('f0').length > 0");
                let client = browser.client();
                browser.command("into the frame", async { client.enter_frame(0).await });
                browser.until_screen("start");
                let height: f64 = browser.get("document.documentElement.getBoundingClientRect().height");
                let base: f64 = browser.get("part('base').getBoundingClientRect().height");
                println!("{} {assessment} {language} {width}: {height} base {base}", browser.engine);
            }
        }
    }
}
