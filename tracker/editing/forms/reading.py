"""Forms of the reading page: an article to read, a suggestion to accept, dismiss or mark, a name to settle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.editing import quoting
from tracker.editing.cards import Card
from tracker.editing.fields import DayField, SourceField, TextField, UnknownName, terms
from tracker.editing.forms.articles import ArticleForm
from tracker.editing.forms.base import DeskForm
from tracker.editing.forms.claims import ConflictField, LogForm
from tracker.editing.readings import MAX_WORDING, Place
from tracker.ledger.models import Article, Conflict
from tracker.lib.folding import fold
from tracker.lib.numbers import quoted
from tracker.lib.vocabulary import SourceKind

COMPARED = (
    "qualifier", "value", "low", "high", "outcome", "status", "group", "party", "claimant", "relayed_via", "scope",
    "as_of", "period_start", "counted_from", "incident", "place", "part_of",
)  # fmt: skip
"""The fields that are read: in the others an editor adds what no reading gives."""
WHATS = [("source", _("a source")), ("party", _("a party")), ("incident", _("an incident"))]


class ReadForm(ArticleForm):
    """An article to read: pasted, uploaded, or found at an address. ``trouble`` is why it could not be read."""

    file = forms.FileField(required=False, label=_("Or upload it"), help_text=_("An HTML or text file, at most 5 MB."))

    def __init__(
        self, data: QueryDict | None = None, *, conflicts: Iterable[Conflict], trouble: tuple[str, str] | None = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.trouble = trouble
        super().__init__(data, **kwargs)
        self.fields["conflict"] = ConflictField(conflicts)
        self.fields["text"].help_text = _("Kept for editors, never shown to readers.")
        if data is None:
            self.fields["text"].widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """An article whose address is known already is read as it stands here: nothing about it need be typed."""
        cleaned = super().clean()
        if self.twin and self.has_error("url"):
            for name in [name for name in self.errors if name not in ("conflict", "text")]:
                del self.errors[name]
        if not (self.twin and self.twin.text):
            self._clean_text(cleaned)
        return cleaned

    @property
    def known(self) -> Article | None:
        """The article, when it is here already and only its reading is new."""
        return None if self.errors else self.twin

    def _clean_text(self, cleaned: dict[str, Any]) -> None:
        if self.trouble:
            self.add_error(*self.trouble)
        elif not cleaned.get("text") and not self.has_error("text"):
            self.add_error("text", _("Paste the article’s text, or upload it as a file."))


class SuggestionForm(LogForm):
    """The claim form filled from a suggestion."""

    def __init__(self, data: QueryDict | None = None, *, card: Card, **kwargs: Any) -> None:
        self.card = card
        conflict = card.suggestion.conflict
        super().__init__(
            data, article=card.suggestion.article, conflicts=[conflict], conflict=conflict, initial=card.initial(),
            **kwargs,
        )  # fmt: skip
        if card.party.is_unknown:
            self.fields["party"].help_text = _("As printed: %(name)s.") % {"name": quoted(card.party.name)}

    @property
    def changed(self) -> list[str]:
        """The fields in which what was sent departs from what was suggested."""
        sent = as_sent(self.card)
        return [name for name in COMPARED if fold(str(self.data.get(name, ""))) != fold(str(sent.get(name, "")))]


class UntouchedForm(SuggestionForm):
    """A suggestion accepted as it stands: what it could not match must be settled first."""

    def __init__(self, card: Card) -> None:
        super().__init__(as_sent(card), card=card)

    def clean(self) -> dict[str, Any]:
        """A party that is not known must not pass for all sides."""
        cleaned = super().clean()
        if self.card.party.is_unknown:
            words = _("No party is called %(name)s. Choose one.")
            self.add_error("party", words % {"name": quoted(self.card.party.name)})
        return cleaned


def as_sent(card: Card) -> QueryDict:
    """What the form of a suggestion sends when nothing is typed."""
    form = SuggestionForm(card=card)
    sent = QueryDict(mutable=True)
    for name in form.fields:
        value = form[name].value()
        if value not in (None, False) and name != "accepted_warnings":
            sent[name] = str(value)
    return sent


class DismissForm(DeskForm):
    """Why a suggestion is set aside: a few words, or none."""

    why = TextField(label=_("Why"), limit=300, required=False)


class ByHandForm(DeskForm):
    """Words of the article in which an editor sees a figure: their place, or the words as printed."""

    words = TextField(
        limit=MAX_WORDING,
        required=False,
        label=_("Log a figure by hand"),
        help_text=_("Its words as printed: “nearly 5,000”."),
    )
    start = forms.CharField(required=False, widget=forms.HiddenInput)
    end = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, article: Article, taken: Iterable[Place] = (), **kwargs: Any) -> None:
        self.article, self.taken = article, list(taken)
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Finds the words in the text: of several places the first that no suggestion has."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        place = self._selected(cleaned) or self._found(cleaned["words"])
        if place is None:
            self.add_error("words", _("Type or select the words of the figure as the article prints them."))
        cleaned["place"] = place
        return cleaned

    def _selected(self, cleaned: dict[str, Any]) -> Place | None:
        start, end = cleaned["start"], cleaned["end"]
        if not (start.isascii() and start.isdecimal() and end.isascii() and end.isdecimal() and len(start + end) < 20):
            return None
        first, last = int(start), int(end)
        words = self.article.text[first:last] if first < last <= len(self.article.text) else ""
        if not words.strip():
            return None
        if len(words.strip()) > MAX_WORDING:
            long = _("Select the number phrase: at most %(number)s characters.")
            raise ValidationError({"words": long % {"number": MAX_WORDING}})
        return first + len(words) - len(words.lstrip()), last - (len(words) - len(words.rstrip()))

    def _found(self, words: str) -> Place | None:
        places = quoting.places_of(self.article.text, words)
        if words and not places:
            raise ValidationError({"words": _("%(words)s does not stand in the text.") % {"words": quoted(words)}})
        free = [place for place in places if not any(place[0] < end and start < place[1] for start, end in self.taken)]
        return next(iter(free or places), None)


class NameForm(DeskForm):
    """Settle a name as printed: create its record, or say which known source or party it is."""

    what = forms.ChoiceField(label=_("What"), choices=WHATS)
    printed = TextField(label=_("Printed"), limit=MAX_WORDING, required=False)
    name = TextField(label=_("Name"), limit=MAX_WORDING, required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=terms(SourceKind, ""))
    known = SourceField(label=_("Known"), required=False)
    party = forms.CharField(label=_("Party"), required=False)
    place = TextField(label=_("Place"), limit=200, required=False)
    date = DayField(label=_("Date"), required=False)

    def __init__(self, *args: Any, conflict: Conflict, **kwargs: Any) -> None:
        self.conflict = conflict
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Either a known record or a name to create one with."""
        cleaned = super().clean() or self.cleaned_data
        if isinstance(cleaned.get("known"), UnknownName):
            self.add_error("known", _("No source is called %(name)s.") % {"name": quoted(cleaned["known"].name)})
        chosen = cleaned.get("party", "")
        cleaned["party"] = next((one for one in self.conflict.parties.all() if str(one.pk) == chosen), None)
        if chosen and cleaned["party"] is None:
            self.add_error("party", _("That is no party of this conflict."))
        if not (cleaned.get("known") or chosen or cleaned.get("name") or self.errors):
            self.add_error("name", _("Say what it is called."))
        return cleaned
