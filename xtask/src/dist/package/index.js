// The entry for bundlers: it passes the locations of the files to the element, and registers it if there is a page.
import { PartnerFit, adapt, load, locate } from "./element.js";

locate({
  // {{locations}}
});

export { PartnerFit, adapt, load, locate };
if (!globalThis.customElements?.get("partner-fit")) globalThis.customElements?.define("partner-fit", PartnerFit);
