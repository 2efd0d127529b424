// The filter applies itself when a choice is made; days and claimants wait for the button. Without this script the button does it all.
"use strict";
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.filter");
  if (!form || event.target.type === "date" || event.target.closest("[data-waits]")) return;
  form.requestSubmit();
});
