"""Which numbers of an article count casualties, and what they count."""

from __future__ import annotations

from bisect import bisect_left

from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Outcome
from tracker.lib.wording import read_wording
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.finding.carrying import Carrier
from tracker.reading.finding.counted import Counted, NounPhrase, noun_phrase
from tracker.reading.finding.cues import find_cues
from tracker.reading.finding.foreign import outcome_beside
from tracker.reading.finding.grammar import MONTHS, words_around
from tracker.reading.finding.linking import is_base, link
from tracker.reading.finding.notcounts import counts_nobody
from tracker.reading.finding.outcomes import CLOSE, Linker
from tracker.reading.finding.peacetime import Setting
from tracker.reading.finding.people import SINGULAR
from tracker.reading.finding.phrases import Phrase, find_phrases, implicit_at
from tracker.reading.finding.status import give_status
from tracker.reading.finding.tables import cells_of_tables
from tracker.reading.finding.things import COUNTED
from tracker.reading.finding.told import Link
from tracker.reading.language import language_of

_COUNTED = COUNTED - MONTHS
_FEWEST_ECHOED = 3
_DEAD = frozenset("dead killed died deaths slain fallen lives bodies".split())
_WHOLE = frozenset("personnel altogether wounded injured".split())


def find_figures(article: Article) -> list[Figure]:
    """The casualty figures of the article in text order: span, number, outcome, category and group."""
    document = article.document
    if language_of(document) not in ("", "en"):
        return _find_foreign(document)
    counts: list[tuple[Phrase, NounPhrase, bool]] = []
    for phrase in _all_phrases(document):
        counted = noun_phrase(document, phrase)
        counts.append((phrase, counted, counts_nobody(document, phrase, counted)))
    setting = Setting(document)
    cues = find_cues(document)
    numbers = [phrase for phrase, _, nobody in counts if not nobody and not phrase.implicit]
    things = [
        phrase.first for phrase, counted, nobody in counts if nobody and _is_thing(document, phrase, counted, nobody)
    ]
    linker = Linker(document, numbers, things, cues)
    cells = cells_of_tables(document, numbers, cues)
    carrier = Carrier(document, cues)
    untold: list[tuple[Phrase, NounPhrase]] = []
    for phrase, counted, nobody in counts:
        peaceful = setting.is_peaceful(phrase.first)
        heading = cells.get(phrase.first)
        if heading is not None:
            found = Link(heading.cue.outcome, heading) if heading.cue.outcome else None
        else:
            found = None if nobody or peaceful else link(carrier, linker, phrase, counted)
        if found is None:
            base = counted.noun is None and is_base(document, phrase)
            if _is_thing(document, phrase, counted, nobody) and not base:
                carrier.pass_thing(phrase.first)
            if not nobody and not peaceful and counted.counted is not Counted.UNKNOWN:
                untold.append((phrase, counted))
            continue
        figure = _figure(document, phrase, counted, found)
        _note(document, figure, phrase, found)
        carrier.add(figure, found)
    figures = carrier.figures
    for phrase, counted in untold:
        if (found := _told_below(document, phrase, figures)) is not None:
            figure = _figure(document, phrase, counted, found)
            _note(document, figure, phrase, found)
            figures.insert(bisect_left(figures, figure.at, key=lambda one: one.at), figure)
    _agree(document, figures)
    give_status(document, figures)
    return figures


def _told_below(document: Document, phrase: Phrase, figures: list[Figure]) -> Link | None:
    """The link of a headline's number that the article gives again: "Army tallies 219 rebels"."""
    if document.sentences[document.sentence_at(phrase.at)].paragraph or (phrase.value or 0) < _FEWEST_ECHOED:
        return None
    same = next((figure for figure in figures if figure.value == phrase.value and figure.at > phrase.at), None)
    return Link(same.outcome, None, same) if same is not None else None


def _find_foreign(document: Document) -> list[Figure]:
    """The numbers of a text in another language that stand beside a known word for an outcome."""
    figures = []
    for phrase in find_phrases(document):
        beside = outcome_beside(document, phrase.first, phrase.after)
        counted = NounPhrase(Counted.ELIDED, None, phrase.after)
        if beside is None or phrase.is_vague or counts_nobody(document, phrase, counted):
            continue
        outcome, at = beside
        figure = _figure(document, phrase, counted, Link(outcome))
        figure.cue = at
        figure.qualifier = _foreign_qualifier(document, phrase) or figure.qualifier
        figure.note("value", "written in digits", 0.95)
        figure.note("outcome", "a number beside a known word of another language", 0.6)
        figure.note("qualifier", "the words beside the number", 0.7)
        figures.append(figure)
    return figures


def _foreign_qualifier(document: Document, phrase: Phrase) -> Qualifier | None:
    sentence = document.sentences[document.sentence_at(phrase.first)]
    begin = max(sentence.first, phrase.first - 4)
    wording = read_wording(document.span(begin, phrase.after))
    return wording.qualifier if wording.understood and wording.value == phrase.value else None


def _all_phrases(document: Document) -> list[Phrase]:
    """The number phrases, and the "a" of "a soldier" where it may be a count of one."""
    phrases = find_phrases(document)
    taken = {at for phrase in phrases for at in range(phrase.at, phrase.after)}
    for at, word in enumerate(document.low):
        if word in ("a", "an", "another") and at not in taken:
            ahead = document.low[at + 1 : at + 5]
            if not SINGULAR.keys().isdisjoint(ahead) and (single := implicit_at(document, at)):
                phrases.append(single)
    return sorted(phrases, key=lambda phrase: phrase.first)


def _is_thing(document: Document, phrase: Phrase, counted: NounPhrase, nobody: bool) -> bool:
    """Whether the number that was passed over counts something else, which later numbers may go on counting."""
    if phrase.implicit or phrase.is_vague or document.low[phrase.first] == "one":
        return False
    if not nobody:
        return counted.counted is not Counted.UNKNOWN
    return counted.noun is not None and document.low[counted.noun] in _COUNTED


def _agree(document: Document, figures: list[Figure]) -> None:
    """Losses or casualties that the text elsewhere, or in the next words, calls dead are dead."""
    killed = {_number(figure) for figure in figures if figure.outcome is Outcome.KILLED}
    dead = {document.sentence_at(figure.at) for figure in figures if figure.outcome is Outcome.KILLED}
    dead_by = {figure.cue for figure in figures if figure.outcome is Outcome.CASUALTIES and _number(figure) in killed}
    for before, figure in zip([None, *figures], figures, strict=False):
        if figure.outcome is not Outcome.CASUALTIES or figure.value is None or _is_of_both(document, figure):
            continue
        if before is not None and figure.cue is None and before.outcome is Outcome.KILLED:
            figure.outcome = Outcome.KILLED
            continue
        here = document.sentence_at(figure.at)
        lost = figure.cue is not None and document.low[figure.cue] == "losses"
        words = set(words_around(document, figure.at))
        whole = not _WHOLE.isdisjoint(words)
        if (
            figure.cue in dead_by - {None}
            or _number(figure) in killed
            or (lost and not whole and (dead.intersection(range(here - 1, here + 2)) or not _DEAD.isdisjoint(words)))
        ):
            figure.outcome = Outcome.KILLED


def _is_of_both(document: Document, figure: Figure) -> bool:
    """Whether the text names dead and hurt together: "killed or wounded"."""
    return figure.cue is not None and document.low[figure.cue] not in ("casualties", "casualty", "losses")


def _number(figure: Figure) -> tuple[int | None, int | None]:
    return figure.value, figure.low


def _note(document: Document, figure: Figure, phrase: Phrase, link: Link) -> None:
    """Keep which rules gave the number, its qualifier and the outcome, and how sure each is."""
    figure.note("outcome", *_outcome_reason(document, figure, link))
    if figure.implicit:
        figure.note("value", "one person told of", 0.85)
        figure.note("qualifier", "one person told of", 0.95)
        return
    if phrase.is_vague:
        figure.note("value", "a number that is not given", 0.95)
        figure.note("qualifier", "a word for an unknown number", 0.97)
        return
    in_digits = document.low[phrase.first][0].isdecimal()
    figure.note("value", "written in digits" if in_digits else "written in words", 0.99 if in_digits else 0.97)
    if figure.qualifier is Qualifier.RANGE:
        figure.note("qualifier", "two numbers joined to a range", 0.95)
    elif figure.qualifier is Qualifier.EXACT:
        figure.note("qualifier", "no qualifying words", 0.98)
    else:
        figure.note("qualifier", "the qualifying words beside the number", 0.96)


def _outcome_reason(document: Document, figure: Figure, link: Link) -> tuple[str, float]:
    if figure.cue is not None:
        if link.cost <= CLOSE:
            return "the words beside the number", 0.97 if link.cost <= 0 else 0.95
        return "words further off in the sentence", 0.9
    if link.source is not None:
        if document.sentence_at(link.source.at) == document.sentence_at(figure.at):
            return "next in a list of figures", 0.9
        return "carried on from the figure before", 0.82
    return "what the text was speaking of", 0.75


def _figure(document: Document, phrase: Phrase, counted: NounPhrase, link: Link) -> Figure:
    cue = link.place.at if link.place else None
    sentence = document.sentences[document.sentence_at(phrase.at)]
    return Figure(
        start=document.tokens[phrase.at].start,
        end=document.tokens[phrase.after - 1].end,
        at=phrase.at,
        after=phrase.after,
        value=phrase.value,
        low=phrase.low,
        high=phrase.high,
        qualifier=phrase.qualifier,
        outcome=link.outcome,
        category=counted.kind.status,
        group=counted.kind.group,
        implicit=phrase.implicit,
        cue=cue if cue is not None and sentence.first <= cue < sentence.after else None,
        noun=counted.noun,
    )
