//! The editor of a configuration, with its history. [`Editor::reduce`] is pure: it gives the next editor and, if the
//! page has to do something, an [`Effect`]. It touches no screen, clipboard or file.

mod edit;

use std::collections::BTreeMap;

pub use self::edit::Edit;
use super::catalogue::Catalogue;
use super::config::{self, Adaptation, Config};
use super::snippet::Mode;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;

/// The number of changes that can be undone.
const MAX_PAST: usize = 200;

/// An action of somebody who uses the page, or a report of the page's script.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Edits the configuration.
    Edit(Edit),
    /// Undoes the last change.
    Undo,
    /// Repeats the change that was undone last.
    Redo,
    /// Asks whether to start again.
    AskReset,
    /// Starts again with the shipped configuration.
    Reset,
    /// Closes the question about starting again, and keeps everything.
    KeepAll,
    /// Chooses which texts are shown for copying: those of the element or of the frame.
    Show(Mode),
    /// Copies the text of this name.
    Copy(&'static str),
    /// Reports whether the text of that name could be copied.
    Copied(&'static str, bool),
    /// Saves the configuration as a file.
    Download,
    /// Opens a settings file; `None` if it is not JSON.
    Open(Option<Tree>),
    /// Adds a field for the text of the widget with this key.
    AddText(String),
    /// Drops incomplete texts, because their field was left.
    Settle,
}

/// A task for the page's script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Copies the text of this name to the clipboard.
    Copy(&'static str),
    /// Selects the text of this name, so that a key can copy it.
    Select(&'static str),
    /// Moves the focus to the element with this id.
    Focus(String),
    /// Saves the configuration as a file.
    Download,
}

/// The notice about the last action.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Notice {
    /// The key of its text; empty if there is no notice.
    pub key: &'static str,
    /// Rises with each notice, so that screen readers announce the same text twice.
    pub number: u32,
}

/// A state that can be undone.
#[derive(Clone, Debug, Default, PartialEq)]
struct Snapshot {
    config: Config,
    /// The changes to the other checks, by their ids. They are restored when such a check is chosen again.
    parked: BTreeMap<String, Adaptation>,
}

/// The state of the page: the configuration, its history, and what is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editor {
    now: Snapshot,
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    /// The field of the last change. Further changes of the same field are undone together with it.
    last: Option<String>,
    /// The texts that were typed but cannot be applied yet, by field: `#7a` may become a colour.
    pub drafts: BTreeMap<String, String>,
    /// The notice about the last action.
    pub notice: Notice,
    /// Whether the page asks about starting again.
    pub is_confirming: bool,
    /// The problems of the settings file that was opened last.
    pub problems: Vec<Problem>,
    /// Which texts are shown for copying.
    pub mode: Mode,
    /// The text that was copied last, and whether it worked.
    pub copied: Option<(&'static str, bool)>,
    /// The texts of the widget for which a field was added, besides those that always have one.
    pub shown_texts: Vec<String>,
}

impl Editor {
    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.now.config
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to repeat.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Applies an action.
    #[must_use]
    pub fn reduce(&self, action: Action, catalogue: &Catalogue) -> (Editor, Option<Effect>) {
        let mut next = self.clone();
        // A notice disappears with the next action.
        next.copied = None;
        next.notice.key = "";
        let effect = match action {
            Action::Edit(edit) => {
                next.edit(edit, catalogue);
                None
            }
            Action::Undo => next.travel(true),
            Action::Redo => next.travel(false),
            Action::AskReset => {
                next.is_confirming = true;
                Some(Effect::Focus("confirm".to_owned()))
            }
            Action::Reset => {
                next.is_confirming = false;
                next.problems.clear();
                next.put(Snapshot::default(), None);
                next.say("reset.done");
                Some(Effect::Focus("reset".to_owned()))
            }
            Action::KeepAll => {
                next.is_confirming = false;
                Some(Effect::Focus("reset".to_owned()))
            }
            Action::Show(mode) => {
                next.mode = mode;
                None
            }
            Action::Copy(name) => Some(Effect::Copy(name)),
            Action::Copied(name, done) => {
                next.say(if done { "copy.done" } else { "copy.refused" });
                next.copied = Some((name, done));
                (!done).then_some(Effect::Select(name))
            }
            Action::Download => {
                next.say("file.saved");
                Some(Effect::Download)
            }
            Action::Open(file) => next.open(file.as_ref(), catalogue),
            Action::AddText(key) => {
                let id = format!("text-{key}");
                if catalogue.text(&key).is_some() && !next.shown_texts.contains(&key) {
                    next.shown_texts.push(key);
                }
                Some(Effect::Focus(id))
            }
            Action::Settle => {
                // Leaving a field keeps the present notice.
                next.drafts.clear();
                next.notice = self.notice.clone();
                next.copied = self.copied;
                None
            }
        };
        (next, effect)
    }

    fn open(&mut self, file: Option<&Tree>, catalogue: &Catalogue) -> Option<Effect> {
        let read = match file {
            Some(file) => config::read(file, catalogue),
            None => Err(vec![Problem {
                path: String::new(),
                message: "expected a JSON file of at most 256 KB, got something else".to_owned(),
                hint: None,
            }]),
        };
        match read {
            Ok(config) => {
                self.problems.clear();
                self.put(Snapshot { config, ..Snapshot::default() }, None);
                self.say("file.opened");
                None
            }
            Err(problems) => {
                self.problems = problems;
                self.say("file.refused");
                Some(Effect::Focus("problems".to_owned()))
            }
        }
    }

    fn edit(&mut self, edit: Edit, catalogue: &Catalogue) {
        let (field, goes_on) = (edit.field(), edit.goes_on());
        let mut next = self.now.clone();
        self.drafts.remove(&field);
        if let Edit::Assessment(id) = edit {
            next.switch_to(&id, catalogue);
            self.drafts.clear();
        } else {
            match edit.apply(&mut next.config, catalogue) {
                // The field shows the typed text until it is left, because `#7a1` is a colour but may become another
                // one.
                Ok(()) => {
                    if let Edit::Accent(_, typed) = &edit {
                        self.drafts.insert(field.clone(), typed.clone());
                    }
                }
                Err(refusal) => {
                    if let Some(draft) = refusal.draft {
                        self.drafts.insert(field, draft);
                    }
                    if !refusal.key.is_empty() {
                        self.say(refusal.key);
                    }
                    return;
                }
            }
        }
        if next != self.now {
            let merged = goes_on.then_some(field);
            self.put(next, merged);
        }
    }

    /// Replaces the present state with `next`, and adds it to the history.
    fn put(&mut self, next: Snapshot, field: Option<String>) {
        let goes_on = field.is_some() && field == self.last && !self.past.is_empty();
        let before = std::mem::replace(&mut self.now, next);
        if !goes_on {
            self.past.push(before);
            if self.past.len() > MAX_PAST {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last = field;
    }

    fn travel(&mut self, back: bool) -> Option<Effect> {
        let (from, to) = if back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        let Some(found) = from.pop() else {
            self.say(if back { "undo.none" } else { "redo.none" });
            return None;
        };
        to.push(std::mem::replace(&mut self.now, found));
        self.last = None;
        self.drafts.clear();
        self.say(if back { "undo.done" } else { "redo.done" });
        None
    }

    fn say(&mut self, key: &'static str) {
        self.notice = Notice { key, number: self.notice.number.wrapping_add(1) };
    }
}

impl Snapshot {
    /// Chooses another check. It has other criteria, questions and placeholders, so the changes to the present one are
    /// parked.
    fn switch_to(&mut self, id: &str, catalogue: &Catalogue) {
        let (before, after) = (&self.config.check(catalogue).id, &catalogue.check(Some(id)).id);
        if before != after {
            let adaptation = std::mem::take(&mut self.config.adaptation);
            self.parked.insert(before.clone(), adaptation);
            self.config.adaptation = self.parked.remove(after).unwrap_or_default();
            self.config.assessment = Some(after.clone()).filter(|id| *id != catalogue.check(None).id);
        }
    }
}
