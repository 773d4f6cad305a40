//! What is copied, as it is published: each snippet to the letter.

use partner_fit::builder::choice::{Audience, Language, Load, Mode, Theme};
use partner_fit::builder::colour::Colour;
use partner_fit::builder::config::{Accent, Config, HandOffField};
use partner_fit::builder::site::Site;
use partner_fit::builder::snippet::{self, NAMES, Source};
use partner_fit_core::input::value::Tree;

use crate::configs::{full, read};
use crate::{catalogue, copied, text, texts};

#[test]
fn the_element_as_it_is_shipped() {
    let expected = r#"<style>partner-fit:not(:defined) { display: block; min-block-size: max(640px, 1400px - 160vw) }</style>
<script type="module" src="https://cdn.example/pf/1.2.3/partner-fit.js" integrity="sha384-partner-fit.js" crossorigin="anonymous"></script>
<partner-fit assessment="partner">
  <a href="https://cdn.example/pf/1.2.3/?assessment=partner">Are you the right partner for the vendor?</a>
</partner-fit>"#;
    assert_eq!(text(&Config::default(), Mode::Element, "snippet"), expected);
}

#[test]
fn what_loads_at_once_is_asked_for_early_with_the_hashes_that_the_script_knows() {
    let links = |config: &Config| -> Vec<String> {
        let text = text(config, Mode::Element, "snippet");
        text.lines().filter(|line| line.contains("preload")).map(str::to_owned).collect()
    };
    let link = |path: &str| {
        format!(
            "<link rel=\"preload\" as=\"fetch\" href=\"https://cdn.example/pf/1.2.3/{path}\" integrity=\"sha384-{path}\" crossorigin=\"anonymous\">"
        )
    };
    let mut config = Config { load: Load::Eager, ..Config::default() };
    assert_eq!(links(&config), ["engine_bg.wasm", "assessments/partner.json"].map(link));
    config.language = Language::Nl;
    assert_eq!(links(&config).last(), Some(&link("locales/nl.json")));
    // Further down a page nobody may pay for it before it is near.
    for load in [Load::Lazy, Load::Click] {
        assert!(links(&Config { load, ..config.clone() }).is_empty());
    }
}

#[test]
fn the_element_with_everything_changed() {
    let text = text(&read(&full()).unwrap(), Mode::Element, "snippet");
    let lines: Vec<&str> = text.lines().collect();
    let expected = [
        "<style>partner-fit:not(:defined) { display: block; min-block-size: max(640px, 1400px - 160vw) } partner-fit { --pf-accent: light-dark(#0a5c9e, #8ac4ff) }</style>",
        "<script type=\"module\">",
        "  const widget = document.getElementById(\"partner-fit-partner\");",
        "  widget.strings = {\"start.button\": \"Aan de slag\"};",
        "  try {",
        "    await customElements.whenDefined(\"partner-fit\");",
        "    const { adapt } = await import(\"https://cdn.example/pf/1.2.3/partner-fit.js\");",
        "    const model = await adapt(\"partner\", {\"weights\": {\"location\": 30, \"revenue\": 0}, \"without\": [\"customer-contact\", \"contract-bar\"]});",
        "    const profile = {\"vendor\": \"Jansen \\u0026 Co\"};",
        "    widget.profile = Object.fromEntries(Object.entries(profile).filter(([name]) => name in (model.profile ?? {})));",
        "    widget.model = model;",
        "  } catch (fault) {",
        "    widget.model = String(fault);",
        "  }",
        "  widget.load = \"eager\";",
        "</script>",
        "<script type=\"module\" src=\"https://cdn.example/pf/1.2.3/partner-fit.js\" integrity=\"sha384-partner-fit.js\" crossorigin=\"anonymous\"></script>",
        "<partner-fit id=\"partner-fit-partner\" assessment=\"partner\" lang=\"nl\" theme=\"system\" layout=\"question\" storage=\"session\" load=\"click\" heading-level=\"3\" no-review>",
    ];
    assert_eq!(lines[..expected.len()], expected);
    assert!(lines[expected.len()].ends_with(">Bent u de juiste partner voor Jansen &amp; Co?</a>"));
}

#[test]
fn the_frame() {
    let mut config = read(&full()).unwrap();
    config.hand_off.set(HandOffField::Origin, "https://www.example.com".to_owned());
    let expected = r#"<iframe data-partner-fit src="https://cdn.example/pf/1.2.3/?assessment=partner&amp;lang=nl&amp;theme=system&amp;layout=question&amp;storage=session&amp;review=no&amp;accent=%230a5c9e%2C%238ac4ff&amp;weights=location%3A30%2Crevenue%3A0&amp;without=customer-contact%2Ccontract-bar&amp;profile-vendor=Jansen%20%26%20Co&amp;text-start.button=Aan%20de%20slag&amp;origin=https%3A%2F%2Fwww.example.com" title="Bent u de juiste partner voor Jansen &amp; Co?" loading="eager" style="border:0;width:100%;height:HEIGHTpx" sandbox="allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>
<script async src="https://cdn.example/pf/1.2.3/resize.js" integrity="sha384-resize.js" crossorigin="anonymous"></script>"#;
    let found = text(&config, Mode::Frame, "snippet");
    assert_eq!(found, expected.replace("HEIGHT", &snippet::FRAME_HEIGHT.to_string()));
    // A wish for another site's events is no part of the address that anybody can open.
    assert!(!text(&config, Mode::Element, "snippet").contains("&amp;origin="));
}

#[test]
fn the_accent_is_that_of_the_schemes_that_can_be_seen() {
    let accent = Some(Accent { light: Colour([1, 2, 3]), dark: Colour([250, 251, 252]) });
    for (theme, expected) in [
        (Theme::Auto, "--pf-accent: light-dark(#010203, #fafbfc) }"),
        (Theme::Light, "--pf-accent: #010203 }"),
        (Theme::Dark, "--pf-accent: #fafbfc }"),
    ] {
        let text = text(&Config { theme, accent, ..Config::default() }, Mode::Element, "snippet");
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn a_check_that_is_made_anew_waits_for_its_script_and_another_does_not() {
    let mut config = Config { load: Load::Lazy, ..Config::default() };
    config.own.profile.insert("vendor", "Acme".to_owned());
    let plain = text(&config, Mode::Element, "snippet");
    assert!(!plain.contains("load=") && !plain.contains("adapt") && plain.contains("widget.profile"));
    config.own.without.push("contract-bar".to_owned());
    let adapted = text(&config, Mode::Element, "snippet");
    assert!(adapted.contains("load=\"click\"") && adapted.contains("widget.load = \"lazy\";"));
}

#[test]
fn without_published_hashes_there_are_none_and_no_version() {
    let (config, catalogue, words) = (read(&full()).unwrap(), catalogue(), texts("en"));
    let site = Site::new("http://127.0.0.1:8080/", false, &Tree::Null);
    let source = Source { config: &config, catalogue: &catalogue, site: &site, language: "en", words: &words };
    for mode in [Mode::Element, Mode::Frame] {
        for snippet in snippet::all(&source, mode) {
            assert!(!snippet.text.contains("integrity"), "{}", snippet.text);
        }
    }
}

#[test]
fn wordpress_takes_the_snippet_as_a_block_and_the_frame_as_a_shortcode() {
    let config = Config::default();
    for mode in [Mode::Element, Mode::Frame] {
        let snippet = text(&config, mode, "snippet");
        assert_eq!(text(&config, mode, "block"), format!("<!-- wp:html -->\n{snippet}\n<!-- /wp:html -->"));
        let frame = text(&config, Mode::Frame, "snippet").replace('\'', "\\'");
        let expected = format!("add_shortcode('partner_fit', function () {{\n    return '{frame}';\n}});");
        assert_eq!(text(&config, mode, "shortcode"), expected);
    }
}

#[test]
fn every_text_has_a_name_that_the_page_knows() {
    for mode in [Mode::Element, Mode::Frame] {
        let names: Vec<&str> = copied(&Config::default(), mode).iter().map(|snippet| snippet.name).collect();
        assert_eq!(names, NAMES);
    }
}

#[test]
fn the_recipes_carry_what_was_filled_in_and_an_example_where_nothing_was() {
    let mut config = Config { audience: Audience::Company, ..Config::default() };
    assert!(text(&config, Mode::Element, "mail").contains("mailto:you@example.com"));
    for (field, value) in [
        (HandOffField::HubspotPortal, "123"),
        (HandOffField::HubspotForm, "ab-cd"),
        (HandOffField::Consent, "We may call you."),
        (HandOffField::Webhook, "https://hooks.example/x?y=1"),
        (HandOffField::Mail, "info@example.org"),
    ] {
        config.hand_off.set(field, value.to_owned());
    }
    for mode in [Mode::Element, Mode::Frame] {
        let hubspot = text(&config, mode, "hubspot");
        assert!(hubspot.contains("\"https://api.hsforms.com/submissions/v3/integration/submit/123/ab-cd\""));
        assert!(hubspot.contains("\"consent\": \"We may call you.\"") && hubspot.contains("legalConsentOptions"));
        assert!(text(&config, mode, "webhook").contains("fetch(\"https://hooks.example/x?y=1\", {"));
        assert!(text(&config, mode, "mail").contains("\"mailto:info@example.org\""));
        let all = copied(&config, mode);
        let policy = |name| all.iter().find(|one| one.name == name).map(|one| one.policy.clone()).unwrap();
        assert!(policy("webhook").ends_with("connect-src https://hooks.example;"), "{}", policy("webhook"));
        // Each hears in its own way.
        let hears = if mode == Mode::Element { "pf-complete\", (event)" } else { "frame.contentWindow === source" };
        assert!(text(&config, mode, "gtm").contains(hears));
    }
}

#[test]
fn what_cannot_be_meant_is_pointed_out() {
    let fault = |field, text: &str| {
        let mut config = Config::default();
        config.hand_off.set(field, text.to_owned());
        config.hand_off.fault(field)
    };
    for (field, good, bad) in [
        (HandOffField::Origin, "https://a.example", "https://a.example/page"),
        (HandOffField::Origin, "https://a.example:444", "www.a.example"),
        (HandOffField::HubspotPortal, "12", "12a"),
        (HandOffField::HubspotForm, "ab-12", "ab/12"),
        (HandOffField::Webhook, "https://a.example/x", "http://a.example/x"),
        (HandOffField::Mail, "a@b.example", "a b@b.example"),
    ] {
        assert_eq!((fault(field, good), fault(field, "")), (None, None), "{good}");
        assert!(fault(field, bad).is_some(), "{bad}");
    }
}
