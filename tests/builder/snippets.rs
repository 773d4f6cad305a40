//! What is copied, as it is published: each snippet to the letter.

use partner_fit::builder::colour::Colour;
use partner_fit::builder::config::{Accent, Config, HandOffField};
use partner_fit::builder::site::Site;
use partner_fit::builder::snippet::{self, Mode, NAMES, Source};
use partner_fit_core::input::value::Tree;

use crate::configs::{full, read};
use crate::{catalogue, copied, text, texts};

/// A configuration with one attribute set.
fn with(attribute: &str, value: &str) -> Config {
    let mut config = Config::default();
    config.set_attribute(attribute, Some(value.to_owned()));
    config
}

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
    let mut config = with("load", "eager");
    assert_eq!(links(&config), ["engine_bg.wasm", "assessments/partner.json"].map(link));
    config.language = Some("nl".to_owned());
    assert_eq!(links(&config).last(), Some(&link("locales/nl.json")));
    // Further down a page nobody may pay for it before it is near.
    for load in [None, Some("click")] {
        config.set_attribute("load", load.map(str::to_owned));
        assert!(links(&config).is_empty());
    }
}

#[test]
fn the_element_with_everything_changed() {
    let text = text(&read(&full()).unwrap(), Mode::Element, "snippet");
    let lines: Vec<&str> = text.lines().collect();
    let expected = [
        "<style>partner-fit:not(:defined) { display: block; min-block-size: max(640px, 1400px - 160vw) } partner-fit { --pf-accent: light-dark(#0a5c9e, #8ac4ff) }</style>",
        "<script type=\"module\">",
        "  for (const widget of document.querySelectorAll(\"partner-fit#partner-fit-partner\")) {",
        "    widget.strings = {\"start.button\": \"Aan de slag\"};",
        "    if (widget.model) continue;",
        "    try {",
        "      await customElements.whenDefined(\"partner-fit\");",
        "      const { adapt } = await import(\"https://cdn.example/pf/1.2.3/partner-fit.js\");",
        "      const model = await adapt(\"partner\", {\"weights\": {\"location\": 30, \"revenue\": 0}, \"without\": [\"customer-contact\", \"contract-bar\"]});",
        "      const profile = {\"vendor\": \"Jansen \\u0026 Co\"};",
        "      widget.profile = Object.fromEntries(Object.entries(profile).filter(([name]) => name in (model.profile ?? {})));",
        "      widget.model = model;",
        "    } catch (fault) {",
        "      widget.model = String(fault);",
        "    }",
        "    widget.load = \"eager\";",
        "  }",
        "</script>",
        "<script type=\"module\" src=\"https://cdn.example/pf/1.2.3/partner-fit.js\" integrity=\"sha384-partner-fit.js\" crossorigin=\"anonymous\"></script>",
        "<partner-fit id=\"partner-fit-partner\" assessment=\"about:blank\" lang=\"nl\" theme=\"system\" layout=\"question\" about=\"candidate\" storage=\"session\" load=\"click\" heading-level=\"3\" no-review>",
    ];
    assert_eq!(lines[..expected.len()], expected);
    assert!(lines[expected.len()].ends_with(">Bent u de juiste partner voor Jansen &amp; Co?</a>"));
}

#[test]
fn the_frame() {
    let mut config = read(&full()).unwrap();
    config.hand_off.set(HandOffField::Origin, "https://www.example.com".to_owned());
    let expected = r#"<iframe data-partner-fit src="https://cdn.example/pf/1.2.3/?assessment=partner&amp;lang=nl&amp;theme=system&amp;layout=question&amp;about=candidate&amp;storage=session&amp;review=no&amp;accent=%230a5c9e%2C%238ac4ff&amp;weights=location%3A30%2Crevenue%3A0&amp;without=customer-contact%2Ccontract-bar&amp;profile-vendor=Jansen%20%26%20Co&amp;text-start.button=Aan%20de%20slag&amp;origin=https%3A%2F%2Fwww.example.com" title="Bent u de juiste partner voor Jansen &amp; Co?" loading="eager" style="border:0;width:100%;height:HEIGHTpx" sandbox="allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>
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
        ("auto", "--pf-accent: light-dark(#010203, #fafbfc) }"),
        ("light", "--pf-accent: #010203 }"),
        ("dark", "--pf-accent: #fafbfc }"),
    ] {
        let text = text(&Config { accent, ..with("theme", theme) }, Mode::Element, "snippet");
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn a_check_that_is_made_anew_waits_for_its_script_and_another_does_not() {
    let mut config = Config::default();
    config.adaptation.profile.insert("vendor".to_owned(), "Acme".to_owned());
    let plain = text(&config, Mode::Element, "snippet");
    assert!(!plain.contains("load=") && !plain.contains("adapt") && plain.contains("widget.profile"));
    config.adaptation.without.push("contract-bar".to_owned());
    let adapted = text(&config, Mode::Element, "snippet");
    assert!(adapted.contains("load=\"click\"") && adapted.contains("widget.load = \"lazy\";"));
}

#[test]
fn without_published_hashes_there_are_none_and_no_version() {
    let (config, catalogue, texts) = (read(&full()).unwrap(), catalogue(), texts("en"));
    let site = Site::new("http://127.0.0.1:8080/", false, &Tree::Null);
    let source = Source { config: &config, catalogue: &catalogue, site: &site, language: "en", texts: &texts };
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
    let mut config = Config { assessment: Some("company".to_owned()), ..Config::default() };
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
        let hears =
            if mode == Mode::Element { "addEventListener(name, (event)" } else { "frame.contentWindow === source" };
        assert!(text(&config, mode, "gtm").contains(hears));
    }
}

#[test]
fn what_cannot_be_meant_is_pointed_out() {
    let problem = |field, text: &str| {
        let mut config = Config::default();
        config.hand_off.set(field, text.to_owned());
        config.hand_off.problem(field)
    };
    for (field, good, bad) in [
        (HandOffField::Origin, "https://a.example", "https://a.example/page"),
        (HandOffField::Origin, "https://a.example:444", "www.a.example"),
        (HandOffField::HubspotPortal, "12", "12a"),
        (HandOffField::HubspotForm, "ab-12", "ab/12"),
        (HandOffField::Webhook, "https://a.example/x", "http://a.example/x"),
        (HandOffField::Mail, "a@b.example", "a b@b.example"),
    ] {
        assert_eq!((problem(field, good), problem(field, "")), (None, None), "{good}");
        assert!(problem(field, bad).is_some(), "{bad}");
    }
}

#[test]
fn a_button_whose_text_cannot_be_read_gets_another_and_no_other_does() {
    let snippet = |light, dark| {
        let accent = Some(Accent { light: Colour(light), dark: Colour(dark) });
        text(&Config { accent, ..Config::default() }, Mode::Element, "snippet")
    };
    let readable = snippet([0x0a, 0x5c, 0x9e], [0x8a, 0xc4, 0xff]);
    assert!(!readable.contains("--pf-on-accent"), "{readable}");
    let yellow = snippet([0xff, 0xcc, 0], [0xff, 0xcc, 0]);
    assert!(yellow.contains("{ --pf-accent: #ffcc00; --pf-on-accent: light-dark(#000000, #071a2b) }"), "{yellow}");
    let navy = snippet([0, 0, 0x40], [0, 0, 0x40]);
    assert!(navy.contains("{ --pf-accent: #000040; --pf-on-accent: #ffffff }"), "{navy}");
}
