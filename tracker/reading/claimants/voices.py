"""Who is said to have given each figure: of everybody who speaks near it, the one for whom most speaks."""

from __future__ import annotations

from tracker.reading.claimants.attributions import Finder
from tracker.reading.claimants.candidates import Candidate, Candidates
from tracker.reading.claimants.claimant_points import POINTS
from tracker.reading.claimants.telling import Telling
from tracker.reading.figures import Article, Figure
from tracker.reading.weighing import choose

_SUREST = 0.95
_RULES = (
    ("before it: speaks", "said in its own sentence"),
    ("behind it: speaks", "said in its own sentence"),
    ("named in a heading of its line", "the heading over the list names the source"),
    ("gave the whole", "as for the figure that it is part of"),
    ("spoke 1 back", "carried over from the sentences before"),
    ("spoke 2 back", "carried over from the sentences before"),
    ("spoke 3 back", "carried over from the sentences before"),
    ("speaks after: points back", "the sentences after say whose it is"),
    ("speaks after: of a figure", "the sentences after say whose it is"),
    ("speaks after: of no figure", "the sentences after say whose it is"),
    ("opens its sentence, before it", "whoever the sentence is about counts"),
    ("the article's source for all figures", "the article names its source for all figures"),
)
"""How a choice is put into words: by the first of its cues that stands here."""


def give_claimants(article: Article, figures: list[Figure]) -> None:
    """Fill ``claimant`` and ``relayed_via`` of every figure; empty lists where the text gives it in its own voice."""
    if not figures:
        return
    sources = article.known.sources
    aliases = {alias.casefold(): name for name, others in sources.items() for alias in others}
    claimants = Claimants(article, figures)
    for figure in figures:
        claimants.settle(*claimants.likeliest())
        known_as = [aliases[name.casefold()] for name in figure.claimant if name.casefold() in aliases]
        figure.claimant = list(dict.fromkeys(figure.claimant + known_as))


class Claimants:
    """Gives the figures of an article their claimants, one after the other in text order."""

    def __init__(self, article: Article, figures: list[Figure]) -> None:
        known = [name for source, others in article.known.sources.items() for name in (source, *others)]
        finder = Finder(article.document, {figure.at: figure.after for figure in figures}, known)
        self._heard = Telling.of(article, finder, figures)
        self._past = Candidates(self._heard)
        self._figures = figures
        self._sentence = 0

    def candidates(self) -> list[Candidate]:
        """Everybody who may have given the next figure; the first is nobody."""
        self._read_on(self._past.number_of(len(self._past.given)))
        return self._past.of_next()

    def likeliest(self) -> tuple[Candidate, float]:
        """Who most likely gave the next figure, and how likely (0 to 1)."""
        candidates = self.candidates()
        best, sure = choose([candidate.cues for candidate in candidates], POINTS)
        return candidates[best], sure

    def settle(self, chosen: Candidate, sure: float) -> None:
        """Give the next figure its claimant."""
        index = len(self._past.given)
        figure, number = self._figures[index], self._past.number_of(index)
        self._past.settle(chosen.speaker)
        rule = next((rule for cue, rule in _RULES if cue in chosen.cues), "the likeliest of those who speak near by")
        if chosen.speaker is None:
            rule = "hearsay, of nobody" if "hearsay in its sentence" in chosen.cues else "the text names nobody"
        else:
            self._heard.used[number] = chosen.speaker
        figure.claimant = list(chosen.names)
        figure.note("claimant", rule, min(_SUREST, sure))
        figure.relayed_via = self._relays(figure, number, chosen)

    def _relays(self, figure: Figure, number: int, chosen: Candidate) -> list[str]:
        """Who passes on, in the figure's own sentence, what the claimant said."""
        if chosen.speaker is None:
            return []
        cited = "is cited by another" in chosen.cues
        voices = [voice for voice in self._heard.near(figure, number) if voice.relays or cited]
        speakers = [voice.speaker for voice in voices if voice.speaker and not chosen.is_one(voice.speaker)]
        return [name for speaker in speakers for name in speaker.names]

    def _read_on(self, number: int) -> None:
        """Take in the headings of all sentences before the one numbered so."""
        while self._sentence < number:
            self._heard.drop_row_labels(self._sentence)
            self._heard.pass_on(self._sentence, self._past.has_figures(self._sentence))
            self._sentence += 1
        self._heard.drop_row_labels(number)
