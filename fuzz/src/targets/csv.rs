//! Tables with hostile words in every text: read by a parser that is not ours, they have the same cells.

use std::sync::Arc;

use partner_fit_core::assessment::{Assessment, QuestionKind, Text};
use partner_fit_core::report::report;

use crate::assessments::{answers, assessment};
use crate::draw::Draw;
use crate::hold::table_holds;

pub fn step(draw: &mut Draw) -> bool {
    let mut assessment = (*assessment(draw)).clone();
    hostile(draw, &mut assessment);
    let given = answers(draw, &assessment);
    let report = report(&assessment, &given, "en");
    for commas in [false, true] {
        table_holds(&report, &assessment, &given, commas);
    }
    true
}

fn hostile(draw: &mut Draw, assessment: &mut Assessment) {
    let mut words = |text: &mut Text| {
        if draw.one_in(2) {
            text.0.insert("en", draw.text(30));
        }
    };
    for band in Arc::make_mut(&mut assessment.bands) {
        words(&mut band.label);
    }
    for criterion in &mut assessment.criteria {
        words(&mut criterion.title);
        for question in Arc::make_mut(&mut criterion.questions) {
            words(&mut question.text);
            if let QuestionKind::Choice(options) = &mut question.kind {
                options.iter_mut().for_each(|option| words(&mut option.label));
            }
        }
    }
}
