// A page that a server draws and a browser takes over: both import the package.
import { PartnerFit } from "partner-fit";
import { useState } from "react";

export const known = typeof PartnerFit;

export function Page() {
  const [band, setBand] = useState("");
  return (
    <>
      <partner-fit
        assessment="partner"
        lang="nl"
        load="eager"
        profile={{ vendor: "Acme" }}
        onpf-complete={(event) => setBand(event.detail.band)}
      >
        <a className="fallback" href="https://example.com/">Zijn wij een goede partner?</a>
      </partner-fit>
      <p id="band">{band}</p>
    </>
  );
}
