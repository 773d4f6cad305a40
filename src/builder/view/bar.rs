//! What is done with the configuration as a whole: undo and redo, its file, starting again; and what is said about the
//! last action.

use yew::prelude::*;

use super::Page;
use crate::builder::state::Action;

pub fn bar(page: &Page) -> Html {
    let state = &page.state;
    let notice = if state.notice.key.is_empty() { String::new() } else { page.say(state.notice.key) };
    html! {
        <>
            <div class="bar">
                <div class="bar-group">
                    <button type="button" class="button" id="undo" aria-disabled={(!state.can_undo()).to_string()}
                        aria-keyshortcuts="Control+Z" onclick={page.act(Action::Undo)}>{ page.say("undo") }</button>
                    <button type="button" class="button" id="redo" aria-disabled={(!state.can_redo()).to_string()}
                        aria-keyshortcuts="Control+Shift+Z" onclick={page.act(Action::Redo)}>{ page.say("redo") }</button>
                    <button type="button" class="button" id="reset" onclick={page.act(Action::AskReset)}>{ page.say("reset") }</button>
                </div>
                <div class="bar-group">
                    <button type="button" class="button" id="download" onclick={page.act(Action::Download)}>{ page.say("file.save") }</button>
                    // The button is what is seen and reached; the page's script opens it.
                    <button type="button" class="button" id="open">{ page.say("file.open") }</button>
                    <input type="file" id="file" accept="application/json,.json" hidden=true aria-label={page.say("file.open")} />
                </div>
            </div>
            // The same notice twice is said twice: the text is put anew.
            <p class="status" role="status"><span key={state.notice.number.to_string()}>{ notice }</span></p>
            <div class="slot">{ confirm(page) }</div>
            <div class="slot">{ problems(page) }</div>
        </>
    }
}

fn confirm(page: &Page) -> Html {
    if !page.state.confirming {
        return html! {};
    }
    html! {
        <div class="notice" id="confirm" tabindex="-1" role="group" aria-labelledby="confirm-text">
            <p id="confirm-text">{ page.say("reset.question") }</p>
            <div class="bar-group">
                <button type="button" class="button primary" id="reset-yes" onclick={page.act(Action::Reset)}>{ page.say("reset.yes") }</button>
                <button type="button" class="button" id="reset-no" onclick={page.act(Action::KeepAll)}>{ page.say("reset.no") }</button>
            </div>
        </div>
    }
}

fn problems(page: &Page) -> Html {
    let problems = &page.state.problems;
    if problems.is_empty() {
        return html! {};
    }
    let items = problems.iter().enumerate().map(|(place, problem)| {
        html! {
            <li key={place}>
                <code>{ problem.path.clone() }</code>
                <span>{ problem.message.clone() }</span>
                <span class="hint">{ problem.hint.clone().unwrap_or_default() }</span>
            </li>
        }
    });
    html! {
        <div class="notice wrong-notice" id="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
            <h2 id="problems-title">{ page.say("problems.title") }</h2>
            <p>{ page.say("problems.kept") }</p>
            <ul lang="en">{ for items }</ul>
        </div>
    }
}
