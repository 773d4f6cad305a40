//! The state and the actions of sharing a result and of opening an earlier one. Copying, downloading, printing and
//! storing are effects, which the element carries out; it then reports how they ended. `reduce` decides what the reader
//! reads about that.

mod reduce;

use partner_fit_core::answers::Answers;
use partner_fit_core::sharing::OpenError;
use partner_fit_core::sharing::link::Link;
use partner_fit_core::wording::Key;

use super::by::By;

/// The forms in which a result can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareForm {
    /// A link, to the clipboard.
    Link,
    /// Plain text, to the clipboard.
    Text,
    /// The Report as a JSON file, which can be opened again.
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

    /// Its name in events and in the element's calls.
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

    /// The text that the reader reads when it has worked.
    const fn done(self) -> Key {
        match self {
            Self::Link => Key::ShareCopiedLink,
            Self::Text => Key::ShareCopiedText,
            Self::Json | Self::Csv => Key::ShareDownloaded,
            Self::Print => Key::SharePrinted,
            Self::Save => Key::ShareSaved,
        }
    }

    /// The text that the reader reads when the browser refuses it.
    const fn refused(self) -> Key {
        match self {
            Self::Link | Self::Text => Key::ShareRefusedCopy,
            Self::Json | Self::Csv => Key::ShareRefusedFile,
            Self::Print => Key::ShareRefusedPrint,
            Self::Save => Key::ShareRefusedSave,
        }
    }
}

/// Where the browser may store answers; the host decides.
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

/// An action of the reader, or a report of the element.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareAction {
    /// Shares the result.
    Share(ShareForm),
    /// Reports how sharing ended: whether the browser allowed it, and the text that could not be copied.
    Ended(ShareForm, Result<(), String>),
    /// Takes over the company name that the reader types for the link.
    Name(String),
    /// Removes the saved answers.
    Forget,
    /// Opens the saved answers.
    OpenSaved,
    /// Takes over the link that the reader types.
    Paste(String),
    /// Opens the link that was typed.
    OpenPasted,
    /// Opens answers that were read from a file or the storage.
    Open(By, Result<Link, OpenError>),
    /// Opens the link in the page's address, in place of whatever is shown.
    OpenLink(Result<Link, OpenError>),
    /// Sets whether the page has an address to which a link can lead.
    Links(bool),
    /// Replaces the present answers with the earlier ones.
    UseEarlier,
    /// Closes the earlier result.
    CloseEarlier,
    /// Sets where answers may be stored, and whether some are.
    Storage(Storage, bool),
}

/// An effect, which the element carries out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Copies, downloads, prints or saves.
    Share(ShareForm),
    /// Removes what is saved.
    Forget,
    /// Opens the saved answers.
    OpenSaved,
    /// Stores the answers, because they have been replaced.
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

/// The state of sharing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// The company name for the link, as typed.
    pub name: String,
    /// The link to open, as typed. It stays as long as its result is compared: a field that is emptied while the focus
    /// leaves it is read by some screen readers instead of what has the focus then.
    pub pasted: String,
    /// The text about what has just happened, and who caused it: only a reader's action is announced to screen readers.
    pub message: Option<(By, Key)>,
    /// How often sharing has ended, because the same text once more is news.
    pub ended: u32,
    /// The text that the browser refused to copy.
    pub uncopied: Option<String>,
    /// The answers of the earlier result that is compared with the present one.
    pub earlier: Option<Answers>,
    /// The company name in the link that was opened.
    pub company: Option<String>,
    /// Whether answers that were opened are about a candidate, where they say so.
    pub candidate: Option<bool>,
    /// Whether the answers came with a link.
    pub from_link: bool,
    /// Whether the page has no address to which a link can lead.
    pub without_links: bool,
    /// Where answers may be stored.
    pub storage: Storage,
    /// Whether a result is saved on this device.
    pub saved: bool,
}

impl Sharing {
    /// The part that stays when the reader clears everything else.
    pub(super) fn cleared(&self) -> Self {
        let Self { storage, saved, without_links, .. } = *self;
        Self { storage, saved, without_links, ..Self::default() }
    }

    /// Removes the text about an action that is over.
    pub(super) fn clear_message(&mut self) {
        self.message = None;
        self.uncopied = None;
    }
}
