"""Filters that say things in words, each the one wording of its thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext as _

from tracker.exchange.citing import claim_title
from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.history_words import verb_in_words
from tracker.lib.dates import show_day, show_short
from tracker.lib.tongue import number, say
from tracker.lib.vocabulary import Precision, Term

register = template.Library()

register.filter("counted", counted_in_words)
register.filter("voice", voice_in_words)
register.filter("titled", claim_title)
register.filter("spaced", verb_in_words)
register.filter("said", say)  # of a stored term's words: {{ claim.get_outcome_display|said }}
register.filter("thousands", number)

_NOUNS = {
    "article": ngettext_lazy("%(shown)s article", "%(shown)s articles", "number"),
    "channel": ngettext_lazy("%(shown)s channel", "%(shown)s channels", "number"),
    "claim": ngettext_lazy("%(shown)s claim", "%(shown)s claims", "number"),
    "fitting": ngettext_lazy("fits %(shown)s other origin", "fits %(shown)s other origins", "number"),
    "more report": ngettext_lazy("%(shown)s more report", "%(shown)s more reports", "number"),
    "report": ngettext_lazy("%(shown)s report", "%(shown)s reports", "number"),
    "source": ngettext_lazy("%(shown)s source", "%(shown)s sources", "number"),
}


@register.filter
def day(value: date, precision: str = Precision.DAY.value) -> SafeString:
    """``<time>`` with the day in full, as far as it is known."""
    words = show_day(value, Precision(precision))
    return format_html('<time datetime="{}">{}</time>', _machine(value, Precision(precision)), words)


@register.filter
def short(value: date, precision: str = Precision.DAY.value) -> SafeString:
    """``<time>`` with a short month; months and years as they are."""
    known = Precision(precision)
    words = show_short(value) if known is Precision.DAY else show_day(value, known)
    return format_html('<time datetime="{}">{}</time>', _machine(value, known), words)


@register.filter
def moment(value: datetime) -> SafeString:
    """``<time>`` with day and hour, in UTC."""
    utc = timezone.localtime(value)
    words = _("%(day)s, %(time)s UTC") % {"day": show_day(utc.date()), "time": f"{utc:%H:%M}"}
    return format_html('<time datetime="{}">{}</time>', utc.isoformat("T", "seconds"), words)


@register.filter
def listed(terms: Iterable[Term]) -> str:
    """The labels of terms, parted by commas."""
    return _(", ").join(term.label for term in terms)


@register.simple_tag
def plural(count: int, noun: str) -> str:
    """The number with its noun, of those above: "1 claim", "1,012 claims"."""
    return _counted(get_language(), count, noun)


@lru_cache(maxsize=2048)  # a table says the same few numbers again and again
def _counted(language: str | None, count: int, noun: str) -> str:
    return _NOUNS[noun] % {"number": count, "shown": number(count)}


def _machine(value: date, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return f"{value.year:04}"
    if precision is Precision.MONTH:
        return f"{value.year:04}-{value.month:02}"
    if precision is Precision.WEEK:
        year, week, _day = value.isocalendar()
        return f"{year:04}-W{week:02}"
    return value.isoformat()
