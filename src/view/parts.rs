//! What the parts of the result are made of: a section, a table on demand, a reason with the answers it rests on.

use partner_fit_core::report::advice::Reason;
use partner_fit_core::wording::Key;
use partner_fit_core::wording::table::Table;

use super::ui::Ui;

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

/// A table: the first cell of a row is its heading, the last row may be a total.
pub fn table(ui: &mut Ui, table: &Table) {
    let view = ui.view;
    ui.open("div.table-frame|tabindex=0|role=group");
    ui.attr("aria-label", view.say(table.title));
    ui.open("table|part=table");
    ui.said("caption.unseen", table.title);
    ui.open("thead");
    ui.open("tr");
    for column in table.columns {
        ui.said("th|scope=col", *column);
    }
    ui.close();
    ui.close();
    ui.open("tbody");
    for (place, row) in table.rows.iter().enumerate() {
        ui.open(if table.has_total && place + 1 == table.rows.len() { "tr.total" } else { "tr" });
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
