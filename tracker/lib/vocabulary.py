"""The field's terms, one value a line: what a claim, a source and a change can say of themselves.

Every enumeration is a ``Term``: its value is what is stored, ``label`` what a reader sees.
"""

from __future__ import annotations

from enum import Enum
from typing import Self

from tracker.lib.tongue import marked, say


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
    KILLED = "killed", marked("killed")
    INJURED = "injured", marked("injured")
    MISSING = "missing", marked("missing")
    CAPTURED = "captured", marked("captured")
    CASUALTIES = "casualties", marked("casualties")  # killed and injured together, or unclear


class Status(Term):
    ANY = "any", marked("anyone")  # civilians and combatants both, or not said
    CIVILIAN = "civilian", marked("civilians")
    COMBATANT = "combatant", marked("combatants")
    UNKNOWN = "unknown", marked("status undetermined")  # said to be undetermined


class Group(Term):
    NONE = "", marked("everyone")
    CHILDREN = "children", marked("children")
    WOMEN = "women", marked("women")
    WOMEN_AND_CHILDREN = "women_and_children", marked("women and children")
    ELDERLY = "elderly", marked("elderly people")
    MEN = "men", marked("men")
    HEALTH_WORKERS = "health_workers", marked("health workers")
    JOURNALISTS = "journalists", marked("journalists")
    AID_WORKERS = "aid_workers", marked("aid workers")
    POLICE = "police", marked("police")


class Scope(Term):
    CUMULATIVE = "cumulative", marked("total so far")  # since a stated origin; unstated = the conflict's start
    PERIOD = "period", marked("in a period")  # between two dates
    INCIDENT = "incident", marked("one incident")  # one attack or clash
    BACKGROUND = "background", marked("another war")  # never added to, or compared with, this conflict's tolls


class Kind(Term):
    """How a figure came about, where the text says so."""

    OFFICIAL = "official_total", marked("official total")
    VERIFIED = "verified_count", marked("verified count")
    NAMED_LIST = "named_list", marked("named list")
    ENEMY_LOSS = "enemy_loss_claim", marked("enemy-loss claim")
    ESTIMATE = "estimate", marked("estimate")
    MODEL = "model", marked("model")
    MEDIA_TALLY = "media_tally", marked("media tally")
    NOT_STATED = "not_stated", marked("not stated")


class Relation(Term):
    """How a claim follows an earlier one by the same claimant."""

    NONE = "", marked("none")
    REPEATS = "repeats", marked("repeats")
    UPDATES = "updates", marked("updates")
    CORRECTS = "corrects", marked("corrects")
    WITHDRAWS = "withdraws", marked("withdraws")
    REASSERTS = "reasserts", marked("reasserts")


class State(Term):
    DRAFT = "draft", marked("draft")
    IN_REVIEW = "in_review", marked("in review")
    PUBLISHED = "published", marked("published")
    REJECTED = "rejected", marked("rejected")  # editors found that it should not stand
    WITHDRAWN = "withdrawn", marked("withdrawn")  # taken back


class Precision(Term):
    DAY = "day", marked("day")
    WEEK = "week", marked("week")
    MONTH = "month", marked("month")
    YEAR = "year", marked("year")


class SourceKind(Term):
    GOVERNMENT = "government", marked("government")
    MINISTRY = "ministry", marked("ministry")
    MILITARY = "military", marked("military")
    ARMED_GROUP = "armed_group", marked("armed group")
    NEWS_AGENCY = "news_agency", marked("news agency")
    NEWSPAPER = "newspaper", marked("newspaper")
    BROADCASTER = "broadcaster", marked("broadcaster")
    ONLINE_MEDIA = "online_media", marked("online media")
    INTERGOVERNMENTAL = "intergovernmental", marked("intergovernmental body")
    NGO = "ngo", marked("NGO")
    MONITOR = "monitor", marked("monitor")
    PERSON = "person", marked("person")
    OTHER = "other", marked("other")

    @property
    def watches(self) -> bool:
        """Monitors, NGOs and intergovernmental bodies: those who count without being a side or a paper."""
        return self in (SourceKind.MONITOR, SourceKind.NGO, SourceKind.INTERGOVERNMENTAL)


class Stance(Term):
    """Where a claimant stands towards the people it counts."""

    OWN = "own", marked("the side itself")  # conceded: what a party says of its own dead
    ENEMY = "enemy", marked("the enemy")  # alleged: what a party says of its enemy's dead
    THIRD = "third", marked("third parties")
    MONITOR = "monitor", marked("monitors")
