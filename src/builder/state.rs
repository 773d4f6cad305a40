//! Where the work on a configuration stands, and what an action makes of it: one pure reducer with its history.
//!
//! [`State::reduce`] gives the next state and, where the page has something to do for it, an [`Effect`]. It touches no
//! screen, no clipboard and no file.

mod edit;

pub use self::edit::Edit;
use super::catalogue::Catalogue;
use super::choice::{Audience, Mode};
use super::config::{self, Config, Own};
use partner_fit_core::input::map::Map;
use partner_fit_core::input::problem::Problem;
use partner_fit_core::input::value::Tree;

/// How many steps back there are.
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
    /// The wish to start again, which is asked about first.
    AskReset,
    /// Start again.
    Reset,
    /// Do not start again.
    KeepAll,
    /// How the widget stands in the site: which texts are shown to be copied.
    Show(Mode),
    /// A text to be copied, by its name.
    Copy(&'static str),
    /// Whether the text of that name could be copied.
    Copied(&'static str, bool),
    /// The configuration as a file.
    Download,
    /// A file that was opened; none if it is no JSON.
    Open(Option<Tree>),
    /// A text of the widget that is to be changed, by its key.
    AddText(String),
    /// What was typed half is let go.
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

/// What is said about the last action, by the key of a text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Notice {
    /// The key; empty where there is nothing to say.
    pub key: &'static str,
    /// Rises with each notice, so that the same one is said twice.
    pub number: u32,
}

/// What can be undone.
#[derive(Clone, Debug, Default, PartialEq)]
struct Snapshot {
    config: Config,
    parked: Own,
}

/// Where the work stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    now: Snapshot,
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    /// The field of the last change: one that goes on in the same field is undone with it.
    last: Option<String>,
    /// What is typed in fields that take only some texts, as typed, by field.
    pub drafts: Map<String>,
    /// What is said about the last action.
    pub notice: Notice,
    /// Whether it is being asked about starting again.
    pub confirming: bool,
    /// What is wrong with the file that was opened last.
    pub problems: Vec<Problem>,
    /// Which texts are shown to be copied.
    pub mode: Mode,
    /// The text that was to be copied last, and whether it was.
    pub copied: Option<(&'static str, bool)>,
    /// Texts of the widget that were asked for, beside those that are always shown.
    pub shown_texts: Vec<String>,
}

impl State {
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
    pub fn reduce(&self, action: Action, catalogue: &Catalogue) -> (State, Option<Effect>) {
        let mut next = self.clone();
        // What was said of the last action is no news after the next.
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
                next.confirming = true;
                Some(Effect::Focus("confirm".to_owned()))
            }
            Action::Reset => {
                next.confirming = false;
                next.problems.clear();
                next.put(Snapshot::default(), None);
                next.say("reset.done");
                Some(Effect::Focus("reset".to_owned()))
            }
            Action::KeepAll => {
                next.confirming = false;
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
                // Leaving a field says nothing, and takes nothing back that was said.
                next.drafts = Map::default();
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
                self.put(Snapshot { config, parked: Own::default() }, None);
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
        let field = edit.field();
        let mut next = self.now.clone();
        self.drafts.remove(&field);
        if let Edit::Audience(audience) = edit {
            next.turn_to(audience);
            self.drafts = Map::default();
        } else {
            match edit.apply(&mut next.config, catalogue) {
                // As typed for as long as it is being typed: #7a1 is a colour, and on its way to another.
                Ok(()) => {
                    if let Edit::Accent(_, typed) = &edit {
                        self.drafts.insert(&field, typed.clone());
                    }
                }
                Err(refusal) => {
                    if let Some(draft) = refusal.draft {
                        self.drafts.insert(&field, draft);
                    }
                    if !refusal.key.is_empty() {
                        self.say(refusal.key);
                    }
                    return;
                }
            }
        }
        if next != self.now {
            let merged = edit.goes_on().then_some(field);
            self.put(next, merged);
        }
    }

    /// Makes `next` the present. A change that goes on in the field of the last one is undone together with it.
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
        self.drafts = Map::default();
        self.say(if back { "undo.done" } else { "redo.done" });
        None
    }

    fn say(&mut self, key: &'static str) {
        self.notice = Notice { key, number: self.notice.number.wrapping_add(1) };
    }
}

impl Snapshot {
    /// Another check has other criteria, questions and placeholders: what was chosen for this one is kept for its
    /// return.
    fn turn_to(&mut self, audience: Audience) {
        if self.config.audience != audience {
            self.config.audience = audience;
            std::mem::swap(&mut self.config.own, &mut self.parked);
        }
    }
}
