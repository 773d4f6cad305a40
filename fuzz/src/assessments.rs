//! Assessments to try things on, read once; and answers to any assessment.

use std::rc::Rc;

use partner_fit_core::answers::{Answer, Answers};
use partner_fit_core::assessment::{Assessment, QuestionKind};
use partner_fit_core::input::value::Tree;
use partner_fit_core::wording::{Format, PlainFormat, Texts};

use crate::draw::Draw;

/// The files of this folder's assessments, the base file of the checker's tests among them.
const FILES: [&str; 4] = [
    include_str!("../../static/assessments/partner.json"),
    include_str!("../../static/assessments/company.json"),
    include_str!("../../core/tests/problems/base.json"),
    include_str!("../../core/tests/problems/base.json"),
];

/// Numbers as in a language with a decimal comma.
struct Commas;

impl Format for Commas {
    fn number(&self, number: f64, decimals: u8) -> String {
        PlainFormat.number(number, decimals).replace('.', ",")
    }

    fn plural(&self, count: f64) -> String {
        PlainFormat.plural(count)
    }

    fn decimal_sign(&self) -> char {
        ','
    }

    fn today(&self) -> String {
        PlainFormat.today()
    }
}

thread_local! {
    static TREES: Vec<Tree> = FILES.iter().map(|file| serde_json::from_str(file).unwrap()).collect();
    static READ: Vec<Rc<Assessment>> =
        TREES.with(|trees| trees.iter().map(|tree| Rc::new(Assessment::read(tree, &Default::default()).unwrap())).collect());
    static TEXTS: [Rc<Texts>; 2] = {
        let file: Tree = serde_json::from_str(include_str!("../../static/locales/en.json")).unwrap();
        let texts = |format: Rc<dyn Format>| Rc::new(Texts::read(&file, "en", format).unwrap());
        [texts(Rc::new(PlainFormat)), texts(Rc::new(Commas))]
    };
}

/// One of the files.
pub fn file(draw: &mut Draw) -> Tree {
    TREES.with(|trees| draw.pick(trees).clone())
}

/// One of the assessments.
pub fn assessment(draw: &mut Draw) -> Rc<Assessment> {
    READ.with(|read| draw.pick(read).clone())
}

/// Our texts, with a decimal point or with a comma.
pub fn texts(commas: bool) -> Rc<Texts> {
    TEXTS.with(|texts| texts[usize::from(commas)].clone())
}

/// Answers to some of the questions or to all, of every kind that each takes.
pub fn answers(draw: &mut Draw, assessment: &Assessment) -> Answers {
    let mut answers = Answers::default();
    let gaps = draw.below(4);
    for (_, question) in assessment.questions() {
        let answer = match &question.kind {
            _ if gaps > 0 && draw.one_in(2 + 2 * gaps) => continue,
            _ if question.unsure && draw.one_in(6) => Answer::Unsure,
            _ if question.not_applicable && draw.one_in(6) => Answer::NotApplicable,
            QuestionKind::Choice(options) => Answer::Option(draw.pick(options).id.clone()),
            QuestionKind::Number(field) => {
                let (low, high) = (field.min.unwrap_or(-1e15), field.max.unwrap_or(1e15));
                let any = if draw.one_in(2) { 100.0 * draw.share() } else { draw.number() };
                let number = if any.is_finite() { any.max(low).min(high) } else { low };
                Answer::Number(number)
            }
        };
        answers.set(&question.id, answer);
    }
    answers
}
