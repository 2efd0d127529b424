"""What stands around each figure of an article: its sentence and neighbours, the names near it and what they do."""

from __future__ import annotations

from bisect import bisect_left

from tracker.lib.vocabulary import Group, Status
from tracker.reading.document import Sentence
from tracker.reading.figures import Article, Figure
from tracker.reading.parties.groups import ATTACKS, BATTLEFIELD, CIVILIANS, FORCES
from tracker.reading.parties.groups import REBELS as REBEL_NOUNS
from tracker.reading.parties.mentions import LAND_KINDS, Mention
from tracker.reading.parties.wars import kind_of_war

OWN = frozenset("its their his her our own".split())
KIN = frozenset(
    "son sons boys daughter daughters girls child children wife wives husband brother brothers sister sisters parents"
    " father mother relatives family families friends neighbours neighbors cousins nephews nieces grandchildren pupils"
    " patients students parishioners flock colleagues guests passengers customers street village home house".split()
)
"""Whoever "his" and "her" come before are people of a person, not of a side."""
_PERFECT = frozenset({"has", "have", "had"})
OTHERS = frozenset("enemy enemies adversary adversaries foe foes invaders occupiers opposing".split())
_OTHER_HEADS = frozenset({"side", "camp", "army", "country"})
_SEPARATORS = frozenset({"-", "–", "/", "and"})
KILL = frozenset(
    "killed kill kills killing wounded injured captured seized eliminated neutralised neutralized destroyed"
    " abducted shot struck hit slew murdered massacred kidnapped took bombed shelled attacked stormed raided"
    " overran executed beheaded slaughtered hanged lynched burned torched gunned ambushed rushed fired opened"
    " targeted launched sent shells bombs".split()
)
_HELD = frozenset("held launched laid carried started planted taken".split())
_AWAY = frozenset("in on of at its their to from and that which who has have had after as when before hands".split())
_HYPHENS = frozenset({"-", "‑"})
_UNARMED = CIVILIANS - {"man", "men", "persons", "patients"}
_SOLDIERS = frozenset(word for word in FORCES | REBEL_NOUNS if word.endswith(("s", "men", "een"))) - frozenset(
    "policemen policewomen officers constables forces armies takers raiders paramilitaries".split()
)
_PASSIVE = frozenset("was were been be being is are who".split())
_GROUNDS = frozenset(
    "hospital hospitals town city village villages morgue streets camp suburb suburbs outskirts port district"
    " districts province region north south east west centre center shelling bombardment bombing siege".split()
)
"""With "of" they make the name after them a place: "the hospital of X", "the shelling of X"."""
_PORTIONS = frozenset("all parts part whole much most rest".split())
_NOUN_WITHIN, _SHORT = 5, 3
_PADDING = 64
"""Rules may look this far past both ends of the text."""
REACH, _EARLIER = 200, 20
"""How many tokens and figures a rule looks back: what keeps reading linear."""


class Surroundings:
    """An article's figures with the names around them, and the war that it tells of."""

    def __init__(self, article: Article, figures: list[Figure]) -> None:
        self.document = article.document
        self.words = [*self.document.low, *[""] * _PADDING]
        self.figures = figures
        raw = article.mentions
        self.article_mentions = raw
        self.war = kind_of_war(article.document, raw)
        self.mentions = [
            mention._replace(side=self.war.same.get(mention.side, mention.side))
            for mention in raw
            if not self.is_dateline(mention)
        ]
        self._starts = [mention.at for mention in self.mentions]
        self._paragraph_starts: dict[int, int] = {}
        for sentence in self.document.sentences:
            self._paragraph_starts.setdefault(sentence.paragraph, sentence.first)
        self._order = {id(figure): index for index, figure in enumerate(figures)}
        self._sentences = {id(figure): self._sentence_of(figure) for figure in figures}
        self._kinds: dict[int, Status] = {}
        self._with_figures = {sentence.first for sentence in self._sentences.values()}

    def is_dateline(self, mention: Mention) -> bool:
        """ "KABUL, June 28 -": where the article was written, not whose people it counts."""
        first = self.document.raw(mention.at)
        return mention.kind in ("capital", "place") and len(first) > _SHORT and first.isupper()

    def kind(self, figure: Figure) -> Status:
        """Whether fighters or others are counted: by the noun right after the number, else as it was found."""
        if id(figure) not in self._kinds:
            self._kinds[id(figure)] = self._kind_by_noun(figure) or self._kind_before(figure) or figure.category
        return self._kinds[id(figure)]

    def in_arms(self, figure: Figure) -> bool:
        """Whether fighters, soldiers or policemen are counted."""
        return self.kind(figure) is Status.COMBATANT or figure.group is Group.POLICE

    def unnamed(self, figure: Figure) -> bool:
        """Whether no noun tells what people are counted, and nothing that they were civilians."""
        return figure.category is not Status.CIVILIAN and self._kind_by_noun(figure) is None

    def _kind_before(self, figure: Figure) -> Status | None:
        """That of the figure before it in the sentence, where both were found to be of one kind."""
        before = self.previous(figure)
        if before is None or before.category is not figure.category or before.at < self.sentence(figure).first:
            return None
        return self._kinds.get(id(before))

    def _kind_by_noun(self, figure: Figure) -> Status | None:
        for at in range(figure.after, min(figure.after + _NOUN_WITHIN, self.sentence(figure).after)):
            word = self.document.low[at]
            if (not word[0].isalpha() and word not in _HYPHENS) or word in _PASSIVE | _AWAY | KILL:
                return None
            if word in _UNARMED:
                return Status.CIVILIAN if word.startswith("civilian") else Status.ANY
            if word in _SOLDIERS and self.words[at + 1] not in ("and", "or"):
                return Status.COMBATANT
        return None

    def between(self, first: int, after: int) -> list[Mention]:
        """The mentions that begin from token ``first`` up to ``after``."""
        return self.mentions[bisect_left(self._starts, first) : bisect_left(self._starts, after)]

    def sentence(self, figure: Figure) -> Sentence:
        """The sentence of ``figure``."""
        return self._sentences[id(figure)]

    def has_figure(self, sentence: Sentence) -> bool:
        """Whether a figure stands in the sentence."""
        return sentence.first in self._with_figures

    def _sentence_of(self, figure: Figure) -> Sentence:
        return self.document.sentences[self.document.sentence_at(figure.at)]

    def previous(self, figure: Figure) -> Figure | None:
        """The figure before this one."""
        index = self._order[id(figure)]
        return self.figures[index - 1] if index else None

    def following(self, figure: Figure) -> Figure | None:
        """The figure after this one."""
        index = self._order[id(figure)] + 1
        return self.figures[index] if index < len(self.figures) else None

    def paragraph_first(self, paragraph: int) -> int:
        """First token of a paragraph."""
        return self._paragraph_starts[paragraph]

    def paragraph_start(self, figure: Figure) -> int:
        """First token of the paragraph of ``figure``."""
        return max(self._paragraph_starts[self.sentence(figure).paragraph], figure.at - REACH)

    def around(self, figure: Figure) -> list[Mention]:
        """The mentions in the sentence of ``figure``."""
        sentence = self.sentence(figure)
        return self.between(max(sentence.first, figure.at - REACH), min(sentence.after, figure.after + REACH))

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
        word = self.words[after]
        if word in _SEPARATORS and word != "and":
            follower = self.between(after + 1, after + 2)
            return bool(follower) and self.is_field(follower[0])
        if mention.kind == "place" and word == "region":
            return False
        return word in BATTLEFIELD and self.words[after + 1] != "of" and mention.kind != "capital"

    def owns(self, at: int) -> bool:
        """Whether token ``at`` is "its", "their" or "his" of a side: not "his sons", "their neighbours"."""
        return self.words[at] in OWN and KIN.isdisjoint(self.words[at + 1 : at + 3])

    def attacks(self, mention: Mention, *, deeds: bool = True) -> bool:
        """Whether what follows the name is its weapon or its deed: "Russian missiles", "Israeli troops killed"."""
        at = mention.after + (self.words[mention.after] == "'s")
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
        before = self.words[mention.at - 1]
        if before == "by" and self.words[mention.at - 2] in KILL | _HELD:
            return True
        return before == "of" and self.words[mention.at - 2] in ATTACKS

    def acts(self, at: int, figure: Figure) -> bool:
        """Whether token ``at`` did it to those counted: "its men had killed 20", "soldiers killed 20"."""
        verb = at + 2 if self.words[at + 1] in _PERFECT else at + 1
        return self.words[verb] in KILL and (verb == at + 2 or verb + 1 == figure.at)

    def is_against(self, mention: Mention) -> bool:
        """Whether the name stands after "by", "with", "against": the other party to what is told."""
        return self.words[mention.at - 1] in ("by", "against", "with")

    def is_other(self, at: int) -> bool:
        """Whether token ``at`` begins "the enemy", "the other side"."""
        word = self.words[at]
        return word in OTHERS or (word in ("other", "opposite") and self.words[at + 1] in _OTHER_HEADS)

    def is_land(self, mention: Mention) -> bool:
        """Whether the name stands after "in", "near", "across": where, and not yet whose."""
        before = mention.at - 1
        while self.words[before] in ("the", "southern", "northern", "eastern", "western", "central", "east", "west"):
            before -= 1
        if self.words[before] == "of" and self.words[before - 1] in _PORTIONS:
            before -= 2
            before -= self.words[before] == "the"
        if mention.kind not in LAND_KINDS | {"capital"} or self.words[mention.after] in ATTACKS:
            return False
        if self.words[before] in ("on", "of"):
            return self.words[before - 1] in (ATTACKS if self.words[before] == "on" else _GROUNDS)
        return self.words[before] in (
            "in", "at", "near", "inside", "across", "around", "outside", "over", "throughout", "into", "within",
        )  # fmt: skip
