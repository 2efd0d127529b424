"""What a browser sees of a page, and when: measured by the browser itself, with an empty cache."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, sync_playwright

from tests.conftest import CHROMIUM

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
WATCH = """
window.shift = 0; window.drawn = 0; window.plotted = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.shift += e.value; }))
  .observe({type: "layout-shift", buffered: true});
const look = () => {
  const drawings = [...document.querySelectorAll("figure.timeline .timeline-box svg")];
  if (!window.drawn && drawings.some(drawing => drawing.getBoundingClientRect().height))
    requestAnimationFrame(() => setTimeout(() => { window.drawn ||= performance.now(); }));
  if (!window.plotted && document.querySelector(".js-plotly-plot .main-svg")) window.plotted = performance.now();
  requestAnimationFrame(look);
};
look();
"""
FOUND = """() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [paint ? paint.startTime : 0, window.drawn, window.plotted, window.shift,
    performance.getEntriesByType("resource").filter(e => e.name.includes("plotly"))
      .filter(e => e.startTime < paint.startTime).length];
}"""


@dataclass(frozen=True)
class Seen:
    """Milliseconds from the start of navigation to the first paint, the static chart, and the interactive one (0:
    none); bytes received before the chart; how far the layout shifted; requests for the library before first paint.
    """

    painted: float
    chart: float
    plotted: float
    before: int
    shift: float
    early: int


def see(address: str, *, phone: bool) -> Seen:
    """Open a page in a fresh browser; ``phone``: 390 px wide, a slow network and a quarter of the processor."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=CHROMIUM)
        size = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 900}
        page = browser.new_page(viewport=size)
        door = page.context.new_cdp_session(page)
        door.send("Network.enable")
        if phone:
            door.send("Network.emulateNetworkConditions", SLOW)
            door.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        arrived = _arrivals(door)
        page.add_init_script(WATCH)
        page.goto(address)
        # By asking again and again: the pages' own policy forbids wait_for_function to evaluate.
        for _ in range(600):
            page.wait_for_timeout(100)
            # A phone loads the library when its reader asks for it.
            if page.evaluate("window.drawn > 0" if phone else "window.drawn > 0 && window.plotted > 0"):
                break
        else:
            raise TimeoutError(f"no chart stood on {address} within a minute")
        painted, chart, plotted, shift, early = page.evaluate(FOUND)
        browser.close()
    started = arrived[0][0]
    before = sum(size for moment, size in arrived if (moment - started) * 1000 <= chart)
    return Seen(painted, chart, plotted, before, shift, early)


def _arrivals(door: CDPSession) -> list[tuple[float, int]]:
    """When answers of how many bytes were whole, filled as they come; first the start of the first request.

    The page itself counts from the start: it may be drawn before it is whole.
    """
    arrived: list[tuple[float, int]] = []
    first: list[str] = []

    def ask(event: Any) -> None:
        if not first:
            first.append(event["requestId"])
            arrived.append((event["timestamp"], 0))

    def finish(event: Any) -> None:
        started = arrived[0][0] if event["requestId"] == first[0] else event["timestamp"]
        arrived.append((started, int(event["encodedDataLength"])))

    door.on("Network.requestWillBeSent", ask)
    door.on("Network.loadingFinished", finish)
    return arrived
