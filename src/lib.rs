//! Partner-fit: an evaluator of partner fit and channel readiness that lives inside any web page.
//!
//! What flows, one way: an author's file becomes an [`assessment::Assessment`] that can be trusted; it and a
//! visitor's [`answers::Answers`] become a [`scoring::Score`], which becomes a [`report::Report`]; the Report is all
//! that a view draws, a host receives and an export writes.
#![forbid(unsafe_code)]

pub mod advice;
pub mod answers;
pub mod assessment;
#[cfg(feature = "builder")]
pub mod builder;
#[cfg(all(target_arch = "wasm32", feature = "checker"))]
pub mod checker;
pub mod exchange;
#[cfg(all(target_arch = "wasm32", feature = "engine"))]
pub mod host;
#[cfg(target_arch = "wasm32")]
pub mod js;
pub mod map;
pub mod number;
pub mod problem;
pub mod report;
pub mod scoring;
pub mod state;
pub mod text;
pub mod tree;
pub mod view;

/// In less code than the standard library's own, which every visitor would download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
