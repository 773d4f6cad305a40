// Takes over what the server has drawn; whatever does not match is a fault.
import { hydrateRoot } from "react-dom/client";
import { Page } from "./page.jsx";

window.drawn = document.getElementById("place").innerHTML;
hydrateRoot(document.getElementById("place"), <Page />, {
  onRecoverableError: (error) => faults.push(`not as drawn: ${error}`),
});
