"""Form fields that read what an editor types: counts, days, names of sources, parties and incidents.

Each keeps to one job: text in, value out, or a message that says what to type instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from tracker.ledger.models import Claim, Conflict, Incident, Party, Source
from tracker.ledger.parties import ALL_SIDES, PartyTree
from tracker.lib.dates import BadDate, parse_dated, show_day
from tracker.lib.folding import BadText, clean_text, fold
from tracker.lib.numbers import BadCount, parse_count, quoted
from tracker.lib.tongue import say
from tracker.lib.vocabulary import Precision, Term

MAX_NAME = 200
Choices = list[tuple[str, str]]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBER = re.compile(r"(?:claim\s*)?#?\s*(\d{1,18})\b", re.IGNORECASE)


def terms(kind: type[Term], first: str | Promise | None = None) -> Callable[[], Choices]:
    """The terms of a kind as choices in the reader's language; before them, where ``first`` is given, none of them."""
    return lambda: [*([] if first is None else [("", str(first))]), *((term.value, term.label) for term in kind)]


@dataclass(frozen=True)
class UnknownName:
    """A name that means no record yet: the form decides whether to create one."""

    name: str


@dataclass(frozen=True)
class Dated:
    """A day and how precisely it was typed."""

    day: date
    precision: Precision


class TextField(forms.CharField):
    """Text that can be stored: characters that cannot be are named in a message, or removed when they are invisible."""

    def __init__(self, *, limit: int, lines: bool = False, **kwargs: Any) -> None:
        self.limit, self.lines = limit, lines
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3}) if lines else forms.TextInput())
        super().__init__(**kwargs)
        # Its own NUL check says less than clean_text does.
        self.validators = []

    def to_python(self, value: Any) -> str:
        """The text without control characters; on one line unless ``lines``."""
        try:
            text = clean_text(str(value or ""), self.limit)
        except BadText as error:
            raise ValidationError(str(error)) from None
        return text.strip() if self.lines else " ".join(text.split())


class CountField(forms.Field):
    """A whole count, in digits of any script."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """The count; None when nothing was typed."""
        if value is None or not str(value).strip():
            return None
        if isinstance(value, int):
            return value
        try:
            return parse_count(str(value))
        except BadCount as error:
            raise ValidationError(str(error)) from None

    def prepare_value(self, value: Any) -> Any:
        """Counts are shown with separators: what is shown can be read again."""
        return f"{value:,}" if isinstance(value, int) else value


class DayField(forms.Field):
    """A day such as 2020-10-22 or 22 October 2020; with ``loose`` a month, a year or a week too, as ``Dated``.

    ``near`` is the day of the article at hand: "22" and "Thursday" are then the last such day up to it.
    """

    def __init__(self, *, loose: bool = False, **kwargs: Any) -> None:
        self.loose = loose
        self.near: date | None = None
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """A date, or ``Dated`` when loose; None when nothing was typed."""
        if value is None or not str(value).strip():
            return None
        short = self.near and day_before(self.near, str(value))
        try:
            day, precision = (short, Precision.DAY) if short else parse_dated(str(value))
        except BadDate as error:
            raise ValidationError(str(error)) from None
        if self.loose:
            return Dated(day, precision)
        if precision is not Precision.DAY:
            raise ValidationError(
                _("%(typed)s names no day. Type one such as 2020-10-22.") % {"typed": quoted(str(value))}
            )
        return day

    def prepare_value(self, value: Any) -> Any:
        """Days are shown in words that can be read again."""
        if isinstance(value, Dated):
            return as_typed(value.day, value.precision)
        return as_typed(value) if isinstance(value, date) else value


def as_typed(day: date, precision: Precision = Precision.DAY) -> str:
    """A day in the words that a DayField reads, which are English whatever the language of the page."""
    with override(settings.LANGUAGE_CODE):
        return show_day(day, precision)


def day_before(near: date, typed: str) -> date | None:
    """The last day up to ``near`` that "22" (of the month) or "Thursday" names; None when it names no day so."""
    word = typed.strip().lower()
    days = (near - timedelta(days=back) for back in range(62))
    if word.isascii() and word.isdecimal() and len(word) <= 2:
        return next((day for day in days if day.day == int(word)), None)
    if len(word) >= 3 and any(name.startswith(word) for name in WEEKDAYS):
        return next(day for day in days if WEEKDAYS[day.weekday()].startswith(word))
    return None


class SourceField(TextField):
    """A source by any of its names. A name that means nobody becomes ``UnknownName``."""

    completes = "source"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=MAX_NAME, **kwargs)

    def clean(self, value: Any) -> Any:
        """A Source, an UnknownName, or None when nothing was typed."""
        name = super().clean(value)
        if not name:
            return None
        return Source.objects.called(name).first() or UnknownName(name)


class OfConflict(forms.Field):
    """A field that names a record of one conflict, told which when its form is made."""

    conflict: Conflict | None = None

    def choose_from(self, conflict: Conflict | None) -> None:
        """Only this conflict's records can be named."""
        self.conflict = conflict


class IncidentField(TextField, OfConflict):
    """An incident of one conflict by its name. A name that means none becomes ``UnknownName``."""

    completes = "incident"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=MAX_NAME, **kwargs)

    def clean(self, value: Any) -> Any:
        """An Incident, an UnknownName, or None when nothing was typed."""
        name = super().clean(value)
        if not name or self.conflict is None:
            return None
        incidents = Incident.objects.filter(conflict=self.conflict)
        exact = incidents.filter(name__iexact=name).first()
        return exact or next((one for one in incidents if fold(one.name) == fold(name)), None) or UnknownName(name)


class ClaimField(TextField, OfConflict):
    """Another claim of the same conflict by its number: "12", "claim 12", "12: nearly 5,000, Vladimir Putin"."""

    completes = "claim"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=MAX_NAME, **kwargs)

    def clean(self, value: Any) -> Any:
        """A Claim, or None when nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        match = _NUMBER.match(typed)
        claim = match and Claim.objects.filter(pk=int(match[1]), conflict=self.conflict).with_names().first()
        if not claim:
            none = _("%(typed)s is no claim of this conflict. Type the claim's number, such as 12.")
            raise ValidationError(none % {"typed": quoted(typed)})
        return claim

    def prepare_value(self, value: Any) -> Any:
        """A claim is shown by its number and what it says."""
        return claim_name(value) if isinstance(value, Claim) else value


def claim_name(claim: Claim) -> str:
    """The words by which an editor picks a claim; they begin with its number."""
    return f"{claim.pk}: {claim.figure} {claim.outcome}, {claim.voice}"[:MAX_NAME]


class PartyField(forms.ChoiceField, OfConflict):
    """A party of one conflict, listed under its side; empty is all sides together."""

    def __init__(self, *, empty: str | Promise | None = None, **kwargs: Any) -> None:
        self.empty = empty
        self.parties: dict[int, Party] = {}
        super().__init__(**kwargs)

    def choose_from(self, conflict: Conflict | None) -> None:
        """Offer this conflict's parties: one query."""
        tree = PartyTree.of(conflict) if conflict else PartyTree([])
        self.parties = {party.pk: party for party in tree}
        indented = [
            (pk, "\u2003" * depth + self.parties[pk].name)
            for root in self.parties
            if self.parties[root].parent_id is None
            for pk, depth in _under(tree, root, 0)
        ]
        self.choices = [("", say(ALL_SIDES) if self.empty is None else self.empty), *indented]

    def clean(self, value: Any) -> Any:
        """A Party; None for all sides."""
        chosen = super().clean(value)
        return self.parties[int(chosen)] if chosen else None

    def prepare_value(self, value: Any) -> Any:
        """A party is chosen by its number."""
        return value.pk if isinstance(value, Party) else value


def _under(tree: PartyTree, party: int, depth: int) -> list[tuple[int, int]]:
    found = [(party, depth)]
    for member in tree.members(party):
        found += _under(tree, member, depth + 1)
    return found
