//! Contrast against known pairs, the nearest colour that passes, and the widget's own sheet as the source of its colours.

use partner_fit::builder::colour::{BORDER, Colour, DARK, LIGHT, Scheme, TEXT};
use proptest::prelude::*;

use crate::common::root;

fn colour(text: &str) -> Colour {
    Colour::read(text).unwrap_or_else(|| panic!("expected a colour, got {text}"))
}

#[test]
fn hex_is_read_in_every_form_and_nothing_else_is() {
    for text in ["#0a5c9e", "0A5C9E", " #0a5c9e "] {
        assert_eq!(colour(text), Colour([0x0a, 0x5c, 0x9e]), "{text}");
    }
    assert_eq!(colour("#fc0").to_string(), "#ffcc00");
    for text in ["", "#", "#12", "#1234", "#12345g", "red", "#1234567", "##123456", "é23456"] {
        assert_eq!(Colour::read(text), None, "{text}");
    }
}

#[test]
fn contrast_is_that_of_known_pairs() {
    // Published examples: black on white, the greys on either side of 4.5, and primary colours on white.
    for (a, b, ratio) in [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#ffffff", 1.37),
    ] {
        let found = colour(a).contrast(colour(b));
        assert!((found - ratio).abs() < 0.005, "{a} on {b}: expected {ratio}, got {found}");
        assert_eq!(found.to_bits(), colour(b).contrast(colour(a)).to_bits());
    }
}

#[test]
fn the_colours_of_the_schemes_are_those_of_the_widget() {
    let sheet = std::fs::read_to_string(root().join("static/element/styles/base.css")).unwrap();
    let short = |colour: Colour| colour.to_string().replace("#ffffff", "#fff");
    for (token, pick) in [
        ("--pf-accent", (|scheme: &Scheme| scheme.accent) as fn(&Scheme) -> Colour),
        ("--pf-on-accent", |scheme| scheme.on_accent),
        ("--pf-surface", |scheme| scheme.surface),
    ] {
        let expected = format!("var({token}, light-dark({}, {}))", short(pick(&LIGHT)), short(pick(&DARK)));
        assert!(sheet.contains(&expected), "expected {expected} in base.css");
    }
    assert!(sheet.contains("--tint: color-mix(in srgb, var(--accent) 9%, var(--surface))"));
}

#[test]
fn the_shipped_accents_pass_and_no_colour_passes_on_both() {
    assert!(LIGHT.judge(LIGHT.accent).passes() && DARK.judge(DARK.accent).passes());
    for grey in 0..=255u8 {
        let colour = Colour([grey; 3]);
        assert!(!(LIGHT.judge(colour).passes() && DARK.judge(colour).passes()), "{colour}");
    }
}

#[test]
fn the_nearest_colours_of_some_brands() {
    // Found once and looked at: the same hue, as little darker or lighter as it takes.
    let nearest = |text| [LIGHT.nearest(colour(text)).to_string(), DARK.nearest(colour(text)).to_string()];
    assert_eq!(nearest("#0a5c9e")[0], "#0a5c9e");
    for brand in ["#ff6600", "#00a0dc", "#e4002b", "#ffcc00", "#7f7f7f", "#000000", "#ffffff"] {
        for (found, scheme) in nearest(brand).iter().zip([LIGHT, DARK]) {
            assert!(scheme.judge(colour(found)).passes(), "{brand}: {found}");
        }
    }
}

proptest! {
    #[test]
    fn the_nearest_passes_is_the_colour_itself_where_that_passes_and_never_moves_twice(bytes: [u8; 3]) {
        for scheme in [LIGHT, DARK] {
            let chosen = Colour(bytes);
            let nearest = scheme.nearest(chosen);
            let verdict = scheme.judge(nearest);
            prop_assert!(verdict.text >= TEXT && verdict.button >= TEXT && verdict.border >= BORDER);
            prop_assert_eq!(nearest == chosen, scheme.judge(chosen).passes());
            prop_assert_eq!(scheme.nearest(nearest), nearest);
            // The same hue: the largest channel stays the largest.
            let order = |colour: Colour| {
                let [r, g, b] = colour.0;
                [r >= g, g >= b, b >= r]
            };
            if nearest != chosen && nearest.0 != [0; 3] && nearest.0 != [255; 3] {
                let (before, after) = (order(chosen), order(nearest));
                prop_assert!((0..3).all(|i| before[i] == after[i] || nearest.0[i].abs_diff(nearest.0[(i + 1) % 3]) <= 1), "{} {}", chosen, nearest);
            }
        }
    }

    #[test]
    fn every_colour_reads_back_as_written(bytes: [u8; 3]) {
        prop_assert_eq!(Colour::read(&Colour(bytes).to_string()), Some(Colour(bytes)));
    }
}
