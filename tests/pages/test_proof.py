"""Every word of the public pages is translatable: in the proof language no English is left to be seen or heard."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils.translation import override

from tests.cast import make_user
from tracker.ledger import changes
from tracker.ledger.models import Article, Claim, Conflict, Source
from tracker.ledger.permissions import EDITORS, REVIEWERS
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Group, Kind, Outcome, Relation, Scope, SourceKind, State, Status
from tracker.web.languages import PROOF, turned

pytestmark = pytest.mark.django_db

WAR, TWIN = "/conflicts/war/", "/conflicts/twin/"
HEARD = ("aria-label", "title", "alt", "placeholder", "label", "data-label", "data-done")
"""Attributes that a reader sees or hears; besides them the description of the page and the words for its script."""
UNTRANSLATED = {"CSV", "XLSX", "SVG", "PNG", "JSON", "API", "BibTeX", "CSL-JSON"}
"""Names of file formats."""
FOR_MACHINES = {"taken-embed", "bibtex", "csl"}
"""Text areas with markup or a record of a format that has keys of its own."""
ADDRESS = re.compile(r"https?://\S+|\btestserver\S*|\w+\.csv")
KNOWN_HERE = re.compile(rf"(?<={turned('is no')}) \w+ {turned('known here')} \([a-z_, ]+\)")
"""The name of a parameter and what it can be, as they stand in an address."""
ENGLISH = re.compile(r"[A-Za-z][A-Za-z-]+")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Heard(HTMLParser):
    """All that a page says to eyes and ears, without what is code."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.said += [given[name] for name in HEARD if name in given]
        if given.get("name") == "description" or given.get("property", "").endswith((":title", ":description", ":alt")):
            self.said.append(given.get("content", ""))
        if "data-words" in given:
            self.said += json.loads(given["data-words"]).values()
        code = tag in ("script", "style", "code") or given.get("id") in FOR_MACHINES
        if tag not in VOID and (code or self.silent):
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag not in VOID:
            self.silent.pop()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


def english(page: str) -> list[str]:
    """The texts of a page that hold two Latin letters in a row, but for addresses and names of formats."""
    heard = (KNOWN_HERE.sub("", ADDRESS.sub("", " ".join(text.split()))) for text in Heard(page).said)
    return sorted({text for text in heard if set(ENGLISH.findall(text)) - UNTRANSLATED})


class Stage:
    """A war whose names and quotes are Hebrew, and what each kind of page needs to show all its words."""

    def __init__(self) -> None:
        self.by, self.day = make_user("נור", EDITORS), date(2020, 10, 22)
        reviewer = {"by": make_user("בן", REVIEWERS), "why": "צריך"}
        self.war = self.conflict("מלחמה", "war")
        self.north = changes.add_party(**reviewer, conflict=self.war, name="צפון", position=1)
        self.south = changes.add_party(**reviewer, conflict=self.war, name="דרום", position=2)
        self.hill = changes.add_party(**reviewer, conflict=self.war, name="הרים", parent=self.north, position=3)
        self.twin = self.conflict("קרב", "twin")
        self.paper = self.source("עיתון", SourceKind.NEWSPAPER, slug_aliases=["ידיעות"])
        self.agency = self.source("סוכנות", SourceKind.NEWS_AGENCY)
        self.state = self.source("בירה", SourceKind.GOVERNMENT)
        self.ministry = self.source("משרד", SourceKind.MINISTRY, parent=self.state, note="כך")
        self.enemy = self.source("אויב", SourceKind.MILITARY, country="דרום")
        self.monitor = self.source("משקיף", SourceKind.MONITOR)
        for source, side in ((self.ministry, self.north), (self.enemy, self.south)):
            changes.add_affiliation(**reviewer, source=source, party=side, since=date(2020, 1, 1))
        day = {"conflict": self.war, "date": date(2020, 10, 4)}
        self.incident = changes.add_incident(**reviewer, name="מכה", place="גשר", **day)
        changes.add_milestone(**reviewer, label="שלום", detail="ליום אחד", url="http://peace.example/", **day)
        self.claims()

    def conflict(self, name: str, slug: str) -> Conflict:
        return changes.add_conflict(
            by=make_user("בן", REVIEWERS), why="צריך", name=name, slug=slug, start=date(2020, 9, 27),
            end=date(2020, 11, 10), counting_rules="סופרים.",
        )  # fmt: skip

    def source(self, name: str, kind: SourceKind, slug_aliases: list[str] | None = None, **fields: object) -> Source:
        return changes.add_source(
            by=make_user("בן", REVIEWERS), why="צריך", name=name, kind=kind.value, aliases=slug_aliases, **fields
        )

    def article(self, on: date, publisher: Source | None = None, **fields: object) -> Article:
        return changes.add_article(
            by=self.by,
            why="צריך",
            publisher=publisher or self.paper,
            title=f"סיכום {on:%d}",
            published_on=on,
            **fields,
        )

    def claim(self, value: int | None, claimant: Source | None, **fields: object) -> Claim:
        """A published claim of killed people of both sides up to 22 October, unless told otherwise."""
        counted = {"as_of": self.day, "conflict": self.war, "qualifier": Qualifier.EXACT.value} | fields
        words = str(value or "עשרות")
        relayed, on = counted.pop("relayed_via", None), counted.pop("printed", counted["as_of"])
        article = counted.pop("article", None) or self.article(on)
        quoted = changes.Quoted(article, f"אמר: {words} מתים", words, relayed_via=relayed, attribution="שם")
        return changes.record_claim(
            by=self.by, why="צריך", quoted=quoted, claimant=claimant, state=State.PUBLISHED, as_worded=words,
            value=value, **counted,
        ).claim  # fmt: skip

    def claims(self) -> None:
        side, own = {"party": self.north}, {"claimant": self.ministry, "party": self.north}
        self.first = self.claim(700, as_of=date(2020, 10, 12), **own)
        self.plain = self.claim(
            874, **own, relayed_via=self.agency, said_on=self.day, credibility=2, includes_indirect=True,
            kind=Kind.OFFICIAL.value, editor_note="ראו.",
        )  # fmt: skip
        fuller = self.article(date(2020, 10, 25), self.agency, url="http://news.example/1", note="חשוב")
        changes.cite_claim(claim=self.plain, quoted=changes.Quoted(fuller, "סך: 874", "874"), by=self.by, why="צריך")
        self.claim(60, status=Status.CIVILIAN.value, part_of=self.plain, qualifier=Qualifier.MORE_THAN.value, **own)
        self.higher = self.claim(5000, self.enemy, qualifier=Qualifier.NEARLY.value, **side)
        self.claim(900, self.monitor, printed=date(2020, 11, 2), qualifier=Qualifier.ABOUT.value, **side)
        self.claim(870, self.monitor, as_of=date(2020, 10, 25), qualifier=Qualifier.AT_LEAST.value, **side)
        self.claim(3000, self.monitor), self.claim(1000, None)
        self.vague = self.claim(None, None, qualifier=Qualifier.VAGUE.value)
        self.claim(40, self.enemy, party=self.south, status=Status.COMBATANT.value, group=Group.WOMEN.value)
        self.claim(30, self.enemy, party=self.south, qualifier=Qualifier.UP_TO.value, place="גשר")
        self.claim(35, self.enemy, party=self.south, as_of=date(2020, 10, 2))
        self.claim(None, self.monitor, low=10, high=20, qualifier=Qualifier.RANGE.value, party=self.hill)
        self.claim(7, self.monitor, outcome=Outcome.INJURED.value)
        attack = {"scope": Scope.INCIDENT.value, "incident": self.incident, "as_of": date(2020, 10, 4)}
        self.claim(21, self.monitor, **attack)
        self.attack = self.claim(41, self.ministry, **attack)
        self.claim(5, self.monitor, scope=Scope.PERIOD.value, period_start=date(2020, 10, 20))
        again = self.claim(690, **own, as_of=date(2020, 10, 14), follows=self.first, relation=Relation.CORRECTS.value)
        taken_back = self.claim(99, self.agency, as_of=date(2020, 10, 15))
        quoted = changes.Quoted(self.article(date(2020, 10, 16)), "לא, לא כל כך", "לא כל כך")
        changes.withdraw_claim(taken_back, by=self.by, why="צריך", quoted=quoted)
        self.gone = self.claim(12, self.agency, as_of=date(2020, 10, 17))
        changes.withdraw_claim(self.gone, by=make_user("בן", REVIEWERS), why="צריך")
        changes.correct_claim(again, by=self.by, why="צריך", credibility=5)
        self.claim(50, self.monitor, conflict=self.twin), self.claim(80, self.enemy, conflict=self.twin)

    def addresses(self) -> Iterator[str]:
        """Every public page, and the states of a page that say something of their own."""
        yield from ("/", "/sources/", "/methodology/", "/changes/", "/changes/?before=1", "/data/", "/side-by-side/")
        yield from (WAR + query for query in (
            "", "?known_on=2020-10-15", "?logged_on=2020-10-15", "?panels=party", "?measure=daily", "?scale=log",
            "?scope=incident", "?scope=period", f"?status=civilian&claimant={self.monitor.slug}", "?outcome=injured",
            "?outcome=captured", "?stance=own", "?from=2020-10-20&to=2020-10-01",
            "?outcome=רע&status=רע&party=רע&claimant=רע&from=רע&stance=רע&scope=רע&to=רע&measure=רע",
            "?known_on=רע&page=רע&scale=רע&order=רע&panels=רע",
        ))  # fmt: skip
        yield from (f"/embed{WAR}", f"{WAR}cite/", f"{WAR}cite/?known_on=2020-10-15")
        yield from (claim.get_absolute_url() for claim in (self.first, self.plain, self.vague, self.attack, self.gone))
        yield from (f"/compare/?a={self.plain.pk}&b={claim.pk}" for claim in Claim.objects.order_by("-pk"))
        yield f"/claims/{self.plain.pk}/cite/"
        yield from ("/compare/", f"/compare/?a={self.plain.pk}", "/compare/?a=רע&b=0", f"/compare/?a={self.gone.pk}")
        both = f"conflict={self.war.slug}&conflict={self.twin.slug}"
        yield from (f"/side-by-side/?{both}", f"/side-by-side/?{both}&align=date&scale=log&status=civilian")
        yield from ("/side-by-side/?conflict=war", "/side-by-side/?conflict=רע&align=רע&outcome=רע")
        yield from (source.get_absolute_url() for source in Source.objects.order_by("pk"))
        yield from (article.get_absolute_url() for article in Article.objects.order_by("pk")[:3])
        yield self.incident.get_absolute_url()
        yield from (f"/search/?q={words}" for words in ("", "874", "גשר", "אמר", "משקיף", "זזז", "874&kind=claims"))
        yield from ("/sources/?q=משק", "/sources/?q=זזז", "/sources/?page=9", "/nowhere/", "/claims/999999/")


def proven(client: Client, address: str) -> list[str]:
    response = client.get(f"/{PROOF}{address}")
    assert response.status_code in (200, 404, 410), address
    page = response.content.decode()
    assert '<html lang="ar-xb" dir="rtl">' in page, address
    return english(page)


def prove(client: Client, addresses: Iterable[str]) -> None:
    """Fails with each English text that is left and a page it stands on, a line each."""
    left: dict[str, list[str]] = {}
    for address in addresses:
        for text in proven(client, address):
            left.setdefault(text[:150], []).append(address)
    assert not left, "\n".join(f"{text} | {len(on)} pages, {on[0]}" for text, on in left.items())


def test_no_english_is_left_on_any_public_page(client: Client) -> None:
    stage = Stage()
    # As the pages link to each other in the language of their address, the paths are taken in English.
    with override("en-gb"):
        addresses = list(stage.addresses())
    prove(client, addresses)


def test_pages_without_records_are_translatable_too(client: Client) -> None:
    addresses = ("/", "/sources/", "/changes/", "/data/", "/compare/", "/side-by-side/", "/search/?q=1")
    prove(client, addresses)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>סיכום 874</p>", []),
        ("<p>סיכום said</p>", ["סיכום said"]),
        ('<a aria-label="Open">1</a>', ["Open"]),
        ('<td data-label="Reports">1</td>', ["Reports"]),
        ('<meta name="description" content="Who counted">', ["Who counted"]),
        ("<a href='/claims/1/'>CSV</a> <code>known_on</code> <b>A</b>", []),
        ("<script>let word</script><p>after</p>", ["after"]),
        ("<p>http://testserver/ar-xb/claims/1/</p>", []),
        ('<figure data-words=\'{"open": "Open"}\'></figure>', ["Open"]),
    ],
)
def test_the_proof_can_fail(markup: str, found: list[str]) -> None:
    assert english(markup) == found


def test_places_for_values_markup_and_addresses_are_kept() -> None:
    kept = '%(number)s <a href="{x}">&amp; <code>known_on=</code> https://a.example/'
    assert turned(f"cab {kept} cab") == f"ثاب {kept} ثاب"


BESIDE_NUMBER = re.compile("[\u05d0-\u05ea][^\\w.\u2069]*(\\d|$)")
"""A Hebrew letter that a number follows, at once or with the next text, and no mark that ends what runs backwards."""


class Loose(HTMLParser):
    """The texts of a page in which a name of the stage may stand before a number, and nothing keeps them apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[bool] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        styled = "figure" in (given.get("class") or "").split()  # the stylesheet isolates these, as texts of drawings
        apart = (
            tag in ("bdi", "title", "h3", "option", "script", "svg", "textarea") or given.get("dir") == "auto" or styled
        )
        if tag not in VOID:
            self.open.append(apart or (bool(self.open) and self.open[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if BESIDE_NUMBER.search(data.rstrip()) and not self.open[-1]:
            self.found.append(" ".join(data.split()))


def test_names_and_quotes_stand_apart_in_whatever_direction_they_run(client: Client) -> None:
    """Else a right-to-left name and the number after it would change places in an English page."""
    loose: dict[str, str] = {}
    for address in Stage().addresses():
        for text in Loose(client.get(address).content.decode()).found:
            loose.setdefault(text, address)
    assert not loose, "\n".join(f"{text} | {address}" for text, address in loose.items())
