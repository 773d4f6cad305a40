//! [`Ui`] builds HTML element by element: each call opens an element, lets a closure write its children, and closes it.
//! It collects yew's nodes and replaces `html!`, whose every element compiles to code that visitors download; here an
//! element is a line of data. A text is always inserted as a text node and never parsed as markup.

use std::rc::Rc;
use std::str::Split;

use partner_fit_core::input::number::JsNumber;
use partner_fit_core::wording::Key;
use web_sys::{Event, HtmlInputElement};
use yew::html::TargetCast as _;
use yew::virtual_dom::{Key as NodeKey, ListenerKind, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html};

use super::View;
use crate::flow::Action;

/// The nodes that were built so far.
pub struct Ui<'v> {
    /// The data of the screen.
    pub view: &'v View,
    open: Vec<VTag>,
    done: Vec<VNode>,
}

/// A listener on an element.
struct Listener {
    /// A copy of a kind would be code for each of the hundred that yew knows.
    kind: fn() -> ListenerKind,
    does: Box<dyn Fn(Event)>,
}

impl yew::virtual_dom::Listener for Listener {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        (self.does)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

impl<'v> Ui<'v> {
    /// Begins without any nodes.
    pub fn new(view: &'v View) -> Self {
        Self { view, open: Vec::new(), done: Vec::new() }
    }

    /// Returns all nodes that were built.
    pub fn finish(self) -> Html {
        VNode::VList(Rc::new(VList::with_children(self.done, None)))
    }

    /// Adds an element, `tag.class.class|attribute=value|…`; `inside` writes its attributes, then its children.
    #[inline(always)] // a closure is code of its caller, not a function that every visitor downloads beside it
    pub fn element(&mut self, element: &'static str, inside: impl FnOnce(&mut Self)) {
        self.open(element);
        inside(self);
        self.close();
    }

    /// Adds an element that begins with a title, which `title` writes.
    #[inline(always)]
    pub fn titled(
        &mut self,
        element: &'static str,
        key: Key,
        title: fn(&mut Self, Key),
        inside: impl FnOnce(&mut Self),
    ) {
        self.open_titled(element, key, title);
        inside(self);
        self.close();
    }

    #[inline(never)]
    fn open_titled(&mut self, element: &'static str, key: Key, title: fn(&mut Self, Key)) {
        self.open(element);
        title(self, key);
    }

    #[inline(never)]
    fn open(&mut self, element: &'static str) {
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
        self.attributes(parts);
    }

    #[inline(never)]
    fn attributes(&mut self, parts: Split<'static, char>) {
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, part));
            self.set(name, AttrValue::Static(value));
        }
    }

    /// Adds a heading, `below` levels under the screen's own.
    #[inline(always)]
    pub fn heading(&mut self, below: u8, more: &'static str, inside: impl FnOnce(&mut Self)) {
        self.open_heading(below, more);
        inside(self);
        self.close();
    }

    /// `more` is its class and, after a `|`, its attributes.
    #[inline(never)]
    fn open_heading(&mut self, below: u8, more: &'static str) {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = usize::from(self.view.heading_level + below).max(1);
        self.open(TAGS.get(level - 1).copied().unwrap_or("h6"));
        let mut parts = more.split('|');
        self.set("class", AttrValue::Static(parts.next().unwrap_or_default()));
        self.attributes(parts);
    }

    #[inline(never)]
    fn close(&mut self) {
        if let Some(tag) = self.open.pop() {
            self.put_node(tag.into());
        }
    }

    /// Sets an attribute of the open element.
    #[inline(never)]
    pub fn attr(&mut self, name: &'static str, value: String) {
        self.set(name, value.into());
    }

    /// Sets an attribute of the open element to a number.
    pub fn number_attr(&mut self, name: &'static str, number: f64) {
        self.attr(name, JsNumber(number).to_string());
    }

    fn set(&mut self, name: &'static str, value: AttrValue) {
        if let Some(tag) = self.open.last_mut() {
            if name == "value" && matches!(tag.tag(), "input" | "textarea") {
                tag.set_value(Some(value));
            } else {
                tag.add_attribute(name, value);
            }
        }
    }

    /// Sets whether the open radio is chosen.
    pub fn checked(&mut self, checked: bool) {
        if let Some(tag) = self.open.last_mut() {
            tag.set_checked(checked);
        }
    }

    /// Gives the open element a key, so that yew recognises it among its siblings when they change.
    pub fn node_key(&mut self, name: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.key = Some(NodeKey::from(name));
        }
    }

    /// Adds a text to the open element.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.put_node(VText::new(text.to_owned()).into());
    }

    /// Adds the locale's text of `key` to the open element.
    pub fn key_text(&mut self, key: Key) {
        self.text(&self.view.text(key));
    }

    /// Adds an element with a text.
    #[inline(never)]
    pub fn text_element(&mut self, element: &'static str, text: &str) {
        self.open(element);
        self.text(text);
        self.close();
    }

    /// Adds an element with the locale's text of `key`.
    pub fn key_element(&mut self, element: &'static str, key: Key) {
        self.text_element(element, &self.view.text(key));
    }

    /// Adds a heading for a part of the screen.
    pub fn subheading(&mut self, key: Key) {
        self.heading(1, "subheading", |ui| ui.key_text(key));
    }

    /// Adds a node to the open element.
    pub fn put_node(&mut self, node: VNode) {
        match self.open.last_mut() {
            Some(tag) => tag.add_child(node),
            None => self.done.push(node),
        }
    }

    /// Adds a listener to the open element.
    fn listen(&mut self, kind: fn() -> ListenerKind, does: Box<dyn Fn(Event)>) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_listener(Rc::new(Listener { kind, does }));
        }
    }

    /// Dispatches `action` on a click or a submit of the open element, and prevents the browser's own action.
    #[inline(never)]
    pub fn on(&mut self, kind: fn() -> ListenerKind, action: Action) {
        let dispatch = self.view.dispatch.clone();
        let does = move |event: Event| {
            event.prevent_default();
            dispatch.emit(action.clone());
        };
        self.listen(kind, Box::new(does));
    }

    /// Dispatches `action` on a click of the open link. The browser follows the link unless the host cancels that.
    #[inline(never)]
    pub fn on_follow(&mut self, action: Action) {
        let follow = self.view.follow.clone();
        let does = move |event: Event| {
            if !follow.emit(action.clone()) {
                event.prevent_default();
            }
        };
        self.listen(|| ListenerKind::onclick, Box::new(does));
    }

    /// Dispatches the action that `action` makes of the open control's value.
    #[inline(never)]
    pub fn on_value(&mut self, kind: fn() -> ListenerKind, action: Callback<String, Action>) {
        let dispatch = self.view.dispatch.clone();
        let does = move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            dispatch.emit(action.emit(input.unwrap_or_default()));
        };
        self.listen(kind, Box::new(does));
    }
}
