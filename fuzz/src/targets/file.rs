//! Saved results with anything put into them: what opens holds answers of this assessment.

use partner_fit_core::input::problem::MAX_PROBLEMS;
use partner_fit_core::input::value::Tree;
use partner_fit_core::report::report;
use partner_fit_core::sharing::file;

use crate::assessments::{answers, assessment};
use crate::draw::Draw;

pub fn step(draw: &mut Draw) -> bool {
    let assessment = assessment(draw);
    let given = answers(draw, &assessment);
    let saved = serde_json::to_string(&report(&assessment, &given, &assessment.languages[0])).unwrap();
    let mut tree: Tree = serde_json::from_str(&saved).unwrap();
    if draw.one_in(32) {
        tree = draw.tree(4);
    } else {
        draw.change(&mut tree);
    }
    match file::read(&tree, &assessment) {
        Err(refused) => {
            assert!((1..=MAX_PROBLEMS).contains(&refused.problems.len()));
            false
        }
        Ok(found) => {
            let again = serde_json::to_string(&report(&assessment, &found, &assessment.languages[0])).unwrap();
            assert_eq!(file::read(&serde_json::from_str(&again).unwrap(), &assessment).as_ref(), Ok(&found));
            true
        }
    }
}
