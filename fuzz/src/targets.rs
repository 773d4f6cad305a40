//! The targets: what is drawn from a seed, and what is held against it. Each tells whether its input was accepted.

pub mod checker;
pub mod csv;
pub mod engine;
pub mod file;
pub mod link;
pub mod reducer;
pub mod settings;
