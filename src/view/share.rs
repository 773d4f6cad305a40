//! Taking the result along: links, files, paper and this device, with one line that says what has happened.

use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::button::{Look, button};
use super::ui::Ui;
use crate::flow::sharing::{Kind, Storage, Take};
use crate::flow::{Action, By};
use partner_fit_core::sharing::link::MAX_NAME;
use partner_fit_core::wording::Key;

pub fn share(ui: &mut Ui) {
    let taking = &ui.view.state.taking;
    ui.open("div.share");
    ui.subheading(Key::ShareTitle);
    ui.said("p", Key::ShareIntro);
    ui.open("label.named");
    ui.said("span", Key::ShareName);
    ui.open("input.field|type=text|autocomplete=organization|aria-describedby=link-note");
    ui.attr("maxlength", MAX_NAME.to_string());
    ui.attr("value", taking.name.clone());
    typed(ui, Take::Name);
    ui.close();
    ui.close();
    ui.said("p.hint|id=link-note", Key::ShareNote);
    ui.open("div.actions");
    for (kind, key) in [
        (Kind::Link, Key::ShareLink),
        (Kind::Text, Key::ShareText),
        (Kind::Print, Key::SharePrint),
        (Kind::Json, Key::ShareJson),
        (Kind::Csv, Key::ShareCsv),
    ] {
        press(ui, Take::Along(kind), key);
    }
    ui.close();
    ui.open("div.slot");
    if taking.storage == Storage::Local {
        ui.open("div.actions");
        press(ui, Take::Along(Kind::Save), Key::ShareSave);
        ui.open("div.slot");
        if taking.saved {
            press(ui, Take::Forget, Key::ShareForget);
        }
        ui.close();
        ui.close();
        ui.said("p.hint", Key::ShareSaveNote);
    }
    ui.close();
    said(ui);
    ui.open("div.slot");
    // The text that the browser did not let be copied.
    if let Some(text) = &taking.uncopied {
        ui.open("textarea.field|id=uncopied|readonly=true|rows=4");
        ui.attr("aria-label", ui.view.say(Key::ShareUncopied));
        ui.attr("value", text.clone());
        ui.close();
    }
    ui.close();
    ui.close();
}

/// What has just happened; announced only when the reader made it happen.
pub fn said(ui: &mut Ui) {
    let said = ui.view.state.taking.said;
    ui.open("p.said|role=status");
    if let Some((By::Reader, key)) = said {
        ui.say(key);
    }
    ui.close();
    ui.open("div.slot");
    if let Some((By::Host, key)) = said {
        ui.said("p.said", key);
    }
    ui.close();
}

/// A button that does `take`.
pub fn press(ui: &mut Ui, take: Take, key: Key) {
    button(ui, Look::Plain, Action::Take(take), key);
}

/// Lets the open field tell what is in it.
pub fn typed(ui: &mut Ui, take: fn(String) -> Take) {
    ui.on_value(ListenerKind::oninput, Callback::from(move |text| Action::Take(take(text))));
}
