/* The reading page by keyboard: a figure has the focus, and letters act on it. Everything works without. */
"use strict";

(() => {
  const text = document.getElementById("article-text");
  const folded = (card) => card.closest("details:not([open])");
  const cards = () => [...document.querySelectorAll(".card")].filter((card) => !folded(card));
  const isOpen = (card) => Boolean(card.querySelector('[data-act="accept"]'));
  const isOffered = (card) => isOpen(card) && !card.matches(".background");
  const click = (within, act) => within.querySelector(`[data-act="${act}"]`)?.click();

  /* The words of the figure in hand are shown in the text, without moving the page. */
  const show = (place, card) => {
    for (const one of document.querySelectorAll(".current")) one.classList.remove("current");
    if (card) card.classList.add("current");
    const mark = document.getElementById(place)?.closest(".read-words");
    if (!mark) return;
    mark.classList.add("current");
    const [box, frame] = [mark.getBoundingClientRect(), text.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) {
      text.scrollTop += box.top - frame.top - text.clientHeight / 3;
    }
  };

  const focus = (card) => {
    if (!card) return;
    card.focus({ preventScroll: true });
    show(`words-${card.dataset.id}`, card); // One that came in the place of the focused card fires no event.
    card.scrollIntoView({ block: "nearest" });
  };

  const step = (from, by) => {
    const all = cards();
    focus(all[Math.min(Math.max(all.indexOf(from) + by, 0), all.length - 1)]);
  };

  /* The next figure to decide from this place on, else the first one left, else the one here. */
  const nextOffered = (at) => {
    const all = cards();
    return all.slice(at).find(isOffered) || all.find(isOffered) || all[Math.min(at, all.length - 1)];
  };

  const KEYS = {
    j: (card) => step(card, 1),
    ArrowDown: (card) => step(card, 1),
    k: (card) => step(card, -1),
    ArrowUp: (card) => step(card, -1),
    a: (card) => click(card, "accept"),
    e: (card) => click(card, "edit"),
    d: (card) => click(card, "dismiss"),
    u: (card) => click(card, "undo"),
    w: (card) => card.querySelector("summary").click(),
    A: () => click(document, "accept-sure"),
    "?": () => document.getElementById("keys").showModal(),
  };
  const REPEATED = ["j", "k", "ArrowDown", "ArrowUp"]; // The others act once, when held too.

  /* Only while a figure itself has the focus: letters typed into fields stay theirs. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.target.matches(".card")) return;
    // Caps Lock is no Shift: what it writes large must not accept all.
    const name = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
    if (!Object.hasOwn(KEYS, name)) return;
    event.preventDefault();
    if (!event.repeat || REPEATED.includes(name)) KEYS[name](event.target);
  });

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) show(`words-${card.dataset.id}`, card);
  });

  /* A figure in the text leads to its card, the number on a card to its words. */
  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-act="keys"]')) KEYS["?"]();
    const link = event.target.closest(".read-words a, .card .worded");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    if (!document.getSelection().isCollapsed) return; // Its words are being selected.
    const card = link.closest(".card");
    if (card) {
      focus(card);
      target.scrollIntoView({ block: "center" });
    } else {
      if (folded(target)) folded(target).open = true;
      focus(target);
    }
  });

  /* After an act the focus goes on to the next figure to decide, after an undo it stays; unless it went elsewhere. */
  let acted = null;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const card = event.target.closest(".card");
    if (card) acted = { id: card.id, at: cards().indexOf(card) };
  });
  document.addEventListener("htmx:afterSettle", () => {
    const active = document.activeElement;
    if (!acted || ![document.body, document.getElementById(acted.id)].includes(active)) return;
    const card = document.getElementById(acted.id);
    focus(isOpen(card) ? card : nextOffered(acted.at));
    acted = null;
  });

  /* What could not be done is said in words. */
  const done = document.getElementById("done");
  const say = (words) => {
    const notice = document.createElement("div");
    notice.className = "notice warn";
    notice.append(Object.assign(document.createElement("p"), { textContent: words }));
    done.replaceChildren(notice);
  };
  const saidBy = (page) => {
    const parts = new DOMParser().parseFromString(page, "text/html").querySelectorAll("main h1, main h1 + p");
    return [...parts].map((part) => part.textContent.trim()).join(". ") || done.dataset.failed;
  };
  document.addEventListener("htmx:responseError", (event) => {
    const { status, responseText } = event.detail.xhr;
    acted = null;
    if (done && status !== 401) say(`${done.dataset.notDone} ${saidBy(responseText)}`);
  });
  document.addEventListener("htmx:sendError", () => {
    acted = null;
    if (done) say(done.dataset.silent);
  });

  /* Words selected in the text go into the by-hand form. */
  const form = document.getElementById("by-hand-form");
  const put = (name, value) => { form.elements.namedItem(name).value = value; };
  const ready = (start, end, words) => {
    put("start", start);
    put("end", end);
    form.classList.toggle("ready", Boolean(words));
    const status = document.getElementById("by-hand-status");
    status.textContent = words && status.dataset.ready.replace("…", words);
  };
  const pick = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    const selected = range.toString();
    const words = selected.trim();
    if (!words || words.length > 400) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const lead = selected.length - selected.trimStart().length;
    const start = Array.from(before.toString()).length + lead; // Places count characters, not UTF-16 halves.
    put("words", words);
    ready(start, start + Array.from(words).length, words);
  };
  if (text && form) {
    document.addEventListener("pointerup", (event) => {
      if (text.contains(event.target)) setTimeout(pick, 0);
    });
    text.addEventListener("keyup", (event) => {
      if (event.shiftKey || event.key === "Shift") pick();
    });
    text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !form.matches(".ready") || document.getSelection().isCollapsed) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener("input", () => ready("", "", ""));
  }

  /* The form behind "edit": what is wrong or unsure has the focus; Escape goes back, dropping nothing typed. */
  const edit = document.querySelector("form[data-doubtful]");
  if (edit) {
    for (const name of edit.dataset.doubtful.split(" ")) {
      document.getElementById(`field-${name}`)?.classList.add("unsure");
    }
    const wanted = ['[aria-invalid="true"]', ".doubt input", ".unsure :is(input, select, textarea)", "#id_as_worded"];
    const seen = (control) => control.getClientRects().length;
    const control = wanted.map((each) => [...edit.querySelectorAll(each)].find(seen)).find(Boolean);
    control?.focus();
    control?.scrollIntoView({ block: "center" });
    show(edit.dataset.mark);
    let touched = "sent" in edit.dataset;
    edit.addEventListener("input", () => { touched = true; });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      const back = edit.querySelector('[data-act="back"]');
      if (touched) back.focus();
      else back.click();
    });
  }

  /* Arriving, the figure that the address names is in hand, or the next to decide; once the browser went there itself. */
  window.addEventListener("load", () => {
    const asked = location.hash && document.getElementById(location.hash.slice(1));
    if (asked && asked.matches(".card")) {
      if (folded(asked)) folded(asked).open = true;
      focus(isOpen(asked) ? asked : nextOffered(cards().indexOf(asked)));
    } else if (document.activeElement === document.body) {
      nextOffered(0)?.focus({ preventScroll: true });
    }
  });
})();
