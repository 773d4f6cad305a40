//! The snippets in the forms that WordPress accepts: a block of its editor, and a shortcode for sites where most people
//! may not paste scripts or frames.

use super::Snippet;
use crate::builder::escape;

/// A "Custom HTML" block. WordPress recognises it by the comments; no text in a snippet can look like them.
pub fn block(snippet: &Snippet) -> Snippet {
    let text = format!("<!-- wp:html -->\n{}\n<!-- /wp:html -->", snippet.text);
    Snippet { name: "block", text, policy: snippet.policy.clone(), closed: snippet.closed }
}

/// A shortcode that shows the frame, for authors without the right to paste HTML.
pub fn shortcode(frame: &Snippet) -> Snippet {
    let html = escape::php(&frame.text);
    let text = format!("add_shortcode('partner_fit', function () {{\n    return '{html}';\n}});");
    Snippet { name: "shortcode", text, policy: frame.policy.clone(), closed: frame.closed }
}
