"""Deaths that no violence caused: disasters, disease, accidents; and articles that are not about violence at all."""

from __future__ import annotations

from tracker.reading.document import Document
from tracker.reading.finding.grammar import words_around

_VIOLENCE = frozenset(
    "attack attacks attacked attackers soldier soldiers troops army military militants militant rebel rebels gunmen"
    " gunman insurgents insurgency shelling shelled shells shell rocket rockets missile missiles bomb bombs bombing"
    " bombings bombed bomber airstrike airstrikes strike strikes raid raids shot shooting gunfire clash clashes"
    " fighting fighters war conflict battle battles offensive ceasefire truce drone drones massacre massacred"
    " massacres hostages hostage terrorists terrorism terrorist terror militia militias ambush ambushed violence"
    " violent invasion siege besieged occupation junta coup jihadists jihadist guerrillas guerrilla artillery"
    " grenade landmine mine mines genocide combat combatants civilians paramilitary paramilitaries regiment killings"
    " murdered executed abducted kidnapped bombardment strafed airstrikes peacekeepers frontline warplanes gunned"
    " beheaded taliban hamas hezbollah isis explosion explosions blast blasts explosive unrest riots uprising"
    " crackdown forces captured bullet bullets shrapnel gunshot".split()
)
_DISASTERS = frozenset(
    "earthquake quake aftershock flood floods flooding hurricane typhoon cyclone storm storms tornado landslide"
    " landslides mudslide mudslides tsunami wildfire wildfires cholera covid coronavirus virus pandemic epidemic"
    " measles ebola malaria dengue avalanche drought heatwave stampede derailed derailment collision crash crashed"
    " volcano eruption lightning monsoon famine influenza disease outbreak capsized".split()
)
_PEACE = _DISASTERS | frozenset(
    "seats votes voted party players match league coach goals goal season striker fans shares revenue profit profits"
    " sales quarter earnings election voters ballot patients study film museum tournament championship investors"
    " economy inflation midfielder batsman innings wicket playoff company stadium album scientists researchers"
    " vaccine".split()
)

_FEWEST = 2


class Setting:
    """Whether an article, and each of its sentences, speaks of violence or of something else."""

    def __init__(self, document: Document) -> None:
        self._document = document
        words = set(document.low)
        peaceful = len(words & _PEACE) >= _FEWEST or not words.isdisjoint(_DISASTERS)
        self._all_peace = peaceful and words.isdisjoint(_VIOLENCE)
        self._any_disaster = not words.isdisjoint(_DISASTERS)

    def is_peaceful(self, at: int) -> bool:
        """Whether the dead of the sentence that holds token ``at``, or of the whole article, died of no violence."""
        if self._all_peace:
            return True
        if not self._any_disaster:
            return False
        words = words_around(self._document, at)
        return not _DISASTERS.isdisjoint(words) and _VIOLENCE.isdisjoint(words)
