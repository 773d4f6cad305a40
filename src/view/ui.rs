//! How a view is written down: element by element, opened and closed in the order in which they are read.
//!
//! A [`Ui`] collects yew's own nodes. It takes the place of `html!` because every element of that macro is code of its
//! own, which every visitor downloads; here an element is a line of data. Texts stay texts: nothing is ever parsed as
//! markup.

use std::rc::Rc;

use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::html::TargetCast as _;
use yew::virtual_dom::{Key as NodeKey, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html};

use super::View;
use crate::flow::Action;
use partner_fit_core::input::number::Shown;
use partner_fit_core::wording::Key;

/// What has been written down so far.
pub struct Ui<'v> {
    /// What it is drawn from.
    pub view: &'v View,
    open: Vec<VTag>,
    done: Vec<VNode>,
}

/// What an element hears.
struct Hears {
    kind: ListenerKind,
    does: Box<dyn Fn(Event)>,
}

impl Listener for Hears {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        (self.does)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

impl<'v> Ui<'v> {
    /// An empty page.
    pub fn new(view: &'v View) -> Self {
        Self { view, open: Vec::new(), done: Vec::new() }
    }

    /// Everything that was written.
    pub fn finish(self) -> Html {
        VNode::VList(Rc::new(VList::with_children(self.done, None)))
    }

    /// Opens an element: `tag.class.class|attribute=value|…`.
    #[inline(never)]
    pub fn open(&mut self, element: &'static str) {
        let mut parts = element.split('|');
        let mut names = parts.next().unwrap_or_default().split('.');
        self.open.push(VTag::new(AttrValue::Static(names.next().unwrap_or_default())));
        let mut class = String::new();
        for name in names {
            if !class.is_empty() {
                class.push(' ');
            }
            class.push_str(name);
        }
        if !class.is_empty() {
            self.attr("class", class);
        }
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, part));
            self.put(name, AttrValue::Static(value));
        }
    }

    /// Opens a heading `below` the screen's own level.
    pub fn open_heading(&mut self, below: u8, class: &'static str) {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = usize::from(self.view.heading_level + below).max(1);
        self.open(TAGS.get(level - 1).copied().unwrap_or("h6"));
        self.put("class", AttrValue::Static(class));
    }

    /// Closes the element that was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(tag) = self.open.pop() {
            self.put_node(tag.into());
        }
    }

    /// Gives the open element an attribute.
    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: String) {
        self.put(name, value.into());
    }

    /// Gives the open element an attribute with a number.
    pub fn measure(&mut self, name: &'static str, number: f64) {
        self.attr(name, Shown(number).to_string());
    }

    fn put(&mut self, name: &'static str, value: AttrValue) {
        if let Some(tag) = self.open.last_mut() {
            if name == "value" && matches!(tag.tag(), "input" | "textarea") {
                tag.set_value(Some(value));
            } else {
                tag.add_attribute(name, value);
            }
        }
    }

    /// Says whether the open radio is chosen.
    pub fn checked(&mut self, checked: bool) {
        if let Some(tag) = self.open.last_mut() {
            tag.set_checked(checked);
        }
    }

    /// Says which option of the open choice is shown as chosen. Natively there is no choice to be shown.
    #[cfg_attr(not(target_arch = "wasm32"), allow(unused_variables, clippy::needless_pass_by_ref_mut))]
    pub fn chosen(&mut self, value: &str) {
        #[cfg(target_arch = "wasm32")]
        if let Some(tag) = self.open.last_mut() {
            tag.add_property("value", value);
        }
    }

    /// Tells the open element from its siblings, wherever it moves.
    pub fn key(&mut self, name: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.key = Some(NodeKey::from(name));
        }
    }

    /// A text in the open element.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.put_node(VText::new(text.to_owned()).into());
    }

    /// The words of `key` in the open element.
    pub fn say(&mut self, key: Key) {
        self.text(&self.view.say(key));
    }

    /// An element with a text.
    #[inline(never)]
    pub fn leaf(&mut self, element: &'static str, text: &str) {
        self.open(element);
        self.text(text);
        self.close();
    }

    /// An element with the words of `key`.
    pub fn said(&mut self, element: &'static str, key: Key) {
        self.leaf(element, &self.view.say(key));
    }

    /// A heading of a part of the screen.
    pub fn subheading(&mut self, key: Key) {
        self.open_heading(1, "subheading");
        self.say(key);
        self.close();
    }

    /// Adds a node to the open element.
    pub fn put_node(&mut self, node: VNode) {
        match self.open.last_mut() {
            Some(tag) => tag.add_child(node),
            None => self.done.push(node),
        }
    }

    /// Lets the open element do something on an event.
    fn hear(&mut self, kind: ListenerKind, does: Box<dyn Fn(Event)>) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_listener(Rc::new(Hears { kind, does }));
        }
    }

    /// Lets the open element do `action` on a click or a submit, in place of what the browser would do.
    #[inline(never)]
    pub fn on(&mut self, kind: ListenerKind, action: Action) {
        let dispatch = self.view.dispatch.clone();
        let does = move |event: Event| {
            event.prevent_default();
            dispatch.emit(action.clone());
        };
        self.hear(kind, Box::new(does));
    }

    /// Lets the open control do what `action` makes of what is in it.
    #[inline(never)]
    pub fn on_value(&mut self, kind: ListenerKind, action: Callback<String, Action>) {
        let dispatch = self.view.dispatch.clone();
        let does = move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            let value = input.or_else(|| event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()));
            dispatch.emit(action.emit(value.unwrap_or_default()));
        };
        self.hear(kind, Box::new(does));
    }
}
