//! The buttons of results by band: as an author writes them in a file, and as the page around an evaluator gives them. Both
//! are held to the same rules.

use super::placeholders::{Filling, check_placeholders, filled};
use super::reader::{FileReader, MAX_ITEMS};
use super::texts;
use crate::assessment::actions::{ANY_BAND, CallToAction, read};
use crate::input::address::{self, address_problem};
use crate::input::hints::nearest;
use crate::input::map::Map;
use crate::input::plain_text::text_problem;
use crate::input::problem::{Path, Problem};
use crate::input::quoted::{listed, quoted};
use crate::input::value::Tree;

/// What a message says was expected.
pub(super) const EXPECTED: &str = "an object of buttons by the id of a band";

/// A page's own buttons for the results of `file`, from what it gave; none from `null`. A label is a text in each language
/// of the file or one for all of them; its placeholders are filled from `profile`, the page's own words, else from the
/// file's.
///
/// # Errors
/// All that is wrong with them.
pub fn own_actions(file: &Tree, profile: &Map<String>, given: &Tree) -> Result<Vec<CallToAction>, Vec<Problem>> {
    if *given == Tree::Null {
        return Ok(Vec::new());
    }
    let mut reader = FileReader::default();
    reader.profile_is_readable = true;
    for language in file.list("languages") {
        if let Tree::Text(language) = language {
            reader.languages.push(language.clone());
        }
    }
    if let Some(Tree::Object(words)) = file.get("profile") {
        reader.profile = words.iter().map(|(name, _)| name.clone()).collect();
    }
    let at = Path::Root.key("actions");
    let actions = buttons(given, &at, &mut reader, true).unwrap_or(Tree::Null);
    check_bands(&actions, &at, file, &mut reader);
    Filling::new(file, profile).check(&actions, &mut |_, message| reader.problem(&at, message, None));
    let problems = reader.problems(&Tree::Object(vec![("actions".to_owned(), given.clone())]));
    if problems.is_empty() {
        Ok(read(Some(&filled(&actions, "", file.get("profile"), profile))))
    } else {
        Err(problems)
    }
}

/// The buttons of a file.
pub(super) fn actions(tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    buttons(tree, at, reader, false)
}

/// Notes every key of the buttons that is no band of `file`, as far as its bands can be told.
pub(super) fn check_bands(actions: &Tree, at: &Path, file: &Tree, reader: &mut FileReader) {
    let Tree::Object(entries) = actions else { return };
    let bands: Vec<&str> = file.items("bands").filter_map(|(_, band)| band.text("id")).collect();
    for (band, _) in entries {
        if band != ANY_BAND && !bands.is_empty() && !bands.contains(&band.as_str()) {
            let known = listed(bands.iter().copied());
            let message = format!("expected the id of a band ({known}) or \"{ANY_BAND}\", got {}", quoted(band));
            reader.problem(&at.key(band), message, nearest(band, bands.iter().copied()));
        }
    }
}

/// What can be used of some buttons. A script may give an `href` that is not there, and one label for all languages.
fn buttons(tree: &Tree, at: &Path, reader: &mut FileReader, by_script: bool) -> Option<Tree> {
    let Tree::Object(entries) = tree else {
        reader.unexpected(at, EXPECTED, tree);
        return None;
    };
    if entries.len() > MAX_ITEMS {
        reader.problem(at, format!("expected at most {MAX_ITEMS} items, got {}", entries.len()), None);
    }
    let mut read = Vec::new();
    for (band, entry) in entries.iter().take(MAX_ITEMS) {
        let at = at.key(band);
        let mut button = Vec::new();
        if reader.object(entry, &at, &["label", "href"]).is_some() {
            if let Some(label) = label(entry.get("label"), &at.key("label"), reader, by_script) {
                button.push(("label".to_owned(), label));
            }
            let href = entry.get("href").filter(|href| !by_script || **href != Tree::Null);
            if let Some(href) = href.and_then(|href| address(href, &at.key("href"), reader)) {
                button.push(("href".to_owned(), href));
            }
        }
        read.push((band.clone(), Tree::Object(button)));
    }
    Some(Tree::Object(read))
}

fn label(given: Option<&Tree>, at: &Path, reader: &mut FileReader, by_script: bool) -> Option<Tree> {
    match given {
        Some(Tree::Text(words)) if by_script => {
            if let Some(problem) = text_problem(words) {
                reader.problem(at, problem, None);
            }
            check_placeholders(words, at, reader);
            let each = |language: &String| (language.clone(), Tree::Text(words.clone()));
            Some(Tree::Object(reader.languages.iter().map(each).collect()))
        }
        Some(other) => texts::text(other, at, reader),
        None => {
            reader.problem(at, format!("expected {}, got nothing", texts::EXPECTED), None);
            None
        }
    }
}

/// Where a button leads.
fn address(tree: &Tree, at: &Path, reader: &mut FileReader) -> Option<Tree> {
    let Tree::Text(text) = tree else {
        reader.unexpected(at, address::EXPECTED, tree);
        return None;
    };
    match address_problem(text) {
        Some((message, hint)) => {
            reader.problem(at, message, hint);
            None
        }
        None => Some(tree.clone()),
    }
}
