//! Known defects of embedded forms and widgets, E1 to E14, each with a thread in which it was reported: here they do
//! not happen. Many are numbered requirements, too (`ux-NN`), and are tested there; this is the list, and
//! `known_issues_elsewhere/` has the checks that only the list asks for. E5 and E13 also concern frames.

mod life;
mod looks;
mod reader;

use test_support::browsers::Engine;

use super::{
    axe, colours, element, element_moves, events, keyboard, layout, load_failures, loading, policies, sharing,
};
use crate::runner::Check;

const NO_SHIFTS: &str = "it does not report layout shifts";

pub fn checks() -> Vec<Check> {
    let mut checks = Vec::new();
    // formbricks#2486: the host's `.border` broke the survey. survey-library#7965: so did Tailwind's reset.
    for (what, page, done) in [
        ("a host that styles everything", "/stress.html", "true"),
        ("a host that resets everything", "/reset.html", "true"),
        ("Bootstrap", "/bootstrap.html", "!!window.bootstrap"),
        ("Tailwind", "/tailwind.html", "getComputedStyle(document.querySelector('header')).display === 'flex'"),
    ] {
        let run = move |browser: &crate::browser::Browser| layout::stress(browser, page, done);
        checks.push(Check::new(format!("E1 ux-22 {what} changes nothing inside"), run));
    }
    checks.extend([
        // formbricks#8378: `@property` and `:root` of the survey zeroed shadows on the whole page.
        Check::new("E1 no rule of the widget's could reach the host", looks::rules_stay_inside),
        // survey-library#2656, #8714, open since 2021: inline styles. Typeform/embed#458, open: a policy at all.
        Check::new("E2 ux-06 a host with a strict policy, trusted types included, no violation", policies::host),
        // craft-freeform#1423: a form that a policy stops says nothing. element-web#12262: wasm is what is stopped.
        Check::new("E2 ux-07 wasm blocked by the host's policy → wasm-blocked", load_failures::blocked),
        // Typeform/embed#513: the page jumps on load even with disable-auto-focus. survey-library#3701.
        Check::new("E3 ux-01 loading moves no focus, scrolls nothing, says nothing", loading::leaves_host_alone),
        // survey-library#1907, #1058 (open): the next page shows from its middle. enketo-core#735.
        Check::new("E4 a step begins in view, and what is in view is not scrolled", reader::steps_in_view),
        // The same, where a header of the host's covers the top: survey-library#130.
        Check::new("E4 ux-12 the heading is not under a host's header that stays", layout::sticky),
        // iframe-resizer#527: never shrinks; Typeform/embed#87: two scroll bars. An element in the flow has no height to set.
        Check::new("E5 the element grows and shrinks with what it shows, without a scroll bar", looks::height),
        // giscus binds one container; formio.js#4895: answers of one form clear those of another.
        Check::new("E6 ux-21 three widgets on a page do not interfere", element_moves::three),
        // Typebot's second bot puts its font in place of the first one's.
        Check::new("E6 two widgets keep colours and stored answers of their own", looks::of_their_own),
        // yew#2154, react#2617: events are lost or told twice at the border of a shadow root.
        Check::new("E7 inside another shadow root", element_moves::in_shadow_root),
        // pixiebrix-extension#542: rem inside a shadow root follows the page. mdn/interactive-examples#887: fonts do not load.
        Check::new("E7 the host's root size and fonts do not reach in", looks::root_size),
        // survey-library#3075, formbricks#1891: everything is downloaded at once, looked at or not.
        Check::new("E8 ux-48 load=lazy asks for nothing until 400 px away", loading::lazy),
        Check::new("E8 what three widgets need is downloaded once", life::downloaded_once),
        // beta.gouv.fr PR#5304: a cookie that needs consent. Typeform/embed#501.
        Check::new("E9 ux-25 storage=none leaves nothing behind", sharing::leaves_nothing),
        // typebot.io#487: where the browser refuses storage, the bot does not start.
        Check::new("E9 ux-26 where storing is refused everything goes on", sharing::no_storage),
        // wasm-bindgen PR#3320: starting twice. Typeform/embed#585: a second script.
        Check::new("E10 ux-43 the script imported twice is harmless", element::twice),
        // A name that is taken throws: react-typeform-embed#12 is what comes of it.
        Check::new("E10 where the name is taken the script leaves it", life::name_taken),
        // formbricks#1706, survey-analytics#831: StrictMode mounts twice, and there are two surveys.
        Check::new("E10 mounted, unmounted and mounted again, as frameworks do", life::mounted_again),
        // survey-library#9816 (open), formbricks PR#8581: one stop for a group, arrows within.
        Check::new("E11 ux-33 arrowing in radios never advances, submits or announces", keyboard::arrows),
        // Typeform/embed#682 (open): the focus stays on the button. #522: nothing says what this is.
        Check::new("E11 one stop for a group, a name for the whole, and the focus goes along", reader::stops),
        // survey-library#7691, #8252: found by axe.
        Check::new("E11 ux-04 axe finds nothing in any state", axe::states),
        // Typeform/embed#441: the host cannot read what was answered or scored.
        Check::new("E12 ux-42 the events of a walk, with their details", events::of_a_walk),
        // typebot.io#1814, Typeform/embed#380: the host cannot move it on or start it anew.
        Check::new("E12 methods walk as the reader does", element::methods),
        // cdnjs#13714, winden#26: shared hosting serves wasm as something else.
        Check::new("E13 wasm and assessment of another type work", life::wrong_types),
        // codedoc#30: where pages are swapped, late scripts do not run.
        Check::new(
            "E13 ux-53 an element put in after the script, by markup, by a swap and by parts",
            life::late_elements,
        ),
        Check::new("E13 ux-43 properties set before the element is defined count", element::before_upgrade),
        // WordPress on multisite strips attributes; an editor adds paragraphs.
        Check::new("E13 what an editor strips and adds leaves a widget, or its fallback", life::edited),
        // utterances#198: nothing is there while it loads, and then everything moves.
        Check::new("E14 ux-20 no layout shift with the published snippet", layout::shift)
            .not_in(Engine::Firefox, NO_SHIFTS)
            .not_in(Engine::WebKit, NO_SHIFTS),
        Check::new(
            "E14 ux-36 theme: auto follows the host's color-scheme; light and dark are fixed",
            colours::theme_of_host,
        ),
        // quarto-cli PR#12659: themed while out of view, giscus comes up wrong. hugo-coder#898: light first, then dark.
        Check::new("E14 the first thing drawn has the theme, also one set while far away", looks::first_drawn),
    ]);
    checks
}
