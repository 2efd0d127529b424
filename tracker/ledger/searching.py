"""Finding conflicts, claims, sources, incidents and articles by words and numbers.

1. What was typed is cut into words and numbers by the database, as the records are (``ledger_words``). A word is the
   beginning of a word, unless it is one letter; a number is a whole number, however its thousands are parted. Only
   "260 280", three digits, a space, three digits, are two numbers: so people type a range.
2. A record is found when it has all of them. A claim is found by one of its citations, by its wording and place, or,
   where a number was typed, by its figure: then the words may stand in its citations and its claimant's names.
3. The best come first: a name typed in full, then records with the words in full, then those where they are a larger
   part; of equals the newest. Beyond CAP of a kind none is looked at: more words lead further than more pages.

Articles are found by their titles alone: their stored text is for the desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from tracker.ledger.models import Article, Claim, Conflict, Incident, Source
from tracker.ledger.search_sql import (
    ARTICLE_WORDS,
    CITATION_WORDS,
    CLAIM_WORDS,
    CONFLICT_WORDS,
    INCIDENT_WORDS,
    SOURCE_WORDS,
)
from tracker.lib.counts import MAX_COUNT
from tracker.lib.folding import fold
from tracker.lib.numbers import SEPARATORS, read_digits
from tracker.lib.vocabulary import Term

LONGEST = 200
MOST_WORDS = 8
CAP = 300
_SPACE = re.compile(r"[ \t\r\n]+")  # not those that join the digits of a number
_OF_SOMEONE = re.compile(r"['’]s(?!\w)")
_NUMBER = re.compile(rf"(?<!\d)(?:\d{{1,2}}|\d{{3}}(?! ))(?:[{SEPARATORS}]\d{{3}})+(?!\d)|\d+")


class Sought(Term):
    CONFLICTS = "conflicts", "conflicts"
    SOURCES = "sources", "sources"
    INCIDENTS = "incidents", "incidents"
    CLAIMS = "claims", "claims"
    ARTICLES = "articles", "articles"


@dataclass(frozen=True)
class Asked:
    """What is looked for: ``words`` folded, ``numbers`` as digits; ``cut`` when more was typed than is looked for."""

    typed: str = ""
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    cut: bool = False

    @classmethod
    def read(cls, typed: str) -> Asked:
        """From what was typed, whatever it is. One query, none for an empty text."""
        text = " ".join(typed[:LONGEST].split())
        if not text:
            return cls(cut=len(typed) > LONGEST)
        with connection.cursor() as cursor:
            plain = _NUMBER.sub(_in_digits, _OF_SOMEONE.sub("", _SPACE.sub(" ", typed[:LONGEST])))
            cursor.execute("SELECT lexeme FROM unnest(ledger_words(%s)) ORDER BY positions[1]", [plain])
            found = [row[0] for row in cursor.fetchall()]
        some = found[:MOST_WORDS]
        numbers = tuple(word for word in some if word.isdecimal())
        words = tuple(word for word in some if not word.isdecimal())
        return cls(text, words, numbers, cut=len(typed) > LONGEST or len(found) > MOST_WORDS)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be looked for."""
        return not self.words and not self.numbers

    @property
    def counts(self) -> list[int]:
        """The numbers that a claim can have."""
        return [int(digits) for digits in self.numbers if int(digits) <= MAX_COUNT]


def _in_digits(match: re.Match[str]) -> str:
    count = read_digits(" ".join(match[0].split()))
    return match[0] if count is None else str(count)


@dataclass(frozen=True)
class Found:
    """One stretch of what was found of a kind: ``many`` in all, at most CAP; ``beyond`` when there are more."""

    rows: list[Any] = field(default_factory=list)
    many: int = 0
    beyond: bool = False


@dataclass(frozen=True)
class FoundClaim:
    """A claim and the quote by which it was found, else its first."""

    claim: Claim
    quote: str


def find(asked: Asked, sought: Sought, first: int, limit: int) -> Found:
    """What was found of a kind, best first: ``limit`` rows from number ``first`` (0 is the best) or, past the end, the
    last ones. One query, of claims two.

    Sources have ``found_as`` (the name that fits), incidents ``conflict_name``, articles ``publisher_name``; claims
    are ``FoundClaim``.
    """
    if asked.is_empty:
        return Found()
    values = {
        "query": _query(asked.words, asked.numbers, beginnings=True),
        "whole": _query(asked.words, asked.numbers, beginnings=False),
        "folded": fold(asked.typed),
        "first": first,
        "limit": limit,
        "cap": CAP + 1,
    }
    if sought is Sought.CLAIMS:
        return _claims(asked, values)
    model, sql = _BY_KIND[sought]
    rows: list[Any] = list(model._default_manager.raw(sql, values))
    return _found(rows, rows[0].many if rows else 0)


def _found(rows: list[Any], many: int) -> Found:
    return Found(rows, min(many, CAP), many > CAP)


def _query(words: Iterable[str], numbers: Iterable[str], *, beginnings: bool) -> str:
    """As a tsquery: its words are letters and digits alone, so that no quoting is needed inside the quotes."""
    parts = [f"'{word}'{':*' if beginnings and len(word) > 1 else ''}" for word in words]
    return " & ".join([*parts, *(f"'{digits}'" for digits in numbers)])


def _claims(asked: Asked, values: dict[str, Any]) -> Found:
    by_figure = ""
    if asked.counts and len(asked.counts) == len(asked.numbers):
        tests = [_HAS_NUMBER.format(f"%(number{n})s") for n, _ in enumerate(asked.counts)]
        tests += [_HAS_WORD.format(f"%(word{n})s::tsquery") for n, _ in enumerate(asked.words)]
        by_figure = _BY_FIGURE.format(" AND ".join(tests))
        values |= {f"number{n}": count for n, count in enumerate(asked.counts)}
        values |= {f"word{n}": _query([word], (), beginnings=True) for n, word in enumerate(asked.words)}
    with connection.cursor() as cursor:
        cursor.execute(_CLAIMS.format(by_figure=by_figure), values)
        rows = cursor.fetchall()
    claims = Claim.objects.published().with_names().in_bulk([number for number, _, _ in rows])
    hits = [FoundClaim(claims[number], quote or "") for number, quote, _ in rows if number in claims]
    return _found(hits, rows[0][2] if rows else 0)


_STRETCH = """
LIMIT %(limit)s OFFSET least(%(first)s, greatest((SELECT count(*) FROM found) - 1, 0) / %(limit)s * %(limit)s)
"""
_RANK = "2 * (doc @@ %(whole)s::tsquery)::int + ts_rank(doc, %(query)s::tsquery, 1)"
"""The order of rule 3 as one number; ``doc`` are the words of the record."""
_FULL_NAME = "4 * (ledger_fold({}) = %(folded)s)::int + " + _RANK


def _matching(columns: str, tables: str, words: str) -> str:
    """Records that match, with their words as ``doc``: worked out once, since ranking asks for them again."""
    return f"(SELECT {columns}, {words} AS doc FROM {tables} WHERE {words} @@ %(query)s::tsquery LIMIT %(cap)s) AS a"


def _best(columns: str, tables: str, words: str, name: str, newest: str) -> str:
    return f"""
      WITH found AS MATERIALIZED (SELECT *, {_FULL_NAME.format(name)} AS rank FROM {_matching(columns, tables, words)})
      SELECT *, count(*) OVER () AS many FROM found ORDER BY rank DESC, {newest} {_STRETCH}
    """


_CITED = CITATION_WORDS.format(t="i.")
_NAMED = SOURCE_WORDS.format(t="n.")
_PUBLISHED = "JOIN ledger_claim c ON c.id = i.claim_id AND c.state = 'published'"
_CLAIMS = f"""
WITH ways AS MATERIALIZED (
  SELECT id, quote, {_RANK} AS rank FROM {_matching("c.id, i.quote", f"ledger_citation i {_PUBLISHED}", _CITED)}
  UNION ALL
  SELECT id, NULL, {_RANK} FROM {
    _matching("c.id", "(SELECT * FROM ledger_claim WHERE state = 'published') c", CLAIM_WORDS.format(t="c."))
}
  {{by_figure}}
), found AS MATERIALIZED (
  SELECT id, (array_agg(quote ORDER BY rank DESC) FILTER (WHERE quote IS NOT NULL))[1] AS quote, max(rank) AS rank
  FROM ways GROUP BY id LIMIT %(cap)s
)
SELECT found.id, coalesce(quote, (SELECT quote FROM ledger_citation WHERE claim_id = found.id ORDER BY id LIMIT 1)),
  CASE WHEN (SELECT count(*) FROM ways) < %(cap)s THEN count(*) OVER () ELSE %(cap)s END
FROM found JOIN ledger_claim c ON c.id = found.id ORDER BY rank DESC, c.as_of DESC, c.id DESC {_STRETCH}
"""
_BY_FIGURE = """
  UNION ALL
  (SELECT c.id, NULL, 8.0 FROM ledger_claim c WHERE c.state = 'published' AND {} LIMIT %(cap)s)
"""
_HAS_NUMBER = "(c.value = {0} OR c.low = {0} OR c.high = {0})"
_HAS_WORD = f"""(EXISTS (SELECT FROM ledger_citation i WHERE i.claim_id = c.id AND {_CITED} @@ {{0}})
  OR c.voice_id IN (SELECT n.source_id FROM ledger_sourcealias n WHERE {_NAMED} @@ {{0}}))"""
_BY_KIND: dict[Sought, tuple[Any, str]] = {
    Sought.CONFLICTS: (
        Conflict,
        _best(
            'c.id, c.slug, c.name, c.start, c."end", c.summary', "ledger_conflict c", CONFLICT_WORDS.format(t="c."),
            "name", "start DESC, id DESC",
        ),
    ),
    Sought.SOURCES: (
        Source,
        f"""
        WITH found AS MATERIALIZED (
          SELECT DISTINCT ON (s.id) s.id, s.slug, s.name, s.kind, s.country, found_as, rank
          FROM (SELECT *, {_FULL_NAME.format("found_as")} AS rank
                FROM {_matching("n.source_id, n.name AS found_as", "ledger_sourcealias n", _NAMED)}) AS names
          JOIN ledger_source s ON s.id = names.source_id ORDER BY s.id, rank DESC, found_as
        )
        SELECT *, count(*) OVER () AS many FROM found ORDER BY rank DESC, name {_STRETCH}
        """,
    ),
    Sought.INCIDENTS: (
        Incident,
        _best(
            "n.id, n.name, n.date, n.precision, n.place, w.name AS conflict_name",
            "ledger_incident n JOIN ledger_conflict w ON w.id = n.conflict_id", INCIDENT_WORDS.format(t="n."),
            "name", "date DESC NULLS LAST, id DESC",
        ),
    ),
    Sought.ARTICLES: (
        Article,
        _best(
            "a.id, a.title, a.published_on, a.published_precision, a.language, b.name AS publisher_name",
            "ledger_article a JOIN ledger_source b ON b.id = a.publisher_id", ARTICLE_WORDS.format(t="a."),
            "title", "published_on DESC, id DESC",
        ),
    ),
}  # fmt: skip
"""The record and, with its columns, what finds it."""
