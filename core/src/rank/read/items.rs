//! JSON of candidates: a list, a line each, or one alone; each a Report, answers, or a row with a name.
//!
//! A list is taken apart before it is parsed, so that each item is bounded by itself and a broken one leaves the others.

use crate::answers::Answers;
use crate::assessment::Assessment;
use crate::input::hints::nearest;
use crate::input::plain_text::clean_name;
use crate::input::problem::Problem;
use crate::input::quoted::listed;
use crate::input::value::{MAX_BYTES, MAX_DEPTH, Tree};
use crate::rank::candidate::{Candidate, MAX_NAME};
use crate::rank::read::links;
use crate::rank::sheet::Sheet;
use crate::sharing::file;

/// What a row may say beside its answers.
const KEYS: [&str; 5] = ["id", "name", "answers", "link", "note"];

/// One candidate's part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// Its JSON.
    pub text: &'a str,
    /// Its line in a text with one a line; else `None`.
    pub line: Option<usize>,
}

/// The items of a text that begins with `[` or `{`, `most` of them; a line each where the first line `is_whole` by
/// itself.
#[must_use]
pub fn items<'a>(text: &'a str, is_whole: &dyn Fn(&str) -> bool, most: usize) -> Vec<Item<'a>> {
    let text = text.trim_start();
    if let Some(list) = text.strip_prefix('[') {
        return of_list(list, most);
    }
    let first = text.lines().next().unwrap_or_default();
    if !is_whole(first) {
        return vec![Item { text: text.trim_end(), line: None }];
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(place, line)| Item { text: line.trim(), line: Some(place + 1) }).take(most).collect()
}

/// The items of a list, whose opening bracket is left out. Whatever follows its end is an item too, which no parser
/// takes.
fn of_list(list: &str, most: usize) -> Vec<Item<'_>> {
    let (mut items, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let (mut inside, mut escaped) = (false, false);
    let item = |from: usize, to: usize| Item { text: list.get(from..to).unwrap_or_default().trim(), line: None };
    let mut end = None;
    for (place, byte) in list.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            _ if inside => {}
            b'[' | b'{' => depth += 1,
            b']' if depth == 0 => {
                end = Some(place);
                break;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                items.push(item(start, place));
                if items.len() == most {
                    return items;
                }
                start = place + 1;
            }
            _ => {}
        }
    }
    let last = list.get(start..end.unwrap_or(list.len())).unwrap_or_default();
    if !last.trim().is_empty() || start > 0 {
        items.push(item(start, end.unwrap_or(list.len())));
    }
    let behind = end.and_then(|end| list.get(end + 1..)).map_or("", str::trim);
    if !behind.is_empty() || end.is_none() {
        // What is behind the end, or the missing bracket.
        items.push(Item { text: behind, line: None });
    }
    items
}

/// The candidate that an item says, at `path`.
///
/// # Errors
/// Every problem of it.
pub fn candidate(item: &Tree, path: &str, assessment: &Assessment) -> Result<Candidate, Vec<Problem>> {
    let inside = |problems: Vec<Problem>, key: &str| -> Vec<Problem> {
        let place = |problem: &Problem| match (key, problem.path.as_str()) {
            ("", "") => path.to_owned(),
            ("", at) => format!("{path}.{at}"),
            (key, "") => format!("{path}.{key}"),
            (key, at) => format!("{path}.{key}.{at}"),
        };
        problems.into_iter().map(|problem| Problem { path: place(&problem), ..problem }).collect()
    };
    let one = |message: String, hint: Option<String>| Problem { path: String::new(), message, hint };
    for (mark, message) in [
        (Tree::TooLarge, format!("expected at most {} KB a candidate, got more", MAX_BYTES / 1024)),
        (Tree::TooDeep, format!("expected nesting of at most {MAX_DEPTH} levels, got more")),
    ] {
        if item.contains_mark(&mark) {
            return Err(inside(vec![one(message, None)], ""));
        }
    }
    let Tree::Object(entries) = item else {
        return Err(inside(vec![one(format!("expected a candidate, got {item}"), None)], ""));
    };
    if item.get("criteria").is_some() && item.get("assessment").is_some() {
        let answers = file::read(item, assessment).map_err(|refused| inside(refused.problems, ""))?;
        return Ok(Candidate { sheet: Sheet::of(assessment, &answers), ..Candidate::default() });
    }
    if item.get("answers").is_none() && item.get("link").is_none() {
        let answers = Answers::read(item, assessment).map_err(|problems| inside(problems, ""))?;
        return Ok(Candidate { sheet: Sheet::of(assessment, &answers), ..Candidate::default() });
    }
    let mut problems = Vec::new();
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.as_str())) {
        let message = format!("expected one of {}, got an unknown key", listed(KEYS));
        problems.extend(inside(vec![one(message, nearest(key, KEYS))], key));
    }
    let mut text = |key: &str| match item.get(key) {
        None | Some(Tree::Null) => None,
        Some(Tree::Text(text)) => Some(clean_name(text, MAX_NAME)).filter(|text| !text.is_empty()),
        Some(other) => {
            problems.extend(inside(vec![one(format!("expected a text, got {other}"), None)], key));
            None
        }
    };
    let mut candidate = Candidate { id: text("id"), name: text("name").unwrap_or_default(), ..Candidate::default() };
    match (item.get("answers"), item.get("link")) {
        (Some(answers), None) => match Answers::read(answers, assessment) {
            Ok(answers) => candidate.sheet = Sheet::of(assessment, &answers),
            Err(found) => problems.extend(inside(found, "answers")),
        },
        (None, Some(Tree::Text(link))) => match links::candidate(link, assessment) {
            Ok(linked) => {
                candidate.sheet = linked.sheet;
                if candidate.name.is_empty() {
                    candidate.name = linked.name;
                }
            }
            Err(message) => problems.extend(inside(vec![one(message.to_owned(), None)], "link")),
        },
        (None, other) => {
            let got = other.unwrap_or(&Tree::Null);
            problems.extend(inside(vec![one(format!("expected a link, got {got}"), None)], "link"));
        }
        (Some(_), Some(_)) => {
            problems.extend(inside(vec![one("expected answers or a link, got both".to_owned(), None)], ""));
        }
    }
    if problems.is_empty() { Ok(candidate) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(&str, Option<usize>)> {
        let whole = |line: &str| line.trim_end().ends_with('}');
        items(text, &whole, 9).into_iter().map(|item| (item.text, item.line)).collect()
    }

    #[test]
    fn lists_lines_and_single_objects_are_taken_apart() {
        assert_eq!(
            texts(" [ {\"a\":[1,2]}, \"],\\\"\" , 3 ] "),
            [("{\"a\":[1,2]}", None), ("\"],\\\"\"", None), ("3", None)]
        );
        assert_eq!(texts("[]"), []);
        assert_eq!(texts("[{},]"), [("{}", None), ("", None)]);
        assert_eq!(texts("[{},{"), [("{}", None), ("{", None), ("", None)]);
        assert_eq!(texts("[{}] x"), [("{}", None), ("x", None)]);
        assert_eq!(texts("{\"a\":1}\r\n\n{\"b\"\n"), [("{\"a\":1}", Some(1)), ("{\"b\"", Some(3))]);
        assert_eq!(texts(&format!("[{}]", ",".repeat(100))).len(), 9);
        assert_eq!(texts(&"{}\n".repeat(100)).len(), 9);
        assert_eq!(texts("{\n\"a\": 1\n}\n"), [("{\n\"a\": 1\n}", None)]);
    }
}
