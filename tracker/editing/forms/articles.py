"""The article form: where it was published, by whom, when, and its text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.editing.fields import Dated, DayField, SourceField, TextField
from tracker.editing.forms.base import NamesSources, WhyField
from tracker.ledger.models import Article
from tracker.ledger.models.sources import MAX_ARTICLE_TEXT
from tracker.lib.folding import fold
from tracker.lib.vocabulary import Precision


class ArticleForm(NamesSources):
    """A new article. An address, or a title of the same publisher, that is known already leads to that article."""

    url = TextField(limit=2000, required=False, label=_("Address"), help_text=_("Starts with https:// or http://."))
    publisher = SourceField(label=_("Publisher"), help_text=_("Who printed it, not the agency that it quotes."))
    title = TextField(label=_("Title"), limit=500)
    published_on = DayField(loose=True, label=_("Published on"), help_text=_("22 Oct 2020, or October 2020."))
    published_inferred = forms.BooleanField(required=False, label=_("The day is not printed in full: it is inferred"))
    language = TextField(label=_("Language"), limit=12, required=False, help_text=_("Its code: en, hy, az, ru …"))
    text = TextField(
        limit=MAX_ARTICLE_TEXT, required=False, lines=True, label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Paste it: figures can then be picked from it. Kept for editors, never shown to readers."),
    )  # fmt: skip
    archived_url = TextField(limit=2000, required=False, label=_("Archived copy"))
    note = TextField(label=_("Note"), limit=2000, required=False, lines=True)
    another = forms.BooleanField(required=False, label=_("It is another article: add it all the same"))
    twin: Article | None = None

    def clean(self) -> dict[str, Any]:
        """Looks for the same article first."""
        cleaned = super().clean()
        for name in ("url", "archived_url"):
            if cleaned.get(name) and not cleaned[name].startswith(("http://", "https://")):
                self.add_error(name, _("An address starts with https:// or http://."))
        url, title, publisher = cleaned.get("url"), cleaned.get("title"), cleaned.get("publisher")
        same = Article.objects.filter(url=url).first() if url else None
        if same and not self.is_itself(same):
            self.twin = same
            self.add_error("url", _("An article with this address is here already."))
        elif title and getattr(publisher, "pk", None) and not cleaned.get("another"):
            printed = Article.objects.filter(publisher=publisher, title__iexact=title)
            self.twin = next(
                (one for one in printed if fold(one.title) == fold(title) and not self.is_itself(one)), None
            )
            if self.twin:
                words = _("%(publisher)s has an article of this title here already.")
                self.add_error("title", words % {"publisher": publisher})
        return cleaned

    def is_itself(self, other: Article) -> bool:
        """True when ``other`` is the article that is being edited."""
        return False

    def facts(self, *, by: Any, why: str) -> dict[str, Any]:
        """The article's fields as the verbs take them; creates the publisher when that was asked for."""
        cleaned = self.cleaned_data
        published: Dated = cleaned["published_on"]
        plain = ("url", "title", "published_inferred", "language", "text", "archived_url", "note")
        return {name: cleaned[name] for name in plain} | {
            "publisher": self.resolve("publisher", by=by, why=why),
            "published_on": published.day,
            "published_precision": published.precision.value,
        }


class ArticleCorrectionForm(ArticleForm):
    """Correct an article's facts."""

    why = WhyField()

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        self.article = article
        kwargs["initial"] = {name: getattr(article, name) for name in self.base_fields if hasattr(article, name)} | {
            "publisher": article.publisher.name,
            "published_on": Dated(article.published_on, Precision(article.published_precision)),
        }
        super().__init__(*args, **kwargs)

    def is_itself(self, other: Article) -> bool:
        """True for the article that is being corrected."""
        return other.pk == self.article.pk
