"""Forms of what is done to a claim or a citation: taken back, put back, merged, its words mended."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.editing.fields import ClaimField, DayField, SourceField, TextField
from tracker.editing.forms.base import NamesSources, ReasonForm, WhyField, choose_from
from tracker.editing.quoting import MAX_QUOTE, place_of
from tracker.ledger import changes
from tracker.ledger.models import Article, Citation, Claim


class ArticleField(TextField):
    """A known article by its number, its address or its whole title."""

    completes = "article"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=2000, **kwargs)

    def clean(self, value: Any) -> Any:
        """An Article, or None when nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        start = typed.split(":")[0]
        if start.isascii() and start.isdecimal() and len(start) < 19:
            found = Article.objects.filter(pk=int(start))
        else:
            found = Article.objects.filter(url=typed) | Article.objects.filter(title__iexact=typed)
        article = found.select_related("publisher").first()
        if article is None:
            raise forms.ValidationError(
                _("No such article is here. Type its number, address or whole title, or add it.")
            )
        return article


class InPrintForm(ReasonForm):
    """Withdraw or reassert: by the editors, or by the claimant itself in an article that is quoted."""

    article = ArticleField(
        label=_("Article"),
        required=False,
        help_text=_("Only if the claimant did so in print: number, address or title."),
    )
    quote = TextField(label=_("Quote"), limit=MAX_QUOTE, required=False, lines=True, help_text=_("Its words."))
    wording = TextField(limit=200, required=False, label=_("Number as worded there"))
    on = DayField(required=False, label=_("On"), help_text=_("Empty: the article’s day."))

    def clean(self) -> dict[str, Any]:
        """In print, the words are needed."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("article"):
            for name in ("quote", "wording"):
                if not cleaned.get(name) and not self.has_error(name):
                    self.add_error(name, _("Quote the article that is named above."))
        elif cleaned.get("quote") or cleaned.get("wording") or cleaned.get("on"):
            self.add_error("article", _("Name the article that these words are from."))
        return cleaned

    def quoted(self) -> changes.Quoted | None:
        """The citation of the claimant's own words, if there is one."""
        cleaned = self.cleaned_data
        article = cleaned["article"]
        if article is None:
            return None
        place = place_of(article.text, cleaned["wording"], cleaned["quote"]) or (None, None)
        return changes.Quoted(article, cleaned["quote"], cleaned["wording"], start=place[0], end=place[1])


class MergeForm(ReasonForm):
    """Merge a claim into another one that says the same."""

    keep = ClaimField(
        label=_("Claim to keep"), help_text=_("Its number. It takes this claim’s citations, parts and followers.")
    )

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, claim.conflict)


class MergeSourcesForm(ReasonForm):
    """Merge a source into another one that is the same."""

    keep = SourceField(label=_("Source to keep"), help_text=_("It takes all names, articles and claims of this one."))

    def clean(self) -> dict[str, Any]:
        """Only a source that is here can be kept."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("keep") and not hasattr(cleaned["keep"], "pk"):
            self.add_error("keep", _("No source goes by this name."))
        return cleaned


class CitationForm(NamesSources):
    """Mend the words of a citation."""

    quote = TextField(label=_("Quote"), limit=MAX_QUOTE, widget=forms.Textarea(attrs={"rows": 3}))
    wording = TextField(limit=200, label=_("Number as worded"))
    attribution = TextField(limit=300, required=False, label=_("As the article names the claimant"))
    relayed_via = SourceField(required=False, label=_("Relayed by"))
    note = TextField(label=_("Note"), limit=2000, required=False, lines=True)
    why = WhyField()

    def __init__(self, *args: Any, citation: Citation, **kwargs: Any) -> None:
        self.citation = citation
        initial = {name: getattr(citation, name) for name in ("quote", "wording", "attribution", "note")}
        relay = citation.relayed_via and citation.relayed_via.name
        super().__init__(*args, initial=initial | {"relayed_via": relay}, **kwargs)

    def save(self, *, by: Any) -> Any:
        """Correct the citation; returns the change."""
        cleaned, why = self.cleaned_data, self.cleaned_data["why"]
        with changes.making(by=by, why=why, verb="correct_citation", conflict=self.citation.claim.conflict) as change:
            place = place_of(self.citation.article.text, cleaned["wording"], cleaned["quote"]) or (None, None)
            changes.correct_citation(
                self.citation, by=by, why=why, relayed_via=self.resolve("relayed_via", by=by, why=why),
                start=place[0], end=place[1],
                **{name: cleaned[name] for name in ("quote", "wording", "attribution", "note")},
            )  # fmt: skip
        return change
