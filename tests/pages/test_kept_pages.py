"""A conflict's pages are drawn anew when something that they show has changed, and kept when it has not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from tests.cast import ben, make_article, make_claim, make_conflict, make_source, monitor, north_ministry, nour, party
from tests.pages.reading import PAGE
from tracker.ledger import changes
from tracker.ledger.models import Article, Change, Claim, Conflict, Incident, Milestone, Source
from tracker.lib.vocabulary import Scope
from tracker.pages import record, version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]

WHY = {"why": "it was asked for"}


@dataclass(frozen=True)
class Stage:
    """Two wars that share a ministry, a newspaper and an article; ``claim`` and the rest are the first one's."""

    war: Conflict
    other: Conflict
    claim: Claim
    others: Claim
    article: Article
    incident: Incident
    milestone: Milestone

    @classmethod
    def set_up(cls) -> Stage:
        war, other, by = make_conflict(), make_conflict("War of the hills"), {"by": ben(), **WHY}
        article, source = make_article(), north_ministry()
        changes.add_affiliation(source=source, party=party("North", other), **by)
        claim = make_claim(874, claimant=source, article=article, party=party("North"))
        make_claim(60, claimant=monitor(), article=article)
        incident = changes.add_incident(conflict=war, name="Bridge", place="Riverton", date=date(2020, 10, 1), **by)
        make_claim(7, claimant=source, incident=incident, scope=Scope.INCIDENT.value)
        milestone = changes.add_milestone(
            conflict=war, date=date(2020, 10, 10), label="Ceasefire", source=make_source("The Daily River"), **by
        )
        others = make_claim(90, conflict=other, claimant=source, article=article)
        return cls(war, other, claim, others, article, incident, milestone)

    def pages(self) -> list[str]:
        """Every kind of page that shows one conflict."""
        claim = self.claim.get_absolute_url()
        return [
            PAGE, PAGE + "figure.json", PAGE + "claims.csv", PAGE + "claims.csv?everything=1", PAGE + "timeline.svg",
            PAGE + "cite/", PAGE + "feed.atom", PAGE + "feed.atom?everything=1", f"/embed{PAGE}", claim,
            f"{claim}cite/", self.incident.get_absolute_url(),
        ]  # fmt: skip


Deed = Callable[[Stage, dict[str, object]], object]

SHOWN: dict[str, Deed] = {
    "a claim more": lambda stage, by: make_claim(875, claimant=north_ministry()),
    "a claim corrected": lambda stage, by: changes.correct_claim(stage.claim, value=880, **by),
    "a claim withdrawn": lambda stage, by: changes.withdraw_claim(stage.claim, **by),
    "a citation more": lambda stage, by: changes.cite_claim(
        claim=stage.claim, quoted=changes.Quoted(make_article(), "874 had died", "874"), **by
    ),
    "a citation corrected": lambda stage, by: changes.correct_citation(
        stage.claim.citations.get(), attribution="the ministry", **by
    ),
    "two claims merged": lambda stage, by: changes.merge_claims(keep=stage.claim, drop=make_claim(876), **by),
    "the conflict renamed": lambda stage, by: changes.correct_record(stage.war, name="War of the great river", **by),
    "a party renamed": lambda stage, by: changes.correct_record(party("North"), name="The North", **by),
    "a party more": lambda stage, by: changes.add_party(conflict=stage.war, name="East", **by),
    "the incident renamed": lambda stage, by: changes.correct_record(stage.incident, name="Old bridge", **by),
    "the milestone renamed": lambda stage, by: changes.correct_record(stage.milestone, label="Truce", **by),
    "another colour": lambda stage, by: changes.give_colour(
        conflict=stage.war, voice=make_source("The Morning River"), **by
    ),
    "an affiliation more": lambda stage, by: changes.add_affiliation(source=monitor(), party=party("South"), **by),
    "a source renamed": lambda stage, by: changes.correct_record(north_ministry(), name="Ministry of Defence", **by),
    "a source under another": lambda stage, by: changes.correct_record(monitor(), parent=north_ministry(), **by),
    "two sources merged": lambda stage, by: changes.merge_sources(keep=north_ministry(), drop=monitor(), **by),
    "the article's title": lambda stage, by: changes.correct_record(stage.article, title="Told anew", **by),
    "the article's publisher": lambda stage, by: changes.correct_record(stage.article, publisher=monitor(), **by),
    "an undo": lambda stage, by: changes.revert_change(Change.objects.get(verb="add_milestone"), **by),
    "a change of another conflict that reaches this one": lambda stage, by: _within(stage.other, by, stage.claim),
    "a change of another conflict that renames a source": lambda stage, by: _within(
        stage.other, by, make_source("The Daily River")
    ),
}
"""What changes something that the first war's pages show, or may show."""

NOT_SHOWN: dict[str, Deed] = {
    "another conflict's claim": lambda stage, by: make_claim(91, conflict=stage.other, claimant=north_ministry()),
    "another conflict's correction": lambda stage, by: changes.correct_claim(stage.others, value=92, **by),
    "another conflict's name": lambda stage, by: changes.correct_record(stage.other, name="War of the mountains", **by),
    "another conflict's party": lambda stage, by: changes.add_party(conflict=stage.other, name="West", **by),
    "another conflict's affiliation": lambda stage, by: changes.add_affiliation(
        source=monitor(), party=party("South", stage.other), **by
    ),
    "a new conflict": lambda stage, by: make_conflict("War of the lake"),
    "a new source": lambda stage, by: make_source("The Evening River"),
    "a further name of a source": lambda stage, by: changes.add_alias(source=monitor(), name="RM", **by),
    "a new article": lambda stage, by: make_article(),
    "an article's stored text": lambda stage, by: changes.correct_record(stage.article, text="874 had died", **by),
    "a figure proposed": lambda stage, by: changes.propose_figures(
        article=stage.article, conflict=stage.war, text="874 had died",
        proposals=[changes.Proposal(start=0, end=3, reading={"text": "874"})], **by,
    ),
}  # fmt: skip
"""What nobody sees on the first war's pages."""


def _within(conflict: Conflict, by: dict[str, object], record: Claim | Source) -> None:
    with changes.making(verb="test", conflict=conflict, **by):
        if isinstance(record, Claim):
            changes.correct_claim(record, value=881, **by)
        else:
            changes.correct_record(record, name="The Daily Stream", **by)


def _version(stage: Stage) -> str:
    """What the pages of the first war go by."""
    return Change.objects.version_of(Conflict.objects.filter(pk=stage.war.pk).values("pk"))


def _drawn(client: Client, stage: Stage) -> dict[str, tuple[str, bytes]]:
    """The ETag and the content of each page, drawn anew."""
    version._kept.clear()
    record._records.clear()
    answers = {address: client.get(address) for address in stage.pages()}
    return {address: (answer["ETag"], answer.getvalue()) for address, answer in answers.items()}


@pytest.mark.parametrize("deed", SHOWN)
def test_what_a_page_shows_makes_it_new(deed: str) -> None:
    stage = Stage.set_up()
    before = _version(stage)
    SHOWN[deed](stage, {"by": ben(), **WHY})
    assert _version(stage) != before


def test_every_page_of_a_conflict_is_new_after_a_change(client: Client) -> None:
    stage = Stage.set_up()
    before = _drawn(client, stage)
    changes.correct_record(north_ministry(), by=ben(), **WHY, name="Ministry of Defence")
    after = _drawn(client, stage)
    assert not [address for address in before if before[address][0] == after[address][0]]


def test_what_no_page_of_the_conflict_shows_leaves_them_kept(client: Client) -> None:
    """The pages drawn anew are the twin: they must be what was kept, to the letter."""
    stage = Stage.set_up()
    before, drawn = _version(stage), _drawn(client, stage)
    for deed, do in NOT_SHOWN.items():
        do(stage, {"by": ben(), **WHY})
        assert _version(stage) == before, deed
    assert _drawn(client, stage) == drawn


def test_a_kept_page_outlives_a_change_of_another_conflict(
    client: Client, django_assert_num_queries: Callable[[int], object]
) -> None:
    stage = Stage.set_up()
    first = client.get(PAGE).content
    make_claim(91, conflict=stage.other, claimant=north_ministry())
    with django_assert_num_queries(1):
        assert client.get(PAGE).content == first


def test_a_change_that_began_earlier_and_came_later_gives_a_new_version() -> None:
    """Numbers are given at the start of a change: of two at once the lower may be committed last."""
    stage = Stage.set_up()
    early = Change.objects.create(by=nour(), why="a slow import", verb="test")
    make_claim(877)
    before = Change.objects.exclude(pk=early.pk).version(), _version(stage)
    early.reaches.create(conflict=stage.war.pk)
    assert Change.objects.version() != before[0]
    assert _version(stage) != before[1]
