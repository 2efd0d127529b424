"""Which figure is stated to be a part of which other."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lib.vocabulary import Group, Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure

_PART_WORDS = frozenset({"whom", "them", "these", "those", "which", "including", "includes", "include", "included"})
_OPENERS = (
    ("of", "them"), ("of", "these"), ("of", "those"), ("of", "the", "dead"), ("of", "the", "fallen"), ("among", "them"),
    ("of", "the", "rest"), ("of", "whom"), ("of", "the", "wounded"), ("of", "the", "injured"), ("among", "those"),
    ("of", "that", "number"), ("of", "the", "victims"), ("among", "the", "dead"), ("among", "the", "victims"),
    ("the", "remaining"), ("the", "other"), ("they", "include"), ("they", "included"), ("among", "the", "wounded"),
    ("of", "the", "latter"), ("among", "the", "injured"), ("of", "the", "total"), ("of", "this", "number"),
    ("of", "the", "killed"), ("these", "include"), ("the", "dead", "include"), ("the", "dead", "included"),
)  # fmt: skip
_TAILS = (
    ("of", "the", "dead"), ("of", "the", "victims"), ("of", "the", "deaths"), ("of", "the", "wounded"),
    ("of", "the", "injured"), ("of", "the", "injuries"), ("of", "the", "fallen"), ("of", "those"), ("of", "them"),
    ("of", "these"), ("of", "the", "latter"), ("of", "the", "casualties"), ("of", "the", "fatalities"),
)  # fmt: skip
_MORE = frozenset({"more", "another", "further", "additional", "others"})
_RAISING = frozenset(
    "taking takes took bringing brings brought pushing pushes pushed raising raises raised lifting lifts lifted".split()
)
_LINKS = frozenset({",", "and", "as", "well", "the", "others", "other", "remaining", "plus", "a", "one"})
_REACH = 6
_LIST_GAP = 9
_MOST_ITEMS = 12


def link_parts(article: Article, figures: list[Figure]) -> None:
    """Fill ``part_of`` of every figure."""
    document = article.document
    for index, figure in enumerate(figures):
        if figure.part_of is not None:
            continue
        for rule, name, sure in _RULES:
            whole = rule(document, figures, index)
            if whole is not None and whole != index and _fits(figure, figures[whole]):
                figure.part_of = whole
                figure.note("part_of", name, sure)
                break
    _break_down(document, figures)


def _fits(part: Figure, whole: Figure) -> bool:
    """Whether the part is no larger than the whole and dead are not part of the hurt."""
    largest = whole.high if whole.high is not None else whole.value
    least = part.low if part.low is not None else part.value
    if largest is not None and least is not None and least > largest:
        return False
    return part.outcome is whole.outcome or whole.outcome in (Outcome.CASUALTIES, Outcome.CAPTURED, Outcome.MISSING)


def _linked_by_words(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """ "60, including 25 in Ganja", "19 killed, of whom 13 were civilians"."""
    if not index:
        return None
    figure, before = figures[index], figures[index - 1]
    sentence = document.sentence_at(figure.at)
    if document.sentence_at(before.at) != sentence:
        return None
    between = document.low[before.after : figure.at]
    behind = tuple(document.low[figure.after : figure.after + 2])
    parted = (
        behind in (("of", "them"), ("of", "these"), ("of", "whom"))
        or "among" in document.low[figure.after : figure.after + 3]
    )
    if parted or (_PART_WORDS.intersection(between) and ";" not in between):
        return _top(figures, index - 1, figure)
    return None


def _continues_parts(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """The next in a list of parts: "including 12 soldiers, five officers and a nurse"."""
    if not index:
        return None
    figure, before = figures[index], figures[index - 1]
    if before.part_of is None or document.sentence_at(before.at) != document.sentence_at(figure.at):
        return None
    between = document.low[before.after : figure.at]
    if len(between) > _LIST_GAP or ";" in between or "." in between or figure.outcome is not before.outcome:
        return None
    return before.part_of if _LINKS.intersection(between[-2:]) or figure.group is not Group.NONE else None


def _opened_by_words(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """A sentence that begins "Of them", "Among the dead", "The remaining"."""
    figure = figures[index]
    sentence = document.sentences[document.sentence_at(figure.at)]
    opening = document.low[sentence.first : sentence.first + 3]
    opens = any(tuple(opening[: len(words)]) == words for words in _OPENERS)
    if not opens and not any(tuple(document.low[figure.after : figure.after + len(tail)]) == tail for tail in _TAILS):
        return None
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        before = figures[back]
        same = before.outcome is figure.outcome
        if before.at < sentence.first and same and _fits(figure, before):
            return before.part_of if before.part_of is not None else back
    return None


def _top(figures: Sequence[Figure], index: int, figure: Figure) -> int:
    """The whole that ``index`` stands for: itself, or what it is a part of where ``figure`` does not fit into it."""
    before = figures[index]
    if before.part_of is not None and not _fits(figure, before):
        return before.part_of
    return index


def _raised(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """An increment beside its new total: "two more died, taking the toll to 19"."""
    figure = figures[index]
    if index + 1 >= len(figures) or not _MORE.intersection(document.low[max(0, figure.at - 2) : figure.after + 2]):
        return None
    total = figures[index + 1]
    between = document.low[figure.after : total.at]
    near = document.sentence_at(total.at) - document.sentence_at(figure.at) <= 1
    if near and _RAISING.intersection(between) and total.outcome is figure.outcome:
        return index + 1
    return None


_RULES = (
    (_linked_by_words, "said to be a part", 0.9),
    (_opened_by_words, "the sentence speaks of a part", 0.85),
    (_raised, "an increment beside its new total", 0.75),
    (_continues_parts, "next in a list of parts", 0.8),
)


def _break_down(document: Document, figures: Sequence[Figure]) -> None:
    """Figures that follow a total directly and add up to it: "ten died: four Norwegians, a Briton, ..."."""
    for index, whole in enumerate(figures):
        if whole.value is None or whole.value < 2:
            continue
        left, ahead = whole.value, index + 1
        last = min(len(figures), index + _MOST_ITEMS)
        while ahead < last and left > 0 and _is_item(document, figures, index, ahead):
            left -= figures[ahead].value or 0
            ahead += 1
        items = ahead - index - 1
        if (left == 0 and items > 1) or (0 < left <= 2 and items > 2):
            for item in figures[index + 1 : ahead]:
                item.part_of = index
                item.note("part_of", "a breakdown that adds up", 0.9)


def _is_item(document: Document, figures: Sequence[Figure], whole_at: int, item_at: int) -> bool:
    whole, item = figures[whole_at], figures[item_at]
    near = document.sentence_at(item.at) - document.sentence_at(whole.at) <= 1
    return near and item.outcome is whole.outcome and item.value is not None and item.part_of in (None, whole_at)
