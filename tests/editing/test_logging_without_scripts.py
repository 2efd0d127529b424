from datetime import date

from tests import cast
from tests.editing.typing import log, text_of
from tracker.ledger.models import Claim, Source

SEVEN = [
    {"as_worded": "Around 1,000", "as_of": "22 Oct 2020", "claimant": "", "party": ""},
    {"as_worded": "surpassed 60", "claimant": "River News Agency", "status": "civilian", "party": "South"},
    {"as_worded": "25", "scope": "incident", "place": "Port City", "part_of": "surpassed 60"},
    {
        "as_worded": "40 more", "status": "any", "party": "North", "claimant": "ministry of the north", "place": "",
        "scope": "period", "period_start": "2020-10-22",
    },
    {"as_worded": "874"},
    {"as_worded": "nearly 5,000", "party": "", "claimant": "President Vane", "claimant_new": "on",
     "claimant_kind": "person"},
    {"as_worded": "more than 2,000", "party": "North", "claimant": "President Vane"},
    {"as_worded": "more than 2,000", "party": "South"},
]  # fmt: skip


def typed_in(fields):
    """Parties and claims are chosen by their numbers."""
    chosen = dict(fields)
    if chosen.get("party"):
        chosen["party"] = cast.party(chosen["party"]).pk
    if chosen.get("part_of"):
        chosen["part_of"] = Claim.objects.get(as_worded=chosen["part_of"]).pk
    return chosen


def test_the_seven_figures_of_an_article_can_be_logged(desk, article):
    for number, fields in enumerate(SEVEN):
        page = log(desk, article.pk, "again" if number == 6 else "next", **typed_in(fields))
        assert page.status_code == 200, text_of(page)
        assert "Logged as a draft" in text_of(page), text_of(page)
    logged = Claim.objects.order_by("id")
    read = [(c.qualifier, c.value, c.voice.name, str(c.party or ""), c.scope, c.as_of) for c in logged]
    day = date(2020, 10, 22)
    assert read == [
        ("about", 1000, "The Daily River", "", "cumulative", day),
        ("more_than", 60, "River News Agency", "South", "cumulative", day),
        ("exact", 25, "River News Agency", "South", "incident", day),
        ("exact", 40, "Ministry of the North", "North", "period", day),
        ("exact", 874, "Ministry of the North", "North", "cumulative", day),
        ("nearly", 5000, "President Vane", "", "cumulative", day),
        ("more_than", 2000, "President Vane", "North", "cumulative", day),
        ("more_than", 2000, "President Vane", "South", "cumulative", day),
    ]


def test_the_quote_is_the_sentence_that_holds_the_words_and_its_place_is_kept(desk, article):
    log(desk, article.pk, as_worded="nearly 5,000", claimant="")
    citation = Claim.objects.get().citations.get()
    assert citation.quote == (
        "Later on Thursday, President Vane said nearly 5,000 people have been killed in the fighting over the river."
    )
    assert article.text[citation.start : citation.end] == "nearly 5,000"


def test_words_that_stand_twice_in_the_text_need_a_quote(desk, article):
    page = log(desk, article.pk, as_worded="two")
    assert page.status_code == 422
    assert "stand in the text 2 times" in text_of(page)


def test_the_next_figure_starts_from_the_one_before_it(desk, article):
    log(desk, article.pk, **typed_in(SEVEN[1]) | {"as_of": "October 2020"})
    page = desk.get(f"/desk/articles/{article.pk}/")
    form = page.context["form"]
    shown = {name: form[name].value() for name in ("outcome", "status", "claimant", "scope", "as_worded", "quote")}
    assert shown == {
        "outcome": "killed", "status": "civilian", "claimant": "River News Agency", "scope": "cumulative",
        "as_worded": None, "quote": None,
    }  # fmt: skip
    assert form["as_of"].value() == "October 2020"
    assert form["party"].value() == cast.party("South").pk


def test_a_figure_that_is_known_becomes_a_citation(desk, article):
    standing = cast.make_claim(874, claimant=cast.north_ministry(), party=cast.party("North"))
    fields = typed_in({"as_worded": "874", "claimant": "Ministry of the North", "party": "North"})
    page = log(desk, article.pk, **fields, as_of="2020-10-22")
    assert f"Added as a citation to claim {standing.pk}" in text_of(page)
    assert Claim.objects.count() == 1
    assert standing.citations.count() == 2


def test_a_claimant_is_created_with_the_figure_and_one_undo_takes_both_back(desk, article):
    log(desk, article.pk, as_worded="874", claimant="Red River Cross", claimant_new="on", claimant_kind="ngo")
    assert Source.objects.called("red river cross").get().kind == "ngo"
    undone = desk.post(f"/desk/changes/{cast.nour().changes.latest('id').pk}/undo/", follow=True)
    assert "Undone: record claim" in text_of(undone)
    assert Claim.objects.get().state == "rejected"


def test_another_conflict_brings_its_parties_and_keeps_what_was_typed(desk, article):
    other = cast.make_conflict("War of the hill")
    typed = {"as_worded": "nearly 5,000", "conflict": other.pk, "change": "conflict"}
    page = desk.post(f"/desk/articles/{article.pk}/claims/new/", typed)
    assert page.status_code == 200
    form = page.context["form"]
    assert form["as_worded"].value() == "nearly 5,000"
    offered = {pk for pk, _ in form.fields["party"].choices if pk}
    assert offered == set(other.parties.values_list("pk", flat=True))
    assert "Nothing was saved yet" not in text_of(page)
    assert not Claim.objects.exists()
