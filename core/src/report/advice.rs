//! The advice of a Report: verdict, model, types of partner, ledger and plan, as plain data in one language.
//!
//! What is advised is decided in [`crate::advice`]; here it gets its words, and every reason the answers it rests on.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::advice::{Advised, Because, Facts, Fits};
use crate::answers::{Answer, Answers};
use crate::assessment::{Kind, Question};
use crate::input::number::Shown;

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
}

/// Puts what is advised into words.
pub(super) struct AdviceTexts<'a> {
    pub(super) answers: &'a Answers,
    pub(super) language: &'a str,
}

impl AdviceTexts<'_> {
    pub(super) fn verdict(&self, verdict: &Advised) -> VerdictReport {
        let label = verdict.entry.label.get(self.language).to_owned();
        VerdictReport { id: verdict.entry.id.clone(), label, reasons: self.reasons(verdict) }
    }

    pub(super) fn model(&self, models: &Fits, types: &Fits) -> Option<ModelReport> {
        let chosen = models.fitting.first()?;
        let ruled_out = models.ruled_out.iter().chain(&types.ruled_out).filter_map(|out| self.reasoned(out)).collect();
        Some(ModelReport { chosen: chosen.entry.id.clone(), reasons: self.reasons(chosen), ruled_out })
    }

    /// Something with the first of its reasons.
    pub(super) fn reasoned(&self, advised: &Advised) -> Option<Reasoned> {
        let reason = self.reason(advised.because.first()?);
        Some(Reasoned { id: advised.entry.id.clone(), reason })
    }

    pub(super) fn ledger(&self, facts: &Facts) -> Ledger {
        let weighed = |entries| {
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

    pub(super) fn plan_item(&self, item: &Advised) -> PlanItem {
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
        }
    }

    fn reasons(&self, advised: &Advised) -> Vec<Reason> {
        advised.because.iter().map(|because| self.reason(because)).collect()
    }

    fn reason(&self, because: &Because) -> Reason {
        Reason {
            text: because.rule.reason.get(self.language).to_owned(),
            questions: because.questions.iter().map(|question| question.id.clone()).collect(),
            evidence: because.questions.iter().map(|question| self.evidence(question)).collect(),
        }
    }

    /// A question with the answer to it; the question alone where the answer is not known.
    fn evidence(&self, question: &Question) -> String {
        let text = question.text.get(self.language);
        match (self.answers.get(&question.id), &question.kind) {
            (Some(Answer::Option(id)), Kind::Choice(options)) => {
                let label =
                    options.iter().find(|option| option.id == *id).map(|option| option.label.get(self.language));
                format!("{text} {}", label.unwrap_or_default())
            }
            (Some(Answer::Number(number)), Kind::Number(field)) => {
                let unit = field.unit.as_ref().map(|unit| unit.get(self.language)).unwrap_or_default();
                format!("{text} {} {unit}", Shown(*number)).trim_end().to_owned()
            }
            _ => text.to_owned(),
        }
    }
}
