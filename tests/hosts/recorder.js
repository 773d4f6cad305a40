// What a host notices: every event of the element, every fault, every violation of the page's policy; and the names that
// checks write to, so that any other new one is a leak. First on each page, so that nothing comes before it.

window.source = "{{SITE}}/partner-fit.js"; // the element's script
window.noted = {}; // what a check has seen of the page, for later
[window.subject, window.putAt] = [null, 0]; // the widget under test, and since when it is there
window.heard = [];
noted.heights = []; // that frames have asked for
window.faults = [];
window.violations = [];
for (const type of ["ready", "start", "step", "answer", "complete", "action", "share", "error"]) {
  document.addEventListener(`pf-${type}`, (/** @type {CustomEvent} */ event) => {
    const { bubbles, composed, detail, target } = event;
    heard.push({
      type: event.type,
      detail,
      bubbles,
      composed,
      target: /** @type {Element} */ (target).id,
      at: performance.now(),
    });
  });
}
addEventListener("message", ({ data }) => data?.type === "height" && noted.heights.push(data.height));
addEventListener("error", (event) => faults.push(`error: ${event.message}`));
addEventListener("unhandledrejection", (event) => faults.push(`unhandled rejection: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
