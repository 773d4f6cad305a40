//! The third module: the page on which somebody makes a check their own and copies what to paste on their site.
//!
//! One direction here too: a [`catalogue`] says what can be chosen, a [`config`] what was chosen, a pure [`state`] what
//! an action makes of it, and [`snippet`]s are texts made of a configuration. The widget that the page shows is the
//! released element, like on any site; it is no part of this, and this is no part of what visitors download.

pub mod catalogue;
pub mod choice;
pub mod colour;
pub mod config;
pub mod escape;
#[cfg(target_arch = "wasm32")]
pub mod host;
pub mod json;
pub mod site;
pub mod snippet;
pub mod state;
pub mod view;
