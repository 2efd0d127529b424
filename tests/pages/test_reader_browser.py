"""The reader's pages in a browser: nothing axe objects to, no error, no sideways scroll; by keyboard; with any name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect

from tests.pages.hard import NAMES, addresses, strange_names
from tests.pages.test_chart_browser import SHIFTS, SHOWN
from tests.pages.test_comparing_browser import RULES, opened
from tracker.ledger.models import Claim, Conflict
from tracker.web.languages import PROOF

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
VIEWS = ["", "?known_on=2020-10-15&status=civilian", "?measure=daily", "?panels=party&scale=log"]
LISTS = ["/", "/sources/", "/search/", "/search/?q=874", "/methodology/", "/changes/", "/data/", "/nowhere"]


def public_addresses(demo: Conflict) -> list[str]:
    """Every kind of page, but for those that tests/pages/test_comparing_browser.py opens."""
    page = demo.get_absolute_url()
    claim = Claim.objects.published().filter(conflict=demo, incident__isnull=False).select_related("incident")[0]
    article = claim.citations.select_related("article")[0].article
    records = [claim.incident.get_absolute_url(), article.get_absolute_url(), f"{claim.get_absolute_url()}cite/"]
    return [*(page + view for view in VIEWS), f"{page}cite/?known_on=2020-10-15", f"/embed{page}", *LISTS, *records]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, site: str, demo: Conflict, width: int, scheme: str
) -> None:
    found = public_addresses(demo)
    page.emulate_media(color_scheme=scheme)
    for address in found:
        said = opened(page, site, address, width)
        assert [words for words in said if "404 (Not Found)" not in words] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        violations = Axe().run(page, options=RULES | {"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in violations] == [], address


def test_nothing_is_lost_without_scripts_or_from_right_to_left(browser: Browser, site: str, demo: Conflict) -> None:
    found = public_addresses(demo)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    for address in found:
        page.goto(f"{site}/{PROOF}{address}")
        assert page.locator("html").get_attribute("dir") == "rtl", address
        expect(page.locator("h1")).to_be_visible()
        wide = page.locator("html").evaluate("page => page.scrollWidth")
        assert wide <= 390, address
    page.goto(site + demo.get_absolute_url())
    expect(page.locator("svg.slim").first).to_be_visible()
    page.get_by_text("As known on a day").click()
    page.get_by_label("As published by").fill("2020-10-15")
    page.get_by_role("button", name="Show that day").click()
    expect(page.get_by_text("This is the page as published by 15 October 2020")).to_be_visible()
    page.get_by_text("Filter:").click()
    page.get_by_label("Who", exact=True).select_option("civilian")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#filter-fold > summary")).to_have_text(
        re.compile("civilians.*as published by 15 October 2020")
    )
    context.close()


@pytest.mark.parametrize(("width", "height", "seen"), [(1280, 900, ".timeline"), (390, 844, ".lede")])
def test_the_answer_and_on_a_wide_screen_the_chart_are_seen_without_scrolling(
    page: Page, site: str, demo: Conflict, width: int, height: int, seen: str
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    for view in ("", "?known_on=2020-10-15", "?status=civilian", "?stance=own", "?only=latest", "?scope=period"):
        page.goto(site + demo.get_absolute_url() + view)
        lede, box = page.locator(".lede").bounding_box(), page.locator(seen).first.bounding_box()
        assert lede and lede["y"] + lede["height"] < height, view
        assert box and box["y"] < height * 3 / 4, view


def test_nothing_moves_when_plotly_takes_over_the_default_view(page: Page, site: str, demo: Conflict) -> None:
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + demo.get_absolute_url())
    expect(page.locator(".timeline-drawn").first).to_be_visible(timeout=30_000)
    assert page.evaluate("window.moved") <= 0.02


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim().slice(0, 40)"))


def tab_to(page: Page, wanted: str, at_most: int) -> None:
    """Press Tab until the element of this id or beginning has the focus, and see that it shows."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if focused(page).startswith(wanted):
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(outline) != "none", f"{wanted} does not show that it has the focus"
            return
    raise AssertionError(f"{wanted} is not within {at_most} stops; last was {focused(page)}")


def test_a_reader_walks_the_page_by_keyboard(page: Page, site: str, demo: Conflict) -> None:
    page.route("**/plotly*.js", lambda route: route.abort())
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + demo.get_absolute_url())
    expect(page.locator("#timeline-t").locator("xpath=..")).to_have_attribute("tabindex", "0")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    tab_to(page, "ready-civilians", 30)
    page.keyboard.press("Enter")
    page.wait_for_url("**/?status=civilian")
    expect(page.locator("#ready-civilians")).to_be_focused()
    expect(page.locator("#ready-civilians")).to_have_attribute("aria-current", "page")
    tab_to(page, "Filter:", 20)
    page.keyboard.press("Enter")
    tab_to(page, "filter-outcome", 1)
    page.keyboard.type("Injured")
    page.wait_for_url("**outcome=injured**")
    expect(page.locator("#filter-outcome")).to_be_focused()
    tab_to(page, "As known on a day", 20)
    page.keyboard.press("Enter")
    tab_to(page, "known-known_on", 1)
    page.goto(site + demo.get_absolute_url())
    expect(page.locator("#timeline-t").locator("xpath=..")).to_have_attribute("tabindex", "0")
    page.locator("svg.wide").first.focus()
    page.keyboard.press("ArrowRight")
    said = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert "2020" in said and page.locator(SHOWN).locator("p").first.inner_text() == said
    page.locator(SHOWN).get_by_role("button", name="Compare with…").focus()
    page.keyboard.press("Enter")
    page.locator("svg.wide").first.focus()
    page.keyboard.press("End")
    page.locator(SHOWN).get_by_role("link", name="Do these two contradict?").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Do these contradict?")
    page.go_back()
    expect(page.locator("#timeline-t").locator("xpath=..")).to_have_attribute("tabindex", "0")
    page.locator("svg.wide").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*/")


@pytest.fixture
def strange(db: None, client: Client) -> dict[str, str]:
    """Pages full of strange names, by address: drawn here, since what a test writes no server sees."""
    found = addresses(strange_names())
    return {address: client.get(address).content.decode() for address in found if "/cite/" not in address}


@pytest.fixture
def alone(page: Page, strange: dict[str, str]) -> Iterator[Page]:
    """A browser that gets these pages and the static files, from nowhere else."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix("http://strange.test")
        static = Path(settings.BASE_DIR, path.removeprefix("/").partition("?")[0])
        if path in strange:
            route.fulfill(body=strange[path], content_type="text/html; charset=utf-8")
        elif path.startswith("/static/") and static.is_file():
            route.fulfill(path=static)
        else:
            route.abort()

    page.route("http://strange.test/**", answer)
    yield page
    page.unroute_all(behavior="ignoreErrors")


def test_any_name_stays_within_the_page_and_does_nothing(alone: Page, strange: dict[str, str]) -> None:
    ran: list[str] = []
    alone.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss())[0])
    for address in strange:
        opened(alone, "http://strange.test", address, 390)
        assert alone.evaluate("document.documentElement.scrollWidth") <= 390, address
        assert alone.locator("[onclick]").count() == 0, address
    alone.goto("http://strange.test" + next(iter(strange)))
    assert all(alone.locator("bdi", has_text=name.strip()[:60]).count() for name in NAMES)
    assert ran == []
