//! Hand-offs: small scripts for the page that embeds the widget. They listen for a result and pass it on. The widget
//! itself sends nothing, and a script that needs the reader's consent sends nothing before the reader gives it.

use super::{Mode, Snippet, Source, hash};
use crate::builder::config::HandOffField;
use crate::builder::site::Site;
use crate::builder::{escape, json};
use partner_fit_core::input::placeholders::fill_between;
use partner_fit_core::input::value::Tree;

/// The listeners for a result, in the element and in the frame. Both define `widget` and the parts of the result.
const ELEMENT_LISTENER: &str = r#"document.addEventListener("pf-complete", (event) => {
  const widget = event.target;
  const { assessment, version, band, score } = event.detail;"#;
const FRAME_LISTENER: &str = r#"window.addEventListener("message", ({ source, data }) => {
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
            "" => source.text("recipe.consent").to_owned(),
            filled_in => filled_in.to_owned(),
        };
        let keys = ["recipe.email", "recipe.send", "recipe.sent", "recipe.failed"];
        let texts = texts(source, &keys, &[("consent", &consent)]);
        let script = fill(&listening(mode, HUBSPOT), &[("address", &json::string(&address)), ("words", &texts)]);
        Snippet { policy: connect(&script, "https://api.hsforms.com"), ..recipe("hubspot", &script) }
    };
    let webhook = {
        let address = needed(HandOffField::Webhook, "https://example.com/hook");
        let script = fill(&listening(mode, WEBHOOK), &[("address", &json::string(&address))]);
        let target = Site { base: address, ..Default::default() };
        Snippet { policy: connect(&script, target.origin()), ..recipe("webhook", &script) }
    };
    let mail = {
        let address = escape::query(&needed(HandOffField::Mail, "you@example.com")).replace("%40", "@");
        let texts = texts(source, &["recipe.mail", "recipe.subject", "recipe.body"], &[]);
        let parts =
            [("address", json::string(&format!("mailto:{address}"))), ("words", texts), ("bands", bands(source))];
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, part)| (*name, part.as_str())).collect();
        recipe("mail", &fill(&listening(mode, MAIL), &parts))
    };
    [recipe("gtm", &listening(mode, GTM)), hubspot, webhook, mail]
}

/// Fills in the `«parts»` of a script.
fn fill(script: &str, parts: &[(&str, &str)]) -> String {
    fill_between(script, ['«', '»'], |name| parts.iter().find(|(known, _)| *known == name).map(|(_, part)| *part))
}

fn recipe(name: &'static str, script: &str) -> Snippet {
    let text = format!("<script type=\"module\">{script}</script>");
    Snippet { name, text, policy: format!("script-src {};", hash::source(script)) }
}

fn connect(script: &str, origin: &str) -> String {
    format!("script-src {};\nconnect-src {origin};", hash::source(script))
}

/// A script that runs `what` when a result is shown. A line that begins with `~` is put before the listener.
fn listening(mode: Mode, what: &str) -> String {
    let listener = match mode {
        Mode::Element => ELEMENT_LISTENER,
        Mode::Frame => FRAME_LISTENER,
    };
    let lines = || what.trim_matches('\n').lines();
    let before = lines().filter_map(|line| line.strip_prefix('~')).map(str::to_owned);
    let inside = lines().filter(|line| !line.starts_with('~')).map(|line| format!("  {line}"));
    let all = before.chain(listener.lines().map(str::to_owned)).chain(inside).chain(["});".to_owned()]);
    all.fold("\n".to_owned(), |script, line| format!("{script}  {line}\n"))
}

/// The texts for readers of the site, as an object in the script.
fn texts(source: &Source, keys: &[&str], more: &[(&str, &str)]) -> String {
    let ours = keys.iter().map(|key| (key.rsplit('.').next().unwrap_or_default(), source.text(key)));
    let all = ours.chain(more.iter().copied());
    json::script(&Tree::Object(all.map(|(key, text)| (key.to_owned(), Tree::Text(text.to_owned()))).collect()))
}

/// The labels of the bands, by id.
fn bands(source: &Source) -> String {
    let label = |text| Tree::Text(source.fill(text, source.widget_language()));
    json::script(&Tree::Object(source.check().bands.iter().map(|(id, text)| (id.clone(), label(text))).collect()))
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
