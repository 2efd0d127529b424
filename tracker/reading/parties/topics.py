"""Whose people the text says it turns to: "Of the Tigers, 40 lay dead", "And Israel's losses?", "On the other side"."""

from __future__ import annotations

from itertools import pairwise

from tracker.lib.vocabulary import Status
from tracker.reading.document import Sentence
from tracker.reading.figures import Figure
from tracker.reading.parties.groups import FORCES, REBELS
from tracker.reading.parties.mentions import Mention
from tracker.reading.parties.pointing import antecedent
from tracker.reading.parties.surroundings import OWN, REACH
from tracker.reading.parties.whose import HOME, PEACEKEEPERS, Reading, Verdict
from tracker.reading.parties.whose import REBELS as THE_REBELS

_FRONTS = frozenset("of among amongst for about on from concerning regarding".split())
_LOOSE = frozenset({"on", "for", "from"})
"""What opens a clause without always saying of whom it tells: "On Friday", "For hours"."""
_INSIDE_FRONT = frozenset({"'s", "'", "-"})
_AS_FOR = frozenset({"for", "to", "regards"})
_BEFORE_FRONTS = frozenset("but and yet so now then \" “ ‘ ' ( - – —".split())
_ENDS_FRONT = frozenset(
    ", . ; : ? ! who which that said says say was were is are has have had will would could did do does".split()
)
_TOLL_NOUNS = frozenset(
    "dead losses casualties deaths fallen wounded victims toll fatalities prisoners loss martyrs captives missing"
    " bodies coffins graves".split()
)
_OWNED = _TOLL_NOUNS | {"own"}
_SUFFERS = frozenset(
    "lost lose loses losing buried bury buries suffered suffers suffer mourns mourn mourned died dies die dying bled"
    " bleeding paid pays grieve grieves missing".split()
)
_MANY = (("how", "many"), ("how", "heavy"), ("how", "much"))
_PLAIN = frozenset(
    "the a an of and on in among for own other . : , 's army side forces government rebel first then".split()
)
_MISSIONS = frozenset("peacekeepers peacekeeper helmets".split())
_SEVERAL = frozenset(word for word in FORCES | REBELS if word.endswith(("s", "men"))) - {"forces"} | {"police"}
_PLAIN_WORDS = _PLAIN | _TOLL_NOUNS | _SEVERAL | _MISSIONS
_SAME_SENTENCE = frozenset({"on", "for", "from", "of", "among", "amongst"})
_DYING = frozenset({"dying", "bleeding"})
_SPEAKS = frozenset("say says said claim claims know knows think answer reply respond explain want".split())
_FRONT_LONG, _QUESTION, _SENTENCES = 9, 16, 3


def fronted(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Of the rebels, 40 ...", "As for the Turks, ...", "Among the police there were three": how the clause opens."""
    sentence = reading.sentence(figure)
    return _opened(reading, figure, sentence)


def _opened(reading: Reading, figure: Figure, sentence: Sentence) -> Verdict | None:
    """By the opening of a clause of ``sentence``, the figure's own or one before it."""
    here = sentence == reading.sentence(figure)
    for first in reversed(_openings(reading, sentence, min(sentence.after, figure.at))):
        front = reading.words[first - 1]
        side, after = _fronted_side(reading, figure, first)
        loose = front in _LOOSE and not (here and reading.words[after] in (",", "'s"))
        if loose and "side" not in reading.document.low[first:after]:
            continue
        if side and after <= figure.at and (here or front not in _SAME_SENTENCE):
            return _fitting(reading, figure, side, after, "whom the sentence opens with", 0.8)
    return None


def _openings(reading: Reading, sentence: Sentence, after: int) -> list[int]:
    """Where clauses of the sentence begin, up to token ``after``."""
    low = reading.document.low
    near = max(sentence.first, after - REACH)
    starts = [sentence.first, *(at + 1 for at in range(near, after) if low[at] in (";", ":"))]
    openings = []
    for start in starts[-_SENTENCES:]:
        while start < after and low[start] in _BEFORE_FRONTS:
            start += 1
        if start < after and (low[start] in _FRONTS or (low[start] == "as" and reading.words[start + 1] in _AS_FOR)):
            openings.append(start + 1 + (low[start] == "as"))
    return openings


def _fronted_side(reading: Reading, figure: Figure, first: int) -> tuple[str | None, int]:
    """The side in the phrase that begins at ``first``, and where the phrase ends."""
    low, after = reading.document.low, first
    end = min(first + _FRONT_LONG, len(low))
    while after < end and low[after] not in _ENDS_FRONT and (low[after][0].isalpha() or low[after] in _INSIDE_FRONT):
        after += 1
    return (None, after) if after > figure.at else (_side_in(reading, figure, first, after), after)


def _side_in(reading: Reading, figure: Figure, first: int, after: int) -> str | None:
    """The only side that these words name or point at."""
    for at in range(first, after):
        if reading.is_other(at):
            return _the_other(reading, figure, at)
        if reading.words[at] in ("ours", "theirs"):
            speaker = reading.speaker(figure) or reading.war.home
            return speaker if not speaker or reading.words[at] == "ours" else reading.foe(speaker)
    named = [one for one in reading.between(first, after) if _is_side(reading, one, after)]
    sides = {one.side for one in named}
    if len(sides) == 1:
        return _or_its_enemy(reading, named[0])
    if sides:
        return None
    low = reading.document.low
    owner = next((at for at in range(first, after - 1) if low[at] in OWN and low[at + 1] in _OWNED), None)
    if owner is not None:
        return antecedent(reading, figure, owner)
    if reading.war.between_states():
        return None
    if not _MISSIONS.isdisjoint(low[first:after]):
        return PEACEKEEPERS
    armed = next((word for word in low[first:after] if word in _SEVERAL), "")
    return (THE_REBELS if armed in REBELS else HOME) if armed else None


def _the_other(reading: Reading, figure: Figure, at: int) -> str | None:
    """ "On the other side": after a count of one side its foe; else the enemy of who speaks."""
    before = next((one for one in reading.earlier(figure) if one.at < at), None)
    if reading.words[at] == "other" and before is not None and before.at >= reading.paragraph_start(figure):
        counted = reading.decided[id(before)].side
        return reading.foe(counted) if counted else None
    return reading.enemy(figure, at)


def _is_side(reading: Reading, mention: Mention, after: int) -> bool:
    if mention.kind in ("place", "region", "capital") and reading.words[mention.after] not in ("side", "'s"):
        return False
    return not reading.is_field(mention) and not reading.is_land(mention) and mention.after <= after


def _or_its_enemy(reading: Reading, mention: Mention) -> str | None:
    return reading.foe(mention.side) if reading.attacks(mention) else mention.side


def _fitting(reading: Reading, figure: Figure, side: str, after: int, rule: str, sure: float) -> Verdict | None:
    """The side, unless another is named between or such people are not counted with it."""
    for one in reading.between(max(after, figure.at - REACH), figure.at):
        told = one.kind not in ("capital", "leader") and (reading.fights(one.side) or one.kind == "group")
        if one.side != side and told and not reading.is_field(one):
            return None
    if reading.war.between_states():
        return Verdict(side, rule, sure) if reading.fights(side) else None
    armed = reading.kind(figure) is Status.COMBATANT
    if armed or (reading.unnamed(figure) and side not in (HOME, reading.war.home)):
        return Verdict(side, rule, sure)
    return None


def under_a_heading(reading: Reading, figure: Figure) -> Verdict | None:
    """Under "South Ossetia.", "What of the peacekeepers?", "How many has Israel lost?"."""
    document, sentence = reading.document, reading.sentence(figure)
    start = reading.paragraph_first(sentence.paragraph)
    number = document.sentence_at(start)
    heading = document.sentences[number]
    if not _is_heading(reading, heading) or heading.first == sentence.first:
        if not number:
            return None
        heading = document.sentences[number - 1]
        alone = heading.first == reading.paragraph_first(heading.paragraph) and heading.paragraph > 0
        if not alone or not _is_heading(reading, heading):
            return None
    land = reading.between(heading.first, heading.first + 1)
    if land and land[0].after >= heading.after - 1 and reading.fights(land[0].side):
        side: str | None = land[0].side
    else:
        side = _side_in(reading, figure, heading.first, heading.after)
    return _fitting(reading, figure, side, heading.after, "of whom the heading speaks", 0.75) if side else None


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence is a question, or a name or plain words for a side, and holds no figure."""
    if reading.has_figure(sentence) or sentence.after - sentence.first > _QUESTION:
        return False
    words = reading.document.low[sentence.first : sentence.after]
    if words[-1] == "?":
        return _SPEAKS.isdisjoint(words)
    if len(words) >= _FRONT_LONG:
        return False
    named = {at for one in reading.between(sentence.first, sentence.after) for at in range(one.at, one.after)}
    return all(sentence.first + at in named or word in _PLAIN_WORDS for at, word in enumerate(words))


def told_of(reading: Reading, figure: Figure) -> Verdict | None:
    """ "For the X dead there are four lists.", "X has yet to say how many it buried.": the sentences before, without
    figures, speak of these.
    """
    here = reading.document.sentence_at(figure.at)
    paragraph = reading.sentence(figure).paragraph
    for number in range(here - 1, max(-1, here - 1 - _SENTENCES), -1):
        sentence = reading.document.sentences[number]
        long = sentence.after - sentence.first > REACH
        if sentence.paragraph != paragraph or reading.has_figure(sentence) or long:
            break
        side = _losses_told(reading, figure, sentence)
        if side:
            return _fitting(reading, figure, side, sentence.after, "of whom the paragraph speaks", 0.7)
    return _opening_of_the_paragraph(reading, figure)


def _opening_of_the_paragraph(reading: Reading, figure: Figure) -> Verdict | None:
    """Between states "For the X dead there are four lists." holds for the whole paragraph."""
    first = reading.document.sentences[reading.document.sentence_at(reading.paragraph_start(figure))]
    if first.after > figure.at or reading.has_figure(first) or first.after - first.first > REACH:
        return None
    for mention in reading.between(first.first, first.after):
        told = reading.words[mention.after + (reading.words[mention.after] == "'s")] in _TOLL_NOUNS
        if told and mention.side in reading.war.sides:
            return Verdict(mention.side, "of whom the paragraph speaks", 0.7)
    return None


def _losses_told(reading: Reading, figure: Figure, sentence: Sentence) -> str | None:
    """The side whose losses the sentence speaks of."""
    low = reading.document.low[sentence.first : sentence.after]
    asked = any(pair in _MANY for pair in pairwise(low))
    for mention in reading.between(sentence.first, sentence.after):
        if not _is_side(reading, mention, sentence.after) and mention.kind != "capital":
            continue
        ahead = reading.words[mention.after + (reading.words[mention.after] == "'s")]
        dying = not _DYING.isdisjoint(reading.document.low[mention.after : mention.after + 6])
        if (
            ahead in _TOLL_NOUNS
            or (asked and low[-1] == "?" and not reading.attacks(mention) and not reading.is_land(mention))
            or (dying and not reading.attacks(mention))
            or (asked and not _SUFFERS.isdisjoint(low) and not reading.attacks(mention))
        ):
            return mention.side
    inside = not reading.war.between_states()
    for at in range(sentence.first, sentence.after - 1) if inside else ():
        genitive = reading.words[at] in _SEVERAL and reading.words[at + 1] in ("'", "'s", "’")
        if genitive and reading.words[at + 2] in _TOLL_NOUNS:
            return THE_REBELS if reading.words[at] in REBELS else HOME
    own = next((at for at in range(sentence.first, sentence.after - 1) if _owns(reading, at)), None)
    return antecedent(reading, figure, own) if own is not None else None


def _owns(reading: Reading, at: int) -> bool:
    """ "Its dead", "their own losses"."""
    return reading.words[at] in ("its", "their") and reading.words[at + 1] in _TOLL_NOUNS
