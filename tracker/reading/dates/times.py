"""Scope, start and as-of date of each figure."""

from __future__ import annotations

from tracker.lib.counts import Qualifier
from tracker.reading.dates.context import Context
from tracker.reading.dates.dating import date_figures
from tracker.reading.dates.scopes import give_scopes
from tracker.reading.figures import Article, Figure

_HEADLINE_FIGURES = 12
_ROUNDING = 0.06


def give_times(article: Article, figures: list[Figure]) -> None:
    """Fill ``scope``, ``since``, ``as_of`` and its precision of every figure."""
    context = Context.of(article, figures)
    give_scopes(context)
    date_figures(context)
    _follow_body(context)


def _follow_body(context: Context) -> None:
    """Give the headline's figures what the body says of the same ones."""
    heads = [figure for figure in context.figures[:_HEADLINE_FIGURES] if context.paragraph_of(figure) == 0]
    body = [figure for figure in context.figures if context.paragraph_of(figure) > 0]
    for head in heads:
        same = next((figure for figure in body if _is_same(head, figure)), None)
        if same is None:
            continue
        head.scope, head.since = same.scope, same.since
        head.as_of, head.as_of_precision = same.as_of, same.as_of_precision
        for name in ("scope", "since", "as_of"):
            head.note(name, "as the same figure in the body", same.sure[name])


def _is_same(head: Figure, figure: Figure) -> bool:
    """Whether a headline's figure is the body's, perhaps rounded."""
    if head.outcome is not figure.outcome:
        return False
    if head.value is None or figure.value is None:
        return head.low is not None and (head.low, head.high) == (figure.low, figure.high)
    rounded = head.qualifier is not Qualifier.EXACT and abs(head.value - figure.value) <= figure.value * _ROUNDING
    return rounded or head.value == figure.value
