//! Small assessments in whole numbers, with everything that a smallest change has to respect, and what they come to in
//! exact arithmetic: no floating-point number decides here.

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use serde_json::{Map, Value, json};

use crate::common::{answers, criterion, file, read, text};
use crate::exact::Numbers;

/// Values and floors are whole twentieths.
pub const PARTS: u64 = 20;

pub struct Small {
    pub criteria: Vec<Criterion>,
    pub questions: Vec<Question>,
    pub gates: Vec<Gate>,
    /// The edges of the bands in points, the first 0.
    pub edges: Vec<u64>,
}

pub struct Criterion {
    pub weight: u64,
    /// The least value that is needed, and the cap.
    pub floor: Option<(u64, usize)>,
}

pub struct Question {
    pub criterion: usize,
    pub weight: u64,
    /// The values of the options; `None` where they are not scored.
    pub values: Vec<Option<u64>>,
    pub locked: bool,
    pub answer: Given,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Given {
    Nothing,
    Unsure,
    NotApplicable,
    Option(usize),
    /// The question is a number, worth as many parts.
    Number(u64),
}

pub struct Gate {
    /// Questions, and which answers meet the condition.
    pub when: Vec<(usize, Test)>,
    pub cap: usize,
}

pub enum Test {
    /// These options, "unsure", "n/a".
    Is(Vec<usize>, bool, bool),
    Below(u64),
    AtLeast(u64),
}

/// What a sheet of answers comes to: the caps that hold, and the score as a fraction, `None` where nothing is known.
pub struct Outcome {
    pub caps: Vec<usize>,
    pub score: Option<(u64, u64)>,
}

impl Outcome {
    /// The band, after caps.
    pub fn band(&self, edges: &[u64]) -> Option<usize> {
        let (sum, whole) = self.score?;
        let by_score = edges.iter().filter(|edge| 100 * sum >= **edge * whole).count() - 1;
        Some(self.caps.iter().copied().fold(by_score, usize::min))
    }
}

impl Small {
    pub fn draw(numbers: &mut Numbers) -> Self {
        let mut below = |count: usize| numbers.below(count as u64) as usize;
        let mut edges = vec![0];
        for _ in 0..1 + below(3) {
            edges.push(edges[edges.len() - 1] + 10 + below(23) as u64);
        }
        let top = edges.len() - 1;
        let mut criteria: Vec<Criterion> = (0..1 + below(3))
            .map(|_| {
                let floor = (below(4) == 0).then(|| (1 + below(PARTS as usize) as u64, below(top)));
                Criterion { weight: below(8) as u64, floor }
            })
            .collect();
        criteria[0].weight += 1;
        let mut questions = Vec::new();
        for criterion in 0..criteria.len() {
            for place in 0..1 + below(if criterion == 0 { 4 } else { 3 }) {
                // The first of a criterion is scored and has weight.
                let scored = place == 0 || below(4) > 0;
                let count = 2 + below(3);
                let mut value =
                    || scored.then(|| if below(2) == 0 { below(PARTS as usize + 1) } else { 5 * below(5) } as u64);
                let values: Vec<Option<u64>> = (0..count).map(|_| value()).collect();
                let number = scored && below(12) == 0;
                let answer = match below(24) {
                    0 => Given::Nothing,
                    1 => Given::Unsure,
                    2 => Given::NotApplicable,
                    _ if number => Given::Number(below(PARTS as usize + 1) as u64),
                    _ => Given::Option(below(count)),
                };
                // More often a low answer than a high one.
                let answer = match (answer, below(count)) {
                    (Given::Option(option), other) if below(3) > 0 && values[other] < values[option] => {
                        Given::Option(other)
                    }
                    (answer, _) => answer,
                };
                let values = if number { Vec::new() } else { values };
                let weight = if scored { (place == 0) as u64 + below(3) as u64 } else { 0 };
                questions.push(Question { criterion, weight, values, locked: below(12) == 0, answer });
            }
        }
        let mut gates = Vec::new();
        for _ in 0..below(4) {
            let mut places: Vec<usize> = (0..1 + below(3)).map(|_| below(questions.len())).collect();
            places.sort_unstable();
            places.dedup();
            let when = places.into_iter().map(|place| (place, draw_test(&questions[place], &mut below))).collect();
            gates.push(Gate { when, cap: below(top + 1) });
        }
        Self { criteria, questions, gates, edges }
    }

    /// The file and the sheet, as the engine reads them.
    pub fn read(&self) -> (Assessment, Answers) {
        let criteria = self.criteria.iter().enumerate().map(|(place, spec)| {
            let own = self.questions.iter().enumerate().filter(|(_, question)| question.criterion == place);
            let own = own.map(|(id, question)| question_json(id, question)).collect();
            let mut criterion = criterion(&format!("c{place}"), &json!(spec.weight), own);
            if let Some((below, cap)) = spec.floor {
                let below = below as f64 / PARTS as f64;
                criterion["floor"] = json!({ "below": below, "cap": format!("band-{cap}"), "reason": text("Floor") });
            }
            criterion
        });
        let gates = self.gates.iter().enumerate().map(|(id, gate)| {
            let when: Vec<Value> = gate.when.iter().map(|(place, test)| condition_json(*place, test)).collect();
            json!({ "id": format!("g{id}"), "when": when, "cap": format!("band-{}", gate.cap), "reason": text("Gate") })
        });
        let edges: Vec<f64> = self.edges.iter().map(|edge| *edge as f64).collect();
        let file = file(criteria.collect(), &edges, gates.collect());
        let assessment = read(&file).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let mut given = Map::new();
        for (id, question) in self.questions.iter().enumerate() {
            let answer = match question.answer {
                Given::Nothing => continue,
                Given::Unsure => json!("unsure"),
                Given::NotApplicable => json!("n/a"),
                Given::Option(option) => json!(format!("o{option}")),
                Given::Number(number) => json!(number),
            };
            given.insert(format!("q{id}"), answer);
        }
        let answers = answers(&given.into(), &assessment);
        (assessment, answers)
    }

    /// What these answers come to.
    pub fn outcome(&self, given: &[Given]) -> Outcome {
        let mut caps: Vec<usize> = Vec::new();
        for gate in &self.gates {
            if gate.when.iter().all(|(place, test)| meets(given[*place], test)) {
                caps.push(gate.cap);
            }
        }
        // Of what is known, and of all that applies with the unknown at its worst and at its best.
        let (mut sum, mut whole) = (0, 0);
        let (mut range, mut all) = ([0, 0], 0);
        for (place, criterion) in self.criteria.iter().enumerate() {
            let own = || self.questions.iter().zip(given).filter(|(question, _)| question.criterion == place);
            let applies = |(question, answer): &(&Question, &Given)| {
                **answer != Given::NotApplicable && question.values.iter().all(Option::is_some)
            };
            let total: u64 = own().filter(applies).map(|(question, _)| question.weight).sum();
            let known = || own().filter_map(|(question, answer)| Some((question.weight, value(question, *answer)?)));
            let known_total: u64 = known().map(|(weight, _)| weight).sum();
            let known_sum: u64 = known().map(|(weight, value)| weight * value).sum();
            let bounds = own().filter(applies).fold([0, 0], |[worst, best], (question, answer)| {
                let [low, high] = value(question, *answer).map_or(bounds(question), |value| [value, value]);
                [worst + question.weight * low, best + question.weight * high]
            });
            // 2520 is a multiple of every sum of weights here.
            if let Some(part) = 2520_u64.checked_div(total) {
                let unit = criterion.weight * part;
                assert_eq!(part * total, 2520);
                whole += unit * known_total * PARTS;
                sum += unit * known_sum;
                all += unit * total * PARTS;
                range = [range[0] + unit * bounds[0], range[1] + unit * bounds[1]];
            }
            if known_total > 0 {
                let drawn = within(known_sum * total, bounds.map(|bound| bound * known_total));
                let lacks = |(below, _): &(u64, usize)| drawn < below * known_total * total;
                if let Some((_, cap)) = criterion.floor.filter(lacks) {
                    caps.push(cap);
                }
            }
        }
        let score = within(sum * all, range.map(|bound| bound * whole));
        Outcome { caps, score: (whole > 0).then_some((score, whole * all)) }
    }

    /// The answers as they are given.
    pub fn given(&self) -> Vec<Given> {
        self.questions.iter().map(|question| question.answer).collect()
    }
}

fn draw_test(question: &Question, below: &mut dyn FnMut(usize) -> usize) -> Test {
    match (question.values.len(), below(2)) {
        (0, 0) => Test::Below(1 + below(PARTS as usize) as u64),
        (0, _) => Test::AtLeast(1 + below(PARTS as usize) as u64),
        (count, _) => {
            let first = below(count);
            let options = (0..count).filter(|option| *option == first || below(3) == 0).collect();
            Test::Is(options, below(6) == 0, below(6) == 0)
        }
    }
}

/// What a question can be worth, in parts.
fn bounds(question: &Question) -> [u64; 2] {
    let values = || question.values.iter().flatten().copied();
    [values().min().unwrap_or(0), values().max().unwrap_or(PARTS)]
}

/// A mean, or the nearer end of its range: all three over the same denominator.
fn within(mean: u64, [low, high]: [u64; 2]) -> u64 {
    mean.clamp(low, high)
}

/// What an answer is worth, in parts.
pub fn value(question: &Question, answer: Given) -> Option<u64> {
    match answer {
        Given::Option(option) => question.values[option],
        Given::Number(number) => Some(number),
        Given::Nothing | Given::Unsure | Given::NotApplicable => None,
    }
}

fn meets(answer: Given, test: &Test) -> bool {
    match (answer, test) {
        (Given::Option(option), Test::Is(options, ..)) => options.contains(&option),
        (Given::Unsure | Given::Nothing, Test::Is(_, unsure, _)) => *unsure,
        (Given::NotApplicable, Test::Is(_, _, not_applicable)) => *not_applicable,
        (Given::Number(number), Test::Below(limit)) => number < *limit,
        (Given::Number(number), Test::AtLeast(limit)) => number >= *limit,
        _ => false,
    }
}

fn condition_json(place: usize, test: &Test) -> Value {
    let question = format!("q{place}");
    match test {
        Test::Is(options, unsure, not_applicable) => {
            let options = options.iter().map(|option| format!("o{option}"));
            let unsure = unsure.then(|| "unsure".to_owned());
            let not_applicable = not_applicable.then(|| "n/a".to_owned());
            json!({ "question": question, "is": options.chain(unsure).chain(not_applicable).collect::<Vec<_>>() })
        }
        Test::Below(limit) => json!({ "question": question, "below": limit }),
        Test::AtLeast(limit) => json!({ "question": question, "atLeast": limit }),
    }
}

fn question_json(id: usize, question: &Question) -> Value {
    let mut json = json!({
        "id": format!("q{id}"), "text": text("Question"), "weight": question.weight, "notApplicable": true,
        "kind": if question.values.is_empty() { "number" } else { "choice" },
    });
    if question.locked {
        json["locked"] = json!(true);
    }
    if question.values.is_empty() {
        json["points"] = json!([{ "at": 0, "value": 0 }, { "at": PARTS, "value": 1 }]);
        return json;
    }
    let option = |(option, value): (usize, &Option<u64>)| {
        let mut json = json!({ "id": format!("o{option}"), "label": text("Option") });
        if let Some(value) = value {
            json["value"] = json!(*value as f64 / PARTS as f64);
        }
        json
    };
    json["options"] = question.values.iter().enumerate().map(option).collect();
    json
}
