"""What the passage and the article speak of: forces, civil life, another war."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lib.vocabulary import Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import CIVIL, NEUTRAL, Talk, last_people, talk_of, weigh
from tracker.reading.finding.carrying import paragraph_starts
from tracker.reading.finding.grammar import words_around
from tracker.reading.finding.people import PEOPLE

STRUCK = frozenset("names dead wounded injured missing killed captured".split())
"""What may stand for the noun itself: "16 wounded", "65,000 names"."""

TOWN = frozenset(
    "mayor governor doctors doctor morgue health rescuers residents villagers townspeople station market school"
    " schools homes houses village villages bus bazaar church mosque flats shop shops passengers morgues"
    " mortuary parlours funeral funerals townsfolk neighbours neighbors".split()
)
"""Words for those who speak for a town, and for where its people live."""

_WARS = frozenset("war wars flare-up bout round conflict uprising rebellion".split())
_WARLIKE = 2.5
"""From this many words for forces to one for civil life on, an article is about fighting men."""

_REACH = 200


class Surroundings:
    """The text around one document's figures."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        self.document = document
        self.figures = figures
        self.starts = paragraph_starts(document)
        self.weight = weigh(document)
        self.usual = self._usual_status()

    def paragraph(self, figure: Figure) -> int:
        """Index of the paragraph that holds the figure."""
        return self.document.sentences[self.document.sentence_at(figure.at)].paragraph

    def _usual_status(self) -> Status:
        """Combatant where every figure whose noun says it counts combatants, and the article is about forces."""
        low = self.document.low
        nouns = [low[f.noun] for f in self.figures if f.noun is not None and f.category is not Status.COMBATANT]
        if any(noun in PEOPLE and noun not in NEUTRAL for noun in nouns):
            return Status.ANY
        if not CIVIL.isdisjoint(low):
            return Status.ANY
        told = any(figure.category is Status.COMBATANT for figure in self.figures)
        return Status.COMBATANT if self.weight >= 4 and (told or self.weight >= 5) else Status.ANY

    def is_among_forces(self, figure: Figure) -> bool:
        """Whether the paragraph, in an article about fighting men, speaks of nobody else."""
        if self.weight < _WARLIKE or (figure.noun is not None and self.document.low[figure.noun] in PEOPLE):
            return False
        sentence = self.document.sentences[self.document.sentence_at(figure.at)]
        first = max(self.starts[sentence.paragraph], figure.at - _REACH)
        if sentence.paragraph == 0 or "lives" in self.document.low[figure.after : figure.after + 4]:
            return False
        return talk_of(self.document.low[first : figure.after]) is Talk.FORCES

    def usual_status(self, figure: Figure) -> Status:
        """What most of the article counts, unless the sentence tells of a town and its people."""
        sentence = self.document.sentences[self.document.sentence_at(figure.at)]
        words = self.document.low[max(sentence.first, figure.at - _REACH) : min(sentence.after, figure.after + _REACH)]
        return Status.ANY if TOWN.intersection(words) else self.usual

    def speaks_of_fighters(self, figure: Figure) -> bool:
        """Whether the number, its noun elided, opens a sentence after one that spoke of fighters."""
        document = self.document
        sentence = document.sentences[document.sentence_at(figure.at)]
        opens = figure.at == sentence.first or (
            figure.at - sentence.first <= 3 and document.low[sentence.first] in ("it", "they", "these")
        )
        if not opens or (figure.noun is not None and document.low[figure.noun] not in STRUCK):
            return False
        first = max(self.starts[sentence.paragraph], figure.at - 30)
        return last_people(document.low[first : figure.at]) is Talk.FORCES

    def told_by_ministry_of_war(self, figure: Figure) -> bool:
        """Whether the sentence names a ministry of defence or a general staff."""
        words = words_around(self.document, figure.at)
        if not {"defence", "defense", "staff"}.intersection(words):
            return False
        return any(
            (one in ("defence", "defense") and two == "ministry")
            or (one == "ministry" and two == "of" and three in ("defence", "defense"))
            or (one == "general" and two == "staff")
            for one, two, three in zip(words, words[1:], [*words[2:], ""], strict=False)
        )

    def names_other_war(self, figure: Figure) -> bool:
        """Whether the sentence names a war, and a year or a decade: it may speak of another war."""
        words = words_around(self.document, figure.at)
        if not _WARS.intersection(words):
            return False
        own = self.document.low[figure.at : figure.after]
        return any(
            word.isdecimal() and len(word) == 4 and word[:2] in ("19", "20") and word not in own for word in words
        )
