//! An assessment as a form of SurveyJS: a page for each criterion, the same texts in one language, and the same
//! options. Weights and values are left out, because SurveyJS has no equivalent.

use anyhow::Context as _;
use serde_json::{Map, Value, json};

/// Makes the form.
///
/// # Errors
/// The assessment does not have the shape of its schema, or a text is missing in this language.
pub fn survey(assessment: &Value, texts: &Value, language: &str) -> anyhow::Result<Value> {
    let reader = Reader { profile: assessment.get("profile"), language };
    let ui = |key: &str| texts.get(key).cloned().with_context(|| format!("expected the text {key}, got none"));
    let [unsure, not_applicable] = [ui("answer.unsure")?, ui("answer.not-applicable")?];
    let mut pages = Vec::new();
    for criterion in list(assessment, "criteria")? {
        let mut elements = Vec::new();
        for question in list(criterion, "questions")? {
            let mut element = Map::new();
            let mut put = |key: &str, value: Value| element.insert(key.to_owned(), value);
            put("name", question.get("id").cloned().context("expected a question's id, got none")?);
            put("title", reader.read(question, "text")?);
            if question.get("hint").is_some() {
                put("description", reader.read(question, "hint")?);
            }
            put("isRequired", json!(true));
            if question.get("kind") == Some(&json!("number")) {
                put("type", json!("text"));
                put("inputType", json!("number"));
            } else {
                put("type", json!("radiogroup"));
                let mut choices = Vec::new();
                for option in list(question, "options")? {
                    let id = option.get("id").context("expected an option's id, got none")?;
                    choices.push(json!({ "value": id, "text": reader.read(option, "label")? }));
                }
                if question.get("unsure") != Some(&json!(false)) {
                    choices.push(json!({ "value": "unsure", "text": unsure }));
                }
                if question.get("notApplicable") == Some(&json!(true)) {
                    choices.push(json!({ "value": "n/a", "text": not_applicable }));
                }
                put("choices", Value::Array(choices));
            }
            elements.push(Value::Object(element));
        }
        pages.push(json!({
            "name": criterion.get("id"),
            "title": reader.read(criterion, "title")?,
            "description": reader.read(criterion, "why")?,
            "elements": elements,
        }));
    }
    Ok(json!({ "pages": pages, "showProgressBar": true, "pageNextText": ui("step.continue")? }))
}

fn list<'a>(value: &'a Value, key: &str) -> anyhow::Result<&'a Vec<Value>> {
    value.get(key).and_then(Value::as_array).with_context(|| format!("expected a list {key}, got none"))
}

/// Reads texts in one language and fills in the vendor's profile.
struct Reader<'a> {
    profile: Option<&'a Value>,
    language: &'a str,
}

impl Reader<'_> {
    fn read(&self, owner: &Value, key: &str) -> anyhow::Result<Value> {
        let text = owner.get(key).and_then(|text| text.get(self.language)).and_then(Value::as_str);
        let mut text =
            text.with_context(|| format!("expected the text {key} in {}, got none", self.language))?.to_owned();
        for (name, value) in self.profile.and_then(Value::as_object).into_iter().flatten() {
            let value = value.get(self.language).and_then(Value::as_str).unwrap_or_default();
            text = text.replace(&format!("{{{name}}}"), value);
        }
        Ok(Value::String(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_there_with_every_answer() {
        let assessment: Value = serde_json::from_str(include_str!("../../static/assessments/partner.json")).unwrap();
        let texts: Value = serde_json::from_str(include_str!("../../static/locales/en.json")).unwrap();
        let form = survey(&assessment, &texts, "en").unwrap();
        let criteria = assessment["criteria"].as_array().unwrap();
        assert_eq!(form["pages"].as_array().unwrap().len(), criteria.len());
        let pick = |value: &Value, path: &str| value.pointer(path).cloned().unwrap();
        assert_eq!(pick(&form, "/pages/0/elements/0/name"), "customer-overlap");
        let first = pick(&form, "/pages/0/elements/0/choices");
        // The question's own options, and one for "not sure".
        let options = criteria[0]["questions"][0]["options"].as_array().unwrap();
        assert_eq!(first.as_array().unwrap().len(), options.len() + 1);
        let numbers = form.to_string().matches("\"inputType\":\"number\"").count();
        assert_eq!(numbers, assessment.to_string().matches("\"kind\":\"number\"").count());
        let text = form.to_string();
        assert!(!text.contains("{vendor}") && text.contains("the vendor"), "{text}");
        assert_eq!(text.matches("\"n/a\"").count(), assessment.to_string().matches("\"notApplicable\":true").count());
    }

    #[test]
    fn a_missing_text_is_named() {
        let error = survey(&json!({}), &json!({}), "en").unwrap_err();
        assert_eq!(error.to_string(), "expected the text answer.unsure, got none");
    }
}
