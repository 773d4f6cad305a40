//! The bar: undo and redo, the settings file, starting again, and the notice about the last action.

use yew::prelude::*;

use super::Page;
use crate::builder::editor::Action;

pub fn bar(page: &Page) -> Html {
    let editor = &page.editor;
    let notice = if editor.notice.key.is_empty() { String::new() } else { page.text(editor.notice.key) };
    html! {
        <>
            <div class="bar">
                <div class="bar-group">
                    <button type="button" class="button" id="undo" aria-disabled={(!editor.can_undo()).to_string()}
                        aria-keyshortcuts="Control+Z" onclick={page.act(Action::Undo)}>{ page.text("undo") }</button>
                    <button type="button" class="button" id="redo" aria-disabled={(!editor.can_redo()).to_string()}
                        aria-keyshortcuts="Control+Shift+Z" onclick={page.act(Action::Redo)}>{ page.text("redo") }</button>
                    <button type="button" class="button" id="reset" onclick={page.act(Action::AskReset)}>{ page.text("reset") }</button>
                </div>
                <div class="bar-group">
                    <button type="button" class="button" id="download" onclick={page.act(Action::Download)}>{ page.text("file.save") }</button>
                    // People see and reach the button; the page's script then opens the file field.
                    <button type="button" class="button" id="open">{ page.text("file.open") }</button>
                    <input type="file" id="file" accept="application/json,.json" hidden=true aria-label={page.text("file.open")} />
                </div>
            </div>
            // The key changes with each notice, so that screen readers announce the same text twice.
            <p class="status" role="status"><span key={editor.notice.number.to_string()}>{ notice }</span></p>
            <div class="slot">{ confirm(page) }</div>
            <div class="slot">{ problems(page) }</div>
        </>
    }
}

fn confirm(page: &Page) -> Html {
    if !page.editor.is_confirming {
        return html! {};
    }
    html! {
        <div class="notice" id="confirm" tabindex="-1" role="group" aria-labelledby="confirm-text">
            <p id="confirm-text">{ page.text("reset.question") }</p>
            <div class="bar-group">
                <button type="button" class="button primary" id="reset-yes" onclick={page.act(Action::Reset)}>{ page.text("reset.yes") }</button>
                <button type="button" class="button" id="reset-no" onclick={page.act(Action::KeepAll)}>{ page.text("reset.no") }</button>
            </div>
        </div>
    }
}

fn problems(page: &Page) -> Html {
    let problems = &page.editor.problems;
    if problems.is_empty() {
        return html! {};
    }
    let items = problems.iter().enumerate().map(|(index, problem)| {
        html! {
            <li key={index}>
                <code>{ problem.path.clone() }</code>
                <span>{ problem.message.clone() }</span>
                <span class="hint">{ problem.hint.clone().unwrap_or_default() }</span>
            </li>
        }
    });
    html! {
        <div class="notice wrong-notice" id="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
            <h2 id="problems-title">{ page.text("problems.title") }</h2>
            <p>{ page.text("problems.kept") }</p>
            <ul lang="en">{ for items }</ul>
        </div>
    }
}
