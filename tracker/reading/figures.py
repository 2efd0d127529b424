"""What is read from an article: one figure with all its fields, how sure each is, and the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Group, Outcome, Precision, Scope, Status
from tracker.reading.document import Document
from tracker.reading.parties.mentions import Mention, find_mentions


@dataclass(frozen=True)
class Known:
    """Names the ledger knows already, each with its aliases, as they may stand in a text.

    ``sources``: whoever may be named as giving a figure. ``parties``: the sides of the conflict at hand, by name.
    """

    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parties: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Article:
    """The text to read and what is known about it from outside."""

    document: Document
    published: date | None = None
    title: str = ""
    known: Known = field(default_factory=Known)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Where the text names a state, a people, an armed group or a coalition."""
        return find_mentions(self.document, self.known.parties)


@dataclass
class Figure:
    """One figure. Finding it fills the first block; one rule module each fills the rest, in the reader's order.

    ``start``/``end`` are characters, ``at``/``after`` tokens of the number phrase with its qualifier. ``cue`` is the
    token that tells the outcome ("killed"), ``noun`` the counted noun's ("soldiers"); None where elided.
    ``claimant`` and ``party`` are the names of one claimant and one party, the text's wording first.
    ``part_of`` is an index in the list of figures. ``sure`` (0 to 1) and ``rules`` are by field name.
    """

    start: int
    end: int
    at: int
    after: int
    value: int | None
    low: int | None
    high: int | None
    qualifier: Qualifier
    outcome: Outcome
    category: Status = Status.ANY
    group: Group = Group.NONE
    implicit: bool = False
    cue: int | None = None
    noun: int | None = None

    part_of: int | None = None
    scope: Scope = Scope.CUMULATIVE
    since: date | None = None
    as_of: date | None = None
    as_of_precision: Precision = Precision.DAY
    claimant: list[str] = field(default_factory=list)
    relayed_via: list[str] = field(default_factory=list)
    party: list[str] = field(default_factory=list)
    place: str | None = None

    sure: dict[str, float] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, rule: str, sure: float) -> None:
        """Keep which rule gave the field ``name``, and how sure it is (0 to 1)."""
        self.rules[name] = rule
        self.sure[name] = sure
