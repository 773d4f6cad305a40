// The entry for bundlers: it tells the element where they put its files, and registers it where there is a page.
import { PartnerFit, adapt, load, locate } from "./element.js";

locate({
  // {{locations}}
});

export { PartnerFit, adapt, load, locate };
if (!globalThis.customElements?.get("partner-fit")) globalThis.customElements?.define("partner-fit", PartnerFit);
