// The script that a page names: everything of `index.js`, with the element registered as <partner-fit>. A second copy
// on the same page, or one on a server without a page, leaves things as they are.

import { PartnerFit } from "./index.js";

export * from "./index.js";

if (!globalThis.customElements?.get("partner-fit")) globalThis.customElements?.define("partner-fit", PartnerFit);
