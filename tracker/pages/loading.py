"""A conflict with everything of its own that its page shows, in one query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, Model, OuterRef, QuerySet
from django.db.models.base import ModelState
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from tracker.charts import series
from tracker.ledger.models import Affiliation, Claim, Conflict, Incident, LineColour, Milestone, Party, Source
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides

if TYPE_CHECKING:
    from tracker.ledger.querysets import ClaimQuerySet

PARTY = ("id", "name", "slug", "parent", "aliases", "belligerent", "position")
INCIDENT = ("id", "name", "date", "precision", "place")
AFFILIATION = ("source", "party", "since", "until")
WIDE = {
    "vague_words", "said_on", "includes_indirect", "editor_note", "merged_into_id", "accepted_warnings", "logged_by_id",
    "logged_at", "version",
}  # fmt: skip
NARROW = tuple(field.attname for field in Claim._meta.concrete_fields if field.attname not in WIDE)
"""The columns of a claim that charts, tables and answers take."""
COLUMNS = (*NARROW, "channels")
NAMES = ("voice", "claimant", "party", "incident")
_NAMES: itemgetter[Any] = itemgetter(*(NARROW.index(f"{name}_id") for name in NAMES))


def conflict_called(slug: str) -> Any:
    """The conflict with its counts, milestones, colours and voices. Raises Http404.

    Adds to ``with_counts``: ``marks`` (milestones), ``colours`` (voice and colour), ``voices`` (id, slug, name, kind
    and number of published claims, most first), and what ``sides_of`` and ``cast_of`` are made from.
    """
    of_it: dict[str, Any] = {"conflict": OuterRef("pk")}
    marks = Milestone.objects.filter(**of_it).order_by("date", "id")
    colours = LineColour.objects.filter(**of_it).order_by("voice")
    voices = Claim.objects.published().filter(**of_it).order_by().values("voice").annotate(claims=Count("pk"))
    found = Conflict.objects.with_counts().annotate(
        marks=ArraySubquery(
            marks.values(json=JSONObject(day="date", label="label", detail="detail", url="url", source="source__name"))
        ),
        colours=ArraySubquery(colours.values(json=JSONObject(voice="voice", colour="colour"))),
        voices=ArraySubquery(
            voices.order_by("-claims", "voice__name").values(
                json=JSONObject(
                    id="voice", slug="voice__slug", name="voice__name", kind="voice__kind", claims=F("claims")
                )
            )
        ),
        tree=ArraySubquery(_rows(Party.objects.filter(**of_it).order_by("position", "name"), PARTY)),
        events=ArraySubquery(_rows(Incident.objects.filter(**of_it), INCIDENT)),
        speakers=ArraySubquery(
            _rows(Affiliation.objects.filter(party__conflict=OuterRef("pk")).order_by("since", "id"), AFFILIATION)
        ),
        bodies=ArraySubquery(_rows(Source.objects.filter(parent__isnull=False), ("id", "parent"))),
    )
    return get_object_or_404(found, slug=slug)


def _rows(found: QuerySet[Any], columns: tuple[str, ...]) -> QuerySet[Any, Any]:
    return found.values(json=JSONObject(**{column: column for column in columns}))


def sides_of(conflict: Any) -> Sides:
    """The sides of a conflict from ``conflict_called``, as ``Sides.of`` has them; no query."""
    parties = [Party(conflict_id=conflict.pk, parent_id=row.pop("parent"), **row) for row in map(dict, conflict.tree)]
    spoken = [(row["source"], None, row["party"], _day(row["since"]), _day(row["until"])) for row in conflict.speakers]
    held = [(row["id"], row["parent"], None, None, None) for row in conflict.bodies]
    return Sides.made_of(PartyTree(parties), [*held, *spoken])


@dataclass(frozen=True)
class Cast:
    """The conflict with its parties, voices and incidents: one object each, whatever the number of claims.

    Joined to each claim they would be made anew ten thousand times.
    """

    conflict: Any
    parties: Mapping[int | None, Party]
    voices: Mapping[int | None, Source]
    incidents: Mapping[int | None, Incident]
    _seen: dict[tuple[int | None, ...], dict[str, Any]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, conflict: Any, tree: PartyTree) -> Cast:
        """From ``conflict_called``; no query."""
        voices = [_partial(Source, row) for row in conflict.voices]
        incidents = [_partial(Incident, row | {"date": _day(row["date"])}) for row in conflict.events]
        return cls(
            conflict,
            {party.pk: party for party in tree},
            {voice.pk: voice for voice in voices},
            {incident.pk: incident for incident in incidents},
        )

    def load(self, claims: ClaimQuerySet, known_on: date | None) -> dict[int, Claim]:
        """Claims of the conflict by id, with names, ``channels`` and ``reports``: one query.

        Columns that no page of many claims shows are fetched when asked for.
        """
        found = claims.order_by().with_channels(known_on).values_list(*COLUMNS)
        return {row[0]: self._make(row) for row in found}

    def _make(self, row: tuple[Any, ...]) -> Claim:
        """As unpickling makes it: ``from_db`` takes ten times as long. Columns left out are fetched when asked for."""
        claim, state = Claim.__new__(Claim), ModelState()
        vars(claim).update(zip(COLUMNS, row, strict=True), reports=len(row[-1]), _state=state)
        vars(state).update(adding=False, db=self.conflict._state.db, fields_cache=self._named(_NAMES(row)).copy())
        return claim

    def _named(self, numbers: tuple[int | None, ...]) -> dict[str, Any]:
        """What claims with these ``numbers`` name, as Django keeps it beside the columns."""
        if numbers not in self._seen:
            known: tuple[Mapping[int | None, Any], ...] = (self.voices, self.voices, self.parties, self.incidents)
            named = zip(NAMES, numbers, known, strict=True)
            found = {name: rows[number] for name, number, rows in named if number in rows}
            self._seen[numbers] = {"conflict": self.conflict} | found
        return self._seen[numbers]


def _partial(model: type[Model], row: Mapping[str, Any]) -> Any:
    """A record of which some columns are at hand; the others are fetched when asked for."""
    columns = [field.attname for field in model._meta.concrete_fields if field.attname in row]
    return model.from_db("default", columns, [row[column] for column in columns])


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def colours_of(conflict: Any) -> dict[int, int]:
    """Voice → index into the palette."""
    return {row["voice"]: row["colour"] for row in conflict.colours}


def milestones_of(conflict: Any) -> list[series.Milestone]:
    """The conflict's milestones as the charts take them."""
    rows = conflict.marks
    return [series.Milestone(date.fromisoformat(row["day"]), row["label"], row["detail"]) for row in rows]
