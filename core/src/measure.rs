//! Measuring: figures in, indicators and a result out; a partner's tier; what a partner customer is worth.
//!
//! A file that measures is an assessment that also says how figures become *indicators*, such as the cost of winning a customer
//! through partners beside that of winning one directly. An indicator is a leaf of the score like an answer, so that scoring,
//! gates, rules and the Report are those of every other assessment. Only who measures loads what is here.

pub mod economics;
pub mod field;
pub mod figures;
pub mod file;
pub mod indicator;
pub mod inputs;
pub mod interval;
pub mod lift;
pub mod message;
pub mod overview;
pub mod paste;
pub mod programme;
pub mod report;
pub mod score;
pub mod tier;

pub use self::programme::Programme;
pub use self::score::Measured;
