"""The desk in a real browser: figures logged by keyboard alone, and nothing that axe objects to."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests import cast
from tests.editing.conftest import TEXT
from tracker.ledger.models import Claim, Conflict

pytestmark = pytest.mark.browser
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
         "rules": {"target-size": {"enabled": True}}}  # fmt: skip


class Bench(NamedTuple):
    """What the browser finds: the site's address, records by their numbers."""

    site: str
    article: int
    claim: int
    source: int


@pytest.fixture(scope="module")
def bench(served: LiveServer, demo: Conflict, django_db_blocker) -> Iterator[Bench]:
    """Nour with a password, and an article with its text in the demo's war. Kept, as all that a browser writes."""
    with django_db_blocker.unblock():
        nour = cast.nour(password=True)
        nour.set_password(cast.PASSWORD)
        nour.save()
        article = cast.make_article("Talks by keyboard", publisher=cast.make_source("Press TV"), text=TEXT)
        claim = Claim.objects.filter(conflict=demo).order_by("id").first()
        assert claim
        yield Bench(served.url, article.pk, claim.pk, article.publisher_id)


@pytest.fixture
def desk(db: None, bench: Bench, page: Page) -> Page:
    """A browser at the desk; whatever its console complains of fails the test."""
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(f"{bench.site}/accounts/login/")
    page.keyboard.press("Tab")
    page.fill("#id_login", "nour")
    page.fill("#id_password", cast.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")
    return page


def tab_to(page: Page, control: str) -> None:
    """Press Tab until the control with this id has the focus."""
    for _ in range(80):
        if page.evaluate("document.activeElement.id") == control:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{control} cannot be reached by the Tab key")


def save(page: Page) -> str:
    """Press Ctrl+Enter; what the next page says was done."""
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    return page.inner_text(".messages")


def test_two_figures_are_logged_by_keyboard_alone(desk: Page, bench: Bench) -> None:
    desk.goto(f"{bench.site}/desk/articles/{bench.article}/")
    tab_to(desk, "id_as_worded")
    desk.keyboard.type("nearly 5,000")
    desk.wait_for_selector("#note-value:has-text('Read as nearly 5,000: 0 to 4,999.')")
    assert desk.input_value("#id_qualifier") == "nearly"
    assert "President Vane said nearly 5,000" in desk.input_value("#id_quote")
    tab_to(desk, "id_claimant")
    desk.keyboard.type("Vladimir Putin")
    tab_to(desk, "id_as_of")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("20")
    assert "Logged as a draft: nearly 5,000 killed" in save(desk)
    assert desk.evaluate("document.activeElement.id") == "id_as_worded"
    desk.keyboard.type("more than 2,000")
    tab_to(desk, "id_party")
    desk.keyboard.type("az")
    assert "Logged as a draft: more than 2,000 killed, people, Azerbaijan, Vladimir Putin" in save(desk)


def test_selected_words_fill_the_form_and_a_doubt_appears(desk: Page, bench: Bench) -> None:
    desk.goto(f"{bench.site}/desk/articles/{bench.article}/")
    desk.wait_for_function("window.htmx !== undefined")
    desk.evaluate("""() => {
        const text = document.getElementById("article-text");
        const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        let node;
        while ((node = walk.nextNode()) && !node.data.includes("surpassed 60"));
        const at = node.data.indexOf("surpassed 60");
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 12);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        text.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    }""")
    desk.wait_for_selector("#note-value:has-text('Read as more than 60: 61 or more.')")
    assert "the civilian toll in the South has surpassed 60" in desk.input_value("#id_quote")
    desk.fill("#id_as_of", "1 Sep 2020")
    desk.wait_for_selector("#note-as_of:has-text('before the conflict began')")
    desk.fill("#id_claimant", "Nobody in particular")
    desk.press("#id_claimant", "Tab")
    desk.wait_for_selector("#note-claimant:has-text('No source is called')")
    assert desk.get_attribute("#id_claimant", "aria-invalid") == "true"


PLACES = [
    "/desk/", "/desk/articles/", "/desk/articles/new/", "/desk/articles/{article}/", "/desk/claims/",
    "/desk/claims/{claim}/", "/desk/claims/{claim}/history/", "/desk/claims/{claim}/withdraw/", "/desk/changes/",
    "/desk/sources/", "/desk/sources/{source}/", "/desk/conflicts/nagorno-karabakh-2020/", "/accounts/logout/",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_desk_is_accessible(desk: Page, bench: Bench, scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)
    objections = []
    for place in PLACES:
        answer = desk.goto(bench.site + place.format(**bench._asdict()))
        assert answer and answer.ok, place
        found = Axe().run(desk, options=RULES)
        objections += [f"{place}\n{found.generate_report()}"] if found.violations_count else []
    assert not objections, "\n".join(objections)


def test_a_refused_form_is_accessible_and_its_summary_has_the_focus(desk: Page, bench: Bench) -> None:
    desk.goto(f"{bench.site}/desk/articles/{bench.article}/")
    desk.fill("#id_as_of", "31 February")
    desk.fill("#id_claimant", "the President")
    desk.click("button[value=publish]")
    desk.wait_for_selector(".errors:focus")
    found = Axe().run(desk, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    desk.click(".errors a >> nth=0")
    assert desk.evaluate("location.hash") == "#id_as_worded"


def test_the_sign_in_page_is_accessible(db: None, bench: Bench, page: Page) -> None:
    page.goto(f"{bench.site}/accounts/login/")
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def test_the_end_of_the_session_is_told_while_typing_and_loses_nothing(desk: Page, bench: Bench) -> None:
    desk.goto(f"{bench.site}/desk/articles/{bench.article}/")
    desk.wait_for_function("window.htmx !== undefined")
    desk.context.clear_cookies(name="sessionid")
    desk.fill("#id_as_worded", "no fewer than 1,234")
    desk.fill("#id_quote", "“no fewer than 1,234” & <counting>,\nhe said")
    desk.click("#session-over button")
    assert "Nothing was saved yet" in desk.inner_text("main")
    assert Axe().run(desk, options=RULES).violations_count == 0
    desk.fill("#id_login", "nour")
    desk.fill("#id_password", cast.PASSWORD)
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#go-on")
    assert Axe().run(desk, options=RULES).violations_count == 0
    desk.click("#go-on .primary")
    desk.wait_for_selector("#log-form")
    assert desk.input_value("#id_as_worded") == "no fewer than 1,234"
    assert desk.input_value("#id_quote") == "“no fewer than 1,234” & <counting>,\nhe said"
