//! Taking the result along: links, files, paper and this device, with one line that says what has happened.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::View;
use super::button::{Look, button};
use crate::exchange::link::MAX_NAME;
use crate::state::take::{Kind, Storage, Take};
use crate::state::{Action, By};
use crate::text::Key;

pub fn share(view: &View) -> Html {
    let taking = &view.state.taking;
    let along = |kind: Kind, key: Key| press(view, Take::Along(kind), key);
    let oninput = typed(view, Take::Name);
    let save = (taking.storage == Storage::Local).then(|| {
        let forget = taking.saved.then(|| press(view, Take::Forget, Key::ShareForget));
        html! {
            <>
                <div class="actions">
                    { along(Kind::Save, Key::ShareSave) }
                    <div class="slot">{ forget }</div>
                </div>
                <p class="hint">{ view.say(Key::ShareSaveNote) }</p>
            </>
        }
    });
    html! {
        <div class="share">
            { view.subheading(Key::ShareTitle) }
            <p>{ view.say(Key::ShareIntro) }</p>
            <label class="named"><span>{ view.say(Key::ShareName) }</span>
                <input type="text" class="field" autocomplete="organization" maxlength={MAX_NAME.to_string()}
                    value={taking.name.clone()} {oninput} aria-describedby="link-note" />
            </label>
            <p class="hint" id="link-note">{ view.say(Key::ShareNote) }</p>
            <div class="actions">
                { along(Kind::Link, Key::ShareLink) }
                { along(Kind::Text, Key::ShareText) }
                { along(Kind::Print, Key::SharePrint) }
                { along(Kind::Json, Key::ShareJson) }
                { along(Kind::Csv, Key::ShareCsv) }
            </div>
            <div class="slot">{ save }</div>
            { said(view) }
            <div class="slot">{ uncopied(view) }</div>
        </div>
    }
}

/// What has just happened; announced only when the reader made it happen.
pub fn said(view: &View) -> Html {
    let said = |wanted: By| {
        let said = view.state.taking.said.filter(|(by, _)| *by == wanted);
        said.map(|(_, key)| view.say(key))
    };
    html! {
        <>
            <p class="said" role="status">{ said(By::Reader) }</p>
            <div class="slot">{ said(By::Host).map(|said| html! { <p class="said">{ said }</p> }) }</div>
        </>
    }
}

/// The text that the browser did not let be copied.
fn uncopied(view: &View) -> Html {
    let Some(text) = &view.state.taking.uncopied else {
        return html! {};
    };
    html! {
        <textarea id="uncopied" class="field" readonly=true rows="4" aria-label={view.say(Key::ShareUncopied)} value={text.clone()} />
    }
}

/// A button that does `take`.
pub fn press(view: &View, take: Take, key: Key) -> Html {
    button(view, Look::Plain, Action::Take(take), html! { { view.say(key) } })
}

/// A callback that takes what is in a field.
pub fn typed(view: &View, take: fn(String) -> Take) -> Callback<InputEvent> {
    view.on(move |event: InputEvent| {
        let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
        Action::Take(take(text))
    })
}
