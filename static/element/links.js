// Links to a result: the address that one leads to, and which fragments may be one. What is in a link is the engine's.

/** What a link looks like, whatever assessment it is for, also beside what the page itself keeps in its fragment. */
const LINK = /(^|[#/?&=])[P1][\w-]{10}/;

/** @param {string} fragment */
export const mayBeLink = (fragment) => LINK.test(fragment);

/**
 * The address of a link, or nothing if the page has none that others could open. Without a base it is the page's own,
 * but for its query, in which sites keep tokens and who it was that came.
 * @param {string} base the value of the attribute `link-base`
 * @param {string} text what the engine put into the link
 */
export function linkTo(base, text) {
  /** @type {URL} */
  let url;
  try {
    url = new URL(base || location.href, document.baseURI);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.username = url.password = "";
  if (!base) url.search = "";
  // A page that routes by its fragment must find its route there again; its own query may hold anything.
  const [route = ""] = /^#!?\/[^?&]*/.exec(url.hash) ?? [];
  url.hash = route ? `${route}?${text}` : text;
  return url.href;
}

/**
 * Shows the reader what a link has opened, wherever in the page that is. It takes no focus.
 * @param {Element} element
 */
export function reveal(element) {
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) element.scrollIntoView({ block: "start", behavior: "instant" });
}
