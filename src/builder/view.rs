//! The page's view: pure functions from a [`Page`] to HTML, one part a file. Three regions of the page are drawn here
//! ([`Region`]). The widget between them is the released element, which the page's script sets up. A view decides
//! nothing.

mod accent;
mod bar;
mod copy;
mod event;
mod fields;
mod hand_off;
mod page;
mod platforms;
mod settings;
mod texts;
mod weights;

use yew::prelude::*;

pub use self::page::{Page, Region};

/// A region of the page.
pub struct App;

impl Component for App {
    type Message = ();
    type Properties = Page;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        draw(context.props())
    }
}

/// The HTML of a region.
pub fn draw(page: &Page) -> Html {
    match page.region {
        Region::Bar => bar::bar(page),
        Region::Settings => settings::settings(page),
        Region::Copy => copy::copy(page),
    }
}
