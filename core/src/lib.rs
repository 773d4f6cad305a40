//! Partner-fit without a browser: what an assessment is, what answers to it are worth, and how a result is told.
//!
//! What flows, one way: an author's file becomes an [`assessment::Assessment`] that can be trusted; it and a visitor's
//! [`answers::Answers`] become a [`scoring::Score`], then a [`report::Report`]: plain data, which [`wording`] says in a
//! language, [`figures`] draws as shapes and [`sharing`] writes and reads again; [`rank`] does it for many at once and
//! puts them in order. Each module uses only those before it.
#![forbid(unsafe_code)]

pub mod advice;
pub mod answers;
pub mod assessment;
pub mod figures;
pub mod input;
pub mod measure;
pub mod rank;
pub mod report;
pub mod scoring;
pub mod sharing;
pub mod wording;
