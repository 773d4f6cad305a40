//! The snippet of the element: a reserved height, the script, the element with a fallback link, and a script for
//! choices that no attribute can express.

use super::address::address;
use super::{Snippet, Source, accent, hash};
use crate::builder::config::{ids_tree, texts_tree, weights_tree};
use crate::builder::{escape, json};
use partner_fit_core::input::value::Tree;

/// The height that is reserved until the element is there; the element's own style sheet reserves the same.
const RESERVED: &str = "partner-fit:not(:defined) { display: block; min-block-size: max(640px, 1400px - 160vw) }";

pub fn snippet(source: &Source) -> Snippet {
    let Source { site, .. } = source;
    let (styles, script) = (styles(source), script(source));
    let mut text = format!("<style>{styles}</style>\n");
    let mut scripts = format!("script-src {} 'wasm-unsafe-eval'", site.origin());
    if let Some(script) = &script {
        text.push_str(&format!("<script type=\"module\">{script}</script>\n"));
        scripts.push_str(&format!(" {}", hash::source(script)));
    }
    text.push_str(&preloads(source));
    let integrity = hash::integrity(site, "partner-fit.js");
    let entry = escape::html(&site.url("partner-fit.js"));
    text.push_str(&format!("<script type=\"module\" src=\"{entry}\"{integrity}></script>\n"));
    text.push_str("<partner-fit");
    let id = script.is_some().then(|| ("id", id(source)));
    for (name, mut value) in id.into_iter().chain(attributes(source)) {
        // Until the script has set an adapted check there is none: where the script does not run, the link stays, and
        // nobody takes the shipped check for the adapted one.
        if name == "assessment" && source.config.adaptation.is_adapted() {
            value = "about:blank".to_owned();
        }
        text.push_str(&format!(" {name}"));
        if !value.is_empty() {
            text.push_str(&format!("=\"{}\"", escape::html(&value)));
        }
    }
    let title = escape::html(&source.title());
    text.push_str(&format!(">\n  <a href=\"{}\">{title}</a>\n</partner-fit>", escape::html(&address(source))));
    let policy = format!("{scripts};\nstyle-src {};\nconnect-src {};", hash::source(&styles), site.origin());
    Snippet { name: "snippet", text, policy, closed: closed(source) }
}

/// Why no text with the check in it is offered.
pub fn closed(source: &Source) -> Option<&'static str> {
    source.config.adaptation.has_problem(source.check()).then_some("copy.closed.weights")
}

/// Preloads what a check that loads at once needs. The files then load together with the script that asks for them,
/// which saves a round trip before the first question. A check further down the page must not cost readers anything
/// before they are near.
fn preloads(source: &Source) -> String {
    let Source { config, site, .. } = source;
    if !config.loads_at_once() || config.adaptation.is_adapted() {
        return String::new();
    }
    let mut paths = vec!["engine_bg.wasm".to_owned(), format!("assessments/{}.json", source.check().id)];
    if let Some(language) = &config.language {
        paths.push(format!("locales/{language}.json"));
    }
    let mut links = String::new();
    for path in paths {
        // A browser uses a preloaded file only if the script asks for it with the same hash.
        if let Some(hash) = site.hash(&path) {
            let address = escape::html(&site.url(&path));
            links.push_str(&format!(
                "<link rel=\"preload\" as=\"fetch\" href=\"{address}\" integrity=\"{hash}\" crossorigin=\"anonymous\">\n"
            ));
        }
    }
    links
}

fn styles(source: &Source) -> String {
    let tokens: Vec<String> =
        accent::tokens(source.config).into_iter().map(|(token, value)| format!("{token}: {value}")).collect();
    if tokens.is_empty() { RESERVED.to_owned() } else { format!("{RESERVED} partner-fit {{ {} }}", tokens.join("; ")) }
}

/// The attributes: the check, the language, and those whose values differ from the default.
pub fn attributes<'a>(source: &Source<'a>) -> Vec<(&'a str, String)> {
    let config = source.config;
    let mut attributes = vec![("assessment", source.check().id.clone())];
    attributes.extend(config.language.iter().map(|language| ("lang", language.clone())));
    for attribute in &source.catalogue.attributes {
        // An adapted check must not begin to load before it is made: the script of the page starts it.
        let value = if attribute.name == "load" && config.adaptation.is_adapted() {
            Some("click")
        } else {
            config.attribute(&attribute.name)
        };
        attributes.extend(value.map(|value| (attribute.name.as_str(), value.to_owned())));
    }
    attributes
}

fn id(source: &Source) -> String {
    format!("partner-fit-{}", source.check().id)
}

/// The script that sets what attributes cannot express. It stands before the element's script, so that the element
/// finds the properties when it starts.
fn script(source: &Source) -> Option<String> {
    let Source { config, site, .. } = source;
    let adaptation = &config.adaptation;
    let profile = json::script(&texts_tree(&adaptation.profile));
    let mut lines = Vec::new();
    if !adaptation.profile.is_empty() && !adaptation.is_adapted() {
        lines.push(format!("widget.profile = {profile};"));
    }
    if !config.texts.is_empty() {
        lines.push(format!("widget.strings = {};", json::script(&texts_tree(&config.texts))));
    }
    if adaptation.is_adapted() {
        lines.push("if (widget.model) continue;".to_owned());
        lines.push("try {".to_owned());
        // The import waits until the script has loaded with its hash: it then gets that very module, and the browser
        // asks for no other.
        lines.push("  await customElements.whenDefined(\"partner-fit\");".to_owned());
        lines.push(format!("  const {{ adapt }} = await import({});", json::string(&site.url("partner-fit.js"))));
        let (name, changes) = (json::string(&source.check().id), json::script(&changes(source)));
        lines.push(format!("  const model = await adapt({name}, {changes});"));
        if !adaptation.profile.is_empty() {
            // A placeholder that no remaining text uses would be a problem, so it is left out.
            lines.push(format!("  const profile = {profile};"));
            let filter = "Object.entries(profile).filter(([name]) => name in (model.profile ?? {}))";
            lines.push(format!("  widget.profile = Object.fromEntries({filter});"));
        }
        lines.push("  widget.model = model;".to_owned());
        // On failure set a string as `model`: the element reports `assessment-invalid` and keeps its fallback, so that
        // nobody takes the shipped check for the adapted one.
        lines.push("} catch (fault) {".to_owned());
        lines.push("  widget.model = String(fault);".to_owned());
        lines.push("}".to_owned());
        lines.push(format!("widget.load = {};", json::string(config.attribute("load").unwrap_or("lazy"))));
    }
    if lines.is_empty() {
        return None;
    }
    // A page may have the snippet twice, one for wide and one for narrow windows. Each copy runs, and none sets up what
    // another has.
    let opening = format!("for (const widget of document.querySelectorAll(\"partner-fit#{}\")) {{", id(source));
    let lines = [opening].into_iter().chain(lines.into_iter().map(|line| format!("  {line}"))).chain(["}".to_owned()]);
    Some(lines.fold("\n".to_owned(), |script, line| format!("{script}  {line}\n")))
}

/// The arguments of `adapt()`.
fn changes(source: &Source) -> Tree {
    let adaptation = &source.config.adaptation;
    let mut changes = Vec::new();
    if !adaptation.weights.is_empty() {
        changes.push(("weights".to_owned(), weights_tree(&adaptation.weights)));
    }
    if !adaptation.without.is_empty() {
        changes.push(("without".to_owned(), ids_tree(&adaptation.without)));
    }
    Tree::Object(changes)
}
