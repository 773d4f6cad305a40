//! The Ranking: the result of many candidates as plain data, which a host receives and a table shows.

use serde::Serialize;

use crate::input::problem::Problem;
use crate::report::{AssessmentName, BandName};

/// Candidates in order, and how sure that order is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ranking {
    /// What was asked.
    pub assessment: AssessmentName,
    /// The version of the engine that made this.
    pub engine: &'static str,
    /// The language of the names of bands.
    pub language: String,
    /// Whether weights of the reader stand in place of the author's.
    pub own_weights: bool,
    /// Always true: nobody has verified the answers.
    pub self_reported: bool,
    /// In order of place.
    pub candidates: Vec<RankedCandidate>,
    /// The comparison of every pair of the first few; null where it was not asked for, or fewer than two have a score.
    pub pairs: Option<PairsReport>,
    /// Whether other ways of ranking agree; null where it was not asked for, or fewer than two are known without a gap.
    pub agreement: Option<AgreementReport>,
    /// What each criterion costs all candidates together, most first.
    pub shortfalls: Vec<Shortfall>,
    /// Candidates that could not be read.
    pub skipped: Vec<Skipped>,
}

/// One candidate. Its own numbers never depend on who else is listed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RankedCandidate {
    /// Its id, unique in the list.
    pub id: String,
    /// Its name, plain text by a stranger.
    pub name: String,
    /// Its place, from 1; equals share one. Null without a score.
    pub place: Option<usize>,
    /// The best place that unknown answers leave.
    pub place_low: usize,
    /// The worst place that unknown answers leave.
    pub place_high: usize,
    /// Whether another one has the same place.
    pub tied: bool,
    /// The ids of its neighbours that hardly differ.
    pub close: Vec<String>,
    /// The band after gates and floors.
    pub band: BandName,
    /// The band of the score alone.
    pub band_by_score: BandName,
    /// 0 to 100 over the known answers; null where nothing that counts is known.
    pub score: Option<f64>,
    /// The score if every unknown answer were the worst, 0 to 100.
    pub low: f64,
    /// The score if every unknown answer were the best, 0 to 100.
    pub high: f64,
    /// The share of the weight whose answers are known, 0 to 1.
    pub coverage: f64,
    /// Whether unknown answers can still change the band of the score.
    pub provisional: bool,
    /// The ids of the gates, and of the criteria whose floors cap the band.
    pub gates: Vec<String>,
    /// What every criterion brings, in the author's order.
    pub criteria: Vec<RankedCriterion>,
    /// The id of the criterion that costs most; null where none costs anything.
    pub shortfall: Option<String>,
    /// The id of one that is ahead under every weighting; null where there is none.
    pub dominated_by: Option<String>,
    /// The exact mean of its places over weightings; null beyond the first few, and without a score.
    pub expected_place: Option<ExpectedPlace>,
    /// How near it is to what was asked; null where nothing was.
    pub fit: Option<FitReport>,
    /// Always null: no assessment has tiers yet.
    pub tier: (),
}

/// What a criterion brings to one candidate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedCriterion {
    /// Its id.
    pub id: String,
    /// The weighted mean of the known answers, 0 to 1; null where none is known.
    pub value: Option<f64>,
    /// Points that it brings to the score.
    pub points: f64,
    /// Points that it costs.
    pub lost: f64,
}

/// The mean of a candidate's places, among those that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExpectedPlace {
    /// Over all weightings.
    pub any_weights: f64,
    /// Over those that keep the order of importance; of equal weights the file's order counts.
    pub same_order: f64,
    /// Over those near the given ones.
    pub near_weights: f64,
}

/// The fit of a candidate, each side 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FitReport {
    /// How near the partner's answers are to the vendor's wishes.
    pub vendor: Option<f64>,
    /// How near the vendor's answers are to the partner's wishes.
    pub partner: Option<f64>,
    /// The smaller of the two.
    pub mutual: Option<f64>,
    /// Whose it is, "vendor" or "partner"; null where both are equal or one is not known.
    pub side: Option<&'static str>,
    /// The ids of the questions that a side said must be as wished, and are not: no match.
    pub missed: Vec<String>,
}

/// The comparison of pairs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PairsReport {
    /// Who is compared, in order of place.
    pub ids: Vec<String>,
    /// For each of them a row: the share of all weightings under which it is ahead of each; ½ beside itself.
    pub any_weights: Vec<Vec<f64>>,
    /// The same among weightings that keep the order of importance.
    pub same_order: Vec<Vec<f64>>,
    /// The pairs, as places in `ids`, in which a score stands in for a value that is not known.
    pub approximate: Vec<(usize, usize)>,
}

/// How far other ways of ranking agree with the score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgreementReport {
    /// Who takes part, in order of place: those known without a gap.
    pub ids: Vec<String>,
    /// On how many of the first all four ways agree.
    pub first: usize,
    /// The three other ways.
    pub methods: Vec<MethodReport>,
}

/// What another way of ranking says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MethodReport {
    /// "topsis", "vikor" or "promethee2".
    pub id: &'static str,
    /// Kendall's τ-b with the score; null where one of the two ties all.
    pub tau: Option<f64>,
    /// The place of each of those who take part.
    pub places: Vec<usize>,
}

/// What a criterion costs all candidates together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shortfall {
    /// The id of the criterion.
    pub criterion: String,
    /// Points, summed over the candidates.
    pub lost: f64,
}

/// A candidate that could not be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Skipped {
    /// Its place in the list that was given, from 0.
    pub index: usize,
    /// Its name, as far as it has one.
    pub name: String,
    /// Why.
    pub problems: Vec<Problem>,
}
