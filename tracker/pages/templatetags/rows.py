"""Rows of the long tables, made without a template each: fifty or five hundred of them would take ten times as long."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_noop

from tracker.ledger.answers import FRESH_DAYS
from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.matrix import Aged
from tracker.ledger.models import Claim, Incident
from tracker.lib.tongue import say
from tracker.pages.templatetags.words import plural, short
from tracker.pages.toll import Row

register = template.Library()

_BEFORE, _OLDER = gettext_noop("%(number)s days before"), gettext_noop("much older")
_REPORTS, _CONTRADICTS = gettext_noop("Reports"), gettext_noop("Contradicts")
_UNNAMED, _NO_LONGER, _NONE = gettext_noop("no source named"), gettext_noop("no longer stands"), gettext_noop("none")
_ROW = (
    '<tr role="row"><td role="cell" class="when">{when}</td>'
    '<td role="cell" class="who"><a href="{voice_page}"><bdi>{voice}</bdi></a>{unnamed}</td>'
    '<td role="cell" class="whom"><bdi>{counted}</bdi>{incident}</td>'
    '<td role="cell" class="what"><a class="figure" href="{page}">{figure}</a> '
    '<span class="said muted"{language} dir="auto">“{quote}”</span></td>'
    '<td role="cell" class="num" data-label="{reports_label}">{reports}{channels}</td>'
    '<td role="cell" data-label="{against_label}">{against}{fitting}</td></tr>'
)
_BESIDE = ' <span class="rests muted small">{}</span>'


@register.simple_tag
def claim_row(row: Row, incident: Incident | str = "") -> SafeString:
    """A claim as a row of the table of claims; of one ``incident`` the page has the name already."""
    claim, rests = row.claim, row.origins
    report = getattr(claim, "report", None) or {}
    language = report.get("language")
    return format_html(
        _ROW,
        when=short(claim.as_of, claim.as_of_precision),
        voice_page=claim.voice.get_absolute_url(),
        voice=claim.voice.name,
        unnamed=f", {say(_UNNAMED)}" if claim.is_unattributed else "",
        counted=counted_in_words(claim),
        incident=_incident(claim, incident),
        page=claim.get_absolute_url(),
        figure=claim.figure,
        language=format_html(' lang="{}"', language) if language else "",
        quote=report.get("quote", ""),
        reports_label=say(_REPORTS),
        reports=getattr(claim, "reports", None) or 0,
        channels=format_html(_BESIDE, plural(rests.channels, "channel")) if rests.reports > 1 else "",
        against_label=say(_CONTRADICTS),
        against=_against(row),
        fitting=format_html(_BESIDE, plural(len(rests.fitting), "fitting")) if rests.fitting else "",
    )


def _incident(claim: Claim, known: Incident | str) -> SafeString | str:
    if claim.incident is None or claim.incident == known:
        return ""
    return format_html(', <a href="{}"><bdi>{}</bdi></a>', claim.incident.get_absolute_url(), claim.incident.name)


def _against(row: Row) -> SafeString:
    if row.against:
        return format_html('<a href="{}#compared">{}</a>', row.claim.get_absolute_url(), plural(row.against, "claim"))
    return format_html('<span class="muted">{}</span>', say(_NO_LONGER if row.against is None else _NONE))


@register.simple_tag
def standing(aged: Aged) -> SafeString:
    """A standing claim with who says it, its day, and by how much it is older, as an item of a list."""
    claim = aged.claim
    pattern = '<li class="stale">' if aged.stale else "<li>"
    pattern += '<a class="figure" href="{}">{}</a> <span class="muted"><bdi>{}</bdi>, {}'
    told = [claim.get_absolute_url(), claim.figure, voice_in_words(claim), short(claim.as_of, claim.as_of_precision)]
    if aged.days > FRESH_DAYS:
        pattern += ' <span class="age">({})</span>'
        told.append(say(_BEFORE) % {"number": aged.days})
    if aged.stale:
        pattern += ' <span class="visually-hidden">{}</span>'
        told.append(say(_OLDER))
    return format_html(pattern + "</span></li>", *told)
