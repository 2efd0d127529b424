"""Sentences whose figures lead to their claims: a template with named places, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tracker.ledger.comparing import voice_in_words
from tracker.ledger.models import Claim
from tracker.lib.dates import show_short

_PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Words:
    """A stretch of a sentence; with ``claim`` it leads to it. A name may be written from right to left."""

    text: str
    claim: Claim | None = None
    is_name: bool = False


Sentence = tuple[Words, ...]
Part = str | Words | Iterable[Words]


def sentence(template: str, **parts: Part) -> Sentence:
    """``template`` (already translated) with each ``%(name)s`` replaced by what is given for it."""
    found: list[Words] = []
    for at, piece in enumerate(_PLACE.split(template)):
        part = parts[piece] if at % 2 else piece
        if isinstance(part, str):
            found += [Words(part)] if part else []
        else:
            found += [part] if isinstance(part, Words) else part
    return tuple(found)


def text_of(words: Iterable[Words]) -> str:
    """The sentence as plain text."""
    return "".join(each.text for each in words)


def figure_of(claim: Claim) -> Words:
    """The figure alone."""
    return Words(claim.figure, claim)


def voice_of(claim: Claim) -> Words:
    """Who says it."""
    return Words(voice_in_words(claim), is_name=True)


def figure_by(claim: Claim) -> Sentence:
    """The figure with who says it, and as of when: "1,000 (Armenian Ministry of Defence, 18 Oct 2020)"."""
    return sentence(
        _("%(figure)s (%(voice)s, %(day)s)"),
        figure=figure_of(claim),
        voice=voice_of(claim),
        day=show_short(claim.as_of),
    )


def figure_on(claim: Claim, day: date | None) -> Sentence:
    """The figure alone, with its day unless it is ``day``."""
    if claim.as_of == day:
        return (figure_of(claim),)
    return sentence(_("%(figure)s (%(day)s)"), figure=figure_of(claim), day=show_short(claim.as_of))
