//! What a reader can do next: the primary button of a result, by the band that was reached.
//!
//! The author of a file gives some, and so may the page around an evaluator, whose own come first. How they are written
//! and what is refused is in `file`.

use std::sync::Arc;

use super::text::Text;
use crate::input::value::Tree;

/// The key of what stands under the results of every band that has nothing of its own.
pub const ANY_BAND: &str = "*";

/// The primary button of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct CallToAction {
    /// The id of the band under whose results it stands, or [`ANY_BAND`].
    pub band: String,
    /// What it says.
    pub label: Text,
    /// Where it leads, an `https:` or `mailto:` address; `None` where the page itself acts.
    pub href: Option<String>,
}

/// The buttons of all bands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actions {
    /// The author's.
    pub of_file: Arc<Vec<CallToAction>>,
    /// Those of the page around the evaluator.
    pub of_page: Arc<Vec<CallToAction>>,
}

impl Actions {
    /// The button under a result in `band`: the page's comes before the author's, and of each the band's own before that
    /// of any band.
    #[must_use]
    pub fn of(&self, band: &str) -> Option<&CallToAction> {
        find(&self.of_page, band).or_else(|| find(&self.of_file, band))
    }
}

fn find<'a>(actions: &'a [CallToAction], band: &str) -> Option<&'a CallToAction> {
    // Of a key given twice the last counts, as in JavaScript.
    let called = |name: &str| actions.iter().rev().find(|action| action.band == name);
    called(band).or_else(|| called(ANY_BAND))
}

/// The buttons of a file or a page, in which no problem was found.
pub(super) fn read(tree: Option<&Tree>) -> Vec<CallToAction> {
    let mut actions = Vec::new();
    if let Some(Tree::Object(entries)) = tree {
        for (band, entry) in entries {
            let (label, href) = (Text::new(entry.get("label")), entry.text("href").map(str::to_owned));
            actions.push(CallToAction { band: band.clone(), label, href });
        }
    }
    actions
}
