"""Filters that say things in words, each the one wording of its thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from tracker.exchange.citing import claim_title
from tracker.ledger.answers import FRESH_DAYS
from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.history_words import verb_in_words
from tracker.ledger.matrix import Aged
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
    "claim": ngettext_lazy("%(shown)s claim", "%(shown)s claims", "number"),
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
    return _NOUNS[noun] % {"number": count, "shown": number(count)}


@register.simple_tag
def standing(aged: Aged) -> SafeString:
    """A standing claim with who says it, its day, and by how much it is older, as an item of a list.

    A page of a large war shows a thousand: as a template each would take ten times as long.
    """
    claim = aged.claim
    said = format_html(
        '<a class="figure" href="{}">{}</a> <span class="muted"><bdi>{}</bdi>, {}',
        claim.get_absolute_url(), claim.figure, voice_in_words(claim), short(claim.as_of, claim.as_of_precision),
    )  # fmt: skip
    if aged.days > FRESH_DAYS:
        said += format_html(' <span class="age">({})</span>', _("%(number)s days before") % {"number": aged.days})
    if aged.stale:
        said += format_html(' <span class="visually-hidden">{}</span>', _("much older"))
    item = '<li class="stale">{}</span></li>' if aged.stale else "<li>{}</span></li>"
    return format_html(item, said)


def _machine(value: date, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return f"{value.year:04}"
    if precision is Precision.MONTH:
        return f"{value.year:04}-{value.month:02}"
    if precision is Precision.WEEK:
        year, week, _day = value.isocalendar()
        return f"{year:04}-W{week:02}"
    return value.isoformat()
