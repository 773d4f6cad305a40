//! No rule is there for one case: with any rule, gate, floor or clash taken out, at least one sheet in a thousand comes
//! to another Report.

use std::sync::Arc;

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::advice::{Advice, Clause, Entry, Rule};
use partner_fit_core::assessment::{Assessment, Condition};
use partner_fit_core::report::report;
use partner_fit_core::scoring::gates::holds;

use crate::Dice;
use crate::absurd::drawn;
use crate::common::{built_in, shipped};

/// How many sheets are drawn of each kind, uniform and correlated.
const SHEETS: usize = 1_500;

/// How many of all must change: one in a thousand.
const ENOUGH: usize = 2 * SHEETS / 1_000;

/// The lists of the advice that have rules.
const LISTS: [fn(&mut Advice) -> &mut Vec<Entry>; 7] = [
    |advice| &mut advice.need,
    |advice| &mut advice.verdicts,
    |advice| &mut advice.models,
    |advice| &mut advice.partner_types,
    |advice| &mut advice.benefits,
    |advice| &mut advice.drawbacks,
    |advice| &mut advice.plan,
];

/// Something that can be taken out: its name, the answers it asks for, and the assessment without it.
struct Without {
    name: String,
    asks: Vec<Condition>,
    assessment: Assessment,
}

fn answers_of(rule: &Rule) -> Vec<Condition> {
    let answer = |clause: &Clause| match clause {
        Clause::Answer(condition) => Some(condition.clone()),
        _ => None,
    };
    rule.when.iter().filter_map(answer).collect()
}

fn all(assessment: &Assessment) -> Vec<Without> {
    let mut found = Vec::new();
    for list in LISTS {
        for (place, entry) in list(&mut Advice::clone(&assessment.advice)).iter().enumerate() {
            for (index, rule) in entry.rules.iter().enumerate() {
                let mut less = assessment.clone();
                list(Arc::make_mut(&mut less.advice))[place].rules.remove(index);
                found.push(Without { name: format!("{} {index}", entry.id), asks: answers_of(rule), assessment: less });
            }
        }
    }
    for (place, clash) in assessment.advice.clashes.iter().enumerate() {
        let mut less = assessment.clone();
        Arc::make_mut(&mut less.advice).clashes.remove(place);
        found.push(Without { name: format!("clash {place}"), asks: clash.when.clone(), assessment: less });
    }
    for (place, gate) in assessment.gates.iter().enumerate() {
        let mut less = assessment.clone();
        Arc::make_mut(&mut less.gates).remove(place);
        found.push(Without { name: gate.id.clone(), asks: gate.when.clone(), assessment: less });
    }
    for (place, criterion) in assessment.criteria.iter().enumerate().filter(|(_, criterion)| criterion.floor.is_some())
    {
        let mut less = assessment.clone();
        less.criteria[place].floor = None;
        found.push(Without { name: format!("floor of {}", criterion.id), asks: Vec::new(), assessment: less });
    }
    found
}

#[test]
fn every_rule_changes_at_least_one_sheet_in_a_thousand() {
    let mut idle = Vec::new();
    for (name, seed) in built_in().into_iter().zip([51, 61]) {
        let assessment = shipped(name);
        let mut dice = Dice(seed);
        let sheets: Vec<Answers> = (0..2 * SHEETS).map(|place| drawn(&assessment, &mut dice, place % 2 == 0)).collect();
        for without in all(&assessment) {
            // An unknown answer may be behind what has to be settled first.
            let asked = |sheet: &&Answers| {
                let may_hold = |condition: &Condition| {
                    holds(condition, sheet) || sheet.get(&condition.question).and_then(|a| a.name()) == Some("unsure")
                };
                without.asks.iter().all(may_hold)
            };
            let changes =
                |sheet: &&Answers| report(&assessment, sheet, "en") != report(&without.assessment, sheet, "en");
            let changed = sheets.iter().filter(asked).filter(changes).take(ENOUGH).count();
            if changed < ENOUGH {
                idle.push(format!("{name}: {}: {changed} of {}", without.name, 2 * SHEETS));
            }
        }
    }
    assert_eq!(idle, Vec::<String>::new());
}
