//! The page *Put it on your site*: somebody makes a check their own and copies what to paste on their site.
//!
//! Data flows one way: a [`catalogue`] says what can be chosen, a [`config`] what was chosen, the pure [`editor`] what an
//! action makes of it, and a [`snippet`] is a text made of a configuration. The page shows the released element like any
//! other site; the element is no part of this module, and visitors of an embed never download this module.

pub mod attribute;
pub mod catalogue;
pub mod colour;
pub mod config;
pub mod editor;
pub mod escape;
#[cfg(target_arch = "wasm32")]
pub mod exports;
pub mod json;
pub mod placeholders;
pub mod site;
pub mod snippet;
pub mod view;
