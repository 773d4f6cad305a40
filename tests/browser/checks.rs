//! What is tested, by theme. A check that stands for a numbered requirement has its number in its name.

mod adapt;
mod axe;
mod builder;
mod colours;
mod course;
mod element;
mod events;
mod failing;
mod figures;
mod files;
mod frame;
mod frame_options;
mod frame_trust;
mod hosts;
mod kept;
mod keyboard;
mod kit;
mod language;
mod layout;
mod loading;
mod markup;
mod one_script;
mod places;
mod policies;
mod review;
mod rivals;
mod routes;
mod same;
mod steps;
mod takeaway;
mod walk;

use crate::runner::Check;

/// Every check, in the order in which a fault is found soonest.
pub fn all() -> Vec<Check> {
    let themes: &[fn() -> Vec<Check>] = &[
        walk::checks,
        keyboard::checks,
        steps::checks,
        review::checks,
        figures::checks,
        same::checks,
        loading::checks,
        failing::checks,
        files::checks,
        one_script::checks,
        kept::checks,
        policies::checks,
        element::checks,
        course::checks,
        events::checks,
        places::checks,
        adapt::checks,
        frame::checks,
        frame_options::checks,
        frame_trust::checks,
        hosts::checks,
        routes::checks,
        rivals::checks,
        builder::checks,
        takeaway::checks,
        kit::checks,
        language::checks,
        markup::checks,
        layout::checks,
        axe::checks,
        colours::checks,
    ];
    themes.iter().flat_map(|checks| checks()).collect()
}
