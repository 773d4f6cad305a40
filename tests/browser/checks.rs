//! All checks by theme. A check for a numbered requirement has its number in its name.

mod actions;
mod adapt;
mod answers_survive;
mod axe;
mod builder;
mod colours;
mod corrupted_files;
mod course;
mod element;
mod element_moves;
mod events;
mod frame;
mod frame_options;
mod frame_trust;
mod hosts;
mod keyboard;
mod known_issues_elsewhere;
mod landing;
mod language;
mod layout;
mod links;
mod load_failures;
mod loading;
mod markup;
mod native_parity;
mod one_script;
mod package;
mod patience;
mod places;
mod policies;
mod result_numbers;
mod result_page;
mod review;
mod sharing;
mod single_page_apps;
mod steps;
mod strange_hosts;
mod trust;
mod waiting;
mod walk;

use crate::runner::Check;

/// All checks. Those that find most defects come first.
pub fn all() -> Vec<Check> {
    let themes: &[fn() -> Vec<Check>] = &[
        waiting::checks,
        walk::checks,
        keyboard::checks,
        steps::checks,
        review::checks,
        result_numbers::checks,
        result_page::checks,
        native_parity::checks,
        loading::checks,
        load_failures::checks,
        corrupted_files::checks,
        one_script::checks,
        answers_survive::checks,
        policies::checks,
        element::checks,
        course::checks,
        events::checks,
        element_moves::checks,
        actions::checks,
        adapt::checks,
        trust::checks,
        frame::checks,
        frame_options::checks,
        frame_trust::checks,
        hosts::checks,
        places::checks,
        strange_hosts::checks,
        links::checks,
        patience::checks,
        single_page_apps::checks,
        known_issues_elsewhere::checks,
        landing::checks,
        builder::checks,
        sharing::checks,
        package::checks,
        language::checks,
        markup::checks,
        layout::checks,
        axe::checks,
        colours::checks,
    ];
    themes.iter().flat_map(|checks| checks()).collect()
}
