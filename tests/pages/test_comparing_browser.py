"""The comparing pages in a browser: nothing that axe objects to, no sideways scroll, in every light and direction."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tracker.ledger.models import Claim, Conflict
from tracker.ledger.parties import PartyTree
from tracker.lib.vocabulary import State
from tracker.pages.relations import CONTRADICTING, PARTS, Neighbours

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}


@pytest.fixture
def addresses(demo: Conflict) -> list[str]:
    """A pair that contradicts, a part and its whole, the form, a claim, a source with long lines, side by side."""
    claims = Claim.objects.filter(conflict=demo, state=State.PUBLISHED.value).with_names()
    tree = PartyTree.of(demo)
    for claim in claims.filter(value=874):
        near = Neighbours.of(claim, tree).of_kind
        if near.get(CONTRADICTING) and near.get(PARTS):
            break
    return [
        f"/compare/?a={claim.pk}&b={near[CONTRADICTING][0].pk}",
        f"/compare/?a={claim.pk}&b={near[PARTS][0].pk}",
        f"/compare/?a={claim.pk}",
        "/compare/?a=x",
        claim.get_absolute_url(),
        "/sources/artsakh-ministry-of-defence/",
        f"/side-by-side/?conflict={demo.slug}&scale=log",
    ]


def opened(page: Page, site: str, address: str, width: int) -> list[str]:
    """What the browser complained of when it opened the page at this width, with everything unfolded."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + address)
    for details in page.locator("details").all():
        details.evaluate("details => { details.open = true }")
    return said


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, site: str, addresses: list[str], width: int, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    for address in addresses:
        assert opened(page, site, address, width) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == [], address


def test_nothing_scrolls_sideways_from_right_to_left_or_in_forced_colours(
    page: Page, site: str, addresses: list[str]
) -> None:
    page.emulate_media(forced_colors="active")
    for address in addresses:
        opened(page, site, address, 390)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
