//! Applies the actions of sharing to the flow, and chooses the text that the reader reads about each.

use partner_fit_core::assessment::Assessment;
use partner_fit_core::sharing::OpenError;
use partner_fit_core::sharing::link::{self, Link};

use super::{Effect, ShareAction, ShareForm};
use crate::flow::action::Event;
use crate::flow::by::By;
use crate::flow::{Flow, Focus, Part, Screen};
use partner_fit_core::wording::Key;

impl Flow {
    pub(in crate::flow) fn share_action(
        &mut self,
        action: ShareAction,
        assessment: &Assessment,
        events: &mut Vec<Event>,
    ) {
        match action {
            ShareAction::Share(form) => events.push(Event::Effect(Effect::Share(form))),
            ShareAction::Ended(form, outcome) => self.ended(form, outcome, events),
            ShareAction::Name(name) => self.sharing.name = name,
            ShareAction::Forget => {
                self.sharing.saved = false;
                self.sharing.message = Some((By::Reader, Key::ShareForgotten));
                if self.screen == Screen::Result {
                    self.take_focus(By::Reader, Focus::Part(Part::SaveButton));
                }
                events.push(Event::Effect(Effect::Forget));
            }
            ShareAction::OpenSaved => events.push(Event::Effect(Effect::OpenSaved)),
            ShareAction::Paste(link) => self.sharing.pasted = link,
            ShareAction::OpenPasted => {
                // Readers paste the whole address, or its fragment alone.
                let pasted = self.sharing.pasted.trim();
                let fragment = pasted.rsplit_once('#').map_or(pasted, |(_, fragment)| fragment);
                let found = link::open(assessment, fragment);
                self.sharing.from_link |=
                    self.open(By::Reader, found, assessment, events) && self.sharing.earlier.is_none();
            }
            ShareAction::Open(by, found) => {
                self.open(by, found, assessment, events);
            }
            ShareAction::OpenLink(found) => {
                // The address says what is to be seen: nothing is compared with it.
                if found.is_ok() {
                    self.screen = Screen::Start;
                    self.sharing.earlier = None;
                }
                self.sharing.from_link |= self.open(By::Host, found, assessment, events);
            }
            ShareAction::Links(possible) => self.sharing.without_links = !possible,
            ShareAction::UseEarlier => {
                self.sharing.pasted = String::new();
                if let Some(earlier) = self.sharing.earlier.take() {
                    self.replace(earlier, assessment);
                    self.take_focus(By::Reader, Focus::Heading);
                    events.push(Event::Effect(Effect::Note));
                }
            }
            ShareAction::CloseEarlier => {
                self.sharing.earlier = None;
                self.sharing.pasted = String::new();
                self.sharing.company = None;
                self.take_focus(By::Reader, Focus::OpenPart);
            }
            ShareAction::Storage(storage, saved) => {
                self.sharing.storage = storage;
                self.sharing.saved = saved;
            }
        }
    }

    fn ended(&mut self, form: ShareForm, outcome: Result<(), String>, events: &mut Vec<Event>) {
        let (message, shared) = match outcome {
            Ok(()) => (form.done(), true),
            // A text that the reader is shown for copying by hand counts as shared, too.
            Err(text) if matches!(form, ShareForm::Link | ShareForm::Text) => {
                self.sharing.uncopied = Some(text);
                self.take_focus(By::Reader, Focus::Uncopied);
                (form.refused(), true)
            }
            Err(_) => (form.refused(), false),
        };
        self.sharing.saved |= shared && form == ShareForm::Save;
        self.sharing.message = Some((By::Reader, message));
        self.sharing.ended += 1;
        if shared {
            events.push(Event::Share(form));
        }
    }

    /// Opens earlier answers. If a result is shown they are compared with it; otherwise they replace the present
    /// answers. Returns whether there were any.
    fn open(
        &mut self,
        by: By,
        found: Result<Link, OpenError>,
        assessment: &Assessment,
        events: &mut Vec<Event>,
    ) -> bool {
        let Link { answers, company, candidate } = match found {
            Ok(link) => link,
            Err(error) => {
                self.sharing.message = Some((by, error.key()));
                return false;
            }
        };
        self.sharing.company = company;
        if self.screen == Screen::Result {
            self.sharing.earlier = Some(answers);
            self.take_focus(by, Focus::Earlier);
            return true;
        }
        self.sharing.pasted = String::new();
        self.sharing.candidate = candidate;
        self.replace(answers, assessment);
        self.returning = None;
        // The answers were opened, not given: `pf-complete` must not be sent for them.
        self.announced = Some(self.answers.clone());
        let complete = self.answers.complete(assessment);
        let screen = if complete { Screen::Result } else { self.before_result(0, assessment) };
        self.show(screen, by);
        events.push(Event::Effect(Effect::Note));
        true
    }
}
