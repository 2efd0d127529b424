"""Filters of the desk's templates."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.translation import gettext as _

from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.history_words import verb_in_words
from tracker.ledger.models import Article, Claim
from tracker.lib.dates import show_day, show_short
from tracker.lib.tongue import say
from tracker.lib.vocabulary import Precision, State

register = template.Library()

register.filter("verb_in_words", verb_in_words)
register.filter("said", say)  # of a stored term's words: {{ claim.get_outcome_display|said }}


@register.filter
def who_is_counted(claim: Claim) -> str:
    """Whom the figure counts, in words."""
    return counted_in_words(claim)


@register.filter
def whose_voice(claim: Claim) -> str:
    """Who speaks: the claimant, or "Press TV, no source named"."""
    return voice_in_words(claim)


@register.filter
def as_of_in_words(claim: Claim) -> str:
    """The day the count holds for, as precisely as it is known."""
    precision = Precision(claim.as_of_precision)
    return show_short(claim.as_of) if precision is Precision.DAY else show_day(claim.as_of, precision)


@register.filter
def published_in_words(article: Article) -> str:
    """The day of publication, as precisely as it is known, and whether it is inferred."""
    words = show_day(article.published_on, Precision(article.published_precision))
    return _("%(day)s (inferred)") % {"day": words} if article.published_inferred else words


@register.filter
def state_in_words(claim: Claim) -> str:
    """Draft, in review, published, rejected, withdrawn."""
    return State(claim.state).label


@register.filter
def day(value: date) -> str:
    """A day, with its month in short."""
    return show_short(value)


@register.filter
def moment(value: datetime) -> str:
    """A day and the time of it: "22 Oct 2020, 14:05"."""
    return f"{show_short(value.date())}, {value:%H:%M}"
