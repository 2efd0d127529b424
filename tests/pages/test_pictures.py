"""The drawing of a view as a file: self-contained, told where it comes from, and drawn once."""

from __future__ import annotations

import re
import struct
import subprocess
import zlib
from base64 import b64encode
from datetime import timedelta
from hashlib import sha256
from xml.etree import ElementTree

import fontpkg
import pytest
from django.core.checks import run_checks
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import START, make_claim, make_conflict, make_source, monitor, north_ministry, party, south_ministry
from tests.pages.reading import PAGE
from tracker.charts.labels import text_width
from tracker.charts.layout import BOLD
from tracker.ledger.models import Conflict
from tracker.lib.counts import Qualifier
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Kind
from tracker.pages import raster
from tracker.pages.picture import FONTS
from tracker.pages.views import pictures

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
FULL, CARD = PAGE + "timeline.png", PAGE + "timeline.png?for=card"


def war() -> None:
    """Every qualifier, a fall, and a figure in words."""
    for day, qualifier in enumerate(Qualifier):
        spans = {Qualifier.RANGE: {"value": None, "low": 40, "high": 90}, Qualifier.VAGUE: {"value": None}}
        make_claim(
            claimant=north_ministry(), qualifier=qualifier, as_of=START + timedelta(days=day), party=party("North"),
            **({"value": 100 - day} | spans.get(qualifier, {})),
        )  # fmt: skip
    make_claim(900, claimant=south_ministry(), kind=Kind.ENEMY_LOSS.value, party=party("North"))
    make_claim(5000, claimant=monitor())


def svg(client: Client, query: str = "") -> str:
    response = client.get(f"{PAGE}timeline.svg{query}")
    assert response.status_code == 200
    return response.content.decode()


def texts(drawn: str) -> str:
    return " ".join("".join(node.itertext()) for node in ElementTree.fromstring(drawn).iter(f"{SVG}text"))


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_it_says_what_it_shows_and_where_it_comes_from(client: Client) -> None:
    war()
    said = texts(svg(client, "?stance=own&known_on=2030-10-15"))
    for told in (
        "War of the river: people killed, as claimed",
        "as published by 15 October 2030",
        f"Conflicting Counts, 9 claims by 1 source; drawn {show_day(timezone.localdate())}",
        f"http://testserver{PAGE}?stance=own&known_on=2030-10-15",
        "Figures, dates and names are facts, free to use.",
        "stand here as quotations",
        "Ministry of the North",
    ):
        assert told.lower() in said.lower()


def test_it_holds_the_claims_of_both_charts_of_the_page(client: Client, demo: Conflict) -> None:
    page = demo.get_absolute_url()
    for query in ("", "?status=civilian", "?panels=party", "?known_on=2020-10-15&scale=log", "?scope=period"):
        charts = re.findall(r'<figure class="timeline".*?</figure>', client.get(page + query).content.decode(), re.S)
        shown = {number for chart in charts for number in re.findall(r'href="/claims/(\d+)/"', chart)}
        drawn = client.get(f"{page}timeline.svg{query}").content.decode()
        assert set(re.findall(r'href="http://testserver/claims/(\d+)/"', drawn)) == shown
        alone = len(charts) > 1
        assert alone == (query != "?scope=period")
        assert ("Counted by the day or the attack" in texts(drawn)) == alone
        assert ("nothing joins them" in texts(drawn)) == alone


def test_a_picture_without_counts_that_stand_alone_has_no_room_for_them(client: Client) -> None:
    make_claim(874)
    assert "Counted by the day" not in texts(svg(client))


def test_a_card_holds_the_timeline_alone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(pictures, "png", lambda svg, width: drawn.append(svg) or b"")
    make_claim(874)
    make_claim(7, scope="period", period_start=START)
    client.get(CARD), client.get(FULL)
    assert ["Counted by the day" in texts(each) for each in drawn] == [False, True]


def test_running_text_begins_on_the_side_of_its_language(client: Client) -> None:
    war()
    for root, begins in (("", None), ("/ar-xb", "end")):
        drawn = ElementTree.fromstring(client.get(f"{root}{PAGE}timeline.svg").content)
        (node,) = [node for node in drawn.iter(f"{SVG}text") if node.get("class") == "title"]
        assert node.get("text-anchor") == begins
        assert (node.text or "").startswith("\u2067") == (begins == "end")


def test_it_needs_nothing_but_itself(client: Client) -> None:
    war()
    drawn = svg(client)
    assert "<script" not in drawn and "url(" not in drawn and "@import" not in drawn and "var(" not in drawn
    assert not re.findall(r'(?:src|xlink:href)="', drawn)
    assert set(re.findall(r'href="([^"]*?)\d+/"', drawn)) == {"http://testserver/claims/"}


def test_every_class_in_it_has_a_rule_in_it(client: Client) -> None:
    war()
    drawn = svg(client) + svg(client, "?measure=daily") + svg(client, "?scope=period")
    style = re.search(r"<style>(.*?)</style>", drawn, flags=re.S)
    assert style
    used = {name for names in re.findall(r' class="([^"]+)"', drawn) for name in names.split()}
    ruled = set(re.findall(r"\.([a-z]\w*)", style[1]))
    assert used - ruled - {"wide", "answer"} == set()


def test_the_policy_lets_its_own_style_in_and_no_script(client: Client) -> None:
    war()
    response = client.get(f"{PAGE}timeline.svg")
    style = re.search(r"<style>(.*?)</style>", response.content.decode(), flags=re.S)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    for again in (response, client.get(f"{PAGE}timeline.svg", headers={"If-None-Match": response["ETag"]})):
        assert f"style-src 'sha256-{digest}'" in again["Content-Security-Policy"]
        assert "script-src 'none'" in again["Content-Security-Policy"]
        assert again["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'inline; filename="war-of-the-river.svg"'
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"


def test_names_with_markup_stay_words(client: Client) -> None:
    name = 'A <script>"&\x0b ' + "وزارة" * 30
    make_claim(874, claimant=make_source(name), quote="</svg><script>")
    root = ElementTree.fromstring(svg(client))
    assert not list(root.iter(f"{SVG}script"))
    assert 'A <script>"&' in texts(svg(client))


@pytest.mark.parametrize("query", ["", "?status=civilian", "?from=x&scale=nonsense&panels=7"])
def test_a_view_without_claims_says_why(client: Client, query: str) -> None:
    make_conflict()
    assert "o claim about this conflict has been published yet" in texts(svg(client, query))
    assert size(client.get(FULL).content)[0] == 1920


@pytest.mark.parametrize(("address", "measures"), [(FULL, (1920, None)), (CARD, (1200, 630))])
def test_png(client: Client, address: str, measures: tuple[int, int | None]) -> None:
    war()
    response = client.get(address)
    assert response.status_code == 200 and response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'inline; filename="war-of-the-river.png"'
    width, height = size(response.content)
    assert width == measures[0] and height == (measures[1] or height)


def test_a_picture_has_one_address_and_is_drawn_once(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    war()
    astray = client.get(f"{PAGE}timeline.png?nonsense=1&status=civilian&order=oldest&page=2&for=card")
    assert astray.status_code == 302 and astray["Location"] == f"{PAGE}timeline.png?status=civilian&for=card"
    first = client.get(astray["Location"])
    monkeypatch.setattr(raster, "fonts", lambda: pytest.fail("drawn again"))
    with django_assert_num_queries(1):
        assert client.get(astray["Location"]).content == first.content


def test_it_takes_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    war()
    client.get("/robots.txt")
    for address in (f"{PAGE}timeline.svg", FULL, CARD):
        with django_assert_max_num_queries(8):
            assert client.get(address).status_code == 200


def test_without_fonts_the_door_says_so_and_the_check_warns(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    war()
    assert "pages.W001" not in [message.id for message in run_checks()]

    def missing(family: str) -> None:
        raise fontpkg.FamilyNotInstalled(family)

    monkeypatch.setattr(fontpkg, "path", missing)
    response = client.get(FULL)
    assert response.status_code == 503 and "Cache-Control" not in response
    assert f'<a href="{PAGE}timeline.svg">' in response.content.decode()
    assert "pages.W001" in [message.id for message in run_checks()]


def test_a_flood_is_turned_away_in_words(client: Client) -> None:
    war()
    with raster.turn(), raster.turn():
        response = client.get(FULL)
    assert response.status_code == 503 and response["Retry-After"] == "5"
    assert "Try again in a few seconds" in response.content.decode()
    assert client.get(FULL).status_code == 200


def test_no_line_of_words_runs_wider_than_reckoned() -> None:
    """The layout reckons the width of texts; what the font really takes must fit into it."""
    names = [
        "Syrian Observatory for Human Rights", "Prosecutor General of Azerbaijan", "nearly 5,000 · people on all sides",
        "Azərbaycan Müdafiə Nazirliyi", "WWF MMM HQ", "illicit little lilies", "Министерство обороны", "1,221",
        "“words” – (quoted); 27 Sep", "وزارة الدفاع",
    ]  # fmt: skip
    rows = "".join(
        f'<text x="2" y="{30 * at + 20}" font-weight="{weight}">{name}</text>'
        for at, (name, weight) in enumerate((name, weight) for weight in (400, 600) for name in names)
    )
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 {60 * len(names)}"'
    picture += f' font-family="{FONTS}" font-size="12">{rows}</svg>'
    inked = ink(raster.png(picture, 360))
    for at, bold in enumerate([False] * len(names) + [True] * len(names)):
        name = names[at % len(names)]
        right = max(inked[line] for line in range(30 * at, 30 * at + 30))
        assert 20 < right - 2 <= text_width(name, 12) * (BOLD if bold else 1), name


def test_scripts_that_the_packages_lack_come_from_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command[4])
        return subprocess.CompletedProcess(command, 0, b"")

    monkeypatch.setattr(subprocess, "run", run)
    for words in ("Latin, Ελληνικά, Кириллица, हिन्दी, العربية “874” – ·…", "<title>Հայերեն</title>", "Հայերեն", "中文"):
        raster.png(words, 100)
    assert asked == ["none", "none", "machine", "machine"]


def ink(png: bytes) -> list[int]:
    """Of each row of an RGBA picture, how far right it is inked."""
    width, height = size(png)
    data, at, packed = png, 8, b""
    while at < len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        packed += data[at + 8 : at + 8 + length] if data[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    raw, stride, above, found = zlib.decompress(packed), width * 4, bytes(width * 4), []
    for row in range(height):
        start = row * (stride + 1)
        above = unfiltered(raw[start], raw[start + 1 : start + 1 + stride], above)
        found.append(max((x for x in range(width) if above[4 * x + 3]), default=0))
    return found


def unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """A row of a PNG as it was before its filter (RFC 2083, chapter 6)."""
    out = bytearray(row)
    for i, value in enumerate(row):
        left, up, corner = (out[i - 4], above[i], above[i - 4]) if i > 3 else (0, above[i], 0)
        if kind == 4:
            guess = left + up - corner
            near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
        else:
            near = (0, left, up, (left + up) // 2)[kind]
        out[i] = (value + near) & 255
    return bytes(out)
