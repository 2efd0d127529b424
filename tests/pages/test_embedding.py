"""The frame for other sites' pages, oEmbed, and what others show beside a link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import quote

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import DjangoAssertNumQueries

from tests.cast import make_claim, make_conflict, make_source, north_ministry, nour, party
from tests.pages.reading import PAGE, words
from tracker.ledger.models import Conflict

pytestmark = pytest.mark.django_db

EMBED = "/embed" + PAGE
HERE = "http://testserver"


def page_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def oembed(client: Client, url: str, more: str = "") -> dict[str, object]:
    response = client.get(f"/oembed?url={quote(url, safe='')}{more}")
    assert response.status_code == 200 and response["Access-Control-Allow-Origin"] == "*"
    return json.loads(response.content)


# the frame ---------------------------------------------------------------------------------------------------------


def test_it_has_the_answer_the_drawing_the_source_and_the_way_back(client: Client) -> None:
    claim = make_claim(874, claimant=north_ministry(), party=party("North"))
    page = page_of(client, f"{EMBED}?scale=log")
    assert "War of the river: people killed, as claimed" in words(page)
    assert f'<a class="figure" href="{claim.get_absolute_url()}">874</a>' in page
    assert 'class="timeline"' in page and "<svg" in page and "data-figure-url" not in page
    assert "Conflicting Counts, 1 claim by 1 source; drawn" in words(page)
    assert f'href="{HERE}{PAGE}?scale=log"' in page


def test_only_the_frame_may_be_framed(client: Client) -> None:
    claim = make_claim(874)
    for address in (
        "/",
        PAGE,
        claim.get_absolute_url(),
        PAGE + "timeline.svg",
        PAGE + "cite/",
        "/embed/conflicts/none/",
    ):
        response = client.get(address)
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"], address
        assert response["X-Frame-Options"] == "DENY", address
    first = client.get(EMBED)
    for response in (first, client.get(EMBED), client.get(EMBED, headers={"If-None-Match": first["ETag"]})):
        policy = response["Content-Security-Policy"]
        assert "frame-ancestors *" in policy and "X-Frame-Options" not in response
        for directive in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'none'"):
            assert f"{directive};" in policy
    assert first.status_code == 200


def test_it_is_public_unindexed_and_sets_no_cookie(client: Client) -> None:
    make_claim(874)
    client.force_login(nour())
    response = client.get(EMBED)
    assert not response.cookies and "Cookie" not in response["Vary"]
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("query", ["", "?outcome=x&from=yesterday&scale=7", "?status=civilian"])
def test_it_says_why_there_is_nothing_and_what_it_left_out(client: Client, query: str) -> None:
    make_conflict()
    page = words(page_of(client, EMBED + query))
    assert "No claim about this conflict has been published yet." in page
    assert ("“x” is no outcome known here" in page) == ("outcome=x" in query)


def test_it_takes_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    make_claim(874, claimant=north_ministry())
    client.get("/robots.txt")
    with django_assert_max_num_queries(8):
        page_of(client, EMBED)


def test_a_name_with_markup_stays_words_in_what_others_copy(client: Client) -> None:
    conflict = make_conflict('War" onload="x <script>')
    page = page_of(client, conflict.get_absolute_url())
    snippet = re.search(r'<textarea id="taken-embed"[^>]*>(.*?)</textarea>', page, flags=re.S)
    assert snippet and "<script>&" not in page
    assert 'title="War&quot; onload=&quot;x &lt;script&gt;: people killed, as claimed"' in unescape(snippet[1])


# oEmbed ------------------------------------------------------------------------------------------------------------


def test_oembed_answers_for_a_view(client: Client) -> None:
    make_claim(874)
    answer = oembed(client, f"{HERE}{PAGE}?status=civilian")
    assert answer["version"] == "1.0" and answer["type"] == "rich"
    assert (answer["width"], answer["height"]) == (960, 760)
    assert f'<iframe src="{HERE}{EMBED}?status=civilian" ' in str(answer["html"])
    assert answer["thumbnail_url"] == f"{HERE}{PAGE}timeline.png?status=civilian&for=card"


def test_oembed_answers_in_the_language_of_the_address(client: Client) -> None:
    make_claim(874)
    assert f'<iframe src="{HERE}/ar-xb{EMBED}" ' in str(oembed(client, f"{HERE}/ar-xb{PAGE}")["html"])


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ("&maxwidth=500", 500, 760), ("&maxwidth=2000", 960, 760), ("&maxwidth=1", 300, 760),
        ("&maxheight=400", 960, 400), ("&maxwidth=wide&maxheight=-3", 960, 760), ("&maxwidth=٣٠٠", 960, 760),
        ("&maxwidth=" + "9" * 5000, 960, 760),
    ],
)  # fmt: skip
def test_oembed_keeps_to_what_it_is_given(client: Client, asked: str, width: int, height: int) -> None:
    make_conflict()
    answer = oembed(client, HERE + PAGE, asked)
    assert (answer["width"], answer["height"]) == (width, height)
    assert f'width="{width}" height="{height}"' in str(answer["html"])


@pytest.mark.parametrize(
    "url",
    [
        "", "nonsense", "http://[", "https://elsewhere.example" + PAGE, HERE + "/", HERE + "/sources/", HERE + EMBED,
        HERE + "/conflicts/no-such-war/", "javascript:alert(1)", "ftp://testserver" + PAGE, PAGE, HERE + PAGE + "%00",
    ],
)  # fmt: skip
def test_oembed_knows_no_other_address(client: Client, url: str) -> None:
    make_conflict()
    assert client.get("/oembed", {"url": url}).status_code == 404


def test_oembed_writes_no_xml(client: Client) -> None:
    make_conflict()
    assert client.get("/oembed", {"url": HERE + PAGE, "format": "xml"}).status_code == 501


# beside a link -----------------------------------------------------------------------------------------------------


def meta(page: str) -> dict[str, str]:
    return {
        name: unescape(said) for name, said in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page)
    }


def test_a_shared_view_shows_its_title_its_answer_and_its_picture(client: Client) -> None:
    make_claim(874, claimant=north_ministry(), party=party("North"))
    page = page_of(client, f"{PAGE}?stance=own&scale=log")
    said = meta(page)
    assert said["og:title"] == "War of the river: people killed, as claimed"
    assert "874" in said["og:description"] and said["og:description"] == said["description"]
    assert said["og:url"] == f"{HERE}{PAGE}?stance=own&scale=log"
    assert said["og:image"] == f"{HERE}{PAGE}timeline.png?stance=own&scale=log&for=card"
    assert said["twitter:card"] == "summary_large_image"
    assert client.get(said["og:image"].removeprefix(HERE)).status_code == 200
    link = re.search(r'<link rel="alternate" type="application/json\+oembed"[^>]*href="([^"]+)"', page)
    assert link and client.get(unescape(link[1]).removeprefix(HERE)).json()["title"] == said["og:title"]


def test_a_shared_claim_shows_its_wording(client: Client) -> None:
    claim = make_claim(874, claimant=make_source('"A" <b>'), quote='said "874" <i>had</i> died')
    page = page_of(client, claim.get_absolute_url())
    said = meta(page)
    assert said["og:title"].startswith('874 killed, "A" <b> (people on all sides; as of 22 October 2020)')
    assert said["og:description"] == 'said "874" <i>had</i> died'
    assert said["og:url"] == HERE + claim.get_absolute_url()
    assert f'<link rel="canonical" href="{HERE}{claim.get_absolute_url()}">' in page


def test_the_default_view_describes_its_data(client: Client) -> None:
    conflict = make_conflict("War </script><script>alert(1)// & more")
    make_claim(874, conflict=conflict)
    page = page_of(client, conflict.get_absolute_url())
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, flags=re.S)
    said = json.loads(block)
    assert said["@type"] == "Dataset" and conflict.name in said["name"]
    assert said["temporalCoverage"] == "2020-09-27/2020-11-10"
    assert 50 <= len(said["description"]) <= 5000
    for file in said["distribution"]:
        assert client.get(file["contentUrl"].removeprefix(HERE)).status_code == 200
    assert "ld+json" not in page_of(client, conflict.get_absolute_url() + "?status=civilian")


# in a browser ------------------------------------------------------------------------------------------------------


class Elsewhere(BaseHTTPRequestHandler):
    """Another site: one page, whatever is asked for."""

    html = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.html.encode())

    def log_message(self, *words: object) -> None:
        """Nothing."""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of another site, on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.mark.browser
@pytest.mark.parametrize("when", ["at once", "late"])
def test_a_page_that_embeds_it_gives_it_the_height_it_asks_for(
    site: str, page: Page, demo: Conflict, elsewhere: str, when: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    frame = f'<iframe src="{site}/embed{demo.get_absolute_url()}" width="700" height="200"></iframe>'
    script = f'<script src="{site}/static/js/embed.js"></script>'
    Elsewhere.html = f'<link rel="icon" href="data:,"><body>{frame}{script if when == "at once" else ""}'
    page.goto(elsewhere)
    if when == "late":
        expect(page.frame_locator("iframe").locator("svg").first).to_be_attached()
        page.add_script_tag(url=f"{site}/static/js/embed.js")
    expect(page.locator("iframe")).not_to_have_attribute("height", "200")
    page.wait_for_timeout(100)
    assert page.frames[1].evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert said == []


@pytest.mark.browser
def test_without_scripts_the_frame_shows_the_same(site: str, page: Page, demo: Conflict) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}/embed{demo.get_absolute_url()}")
    assert page.locator("svg.slim").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.browser
def test_what_stands_in_the_boxes_can_be_copied(site: str, page: Page, demo: Conflict) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.goto(f"{site}{demo.get_absolute_url()}?scale=log")
    page.click("#takeaway summary >> nth=0")
    page.click("[data-copy=taken-link]")
    expect(page.locator("[data-copy=taken-link]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{demo.get_absolute_url()}?scale=log"
    assert page.locator("#said").text_content() == "Copied"
    assert said == []
