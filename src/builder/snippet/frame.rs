//! The snippet of the frame: the page in an `iframe`, and the script that sets its height. All choices are in the
//! address.

use super::address::address;
use super::{Snippet, Source, element, hash};
use crate::builder::config::HandOffField;
use crate::builder::escape;

/// The height that is reserved until the frame sends its own.
pub const HEIGHT: u32 = 860;

/// The rights of the page in the frame. It gets no origin, so it has no access to anybody's storage or cookies.
const SANDBOX: &str =
    "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";

pub fn snippet(source: &Source) -> Snippet {
    let site = source.site;
    let style = format!("border:0;width:100%;height:{HEIGHT}px");
    let mut address = address(source);
    let hand_off = &source.config.hand_off;
    if let Some(origin) = hand_off.usable(HandOffField::Origin) {
        address.push_str(&format!("&origin={}", escape::query(origin)));
    }
    let wrong_origin = hand_off.problem(HandOffField::Origin).map(|_| "copy.closed.origin");
    let loading = if source.config.loads_at_once() { "eager" } else { "lazy" };
    let text = format!(
        "<iframe data-partner-fit src=\"{}\" title=\"{}\" loading=\"{loading}\" style=\"{style}\" sandbox=\"{SANDBOX}\" \
         allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\n\
         <script async src=\"{}\"{}></script>",
        escape::html(&address),
        escape::html(&source.title()),
        escape::html(&site.url("resize.js")),
        hash::integrity(site, "resize.js"),
    );
    let policy =
        format!("frame-src {0};\nscript-src {0};\nstyle-src 'unsafe-hashes' {1};", site.origin(), hash::source(&style));
    Snippet { name: "snippet", text, policy, closed: element::closed(source).or(wrong_origin) }
}
