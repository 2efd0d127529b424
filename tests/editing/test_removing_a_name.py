"""A name that was learned or typed wrongly is taken from its source at the desk."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import cast
from tests.editing.reading import suggest
from tests.editing.typing import text_of
from tracker.ledger import changes
from tracker.ledger.models import Article, Change, Source, SourceAlias


@pytest.fixture
def alias(article: Article) -> SourceAlias:
    """A second name of the North's ministry."""
    source = cast.north_ministry()
    return changes.add_alias(by=cast.nour(), why="as one paper has it", source=source, name="Bureau of Counting")


def remove(desk: Client, alias: SourceAlias, why: str = "It is another office") -> str:
    address = f"/desk/sources/{alias.source_id}/names/{alias.pk}/remove/"
    return text_of(desk.post(address, {"why": why}, follow=True))


def test_what_happens_is_said_before_and_after_and_can_be_undone(desk, alias):
    page = desk.get(f"/desk/sources/{alias.source_id}/")
    address = f"/desk/sources/{alias.source_id}/names/{alias.pk}/remove/"
    assert page.content.decode().count("/remove/") == page.content.decode().count(address) == 1
    asked = text_of(desk.get(address))
    assert "Claims, citations and articles that were logged under it stay with Ministry of the North." in asked
    assert "does not go by “Bureau of Counting” any more" in remove(desk, alias)
    assert not Source.objects.called("Bureau of Counting").exists()
    desk.post(f"/desk/changes/{Change.objects.latest('id').pk}/undo/")
    assert Source.objects.called("Bureau of Counting").get() == alias.source


def test_what_was_accepted_under_the_name_stays_and_what_is_open_is_matched_anew(desk, article, alias):
    claimant = {"claimant": ["Bureau of Counting"], "party": ["North"]}
    accepted, still_open = (suggest(article, words, **claimant) for words in ("874", "60"))
    desk.post(f"/desk/suggestions/{accepted.pk}/accept/")
    remove(desk, alias)
    accepted.refresh_from_db()
    assert accepted.claim.claimant == alias.source
    page = text_of(desk.get(f"/desk/read/{accepted.article_id}/"))
    assert "“Bureau of Counting” names no source here" in page
    assert still_open.is_open


def test_the_reason_is_asked_for_and_the_own_name_stays(desk, alias):
    assert "Fill this in" in remove(desk, alias, why="")
    own = alias.source.aliases.get(name="Ministry of the North")
    assert "correct the name first" in remove(desk, own)
    assert SourceAlias.objects.filter(source=alias.source).count() == 2


@pytest.mark.parametrize(
    "address", ["/desk/sources/{other}/names/{alias}/remove/", "/desk/sources/{own}/names/0/remove/"]
)
def test_there_is_no_such_name(desk, alias, address):
    other = cast.south_ministry()
    answer = desk.get(address.format(other=other.pk, own=alias.source_id, alias=alias.pk))
    assert answer.status_code == 404
