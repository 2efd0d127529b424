"""Which numbers of an article count casualties, and what they count."""

from __future__ import annotations

from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Outcome
from tracker.lib.wording import read_wording
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.finding.carrying import Carrier, Link
from tracker.reading.finding.counted import SMALL_NUMBERS, Counted, NounPhrase, noun_phrase
from tracker.reading.finding.cues import Place, find_cues
from tracker.reading.finding.foreign import outcome_beside
from tracker.reading.finding.grammar import AUXILIARIES, BE, MARKS, MONTHS, words_around
from tracker.reading.finding.notcounts import counts_nobody
from tracker.reading.finding.outcomes import CLOSE, FAR, Linker
from tracker.reading.finding.peacetime import Setting
from tracker.reading.finding.people import PEOPLE, SINGULAR
from tracker.reading.finding.phrases import Phrase, find_phrases, implicit_at
from tracker.reading.finding.status import give_status
from tracker.reading.finding.things import COUNTED
from tracker.reading.language import language_of

_NEAR = 8
_PREDICATES = BE | {"them", "whom", "as", "like", "became", "become"}
_SETTING_FREE = frozenset("exchange exchanged swap swapped freed released release free liberated rescued".split())
_ARRESTED = frozenset(
    "suspect suspects protester protesters protestor protestors demonstrator demonstrators activist activists"
    " detainee detainees inmate inmates criminal criminals looter looters rioter rioters dissident dissidents"
    " lawyers".split()
)
"""Whoever is held under the law, and not as a captive of war."""
_COUNTED = COUNTED - MONTHS
_WHERE = frozenset("from in at near across inside through into outside on".split())
_CAPTIVES = frozenset("prisoner prisoners hostage hostages captive captives pow pows abductees".split())
_WHOLE = frozenset("personnel altogether wounded injured".split())
_RELATIVES = frozenset("who whom that they he she it".split())
_RELATIVE_REACH = 4
_ITEM_ENDS = MARKS | {"and", "or", "", "-"}


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
    carrier = Carrier(document, cues)
    links: list[Link] = []
    for phrase, counted, nobody in counts:
        peaceful = setting.is_peaceful(phrase.first)
        link = None if nobody or peaceful else _link(carrier, linker, phrase, counted)
        if link is None:
            if _is_thing(document, phrase, counted, nobody):
                carrier.pass_thing(phrase.first)
            continue
        links.append(link)
        figure = _figure(document, phrase, counted, link)
        _note(document, figure, phrase, link)
        carrier.add(figure, link)
    _agree(document, carrier.figures)
    give_status(document, carrier.figures, links)
    return carrier.figures


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


def _link(carrier: Carrier, linker: Linker, phrase: Phrase, counted: NounPhrase) -> Link | None:
    """What became of the people counted: by the nearest cue, by the list it stands in, or by what went before."""
    document = carrier.document
    if (
        carrier.continues_thing(phrase)
        or carrier.labels_things(phrase)
        or (counted.counted is Counted.UNKNOWN and document.word(phrase.at - 1) in _WHERE)
    ):
        return None
    place, cost = linker.best(phrase, counted)
    if _is_base(document, phrase) and not _is_told(document, counted, place):
        return None
    if phrase.implicit:
        return _implicit_link(carrier, phrase, counted, place, cost)
    is_one = _is_one(document, phrase)
    if is_one and counted.counted is Counted.UNKNOWN:
        return None
    own_verb = place is not None and place.at > phrase.at and document.word(phrase.after) == "of"
    listed = carrier.listed(phrase) if cost > (_NEAR if own_verb else CLOSE) else None
    if listed:
        return listed
    if is_one and _is_predicated(document, phrase):
        return carrier.topic(phrase, paragraphs=0)
    if is_one and cost > _limit_of_one(document, phrase, counted):
        return carrier.listed(phrase) or (
            carrier.inherited(phrase, counted) if counted.counted is Counted.PEOPLE else None
        )
    if place is None or cost > _limit(document, phrase, counted, place):
        return carrier.inherited(phrase, counted)
    if counted.counted is Counted.ELIDED and place.after <= phrase.at and cost > CLOSE and not place.cue.tally:
        word = document.word(phrase.after)
        if word.endswith("ed") and document.word(phrase.after + 1) not in MARKS | {"by"}:
            return None
    if place.cue.tally:
        link = carrier.tallied(phrase, counted, place)
        if link is None:
            told, _ = linker.best(phrase, counted, tallies=False)
            link = Link(told.cue.outcome, told) if told and told.cue.outcome else None
        if document.low[place.at] == "names" and (link is None or link.outcome is Outcome.INJURED):
            return Link(Outcome.KILLED, place)
        return link
    if place.cue.outcome is None:
        if document.low[place.at] in ("destroyed", "destroying") and (carrier.are_fighters(phrase, counted, place)):
            return Link(Outcome.KILLED, place)
        if document.low[place.at] in PEOPLE and document.word(phrase.after) in BE:
            return carrier.topic(phrase, paragraphs=0)
        overruled = cost > CLOSE or document.low[place.at] == "detained"
        return carrier.label(phrase) if overruled else None
    if place.cue.outcome is Outcome.CAPTURED and (
        _are_freed(document, phrase, counted) or document.word(counted.noun or -1) in _ARRESTED
    ):
        return None
    return Link(place.cue.outcome, place, None, cost)


def _is_base(document: Document, phrase: Phrase) -> bool:
    """Whether the number is what another is a part of: the 616 of "30 of the 616 people held there"."""
    before = document.low[max(0, phrase.at - 3) : phrase.at]
    return before[1:] == ["of", "the"] and (before[0][:1].isdecimal() or before[0] in SMALL_NUMBERS)


def _is_told(document: Document, counted: NounPhrase, place: Place | None) -> bool:
    """Whether a word tells of all of them: "of the 30 dead", "of the 276 girls abducted in April"."""
    if counted.counted is Counted.OUTCOME or place is None or counted.noun is None:
        return counted.counted is Counted.OUTCOME
    if document.word(counted.after) in _RELATIVES:
        return place.at - counted.after <= _RELATIVE_REACH
    return counted.noun == place.at or (place.at == counted.after and place.cue.behind <= CLOSE)


def _are_freed(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "50 hostages were released", "in exchange for 240 prisoners"."""
    if counted.counted is not Counted.OUTCOME and document.word(counted.noun or -1) not in _CAPTIVES:
        return False
    behind = document.low[counted.after : counted.after + 5]
    ends = [at for at, word in enumerate(behind) if word in MARKS]
    following = behind[: min(ends, default=len(behind))]
    if "go" in following and document.word(phrase.at - 1) in ("let", "lets", "letting"):
        return True
    around = document.low[max(0, phrase.at - 6) : phrase.at] + following
    return not _SETTING_FREE.isdisjoint(around)


def _is_predicated(document: Document, phrase: Phrase) -> bool:
    """ "one is a baby", "one was an 18-year-old soldier"."""
    if document.word(phrase.after) not in BE or document.word(phrase.after + 1) not in ("a", "an"):
        return False
    return not SINGULAR.keys().isdisjoint(document.low[phrase.after + 2 : phrase.after + 9])


def _implicit_link(
    carrier: Carrier, phrase: Phrase, counted: NounPhrase, place: Place | None, cost: int
) -> Link | None:
    if counted.counted is not Counted.PEOPLE or counted.noun is None:
        return None
    document = carrier.document
    appositive = document.word(phrase.at - 1) == "," and (
        document.word(phrase.at - 2) in ("one", "them", "whom") or carrier.names_one(phrase.at - 1)
    )
    if appositive or document.low[counted.noun] not in SINGULAR or document.word(phrase.at - 1) in _PREDICATES:
        return None
    if place and place.cue.outcome and cost <= CLOSE and not place.cue.tally:
        if place.after <= phrase.at:
            return Link(place.cue.outcome, place) if cost <= 0 and place.cue.behind < _NEAR else None
        if place.cue.behind >= _NEAR:
            return Link(place.cue.outcome, place)
        ends = place.after >= len(document) or document.word(place.after) in MARKS
        if BE.intersection(document.low[counted.after : place.at]) or (ends and document.word(counted.after) != ","):
            return Link(place.cue.outcome, place)
        return None
    item = counted.after - phrase.at <= 4 and document.word(counted.after) in _ITEM_ENDS
    return carrier.listed(phrase) if item else None


def _is_one(document: Document, phrase: Phrase) -> bool:
    """Whether the number is the word "one", a pronoun more often than a count."""
    return document.low[phrase.first] == "one" and phrase.last == phrase.first + 1


def _limit_of_one(document: Document, phrase: Phrase, counted: NounPhrase) -> int:
    if document.is_capital(phrase.first - 1):
        return -2
    if counted.counted is Counted.PEOPLE:
        joined = document.word(counted.after) == "and" and document.word(counted.after + 1)[:1].isdecimal()
        return FAR if joined else CLOSE
    opens = phrase.first == document.sentences[document.sentence_at(phrase.first)].first
    parted = document.word(phrase.after) == "of"
    return _NEAR if (opens and document.word(phrase.after) == ",") or parted else 1


def _limit(document: Document, phrase: Phrase, counted: NounPhrase, place: Place) -> int:
    """How far a cue may be: an unknown noun, or a vague count, must clearly be its subject or object."""
    if counted.counted is not Counted.UNKNOWN and not phrase.is_vague:
        return FAR
    subject = place.at > phrase.at and document.word(place.at - 1) in AUXILIARIES
    return _NEAR if subject and not place.cue.tally else CLOSE


def _agree(document: Document, figures: list[Figure]) -> None:
    """Losses or casualties that the text elsewhere, or in the next words, calls dead are dead."""
    killed = {(figure.value, figure.low) for figure in figures if figure.outcome is Outcome.KILLED}
    dead = {document.sentence_at(figure.at) for figure in figures if figure.outcome is Outcome.KILLED}
    for before, figure in zip([None, *figures], figures, strict=False):
        if figure.outcome is not Outcome.CASUALTIES or figure.value is None:
            continue
        if before is not None and figure.cue is None and before.outcome is Outcome.KILLED:
            figure.outcome = Outcome.KILLED
            continue
        here = document.sentence_at(figure.at)
        lost = figure.cue is not None and document.low[figure.cue] == "losses"
        whole = _WHOLE.intersection(words_around(document, figure.at))
        if (figure.value, figure.low) in killed or (
            lost and not whole and dead.intersection(range(here - 1, here + 2))
        ):
            figure.outcome = Outcome.KILLED


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
