//! An author's file: from untrusted data to an [`Assessment`], or to every problem of the file.
//!
//! What an author may write is a table ([`format`](self)), which one reader walks (`field`, `values`, `texts`); then
//! come the rules between fields (`rules`), and what is left is converted (`convert`).

pub mod actions;
pub mod adapt;
pub(crate) mod convert;
pub(crate) mod field;
pub(crate) mod format;
pub(crate) mod placeholders;
mod problem_order;
pub mod profile;
pub(crate) mod reader;
pub(crate) mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod texts;
pub(crate) mod values;

use self::reader::FileReader;
use crate::assessment::Assessment;
use crate::input::map::Map;
use crate::input::problem::{Path, Problem};
use crate::input::value::{MAX_BYTES, MAX_DEPTH, Tree};

/// The problems of an author's file in its order, at most [`crate::input::problem::MAX_PROBLEMS`]; none where an assessment
/// can be made of it.
#[must_use]
pub fn problems(file: &Tree) -> Vec<Problem> {
    usable(file).1
}

/// What can be used of a file, and its problems.
fn usable(file: &Tree) -> (Option<Tree>, Vec<Problem>) {
    let mut reader = FileReader::default();
    check_limits(file, &mut reader);
    let usable = rules::read(file, &mut reader);
    (usable, reader.problems(file))
}

impl Assessment {
    /// Reads an author's file. `profile` replaces values of the file's own profile, the same in every language.
    ///
    /// # Errors
    /// The problems of `profile`, then those of the file in its order, at most
    /// [`crate::input::problem::MAX_PROBLEMS`] of each.
    ///
    /// # Example
    /// ```
    /// use partner_fit_core::{assessment::Assessment, input::value::Tree};
    ///
    /// let file: Tree = serde_json::from_str(r#"{ "id": "Partner" }"#)?;
    /// let problems = Assessment::read(&file, &Default::default()).unwrap_err();
    /// assert_eq!(problems[0].path, "id");
    /// assert_eq!(problems[0].hint.as_deref(), Some("did you mean \"partner\"?"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn read(file: &Tree, profile: &Map<String>) -> Result<Self, Vec<Problem>> {
        let mut problems = profile::own_problems(file, profile);
        let (usable, found) = usable(file);
        problems.extend(found);
        match usable {
            Some(usable) if problems.is_empty() => convert::assessment(&usable, profile).ok_or_else(|| {
                vec![Problem {
                    path: String::new(),
                    message: "expected a file without problems to make an assessment, got nothing: a fault of Partner-fit's own".to_owned(),
                    hint: None,
                }]
            }),
            _ => Err(problems),
        }
    }

    /// Makes an assessment of a file in which [`Assessment::read`] finds no problem, without looking for any: a file of
    /// ours, or one that was checked before. `None` where it is no such file; of a file with problems anything may
    /// come out.
    #[must_use]
    pub fn build(file: &Tree, profile: &Map<String>) -> Option<Self> {
        convert::assessment(file, profile)
    }
}

/// Notes what of a file was left out because there was too much.
pub(crate) fn check_limits(file: &Tree, reader: &mut FileReader) {
    if file.contains_mark(&Tree::TooLarge) {
        let message = format!("expected a file of at most {} KB, got a larger one", MAX_BYTES / 1024);
        reader.problem(&Path::Root, message, None);
    }
    if file.contains_mark(&Tree::TooDeep) {
        let message = format!("expected nesting of at most {MAX_DEPTH} levels, got more");
        reader.problem(&Path::Root, message, None);
    }
}
