// The page around the element: the choice between the assessments, the language and the theme; in a frame nothing but
// the element. It is a host like any other and uses only the public interface. The address decides what is shown, so
// that a link to the page can be shared; `address.js` reads it, `frame.js` sends messages out of a frame.

import { BUILT_IN, queryOf, read } from "./address.js";
import { showNotice } from "./notice.js";
import { followChoices, keepInLinks, languageSelect, ownTheme, showTexts, themeSelect } from "./preferences.js";
import { nameSample, SAMPLE } from "./sample.js";
import { hasText, ownLanguage, readersLanguage, text } from "./texts.js";
import { isFramed, makeWidget } from "./widget.js";

const query = queryOf(location.search);
const { options, problems } = read(location.search, location.href, isFramed);

// A frame always shows an assessment, and so does an address that names one, even if that one is not shipped.
const assessment = options.assessment ?? (isFramed || query.has("assessment") ? BUILT_IN[0] : undefined);

languageSelect.value = ownLanguage(options.lang) ?? readersLanguage();
themeSelect.value = ownTheme(String(options.theme));
// A page in a frame cannot read the colours around it. Most pages are light, whatever the reader's device prefers.
const shownTheme = () => (isFramed && !options.theme ? "light" : themeSelect.value);
const language = () => languageSelect.value;

document.documentElement.toggleAttribute("data-framed", isFramed);
const choice = document.getElementById("choice");
const widget = assessment && makeWidget(options, assessment, language, complain);
if (widget) {
  choice?.remove();
  if (!isFramed) nameSample(widget);
} else {
  showCards();
  document.getElementById("sample")?.setAttribute("href", SAMPLE);
}

/** The ways in, alike: each of the shipped assessments, and the builder for who wants one on a site. */
function showCards() {
  const ways = BUILT_IN.map((id) => [`?assessment=${id}`, `page.assessment.${id}`, `page.assessment.${id}.more`]);
  ways.push(["builder.html", "page.builder", "page.builder.more"]);
  const cards = ways.map(([href = "", strong, span]) => {
    const link = document.createElement("a");
    link.href = href;
    link.dataset.keep = "";
    for (const [tag, text] of Object.entries({ strong, span })) {
      const line = document.createElement(tag);
      line.dataset.text = text;
      link.append(line);
    }
    const card = document.createElement("li");
    card.append(link);
    return card;
  });
  choice?.querySelector(".cards")?.replaceChildren(...cards);
}

/**
 * Shows which parameters of the address were not understood.
 * @param {import("./address.js").AddressProblem[]} found
 */
function complain(found) {
  problems.push(...found);
  showNotice(problems, language());
}

function show() {
  document.documentElement.dataset.theme = shownTheme();
  // The tag is passed on as it is, because the assessment may have a language that this page does not have.
  if (widget && options.lang) widget.setAttribute("lang", options.lang);
  showTexts((key) => text(language(), key.replace(/^page\./, "")));
  const title = `assessment.${assessment}`;
  if (!widget || !widget.shadowRoot) {
    document.title = hasText(language(), title) ? `${text(language(), title)} · Partner-fit` : "Partner-fit";
  }
  keepInLinks(query);
  complain([]);
}

followChoices(query, () => {
  if (options.lang) options.lang = language();
  show();
});
show();
