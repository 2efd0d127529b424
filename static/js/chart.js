// Says what a mark stands for, in the page's SVG as in plotly.js, which draws the figure's JSON over it where there is room.
const wide = matchMedia("(min-width: 800px)");
const states = new Map(); // figure → what is known of it
const SCALED = /^(size|standoff|[lrtb]|[xy]shift|a[xy]|(arrow)?width)$/;
const KEPT = /^(meta|customdata|x|y)$/;
// No picture button: the page's own pictures carry their source, day and licence.
const OPTIONS = { displaylogo: false, modeBarButtons: [["zoom2d", "pan2d", "resetScale2d"]] };
const CLEAR = "rgba(0,0,0,0)";
const NEAR = 24; // px: a finger's room around a mark
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
let library, waiting, first; // first: the claim chosen to be compared

const make = (tag, className, textContent = "", more) =>
  Object.assign(document.createElement(tag), { className, textContent }, more);

const load = (src) => library ??= new Promise((onload, reject) => {
  const onerror = (error) => { library = undefined; reject(error); };
  document.head.append(make("script", "", "", { src, onload, onerror }));
});

// Asked frame by frame: an observer would be told late.
const painted = async () => {
  while (!performance.getEntriesByName("first-contentful-paint").length) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
};
const later = (work) => (window.requestIdleCallback || setTimeout)(work);

// The panel -------------------------------------------------------------------------------------------------------

const hide = (state) => {
  state.panel.hidden = true;
  state.pinned = false;
};

const leave = (state) => {
  if (state.panel.contains(document.activeElement)) state.back?.focus();
  hide(state);
};

const say = (state, text) => { state.status.textContent = text; };

// What leads on from a claim: its page, and the page that compares it with another.
const doors = (state, rows, href) => {
  const { words, figure } = state, id = href.match(/\d+/g)?.at(-1), to = figure.dataset.compare;
  const list = [make("a", "", words.open, { href })];
  if (to && id && first && first !== id) list.push(make("a", "", words.judge, { href: `${to}?a=${first}&b=${id}` }));
  if (to && id) {
    const choose = make("button", "", words.compare, { type: "button" });
    choose.onclick = () => {
      first = id;
      const next = make("p", "", words.next, { tabIndex: -1 });
      choose.replaceWith(next);
      next.focus();
    };
    if (first === id) list.push(make("p", "", words.next));
    else list.push(choose);
  }
  if (state.pinned) list.push(make("button", "", words.close, { type: "button", onclick: () => leave(state) }));
  return list;
};

// Rows of words beside the place (x, y) of the box; pinned, it stays and its links can be reached.
const show = (state, rows, href, x, y, pinned) => {
  const { panel, box } = state;
  state.pinned = pinned;
  state.href = href;
  panel.replaceChildren(...rows.filter(Boolean).map((row) => make("p", "", row)), ...doors(state, rows, href));
  panel.classList.toggle("pinned", pinned);
  panel.hidden = false;
  const within = (place, most) => `${Math.max(0, Math.min(place, most))}px`;
  const over = x + 16 + panel.offsetWidth > box.clientWidth;
  panel.style.left = within(over ? x - 16 - panel.offsetWidth : x + 16, box.clientWidth - panel.offsetWidth);
  panel.style.top = within(y - 20, Math.max(0, box.clientHeight - panel.offsetHeight));
};

const prepared = (figure, box) => {
  const panel = make("div", "timeline-panel", "", { hidden: true });
  const status = make("p", "visually-hidden", "", { role: "status" });
  const state = { figure, box, panel, status, words: JSON.parse(figure.dataset.words) };
  box.append(panel, status);
  box.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) leave(state); });
  return state;
};

// The SVG ---------------------------------------------------------------------------------------------------------

const centre = (link) => {
  const { left, top, width, height } = link.lastElementChild.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

// A mark's own words take the place of its tooltip; a slim drawing has its quotes from the wide one.
const wordsOf = (state, link) => {
  const title = link.querySelector("title");
  if (title) {
    const href = link.getAttribute("href");
    const twin = state.box.querySelector(`.wide a[href="${CSS.escape(href)}"]`);
    const said = (twin?.getAttribute("aria-label") || twin?.querySelector("title")?.textContent || title.textContent);
    link.setAttribute("aria-label", said);
    title.remove();
  }
  return link.getAttribute("aria-label");
};

const showMark = (state, link, pinned) => {
  const around = state.box.getBoundingClientRect(), [x, y] = centre(link);
  show(state, [wordsOf(state, link)], link.getAttribute("href"), x - around.left, y - around.top, pinned);
};

const nearest = (svg, { target, clientX, clientY }) => {
  const own = target.closest("a");
  if (own) return own;
  let found, least = NEAR;
  for (const link of svg.querySelectorAll("a")) {
    const [x, y] = centre(link), far = Math.hypot(x - clientX, y - clientY);
    if (far < least) [found, least] = [link, far];
  }
  return found;
};

const enliven = (state, svg) => {
  const links = [...svg.querySelectorAll("a")];
  let order;
  for (const link of links) link.setAttribute("tabindex", -1);
  svg.setAttribute("tabindex", 0);
  svg.setAttribute("aria-label", `${svg.querySelector("title").textContent}. ${state.words.chart}`);
  svg.removeAttribute("aria-labelledby");
  svg.addEventListener("pointerover", (event) => {
    const link = event.target.closest("a");
    if (event.pointerType === "mouse" && !state.pinned && link) showMark(state, link, false);
  });
  svg.addEventListener("pointerout", () => { if (!state.pinned) hide(state); });
  svg.addEventListener("focusin", (event) => {
    const link = event.target.closest("a");
    if (link?.matches(":focus-visible")) {
      state.back = link;
      showMark(state, link, true);
    }
  });
  svg.addEventListener("click", (event) => {
    if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return; // by key, or to a new tab
    const link = nearest(svg, event);
    if (!link) return hide(state);
    event.preventDefault();
    state.back = svg;
    showMark(state, link, true);
  });
  svg.addEventListener("keydown", (event) => {
    const step = STEPS[event.key], end = { Home: 0, End: -1 }[event.key];
    if (!step && end === undefined) return;
    event.preventDefault();
    if (!order) {
      const places = new Map(links.map((link) => [link, centre(link)]));
      order = links.sort((one, other) => Math.round(places.get(one)[0] - places.get(other)[0]) || places.get(other)[1] - places.get(one)[1]);
    }
    const now = order.indexOf(document.activeElement);
    order.at(end ?? (now < 0 ? Math.min(step - 1, 0) : (now + step) % order.length)).focus();
  });
};

// plotly.js -------------------------------------------------------------------------------------------------------

// The page's colours for the figure's, sizes in the box's scale.
const fitted = (value, key, colours, scale) => {
  if (typeof value === "string") return colours[value] || value;
  if (typeof value === "number") return SCALED.test(key) ? value * scale : value;
  if (!value || typeof value !== "object" || KEPT.test(key)) return value;
  if (Array.isArray(value)) return value.map((item) => fitted(item, key, colours, scale));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fitted(item, name, colours, scale)]));
};

// The first time without the words beside the marks, which take Plotly as long again: those of the SVG stand meanwhile.
const paint = async ({ figure, json, box, live }) => {
  const style = getComputedStyle(figure), { meta } = json.layout, colours = {};
  const { width, height } = box.getBoundingClientRect();
  for (const value in meta.colours) colours[value] = style.getPropertyValue(meta.colours[value]).trim();
  const { data, layout } = fitted(json, "", colours, wide.matches ? width / meta.width : 1);
  Object.assign(layout, { width, height, paper_bgcolor: CLEAR, plot_bgcolor: CLEAR });
  if (!wide.matches) Object.assign(layout, { dragmode: false, annotations: [], margin: { ...layout.margin, r: 12, t: 36 } });
  const { annotations } = layout, opening = !live.layout;
  await Plotly.react(live, data, opening ? { ...layout, annotations: [] } : layout, { ...OPTIONS, locale: "page", locales: { page: meta.locale } });
  if (opening) setTimeout(() => addWords({ box, live }, annotations).catch(() => {}));
};

const addWords = async ({ box, live }, annotations) => {
  if (annotations.length) await Plotly.relayout(live, { annotations });
  box.classList.add("timeline-drawn");
};

const showPoint = (state, { curveNumber, pointNumber: at }, pinned) => {
  const { live } = state, trace = live.data[curveNumber], full = live._fullLayout;
  const { xaxis } = full, yaxis = trace.yaxis === "y2" ? full.yaxis2 : full.yaxis;
  const [claimant, figure, counted, day, quote, published, href] = trace.customdata[at];
  const rows = [claimant, `${figure} · ${counted} · ${day}`, quote && `“${quote}”`, published];
  show(state, rows, href, xaxis._offset + xaxis.d2p(trace.x[at]), yaxis._offset + yaxis.d2p(trace.y[at]), pinned);
  return rows;
};

const listen = (state) => {
  const { live } = state;
  let now = -1;
  state.back = live;
  live.on("plotly_hover", ({ points }) => { if (!state.pinned) showPoint(state, points[0], false); });
  live.on("plotly_unhover", () => { if (!state.pinned) hide(state); });
  live.on("plotly_relayout", () => hide(state));
  live.on("plotly_click", ({ points }) => {
    state.clicked = true;
    showPoint(state, points[0], true);
  });
  live.addEventListener("click", () => { // beside all marks: plotly_click has come before, if at all
    if (!state.clicked) hide(state);
    state.clicked = false;
  });
  live.on("plotly_clickannotation", ({ annotation: { name } }) => {
    const curves = live.data.flatMap((trace, curve) => (trace.legendgroup === name ? [curve] : []));
    if (curves.length) Plotly.restyle(live, { visible: live.data[curves[0]].visible === false }, curves);
  });
  live.addEventListener("keydown", (event) => {
    const step = STEPS[event.key], end = { Home: 0, End: -1 }[event.key];
    if (event.key === "Enter" && !state.panel.hidden && event.target === live) location.href = state.href;
    if (!step && end === undefined) return;
    event.preventDefault();
    const all = live.data.flatMap(({ customdata, visible, x, y }, curveNumber) => (customdata && visible !== false
      ? x.map((day, pointNumber) => ({ day, y: y[pointNumber], curveNumber, pointNumber })) : []));
    all.sort((one, other) => one.day.localeCompare(other.day) || one.y - other.y);
    if (!all.length) return;
    now = end === undefined ? (now < 0 && step < 0 ? all.length - 1 : (now + step + all.length) % all.length) : (end + all.length) % all.length;
    say(state, showPoint(state, all[now], true).filter(Boolean).join(". "));
  });
};

const start = async (state) => {
  const { figure, box, panel, words } = state, { figureUrl, plotly } = figure.dataset;
  if (state.live) return;
  const live = make("div", "timeline-live", "", { tabIndex: 0, role: "group", ariaLabel: words.chart });
  state.live = live;
  try {
    const [answer] = await Promise.all([fetch(figureUrl), painted().then(() => load(plotly))]);
    state.json = await answer.json();
    panel.before(live);
    await paint(state);
    listen(state);
    figure.querySelector(".timeline-button")?.remove();
    hide(state);
  } catch {
    live.remove();
    box.classList.remove("timeline-drawn");
    delete state.live;
    delete state.json;
  }
};

// The page --------------------------------------------------------------------------------------------------------

const scan = () => {
  states.forEach((_, figure) => figure.isConnected || states.delete(figure));
  for (const figure of document.querySelectorAll(".timeline[data-words]")) {
    if (states.has(figure)) continue;
    const boxes = [...figure.querySelectorAll(".timeline-box")];
    const own = boxes.map((box) => prepared(figure, box));
    states.set(figure, own[0]);
    if (figure.dataset.figureUrl) {
      const onclick = () => start(own[0]);
      if (wide.matches) onclick();
      else figure.append(make("button", "timeline-button", own[0].words.button, { type: "button", onclick }));
    }
    for (const state of own) later(() => state.box.querySelectorAll(":scope > svg").forEach((svg) => enliven(state, svg)));
  }
};

const repaint = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => states.forEach((state) => state.json && paint(state).catch(() => {})), 150);
};
addEventListener("resize", repaint);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
document.addEventListener("htmx:afterSwap", scan);
scan();
