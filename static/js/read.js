/* The reading page by keyboard: a figure has the focus, and single letters act on it. Everything works without. */
"use strict";

(() => {
  const text = document.getElementById("article-text");
  const cards = () => [...document.querySelectorAll(".card")].filter((card) => card.offsetParent);
  const open = (card) => Boolean(card.querySelector('[data-act="accept"]'));
  const markOf = (card) => {
    const link = document.querySelector(`.read-words a[data-ids~="${CSS.escape(card.dataset.id)}"]`);
    return link && link.parentElement;
  };

  const focus = (card) => {
    if (!card) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  /* The words of the figure in hand are shown in the text, without moving the page. */
  const show = (card) => {
    for (const mark of document.querySelectorAll(".read-words.current")) mark.classList.remove("current");
    const mark = card && markOf(card);
    if (!mark) return;
    mark.classList.add("current");
    if (!text || text.scrollHeight <= text.clientHeight) return;
    const [box, frame] = [mark.getBoundingClientRect(), text.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) {
      text.scrollTop += box.top - frame.top - text.clientHeight / 3;
    }
  };

  const step = (from, by) => {
    const all = cards();
    const at = all.indexOf(from);
    focus(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
  };

  /* The next figure to decide after this place, else the first one left, else the figure at the place itself. */
  const nextOpen = (at) => {
    const all = cards();
    return all.slice(at).find(open) || all.find(open) || all[Math.min(at, all.length - 1)];
  };

  const act = (card, name) => {
    const control = card.querySelector(`[data-act="${name}"]`);
    if (control) control.click();
  };

  const KEYS = {
    j: (card) => step(card, 1),
    ArrowDown: (card) => step(card, 1),
    k: (card) => step(card, -1),
    ArrowUp: (card) => step(card, -1),
    a: (card) => act(card, "accept"),
    Enter: (card) => act(card, "accept"),
    e: (card) => act(card, "edit"),
    d: (card) => act(card, "dismiss"),
    u: (card) => act(card, "undo"),
    w: (card) => card.querySelector("details summary").click(),
    A: () => {
      const all = document.querySelector('[data-act="accept-sure"]');
      if (all) all.click();
    },
  };

  /* Only while a figure itself has the focus: letters typed into fields, or to a screen reader, stay theirs. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const card = event.target.closest && event.target.closest(".card");
    const key = KEYS[event.key];
    if (!card || event.target !== card || !key) return;
    event.preventDefault();
    if (!event.repeat || event.key.startsWith("Arrow") || "jk".includes(event.key)) key(card);
  });

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) show(card);
  });

  /* A figure in the text leads to its card. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".read-words a, .card .worded");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = document.querySelector(link.hash);
    if (!target) return;
    event.preventDefault();
    if (target.matches(".card")) {
      const folded = target.closest("details:not([open])");
      if (folded) folded.open = true;
      focus(target);
    } else {
      focus(link.closest(".card"));
      target.scrollIntoView({ block: "center" });
    }
  });

  /* After an act the focus goes on to the next figure to decide; after an undo it stays. */
  let place = null;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const card = event.target.closest(".card");
    place = card ? cards().indexOf(card) : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (place === null) return;
    const at = place;
    place = null;
    const card = cards()[at];
    focus(card && open(card) ? card : nextOpen(at));
  });

  /* Words selected in the text go into the form that logs them by hand. */
  const form = document.getElementById("by-hand-form");
  const pick = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const words = range.toString();
    if (!words.trim() || words.length > 400) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const lead = words.length - words.trimStart().length;
    const start = Array.from(before.toString()).length + lead; // Places count characters, not UTF-16 halves.
    form.elements.namedItem("words").value = words.trim();
    form.elements.namedItem("start").value = start;
    form.elements.namedItem("end").value = start + Array.from(words.trim()).length;
    form.classList.add("ready");
  };
  if (text && form) {
    document.addEventListener("pointerup", (event) => {
      if (text.contains(event.target)) setTimeout(pick, 0);
    });
    text.addEventListener("keyup", (event) => {
      if (event.shiftKey || event.key === "Shift") pick();
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && form.elements.namedItem("start").value) form.requestSubmit();
    });
    form.elements.namedItem("words").addEventListener("input", () => {
      form.elements.namedItem("start").value = form.elements.namedItem("end").value = "";
    });
  }

  /* Arriving with figures to decide, the first of them is in hand; a link to one puts that one in hand. */
  const asked = location.hash && document.getElementById(location.hash.slice(1));
  if (asked && asked.matches(".card")) focus(asked);
  else if (document.activeElement === document.body) {
    const first = cards().find(open);
    if (first) first.focus({ preventScroll: true });
  }
})();
