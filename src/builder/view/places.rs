//! Where to paste: short steps for each kind of site. What depends on a plan or a role is said as such.

use yew::prelude::*;

use super::Page;

/// The kinds of site, each with the keys of its steps.
pub const PLACES: [(&str, &[&str]); 6] = [
    ("wordpress", &["places.wordpress.1", "places.wordpress.2", "places.wordpress.3"]),
    ("hubspot", &["places.hubspot.1", "places.hubspot.2", "places.hubspot.3"]),
    ("webflow", &["places.webflow.1", "places.webflow.2", "places.webflow.3"]),
    ("wix", &["places.wix.1", "places.wix.2", "places.wix.3"]),
    ("squarespace", &["places.squarespace.1", "places.squarespace.2", "places.squarespace.3"]),
    ("html", &["places.html.1", "places.html.2"]),
];

pub fn places(page: &Page, draw: &dyn Fn(&'static str) -> Option<Html>) -> Html {
    let folds = PLACES.iter().map(|(name, steps)| {
        let steps = steps.iter().map(|key| html! { <li key={*key}>{ page.say(key) }</li> });
        let more = if *name == "wordpress" {
            html! {
                <>
                    { draw("block").unwrap_or_default() }
                    <p>{ page.say("places.wordpress.roles") }</p>
                    { draw("shortcode").unwrap_or_default() }
                </>
            }
        } else {
            html! {}
        };
        html! {
            <details class="card fold" key={*name} id={format!("place-{name}")}>
                <summary><h4>{ page.say(&format!("places.{name}")) }</h4></summary>
                <div class="fold-inside"><ol>{ for steps }</ol><div class="slot">{ more }</div></div>
            </details>
        }
    });
    folds.collect()
}
