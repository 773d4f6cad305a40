//! Paragraphs and tables.

use partner_fit_core::wording::table::Table;

use crate::view::ui::Ui;

/// Shows each text as a paragraph.
pub fn paragraphs(ui: &mut Ui, texts: &[String]) {
    for text in texts {
        ui.text_element("p", text);
    }
}

/// Shows a table. The first cell of a row is its heading; the last row may be a total.
pub fn table(ui: &mut Ui, table: &Table) {
    // Where the table is wider, the element makes the frame a stop for Tab (`static/element/tables.js`).
    ui.element("div.table-frame", |ui| {
        ui.element("table|part=table", |ui| {
            ui.key_element("caption.unseen", table.title);
            ui.element("thead", |ui| {
                ui.element("tr", |ui| {
                    for column in table.columns {
                        ui.key_element("th|scope=col", *column);
                    }
                });
            });
            ui.element("tbody", |ui| {
                for (index, row) in table.rows.iter().enumerate() {
                    let is_total = table.has_total && index + 1 == table.rows.len();
                    ui.element(if is_total { "tr.total" } else { "tr" }, |ui| {
                        for (column, cell) in row.iter().enumerate() {
                            ui.text_element(if column == 0 { "th|scope=row" } else { "td" }, cell);
                        }
                    });
                }
            });
        });
    });
}
