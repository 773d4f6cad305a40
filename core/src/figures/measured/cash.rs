//! The line of cash: months from left to right, money from bottom to top, with the line of 0, the lowest point and the month
//! from which the channel has paid itself back.

use super::place;
use crate::input::number::JsNumber;
use crate::measure::report::money::EconomicsReport;

/// The line of cash in a square from 0 to 100, its top at 0.
#[derive(Clone, Debug, PartialEq)]
pub struct CashLine {
    /// The points of the line, from the start on, as those of a polyline.
    pub points: String,
    /// The height of 0.
    pub zero: f64,
    /// The lowest point.
    pub deepest: [f64; 2],
    /// Where the channel has paid itself back.
    pub pays: Option<f64>,
}

/// The line of cash; `None` where an input of it is not known.
#[must_use]
#[allow(clippy::cast_precision_loss)] // months
pub fn cash_line(report: &EconomicsReport) -> Option<CashLine> {
    let deepest = report.deepest?;
    let low = report.cash.iter().copied().fold(0.0, f64::min);
    let high = report.cash.iter().copied().fold(0.0, f64::max);
    let across = |month: usize| place(month as f64, 0.0, report.cash.len() as f64);
    let down = |money: f64| 100.0 - place(money, low, high);
    let mut points = String::new();
    for (month, money) in [0.0].iter().chain(&report.cash).enumerate() {
        let [x, y] = [across(month), down(*money)].map(|part| (10.0 * part).round() / 10.0);
        points.push_str(&format!("{},{} ", JsNumber(x), JsNumber(y)));
    }
    Some(CashLine {
        points,
        zero: down(0.0),
        deepest: [across(deepest.month), down(deepest.value)],
        pays: report.pay_month.map(across),
    })
}
