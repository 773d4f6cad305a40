//! The tier of a Report.

use serde::Serialize;

use crate::measure::Measured;
use crate::report::lift::{ChangeReport, LiftReport};

/// The tier of a partner.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct TierReport {
    /// The id of the tier that it has.
    pub id: String,
    /// Its name in the Report's language.
    pub label: String,
    /// What is done with its partners, in the Report's language; null where nothing is said.
    pub about: Option<String>,
    /// The id of the tier that the score alone reaches.
    pub by_score: String,
    /// The id of the tier that is earned.
    pub earned: String,
    /// "new", "up", "same", "warned", "down" or "unclear".
    pub change: &'static str,
    /// Whether what is not known can still change what is earned.
    pub provisional: bool,
    /// The smallest change that earns the tier above the one that is earned; null in the highest.
    pub to_next: Option<LiftReport>,
    /// The ids of what partners of the tier get.
    pub rewards: Vec<String>,
    /// What is worth a word.
    pub messages: Vec<MessageReport>,
}

/// What is worth a word.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MessageReport {
    /// Its id.
    pub id: String,
    /// Whether it is for whoever looks after the partner alone.
    pub private: bool,
    /// What to say, in the Report's language. `[partner]` stands for the partner's name.
    pub text: String,
}

/// The tier of a sheet.
pub(super) fn tier(measured: &Measured, language: &str) -> Option<TierReport> {
    let ladder = measured.programme.ladder.as_ref()?;
    let decision = measured.tier()?;
    let tier = ladder.tiers.get(decision.tier)?;
    let id = |place: usize| ladder.tiers.get(place).map(|tier| tier.id.clone()).unwrap_or_default();
    let to_next = measured.to_next_tier().map(|lift| {
        let mut changes = Vec::new();
        for change in lift.changes {
            changes.push(ChangeReport { question: change.question, from: change.from, to: change.to });
        }
        let (target, blocked_by, after) = (id(lift.target), lift.blocked_by, None);
        let (reachable, within, score) = (lift.reachable, lift.within, lift.score);
        LiftReport { target, reachable, changes, score, within, blocked_by, after }
    });
    let mut messages = Vec::new();
    for message in measured.messages(decision) {
        let text = message.text.get(language).to_owned();
        messages.push(MessageReport { id: message.id.clone(), private: message.private, text });
    }
    Some(TierReport {
        id: tier.id.clone(),
        label: tier.label.get(language).to_owned(),
        about: tier.about.as_ref().map(|about| about.get(language).to_owned()),
        by_score: id(decision.by_score),
        earned: id(decision.earned),
        change: decision.change.name(),
        provisional: decision.provisional,
        to_next,
        rewards: tier.rewards.clone(),
        messages,
    })
}
