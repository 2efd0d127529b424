"""The reading page in a real browser: an article read and decided by keyboard alone, by hand and without scripts."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from tests import cast
from tests.editing.test_browser import RULES, tab_to
from tracker.editing import accepting
from tracker.ledger.models import Article, Conflict

pytestmark = pytest.mark.browser

TEXT = """\
{headline}

The Armenian Defence Ministry said on Thursday that 812 Armenian soldiers have been killed since the start of the war.

Azerbaijan's Prosecutor General's Office said on Thursday that 165 Azerbaijani civilians have been killed and \
298 wounded since the start of the war. A dozen houses burned down.

The Artsakh Defence Ministry said on Thursday that the number of Armenian soldiers killed since the start of the war \
had risen to 1,927.

Azerbaijan's Defence Ministry said on Thursday that 2,310 Armenian soldiers have been killed since the start of the war.

Mayor Oren Sarkis said 7 people were injured in Martuni on Thursday.
"""
SELECT = """words => {
    const text = document.getElementById("article-text");
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let node;
    while ((node = walk.nextNode()) && !node.data.includes(words));
    const at = node.data.indexOf(words);
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
    text.focus();
    text.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""


class Reading(NamedTuple):
    """What the browser finds: the site's address, and three articles that were read there."""

    site: str
    articles: list[int]


@pytest.fixture(scope="module")
def reading(served: LiveServer, demo: Conflict, django_db_blocker) -> Iterator[Reading]:
    """Articles about the demo's war, read by Nour, who has a password. Kept, as all that a browser writes."""
    with django_db_blocker.unblock():
        nour = cast.nour(password=True)
        nour.set_password(cast.PASSWORD)
        nour.save()
        articles = [_article(f"Shelling goes on, part {number}") for number in (1, 2, 3)]
        for article in articles:
            accepting.read_again(article, demo, by=nour)
        yield Reading(served.url, [article.pk for article in articles])


def _article(headline: str) -> Article:
    publisher = cast.make_source("Press TV")
    return cast.make_article(headline, publisher=publisher, text=TEXT.format(headline=headline))


@pytest.fixture
def desk(db: None, reading: Reading, page: Page) -> Iterator[Page]:
    """A browser at the desk; errors of its scripts, and whatever its content policy stops, fail the test."""
    wrong: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            wrong.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{reading.site}/accounts/login/")
    page.fill("#id_login", "nour")
    page.fill("#id_password", cast.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")
    yield page
    assert not wrong, wrong


def opened(desk: Page, reading: Reading, number: int) -> str:
    """The address of an article's reading page, where the browser is now."""
    address = f"{reading.site}/desk/read/{reading.articles[number]}/"
    desk.goto(address)
    return address


def in_hand(desk: Page, words: str, state: str = "") -> None:
    """Wait until the card of the figure with these words has the focus, and is in this state."""
    desk.wait_for_selector(f".card{state}:focus:has(.worded:text-is('{words}'))")
    assert desk.inner_text(".read-words.current") == words


def follow(desk: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with desk.expect_navigation():
        desk.keyboard.press(key)


def test_an_article_is_read_and_decided_by_keyboard_alone(desk: Page, reading: Reading) -> None:
    desk.goto(f"{reading.site}/desk/read/")
    tab_to(desk, "id_text")
    desk.keyboard.insert_text(TEXT.format(headline="Shelling goes on as the talks stall"))
    tab_to(desk, "id_publisher")
    desk.keyboard.type("Press TV")
    tab_to(desk, "id_published_on")
    desk.keyboard.type("23 Oct 2020")
    follow(desk, "Control+Enter")
    in_hand(desk, "812")
    desk.keyboard.press("a")
    in_hand(desk, "165")
    assert "812 killed" in desk.inner_text("#done")
    desk.keyboard.press("d")
    in_hand(desk, "298")
    desk.keyboard.press("k")
    in_hand(desk, "165", ".dismissed")
    desk.keyboard.press("u")
    in_hand(desk, "165", ":not(.dismissed)")
    desk.keyboard.press("d")
    in_hand(desk, "298")
    follow(desk, "e")
    follow(desk, "Escape")
    in_hand(desk, "298")
    follow(desk, "e")
    tab_to(desk, "id_as_of")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("21 Oct 2020")
    follow(desk, "Control+Enter")
    in_hand(desk, "1,927")
    assert "298 injured" in desk.inner_text(".messages")
    follow(desk, "Shift+A")
    in_hand(desk, "1,927")
    assert desk.locator(".card.accepted .worded").all_inner_texts() == ["812", "298", "2,310"]


def test_letters_act_only_while_a_figure_has_the_focus(desk: Page, reading: Reading) -> None:
    opened(desk, reading, 0)
    in_hand(desk, "812")
    desk.keyboard.press("?")
    desk.wait_for_selector("#keys[open]")
    desk.keyboard.press("Escape")
    in_hand(desk, "812")
    desk.focus(".card-acts [data-act=edit]")
    for key in ("a", "d", "u", "Shift+A"):
        desk.keyboard.press(key)
    desk.keyboard.type("adA")
    desk.reload()
    assert desk.locator(".card.accepted, .card.dismissed").count() == 0


def test_the_end_of_the_session_is_told_in_words_and_leaves_the_focus_where_it_was(
    desk: Page, reading: Reading
) -> None:
    opened(desk, reading, 0)
    in_hand(desk, "812")
    desk.context.clear_cookies(name="sessionid")
    desk.keyboard.press("d")
    desk.wait_for_selector("#session-over:has-text('Your session is over')")
    in_hand(desk, "812")


def test_what_must_be_settled_first_has_the_focus(desk: Page, reading: Reading) -> None:
    opened(desk, reading, 0)
    in_hand(desk, "812")
    desk.click(".read-words a:text-is('7')")
    in_hand(desk, "7")
    follow(desk, "a")
    desk.wait_for_selector("#log-form [aria-invalid=true]:focus")
    assert desk.inner_text(".read-words.current") == "7"


def test_words_selected_in_the_text_are_logged_with_one_key(desk: Page, reading: Reading) -> None:
    opened(desk, reading, 0)
    desk.evaluate(SELECT, "A dozen")
    desk.wait_for_selector("#by-hand-status:has-text('logs “A dozen”')")
    follow(desk, "Enter")
    assert desk.input_value("#id_as_worded") == "A dozen"
    assert desk.input_value("#id_value") == "12"


def test_figures_are_decided_without_scripts(desk: Page, reading: Reading, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, storage_state=desk.context.storage_state())
    page = context.new_page()
    opened(page, reading, 1)
    page.click(".card:has(.worded:text-is('812')) [data-act=accept]")
    assert "812 killed" in page.inner_text(".messages")
    page.click(".card:has(.worded:text-is('165')) [data-act=dismiss]")
    assert page.locator(".card.accepted .worded").all_inner_texts() == ["812"]
    assert page.locator(".card.dismissed .worded").all_inner_texts() == ["165"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_of_reading_is_accessible_and_fits(desk: Page, reading: Reading, scheme: str, width: int) -> None:
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    page = opened(desk, reading, 2)
    edit = reading.site + (desk.get_attribute(".card [data-act=edit]", "href") or "")
    objections = []
    for place in (page, edit, f"{reading.site}/desk/read/", f"{reading.site}/desk/read/rules/"):
        desk.goto(place)
        if place == page:
            in_hand(desk, "812")
        found = Axe().run(desk, options=RULES)
        objections += [f"{place}\n{found.generate_report()}"] if found.violations_count else []
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
    assert not objections, "\n".join(objections)
