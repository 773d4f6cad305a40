//! What a site with a content security policy has to allow for the snippet.

use super::Snippet;

pub fn lines(snippet: &Snippet) -> Snippet {
    Snippet { name: "policy", text: snippet.policy.clone(), policy: String::new() }
}
