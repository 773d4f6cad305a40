// The exports of the package: the element's class, the engine for scripts, and `locate` for bundlers. Importing it
// changes nothing on the page; `register.js` also registers the element.

export { adapt, load } from "./api.js";
export { PartnerFit } from "./element.js";
export { locate } from "./files.js";
