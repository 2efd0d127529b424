"""Filters of the desk's templates."""

from __future__ import annotations

from django import template

from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.models import Article, Claim
from tracker.lib.dates import show_day, show_short
from tracker.lib.vocabulary import Precision, State

register = template.Library()


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
    return f"{words} (inferred)" if article.published_inferred else words


@register.filter
def state_in_words(claim: Claim) -> str:
    """Draft, in review, published, rejected, withdrawn."""
    return State(claim.state).label


@register.filter
def verb_in_words(verb: str) -> str:
    """What was done: "record claim"."""
    return verb.replace("_", " ")
