//! The answers in the pictures: those of a plausible company that does not know one thing.

use anyhow::Context as _;
use serde_json::{Map, Value, json};

use xtask::project::Project;

/// Answers to every question of a shipped assessment.
///
/// # Errors
/// The file cannot be read.
pub fn for_picture(project: &Project, assessment: &str) -> anyhow::Result<Value> {
    let file = read(project, assessment)?;
    let mut answers = Map::new();
    for criterion in list(&file, "criteria") {
        for question in list(&criterion, "questions") {
            let id = question.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            let options = list(&question, "options");
            // Good, better and not sure in turn. The options of a question about a bar to a contract are three, and the
            // first is no.
            let index = if options.len() == 3 { 0 } else { 2 + answers.len() % 3 };
            let chosen = options.get(index).and_then(|option| option.get("id")).cloned();
            let answer = match id.as_str() {
                "process-written" | "customer-contact" => json!("unsure"),
                "why-now" => json!("reach"),
                _ => chosen.unwrap_or(json!(12.5)),
            };
            answers.insert(id, answer);
        }
    }
    Ok(Value::Object(answers))
}

/// The step that asks for a number first, counted from 1; 1 if there is none.
///
/// # Errors
/// The file cannot be read.
pub fn number_step(project: &Project, assessment: &str) -> anyhow::Result<i32> {
    let file = read(project, assessment)?;
    let is_number = |question: &Value| question.get("kind").and_then(Value::as_str) == Some("number");
    let asks = |criterion: &Value| list(criterion, "questions").iter().any(is_number);
    let index = list(&file, "criteria").iter().position(asks).unwrap_or_default();
    i32::try_from(index + 1).context("too many criteria")
}

fn read(project: &Project, assessment: &str) -> anyhow::Result<Value> {
    let path = project.root.join("static/assessments").join(assessment).with_extension("json");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot read {}", path.display()))
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
}
