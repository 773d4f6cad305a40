// The page around the element: the choice between the assessments, the language and the theme. It is a host like any
// other and uses only what a host may use. The address says what is shown, so a link to it can be passed on.

const TEXTS = {
  en: {
    language: "Language",
    theme: "Theme",
    system: "As on this device",
    light: "Light",
    dark: "Dark",
    title: "Does selling through partners fit?",
    lead: "A few questions with plain answers. You see how ready you are, why, how sure that is, and what holds you back. Nothing leaves your browser.",
    partner: "We want to be a partner",
    "partner-more": "Check how well your company fits a vendor whose product you want to sell.",
    company: "Would channel sales suit us?",
    "company-more": "Check whether your company is ready to sell through others.",
    failed: "This check could not be loaded. Please try again later.",
  },
  nl: {
    language: "Taal",
    theme: "Kleuren",
    system: "Zoals op dit apparaat",
    light: "Licht",
    dark: "Donker",
    title: "Past verkopen via partners bij u?",
    lead: "Een paar vragen met heldere antwoorden. U ziet hoe ver u bent, waarom, hoe zeker dat is en wat u tegenhoudt. Niets verlaat uw browser.",
    partner: "Wij willen partner worden",
    "partner-more": "Kijk hoe goed uw bedrijf past bij een leverancier waarvan u het product wilt verkopen.",
    company: "Past kanaalverkoop bij ons?",
    "company-more": "Kijk of uw bedrijf klaar is om via anderen te verkopen.",
    failed: "Deze check kon niet worden geladen. Probeer het later nog eens.",
  },
};

const query = new URLSearchParams(location.search);
const [language, theme] = ["language", "theme"].map((id) => document.getElementById(id));
const assessment = query.get("assessment");

let widget;
if (["partner", "company"].includes(assessment)) {
  widget = document.createElement("partner-fit");
  widget.setAttribute("assessment", assessment);
  widget.setAttribute("load", "eager");
  widget.setAttribute("heading-level", "1");
  widget.setAttribute("storage", "local");
  const fallback = document.createElement("p");
  fallback.className = "fallback";
  widget.append(fallback);
  widget.addEventListener("pf-error", () => (fallback.textContent = TEXTS[language.value].failed));
  document.getElementById("choice").replaceWith(widget);
}

const preferred = () => navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in TEXTS);
language.value = query.get("lang") in TEXTS ? query.get("lang") : (preferred() ?? "en");
theme.value = ["light", "dark"].includes(query.get("theme")) ? query.get("theme") : "system";

function show() {
  document.documentElement.lang = language.value;
  document.documentElement.dataset.theme = theme.value;
  const texts = TEXTS[language.value];
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = texts[node.dataset.text];
  document.title = assessment in texts ? `${texts[assessment]} · Partner-fit` : "Partner-fit";
  query.set("lang", language.value);
  query.set("theme", theme.value);
  for (const link of document.querySelectorAll("a[data-keep]")) {
    const target = new URL(link.getAttribute("href"), location.href);
    for (const key of ["lang", "theme"]) target.searchParams.set(key, query.get(key));
    link.href = target.href;
  }
}

function choose() {
  show();
  history.replaceState(null, "", `?${query}`);
}

language.addEventListener("change", choose);
theme.addEventListener("change", choose);
show();
