//! The editor of a configuration: what it holds, and what an action makes of it, with a history.
//!
//! [`Editor::reduce`] is pure. It gives the next editor and, where the page has something to do for it, an [`Effect`]; it
//! touches no screen, no clipboard and no file.

mod edit;

use std::collections::BTreeMap;

pub use self::edit::Edit;
use super::catalogue::Catalogue;
use super::config::{self, Adaptation, Config};
use super::snippet::Mode;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;

/// How many changes can be undone.
const MAX_PAST: usize = 200;

/// Something that somebody does, or that has been done for them.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A change of the configuration.
    Edit(Edit),
    /// Back to before the last change.
    Undo,
    /// Forward again.
    Redo,
    /// Ask whether to start again.
    AskReset,
    /// Start again.
    Reset,
    /// Do not start again.
    KeepAll,
    /// How the widget stands in the site: which texts are shown to be copied.
    Show(Mode),
    /// A text to be copied, by its name.
    Copy(&'static str),
    /// Tell whether the text of that name could be copied.
    Copied(&'static str, bool),
    /// The configuration as a file.
    Download,
    /// A file that was opened; none if it is no JSON.
    Open(Option<Tree>),
    /// A text of the widget that is to be changed, by its key.
    AddText(String),
    /// Forget what was typed half: its field was left.
    Settle,
}

/// Something that the page has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put the text of this name on the clipboard.
    Copy(&'static str),
    /// Select the text of this name, so that a key can copy it.
    Select(&'static str),
    /// Give the focus to the element of this id.
    Focus(String),
    /// Save the configuration as a file.
    Download,
}

/// What the page says about the last action.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Notice {
    /// The key of a text; empty where there is nothing to say.
    pub key: &'static str,
    /// Rises with each notice, so that the same one is announced twice.
    pub number: u32,
}

/// What can be undone.
#[derive(Clone, Debug, Default, PartialEq)]
struct Snapshot {
    config: Config,
    /// What was changed in the other checks, by their ids, for their return.
    parked: BTreeMap<String, Adaptation>,
}

/// A configuration at work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editor {
    now: Snapshot,
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    /// The field of the last change. A change that goes on in the same field is undone together with it.
    last: Option<String>,
    /// What was typed and cannot be taken yet, by field: `#7a` is no colour, and on its way to one.
    pub drafts: BTreeMap<String, String>,
    /// What the page says about the last action.
    pub notice: Notice,
    /// Whether the page asks about starting again.
    pub is_confirming: bool,
    /// What is wrong with the file that was opened last.
    pub problems: Vec<Problem>,
    /// Which texts are shown to be copied.
    pub mode: Mode,
    /// The text that was to be copied last, and whether it was.
    pub copied: Option<(&'static str, bool)>,
    /// Texts of the widget that were added, beside those that are always shown.
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

    /// Whether there is something to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What an action makes of it.
    #[must_use]
    pub fn reduce(&self, action: Action, catalogue: &Catalogue) -> (Editor, Option<Effect>) {
        let mut next = self.clone();
        // A notice is about the last action alone.
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
                // Leaving a field makes no notice, and keeps the one there is.
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
                // Shown as typed for as long as it is being typed: #7a1 is a colour, and on its way to another.
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

    /// Makes `next` the present, and what it replaces the past.
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
    /// Chooses another check. It has other criteria, questions and placeholders, so what was changed in this one is parked.
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
