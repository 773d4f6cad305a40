//! The advice of a Report: verdict, model, types of partner, ledger and plan, as plain data in one language.
//!
//! What is advised is decided in [`crate::advice`]; here it gets its words, and every reason the answers it rests on.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::advice::plan::Action;
use crate::advice::{Advised, Because, Facts, Fits};
use crate::answers::{Answer, Answers};
use crate::assessment::advice::Clash;
use crate::assessment::{Assessment, Band, Question, QuestionKind};
use crate::input::number::JsNumber;
use crate::scoring::gates::holds;

/// Why something is advised; as data one string: the sentence, then the answers it rests on in brackets.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The author's sentence.
    pub text: String,
    /// The ids of the questions it rests on.
    pub questions: Vec<String>,
    /// The same in words: each question with its answer.
    pub evidence: Vec<String>,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        if self.evidence.is_empty() { Ok(()) } else { write!(f, " ({})", self.evidence.join("; ")) }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

/// What the result comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct VerdictReport {
    /// Its id.
    pub id: String,
    /// Its name in the Report's language.
    pub label: String,
    /// Why, each with the answers it rests on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub reasons: Vec<Reason>,
}

/// The way to work with a partner that fits.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ModelReport {
    /// The id of the model.
    pub chosen: String,
    /// Why, the weightiest first.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub reasons: Vec<Reason>,
    /// The model that fits next best; null where no other fits.
    pub second: Option<Reasoned>,
    /// The models and the types of partner that are ruled out.
    pub ruled_out: Vec<Reasoned>,
}

/// Something with its reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Reasoned {
    /// Its id.
    pub id: String,
    /// Why, with the answers it rests on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub reason: Reason,
}

/// What speaks for it and against it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Ledger {
    /// What speaks for it.
    pub benefits: Vec<Weighed>,
    /// What speaks against it.
    pub drawbacks: Vec<Weighed>,
}

/// A benefit or a drawback.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Weighed {
    /// Its id.
    pub id: String,
    /// "strong", "some" or "little".
    pub strength: String,
    /// Why, with the answers it rests on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub reasons: Vec<Reason>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PlanItem {
    /// Its id.
    pub id: String,
    /// What, in the Report's language.
    pub title: String,
    /// The ids of the questions whose answers call for it.
    pub why: Vec<String>,
    /// How, in the Report's language.
    pub steps: Vec<String>,
    /// What it brings by itself.
    pub effect: EffectReport,
}

/// What an item of the plan brings by itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct EffectReport {
    /// How many points, 0 to 100; null where it is about no answer that counts.
    pub points: Option<f64>,
    /// The ids of the gates and floors that it clears.
    pub clears: Vec<String>,
    /// The id of the band that it reaches; null where that is no higher one.
    pub reaches: Option<String>,
}

/// How much a partner would add.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NeedReport {
    /// "low", "some" or "high".
    pub level: String,
    /// Its name in the Report's language.
    pub label: String,
    /// Why, each with the answers it rests on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub reasons: Vec<Reason>,
}

/// Answers that exclude each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ClashReport {
    /// The ids of the questions.
    pub questions: Vec<String>,
    /// Both answers in a sentence, in the Report's language.
    pub text: String,
}

/// A type of partner that fits.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct TypeReport {
    /// Its id.
    pub id: String,
    /// Why, with the answers it rests on.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub reason: Reason,
    /// The ids of the questions that have to be settled first; none where it fits as things stand.
    pub once: Vec<String>,
}

/// Puts what is advised into words. A list of answers is given once: the same list behind a later reason is left out.
pub(super) struct AdviceTexts<'a> {
    answers: &'a Answers,
    language: &'a str,
    given: Vec<Vec<String>>,
}

impl<'a> AdviceTexts<'a> {
    pub(super) fn new(answers: &'a Answers, language: &'a str) -> Self {
        Self { answers, language, given: Vec::new() }
    }

    pub(super) fn clashes(&self, assessment: &Assessment) -> Vec<ClashReport> {
        let clashing = |clash: &&Clash| clash.when.iter().all(|condition| holds(condition, self.answers));
        let told = |clash: &Clash| ClashReport {
            questions: clash.when.iter().map(|condition| condition.question.clone()).collect(),
            text: clash.text.get(self.language).to_owned(),
        };
        assessment.advice.clashes.iter().filter(clashing).map(told).collect()
    }

    pub(super) fn verdict(&mut self, verdict: &Advised) -> VerdictReport {
        let label = verdict.entry.label.get(self.language).to_owned();
        VerdictReport { id: verdict.entry.id.clone(), label, reasons: self.reasons(verdict) }
    }

    pub(super) fn need(&mut self, need: &Advised) -> NeedReport {
        let label = need.entry.label.get(self.language).to_owned();
        NeedReport { level: need.entry.id.clone(), label, reasons: self.reasons(need) }
    }

    pub(super) fn model(&mut self, models: &Fits, types: &Fits) -> Option<ModelReport> {
        let chosen = models.fitting.first()?;
        let reasons = self.reasons(chosen);
        let second = models.fitting.get(1).and_then(|second| self.reasoned(second));
        let ruled_out = models.ruled_out.iter().chain(&types.ruled_out).filter_map(|out| self.reasoned(out)).collect();
        Some(ModelReport { chosen: chosen.entry.id.clone(), reasons, second, ruled_out })
    }

    /// Something with the first of its reasons.
    fn reasoned(&mut self, advised: &Advised) -> Option<Reasoned> {
        let reason = self.reason(advised.because.first()?);
        Some(Reasoned { id: advised.entry.id.clone(), reason })
    }

    pub(super) fn partner_type(&mut self, fitting: &Advised) -> Option<TypeReport> {
        let Reasoned { id, reason } = self.reasoned(fitting)?;
        let once = fitting.once.iter().map(|question| question.id.clone()).collect();
        Some(TypeReport { id, reason, once })
    }

    pub(super) fn ledger(&mut self, facts: &Facts) -> Ledger {
        let mut weighed = |entries| {
            let weighed = facts.weighed(entries).into_iter();
            weighed
                .map(|(strength, advised)| Weighed {
                    id: advised.entry.id.clone(),
                    strength: strength.to_owned(),
                    reasons: self.reasons(&advised),
                })
                .collect()
        };
        let advice = &facts.assessment.advice;
        Ledger { benefits: weighed(&advice.benefits), drawbacks: weighed(&advice.drawbacks) }
    }

    pub(super) fn plan_item(&self, action: &Action, bands: &[Band]) -> PlanItem {
        let item = &action.advised;
        let mut why: Vec<String> = Vec::new();
        for question in item.because.iter().flat_map(|because| &because.questions) {
            if !why.contains(&question.id) {
                why.push(question.id.clone());
            }
        }
        PlanItem {
            id: item.entry.id.clone(),
            title: item.entry.label.get(self.language).to_owned(),
            why,
            steps: item.entry.steps.iter().map(|step| step.get(self.language).to_owned()).collect(),
            effect: EffectReport {
                points: action.gain.points,
                clears: action.gain.clears.clone(),
                reaches: action.gain.reaches.and_then(|place| bands.get(place)).map(|band| band.id.clone()),
            },
        }
    }

    fn reasons(&mut self, advised: &Advised) -> Vec<Reason> {
        advised.because.iter().map(|because| self.reason(because)).collect()
    }

    fn reason(&mut self, because: &Because) -> Reason {
        let mut questions: Vec<String> = because.questions.iter().map(|question| question.id.clone()).collect();
        let mut evidence: Vec<String> = because.questions.iter().map(|question| self.evidence(question)).collect();
        if self.given.contains(&questions) {
            questions.clear();
            evidence.clear();
        } else if !questions.is_empty() {
            self.given.push(questions.clone());
        }
        Reason { text: because.rule.reason.get(self.language).to_owned(), questions, evidence }
    }

    /// A question with the answer to it; the question alone where the answer is not known.
    fn evidence(&self, question: &Question) -> String {
        let text = question.text.get(self.language);
        match (self.answers.get(&question.id), &question.kind) {
            (Some(Answer::Option(id)), QuestionKind::Choice(options)) => {
                let label =
                    options.iter().find(|option| option.id == *id).map(|option| option.label.get(self.language));
                format!("{text} {}", label.unwrap_or_default())
            }
            (Some(Answer::Number(number)), QuestionKind::Number(field)) => {
                let unit = field.unit.as_ref().map(|unit| unit.get(self.language)).unwrap_or_default();
                format!("{text} {} {unit}", JsNumber(*number)).trim_end().to_owned()
            }
            _ => text.to_owned(),
        }
    }
}
