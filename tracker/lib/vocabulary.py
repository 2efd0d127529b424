"""The field's terms, one value a line: what a claim, a source and a change can say of themselves.

Every enumeration is a ``Term``: its value is what is stored, ``label`` what a reader sees.
"""

from __future__ import annotations

from enum import Enum
from typing import Self

from tracker.lib.tongue import say


class Term(str, Enum):
    """A stored word with the words that show it: ``Outcome.KILLED.value``, ``Outcome.KILLED.label``."""

    english: str

    # A default for the words, since Outcome("killed") looks a member up with its value alone.
    def __new__(cls, value: str, english: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.english = english
        return term

    @property
    def label(self) -> str:
        """What a reader sees, in the reader's language."""
        return say(self.english)

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs (value, English words) in order of definition, as Django's ``choices`` wants them."""
        return [(term.value, term.english) for term in cls]


class Outcome(Term):
    KILLED = "killed", "killed"
    INJURED = "injured", "injured"
    MISSING = "missing", "missing"
    CAPTURED = "captured", "captured"
    CASUALTIES = "casualties", "casualties"  # killed and injured together, or unclear


class Status(Term):
    ANY = "any", "anyone"  # civilians and combatants both, or not said
    CIVILIAN = "civilian", "civilians"
    COMBATANT = "combatant", "combatants"
    UNKNOWN = "unknown", "status undetermined"  # said to be undetermined


class Group(Term):
    NONE = "", "everyone"
    CHILDREN = "children", "children"
    WOMEN = "women", "women"
    WOMEN_AND_CHILDREN = "women_and_children", "women and children"
    ELDERLY = "elderly", "elderly people"
    MEN = "men", "men"
    HEALTH_WORKERS = "health_workers", "health workers"
    JOURNALISTS = "journalists", "journalists"
    AID_WORKERS = "aid_workers", "aid workers"
    POLICE = "police", "police"


class Scope(Term):
    CUMULATIVE = "cumulative", "total so far"  # since a stated origin; unstated = the conflict's start
    PERIOD = "period", "in a period"  # between two dates
    INCIDENT = "incident", "one incident"  # one attack or clash
    BACKGROUND = "background", "another war"  # never added to, or compared with, this conflict's tolls


class Kind(Term):
    """How a figure came about, where the text says so."""

    OFFICIAL = "official_total", "official total"
    VERIFIED = "verified_count", "verified count"
    NAMED_LIST = "named_list", "named list"
    ENEMY_LOSS = "enemy_loss_claim", "enemy-loss claim"
    ESTIMATE = "estimate", "estimate"
    MODEL = "model", "model"
    MEDIA_TALLY = "media_tally", "media tally"
    NOT_STATED = "not_stated", "not stated"


class Relation(Term):
    """How a claim follows an earlier one by the same claimant."""

    NONE = "", "none"
    REPEATS = "repeats", "repeats"
    UPDATES = "updates", "updates"
    CORRECTS = "corrects", "corrects"
    WITHDRAWS = "withdraws", "withdraws"
    REASSERTS = "reasserts", "reasserts"


class State(Term):
    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    PUBLISHED = "published", "published"
    REJECTED = "rejected", "rejected"  # editors found that it should not stand
    WITHDRAWN = "withdrawn", "withdrawn"  # taken back


class Precision(Term):
    DAY = "day", "day"
    WEEK = "week", "week"
    MONTH = "month", "month"
    YEAR = "year", "year"


class SourceKind(Term):
    GOVERNMENT = "government", "government"
    MINISTRY = "ministry", "ministry"
    MILITARY = "military", "military"
    ARMED_GROUP = "armed_group", "armed group"
    NEWS_AGENCY = "news_agency", "news agency"
    NEWSPAPER = "newspaper", "newspaper"
    BROADCASTER = "broadcaster", "broadcaster"
    ONLINE_MEDIA = "online_media", "online media"
    INTERGOVERNMENTAL = "intergovernmental", "intergovernmental body"
    NGO = "ngo", "NGO"
    MONITOR = "monitor", "monitor"
    PERSON = "person", "person"
    OTHER = "other", "other"

    @property
    def watches(self) -> bool:
        """Monitors, NGOs and intergovernmental bodies: those who count without being a side or a paper."""
        return self in (SourceKind.MONITOR, SourceKind.NGO, SourceKind.INTERGOVERNMENTAL)


class Stance(Term):
    """Where a claimant stands towards the people it counts."""

    OWN = "own", "the side itself"  # conceded: what a party says of its own dead
    ENEMY = "enemy", "the enemy"  # alleged: what a party says of its enemy's dead
    THIRD = "third", "third parties"
    MONITOR = "monitor", "monitors"
