"""The timeline in a browser: its marks by mouse and keyboard, in the SVG and in what plotly.js draws over it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tracker.ledger.models import Conflict

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SHIFTS = """window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.moved += each.value }))
  .observe({ type: "layout-shift", buffered: true })"""
ASKED = """performance.getEntriesByType("resource").filter((each) => each.name.endsWith(".js"))
  .map((each) => [each.name.split("/").at(-1).split(".")[0], each.startTime])"""
SHOWN = ".timeline-panel:visible"


def refuse(route: Route) -> None:
    route.abort()


@pytest.fixture
def address(demo: Conflict, site: str) -> str:
    return f"{site}/conflicts/{demo.slug}/?status=civilian"


@pytest.fixture
def static(page: Page, address: str) -> Page:
    """The page without plotly.js: its SVG stays."""
    page.route("**/plotly*.js", refuse)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    expect(page.locator("#timeline-t").locator("xpath=..")).to_have_attribute("tabindex", "0")
    return page


def test_the_marks_are_walked_by_day_with_the_arrow_keys(static: Page) -> None:
    static.locator("svg.wide").first.focus()
    places = []
    for _ in range(6):
        static.keyboard.press("ArrowRight")
        box = static.evaluate("document.activeElement.lastElementChild.getBoundingClientRect().toJSON()")
        places.append(box["left"] + box["width"] / 2)
        expect(static.locator(SHOWN)).to_contain_text("2020")
    assert places == sorted(places, key=round)
    static.keyboard.press("Escape")
    expect(static.locator(SHOWN)).to_have_count(0)


def test_the_whole_chart_is_one_stop_of_the_tab_key(static: Page) -> None:
    assert static.locator(".timeline svg a:not([tabindex='-1'])").count() == 0


def test_two_marks_lead_to_their_comparison(static: Page) -> None:
    static.locator("svg.wide").first.focus()
    static.keyboard.press("ArrowRight")
    static.locator(SHOWN).get_by_role("button", name="Compare with…").click()
    expect(static.locator(SHOWN)).to_contain_text("Now choose the claim")
    static.locator("svg.wide").first.focus()
    static.keyboard.press("End")
    link = static.locator(SHOWN).get_by_role("link", name="Do these two contradict?")
    assert re.fullmatch(r"/compare/\?a=\d+&b=\d+", link.get_attribute("href") or "")


def test_a_click_beside_a_mark_shows_the_nearest_and_one_far_away_hides_it(static: Page) -> None:
    static.locator(".timeline-box").first.evaluate("box => box.scrollIntoView()")
    mark = static.locator("svg.wide a").first
    box = mark.locator(":scope > :last-child").bounding_box()
    assert box
    static.mouse.click(box["x"] + 6, box["y"] - 6)
    expect(static.locator(SHOWN).get_by_role("link", name="The claim and its article")).to_be_visible()
    frame = static.locator("svg.wide").first.bounding_box()
    assert frame
    static.mouse.click(frame["x"] + frame["width"] - 20, frame["y"] + 4)
    expect(static.locator(SHOWN)).to_have_count(0)


def test_nothing_moves_when_plotly_takes_over(page: Page, address: str) -> None:
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    expect(page.locator(".timeline-drawn")).to_be_visible(timeout=30_000)
    assert page.evaluate("window.moved") <= 0.02
    live = page.locator(".timeline-live")
    live.focus()
    page.keyboard.press("ArrowRight")
    said = page.locator(".timeline-drawn [role=status]").inner_text()
    assert said and page.locator(SHOWN).locator("p").first.inner_text() in said


def test_what_the_chart_can_do_without_is_asked_for_after_it(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    expect(page.locator(".timeline-drawn")).to_be_visible(timeout=30_000)
    expect(page.locator("html.stands")).to_be_attached()
    painted = page.evaluate('performance.getEntriesByName("first-contentful-paint")[0].startTime')
    stands = page.evaluate('performance.getEntriesByType("navigation")[0].loadEventStart')
    asked = dict(page.evaluate(ASKED))
    assert asked["chart"] < painted < asked["plotly"]
    assert stands <= asked["htmx-2"]


def test_print_has_the_drawing_with_all_labels_and_no_buttons(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 720, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address)
    expect(page.locator("#timeline-t").locator("xpath=..")).to_be_visible()
    expect(page.locator(".timeline .slim").first).to_be_hidden()
    expect(page.locator(".timeline-button").first).to_be_hidden()
    colour = "getComputedStyle(document.querySelector('.timeline')).getPropertyValue('--c0').trim()"
    assert page.evaluate(colour) == "#1773d3"
