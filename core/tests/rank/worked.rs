//! The worked numbers: five candidates by six criteria, each of which is one question with options worth quarters.

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::Assessment;
use partner_fit_core::rank::acceptability::{Acceptability, acceptability};
use partner_fit_core::rank::agree::{agreement, tau_b};
use partner_fit_core::rank::candidate::Candidate;
use partner_fit_core::rank::methods::{linear, promethee, topsis, vikor};
use partner_fit_core::rank::options::RankOptions;
use partner_fit_core::rank::order::{Standing, order};
use partner_fit_core::rank::pairs::{Shares, pairs};
use partner_fit_core::rank::rank;
use partner_fit_core::rank::ranking::{RankedCandidate, Ranking};
use partner_fit_core::rank::scorer::Scorer;
use partner_fit_core::rank::sheet::Sheet;
use partner_fit_core::rank::table::Table;
use partner_fit_core::rank::values::Values;
use serde_json::json;

use crate::common::{choice, criterion, file, read};

const WEIGHTS: [u8; 6] = [24, 20, 20, 16, 12, 8];

/// The candidates by their values, in quarters.
const VALUES: [(&str, [usize; 6]); 5] = [
    ("A", [3, 3, 2, 3, 2, 4]),
    ("B", [2, 3, 4, 2, 3, 2]),
    ("C", [4, 1, 3, 2, 2, 1]),
    ("D", [2, 2, 2, 2, 2, 1]),
    ("E", [3, 3, 2, 3, 2, 4]),
];

pub fn assessment() -> Assessment {
    let quarters: Vec<_> = (0..=4).map(|quarters| json!(f64::from(quarters) / 4.0)).collect();
    let one = |(place, weight): (usize, &u8)| {
        criterion(&format!("c{place}"), &json!(weight), vec![choice(&format!("q{place}"), &quarters)])
    };
    read(&file(WEIGHTS.iter().enumerate().map(one).collect(), &[0.0, 45.0, 65.0, 80.0], vec![])).unwrap()
}

pub fn candidate(assessment: &Assessment, name: &str, quarters: &[Option<usize>]) -> Candidate {
    let answers: Answers = quarters
        .iter()
        .enumerate()
        .filter_map(|(place, option)| Some((format!("q{place}"), Answer::Option(format!("o{}", (*option)?)))))
        .collect();
    Candidate { name: name.to_owned(), sheet: Sheet::of(assessment, &answers), ..Default::default() }
}

fn candidates(assessment: &Assessment) -> Vec<Candidate> {
    VALUES.iter().map(|(name, quarters)| candidate(assessment, name, &quarters.map(Some))).collect()
}

fn ranking() -> Ranking {
    let assessment = assessment();
    rank(&assessment, &candidates(&assessment), &RankOptions::default()).unwrap()
}

fn one<'a>(ranking: &'a Ranking, id: &str) -> &'a RankedCandidate {
    ranking.candidates.iter().find(|candidate| candidate.id == id).unwrap()
}

/// Whether two numbers are the same to the six digits that are worked out.
fn near(got: f64, expected: f64) {
    assert!((got - expected).abs() < 5.1e-7, "expected {expected}, got {got}");
}

#[test]
fn gates_scores_and_places_are_as_worked_out() {
    let ranking = ranking();
    let told: Vec<(&str, Option<usize>, usize, usize, bool)> =
        ranking.candidates.iter().map(|c| (c.id.as_str(), c.place, c.place_low, c.place_high, c.tied)).collect();
    let expected = [
        ("A", Some(1), 1, 1, true),
        ("E", Some(1), 1, 1, true),
        ("B", Some(3), 3, 3, false),
        ("C", Some(4), 4, 4, false),
        ("D", Some(5), 5, 5, false),
    ];
    assert_eq!(told, expected);
    for (id, score) in [("A", 69.0), ("B", 68.0), ("C", 60.0), ("D", 48.0), ("E", 69.0)] {
        assert!((one(&ranking, id).score.unwrap() - score).abs() < 1e-9);
    }
    assert_eq!(one(&ranking, "B").close, ["E"]);
    assert_eq!((one(&ranking, "A").close.as_slice(), one(&ranking, "C").close.len()), (&["E".to_owned()][..], 0));
    assert_eq!(one(&ranking, "D").dominated_by.as_deref(), Some("A"));
    assert!(["A", "B", "C", "E"].iter().all(|id| one(&ranking, id).dominated_by.is_none()));
    assert_eq!(one(&ranking, "A").shortfall.as_deref(), Some("c2"));
    assert_eq!(one(&ranking, "B").shortfall.as_deref(), Some("c0"));
}

#[test]
fn ranges_of_places_are_as_worked_out() {
    let ranges = [("A", 71.0, 71.0), ("B", 60.0, 74.0), ("C", 58.0, 58.0), ("D", 40.0, 59.0), ("E", 20.0, 45.0)];
    let standing = |(name, low, high): &(&'static str, f64, f64)| Standing {
        name,
        id: name,
        score: Some(*low),
        band: 0,
        low: (0, *low),
        high: (0, *high),
    };
    let list: Vec<Standing> = ranges.iter().map(standing).collect();
    let places: Vec<(usize, usize)> = order(&list).places.iter().map(|place| (place.best, place.worst)).collect();
    assert_eq!(places, [(1, 2), (1, 2), (3, 4), (3, 5), (4, 5)]);
}

#[test]
fn twins_have_a_range_only_where_one_can_still_move() {
    let assessment = assessment();
    let places = |twins: &[Candidate]| -> Vec<(Option<usize>, usize, usize)> {
        let ranking = rank(&assessment, twins, &RankOptions::default()).unwrap();
        ranking.candidates.iter().map(|c| (c.place, c.place_low, c.place_high)).collect()
    };
    let whole = |name| candidate(&assessment, name, &[Some(2); 6]);
    let open = candidate(&assessment, "open", &[Some(2), Some(2), Some(2), Some(2), Some(2), None]);
    assert_eq!(places(&[whole("a"), whole("b")]), [(Some(1), 1, 1), (Some(1), 1, 1)]);
    assert_eq!(places(&[whole("a"), open]), [(Some(1), 1, 2), (Some(1), 1, 2)]);
    assert_eq!(places(&[whole("a")]), [(Some(1), 1, 1)]);
}

#[test]
fn shares_of_pairs_and_expected_places_are_as_worked_out() {
    let ranking = ranking();
    let pairs = ranking.pairs.as_ref().unwrap();
    assert_eq!(pairs.ids, ["A", "E", "B", "C", "D"]);
    let place = |id: &str| pairs.ids.iter().position(|known| known == id).unwrap();
    let any = |a, b| pairs.any_weights[place(a)][place(b)];
    let same = |a, b| pairs.same_order[place(a)][place(b)];
    for (share, expected) in [
        (any("A", "B"), 0.638_889),
        (any("A", "C"), 0.878_472),
        (any("B", "C"), 0.851_852),
        (any("C", "D"), 0.833_333),
        (same("A", "B"), 0.872_294),
        (same("C", "B"), 0.507_937),
    ] {
        near(share, expected);
    }
    assert_eq!((any("A", "D"), same("A", "D"), any("A", "E"), any("D", "D")), (1.0, 1.0, 0.5, 0.5));
    for (id, any, same, close) in [
        ("A", 1.982_639, 1.894_372, 1.875_962),
        ("E", 1.982_639, 1.894_372, 1.875_962),
        ("B", 2.425_926, 3.252_525, 2.270_809),
        ("C", 3.775_463, 2.958_730, 3.977_269),
        ("D", 4.833_333, 5.0, 4.999_999),
    ] {
        let expected = one(&ranking, id).expected_place.unwrap();
        near(expected.any_weights, any);
        near(expected.same_order, same);
        near(expected.near_weights, close);
    }
    assert!(pairs.approximate.is_empty());
}

/// The values of the five, each with its score.
fn values() -> (Values, Vec<(usize, f64)>) {
    let assessment = assessment();
    let table = Table::new(&assessment);
    let mut scorer = Scorer::new(&table);
    let mut values = Values::new(&WEIGHTS.map(f64::from));
    let mut who = Vec::new();
    for (place, candidate) in candidates(&assessment).iter().enumerate() {
        let numbers = scorer.score(&candidate.sheet.0);
        values.push(&numbers.criteria);
        who.push((place, numbers.score.unwrap()));
    }
    (values, who)
}

#[test]
fn near_the_given_weights_is_as_worked_out() {
    let (values, who) = values();
    let Shares { near_weights, .. } = pairs(&values, &who).ahead[1][2];
    near(near_weights, 0.984_844);
}

#[test]
fn sampled_places_agree_with_exact_ones_and_come_again_from_the_same_seed() {
    let (values, who) = values();
    let sampled = acceptability(&values, &who, "00c0ffee00c0ffee").unwrap();
    assert_eq!(Some(&sampled), acceptability(&values, &who, "00c0ffee00c0ffee").as_ref());
    assert_ne!(Some(&sampled), acceptability(&values, &who, "1").as_ref());
    let exact = pairs(&values, &who).expected;
    for ((shares, error), exact) in sampled.shares.iter().zip(&sampled.errors).zip(exact) {
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let mean: f64 = shares.iter().enumerate().map(|(place, share)| (place + 1) as f64 * share).sum();
        assert!((mean - exact.any_weights).abs() <= 4.0 * error, "{mean} {exact:?} {error}");
    }
    // A and E are equal under every weighting, so they share each place.
    assert_eq!(sampled.shares[0], sampled.shares[4]);
    assert_eq!(sampled.shares[3][0], 0.0);
    assert_eq!(Acceptability::error(0.5), 0.005);
    assert_eq!(acceptability(&values, &who[..1], "1"), None);
}

#[test]
fn other_ways_of_ranking_are_as_worked_out() {
    let matrix: Vec<Vec<f64>> =
        VALUES[..4].iter().map(|(_, quarters)| quarters.map(|value| value as f64 / 4.0).to_vec()).collect();
    let weights = WEIGHTS.map(f64::from);
    let all = |got: Vec<f64>, expected: [f64; 4]| got.into_iter().zip(expected).for_each(|(got, e)| near(got, e));
    all(topsis(&matrix, &weights), [0.567_556, 0.538_807, 0.445_524, 0.236_665]);
    all(vikor(&matrix, &weights, 0.5).compromise, [0.0, 0.514_493, 0.239_130, 1.0]);
    let flows = promethee(&matrix, &weights, &|_, difference| linear(difference, 0.0, 0.5));
    all(flows.net(), [0.18, 0.18, -0.02, -0.34]);

    let agreement = agreement(&matrix, &weights, &[69.0, 68.0, 60.0, 48.0]).unwrap();
    let told: Vec<_> = agreement.methods.iter().map(|m| (m.id, m.tau.unwrap(), m.places.as_slice())).collect();
    assert_eq!((told[0].0, told[0].2), ("topsis", &[1, 2, 3, 4][..]));
    assert_eq!((told[1].0, told[1].2), ("vikor", &[1, 3, 2, 4][..]));
    assert_eq!((told[2].0, told[2].2), ("promethee2", &[1, 1, 3, 4][..]));
    near(told[0].1, 1.0);
    near(told[1].1, 0.666_667);
    near(told[2].1, 0.912_871);
    // A and B tie by PROMETHEE, so that the four ways do not agree on one first.
    assert_eq!(agreement.first, 0);
    assert_eq!(tau_b(&[1.0, 1.0], &[1.0, 2.0]), None);
}
