//! What can be copied: the snippet and where to paste it, what WordPress and a policy need, and hand-offs.

use yew::prelude::*;

use super::fields::{chosen, copied};
use super::{Page, hand_off, places};
use crate::builder::choice::{Language, Mode};
use crate::builder::snippet::{self, Snippet};
use crate::builder::state::Action;

pub fn copy(page: &Page) -> Html {
    let none = Default::default();
    let snippets = snippet::all(&page.source(&none), page.state.mode);
    let find = |name: &str| snippets.iter().find(|snippet| snippet.name == name);
    let draw = |name: &'static str| find(name).map(|snippet| copied(page, snippet, page.say(&format!("copy.{name}"))));
    let framed = page.state.mode == Mode::Frame;
    let page_language = framed && page.config().language == Language::Page;
    html! {
        <>
            <h2>{ page.say("copy.title") }</h2>
            <p class="lead">{ page.say("copy.lead") }</p>
            <div class="card">
                { chosen(page, "mode", page.state.mode, Action::Show) }
                <p class="hint">{ if page_language { page.say("mode.frame-language") } else { String::new() } }</p>
                { draw("snippet").unwrap_or_default() }
                <p class="hint">{ page.say(release(page)) }</p>
            </div>
            <h3>{ page.say("places.title") }</h3>
            <p class="hint">{ page.say("places.hint") }</p>
            <div class="folds">{ places::places(page, &draw) }</div>
            <h3>{ page.say("policy.title") }</h3>
            <p class="hint">{ page.say("policy.hint") }</p>
            <div class="card">
                { draw("policy").unwrap_or_default() }
                <p class="hint">{ page.say(if framed { "policy.frame" } else { "policy.element" }) }</p>
            </div>
            <h3>{ page.say("hand-off.title") }</h3>
            <p class="hint">{ page.say("hand-off.hint") }</p>
            { hand_off::hand_off(page, &|name| find(name)) }
        </>
    }
}

/// What is to be said about the address in the snippet.
fn release(page: &Page) -> &'static str {
    match (page.site.versioned, page.site.hashes.is_empty()) {
        (true, _) => "release.versioned",
        (false, false) => "release.unversioned",
        (false, true) => "release.none",
    }
}

/// Finds a text to be copied by its name.
pub type Find<'a> = dyn Fn(&'static str) -> Option<&'a Snippet> + 'a;
