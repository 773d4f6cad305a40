//! Opening an earlier result: from a file, from a link, or from this device. The file is read by the element, which
//! listens for its choice.

use yew::prelude::*;

use super::View;
use super::button::{Look, form, submit};
use super::share::{press, typed};
use crate::state::Action;
use crate::state::take::{Storage, Take};
use crate::text::Key;

pub fn open(view: &View) -> Html {
    let taking = &view.state.taking;
    let saved = (taking.saved && taking.storage == Storage::Local).then(|| {
        html! {
            <>
                <p>{ view.say(Key::OpenSaved) }</p>
                <div class="actions">
                    { press(view, Take::Recall, Key::OpenSavedButton) }
                    { press(view, Take::Forget, Key::ShareForget) }
                </div>
            </>
        }
    });
    let action = Action::Take(Take::OpenPasted);
    let oninput = typed(view, Take::Paste);
    // Not a text field: what is pasted is an address, and keyboards of phones know it.
    let field = html! {
        <label class="named"><span>{ view.say(Key::OpenLink) }</span>
            <input type="url" class="field" autocomplete="off" maxlength="8192" value={taking.pasted.clone()} {oninput} />
        </label>
    };
    let label = html! { { view.say(Key::OpenButton) } };
    html! {
        <div id="open" class="open">
            <div class="slot">{ saved }</div>
            <details>
                <summary>{ view.say(Key::OpenTitle) }</summary>
                <label class="named"><span>{ view.say(Key::OpenFile) }</span>
                    <input type="file" class="file" accept=".json,application/json" />
                </label>
                { form(view, action.clone(), "open-link", field, submit(view, Look::Plain, action, label)) }
            </details>
        </div>
    }
}
