//! The rules of the advice and the glossary: names that lead somewhere, a place for each thing, rules that can hold,
//! and nobody left without a verdict, a model or a plan.

use super::{Checker, id};
use crate::assessment::field::Items;
use crate::assessment::kinds::{Amount, Id, KindName, Name, ResultName};
use crate::assessment::wire::{ClauseEntry, ConditionEntry, FitEntry, WeighedEntry};
use crate::number::Shown;
use crate::problem::{Path, listed, nearest, quoted};

/// The conditions of a rule, and where they stand.
type When<'f> = (usize, Option<&'f Items<ClauseEntry>>);

/// The clauses of a rule; none means always.
fn clauses<'f>(when: Option<&'f Items<ClauseEntry>>) -> impl Iterator<Item = &'f ClauseEntry> + Clone {
    when.into_iter().flatten().map(|(_, clause)| clause)
}

impl<'f> Checker<'_, 'f> {
    pub(super) fn check_glossary(&mut self, at: &Path) {
        let terms = self.file.glossary.as_deref().unwrap_or_default();
        self.check_unique(at, Some("id"), "term id", terms.iter().map(|(i, term)| (*i, id(&term.id))));
    }

    pub(super) fn check_advice(&mut self, at: &Path) {
        let file = self.file;
        let Some(advice) = &file.advice else { return };
        self.check_verdicts(&at.key("verdicts"));
        let [models, types] = [&advice.models, &advice.partner_types].map(|fits| fits.as_deref().unwrap_or_default());
        self.check_fits(&at.key("models"), models);
        self.check_fits(&at.key("partnerTypes"), types);
        self.check_both(&at.key("partnerTypes"), models, types);
        let sure = |model: &FitEntry| {
            let rules = || model.rules.iter().flatten().map(|(_, rule)| rule);
            let out = |flag: Option<crate::assessment::kinds::Flag>| flag.is_some_and(|flag| flag.0);
            rules().any(|rule| rule.when.is_none()) && rules().all(|rule| !out(rule.rules_out))
        };
        if !models.is_empty() && !models.iter().any(|(_, model)| sure(model)) && !self.reader.noted(&at.key("models")) {
            let message = "expected a model that always has points and is never ruled out, got none";
            self.problem(&at.key("models"), message, None);
        }
        self.check_weighed(&at.key("benefits"), advice.benefits.as_deref().unwrap_or_default());
        self.check_weighed(&at.key("drawbacks"), advice.drawbacks.as_deref().unwrap_or_default());
        self.check_plan(&at.key("plan"));
    }

    fn check_verdicts(&mut self, at: &Path) {
        let file = self.file;
        let Some(verdicts) = file.advice.as_ref().and_then(|advice| advice.verdicts.as_ref()) else { return };
        self.check_unique(at, Some("id"), "verdict id", verdicts.iter().map(|(i, verdict)| (*i, id(&verdict.id))));
        let mut earlier: Vec<Option<&Items<ClauseEntry>>> = Vec::new();
        for (index, verdict) in verdicts {
            let at = at.index(*index);
            let at = at.key("rules");
            let rules = verdict.rules.as_deref().unwrap_or_default();
            let whens: Vec<When> = rules.iter().map(|(i, rule)| (*i, rule.when.as_ref())).collect();
            self.check_rules(&at, &whens);
            self.check_each_can_hold(&at, &whens, &mut earlier.clone(), false);
            earlier.extend(whens.iter().map(|(_, when)| *when));
        }
        let last = verdicts.last().and_then(|(_, verdict)| verdict.rules.as_ref());
        if last.is_some_and(|rules| rules.iter().all(|(_, rule)| rule.when.is_some())) && !self.reader.noted(at) {
            let message = "expected the last verdict to have a rule without \"when\", so that nobody is left without one, got none";
            self.problem(at, message, None);
        }
    }

    fn check_fits(&mut self, at: &Path, fits: &'f [(usize, FitEntry)]) {
        self.check_unique(at, Some("id"), "id", fits.iter().map(|(i, fit)| (*i, id(&fit.id))));
        for (index, fit) in fits {
            let at = at.index(*index);
            let rules = fit.rules.as_deref().unwrap_or_default();
            let whens: Vec<When> = rules.iter().map(|(i, rule)| (*i, rule.when.as_ref())).collect();
            self.check_rules(&at.key("rules"), &whens);
        }
    }

    /// Models and types that are ruled out are listed together, so no id may be in both.
    fn check_both(&mut self, at: &Path, models: &[(usize, FitEntry)], types: &[(usize, FitEntry)]) {
        for (index, kind) in types {
            let name = id(&kind.id);
            if name.is_some() && models.iter().any(|(_, model)| id(&model.id) == name) {
                let message = format!("expected an id that no model has, got {}", quoted(name.unwrap_or_default()));
                self.problem(&at.index(*index).key("id"), message, None);
            }
        }
    }

    fn check_weighed(&mut self, at: &Path, entries: &'f [(usize, WeighedEntry)]) {
        self.check_unique(at, Some("id"), "id", entries.iter().map(|(i, entry)| (*i, id(&entry.id))));
        for (index, entry) in entries {
            let at = at.index(*index);
            let at = at.key("rules");
            let rules = entry.rules.as_deref().unwrap_or_default();
            let whens: Vec<When> = rules.iter().map(|(i, rule)| (*i, rule.when.as_ref())).collect();
            self.check_rules(&at, &whens);
            self.check_each_can_hold(&at, &whens, &mut Vec::new(), true);
            if whens.last().is_some_and(|(_, when)| when.is_some()) {
                self.problem(
                    &at,
                    "expected the last rule to have no \"when\", so that one always holds, got one",
                    None,
                );
            }
        }
    }

    fn check_plan(&mut self, at: &Path) {
        let file = self.file;
        let Some(plan) = file.advice.as_ref().and_then(|advice| advice.plan.as_ref()) else { return };
        self.check_unique(at, Some("id"), "id", plan.iter().map(|(i, item)| (*i, id(&item.id))));
        for (index, item) in plan {
            let at = at.index(*index);
            if let Some(steps) = item.steps.as_ref().filter(|steps| steps.len() > MAX_STEPS) {
                let message = format!("expected at most {MAX_STEPS} steps, got {}", steps.len());
                self.problem(&at.key("steps"), message, None);
            }
            let at = at.key("rules");
            let rules = item.rules.as_deref().unwrap_or_default();
            let whens: Vec<When> = rules.iter().map(|(i, rule)| (*i, rule.when.as_ref())).collect();
            self.check_rules(&at, &whens);
            for (index, rule) in rules {
                let at = at.index(*index);
                if rule.when.is_none() && rule.about.is_none() && !self.reader.noted(&at) {
                    let message = "expected \"when\" or \"about\" to say which answers call for it, got neither";
                    self.problem(&at, message, None);
                }
                for (index, about) in rule.about.iter().flatten() {
                    self.check_question(&at.key("about").index(*index), &about.0);
                }
            }
        }
        let always = plan.iter().any(|(_, item)| item.rules.iter().flatten().any(|(_, rule)| rule.when.is_none()));
        if !plan.is_empty() && !always && !self.reader.noted(at) {
            let message =
                "expected an item that has a rule without \"when\", so that nobody is left without a plan, got none";
            self.problem(at, message, None);
        }
    }

    /// The clauses of some rules by themselves, and that no two rules of one entry have the same ones.
    fn check_rules(&mut self, at: &Path, rules: &[When<'f>]) {
        for (place, (index, when)) in rules.iter().enumerate() {
            let rule_at = at.index(*index);
            let when_at = rule_at.key("when");
            for (index, clause) in when.iter().copied().flatten() {
                self.check_clause(&when_at.index(*index), clause);
            }
            if self.reader.noted(&when_at) {
                continue;
            }
            let all = clauses(*when);
            for (skipped, clause) in all.clone().enumerate() {
                if all.clone().skip(skipped + 1).any(|other| excludes(clause, other)) {
                    self.problem(&when_at, "expected conditions that can hold together, got two that cannot", None);
                }
            }
            let twin = rules.iter().take(place).find(|(_, other)| implies(*when, *other) && implies(*other, *when));
            if let Some((other, _)) = twin {
                let message = format!("expected one rule for each case, got the conditions of rule {other} again");
                self.problem(&rule_at, message, None);
            }
        }
    }

    /// Of rules of which the first that holds decides: none comes after one that holds whenever it does. `earlier` are
    /// those before; rules within one list count among each other only where `first_decides`.
    fn check_each_can_hold(
        &mut self,
        at: &Path,
        rules: &[When<'f>],
        earlier: &mut Vec<Option<&'f Items<ClauseEntry>>>,
        first_decides: bool,
    ) {
        for (index, when) in rules {
            let at = at.index(*index);
            if !self.reader.noted(&at) && earlier.iter().any(|other| implies(*when, *other)) {
                let message =
                    "expected a rule that can decide, got one after a rule that always holds when this one does";
                self.problem(&at, message, None);
            }
            if first_decides {
                earlier.push(*when);
            }
        }
    }

    /// Whether a question is called `name`, noted if not.
    fn check_question(&mut self, at: &Path, name: &str) {
        let file = self.file;
        let questions = file.criteria.iter().flatten().flat_map(|(_, c)| c.questions.iter().flatten());
        let ids: Vec<&str> = questions.filter_map(|(_, question)| id(&question.id)).collect();
        if !ids.is_empty() && !ids.contains(&name) {
            let message = format!("expected the id of a question, got {}", quoted(name));
            self.problem(at, message, nearest(name, ids));
        }
    }

    fn check_clause(&mut self, at: &Path, clause: &ClauseEntry) {
        let subjects = [clause.question.is_some(), clause.criterion.is_some(), clause.result.is_some()];
        let unreadable = ["question", "criterion", "result"].iter().any(|key| self.reader.noted(&at.key(key)));
        if subjects.iter().filter(|given| **given).count() != 1 {
            if !unreadable {
                self.problem(at, "expected exactly one of question, criterion and result, got none or several", None);
            }
            return;
        }
        // What holds of the answer to a question is the same in a gate.
        let condition = ConditionEntry {
            question: clause.question.clone(),
            is: clause.is.clone(),
            below: clause.below,
            at_least: clause.at_least,
        };
        self.check_condition(at, &condition);
        if let Some(Id(name)) = &clause.criterion {
            self.check_criterion_clause(&at.key("criterion"), name);
        }
        let of_band = clause.result == Some(ResultName::Band);
        if clause.question.is_none() {
            let unfit = if of_band { clause.below.is_some() || clause.at_least.is_some() } else { clause.is.is_some() };
            if unfit {
                let expected = if of_band { "\"is\"" } else { "\"below\" or \"atLeast\"" };
                self.problem(at, format!("expected {expected} for this, got something else"), None);
            }
        }
        for (index, Name(band)) in clause.is.iter().flatten().filter(|_| of_band) {
            self.check_cap(&at.key("is").index(*index), Some(&Id(band.clone())));
        }
        self.check_reach(at, clause);
    }

    fn check_criterion_clause(&mut self, at: &Path, name: &str) {
        let file = self.file;
        let criteria = || file.criteria.iter().flatten().map(|(_, criterion)| criterion);
        match criteria().find(|criterion| id(&criterion.id) == Some(name)) {
            Some(criterion) if criterion.weight == Some(Amount(0.0)) => {
                self.problem(at, "expected a criterion that has weight, got one of weight 0", None);
            }
            None if criteria().next().is_some() => {
                let ids: Vec<&str> = criteria().filter_map(|criterion| id(&criterion.id)).collect();
                let known = listed(ids.iter().copied());
                let message = format!("expected the id of a criterion ({known}), got {}", quoted(name));
                self.problem(at, message, nearest(name, ids));
            }
            _ => {}
        }
    }

    /// A number that no answer, value or share can be on the right side of.
    fn check_reach(&mut self, at: &Path, clause: &ClauseEntry) {
        let file = self.file;
        let questions = file.criteria.iter().flatten().flat_map(|(_, c)| c.questions.iter().flatten());
        let question = questions.map(|(_, q)| q).find(|q| id(&q.id).is_some() && id(&q.id) == id(&clause.question));
        let (min, max) = match question {
            Some(question) if question.kind == Some(KindName::Number) => (question.min, question.max),
            Some(_) => return,
            None if clause.question.is_some() => return,
            None => (Some(0.0), Some(1.0)),
        };
        if let (Some(below), Some(min)) = (clause.below, min)
            && below <= min
        {
            let message =
                format!("expected a number above {}, under which nothing lies, got {}", Shown(min), Shown(below));
            self.problem(&at.key("below"), message, None);
        }
        if let (Some(at_least), Some(max)) = (clause.at_least, max)
            && at_least > max
        {
            let message =
                format!("expected a number up to {}, above which nothing lies, got {}", Shown(max), Shown(at_least));
            self.problem(&at.key("atLeast"), message, None);
        }
    }
}

/// How many steps an item of the plan may have.
const MAX_STEPS: usize = 5;

fn same_subject(a: &ClauseEntry, b: &ClauseEntry) -> bool {
    id(&a.question) == id(&b.question) && id(&a.criterion) == id(&b.criterion) && a.result == b.result
}

fn has(names: &Items<Name>, wanted: &Name) -> bool {
    names.iter().any(|(_, name)| name == wanted)
}

/// Whether two clauses can never both hold.
fn excludes(a: &ClauseEntry, b: &ClauseEntry) -> bool {
    let apart = |below: Option<f64>, at_least: Option<f64>| matches!((below, at_least), (Some(b), Some(a)) if a >= b);
    same_subject(a, b)
        && match (&a.is, &b.is) {
            (Some(a), Some(b)) => !a.iter().any(|(_, name)| has(b, name)),
            (None, None) => apart(a.below, b.at_least) || apart(b.below, a.at_least),
            // Of a number question: a name is no number.
            _ => true,
        }
}

/// Whether the conditions `b` hold whenever `a` do: each clause of `b` follows from one of `a`.
fn implies(a: Option<&Items<ClauseEntry>>, b: Option<&Items<ClauseEntry>>) -> bool {
    let follows = |a: &ClauseEntry, b: &ClauseEntry| {
        same_subject(a, b)
            && match (&a.is, &b.is) {
                (Some(a), Some(b)) => a.iter().all(|(_, name)| has(b, name)),
                (None, None) => {
                    let below = matches!((a.below, b.below), (Some(a), Some(b)) if a <= b);
                    below || matches!((a.at_least, b.at_least), (Some(a), Some(b)) if a >= b)
                }
                _ => false,
            }
    };
    clauses(b).all(|b| clauses(a).any(|a| follows(a, b)))
}
