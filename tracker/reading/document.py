"""An article's text cut into tokens, sentences and paragraphs, every one with its place in the original text.

Nothing is rewritten: ``text[token.start:token.end]`` is always what the article prints.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from tracker.lib.numbers import SPACES, Token

_TOKEN = re.compile(
    rf"\d{{1,3}}+(?:[{SPACES}]\d{{3}}(?!\d))++"
    r"|\d++(?:[,.'’_\u066b\u066c]\d++)*+"
    r"|(?:[^\W\d_]\.){2,}+"  # U.S., a.m.
    r"|['’]s\b"
    r"|[^\W\d_]++(?:['’](?!s\b)[^\W\d_]++)*+"  # don't, O'Brien; not the 's of Armenia's
    r"|([^\w\s])\1{3,}+"  # a run of one mark is one token: a million brackets stay cheap
    r"|[^\w\s]|_"
)
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["
_SHORTENED = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl brig adm sen rep gov pres st mt no nos vs etc approx ca dept est inc"
    " jan feb mar apr jun jul aug sep sept oct nov dec jr sr fr incl rev hon pte cmdr supt insp".split()
)


class Sentence(NamedTuple):
    """Token and character bounds of one sentence (ends exclusive), and the index of its paragraph."""

    first: int
    after: int
    start: int
    end: int
    paragraph: int


class Document:
    """``text`` with its ``tokens``, their lower-case forms ``low``, ``sentences`` and paragraph count.

    Curly apostrophes are straight in ``low``. Built in linear time.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self._sentence_of: list[int] = []
        self._cut(text)
        self.low = [token.text for token in self.tokens]
        self.paragraphs = self.sentences[-1].paragraph + 1 if self.sentences else 0

    def __len__(self) -> int:
        return len(self.tokens)

    def raw(self, at: int) -> str:
        """The token as printed."""
        token = self.tokens[at]
        return self.text[token.start : token.end]

    def span(self, first: int, after: int) -> str:
        """The text from token ``first`` to the one before ``after``, as printed."""
        return self.text[self.tokens[first].start : self.tokens[after - 1].end] if first < after else ""

    def word(self, at: int) -> str:
        """The lower-case token, or "" outside the text: rules may look past both ends."""
        try:
            return self.low[at] if at >= 0 else ""
        except IndexError:
            return ""

    def is_capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= at < len(self.tokens) and self.text[self.tokens[at].start].isupper()

    def is_heading(self, at: int) -> bool:
        """Whether token ``at`` stands in a paragraph of its own that ends without a mark: a headline between texts."""
        number = self.sentence_at(at)
        sentence = self.sentences[number]
        alone = all(
            self.sentences[beside].paragraph != sentence.paragraph
            for beside in (number - 1, number + 1)
            if 0 <= beside < len(self.sentences)
        )
        return alone and self.low[sentence.after - 1].isalnum()

    @cached_property
    def headline(self) -> int:
        """The token after the headline: the first paragraph, unless it ends in a full stop. 0 where there is none."""
        first = next((one for one in self.sentences if one.paragraph > 0), None)
        return first.first if first is not None and self.low[first.first - 1] != "." else 0

    @cached_property
    def inner_capitals(self) -> frozenset[str]:
        """Lower-case forms of the words that are capitalised inside a sentence: names, most likely."""
        openings = {sentence.first for sentence in self.sentences}
        return frozenset(
            token.text
            for at, token in enumerate(self.tokens)
            if self.text[token.start].isupper() and at not in openings
        )

    def sentence_at(self, at: int) -> int:
        """Index of the sentence that holds token ``at``; beyond the text, of the last one."""
        try:
            return self._sentence_of[at] if at >= 0 else -1
        except IndexError:
            return len(self.sentences) - 1

    def _cut(self, text: str) -> None:
        # Every mark is a token here, so that none is ever "apart" from the one before.
        small = text.lower().replace("’", "'")
        if len(small) != len(text):
            small = "".join(_lower(letter) for letter in text)
        for paragraph, (line_start, line_end) in enumerate(_lines(text)):
            first = len(self.tokens)
            self.tokens += [
                Token(small[start:end], start, end, False)
                for start, end in [match.span() for match in _TOKEN.finditer(text, line_start, line_end)]
            ]
            self._cut_sentences(first, paragraph)

    def _cut_sentences(self, first: int, paragraph: int) -> None:
        begin = first
        for stop in [at for at in range(first, len(self.tokens)) if self.tokens[at].text in ".!?…"]:
            if stop >= begin and self._ends_sentence(stop):
                after = stop + 1
                while after < len(self.tokens) and self._closes(after):
                    after += 1
                self._add_sentence(begin, after, paragraph)
                begin = after
        if begin < len(self.tokens):
            self._add_sentence(begin, len(self.tokens), paragraph)

    def _add_sentence(self, first: int, after: int, paragraph: int) -> None:
        bounds = self.tokens[first].start, self.tokens[after - 1].end
        self._sentence_of += [len(self.sentences)] * (after - first)
        self.sentences.append(Sentence(first, after, *bounds, paragraph))

    def _closes(self, at: int) -> bool:
        """Whether the mark belongs to the sentence that ended before it: a further stop, or a quote that closes."""
        mark, before = self.tokens[at], self.tokens[at - 1]
        return mark.start == before.end and self.text[mark.start] in _CLOSERS + ".!?…"

    def _ends_sentence(self, at: int) -> bool:
        stop = self.tokens[at]
        ahead = self.text[stop.end : stop.end + 1]
        if ahead and not (ahead.isspace() or ahead in _CLOSERS or ahead in ".!?…"):
            return False
        if stop.text != ".":
            return True
        before = self.tokens[at - 1] if at else None
        touching = before is not None and before.end == stop.start
        if before is None or not touching:
            return True
        if before.text in _SHORTENED or (len(before.text) == 1 and before.text.isalpha() and self.is_capital(at - 1)):
            following = self.text[stop.end : stop.end + 3].lstrip()
            dated = before.text in _SHORTENED and following[:1].isdigit()
            return not (dated or following[:1].isalpha())
        return True


def _lower(letter: str) -> str:
    """The letter in lower case where that is one letter too."""
    small = letter.lower().replace("’", "'")
    return small if len(small) == 1 else letter


def _lines(text: str) -> list[tuple[int, int]]:
    """Bounds of the lines that hold anything but spaces."""
    bounds = []
    start = 0
    for line in text.splitlines(keepends=True):
        if not line.isspace():
            bounds.append((start, start + len(line)))
        start += len(line)
    return bounds
