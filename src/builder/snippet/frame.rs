//! The snippet of the frame: the page in an `iframe`, and the script that gives it the height of what it shows. What was
//! chosen goes into the address.

use super::element::{self, integrity};
use super::{Snippet, Source, hash};
use crate::builder::choice::{Choice, Language, Load};
use crate::builder::escape;
use partner_fit_core::input::number::Shown;

/// The height that is kept free until the frame tells its own.
pub const HEIGHT: u32 = 860;

/// What the page in the frame may do: no same origin, so it has no storage and no cookie of anybody's.
const SANDBOX: &str =
    "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";

pub fn snippet(source: &Source) -> Snippet {
    let site = source.site;
    let style = format!("border:0;width:100%;height:{HEIGHT}px");
    let mut address = address(source);
    let origin = source.config.hand_off.origin.trim();
    if !origin.is_empty() {
        address.push_str(&format!("&origin={}", escape::query(origin)));
    }
    let loading = if source.config.load == Load::Eager { "eager" } else { "lazy" };
    let text = format!(
        "<iframe data-partner-fit src=\"{}\" title=\"{}\" loading=\"{loading}\" style=\"{style}\" sandbox=\"{SANDBOX}\" \
         allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\n\
         <script async src=\"{}\"{}></script>",
        escape::html(&address),
        escape::html(&source.title()),
        escape::html(&site.url("resize.js")),
        integrity(source, "resize.js"),
    );
    let policy =
        format!("frame-src {0};\nscript-src {0};\nstyle-src 'unsafe-hashes' {1};", site.origin(), hash::source(&style));
    Snippet { name: "snippet", text, policy }
}

/// The address of the page with everything that was chosen.
#[must_use]
pub fn address(source: &Source) -> String {
    format!("{}?{}", source.site.base, query(source))
}

/// The query of the page's address.
#[must_use]
pub fn query(source: &Source) -> String {
    let config = source.config;
    let mut parts = vec![format!("assessment={}", config.audience.name())];
    let mut put = |name: &str, value: &str| parts.push(format!("{}={}", escape::query(name), escape::query(value)));
    if config.language != Language::Page {
        put("lang", config.language.name());
    }
    put_differing(&mut put, "theme", config.theme);
    put_differing(&mut put, "layout", config.layout);
    put_differing(&mut put, "storage", config.storage);
    if config.no_review {
        put("review", "no");
    }
    if let Some(accent) = config.accent {
        put(
            "accent",
            &element::accent(accent, config.theme.schemes()).replace("light-dark(", "").replace([')', ' '], ""),
        );
    }
    let own = &config.own;
    if !own.weights.is_empty() {
        let pairs: Vec<String> = own.weights.iter().map(|(id, weight)| format!("{id}:{}", Shown(*weight))).collect();
        put("weights", &pairs.join(","));
    }
    if !own.without.is_empty() {
        put("without", &own.without.join(","));
    }
    own.profile.iter().for_each(|(name, words)| put(&format!("profile-{name}"), words));
    config.texts.iter().for_each(|(key, words)| put(&format!("text-{key}"), words));
    parts.join("&")
}

fn put_differing<T: Choice + Default>(put: &mut impl FnMut(&str, &str), name: &str, choice: T) {
    if choice != T::default() {
        put(name, choice.name());
    }
}
