//! The controls that all parts use: choices, fields, texts to copy.

use yew::prelude::*;

use super::Page;
use super::event::checked;
use crate::builder::attribute::{Attribute, Values};
use crate::builder::editor::{Action, Edit};
use crate::builder::snippet::Snippet;

/// One of the options of a choice.
pub struct Tile {
    /// Its value in the form.
    pub value: String,
    /// Its label.
    pub label: String,
    /// An explanation, if there is one.
    pub hint: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// The action that choosing it dispatches.
    pub action: Action,
}

impl Tile {
    /// An option of the choice `group`, with its label and hint from the page's texts.
    pub fn of(page: &Page, group: &str, value: &str, is_chosen: bool, action: Action) -> Self {
        Self {
            value: value.to_owned(),
            label: page.text(&format!("{group}.{value}")),
            hint: page.optional_text(&format!("{group}.{value}.hint")).unwrap_or_default(),
            is_chosen,
            action,
        }
    }
}

/// A choice from a few, as radio buttons.
pub fn tiles(page: &Page, group: &str, tiles: impl IntoIterator<Item = Tile>) -> Html {
    let tiles = tiles.into_iter().map(|Tile { value, label, hint, is_chosen, action }| {
        let dispatch = page.dispatch.clone();
        html! {
            <label class="tile" key={value.clone()}>
                <input type="radio" name={group.to_owned()} value={value} checked={is_chosen}
                    onchange={Callback::from(move |_: Event| dispatch.emit(action.clone()))} />
                <span class="tile-text">
                    <span class="tile-label">{ label }</span>
                    <span class="hint">{ hint }</span>
                </span>
            </label>
        }
    });
    titled(page, group, html! { <div class="tiles">{ for tiles }</div> })
}

/// A group of fields with its title and, if there is one, its hint.
fn titled(page: &Page, group: &str, fields: Html) -> Html {
    html! {
        <fieldset class="group">
            <legend>{ page.text(&format!("{group}.title")) }</legend>
            <p class="hint">{ page.optional_text(&format!("{group}.hint")).unwrap_or_default() }</p>
            { fields }
        </fieldset>
    }
}

/// The control for an attribute of the element: a choice, a row of levels, or a checkbox.
pub fn attribute(page: &Page, attribute: &Attribute) -> Html {
    let name = attribute.name.as_str();
    let current = page.config().attribute(name).map(str::to_owned).or(attribute.default());
    let set = move |value: String| Action::Edit(Edit::Attribute(name.to_owned(), Some(value)));
    match &attribute.values {
        Values::Choice(values) => {
            let tile =
                |value: &String| Tile::of(page, name, value, current.as_ref() == Some(value), set(value.clone()));
            tiles(page, name, values.iter().map(tile))
        }
        Values::Level(_) => {
            let levels = attribute.settings().into_iter().map(|level| {
                let (dispatch, action) = (page.dispatch.clone(), set(level.clone()));
                html! {
                    <label class="tile small" key={level.clone()}>
                        <input type="radio" name={name.to_owned()} value={level.clone()} checked={current.as_ref() == Some(&level)}
                            onchange={Callback::from(move |_: Event| dispatch.emit(action.clone()))} />
                        <span class="tile-text"><span class="tile-label">{ format!("H{level}") }</span></span>
                    </label>
                }
            });
            titled(page, name, html! { <div class="tiles row">{ for levels }</div> })
        }
        Values::Switch { opposite } => {
            let is_opposite = opposite.is_some();
            let key = attribute.key();
            let owned = name.to_owned();
            let edit = move |ticked: bool| Edit::Attribute(owned.clone(), (ticked != is_opposite).then(String::new));
            let label = page.text(&format!("{key}.label"));
            titled(page, key, tick(page, key, label, current.is_some() != is_opposite, edit))
        }
    }
}

/// A checkbox.
pub fn tick(page: &Page, id: &str, label: String, is_ticked: bool, edit: impl Fn(bool) -> Edit + 'static) -> Html {
    let dispatch = page.dispatch.clone();
    let change = move |event: Event| {
        let ticked = checked(&event);
        dispatch.emit(Action::Edit(edit(ticked)));
    };
    html! {
        <label class="tick" key={id.to_owned()}>
            <input type="checkbox" name={id.to_owned()} checked={is_ticked} onchange={Callback::from(change)} />
            <span>{ label }</span>
        </label>
    }
}

/// A text field.
pub struct Field<'a> {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Its hint, or what is wrong with its text.
    pub hint: String,
    /// Whether the hint says what is wrong.
    pub wrong: bool,
    /// Its text.
    pub value: &'a str,
    /// The value that applies if it is empty.
    pub placeholder: String,
}

impl Field<'_> {
    /// Draws the field; typing dispatches an edit.
    pub fn draw(self, page: &Page, edit: impl Fn(String) -> Edit + 'static) -> Html {
        let hint_id = format!("{}-hint", self.id);
        html! {
            <div class="field" key={self.id.clone()}>
                <label for={self.id.clone()}>{ self.label }</label>
                <p id={hint_id.clone()} class={if self.wrong { "hint wrong" } else { "hint" }}>{ self.hint }</p>
                <input id={self.id} type="text" class="text" autocomplete="off" maxlength="2000" aria-describedby={hint_id}
                    aria-invalid={self.wrong.then_some("true")} value={self.value.to_owned()}
                    placeholder={self.placeholder} oninput={page.edit::<InputEvent>(edit)} />
            </div>
        }
    }
}

/// A text to copy, with its button. It is a text area, so that readers can select the text if the browser refuses to
/// copy it.
pub fn copied(page: &Page, snippet: &Snippet, label: String) -> Html {
    let name = snippet.name;
    let id = format!("copy-{name}");
    if let Some(reason) = snippet.closed {
        return html! {
            <div class="snippet" key={format!("{name}-closed")}>
                <p class="snippet-label">{ label }</p>
                <p class="wrong" id={format!("copy-{name}-closed")}>{ page.text(reason) }</p>
                <div class="snippet-actions">
                    <button type="button" class="button primary" disabled=true
                        aria-describedby={format!("copy-{name}-closed")}>{ page.text("copy.button") }</button>
                </div>
            </div>
        };
    }
    let outcome = match page.editor.copied {
        Some((last, true)) if last == name => page.text("copy.done"),
        Some((last, false)) if last == name => page.text("copy.refused"),
        _ => String::new(),
    };
    // One row more than the text has lines, for the horizontal scroll bar.
    let rows = (snippet.text.lines().count() + 1).clamp(3, 16);
    html! {
    <div class="snippet" key={name}>
               <label class="snippet-label" for={id.clone()}>{ label }</label>
               <textarea id={id} class="code" readonly=true rows={rows.to_string()} spellcheck="false" wrap="off" dir="ltr"
                   value={snippet.text.clone()} />
               <div class="snippet-actions">
                   <button type="button" class="button primary" onclick={page.act(Action::Copy(name))}
                       aria-describedby={format!("copy-{name}-said")}>{ page.text("copy.button") }</button>
                   <span class="said" id={format!("copy-{name}-said")}>{ outcome }</span>
               </div>
           </div>
       }
}
