// What a host of frames notices: every message with the frame that it comes from, and the focus; and how it puts frames
// into itself, as published.

window.SITE = "{{SITE}}";
window.messages = [];
window.focusMoves = [];
function allFrames() {
  return [...document.querySelectorAll("iframe")];
}
addEventListener("message", ({ data, origin, source }) => {
  messages.push({ data, origin, from: allFrames().find((frame) => frame.contentWindow === source)?.id ?? null });
});
addEventListener("focusin", ({ target }) => {
  if (target instanceof Element) focusMoves.push(target.id || target.localName);
});

/** A frame with the attributes of the published snippet, but those that are given otherwise; `null` takes one away. */
function putFrame(src, attributes = {}, place = document.getElementById("place")) {
  const frame = document.createElement("iframe");
  const all = {
    id: `f${allFrames().length}`,
    "data-partner-fit": "",
    src: src.startsWith("?") ? `${SITE}/${src}` : src,
    title: "Partner-fit",
    style: "border:0;width:100%;height:860px",
    sandbox: "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox",
    allow: "clipboard-write",
    referrerpolicy: "no-referrer",
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) if (value !== null) frame.setAttribute(name, value);
  place.append(frame);
  return frame;
}

/** The heights that a frame has asked for, in their order. */
function heights(id) {
  return messages.filter(({ data, from }) => data?.type === "height" && from === id).map(({ data }) => data.height);
}

/** The events that were told, of one frame or of all. */
function told(id) {
  return messages.filter(({ data, from }) => data?.type === "event" && (!id || from === id)).map(({ data }) => data);
}
