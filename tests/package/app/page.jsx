// A page that a server draws and a browser takes over: both import the package.
import { PartnerFit } from "partner-fit";
import { useEffect, useRef, useState } from "react";

export const known = typeof PartnerFit;

export function Page() {
  const [band, setBand] = useState("");
  const widget = useRef(null);
  // React takes over the tag as it was drawn: what no attribute holds, and who listens, is added here.
  useEffect(() => {
    const { current } = widget;
    const complete = (event) => setBand(event.detail.band);
    current.profile = { vendor: "Acme" };
    current.addEventListener("pf-complete", complete);
    return () => current.removeEventListener("pf-complete", complete);
  }, []);
  return (
    <>
      <partner-fit ref={widget} assessment="partner" lang="nl" load="eager">
        <a className="fallback" href="https://example.com/">
          Zijn wij een goede partner?
        </a>
      </partner-fit>
      <p id="band">{band}</p>
    </>
  );
}
