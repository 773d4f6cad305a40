//! The lines that a site's content security policy needs for the snippet.

use super::Snippet;

pub fn lines(snippet: &Snippet) -> Snippet {
    Snippet { name: "policy", text: snippet.policy.clone(), policy: String::new(), closed: snippet.closed }
}
