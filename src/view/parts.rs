//! What the parts of the result are made of: a section, a table on demand, a reason with the answers it rests on.

use super::View;
use super::ui::Ui;
use crate::report::advice::Reason;
use crate::text::Key;

/// Opens a part of the screen under a heading of its own; closed like an element.
pub fn open_section(ui: &mut Ui, title: Key) {
    ui.open("div.part");
    ui.subheading(title);
}

/// Opens something that unfolds when it is asked for; closed like an element.
pub fn open_on_demand(ui: &mut Ui, label: Key) {
    ui.open("details");
    ui.said("summary", label);
}

/// Texts, each a paragraph.
pub fn paragraphs(ui: &mut Ui, texts: &[String]) {
    for text in texts {
        ui.leaf("p", text);
    }
}

/// A table: the first cell of a row is its heading, the last row a total where `total` says so.
pub fn table(ui: &mut Ui, title: Key, columns: &[Key], rows: &[Vec<String>], total: bool) {
    let view = ui.view;
    ui.open("div.table-frame|tabindex=0|role=group");
    ui.attr("aria-label", view.say(title));
    ui.open("table|part=table");
    ui.said("caption.unseen", title);
    ui.open("thead");
    ui.open("tr");
    for column in columns {
        ui.said("th|scope=col", *column);
    }
    ui.close();
    ui.close();
    ui.open("tbody");
    for (place, row) in rows.iter().enumerate() {
        ui.open(if total && place + 1 == rows.len() { "tr.total" } else { "tr" });
        for (column, cell) in row.iter().enumerate() {
            ui.leaf(if column == 0 { "th|scope=row" } else { "td" }, cell);
        }
        ui.close();
    }
    ui.close();
    ui.close();
    ui.close();
}

/// Reasons, and under each the answers it rests on.
pub fn reasons<'a>(ui: &mut Ui, reasons: impl IntoIterator<Item = &'a Reason>) {
    ui.open("div.reasons");
    for reason in reasons {
        ui.open("div.reason");
        ui.leaf("p", &reason.text);
        evidence(ui, &reason.questions);
        ui.close();
    }
    ui.close();
}

/// The answers to some questions, as what something rests on.
pub fn evidence(ui: &mut Ui, questions: &[String]) {
    let view = ui.view;
    ui.open("ul.evidence");
    for question in questions.iter().filter_map(|id| view.assessment.question(id)) {
        ui.open("li");
        ui.text(view.read(&question.text));
        ui.text(" ");
        ui.leaf("strong", &view.texts.spoken(question, view.state.answers.get(&question.id)));
        ui.close();
    }
    ui.close();
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
