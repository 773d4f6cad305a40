//! Any valid assessment with answers to it: what the properties are tried on.
//!
//! A [`Spec`] is drawn in [`super::draw`], written as the file that an author would write, and read by the engine. It
//! keeps its own names for everything, so that a test can leave out, reorder or complete what is in it.

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::report::{Report, report};
use serde_json::{Map, Value, json};

use crate::common::{answers, criterion, file, read, text};

#[derive(Clone, Debug)]
pub struct Spec {
    pub criteria: Vec<Criterion>,
    pub edges: Vec<f64>,
    pub gates: Vec<Gate>,
}

#[derive(Clone, Debug)]
pub struct Criterion {
    pub id: usize,
    pub weight: f64,
    pub floor: Option<(f64, usize)>,
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug)]
pub struct Question {
    pub id: usize,
    pub weight: f64,
    pub kind: Kind,
    /// The lowest and highest number that can be filled in.
    pub limits: Option<(f64, f64)>,
    pub answer: Given,
}

#[derive(Clone, Debug)]
pub enum Kind {
    /// Options by name and value.
    Choice(Vec<(usize, f64)>),
    /// Options that are not scored.
    Unscored(usize),
    /// The value at some numbers, and whether the scale is "log".
    Points(Vec<(f64, f64)>, bool),
    /// The corners of an ideal range, and whether the scale is "log".
    Ideal([f64; 4], bool),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    Nothing,
    Unsure,
    NotApplicable,
    Option(usize),
    Number(f64),
}

/// What caps the band: the answer that closes it, and the cap.
#[derive(Clone, Debug)]
pub struct Gate {
    pub id: usize,
    pub question: usize,
    pub test: Value,
    pub cap: usize,
}

impl Given {
    pub fn is_unknown(&self) -> bool {
        matches!(self, Given::Nothing | Given::Unsure)
    }

    fn json(&self) -> Option<Value> {
        match self {
            Given::Nothing => None,
            Given::Unsure => Some(json!("unsure")),
            Given::NotApplicable => Some(json!("n/a")),
            Given::Option(option) => Some(json!(format!("o{option}"))),
            Given::Number(number) => Some(json!(number)),
        }
    }
}

impl Question {
    /// Answers among which are one that is worth least and one that is worth most.
    pub fn telling_answers(&self) -> Vec<Given> {
        let numbers = |at: Vec<f64>| {
            let (min, max) = self.limits.unwrap_or((at[0] - 1.0, at[at.len() - 1] + 1.0));
            let within = at.into_iter().filter(|number| (min..=max).contains(number));
            [min].into_iter().chain(within).chain([max]).map(Given::Number).collect()
        };
        match &self.kind {
            Kind::Choice(options) => options.iter().map(|(name, _)| Given::Option(*name)).collect(),
            Kind::Unscored(_) => vec![Given::Option(0)],
            Kind::Points(points, _) => numbers(points.iter().map(|(at, _)| *at).collect()),
            Kind::Ideal(corners, _) => numbers(corners.to_vec()),
        }
    }

    fn json(&self) -> Value {
        let label = text("Option");
        let mut question = json!({
            "id": format!("q{}", self.id), "text": text("Question"), "weight": self.weight, "notApplicable": true,
            "kind": if matches!(self.kind, Kind::Choice(_) | Kind::Unscored(_)) { "choice" } else { "number" },
        });
        let scale = |log: bool| if log { "log" } else { "linear" };
        match &self.kind {
            Kind::Choice(options) => {
                let option =
                    |(name, value): &(usize, f64)| json!({ "id": format!("o{name}"), "label": label, "value": value });
                question["options"] = options.iter().map(option).collect();
            }
            Kind::Unscored(count) => {
                question["options"] =
                    (0..*count).map(|name| json!({ "id": format!("o{name}"), "label": label })).collect();
            }
            Kind::Points(points, log) => {
                question["points"] = points.iter().map(|(at, value)| json!({ "at": at, "value": value })).collect();
                question["scale"] = scale(*log).into();
            }
            Kind::Ideal([a, b, c, d], log) => {
                question["ideal"] = json!({ "zeroBelow": a, "from": b, "to": c, "zeroAbove": d });
                question["scale"] = scale(*log).into();
            }
        }
        if let Some((min, max)) = self.limits {
            question["min"] = min.into();
            question["max"] = max.into();
        }
        question
    }
}

impl Spec {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.criteria.iter().flat_map(|criterion| &criterion.questions)
    }

    pub fn questions_mut(&mut self) -> impl Iterator<Item = &mut Question> {
        self.criteria.iter_mut().flat_map(|criterion| &mut criterion.questions)
    }

    pub fn json(&self) -> Value {
        let cap = |cap: usize| format!("band-{}", cap % self.edges.len());
        let criteria = self.criteria.iter().map(|spec| {
            let questions = spec.questions.iter().map(Question::json).collect();
            let mut criterion = criterion(&format!("c{}", spec.id), &json!(spec.weight), questions);
            if let Some((below, highest)) = spec.floor {
                criterion["floor"] = json!({ "below": below, "cap": cap(highest), "reason": text("Floor") });
            }
            criterion
        });
        let gates = self.gates.iter().map(|gate| {
            let mut when = gate.test.clone();
            when["question"] = format!("q{}", gate.question).into();
            json!({ "id": format!("g{}", gate.id), "when": [when], "cap": cap(gate.cap), "reason": text("Gate") })
        });
        file(criteria.collect(), &self.edges, gates.collect())
    }

    pub fn read(&self) -> (Assessment, Answers) {
        let assessment = read(&self.json()).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let answers = self.answers(&assessment);
        (assessment, answers)
    }

    /// The answers alone, to an assessment that was read before.
    pub fn answers(&self, assessment: &Assessment) -> Answers {
        let given: Map<String, Value> =
            self.questions().filter_map(|q| Some((format!("q{}", q.id), q.answer.json()?))).collect();
        answers(&given.into(), assessment)
    }

    pub fn report(&self) -> Report {
        let (assessment, answers) = self.read();
        report(&assessment, &answers, "en")
    }
}
