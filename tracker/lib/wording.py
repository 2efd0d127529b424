"""The number phrase an editor types or an article prints, read into a qualifier and numbers.

How it reads:
1. From the left, the first number (digits of any script, English number words) or vague word ("dozens") counts.
2. Ages, spans of time, percentages, days of the month and names such as "Su-25" are no counts and are passed over.
3. "between A and B", "from A to B", "A to B", "A-B" and "A or B" are ranges when A is below B.
4. Words directly before the number ("nearly") or behind it ("or more") are its qualifier; without any it is exact.
5. "rose from 44 to 60", "5O" and whatever else leaves a doubt are not understood: nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.lib.counts import Qualifier
from tracker.lib.numbers import DASHES, Found, Token, read_digits, read_number, tokens_of

MAX_PHRASE = 400
MAX_QUOTE = 5_000
_REACH = 60
"""How far before and behind a number its qualifier may stand, in characters."""

_FILLER = (
    r"(?:(?:another|(?:a |an )?(?:further|additional|estimated)|a total of|the|its|their|more|about|around|some|roughly"
    r"|mark of|figure of|altri|altre|otr[ao]s|autres|outr[ao]s|weitere|nog|еще|ещё|ще|još|άλλοι|άλλους|mais)\s+)*+"
)
_MODIFIER = r"(?:(?:well|just|far|slightly|somewhat|considerably|a little|a bit|much)\s+)?"

# English first, then the languages of the demo data.
_BEFORE = {
    Qualifier.EXACT: r"exactly|precisely|(?:is|are|was|were|now|stands?|stood)(?: now)? up to",
    Qualifier.MORE_THAN: (
        r"more than|over|above|past|upwards? of|in excess of|greater than|surpass(?:ed|es|ing)?|exceed(?:ed|s|ing)?"
        r"|topp(?:ed|ing)|tops|pass(?:ed|es|ing)?|north of|>"
        r"|plus de|mehr als|über|más de|mais de|più di|oltre|meer dan|ruim|ponad|więcej niż|více než|přes|více od"
        r"|više od"
        r"|preko|более|больше|свыше|понад|більше|над|повече от|повеќе од|περισσότερ(?:οι|ους|α) από|πάνω από"
        r"|lebih dari|أكثر من|اكثر من|بیش از"
    ),
    Qualifier.AT_LEAST: (
        r"at (?:the very )?least|(?:no|not) (?:fewer|less) than|(?:a )?minimum(?: of)?|not under|≥|>="
        r"|au moins|mindestens|wenigstens|al menos|por lo menos|pelo menos|almeno|minstens|zeker|co najmniej|nejméně"
        r"|najmanje|не менее|не меньше|как минимум|по меньшей мере,?|щонайменше|не менше|мінімум|най-малко|најмалку"
        r"|τουλάχιστον|setidaknya|ما لا يقل عن|ما لا يقلّ عن|حداقل|دست کم|en az|ən azı"
    ),
    Qualifier.NEARLY: (
        r"nearly|almost|close to|clos(?:e|es|ed|ing) in on|closing on|approach(?:ed|es|ing)?|near(?:ed|s|ing)?"
        r"|(?:just )?shy of|not quite"
        r"|près de|presque|fast|beinahe|casi|quase|quasi|bijna|prawie|niemal|téměř|skoro|gotovo|почти|майже"
        r"|приближава до|близо|σχεδόν|hampir|ما يقرب من|نزدیک به"
    ),
    Qualifier.FEWER_THAN: (
        r"fewer than|less than|under|below|short of|<"
        r"|moins de|weniger als|menos de|meno di|minder dan|mniej niż|méně než|manje od|менее|меньше|менше|λιγότερο από"
        r"|أقل من|کمتر از"
    ),
    Qualifier.UP_TO: (
        r"up to|as (?:many|much|high) as|at (?:the )?most|(?:a )?maximum(?: of)?|(?:no|not) (?:more|greater) than"
        r"|not (?:over|exceed(?:ed|ing)?)|≤|<="
        r"|jusqu['’]à|ne dépassera pas|bis zu|höchstens|hasta|até|fino a|tot|do|не превысит|не более|до|максимум"
        r"|έως|hingga|ما يصل إلى|حداکثر"
    ),
    Qualifier.ABOUT: (
        r"about|around|some|roughly|approximately|approx\.?|circa|ca\.?|c\.|(?:an )?estimated(?: at)?"
        r"|(?:in the region|in the order|on the order) of|something like|in the neighbourhood of|~|≈|±|\+/-"
        r"|environ|autour de|etwa|ungefähr|rund|unos|unas|alrededor de|cerca de|circa|zo['’]n|ongeveer|około|asi|kolem"
        r"|oko|около|примерно|порядка|приблизительно|близько|приблизно|περίπου|sekitar|yaklaşık|təxminən|rreth"
        r"|نحو|بنحو|حوالي|حدود"
    ),
}
_BEFORE_GLUED = {
    Qualifier.MORE_THAN: "超过|超過|逾",
    Qualifier.AT_LEAST: "至少",
    Qualifier.NEARLY: "近|将近",
    Qualifier.ABOUT: "约|約|大约",
}
_ENDS = r"(?=\s*(?:$|[.,;:)\]]))"
_NOUN = r"(?:\s+[^\W\d_]+)?"
_BEHIND = {
    Qualifier.MORE_THAN: r"\+|[-\s]plus\b|多|餘|余|['’]\w{1,3} aşkın|['’]\w{1,3} fazla\w*",
    Qualifier.AT_LEAST: rf"{_NOUN} or (?:more(?! than)|over|above)\b"
    rf"|{_NOUN},? (?:at (?:the very )?least|minimum){_ENDS}",
    Qualifier.UP_TO: rf"{_NOUN} or (?:fewer|less|under)\b(?! than)|{_NOUN},? (?:at (?:the )?most|maximum){_ENDS}",
    Qualifier.ABOUT: rf"[-\s]odd\b|-?ish\b|{_NOUN} or (?:so|thereabouts)\b|{_NOUN},? give or take{_ENDS}",
}


def _spaced(phrases: str) -> str:
    return phrases.replace(" ", r"\s+")


_PREFIXES = {
    qualifier: re.compile(
        rf"(?:(?<![\w-]){_spaced(_MODIFIER)}(?:{_spaced(phrases)})\s*{_spaced(_FILLER)}"
        + (rf"|(?:{_BEFORE_GLUED[qualifier]})" if qualifier in _BEFORE_GLUED else "")
        + r")$",
        re.IGNORECASE,
    )
    for qualifier, phrases in _BEFORE.items()
}
_SUFFIXES = {qualifier: re.compile(_spaced(phrases), re.IGNORECASE) for qualifier, phrases in _BEHIND.items()}
_VAGUE = re.compile(
    r"(?:(?:(?:several|many|(?:a )?few|numerous|some|(?:a )?couple(?: of)?|tens of|dozens of|hundreds of) )"
    r"(?:dozens?|hundreds?|thousands?|millions?)"
    r"|dozens|scores|hundreds|thousands|millions|several|(?<!as\x20)(?<!how\x20)many(?! as)|numerous|countless|multiple"
    r"|(?:a )?few|(?:a )?handful|an? (?:\w+ )?number|(?:an? )?un(?:known|specified) number|a couple|a lot"
    r"|dizaines|centaines|milliers|plusieurs|dutzende\w*|hunderte\w*|tausende\w*|mehrere|decenas|cientos|miles de"
    r"|varios"
    r"|dezenas|centenas|milhares|vários|decine|centinaia|migliaia|tientallen|honderden|duizenden|dziesiątki|setki"
    r"|kilku|kilka|desítky|stovky|desetine|stotine|hiljade|десятки|сотни|тысячи|несколько|десятків|сотні|кілька"
    r"|δεκάδες|εκατοντάδες|puluhan|ratusan|عشرات|العشرات|مئات|عدة مئات|دهها|صدها|数百|数十)(?!\w)".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_VAGUE_SOME = re.compile(r"\W*(some)\s+[^\W\d_]", re.IGNORECASE)
_ONE = re.compile(
    r"\W*(?:at least\s+)?(an?|another)(?:\s*$|\s+"
    r"(?!(?:third|quarter|fifth|half|majority|minority|part|fraction)\s+of\b)"
    r"(?!(?:total|toll)\b)(?:[^\W\d_]|\d{1,3}[-\s]year))",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:ros|ris|rais|fell|fall|f[ae]ll|up|down|increas|jump|revis|grew|grow|climb|dropp?|went|go|chang|correct"
    r"|lower|decreas|decline?|updat)\w*\s+(?:up\s+|down\s+)?from\s*$",
    re.IGNORECASE,
)
_MONTH_NAMES = (
    "january february march april june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_UNIT_NAMES = (
    "day days week weeks month months year years hour hours minute minutes percent per km kilometre kilometres"
    " kilometer kilometers mile miles mm metre metres meter meters % ٪ st nd rd th storey point times"
)
_MONTHS = frozenset(_MONTH_NAMES.split())
_UNITS = _MONTHS | frozenset(_UNIT_NAMES.split())
_TO = frozenset({"to", "or", "à", "bis"}) | DASHES
_BETWEEN_FILLER = frozenset({"just", "about", "around", "some", "roughly", "even"})


@dataclass(frozen=True)
class Wording:
    """What a number phrase says: counts of whole people, and the phrase's offsets in the text that was read.

    Without ``understood`` there are no numbers, ``qualifier`` says nothing and the offsets are 0. A range has ``low``
    and ``high``, a vague phrase has no number, all others have ``value``.
    """

    qualifier: Qualifier
    value: int | None
    low: int | None
    high: int | None
    start: int
    end: int
    understood: bool


NOT_UNDERSTOOD = Wording(Qualifier.VAGUE, None, None, None, 0, 0, False)


def read_wording(text: str) -> Wording:
    """The first number phrase of ``text``, by the rules at the head of this module.

    Text of more than 400 characters is no number phrase: it is not understood. Never raises.
    """
    if len(text) > MAX_PHRASE:
        return NOT_UNDERSTOOD
    tokens = tokens_of(text)
    at = 0
    while at < len(tokens):
        vague = _VAGUE.match(text, tokens[at].start)
        if vague and (at == 0 or tokens[at - 1].end <= vague.start()):
            return _vague(text, vague.start(), vague.end())
        span = _range_at(tokens, at)
        number = span[1] if span else read_number(tokens, at)
        if number is None:
            at += 1
        elif _is_no_count(text, tokens, at, number):
            at = number.after
        elif span:
            return _as_range(text, tokens, at, *span)
        else:
            return _as_number(text, number)
    return _without_number(text)


def holds_number(quote: str, value: int | None, low: int | None = None, high: int | None = None) -> bool:
    """Whether ``quote`` writes the number, or both ends of the range, in any of the ways a number is written.

    Digits of any script with any separators, English number words, "a soldier" for 1, digits with a word for
    thousands or millions in other languages. True when there is no number to look for. Reads the first 5,000
    characters.
    """
    wanted = {number for number in (value, low, high) if number is not None}
    if not wanted:
        return True
    quote = quote[:MAX_QUOTE]
    tokens = tokens_of(quote)
    for number in _all_numbers(tokens):
        wanted.discard(number)
        if not wanted:
            return True
    return wanted == {1} and any(token.text in ("a", "an", "another", "single") for token in tokens)


def _all_numbers(tokens: Sequence[Token]) -> Iterator[int]:
    """Every number that can be read out of ``tokens``, those of ranges and of ambiguous spaces included."""
    for joined in (True, False):
        at = 0
        while at < len(tokens):
            span = _range_at(tokens, at)
            if span and span[0].value is not None and span[1].value is not None:
                yield span[0].value
                yield span[1].value
            found = read_number(tokens, at, joined)
            if found and found.value is not None:
                yield found.value
            if tokens[at].text[0].isdecimal():
                yield from (part for part in map(read_digits, re.split(r"\s", tokens[at].text)) if part is not None)
            at = found.after if found else at + 1


def _range_at(tokens: Sequence[Token], at: int) -> tuple[Found, Found] | None:
    """The two ends of "A to B" where A begins at ``at``, in the order in which they stand; None for one number."""
    opened = tokens[at - 1].text if at else ""
    # "between a hundred and two hundred" is first tried without "a hundred and two", then with it.
    for joined in (False, True) if opened == "between" else (True,):
        first = read_number(tokens, at, joined)
        if first is None or first.value is None or first.after + 1 >= len(tokens):
            return None
        link = tokens[first.after]
        if link.apart or not (link.text in _TO or (opened == "between" and link.text == "and")):
            continue
        second_at = first.after + 1
        while link.text not in DASHES and second_at < len(tokens) - 1 and tokens[second_at].text in _BETWEEN_FILLER:
            second_at += 1
        second = None if tokens[second_at].apart else read_number(tokens, second_at)
        if second is None or second.value is None:
            continue
        first = _share_unit(first, second)
        ordered = first.value is not None and first.value < second.value
        spaced_dash = link.text in DASHES and link.start > first.end
        if ordered or not (spaced_dash or (opened == "between" and not joined)):
            return first, second
    return None


def _share_unit(first: Found, second: Found) -> Found:
    """The first number of "2 to 3 thousand" is thousands too."""
    if first.value is None or second.value is None or first.unit != 1 or second.unit == 1:
        return first
    if first.value >= second.value // second.unit:
        return first
    return first._replace(value=first.value * second.unit)


def _is_no_count(text: str, tokens: Sequence[Token], at: int, number: Found) -> bool:
    """Ages, spans of time, percentages, dates, ordinals and names of things: "24 hours", "84-year-old", "Su-25"."""
    behind = number.after
    if behind < len(tokens) and tokens[behind].text in DASHES and tokens[behind].start == number.end:
        behind += 1
    if behind < len(tokens) and not tokens[behind].apart and tokens[behind].text in _UNITS:
        return True
    before = tokens[at - 1] if at else None
    if before and before.text in _MONTHS and not tokens[at].apart and _is_of_a_date(text, number):
        return True
    if before and before.text in DASHES and before.end == tokens[at].start:
        return before.start > 0 and text[before.start - 1].isalpha()
    return bool(before and before.text == "no" and tokens[at].text == "one")


def _is_of_a_date(text: str, number: Found) -> bool:
    written = text[number.start : number.end]
    return number.value is not None and (number.value <= 31 or (len(written) == 4 and 1800 <= number.value < 2200))


def _is_doubtful(text: str, number: Found) -> bool:
    """Digits that are no whole count: "5O", "1e9", "-4", "1.2.3"."""
    if number.value is None:
        return True
    if not text[number.end - 1].isdecimal() and not text[number.start].isdecimal():
        return False
    ahead = text[number.end : number.end + 1]
    glued = text[max(0, number.start - 1) : number.start]
    return (
        (ahead.isascii() and ahead.isalpha() and not text[number.end :].lower().startswith("ish"))
        or (glued.isascii() and glued.isalpha())
        or (glued in DASHES and bool(glued))
    )


def _before(text: str, start: int) -> tuple[Qualifier | None, int]:
    """The qualifier whose words end where the number starts, and where they begin; the longest wins."""
    window = max(0, start - _REACH)
    found = [
        (match.start() + window, qualifier)
        for qualifier, pattern in _PREFIXES.items()
        if (match := pattern.search(text[window:start]))
    ]
    if not found:
        return None, start
    begin, qualifier = min(found, key=lambda pair: pair[0])
    return qualifier, begin


def _behind(text: str, end: int) -> tuple[Qualifier | None, int]:
    ahead = text[end : end + _REACH]
    for qualifier, pattern in _SUFFIXES.items():
        match = pattern.match(ahead)
        if match:
            return qualifier, end + match.end()
    return None, end


def _as_number(text: str, number: Found) -> Wording:
    if _is_doubtful(text, number):
        return NOT_UNDERSTOOD
    before, start = _before(text, number.start)
    behind, end = _behind(text, number.end)
    if behind is None or before not in (None, Qualifier.EXACT, Qualifier.ABOUT):
        behind, end = None, number.end
    return Wording(behind or before or Qualifier.EXACT, number.value, None, None, start, end, True)


def _as_range(text: str, tokens: Sequence[Token], at: int, first: Found, second: Found) -> Wording:
    doubtful = first.value is None or second.value is None or first.value >= second.value
    if doubtful or _is_doubtful(text, first) or _CHANGED.search(text[max(0, first.start - _REACH) : first.start]):
        return NOT_UNDERSTOOD
    opened = at > 0 and tokens[at - 1].text in ("between", "from")
    start = tokens[at - 1].start if opened else first.start
    return Wording(Qualifier.RANGE, None, first.value, second.value, _before(text, start)[1], second.end, True)


def _vague(text: str, start: int, end: int) -> Wording:
    return Wording(Qualifier.VAGUE, None, None, None, _before(text, start)[1], end, True)


def _without_number(text: str) -> Wording:
    """One for "a soldier", a vague phrase for "some soldiers"; all else is not understood."""
    one = _ONE.match(text)
    if one:
        qualifier, start = _before(text, one.start(1))
        return Wording(qualifier or Qualifier.EXACT, 1, None, None, start, one.end(1), True)
    some = _VAGUE_SOME.match(text)
    return _vague(text, some.start(1), some.end(1)) if some else NOT_UNDERSTOOD
