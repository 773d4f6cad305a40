//! The economics in words: one sentence first, then what each number is, month by month, and what moves it.

use super::{MeasureKey, MeasureTexts, WordTable};
use crate::measure::economics::cash::MONTHS;
use crate::measure::report::money::EconomicsReport;

/// The inputs that are shares of a whole, and are read as percent.
const SHARES: [&str; 10] = [
    "margin-direct",
    "margin-partner",
    "share-first",
    "share-renewal",
    "retention-direct",
    "retention-partner",
    "growth-direct",
    "growth-partner",
    "discount",
    "overlap",
];

impl MeasureTexts<'_> {
    /// What the economics come to, in one to three sentences; without any, what is to be filled in.
    #[must_use]
    pub fn economics(&self, report: Option<&EconomicsReport>) -> String {
        let Some(report) = report else { return self.get(MeasureKey::EconomicsOpen) };
        let input = |id: &str| report.inputs.iter().find(|input| input.id == id).and_then(|input| input.value);
        let years = input("years").unwrap_or_default();
        let customers = self.texts.number(input("customers").unwrap_or_default(), 0);
        let mut said = Vec::new();
        match (report.difference, report.low.zip(report.high), report.partner) {
            (Some(difference), ..) => {
                let key = if difference < 0.0 { MeasureKey::EconomicsLess } else { MeasureKey::EconomicsMore };
                let money = self.money(difference.abs());
                said.push(self.count(key, years, &[("customers", &customers), ("difference", &money)]));
                said.push(match report.equal {
                    Some(equal) => {
                        let equal = self.texts.number(equal.ceil(), 0);
                        let below = difference >= 0.0;
                        let key = if below { MeasureKey::EconomicsEqualBelow } else { MeasureKey::EconomicsEqualFrom };
                        self.fill(key, &[("equal", &equal)])
                    }
                    None => self.get(MeasureKey::EconomicsEqualNever),
                });
            }
            (None, Some((low, high)), _) => {
                let [low, high] = [low, high].map(|end| self.money(end));
                said.push(self.fill(MeasureKey::EconomicsRange, &[("low", &low), ("high", &high)]));
            }
            (None, None, Some(side)) => {
                said.push(self.count(MeasureKey::EconomicsAlone, years, &[("value", &self.money(side.value))]));
            }
            (None, None, None) => {}
        }
        said.extend(self.cover(report));
        said.join(" ")
    }

    /// From how many customers the channel pays for itself; `None` where that is not known.
    fn cover(&self, report: &EconomicsReport) -> Option<String> {
        let contribution = report.contribution?;
        Some(match report.cover {
            Some(cover) => self.fill(MeasureKey::EconomicsCover, &[("cover", &self.texts.number(cover.ceil(), 0))]),
            None if contribution <= 0.0 => self.get(MeasureKey::EconomicsCoverNever),
            None => return None,
        })
    }

    /// What a partner can get at most; nothing where that is not known.
    #[must_use]
    pub fn highest_shares(&self, report: &EconomicsReport) -> Vec<String> {
        let Some(first) = report.share_equal else { return Vec::new() };
        if first <= 0.0 {
            return vec![self.get(MeasureKey::EconomicsShareNothing)];
        }
        let percent = |share: f64| self.texts.number(100.0 * share, 1);
        let mut said = vec![self.fill(MeasureKey::EconomicsShare, &[("share", &percent(first))])];
        let all = report.share_equal_all.map(percent);
        said.extend(all.map(|share| self.fill(MeasureKey::EconomicsShareAll, &[("share", &share)])));
        said
    }

    /// Over how many years money was counted, and what later years lose.
    #[must_use]
    pub fn counted(&self, report: &EconomicsReport) -> String {
        let input = |id: &str| report.inputs.iter().find(|input| input.id == id).and_then(|input| input.value);
        let years = self.texts.number(input("years").unwrap_or_default(), 0);
        let discount = self.texts.number(100.0 * input("discount").unwrap_or_default(), 1);
        self.fill(MeasureKey::EconomicsCounted, &[("years", &years), ("discount", &discount)])
    }

    /// When the channel has brought back what it cost, and how deep it goes before; empty where that is not known.
    #[must_use]
    pub fn cash(&self, report: &EconomicsReport) -> String {
        let Some(deepest) = report.deepest else { return String::new() };
        #[allow(clippy::cast_precision_loss)] // at most 60
        let month = |month: usize| self.texts.number(month as f64, 0);
        let pays = match report.pay_month {
            Some(pay) => self.fill(MeasureKey::CashPays, &[("month", &month(pay))]),
            None => self.fill(MeasureKey::CashNever, &[("months", &month(MONTHS))]),
        };
        if deepest.month == 0 {
            return pays;
        }
        let values = [("month", month(deepest.month)), ("money", self.money(-deepest.value))];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        format!("{pays} {}", self.fill(MeasureKey::CashDeepest, &values))
    }

    /// The balance every six months, at the lowest point and when it pays.
    #[must_use]
    pub fn cash_table(&self, report: &EconomicsReport) -> WordTable {
        let wanted = |month: usize| {
            month.is_multiple_of(6)
                || report.pay_month == Some(month)
                || report.deepest.is_some_and(|deepest| deepest.month == month)
        };
        let mut rows = Vec::new();
        for (place, balance) in report.cash.iter().enumerate() {
            if wanted(place + 1) {
                #[allow(clippy::cast_precision_loss)] // at most 60
                rows.push(vec![self.texts.number((place + 1) as f64, 0), self.money(*balance)]);
            }
        }
        self.table(MeasureKey::CashTitle, &[MeasureKey::CashMonth, MeasureKey::CashBalance], rows)
    }

    /// Both sides: what a customer brings, what winning it costs, what is left.
    #[must_use]
    pub fn sides_table(&self, report: &EconomicsReport) -> WordTable {
        use MeasureKey::{
            EconomicsCac, EconomicsDirect, EconomicsLifetime, EconomicsPartner, EconomicsTitle, EconomicsValue,
            IndicatorsUnknown,
        };
        let unknown = self.get(IndicatorsUnknown);
        let row = |name: MeasureKey, side: Option<crate::measure::report::money::SideReport>| {
            let numbers = side.map(|side| [side.lifetime, side.cac, side.value].map(|amount| self.money(amount)));
            let numbers = numbers.unwrap_or_else(|| [unknown.clone(), unknown.clone(), unknown.clone()]);
            [self.get(name)].into_iter().chain(numbers).collect()
        };
        let rows = vec![row(EconomicsDirect, report.direct), row(EconomicsPartner, report.partner)];
        let columns = [EconomicsTitle, EconomicsLifetime, EconomicsCac, EconomicsValue];
        self.table(EconomicsTitle, &columns, rows)
    }

    /// Every input with where it comes from.
    #[must_use]
    pub fn inputs_table(&self, report: &EconomicsReport) -> WordTable {
        let mut rows = Vec::new();
        for input in &report.inputs {
            let number = input.value.map(|value| {
                if SHARES.contains(&input.id) {
                    let number = self.texts.number(100.0 * value, 1);
                    self.fill(MeasureKey::IndicatorsShare, &[("number", &number)])
                } else {
                    self.texts.number(value, if value.abs() >= 100.0 { 0 } else { 2 })
                }
            });
            rows.push(vec![
                self.named("input", input.id, &[]),
                number.unwrap_or_default(),
                self.named("source", input.source, &[]),
            ]);
        }
        let columns = [MeasureKey::EconomicsInput, MeasureKey::EconomicsNumber, MeasureKey::EconomicsSource];
        self.table(MeasureKey::EconomicsTitle, &columns, rows)
    }

    /// What each input does to the difference.
    #[must_use]
    pub fn drivers_table(&self, report: &EconomicsReport) -> WordTable {
        let mut rows = Vec::new();
        for driver in &report.drivers {
            let turns = driver.low < 0.0 && driver.high > 0.0;
            rows.push(vec![
                self.named("input", driver.input, &[]),
                self.money(driver.low),
                self.money(driver.high),
                if turns { self.get(MeasureKey::DriversTurns) } else { String::new() },
            ]);
        }
        let columns = [
            MeasureKey::EconomicsInput,
            MeasureKey::DriversLow,
            MeasureKey::DriversHigh,
            MeasureKey::EconomicsDifference,
        ];
        self.table(MeasureKey::DriversTitle, &columns, rows)
    }
}
