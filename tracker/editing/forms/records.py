"""Forms of what stands around a claim: sources and their names and sides, conflicts, parties, incidents, milestones."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tracker.editing.fields import Dated, DayField, PartyField, SourceField, TextField, terms
from tracker.editing.forms.base import DeskForm, NamesSources, WhyField, choose_from
from tracker.ledger import changes
from tracker.ledger.models import Conflict, Incident, Milestone, Party, Source
from tracker.lib.vocabulary import Precision, SourceKind


class NamesField(TextField):
    """Several short texts, one a line."""

    def __init__(self, *, each: int, **kwargs: Any) -> None:
        self.each = each
        super().__init__(limit=4000, lines=True, required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        """A list without blanks and doubles."""
        lines = [" ".join(line.split()) for line in re.split(r"[\n,;]", super().clean(value))]
        names = [line for line in dict.fromkeys(lines) if line]
        for name in names:
            if len(name) > self.each:
                long = _("“%(name)s…” is longer than %(number)s characters.")
                raise ValidationError(long % {"name": name[:40], "number": self.each})
        return names

    def prepare_value(self, value: Any) -> Any:
        """One a line."""
        return "\n".join(value) if isinstance(value, list) else value


class SourceForm(NamesSources):
    """A source: what it is and where it belongs."""

    name = TextField(label=_("Name"), limit=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=terms(SourceKind))
    country = TextField(label=_("Country"), limit=100, required=False)
    parent = SourceField(required=False, label=_("Part of"), help_text=_("A ministry’s government, a paper’s group."))
    languages = NamesField(
        label=_("Languages"), each=12, help_text=_("Their codes, one a line."), widget=forms.Textarea(attrs={"rows": 2})
    )
    note = TextField(label=_("Note"), limit=2000, required=False, lines=True)
    why = WhyField()

    def __init__(self, *args: Any, source: Source | None = None, **kwargs: Any) -> None:
        self.source = source
        if source:
            plain = {name: getattr(source, name) for name in ("name", "kind", "country", "languages", "note")}
            kwargs["initial"] = plain | {"parent": source.parent and source.parent.name}
        super().__init__(*args, **kwargs)

    def save(self, *, by: Any) -> Any:
        """Add or correct the source; returns it and the change."""
        cleaned, why = self.cleaned_data, self.cleaned_data["why"]
        verb = "correct_record" if self.source else "add_source"
        with changes.making(by=by, why=why, verb=verb) as change:
            fields = {name: cleaned[name] for name in ("name", "kind", "country", "languages", "note")}
            fields["parent"] = self.resolve("parent", by=by, why=why)
            if self.source:
                return changes.correct_record(self.source, by=by, why=why, **fields), change
            return changes.add_source(by=by, why=why, **fields), change


class AliasForm(DeskForm):
    """Another name that a source goes by."""

    name = TextField(limit=200, label=_("Another name"))
    why = WhyField(initial=_("It goes by this name too"))


class AffiliationForm(DeskForm):
    """The party that a source speaks for."""

    party = PartyField(label=_("Speaks for"), empty=_("choose …"))
    since = DayField(label=_("Since"), required=False)
    until = DayField(label=_("Until"), required=False)
    why = WhyField(initial=_("It speaks for this side"))

    def __init__(self, *args: Any, conflict: Conflict, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, conflict)


class ConflictForm(DeskForm):
    """A conflict: its name, its dates, its own rules of counting."""

    name = TextField(label=_("Name"), limit=200)
    start = DayField(label=_("First day"), help_text=_("A total with no stated origin counts from this day."))
    end = DayField(required=False, label=_("Last day"), help_text=_("Empty: it goes on."))
    summary = TextField(label=_("Summary"), limit=2000, required=False, lines=True)
    counting_rules = TextField(limit=4000, required=False, lines=True, label=_("Counting rules of its own"))
    why = WhyField()

    def __init__(self, *args: Any, conflict: Conflict | None = None, **kwargs: Any) -> None:
        self.conflict = conflict
        names = ("name", "start", "end", "summary", "counting_rules")
        if conflict:
            kwargs["initial"] = {name: getattr(conflict, name) for name in names}
        super().__init__(*args, **kwargs)

    def save(self, *, by: Any) -> Any:
        """Add or correct the conflict; returns it and the change."""
        fields = dict(self.cleaned_data)
        why = fields.pop("why")
        with changes.making(by=by, why=why, verb="correct_record" if self.conflict else "add_conflict") as change:
            if self.conflict:
                return changes.correct_record(self.conflict, by=by, why=why, **fields), change
            return changes.add_conflict(by=by, why=why, **fields), change


class PartyForm(DeskForm):
    """A party of a conflict."""

    name = TextField(label=_("Name"), limit=200)
    parent = PartyField(required=False, label=_("Belongs to"), empty=_("itself a side"))
    aliases = NamesField(each=200, label=_("Other names"), help_text=_("One a line."))
    belligerent = forms.BooleanField(required=False, initial=True, label=_("It fights (untick for third parties)"))
    position = forms.IntegerField(min_value=0, max_value=1000, initial=0, label=_("Order in lists"))
    why = WhyField()
    add, noun = staticmethod(changes.add_party), "party"
    plural, add_to, a_new = _("Parties"), _("Add to parties"), _("A new party")

    def __init__(self, *args: Any, conflict: Conflict, record: Party | None = None, **kwargs: Any) -> None:
        self.conflict, self.record = conflict, record
        if record:
            names = ("name", "parent", "aliases", "belligerent", "position")
            kwargs["initial"] = {name: getattr(record, name) for name in names}
        super().__init__(*args, **kwargs)
        choose_from(self, conflict)

    def facts(self, *, by: Any, why: str) -> dict[str, Any]:
        """The record's fields."""
        return {name: value for name, value in self.cleaned_data.items() if name != "why"}


class IncidentForm(DeskForm):
    """One attack or clash."""

    name = TextField(label=_("Name"), limit=200)
    date = DayField(required=False, loose=True, label=_("Day"))
    place = TextField(label=_("Place"), limit=200, required=False, help_text=_("A town or wider: never finer."))
    why = WhyField()
    add, noun = staticmethod(changes.add_incident), "incident"
    plural, add_to, a_new = _("Incidents"), _("Add to incidents"), _("A new incident")

    def __init__(self, *args: Any, conflict: Conflict, record: Incident | None = None, **kwargs: Any) -> None:
        self.conflict, self.record = conflict, record
        if record:
            dated = Dated(record.date, Precision(record.precision)) if record.date else None
            kwargs["initial"] = {"name": record.name, "place": record.place, "date": dated}
        super().__init__(*args, **kwargs)

    def facts(self, *, by: Any, why: str) -> dict[str, Any]:
        """The record's fields."""
        dated: Dated | None = self.cleaned_data["date"]
        when = (dated.day, dated.precision.value) if dated else (None, Precision.DAY.value)
        plain = {name: self.cleaned_data[name] for name in ("name", "place")}
        return plain | {"date": when[0], "precision": when[1]}


class MilestoneForm(NamesSources):
    """A ceasefire or an offensive, drawn on the timeline."""

    label = TextField(label=_("Label"), limit=120)
    date = DayField(label=_("Day"))
    detail = TextField(label=_("Detail"), limit=1000, required=False, lines=True)
    source = SourceField(label=_("Source"), required=False)
    url = TextField(limit=1000, required=False, label=_("Address"))
    why = WhyField()
    add, noun = staticmethod(changes.add_milestone), "milestone"
    plural, add_to, a_new = _("Milestones"), _("Add to milestones"), _("A new milestone")

    def __init__(self, *args: Any, conflict: Conflict, record: Milestone | None = None, **kwargs: Any) -> None:
        self.conflict, self.record = conflict, record
        if record:
            plain = {name: getattr(record, name) for name in ("label", "date", "detail", "url")}
            kwargs["initial"] = plain | {"source": record.source and record.source.name}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Only web addresses: they become links on public pages."""
        cleaned = super().clean()
        if cleaned.get("url") and not cleaned["url"].startswith(("http://", "https://")):
            self.add_error("url", _("An address starts with https:// or http://."))
        return cleaned

    def facts(self, *, by: Any, why: str) -> dict[str, Any]:
        """The record's fields; creates the source when that was asked for."""
        plain = {name: self.cleaned_data[name] for name in ("label", "date", "detail", "url")}
        return plain | {"source": self.resolve("source", by=by, why=why)}


BELONGING: dict[str, Any] = {"parties": PartyForm, "incidents": IncidentForm, "milestones": MilestoneForm}
"""What belongs to a conflict, by its word in addresses."""


def save_belonging(form: Any, *, by: Any) -> Any:
    """Add or correct a party, incident or milestone; returns the change."""
    why = form.cleaned_data["why"]
    verb = "correct_record" if form.record else f"add_{form.noun}"
    with changes.making(by=by, why=why, verb=verb, conflict=form.conflict) as change:
        facts = form.facts(by=by, why=why)
        if form.record:
            changes.correct_record(form.record, by=by, why=why, **facts)
        else:
            form.add(by=by, why=why, conflict=form.conflict, **facts)
    return change
