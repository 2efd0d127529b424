"""What the rules for parties ask about one article: its sides, its war and the words around each figure."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from tracker.lib.vocabulary import Scope, Status
from tracker.reading.claimants.speaker_words import BODIES
from tracker.reading.figures import Article, Figure
from tracker.reading.parties.communities import communities_of_victims
from tracker.reading.parties.countries import STATES
from tracker.reading.parties.groups import FORCES, GROUPS
from tracker.reading.parties.groups import REBELS as REBEL_NOUNS
from tracker.reading.parties.mentions import Mention, sides_named
from tracker.reading.parties.surroundings import REACH, Surroundings
from tracker.reading.parties.wars import INTERVENING, plural

NOBODY = ""
"""The side of a count that spans sides or is tied to none."""
HOME = "\0home"
"""The state whose forces fight the rebels of this article."""
REBELS = "\0rebels"
"""Those in arms against it."""
COALITION = "\0coalition"
"""The foreign forces on its side."""
PEACEKEEPERS = "\0peacekeepers"

_OFFICES = frozenset(
    "ministry junta regime army military government president officials official officers minister authorities staff"
    " command police crpf bsf prosecutor spokesman spokeswoman commander parliament presidency navy".split()
)
_ONLOOKERS = frozenset(
    "group groups organisation organization monitor monitors institute centre center tank watchdog"
    " researchers analysts professor scholar expert experts website newspaper agency diplomats diplomat".split()
)
"""Whoever these words name speaks for no belligerent, wherever it sits."""
_GROUP_WORDS = frozenset({"group", "movement", "militia", "gang", "outfit", "faction", "organisation", "organization"})
_OWN_MEDIA = frozenset(
    "the a of spokesman spokeswoman leader commander website channel radio statement its their".split()
)
"""Words that with a noun for rebels still name no one else."""
_ARMY = frozenset({"army", "military"})
_NEARLY_ALL = 0.6
_WITHOUT_ARMY = ("Palestinians", "Lebanon")
_STATES_OF = frozenset("is was has had".split())
_NOUNS = 2
_OCCURRENCES, _COMMUNITIES = 8, 20
"""How many times a rule looks for a name, and for communities: what keeps reading linear."""


class Verdict(NamedTuple):
    """The side a rule decided for (``NOBODY`` for none), the rule in words, and how sure it is."""

    side: str
    rule: str
    sure: float
    noun: str = ""
    """The text's word for the people counted, where it is all that names their side."""


class Reading(Surroundings):
    """An article with its mentions, its war, and for every figure what has been decided."""

    def __init__(self, article: Article, figures: list[Figure]) -> None:
        super().__init__(article, figures)
        self.known = article.known.parties
        self.coalitions = tuple(dict.fromkeys(one.side for one in self.mentions if one.kind == "coalition"))
        self.peacekeepers_of = self._peacekeepers_of()
        self._communities = communities_of_victims(
            article.document, self.mentions, {figure.after - 1 for figure in figures}
        )[:_COMMUNITIES]
        self.decided: dict[int, Verdict] = {}
        self.phrases: dict[int, tuple[int, int]] = {}
        self._sides_of: dict[str, list[str]] = {}
        self._speakers: dict[tuple[int | str, ...], str | None] = {}
        without = next((side for side in _WITHOUT_ARMY if side in self.war.sides and self.war.rebels), "")
        self.with_army = self.war.foe(without) if without else None
        """The only side with an army, where the other has but groups that fight."""
        self.scene = self._scene()
        self.seat = None if self.war.between_states() else self._seat()
        """The state other than home from whose capital the article is written, where it has soldiers in the war."""

    def _scene(self) -> str | None:
        """The belligerent in whose land nearly all places named lie."""
        lands = Counter(one.side for one in self.mentions if one.kind in ("place", "region", "capital"))
        side, most = max(lands.items(), key=lambda land: land[1], default=("", 0))
        return side if side in self.war.sides and most >= _NEARLY_ALL * lands.total() else None

    def _seat(self) -> str | None:
        """ "NAIROBI - ...": the state of the dateline, where its soldiers are spoken of."""
        written = next((one for one in self.article_mentions if self.is_dateline(one)), None)
        if written is None or written.side == self.war.home or written.side not in STATES:
            return None
        sent = any(
            one.side == written.side and not FORCES.isdisjoint(self.document.low[one.after : one.after + 3])
            for one in self.mentions
        )
        return written.side if sent else None

    def _peacekeepers_of(self) -> str | None:
        """The state of "Russian peacekeepers", where the text names one and no United Nations."""
        if any(word in ("un", "u.n.", "nations") for word in self.document.low):
            return None
        sent = (one for one in self.mentions if self.words[one.after].startswith("peacekeep"))
        return next((one.side for one in sent if one.kind == "people"), None)

    def community_of(self, figure: Figure) -> Verdict | None:
        """The community that the text gives the dead of this incident, if it says so within a few paragraphs."""
        if figure.scope is not Scope.INCIDENT or self.kind(figure) is Status.COMBATANT:
            return None
        here = self.sentence(figure).paragraph
        told = [
            (abs(here - one.paragraph), one.side)
            for one in self._communities
            if abs(here - one.paragraph) <= one.reach and (not one.number or self._says(figure, one.number))
        ]
        return Verdict(min(told)[1], "the community that the text gives the dead", 0.6) if told else None

    def _says(self, figure: Figure, number: str) -> bool:
        """Whether ``figure``, or the one it is part of, is put as ``number``."""
        part = figure.part_of
        whole = self.figures[part] if part is not None and 0 <= part < len(self.figures) else figure
        return any(number in self.document.low[one.at : one.after] for one in (figure, whole))

    def speaker(self, figure: Figure) -> str | None:
        """The side for which the claimant of ``figure`` speaks, as far as its name or the words around it tell."""
        key: tuple[int | str, ...] = (self.sentence(figure).paragraph, *figure.claimant)
        if key not in self._speakers:
            by_name = self._side_of_claimant(figure.claimant) or self._rebels_who_speak(figure)
            self._speakers[key] = by_name or self._side_of_office(figure)
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

    def _rebels_who_speak(self, figure: Figure) -> str | None:
        """ "The rebels", "the group", "the insurgents' website": the group named last before, else those in arms."""
        for name in figure.claimant:
            words = {word.strip("'’").removesuffix("'s") for word in name.lower().split()}
            if not _ONLOOKERS.isdisjoint(words - _GROUP_WORDS) or not words - _OWN_MEDIA <= REBEL_NOUNS | _GROUP_WORDS:
                continue
            if not words - _OWN_MEDIA:
                continue
            before = reversed(self.between(max(0, figure.at - REACH), figure.at))
            group = next((one.side for one in before if one.kind == "group"), None)
            return group or (None if self.war.between_states() else REBELS)
        return None

    def _side_of_person(self, name: str) -> str | None:
        """From "Pakistan's prime minister, X" or "X of the Thai army": the side nearest a name, within eight"
        " words."""
        words = name.split()
        if not words or not words[-1][:1].isupper() or any(word.lower() in _OFFICES for word in words):
            return None
        surname = words[-1].lower().replace("’", "'")
        if surname in BODIES:
            return None
        for at in self._occurrences.get(surname, ()):
            sentence = self.document.sentences[self.document.sentence_at(at)]
            near = self.between(max(sentence.first, at - 9), min(sentence.after, at + 8))
            near = [one for one in near if self.fights(one.side) and one.kind not in ("place", "region")]
            near = [one for one in near if not (self.is_land(one) or self._looks_on(one) or self.attacks(one))]
            if near:
                return min(near, key=lambda mention: abs(mention.at - at)).side
        return None

    @cached_property
    def _occurrences(self) -> dict[str, list[int]]:
        """The first few places at which each capitalised word stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.document.low):
            if self.document.is_capital(at) and len(found.setdefault(word, [])) < _OCCURRENCES:
                found[word].append(at)
        return found

    @cached_property
    def rebel_nouns(self) -> list[str]:
        """The words that the text uses most for those in arms, in the plural."""
        nouns = Counter(plural(word) for word in self.document.low if word in REBEL_NOUNS)
        return [noun for noun, _ in nouns.most_common(_NOUNS)]

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
            return self.seat or self.war.home
        start = self.paragraph_start(figure)
        end = min(self.sentence(figure).after, figure.after + REACH)
        last = name.split()[-1].lower()
        at = next((at for at in range(end - 1, start - 1, -1) if self.document.low[at] == last), figure.at)
        return self.focus(at, since=start, speaking=True, armed=bool(_ARMY & set(name.lower().split())))

    def focus(
        self, at: int, *, since: int = 0, people_only: bool = True, speaking: bool = False, armed: bool = False
    ) -> str | None:
        """The side last spoken of before token ``at``: what "it", "its" and "the country" stand for.

        ``speaking``: whose ministry it is, so not one that is told to attack; ``armed``: that has an army.
        """
        for mention in reversed(self.between(max(since, at - REACH), at)):
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
        verb = self.words[mention.after]
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

    def fighting_foe(self, side: str, figure: Figure) -> str | None:
        """The enemy of ``side``; where fighters are counted, the group that fights on a state's soil."""
        foe = self.foe(side)
        if foe == "Lebanon" and (self.kind(figure) is Status.COMBATANT or self.unnamed(figure)):
            return next((group for group in self.war.foes.get(side, ()) if group in GROUPS), foe)
        return foe

    def foe(self, side: str) -> str | None:
        """The enemy of ``side`` in this article's war."""
        foe = self.war.foe(side)
        if foe or self.war.between_states():
            return foe
        return REBELS if side in (HOME, self.war.home) else HOME
