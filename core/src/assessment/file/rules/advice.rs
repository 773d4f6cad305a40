//! The rules of the advice and the glossary: names that lead somewhere, a place for each thing, rules that can hold,
//! and nobody left without a verdict, a model or a plan.

use super::Checker;
use super::clauses::{SUBJECTS, excludes, implies};
use crate::input::number::JsNumber;
use crate::input::problem::Path;
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// How many steps an item of the plan may have.
const MAX_STEPS: usize = 5;

/// What a result finds before its plan, in this order.
const FOUND: [&str; 4] = ["need", "verdict", "type", "lift"];

/// The lists whose rules are asked in the same order: those of one place before what is found there.
const ASKING: [&str; 5] = ["need", "verdicts", "partnerTypes", "models", "plan"];

/// Whether a rule always holds.
fn always(rule: &Tree) -> bool {
    rule.get("when").is_none()
}

impl<'f> Checker<'_, 'f> {
    pub(super) fn check_advice(&mut self, at: &Path) {
        let file = self.file;
        self.check_unique(&Path::Root.key("glossary"), Some("id"), "term id", file.list("glossary"));
        self.check_need(&Path::Root.key("need"));
        let Some(advice) = file.get("advice") else { return };
        for (list, first_decides) in [
            ("verdicts", false),
            ("models", false),
            ("partnerTypes", false),
            ("benefits", true),
            ("drawbacks", true),
            ("plan", false),
        ] {
            let at = at.key(list);
            let what = if list == "verdicts" { "verdict id" } else { "id" };
            self.check_unique(&at, Some("id"), what, advice.list(list));
            let mut earlier: Vec<&Tree> = Vec::new();
            for (index, entry) in advice.items(list) {
                let entry_at = at.index(index);
                let at = entry_at.key("rules");
                self.check_rules(&at, entry.list("rules"), list);
                if first_decides {
                    self.check_each_can_decide(&at, entry.list("rules"), &mut Vec::new(), true);
                    if entry.items("rules").last().is_some_and(|(_, rule)| !always(rule)) {
                        let message = "expected the last rule to have no \"when\", so that one always holds, got one";
                        self.problem(&at, message, None);
                    }
                } else if list == "verdicts" {
                    self.check_each_can_decide(&at, entry.list("rules"), &mut earlier.clone(), false);
                    earlier.extend(entry.items("rules").map(|(_, rule)| rule));
                }
            }
        }
        self.check_both(&at.key("partnerTypes"), advice);
        self.check_plan(&at.key("plan"), advice);
        self.check_nobody_left(at, advice);
    }

    /// The levels of need: each once, rules that can hold, and nobody left without one.
    fn check_need(&mut self, at: &Path) {
        let file = self.file;
        self.check_unique(at, Some("id"), "level", file.list("need"));
        let mut earlier: Vec<&Tree> = Vec::new();
        for (index, level) in file.items("need") {
            let at = at.index(index);
            let at = at.key("rules");
            self.check_rules(&at, level.list("rules"), "need");
            self.check_each_can_decide(&at, level.list("rules"), &mut earlier.clone(), false);
            earlier.extend(level.items("rules").map(|(_, rule)| rule));
        }
        let last = file.items("need").last();
        if last.is_some_and(|(_, level)| !level.items("rules").any(|(_, rule)| always(rule))) && !self.reader.noted(at)
        {
            let message = "expected the last level to have a rule without \"when\", so that one always holds, got none";
            self.problem(at, message, None);
        }
    }

    /// Everybody gets a verdict, a model and a plan.
    fn check_nobody_left(&mut self, at: &Path, advice: &'f Tree) {
        let any_always = |entry: &Tree| entry.items("rules").any(|(_, rule)| always(rule));
        let sure =
            |entry: &Tree| any_always(entry) && entry.items("rules").all(|(_, rule)| !rule.flag("rulesOut", false));
        let mut demand = |list: &str, holds: bool, message: &str| {
            if advice.items(list).next().is_some() && !holds && !self.reader.noted(&at.key(list)) {
                self.reader.problem(&at.key(list), message.to_owned(), None);
            }
        };
        let last = advice.items("verdicts").last();
        demand(
            "verdicts",
            last.is_some_and(|(_, verdict)| any_always(verdict)),
            "expected the last verdict to have a rule without \"when\", so that nobody is left without one, got none",
        );
        demand(
            "models",
            advice.items("models").any(|(_, model)| sure(model)),
            "expected a model that always has points and is never ruled out, got none",
        );
        let serves = |item: &Tree, verdict: Option<&str>| {
            let named = |name: &Tree| matches!(name, Tree::Text(name) if Some(name.as_str()) == verdict);
            any_always(item) && (item.get("verdicts").is_none() || item.list("verdicts").iter().any(named))
        };
        let planned = |verdict| advice.items("plan").any(|(_, item)| serves(item, verdict));
        let mut verdicts = advice.items("verdicts").map(|(_, verdict)| verdict.text("id")).peekable();
        demand(
            "plan",
            if verdicts.peek().is_none() { planned(None) } else { verdicts.all(planned) },
            "expected under every verdict an item that has a rule without \"when\", so that nobody is left without a plan, got none",
        );
    }

    /// Models and types that are ruled out are listed together, so no id may be in both.
    fn check_both(&mut self, at: &Path, advice: &'f Tree) {
        for (index, kind) in advice.items("partnerTypes") {
            let Some(name) = kind.text("id") else { continue };
            if advice.items("models").any(|(_, model)| model.text("id") == Some(name)) {
                let message = format!("expected an id that no model has, got {}", quoted(name));
                self.problem(&at.index(index).key("id"), message, None);
            }
        }
    }

    fn check_plan(&mut self, at: &Path, advice: &'f Tree) {
        for (index, item) in advice.items("plan") {
            let at = at.index(index);
            let steps = item.items("steps").count();
            if steps > MAX_STEPS {
                self.problem(&at.key("steps"), format!("expected at most {MAX_STEPS} steps, got {steps}"), None);
            }
            self.check_question_names(&at.key("improves"), item.list("improves"));
            self.check_names(&at.key("verdicts"), item.list("verdicts"), "a verdict", "verdicts");
            let at = at.key("rules");
            for (index, rule) in item.items("rules") {
                self.check_question_names(&at.index(index).key("about"), rule.list("about"));
            }
        }
    }

    fn check_question_names(&mut self, at: &Path, names: &'f [Tree]) {
        for (index, name) in names.iter().enumerate() {
            if let Tree::Text(name) = name {
                self.check_question(&at.index(index), name);
            }
        }
    }

    /// Names that stand for `what`, an entry of this list of the advice, or of the levels of need.
    fn check_names(&mut self, at: &Path, names: &'f [Tree], what: &str, list: &str) {
        let file = self.file;
        let entries = if list == "need" { Some(file) } else { file.get("advice") };
        let ids: Vec<&str> = entries
            .into_iter()
            .flat_map(|entries| entries.items(list))
            .filter_map(|(_, entry)| entry.text("id"))
            .collect();
        for (index, name) in names.iter().enumerate() {
            if let Tree::Text(name) = name
                && !ids.contains(&name.as_str())
                && !self.reader.noted(&at.index(index))
            {
                let known = listed(ids.iter().copied());
                let got = quoted(name);
                let hint = self.reader.nearest(name, ids.iter().copied());
                self.problem(&at.index(index), format!("expected the id of {what} ({known}), got {got}"), hint);
            }
        }
    }

    /// The clauses of some rules by themselves, and that no two rules of one entry have the same ones.
    fn check_rules(&mut self, at: &Path, rules: &'f [Tree], list: &str) {
        for (index, rule) in rules.iter().enumerate() {
            let rule_at = at.index(index);
            let when_at = rule_at.key("when");
            for (index, clause) in rule.items("when") {
                self.check_clause(&when_at.index(index), clause, list);
            }
            let given = ["points", "rulesOut", "once"].iter().filter(|key| rule.get(key).is_some()).count();
            if given > 1 && !self.reader.noted(&rule_at) {
                self.problem(&rule_at, "expected one of points, rulesOut and once, got several", None);
            }
            if self.reader.noted(&when_at) || *rule == Tree::Null {
                continue;
            }
            if !self.may_compare(rule, rule) {
                continue;
            }
            let excluded = |(place, clause): (usize, &Tree)| {
                rule.items("when").any(|(other_place, other)| other_place > place && excludes(clause, other))
            };
            if rule.items("when").any(excluded) {
                self.problem(&when_at, "expected conditions that can hold together, got two that cannot", None);
            }
            let twin = |other: &Tree| self.may_compare(rule, other) && implies(rule, other) && implies(other, rule);
            if let Some(twin) = rules.iter().take(index).position(twin) {
                let message = format!("expected one rule for each case, got the conditions of rule {twin} again");
                self.problem(&rule_at, message, None);
            }
        }
    }

    /// In a first-match list, reports a rule that can never be reached because an earlier one covers it. `earlier` are
    /// those before; rules within one list count among each other only where `first_decides`.
    fn check_each_can_decide(
        &mut self,
        at: &Path,
        rules: &'f [Tree],
        earlier: &mut Vec<&'f Tree>,
        first_decides: bool,
    ) {
        for (index, rule) in rules.iter().enumerate() {
            let at = at.index(index);
            let covers = |other: &&Tree| self.may_compare(rule, other) && implies(rule, other);
            if !self.reader.noted(&at) && earlier.iter().any(covers) {
                let message =
                    "expected a rule that can decide, got one after a rule that always holds when this one does";
                self.problem(&at, message, None);
            }
            if first_decides {
                earlier.push(rule);
            }
        }
    }

    /// Whether there is time left to compare the clauses of two rules.
    fn may_compare(&self, a: &Tree, b: &Tree) -> bool {
        let pairs = (1 + a.list("when").len()) * (1 + b.list("when").len());
        let left = self.comparisons.get().checked_sub(pairs);
        self.comparisons.set(left.unwrap_or(0));
        left.is_some()
    }

    fn check_clause(&mut self, at: &Path, clause: &'f Tree, list: &str) {
        let subjects = SUBJECTS.iter().filter(|key| clause.get(key).is_some()).count();
        if subjects != 1 {
            if !SUBJECTS.iter().any(|key| self.reader.noted(&at.key(key))) {
                self.problem(at, "expected exactly one of question, criterion and result, got none or several", None);
            }
            return;
        }
        self.check_condition(at, clause);
        if let Some(name) = clause.text("criterion") {
            self.check_criterion_clause(&at.key("criterion"), name);
        }
        let result = clause.text("result");
        // What is counted is below or at least; what has a name is one of some.
        let is_named = result.is_some_and(|result| !matches!(result, "coverage" | "openGates"));
        if clause.get("question").is_none() {
            let limit = clause.get("below").is_some() || clause.get("atLeast").is_some();
            if if is_named { limit } else { clause.get("is").is_some() } {
                let expected = if is_named { "\"is\"" } else { "\"below\" or \"atLeast\"" };
                self.problem(at, format!("expected {expected} for this, got something else"), None);
            }
        }
        let place = |order: &[&str], name: &str| order.iter().position(|other| *other == name);
        let asking = if matches!(list, "benefits" | "drawbacks") { "models" } else { list };
        if let Some(result) = result
            && place(&FOUND, result).is_some_and(|found| Some(found) >= place(&ASKING, asking))
        {
            let message = format!("expected a result that is found before {list}, got {}", quoted(result));
            self.problem(&at.key("result"), message, None);
        }
        let at_is = at.key("is");
        match result {
            Some("band") => {
                for (index, band) in clause.items("is") {
                    if let Tree::Text(band) = band {
                        self.check_cap(&at_is.index(index), Some(band));
                    }
                }
            }
            Some("need") => self.check_names(&at_is, clause.list("is"), "a level of need", "need"),
            Some("verdict") => self.check_names(&at_is, clause.list("is"), "a verdict", "verdicts"),
            Some("type") => self.check_names(&at_is, clause.list("is"), "a type of partner", "partnerTypes"),
            Some("lift") => self.check_question_names(&at_is, clause.list("is")),
            _ => {}
        }
        self.check_reach(at, clause);
    }

    fn check_criterion_clause(&mut self, at: &Path, name: &str) {
        let file = self.file;
        let criteria = || file.items("criteria").map(|(_, criterion)| criterion);
        match criteria().find(|criterion| criterion.text("id") == Some(name)) {
            Some(criterion) if criterion.number("weight") == Some(0.0) => {
                self.problem(at, "expected a criterion that has weight, got one of weight 0", None);
            }
            None if criteria().next().is_some() => {
                let ids = || criteria().filter_map(|criterion| criterion.text("id"));
                let message = format!("expected the id of a criterion ({}), got {}", listed(ids()), quoted(name));
                let hint = self.reader.nearest(name, ids());
                self.problem(at, message, hint);
            }
            _ => {}
        }
    }

    /// A number that no answer, value or share can be on the right side of.
    fn check_reach(&mut self, at: &Path, clause: &'f Tree) {
        let (min, max) = match clause.text("question") {
            None if clause.text("result") == Some("openGates") => (Some(0.0), None),
            None => (Some(0.0), Some(1.0)),
            Some(name) => match super::questions(self.file).find(|question| question.text("id") == Some(name)) {
                Some(question) => (question.number("min"), question.number("max")),
                None => return,
            },
        };
        if let (Some(below), Some(min)) = (clause.number("below"), min)
            && below <= min
        {
            let [min, below] = [min, below].map(JsNumber);
            let message = format!("expected a number above {min}, under which nothing lies, got {below}");
            self.problem(&at.key("below"), message, None);
        }
        if let (Some(at_least), Some(max)) = (clause.number("atLeast"), max)
            && at_least > max
        {
            let [max, at_least] = [max, at_least].map(JsNumber);
            let message = format!("expected a number up to {max}, above which nothing lies, got {at_least}");
            self.problem(&at.key("atLeast"), message, None);
        }
    }
}
