"""The claim form: a figure, whom it counts, who says so, as of when; with or without the words that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.editing import quoting
from tracker.editing.fields import (
    ClaimField,
    CountField,
    Dated,
    DayField,
    IncidentField,
    PartyField,
    SourceField,
    TextField,
    UnknownName,
    terms,
)
from tracker.editing.forms.base import NamesSources, NewSource, WhyField, choose_from
from tracker.ledger import changes
from tracker.ledger.models import Article, Claim, Conflict, Incident
from tracker.lib.counts import Interval, Qualifier
from tracker.lib.dates import show_day
from tracker.lib.numbers import quoted
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Group, Kind, Outcome, Precision, Relation, Scope, Status
from tracker.lib.wording import read_wording

NUMBERS = ("qualifier", "value", "low", "high")
CREDIBILITY = [
    ("", _("not judged")), ("1", _("1 confirmed by others")), ("2", _("2 probably true")), ("3", _("3 possibly true")),
    ("4", _("4 doubtful")), ("5", _("5 improbable")), ("6", _("6 cannot be judged")),
]  # fmt: skip
INDIRECT = {"": None, "yes": True, "no": False}
MORE = [
    "part_of", "kind", "follows", "relation", "counted_from", "said_on", "credibility", "includes_indirect",
    "attribution", "editor_note",
]  # fmt: skip
DEFAULTS = (Kind.NOT_STATED.value,)
_CODE = re.compile(r"[a-z0-9_]{1,40}")
PLAIN = [
    "as_worded", "qualifier", "value", "low", "high", "outcome", "status", "group", "party", "place", "scope",
    "counted_from", "period_start", "said_on", "kind", "part_of", "follows", "relation", "editor_note",
]  # fmt: skip


class CodesField(forms.Field):
    """Codes of the warnings that the editor accepted, one ticked box each."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> list[str]:
        """The well-formed ones, each once, at most twenty."""
        return [code for code in dict.fromkeys(value or []) if _CODE.fullmatch(code)][:20]


class FigureForm(NamesSources):
    """A claim's own fields. ``conflict`` decides which parties and incidents can be named."""

    as_worded = TextField(limit=200, label=_("Number as worded"), help_text=_("As printed: “nearly 5,000”, “dozens”."))
    read_from = forms.CharField(required=False, widget=forms.HiddenInput)
    qualifier = forms.ChoiceField(required=False, label=_("Meant as"), choices=terms(Qualifier, _("as read")))
    value = CountField(required=False, label=_("Number"))
    low = CountField(required=False, label=_("From"))
    high = CountField(required=False, label=_("To"))
    outcome = forms.ChoiceField(label=_("Outcome"), choices=terms(Outcome), initial=Outcome.KILLED.value)
    status = forms.ChoiceField(label=_("Status"), choices=terms(Status), initial=Status.ANY.value)
    group = forms.ChoiceField(label=_("Group"), required=False, choices=terms(Group))
    party = PartyField(required=False, label=_("Whose people"))
    claimant = SourceField(
        label=_("Claimant"), required=False, help_text=_("Who gave the number. Empty: no source is named.")
    )
    scope = forms.ChoiceField(label=_("What it spans"), choices=terms(Scope), initial=Scope.CUMULATIVE.value)
    as_of = DayField(loose=True, label=_("As of"), help_text=_("22 Oct 2020, October 2020."))
    period_start = DayField(required=False, label=_("First day of the period"), help_text=_("Empty: not stated."))
    counted_from = DayField(required=False, label=_("Counted from"), help_text=_("Empty: the conflict’s first day."))
    incident = IncidentField(label=_("Incident"), required=False)
    incident_new = forms.BooleanField(required=False, label=_("Create this incident"))
    incident_date = DayField(required=False, loose=True, label=_("Its day"))
    place = TextField(
        label=_("Place"), limit=200, required=False, help_text=_("A town or wider. Empty: the whole conflict.")
    )
    said_on = DayField(required=False, label=_("Said on"), help_text=_("The day it was said, when the text gives it."))
    kind = forms.ChoiceField(label=_("Kind of figure"), choices=terms(Kind), initial=Kind.NOT_STATED.value)
    part_of = ClaimField(
        required=False, label=_("Part of claim"), help_text=_("Its own wording makes it a share of another.")
    )
    follows = ClaimField(
        required=False, label=_("Follows claim"), help_text=_("An earlier claim by the same claimant.")
    )
    relation = forms.ChoiceField(required=False, label=_("How it follows"), choices=terms(Relation))
    credibility = forms.ChoiceField(label=_("Credibility"), required=False, choices=CREDIBILITY)
    includes_indirect = forms.ChoiceField(
        required=False, label=_("Deaths by hunger, disease, lack of care"),
        choices=[("", _("not said")), ("yes", _("included")), ("no", _("left out"))],
    )  # fmt: skip
    editor_note = TextField(limit=2000, required=False, lines=True, label=_("Editor’s note"), help_text=_("Public."))
    accepted_warnings = CodesField(required=False)

    def __init__(self, *args: Any, conflict: Conflict | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_conflict = conflict
        choose_from(self, conflict)

    def clean(self) -> dict[str, Any]:
        """What the fields mean together; the ledger's rules are the verbs' to check."""
        cleaned = super().clean()
        self._clean_incident(cleaned)
        if cleaned.get("as_worded") and not cleaned.get("qualifier") and not self.has_error("qualifier"):
            if any(self.data.get(name, "").strip() for name in NUMBERS[1:]):
                self.add_error("qualifier", _("Say how the number is meant."))
            else:
                self.add_error(
                    "as_worded",
                    _(
                        "No number can be read from these words. Type it below and say how it is meant, "
                        "or choose “in words only”."
                    ),
                )
        return cleaned

    def _clean_incident(self, cleaned: dict[str, Any]) -> None:
        unknown = cleaned.get("incident")
        if not isinstance(unknown, UnknownName):
            return
        self.unknown["incident"] = unknown.name
        if not cleaned.get("incident_new"):
            words = _("No incident is called %(name)s. Choose one, or create it below.")
            self.add_error("incident", words % {"name": quoted(unknown.name)})

    def counted(self, *, by: Any, why: str) -> dict[str, Any]:
        """The claim's own fields as the verbs take them; creates the incident when that was asked for."""
        cleaned = self.cleaned_data
        as_of: Dated = cleaned["as_of"]
        return {name: cleaned[name] for name in PLAIN} | {
            "as_of": as_of.day,
            "as_of_precision": as_of.precision.value,
            "credibility": int(cleaned["credibility"]) if cleaned["credibility"] else None,
            "includes_indirect": INDIRECT[cleaned["includes_indirect"]],
            "accepted_warnings": cleaned["accepted_warnings"],
            "incident": self._incident(by=by, why=why),
        }

    def _incident(self, *, by: Any, why: str) -> Incident | None:
        named = self.cleaned_data["incident"]
        if not isinstance(named, UnknownName) or self.of_conflict is None:
            return named
        dated: Dated | None = self.cleaned_data["incident_date"]
        known = {"date": dated.day, "precision": dated.precision.value} if dated else {}
        place = self.cleaned_data["place"]
        return changes.add_incident(by=by, why=why, conflict=self.of_conflict, name=named.name, place=place, **known)

    def draft(self) -> Claim | None:
        """The claim as far as it can be read by now, unsaved, for the checks at entry; None without a conflict."""
        cleaned = getattr(self, "cleaned_data", {})
        if self.of_conflict is None or any(
            self.has_error(name) for name in ("outcome", "status", "group", "scope", "kind")
        ):
            return None
        words = (
            "as_worded",
            "qualifier",
            "group",
            "place",
            "editor_note",
            "relation",
            "outcome",
            "status",
            "scope",
            "kind",
        )
        fields: dict[str, Any] = {name: cleaned.get(name) or "" for name in words}
        plain = ("value", "low", "high", "party", "part_of", "follows", "counted_from", "period_start", "said_on")
        fields |= {name: cleaned.get(name) for name in plain}
        as_of: Dated | None = cleaned.get("as_of")
        if as_of:
            fields |= {"as_of": as_of.day, "as_of_precision": as_of.precision.value}
        claimant = known(cleaned.get("claimant"))
        if claimant:
            fields |= {"claimant": claimant, "voice": claimant}
        return Claim(conflict=self.of_conflict, incident=known(cleaned.get("incident")), **fields)

    @property
    def has_more(self) -> bool:
        """True when one of the fields that are rarely used is in use, or wrong."""
        return any(
            self[name].errors or self[name].value() not in (None, "", *DEFAULTS) for name in MORE if name in self.fields
        )

    @property
    def days_in_words(self) -> dict[str, str]:
        """For each day that was typed in short ("22", "Thursday"), the day that it was read as."""
        cleaned = getattr(self, "cleaned_data", {})
        read = {name: cleaned.get(name) for name, field in self.fields.items() if isinstance(field, DayField)}
        short = {name: day for name, day in read.items() if day and len(self.data.get(name, "").strip()) < 10}
        return {
            name: f"{show_day(day.day, day.precision) if isinstance(day, Dated) else show_day(day)}."
            for name, day in short.items()
        }

    @property
    def read_as(self) -> str:
        """What the number stands for, in words; empty while it cannot be said."""
        cleaned = getattr(self, "cleaned_data", {})
        if not cleaned.get("qualifier"):
            return ""
        value, low, high = (cleaned.get(name) for name in NUMBERS[1:])
        qualifier = Qualifier(cleaned["qualifier"])
        try:
            interval = qualifier.interval(value, low, high)
        except ValueError:
            return ""
        if interval is None:
            return str(_("Read as words only: no number is kept."))
        if qualifier is Qualifier.EXACT:
            return _("Read as exactly %(number)s.") % {"number": number(interval.low)}
        words = qualifier.in_words(value, low, high)
        return _("Read as %(words)s: %(numbers)s.") % {"words": words, "numbers": interval_in_words(interval)}


def known(record: Any) -> Any:
    """A named record that exists already; None for one still to be created."""
    return None if isinstance(record, UnknownName | NewSource) else record


def interval_in_words(interval: Interval) -> str:
    """The whole numbers of an interval: "0 to 4,999", "61 or more", "874"."""
    if interval.high is None:
        return _("%(number)s or more") % {"number": number(interval.low)}
    if interval.low == interval.high:
        return number(interval.low)
    return _("%(low)s to %(high)s") % {"low": number(interval.low), "high": number(interval.high)}


def read_numbers(data: QueryDict) -> None:
    """Fill qualifier and numbers from the wording, unless the editor set them otherwise than they were read.

    ``read_from`` holds the wording that they were read from last: where they still say the same, a new wording
    is read in their place. Works alike for a form that is being typed and for one sent without scripts.
    """
    words = data.get("as_worded", "")
    typed = [data.get(name, "").strip() for name in NUMBERS]
    if not any(typed) or typed == _as_typed(data.get("read_from", "")):
        for name, text in zip(NUMBERS, _as_typed(words), strict=True):
            data[name] = text
    data["read_from"] = words[:200]


def _as_typed(words: str) -> list[str]:
    if not words.strip() or len(words) > 200:
        return [""] * len(NUMBERS)
    wording = read_wording(words)
    if not wording.understood:
        return [""] * len(NUMBERS)
    numbers = (wording.value, wording.low, wording.high)
    return [wording.qualifier.value, *("" if number is None else f"{number:,}" for number in numbers)]


class ConflictField(forms.ChoiceField):
    """One of the conflicts that are open to the editor."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self.open = {str(conflict.pk): conflict for conflict in conflicts}
        super().__init__(choices=[(pk, conflict.name) for pk, conflict in self.open.items()], label=_("Conflict"))

    def clean(self, value: Any) -> Any:
        """A Conflict."""
        return self.open[super().clean(value)]


class LogForm(FigureForm):
    """Log one figure of an article: the claim's fields and the words that hold it."""

    adds_citations = True

    quote = TextField(
        label=_("Quote"), limit=quoting.MAX_QUOTE, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The words around the figure. Empty: the sentence that holds it in the stored text."),
    )  # fmt: skip
    start = forms.CharField(required=False, widget=forms.HiddenInput)
    end = forms.CharField(required=False, widget=forms.HiddenInput)
    attribution = TextField(
        limit=300, required=False, label=_("As the article names the claimant"), help_text=_("“Putin told a meeting”.")
    )
    relayed_via = SourceField(required=False, label=_("Relayed by"), help_text=_("The agency in between, if any."))

    def __init__(
        self, data: QueryDict | None = None, *, article: Article, conflicts: Iterable[Conflict], **kwargs: Any
    ) -> None:
        self.article = article
        super().__init__(self._filled(data), **kwargs)
        for field in self.fields.values():
            if isinstance(field, DayField):
                field.near = article.published_on
        self.fields["conflict"] = ConflictField(conflicts)

    @property
    def conflict_named(self) -> str:
        """The conflict that figures are logged for, when no other can be chosen."""
        return self.of_conflict.name if self.of_conflict else ""

    def _filled(self, data: QueryDict | None) -> QueryDict | None:
        if data is None:
            return None
        filled = data.copy()
        words, before, quote = (filled.get(name, "") for name in ("as_worded", "read_from", "quote"))
        place = _place(filled)
        if not quote.strip() or quote == quoting.quote_of(self.article.text, before[:200], place):
            filled["quote"] = quoting.quote_of(self.article.text, words[:200], place)
        read_numbers(filled)
        return filled

    def clean(self) -> dict[str, Any]:
        """A figure needs the words that hold it; a place that is not true is found anew."""
        cleaned = super().clean()
        words, quote = cleaned.get("as_worded"), cleaned.get("quote")
        if words and not quote and not self.has_error("quote"):
            times = len(quoting.places_of(self.article.text, words))
            many = _("These words stand in the text %(number)s times: copy the sentence that is meant.")
            missing = ValidationError(_("Quote the words that hold the figure."), code="missing")
            self.add_error("quote", ValidationError(many % {"number": times}, code="many") if times > 1 else missing)
        place = quoting.place_of(self.article.text, words, quote, _place(self.data)) if words and quote else None
        cleaned["start"], cleaned["end"] = place or (None, None)
        return cleaned

    def field_for(self, name: str) -> str | None:
        """Messages about the citation's wording stand beside the number as worded."""
        return super().field_for("as_worded" if name == "wording" else name)

    def quoted(self, *, by: Any, why: str) -> changes.Quoted:
        """The citation to be made; creates the relaying agency when that was asked for."""
        cleaned = self.cleaned_data
        return changes.Quoted(
            self.article, cleaned["quote"], cleaned["as_worded"], attribution=cleaned["attribution"],
            relayed_via=self.resolve("relayed_via", by=by, why=why), start=cleaned["start"], end=cleaned["end"],
        )  # fmt: skip


def _place(data: Any) -> tuple[int, int] | None:
    """The place that the page's script sent, if it is one: a hint, held against the text."""
    start, end = data.get("start", ""), data.get("end", "")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() and len(start + end) < 20 else None


class CorrectionForm(FigureForm):
    """Correct a claim's record: its own fields, the reason, and the version that the editor saw."""

    why = WhyField()
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, claim: Claim, **kwargs: Any) -> None:
        filled = data.copy() if data is not None else None
        if filled is not None:
            read_numbers(filled)
        self.claim = claim
        super().__init__(filled, conflict=claim.conflict, initial=initial_of(claim), **kwargs)


def initial_of(claim: Claim) -> dict[str, Any]:
    """A claim's fields as the form shows them."""
    plain = {name: getattr(claim, name) for name in (*PLAIN, "claimant", "incident", "accepted_warnings")}
    return plain | {
        "claimant": claim.claimant and claim.claimant.name,
        "incident": claim.incident and claim.incident.name,
        "as_of": Dated(claim.as_of, Precision(claim.as_of_precision)),
        "credibility": claim.credibility or "",
        "includes_indirect": next(text for text, said in INDIRECT.items() if said is claim.includes_indirect),
        "read_from": claim.as_worded,
        "version": claim.version,
    }


def forget_what_is_missing(form: FigureForm) -> None:
    """While a figure is being typed, what is not typed yet is no error."""
    for name in list(form.errors):
        if form.has_error(name, "many"):
            continue
        if name not in form.fields or not str(form.data.get(name, "")).strip():
            del form.errors[name]
