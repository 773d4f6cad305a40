//! The snippet of the frame: the page in an `iframe`, and the script that gives it the height of what it shows. What was
//! chosen goes into the address.

use super::address::address;
use super::{Snippet, Source, hash};
use crate::builder::escape;

/// The height that is kept free until the frame tells its own.
pub const HEIGHT: u32 = 860;

/// What the page in the frame may do. It gets no origin, so it has no storage and no cookie of anybody's.
const SANDBOX: &str =
    "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";

pub fn snippet(source: &Source) -> Snippet {
    let site = source.site;
    let style = format!("border:0;width:100%;height:{HEIGHT}px");
    let mut address = address(source);
    let origin = source.config.hand_off.origin.trim();
    if !origin.is_empty() {
        address.push_str(&format!("&origin={}", escape::query(origin)));
    }
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
    Snippet { name: "snippet", text, policy }
}
