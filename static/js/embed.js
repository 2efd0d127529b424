// One script for both sides of a frame: the embedded view says how tall it is, a page that embeds one makes its frame so tall.
"use strict";
(() => {
  const TYPE = "conflicting-counts-height";
  if (document.body && "embed" in document.body.dataset) {
    const say = () => parent.postMessage({ type: TYPE, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
    new ResizeObserver(say).observe(document.body);
    addEventListener("message", ({ data }) => { if (data?.type === TYPE) say(); });
    return;
  }
  const home = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${home}/`));
  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== home || data?.type !== TYPE || !(data.height > 0)) return;
    const frame = frames().find((each) => each.contentWindow === source);
    if (frame) frame.height = Math.min(data.height, 4000);
  });
  // A frame that was ready before this script has spoken already: ask again.
  for (const frame of frames()) frame.contentWindow.postMessage({ type: TYPE }, home);
})();
