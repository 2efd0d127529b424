"""Where a text names a state, a people, an armed group or a coalition: every mention with the side it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

from tracker.reading.dates.calendar_terms import MONTHS
from tracker.reading.document import Document
from tracker.reading.parties.countries import GIVEN_NAMES, POLITIES
from tracker.reading.parties.groups import COALITIONS, COMMUNITIES, GROUP_ENDINGS, GROUP_HEADS, GROUPS
from tracker.reading.parties.rivals import LEADERS, REGION_OF

LAND_KINDS = frozenset({"name", "place", "region"})
"""Kinds of mention that say where as well as whose."""


_GROUPS_AT_MOST = 100
_HYPHENS = frozenset({"-", "‑", "–"})
_HELD = frozenset(
    "run led controlled held backed administered ruled based born made occupied allied affiliated linked"
    " supported aligned funded trained armed"
    " dominated majority speaking leaning friendly era style".split()
)
"""After a name and a hyphen these make it the quality of another: "Hamas-run Gaza" is not Hamas."""
_RELATIVES = frozenset({"which", "that"})
_RUNS = frozenset("runs controls governs rules backs leads".split())
"""A ministry "which X runs" is not X either."""
_SPOKEN, _WORDS = 4, frozenset({"mend", "fact", "nude"})
"""Letters from which "FARC" may stand as "Farc", and names that are words then."""
_STANCES = frozenset("pro anti non".split())
_NO_NAMES = _STANCES | frozenset(
    "the a an some several many most other two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty dozens scores hundreds suspected alleged"
    " armed islamist muslim separatist leftist communist unidentified unknown foreign local pro-government".split()
)


class Mention(NamedTuple):
    """Tokens ``at`` to ``after`` name ``side``. ``kind``: name, people, capital, place, region, leader, group,
    coalition, community or party.
    """

    at: int
    after: int
    side: str
    kind: str


class _Entry(NamedTuple):
    words: tuple[str, ...]
    printed: tuple[str, ...]
    side: str
    kind: str


_Lexicon = Mapping[str, list[_Entry]]


def find_mentions(document: Document, parties: Mapping[str, tuple[str, ...]]) -> list[Mention]:
    """All mentions in the order of the text, none overlapping; the longest name wins.

    ``parties``: sides known from outside with their aliases; what the tables hold under such a name becomes theirs.
    """
    local = list(_entries_of(parties))
    local += _unknown_groups(document)
    own = _by_first_word(local)
    renamed = _renamed(parties)
    mentions = []
    lexicon = _lexicon()
    low = document.low if document.text.isascii() else list(map(_plain, document.low))
    at = 0
    while at < len(low):
        word = low[at]
        if word not in lexicon and word not in own:
            at += 1
            continue
        entry = (_match(document, at, own) if word in own else None) or (
            _match(document, at, lexicon) if word in lexicon else None
        )
        if entry is None:
            at += 1
            continue
        after = at + len(entry.words)
        if _is_quality(document, at, after):
            at = after
            continue
        if not _names_a_person(document, entry, at, after):
            mentions.append(Mention(at, after, renamed.get(entry.side, entry.side), entry.kind))
        at = after
    return mentions


def sides_named(name: str) -> list[str]:
    """The sides that the tables know in ``name``, in their order there."""
    return [mention.side for mention in _scan(Document(name))]


def _scan(document: Document) -> Iterator[Mention]:
    at = 0
    while at < len(document):
        entry = _match(document, at, _lexicon())
        after = at + len(entry.words) if entry else at
        if entry and not _is_quality(document, at, after):
            yield Mention(at, at + len(entry.words), entry.side, entry.kind)
        at += len(entry.words) if entry else 1


def _plain(word: str) -> str:
    """The word without its accents: "bogotá" as "bogota"."""
    return word if word.isascii() else "".join(mark for mark in normalize("NFKD", word) if not combining(mark))


def _is_quality(document: Document, at: int, after: int) -> bool:
    """ "Hamas-run", "pro-Russian": the name only tells of what kind another is."""
    led = document.word(after) in _HYPHENS and document.word(after + 1) in _HELD
    led = led or (document.word(at - 1) in _RELATIVES and document.word(after) in _RUNS)
    return led or (document.word(at - 1) in _HYPHENS and document.word(at - 2) in _STANCES)


def _renamed(parties: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {
        side: name for name, aliases in parties.items() for alias in (name, *aliases) for side in sides_named(alias)[:1]
    }


def _entries_of(parties: Mapping[str, tuple[str, ...]]) -> Iterator[_Entry]:
    for name, aliases in parties.items():
        for alias in dict.fromkeys((name, *aliases)):
            if not sides_named(alias):
                yield from _entry(alias, name, "party")


def _entry(name: str, side: str, kind: str) -> Iterator[_Entry]:
    document = Document(name)
    if len(document):
        yield _Entry(
            tuple(map(_plain, document.low)), tuple(document.raw(at) for at in range(len(document))), side, kind
        )


def _by_first_word(entries: Iterable[_Entry]) -> _Lexicon:
    lexicon: dict[str, list[_Entry]] = {}
    for entry in entries:
        lexicon.setdefault(entry.words[0], []).append(entry)
    for held in lexicon.values():
        held.sort(key=lambda entry: -len(entry.words))
    return lexicon


@cache
def _lexicon() -> _Lexicon:
    return _by_first_word(entry for name, side, kind in _tables() for entry in _entry(name, side, kind))


def _tables() -> Iterator[tuple[str, str, str]]:
    for side, polity in POLITIES.items():
        for kind, names in zip(("name", "people", "capital", "place"), polity, strict=True):
            for name in names:
                yield name, side, "people" if name == "Palestinians" else kind
    for region, state in REGION_OF.items():
        yield region, state, "region"
    for leader, state in LEADERS.items():
        yield leader, state, "leader"
    for kind, table in (("group", GROUPS), ("coalition", COALITIONS)):
        for side, (names, _) in table.items():
            for name in names:
                yield name, side, kind
    for side, names in COMMUNITIES.items():
        for name in names:
            yield name, side, "community"


def _match(document: Document, at: int, lexicon: _Lexicon) -> _Entry | None:
    for entry in lexicon.get(_plain(document.low[at]), ()):
        size = len(entry.words)
        if size > 1 and tuple(map(_plain, document.low[at : at + size])) != entry.words:
            continue
        first = entry.printed[0]
        if first.isupper() and len(first) <= 5:
            raw = document.raw(at)
            if raw == first or (len(first) >= _SPOKEN and raw == first.capitalize() and entry.words[0] not in _WORDS):
                return entry
        elif len(first) <= _SPOKEN and not first.islower() and not first.istitle():
            if document.raw(at) == first:
                return entry
        elif not first[0].isupper() or document.is_capital(at):
            return entry
    return None


def _names_a_person(document: Document, entry: _Entry, at: int, after: int) -> bool:
    """Mali in "spokeswoman Mali Sochieta": a first name, since a capitalised word that is no name of ours follows."""
    if entry.words[0] not in GIVEN_NAMES or len(entry.words) > 1 or not document.is_capital(after):
        return False
    touching = document.text[document.tokens[after - 1].end : document.tokens[after].start] == " "
    starts = document.sentences[document.sentence_at(at)].first == at
    return touching and not starts and document.low[after] not in _lexicon()


def _unknown_groups(document: Document) -> Iterator[_Entry]:
    """Armed groups that no table holds, from the words around them: "the Xyz rebels", "Abc Liberation Front"
    " (ALF)"."""
    seen: set[str] = set()
    for at, word in enumerate(document.low):
        if word in GROUP_HEADS and not document.is_capital(at):
            first = _capitals_before(document, at)
        elif word in GROUP_ENDINGS and document.is_capital(at):
            first = _capitals_before(document, at + 1)
            first = first if at + 1 - first > 1 else at + 1
            at += 1
        else:
            continue
        name = document.span(first, at)
        if len(seen) >= _GROUPS_AT_MOST:
            return
        if len(name) < 2 or name in seen or document.low[at - 1] in MONTHS or _known(document, first, at):
            continue
        seen.add(name)
        yield from _entry(name, name, "group")
        if document.word(at) == "(" and document.word(at + 2) == ")" and document.raw(at + 1).isupper():
            yield from _entry(document.raw(at + 1), name, "group")


def _capitals_before(document: Document, at: int) -> int:
    """First token of the run of capitalised words (hyphens between them allowed) that ends before ``at``,"
    " six at most."""
    sentence = document.sentences[document.sentence_at(max(0, at - 1))]
    first = at
    while first > sentence.first and at - first < 6:
        before = first - 1
        if (document.word(before) == "-" and first < at) or document.is_capital(before):
            first = before
        else:
            break
    if first == sentence.first and first < at and not document.raw(first).isupper():
        first += 1
    while first < at and (not document.is_capital(first) or document.low[first] in _NO_NAMES):
        first += 1
    return first


def _known(document: Document, first: int, after: int) -> bool:
    return any(_match(document, at, _lexicon()) for at in range(first, after))
