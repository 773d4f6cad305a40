//! The economics: both worked examples, and what must hold for whatever inputs.

use partner_fit_core::measure::economics::cash::cash;
use partner_fit_core::measure::economics::drivers::drivers;
use partner_fit_core::measure::economics::range::{PLACES, Unknown, corners};
use partner_fit_core::measure::economics::{Inputs, economics};
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::near;

/// The first worked example.
pub fn first() -> Inputs {
    Inputs {
        contract_value: 12_000.0,
        margin_direct: 0.75,
        margin_partner: 0.75,
        share_first: 0.25,
        share_renewal: 0.10,
        retention_direct: 0.88,
        retention_partner: 0.92,
        growth_direct: 0.0,
        growth_partner: 0.0,
        cac_direct: 10_000.0,
        variable_cost: 40_000.0 / 35.0,
        fixed_cost: 150_000.0,
        customers: 35.0,
        years: 5.0,
        discount: 0.0,
        overlap: 0.0,
        ramp: 6.0,
        full: 18.0,
    }
}

/// The second one, with growth, two margins and a discount.
pub fn second() -> Inputs {
    Inputs {
        margin_direct: 0.65,
        share_renewal: 0.25,
        retention_partner: 0.85,
        growth_direct: 0.04,
        growth_partner: 0.02,
        discount: 0.08,
        cac_direct: 8_000.0,
        variable_cost: 0.0,
        fixed_cost: 90_000.0,
        customers: 18.0,
        ..first()
    }
}

/// Whether a number is the printed one, which has this many decimals.
fn printed(number: f64, expected: f64, decimals: i32) -> bool {
    (number - expected).abs() <= 0.5000001 * 10_f64.powi(-decimals)
}

#[test]
fn the_first_worked_example() {
    let found = economics(&first());
    assert!(printed(found.lifetime_direct, 35_420.106_24, 6));
    assert!(printed(found.lifetime_partner, 34_439.551488, 6));
    assert!(printed(found.cac_partner.unwrap(), 8_428.571429, 6));
    assert!(printed(found.direct, 25_420.106_24, 6));
    assert!(printed(found.partner.unwrap(), 26_010.980059, 6));
    assert!(printed(found.difference.unwrap(), 590.873819, 6));
    assert!(printed(found.cover.unwrap(), 4.951035, 6));
    assert!(printed(found.equal.unwrap(), 30.759210, 6));
    assert!(printed(found.share_equal.unwrap(), 0.299239, 6));
    let difference = |inputs: Inputs| economics(&inputs).difference.unwrap();
    assert!(printed(difference(Inputs { discount: 0.1, ..first() }), 676.694802, 6));
    let overlapping = economics(&Inputs { overlap: 0.2, ..first() });
    assert!(printed(overlapping.difference.unwrap(), -4_493.147429, 6));
    assert_eq!(overlapping.equal, None);
    assert!(near(economics(&Inputs { retention_partner: 1.0, ..first() }).lifetime_partner, 40_200.0));
    let never = economics(&Inputs { share_first: 0.6, share_renewal: 0.4, retention_partner: 0.8, ..first() });
    assert!(printed(never.difference.unwrap(), -19_129.957669, 6));
    assert_eq!(never.equal, None);
    assert!(printed(never.cover.unwrap(), 14.18, 2));
}

#[test]
fn the_second_worked_example() {
    let found = economics(&second());
    assert!(printed(found.direct, 20_779.628991, 6));
    assert!(printed(found.partner.unwrap(), 15_279.402392, 6));
    assert!(printed(100.0 * found.share_equal_all.unwrap(), 11.439, 3));
    let overlapping = economics(&Inputs { overlap: 0.3, ..second() });
    assert!(printed(overlapping.partner.unwrap(), 9_045.513695, 6));
}

#[test]
fn cash_of_the_first_example() {
    let told = |inputs: Inputs| cash(&inputs).pay_month;
    let found = cash(&first());
    assert_eq!((found.pay_month, found.deepest.0, found.balance.len()), (Some(39), 22, 60));
    assert!(printed(found.deepest.1, -215_109.76, 2));
    assert_eq!(told(Inputs { customers: 60.0, ..first() }), Some(31));
    assert_eq!(told(Inputs { customers: 60.0, variable_cost: 40_000.0 / 60.0, ..first() }), Some(30));
    assert_eq!(told(Inputs { customers: 10.0, ..first() }), None);
    let idle = cash(&Inputs { fixed_cost: 0.0, customers: 0.0, ..first() });
    assert_eq!((idle.pay_month, idle.deepest), (Some(7), (0, 0.0)));
}

#[test]
fn without_customers_only_what_needs_none_is_said() {
    let found = economics(&Inputs { customers: 0.0, ..first() });
    assert_eq!((found.cac_partner, found.partner, found.difference), (None, None, None));
    assert_eq!((found.share_equal, found.share_equal_all), (None, None));
    assert!(found.cover.is_some() && found.equal.is_some());
    let free = Inputs { fixed_cost: 0.0, ..first() };
    assert_eq!(economics(&free).cover, Some(0.0));
    let never = Inputs { fixed_cost: 0.0, contract_value: 1.0, ..first() };
    assert_eq!(economics(&never).cover, None);
}

#[test]
fn what_moves_it_most_stands_first() {
    let found = drivers(&first());
    let (one, two) = (found[0], found[1]);
    assert_eq!((one.input, two.input), ("retention-direct", "retention-partner"));
    assert!(printed(one.low, -8_989.0, 0) && printed(one.high, 10_863.0, 0), "{one:?}");
    assert!(printed(two.low, -9_484.0, 0) && printed(two.high, 6_351.0, 0), "{two:?}");
    // Both margins are one line where they are equal; what is 0 has none.
    let names: Vec<&str> = found.iter().map(|driver| driver.input).collect();
    assert!(names.contains(&"margin-direct") && !names.contains(&"margin-partner") && !names.contains(&"overlap"));
    let widths: Vec<f64> = found.iter().map(|driver| driver.high - driver.low).collect();
    assert!(widths.is_sorted_by(|a, b| a >= b), "{widths:?}");
    assert!(drivers(&second()).iter().any(|driver| driver.input == "margin-partner"));
    assert_eq!(drivers(&Inputs { customers: 0.0, ..first() }), []);
}

prop_compose! {
    fn inputs()(
        contract_value in 1.0..1e6_f64,
        (margin_direct, margin_partner) in (0.0..=1.0_f64, 0.0..=1.0_f64),
        (share_first, share_renewal) in (0.0..=1.0_f64, 0.0..=1.0_f64),
        (retention_direct, retention_partner) in (0.0..=1.0_f64, 0.0..=1.0_f64),
        (growth_direct, growth_partner) in (-0.2..0.3_f64, -0.2..0.3_f64),
        (cac_direct, variable_cost, fixed_cost) in (0.0..1e6_f64, 0.0..1e5_f64, 0.0..1e7_f64),
        customers in 0.1..1e4_f64,
        (years, discount, overlap) in (1..=10_u8, 0.0..=1.0_f64, 0.0..0.99_f64),
        (ramp, full) in (0.0..24.0_f64, 0.0..48.0_f64),
    ) -> Inputs {
        Inputs {
            contract_value, margin_direct, margin_partner, share_first, share_renewal, retention_direct,
            retention_partner, growth_direct, growth_partner, cac_direct, variable_cost, fixed_cost, customers,
            years: f64::from(years), discount, overlap, ramp, full,
        }
    }
}

/// Whether two amounts are the same, as far as sums of this size can be told apart.
fn same(a: f64, b: f64, inputs: &Inputs) -> bool {
    let size = inputs.contract_value * 10.0 * 1.3_f64.powi(10) + inputs.cac_direct + inputs.fixed_cost;
    (a - b).abs() <= 1e-9 * size.max(1.0)
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    /// The partner's share is counted once: taken from the margin of the first year, it leaves the same.
    #[test]
    fn one_count_of_the_share_whichever_way_it_is_booked(i in inputs()) {
        let found = economics(&i);
        let by_margin = {
            let other = economics(&Inputs { share_first: 0.0, ..i });
            other.partner.unwrap() - i.contract_value * i.share_first
        };
        prop_assert!(same(found.partner.unwrap(), by_margin, &i));
        prop_assert!(same(found.partner.unwrap(), found.lifetime_partner - found.cac_partner.unwrap() - i.overlap * found.direct, &i));
    }

    #[test]
    fn more_customers_bring_more_each(i in inputs(), more in 0.0..1e4_f64) {
        let with = economics(&Inputs { customers: i.customers + more, ..i }).partner.unwrap();
        prop_assert!(with >= economics(&i).partner.unwrap());
    }

    #[test]
    fn at_break_even_both_bring_the_same(i in inputs()) {
        if let Some(equal) = economics(&i).equal.filter(|equal| (1e-3..1e6).contains(equal)) {
            let found = economics(&Inputs { customers: equal, ..i });
            prop_assert!(same(found.partner.unwrap(), found.direct, &i));
        }
        let found = economics(&i);
        let share = found.share_equal.unwrap();
        let at = economics(&Inputs { share_first: share, ..i });
        prop_assert!(same(at.partner.unwrap(), at.direct, &i));
        let share = found.share_equal_all.unwrap();
        let at = economics(&Inputs { share_first: share, share_renewal: share, ..i });
        prop_assert!(same(at.partner.unwrap(), at.direct, &i));
    }

    /// One cost more, and the channel never looks better.
    #[test]
    fn more_cost_never_brings_more(i in inputs(), more in 0.0..1e5_f64) {
        let before = economics(&i).partner.unwrap();
        for with in [
            Inputs { variable_cost: i.variable_cost + more, ..i },
            Inputs { fixed_cost: i.fixed_cost + more, ..i },
            Inputs { share_first: (i.share_first + more / 1e5).min(1.0), ..i },
            Inputs { share_renewal: (i.share_renewal + more / 1e5).min(1.0), ..i },
        ] {
            let after = economics(&with).partner.unwrap();
            prop_assert!(after <= before || same(after, before, &i));
        }
    }
}

/// What unknown inputs leave open holds every point inside: 10,000 of them, for boxes of one to six inputs.
#[test]
fn corners_enclose_what_is_inside() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    let bounds = [
        ("contract-value", 500.0, 90_000.0),
        ("margin-direct", 0.1, 1.0),
        ("margin-partner", 0.1, 1.0),
        ("share-first", 0.0, 0.9),
        ("share-renewal", 0.0, 1.0),
        ("retention-direct", 0.2, 1.0),
        ("retention-partner", 0.2, 1.0),
        ("growth-partner", -0.2, 0.3),
        ("cac-direct", 0.0, 50_000.0),
        ("fixed-cost", 0.0, 900_000.0),
        ("customers", 1.0, 400.0),
        ("overlap", 0.0, 0.9),
    ];
    let place = |id: &str| PLACES.iter().position(|place| place.id == id).unwrap();
    for round in 0..100 {
        let count = 1 + round % 6;
        let mut unknown: Vec<Unknown> = Vec::new();
        while unknown.len() < count {
            let (id, low, high) = bounds[(draw() * bounds.len() as f64) as usize];
            if unknown.iter().all(|other| other.places != [place(id)]) {
                let [a, b] = [draw(), draw()].map(|share| low + share * (high - low));
                unknown.push(Unknown { places: vec![place(id)], low: a.min(b), high: a.max(b) });
            }
        }
        let inputs = Inputs { overlap: if round % 2 == 0 { 0.0 } else { 0.3 }, ..first() };
        let difference = |inputs: &Inputs| economics(inputs).difference;
        let [low, high] = corners(&inputs, &unknown, &difference).unwrap();
        for _ in 0..100 {
            let mut inside = inputs;
            for input in &unknown {
                (PLACES[input.places[0]].set)(&mut inside, input.low + draw() * (input.high - input.low));
            }
            let found = economics(&inside).difference.unwrap();
            let slack = 1e-9 * (high - low).max(1.0);
            assert!((low - slack..=high + slack).contains(&found), "{unknown:?}: {found} in {low} to {high}");
        }
    }
    let seven = vec![Unknown { places: vec![0], low: 1.0, high: 2.0 }; 7];
    assert_eq!(corners(&first(), &seven, &|inputs| economics(inputs).difference), None);
}
