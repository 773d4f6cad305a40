//! The rules inside one question: options that can be told apart, values where they count, numbers that rise.

use super::Checker;
use crate::input::number::JsNumber;
use crate::input::problem::Path;
use crate::input::value::Tree;

/// How many options a question may have.
pub const MAX_OPTIONS: usize = 20;

/// The keys that only a number question has.
const OF_NUMBER: [&str; 6] = ["unit", "min", "max", "scale", "points", "ideal"];

impl<'f> Checker<'_, 'f> {
    pub(super) fn check_choice(&mut self, at: &Path, question: &'f Tree, scored: bool) {
        for key in OF_NUMBER.iter().filter(|key| question.get(key).is_some()) {
            self.problem(&at.key(key), "expected this key only in a number question, got it in a choice", None);
        }
        let at = at.key("options");
        if question.get("options").is_none() {
            if !self.reader.noted(&at) {
                self.problem(&at, "expected a list of options, got none", None);
            }
            return;
        }
        let count = question.items("options").count();
        if !(2..=MAX_OPTIONS).contains(&count) {
            self.problem(&at, format!("expected 2 to {MAX_OPTIONS} options, got {count}"), None);
        }
        self.check_unique(&at, Some("id"), "option id", question.list("options"));
        for (index, option) in question.items("options") {
            if option.text("id") == Some("unsure") {
                let hint = "every question offers \"Not sure\" by itself; \"unsure\": false takes it away".to_owned();
                let message = "expected an id of its own, got the reserved \"unsure\"";
                self.problem(&at.index(index).key("id"), message, Some(hint));
            }
        }
        self.check_values(&at, question, scored);
    }

    /// Where answers count every option has a value; elsewhere all have one, or none has.
    fn check_values(&mut self, at: &Path, question: &'f Tree, scored: bool) {
        if !scored && question.items("options").all(|(_, option)| option.number("value").is_none()) {
            return;
        }
        for (index, option) in question.items("options") {
            let item = at.index(index);
            let at = item.key("value");
            if option.number("value").is_none() && !self.reader.noted(&at) {
                self.problem(&at, "expected a number from 0 to 1, got nothing", None);
            }
        }
    }

    pub(super) fn check_number(&mut self, at: &Path, question: &'f Tree, scored: bool) {
        if question.get("steps").is_some() {
            self.problem(&at.key("steps"), "expected this key only in a choice, got it in a number question", None);
        }
        if question.get("options").is_some() {
            self.problem(&at.key("options"), "expected options only in a choice, got them in a number question", None);
        }
        if let (Some(min), Some(max)) = (question.number("min"), question.number("max"))
            && min > max
        {
            let message = format!("expected {} or more, as \"min\" says, got {}", JsNumber(min), JsNumber(max));
            self.problem(&at.key("max"), message, None);
        }
        let by_factors = question.text("scale") == Some("log");
        match (question.get("points"), question.get("ideal")) {
            (None, None) if scored && !self.reader.noted(&at.key("points")) && !self.reader.noted(&at.key("ideal")) => {
                self.problem(at, "expected \"points\" or \"ideal\" to say what a number is worth, got neither", None);
            }
            (Some(_), Some(_)) => {
                self.problem(at, "expected either \"points\" or \"ideal\", got both", None);
            }
            _ => {}
        }
        if question.get("points").is_some() {
            let at = at.key("points");
            let count = question.items("points").count();
            if count < 2 {
                self.problem(&at, format!("expected at least 2 points, got {count}"), None);
            }
            self.check_rising(&at, question, by_factors);
        }
        if let Some(ideal) = question.get("ideal") {
            self.check_ideal(&at.key("ideal"), ideal, by_factors);
        }
    }

    fn check_ideal(&mut self, at: &Path, ideal: &'f Tree, by_factors: bool) {
        let keys = ["zeroBelow", "from", "to", "zeroAbove"];
        for (key, next_key) in keys.iter().zip(keys.iter().skip(1)) {
            if let (Some(number), Some(next)) = (ideal.number(key), ideal.number(next_key))
                && next < number
            {
                let message =
                    format!("expected {} or more, as \"{key}\" says, got {}", JsNumber(number), JsNumber(next));
                self.problem(&at.key(next_key), message, None);
            }
        }
        if let (true, Some(lowest)) = (by_factors, ideal.number("zeroBelow"))
            && lowest <= 0.0
        {
            let message = format!("expected a number above 0 on a log scale, got {}", JsNumber(lowest));
            self.problem(&at.key("zeroBelow"), message, None);
        }
    }

    fn check_rising(&mut self, at: &Path, question: &'f Tree, by_factors: bool) {
        let mut previous: Option<f64> = None;
        for (index, point) in question.items("points") {
            let Some(number) = point.number("at") else { continue };
            let item = at.index(index);
            let at = item.key("at");
            if by_factors && number <= 0.0 {
                self.problem(&at, format!("expected a number above 0 on a log scale, got {}", JsNumber(number)), None);
            }
            if let Some(previous) = previous
                && number <= previous
            {
                let [previous, number] = [previous, number].map(JsNumber);
                self.problem(&at, format!("expected a number above {previous}, the one before it, got {number}"), None);
            }
            previous = Some(number);
        }
    }
}
