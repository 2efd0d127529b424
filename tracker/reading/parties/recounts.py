"""Rules for a number that counts again the people counted or spoken of just before."""

from __future__ import annotations

from itertools import pairwise

from tracker.reading.figures import Figure
from tracker.reading.parties.countries import STATES
from tracker.reading.parties.groups import CIVILIANS, FORCES, GROUPS, REBELS
from tracker.reading.parties.whose import Reading, Verdict

_CLAUSE = 8
_PUT = frozenset("put puts putting set sets made makes place places placed".split())
_HAS = frozenset({"has", "have", "had"})
_ADDING = frozenset("bringing brings brought raising raises raised takes taking makes making".split())
_LISTS = frozenset("list lists tally count toll ledger roll sum".split())
_TRUE = frozenset({"true", "real", "actual"})
_MORE = frozenset({"more", "others", "further"})
_AGAINST = frozenset({"against", "for"})
_LOST = frozenset("losses lost dead wounded killed own casualties".split())
_ANOTHER = frozenset({"another", "further"})
_MAYBE = frozenset({"could", "may", "might"})
_NUMBER = frozenset({"figure", "number", "toll", "total", "count"})
_IT = frozenset({"it", "them", "that", "this"})


def another_count(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Kyiv puts it at 50", "bringing the toll to 57", "up from 41": another count of the same people."""
    before = reading.previous(figure)
    if before is None or before.at < reading.paragraph_start(figure):
        return None
    if _more_of_them(reading, figure, before):
        whole = next((one for one in reading.earlier(figure) if one.part_of is None), before)
        decided = reading.decided[id(whole)]
        return Verdict(decided.side, "more of those counted before", min(decided.sure, 0.8))
    contested = reading.war.between_states() or reading.speaker(figure) in GROUPS
    alike = reading.kind(before) is reading.kind(figure) or (contested and reading.unnamed(figure))
    if not alike or not (_counts_again(reading, figure, before) or _among_them(reading, figure)):
        return None
    decided = reading.decided[id(before)]
    return Verdict(decided.side, "another count of the same people", min(decided.sure, 0.75))


def in_exchange(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Killed 1,000 jihadists against 52 losses", "19 gunmen for one man wounded": the other side's."""
    before = reading.previous(figure)
    if before is None or before.at < reading.sentence(figure).first or reading.words[figure.at - 1] not in _AGAINST:
        return None
    counted = reading.decided[id(before)].side
    lost = not _LOST.isdisjoint(reading.document.low[figure.after : figure.after + 4])
    speaker = reading.speaker(figure)
    own = speaker if speaker in STATES and speaker != counted else None
    foe = (own or reading.foe(counted)) if counted and lost else None
    return Verdict(foe, "lost in exchange", 0.75) if foe else None


def _more_of_them(reading: Reading, figure: Figure, before: Figure) -> bool:
    """ "Forty more came back with wounds", "another 12 were hurt": no noun, right after a count."""
    more = reading.words[figure.after] in _MORE or reading.words[figure.at - 1] in _ANOTHER
    near = reading.document.sentence_at(figure.at) - reading.document.sentence_at(before.at) <= 1
    since = max(before.after, reading.sentence(figure).first)
    elsewhere = any(reading.is_land(one) for one in reading.between(since, figure.at))
    return more and near and not elsewhere and reading.words[figure.after + 1] not in FORCES | REBELS | CIVILIANS


def _counts_again(reading: Reading, figure: Figure, before: Figure) -> bool:
    low = reading.document.low
    clause = low[max(before.after, figure.at - _CLAUSE) : figure.at]
    counts = not _NUMBER.isdisjoint(clause)
    bare = reading.words[figure.after] in (".", ",", ";", "by", "on") and not _LISTS.isdisjoint(clause[-4:])
    return (
        (bare and reading.unnamed(figure) and not reading.between(before.after, figure.at))
        or "version" in clause
        or (not _MAYBE.isdisjoint(clause[-4:]) and before.at >= reading.sentence(figure).first)
        or (clause[-1:] == ["from"] and before.at >= reading.sentence(figure).first)
        or (counts and (clause[-2:] == ["had", "been"] or clause[-1:] == ["was"]))
        or ((counts or "that" in clause) and not _ADDING.isdisjoint(clause))
        or any(
            (word in _PUT and following in _IT)
            or (word in _HAS and following in _IT)
            or (word in _TRUE and following in _NUMBER)
            for word, following in pairwise(clause)
        )
    )


def _among_them(reading: Reading, figure: Figure) -> bool:
    """ "Among them are 80 wounded", where a sentence begins."""
    first = reading.sentence(figure).first
    return reading.document.low[first : first + 2] in (["among", "them"], ["among", "these"], ["among", "those"])
