"""Whole counts as people write them: one typed count, and the numbers in a run of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple
from unicodedata import decimal

from tracker.lib.counts import MAX_COUNT
from tracker.lib.tongue import marked, number, say

SPACES = " \u00a0\u2007\u2009\u202f"
SEPARATORS = SPACES + ",.'’_\u066c"
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2212")

_LONGEST_TYPED = 600
_LONGEST_COUNT = 60
_LONGEST_QUOTE = 40
_ADVICE = marked("Type digits only, such as 874 or 1,234.")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = dict(zip(_ONES.split(), range(20), strict=True)) | dict(zip(_TENS.split(), range(20, 100, 10), strict=True))
_SCALES = {"thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000}
_MULTIPLES = _SCALES | {"hundred": 100, "dozen": 12}
# Other languages only after digits: "5 mijë" read as 5 would be a wrong count, not a missing one.
_THOUSANDS = (
    "k thousands mille mil mila tausend duizend tusind tusen bin mijë ribu tysiące tysięcy tys tisíc tisíce"
    " tisuća hiljada hiljade hiljadu хиляди илјади хиљада хиљаде тысяча тысячи тысяч тыс тисяча тисячі тисяч тис"
    " χιλιάδες χίλιοι հազար هزار ألف آلاف الف ہزار हज़ार হাজার 千 천"
)
_MILLIONS = (
    "mln mn millions millones milhões milioni miljoen millionen milyon milion milionów миллион миллиона"
    " миллионов млн мільйон мільйонів مليون میلیون εκατομμύρια"
)
_AFTER_DIGITS = (
    _MULTIPLES
    | dict.fromkeys(_THOUSANDS.split(), 1_000)
    | dict.fromkeys(("万", "萬", "만"), 10_000)
    | dict.fromkeys(("lakhs", "लाख"), 100_000)
    | dict.fromkeys(_MILLIONS.split(), 1_000_000)
)
_TOUCHING_ONLY = frozenset({"k", "mn"})
_TOKEN = re.compile(
    rf"\d{{1,3}}+(?:[{SPACES}]\d{{3}}(?!\d))++"  # 1 280: possessive, so that a million digits stay linear
    r"|\d++(?:[,.'’_\u066b\u066c]\d++)*+"
    r"|[千万萬천만]"
    r"|[^\W\d_千万萬천만]++"
    r"|[-\u2010\u2011\u2012\u2013\u2212%٪]"
)


class BadCount(ValueError):
    """A typed count that cannot be read; the message says what is wrong and what to type."""


class Token(NamedTuple):
    """A number, a word (lower case) or a dash of a text; ``apart`` when a mark cuts it off from the one before."""

    text: str
    start: int
    end: int
    apart: bool


class Found(NamedTuple):
    """A number in a text: value (None when its digits make no count), place, next token, and its last multiple."""

    value: int | None
    start: int
    end: int
    after: int
    unit: int


def quoted(text: str) -> str:
    """``text`` in quotation marks for a message: at most 40 characters, all of them visible."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return "“" + "".join(mark if mark.isprintable() else "\ufffd" for mark in short) + "”"


def read_digits(text: str) -> int | None:
    """The count that ``text`` is when written in digits of one script, in whole groups or none; else None.

    Groups are of three with one separator throughout; Indian grouping (1,00,000) is read too.
    """
    if not text or len(text) > _LONGEST_COUNT:
        return None
    if text.isascii() and text.isdecimal():
        return int(text)
    marks = {mark for mark in text if not mark.isdecimal()}
    digits = "".join(str(decimal(mark)) for mark in text if mark.isdecimal())
    if len({ord(mark) - decimal(mark) for mark in text if mark.isdecimal()}) != 1:
        return None
    if marks:
        separator = marks.pop()
        if marks or separator not in SEPARATORS or not _well_grouped(text.split(separator), separator):
            return None
    return int(digits)


def _well_grouped(groups: list[str], separator: str) -> bool:
    sizes = [len(group) for group in groups]
    first, middle, last = sizes[0], sizes[1:-1], sizes[-1]
    if last != 3 or decimal(groups[0][:1] or "0") == 0:
        return False
    thousands = first <= 3 and all(size == 3 for size in middle)
    indian = separator == "," and first <= 2 and all(size == 2 for size in middle)
    return thousands or indian


def parse_count(text: str) -> int:
    """The whole count that was typed, from 0 to 9,223,372,036,854,775,807.

    Reads digits of any one script, with separators only between correct groups of digits. Raises BadCount.
    """
    if len(text) > _LONGEST_TYPED:
        long = say("{typed} is not a whole number: it is {many} characters long.")
        raise _bad(long.format(typed=quoted(text), many=number(len(text))))
    typed = text.strip()
    if not typed:
        raise BadCount(say("Type a whole number, such as 874 or 1,234."))
    value = read_digits(typed)
    if value is None and typed.isdecimal() and len(typed) > _LONGEST_COUNT:
        value = MAX_COUNT + 1
    if value is None:
        raise _bad(_what_is_wrong(typed))
    if value > MAX_COUNT:
        large = say("{typed} is too large: a count is at most {most}.")
        raise BadCount(large.format(typed=quoted(typed), most=number(MAX_COUNT)))
    return value


def _bad(problem: str) -> BadCount:
    return BadCount(f"{problem} {say(_ADVICE)}")


def _what_is_wrong(typed: str) -> str:
    shown = quoted(typed)
    if typed[0] in DASHES and any(mark.isdecimal() for mark in typed):
        return say("{typed} is not a whole number: a count cannot be below zero.").format(typed=shown)
    for mark in typed:
        if mark.isdecimal() or mark in SEPARATORS:
            continue
        if mark.isalpha():
            letter = say("{typed} is not a whole number: it holds the letter {letter}.")
            return letter.format(typed=shown, letter=mark)
        if not mark.isprintable():
            return say("{typed} is not a whole number: it holds a character that cannot be seen.").format(typed=shown)
        return say("{typed} is not a whole number: it holds {mark}.").format(typed=shown, mark=quoted(mark))
    if re.fullmatch(r"\d+[.,]\d+", typed):
        words = say("{typed} is not a whole number: it has a decimal part, or digits that are not in groups of three.")
    elif not any(mark.isdecimal() for mark in typed):
        words = say("{typed} is not a whole number: it holds no digit.")
    elif len({mark for mark in typed if not mark.isdecimal()}) > 1:
        words = say("{typed} is not a whole number: it mixes separators.")
    elif any(not mark.isdecimal() for mark in typed):
        words = say("{typed} is not a whole number: its digits are not in groups of three.")
    else:
        words = say("{typed} is not a whole number: it mixes digits of two scripts.")
    return words.format(typed=shown)


def format_count(count: int) -> str:
    """The count with commas between its thousands: 1234 is "1,234"."""
    return f"{count:,}"


def tokens_of(text: str) -> list[Token]:
    """The numbers, words and dashes of ``text``, in order, in linear time."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        tokens.append(Token(match.group().lower(), match.start(), match.end(), bool(gap) and not gap.isspace()))
        end = match.end()
    return tokens


def read_number(tokens: Sequence[Token], at: int, joined: bool = True) -> Found | None:
    """The number that begins at token ``at``, in digits or in English words; None when none begins there.

    ``joined`` False stops at "and": "a hundred and two" is then 100.
    """
    found: Found | None
    if tokens[at].text[0].isdecimal():
        found = _in_digits(tokens, at)
    elif tokens[at].text == "bin":  # Turkish leaves out the one of 1,245: "bin 245"
        found = _with_rest(tokens, Found(1_000, tokens[at].start, tokens[at].end, at + 1, 1_000))
        found = found if found.unit == 1 else None
    else:
        found = _in_words(tokens, at, joined)
    if found and found.value is not None and found.value > MAX_COUNT:
        return found._replace(value=None)
    return found


def _next(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at] if at < len(tokens) and not tokens[at].apart else None


def _in_digits(tokens: Sequence[Token], at: int) -> Found:
    token = tokens[at]
    scale = _next(tokens, at + 1)
    unit = _AFTER_DIGITS.get(scale.text, 1) if scale else 1
    if scale is None or unit == 1 or (scale.text in _TOUCHING_ONLY and scale.start != token.end):
        return Found(read_digits(token.text), token.start, token.end, at + 1, 1)
    amount = _with_decimals(token.text)
    value = None if amount is None or (amount * unit).denominator != 1 else int(amount * unit)
    found = Found(value, token.start, scale.end, at + 2, unit)
    return _with_rest(tokens, found)


def _with_rest(tokens: Sequence[Token], found: Found) -> Found:
    """Turkish "2 bin 841" and Persian "22 هزار و 400": what follows the thousands belongs to them."""
    rest_at = found.after
    token = _next(tokens, rest_at)
    if token and token.text == "و":
        rest_at += 1
        token = _next(tokens, rest_at)
    if found.value is None or found.unit < 1_000 or token is None or not token.text.isdecimal():
        return found
    rest = _in_digits(tokens, rest_at)
    if rest.value is None or rest.value >= found.unit:
        return found
    return Found(found.value + rest.value, found.start, rest.end, rest.after, 1)


def _with_decimals(text: str) -> Fraction | None:
    """Digits before "million": a point is a decimal one here, and so is a comma unless three digits follow it."""
    match = re.fullmatch(r"(\d{1,9})[.,\u066b](\d{1,6})", text)
    if match and not ("," in text and len(match[2]) == 3):
        return Fraction(f"{int(match[1])}.{''.join(str(decimal(mark)) for mark in match[2])}")
    whole = read_digits(text)
    return None if whole is None else Fraction(whole)


def _in_words(tokens: Sequence[Token], at: int, joined: bool) -> Found | None:
    """English number words, read left to right as one adds them up: (two hundred + five) thousand + ten."""
    half = _half(tokens, at)
    if half:
        return half
    total, limit, unit, here = 0, MAX_COUNT, 1, at
    current: int | None = None
    if tokens[at].text in ("a", "an"):
        follower = _next(tokens, at + 1)
        if follower is None or follower.text not in _MULTIPLES:
            return None
        current, here = 1, at + 1
    last = at
    while here < len(tokens) and (here == at or not tokens[here].apart):
        word = tokens[here].text
        linked = _link(tokens, here, total, current, joined)
        if linked:
            here += 1
            continue
        if word in _SMALL and _fits(current, _SMALL[word]):
            current, unit = (current or 0) + _SMALL[word], 1
        elif word == "hundred" and (here == at or (current is not None and 0 < current < 100)):
            current = 100 * (current or 1)
            unit = 100 if not total else 1
        elif word == "dozen" and not total and (here == at or (current is not None and 0 < current < 100)):
            current, unit = 12 * (current or 1), 12
        elif word in _SCALES and _SCALES[word] < limit and (here == at or current):
            limit = _SCALES[word]
            total, unit, current = total + (current or 1) * limit, 1 if total else limit, None
        else:
            break
        here += 1
        last = here
        if word == "dozen":
            break
    if last == at:
        return None
    return Found(total + (current or 0), tokens[at].start, tokens[last - 1].end, last, unit)


def _half(tokens: Sequence[Token], at: int) -> Found | None:
    """Half a dozen, half-million, half a hundred."""
    if tokens[at].text != "half":
        return None
    here = at + 1
    while (token := _next(tokens, here)) and (token.text == "a" or token.text in DASHES):
        here += 1
    if token is None or token.text not in _MULTIPLES:
        return None
    return Found(_MULTIPLES[token.text] // 2, tokens[at].start, token.end, here + 1, 1)


def _fits(current: int | None, small: int) -> bool:
    """Whether a word below a hundred can follow what stands: "twenty" + "five", "two hundred" + "ten"."""
    if current is None or (current >= 100 and current % 100 == 0):
        return True
    return current % 100 >= 20 and current % 10 == 0 and 0 < small < 10


def _link(tokens: Sequence[Token], here: int, total: int, current: int | None, joined: bool) -> bool:
    """Whether this token only ties number words together: the hyphen of "twenty-five", the "and" of "a hundred and"."""
    follower = _next(tokens, here + 1)
    if follower is None or follower.text not in _SMALL:
        return False
    if tokens[here].text == "and":
        return joined and (total > 0 or (current or 0) >= 100) and (current or 0) % 100 == 0
    tied = tokens[here].text in DASHES and follower.start == tokens[here].end
    return tied and current is not None and _fits(current, _SMALL[follower.text]) and current % 100 > 0
