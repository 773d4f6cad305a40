// What the package exports: the element's class, the engine for scripts, and what a bundler has to tell. Importing it
// changes nothing on the page; `register.js` makes the element known as well.

export { adapt, load } from "./api.js";
export { PartnerFit } from "./element.js";
export { locate } from "./files.js";
