//! The page *Put it on your site*: somebody adapts a check and copies what to paste on their site. Data flows one way:
//! the [`catalogue`] holds what can be chosen, a [`config`] what was chosen; the pure [`editor`] applies actions to the
//! configuration, and a [`snippet`] is a text made from it. The page shows the released element like any other site;
//! this module does not contain the element, and visitors of an embed never download this module.

pub mod attribute;
pub mod catalogue;
pub mod colour;
pub mod config;
pub mod editor;
pub mod escape;
#[cfg(target_arch = "wasm32")]
pub mod exports;
pub mod json;
pub mod site;
pub mod snippet;
pub mod view;
