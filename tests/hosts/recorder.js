// What a host notices: every event of the element, every fault, every violation of the page's policy. First on each
// page, so that nothing comes before it.

window.heard = [];
window.faults = [];
window.violations = [];
for (const type of ["ready", "start", "step", "answer", "complete", "share", "error"]) {
  document.addEventListener(`pf-${type}`, (event) => {
    const { bubbles, composed, detail, target } = event;
    heard.push({ type: event.type, detail, bubbles, composed, target: target.id, at: performance.now() });
  });
}
addEventListener("error", (event) => faults.push(`error: ${event.message}`));
addEventListener("unhandledrejection", (event) => faults.push(`unhandled rejection: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
