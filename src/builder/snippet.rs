//! The texts to copy. Each is made from a configuration, the release's folder, and the choice between element and
//! frame. They are pure and safe for any configuration: see `escape` and `json`.

mod accent;
mod address;
mod element;
mod frame;
mod hash;
mod policy;
mod preview;
mod recipe;
mod source;
mod wordpress;

pub use self::address::query;
pub use self::frame::HEIGHT as FRAME_HEIGHT;
pub use self::preview::Preview;
pub use self::source::{Mode, Snippet, Source};

/// Makes all texts for this mode.
#[must_use]
pub fn all(source: &Source, mode: Mode) -> Vec<Snippet> {
    let snippet = match mode {
        Mode::Element => element::snippet(source),
        Mode::Frame => frame::snippet(source),
    };
    let mut all =
        vec![wordpress::block(&snippet), wordpress::shortcode(&frame::snippet(source)), policy::lines(&snippet)];
    all.insert(0, snippet);
    all.extend(recipe::all(source, mode));
    all
}

/// The names of all texts, in the order in which they are shown.
pub const NAMES: [&str; 8] = ["snippet", "block", "shortcode", "policy", "gtm", "hubspot", "webhook", "mail"];
