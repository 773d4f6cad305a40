//! Hand-offs: small scripts for the page that embeds the widget. They hear that a result shows and do something with
//! it. The widget itself sends nothing, and neither do those that need the reader's word before it is given.

use super::{Snippet, Source, hash};
use crate::builder::choice::Mode;
use crate::builder::config::HandOffField;
use crate::builder::{escape, json};
use partner_fit_core::input::value::Tree;

/// How a script of the page hears of a result. Both know `widget`, the element or frame itself, and what the result is.
const HEARS_ELEMENT: &str = r#"document.addEventListener("pf-complete", (event) => {
  const widget = event.target;
  const { assessment, version, band, score } = event.detail;"#;
const HEARS_FRAME: &str = r#"window.addEventListener("message", ({ source, data }) => {
  const frames = [...document.querySelectorAll("iframe[data-partner-fit]")];
  const widget = frames.find((frame) => frame.contentWindow === source);
  if (!widget || data?.pf !== 1 || data.type !== "event" || data.name !== "pf-complete") return;
  const { assessment, version, band, score } = data.detail;"#;

pub fn all(source: &Source, mode: Mode) -> [Snippet; 4] {
    let needed = |field: HandOffField, example: &'static str| match source.config.hand_off.get(field).trim() {
        "" => example.to_owned(),
        filled => filled.to_owned(),
    };
    let hubspot = {
        let (portal, form) =
            (needed(HandOffField::HubspotPortal, "00000000"), needed(HandOffField::HubspotForm, "your-form-id"));
        let submit = "https://api.hsforms.com/submissions/v3/integration/submit";
        let address = format!("{submit}/{}/{}", escape::query(&portal), escape::query(&form));
        let consent = match source.config.hand_off.consent.trim() {
            "" => source.word("recipe.consent").to_owned(),
            own => own.to_owned(),
        };
        let keys = ["recipe.email", "recipe.send", "recipe.sent", "recipe.failed"];
        let words = words(source, &keys, &[("consent", &consent)]);
        let script = fill(&listening(mode, HUBSPOT), &[("address", &json::string(&address)), ("words", &words)]);
        Snippet { policy: connect(&script, "https://api.hsforms.com"), ..recipe("hubspot", &script) }
    };
    let webhook = {
        let address = needed(HandOffField::Webhook, "https://example.com/hook");
        let script = fill(&listening(mode, WEBHOOK), &[("address", &json::string(&address))]);
        let target = super::Site { base: address, ..Default::default() };
        Snippet { policy: connect(&script, target.origin()), ..recipe("webhook", &script) }
    };
    let mail = {
        let address = escape::query(&needed(HandOffField::Mail, "you@example.com")).replace("%40", "@");
        let words = words(source, &["recipe.mail", "recipe.subject", "recipe.body"], &[]);
        let parts =
            [("address", json::string(&format!("mailto:{address}"))), ("words", words), ("bands", bands(source))];
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, part)| (*name, part.as_str())).collect();
        recipe("mail", &fill(&listening(mode, MAIL), &parts))
    };
    [recipe("gtm", &listening(mode, GTM)), hubspot, webhook, mail]
}

/// A script with its `«parts»` filled in, in one go: what is filled in is never looked at again.
fn fill(script: &str, parts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = script;
    while let Some((before, (name, after))) =
        rest.split_once('«').and_then(|(before, after)| Some((before, after.split_once('»')?)))
    {
        filled.push_str(before);
        filled.push_str(parts.iter().find(|(known, _)| *known == name).map_or("", |(_, part)| part));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn recipe(name: &'static str, script: &str) -> Snippet {
    let text = format!("<script type=\"module\">{script}</script>");
    Snippet { name, text, policy: format!("script-src {};", hash::source(script)) }
}

fn connect(script: &str, origin: &str) -> String {
    format!("script-src {};\nconnect-src {origin};", hash::source(script))
}

/// A script that does `what` when a result shows. A line with `~` before it stands before the listener.
fn listening(mode: Mode, what: &str) -> String {
    let hears = match mode {
        Mode::Element => HEARS_ELEMENT,
        Mode::Frame => HEARS_FRAME,
    };
    let lines = || what.trim_matches('\n').lines();
    let before = lines().filter_map(|line| line.strip_prefix('~')).map(str::to_owned);
    let inside = lines().filter(|line| !line.starts_with('~')).map(|line| format!("  {line}"));
    let all = before.chain(hears.lines().map(str::to_owned)).chain(inside).chain(["});".to_owned()]);
    all.fold("\n".to_owned(), |script, line| format!("{script}  {line}\n"))
}

/// Words for the readers of the site, as an object of the script.
fn words(source: &Source, keys: &[&str], more: &[(&str, &str)]) -> String {
    let own = keys.iter().map(|key| (key.rsplit('.').next().unwrap_or_default(), source.word(key)));
    let all = own.chain(more.iter().copied());
    json::script(&Tree::Object(all.map(|(key, text)| (key.to_owned(), Tree::Text(text.to_owned()))).collect()))
}

/// The labels of the bands, by id.
fn bands(source: &Source) -> String {
    let check = source.catalogue.check(source.config.audience);
    let label = |words| Tree::Text(source.fill(words, source.widget_language()));
    json::script(&Tree::Object(check.bands.iter().map(|(id, words)| (id.clone(), label(words))).collect()))
}

const GTM: &str = r#"
~// Tells Google Tag Manager that a result shows: no answers, no name.
window.dataLayer = window.dataLayer || [];
window.dataLayer.push({
  event: "partner_fit_complete",
  partner_fit_assessment: assessment,
  partner_fit_version: version,
  partner_fit_band: band,
  partner_fit_score: score === null ? null : Math.round(score),
});
"#;

const WEBHOOK: &str = r##"
~// Sends the outcome to your own address when a result shows: no answers, no name.
fetch(«address», {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ assessment, version, band, score, selfReported: true, page: location.href.split("#")[0] }),
  keepalive: true,
}).catch(() => {});
"##;

const MAIL: &str = r#"
~// Shows a link below the result that opens a mail to you. The reader sends it, or does not.
~const words = «words»;
~const bands = «bands»;
const filled = (text) => text.replace("{band}", bands[band] ?? band).replace("{score}", score === null ? "?" : Math.round(score));
const link = document.createElement("a");
link.href = `${«address»}?subject=${encodeURIComponent(filled(words.subject))}&body=${encodeURIComponent(filled(words.body))}`;
link.textContent = words.mail;
const box = document.createElement("p");
box.className = "partner-fit-mail";
box.append(link);
document.querySelector(".partner-fit-mail")?.remove();
widget.after(box);
"#;

const HUBSPOT: &str = r##"
~// Shows a form below the result. Nothing is sent before the reader agrees and presses the button.
~const words = «words»;
~const make = (name, properties, ...inside) => {
~  const made = Object.assign(document.createElement(name), properties);
~  made.append(...inside);
~  return made;
~};
const email = make("input", { type: "email", name: "email", autocomplete: "email", required: true });
const agree = make("input", { type: "checkbox", required: true });
const send = make("button", { type: "submit" }, words.send);
const said = make("p", { role: "status" });
const form = make("form", { className: "partner-fit-contact" },
  make("p", {}, make("label", {}, words.email, " ", email)),
  make("p", {}, make("label", {}, agree, " ", words.consent)),
  make("p", {}, send), said);
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  send.disabled = true;
  const field = (name, value) => ({ objectTypeId: "0-1", name, value });
  const answer = await fetch(«address», {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      fields: [
        field("email", email.value),
        field("partner_fit_band", band),
        field("partner_fit_score", score === null ? "" : String(Math.round(score))),
      ],
      context: { pageUri: location.href.split("#")[0], pageName: document.title },
      legalConsentOptions: { consent: { consentToProcess: true, text: words.consent, communications: [] } },
    }),
  }).catch(() => null);
  send.disabled = answer?.ok ?? false;
  said.textContent = answer?.ok ? words.sent : words.failed;
});
document.querySelector(".partner-fit-contact")?.remove();
widget.after(form);
"##;
