"""One filtered view of a conflict, worked out once: page, fragment and figure are drawn from the same object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone

from tracker.charts.series import Timeline
from tracker.charts.timeline import Frame, timeline, with_first_report
from tracker.ledger import answers
from tracker.ledger.comparing import OUTCOMES_IN_WORDS, voice_in_words
from tracker.ledger.disagreements import contradiction_counts
from tracker.ledger.filters import ClaimFilter, Note
from tracker.ledger.models import Claim
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Outcome
from tracker.pages.display import HIGHEST, NEWEST, Display
from tracker.pages.loading import colours_of, milestones_of
from tracker.pages.paging import Page, page_of

QUESTIONS = {
    Outcome.KILLED: "How many people have been killed?",
    Outcome.INJURED: "How many people have been injured?",
    Outcome.MISSING: "How many people are missing?",
    Outcome.CAPTURED: "How many people have been captured?",
    Outcome.CASUALTIES: "How many casualties have there been?",
}


@dataclass(frozen=True)
class Row:
    """A claim in the table: ``against`` is how many standing claims contradict it, None when it no longer stands."""

    claim: Claim
    against: int | None


@dataclass(frozen=True)
class Words:
    """A stretch of a sentence; with ``claim`` it leads to it."""

    text: str
    claim: Claim | None = None


@dataclass(frozen=True)
class Toll:
    """What a conflict's page shows under a filter and a display. Each part is worked out when first asked for."""

    conflict: Any
    """The Conflict with what ``conflict_called`` adds to it."""
    chosen: ClaimFilter
    display: Display

    @classmethod
    def read(cls, given: dict[str, str], conflict: Any) -> Toll:
        """From URL parameters (a QueryDict)."""
        return cls(conflict, ClaimFilter.read(given, conflict), Display.read(given))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Parameters that could not be used, and why."""
        return self.chosen.notes + self.display.notes

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims asked for, in order of the day they hold for: one query."""
        return list(with_first_report(self.chosen.rows()))

    @property
    def day(self) -> date:
        """The day of the answers: the filter's last day, today while the war goes on, no later than known_on."""
        last = self.chosen.last_day or timezone.localdate()
        return min(last, self.chosen.known_on) if self.chosen.known_on else last

    @cached_property
    def standing(self) -> list[Claim]:
        """The standing claims of the day, whoever is counted and whoever counts: one query."""
        return list(self.chosen.everything().standing_on(self.day, known_on=self.chosen.known_on).with_names())

    @cached_property
    def headline(self) -> answers.Headline:
        return answers.headline(self.standing, self.day, self.chosen.tree, self.chosen.outcome)

    @property
    def headline_words(self) -> list[Words]:
        """The headline with its two figures leading to their claims."""
        return linked(self.headline.text, [self.headline.lowest, self.headline.highest])

    @cached_property
    def floor(self) -> answers.Floor | None:
        """What each side concedes; only of the killed."""
        return answers.floor(self.standing, self.chosen.sides) if self.chosen.outcome is Outcome.KILLED else None

    @cached_property
    def matrix(self) -> answers.Matrix:
        return answers.matrix(self.standing, self.chosen.sides, self.day)

    @cached_property
    def timeline(self) -> Timeline:
        chosen = self.chosen
        end = chosen.last_day or max([timezone.localdate(), *(claim.as_of for claim in self.claims[-1:])])
        frame = Frame(
            title=f"{self.conflict.name}: {OUTCOMES_IN_WORDS[chosen.outcome]}, as claimed",
            summary=f"{self.headline.text} The same {len(self.claims)} claims stand in the table below.",
            start=chosen.first_day,
            end=max(end, chosen.first_day),
            log=self.display.log,
            why_empty=self.why_empty,
        )
        return timeline(self.claims, frame, chosen.sides, colours_of(self.conflict), milestones_of(self.conflict))

    @property
    def why_empty(self) -> str | None:
        """Why there is nothing to show, in words."""
        if self.claims:
            return None
        if not self.conflict.claim_count:
            return "No claim about this conflict has been published yet."
        return f"No published claim fits: {self.chosen.in_words()}. Widen the filter, or clear it."

    @cached_property
    def table(self) -> Page:
        """The page of the table: ``Row`` items in the display's order."""
        against = contradiction_counts(self.standing)
        standing = {claim.pk for claim in self.standing}
        claims = [claim for claim in self.claims if claim.pk in standing] if self.display.latest else self.claims
        page = page_of(ordered(claims, self.display.order), self.display.page)
        rows = [Row(claim, against.get(claim.pk, 0) if claim.pk in standing else None) for claim in page.rows]
        return Page(rows, page.number, page.pages, page.total, page.first, page.last)

    @property
    def caption(self) -> str:
        """What the table lists and what its last column means."""
        which = "Only the claims that stand" if self.display.latest else "All claims of this view"
        rule = f"“Contradicts” counts comparable claims standing on {show_day(self.day)} that no number fits as well"
        return f"{which}. {rule}; of two days, the lower may only be behind."

    @property
    def marks(self) -> list[dict[str, object]]:
        """The conflict's milestones with their days as dates."""
        rows = self.conflict.marks
        return [row | {"day": date.fromisoformat(row["day"])} for row in rows]


def ordered(claims: Iterable[Claim], order: str) -> list[Claim]:
    """Claims (given oldest first) newest first, oldest first, or by the number stated; those in words alone last."""
    if order == HIGHEST:
        return sorted(claims, key=lambda claim: (-_stated(claim), -claim.as_of.toordinal(), claim.pk))
    return list(claims)[::-1] if order == NEWEST else list(claims)


def _stated(claim: Claim) -> int:
    number = claim.high if claim.value is None else claim.value
    return -1 if number is None else number


def linked(text: str, claims: list[Claim | None]) -> list[Words]:
    """``text`` cut so that the figure of each claim named in it leads to the claim."""
    parts: list[Words] = []
    for claim in claims:
        opening = f"{claim.figure} ({voice_in_words(claim)}" if claim else ""
        before, found, after = text.partition(opening) if opening else (text, "", "")
        if claim and found:
            parts += [Words(before), Words(claim.figure, claim)]
            text = found.removeprefix(claim.figure) + after
    return [*parts, Words(text)]
