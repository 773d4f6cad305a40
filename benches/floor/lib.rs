//! The floor of `cargo xtask bench`: the smallest yew page that asks a question with one group of radios, made small
//! like the product. Time and bytes beyond the floor are the product's own.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{Html, Renderer, component, html};

const OPTIONS: [&str; 5] = ["None", "Few", "Some", "Many", "All"];

#[component]
fn Question() -> Html {
    let options =
        OPTIONS.map(|option| html! { <label><input type="radio" name="overlap" value={option} />{ option }</label> });
    html! { <fieldset><legend>{ "How many of your customers fit?" }</legend>{ for options }</fieldset> }
}

/// Draws the question.
#[wasm_bindgen(start)]
pub fn start() {
    Renderer::<Question>::new().render();
}
