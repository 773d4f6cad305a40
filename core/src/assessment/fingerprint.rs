//! The fingerprint of an assessment: a hash of everything that decides a score.
//!
//! Two files with the same fingerprint give the same numbers for the same answers. Texts are left out, so that a
//! mended typing error does not make earlier results foreign. It guards against mix-ups, not against malice.

use super::{Assessment, Condition, Criterion, QuestionKind, Test};
use crate::assessment::value_function::{Scale, ValueFunction};

/// FNV-1a, 64 bits: the hash of <http://www.isthe.com/chongo/tech/comp/fnv/>, small and the same everywhere.
pub(crate) struct Fnv(u64);

impl Fnv {
    /// A hash of nothing yet.
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// The hash, as 16 hexadecimal digits.
    pub(crate) fn digits(&self) -> String {
        format!("{:016x}", self.0)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// A name, closed by a byte that no name holds, so that `ab`+`c` is not `a`+`bc`.
    pub(crate) fn name(&mut self, name: &str) {
        self.bytes(name.as_bytes());
        self.bytes(&[0xff]);
    }

    pub(crate) fn number(&mut self, number: f64) {
        self.bytes(&number.to_bits().to_le_bytes());
    }

    /// How many follow, or which of several kinds follows.
    pub(crate) fn count(&mut self, count: usize) {
        self.bytes(&(count as u64).to_le_bytes());
    }

    /// A number that may be absent; NaN, which no field can hold, stands for absence.
    fn optional(&mut self, number: Option<f64>) {
        self.number(number.unwrap_or(f64::NAN));
    }
}

/// The fingerprint, as 16 hexadecimal digits.
pub fn fingerprint(assessment: &Assessment) -> String {
    let mut hash = Fnv::new();
    hash.name(&assessment.id);
    hash.name(&assessment.version);
    hash.number(assessment.borderline);
    hash.count(assessment.bands.len());
    for band in assessment.bands.iter() {
        hash.name(&band.id);
        hash.number(band.from);
    }
    hash.count(assessment.criteria.len());
    for criterion in &assessment.criteria {
        hash_criterion(criterion, &mut hash);
    }
    hash.count(assessment.gates.len());
    for gate in assessment.gates.iter() {
        hash.name(&gate.id);
        hash.count(gate.cap);
        hash.count(gate.when.len());
        gate.when.iter().for_each(|condition| hash_condition(condition, &mut hash));
        if let Some(coverage) = gate.coverage_below {
            hash.name("coverage<");
            hash.number(coverage);
        }
    }
    hash.digits()
}

pub(crate) fn hash_condition(condition: &Condition, hash: &mut Fnv) {
    hash.name(&condition.question);
    match &condition.test {
        Test::Is(answers) => {
            hash.count(answers.len());
            answers.iter().for_each(|answer| hash.name(answer));
        }
        Test::Below(number) => {
            hash.name("<");
            hash.number(*number);
        }
        Test::AtLeast(number) => {
            hash.name(">=");
            hash.number(*number);
        }
    }
}

fn hash_criterion(criterion: &Criterion, hash: &mut Fnv) {
    hash.name(&criterion.id);
    hash.number(criterion.weight);
    hash.count(usize::from(criterion.floor.is_some()));
    if let Some(floor) = &criterion.floor {
        hash.number(floor.below);
        hash.count(floor.cap);
        floor.unless.iter().for_each(|condition| hash_condition(condition, hash));
    }
    hash.count(criterion.questions.len());
    for question in criterion.questions.iter() {
        hash.name(&question.id);
        hash.number(question.weight);
        hash.bytes(&[u8::from(question.unsure), u8::from(question.not_applicable)]);
        match &question.kind {
            QuestionKind::Choice(options) => {
                hash.count(options.len());
                for option in options {
                    hash.name(&option.id);
                    hash.optional(option.value);
                }
            }
            QuestionKind::Number(number) => {
                hash.optional(number.min);
                hash.optional(number.max);
                match &number.value {
                    None => hash.name("unscored"),
                    Some(ValueFunction::Piecewise { points, scale }) => {
                        hash.name("points");
                        hash.name(scale_name(*scale));
                        hash.count(points.len());
                        for (at, value) in points {
                            hash.number(*at);
                            hash.number(*value);
                        }
                    }
                    Some(ValueFunction::Trapezoid { corners, scale }) => {
                        hash.name("ideal");
                        hash.name(scale_name(*scale));
                        corners.iter().for_each(|corner| hash.number(*corner));
                    }
                }
            }
        }
    }
}

fn scale_name(scale: Scale) -> &'static str {
    match scale {
        Scale::Linear => "linear",
        Scale::Log => "log",
    }
}
