//! The root component: it shows the current screen and, after a reader's own action, moves the focus.

use partner_fit_core::wording::Key;
use yew::prelude::*;

use super::layout::host_slot;
use super::ui::Ui;
use super::{View, focus, result, review, start, step};
use crate::flow::Screen;

/// The evaluator. It is a struct component, because function components bring hooks, whose code every visitor would
/// download.
pub struct App {
    root: NodeRef,
    /// The number of the focus request that was carried out last.
    focused: u32,
}

impl Component for App {
    type Message = ();
    type Properties = View;

    fn create(context: &Context<Self>) -> Self {
        // What was asked for before this drawing belongs to an earlier one: an element that is put back into the page
        // must not take the focus.
        Self { root: NodeRef::default(), focused: context.props().flow.focus.0 }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let view = context.props();
        let mut ui = Ui::new(view);
        if view.paper {
            result::print::paper(&mut ui);
            return ui.finish();
        }
        // Each screen has a key, so that yew never reuses the elements of another screen. The wrapper around it stays,
        // because an empty or conditional sibling of a screen would run into yew#4092.
        ui.element("div.slot", |ui| {
            if view.flow.sharing.from_link {
                ui.key_element("p.shared", Key::OpenShared);
            }
        });
        ui.element("div.screens", |ui| ui.element("div.screen|part=step", screen));
        // After the screen, so that reading from the top begins with the screen.
        // It is live without a role: a screen reader would speak of the role while the line is empty.
        ui.element("div.status|aria-live=polite|aria-atomic=true", |ui| {
            if view.flow.cleared {
                ui.key_text(Key::ResetDone);
            }
        });
        host_slot(&mut ui, "slot|name=footer");
        let label = view.author_text(&view.assessment.title).to_owned();
        html! { <section ref={self.root.clone()} part="base" class="base" aria-label={label}>{ ui.finish() }</section> }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let (number, wanted) = &context.props().flow.focus;
        if *number != self.focused {
            self.focused = *number;
            if let Some(wanted) = wanted {
                focus::give(&self.root, wanted);
            }
        }
    }
}

fn screen(ui: &mut Ui) {
    let flow = &ui.view.flow;
    match flow.screen {
        Screen::Start => {
            ui.node_key("start");
            start::start(ui);
        }
        Screen::Step(index) => {
            ui.node_key(&format!("step-{}-{index}", flow.plan.layout as u8));
            step::step(ui, index);
        }
        Screen::Review => {
            ui.node_key("review");
            review::review(ui);
        }
        Screen::Result => {
            ui.node_key("result");
            result::result(ui);
        }
    }
}
