//! What the parts of the result are made of: a section, a table on demand, a reason with the answers it rests on.

use yew::prelude::*;

use super::View;
use crate::report::advice::Reason;
use crate::text::Key;

/// A part of the screen under a heading of its own.
pub fn section(view: &View, title: Key, content: Html) -> Html {
    html! {
        <div class="part">
            { view.subheading(title) }
            { content }
        </div>
    }
}

/// Something that opens when it is asked for.
pub fn on_demand(label: String, content: Html) -> Html {
    html! { <details><summary>{ label }</summary>{ content }</details> }
}

/// A table: the first cell of a row is its heading, the last row a total where `total` says so.
pub fn table(view: &View, title: Key, columns: &[Key], rows: Vec<Vec<String>>, total: bool) -> Html {
    let last = rows.len().saturating_sub(1);
    let row = |(place, cells): (usize, Vec<String>)| {
        let cells = cells.into_iter().enumerate().map(|(column, cell)| {
            if column == 0 {
                html! { <th scope="row">{ cell }</th> }
            } else {
                html! { <td>{ cell }</td> }
            }
        });
        html! { <tr class={(total && place == last).then_some("total")}>{ for cells }</tr> }
    };
    html! {
        <div class="table-frame" tabindex="0" role="group" aria-label={view.say(title)}>
            <table part="table">
                <caption class="unseen">{ view.say(title) }</caption>
                <thead><tr>{ for columns.iter().map(|key| html! { <th scope="col">{ view.say(*key) }</th> }) }</tr></thead>
                <tbody>{ for rows.into_iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

/// A reason, and under it the answers it rests on.
pub fn reason(view: &View, reason: &Reason) -> Html {
    html! {
        <div class="reason">
            <p>{ &reason.text }</p>
            { evidence(view, &reason.questions) }
        </div>
    }
}

/// The answers to some questions, as what something rests on.
pub fn evidence(view: &View, questions: &[String]) -> Html {
    let lines = questions.iter().filter_map(|id| view.assessment.question(id)).map(|question| {
        let answer = view.texts.spoken(question, view.state.answers.get(&question.id));
        html! { <li>{ view.read(&question.text) }{ " " }<strong>{ answer }</strong></li> }
    });
    html! { <ul class="evidence">{ for lines }</ul> }
}

/// A share as a percentage: whole, but never 0 or 100 where it is not quite.
pub fn percent(view: &View, share: f64) -> String {
    let whole = (100.0 * share).round();
    let key = match whole {
        _ if whole >= 100.0 && share < 1.0 => Key::PercentMore,
        _ if whole <= 0.0 && share > 0.0 => Key::PercentLess,
        _ => Key::Percent,
    };
    view.texts.fill(key, &[("number", &view.texts.number(whole, 0))])
}
