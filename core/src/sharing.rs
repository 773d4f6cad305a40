//! How a result travels: as a link, as CSV, as plain text, and as a file that can be opened again.
//!
//! Pure: text in, text out. What comes back from outside is hostile until it has been read here, and is bound to the
//! very assessment that it was made with: another one, or another version, is refused and never guessed at. Copying,
//! saving and printing are effects and live in the element.

pub mod csv;
pub mod file;
pub mod link;
pub mod text;

use crate::wording::key::Key;

/// Why something that was taken along cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is nothing that we wrote.
    NotOurs,
    /// It is ours, and something in it has changed.
    Damaged,
    /// It is written in a format that is newer than this engine.
    Newer,
    /// It belongs to another version of this assessment.
    OtherVersion,
    /// It belongs to another assessment.
    OtherAssessment,
    /// It was saved, and is not any more.
    Forgotten,
}

impl OpenError {
    /// The sentence that tells a reader.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::NotOurs => Key::OpenNotOurs,
            Self::Damaged => Key::OpenDamaged,
            Self::Newer => Key::OpenNewer,
            Self::OtherVersion => Key::OpenOtherVersion,
            Self::OtherAssessment => Key::OpenOtherAssessment,
            Self::Forgotten => Key::OpenForgotten,
        }
    }

    /// What a program is told.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NotOurs => "expected answers that Partner-fit wrote, got something else",
            Self::Damaged => "expected answers as they were written, got changed ones",
            Self::Newer => "expected a format that this engine knows, got a newer one",
            Self::OtherVersion => "expected answers to this version of the assessment, got those to another",
            Self::OtherAssessment => "expected answers to this assessment, got those to another",
            Self::Forgotten => "expected answers that are saved, got none",
        }
    }
}
