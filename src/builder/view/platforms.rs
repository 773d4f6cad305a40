//! Where to paste: short steps for each platform on which sites are made.

use yew::prelude::*;

use super::Page;

/// The platforms, each with the keys of its steps.
pub const PLATFORMS: [(&str, &[&str]); 6] = [
    ("wordpress", &["platforms.wordpress.1", "platforms.wordpress.2", "platforms.wordpress.3"]),
    ("hubspot", &["platforms.hubspot.1", "platforms.hubspot.2", "platforms.hubspot.3"]),
    ("webflow", &["platforms.webflow.1", "platforms.webflow.2", "platforms.webflow.3"]),
    ("wix", &["platforms.wix.1", "platforms.wix.2", "platforms.wix.3"]),
    ("squarespace", &["platforms.squarespace.1", "platforms.squarespace.2", "platforms.squarespace.3"]),
    ("html", &["platforms.html.1", "platforms.html.2"]),
];

pub fn platforms(page: &Page, draw: &dyn Fn(&'static str) -> Option<Html>) -> Html {
    let folds = PLATFORMS.iter().map(|(name, steps)| {
        let steps = steps.iter().map(|key| html! { <li key={*key}>{ page.text(key) }</li> });
        let more = if *name == "wordpress" {
            html! {
                <>
                    { draw("block").unwrap_or_default() }
                    <p>{ page.text("platforms.wordpress.roles") }</p>
                    { draw("shortcode").unwrap_or_default() }
                </>
            }
        } else {
            html! {}
        };
        html! {
            <details class="card fold" key={*name} id={format!("place-{name}")}>
                <summary><h4>{ page.text(&format!("platforms.{name}")) }</h4></summary>
                <div class="fold-inside"><ol>{ for steps }</ol><div class="slot">{ more }</div></div>
            </details>
        }
    });
    folds.collect()
}
