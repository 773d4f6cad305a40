//! Many partners at one look: how they are spread over tiers, where points are lost and by whom, on how few the revenue rests,
//! and who sleeps. Every partner is measured by itself, so that no number depends on who else is in the list.

use super::Programme;
use super::figures::figure;
use super::indicator::Figure;
use super::score::Measured;
use super::tier::Change;
use super::tier::decision::Decision;
use super::tier::rewards::{Member, concentration};
use crate::answers::{Answer, Answers};
use crate::input::ordered::insert_ordered;

/// How many partners are named for each criterion.
const MOST: usize = 5;

/// What many partners come to. Partners are named by their places in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What became of each partner's tier; `None` where nothing is known of it.
    pub decisions: Vec<Option<Decision>>,
    /// How many partners have each tier, from the lowest up.
    pub tiers: Vec<usize>,
    /// Where points are lost, the most first.
    pub lost: Vec<Lost>,
    /// The share of revenue of the largest fifth, and the effective number of partners; `None` where no revenue is known.
    pub concentration: Option<(f64, f64)>,
    /// Who has no open deal and had no talk between leaders in a quarter.
    pub sleepers: Vec<usize>,
}

/// What a criterion costs all partners together.
#[derive(Clone, Debug, PartialEq)]
pub struct Lost {
    /// The id of the criterion.
    pub criterion: String,
    /// The points, summed over partners.
    pub points: f64,
    /// The partners that lose most by it, at most five, the most first.
    pub partners: Vec<usize>,
}

impl Overview {
    /// The partners whose tier did this.
    #[must_use]
    pub fn that(&self, change: Change) -> Vec<usize> {
        let decisions = self.decisions.iter().enumerate();
        decisions.filter(|(_, one)| one.is_some_and(|one| one.change == change)).map(|(place, _)| place).collect()
    }

    /// The partners with their tiers and revenue, to be held against what tiers cost; those without a tier are left out.
    #[must_use]
    pub fn members(&self, sheets: &[Answers]) -> Vec<Member> {
        let known = self.decisions.iter().zip(sheets);
        known.filter_map(|(one, sheet)| Some(Member { tier: (*one)?.tier, revenue: revenue(sheet) })).collect()
    }
}

impl Programme {
    /// What the sheets of many partners come to.
    #[must_use]
    pub fn overview(&self, sheets: &[Answers]) -> Overview {
        let measured: Vec<Measured> = sheets.iter().map(|sheet| self.measure(sheet)).collect();
        let decisions: Vec<Option<Decision>> = measured.iter().map(Measured::tier).collect();
        let count = self.ladder.as_ref().map_or(0, |ladder| ladder.tiers.len());
        let with = |tier: usize| decisions.iter().flatten().filter(|decision| decision.tier == tier).count();
        let revenues: Vec<f64> = sheets.iter().filter_map(revenue).collect();
        Overview {
            tiers: (0..count).map(with).collect(),
            lost: self.lost(&measured),
            concentration: concentration(&revenues),
            sleepers: (0..sheets.len()).filter(|place| sheets.get(*place).is_some_and(sleeps)).collect(),
            decisions,
        }
    }

    /// What each criterion with weight costs.
    fn lost(&self, measured: &[Measured]) -> Vec<Lost> {
        let mut all: Vec<Lost> = Vec::new();
        for (place, criterion) in self.scored.criteria.iter().enumerate().filter(|(_, one)| one.weight > 0.0) {
            let mut ranked: Vec<(f64, usize)> = Vec::new();
            for (partner, one) in measured.iter().enumerate() {
                let lost = one.score.criteria.get(place).map_or(0.0, |score| score.lost);
                if lost > 0.0 {
                    insert_ordered(&mut ranked, (lost, partner), |(other, _)| *other < lost);
                }
            }
            let points = crate::scoring::sum(ranked.iter().map(|(lost, _)| *lost).collect());
            let partners = ranked.into_iter().take(MOST).map(|(_, partner)| partner).collect();
            let lost = Lost { criterion: criterion.id.clone(), points, partners };
            insert_ordered(&mut all, lost, |other| other.points < points);
        }
        all
    }
}

/// The revenue of a partner, where it is known.
fn revenue(sheet: &Answers) -> Option<f64> {
    match figure(sheet, "revenue") {
        Figure::Known(revenue) => Some(revenue),
        Figure::Unknown | Figure::Out => None,
    }
}

/// Whether nothing is on its way and nobody talks. What is not known is not held against a partner.
fn sleeps(sheet: &Answers) -> bool {
    let talks = ["never", "within-year", "within-half"];
    let silent = matches!(sheet.get("last-talk"), Some(Answer::Option(talk)) if talks.contains(&talk.as_str()));
    silent && figure(sheet, "pipeline") == Figure::Known(0.0)
}
