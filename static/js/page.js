"use strict";
// What can wait for the chart comes when the page stands: the layout of what lies below it, and a script.
{
  const src = document.currentScript.dataset.later;
  addEventListener("load", () => {
    document.documentElement.classList.add("stands");
    const bring = () => document.head.append(Object.assign(document.createElement("script"), { src }));
    if (src) (window.requestIdleCallback || setTimeout)(bring);
  });
}

// The filter applies itself when a choice is made; days and claimants wait for the button. Without this script the button does it all.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.filter");
  if (!form || event.target.type === "date" || event.target.closest("[data-waits]")) return;
  form.requestSubmit();
});

// What was unfolded stays so when htmx puts a new view in place of the old, and what had the focus has it again.
{
  const unfolded = new Set();
  let focused = "";
  addEventListener("toggle", ({ target }) => target.id && unfolded[target.open ? "add" : "delete"](target.id), true);
  addEventListener("htmx:beforeSwap", () => { focused = document.activeElement.id; });
  addEventListener("htmx:afterSwap", () => {
    for (const id of unfolded) {
      const fold = document.getElementById(id);
      if (fold) fold.open = true;
    }
    const element = document.activeElement === document.body && focused && document.getElementById(focused);
    if (element) element.focus({ preventScroll: true });
  });
}

// "Copy" stands beside what can be copied, where the browser lets a page copy.
if (navigator.clipboard) document.documentElement.classList.add("copies");
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
  const said = document.getElementById("said");
  if (said) said.textContent = button.dataset.done;
  const words = button.textContent;
  if (words === button.dataset.done) return;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = words; }, 2000);
});
