"""Rows → series: the claims of a filtered view as the lines of a timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from tracker.charts.series import Line, Milestone, Point, Timeline
from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.models import Citation, Claim
from tracker.ledger.querysets import IMPROBABLE, LINE, ClaimQuerySet
from tracker.ledger.stances import Sides
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Group, Kind, Precision, Relation, Scope, Status

DOZEN = 12
TOGETHER = 3
MOST_GREY = 300
"""Points of unnamed lines: more would be a grey cloud that tells nothing and takes megabytes."""
CARRIED_DAYS = 14


@dataclass(frozen=True)
class Frame:
    """What surrounds the lines: the chart's days, words and scale."""

    title: str
    summary: str
    start: date
    end: date
    log: bool = False
    why_empty: str | None = None


def with_first_report(claims: ClaimQuerySet) -> ClaimQuerySet:
    """Claims with names and, in the same query, all that a timeline and its table take.

    ``reports`` is the number of citations, ``report`` the quote, publisher, day and language of the earliest article,
    ``withdrawal`` the number, day and wording of the claim by which its claimant withdrew it.
    """
    cited = Citation.objects.filter(claim=OuterRef("pk"))
    said = JSONObject(
        quote=F("quote"), publisher=F("article__publisher__name"), published=F("article__published_on"),
        language=F("article__language"), article=F("article"),
    )  # fmt: skip
    first = cited.order_by("article__published_on", "id").values(said=said)[:1]
    withdrawing = Claim.objects.published().filter(follows=OuterRef("pk"), relation=Relation.WITHDRAWS.value)
    withdrawal = withdrawing.order_by("as_of", "id").values(said=JSONObject(id="id", day="as_of", words="as_worded"))
    many = cited.order_by().values("claim").annotate(many=Count("pk")).values("many")
    return claims.with_names().annotate(
        report=Subquery(first), reports=Subquery(many), withdrawal=Subquery(withdrawal[:1])
    )


def timeline(
    claims: Iterable[Claim],
    frame: Frame,
    sides: Sides,
    colours: Mapping[int, int],
    milestones: Sequence[Milestone] = (),
) -> Timeline:
    """The timeline of ``claims`` (from ``with_first_report``, in day order); ``colours`` maps voices to the palette.

    A line is one voice counting one thing, and a point is one claim. Named are at most a dozen lines:

    1. at most three that count all sides together, the newest first, then the most reported;
    2. then for each voice the line with most claims, voices with most claims first;
    3. then what else has most claims.

    Behind them the others, those with most claims first, as long as they have MOST_GREY points together.
    """
    grouped: dict[tuple[Any, ...], list[Claim]] = defaultdict(list)
    ordered = sorted(claims, key=_in_order)
    shown = {claim.pk: claim for claim in ordered}
    for claim in ordered:
        grouped[_line_key(claim, shown)].append(claim)
    named = set(_named(grouped))
    grey = _few_enough({key: rows for key, rows in grouped.items() if key not in named})
    made = {key: _line(key, rows, sides, colours) for key, rows in grouped.items() if key in named or key in grey}
    separate = any(rows[0].scope != Scope.CUMULATIVE.value for rows in grouped.values())
    return Timeline(
        title=frame.title,
        summary=frame.summary,
        start=frame.start,
        end=frame.end,
        lines=tuple(line for key, line in made.items() if key in named),
        others=tuple(line for key, line in made.items() if key in grey),
        undrawn=len(grouped) - len(made),
        milestones=tuple(milestones),
        log=frame.log,
        carried_days=0 if separate else CARRIED_DAYS,
        why_empty=frame.why_empty,
    )


def _line_key(claim: Claim, shown: Mapping[int, Claim]) -> tuple[Any, ...]:
    """The claim's voice and everything counted; a part of a figure on that very line is drawn apart from it.

    93 "by shelling" of 98 dead is no fall to 93.
    """
    key = tuple(getattr(claim, name) for name in LINE)
    whole = shown.get(claim.part_of_id or 0)
    return (*key, whole.pk) if whole and key == tuple(getattr(whole, name) for name in LINE) else key


def _in_order(claim: Claim) -> tuple[date, bool, date, int, int]:
    """By day, as ``standing_on`` has it; of one day and printing the one that most articles report comes last."""
    likely = claim.credibility != IMPROBABLE
    return claim.as_of, likely, claim.first_published_on or claim.as_of, getattr(claim, "reports", 0) or 0, -claim.pk


def _newest_and_most_reported(claim: Claim) -> tuple[date, int, int]:
    return claim.as_of, getattr(claim, "reports", 0) or 0, -claim.pk


def _named(grouped: Mapping[tuple[Any, ...], list[Claim]]) -> list[tuple[Any, ...]]:
    numbered = {key: rows for key, rows in grouped.items() if any(row.interval for row in rows)}
    by_size = sorted(numbered, key=lambda key: -len(numbered[key]))
    together = [key for key in by_size if _counts_all_sides(numbered[key][-1])]
    together.sort(key=lambda key: _newest_and_most_reported(numbered[key][-1]), reverse=True)
    voices: dict[int, tuple[Any, ...]] = {}
    for key in by_size:
        voices.setdefault(numbered[key][0].voice_id, key)
    wanted = [*together[:TOGETHER], *voices.values(), *by_size]
    return list(dict.fromkeys(wanted))[:DOZEN]


def _few_enough(grouped: Mapping[tuple[Any, ...], list[Claim]]) -> set[tuple[Any, ...]]:
    room, kept = MOST_GREY, set()
    for key in sorted(grouped, key=lambda key: -len(grouped[key])):
        if len(grouped[key]) <= room:
            room -= len(grouped[key])
            kept.add(key)
    return kept


def _counts_all_sides(claim: Claim) -> bool:
    everyone = claim.status == Status.ANY.value and claim.group == Group.NONE.value
    return claim.party_id is None and everyone and not claim.place and claim.incident_id is None


def _line(key: tuple[Any, ...], rows: list[Claim], sides: Sides, colours: Mapping[int, int]) -> Line:
    last = rows[-1]
    counted = thing_in_words(last)
    points: list[Point] = []
    for row in rows:
        before = next((point.level for point in reversed(points) if point.level is not None), None)
        points.append(_point(row, counted, before))
        points += _withdrawal(row, counted)
    return Line(
        key="-".join("" if part is None else str(part) for part in key),
        claimant=voice_in_words(last),
        counted=counted,
        colour=colours.get(last.voice_id, last.voice_id),
        kind=Kind(last.kind),
        stance=sides.stance(last.voice, last.party_id, last.as_of),
        points=tuple(points),
    )


def _withdrawal(claim: Claim, counted: str) -> list[Point]:
    """The mark of a claim's withdrawal by its claimant, where the line ends; none when it was never withdrawn."""
    said = getattr(claim, "withdrawal", None)
    if not said:
        return []
    return [
        Point(
            day=date.fromisoformat(said["day"]), value=None, interval=None, qualifier=Qualifier.VAGUE,
            figure=f"withdrawn: {said['words']}", quote="", claimant=voice_in_words(claim), counted=counted,
            publisher="", published=None, url=claim.get_absolute_url(), relation=Relation.WITHDRAWS,
        )
    ]  # fmt: skip


def thing_in_words(claim: Claim) -> str:
    """Who is counted and, for a count that does not run over the whole conflict, in what."""
    words = counted_in_words(claim)
    if not claim.incident:
        return words
    if claim.place and claim.place in claim.incident.name:
        words = words.removesuffix(f", {claim.place}")
    return f"{words}, {claim.incident.name}"


def _point(claim: Claim, counted: str, before: int | None) -> Point:
    report = getattr(claim, "report", None) or {}
    published = report.get("published")
    interval = claim.interval
    level = claim.value if claim.value is not None else claim.low
    total = claim.scope == Scope.CUMULATIVE.value
    return Point(
        day=claim.as_of,
        value=claim.value,
        interval=(interval.low, interval.high) if interval else None,
        qualifier=Qualifier(claim.qualifier),
        figure=claim.figure,
        quote=report.get("quote", ""),
        claimant=voice_in_words(claim),
        counted=counted,
        publisher=report.get("publisher", ""),
        published=date.fromisoformat(published) if published else None,
        url=claim.get_absolute_url(),
        kind=Kind(claim.kind),
        relation=Relation(claim.relation),
        fell=total and before is not None and level is not None and level < before,
        precision=Precision(claim.as_of_precision),
    )
