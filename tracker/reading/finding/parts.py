"""Which figure is stated to be a part of which other."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.finding.grammar import BE
from tracker.reading.finding.people import PEOPLE

_PART_WORDS = frozenset({"whom", "them", "these", "those", "which", "including", "includes", "include", "included"})
_OPENERS = frozenset((
    ("of", "them"), ("of", "these"), ("of", "those"), ("of", "the", "dead"), ("of", "the", "fallen"), ("among", "them"),
    ("of", "the", "rest"), ("of", "whom"), ("of", "the", "wounded"), ("of", "the", "injured"), ("among", "those"),
    ("of", "that", "number"), ("of", "the", "victims"), ("among", "the", "dead"), ("among", "the", "victims"),
    ("the", "remaining"), ("the", "other"), ("they", "include"), ("they", "included"), ("among", "the", "wounded"),
    ("of", "the", "latter"), ("among", "the", "injured"), ("of", "the", "total"), ("of", "this", "number"),
    ("of", "the", "killed"), ("these", "include"), ("the", "dead", "include"), ("the", "dead", "included"),
))  # fmt: skip
_TAILS = frozenset((
    ("of", "the", "dead"), ("of", "the", "victims"), ("of", "the", "deaths"), ("of", "the", "wounded"),
    ("of", "the", "injured"), ("of", "the", "injuries"), ("of", "the", "fallen"), ("of", "those"), ("of", "them"),
    ("of", "these"), ("of", "the", "latter"), ("of", "the", "casualties"), ("of", "the", "fatalities"),
    ("of", "that", "number"), ("of", "this", "number"), ("of", "the", "slain"), ("of", "the", "killed"),
))  # fmt: skip
_OF_THEM = frozenset({("of", "them"), ("of", "these"), ("of", "whom")})
_STRUCK = {"wounded": Outcome.INJURED, "injured": Outcome.INJURED, "hurt": Outcome.INJURED, "dead": Outcome.KILLED}
_INCLUDING = frozenset({"included", "include", "includes", "including", "comprised"})
_TOLLS = frozenset("wounded injured dead victims killed casualties fatalities slain toll deaths fallen missing".split())
_HEAD, _AMONG = 6, 12
_MORE = frozenset({"more", "another", "further", "additional", "others", "new", "fresh"})
_TOTAL_REACH = 7
_TOTALS = frozenset({"total", "number", "toll", "figure", "count", "sum"})
_SUMMING = frozenset("all altogether total combined told making sum together".split())
_RAISING = frozenset(
    "taking takes took bringing brings brought pushing pushes pushed raising raises raised lifting lifts lifted"
    " makes making runs roll total altogether".split()
)
_LINKS = frozenset({",", "and", "as", "well", "the", "others", "other", "remaining", "plus", "a", "one"})
_REACH = 6
_LIST_GAP = 9
_MOST_ITEMS = 12
_SURVIVORS_BACK = 2


def link_parts(article: Article, figures: list[Figure]) -> None:
    """Fill ``part_of`` of every figure."""
    document = article.document
    for index, figure in enumerate(figures):
        if figure.part_of is not None:
            continue
        for rule, name, sure in _RULES:
            whole = rule(document, figures, index)
            if whole is not None and whole != index and _fits(figure, figures[whole], _names_whole(document, figure)):
                figure.part_of = whole
                figure.note("part_of", name, sure)
                break
    _break_down(document, figures)
    _tell_survivors(figures)


def _tell_survivors(figures: Sequence[Figure]) -> None:
    """Of casualties whose dead are told, the others are the hurt: "11,418. 3,498 of these died. The other 7,920"."""
    for index, dead in enumerate(figures[:-1]):
        rest = figures[index + 1]
        if dead.outcome is not Outcome.KILLED or dead.value is None or rest.value is None:
            continue
        for at in range(max(0, index - _SURVIVORS_BACK), index):
            whole = figures[at]
            if whole.outcome is Outcome.CASUALTIES and whole.value == dead.value + rest.value:
                dead.part_of = rest.part_of = at
                rest.outcome = Outcome.INJURED
                rest.note("outcome", "the casualties that did not die", 0.9)
                for part in (dead, rest):
                    part.note("part_of", "the dead and the hurt of the casualties", 0.9)
                    if part.category is Status.ANY:
                        part.category = whole.category


def _names_whole(document: Document, figure: Figure) -> bool:
    """Whether the words behind the number say whose part it is: "three of them died", "two of the wounded died"."""
    behind = document.low[figure.after : figure.after + 3]
    return tuple(behind[:2]) in _OF_THEM or (behind[:2] == ["of", "the"] and behind[-1] in _STRUCK)


def _fits(part: Figure, whole: Figure, across: bool = False) -> bool:
    """Whether the part is no larger than the whole and, unless ``across`` outcomes, dead are not part of the hurt."""
    largest = whole.high if whole.high is not None else whole.value
    least = part.low if part.low is not None else part.value
    if largest is not None and least is not None and least > largest:
        return False
    return (
        across
        or part.outcome is whole.outcome
        or whole.outcome in (Outcome.CASUALTIES, Outcome.CAPTURED, Outcome.MISSING)
    )


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
    parted = behind in _OF_THEM or "among" in document.low[figure.after : figure.after + 3]
    parted = parted or _is_included(document, figure)
    next_part = before.part_of is not None and tuple(between[:2]) in _OF_THEM and figure.outcome is before.outcome
    if parted or (not next_part and _PART_WORDS.intersection(between) and ";" not in between):
        return _top(figures, index - 1, figure, behind in _OF_THEM)
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
    behind = document.low[figure.after : figure.after + 3]
    if not (
        _begins(opening, _OPENERS)
        or _begins(behind, _TAILS)
        or _lists_parts(document.low[sentence.first : figure.at])
        or _is_among_victims(document, figure)
    ):
        return None
    outcome = _STRUCK.get(behind[-1], figure.outcome) if behind[:2] == ["of", "the"] else figure.outcome
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        before = figures[back]
        same = before.outcome in (outcome, Outcome.CASUALTIES)
        earlier = before.at < sentence.first or ";" in document.low[before.after : figure.at]
        if earlier and same and _fits(figure, before, outcome is not figure.outcome):
            return before.part_of if before.part_of is not None else back
    return None


def _is_included(document: Document, figure: Figure) -> bool:
    """ "18 children included", "around 20 women figure in that total"."""
    behind = document.low[figure.after : figure.after + _TOTAL_REACH]
    ends = [at for at, word in enumerate(behind) if word in (",", ";", ".")]
    behind = behind[: min(ends, default=len(behind))]
    return "included" in behind


def _described(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """ "Thirty-eight died. Three were soldiers on leave", "Ninety were hurt. Forty are still in hospital"."""
    figure = figures[index]
    number = document.sentence_at(figure.at)
    sentence = document.sentences[number]
    behind = document.low[figure.after : min(figure.after + _TOTAL_REACH, sentence.after)]
    if figure.at - sentence.first > 2 or behind[:1] == [] or behind[0] not in BE:
        return _in_that_total(document, figures, index)
    described = any(word in PEOPLE for word in behind[1:4]) or "still" in behind[1:3]
    return _main_before(document, figures, index) if described and figure.noun is None else None


def _in_that_total(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """ "Around 20 women figure in that total"."""
    figure = figures[index]
    behind = document.low[figure.after : figure.after + _TOTAL_REACH]
    named = any(
        three[0] == "in" and three[1] in ("that", "this") and three[2] in _TOTALS
        for three in zip(behind, behind[1:], behind[2:], strict=False)
    )
    return _main_before(document, figures, index) if named else None


def _main_before(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """The figure of the sentence before, or of the one before that, which this one may be a part of."""
    figure = figures[index]
    number = document.sentence_at(figure.at)
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        before = figures[back]
        distance = number - document.sentence_at(before.at)
        if distance > 2:
            return None
        if distance and before.outcome in (figure.outcome, Outcome.CASUALTIES) and _fits(figure, before):
            return before.part_of if before.part_of is not None else back
    return None


def _of_the_base(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """ "Eleven of the 63 are soldiers", "Of the fourteen dead, nine fell by Friday"."""
    figure = figures[index]
    if document.low[figure.after : figure.after + 2] == ["of", "the"] and index + 1 < len(figures):
        return index + 1 if figures[index + 1].at - figure.after <= 4 else None
    first = document.sentences[document.sentence_at(figure.at)].first
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if figures[back].at < first:
            return None
        if figures[back].at - first <= 2 and document.low[first] == "of":
            return back
    return None


def _summed_up(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """The sum that follows its parts: "101 in the cellar and four next door, that is, 105 in all"."""
    for at in range(index + 1, min(len(figures), index + _REACH)):
        total = figures[at]
        around = document.low[max(0, total.at - 4) : total.after + 3]
        if total.value is None or total.outcome is not figures[index].outcome or _SUMMING.isdisjoint(around):
            continue
        left, back = total.value, at - 1
        while back >= 0 and left > 0 and figures[back].outcome is total.outcome and figures[back].part_of is None:
            left -= figures[back].value or 0
            if left == 0:
                return at if back <= index and at - back > 1 else None
            back -= 1
    return None


def _begins(words: list[str], openings: frozenset[tuple[str, ...]]) -> bool:
    """Whether two or three words are one of the openings."""
    return tuple(words[:2]) in openings or tuple(words) in openings


def _lists_parts(words: Sequence[str]) -> bool:
    """ "The wounded included", "the death toll includes", at the head of a sentence."""
    head = words[:_HEAD]
    if head[:1] in (["that"], ["this"], ["they"], ["these"], ["those"], ["it"]) and not _INCLUDING.isdisjoint(head[:3]):
        return True
    return not _INCLUDING.isdisjoint(head) and not _TOLLS.isdisjoint(head)


def _is_among_victims(document: Document, figure: Figure) -> bool:
    """ "two children, aged 3 and 9, were among the dead"."""
    behind = document.low[figure.after : figure.after + _AMONG]
    if "among" not in behind:
        return False
    at = behind.index("among")
    return behind[at + 1 : at + 2] == ["the"] and not _TOLLS.isdisjoint(behind[at + 2 : at + 3])


def _top(figures: Sequence[Figure], index: int, figure: Figure, across: bool) -> int:
    """The whole that ``index`` stands for: itself, or what it is a part of where ``figure`` does not fit into it."""
    before = figures[index]
    if before.part_of is not None and not _fits(figure, before, across):
        return before.part_of
    return index


def _raised(document: Document, figures: Sequence[Figure], index: int) -> int | None:
    """An increment beside its new total: "two more died, taking the toll to 19"."""
    figure = figures[index]
    if (
        index + 1 < len(figures)
        and document.word(figure.at - 1) == "by"
        and document.low[figure.after : figures[index + 1].at] == ["to"]
    ):
        return index + 1
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
    (_of_the_base, "said to be a part", 0.9),
    (_opened_by_words, "the sentence speaks of a part", 0.85),
    (_described, "who some of those counted before were", 0.8),
    (_summed_up, "summed up behind it", 0.85),
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
        while ahead < last and 0 < (figures[ahead].value or 0) <= left and _is_item(document, figures, index, ahead):
            left -= figures[ahead].value or 0
            ahead += 1
        items = ahead - index - 1
        if (left == 0 and items > 1) or (0 < left <= 2 and items > 2):
            for item in figures[index + 1 : ahead]:
                item.part_of = index
                item.note("part_of", "a breakdown that adds up", 0.9)
                if item.outcome is not whole.outcome:
                    item.outcome = whole.outcome
                    item.note("outcome", "a breakdown that adds up", 0.9)


def _is_item(document: Document, figures: Sequence[Figure], whole_at: int, item_at: int) -> bool:
    whole, item = figures[whole_at], figures[item_at]
    near = document.sentence_at(item.at) - document.sentence_at(whole.at) <= 1
    named = item.outcome is Outcome.CAPTURED and ":" in document.low[whole.after : item.at]
    same = item.outcome is whole.outcome or (whole.outcome is Outcome.KILLED and named)
    return near and same and item.value is not None and item.part_of in (None, whole_at)
