"""Names as printed: who is meant, what kind of source a name is, and which names are learned."""

from collections.abc import Iterator
from datetime import date

import pytest
import pytest_django

from tests import cast
from tests.editing.reading import suggest
from tests.editing.typing import offered
from tests.lasting import lasting
from tracker.editing.learning import learn_party, learn_source
from tracker.editing.matching import Names
from tracker.editing.naming import called, is_generic, kind_of, presentable
from tracker.editing.readings import Reading, known_names
from tracker.ledger import changes
from tracker.ledger.models import Change, Conflict, Source
from tracker.lib.vocabulary import Scope, SourceKind


def source(name: str, kind: SourceKind = SourceKind.MINISTRY, party: str = "", war: Conflict | None = None) -> Source:
    return cast.make_source(name, kind, speaks_for=cast.party(party, war) if party else None)


@pytest.fixture(scope="module")
def hill(the_cast: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[int]:
    """The number of a war of two countries, whose peoples and capitals the reader knows by name."""
    with lasting(django_db_blocker, make_war) as conflict:
        yield conflict.pk


@pytest.fixture
def war(hill: int, db: None) -> Conflict:
    return Conflict.objects.get(pk=hill)


def make_war() -> Conflict:
    conflict = cast.make_conflict("War of the hill")
    for name in ("Armenia", "Azerbaijan"):
        cast.make_party(conflict, name)
        source(f"Ministry of Defence of {name}", party=name, war=conflict)
    source("Ada Vane", SourceKind.PERSON, "Armenia", conflict)
    source("Government of Armenia", SourceKind.GOVERNMENT, "Armenia", conflict)
    source("Armenian authorities", SourceKind.GOVERNMENT, "Armenia", conflict)
    source("Government of Azerbaijan", SourceKind.GOVERNMENT, "Azerbaijan", conflict)
    source("Hill Observatory for Rights", SourceKind.MONITOR, "Armenia", conflict)
    return conflict


@pytest.mark.parametrize(
    ("printed", "found", "sure"),
    [
        ("Ministry of Defence of Armenia", "Ministry of Defence of Armenia", True),
        ("the Armenian defence ministry", "Ministry of Defence of Armenia", True),
        ("Armenia’s Defense Ministry", "Ministry of Defence of Armenia", True),
        ("Azeri ministry of defence", "Ministry of Defence of Azerbaijan", True),
        ("Baku's defence ministry", "Ministry of Defence of Azerbaijan", True),
        ("its defence ministry", "Ministry of Defence of Azerbaijan", False),
        ("ADA VANE", "Ada Vane", True),
        ("Prime Minister Ada Vane", "Ada Vane", True),
        ("Vane", "Ada Vane", False),
        ("the Hill Observatory", "Hill Observatory for Rights", False),
        ("River News Agency", "River News Agency", True),
        ("officials", None, False),
        ("he", None, False),
        ("Armenian officials", "Armenian authorities", False),
        ("Armenians", "Armenian authorities", False),
        ("Baku", "Government of Azerbaijan", False),
        ("the Armenian government", "Government of Armenia", True),
        ("officials in Armenia and Azerbaijan", None, False),
        ("the Ministry of Health", None, False),
        ("Somebody Else", None, False),
    ],
)
def test_a_source_is_found_by_its_names_and_words(war, printed, found, sure):
    names = Names(war, [Reading("874", claimant=[printed])])
    match = names.source([printed], cast.party("Azerbaijan", war))
    assert (match.record and match.record.name, match.sure) == (found, sure)
    assert match.why


def test_no_name_is_no_guess(war):
    match = Names(war, []).source([])
    assert (match.record, match.sure, match.is_unknown) == (None, True, False)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Azeri", "Azerbaijan"),
        ("the Azerbaijani side", "Azerbaijan"),
        ("Armenians", "Armenia"),
        ("Yerevan", "Armenia"),
        ("Armenian forces", "Armenia"),
        ("north", "North"),
        ("Hill people", "Hill people"),
        ("Syrians", None),
    ],
)
def test_a_party_is_found_by_its_names_its_people_and_its_capital(war, printed, found):
    match = Names(war, []).party([printed])
    assert (match.record and match.record.name) == found
    assert match.is_unknown == (found is None)


def test_an_incident_is_found_by_place_and_day(war):
    by, day = cast.ben(), date(2020, 10, 17)
    changes.add_incident(by=by, why="x", conflict=war, name="Strike on Port City", date=day, place="Port City")
    names = Names(war, [])
    strike = Reading("25", scope=Scope.INCIDENT.value, place="Port City", as_of=day)
    assert names.incident(strike).record
    assert (
        names.incident(Reading("25", scope=Scope.INCIDENT.value, place="Port City", as_of=date(2020, 10, 3))).why == ""
    )
    assert names.incident(Reading("25", place="Port City", as_of=day)).record is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the health ministry in the Hill", SourceKind.MINISTRY),
        ("River News Agency", SourceKind.NEWS_AGENCY),
        ("Reuters", SourceKind.NEWS_AGENCY),
        ("United Nations", SourceKind.INTERGOVERNMENTAL),
        ("Hill Observatory for Human Rights", SourceKind.MONITOR),
        ("Red River Cross", SourceKind.NGO),
        ("the Southern army", SourceKind.MILITARY),
        ("People's Front of the River", SourceKind.ARMED_GROUP),
        ("River Television", SourceKind.BROADCASTER),
        ("The River Times", SourceKind.NEWSPAPER),
        ("river.example", SourceKind.ONLINE_MEDIA),
        ("the government in Port City", SourceKind.GOVERNMENT),
        ("President Ada Vane", SourceKind.PERSON),
        ("Ada Vane", SourceKind.PERSON),
        ("something odd", SourceKind.OTHER),
    ],
)
def test_what_a_source_is_is_guessed_from_its_name(name, kind):
    assert kind_of(name) is kind


def test_names_are_brought_to_one_form():
    assert called("The Armenia’s  Defense Ministry").key == "armenia defense ministry"
    assert called("Ministry of Defence of Armenia").words == {"ministry", "defence", "armenia"}
    assert presentable("the  Red River Cross") == "Red River Cross"
    assert presentable("The") == "The"


@pytest.mark.parametrize(
    "name", ["he", "officials", "Syrians", "the ministry", "a defence ministry spokesman", "local officials", ""]
)
def test_words_that_may_stand_for_anybody_are_told_from_names(name):
    assert is_generic(name)
    assert not is_generic(f"{name} of Port City")


@pytest.mark.parametrize(
    ("printed", "record", "learned"),
    [
        ("the River Ministry of the North", "Ministry of the North", True),
        ("the ministry", "Ministry of the North", False),
        ("officials", "Ministry of the North", False),
        ("ministry of the north", "Ministry of the North", False),
        ("River News Agency", "Ministry of the North", False),
        ("the president of the North", "Ministry of the North", False),
        ("x" * 300, "Ministry of the North", False),
    ],
)
def test_only_names_that_nobody_else_bears_are_learned(article, printed, record, learned):
    meant = Source.objects.called(record).get()
    assert learn_source(printed, meant, by=cast.nour(), why="accepted") is learned
    assert Source.objects.called(presentable(printed)).filter(pk=meant.pk).exists() == (
        learned or printed == "ministry of the north"
    )


@pytest.mark.parametrize(("printed", "learned"), [("President Vane", True), ("Vane", False), ("the president", False)])
def test_a_persons_office_alone_is_not_learned(article, printed, learned):
    vane = source("Ada Vane", SourceKind.PERSON)
    assert learn_source(printed, vane, by=cast.nour(), why="accepted") is learned


def test_a_partys_name_is_learned_once(article):
    south = cast.party("South")
    assert learn_party("Southerners", south, by=cast.nour(), why="accepted")
    assert cast.party("South").aliases == ["Southerners"]
    assert not learn_party("southerners", cast.party("North"), by=cast.nour(), why="accepted")
    assert not learn_party("soldiers", south, by=cast.nour(), why="accepted")


def test_a_name_settled_while_editing_is_known_to_the_next_reading_and_forgotten_when_undone(desk, article):
    one = suggest(article, "874", claimant=["the Northern Bureau of Counting"], party=["Northerners"])
    data = offered(desk.get(f"/desk/suggestions/{one.pk}/edit/"))
    assert data["claimant"] == "the Northern Bureau of Counting"
    typed = {"claimant": "Ministry of the North", "party": cast.party("North").pk, "then": "accept"}
    desk.post(f"/desk/suggestions/{one.pk}/edit/", data | typed)
    one.refresh_from_db()
    assert one.changed == ["party", "claimant"]
    known = known_names(one.conflict)
    assert "Northern Bureau of Counting" in known.sources["Ministry of the North"]
    assert known.parties["North"] == ("Northerners",)
    desk.post(f"/desk/changes/{Change.objects.latest('id').pk}/undo/")
    known = known_names(one.conflict)
    assert "Northern Bureau of Counting" not in known.sources["Ministry of the North"]
    assert known.parties["North"] == ()


def test_a_name_is_not_learned_for_somebody_else_who_was_speaking(desk, article):
    cast.make_party(cast.make_conflict(), "Armenia")
    one = suggest(article, "874", claimant=["Port City hospital"], party=["Armenians"])
    data = offered(desk.get(f"/desk/suggestions/{one.pk}/edit/"))
    typed = {"claimant": "Ministry of the North", "party": cast.party("South").pk, "then": "accept"}
    desk.post(f"/desk/suggestions/{one.pk}/edit/", data | typed)
    one.refresh_from_db()
    assert one.decision == "accepted"
    known = known_names(one.conflict)
    assert known.sources["Ministry of the North"] == ("Ministry of the North",)
    assert known.parties["South"] == ()


def test_a_guess_that_was_accepted_untouched_is_learned(desk, article):
    vane = source("Ada Vane", SourceKind.PERSON, "North")
    one = suggest(article, "nearly 5,000", claimant=["President Ada Vane"])
    desk.post(f"/desk/suggestions/{one.pk}/accept/")
    assert Source.objects.called("president ada vane").get() == vane


def test_the_rules_page_says_how_each_rule_fared(desk, article):
    claimant = {"claimant": ["Ministry of the North"]}
    kept, changed, dismissed, still = (
        suggest(article, words, **claimant, rules={"value": "digits", "scope": "“toll”"})
        for words in ("874", "40", "60", "nearly 5,000")
    )
    desk.post(f"/desk/suggestions/{kept.pk}/accept/")
    data = offered(desk.get(f"/desk/suggestions/{changed.pk}/edit/"))
    desk.post(f"/desk/suggestions/{changed.pk}/edit/", data | {"scope": "period", "then": "accept"})
    desk.post(f"/desk/suggestions/{dismissed.pk}/dismiss/")
    page = desk.get("/desk/read/rules/")
    fared = {one.field: one for one in page.context["tally"]}
    value, scope = fared["value"], fared["scope"]
    assert (value.untouched, value.changed, value.dismissed, value.open, value.kept) == (2, 0, 1, 1, 67)
    assert (scope.untouched, scope.changed, scope.dismissed, scope.open) == (1, 1, 1, 1)
    assert still.is_open
