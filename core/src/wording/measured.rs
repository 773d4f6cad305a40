//! How what was measured is told: indicators, money and tiers, each sentence and number in one place.
//!
//! These texts are in files of their own, which only those load who measure. Everything that a Report has in common with every
//! other is told by [`crate::wording::Wording`] over [`Programme::asked`](crate::measure::Programme).

pub mod indicators;
pub mod key;
pub mod money;
pub mod table;
pub mod texts;
pub mod tiers;

pub use self::key::MeasureKey;
pub use self::table::WordTable;
pub use self::texts::MeasureTexts;
