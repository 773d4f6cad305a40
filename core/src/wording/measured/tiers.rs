//! Tiers in words: which one a partner has and why, what is missing for the next, and whether a tier pays for itself.

use super::{MeasureKey, MeasureTexts};
use crate::measure::Programme;
use crate::measure::report::tiers::TierReport;
use crate::measure::tier::rewards::{Spread, TierSum};
use crate::wording::Texts;

impl MeasureTexts<'_> {
    /// The name of a tier in the reader's language.
    fn tier_label<'p>(&self, programme: &'p Programme, id: &str) -> &'p str {
        let tiers = programme.ladder.iter().flat_map(|ladder| &ladder.tiers);
        let mut found = tiers.filter(|tier| tier.id == id);
        found.next().map(|tier| tier.label.get(self.texts.language())).unwrap_or_default()
    }

    /// What became of the tier, in a sentence or two.
    #[must_use]
    pub fn tier(&self, programme: &Programme, report: &TierReport) -> String {
        let earned = self.tier_label(programme, &report.earned);
        let said = self.named("tier", report.change, &[("tier", &report.label), ("earned", earned)]);
        if report.provisional { format!("{said} {}", self.get(MeasureKey::TierProvisional)) } else { said }
    }

    /// What is missing for the tier above the one that is earned, in a sentence.
    #[must_use]
    pub fn next_tier(&self, programme: &Programme, report: &TierReport) -> String {
        let Some(lift) = &report.to_next else { return self.get(MeasureKey::TierHighest) };
        let tier = self.tier_label(programme, &lift.target);
        if lift.changes.is_empty() {
            return self.fill(MeasureKey::TierNextNone, &[("tier", tier)]);
        }
        let mut changes = Vec::new();
        for change in &lift.changes {
            let Some(question) = programme.asked.question(&change.question) else { continue };
            let texts: &Texts = self.texts;
            let [from, to] = [&change.from, &change.to].map(|answer| texts.answer_text(question, Some(answer)));
            let asked = question.text.get(texts.language());
            changes.push(self.fill(MeasureKey::TierNextChange, &[("question", asked), ("from", &from), ("to", &to)]));
        }
        self.fill(MeasureKey::TierNext, &[("tier", tier), ("changes", &changes.join("; "))])
    }

    /// Whether each tier pays for itself, in a sentence; tiers without partners are left out.
    #[must_use]
    pub fn tier_sums(&self, programme: &Programme, sums: &[TierSum]) -> Vec<String> {
        let tiers = programme.ladder.iter().flat_map(|ladder| &ladder.tiers);
        let mut said = Vec::new();
        for (tier, sum) in tiers.zip(sums).filter(|(_, sum)| sum.partners > 0) {
            let label = tier.label.get(self.texts.language());
            said.push(match (sum.contribution, sum.pays()) {
                (Some(contribution), Some(pays)) => {
                    let [contribution, cost] = [contribution, sum.cost].map(|amount| self.money(amount));
                    let key = if pays { MeasureKey::TierPays } else { MeasureKey::TierCosts };
                    self.fill(key, &[("tier", label), ("contribution", &contribution), ("cost", &cost)])
                }
                _ => self.fill(MeasureKey::TierSumOpen, &[("tier", label)]),
            });
        }
        said
    }

    /// What rules of thumb say of how partners are spread over tiers.
    #[must_use]
    pub fn spread(&self, broken: &[Spread]) -> Vec<String> {
        broken.iter().map(|rule| self.named("spread", rule.name(), &[])).collect()
    }
}
