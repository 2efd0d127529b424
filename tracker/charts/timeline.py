"""Rows → series: the claims of a filtered view as the lines of a timeline."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from tracker.charts.series import Line, Milestone, Point, Timeline
from tracker.ledger.comparable import line_of
from tracker.ledger.comparing import counted_in_words, people_and_place, voice_in_words
from tracker.ledger.models import Citation, Claim, Source
from tracker.ledger.querysets import IMPROBABLE, ClaimQuerySet
from tracker.ledger.stances import Sides
from tracker.lib.counts import Qualifier
from tracker.lib.latest import Latest
from tracker.lib.tongue import number, say, say_many
from tracker.lib.vocabulary import Group, Kind, Precision, Relation, Scope, Status

DOZEN = 12
TOGETHER = 3
MOST_GREY = 300
"""Points of unnamed lines: more would be a grey cloud that tells nothing and takes megabytes."""
CARRIED_DAYS = 14
UNLIKE = 1000
NAMED_APART = 5
MOST_APART = 200
"""Counts of days and incidents on the chart of their own: the highest; the others stand in the table."""

MOST_MADE = 1_000
"""Lines that a ``LineMaker`` keeps."""

Address = Callable[[Source], str]
_ANY, _NO_GROUP = Status.ANY.value, Group.NONE.value


@dataclass(frozen=True)
class Frame:
    """What surrounds the lines: the chart's days, words and scale."""

    title: str
    summary: str
    start: date
    end: date
    log: bool = False
    why_empty: str | None = None


def with_first_report(
    claims: ClaimQuerySet, known_on: date | None = None, logged_on: date | None = None
) -> ClaimQuerySet:
    """Claims with names and, in the same query, all that a timeline and its table take.

    ``reports`` is the number of citations, ``report`` the quote, publisher, day and language of the earliest article,
    ``withdrawal`` the number, day and wording of the claim by which its claimant withdrew it, as far as that was known.
    """
    cited = Citation.objects.filter(claim=OuterRef("pk"))
    said = JSONObject(
        quote=F("quote"), publisher=F("article__publisher__name"), published=F("article__published_on"),
        language=F("article__language"), article=F("article"),
    )  # fmt: skip
    first = cited.order_by("article__published_on", "id").values(said=said)[:1]
    withdrawing = Claim.objects.published().filter(follows=OuterRef("pk"), relation=Relation.WITHDRAWS.value)
    withdrawing = withdrawing.known(known_on, logged_on)
    withdrawal = withdrawing.order_by("as_of", "id").values(said=JSONObject(id="id", day="as_of", words="as_worded"))
    many = cited.order_by().values("claim").annotate(many=Count("pk")).values("many")
    return claims.with_names().annotate(
        report=Subquery(first), reports=Subquery(many), withdrawal=Subquery(withdrawal[:1])
    )


Key = tuple[Any, ...]


@dataclass(frozen=True)
class Grouped:
    """The claims of a view by line, in day order, and which lines are drawn: named, or grey behind them."""

    lines: Mapping[Key, list[Claim]]
    named: set[Key]
    grey: set[Key]

    @property
    def drawn(self) -> list[Claim]:
        """The claims that are points of the chart: what it shows of each must be at hand."""
        return [claim for key, rows in self.lines.items() if key in self.named or key in self.grey for claim in rows]


def grouped_in_lines(claims: Iterable[Claim]) -> Grouped:
    """Claims with ``reports``, as lines.

    A line is one voice counting one thing, and a point is one claim. Named are at most a dozen lines:

    1. at most three that count all sides together, the newest first, then the most reported;
    2. then for each voice the line with most claims, voices with most claims first;
    3. then what else has most claims.

    Behind them the others, those with most claims first, as long as they have MOST_GREY points together.
    """
    grouped: dict[Key, list[Claim]] = defaultdict(list)
    ordered = sorted(claims, key=_in_order)
    shown = {claim.id: claim for claim in ordered}
    for claim in ordered:
        grouped[_line_key(claim, shown)].append(claim)
    named = set(_named(grouped))
    return Grouped(grouped, named, _few_enough({key: rows for key, rows in grouped.items() if key not in named}))


def timeline(
    grouped: Grouped,
    frame: Frame,
    maker: LineMaker,
    address: Address,
    milestones: Sequence[Milestone] = (),
) -> Timeline:
    """The timeline of a view, those drawn with what ``with_first_report`` adds.

    ``address`` gives the same view with one voice alone.
    """
    named, grey, lines = grouped.named, grouped.grey, grouped.lines
    made = {key: maker.line(key, rows) for key, rows in lines.items() if key in named or key in grey}
    separate = any(rows[0].scope != Scope.CUMULATIVE.value for rows in lines.values())
    return Timeline(
        title=frame.title,
        summary=frame.summary,
        start=frame.start,
        end=frame.end,
        lines=tuple(line for key, line in made.items() if key in named),
        others=tuple(replace(line, address=address(lines[key][-1].voice)) for key, line in made.items() if key in grey),
        undrawn=len(lines) - len(made),
        milestones=tuple(milestones),
        log=frame.log,
        carried_days=0 if separate else CARRIED_DAYS,
        remarks=_remarks(made.values(), frame.log),
        why_empty=frame.why_empty,
    )


def highest_apart(claims: Iterable[Claim]) -> list[Claim]:
    """The MOST_APART highest by the number stated; those in words alone come last."""
    return heapq.nsmallest(MOST_APART, claims, key=lambda claim: (-_stated(claim), claim.as_of, claim.pk))


def _stated(claim: Claim) -> int:
    number = claim.high if claim.value is None else claim.value
    return -1 if number is None else number


def timeline_apart(
    claims: Sequence[Claim],
    frame: Frame,
    maker: LineMaker,
    address: Address,
    in_all: int,
) -> Timeline:
    """The chart of counts that stand alone, of a day, a period, an incident: the highest of so many ``in_all``.

    Nothing joins them. A line is all that one voice said; named are the voices with most counts.
    """
    grouped: dict[tuple[Any, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_in_order):
        grouped[(claim.voice_id,)].append(claim)
    by_size = sorted(grouped, key=lambda key: -len(grouped[key]))
    made = {key: maker.line(key, rows) for key, rows in grouped.items()}
    more = in_all - len(claims)
    return Timeline(
        title=frame.title,
        summary=frame.summary,
        start=frame.start,
        end=frame.end,
        lines=tuple(line for key, line in made.items() if key in by_size[:NAMED_APART]),
        others=tuple(
            replace(line, address=address(grouped[key][-1].voice))
            for key, line in made.items()
            if key in by_size[NAMED_APART:]
        ),
        log=frame.log,
        carried_days=0,
        remarks=(_highest_alone(len(claims), more),) if more > 0 else (),
        why_empty=frame.why_empty,
    )


def _remarks(lines: Iterable[Line], log: bool) -> tuple[str, ...]:
    """What a reader should know of a chart with a single number, with words alone, or with very unlike numbers."""
    points = [point for line in lines for point in line.points]
    levels = [point.level for point in points if point.level is not None]
    if points and not levels:
        return (say("Every figure of this view is in words alone: it stands on its day, at no height."),)
    if len(levels) == 1:
        return (say("One number alone: there is no second one to draw a line to."),)
    if not log and levels and max(levels) > UNLIKE * max(1, min(levels)):
        words = say("The highest number is more than {times} times the lowest: the logarithmic scale shows both.")
        return (words.format(times=number(UNLIKE)),)
    return ()


def _highest_alone(drawn: int, more: int) -> str:
    words = say_many(
        "The {drawn} highest are drawn: {more} more stands in the table.",
        "The {drawn} highest are drawn: {more} more stand in the table.",
        more,
    )
    return words.format(drawn=number(drawn), more=number(more))


def _line_key(claim: Claim, shown: Mapping[int, Claim]) -> tuple[Any, ...]:
    """The claim's voice and everything counted; a part of a figure on that very line is drawn apart from it.

    93 "by shelling" of 98 dead is no fall to 93.
    """
    key = line_of(claim)
    whole = shown.get(claim.part_of_id) if claim.part_of_id else None
    return (*key, whole.pk) if whole and key == line_of(whole) else key


def _in_order(claim: Claim) -> tuple[date, bool, date, int, int]:
    """By day, as ``standing_on`` has it; of one day and printing the one that most articles report comes last."""
    likely = claim.credibility != IMPROBABLE
    return claim.as_of, likely, claim.first_published_on or claim.as_of, getattr(claim, "reports", 0) or 0, -claim.id


def _newest_and_most_reported(claim: Claim) -> tuple[date, int, int]:
    return claim.as_of, getattr(claim, "reports", 0) or 0, -claim.pk


def _named(grouped: Mapping[tuple[Any, ...], list[Claim]]) -> list[tuple[Any, ...]]:
    vague = Qualifier.VAGUE.value
    numbered = {
        key: rows
        for key, rows in grouped.items()
        if rows[-1].qualifier != vague or any(row.qualifier != vague for row in rows)
    }
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
    everyone = not claim.place and claim.status == _ANY and claim.group == _NO_GROUP
    return everyone and claim.party_id is None and claim.incident_id is None


@dataclass(frozen=True)
class LineMaker:
    """Makes the line of some claims of one voice, in day order; what is counted may differ from claim to claim.

    ``colours`` maps voices to the palette. A line is made once for all views that draw it, in one language.
    """

    sides: Sides
    colours: Mapping[int, int]
    made: Latest[tuple[Key, tuple[int, ...]], Line] = field(default_factory=lambda: Latest(MOST_MADE))
    known: dict[Any, str] = field(default_factory=dict)
    """What was said already: things counted by what makes them. Translating takes its time."""

    def line(self, key: Key, rows: list[Claim]) -> Line:
        """The line of these claims, without an address."""
        return self.made.get((key, tuple(row.id for row in rows)), lambda: self._make(key, rows))

    def _make(self, key: Key, rows: list[Claim]) -> Line:
        last = rows[-1]
        voice = voice_in_words(last)
        points: list[Point] = []
        before: int | None = None
        for row in rows:
            point = _point(row, voice, self._counted(row), row.get_absolute_url(), before)
            before = before if point.level is None else point.level
            points.append(point)
            if ending := _withdrawal(row, point):
                points.append(ending)
                before = None
        side = None if last.party_id is None else self.sides.tree.side(last.party_id)
        return Line(
            key="-".join("" if part is None else str(part) for part in key),
            claimant=voice,
            counted=points[-1].counted,
            colour=self.colours.get(last.voice_id, last.voice_id),
            kind=Kind(last.kind),
            stance=self.sides.stance(last.voice, last.party_id, last.as_of),
            points=tuple(sorted(points, key=lambda point: point.day)),
            side="" if side is None else self.sides.tree.name(side),
        )

    def _counted(self, claim: Claim) -> str:
        thing = claim.party_id, claim.status, claim.group, claim.place, claim.incident_id
        if thing not in self.known:
            self.known[thing] = thing_in_words(claim)
        return self.known[thing]


def _withdrawal(claim: Claim, point: Point) -> Point | None:
    """The mark of a claim's withdrawal by its claimant, where the line ends; None when it was never withdrawn."""
    said = getattr(claim, "withdrawal", None)
    if not said:
        return None
    return Point(
        day=date.fromisoformat(said["day"]), value=None, interval=None, qualifier=Qualifier.VAGUE,
        figure=say("withdrawn: {words}").format(words=said["words"]), quote="", claimant=point.claimant,
        counted=point.counted,
        publisher="", published=None, url=point.url, relation=Relation.WITHDRAWS, stood=point.level,
    )  # fmt: skip


def thing_in_words(claim: Claim) -> str:
    """Who is counted and, for a count that does not run over the whole conflict, in what."""
    if not claim.incident:
        return counted_in_words(claim)
    place = "" if claim.place and claim.place in claim.incident.name else claim.place
    people = people_and_place(claim.status, claim.group, claim.party.name if claim.party else None, place)
    return say("{people}, {incident}").format(people=people, incident=claim.incident.name)


def _point(claim: Claim, voice: str, counted: str, url: str, before: int | None) -> Point:
    report = getattr(claim, "report", None) or {}
    published = report.get("published")
    interval = claim.interval
    level = claim.value if claim.value is not None else claim.low
    total, relation = claim.scope == Scope.CUMULATIVE.value, Relation(claim.relation)
    return Point(
        day=claim.as_of,
        value=claim.value,
        interval=(interval.low, interval.high) if interval else None,
        qualifier=Qualifier(claim.qualifier),
        figure=claim.figure,
        quote=report.get("quote", ""),
        claimant=voice,
        counted=counted,
        publisher=report.get("publisher", ""),
        published=date.fromisoformat(published) if published else None,
        url=url,
        kind=Kind(claim.kind),
        relation=relation,
        fell=total
        and relation is not Relation.CORRECTS
        and before is not None
        and level is not None
        and level < before,
        precision=Precision(claim.as_of_precision),
        since=claim.period_start,
    )
