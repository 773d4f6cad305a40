//! What a case expects beside what the engine gave: numbers within the case's tolerance, everything else equal.

use serde_json::Value;

/// The comparison of one case.
pub struct Check {
    tolerance: f64,
    compared: usize,
    faults: Vec<String>,
    /// Why the case says nothing about the engine, said behind the count of cases.
    unused: Option<&'static str>,
}

impl Check {
    pub fn new(case: &Value) -> Self {
        let tolerance = case["tolerance"].as_f64().unwrap_or(1e-9);
        Self { tolerance, compared: 0, faults: Vec::new(), unused: None }
    }

    /// A number, or `null` where there is none. A tolerance of 0 means exact.
    pub fn number(&mut self, what: &str, got: Option<f64>, expected: &Value) {
        self.compared += 1;
        let same = match (got, expected.as_f64()) {
            (Some(got), Some(expected)) => (got - expected).abs() <= self.tolerance,
            (None, None) => expected.is_null(),
            _ => false,
        };
        if !same {
            self.fault(format!("{what}: expected {expected}, got {got:?}"));
        }
    }

    /// A list of numbers, item by item.
    pub fn numbers(&mut self, what: &str, got: &[Option<f64>], expected: &Value) {
        let expected = expected.as_array().map(Vec::as_slice).unwrap_or_default();
        self.equal(&format!("length of {what}"), got.len(), expected.len());
        for (index, (got, expected)) in got.iter().zip(expected).enumerate() {
            self.number(&format!("{what}[{index}]"), *got, expected);
        }
    }

    pub fn equal<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, got: T, expected: T) {
        self.compared += 1;
        if got != expected {
            self.fault(format!("{what}: expected {expected:?}, got {got:?}"));
        }
    }

    pub fn fault(&mut self, fault: impl Into<String>) {
        self.faults.push(fault.into());
    }

    /// The case is about something that the product does not do.
    pub fn unused(&mut self, why: &'static str) {
        self.unused = Some(why);
    }

    /// What went wrong; a case of which nothing was compared is wrong as well.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = self.faults.clone();
        if self.compared == 0 && faults.is_empty() && self.unused.is_none() {
            faults.push("nothing of this case was compared".to_owned());
        }
        faults
    }
}

/// What a method's line says behind the count of cases.
pub fn notes(checks: &[(String, Check)]) -> String {
    let unused: Vec<_> = checks.iter().filter_map(|(_, check)| check.unused).collect();
    unused.first().map(|why| format!(" ({} {why})", unused.len())).unwrap_or_default()
}

/// Whether `expected` says in prose that the input is to be refused.
pub fn refusal(expected: &Value) -> bool {
    let words = match expected {
        Value::String(words) => words.to_lowercase(),
        Value::Object(entries) if entries.contains_key("error") => return true,
        Value::Object(entries) if !entries.is_empty() && entries.values().all(Value::is_string) => {
            expected.to_string().to_lowercase()
        }
        _ => return false,
    };
    ["error", "reject", "refuse", "invalid", "raise"].iter().any(|word| words.contains(word))
}
