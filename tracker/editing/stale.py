"""Two editors on one claim: the second is shown field by field what the first did, and chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from tracker.editing.fields import UnknownName
from tracker.editing.forms.base import NewSource
from tracker.editing.forms.claims import CorrectionForm, initial_of
from tracker.ledger.models import Change, Claim, Difference

UNSHOWN = {"read_from", "version", "accepted_warnings", "why"}


@dataclass(frozen=True)
class Field:
    """One field in which the two differ: as shown, with the name of the choice, and which one is offered."""

    name: str
    label: str
    theirs: str
    yours: str
    take: str


def page(form: CorrectionForm, current: Claim, data: QueryDict) -> dict[str, Any]:
    """What the page of the difference shows; ``form`` and ``data`` are the second editor's."""
    typed = {name: data.getlist(name) for name in form.fields if name != "version"}
    return {
        "claim": current,
        "fields": _fields(form, current, _touched_by_others(current, form.cleaned_data["version"])),
        "typed": [(name, value) for name, values in typed.items() for value in values],
        "latest": Change.objects.of_claim(current.pk).first(),
    }


def resolved(data: QueryDict, current: Claim) -> QueryDict:
    """What was sent, with their value for each field where ``take-<field>`` says "theirs"."""
    chosen = [
        name.removeprefix("take-") for name, value in data.items() if name.startswith("take-") and value == "theirs"
    ]
    if not chosen:
        return data
    filled = data.copy()
    shown = CorrectionForm(claim=current)
    for name in chosen:
        if name in shown.fields:
            filled[name] = _as_text(shown, name)
    return filled


def _fields(form: CorrectionForm, current: Claim, touched: set[str]) -> list[Field]:
    now = CorrectionForm(claim=current)
    fields = []
    for name, field in now.fields.items():
        if name in UNSHOWN or name.endswith(("_new", "_kind", "incident_date")):
            continue
        theirs, yours = _as_text(now, name), str(form.data.get(name, ""))
        if theirs != yours and _meaning(now, name) != _value(form.cleaned_data.get(name)):
            label = str(now[name].label)
            take = "theirs" if name in touched else "yours"
            fields.append(Field(name, label, _in_words(field, theirs), _in_words(field, yours), take))
    return fields


def _touched_by_others(current: Claim, version: int) -> set[str]:
    """The fields that changed since the version that the second editor saw."""
    seen = (
        Difference.objects.filter(table="ledger_claim", row=current.pk, after__version=version).order_by("-id").first()
    )
    if seen is None or seen.after is None:
        return set()
    now = Difference.objects.filter(table="ledger_claim", row=current.pk).order_by("-id").first()
    after = now.after if now and now.after else {}
    return {name.removesuffix("_id") for name, value in after.items() if seen.after.get(name) != value}


def _as_text(form: CorrectionForm, name: str) -> str:
    value = form[name].field.prepare_value(form[name].initial)
    return "" if value is None else str(value)


def _meaning(form: CorrectionForm, name: str) -> Any:
    initial = initial_of(form.claim).get(name)
    return _value(initial)


def _value(value: Any) -> Any:
    if isinstance(value, UnknownName | NewSource):
        return value.name
    named = getattr(value, "name", None)
    if named and hasattr(value, "pk"):
        return named
    return "" if value is None else value


def _in_words(field: Any, text: str) -> str:
    labels = {str(value): str(label).strip() for value, label in getattr(field, "choices", [])}
    return labels.get(text, text) or _("empty")
