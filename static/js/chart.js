// Draws the figure's JSON by plotly.js over the page's SVG, which stays on any failure.
const wide = matchMedia("(min-width: 800px)");
const drawn = new Map(); // figure → { box, live, panel, json }
const SCALED = /^(size|[lrtb]|[xy]shift|a[xy]|(arrow)?width)$/;
const KEPT = /^(meta|customdata|x|y)$/;
const OPTIONS = { displaylogo: false, modeBarButtons: [["toImage", "zoom2d", "pan2d", "resetScale2d"]] };
let library, waiting;

const make = (tag, className, textContent = "", more) =>
  Object.assign(document.createElement(tag), { className, textContent }, more);

const load = (src) => library ??= new Promise((onload, reject) => {
  const onerror = (error) => { library = undefined; reject(error); };
  document.head.append(make("script", "", "", { src, onload, onerror }));
});

// The page's colours for the figure's, sizes in the box's scale.
const fitted = (value, key, colours, scale) => {
  if (typeof value === "string") return colours[value] || value;
  if (typeof value === "number") return SCALED.test(key) ? value * scale : value;
  if (!value || typeof value !== "object" || KEPT.test(key)) return value;
  if (Array.isArray(value)) return value.map((item) => fitted(item, key, colours, scale));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fitted(item, name, colours, scale)]));
};

const paint = async (figure, { json, box, live }) => {
  const style = getComputedStyle(figure), { meta } = json.layout, colours = {};
  const { width, height } = box.getBoundingClientRect();
  for (const value in meta.colours) colours[value] = style.getPropertyValue(meta.colours[value]).trim();
  const { data, layout } = fitted(json, "", colours, wide.matches ? width / meta.width : 1);
  Object.assign(layout, { width, height });
  if (!wide.matches) Object.assign(layout, { dragmode: false, annotations: [], margin: { ...layout.margin, r: 12, t: 36 } });
  await Plotly.react(live, data, layout, OPTIONS);
  box.classList.add("timeline-drawn");
};

const show = ({ panel, box, live }, { curveNumber, pointNumber: at }, pin) => {
  const trace = live.data[curveNumber], { xaxis, yaxis } = live._fullLayout;
  const [claimant, figure, counted, day, quote, published, href] = trace.customdata[at];
  const rows = [claimant, `${figure} · ${counted} · ${day}`, quote && `“${quote}”`, published];
  const link = make("a", "", "The claim and its article", { href });
  panel.replaceChildren(...rows.map((row) => make("p", "", row)), link);
  panel.classList.toggle("pinned", pin);
  panel.hidden = false;
  const x = xaxis._offset + xaxis.d2p(trace.x[at]), y = yaxis._offset + yaxis.d2p(trace.y[at]);
  const within = (place, most) => `${Math.max(0, Math.min(place, most))}px`;
  const over = x + 16 + panel.offsetWidth > box.clientWidth;
  panel.style.left = within(over ? x - 16 - panel.offsetWidth : x + 16, x + 16);
  panel.style.top = within(y - 20, box.clientHeight - panel.offsetHeight);
  return link;
};

const listen = (state) => {
  const { live, panel } = state;
  let mouse = true, now = -1;
  live.addEventListener("pointerdown", (event) => { mouse = event.pointerType === "mouse"; }, true);
  live.on("plotly_hover", ({ points }) => show(state, points[0], !mouse));
  live.on("plotly_unhover", () => { panel.hidden = mouse; });
  live.on("plotly_relayout", () => { panel.hidden = true; });
  live.on("plotly_click", ({ points }) => { const link = show(state, points[0], true); if (mouse) link.click(); });
  live.on("plotly_clickannotation", ({ annotation: { name } }) => {
    const curves = live.data.flatMap((trace, curve) => (trace.legendgroup === name ? [curve] : []));
    if (curves.length) Plotly.restyle(live, { visible: live.data[curves[0]].visible === false }, curves);
  });
  live.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") panel.hidden = true;
    if (event.key === "Enter" && !panel.hidden) panel.lastChild.click();
    if (!step) return;
    event.preventDefault();
    const all = live.data.flatMap(({ customdata, visible, x, y }, curveNumber) => (customdata && visible !== false
      ? x.map((day, pointNumber) => ({ day, y: y[pointNumber], curveNumber, pointNumber })) : []));
    all.sort((one, other) => one.day.localeCompare(other.day) || one.y - other.y);
    now = (now + step + all.length) % all.length;
    if (all.length) show(state, all[now], true);
  });
};

const start = async (figure) => {
  const box = figure.querySelector(".timeline-box"), { figureUrl, plotly } = figure.dataset;
  if (drawn.has(figure)) return;
  const live = make("div", "timeline-live", "", { tabIndex: 0, role: "group",
    ariaLabel: "Interactive chart: arrow keys go through claims, Enter opens" });
  const panel = make("div", "timeline-panel", "", { hidden: true, ariaLive: "polite" });
  const state = { box, live, panel };
  drawn.set(figure, state);
  try {
    const [answer] = await Promise.all([fetch(figureUrl), load(plotly)]);
    state.json = await answer.json();
    box.append(live, panel);
    await paint(figure, state);
    listen(state);
    figure.querySelector(".timeline-button")?.remove();
  } catch {
    live.remove();
    panel.remove();
    box.classList.remove("timeline-drawn");
    drawn.delete(figure);
  }
};

const scan = () => {
  drawn.forEach((state, figure) => figure.isConnected || drawn.delete(figure));
  for (const figure of document.querySelectorAll("[data-figure-url]")) {
    if (drawn.has(figure) || figure.querySelector(".timeline-button")) continue;
    const onclick = () => start(figure);
    if (wide.matches) (window.requestIdleCallback || setTimeout)(onclick);
    else figure.append(make("button", "timeline-button", "Interactive chart", { type: "button", onclick }));
  }
};

const repaint = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => drawn.forEach((state, figure) => state.json && paint(figure, state).catch(() => {})), 150);
};
addEventListener("resize", repaint);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
document.addEventListener("htmx:afterSwap", scan);
addEventListener("load", scan);
