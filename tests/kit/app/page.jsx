// A page that a server draws and a browser takes over: both import the package.
import { PartnerFit } from "partner-fit";
import { useEffect, useRef, useState } from "react";

export const known = typeof PartnerFit;

export function Page() {
  const [band, setBand] = useState("");
  const widget = useRef(null);
  // What no attribute can hold is not in what a server draws, and React does not add it when it takes over.
  useEffect(() => {
    widget.current.profile = { vendor: "Acme" };
  }, []);
  return (
    <>
      <partner-fit
        ref={widget}
        assessment="partner"
        lang="nl"
        load="eager"
        onpf-complete={(event) => setBand(event.detail.band)}
      >
        <a className="fallback" href="https://example.com/">Zijn wij een goede partner?</a>
      </partner-fit>
      <p id="band">{band}</p>
    </>
  );
}
