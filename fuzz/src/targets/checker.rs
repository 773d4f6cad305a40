//! Files of ours with anything put into them: whatever the checker lets pass, the engine scores and shares.

use partner_fit_core::answers::Answers;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::assessment::file::adapt::adapt;
use partner_fit_core::input::problem::MAX_PROBLEMS;
use partner_fit_core::input::value::Tree;

use crate::assessments::{answers, file};
use crate::draw::Draw;
use crate::hold::{report_holds, schema_holds, sharing_holds};

pub fn step(draw: &mut Draw) -> bool {
    let mut file = file(draw);
    draw.change(&mut file);
    if draw.one_in(8) {
        let wishes = draw.tree(3);
        if let Ok(adapted) = adapt(&file, &wishes) {
            file = adapted;
        }
    }
    let assessment = match Assessment::read(&file, &Default::default()) {
        Ok(assessment) => assessment,
        Err(problems) => {
            assert!((1..=MAX_PROBLEMS).contains(&problems.len()));
            assert!(problems.iter().all(|problem| !problem.message.contains('\n') && !problem.path.contains('\n')));
            return false;
        }
    };
    for answers in [Answers::default(), answers(draw, &assessment)] {
        let report = report_holds(&assessment, &answers);
        schema_holds(&report);
        sharing_holds(&assessment, &answers, &report);
    }
    // Whatever is given as answers is read or refused.
    let given = draw.tree(2);
    assert!(Answers::read(&given, &assessment).is_err() || matches!(given, Tree::Object(_)));
    true
}
