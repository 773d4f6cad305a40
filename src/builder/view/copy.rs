//! The texts to copy: the snippet and where to paste it, those for WordPress and a policy, and hand-offs.

use yew::prelude::*;

use super::fields::{Tile, copied, tiles};
use super::{Page, hand_off, platforms};
use crate::builder::editor::Action;
use crate::builder::snippet::{self, Mode};

pub fn copy(page: &Page) -> Html {
    let snippets = snippet::all(&page.source(), page.editor.mode);
    let find = |name: &str| snippets.iter().find(|snippet| snippet.name == name);
    let draw = |name: &'static str| find(name).map(|snippet| copied(page, snippet, page.text(&format!("copy.{name}"))));
    let is_framed = page.editor.mode == Mode::Frame;
    let takes_page_language = is_framed && page.config().language.is_none();
    let modes =
        Mode::ALL.map(|(mode, name)| Tile::of(page, "mode", name, mode == page.editor.mode, Action::Show(mode)));
    html! {
        <>
            <h2>{ page.text("copy.title") }</h2>
            <p class="lead">{ page.text("copy.lead") }</p>
            <div class="card">
                { tiles(page, "mode", modes) }
                <p class="hint">{ if takes_page_language { page.text("mode.frame-language") } else { String::new() } }</p>
                { draw("snippet").unwrap_or_default() }
                <p class="hint">{ page.text(release(page)) }</p>
            </div>
            <h3>{ page.text("platforms.title") }</h3>
            <p class="hint">{ page.text("platforms.hint") }</p>
            <div class="folds">{ platforms::platforms(page, &draw) }</div>
            <h3>{ page.text("policy.title") }</h3>
            <p class="hint">{ page.text("policy.hint") }</p>
            <div class="card">
                { draw("policy").unwrap_or_default() }
                <p class="hint">{ page.text(if is_framed { "policy.frame" } else { "policy.element" }) }</p>
            </div>
            <h3>{ page.text("hand-off.title") }</h3>
            <p class="hint">{ page.text("hand-off.hint") }</p>
            { hand_off::hand_off(page, &snippets) }
        </>
    }
}

/// The key of the text about the address in the snippet.
fn release(page: &Page) -> &'static str {
    match (page.site.versioned, page.site.hashes.is_empty()) {
        (true, _) => "release.versioned",
        (false, false) => "release.unversioned",
        (false, true) => "release.none",
    }
}
