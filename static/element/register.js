// The script that a page names: it exports everything of `index.js` and registers the element as <partner-fit>. A
// second copy on the same page changes nothing, nor does one on a server.

import { PartnerFit } from "./index.js";

export * from "./index.js";

if (!globalThis.customElements?.get("partner-fit")) globalThis.customElements?.define("partner-fit", PartnerFit);
