//! The Report: a result as plain data, which a host receives, a view draws and an export writes.
//!
//! Made from an assessment and answers by [`report`], pure and deterministic: the same input gives the same Report
//! bit for bit, natively and in wasm. How it is said in words is in [`crate::wording`].

pub mod advice;
pub mod lift;
pub mod robustness;

use serde::Serialize;

use self::advice::{AdviceTexts, ClashReport, Ledger, ModelReport, NeedReport, PlanItem, TypeReport, VerdictReport};
use self::lift::LiftReport;
use self::robustness::RobustnessReport;
use crate::advice::Facts;
use crate::answers::{Answer, Answers};
use crate::assessment::text::CANDIDATE;
use crate::assessment::{Assessment, Band};
use crate::scoring::gates::{self, Cap};
use crate::scoring::{self, Score};

/// The result of an assessment, in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Report {
    /// What was asked.
    pub assessment: AssessmentName,
    /// The version of the engine that made this.
    pub engine: &'static str,
    /// Whom the answers are about: "self" where a firm answered for itself, "candidate" where somebody else, such as a
    /// vendor, answered about it.
    pub about: &'static str,
    /// Whether a firm answered for itself. Nobody has verified the answers, whoever gave them.
    pub self_reported: bool,
    /// Whether the reader has put weights of their own in place of the author's.
    pub own_weights: bool,
    /// Whether a page or an address has changed weights, questions or texts of the assessment or of the result.
    pub adapted: bool,
    /// The language of the texts.
    pub language: String,
    /// 0 to 100 over the known answers, never outside `low` to `high`; null where nothing that counts is known.
    pub score: Option<f64>,
    /// The score if every unknown answer were the worst, 0 to 100.
    pub low: f64,
    /// The score if every unknown answer were the best, 0 to 100.
    pub high: f64,
    /// The share of the weight whose answers are known, 0 to 1.
    pub coverage: f64,
    /// The band of the score after gates and floors.
    pub band: BandName,
    /// The band of the score alone.
    pub band_by_score: BandName,
    /// Whether unknown answers can still change the band of the score.
    pub provisional: bool,
    /// Whether the score lies close to the edge of a band.
    pub borderline: bool,
    /// What every criterion brings, in the author's order.
    pub criteria: Vec<CriterionReport>,
    /// The gates and floors that cap the band.
    pub gates: Vec<GateReport>,
    /// Ids of the criteria that carry the result, strongest first.
    pub strengths: Vec<String>,
    /// Ids of the criteria that leave something to gain, most points first.
    pub gaps: Vec<String>,
    /// The unknown question whose answer would say most; null when all are known.
    pub next: Option<String>,
    /// How far the band depends on the weights.
    pub robustness: RobustnessReport,
    /// The smallest change that reaches the next band; null in the top band, and where no score is known.
    pub lift: Option<LiftReport>,
    /// Answers that exclude each other.
    pub clashes: Vec<ClashReport>,
    /// How much a partner would add, beside how ready one is; null where the assessment has no rules for it.
    pub need: Option<NeedReport>,
    /// What the result comes to; null where the assessment has no rules for it.
    pub verdict: Option<VerdictReport>,
    /// The way to work with a partner that fits; null where the assessment has no rules for it.
    pub model: Option<ModelReport>,
    /// The types of partner that fit, best first.
    pub partner_types: Vec<TypeReport>,
    /// Benefits and drawbacks, weighed by the answers.
    pub ledger: Ledger,
    /// What to do, most pressing first.
    pub plan: Vec<PlanItem>,
}

impl Report {
    /// Whether something is unknown that could move the score.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.high > self.low
    }
}

/// Which assessment a Report is of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AssessmentName {
    /// Its id.
    pub id: String,
    /// The version of its content.
    pub version: String,
    /// A hash of everything that decides a score.
    pub fingerprint: String,
}

/// A band by id, and by what the reader sees.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BandName {
    /// Its id.
    pub id: String,
    /// Its name in the Report's language.
    pub label: String,
}

/// What one criterion brings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CriterionReport {
    /// Its id.
    pub id: String,
    /// Its title in the Report's language.
    pub label: String,
    /// The author's weight as a share of all that applies, 0 to 1.
    pub weight: f64,
    /// The weighted mean of the known answers, 0 to 1, never outside `low` to `high`; null where none is known.
    pub value: Option<f64>,
    /// The value if every unknown answer were the worst, 0 to 1.
    pub low: f64,
    /// The value if every unknown answer were the best, 0 to 1.
    pub high: f64,
    /// Points that it brings to the score.
    pub points: f64,
    /// Points that it costs.
    pub lost: f64,
    /// What every question brings, in the author's order.
    pub questions: Vec<QuestionReport>,
}

/// What the answer to one question brings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QuestionReport {
    /// Its id.
    pub id: String,
    /// The answer: an option id, a number, "unsure", "n/a", or null where there is none.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<crate::answers::AnswerValue>"))]
    pub answer: Option<Answer>,
    /// What the answer is worth, 0 to 1; null where it is unknown, does not apply or is not scored.
    pub value: Option<f64>,
    /// Points that it brings to the score.
    pub points: f64,
    /// Points that it costs.
    pub lost: f64,
}

/// A gate or a floor that caps the band.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct GateReport {
    /// The id of the gate, or of the criterion whose floor it is.
    pub id: String,
    /// "gate" or "floor".
    pub kind: &'static str,
    /// The id of the highest band that can be reached.
    pub cap: String,
    /// Why, and what clears it.
    pub reason: String,
}

/// The JSON Schema (2020-12) of the Report; `static/schema/report.schema.json` is this, checked in and tested equal.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn schema() -> serde_json::Value {
    // As it is written: then every key is required, those that can be null included.
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Report>().to_value()
}

/// The Report on `answers`, in `language`, which is one of the assessment's; with [`CANDIDATE`] behind it, a Report about
/// a candidate.
///
/// # Example
/// ```
/// use partner_fit_core::{answers::Answers, assessment::Assessment, input::value::Tree, report::report};
///
/// let file: Tree = serde_json::from_str(include_str!("../../static/assessments/partner.json"))?;
/// let assessment = Assessment::read(&file, &Default::default()).expect("ours has no problem");
/// let nothing_known = report(&assessment, &Answers::default(), "en");
/// assert_eq!((nothing_known.score, nothing_known.low, nothing_known.high), (None, 0.0, 100.0));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn report(assessment: &Assessment, answers: &Answers, language: &str) -> Report {
    let plain = language.strip_suffix(CANDIDATE);
    let score = scoring::score(assessment, answers);
    let bands = &assessment.bands;
    let by_score = scoring::band_of(score.score.unwrap_or(score.low), bands);
    let caps = gates::caps(assessment, answers, &score);
    let band = caps.iter().map(Cap::band).fold(by_score, usize::min);
    let facts = Facts::new(assessment, answers, &score, &caps, band);
    let mut words = AdviceTexts::new(answers, language);
    let models = facts.fits(&assessment.advice.models);
    let types = facts.fits(&assessment.advice.partner_types);
    let (actions, lift) = facts.plan();
    Report {
        assessment: AssessmentName {
            id: assessment.id.clone(),
            version: assessment.version.clone(),
            fingerprint: assessment.fingerprint.clone(),
        },
        engine: env!("CARGO_PKG_VERSION"),
        about: if plain.is_some() { "candidate" } else { "self" },
        self_reported: plain.is_none(),
        own_weights: assessment.own_weights,
        adapted: assessment.adapted,
        language: plain.unwrap_or(language).to_owned(),
        score: score.score,
        low: score.low,
        high: score.high,
        coverage: score.coverage,
        band: band_name(bands.get(band), language),
        band_by_score: band_name(bands.get(by_score), language),
        provisional: score.score.is_none() || scoring::band_of(score.low, bands) != scoring::band_of(score.high, bands),
        borderline: score.score.is_some_and(|score| scoring::borderline(score, assessment.borderline, bands)),
        criteria: criteria(assessment, answers, &score, language),
        gates: caps.iter().map(|cap| gate(cap, bands, language)).collect(),
        strengths: scoring::strengths(assessment, &score),
        gaps: scoring::gaps(assessment, &score),
        next: score.next.clone(),
        robustness: robustness::robustness(assessment, &score, &caps),
        lift: lift.and_then(|lift| lift::lift(assessment, lift)),
        clashes: words.clashes(assessment),
        verdict: facts.verdict().map(|verdict| words.verdict(&verdict)),
        need: facts.need().map(|need| words.need(&need)),
        partner_types: types.fitting.iter().filter_map(|fitting| words.partner_type(fitting)).collect(),
        model: words.model(&models, &types),
        ledger: words.ledger(&facts),
        plan: actions.iter().map(|action| words.plan_item(action, bands)).collect(),
    }
}

fn band_name(band: Option<&Band>, language: &str) -> BandName {
    band.map_or_else(
        || BandName { id: String::new(), label: String::new() },
        |band| BandName { id: band.id.clone(), label: band.label.get(language).to_owned() },
    )
}

fn criteria(assessment: &Assessment, answers: &Answers, score: &Score, language: &str) -> Vec<CriterionReport> {
    let mut criteria = Vec::new();
    for (criterion, scored) in assessment.criteria.iter().zip(&score.criteria) {
        let mut questions = Vec::new();
        for (question, scored) in criterion.questions.iter().zip(&scored.questions) {
            questions.push(QuestionReport {
                id: question.id.clone(),
                answer: answers.get(&question.id).cloned(),
                value: scored.value,
                points: scored.points,
                lost: scored.lost,
            });
        }
        criteria.push(CriterionReport {
            id: criterion.id.clone(),
            label: criterion.title.get(language).to_owned(),
            weight: scored.weight,
            value: scored.value,
            low: scored.low,
            high: scored.high,
            points: scored.points,
            lost: scored.lost,
            questions,
        });
    }
    criteria
}

fn gate(cap: &Cap, bands: &[Band], language: &str) -> GateReport {
    let (id, kind, reason) = match cap {
        Cap::Gate(gate) => (&gate.id, "gate", &gate.reason),
        Cap::Floor(criterion, floor) => (&criterion.id, "floor", &floor.reason),
    };
    GateReport {
        id: id.clone(),
        kind,
        cap: bands.get(cap.band()).map(|band| band.id.clone()).unwrap_or_default(),
        reason: reason.get(language).to_owned(),
    }
}
