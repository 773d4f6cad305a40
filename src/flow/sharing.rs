//! Sharing a result and opening an earlier one: what the reader does, what the element is asked for, and what is known.
//!
//! Copying, downloading, printing and storing are effects: the element does them and says how they ended. What the
//! reader is told about that is decided in `reduce`.

mod reduce;

use partner_fit_core::answers::Answers;
use partner_fit_core::sharing::OpenError;
use partner_fit_core::sharing::link::Link;
use partner_fit_core::wording::Key;

use super::by::By;

/// In which form a result is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareForm {
    /// A link, to the clipboard.
    Link,
    /// Plain text, to the clipboard.
    Text,
    /// The Report as a file that can be opened again.
    Json,
    /// A table for a spreadsheet.
    Csv,
    /// A report on paper, or as a PDF.
    Print,
    /// Saved on the reader's device.
    Save,
}

impl ShareForm {
    /// Every form.
    pub const ALL: [Self; 6] = [Self::Link, Self::Text, Self::Json, Self::Csv, Self::Print, Self::Save];

    /// Its name in events and calls.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Text => "text",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Print => "print",
            Self::Save => "save",
        }
    }

    /// What the reader is told when it has worked.
    const fn done(self) -> Key {
        match self {
            Self::Link => Key::ShareCopiedLink,
            Self::Text => Key::ShareCopiedText,
            Self::Json | Self::Csv => Key::ShareDownloaded,
            Self::Print => Key::SharePrinted,
            Self::Save => Key::ShareSaved,
        }
    }

    /// What the reader is told when the browser refuses it.
    const fn refused(self) -> Key {
        match self {
            Self::Link | Self::Text => Key::ShareRefusedCopy,
            Self::Json | Self::Csv => Key::ShareRefusedFile,
            Self::Print => Key::ShareRefusedPrint,
            Self::Save => Key::ShareRefusedSave,
        }
    }
}

/// Where answers may be kept, as the host has decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// Nowhere.
    #[default]
    None,
    /// In this tab, until it is closed.
    Session,
    /// On this device, if the reader asks for it.
    Local,
}

/// What the reader or the element does.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareAction {
    /// The result is to be taken along.
    Share(ShareForm),
    /// How that ended: whether the browser let it happen, and the text that it did not let be copied.
    Ended(ShareForm, Result<(), String>),
    /// The name for the link is being typed.
    Name(String),
    /// What is saved is to be forgotten.
    Forget,
    /// What is saved is to be opened.
    OpenSaved,
    /// A link is being typed.
    Paste(String),
    /// The link is to be opened.
    OpenPasted,
    /// Answers from outside have been read.
    Open(By, Result<Link, OpenError>),
    /// The earlier answers take the place of the present ones.
    UseEarlier,
    /// The earlier result is put aside.
    CloseEarlier,
    /// Where answers may be kept, and whether some are.
    Storage(Storage, bool),
}

/// What the element is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Copies, downloads, prints or saves.
    Share(ShareForm),
    /// Removes what is saved.
    Forget,
    /// Opens what is saved.
    OpenSaved,
    /// Takes note that the answers are others now.
    Note,
}

impl Effect {
    /// Its name, as the element knows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Share(form) => form.name(),
            Self::Forget => "forget",
            Self::OpenSaved => "recall",
            Self::Note => "note",
        }
    }
}

/// What is known about taking along.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// The name of the company for the link, as typed.
    pub name: String,
    /// The link to be opened, as typed.
    pub pasted: String,
    /// What has just happened, and at whose wish: only a reader's own doing is announced.
    pub message: Option<(By, Key)>,
    /// The text that the browser did not let be copied.
    pub uncopied: Option<String>,
    /// An earlier result to hold beside the present one.
    pub earlier: Option<Answers>,
    /// The name in the link that was opened.
    pub company: Option<String>,
    /// Where answers may be kept.
    pub storage: Storage,
    /// Whether a result is saved on this device.
    pub saved: bool,
}

impl Sharing {
    /// What stays when everything else is forgotten.
    pub(super) fn cleared(&self) -> Self {
        Self { storage: self.storage, saved: self.saved, ..Self::default() }
    }

    /// Takes back what was said about an action that is over.
    pub(super) fn clear_message(&mut self) {
        self.message = None;
        self.uncopied = None;
    }
}
