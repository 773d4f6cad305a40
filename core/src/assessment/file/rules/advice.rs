//! The rules of the advice and the glossary: names that lead somewhere, a place for each thing, rules that can hold,
//! and nobody left without a verdict, a model or a plan.

use super::Checker;
use crate::input::hints::nearest;
use crate::input::number::Shown;
use crate::input::problem::Path;
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// How many steps an item of the plan may have.
const MAX_STEPS: usize = 5;

/// What a clause can be about.
const SUBJECTS: [&str; 3] = ["question", "criterion", "result"];

/// Whether a rule always holds.
fn always(rule: &Tree) -> bool {
    rule.get("when").is_none()
}

impl<'f> Checker<'_, 'f> {
    pub(super) fn check_advice(&mut self, at: &Path) {
        let file = self.file;
        self.check_unique(&Path::Root.key("glossary"), Some("id"), "term id", file.list("glossary"));
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
                self.check_rules(&at, entry.list("rules"));
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
        demand(
            "plan",
            advice.items("plan").any(|(_, item)| any_always(item)),
            "expected an item that has a rule without \"when\", so that nobody is left without a plan, got none",
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
            let at = at.key("rules");
            for (index, rule) in item.items("rules") {
                let at = at.index(index);
                if always(rule) && rule.get("about").is_none() && !self.reader.noted(&at) {
                    let message = "expected \"when\" or \"about\" to say which answers call for it, got neither";
                    self.problem(&at, message, None);
                }
                for (index, about) in rule.items("about") {
                    if let Tree::Text(about) = about {
                        self.check_question(&at.key("about").index(index), about);
                    }
                }
            }
        }
    }

    /// The clauses of some rules by themselves, and that no two rules of one entry have the same ones.
    fn check_rules(&mut self, at: &Path, rules: &'f [Tree]) {
        for (index, rule) in rules.iter().enumerate() {
            let rule_at = at.index(index);
            let when_at = rule_at.key("when");
            for (index, clause) in rule.items("when") {
                self.check_clause(&when_at.index(index), clause);
            }
            if self.reader.noted(&when_at) || *rule == Tree::Null {
                continue;
            }
            let excluded = |(place, clause): (usize, &Tree)| {
                rule.items("when").any(|(other_place, other)| other_place > place && excludes(clause, other))
            };
            if rule.items("when").any(excluded) {
                self.problem(&when_at, "expected conditions that can hold together, got two that cannot", None);
            }
            let mut before = rules.iter().take(index);
            if let Some(twin) = before.position(|other| implies(rule, other) && implies(other, rule)) {
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
            if !self.reader.noted(&at) && earlier.iter().any(|other| implies(rule, other)) {
                let message =
                    "expected a rule that can decide, got one after a rule that always holds when this one does";
                self.problem(&at, message, None);
            }
            if first_decides {
                earlier.push(rule);
            }
        }
    }

    fn check_clause(&mut self, at: &Path, clause: &'f Tree) {
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
        let of_band = clause.text("result") == Some("band");
        if clause.get("question").is_none() {
            let limit = clause.get("below").is_some() || clause.get("atLeast").is_some();
            if if of_band { limit } else { clause.get("is").is_some() } {
                let expected = if of_band { "\"is\"" } else { "\"below\" or \"atLeast\"" };
                self.problem(at, format!("expected {expected} for this, got something else"), None);
            }
        }
        for (index, band) in clause.items("is").filter(|_| of_band) {
            if let Tree::Text(band) = band {
                self.check_cap(&at.key("is").index(index), Some(band));
            }
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
                self.problem(at, message, nearest(name, ids()));
            }
            _ => {}
        }
    }

    /// A number that no answer, value or share can be on the right side of.
    fn check_reach(&mut self, at: &Path, clause: &'f Tree) {
        let (min, max) = match clause.text("question") {
            None => (Some(0.0), Some(1.0)),
            Some(name) => match super::questions(self.file).find(|question| question.text("id") == Some(name)) {
                Some(question) => (question.number("min"), question.number("max")),
                None => return,
            },
        };
        if let (Some(below), Some(min)) = (clause.number("below"), min)
            && below <= min
        {
            let [min, below] = [min, below].map(Shown);
            let message = format!("expected a number above {min}, under which nothing lies, got {below}");
            self.problem(&at.key("below"), message, None);
        }
        if let (Some(at_least), Some(max)) = (clause.number("atLeast"), max)
            && at_least > max
        {
            let [max, at_least] = [max, at_least].map(Shown);
            let message = format!("expected a number up to {max}, above which nothing lies, got {at_least}");
            self.problem(&at.key("atLeast"), message, None);
        }
    }
}

fn same_subject(a: &Tree, b: &Tree) -> bool {
    SUBJECTS.iter().all(|key| a.get(key) == b.get(key))
}

/// Whether two clauses can never both hold.
fn excludes(a: &Tree, b: &Tree) -> bool {
    let apart = |a: &Tree, b: &Tree| matches!((a.number("below"), b.number("atLeast")), (Some(b), Some(a)) if a >= b);
    same_subject(a, b)
        && match (a.get("is"), b.get("is")) {
            (Some(_), Some(_)) => !a.list("is").iter().any(|name| b.list("is").contains(name)),
            (None, None) => apart(a, b) || apart(b, a),
            // Of a number question: a name is no number.
            _ => true,
        }
}

/// Whether rule `b` holds whenever `a` does: each clause of `b` follows from one of `a`.
fn implies(a: &Tree, b: &Tree) -> bool {
    let follows = |a: &Tree, b: &Tree| {
        let numbers = |key: &str| a.number(key).zip(b.number(key));
        same_subject(a, b)
            && match (a.get("is"), b.get("is")) {
                (Some(_), Some(_)) => a.list("is").iter().all(|name| b.list("is").contains(name)),
                (None, None) => {
                    numbers("below").is_some_and(|(a, b)| a <= b) || numbers("atLeast").is_some_and(|(a, b)| a >= b)
                }
                _ => false,
            }
    };
    b.items("when").all(|(_, b)| a.items("when").any(|(_, a)| follows(a, b)))
}
