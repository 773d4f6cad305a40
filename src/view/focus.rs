//! Moves the focus after a reader's own action, and scrolls no more than needed.

use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::NodeRef;

use crate::flow::{Focus, Part};

/// Moves the focus to `wanted`, inside `root`.
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
        Focus::Part(Part::Save) => (find("#save > summary"), None),
        Focus::Part(Part::SaveButton) => (find("#save .kept button"), None),
        Focus::Part(Part::Weights) => (find("#weights input"), None),
        Focus::Trial(id) => (find(&format!("#trial-{id} input, #trial-{id} button")), None),
        // A question's id contains only a to z, digits and hyphens, so it is safe in a selector. The legend is scrolled
        // into view first, so that the reader sees the question as well as its control.
        Focus::Question(id) => (find(&format!("#question-{id} input")), find(&format!("#legend-{id}"))),
    };
    let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    unfold(&target);
    bring_into_view(shown.as_ref().unwrap_or(&target));
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    target.focus_with_options(&options).ok();
    if *wanted == Focus::Uncopied {
        target.unchecked_ref::<HtmlInputElement>().select(); // a text area, which selects in the same way
    }
}

/// Opens everything that is folded away around `element`, or that it opens itself.
fn unfold(element: &Element) {
    let mut folded = element.closest("details").ok().flatten();
    while let Some(details) = folded {
        details.set_attribute("open", "").ok();
        folded = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
}

/// Scrolls `element` to the top, if it is not in view already. The scrolling is instant, even if the host asks for a
/// smooth one.
fn bring_into_view(element: &Element) {
    // The browser decides, because it knows what scrolls and how high the host's header is: "nearest" moves nothing
    // that is in view.
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
