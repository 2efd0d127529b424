"""What the rules for parties ask about one article: its sides, its war and the words around each figure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from tracker.lib.vocabulary import Scope, Status
from tracker.reading.document import Sentence
from tracker.reading.figures import Article, Figure
from tracker.reading.parties.communities import communities_of_victims
from tracker.reading.parties.groups import ATTACKS, BATTLEFIELD, CIVILIANS, FORCES, GROUPS
from tracker.reading.parties.groups import REBELS as REBEL_NOUNS
from tracker.reading.parties.mentions import LAND_KINDS, Mention, sides_named
from tracker.reading.parties.wars import INTERVENING, kind_of_war

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
    " overran executed beheaded slaughtered hanged lynched burned torched gunned ambushed rushed fired opened"
    " targeted launched sent shells bombs".split()
)
_HELD = frozenset("held launched laid carried started planted taken".split())
_OFFICES = frozenset(
    "ministry junta regime army military government president officials official officers minister authorities staff"
    " command police prosecutor spokesman spokeswoman commander parliament presidency navy".split()
)
_ONLOOKERS = frozenset(
    "group groups organisation organization monitor monitors institute centre center tank watchdog"
    " researchers analysts professor scholar expert experts website newspaper agency diplomats diplomat".split()
)
"""Whoever these words name speaks for no belligerent, wherever it sits."""
_ARMY = frozenset({"army", "military"})
_AWAY = frozenset("in on of at its their to from and that which who has have had after as when before hands".split())
_HYPHENS = frozenset({"-", "‑"})
_NOUN_WITHIN, _SHORT, _NEARLY_ALL = 5, 3, 0.6
_UNARMED = CIVILIANS - {"man", "men", "persons", "patients"}
_SOLDIERS = frozenset(word for word in FORCES | REBEL_NOUNS if word.endswith(("s", "men", "een"))) - frozenset(
    "policemen policewomen officers constables forces armies takers raiders paramilitaries".split()
)
_GROUNDS = frozenset(
    "hospital hospitals town city village villages morgue streets camp suburb suburbs outskirts port district"
    " districts province region north south east west centre center shelling bombardment bombing siege".split()
)
"""With "of" they make the name after them a place: "the hospital of X", "the shelling of X"."""
_WITHOUT_ARMY = ("Palestinians", "Lebanon")
_STATES_OF = frozenset("is was has had".split())
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
        raw = article.mentions
        self.war = kind_of_war(article.document, raw)
        self.mentions = [
            mention._replace(side=self.war.same.get(mention.side, mention.side))
            for mention in raw
            if not self._is_dateline(mention)
        ]
        self.coalitions = tuple(dict.fromkeys(one.side for one in self.mentions if one.kind == "coalition"))
        self.peacekeepers_of = self._peacekeepers_of()
        self._communities = communities_of_victims(article.document, self.mentions)[:_COMMUNITIES]
        self._starts = [mention.at for mention in self.mentions]
        self.decided: dict[int, Verdict] = {}
        self._sides_of: dict[str, list[str]] = {}
        self._kinds: dict[int, Status] = {}
        self._speakers: dict[tuple[int | str, ...], str | None] = {}
        self._names: dict[str, list[int]] = {}
        for at, word in enumerate(self.document.low):
            if self.document.is_capital(at) and len(self._names.setdefault(word, [])) < _OCCURRENCES:
                self._names[word].append(at)
        self._paragraph_starts: dict[int, int] = {}
        for sentence in self.document.sentences:
            self._paragraph_starts.setdefault(sentence.paragraph, sentence.first)
        without = next((side for side in _WITHOUT_ARMY if side in self.war.sides and self.war.rebels), "")
        self.with_army = self.war.foe(without) if without else None
        """The only side with an army, where the other has but groups that fight."""
        self.scene = self._scene()
        self._order = {id(figure): index for index, figure in enumerate(figures)}

    def _is_dateline(self, mention: Mention) -> bool:
        """ "KABUL, June 28 -": where the article was written, not whose people it counts."""
        first = self.document.raw(mention.at)
        return mention.kind in ("capital", "place") and len(first) > _SHORT and first.isupper()

    def _scene(self) -> str | None:
        """The belligerent in whose land nearly all places named lie."""
        lands = Counter(one.side for one in self.mentions if one.kind in ("place", "region", "capital"))
        side, most = max(lands.items(), key=lambda land: land[1], default=("", 0))
        return side if side in self.war.sides and most >= _NEARLY_ALL * lands.total() else None

    def _peacekeepers_of(self) -> str | None:
        """The state of "Russian peacekeepers", where the text names one and no United Nations."""
        if any(word in ("un", "u.n.", "nations") for word in self.document.low):
            return None
        sent = (one for one in self.mentions if self.document.word(one.after).startswith("peacekeep"))
        return next((one.side for one in sent if one.kind == "people"), None)

    def kind(self, figure: Figure) -> Status:
        """Whether fighters or others are counted: by the noun right after the number, else as it was found."""
        if id(figure) not in self._kinds:
            self._kinds[id(figure)] = self._kind_by_noun(figure) or self._kind_before(figure) or figure.category
        return self._kinds[id(figure)]

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
            if word in _SOLDIERS and self.document.word(at + 1) not in ("and", "or"):
                return Status.COMBATANT
        return None

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

    def paragraph_first(self, paragraph: int) -> int:
        """First token of a paragraph."""
        return self._paragraph_starts[paragraph]

    def paragraph_start(self, figure: Figure) -> int:
        """First token of the paragraph of ``figure``."""
        return max(self._paragraph_starts[self.sentence(figure).paragraph], figure.at - _REACH)

    def community_of(self, figure: Figure) -> Verdict | None:
        """The community that the text gives the dead of this incident, if it says so within a few paragraphs."""
        if figure.scope is not Scope.INCIDENT or self.kind(figure) is Status.COMBATANT:
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
        if mention.kind == "place" and word == "region":
            return False
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

    def acts(self, at: int, figure: Figure) -> bool:
        """Whether token ``at`` did it to those counted: "its men had killed 20", "soldiers killed 20"."""
        verb = at + 2 if self.document.word(at + 1) in _PERFECT else at + 1
        return self.document.word(verb) in KILL and (verb == at + 2 or verb + 1 == figure.at)

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

    def sides_of(self, name: str) -> list[str]:
        """The sides named in the name of who speaks."""
        if name not in self._sides_of:
            self._sides_of[name] = sides_named(name)
        return self._sides_of[name]

    def _side_of_claimant(self, names: list[str]) -> str | None:
        for name in names:
            if _ONLOOKERS & set(name.lower().split()):
                continue
            for side in self.sides_of(name):
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
            near = [one for one in near if not self.is_land(one) and not self._looks_on(one)]
            if near:
                return min(near, key=lambda mention: abs(mention.at - at)).side
        return None

    def _looks_on(self, mention: Mention) -> bool:
        """ "An Israeli rights group": it names where an onlooker is at home."""
        ahead = self.document.low[mention.after : mention.after + 3]
        return mention.kind in ("people", "name") and bool(_ONLOOKERS.intersection(ahead))

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
                or (self.war.between_states() and not self.fights(mention.side) and not self._opens(mention))
                or self._looks_on(mention)
                or (speaking and self.attacks(mention))
                or (armed and (mention.side in GROUPS or mention.side == "Palestinians"))
            ):
                continue
            return mention.side
        return None

    def _opens(self, mention: Mention) -> bool:
        """Whether the name is the subject that begins a sentence: "Cuba was more precise"."""
        first = self.document.sentences[self.document.sentence_at(mention.at)].first
        verb = self.document.word(mention.after)
        return mention.kind == "name" and mention.at == first and (verb in _STATES_OF or verb.endswith("ed"))

    def mission_near(self, figure: Figure) -> str:
        """The peacekeeping mission named in the paragraph up to the figure, or ""."""
        named = self.between(self.paragraph_start(figure), figure.at)
        return next((one.side for one in named if one.kind == "coalition" and one.side != "NATO"), "")

    def foreign_force_before(self, figure: Figure) -> str | None:
        """The foreign force that is the last side named in this sentence before the figure, or in the one before."""
        here = self.document.sentence_at(figure.at)
        since = max(self.paragraph_start(figure), self.document.sentences[max(0, here - 1)].first)
        named = [one for one in self.between(since, figure.at) if not self.is_land(one)]
        if not named or self.attacks(named[-1]):
            return None
        last = named[-1]
        foreign = last.kind == "coalition" or (last.side in INTERVENING and last.kind in ("people", "name"))
        return last.side if foreign else None

    def enemy(self, figure: Figure, at: int) -> str | None:
        """Whom "the enemy" at token ``at`` means: the foe of the claimant, or of the side last spoken of."""
        speaker = self.speaker(figure) or self.focus(at) or self.war.home
        foe = self.foe(speaker) if speaker else None
        if foe == "Lebanon":
            return next((group for group in self.war.foes.get(speaker or "", ()) if group in GROUPS), foe)
        return foe

    def foe(self, side: str) -> str | None:
        """The enemy of ``side`` in this article's war."""
        foe = self.war.foe(side)
        if foe or self.war.between_states():
            return foe
        return REBELS if side in (HOME, self.war.home) else HOME

    def is_land(self, mention: Mention) -> bool:
        """Whether the name stands after "in", "near", "across": where, and not yet whose."""
        document = self.document
        before = mention.at - 1
        while document.word(before) in ("the", "southern", "northern", "eastern", "western", "central", "east", "west"):
            before -= 1
        if mention.kind not in LAND_KINDS | {"capital"}:
            return False
        if document.word(before) in ("on", "of"):
            return document.word(before - 1) in (ATTACKS if document.word(before) == "on" else _GROUNDS)
        return document.word(before) in (
            "in", "at", "near", "inside", "across", "around", "outside", "over", "throughout", "into", "within",
        )  # fmt: skip
