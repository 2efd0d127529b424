"""When two figures may be compared, and what to say when they may not. The rule of the methodology page, once."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Literal

from django.utils.translation import get_language_bidi

from tracker.ledger.comparing_rule import Rule
from tracker.ledger.models import Claim
from tracker.ledger.parties import PartyTree
from tracker.lib.dates import show_day, show_span
from tracker.lib.direction import apart
from tracker.lib.folding import fold
from tracker.lib.tongue import marked, say
from tracker.lib.vocabulary import Group, Outcome, Scope, Status

_OUTCOMES = {
    Outcome.KILLED: marked("people killed"),
    Outcome.INJURED: marked("people injured"),
    Outcome.MISSING: marked("people missing"),
    Outcome.CAPTURED: marked("people captured"),
    Outcome.CASUALTIES: marked("casualties"),
}
MIXED_GROUP = {Group.WOMEN, Group.CHILDREN}
SEPARATE_GROUPS = [
    {Group.CHILDREN, Group.WOMEN, Group.MEN},
    {Group.WOMEN_AND_CHILDREN, Group.MEN},
    {Group.CHILDREN, Group.ELDERLY},
]  # fmt: skip
"""Sets of groups that share nobody. Professions and the elderly may be women or men, so they share with those."""


class Held(Enum):
    """How those counted by two figures lie to each other in one respect."""

    SAME = "same"
    WIDER = "wider"  # the first holds the second
    NARROWER = "narrower"
    APART = "apart"  # nobody is in both
    UNCLEAR = "unclear"  # they may overlap: nothing is said


@dataclass(frozen=True)
class Counted:
    """What a claim counts, from ``since`` to ``as_of``.

    ``since`` is the first day counted; where ``since_known`` is False, the earliest that it can be.
    """

    conflict_id: int
    outcome: Outcome
    status: Status
    group: Group
    party_id: int | None
    place: str
    incident_id: int | None
    scope: Scope
    since: date
    as_of: date
    since_known: bool = True
    conflict_name: str = field(default="", compare=False)
    incident_name: str = field(default="", compare=False)

    @classmethod
    def of(cls, claim: Claim) -> Counted:
        """What this claim counts; its conflict and incident are best loaded with it (``with_names``).

        An unstated origin is the conflict's start, and so is the earliest day of a period or incident without a day.
        A claim about an incident holds for the incident's place unless it names another.
        """
        incident = claim.incident
        scope = Scope(claim.scope)
        stated = {
            Scope.CUMULATIVE: claim.counted_from or claim.conflict.start,
            Scope.PERIOD: claim.period_start,
            Scope.INCIDENT: incident.date if incident else None,
            Scope.BACKGROUND: claim.counted_from,
        }[scope]
        return cls(
            conflict_id=claim.conflict_id,
            outcome=Outcome(claim.outcome),
            status=Status(claim.status),
            group=Group(claim.group),
            party_id=claim.party_id,
            place=claim.place or (incident.place if incident else ""),
            incident_id=claim.incident_id,
            scope=scope,
            since=stated or claim.conflict.start,
            as_of=claim.as_of,
            since_known=stated is not None,
            conflict_name=claim.conflict.name,
            incident_name=incident.name if incident else "",
        )


@dataclass(frozen=True)
class Step:
    """One step of the rule for two figures, with what each of them says."""

    rule: Rule
    same: bool
    a: str
    b: str


@dataclass(frozen=True)
class Comparison:
    """``differs`` is the first step that fails, ``words`` says so; None when the two are comparable.

    ``contains`` names the one that the other is part of. ``disjoint``: nobody is counted by both.
    """

    differs: Rule | None
    words: str
    contains: Literal["a", "b"] | None
    disjoint: bool

    @property
    def comparable(self) -> bool:
        return self.differs is None

    @property
    def relation_in_words(self) -> str:
        """How the second lies to the first: "the second is part of the first"; empty when nothing is sure."""
        if self.contains:
            first = self.contains == "a"
            return say("the second is part of the first") if first else say("the first is part of the second")
        return say("nobody is counted by both") if self.disjoint else ""


def compare(a: Counted, b: Counted, tree: PartyTree) -> Comparison:
    """Whether two figures may be compared.

    1. same conflict and outcome; 2. same party counted, or both all sides; 3. same status; 4. same group;
    5. same place (whatever its case and accents), or both the whole conflict;
    6. same scope: both cumulative with the same origin (an unstated origin is the conflict's start; the days they hold
       for may differ), or periods with the same known first and last day, or the same incident; without a named
       incident, the same place and day;
    7. neither is background: two figures of other wars are not compared at all.
    The first that fails is named. For figures of one conflict and outcome it is then asked of party, status, group,
    place and span which of the two is wider. One contains the other when it is wider or equal in all five;
    they are disjoint when they are apart in any. Places and incidents by other names may overlap: nothing is said then.
    """
    failed = next((step for step in steps(a, b, tree) if not step.same), None)
    contains, disjoint = _lie(a, b, tree)
    if failed is None:
        return Comparison(None, say("They count the same people over the same span"), None, False)
    rule = failed.rule
    said = (failed.a, failed.b)
    if rule in (Rule.PARTY, Rule.STATUS, Rule.GROUP):
        said = (people_in_words(a, tree), people_in_words(b, tree))
    words = say("{difference}: {one}; {other}").format(difference=rule.difference, one=said[0], other=said[1])
    return Comparison(rule, words, contains, disjoint)


def steps(a: Counted, b: Counted, tree: PartyTree) -> list[Step]:
    """The seven steps of ``compare``, each with what the two figures say."""
    background = Scope.BACKGROUND in (a.scope, b.scope)
    spans_alike = background or (span_key(a) is not None and span_key(a) == span_key(b))
    said: list[tuple[Rule, bool, str, str]] = [
        (Rule.CONFLICT, (a.conflict_id, a.outcome) == (b.conflict_id, b.outcome), *_subjects(a, b)),
        (Rule.PARTY, a.party_id == b.party_id, tree.name(a.party_id), tree.name(b.party_id)),
        (Rule.STATUS, a.status == b.status, a.status.label, b.status.label),
        (Rule.GROUP, a.group == b.group, a.group.label, b.group.label),
        (Rule.PLACE, _place(a) == _place(b), _where(a), _where(b)),
        (Rule.SCOPE, spans_alike, span_in_words(a), span_in_words(b)),
        (Rule.BACKGROUND, not background, _war(a), _war(b)),
    ]
    return [Step(*step) for step in said]


def first_difference(a: Counted, b: Counted) -> Rule | None:
    """The first step of ``compare`` that fails, None when the two are comparable; without the words."""
    if (a.conflict_id, a.outcome) != (b.conflict_id, b.outcome):
        return Rule.CONFLICT
    if a.party_id != b.party_id:
        return Rule.PARTY
    if a.status != b.status:
        return Rule.STATUS
    if a.group != b.group:
        return Rule.GROUP
    if _place(a) != _place(b):
        return Rule.PLACE
    if Scope.BACKGROUND in (a.scope, b.scope):
        return Rule.BACKGROUND
    return None if span_key(a) is not None and span_key(a) == span_key(b) else Rule.SCOPE


def contained(a: Counted, b: Counted, tree: PartyTree) -> Literal["a", "b"] | None:
    """Which of the two the other is part of, if it is: what ``compare`` says, without the words."""
    return _lie(a, b, tree)[0]


def comparable_key(counted: Counted) -> Hashable | None:
    """Equal for two figures exactly when ``compare`` finds them comparable; None: comparable with none."""
    span = span_key(counted)
    if span is None:
        return None
    who = (counted.conflict_id, counted.outcome, counted.party_id, counted.status, counted.group)
    return (*who, _place(counted), span)


def span_key(counted: Counted) -> Hashable | None:
    """Equal for two figures of the same span; None where the span is not known or is another war's."""
    if counted.scope is Scope.BACKGROUND or (counted.scope is Scope.PERIOD and not counted.since_known):
        return None
    if counted.scope is Scope.CUMULATIVE:
        return (counted.scope, counted.incident_id, counted.since)
    if counted.scope is Scope.PERIOD:
        return (counted.scope, counted.incident_id, counted.since, counted.as_of)
    if counted.incident_id is not None:
        return (counted.scope, counted.incident_id)
    return (counted.scope, _place(counted), counted.as_of) if counted.place else None


def _place(counted: Counted) -> str:
    return _folded(counted.place)


# Pages compare thousands of claims from few places.
@lru_cache(maxsize=4096)
def _folded(place: str) -> str:
    return fold(place)


def holds(whole: Counted, part: Counted, tree: PartyTree) -> bool:
    """True when ``part`` is part of ``whole``: what ``compare`` says, without the words."""
    return tree.contains(whole.party_id, part.party_id) and _lie(whole, part, tree)[0] == "a"


def contradict(a: Claim, b: Claim, tree: PartyTree) -> bool:
    """True when the two are comparable and no whole number fits both. A vague figure contradicts nothing."""
    if a.interval is None or b.interval is None or a.interval.overlaps(b.interval):
        return False
    return compare(Counted.of(a), Counted.of(b), tree).comparable


# how two figures lie to each other -----------------------------------------------------------------------------


def _lie(a: Counted, b: Counted, tree: PartyTree) -> tuple[Literal["a", "b"] | None, bool]:
    if (a.conflict_id, a.outcome) != (b.conflict_id, b.outcome) or Scope.BACKGROUND in (a.scope, b.scope):
        return None, False
    held = {_parties(a, b, tree), _statuses(a, b), _groups(a, b), _places(a, b), _spans(a, b)}
    if Held.APART in held:
        return None, True
    if held <= {Held.SAME, Held.WIDER} and Held.WIDER in held:
        return "a", False
    if held <= {Held.SAME, Held.NARROWER} and Held.NARROWER in held:
        return "b", False
    return None, False


def _held(same: bool, wider: bool, narrower: bool, otherwise: Held) -> Held:
    if same:
        return Held.SAME
    return Held.WIDER if wider else Held.NARROWER if narrower else otherwise


def _parties(a: Counted, b: Counted, tree: PartyTree) -> Held:
    wider, narrower = tree.contains(a.party_id, b.party_id), tree.contains(b.party_id, a.party_id)
    return _held(a.party_id == b.party_id, wider, narrower, Held.APART)


def _statuses(a: Counted, b: Counted) -> Held:
    return _held(a.status == b.status, a.status is Status.ANY, b.status is Status.ANY, Held.APART)


def _groups(a: Counted, b: Counted) -> Held:
    apart = any({a.group, b.group} <= groups for groups in SEPARATE_GROUPS)
    otherwise = Held.APART if apart else Held.UNCLEAR
    return _held(a.group == b.group, _wider_group(a.group, b.group), _wider_group(b.group, a.group), otherwise)


def _wider_group(wide: Group, narrow: Group) -> bool:
    return wide is Group.NONE or (wide is Group.WOMEN_AND_CHILDREN and narrow in MIXED_GROUP)


def _places(a: Counted, b: Counted) -> Held:
    return _held(_place(a) == _place(b), not a.place, not b.place, Held.UNCLEAR)


def _spans(a: Counted, b: Counted) -> Held:
    if span_key(a) is not None and span_key(a) == span_key(b):
        return Held.SAME
    apart = a.as_of < b.since or b.as_of < a.since
    return _held(False, _wider_span(a, b), _wider_span(b, a), Held.APART if apart else Held.UNCLEAR)


def _wider_span(wide: Counted, narrow: Counted) -> bool:
    """A total may hold a period or an incident, a period an incident; of one kind, the longer holds the shorter."""
    order = [Scope.INCIDENT, Scope.PERIOD, Scope.CUMULATIVE]
    ranks = order.index(wide.scope), order.index(narrow.scope)
    if not wide.since_known or ranks[0] < ranks[1] or ranks == (0, 0):
        return False
    if wide.incident_id not in (None, narrow.incident_id):
        return False
    longer = (wide.since, wide.as_of) != (narrow.since, narrow.as_of)
    inside = wide.since <= narrow.since and narrow.as_of <= wide.as_of
    return inside and (longer or ranks[0] > ranks[1] or wide.incident_id != narrow.incident_id)


# in words ------------------------------------------------------------------------------------------------------


def outcome_in_words(outcome: Outcome) -> str:
    """Those whom counts of this outcome count: "people killed"."""
    return say(_OUTCOMES[outcome])


def counted_in_words(claim: Claim) -> str:
    """Who is counted, and where if not everywhere: "combatants, Azerbaijan"; "people on all sides"; "women, Ganja".

    The one wording of it for charts, tables and pages; the claim's party is best loaded with it.
    """
    return people_and_place(claim.status, claim.group, claim.party.name if claim.party else None, claim.place)


def people_and_place(status: str, group: str, party: str | None, place: str) -> str:
    """``counted_in_words`` for a claim at hand as plain values; without a party all sides are counted."""
    people = _people(Status(status), Group(group), party)
    return say("{people}, {place}").format(people=people, place=place) if place else people


def people_in_words(counted: Counted, tree: PartyTree) -> str:
    """Who is counted, as ``counted_in_words``, without the place."""
    party = None if counted.party_id is None else tree.name(counted.party_id)
    return _people(counted.status, counted.group, party)


def _people(status: Status, group: Group, party: str | None) -> str:
    if group is Group.NONE and status in (Status.CIVILIAN, Status.COMBATANT):
        who = status.label
    else:
        who = say(_OF_STATUS[status]).format(group=say("people") if group is Group.NONE else group.label)
    if not party:
        return say("{people} on all sides").format(people=who)
    return say("{people}, {party}").format(people=who, party=party)


_OF_STATUS = {
    Status.ANY: "{group}",
    Status.CIVILIAN: marked("civilian {group}"),
    Status.COMBATANT: marked("combatant {group}"),
    Status.UNKNOWN: marked("{group} of undetermined status"),
}


def span_in_words(counted: Counted) -> str:
    """Over which time: "total since 27 September 2020", "12 to 15 October 2020", "Ganja missile attack"."""
    if counted.scope is Scope.BACKGROUND:
        return say("another war")
    if counted.scope is Scope.CUMULATIVE:
        total = say("total since {day}, {incident}") if counted.incident_name else say("total since {day}")
        return total.format(day=show_day(counted.since), incident=counted.incident_name)
    day = show_day(counted.as_of)
    if counted.scope is Scope.INCIDENT:
        return counted.incident_name or say("one incident, {day}").format(day=day)
    if not counted.since_known:
        return say("a period to {day}, its start not known").format(day=day)
    if counted.since == counted.as_of:
        return say("the day of {day}").format(day=day)
    return show_span(counted.since, counted.as_of)


def voice_in_words(claim: Claim) -> str:
    """Who says it: "Vladimir Putin"; of an unattributed figure, "Press TV, no source named"."""
    if not claim.is_unattributed:
        return str(claim.voice)
    return say("{voice}, no source named").format(voice=apart(str(claim.voice), get_language_bidi()))


def _subjects(a: Counted, b: Counted) -> tuple[str, str]:
    said = []
    for counted in (a, b):
        words = outcome_in_words(counted.outcome)
        named = a.conflict_id != b.conflict_id and counted.conflict_name
        of_it = say("{people}, {conflict}").format(people=words, conflict=counted.conflict_name)
        said.append(of_it if named else words)
    return said[0], said[1]


def _where(counted: Counted) -> str:
    return counted.place or say("everywhere")


def _war(counted: Counted) -> str:
    return say("another war") if counted.scope is Scope.BACKGROUND else say("this conflict")
