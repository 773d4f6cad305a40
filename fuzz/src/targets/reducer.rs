//! Sixty actions of a reader, a host and an element in any order: the flow never gets into a state that cannot be drawn.

use partner_fit::flow::sharing::{ShareAction, ShareForm, Storage};
use partner_fit::flow::{Action, By, Event, Flow, Layout, Screen, StepPlan, Trial};
use partner_fit_core::answers::Answer;
use partner_fit_core::assessment::Assessment;
use partner_fit_core::sharing::OpenError;
use partner_fit_core::sharing::link::Link;

use crate::assessments::{answers, assessment};
use crate::draw::Draw;

pub fn step(draw: &mut Draw) -> bool {
    let assessment = assessment(draw);
    let mut flow = Flow::default();
    for _ in 0..60 {
        let action = action(draw, &assessment);
        // A screen has the controls for what can be done on it.
        if matches!(action, Action::Choose(..) | Action::Type(..) | Action::Commit(_))
            && !matches!(flow.screen, Screen::Step(_))
        {
            continue;
        }
        let (next, events) = flow.reduce(action.clone(), &assessment);
        let steps = next.plan.steps(&assessment).len();
        assert!(!matches!(next.screen, Screen::Step(index) if index >= steps), "{action:?}");
        let complete = next.answers.complete(&assessment);
        assert!(next.screen != Screen::Result || complete, "{action:?} shows a result without all answers");
        assert!(!events.contains(&Event::Complete) || complete, "{action:?}");
        if let Some(weights) = &next.weights {
            assert!(assessment.weighted(weights).is_some(), "{action:?}: {weights:?}");
        }
        for (_, question) in assessment.questions() {
            if let Some(answer) = next.answers.get(&question.id) {
                let value = serde_json::to_value(answer).and_then(serde_json::from_value).unwrap();
                assert!(partner_fit_core::answers::answer(&value, question).is_ok(), "{action:?}: {answer:?}");
            }
        }
        flow = next;
    }
    true
}

fn by(draw: &mut Draw) -> By {
    if draw.one_in(2) { By::Reader } else { By::Host }
}

fn action(draw: &mut Draw, assessment: &Assessment) -> Action {
    let count = assessment.questions().count();
    let question = assessment.questions().nth(draw.below(count)).map(|(_, question)| question).unwrap();
    let id = question.id.clone();
    let given = answers(draw, assessment).get(&id).cloned();
    match draw.below(20) {
        0 => Action::Start(by(draw)),
        1..=3 => match given {
            Some(Answer::Number(number)) => Action::Type(id, number.to_string(), Some(number)),
            Some(answer) => Action::Choose(id, answer),
            None => Action::Commit(id),
        },
        4 => Action::Type(id, draw.text(8), draw.one_in(2).then(|| draw.number())),
        5..=7 => Action::Continue(by(draw)),
        8 => Action::Back(by(draw)),
        9 => Action::Change(if draw.one_in(8) { draw.word() } else { id }),
        10 => Action::Review,
        11 => [Action::AskReset, Action::KeepAnswers, Action::ResetWeights][draw.below(3)].clone(),
        12 => Action::Weigh(draw.below(12), if draw.one_in(2) { draw.below(50) as f64 } else { draw.number() }),
        13 => Action::Try(draw.one_in(2).then_some(Trial { question: id, answer: given, draft: None })),
        14 if draw.one_in(4) => Action::Reset(by(draw)),
        14..=15 => Action::Replace(answers(draw, assessment)),
        16 => {
            let layout = *draw.pick(&[Layout::Criterion, Layout::Question, Layout::All]);
            Action::Plan(StepPlan { layout, review: draw.one_in(2), candidate: draw.one_in(4) })
        }
        17 => Action::Show(id),
        _ => Action::Sharing(sharing(draw, assessment)),
    }
}

fn sharing(draw: &mut Draw, assessment: &Assessment) -> ShareAction {
    let form = *draw.pick(&ShareForm::ALL);
    match draw.below(10) {
        0 => ShareAction::Share(form),
        1 => ShareAction::Ended(form, if draw.one_in(2) { Ok(()) } else { Err(draw.text(10)) }),
        2 => ShareAction::Name(draw.text(90)),
        3 => ShareAction::Paste(draw.text(90)),
        4 => ShareAction::OpenPasted,
        5 => ShareAction::Storage(*draw.pick(&[Storage::None, Storage::Session, Storage::Local]), draw.one_in(2)),
        6 => ShareAction::UseEarlier,
        7 => ShareAction::CloseEarlier,
        _ => {
            let errors = [OpenError::NotOurs, OpenError::Damaged, OpenError::Newer, OpenError::OtherVersion];
            let found = if draw.one_in(3) {
                Err(*draw.pick(&errors))
            } else {
                Ok(Link {
                    answers: answers(draw, assessment),
                    company: draw.one_in(4).then(|| draw.text(20)),
                    candidate: draw.one_in(2).then(|| draw.one_in(2)),
                })
            };
            ShareAction::Open(by(draw), found)
        }
    }
}
