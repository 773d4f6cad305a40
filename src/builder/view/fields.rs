//! The controls that the parts share: choices, fields, texts to be copied.

use js_sys::Reflect;
use yew::prelude::*;

use super::Page;
use crate::builder::choice::Choice;
use crate::builder::snippet::Snippet;
use crate::builder::state::{Action, Edit};

/// What is in the control that an event comes from.
pub fn value(event: &web_sys::Event) -> String {
    let target = event.target();
    let value = target.and_then(|target| Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the control that an event comes from is checked.
pub fn checked(event: &web_sys::Event) -> bool {
    let target = event.target();
    let checked = target.and_then(|target| Reflect::get(&target, &"checked".into()).ok());
    checked.and_then(|checked| checked.as_bool()).unwrap_or_default()
}

/// A choice from a few, each with a label, and a hint where the texts have one.
pub fn choice<T: Choice>(page: &Page, group: &str, current: T, edit: fn(T) -> Edit) -> Html {
    chosen(page, group, current, move |one| Action::Edit(edit(one)))
}

/// A choice from a few that does something else than changing the configuration.
pub fn chosen<T: Choice>(page: &Page, group: &str, current: T, action: impl Fn(T) -> Action) -> Html {
    let tiles = T::ALL.iter().map(|one| {
        let name = one.name();
        let (dispatch, action) = (page.dispatch.clone(), action(*one));
        let hint = page.has(&format!("{group}.{name}.hint")).unwrap_or_default();
        html! {
            <label class="tile" key={name}>
                <input type="radio" name={group.to_owned()} value={name} checked={*one == current}
                    onchange={Callback::from(move |_: Event| dispatch.emit(action.clone()))} />
                <span class="tile-text">
                    <span class="tile-label">{ page.say(&format!("{group}.{name}")) }</span>
                    <span class="hint">{ hint }</span>
                </span>
            </label>
        }
    });
    html! {
        <fieldset class="group">
            <legend>{ page.say(&format!("{group}.title")) }</legend>
            <p class="hint">{ page.has(&format!("{group}.hint")).unwrap_or_default() }</p>
            <div class="tiles">{ for tiles }</div>
        </fieldset>
    }
}

/// Something that is so or is not.
pub fn tick(page: &Page, id: &str, label: String, is_so: bool, edit: impl Fn(bool) -> Edit + 'static) -> Html {
    let dispatch = page.dispatch.clone();
    let change = move |event: Event| {
        let wanted = checked(&event);
        dispatch.emit(Action::Edit(edit(wanted)));
    };
    html! {
        <label class="tick" key={id.to_owned()}>
            <input type="checkbox" name={id.to_owned()} checked={is_so} onchange={Callback::from(change)} />
            <span>{ label }</span>
        </label>
    }
}

/// A field for a text.
pub struct Field<'a> {
    /// Its id.
    pub id: String,
    /// What is asked.
    pub label: String,
    /// What it is for, or what is wrong with it.
    pub hint: String,
    /// Whether that is something wrong.
    pub wrong: bool,
    /// What is in it.
    pub value: &'a str,
    /// What counts where nothing is in it.
    pub placeholder: String,
}

impl Field<'_> {
    /// Draws it; what is typed becomes an edit.
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

/// A text to be copied, with the button that does it. It is a text area, so that it can be selected where a browser
/// refuses.
pub fn copied(page: &Page, snippet: &Snippet, label: String) -> Html {
    let name = snippet.name;
    let id = format!("copy-{name}");
    let said = match page.state.copied {
        Some((last, true)) if last == name => page.say("copy.done"),
        Some((last, false)) if last == name => page.say("copy.refused"),
        _ => String::new(),
    };
    // A line more than there are, for the bar that scrolls sideways.
    let rows = (snippet.text.lines().count() + 1).clamp(3, 16);
    html! {
        <div class="snippet">
            <label class="snippet-label" for={id.clone()}>{ label }</label>
            <textarea id={id} class="code" readonly=true rows={rows.to_string()} spellcheck="false" wrap="off" dir="ltr"
                value={snippet.text.clone()} />
            <div class="snippet-actions">
                <button type="button" class="button primary" onclick={page.act(Action::Copy(name))}
                    aria-describedby={format!("copy-{name}-said")}>{ page.say("copy.button") }</button>
                <span class="said" id={format!("copy-{name}-said")}>{ said }</span>
            </div>
        </div>
    }
}
