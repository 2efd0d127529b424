"""What every form of the desk shares: described fields, messages from the verbs, names created in place."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError
from django.forms.boundfield import BoundField
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker.editing.fields import OfConflict, SourceField, TextField, UnknownName, terms
from tracker.ledger import changes
from tracker.ledger.checks import Doubt
from tracker.ledger.models import Conflict, Source
from tracker.lib.numbers import quoted
from tracker.lib.tongue import say
from tracker.lib.vocabulary import SourceKind

MAX_WHY = 500
PARTS = ("_new", "_kind", "_date")
"""Endings of the fields that creating an unknown name takes."""
Made = TypeVar("Made")


@dataclass(frozen=True)
class NewSource:
    """A source that the editor asked to create while naming it."""

    name: str
    kind: str


class DescribedField(BoundField):
    """A field whose control names its help, its error and its note, so that they are read out with it."""

    form: DeskForm

    @property
    def note_id(self) -> str:
        """Where the desk writes what it has to say about the value: see ``editing/_field.html``."""
        return f"note-{self.html_name}"

    @property
    def aria_describedby(self) -> str:
        """The ids of what describes the control. Errors stand in the note."""
        return f"{self.auto_id}_helptext {self.note_id}" if self.help_text else self.note_id

    @property
    def warnings(self) -> list[tuple[Doubt, bool]]:
        """What is doubtful about the value, and whether the editor accepted it."""
        accepted = self.form["accepted_warnings"].value() or [] if "accepted_warnings" in self.form.fields else []
        return [(warning, warning.code in accepted) for warning in self.form.warnings if warning.field == self.name]

    @property
    def remark(self) -> str:
        """What the desk makes of the value, in words."""
        return self.form.remarks.get(self.name, "")

    @property
    def unknown(self) -> str:
        """The name typed that means no record yet."""
        return self.form.unknown.get(self.name, "")

    @property
    def meant(self) -> list[str]:
        """Names of known sources that may have been meant by an unknown one."""
        return suggestions(self.unknown) if self.unknown and isinstance(self.field, SourceField) else []

    @property
    def to_create(self) -> list[BoundField]:
        """The fields that creating the unknown name takes."""
        return [self.form[self.name + end] for end in PARTS if self.name + end in self.form.fields]

    def build_widget_attrs(self, attrs: Any, widget: Any = None) -> dict[str, Any]:
        """Also marks what must be filled in; the browser's own refusal, which speaks its own words, stays off."""
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        if self.field.required and not self.is_hidden:
            built["aria-required"] = "true"
        return built | self._completion()

    def _completion(self) -> dict[str, str]:
        """Attributes by which names complete: a plain list that htmx fills while one types."""
        kind = self.completes
        if not kind:
            return {}
        conflict = getattr(self.form, "of_conflict", None)
        asked = {"kind": kind, "field": self.html_name, "conflict": conflict.pk if conflict else ""}
        return {
            "list": self.list_id,
            "autocomplete": "off",
            "hx-get": reverse("desk_names"),
            "hx-trigger": "focus once, input changed delay:150ms",
            "hx-target": f"#{self.list_id}",
            "hx-vals": json.dumps(asked),
            "hx-sync": "this:replace",
        }

    @property
    def completes(self) -> str:
        """What kind of name is typed here; empty for other fields."""
        return getattr(self.field, "completes", "")

    @property
    def list_id(self) -> str:
        """The id of the list of names offered."""
        return f"options-{self.html_name}"

    @property
    def as_swap(self) -> str:
        """The control as a fragment that htmx puts in the place of the one on the page."""
        return self.as_widget(attrs={"hx-swap-oob": "true"})

    @property
    def shows_note(self) -> bool:
        """True when the page has a place for what is said about the value."""
        return (
            not self.is_hidden and not self.name.endswith(PARTS) and self.name not in ("accepted_warnings", "conflict")
        )

    @property
    def is_tick(self) -> bool:
        """True for a box to tick, which stands before its label."""
        return isinstance(self.field, forms.BooleanField)


class DeskForm(forms.Form):
    """A form of the desk. Rules stand in the ledger: forms read what was typed and show what the verbs refuse."""

    bound_field_class = DescribedField
    use_required_attribute = False
    refusal: changes.Refused | None = None
    warnings: Sequence[Doubt] = ()
    shows_summary = True
    adds_citations = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.remarks: dict[str, str] = {}
        self.unknown: dict[str, str] = {}
        for field in self.fields.values():
            field.error_messages["required"] = _("Fill this in.")

    def attempt(self, act: Callable[[], Made]) -> Made | None:
        """What ``act`` returns; None when a verb refused, with its messages beside the fields.

        Stale and Decided pass through: what to show then is the page's to say.
        """
        try:
            return act()
        except ValidationError as error:
            self.take(error)
        except (changes.Stale, changes.Decided):
            raise
        except changes.Refused as error:
            self.refusal = error
            self.add_error(None, str(error))
        except IntegrityError:
            # Two people saved the same at one moment: the database let the first one through.
            self.refusal = changes.Refused(_("Someone else saved the same at this moment. Look at it and try again."))
            self.add_error(None, str(self.refusal))
        return None

    def take(self, error: ValidationError) -> None:
        """Put a verb's messages beside the fields they are about, or on top."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, messages in error.error_dict.items():
            # Those of the database's constraints are said only here: a constraint is written in one language.
            self.add_error(self.field_for(name), [say(message) for error in messages for message in error.messages])

    def field_for(self, name: str) -> str | None:
        """The field of this form that shows a message about the record's field ``name``."""
        return name if name in self.fields else None

    @property
    def http_status(self) -> int:
        """The status of the page that shows this form again."""
        return 409 if self.refusal else 422

    def listed_errors(self) -> list[tuple[str, str, str]]:
        """(id of the control, label, message) of every error beside a field: the links of the summary."""
        return [
            (self[name].id_for_label or self[name].auto_id, str(self[name].label or name), str(message))
            for name, messages in self.errors.items()
            if name != NON_FIELD_ERRORS
            for message in messages
        ]


class WhyField(TextField):
    """The reason that the public log shows."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Why"))
        kwargs.setdefault("help_text", _("One line for the public log: what you found, and where."))
        super().__init__(limit=MAX_WHY, **kwargs)


class ReasonForm(DeskForm):
    """An act that needs nothing but its reason."""

    why = WhyField()


class NamesSources(DeskForm):
    """A form that names sources, and can create one in place: each SourceField gets a box to tick and a kind."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.source_names():
            self.fields[f"{name}_new"] = forms.BooleanField(required=False, label=_("Create this source"))
            self.fields[f"{name}_kind"] = forms.ChoiceField(
                required=False, label=_("What it is"), choices=terms(SourceKind, _("choose …"))
            )

    def source_names(self) -> list[str]:
        """The fields that name a source."""
        return [name for name, field in self.fields.items() if isinstance(field, SourceField)]

    def clean(self) -> dict[str, Any]:
        """Turn unknown names that were to be created into NewSource; say of the others that they are unknown."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.source_names():
            unknown = cleaned.get(name)
            if not isinstance(unknown, UnknownName):
                continue
            self.unknown[name] = unknown.name
            kind = cleaned.get(f"{name}_kind")
            if cleaned.get(f"{name}_new") and kind:
                cleaned[name] = NewSource(unknown.name, kind)
            elif cleaned.get(f"{name}_new"):
                words = _("Say what %(name)s is: choose its kind below.")
                self.add_error(name, words % {"name": quoted(unknown.name)})
            else:
                words = _("No source is called %(name)s. Choose one, or create it below.")
                self.add_error(name, words % {"name": quoted(unknown.name)})
        return cleaned

    def resolve(self, name: str, *, by: Any, why: str) -> Source | None:
        """The source named in this field, created now when it was to be. Messages go beside the field."""
        named = self.cleaned_data.get(name)
        if not isinstance(named, NewSource):
            return named
        try:
            return changes.add_source(by=by, why=why, name=named.name, kind=named.kind)
        except ValidationError as error:
            raise ValidationError({name: [text for texts in error.message_dict.values() for text in texts]}) from error


def choose_from(form: forms.Form, conflict: Conflict | None) -> None:
    """Let every field of the form that names a conflict's record name only this one's."""
    for field in form.fields.values():
        if isinstance(field, OfConflict):
            field.choose_from(conflict)


def suggestions(name: str, limit: int = 5) -> list[str]:
    """Names of known sources that hold what was typed, or a word of it."""
    found = list(Source.objects.starting_with(name)[:limit])
    longest = max(name.split(), key=len, default="")
    if not found and len(longest) > 3:
        found = list(Source.objects.starting_with(longest)[:limit])
    return [source.name for source in found]
