"""Whatever stands in an address, the page answers in words: never a 500, never an empty page."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.http import QueryDict
from django.test import Client

from tests.cast import make_claim, make_conflict, north_ministry
from tests.pages.reading import PAGE, words
from tracker.pages.loading import conflict_called
from tracker.pages.record import Record
from tracker.pages.toll import Toll

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]

PARAMETERS = [
    "outcome", "status", "party", "scope", "claimant", "stance", "from", "to", "known_on", "logged_on", "scale",
    "order", "only", "page",
]  # fmt: skip
BAD = [
    "5O", "٨٧٤", "2020-02-31", "10000-01-01", "0000-00-00", "-4", "1e9", "9223372036854775808", "1.2.3",
    "<script>alert(1)</script>", "' OR 1=1 --", "%", "_", "\\", "🕊", "\u202eevil", "a" * 100_000, "../../etc",
    "{{7*7}}",
]  # fmt: skip


READABLE = {("page", "٨٧٤"), ("page", "9223372036854775807")}


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_bad_parameter_is_left_out_with_a_note(parameter: str) -> None:
    make_conflict()
    record = Record.of(conflict_called("war-of-the-river"))
    for bad in BAD:
        given = QueryDict(mutable=True)
        given[parameter] = bad
        toll = Toll.read(given, record)
        assert (parameter, bad) in READABLE or [note.parameter for note in toll.notes] == [parameter], bad[:40]
        assert all(0 < len(note.message) < 400 for note in toll.notes), bad[:40]
        assert toll.chosen.is_default and toll.display.scale == "linear"


@pytest.mark.parametrize("bad", BAD, ids=lambda text: text[:20])
def test_bad_parameters_all_at_once_break_no_door(client: Client, bad: str) -> None:
    make_claim(874, claimant=north_ministry())
    for path in ("", "figure.json", "claims.csv", "timeline.svg", "feed.atom"):
        response = client.get(PAGE + path, dict.fromkeys(PARAMETERS, bad[:1000]))
        assert response.status_code == 200
        said = "".join(part.decode() for part in response)
        assert "874" in said and "<script>alert" not in said
        assert path or said.count("<li><code>") >= len(PARAMETERS) - 1


@pytest.mark.parametrize("path", ["cite/", "timeline.png"])
def test_nor_what_is_taken_along(client: Client, path: str) -> None:
    make_claim(874, claimant=north_ministry())
    for bad in BAD:
        response = client.get(
            PAGE + path, dict.fromkeys([*PARAMETERS, "for", "format", "measure", "panels"], bad[:1000])
        )
        if path == "timeline.png":
            assert response["Location"] == PAGE + path
        else:
            assert "1 claim by 1 source" in words(response.content.decode())


@pytest.mark.parametrize(
    "address",
    ["/?page=", "/sources/?q=", "/sources/?page=", "/changes/?before=", "/data/?x=", "/search/?q=", "/search/?kind="],
)
def test_lists_answer_whatever_is_asked(client: Client, address: str) -> None:
    make_claim(874, claimant=north_ministry())
    for bad in BAD:
        response = client.get(address + quote(bad))
        assert response.status_code == 200, bad[:40]
        assert len(words(response.content.decode())) > 100


@pytest.mark.parametrize("address", [PAGE + "?outcome=%00", "/sources/?q=%00", "/conflicts/%00/", PAGE + "?to=%ff"])
def test_text_that_cannot_be_stored_is_refused(client: Client, address: str) -> None:
    assert client.get(address).status_code in (400, 404)


@pytest.mark.parametrize(
    "query",
    [
        "from=2020-11-01&to=2020-10-01", "from=1800-01-01&to=9999-12-31", "to=1800-01-01", "from=9999-12-31",
        "known_on=1800-01-01", "known_on=9999-12-31", "logged_on=1800-01-01",
        "logged_on=9999-12-31", "outcome=killed&outcome=injured", "scope=background",
        "scope=incident&scale=log", "scope=period&order=highest&only=latest", "status=any&party=together&stance=own",
        "claimant=ministry-of-the-north&claimant=nobody", "party=hill-people", "&".join(["claimant=x"] * 3000),
    ],
)  # fmt: skip
def test_odd_but_readable_questions_are_answered(client: Client, query: str) -> None:
    make_claim(874, claimant=north_ministry())
    for path in ("", "figure.json", "claims.csv"):
        assert client.get(f"{PAGE}{path}?{query}").status_code in (200, 413)


@pytest.mark.parametrize(
    "address", ["/claims/9223372036854775808/", "/articles/99999999999999999999/", "/incidents/0/"]
)
def test_numbers_no_record_can_have_are_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
