//! The hand-offs in the page that embeds the widget, with their servers replaced by a record: each sends what its page
//! says, no more, and not earlier.

use serde_json::{Value, json};

use super::{copied, open_with, paste};
use crate::answer_sheet::{self, Sheet, file, open};
use crate::browser::Browser;
use crate::reading::{expect, expect_that};
use crate::runner::Check;

pub fn checks() -> Vec<Check> {
    vec![
        Check::new("builder: the hand-offs beside the element carry what they say", |browser| {
            hand_offs(browser, "element")
        }),
        Check::new("builder: the hand-offs beside the frame carry what they say", |browser| {
            hand_offs(browser, "frame")
        }),
        Check::new("builder: without a hand-off nothing is sent", nothing),
    ]
}

/// Requests to others are recorded and answered; those of the widget go through.
const RECORD: &str = "<script>
    window.sent = [];
    const real = window.fetch;
    window.fetch = (url, options) => {
        if (!/hsforms|hook/.test(String(url))) return real(url, options);
        sent.push({ url: String(url), method: options.method, body: JSON.parse(options.body) });
        return Promise.resolve(new Response('{}'));
    };
</script>";

fn config(browser: &Browser) -> Value {
    json!({
        "partnerFitBuilder": 1, "language": "en",
        "handOff": {
            "origin": browser.hosts.origin().replace("http:", "https:"), "hubspotPortal": "123", "hubspotForm": "ab-cd",
            "consent": "I agree </script> that \"you\" call me.", "webhook": "https://a.example/hook", "mail": "me@a.example",
        },
    })
}

fn answers() -> Sheet {
    answer_sheet::good(&open(&file("partner")))
}

/// Answers everything in the element, or in the frame.
fn walk(browser: &Browser, mode: &str) {
    if mode == "frame" {
        browser.enter_only();
    }
    browser.until_screen("start");
    browser.hurry_to("result", &answers());
    if mode == "frame" {
        browser.leave();
    }
}

fn hand_offs(browser: &Browser, mode: &str) {
    open_with(browser, &config(browser), mode);
    let names = ["snippet", "gtm", "hubspot", "webhook", "mail"];
    let mut texts = names.map(|name| copied(browser, name));
    // The servers of this test have no certificate, but the builder expects an https address.
    let origin = browser.hosts.origin();
    let encode = |address: &str| address.replace(':', "%3A").replace('/', "%2F");
    texts[0] = texts[0].replace(&encode(&origin.replace("http:", "https:")), &encode(&origin));
    paste(browser, &format!("{RECORD}{}", texts.join("\n")));
    walk(browser, mode);

    browser.until("the event for the tag manager", "window.dataLayer?.length === 1");
    let pushed: Value = browser.now("dataLayer[0]");
    let band = pushed["partner_fit_band"].clone();
    expect("the event", pushed["event"].clone(), json!("partner_fit_complete"));
    expect("the check", pushed["partner_fit_assessment"].clone(), json!("partner"));
    let score = pushed["partner_fit_score"].as_f64().unwrap_or_default();
    expect_that("a whole score", score > 0.0 && score.fract() == 0.0, &pushed);
    expect("keys", pushed.as_object().map(|keys| keys.len()), Some(5));

    // Only the webhook, which announces that, has sent something so far.
    let sent: Vec<Value> =
        browser.until_that("the webhook's request", "(await drawn(), sent)", |sent: &Vec<Value>| !sent.is_empty());
    expect("requests before anybody agreed", sent.len(), 1);
    expect("webhook", (&sent[0]["url"], &sent[0]["method"]), (&json!("https://a.example/hook"), &json!("POST")));
    let body = sent[0]["body"].as_object().cloned().unwrap_or_default();
    let mut keys: Vec<&str> = body.keys().map(String::as_str).collect();
    keys.sort_unstable();
    expect("what is sent", keys, vec!["assessment", "band", "page", "score", "selfReported", "version"]);
    expect("the band", body["band"].clone(), band.clone());

    // The form asks for both before it sends.
    let form = "document.querySelector('.partner-fit-contact')";
    browser.js(&format!("{form}.querySelector('button').click(); await drawn()"));
    browser.expect("requests without a word", "sent.length", 1);
    browser.js(&format!("{form}.querySelector('[type=email]').value = 'x@a.example'; {form}.querySelector('button').click(); await drawn()"));
    browser.expect("requests without consent", "sent.length", 1);
    browser.until_that("what is agreed to", &format!("{form}.textContent"), |text: &String| {
        text.contains("I agree </script> that \"you\" call me.")
    });
    browser.js(&format!("{form}.querySelector('[type=checkbox]').click(); {form}.querySelector('button').click()"));
    browser.until("the thanks", &format!("{form}.textContent.includes('Thank you')"));
    let hubspot: Value = browser.now("sent[1]");
    expect(
        "HubSpot",
        hubspot["url"].as_str(),
        Some("https://api.hsforms.com/submissions/v3/integration/submit/123/ab-cd"),
    );
    let field = |name: &str| {
        let fields = hubspot["body"]["fields"].as_array().cloned().unwrap_or_default();
        fields.iter().find(|field| field["name"] == name).map(|field| field["value"].clone())
    };
    expect("e-mail", field("email"), Some(json!("x@a.example")));
    expect("band", field("partner_fit_band"), Some(band.clone()));
    expect("score", field("partner_fit_score"), Some(json!(format!("{score}"))));
    let consent = &hubspot["body"]["legalConsentOptions"]["consent"];
    expect("consent", consent["consentToProcess"].clone(), json!(true));
    expect("its words", consent["text"].as_str(), Some("I agree </script> that \"you\" call me."));

    let link: String = browser.until_some("the mail", "document.querySelector('.partner-fit-mail a').href");
    expect_that("a mail to the address", link.starts_with("mailto:me@a.example?subject="), &link);
    let label: String = browser.now("decodeURIComponent(document.querySelector('.partner-fit-mail a').href)");
    let bands = file("partner")["bands"].as_array().cloned().unwrap_or_default();
    let words =
        bands.iter().find(|one| one["id"] == band).and_then(|one| one["label"]["en"].as_str()).unwrap_or("no band");
    expect_that("the band in words and the score", label.contains(&format!("{words}, {score} of 100")), &label);
    browser.expect("forms and links", "document.querySelectorAll('.partner-fit-contact, .partner-fit-mail').length", 2);
    browser.expect("faults", "faults", Vec::<String>::new());
}

/// The widget itself sends nothing: from the result back to the first question there is no request.
fn nothing(browser: &Browser) {
    open_with(browser, &config(browser), "element");
    paste(browser, &format!("{RECORD}{}", copied(browser, "snippet")));
    browser.until_screen("start");
    browser.until("ready", "await widget().ready.then(() => true)");
    drop(browser.asked(&browser.site));
    walk(browser, "element");
    expect("files", browser.asked(&browser.site), vec![]);
    browser.expect("requests", "sent.length", 0);
}
