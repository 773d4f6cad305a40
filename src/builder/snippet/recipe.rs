//! Hand-offs: small scripts for the page that embeds the widget. They listen for a result and pass it on. The widget
//! itself sends nothing, and a script that needs the reader's consent sends nothing before the reader gives it.

use super::{Mode, Snippet, Source, hash};
use crate::builder::config::HandOffField;
use crate::builder::site::Site;
use crate::builder::{escape, json};
use partner_fit_core::input::placeholders::fill_between;
use partner_fit_core::input::value::Tree;

/// The listeners for a result, in the element and in the frame. Both call `hear` with what shows the check, the name of an
/// event and its detail. A frame may have gone to another page since: only the origin that it was given is believed.
const ELEMENT_LISTENER: &str = r#"for (const name of ["pf-complete", "pf-start", "pf-answer", "pf-reset"])
  document.addEventListener(name, (event) => hear(event.target, name, event.detail));"#;
const FRAME_LISTENER: &str = r#"window.addEventListener("message", ({ origin, source, data }) => {
  const frames = [...document.querySelectorAll("iframe[data-partner-fit]")];
  const widget = frames.find((frame) => frame.contentWindow === source);
  if (!widget || data?.pf !== 1 || data.type !== "event") return;
  const isSealed = widget.hasAttribute("sandbox") && !widget.sandbox.contains("allow-same-origin");
  if (origin === (isSealed ? "null" : new URL(widget.src).origin)) hear(widget, data.name, data.detail);
});"#;

/// What both do with an event: an outcome that is none any more goes, and one that is no outcome is not passed on.
const HEAR: &str = r#"const boxes = new WeakMap();
const hear = (widget, name, detail) => {
  if (["pf-start", "pf-answer", "pf-reset"].includes(name)) boxes.get(widget)?.remove();
  if (name !== "pf-complete") return;
  const { assessment, version, band, score, low, high } = detail ?? {};
  const isName = (value) => typeof value === "string" && /^[\w.-]{1,64}$/.test(value);
  if (![assessment, version, band].every(isName) || ![score ?? 0, low, high].every(Number.isFinite)) return;"#;

/// How a score is written: rounded, but never into another band, and as a range where it is one.
const OUTCOME: &str = r#"  const edges = «edges»;
  const place = (points) => edges.filter((edge) => points >= edge - 1e-9).length;
  const cut = (points) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digits) => Math.floor(points * 10 ** digits) / 10 ** digits);
  const shown = (points) => [Math.floor(points + 0.5), ...cut(points)].find((near) => place(near) === place(points)) ?? points;
  const outcome = high > low ? `${shown(low)}–${shown(high)}` : shown(score ?? low);"#;

pub fn all(source: &Source, mode: Mode) -> [Snippet; 4] {
    let hand_off = &source.config.hand_off;
    // What is wrong, or not filled in yet, is left out for an example: nothing of it gets into a script or a policy.
    let needed = |field: HandOffField, example: &'static str| hand_off.usable(field).unwrap_or(example).to_owned();
    let closed = |fields: &[HandOffField]| {
        let is_untold = mode == Mode::Frame && hand_off.usable(HandOffField::Origin).is_none();
        let is_missing = fields.iter().any(|field| hand_off.usable(*field).is_none());
        if is_untold { Some("copy.closed.origin") } else { is_missing.then_some("copy.closed.fields") }
    };
    let listening = |what: &str| listening(source, mode, what);
    let gtm = Snippet { closed: closed(&[]), ..recipe("gtm", &listening(GTM)) };
    let hubspot = {
        let (portal, form) =
            (needed(HandOffField::HubspotPortal, "00000000"), needed(HandOffField::HubspotForm, "your-form-id"));
        let submit = "https://api.hsforms.com/submissions/v3/integration/submit";
        let address = format!("{submit}/{}/{}", escape::query(&portal), escape::query(&form));
        let consent = match hand_off.consent.trim() {
            "" => source.text("recipe.consent").to_owned(),
            filled_in => filled_in.to_owned(),
        };
        let keys = ["recipe.email", "recipe.send", "recipe.sent", "recipe.failed"];
        let texts = texts(source, &keys, &[("consent", &consent)]);
        let script = fill(&listening(HUBSPOT), &[("address", &json::string(&address)), ("words", &texts)]);
        let closed = closed(&[HandOffField::HubspotPortal, HandOffField::HubspotForm]);
        Snippet { policy: connect(&script, "https://api.hsforms.com"), closed, ..recipe("hubspot", &script) }
    };
    let webhook = {
        let address = needed(HandOffField::Webhook, "https://example.com/hook");
        let script = fill(&listening(WEBHOOK), &[("address", &json::string(&address))]);
        let target = Site { base: address, ..Default::default() };
        let closed = closed(&[HandOffField::Webhook]);
        Snippet { policy: connect(&script, target.origin()), closed, ..recipe("webhook", &script) }
    };
    let mail = {
        let address = escape::query(&needed(HandOffField::Mail, "you@example.com")).replace("%40", "@");
        let texts = texts(source, &["recipe.mail", "recipe.subject", "recipe.body"], &[]);
        let parts =
            [("address", json::string(&format!("mailto:{address}"))), ("words", texts), ("bands", bands(source))];
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, part)| (*name, part.as_str())).collect();
        Snippet { closed: closed(&[HandOffField::Mail]), ..recipe("mail", &fill(&listening(MAIL), &parts)) }
    };
    [gtm, hubspot, webhook, mail]
}

/// Fills in the `«parts»` of a script.
fn fill(script: &str, parts: &[(&str, &str)]) -> String {
    fill_between(script, ['«', '»'], |name| parts.iter().find(|(known, _)| *known == name).map(|(_, part)| *part))
}

fn recipe(name: &'static str, script: &str) -> Snippet {
    let text = format!("<script type=\"module\">{script}</script>");
    Snippet { name, text, policy: format!("script-src {};", hash::source(script)), closed: None }
}

fn connect(script: &str, origin: &str) -> String {
    format!("script-src {};\nconnect-src {origin};", hash::source(script))
}

/// A script that runs `what` when a result is shown. A line that begins with `~` is put before the listener.
fn listening(source: &Source, mode: Mode, what: &str) -> String {
    let listener = match mode {
        Mode::Element => ELEMENT_LISTENER,
        Mode::Frame => FRAME_LISTENER,
    };
    let edges = source.check().edges.iter().map(|edge| Tree::Number(*edge)).collect();
    let outcome = fill(OUTCOME, &[("edges", &json::script(&Tree::List(edges)))]);
    let lines = || what.trim_matches('\n').lines();
    let before = lines().filter_map(|line| line.strip_prefix('~'));
    let inside = lines().filter(|line| !line.starts_with('~')).map(|line| format!("  {line}"));
    let parts = [before.map(str::to_owned).collect::<Vec<_>>(), HEAR.lines().map(str::to_owned).collect()];
    let needs_outcome = what.contains("outcome").then_some(outcome);
    let all = parts.into_iter().flatten().chain(needs_outcome.iter().flat_map(|part| part.lines()).map(str::to_owned));
    let all = all.chain(inside).chain(["};".to_owned()]).chain(listener.lines().map(str::to_owned));
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
  partner_fit_score: outcome,
});
"#;

const WEBHOOK: &str = r##"
~// Sends the outcome to your own address when a result shows: no answers, no name.
fetch(«address», {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ assessment, version, band, score, selfReported: true, page: location.href.split(/[?#]/)[0] }),
  keepalive: true,
}).catch(() => {});
"##;

const MAIL: &str = r#"
~// Shows a link below the result that opens a mail to you. The reader sends it, or does not.
~const words = «words»;
~const bands = «bands»;
const label = Object.hasOwn(bands, band) ? bands[band] : band;
const filled = (text) => text.replace("{band}", () => label).replace("{score}", () => outcome);
const link = document.createElement("a");
link.href = `${«address»}?subject=${encodeURIComponent(filled(words.subject))}&body=${encodeURIComponent(filled(words.body))}`;
link.textContent = words.mail;
const box = document.createElement("p");
box.className = "partner-fit-mail";
box.append(link);
boxes.get(widget)?.remove();
boxes.set(widget, box);
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
        field("partner_fit_score", String(outcome)),
      ],
      context: { pageUri: location.href.split(/[?#]/)[0], pageName: document.title },
      legalConsentOptions: { consent: { consentToProcess: true, text: words.consent, communications: [] } },
    }),
  }).catch(() => null);
  send.disabled = answer?.ok ?? false;
  said.textContent = answer?.ok ? words.sent : words.failed;
});
boxes.get(widget)?.remove();
boxes.set(widget, form);
widget.after(form);
"##;
