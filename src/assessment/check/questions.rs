//! The rules inside one question: options that can be told apart, values where they count, numbers that rise.

use super::{Checker, id};
use crate::assessment::field::Items;
use crate::assessment::kinds::ScaleName;
use crate::assessment::wire::{OptionEntry, QuestionEntry};
use crate::number::Shown;
use crate::problem::Path;

/// How many options a question may have.
pub const MAX_OPTIONS: usize = 20;

impl Checker<'_, '_> {
    pub(super) fn check_choice(&mut self, at: &Path, question: &QuestionEntry, scored: bool) {
        let of_number = [
            ("unit", question.unit.is_some()),
            ("min", question.min.is_some()),
            ("max", question.max.is_some()),
            ("scale", question.scale.is_some()),
            ("points", question.points.is_some()),
            ("ideal", question.ideal.is_some()),
        ];
        for (key, _) in of_number.iter().filter(|(_, present)| *present) {
            self.problem(&at.key(key), "expected this key only in a number question, got it in a choice", None);
        }
        let at = at.key("options");
        let Some(options) = &question.options else {
            if !self.reader.noted(&at) {
                self.problem(&at, "expected a list of options, got none", None);
            }
            return;
        };
        if !(2..=MAX_OPTIONS).contains(&options.len()) {
            self.problem(&at, format!("expected 2 to {MAX_OPTIONS} options, got {}", options.len()), None);
        }
        self.check_unique(&at, Some("id"), "option id", options.iter().map(|(i, o)| (*i, id(&o.id))));
        for (index, option) in options {
            if id(&option.id) == Some("unsure") {
                let hint =
                    Some("every question offers \"Not sure\" by itself; \"unsure\": false takes it away".to_owned());
                self.problem(
                    &at.index(*index).key("id"),
                    "expected an id of its own, got the reserved \"unsure\"",
                    hint,
                );
            }
        }
        self.check_values(&at, options, scored);
    }

    /// Where answers count every option has a value; elsewhere all have one, or none has.
    fn check_values(&mut self, at: &Path, options: &Items<OptionEntry>, scored: bool) {
        if !scored && options.iter().all(|(_, option)| option.value.is_none()) {
            return;
        }
        for (index, option) in options {
            if option.value.is_none() && !self.reader.noted(&at.index(*index).key("value")) {
                self.problem(&at.index(*index).key("value"), "expected a number from 0 to 1, got nothing", None);
            }
        }
    }

    pub(super) fn check_number(&mut self, at: &Path, question: &QuestionEntry, scored: bool) {
        if question.options.is_some() {
            self.problem(&at.key("options"), "expected options only in a choice, got them in a number question", None);
        }
        if let (Some(min), Some(max)) = (question.min, question.max)
            && min > max
        {
            self.problem(
                &at.key("max"),
                format!("expected {} or more, as \"min\" says, got {}", Shown(min), Shown(max)),
                None,
            );
        }
        let by_factors = question.scale == Some(ScaleName::Log);
        match (&question.points, &question.ideal) {
            (None, None) if scored && !self.reader.noted(&at.key("points")) && !self.reader.noted(&at.key("ideal")) => {
                self.problem(at, "expected \"points\" or \"ideal\" to say what a number is worth, got neither", None);
            }
            (Some(_), Some(_)) => {
                self.problem(at, "expected either \"points\" or \"ideal\", got both", None);
            }
            _ => {}
        }
        if let Some(points) = &question.points {
            let at = at.key("points");
            if points.len() < 2 {
                self.problem(&at, format!("expected at least 2 points, got {}", points.len()), None);
            }
            let numbers = points.iter().map(|(index, point)| (*index, point.at));
            self.check_rising(&at, numbers, by_factors);
        }
        if let Some(ideal) = &question.ideal {
            let at = at.key("ideal");
            let keys = ["zeroBelow", "from", "to", "zeroAbove"];
            let numbers = [ideal.zero_below, ideal.from, ideal.to, ideal.zero_above];
            for ((key, number), (next_key, next)) in keys.iter().zip(numbers).zip(keys.iter().zip(numbers).skip(1)) {
                if let (Some(number), Some(next)) = (number, next)
                    && next < number
                {
                    self.problem(
                        &at.key(next_key),
                        format!("expected {} or more, as \"{key}\" says, got {}", Shown(number), Shown(next)),
                        None,
                    );
                }
            }
            if let (true, Some(lowest)) = (by_factors, ideal.zero_below)
                && lowest <= 0.0
            {
                self.problem(
                    &at.key("zeroBelow"),
                    format!("expected a number above 0 on a log scale, got {}", Shown(lowest)),
                    None,
                );
            }
        }
    }

    fn check_rising(&mut self, at: &Path, numbers: impl Iterator<Item = (usize, Option<f64>)>, by_factors: bool) {
        let mut previous: Option<f64> = None;
        for (index, number) in numbers {
            let Some(number) = number else { continue };
            let item = at.index(index);
            let at = item.key("at");
            if by_factors && number <= 0.0 {
                self.problem(&at, format!("expected a number above 0 on a log scale, got {}", Shown(number)), None);
            }
            if let Some(previous) = previous
                && number <= previous
            {
                let [previous, number] = [previous, number].map(Shown);
                self.problem(&at, format!("expected a number above {previous}, the one before it, got {number}"), None);
            }
            previous = Some(number);
        }
    }
}
