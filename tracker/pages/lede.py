"""The answer in words: a few sentences, each drawn from one named statistic, each figure leading to its claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.ledger.answers import Conceded, Floor
from tracker.ledger.apart import Span, spans, widest
from tracker.ledger.changing import Moved, TakenBack
from tracker.ledger.comparing import counted_in_words
from tracker.ledger.disagreements import Contradiction
from tracker.ledger.models import Claim
from tracker.ledger.sentences import Sentence, Words, figure_by, figure_of, figure_on, sentence, voice_of
from tracker.lib.dates import show_short
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Stance
from tracker.pages.pairing import compare_address
from tracker.pages.toll import Toll

MOST_SPANS = 6


@dataclass(frozen=True)
class Quoted:
    """A claim with the words that it stands in."""

    claim: Claim
    words: str
    language: str


@dataclass(frozen=True)
class Answer:
    """One sentence, what it is about, and what goes with it. ``computed``: a number in it is ours, not a claimant's."""

    about: str
    words: Sentence
    computed: bool = False
    quotes: tuple[Quoted, ...] = ()
    address: str = ""
    """Where it is worked out step by step."""


def answers(toll: Toll) -> list[Answer]:
    """What follows the first sentence; fewer where less can be said.

    Of the whole conflict: how far apart comparable counts are, what each side concedes, the widest contradiction, what
    changed last. Of a narrower view: the span for each people counted, those counted last first, and what changed last.
    """
    return list(_of_a_view(toll) if toll.is_narrowed else _of_the_conflict(toll))


def _of_the_conflict(toll: Toll) -> Iterator[Answer]:
    span, pair = widest(toll.fresh), toll.shown.pair
    if span:
        said = span.contradiction
        same = said is not None and pair is not None and (said.lower, said.higher) == (pair.lower, pair.higher)
        yield _span(span, toll, with_words=same)
        pair = None if same else pair
    if toll.floor and toll.floor.parts:
        yield _floor(toll.floor)
    if pair:
        yield _contradiction(pair, toll)
    yield from _changes(toll)


def _of_a_view(toll: Toll) -> Iterator[Answer]:
    if toll.chosen.stance is Stance.OWN and toll.floor and toll.floor.parts:
        yield _floor(toll.floor)
    found = sorted(spans(toll.fresh), key=lambda span: (-span.newest.toordinal(), span.lowest.pk))
    for span in found[:MOST_SPANS] if len(found) > 1 else []:
        yield _of_a_people(span)
    yield from _changes(toll)


def _changes(toll: Toll) -> Iterator[Answer]:
    moved, back = toll.view.moved, toll.view.taken_back
    if moved:
        yield _moved(moved)
    if back and not (moved and back.after == moved.after):
        yield _taken_back(back)


def _span(span: Span, toll: Toll, *, with_words: bool) -> Answer:
    """How far apart; ``with_words``: the two ends are the widest contradiction too, which is then not said again."""
    words = sentence(_("%(number)s comparable counts (%(people)s) run from %(low)s to %(high)s"), **_parts(span))
    ratio = ratio_in_words(span.ratio) if span.ratio else ""
    words += sentence(_(", %(ratio)s times as many."), ratio=ratio) if ratio else sentence(".")
    words += _verdict(span.contradiction)
    return Answer(
        _("How far apart"),
        words,
        computed=bool(ratio),
        quotes=_quotes(span.contradiction) if with_words else (),
        address=compare_address(span.lowest, span.highest),
    )


def _of_a_people(span: Span) -> Answer:
    about = capfirst(counted_in_words(span.lowest))
    if span.claims == 1:
        return Answer(about, figure_by(span.lowest))
    if span.is_one_number:
        agreed = ngettext(
            "%(low)s; %(number)s count gives this number.", "%(low)s; %(number)s counts give this number.", span.claims
        )
        return Answer(about, sentence(agreed, **_parts(span)))
    return Answer(about, sentence(_("%(low)s to %(high)s; %(number)s counts."), **_parts(span)))


def _parts(span: Span) -> dict[str, str | Sentence]:
    return {
        "number": number(span.claims),
        "people": counted_in_words(span.lowest),
        "low": figure_by(span.lowest),
        "high": figure_by(span.highest),
    }


def _floor(floor: Floor) -> Answer:
    template = _("At least %(total)s, counting only what each side concedes of its own: %(parts)s.")
    parts = [word for part in floor.parts for word in (Words("; "), *_conceded(part))][1:]
    words = sentence(template, total=number(floor.total), parts=parts)
    if floor.missing:
        words += sentence(" " + _("Not in it: %(missing)s."), missing="; ".join(floor.missing))
    return Answer(_("What the sides concede"), words, computed=True, address="#floor")


def _conceded(part: Conceded) -> Sentence:
    """As "Armenian side 1,266 (1,221 and 45)"; the figure alone where a side's sum is one claim's."""
    figures = [word for claim in part.claims for word in (Words(_(" and ")), figure_of(claim))][1:]
    template = _("%(side)s %(total)s (%(figures)s)") if len(part.claims) > 1 else _("%(side)s %(figures)s")
    return sentence(template, side=Words(part.side, is_name=True), total=number(part.total), figures=figures)


def _contradiction(pair: Contradiction, toll: Toll) -> Answer:
    template = _("%(low)s against %(high)s, of the same people (%(people)s).")
    people = counted_in_words(pair.lower)
    words = sentence(template, low=figure_by(pair.lower), high=figure_by(pair.higher), people=people)
    address = compare_address(pair.lower, pair.higher)
    return Answer(_("Widest contradiction"), words + _verdict(pair), quotes=_quotes(pair), address=address)


def _verdict(pair: Contradiction | None) -> Sentence:
    if pair is None:
        return sentence(" " + _("Both can be true."))
    said = _("No number fits both.")
    if pair.may_be_behind:
        said += " " + _("The lower holds for an earlier day: it may only be behind.")
    return sentence(f" {said}")


def _quotes(pair: Contradiction | None) -> tuple[Quoted, ...]:
    """Both wordings of the widest contradiction, as far as they are at hand."""
    claims = (pair.lower, pair.higher) if pair else ()
    reports = [(claim, getattr(claim, "report", None)) for claim in claims]
    return tuple(Quoted(claim, report["quote"], report["language"] or "") for claim, report in reports if report)


def _moved(moved: Moved) -> Answer:
    template = _("%(voice)s went from %(before)s to %(after)s on %(day)s (%(people)s).")
    if moved.fell:
        template = _("%(voice)s went down from %(before)s to %(after)s on %(day)s (%(people)s).")
    return Answer(_("What changed last"), _changed(template, moved.before, moved.after))


def _taken_back(back: TakenBack) -> Answer:
    template = _("%(voice)s corrected %(before)s to %(after)s on %(day)s (%(people)s).")
    if back.is_withdrawal:
        template = _("%(voice)s withdrew %(before)s on %(day)s (%(people)s).")
    return Answer(_("Last taken back"), _changed(template, back.before, back.after))


def _changed(template: str, before: Claim, after: Claim) -> Sentence:
    """What one voice made of its own count of the same people."""
    return sentence(
        template,
        voice=voice_of(before),
        before=figure_on(before, after.as_of),
        after=figure_of(after),
        day=show_short(after.as_of),
        people=counted_in_words(before),
    )


def ratio_in_words(ratio: float) -> str:
    """A ratio with no more digits than say something: "10", "2.6", "1.03"."""
    if ratio >= 10:
        return number(round(ratio))
    return f"{ratio:.2f}" if ratio < 1.1 else f"{ratio:.1f}".removesuffix(".0")
