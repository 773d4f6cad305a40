//! Texts never become markup: every text of this assessment tries to be code, and a reader answers it to the result.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::answer_sheet::{self, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![Check::new("ux-08 text never becomes markup", hostile)]
}

const PAYLOADS: [&str; 14] = [
    "<img src=x onerror=\"window.ran=1\">",
    "<script>window.ran=1</script>",
    "\"><svg onload=window.ran=1>",
    "'><iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "javascript:window.ran=1",
    "<a href=\"javascript:window.ran=1\">x</a>",
    "{{constructor.constructor('window.ran=1')()}}",
    "${window.ran=1}",
    "&lt;b&gt;&amp;&#60;i&#62;",
    "<style>*{display:none}</style>",
    "]]><!--<x-unknown>-->",
    "<math><mtext><table><mglyph><style><img src onerror=window.ran=1>",
    "%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E",
    "</textarea></title></fieldset><form action=//evil.example><button>x</button>",
];

/// Replaces every text by the next payload, with a number that makes it unique.
fn fill(value: &mut Value, used: &mut Vec<String>) {
    match value {
        Value::Object(entries) if entries.contains_key("en") && entries.contains_key("nl") => {
            // The forms about a candidate are shown in their place, not beside them.
            entries.retain(|language, _| answer_sheet::languages().contains(&language.as_str()));
            for text in entries.values_mut() {
                used.push(format!("{} №{}", PAYLOADS[used.len() % PAYLOADS.len()], used.len()));
                *text = json!(used.last());
            }
        }
        Value::Object(entries) => entries.values_mut().for_each(|value| fill(value, used)),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, used)),
        _ => {}
    }
}

/// The elements and attributes of the views; a payload that became markup would add others.
const FOREIGN: &str = "all('*').filter((node) => !node.matches('slot[name=intro]:empty, slot[name=cta]:empty, slot[name=footer]:empty') && !['div','section','h1','h2','h3','h4','h5','h6','p','ul','ol','li','dl','dt','dd','form',
        'button','fieldset','legend','label','input','span','a','strong','svg','rect','line','g','details','summary','table',
        'caption','thead','tbody','tr','th','td','select','option','textarea','bdi','title','desc','circle','path','text'].includes(node.localName)
    || [...node.attributes].some((attribute) => attribute.name.startsWith('on') || attribute.name === 'style' || attribute.name === 'srcdoc'
        || (['href', 'action', 'formaction', 'src'].includes(attribute.name) && !attribute.value.startsWith('#question-'))))
    .map((node) => node.outerHTML)";

fn hostile(browser: &Browser) {
    let mut model = file("partner");
    model.as_object_mut().unwrap().remove("profile");
    // The advice shows only entries that the answers call for; nearly everything else is shown.
    let mut advice = model.as_object_mut().unwrap().remove("advice").unwrap();
    let (mut used, mut advised) = (Vec::new(), Vec::new());
    fill(&mut model, &mut used);
    advised.resize(used.len(), String::new());
    fill(&mut advice, &mut advised);
    let advised = advised.split_off(used.len());
    model["advice"] = advice;
    // Placeholders are filled in by other code.
    model["profile"] = json!({ "vendor": { "en": PAYLOADS[0], "nl": PAYLOADS[2] } });
    model["intro"] = json!({ "en": "By {vendor} №profile", "nl": "{vendor}" });
    model["version"] = json!("<b>1</b>");
    let assessment = open(&model);

    let mut shown = BTreeSet::new();
    for sheet in [answer_sheet::mixed, answer_sheet::gated] {
        browser.open_plain(json!({ "lang": "en" }), json!({ "model": model }));
        let fixed: BTreeSet<String> = browser.now("Object.keys(window)");
        let mut see = |when: &str| {
            browser.expect(&format!("elements that no view makes, {when}"), FOREIGN, json!([]));
            browser.expect(&format!("whether anything ran, {when}"), "window.ran ?? null", Value::Null);
            let [words, label]: [String; 2] =
                browser.now("[root().querySelector('div').textContent, part('base').getAttribute('aria-label')]");
            shown.extend(
                used.iter().chain(&advised).filter(|text| words.contains(*text) || label.contains(*text)).cloned(),
            );
            expect_that("nothing decoded twice", !words.contains("<b>&<i>"), &words);
        };
        browser.all_screens(&sheet(&assessment), &mut see);
        // The lines above skip the steps in between.
        browser.act("widget().reset(); widget().start()");
        browser.until_screen("step");
        for _ in 0..assessment.criteria.len() {
            see("step");
            browser.answer_all(&sheet(&assessment));
            browser.move_on();
        }
        let now: BTreeSet<String> = browser.now("Object.keys(window)");
        expect("new globals", now.difference(&fixed).cloned().collect::<Vec<_>>(), vec![]);
        browser.no_faults();
    }
    // English texts have even numbers. Reasons of gates and floors are shown when they hold, and the texts of a few
    // bands always.
    let english: Vec<&String> = used.iter().step_by(2).collect();
    let unseen: Vec<_> = english.iter().filter(|text| !shown.contains(**text)).collect();
    expect_that("nearly every English text shown as it is", unseen.len() * 10 < english.len(), &unseen);
    let advised = advised.iter().filter(|text| shown.contains(*text)).count();
    expect_that("advice shown as it is", advised > 20, advised);
    let profile: String = format!("By {} №profile", PAYLOADS[0]);
    browser.open_plain(json!({ "lang": "en" }), json!({ "model": model }));
    browser.expect("the intro, with its placeholder", "text(one('.intro'))", profile);
}
