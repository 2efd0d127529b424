"""Filters that say things in words, each the one wording of its thing."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.lib.dates import show_day, show_short
from tracker.lib.vocabulary import Precision

register = template.Library()

register.filter("counted", counted_in_words)
register.filter("voice", voice_in_words)


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
    words = f"{show_day(utc.date())}, {utc:%H:%M} UTC"
    return format_html('<time datetime="{}">{}</time>', utc.isoformat("T", "seconds"), words)


@register.filter
def thousands(value: int) -> str:
    """A whole number with separators: 1,234."""
    return f"{value:,}"


@register.filter
def spaced(value: str) -> str:
    """A verb's name as words: "record claim"."""
    return value.replace("_", " ")


@register.simple_tag
def plural(number: int, one: str, many: str = "") -> str:
    """The number with its noun: "1 claim", "1,012 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _machine(value: date, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return f"{value.year:04}"
    if precision is Precision.MONTH:
        return f"{value.year:04}-{value.month:02}"
    if precision is Precision.WEEK:
        year, week, _ = value.isocalendar()
        return f"{year:04}-W{week:02}"
    return value.isoformat()
