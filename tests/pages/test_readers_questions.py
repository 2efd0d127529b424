"""Ten questions of readers about the demo: the way from the first page to the answer, in at most four clicks."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from django.test import Client

from tests.pages.reading import words
from tracker.ledger.models import Conflict

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
WAR = "2020 Nagorno-Karabakh war"


class Reader:
    """Follows what stands on a page and counts: a click for each link, fold or button, one for each field filled."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.clicks = 0
        self.open("/")

    def open(self, address: str) -> None:
        self.address = address
        response = self.client.get(address)
        assert response.status_code == 200, address
        sent = b"".join(response) if response.streaming else response.content
        self.page = sent.decode()

    def click(self, text: str, after: str = "") -> None:
        """The first link of these words, from the text ``after`` on."""
        assert after in self.page, f"{after} is not on {self.address}"
        found = [href for href, held in LINK.findall(self.page.partition(after)[2] if after else self.page)
                 if text in words(held)]  # fmt: skip
        assert found, f"no link “{text}” on {self.address}"
        self.clicks += 1
        target = urlsplit(urljoin(self.address, found[0].replace("&amp;", "&")))
        if target.path != urlsplit(self.address).path or target.query or not target.fragment:
            self.open(f"{target.path}?{target.query}" if target.query else target.path)

    def unfold(self, summary: str) -> None:
        assert summary in [words(held) for held in re.findall(r"<summary>(.*?)</summary>", self.page, re.DOTALL)]
        self.clicks += 1

    def fill(self, button: str, **fields: str) -> None:
        """Fill the form that has this button, and press it: no request but the form's own, with what it keeps."""
        form = next(form for form in re.findall(r"<form\b.*?</form>", self.page, re.DOTALL) if button in form)
        kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
        assert all(f'name="{name}"' in form for name in fields)
        self.clicks += len(fields) + 1
        where = re.search(r'\baction="([^"]+)"', form)
        assert where
        self.open(f"{where[1]}?{urlencode(kept | fields)}")

    def reads(self, *texts: str) -> None:
        said = words(self.page)
        for text in texts:
            assert text in said, f"“{text}” is not on {self.address}: {said[:400]}"


@pytest.fixture
def reader(client: Client, demo: Conflict) -> Reader:
    return Reader(client)


def test_what_did_azerbaijans_prosecutor_say_on_20_october(reader: Reader) -> None:
    reader.fill("Search", q="prosecutor")
    reader.click("Prosecutor General of Azerbaijan")
    reader.reads("20 Oct 2020 61 “…al día de hoy murieron 61 civiles y otros 291 resultaron heridos”")
    reader.reads("20 Oct 2020 291 “…al día de hoy")
    assert reader.clicks == 3


def test_which_count_is_highest_and_why(reader: Reader) -> None:
    reader.click(WAR)
    reader.reads("to nearly 5,000 (Vladimir Putin: people on all sides", "because they count different people")
    reader.reads("Why they differ")
    assert reader.clicks == 1
    reader.click("Highest first")
    highest = words(reader.page.partition('id="claims"')[2].partition('<td role="cell"')[2].partition("</tr>")[0])
    assert "21 Oct 2020 Nikol Pashinyan combatants, Azerbaijan more than 10,000 “" in highest
    assert reader.clicks == 2


def test_what_had_been_published_by_15_october(reader: Reader) -> None:
    reader.click(WAR)
    reader.fill("Show that day", known_on="2020-10-15")
    reader.reads("This is the page as published by 15 October 2020", "claims added", "On 15 October 2020 the latest")
    assert reader.clicks == 3


def test_do_874_and_nearly_5000_contradict_each_other(reader: Reader) -> None:
    reader.click(WAR)
    reader.click("nearly 5,000")
    reader.click("step by step", after=">874</a> killed")
    reader.reads("Do these contradict? Not comparable.", "They count different people")
    reader.reads("people on all sides; people, Armenian side. B is part of A.")
    assert reader.clicks == 3


def test_how_many_independent_reports_are_behind_874(reader: Reader) -> None:
    reader.click(WAR)
    reader.click("874")
    reader.reads("What it rests on", "channel")
    assert reader.clicks == 2


def test_what_does_each_side_concede_at_least(reader: Reader) -> None:
    reader.click(WAR)
    reader.reads("At least 1,357, counting only what each side concedes of its own", "no military dead")
    reader.click("What is in it")
    reader.reads("at least 1,357 computed here", "Armenian side 1,266 from", "Azerbaijan 91 from 91")
    assert reader.clicks == 2


def test_how_did_the_artsakh_defence_ministrys_figure_develop_and_did_it_ever_fall(reader: Reader) -> None:
    reader.click(WAR)
    reader.click("Artsakh Ministry of Defence", after='id="claims"')
    # It rose and was corrected once; between the two the page would say how often it fell.
    reader.reads("Killed: combatants, Armenian side", "times correction once 2 Oct 2020", "correction down by 7")
    assert reader.clicks == 2


def test_give_me_the_civilians_only_as_a_spreadsheet(reader: Reader) -> None:
    reader.click(WAR)
    reader.click("Civilians", after='id="ready"')
    assert f'href="{urlsplit(reader.address).path}claims.xlsx?status=civilian"' in reader.page
    reader.click("CSV")
    rows = list(csv.DictReader(io.StringIO(reader.page.lstrip("\ufeff"), newline="")))
    assert rows and {row["category"] for row in rows} == {"civilian"}
    assert reader.clicks == 3


def test_cite_this_view_as_of_15_october(reader: Reader) -> None:
    reader.click(WAR)
    reader.fill("Show that day", known_on="2020-10-15")
    reader.unfold("Cite")
    reader.reads("as published by 15 October 2020”. ", "?known_on=2020-10-15 (accessed")
    assert reader.clicks == 4


def test_which_sentence_is_behind_nearly_5000(reader: Reader) -> None:
    reader.click(WAR)
    reader.click("nearly 5,000")
    reader.reads("Said by Vladimir Putin of people on all sides", "Where it stands in print", "nearly 5,000")
    assert reader.clicks == 2
