//! Evaluates the comparisons: medians, tables with ratios, and the promises. Times are in milliseconds. The
//! measurements are in `load`, `steps` and `host`.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crate::competitors::Competitor;
use crate::load::Load;
use crate::steps::Presses;
use crate::times::{median, quantile};

/// The promise for the first question: its time and its bytes, as a share of SurveyJS's.
const PART_OF_TIME: f64 = 0.45;
const PART_OF_BYTES: f64 = 0.4;
/// The promise for its time in any case.
const FIRST_QUESTION: f64 = 1500.0;
/// The promise for the slowest next step.
const NEXT_STEP: f64 = 100.0;
/// The promise for the result, as a share of the time of SurveyJS's closing page.
const RESULT: f64 = 0.35;
/// The promises for tasks while the widget loads: the longest, and the sum of what exceeds 50 ms in each.
const LONGEST_TASK: f64 = 200.0;
const BLOCKED: f64 = 150.0;
/// The promise to the host: the points in Lighthouse that the widget may cost.
const POINTS: f64 = 2.0;

/// A promise and its measurement.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    what: &'static str,
    got: f64,
    most: f64,
}

impl Promise {
    fn new(what: &'static str, got: f64, most: f64) -> Self {
        Self { what, got, most }
    }

    /// A missing measurement breaks it.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.got <= self.most
    }
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, got, most } = self;
        // A share needs hundredths; a number of milliseconds does not.
        let digits = if *most > 0.0 && *most < 1.0 { 3 } else { 0 };
        write!(f, "{what}: {got:.digits$}, at most {most}")
    }
}

/// The loads of one run, by competitor.
pub type Loads = BTreeMap<Competitor, Vec<Load>>;

/// The promises about loading.
#[must_use]
pub fn of_loading(loads: &Loads, wasm_far_away: f64) -> Vec<Promise> {
    let [ours, peer] = [Competitor::Ours, Competitor::Survey].map(|competitor| Middle::of(loads, competitor));
    vec![
        Promise::new("first question, as a part of SurveyJS's time", ours.asked / peer.asked, PART_OF_TIME),
        Promise::new("first question, as a part of SurveyJS's bytes", ours.bytes / peer.bytes, PART_OF_BYTES),
        Promise::new("first question, ms", ours.asked, FIRST_QUESTION),
        Promise::new("longest task while loading, ms", ours.longest, LONGEST_TASK),
        Promise::new("tasks beyond 50 ms while loading, ms", ours.blocked, BLOCKED),
        Promise::new("bytes of wasm before the widget is near", wasm_far_away, 0.0),
    ]
}

/// Some of the presses.
type Which = fn(&Presses) -> &Vec<f64>;

/// The promises about steps and the result.
#[must_use]
pub fn of_steps(steps: &BTreeMap<Competitor, Presses>) -> [Promise; 2] {
    let of = |competitor, which: Which| steps.get(&competitor).map_or(&[][..], |p| which(p));
    let worst = quantile(of(Competitor::Ours, |presses| &presses.steps), 1.0);
    let [ours, peer] = [Competitor::Ours, Competitor::Survey].map(|c| quantile(of(c, |presses| &presses.results), 0.5));
    [
        Promise::new("Continue to the next question at its worst, ms", worst, NEXT_STEP),
        Promise::new("Continue to the result, as a part of SurveyJS's time", ours / peer, RESULT),
    ]
}

/// The promise to the host. A page that scores better with the widget has lost nothing.
#[must_use]
pub fn of_host(without: &[f64], with: &[f64]) -> Promise {
    Promise::new("Lighthouse points that the widget costs", median(without) - median(with), POINTS)
}

/// The medians of a competitor's loads.
#[derive(Debug, Clone, Copy)]
struct Middle {
    shown: f64,
    asked: f64,
    bytes: f64,
    later: f64,
    longest: f64,
    blocked: f64,
}

impl Middle {
    fn of(loads: &Loads, competitor: Competitor) -> Self {
        let loads = loads.get(&competitor).map_or(&[][..], Vec::as_slice);
        let middle = |pick: fn(&Load) -> f64| median(&loads.iter().map(pick).collect::<Vec<_>>());
        Self {
            shown: middle(|load| load.shown),
            asked: middle(|load| load.asked),
            bytes: middle(Load::transferred),
            later: middle(Load::transferred_later),
            longest: middle(|load| load.longest),
            blocked: middle(|load| load.blocked),
        }
    }
}

/// The loads next to each other, as medians: ours also as a share of the peer's and as a multiple of the floor's.
#[must_use]
pub fn load_table(loads: &Loads) -> String {
    let [ours, peer, floor] = Competitor::ALL.map(|competitor| Middle::of(loads, competitor));
    let mut text = heading(&Competitor::ALL);
    let rows = [
        ("first screen visible, ms", [ours.shown, peer.shown, floor.shown]),
        ("first question visible, ms", [ours.asked, peer.asked, floor.asked]),
        ("transferred by then, bytes", [ours.bytes, peer.bytes, floor.bytes]),
        ("transferred a second later, bytes", [ours.later, peer.later, floor.later]),
        ("longest task, ms", [ours.longest, peer.longest, floor.longest]),
        ("tasks beyond 50 ms, ms", [ours.blocked, peer.blocked, floor.blocked]),
    ];
    for (what, [ours, peer, floor]) in rows {
        write!(text, "\n{what:40} {ours:>11.0} {peer:>11.0} {floor:>11.0} {} {}", part(ours, peer), part(ours, floor))
            .ok();
    }
    text
}

/// The presses of Continue next to each other.
#[must_use]
pub fn steps_table(steps: &BTreeMap<Competitor, Presses>) -> String {
    let mut text = heading(&[Competitor::Ours, Competitor::Survey]);
    let rows: [(&str, Which, f64); 5] = [
        ("the next question, median", |presses| &presses.steps, 0.5),
        ("the next question, 95 %", |presses| &presses.steps, 0.95),
        ("the next question, longest", |presses| &presses.steps, 1.0),
        ("the result, median", |presses| &presses.results, 0.5),
        ("the result, longest", |presses| &presses.results, 1.0),
    ];
    for (what, which, share) in rows {
        let [ours, peer] = [Competitor::Ours, Competitor::Survey]
            .map(|competitor| quantile(steps.get(&competitor).map_or(&[][..], |p| which(p)), share));
        let what = format!("Continue to {what}, ms");
        write!(text, "\n{what:40} {ours:>11.0} {peer:>11.0} {}", part(ours, peer)).ok();
    }
    text
}

/// The size of each of our files, up to the first question and a second later, in the last run.
#[must_use]
pub fn files_table(loads: &Loads) -> String {
    let mut text = format!("{:40} {:>11} {:>11}", "transferred, bytes", "question", "later");
    let last = loads.get(&Competitor::Ours).and_then(|loads| loads.last());
    for (url, later) in last.map(|load| &load.later).into_iter().flatten() {
        let path = url.splitn(4, '/').last().unwrap_or(url);
        let bytes = last.and_then(|load| load.bytes.get(url)).copied().unwrap_or_default();
        write!(text, "\n    {path:36} {bytes:>11.0} {later:>11.0}").ok();
    }
    text
}

/// The host's scores without the widget and with it.
#[must_use]
pub fn host_table(without: &[f64], with: &[f64]) -> String {
    let mut text = format!("{:40} {:>7} {:>7} {:>7}", "what", "lowest", "median", "highest");
    for (what, scores) in [("without the widget", without), ("with the widget below the fold", with)] {
        let [lowest, highest] = [0.0, 1.0].map(|share| quantile(scores, share));
        write!(text, "\n{what:40} {lowest:>7.0} {:>7.0} {highest:>7.0}", median(scores)).ok();
    }
    text
}

fn heading(competitors: &[Competitor]) -> String {
    let mut text = format!("{:40}", "what");
    for competitor in competitors {
        write!(text, " {:>11}", competitor.name()).ok();
    }
    for competitor in competitors.get(1..).unwrap_or_default() {
        write!(text, " {:>12}", format!("of {}", competitor.name())).ok();
    }
    text
}

/// Formats `ours` as a share of `other`. There is no ratio if the other is 0.
fn part(ours: f64, other: f64) -> String {
    let part = if other == 0.0 { "-".to_owned() } else { format!("{:.2} x", ours / other) };
    format!("{part:>12}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(asked: f64, bytes: f64) -> Load {
        let bytes = BTreeMap::from([
            ("http://a:1/ours/b.js".to_owned(), bytes / 2.0),
            ("http://a:1/c".to_owned(), bytes / 2.0),
        ]);
        Load { shown: asked - 100.0, asked, longest: 90.0, blocked: 40.0, later: bytes.clone(), bytes }
    }

    fn loads(ours: &[f64]) -> Loads {
        BTreeMap::from([
            (Competitor::Ours, ours.iter().map(|&asked| load(asked, 128_000.0)).collect()),
            (Competitor::Survey, vec![load(3200.0, 320_000.0), load(3000.0, 320_000.0), load(9000.0, 320_000.0)]),
            (Competitor::Floor, vec![load(1000.0, 64_000.0)]),
        ])
    }

    fn broken(promises: &[Promise]) -> Vec<String> {
        promises.iter().filter(|promise| !promise.is_kept()).map(ToString::to_string).collect()
    }

    #[test]
    fn a_promise_may_be_kept_to_the_last() {
        assert_eq!(broken(&of_loading(&loads(&[1440.0, 1000.0, 9000.0]), 0.0)), Vec::<String>::new());
    }

    #[test]
    fn the_median_decides_and_every_promise_is_held() {
        let late = of_loading(&loads(&[1000.0, 1501.0, 9000.0]), 1.0);
        let expected = [
            "first question, as a part of SurveyJS's time: 0.469, at most 0.45",
            "first question, ms: 1501, at most 1500",
            "bytes of wasm before the widget is near: 1, at most 0",
        ];
        assert_eq!(broken(&late), expected);
        let mut heavy = loads(&[1000.0]);
        heavy.insert(Competitor::Ours, vec![Load { longest: 201.0, blocked: 151.0, ..load(1000.0, 128_320.0) }]);
        let expected = [
            "first question, as a part of SurveyJS's bytes: 0.401, at most 0.4",
            "longest task while loading, ms: 201, at most 200",
            "tasks beyond 50 ms while loading, ms: 151, at most 150",
        ];
        assert_eq!(broken(&of_loading(&heavy, 0.0)), expected);
    }

    #[test]
    fn what_was_not_measured_is_not_kept() {
        assert_eq!(broken(&of_loading(&Loads::new(), f64::NAN)).len(), 6);
        assert_eq!(broken(&of_steps(&BTreeMap::new())).len(), 2);
        assert!(!of_host(&[], &[]).is_kept());
    }

    #[test]
    fn the_worst_step_decides_and_the_median_of_the_results() {
        let pressed = |steps: &[f64], results: &[f64]| Presses { steps: steps.to_vec(), results: results.to_vec() };
        let steps = |worst: f64, result: f64| {
            let ours = pressed(&[20.0, worst, 30.0], &[10.0, result, 90.0]);
            BTreeMap::from([(Competitor::Ours, ours), (Competitor::Survey, pressed(&[60.0], &[100.0]))])
        };
        assert_eq!(broken(&of_steps(&steps(100.0, 35.0))), Vec::<String>::new());
        assert_eq!(
            broken(&of_steps(&steps(100.6, 36.0))),
            [
                "Continue to the next question at its worst, ms: 101, at most 100",
                "Continue to the result, as a part of SurveyJS's time: 0.360, at most 0.35"
            ]
        );
    }

    #[test]
    fn a_host_may_lose_two_points() {
        assert!(of_host(&[98.0, 99.0, 100.0], &[97.0, 20.0, 98.0]).is_kept());
        assert!(of_host(&[90.0], &[95.0]).is_kept());
        assert!(!of_host(&[99.0], &[96.0]).is_kept());
    }

    #[test]
    fn tables_have_ratios_to_the_peers() {
        let loads = loads(&[1500.0]);
        let table = load_table(&loads);
        let expected = [
            "what                                     partner-fit    SurveyJS    bare yew  of SurveyJS  of bare yew",
            "first screen visible, ms                        1400        3100         900       0.45 x       1.56 x",
            "first question visible, ms                      1500        3200        1000       0.47 x       1.50 x",
            "transferred by then, bytes                    128000      320000       64000       0.40 x       2.00 x",
        ];
        assert_eq!(table.lines().take(4).collect::<Vec<_>>(), expected);
        let pressed = |time: f64| Presses { steps: vec![time], results: vec![2.0 * time] };
        let steps = BTreeMap::from([(Competitor::Ours, pressed(30.0)), (Competitor::Survey, pressed(60.0))]);
        let line = "Continue to the result, longest, ms               60         120       0.50 x";
        assert_eq!(steps_table(&steps).lines().last(), Some(line));
        assert_eq!(
            files_table(&loads).lines().nth(2),
            Some("    ours/b.js                                  64000       64000")
        );
    }
}
