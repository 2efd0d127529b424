"""Who may have given a figure: everybody who speaks near it, each with the cues for and against them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.lib.vocabulary import Scope
from tracker.reading.claimants.reckonings import Voice
from tracker.reading.claimants.speaker_words import ARMED, BODIES, COUNTING_BODIES, RELATIVES
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import AUXILIARIES, VERBS
from tracker.reading.claimants.telling import MONITORS, Telling

_BACK, _AHEAD = 6, 3
_PARAGRAPHS_BACK, _PARAGRAPHS_AHEAD = 3, 1
_VOICES = 12
"""How many attributions of another sentence are looked at."""
_DISTANCES = (3, 8, 15, 25, 50)
_CONJUNCTIONS = frozenset("and but while as when whereas although though".split())
_DENYING = frozenset("not never cannot".split())
_REACH = 120
_ALL_OF_THEM = 3
_REMEMBERED = 40


@dataclass
class Candidate:
    """Somebody who may have given a figure, under every name the text has for them; ``speaker`` None is nobody."""

    speaker: Speaker | None
    names: list[str] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    cues: set[str] = field(default_factory=set)

    def is_one(self, speaker: Speaker) -> bool:
        """Whether the speaker goes by the same name, or a part of it."""
        return alike(self.words, speaker.words)

    def add_names(self, speaker: Speaker) -> None:
        """Call the candidate by the speaker's names too."""
        self.names += [name for name in speaker.names if name not in self.names]
        self.words |= speaker.words


def alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two names, as words, are the same or one is a part of the other."""
    return bool(some & others) and (some <= others or others <= some)


class Candidates:
    """The candidates for the figures of one article, taken in text order; each choice tells on those after it."""

    def __init__(self, heard: Telling) -> None:
        self.heard = heard
        self.doc = heard.doc
        self.given: list[Speaker | None] = []
        self._in_sentence: dict[int, list[Speaker | None]] = {}
        self._numbers = [heard.doc.sentence_at(figure.at) for figure in heard.figures]
        self._with_figures = frozenset(self._numbers)

    def settle(self, speaker: Speaker | None) -> None:
        """Note who gave the next figure."""
        number = self._numbers[len(self.given)]
        self.given.append(speaker)
        self._in_sentence.setdefault(number, []).append(speaker)

    def of_next(self) -> list[Candidate]:
        """Everybody who may have given the next figure. The first is nobody."""
        return _Gathering(self, len(self.given), self._numbers[len(self.given)]).everybody()

    def given_in(self, number: int) -> list[Speaker | None]:
        """Who gave the figures of a sentence so far, one for each."""
        return self._in_sentence.get(number, [])

    def number_of(self, index: int) -> int:
        """The sentence of a figure."""
        return self._numbers[index]

    def has_figures(self, number: int) -> bool:
        """Whether the sentence holds any figure."""
        return number in self._with_figures


class _Gathering:
    """Gathers the candidates for one figure."""

    def __init__(self, past: Candidates, index: int, number: int) -> None:
        self.past, self.index, self.number = past, index, number
        self.heard = heard = past.heard
        self.figure = figure = heard.figures[index]
        self.words = heard.words
        self.sentence = past.doc.sentences[number]
        self.own = heard.near(figure, number)
        self.cited = any(voice.cites for voice in self.own)
        self.spoken = any(voice.speaker for voice in self.own)
        self.opening = heard.opening(number)
        self.manner = heard.manner(number)
        self.scope: Scope = figure.scope
        self.nobody = Candidate(None, cues={"nobody"})
        self.people: list[Candidate] = []

    def everybody(self) -> list[Candidate]:
        """All candidates, with all that speaks for each."""
        self._own_sentence()
        self._opens()
        self._sentences_before()
        self._last_figure()
        self._sentences_after()
        self._heading()
        self._so_far()
        self._nobody()
        return [self.nobody, *self.people]

    def _of(self, speaker: Speaker) -> Candidate:
        for known in self.people:
            if known.is_one(speaker):
                known.add_names(speaker)
                return known
        new = Candidate(speaker, list(speaker.names), speaker.words, _kind(speaker))
        self.people.append(new)
        return new

    def _own_sentence(self) -> None:
        before = [voice for voice in self.own if voice.first < self.figure.at]
        behind = [voice for voice in self.own if voice.first >= self.figure.at]
        for voice in self.own:
            side = "before it" if voice.first < self.figure.at else "behind it"
            if voice.speaker is None:
                self.nobody.cues |= {"hearsay in its sentence", f"hearsay {side}"}
                continue
            nearest = voice is (before[-1] if side == "before it" else behind[0])
            cues = self._of(voice.speaker).cues
            cues.update(f"{side}: {cue}" for cue in self._stands(voice, nearest))
            if voice.cites:
                cues.add("is cited by another")
            if self.figure.at < self.past.doc.headline:
                cues.add("in the same headline")

    def _stands(self, voice: Voice, nearest: bool) -> list[str]:
        """How an attribution of the figure's own sentence stands to it."""
        before = voice.first < self.figure.at
        begin, end = (voice.after, self.figure.at) if before else (self.figure.after, voice.first)
        relays = voice.relays or (self.cited and not voice.cites)
        manner, way = "relays" if relays else _manner(voice), _way(voice)
        between = self.words[begin : min(end, begin + _REACH)]
        held = set(between)
        cues = ["speaks", manner, way, f"{manner}, {way}"]
        cues.append(f"{manner}, within {_distance(end - begin)}")
        cues.append(f"within {_distance(end - begin)}")
        cues.append(f"{min(between.count(','), 3)} commas between")
        if voice.label:
            cues.append("before a colon")
        if nearest:
            cues += ["the nearest", f"the nearest, {manner}, {way}"]
        if self.heard.clause_between(begin, end) or self.heard.in_aside(begin, end):
            cues += ["another clause between", f"{manner}, another clause between"]
        if ";" in held:
            cues.append("a semicolon between")
        if ":" in held:
            cues.append("a colon between")
        if held & _CONJUNCTIONS:
            cues.append("a conjunction between")
        if held & RELATIVES:
            cues.append("a relative between")
        if self._figure_within(begin, end):
            cues += ["another figure between", f"{manner}, another figure between"]
        if sum(other.speaker is not None for other in self.own) == 1:
            cues.append(f"alone, {manner}")
        return cues

    def _figure_within(self, begin: int, end: int) -> bool:
        figures, index = self.heard.figures, self.index
        beside = figures[max(0, index - 1) : index] + figures[index + 1 : index + 2]
        return any(begin <= figure.at < end for figure in beside)

    def _opens(self) -> None:
        if self.opening is None:
            return
        cues = self._of(self.opening).cues
        cues.add("opens its sentence, where others speak" if self.own else "opens its sentence, where none speaks")
        if self.opening.after <= self.figure.at:
            verb = self.words[self.opening.after]
            kind = "an auxiliary" if verb in AUXILIARIES else "a verb of saying" if verb in VERBS else "another word"
            cues |= {"opens its sentence, before it", f"opens its sentence, with {kind}"}
            if not self.own:
                cues |= {f"opens its sentence, and {trait}" for trait in _kind(self.opening)}
                cues.add(f"opens its sentence, and then: {verb}")
            if not _DENYING.isdisjoint(self.words[self.opening.after : self.opening.after + 3]):
                cues.add("opens its sentence, and denies")
                self.nobody.cues.add("nobody: denied")

    def _sentences_before(self) -> None:
        met: set[int] = set()
        for step in range(1, _BACK + 1):
            number = self.number - step
            if number < 0 or self._far(number):
                return
            place = self._place(number)
            for voice in reversed(self.heard.voices[number][-_VOICES:]):
                if voice.speaker is None:
                    continue
                candidate = self._of(voice.speaker)
                if id(candidate) not in met:
                    met.add(id(candidate))
                    candidate.cues.update(self._spoke_before(voice, step, place, min(len(met), 3)))
            opening = self.heard.opening(number)
            if opening is not None and step <= 2:
                self._of(opening).cues.add(f"opened the sentence {step} before")

    def _far(self, number: int) -> bool:
        sentence, headline = self.past.doc.sentences[number], self.past.doc.headline
        titled = sentence.first < headline <= self.figure.at
        return titled or self.sentence.paragraph - sentence.paragraph > _PARAGRAPHS_BACK

    def _place(self, number: int) -> str:
        apart = abs(self.past.doc.sentences[number].paragraph - self.sentence.paragraph)
        return "in its paragraph" if not apart else "a paragraph away" if apart == 1 else "far away"

    def _spoke_before(self, voice: Voice, step: int, place: str, rank: int) -> list[str]:
        """How an attribution in a sentence before, the ``rank``th back, stands to the figure."""
        near = min(step, 3)
        cues = [f"spoke {rank} back", f"spoke {rank} back, {place}", f"spoke {min(step, 4)} sentences before"]
        cues += [f"spoke {place} before", f"spoke {near} sentences before, {place}, {self.manner}"]
        cues += [f"spoke before: {_manner(voice)}", f"spoke before, {self.scope.value} now"]
        cues.append("spoke before, others now" if self.spoken else "spoke before, nobody now")
        given = self.past.given_in(self.number - step)
        last = next((speaker for speaker in reversed(given) if speaker is not None), None)
        if last is not None and voice.speaker is not None and alike(last.words, voice.speaker.words):
            cues += [f"gave a figure {near} sentences before, {place}", f"gave a figure before, {self.manner}"]
        elif given:
            cues.append("another gave the figure there" if last is not None else "nobody gave the figure there")
        else:
            cues.append("no figure there")
        return cues + [f"spoke before, {trait} now" for trait in self.heard.traits(self.figure, self.number)]

    def _last_figure(self) -> None:
        if self.index:
            last, number = self.past.given[-1], self.past.number_of(self.index - 1)
            where = "in its sentence" if number == self.number else self._place(number)
            cues = {f"gave the last figure, {where}", f"gave the last figure, {where}, {self.manner}"}
            if self.heard.figures[self.index - 1].scope == self.scope:
                cues.add("gave the last figure, of the same scope")
            self._credit(last, cues)
        whole = self.figure.part_of
        if whole is not None and 0 <= whole < self.index:
            self._credit(self.past.given[whole], {"gave the whole"})

    def _credit(self, giver: Speaker | None, cues: set[str]) -> None:
        """Give the cues to whoever gave another figure, if it is a candidate."""
        if giver is None:
            self.nobody.cues |= {f"nobody {cue}" for cue in cues}
            return
        for candidate in self.people:
            if candidate.is_one(giver):
                candidate.cues |= cues

    def _sentences_after(self) -> None:
        met: set[int] = set()
        sentences = self.past.doc.sentences
        for step in range(1, _AHEAD + 1):
            number = self.number + step
            if number >= len(sentences):
                return
            if sentences[number].paragraph - self.sentence.paragraph > _PARAGRAPHS_AHEAD:
                return
            for voice in self.heard.voices[number][:_VOICES]:
                if voice.speaker is None:
                    continue
                candidate = self._of(voice.speaker)
                if id(candidate) not in met:
                    met.add(id(candidate))
                    candidate.cues.update(self._speaks_after(voice, step, first=len(met) == 1))

    def _speaks_after(self, voice: Voice, step: int, first: bool) -> list[str]:
        """How an attribution in a sentence after stands to the figure; ``first``: the first of all these."""
        number = self.number + step
        place = self._place(number)
        cues = [f"speaks {step} sentences after, {place}", f"speaks after: {_manner(voice)}"]
        cues.append("speaks after, others now" if self.spoken else "speaks after, nobody now")
        if voice.trails and not voice.leads:
            cues.append("speaks after: trails")
        if first:
            cues.append("speaks after: of a figure" if self.past.has_figures(number) else "speaks after: of no figure")
            if self.heard.points_back(number, place == "in its paragraph"):
                cues.append("speaks after: points back")
            if self.heard.adds(number):
                cues.append("speaks after: adds")
        return cues

    def _heading(self) -> None:
        if self.heard.heading is not None:
            line = "of its line" if self.heard.is_line(self.number) else "above"
            self._of(self.heard.heading).cues |= {"named in a heading", f"named in a heading {line}"}
        if self.heard.source_note is not None:
            self._of(self.heard.source_note).cues.add("the article's source for all figures")

    def _so_far(self) -> None:
        given = [speaker for speaker in self.past.given[-_REMEMBERED:] if speaker is not None]
        for candidate in self.people:
            times = sum(map(candidate.is_one, given))
            if times:
                candidate.cues.add(f"gave {min(times, 3)} so far")
            if times == len(given) and times >= _ALL_OF_THEM:
                candidate.cues.add("gave all so far")

    def _nobody(self) -> None:
        cues = self.nobody.cues
        voices = "others speak" if self.spoken else "hearsay" if self.own else "no voice"
        cues |= {f"nobody: {voices}", f"nobody: {self.manner}", f"nobody: {self.manner}, {voices}"}
        cues |= {f"nobody: {self.scope.value}", f"nobody: {self.figure.outcome.value}"}
        cues |= {f"nobody: {trait}" for trait in self.heard.traits(self.figure, self.number)}
        if self.figure.at < self.past.doc.headline:
            cues.add("nobody: headline")
        if self.figure.part_of is not None:
            cues.add("nobody: part of a figure")
        if not any(cue.startswith("spoke") for candidate in self.people for cue in candidate.cues):
            cues.add("nobody: none spoke before")


def _kind(speaker: Speaker) -> set[str]:
    """What kind of speaker it is."""
    traits = {
        "a person": speaker.person,
        "several": speaker.many,
        "a paper or agency": speaker.media,
        "by name": speaker.proper,
        "known to speak": speaker.able,
        "vague": speaker.vague,
        "armed": speaker.head in ARMED,
        "a monitor": speaker.head in MONITORS,
        "a body": speaker.head in BODIES,
        "a body that counts": speaker.head in COUNTING_BODIES,
    }
    return {f"is {trait}" for trait, holds in traits.items() if holds}


def _manner(voice: Voice) -> str:
    return "relays" if voice.relays else "says" if voice.firm else "by a noun" if voice.noun else "beside"


def _way(voice: Voice) -> str:
    return "both ways" if voice.leads == voice.trails else "leads" if voice.leads else "trails"


def _distance(tokens: int) -> str:
    return next((f"{limit} words" for limit in _DISTANCES if tokens <= limit), "a long way")
