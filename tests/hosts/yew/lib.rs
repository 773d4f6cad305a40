//! A host that is a yew app itself, as a second module on the page: with many listeners, so that its marks on elements
//! meet those of the evaluator, if anything can make them meet. What it hears it writes into `#told`.

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

/// More listeners than an evaluator ever has at once.
const BUTTONS: usize = 160;

/// What was heard, in order.
#[derive(Default, PartialEq)]
struct Told(Vec<String>);

impl Reducible for Told {
    type Action = String;

    fn reduce(self: Rc<Self>, heard: String) -> Rc<Self> {
        Rc::new(Self(self.0.iter().cloned().chain([heard]).collect()))
    }
}

#[component]
fn Host() -> Html {
    let told = use_reducer(Told::default);
    let tell = |what: String| {
        let dispatcher = told.dispatcher();
        move || dispatcher.dispatch(what.clone())
    };
    let buttons = (0..BUTTONS).map(|i| {
        let [click, input, change, key, focus] =
            ["click", "input", "change", "key", "focus"].map(|event| tell(format!("{event} {i}")));
        html! {
            <button key={i} id={format!("b{i}")} type="button" onclick={move |_| click()} oninput={move |_| input()}
                onchange={move |_| change()} onkeydown={move |_| key()} onfocus={move |_| focus()}>{ i }</button>
        }
    });
    let (around, submit) = (tell("around".to_owned()), tell("submit".to_owned()));
    html! {
        <>
            <form onsubmit={move |_| submit()}><input id="own" aria-label="Search" /></form>
            <section onclick={move |_| around()}><div id="place"></div></section>
            <output id="told" hidden=true>{ told.0.join(", ") }</output>
            <div>{ for buttons }</div>
        </>
    }
}

/// Draws the app into `#app` as soon as the module runs.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(app) =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"))
    {
        yew::Renderer::<Host>::with_root(app).render();
    }
}
