"""What the rules for parties ask about one article: its sides, its war and the words around each figure."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from tracker.lib.vocabulary import Scope, Status
from tracker.reading.communities import communities_of_victims
from tracker.reading.document import Sentence
from tracker.reading.figures import Article, Figure
from tracker.reading.groups import ATTACKS, BATTLEFIELD, GROUPS
from tracker.reading.mentions import LAND_KINDS, Mention, find_mentions, sides_named
from tracker.reading.wars import INTERVENING, kind_of_war

NOBODY = ""
"""The side of a count that spans sides or is tied to none."""
HOME = "\0home"
"""The state whose forces fight the rebels of this article."""
REBELS = "\0rebels"
"""Those in arms against it."""
COALITION = "\0coalition"
"""The foreign forces on its side."""
PEACEKEEPERS = "\0peacekeepers"

OTHERS = frozenset("enemy enemies adversary adversaries foe foes invaders occupiers opposing".split())
OWN = frozenset("its their his her our own".split())
_OTHER_HEADS = frozenset({"side", "camp", "army", "country"})
_SEPARATORS = frozenset({"-", "–", "/", "and"})
KILL = frozenset(
    "killed kill kills killing wounded injured captured seized eliminated neutralised neutralized destroyed"
    " abducted shot struck hit slew murdered massacred kidnapped took bombed shelled attacked stormed raided"
    " overran ambushed rushed fired opened targeted launched sent shells bombs".split()
)
_HELD = frozenset("held launched laid carried started planted taken".split())
_OFFICES = frozenset(
    "ministry junta regime army military government president officials official officers minister authorities staff"
    " command police prosecutor spokesman spokeswoman commander parliament presidency navy".split()
)
_ONLOOKERS = frozenset(
    "group groups organisation organization monitor monitors institute centre center tank watchdog"
    " researchers analysts website newspaper agency diplomats diplomat".split()
)
"""Whoever these words name speaks for no belligerent, wherever it sits."""
_ARMY = frozenset({"army", "military"})
_AWAY = frozenset("in on of at its their to from and that which who has have had after as when before hands".split())
_PERFECT = frozenset({"has", "have", "had"})
_PASSIVE = frozenset("was were been be being is are who".split())


_REACH, _EARLIER, _OCCURRENCES, _PARAGRAPHS, _COMMUNITIES = 200, 20, 8, 5, 20
"""How many tokens and figures a rule looks back, and how many times it looks for a name: what keeps"
" reading linear."""


class Verdict(NamedTuple):
    """The side a rule decided for (``NOBODY`` for none), the rule in words, and how sure it is."""

    side: str
    rule: str
    sure: float
    noun: str = ""
    """The text's word for the people counted, where it is all that names their side."""


class Reading:
    """An article with its mentions, its war, and for every figure what has been decided."""

    def __init__(self, article: Article, figures: list[Figure]) -> None:
        self.document = article.document
        self.known = article.known.parties
        self.figures = figures
        raw = find_mentions(article.document, article.known.parties)
        self.war = kind_of_war(article.document, raw)
        self.mentions = [mention._replace(side=self.war.same.get(mention.side, mention.side)) for mention in raw]
        self.coalitions = tuple(dict.fromkeys(one.side for one in self.mentions if one.kind == "coalition"))
        self.peacekeepers_of = self._peacekeepers_of()
        self._communities = communities_of_victims(article.document, self.mentions)[:_COMMUNITIES]
        self._starts = [mention.at for mention in self.mentions]
        self.decided: dict[int, Verdict] = {}
        self._speakers: dict[tuple[int | str, ...], str | None] = {}
        self._names: dict[str, list[int]] = {}
        for at, word in enumerate(self.document.low):
            if self.document.is_capital(at) and len(self._names.setdefault(word, [])) < _OCCURRENCES:
                self._names[word].append(at)
        self._paragraph_starts: dict[int, int] = {}
        for sentence in self.document.sentences:
            self._paragraph_starts.setdefault(sentence.paragraph, sentence.first)
        self._order = {id(figure): index for index, figure in enumerate(figures)}

    def _peacekeepers_of(self) -> str | None:
        """The state of "Russian peacekeepers", where the text names one and no United Nations."""
        if any(word in ("un", "u.n.", "nations") for word in self.document.low):
            return None
        sent = (one for one in self.mentions if self.document.word(one.after).startswith("peacekeep"))
        return next((one.side for one in sent if one.kind == "people"), None)

    def between(self, first: int, after: int) -> list[Mention]:
        """The mentions that begin from token ``first`` up to ``after``."""
        return self.mentions[bisect_left(self._starts, first) : bisect_left(self._starts, after)]

    def sentence(self, figure: Figure) -> Sentence:
        """The sentence of ``figure``."""
        return self.document.sentences[self.document.sentence_at(figure.at)]

    def previous(self, figure: Figure) -> Figure | None:
        """The figure before this one."""
        index = self._order[id(figure)]
        return self.figures[index - 1] if index else None

    def following(self, figure: Figure) -> Figure | None:
        """The figure after this one."""
        index = self._order[id(figure)] + 1
        return self.figures[index] if index < len(self.figures) else None

    def paragraph_start(self, figure: Figure) -> int:
        """First token of the paragraph of ``figure``."""
        return max(self._paragraph_starts[self.sentence(figure).paragraph], figure.at - _REACH)

    def community_of(self, figure: Figure) -> Verdict | None:
        """The community that the text gives the dead of this incident, if it says so within a few paragraphs."""
        if figure.scope is not Scope.INCIDENT or figure.category is Status.COMBATANT:
            return None
        here = self.sentence(figure).paragraph
        told = [
            (abs(here - paragraph), side)
            for paragraph, side, number in self._communities
            if not number or self._says(figure, number)
        ]
        distance, side = min(told, default=(_PARAGRAPHS, ""))
        return Verdict(side, "the community that the text gives the dead", 0.6) if distance < _PARAGRAPHS else None

    def _says(self, figure: Figure, number: str) -> bool:
        """Whether ``figure``, or the one it is part of, is put as ``number``."""
        part = figure.part_of
        whole = self.figures[part] if part is not None and 0 <= part < len(self.figures) else figure
        return any(number in self.document.low[one.at : one.after] for one in (figure, whole))

    def around(self, figure: Figure) -> list[Mention]:
        """The mentions in the sentence of ``figure``."""
        sentence = self.sentence(figure)
        return self.between(max(sentence.first, figure.at - _REACH), min(sentence.after, figure.after + _REACH))

    def earlier(self, figure: Figure) -> list[Figure]:
        """The figures before this one, the nearest first; not endlessly far back."""
        index = self._order[id(figure)]
        return self.figures[max(0, index - _EARLIER) : index][::-1]

    def fights(self, side: str) -> bool:
        """Whether ``side`` is a belligerent of the article's war."""
        return side in self.war.sides or side in self.war.foes

    def is_field(self, mention: Mention) -> bool:
        """Whether the name is only the war's or its ground's: "the Karabakh front", "the Thai-Cambodian border"."""
        after = mention.after
        word = self.document.word(after)
        if word in _SEPARATORS and word != "and":
            follower = self.between(after + 1, after + 2)
            return bool(follower) and self.is_field(follower[0])
        return word in BATTLEFIELD and self.document.word(after + 1) != "of" and mention.kind != "capital"

    def attacks(self, mention: Mention, *, deeds: bool = True) -> bool:
        """Whether what follows the name is its weapon or its deed: "Russian missiles", "Israeli troops killed"."""
        at = mention.after + (self.document.word(mention.after) == "'s")
        ahead = self.document.low[at : at + 4]
        if mention.kind in ("place", "region"):
            return False
        for steps, word in enumerate(ahead):
            if steps and self.between(at + steps, at + steps + 1):
                break
            if word in ATTACKS or (deeds and word in KILL and steps < 3):
                return True
            if word in _PERFECT and ahead[steps + 1 : steps + 2] and ahead[steps + 1] in KILL:
                continue
            if not word.isalpha() or word in _AWAY or word in _PASSIVE:
                break
        before = self.document.word(mention.at - 1)
        if before == "by" and self.document.word(mention.at - 2) in KILL | _HELD:
            return True
        return before == "of" and self.document.word(mention.at - 2) in ATTACKS

    def is_against(self, mention: Mention) -> bool:
        """Whether the name stands after "by", "with", "against": the other party to what is told."""
        return self.document.word(mention.at - 1) in ("by", "against", "with")

    def is_other(self, at: int) -> bool:
        """Whether token ``at`` begins "the enemy", "the other side"."""
        word = self.document.word(at)
        return word in OTHERS or (word in ("other", "opposite") and self.document.word(at + 1) in _OTHER_HEADS)

    def speaker(self, figure: Figure) -> str | None:
        """The side for which the claimant of ``figure`` speaks, as far as its name or the words around it tell."""
        key: tuple[int | str, ...] = (self.sentence(figure).paragraph, *figure.claimant)
        if key not in self._speakers:
            self._speakers[key] = self._side_of_claimant(figure.claimant) or self._side_of_office(figure)
        return self._speakers[key]

    def _side_of_claimant(self, names: list[str]) -> str | None:
        for name in names:
            if _ONLOOKERS & set(name.lower().split()):
                continue
            for side in sides_named(name):
                side = self.war.same.get(side, side)
                if self.fights(side) or not self.war.between_states():
                    return side
        for name in names:
            spoken_for = self._side_of_person(name)
            if spoken_for:
                return spoken_for
        return None

    def _side_of_person(self, name: str) -> str | None:
        """From "Pakistan's prime minister, X" or "X of the Thai army": the side nearest a name, within eight"
        " words."""
        words = name.split()
        if not words or not words[-1][:1].isupper() or any(word.lower() in _OFFICES for word in words):
            return None
        surname = words[-1].lower().replace("’", "'")
        for at in self._names.get(surname, ()):
            sentence = self.document.sentences[self.document.sentence_at(at)]
            near = self.between(max(sentence.first, at - 9), min(sentence.after, at + 8))
            near = [one for one in near if self.fights(one.side) and one.kind not in ("place", "region")]
            near = [one for one in near if not self.is_land(one)]
            if near:
                return min(near, key=lambda mention: abs(mention.at - at)).side
        return None

    def _side_of_office(self, figure: Figure) -> str | None:
        """ "The ministry", "the army": that of the side named last before it in the paragraph."""
        name = next((name for name in figure.claimant if set(name.lower().split()) & _OFFICES), None)
        if name is None or {"two", "both", "capitals"} & set(name.lower().split()):
            return None
        if not self.war.between_states():
            return self.war.home
        start = self.paragraph_start(figure)
        end = min(self.sentence(figure).after, figure.after + _REACH)
        last = name.split()[-1].lower()
        at = next((at for at in range(end - 1, start - 1, -1) if self.document.low[at] == last), figure.at)
        return self.focus(at, since=start, speaking=True, armed=bool(_ARMY & set(name.lower().split())))

    def focus(
        self, at: int, *, since: int = 0, people_only: bool = True, speaking: bool = False, armed: bool = False
    ) -> str | None:
        """The side last spoken of before token ``at``: what "it", "its" and "the country" stand for.

        ``speaking``: whose ministry it is, so not one that is told to attack; ``armed``: that has an army.
        """
        for mention in reversed(self.between(max(since, at - _REACH), at)):
            if people_only and mention.kind in ("place", "region"):
                continue
            if (
                self.is_field(mention)
                or self.is_against(mention)
                or (mention.side in INTERVENING and self.is_land(mention))
                or (self.war.between_states() and not self.fights(mention.side))
                or (speaking and self.attacks(mention))
                or (armed and (mention.side in GROUPS or mention.side == "Palestinians"))
            ):
                continue
            return mention.side
        return None

    def foreign_force_before(self, figure: Figure) -> str | None:
        """The foreign force that is the last side named in this sentence before the figure, or in the one before."""
        here = self.document.sentence_at(figure.at)
        since = max(self.paragraph_start(figure), self.document.sentences[max(0, here - 1)].first)
        named = self.between(since, figure.at)
        if not named or self.attacks(named[-1]):
            return None
        last = named[-1]
        foreign = last.kind == "coalition" or (last.side in INTERVENING and last.kind in ("people", "name"))
        return last.side if foreign else None

    def enemy(self, figure: Figure, at: int) -> str | None:
        """Whom "the enemy" at token ``at`` means: the foe of the claimant, or of the side last spoken of."""
        speaker = self.speaker(figure) or self.focus(at)
        return self.foe(speaker) if speaker else None

    def foe(self, side: str) -> str | None:
        """The enemy of ``side`` in this article's war."""
        foe = self.war.foe(side)
        if foe or self.war.between_states():
            return foe
        return REBELS if side == self.war.home else HOME

    def is_land(self, mention: Mention) -> bool:
        """Whether the name stands after "in", "near", "across": where, and not yet whose."""
        document = self.document
        before = mention.at - 1
        while document.word(before) in ("the", "southern", "northern", "eastern", "western", "central", "east", "west"):
            before -= 1
        return mention.kind in LAND_KINDS | {"capital"} and document.word(before) in (
            "in", "at", "near", "inside", "across", "around", "outside", "over", "throughout", "into", "within",
        )  # fmt: skip
