"""Numbers that count nobody, told by what stands around them: ages, dates, scores, ratios, names of things."""

from __future__ import annotations

from tracker.reading.document import Document
from tracker.reading.finding.ages import is_age
from tracker.reading.finding.counted import OUTCOME_NOUNS, Counted, NounPhrase
from tracker.reading.finding.grammar import BE, DASHES, DETERMINERS, MARKS, MONTHS
from tracker.reading.finding.living import ATTACKERS, is_difference
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.things import NAMED_BY_NUMBER, THINGS, TIME

_CURRENCY = frozenset("$ € £ ¥ ₹ ₽ ₴ ₺ usd eur us$ rs rs. #".split())
_YEAR_OPENERS = frozenset(
    "in since for of by from until till during after before to and late early mid spring summer autumn winter fall"
    " through between election elections war ( - – , year".split()
)
_PLACES_OF_PEOPLE = frozenset(
    "town city village population camp country gathering gatherings party force crowd".split()
)
_SETTLED = frozenset(
    "crowd crowds gathering gatherings assembly assemblies meetings rallies audience town city village population"
    " camp country settlement hamlet".split()
)
_ROOM = frozenset("bed beds room space place places food tents shelter seats seating rations accommodation".split())
_LOWERING = frozenset(
    "lower lowered lowers lowering reduce reduced reduces reducing cut cuts cutting down fell falls fallen drop"
    " drops dropped dropping decline declined declines decreased decrease shrank shrunk".split()
)
_FORECASTS = frozenset("could may might will would expect expects expected likely projected predicted shall".split())
_DYING = frozenset({"die", "perish", "starve"})
_FORECAST_REACH = 6
_RISING = frozenset(
    "rise climb reach exceed top pass surpass hit kill cost claim lose grow increase go get die take mean".split()
)
_INTENT = frozenset(
    "attempt attempts attempted attempting tried tries try trying plot plots plotted plotting plan plans planned"
    " planning failed fails vowed vows threatened threatens threatening wanted intended hoped bid effort efforts"
    " ordered orders conspired conspiring sworn swore".split()
)
_OF_THE_HOUR = frozenset({"quarter", "half", "minutes", "ten", "twenty", "five"})
_HOURS = 12
_RECKONED_REACH = 20
_RECKONED = frozenset(
    "put puts putting set sets stand stands stood hold holds held remain remains remained toll tally count counted"
    " number numbers figure figures total estimate estimated dead deaths killed wounded injured hurt losses casualties"
    " missing stay stays stayed stuck settled start started starts began arrived has have it them"
    " reckoned given listed said say says spoke gave".split()
)
"""Words that say a count comes "at" a number, and not an event at an hour."""
_TOLD = OUTCOME_NOUNS | {"victims", "survivors"}
_HOUSING = frozenset("seats seating sleeps accommodates employs employed employing schooled teaches".split())
_SPANS = frozenset({"day", "week", "month", "year", "round"})
_DAY_OPENERS = frozenset("on by since until at in from".split())
_SUMS_OF_MONEY = frozenset(
    "bounty reward ransom fine prize budget loan compensation salary damages price aid fund debt".split()
)
_OF_PEOPLE = (Counted.PEOPLE, Counted.OUTCOME)
_ORDER = frozenset("first last latest next final".split())
_WHERE = frozenset("in at into on near inside outside".split())
_FUELS = frozenset("fuel oil petrol gas water milk".split())
_PAPERS = frozenset("report bulletin update communique communiqué dispatch".split())
_CALIBRES = frozenset("mm cm inch inches pounds".split())
_NO_ONE = frozenset("no but any every some the this that which".split())


def counts_nobody(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """Whether ``phrase`` can be no count of people, whatever the sentence tells."""
    survived = counted.noun is not None and document.low[counted.noun] in ("survivor", "survivors")
    if counted.counted is Counted.THING or phrase.value == 0 or survived:
        return True
    if document.word(phrase.at - 2) == "according" or document.low[max(0, phrase.at - 2) : phrase.at] == ["all", "but"]:
        return True
    if phrase.is_vague or phrase.implicit:
        return False
    return (
        _is_attempt(document, phrase)
        or is_difference(document, phrase)
        or _is_of_attackers(document, phrase, counted)
        or _is_of_containers(document, phrase, counted)
        or _is_strength(document, phrase, counted)
        or _is_named(document, phrase, counted)
        or _is_date(document, phrase, counted)
        or _is_ratio(document, phrase)
        or _is_rate(document, counted)
        or is_age(document, phrase, counted)
        or _is_pronoun(document, phrase, counted)
        or _is_forecast(document, phrase, counted)
        or _is_decrease(document, phrase)
    )


def _is_attempt(document: Document, phrase: Phrase) -> bool:
    """ "an attempt to kill two ministers", "vowed to shoot ten"."""
    return document.word(phrase.at - 2) == "to" and document.word(phrase.at - 3) in _INTENT


def _is_of_attackers(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "39 people were killed by two bombers"."""
    return document.word(phrase.at - 1) == "by" and document.word(counted.noun or -1) in ATTACKERS


def _is_of_containers(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "two fuel tankers", "200 empty coffins", "shells of 75 and 105 mm"."""
    behind, noun = document.word(phrase.after), document.word(counted.noun or -1)
    if behind in ("and", "or") and document.word(phrase.after + 2) in _CALIBRES:
        return document.word(phrase.after + 1)[:1].isdecimal()
    return (behind in _FUELS and noun in ("tanker", "tankers")) or (behind == "empty" and noun == "coffins")


def _is_decrease(document: Document, phrase: Phrase) -> bool:
    """ "lowered the toll by five"."""
    if document.word(phrase.at - 1) != "by":
        return False
    if document.word(phrase.at - 2) == "up" and document.word(phrase.after) in ("on", "from", "over", "compared"):
        return True
    return not _LOWERING.isdisjoint(document.low[max(0, phrase.at - 3) : phrase.at])


def _is_forecast(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "the toll could exceed 500", "200 more will die"; "may have killed 200" is an estimate."""
    if document.word(counted.after) in ("could", "would", "will") and document.word(counted.after + 1) in _DYING:
        return True
    sentence = document.sentences[document.sentence_at(phrase.first)]
    words = document.low[max(sentence.first, phrase.first - _FORECAST_REACH) : phrase.first]
    for at, word in enumerate(words):
        if word in _FORECASTS:
            ahead = words[at + 1 : at + 4]
            if not {",", "no", "not"}.isdisjoint(words[at:]):
                return False
            return "have" not in ahead and "be" not in ahead and not _RISING.isdisjoint(ahead)
    return False


def _is_strength(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "The battalion, 480 strong", "the rebels number 5,000"; and the 100 of "on day 100"."""
    if phrase.value == 1 and document.word(phrase.after) == "shot" and document.word(phrase.after + 1) in BE:
        return True
    if document.word(phrase.after) == "strong" or document.word(phrase.at - 1) in _HOUSING:
        return True
    before, people = document.word(phrase.first - 1), counted.counted in _OF_PEOPLE
    counting = document.word(phrase.at - 2)
    agents = "by" in document.low[max(0, phrase.at - 4) : phrase.at]
    if before in ("number", "numbered", "numbering") and counting in PEOPLE and counting not in _TOLD and not agents:
        return True
    return (
        before in _SPANS and phrase.at == phrase.first and document.word(phrase.at - 2) in _DAY_OPENERS and not people
    )


def _is_named(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    if _is_list_mark(document, phrase):
        return True
    before = document.word(phrase.first - 1)
    if before in _CURRENCY:
        return True
    people = counted.counted in (Counted.PEOPLE, Counted.OUTCOME)
    named = before in NAMED_BY_NUMBER and (before not in TIME or document.is_capital(phrase.first - 1))
    if named and phrase.at == phrase.first and not people:
        return True
    if before in _PAPERS and phrase.at == phrase.first and document.word(phrase.after) in (":", "/"):
        return True
    if before == "for" and document.word(phrase.first - 2) in _ROOM:
        return True
    if document.low[max(0, phrase.at - 2) : phrase.at] in (["quarter", "of"], ["half", "of"], ["third", "of"]):
        return True
    if document.word(phrase.at - 1) == "of" and document.word(phrase.at - 2) in _SUMS_OF_MONEY and not people:
        return True
    if document.word(phrase.at - 1) == "of" and document.word(phrase.at - 2) in (
        _SETTLED if people else _PLACES_OF_PEOPLE
    ):
        return True
    if before in TIME and counted.counted is Counted.ELIDED and phrase.at == phrase.first and before[-1] != "s":
        ends = phrase.after == document.sentences[document.sentence_at(phrase.first)].after
        closed = ends or document.word(phrase.after) in MARKS | {"", "of", "as"}
        return closed and (document.low[phrase.first][0].isdecimal() or document.word(phrase.at - 2) not in DETERMINERS)
    if document.word(phrase.at - 1) == "," and document.word(phrase.at - 2) in THINGS:
        return document.word(phrase.at - 3) == "of" and _opens(document, phrase.at - 3)
    if before in ("number", "numbered", "numbering") and document.word(phrase.at - 2) in ("who", "which", ","):
        return document.word(phrase.at - 4) not in OUTCOME_NOUNS and document.word(phrase.at - 3) not in OUTCOME_NOUNS
    if before == "in" and document.low[phrase.after : phrase.after + 2] == ["of", "them"]:
        return True
    if before == "+" and document.word(phrase.first - 2) in ("gmt", "utc"):
        return True
    if document.is_capital(phrase.first - 1) and document.word(phrase.after) in ("said", "says"):
        return True
    if before == "." and document.word(phrase.first - 2) == "no":
        return True
    tied = phrase.first > 0 and document.tokens[phrase.first - 1].end == document.tokens[phrase.first].start
    if tied and before in DASHES:
        return phrase.first > 1 and document.tokens[phrase.first - 1].start == document.tokens[phrase.first - 2].end
    return tied and before.isalnum()


def _opens(document: Document, at: int) -> bool:
    """Whether token ``at`` is the first of its sentence or clause, but for a bullet."""
    first = document.sentences[document.sentence_at(at)].first
    return at == first or document.low[at - 1] == ";" or (at == first + 1 and document.low[first] in MARKS)


def _is_list_mark(document: Document, phrase: Phrase) -> bool:
    """The "2." that opens a paragraph."""
    sentence = document.sentences[document.sentence_at(phrase.first)]
    opens = phrase.first == sentence.first and document.word(phrase.last) in (".", ")")
    opens = opens and document.low[phrase.first][0].isdecimal()
    before = document.sentence_at(phrase.first) - 1
    return opens and (before < 0 or document.sentences[before].paragraph != sentence.paragraph)


def _is_date(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    low = document.low
    before, behind = document.word(phrase.first - 1), document.word(phrase.last)
    written = low[phrase.first]
    if behind == "in" and document.word(phrase.last + 2) in ("morning", "evening", "afternoon"):
        return before in ("at", "by", "until", "around") or _is_hour(document, phrase, counted)
    if low[phrase.at] == "past" and document.word(phrase.at - 1) in _OF_THE_HOUR:
        return True
    if before == "at" and _is_hour(document, phrase, counted):
        return True
    if not written[0].isdecimal():
        named = before in MONTHS and document.is_capital(phrase.first - 1) and counted.counted not in _OF_PEOPLE
        return named and phrase.at == phrase.first
    largest = phrase.value if phrase.value is not None else phrase.high or 0
    if behind in MONTHS and largest <= 31 and not (behind in ("may", "march") and not document.is_capital(phrase.last)):
        return True
    if before in MONTHS or (before == "." and document.word(phrase.first - 2) in MONTHS):
        counted_in_it = counted.counted in _OF_PEOPLE and document.word(phrase.first - 2) == "in"
        named = document.is_capital(phrase.first - 1 - (before == "."))
        return (largest <= 31 or _is_year(document, phrase)) and named and not counted_in_it
    if behind == ":" and document.word(phrase.last + 1)[:1].isdecimal() and _touch(document, phrase.last):
        return True
    if behind in ("and", "to") and document.word(phrase.last + 2) in ("am", "pm", "a.m.", "p.m."):
        return True
    if before == ":" and document.word(phrase.first - 2)[:1].isdecimal():
        return _touch(document, phrase.first - 1)
    if behind in ("a.m", "p.m", "am", "pm", "a.m.", "p.m.", "gmt"):
        return True
    named = counted.counted is Counted.PEOPLE and document.word(counted.noun or 0) in PEOPLE
    return (
        _is_year(document, phrase)
        and not named
        and (before in _YEAR_OPENERS or (phrase.at == phrase.first and not _counts_on(counted)))
    )


def _touch(document: Document, at: int) -> bool:
    """Whether token ``at`` touches the next."""
    return document.tokens[at].end == document.tokens[at + 1].start


def _is_hour(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """The "nine" of "opens at nine"; not of "put its dead at nine"."""
    sentence = document.sentences[document.sentence_at(phrase.first)]
    told = document.low[max(sentence.first, phrase.at - _RECKONED_REACH) : phrase.at]
    bare = counted.counted is Counted.ELIDED and phrase.at == phrase.first
    return bare and (phrase.value or _HOURS + 1) <= _HOURS and _RECKONED.isdisjoint(told)


def _counts_on(counted: NounPhrase) -> bool:
    return counted.counted is Counted.OUTCOME


def _is_year(document: Document, phrase: Phrase) -> bool:
    """Digits that read as a year or as two: 2009, 2000-2001."""
    written = document.low[phrase.first]
    ends = [phrase.value] if phrase.value is not None else [phrase.low]
    return len(written) == 4 and written.isdecimal() and all(end is not None and 1900 <= end <= 2100 for end in ends)


def _is_ratio(document: Document, phrase: Phrase) -> bool:
    """ "one in three", "two out of five", "two-thirds", "one victim in four"."""
    low = document.low
    for at in (phrase.last, phrase.last + 1):
        word, ahead = document.word(at), document.word(at + 1)
        if (word == "in" and ahead == "every") or (word == "for" and ahead in ("every", "each")):
            return True
        if word == "in" and _is_small(ahead) and _is_small(low[phrase.first]) and document.word(at + 2) not in TIME:
            return at == phrase.last or document.word(at + 2) in _RATIO_ENDS
        if word == "out" and ahead == "of" and _is_small(document.word(at + 2)):
            return True
    if low[phrase.last : phrase.last + 2] == ["to", "one"]:
        return _is_small(low[phrase.last - 1])
    if low[phrase.first - 1 : phrase.first + 1] == ["to", "one"] and document.word(phrase.first - 3) != "from":
        return _is_small(document.word(phrase.first - 2))
    before = document.word(phrase.at - 1)
    first = document.sentences[document.sentence_at(phrase.at)].first
    if before == "every" or (low[first + 1 : first + 2] == ["every"] and low[first] in ("of", "for")):
        return True
    if before == "in" and low[phrase.first] in _SMALL and document.word(phrase.last) not in TIME:
        counted = document.word(phrase.at - 2)
        people = counted in PEOPLE or counted in OUTCOME_NOUNS
        if _is_small(counted) or (people and _is_small(document.word(phrase.at - 3))):
            return True
    return before == "of" and document.word(phrase.at - 2) == "out"


def _is_rate(document: Document, counted: NounPhrase) -> bool:
    """ "30 people a day"; not "30 people a day earlier"."""
    if document.word(counted.after) not in ("a", "an", "per", "every", "each"):
        return False
    return document.word(counted.after + 1) in TIME and document.word(counted.after + 2) not in _WHEN


_WHEN = frozenset("ago earlier later before after previously since following".split())


def _is_small(word: str) -> bool:
    return word in _SMALL or word == "one"


_RATIO_ENDS = MARKS | BE | {"has", "had", "have", "did", "does"}
_SMALL = frozenset("two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10 20".split())


def _is_pronoun(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """The "one" of "no one", "one another", "one day", "the one that"."""
    if document.low[phrase.first - 2 : phrase.first] == ["between", "the"]:
        return True
    before, behind = document.word(phrase.first - 1), document.word(phrase.last)
    if before in _WHERE and behind == "of" and document.word(phrase.last + 1) in ("these", "them", "those", "which"):
        return counted.counted not in _OF_PEOPLE
    if before in _ORDER and document.word(phrase.first - 3) in _WHERE and counted.counted is Counted.ELIDED:
        return True
    if document.low[phrase.first] != "one" or phrase.last != phrase.first + 1:
        return False
    if before in ("that", "which", "this", "some") and behind == "of":
        return False
    if before in ("including", "included", "includes") and behind in ("who", "that"):
        return False
    if behind == "of" and (document.word(phrase.last + 1)[:1].isdecimal() or _is_small(document.word(phrase.last + 1))):
        return True
    if before in ("that", "this", "which", "some") and counted.counted in _OF_PEOPLE:
        return False
    return before in _NO_ONE or behind in ("another", "after", "who", "that", "by", "can", "'s") or before in DASHES
