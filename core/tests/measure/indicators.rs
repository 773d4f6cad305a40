//! Indicators: the cases in their order, and the numbers of the worked examples.

use partner_fit_core::assessment::text::Text;
use partner_fit_core::assessment::value_function::{Scale, ValueFunction};
use partner_fit_core::measure::indicator::{Comparison, Figure, IfNone, Indicator, Note, Part, Quotient, State};

use crate::near;

/// Points of a value function.
type Points<'a> = &'a [(f64, f64)];

const CAC: Points = &[(0.5, 1.0), (0.8, 0.75), (1.0, 0.5), (1.5, 0.2), (2.0, 0.0)];
const ACCEPTED: Points = &[(0.3, 0.0), (0.6, 0.6), (0.8, 1.0)];
const ACTIVE: Points = &[(0.0, 0.0), (0.1, 0.3), (0.25, 0.7), (0.5, 1.0)];
const GAP: Points = &[(-0.2, 0.0), (0.0, 0.6), (0.1, 1.0)];

/// The quotient of figures named `a+b/c`; those in upper case are money.
fn quotient(text: &str) -> Quotient {
    let parts = |text: &str| -> Vec<Part> {
        let named = text.split('+').filter(|name| !name.is_empty());
        named.map(|name| Part { figure: name.to_owned(), whole: name.to_lowercase() == name }).collect()
    };
    let (sum, by) = text.split_once('/').unwrap_or((text, ""));
    Quotient { sum: parts(sum), by: parts(by) }
}

fn indicator(of: &str, against: Option<(Comparison, &str)>, subset: bool, points: Points) -> Indicator {
    Indicator {
        id: "indicator".to_owned(),
        label: Text::default(),
        about: None,
        unit: None,
        criterion: 0,
        of: quotient(of),
        against: against.map(|(comparison, text)| (comparison, quotient(text))),
        subset,
        least: 20.0,
        none: IfNone::Unknown,
        value: Some(ValueFunction::Piecewise { points: points.to_vec(), scale: Scale::Linear }),
    }
}

fn cac() -> Indicator {
    let against = Some((Comparison::Ratio, "DIRECT/direct"));
    Indicator { least: 5.0, none: IfNone::Worst, ..indicator("FIXED+SHARE/won", against, false, CAC) }
}

/// Reads an indicator with figures by name.
macro_rules! read {
    ($indicator:expr, $($name:literal: $figure:expr),*) => {
        $indicator.read(&|name| match name { $($name => $figure,)* _ => Figure::Unknown })
    };
}

use Figure::{Known, Out, Unknown};

#[test]
fn a_share_of_few_cases_is_an_estimate_with_a_range() {
    let accepted = indicator("accepted/decided", None, true, ACCEPTED);
    let found = read!(accepted, "accepted": Known(3.0), "decided": Known(4.0));
    let [low, high] = found.range;
    assert!(near(found.value.unwrap(), 0.9) && (low - 0.112_336_017_197).abs() < 1e-12 && near(high, 1.0));
    assert_eq!((found.sample, found.state, found.x), (Some(4.0), State::Estimated, Some(0.75)));
    let active = indicator("lead/partners", None, true, ACTIVE);
    let found = read!(active, "lead": Known(2.0), "partners": Known(6.0));
    let [low, high] = found.range;
    assert!(near(found.value.unwrap(), 0.8) && (low - 0.346_069_584_273).abs() < 1e-12 && near(high, 1.0));
    // From 20 on it is known, and its range is still shown.
    let found = read!(active, "lead": Known(5.0), "partners": Known(20.0));
    assert_eq!((found.state, found.value, found.range), (State::Known, Some(0.7), [0.7; 2]));
    assert!(found.interval.is_some() && found.note.is_none());
}

#[test]
fn what_does_not_apply_goes_before_what_is_unknown() {
    let found = read!(cac(), "FIXED": Unknown, "SHARE": Known(1.0), "won": Known(3.0), "DIRECT": Out, "direct": Out);
    assert_eq!(found.state, State::Out);
    let found = read!(cac(), "FIXED": Known(1.0), "SHARE": Known(1.0), "won": Unknown, "DIRECT": Known(0.0), "direct": Known(0.0));
    assert_eq!((found.state, found.range, found.note), (State::Unknown, [0.0, 1.0], None));
}

#[test]
fn nothing_divided_by_nothing_is_unknown_and_money_for_nobody_the_worst() {
    let accepted = indicator("accepted/decided", None, true, ACCEPTED);
    let found = read!(accepted, "accepted": Known(0.0), "decided": Known(0.0));
    assert_eq!((found.state, found.range, found.note), (State::Unknown, [0.0, 1.0], Some(Note::NothingYet)));
    let found = read!(cac(), "FIXED": Known(150_000.0), "SHARE": Known(0.0), "won": Known(0.0), "DIRECT": Known(1.0), "direct": Known(0.0));
    assert_eq!((found.state, found.value, found.note), (State::Known, Some(0.0), Some(Note::NoneWon)));
    assert_eq!((found.interval, found.sample), (None, None));
    let lenient = Indicator { none: IfNone::Unknown, ..cac() };
    let found = read!(lenient, "FIXED": Known(150_000.0), "SHARE": Known(0.0), "won": Known(0.0), "DIRECT": Known(1.0), "direct": Known(1.0));
    assert_eq!((found.state, found.value), (State::Unknown, None));
    let found = read!(cac(), "FIXED": Known(0.0), "SHARE": Known(0.0), "won": Known(0.0), "DIRECT": Known(1.0), "direct": Known(1.0));
    assert_eq!(found.note, Some(Note::NothingYet));
}

#[test]
fn without_a_base_nothing_is_compared() {
    let found = read!(cac(), "FIXED": Known(9.0), "SHARE": Known(0.0), "won": Known(9.0), "DIRECT": Known(0.0), "direct": Known(60.0));
    assert_eq!((found.state, found.range, found.note), (State::Unknown, [0.0, 1.0], Some(Note::NoBase)));
    let found = read!(cac(), "FIXED": Known(9.0), "SHARE": Known(0.0), "won": Known(9.0), "DIRECT": Known(5.0), "direct": Known(0.0));
    assert_eq!(found.note, Some(Note::NoBase));
    // Of a difference, 0 is a base.
    let gap = indicator("kept/start", Some((Comparison::Difference, "dkept/dstart")), true, GAP);
    let found = read!(gap, "kept": Known(46.0), "start": Known(50.0), "dkept": Known(0.0), "dstart": Known(30.0));
    assert!(near(found.x.unwrap(), 0.92));
    let found = read!(gap, "kept": Known(46.0), "start": Known(50.0), "dkept": Known(0.0), "dstart": Known(0.0));
    assert_eq!(found.note, Some(Note::NoBase));
}

#[test]
fn the_count_in_the_interval_s_role_stands_above_or_below_the_line() {
    // 30,000 for 3 customers, held against nothing.
    let cost = Indicator { least: 5.0, ..indicator("COST/won", None, false, CAC) };
    let found = read!(cost, "COST": Known(30_000.0), "won": Known(3.0));
    let [low, high] = found.interval.unwrap();
    assert!((low - 3_873.70).abs() < 0.005 && (high - 37_023.23).abs() < 0.005);
    assert_eq!((found.sample, found.note), (Some(3.0), Some(Note::SmallSample)));
    // Deals for each partner: the deals are counted, however many partners there are.
    let deals = indicator("registered/partners", None, false, &[(0.0, 0.0), (8.0, 1.0)]);
    let found = read!(deals, "registered": Known(5.0), "partners": Known(40.0));
    assert_eq!(found.sample, Some(5.0));
    let [low, high] = found.interval.unwrap();
    assert!((40.0 * low - 1.965_761).abs() < 5e-7 && (40.0 * high - 10.506_447).abs() < 5e-7);
    // Money alone has none.
    let cover = indicator("PIPELINE/PLAN", None, false, &[(0.0, 0.0), (3.0, 1.0)]);
    let found = read!(cover, "PIPELINE": Known(240.0), "PLAN": Known(100.0));
    assert_eq!((found.sample, found.interval), (None, None));
    assert!(found.state == State::Known && near(found.value.unwrap(), 0.8));
    // One small side makes an estimate of a comparison, with both intervals.
    let found = read!(cac(), "FIXED": Known(30_000.0), "SHARE": Known(0.0), "won": Known(30.0), "DIRECT": Known(30_000.0), "direct": Known(3.0));
    assert_eq!((found.sample, found.note), (Some(3.0), Some(Note::SmallSample)));
    let [low, high] = found.interval.unwrap();
    assert!(low < 0.02 && high > 0.35 && found.x.is_some_and(|x| near(x, 0.1)), "{found:?}");
}
