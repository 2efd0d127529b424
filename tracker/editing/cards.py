"""The reading page's cards: each suggestion with what it is matched to, what is doubtful, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.editing import quoting
from tracker.editing.fields import Dated
from tracker.editing.matching import Match, Names
from tracker.editing.naming import is_generic, kind_of, presentable
from tracker.editing.readings import Place, Reading
from tracker.ledger import changes
from tracker.ledger.checks import Doubt, checks_at_entry
from tracker.ledger.comparing import Counted, counted_in_words, people_and_place, span_in_words
from tracker.ledger.models import Article, Claim, Conflict, Incident, Party, Source, Suggestion
from tracker.ledger.said import Loaded
from tracker.lib.dates import show_day
from tracker.lib.numbers import read_digits
from tracker.lib.tongue import say
from tracker.lib.vocabulary import Precision, Scope

SURE = 0.85
"""A field read with less confidence than this is for a person to look at. Of figures with nothing below it, 31 of 37
were right in every field on articles that nothing was fitted to; at 0.8 it was two in three."""
EQUAL = "equal_to_a_claim"
NEEDED = {
    "value": gettext_lazy("the number"), "outcome": gettext_lazy("the outcome"),
    "status": gettext_lazy("who is counted"), "party": gettext_lazy("whose people"),
    "claimant": gettext_lazy("who says so"), "scope": gettext_lazy("what it spans"),
    "as_of": gettext_lazy("the day it holds for"),
}  # fmt: skip
"""The fields that must be sure before a figure can be accepted with others, and what a card calls them."""
STATES = {
    "look": gettext_lazy("look at it"), "sure": gettext_lazy("sure"), "known": gettext_lazy("known already"),
    "background": gettext_lazy("another war"), "accepted": gettext_lazy("accepted"),
    "dismissed": gettext_lazy("dismissed"),
}  # fmt: skip
"""The states of a card in words, those first that most need to be looked at."""


@dataclass
class Card:
    """One suggestion as the page shows it. ``draft`` is the claim that accepting would record, unsaved."""

    suggestion: Suggestion
    reading: Reading
    claimant: Match[Source]
    relay: Match[Source]
    party: Match[Party]
    incident: Match[Incident]
    draft: Claim
    stands: bool
    warnings: list[Doubt] = field(default_factory=list)
    change: int | None = None

    @property
    def pk(self) -> int:
        return self.suggestion.pk

    @property
    def place(self) -> Place:
        return self.suggestion.start, self.suggestion.end

    @property
    def number(self) -> tuple[int | None, int | None, int | None]:
        return self.reading.value, self.reading.low, self.reading.high

    @property
    def is_background(self) -> bool:
        return self.reading.scope == Scope.BACKGROUND.value

    @property
    def equal(self) -> Claim | None:
        """The live claim that says the same: accepting adds a citation to it."""
        return next((warning.claim for warning in self.warnings if warning.code == EQUAL), None)

    @property
    def contradictions(self) -> list[Doubt]:
        """What is doubtful about the figure beside what is known, in words; nothing of one that stands already."""
        return [] if self.equal else self.warnings

    @property
    def unsure(self) -> list[str]:
        """Why a person should look at this one, each reason a sentence; empty when all of it is sure.

        That a claim says the same in every field bears out the reading of them.
        """
        matches: list[Match[Any]] = [self.claimant, self.relay, self.party, self.incident]
        reasons = [match.why for match in matches if not match.sure and match.why]
        if self.weak and not self.equal:
            fields = ", ".join(str(NEEDED[name]) for name in self.weak)
            reasons.append(_("Not sure of %(fields)s.") % {"fields": fields})
        if self.draft.scope == Scope.INCIDENT.value and not self.draft.incident_id and not self.draft.place:
            reasons.append(_("No place is read for this incident."))
        if not self.stands:
            reasons.append(_("The article's text was changed: these words stand elsewhere now, or no more."))
        if self.suggestion.by_hand:
            reasons.append(_("Marked by hand: nothing was read of it but these words."))
        return reasons

    @property
    def weak(self) -> list[str]:
        """The fields that must be sure and are not."""
        return [name for name in NEEDED if self.reading.sure.get(name, 1.0) < SURE]

    @property
    def doubtful(self) -> list[str]:
        """The fields of the claim form that a person should look at."""
        named: dict[str, Match[Any]] = {
            "claimant": self.claimant, "relayed_via": self.relay, "party": self.party, "incident": self.incident
        }  # fmt: skip
        return self.weak + [name for name, match in named.items() if match.why and not match.sure]

    @property
    def is_sure(self) -> bool:
        """True when it may be accepted with others, unseen."""
        return self.state in ("sure", "known") and not self.unsure and not self.contradictions

    @property
    def state(self) -> str:
        """accepted, dismissed; of an open one: background, known, sure, or look."""
        if not self.suggestion.is_open:
            return str(self.suggestion.decision)
        if self.is_background:
            return "background"
        if self.equal:
            return "known"
        return "look" if self.unsure or self.contradictions else "sure"

    @property
    def state_in_words(self) -> str:
        return str(STATES[self.state])

    # what the line says --------------------------------------------------------------------------------------------

    @property
    def meant(self) -> str:
        """The number that words such as "two dozen" stand for; empty where the digits are printed."""
        value = self.reading.value
        printed = {read_digits(word) for word in self.reading.text.split()}
        return "" if value is None or value in printed else f"{value:,}"

    @property
    def who_is_counted(self) -> str:
        if self.party.is_unknown:
            return people_and_place(self.draft.status, self.draft.group, f"{self.party.name}?", "")
        return counted_in_words(self.draft)

    @property
    def who_says_so(self) -> str:
        if self.claimant.record:
            return str(self.claimant.record)
        if self.claimant.is_unknown:
            return f"{self.claimant.name}?"
        voice = self.relay.record or self.suggestion.article.publisher
        return _("%(voice)s, no source named") % {"voice": voice}

    @property
    def when(self) -> str:
        draft = self.draft
        words = span_in_words(Counted.of(draft))
        if draft.scope == Scope.PERIOD.value and not draft.period_start:
            return _("a period to %(day)s, start not known") % {"day": show_day(draft.as_of)}
        if draft.scope not in (Scope.CUMULATIVE.value, Scope.BACKGROUND.value):
            return words
        of_the_whole = draft.scope == Scope.CUMULATIVE.value and not (draft.counted_from or draft.incident_id)
        day = show_day(draft.as_of, Precision(draft.as_of_precision))
        return _("%(what)s, as of %(day)s") % {"what": _("total") if of_the_whole else words, "day": day}

    @property
    def new_incident(self) -> str:
        """What an incident that is not known yet would be called; empty where none is to be made."""
        if self.draft.scope != Scope.INCIDENT.value or self.incident.record or not self.draft.place:
            return ""
        return f"{self.draft.place}, {show_day(self.draft.as_of)}"

    @property
    def reasons(self) -> list[tuple[str, str, int | None]]:
        """Why each field says what it says: (field, rule, confidence in per cent)."""
        read = self.reading
        return [
            (say(name.replace("_", " ")), rule, round(100 * read.sure[name]) if name in read.sure else None)
            for name, rule in read.rules.items()
        ]

    @property
    def matches(self) -> list[tuple[str, str]]:
        """Why each name was taken for whom it was taken."""
        named: list[tuple[str, Match[Any]]] = [
            ("claimant", self.claimant), ("relayed via", self.relay), ("party", self.party), ("incident", self.incident)
        ]  # fmt: skip
        return [(say(what), match.why) for what, match in named if match.why]

    def initial(self) -> dict[str, Any]:
        """The claim form as this suggestion fills it. A name that is not known yet stands in its field as printed."""
        draft, read = self.draft, self.reading
        plain = ("qualifier", "value", "low", "high", "outcome", "status", "group", "party", "place", "scope",
                 "counted_from", "period_start", "part_of")  # fmt: skip
        return {name: getattr(draft, name) for name in plain} | {
            "as_worded": draft.as_worded,
            "read_from": draft.as_worded,
            "claimant": _named(self.claimant),
            "relayed_via": _named(self.relay),
            "incident": self.incident.record.name if self.incident.record else "",
            "as_of": Dated(draft.as_of, Precision(draft.as_of_precision)),
            "quote": read.quote,
            "attribution": self.claimant.name[:300],
            "start": self.suggestion.start,
            "end": self.suggestion.end,
            "conflict": self.suggestion.conflict_id,
        }


def _named(match: Match[Source]) -> str:
    return match.record.name if match.record else match.name


def cards_of(article: Article, conflict: Conflict) -> list[Card]:
    """The cards of an article, in the order of its text. Names are looked up once, whatever their number."""
    suggestions = list(Suggestion.objects.read_from(article, conflict).with_names())
    readings = [Reading.of(suggestion.reading) for suggestion in suggestions]
    names = Names(conflict, readings)
    claims = {(one.start, one.end): one.claim for one in reversed(suggestions) if one.claim}
    decided = changes.deciding_changes(one.pk for one in suggestions if not one.is_open)
    cards = []
    for suggestion, reading in zip(suggestions, readings, strict=True):
        suggestion.article, suggestion.conflict = article, conflict
        card = _card(suggestion, reading, names, claims)
        card.change = decided[suggestion.pk].pk if suggestion.pk in decided else None
        cards.append(card)
    _check([card for card in cards if card.suggestion.is_open and not card.is_background])
    return cards


def _check(cards: Sequence[Card]) -> None:
    """The checks at entry, of all cards with two queries."""
    if not cards:
        return
    suggestion = cards[0].suggestion
    said = Loaded.of_voices(suggestion.conflict, {card.draft.voice_id for card in cards if card.draft.voice_id})
    for card in cards:
        published = suggestion.article.published_on
        card.warnings = checks_at_entry(card.draft, quote=card.reading.quote, published_on=published, said=said)


def _card(suggestion: Suggestion, reading: Reading, names: Names, claims: dict[Place, Claim]) -> Card:
    party = names.party(reading.party)
    claimant = names.source(reading.claimant, party.record)
    relay = names.source(reading.relayed_via)
    if relay.record and relay.record.pk in (suggestion.article.publisher_id, claimant.record and claimant.record.pk):
        relay = Match()
    incident = names.incident(reading)
    draft = _draft(suggestion, reading, party.record, incident.record)
    draft.part_of = claims.get(reading.part_of) if reading.part_of else None
    stands = suggestion.article.text[suggestion.start : suggestion.end].startswith(reading.text)
    card = Card(suggestion, reading, claimant, relay, party, incident, draft, stands)
    draft.claimant = claimant.record
    voice = claimant.record or (None if claimant.is_unknown else relay.record or suggestion.article.publisher)
    # Against a voice that was never heard here there is nothing to check.
    if voice and voice.pk in names.heard:
        draft.voice = voice
    return card


def _draft(suggestion: Suggestion, reading: Reading, party: Party | None, incident: Incident | None) -> Claim:
    conflict, since = suggestion.conflict, reading.since
    as_of = reading.as_of or suggestion.article.published_on
    if since and since > as_of:
        since = None
    of_a_total = reading.scope in (Scope.CUMULATIVE.value, Scope.BACKGROUND.value)
    counted_from = since if of_a_total and since != conflict.start else None
    return Claim(
        conflict=conflict, as_worded=reading.text, qualifier=reading.qualifier, value=reading.value, low=reading.low,
        high=reading.high, outcome=reading.outcome, status=reading.status, group=reading.group, party=party,
        incident=incident, place=reading.place[:200], scope=reading.scope, counted_from=counted_from,
        period_start=since if reading.scope == Scope.PERIOD.value else None, as_of=as_of,
        as_of_precision=reading.as_of_precision,
    )  # fmt: skip


@dataclass(frozen=True)
class Strip:
    """What the strip on top of the page says of all cards."""

    cards: Sequence[Card]

    def _count(self, *states: str) -> int:
        return sum(card.state in states for card in self.cards)

    @property
    def figures(self) -> int:
        return len(self.cards)

    @property
    def sure(self) -> list[Card]:
        """Those that can be accepted at once."""
        return [card for card in self.cards if card.is_sure]

    @property
    def known(self) -> int:
        return self._count("known")

    @property
    def look(self) -> int:
        return self._count("look")

    @property
    def background(self) -> int:
        return self._count("background")

    @property
    def accepted(self) -> int:
        return self._count("accepted")

    @property
    def dismissed(self) -> int:
        return self._count("dismissed")

    @property
    def still_open(self) -> int:
        return self._count("sure", "known", "look")


@dataclass(frozen=True)
class Words:
    """A run of the article's text; with the cards whose figure it is, if it is one."""

    text: str
    cards: Sequence[Card] = ()

    @property
    def first(self) -> Card:
        return self.cards[0]

    @property
    def state(self) -> str:
        """That of the card which most needs to be looked at."""
        return min((card.state for card in self.cards), key=list(STATES).index)

    @property
    def state_in_words(self) -> str:
        return str(STATES[self.state])


def words_of(text: str, cards: Iterable[Card]) -> list[Words]:
    """The article's text in runs, the words of each figure a run of their own."""
    at: dict[Place, list[Card]] = {}
    for card in cards:
        if card.stands:
            at.setdefault(card.place, []).append(card)
    by_first = {same[0].pk: same for same in at.values()}
    pieces = quoting.in_pieces(text, [(*place, same[0].pk) for place, same in at.items()])
    return [Words(piece.text, by_first[piece.claim] if piece.claim is not None else ()) for piece in pieces]


class Unsettled(NamedTuple):
    """A name that open suggestions need and nobody bears here yet, as its record would be created."""

    what: str
    printed: str
    name: str
    kind: str
    card: int


def unsettled(cards: Iterable[Card]) -> list[Unsettled]:
    """Each such name once, with the first card that needs it. Words that may stand for anybody are no names."""
    found: dict[tuple[str, str], Unsettled] = {}
    for card in cards:
        if not card.suggestion.is_open or card.is_background:
            continue
        for what, match in (("source", card.claimant), ("source", card.relay), ("party", card.party)):
            printed = match.name if match.record is None else ""
            if printed and not is_generic(printed):
                name = presentable(printed)
                found.setdefault((what, name), Unsettled(what, printed, name, kind_of(printed).value, card.pk))
    return list(found.values())
