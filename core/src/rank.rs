//! Many candidates: read, scored, put in order, and how sure that order is.
//!
//! A candidate's own numbers come from the same method as a Report and never depend on who else is listed; what does
//! (places, shares of weightings, agreement of methods) is computed here. Nothing of this is in what a visitor of one
//! assessment downloads.

pub mod acceptability;
pub mod agree;
pub mod candidate;
pub mod caps;
pub mod csv;
pub mod dominance;
pub mod ideal;
pub mod methods;
pub mod options;
pub mod order;
pub mod pairs;
pub mod race;
pub mod ranking;
pub mod read;
pub mod scorer;
pub mod sheet;
pub mod table;
pub mod template;
pub mod values;

use self::agree::agreement;
use self::candidate::{Candidate, Distinct, distinct};
use self::caps::{CapAt, Caps};
use self::dominance::dominated;
use self::ideal::wish::Side;
use self::ideal::{fit, mutual};
use self::options::{PAIRS, RankOptions};
use self::order::{Place, Standing, close, order};
use self::pairs::{Pairs, Shares, pairs};
use self::ranking::{
    AgreementReport, ExpectedPlace, FitReport, MethodReport, PairsReport, RankedCandidate, RankedCriterion, Ranking,
    Shortfall,
};
use self::scorer::{Numbers, Scorer};
use self::table::Table;
use self::values::{Value, Values};
use crate::assessment::Assessment;
use crate::input::problem::Problem;
use crate::report::{AssessmentName, BandName};
use crate::scoring::{band_of, differ};

/// A candidate with its numbers and what caps its band.
struct Scored<'a> {
    who: Distinct<'a>,
    numbers: Numbers,
    caps: Caps,
}

/// Puts candidates in order. Pure, and the same bits everywhere; none gives an empty Ranking, one no pairs.
///
/// # Errors
/// Every problem of the options.
///
/// # Example
/// ```
/// use partner_fit_core::{assessment::Assessment, input::value::Tree};
/// use partner_fit_core::rank::{candidate::Candidate, options::RankOptions, rank};
///
/// let file: Tree = serde_json::from_str(include_str!("../../static/assessments/partner.json"))?;
/// let assessment = Assessment::read(&file, &Default::default()).expect("ours has no problem");
/// let unknown = Candidate { name: "Bakker & Zn".to_owned(), ..Default::default() };
/// let ranking = rank(&assessment, &[unknown], &RankOptions::default()).expect("these options have no problem");
/// assert_eq!((ranking.candidates[0].place, ranking.candidates[0].place_high), (None, 1));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn rank(assessment: &Assessment, candidates: &[Candidate], options: &RankOptions) -> Result<Ranking, Vec<Problem>> {
    let (language, weighted) = options.apply(assessment)?;
    let assessment = weighted.as_ref().unwrap_or(assessment);
    let (kept, skipped) = distinct(candidates, &|index| format!("candidates[{index}].id"));
    let scored = score_all(&Table::new(assessment), kept);
    let standings: Vec<Standing> = scored.iter().map(standing).collect();
    let order = order(&standings);
    let weights: Vec<f64> = assessment.criteria.iter().map(|criterion| criterion.weight).collect();
    let mut values = Values::new(&weights);
    scored.iter().for_each(|one| values.push(&one.numbers.criteria));

    let first = first_by_score(&scored, &order.order, options.pairs);
    let pairs = (first.len() > 1).then(|| pairs(&values, &first));
    let near = close(&standings, &order.order, assessment.borderline);
    let caps: Vec<usize> = scored.iter().map(|one| one.caps.cap).collect();
    let beaten = dominated(&values, &caps, &order.order);
    let id = |index: usize| scored.get(index).map(|one| one.who.id.clone()).unwrap_or_default();
    let listed = order.order.iter().take(options.limit.unwrap_or(usize::MAX));
    let candidates = listed.filter_map(|index| {
        let (one, place) = (scored.get(*index)?, order.places.get(*index)?);
        let compared = first.iter().position(|(first, _)| first == index);
        let expected = compared.and_then(|place| pairs.as_ref()?.expected.get(place).copied());
        Some(RankedCandidate {
            close: near.get(*index).into_iter().flatten().map(|near| id(*near)).collect(),
            dominated_by: beaten.get(*index).copied().flatten().map(id),
            expected_place: expected.map(expected_place),
            fit: fits(assessment, one.who.candidate, options),
            ..ranked(assessment, &language, one, *place)
        })
    });
    Ok(Ranking {
        assessment: AssessmentName {
            id: assessment.id.clone(),
            version: assessment.version.clone(),
            fingerprint: assessment.fingerprint.clone(),
        },
        engine: env!("CARGO_PKG_VERSION"),
        own_weights: assessment.own_weights,
        self_reported: true,
        candidates: candidates.collect(),
        agreement: if options.methods {
            agreement_report(&values, &first_by_score(&scored, &order.order, PAIRS), &id)
        } else {
            None
        },
        pairs: pairs.map(|pairs| pairs_report(&pairs, first.iter().map(|(index, _)| id(*index)).collect())),
        shortfalls: shortfalls(assessment, &scored),
        language,
        skipped,
    })
}

fn score_all<'a>(table: &Table, kept: Vec<Distinct<'a>>) -> Vec<Scored<'a>> {
    let mut scorer = Scorer::new(table);
    let score = |who: Distinct<'a>| {
        let sheet = &who.candidate.sheet.0;
        let numbers = scorer.score(sheet).clone();
        let mut caps = Caps::default();
        table.caps(sheet, &numbers, &mut caps);
        Scored { who, numbers, caps }
    };
    kept.into_iter().map(score).collect()
}

fn standing<'a>(one: &'a Scored) -> Standing<'a> {
    Standing {
        name: &one.who.name,
        id: &one.who.id,
        score: one.numbers.score,
        band: one.caps.band,
        low: (one.caps.low, one.numbers.low),
        high: (one.caps.high, one.numbers.high),
    }
}

/// The first `count` by score, each with its score, in order of place.
fn first_by_score(scored: &[Scored], order: &[usize], count: usize) -> Vec<(usize, f64)> {
    let score = |index: &usize| Some((*index, scored.get(*index)?.numbers.score?));
    let known: Vec<(usize, f64)> = order.iter().filter_map(score).collect();
    let mut by_score: Vec<(usize, f64)> = known.iter().map(|(_, score)| *score).enumerate().collect();
    by_score.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut places: Vec<usize> = by_score.into_iter().take(count).map(|(place, _)| place).collect();
    places.sort_unstable();
    places.into_iter().filter_map(|place| known.get(place).copied()).collect()
}

fn ranked(assessment: &Assessment, language: &str, one: &Scored, place: Place) -> RankedCandidate {
    let Scored { who, numbers, caps } = one;
    let band = |place: usize| {
        let band = assessment.bands.get(place);
        let (id, label) = band.map_or(("", ""), |band| (&band.id, band.label.get(language)));
        BandName { id: id.to_owned(), label: label.to_owned() }
    };
    let edge = |score: f64| band_of(score, &assessment.bands);
    let highest = numbers.criteria.iter().map(|criterion| criterion.lost).fold(0.0, f64::max);
    let most = numbers.criteria.iter().position(|criterion| !differ(criterion.lost, highest));
    let shortfall = most.filter(|_| highest > 0.0).and_then(|place| assessment.criteria.get(place));
    let mut criteria = Vec::new();
    for (criterion, numbers) in assessment.criteria.iter().zip(&numbers.criteria) {
        criteria.push(RankedCriterion {
            id: criterion.id.clone(),
            value: numbers.value,
            points: numbers.points,
            lost: numbers.lost,
        });
    }
    let rule = |cap: &CapAt| match cap {
        CapAt::Gate(place) => assessment.gates.get(*place).map(|gate| gate.id.clone()),
        CapAt::Floor(place) => assessment.criteria.get(*place).map(|criterion| criterion.id.clone()),
    };
    RankedCandidate {
        id: who.id.clone(),
        name: who.name.clone(),
        place: place.place,
        place_low: place.best,
        place_high: place.worst,
        tied: place.tied,
        close: Vec::new(),
        band: band(caps.band),
        band_by_score: band(caps.by_score),
        score: numbers.score,
        low: numbers.low,
        high: numbers.high,
        coverage: numbers.coverage,
        provisional: numbers.score.is_none() || edge(numbers.low) != edge(numbers.high),
        gates: caps.holding.iter().filter_map(rule).collect(),
        criteria,
        shortfall: shortfall.map(|criterion| criterion.id.clone()),
        dominated_by: None,
        expected_place: None,
        fit: None,
        tier: (),
    }
}

fn expected_place(shares: Shares) -> ExpectedPlace {
    let Shares { any_weights, same_order, near_weights } = shares;
    ExpectedPlace { any_weights, same_order, near_weights }
}

/// The fit of one candidate to the wishes of the one who ranks, and the other way round.
fn fits(assessment: &Assessment, candidate: &Candidate, options: &RankOptions) -> Option<FitReport> {
    let wished = options.ideal.as_ref().map(|ideal| (ideal.side, fit(assessment, ideal, &candidate.sheet)));
    let back = options.own.as_ref().zip(candidate.ideal.as_ref());
    let back = back.map(|((assessment, sheet), ideal)| (ideal.side, fit(assessment, ideal, sheet)));
    if wished.is_none() && back.is_none() {
        return None;
    }
    let mut report = FitReport { vendor: None, partner: None, mutual: None, side: None, missed: Vec::new() };
    for (side, fit) in [wished, back].into_iter().flatten() {
        match side {
            Side::Vendor => report.vendor = fit.value,
            Side::Partner => report.partner = fit.value,
        }
        report.missed.extend(fit.missed);
    }
    let (smaller, side) = mutual(report.vendor, report.partner);
    (report.mutual, report.side) = (smaller, side.map(Side::id));
    Some(report)
}

fn pairs_report(pairs: &Pairs, ids: Vec<String>) -> PairsReport {
    let matrix = |part: fn(&Shares) -> f64| pairs.ahead.iter().map(|row| row.iter().map(part).collect()).collect();
    PairsReport {
        ids,
        any_weights: matrix(|shares| shares.any_weights),
        same_order: matrix(|shares| shares.same_order),
        approximate: pairs.approximate.clone(),
    }
}

/// The agreement on those of `first` that are known without a gap; criteria that are out for all of them take no part.
fn agreement_report(values: &Values, first: &[(usize, f64)], id: &dyn Fn(usize) -> String) -> Option<AgreementReport> {
    let has_value = |row: &&(usize, f64), column: usize| matches!(values.row(row.0).get(column), Some(Value::Known(_)));
    let gap = |value: &Value| matches!(value, Value::Partly(_) | Value::Nothing);
    let without_gap: Vec<&(usize, f64)> =
        first.iter().filter(|(index, _)| !values.row(*index).iter().any(gap)).collect();
    let columns: Vec<(usize, f64)> = values.weights.iter().copied().enumerate().collect();
    let columns: Vec<(usize, f64)> =
        columns.into_iter().filter(|(column, _)| without_gap.iter().any(|row| has_value(row, *column))).collect();
    let whole = |row: &&(usize, f64)| columns.iter().all(|(column, _)| has_value(row, *column));
    let rows: Vec<&(usize, f64)> = without_gap.into_iter().filter(whole).collect();
    let value = |row: usize, column: usize| match values.row(row).get(column) {
        Some(Value::Known(value)) => *value,
        _ => 0.0,
    };
    let line = |row: &&(usize, f64)| columns.iter().map(|(column, _)| value(row.0, *column)).collect();
    let matrix: Vec<Vec<f64>> = rows.iter().map(line).collect();
    let weights: Vec<f64> = columns.iter().map(|(_, weight)| *weight).collect();
    let scores: Vec<f64> = rows.iter().map(|(_, score)| *score).collect();
    let agreement = agreement(&matrix, &weights, &scores)?;
    let method = |method: agree::Method| MethodReport { id: method.id, tau: method.tau, places: method.places };
    Some(AgreementReport {
        ids: rows.iter().map(|(index, _)| id(*index)).collect(),
        first: agreement.first,
        methods: agreement.methods.into_iter().map(method).collect(),
    })
}

/// What each criterion costs all together: summed from the smallest up, so that their order makes no difference.
fn shortfalls(assessment: &Assessment, scored: &[Scored]) -> Vec<Shortfall> {
    let mut shortfalls = Vec::new();
    for (place, criterion) in assessment.criteria.iter().enumerate() {
        let lost = |one: &Scored| one.numbers.criteria.get(place).map_or(0.0, |numbers| numbers.lost);
        let mut lost: Vec<f64> = scored.iter().map(lost).collect();
        lost.sort_unstable_by(f64::total_cmp);
        let lost = lost.iter().fold(0.0, |sum, lost| sum + lost);
        if lost > 0.0 {
            shortfalls.push(Shortfall { criterion: criterion.id.clone(), lost });
        }
    }
    shortfalls.sort_by(|a, b| b.lost.total_cmp(&a.lost));
    shortfalls
}
