//! The snippet of the element: a reserved height, the script, the element with a link for where it cannot start, and a
//! script of the page's own where something is chosen that no attribute says.

use super::frame::address;
use super::{Snippet, Source, hash};
use crate::builder::choice::{Choice, Language, Load};
use crate::builder::colour::Scheme;
use crate::builder::config::{Accent, Config};
use crate::builder::{escape, json};
use partner_fit_core::input::value::Tree;

/// The height that is kept free until the element is there, as its own sheet has it.
const RESERVED: &str = "partner-fit:not(:defined) { display: block; min-block-size: max(640px, 1400px - 160vw) }";

pub fn snippet(source: &Source) -> Snippet {
    let Source { config, site, .. } = source;
    let (styles, script) = (styles(config), script(source));
    let mut text = format!("<style>{styles}</style>\n");
    let mut scripts = format!("script-src {} 'wasm-unsafe-eval'", site.origin());
    if let Some(script) = &script {
        text.push_str(&format!("<script type=\"module\">{script}</script>\n"));
        scripts.push_str(&format!(" {}", hash::source(script)));
    }
    text.push_str(&preloads(source));
    let integrity = integrity(source, "partner-fit.js");
    let entry = escape::html(&site.url("partner-fit.js"));
    text.push_str(&format!("<script type=\"module\" src=\"{entry}\"{integrity}></script>\n"));
    text.push_str("<partner-fit");
    for (name, value) in attributes(config, script.is_some()) {
        text.push_str(&format!(" {name}"));
        if !value.is_empty() {
            text.push_str(&format!("=\"{}\"", escape::html(&value)));
        }
    }
    let title = escape::html(&source.title());
    text.push_str(&format!(">\n  <a href=\"{}\">{title}</a>\n</partner-fit>", escape::html(&address(source))));
    let policy = format!("{scripts};\nstyle-src {};\nconnect-src {};", hash::source(&styles), site.origin());
    Snippet { name: "snippet", text, policy }
}

/// What a check that loads at once needs, asked for beside the script that would ask for it: a round trip less before the
/// first question. A check further down the page must not cost its readers anything before they are near.
fn preloads(source: &Source) -> String {
    let Source { config, site, .. } = source;
    if config.load != Load::Eager || config.own.adapts() {
        return String::new();
    }
    let mut paths = vec!["engine_bg.wasm".to_owned()];
    paths.push(format!("assessments/{}.json", config.audience.name()));
    if config.language != Language::Page {
        paths.push(format!("locales/{}.json", config.language.name()));
    }
    let mut links = String::new();
    for path in paths {
        // A browser takes what came early only for what is asked for with the same hash.
        if let Some(hash) = site.hash(&path) {
            let address = escape::html(&site.url(&path));
            links.push_str(&format!(
                "<link rel=\"preload\" as=\"fetch\" href=\"{address}\" integrity=\"{hash}\" crossorigin=\"anonymous\">\n"
            ));
        }
    }
    links
}

/// The attributes that hold a script to its hash, where it is known.
pub fn integrity(source: &Source, path: &str) -> String {
    let hash = source.site.hash(path).map(|hash| format!(" integrity=\"{hash}\" crossorigin=\"anonymous\""));
    hash.unwrap_or_default()
}

/// The value of `--pf-accent` that suits every scheme that the widget can be seen in.
pub fn accent(accent: Accent, schemes: &[Scheme]) -> String {
    let colours: Vec<String> = schemes.iter().map(|scheme| accent.in_scheme(scheme).to_string()).collect();
    match colours.as_slice() {
        [light, dark] if light != dark => format!("light-dark({light}, {dark})"),
        [colour, ..] => colour.clone(),
        [] => String::new(),
    }
}

fn styles(config: &Config) -> String {
    let accent = config.accent.map(|chosen| accent(chosen, config.theme.schemes()));
    let accent = accent.map(|value| format!(" partner-fit {{ --pf-accent: {value} }}"));
    format!("{RESERVED}{}", accent.unwrap_or_default())
}

/// The attributes that differ from how the widget is shipped, and the check itself.
#[must_use]
pub fn attributes(config: &Config, has_script: bool) -> Vec<(&'static str, String)> {
    fn differing<T: Choice + Default>(name: &'static str, choice: T) -> Option<(&'static str, String)> {
        (choice != T::default()).then(|| (name, choice.name().to_owned()))
    }
    let mut attributes = vec![("assessment", config.audience.name().to_owned())];
    if has_script {
        attributes.insert(0, ("id", id(config)));
    }
    if config.language != Language::Page {
        attributes.push(("lang", config.language.name().to_owned()));
    }
    attributes.extend(differing("theme", config.theme));
    attributes.extend(differing("layout", config.layout));
    attributes.extend(differing("storage", config.storage));
    // A check that is made anew must not begin before it is: the script lets it.
    let load = if config.own.adapts() { Load::Click } else { config.load };
    attributes.extend(differing("load", load));
    if config.heading_level.number() != 2 {
        attributes.push(("heading-level", config.heading_level.number().to_string()));
    }
    if config.no_review {
        attributes.push(("no-review", String::new()));
    }
    attributes
}

fn id(config: &Config) -> String {
    format!("partner-fit-{}", config.audience.name())
}

/// The page's own script, which sets what attributes cannot say. It stands before the element's, so that the element
/// finds what it sets.
fn script(source: &Source) -> Option<String> {
    let Source { config, site, .. } = source;
    let own = &config.own;
    let words = crate::builder::config::words;
    let mut lines = Vec::new();
    let profile = json::script(&words(&own.profile));
    if !own.profile.is_empty() && !own.adapts() {
        lines.push(format!("widget.profile = {profile};"));
    }
    if !config.texts.is_empty() {
        lines.push(format!("widget.strings = {};", json::script(&words(&config.texts))));
    }
    if own.adapts() {
        lines.push("try {".to_owned());
        // Not before the script is there, held to its hash: then the import is that script, and no other is asked for.
        lines.push("  await customElements.whenDefined(\"partner-fit\");".to_owned());
        lines.push(format!("  const {{ adapt }} = await import({});", json::string(&site.url("partner-fit.js"))));
        let name = json::string(config.audience.name());
        lines.push(format!("  const model = await adapt({name}, {});", json::script(&changes(config))));
        if !own.profile.is_empty() {
            // What no text is left to name is no placeholder any more, and would be a problem.
            lines.push(format!("  const profile = {profile};"));
            let filter = "Object.entries(profile).filter(([name]) => name in (model.profile ?? {}))";
            lines.push(format!("  widget.profile = Object.fromEntries({filter});"));
        }
        lines.push("  widget.model = model;".to_owned());
        // Not the shipped check in its place: the element says that this is none, and its link stays.
        lines.push("} catch (fault) {".to_owned());
        lines.push("  widget.model = String(fault);".to_owned());
        lines.push("}".to_owned());
        lines.push(format!("widget.load = {};", json::string(config.load.name())));
    }
    if lines.is_empty() {
        return None;
    }
    lines.insert(0, format!("const widget = document.getElementById({});", json::string(&id(config))));
    Some(lines.iter().fold("\n".to_owned(), |script, line| format!("{script}  {line}\n")))
}

/// What `adapt()` is told.
#[must_use]
pub fn changes(config: &Config) -> Tree {
    let own = &config.own;
    let mut changes = Vec::new();
    if !own.weights.is_empty() {
        changes.push(("weights".to_owned(), crate::builder::config::weights(&own.weights)));
    }
    if !own.without.is_empty() {
        changes.push(("without".to_owned(), crate::builder::config::without(&own.without)));
    }
    Tree::Object(changes)
}
