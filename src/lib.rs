//! Partner-fit in a page: what touches a browser, around [`partner_fit_core`], which does the work.
//!
//! Three modules of wasm are made of this crate, each with one of its features: the `engine` (an evaluator in a page),
//! the `checker` (the problems of an author's file) and the `builder` (the page *Put it on your site*). A [`flow`] says
//! where a reader is and what an action makes of it, a [`view`] draws that and the Reports that the engine hands in.
#![forbid(unsafe_code)]

#[cfg(feature = "builder")]
pub mod builder;
#[cfg(all(target_arch = "wasm32", feature = "checker"))]
pub mod checker;
#[cfg(all(target_arch = "wasm32", feature = "engine"))]
pub mod engine;
pub mod flow;
#[cfg(target_arch = "wasm32")]
pub mod js_value;
pub mod view;

/// An allocator with less code than the standard library's, which every visitor would download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
