//! The accent as the widget's style sheet takes it: `--pf-accent` for every colour scheme in which the widget can be
//! seen, and `--pf-on-accent` if the widget's own text could not be read on a button in it.

use crate::builder::colour::{Colour, Scheme};
use crate::builder::config::{Accent, Config};

/// The tokens that set the chosen accent, with their values; empty for the shipped accent.
pub fn tokens(config: &Config) -> Vec<(&'static str, String)> {
    let Some(accent) = config.accent else { return Vec::new() };
    let schemes = config.schemes();
    let on = |scheme: &Scheme| scheme.on(accent.in_scheme(scheme));
    let mut tokens = vec![("--pf-accent", in_schemes(schemes, |scheme| accent.in_scheme(scheme)))];
    if schemes.iter().any(|scheme| on(scheme) != scheme.on_accent) {
        tokens.push(("--pf-on-accent", in_schemes(schemes, on)));
    }
    tokens
}

/// The accent in the address of a frame: one colour, or one for light and one for dark.
pub fn parameter(accent: Accent, schemes: &[Scheme]) -> String {
    let mut colours: Vec<String> = schemes.iter().map(|scheme| accent.in_scheme(scheme).to_string()).collect();
    colours.dedup();
    colours.join(",")
}

fn in_schemes(schemes: &[Scheme], colour: impl Fn(&Scheme) -> Colour) -> String {
    let colours: Vec<String> = schemes.iter().map(|scheme| colour(scheme).to_string()).collect();
    match colours.as_slice() {
        [light, dark] if light != dark => format!("light-dark({light}, {dark})"),
        [colour, ..] => colour.clone(),
        [] => String::new(),
    }
}
