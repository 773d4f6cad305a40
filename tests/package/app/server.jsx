// Draws the page without a window, as a server does, and writes it down.
import { renderToString } from "react-dom/server";
import { known, Page } from "./page.jsx";

if (globalThis.window || globalThis.customElements || known !== "function") throw new Error("expected no window");
process.stdout.write(renderToString(<Page />));
