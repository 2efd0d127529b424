"""Each choice of a view says how many claims it leads to: ready views, the filter's options, claimants."""

from __future__ import annotations

import re
from random import Random
from urllib.parse import parse_qsl, urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import START, make_claim, make_source, north_ministry, party
from tests.pages.reading import PAGE, words
from tests.pages.test_doors_agree import some_filter
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Conflict
from tracker.pages.form import filter_form, with_number
from tracker.pages.loading import conflict_called
from tracker.pages.ready import ready_links
from tracker.pages.record import Record
from tracker.pages.toll import Toll

pytestmark = pytest.mark.django_db


def asked(demo: Conflict, seed: int) -> tuple[str, Toll]:
    """Some view of the demo by its query string."""
    conflict = conflict_called(demo.slug)
    parties, voices = [party.slug for party in demo.parties.all()], [voice["slug"] for voice in conflict.voices[:30]]
    query = some_filter(Random(seed), parties, voices)
    return query, Toll.read(QueryDict(query), Record.of(conflict))


@pytest.mark.parametrize("seed", range(10))
def test_an_option_says_how_many_claims_its_view_has(demo: Conflict, seed: int) -> None:
    query, toll = asked(demo, seed)
    form = filter_form(toll)
    options = [(select.name, option) for select in form.selects[1:] for option in select.options]
    options += [("claimant", option) for option in form.claimants[:5]]
    for name, option in options:
        rest = [(key, value) for key, value in parse_qsl(query) if key != name]
        there = ClaimFilter.read(QueryDict(urlencode([*rest, (name, option.value)])), demo)
        plain = option.label.rsplit(" (", 1)[0]
        assert option.label == with_number(plain, there.rows().count()), (query, name, option.value)


@pytest.mark.parametrize("seed", range(10))
def test_a_ready_view_says_how_many_claims_it_lists(demo: Conflict, seed: int) -> None:
    _query, toll = asked(demo, seed)
    for link in ready_links(toll):
        there = Toll.read(QueryDict(link.address.partition("?")[2]), toll.record)
        assert there.table.total == link.many, link.address


def test_numbers_are_words_on_the_page(client: Client) -> None:
    make_claim(3, claimant=north_ministry(), party=party("North"), status="civilian")
    make_claim(4, claimant=make_source("A paper"))
    page = client.get(PAGE).content.decode()
    ready = words(page.split('<nav id="ready"')[1].split("</nav>")[0])
    assert ready.endswith(
        "All totals 2 Latest by claimant 2 Civilians 1 Each side about its own 1 Each about the other: none "
        "Third parties 1 All sides in one number 1"
    )
    assert re.search(r'<option value="civilian">Civilians \(1\)</option>', page)
    assert re.search(r'<option value="combatant">Combatants \(none\)</option>', page)


def test_a_ready_view_without_claims_is_words_and_no_link(client: Client) -> None:
    make_claim(3, claimant=north_ministry(), party=party("North"))
    page = client.get(f"{PAGE}?stance=enemy").content.decode()
    found = re.search(r'<(\w+) id="ready-enemy"([^>]*)>', page)
    assert found and found[1] == "span" and "href" not in found[2] and 'aria-current="page"' in found[2]


def test_numbers_cost_no_query(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    make_claim(3, claimant=north_ministry(), as_of=START)
    client.get("/robots.txt")
    with django_assert_max_num_queries(8):
        client.get(f"{PAGE}?stance=own&claimant=ministry-of-the-north")
    toll = Toll.read(QueryDict(""), Record.of(conflict_called("war-of-the-river")))
    assert toll.claims and toll.standing
    with django_assert_max_num_queries(0):
        filter_form(toll), ready_links(toll)
