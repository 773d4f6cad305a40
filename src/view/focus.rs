//! Moving the focus after a reader's own action, without ever scrolling more than needed.

use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::NodeRef;

use crate::flow::Focus;

/// Gives the focus to `wanted`, inside `root`.
pub fn give(root: &NodeRef, wanted: &Focus) {
    let Some(root) = root.cast::<Element>() else { return };
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    let (target, shown) = match wanted {
        Focus::Heading => (find("#heading"), None),
        Focus::Summary => (find("#error-summary"), None),
        Focus::Confirm => (find("#confirm"), None),
        Focus::ResetButton => (find("#reset button"), None),
        Focus::Uncopied => (find("#uncopied"), None),
        Focus::Earlier => (find("#earlier"), None),
        Focus::OpenPart => (find("#open summary"), None),
        // A question id holds only a to z, digits and hyphens, so it is safe in a selector. Its legend comes into
        // view first, so that a screen reader says the question before the control.
        Focus::Question(id) => (find(&format!("#question-{id} input")), find(&format!("#legend-{id}"))),
    };
    let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    bring_into_view(shown.as_ref().unwrap_or(&target));
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    target.focus_with_options(&options).ok();
    if *wanted == Focus::Uncopied {
        target.unchecked_ref::<HtmlInputElement>().select(); // a text area, which selects in the same way
    }
}

/// Scrolls so that `element` is at the top, if it is not in view already. Instant, whatever the host says.
fn bring_into_view(element: &Element) {
    // Asked of the browser, which alone knows what scrolls and how much room the host's header takes: "nearest" moves
    // nothing that is in view.
    let before = element.get_bounding_client_rect().top();
    scroll(element, ScrollLogicalPosition::Nearest);
    if element.get_bounding_client_rect().top() != before {
        scroll(element, ScrollLogicalPosition::Start);
    }
}

fn scroll(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
