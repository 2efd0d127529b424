/* The desk's typing aids. Everything works without them. */
"use strict";

(() => {
  const QUOTE_FROM = 60; // A longer selection is a passage to quote, a shorter one the number phrase.

  const characters = (text) => Array.from(text).length; // Places count characters, not UTF-16 halves.

  const put = (form, name, value) => {
    const control = form.elements.namedItem(name);
    if (control) control.value = value;
    return control;
  };

  const changed = (control) => control.dispatchEvent(new Event("input", { bubbles: true }));

  /* Selecting words of the article fills the number as worded with its place, or the quote. */
  const pick = (text, form) => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const words = range.toString().trim();
    if (!words || words.length > 600) return;
    if (words.length > QUOTE_FROM) {
      changed(put(form, "quote", words.replace(/\s+/g, " ")));
      return;
    }
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const lead = range.toString().length - range.toString().trimStart().length;
    const start = characters(before.toString()) + lead;
    put(form, "start", start);
    put(form, "end", start + characters(words));
    put(form, "quote", "");
    changed(put(form, "as_worded", words));
  };

  const text = document.getElementById("article-text");
  const form = document.getElementById("log-form");
  if (text && form) {
    document.addEventListener("pointerup", (event) => {
      if (text.contains(event.target)) setTimeout(() => pick(text, form), 0);
    });
    text.addEventListener("keyup", (event) => {
      if (event.shiftKey || event.key === "Shift") pick(text, form);
    });
  }

  /* Ctrl+Enter, or Cmd+Enter: the form's first action. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const quick = event.target.closest && event.target.closest("form[data-quick]");
    if (!quick) return;
    event.preventDefault();
    quick.requestSubmit(quick.querySelector("button.primary"));
  });

  /* A name that was meant goes straight into its field. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-fill]");
    if (!button) return;
    event.preventDefault();
    const control = document.getElementById(button.dataset.fill);
    control.value = button.value;
    control.focus();
    changed(control);
  });

  /* Another conflict has other parties: the form comes back with them. */
  document.addEventListener("change", (event) => {
    const choice = event.target.closest(".conflict-choice");
    if (choice) choice.querySelector("button").click();
  });

  /* What comes back while one types must not disturb the control in use, nor be read out twice. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const active = document.activeElement;
    const inUse = target === active || target.contains(active);
    const comes = fragment.firstElementChild || fragment;
    const ofTheActive = active && active.getAttribute("aria-describedby") || "";
    const halfTyped = ofTheActive.split(" ").includes(target.id) && comes.querySelector(".create");
    const same = target.classList.contains("note") && comes.innerHTML === target.innerHTML;
    if (inUse || halfTyped || same) event.detail.shouldSwap = false;
  });

  /* When the session is over, the form in hand goes the long way: by the page of signing in, which carries all of it. */
  document.addEventListener("htmx:responseError", ({ target, detail }) => {
    const form = target.closest("form");
    if (detail.xhr.status !== 401 || !form) return;
    const over = document.getElementById("session-over");
    over.hidden = false;
    over.querySelector("button").onclick = () => form.submit();
  });

  document.addEventListener("htmx:afterSettle", () => {
    for (const note of document.querySelectorAll(".note")) {
      const control = document.querySelector(`[aria-describedby~="${note.id}"]`);
      if (!control) continue;
      if (note.querySelector(":scope > .error")) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  });
})();
