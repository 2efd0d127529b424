"""Attributions without a known verb: somebody who may count opens a clause that leads to a bare number or to "that"."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.reading.claimants.metonyms import speaks_for_a_side
from tracker.reading.claimants.noun_phrases import is_office
from tracker.reading.claimants.reckonings import Voice
from tracker.reading.claimants.sayings import Sayings
from tracker.reading.claimants.speaker_words import (
    CLAUSE_WORDS,
    COUNT_NOUNS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
)
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import ADVERBS, AUXILIARIES, BEING, NEGATIONS, VERBS, inflect

_NEW_CLAUSE = frozenset("and but while whereas though although yet".split())
_MOST_COMMAS = 4
_WITHIN = 40
_FARTHEST = 80
_REACHING = frozenset(
    "to at of for with on beyond near around above below past than under about between short by".split()
)
"""Before a bare number, they lead from the speaker's verb to it: "goes no further than 40", "is content with 40"."""
_PARTICLES = frozenset("up off out down in over".split())
_MARKS = frozenset(". , ; : ) - – — \" ” ' ’".split()) | {""}
_BARE = _MARKS | frozenset("dead deaths killed killings fatalities names graves lives or and".split())
"""After a number that counts by itself, with nobody named whom somebody else did something to."""
_PAPERS = frozenset(
    "claim claims boast boasts figure names documentation deaths killings testimony testimonies statements evidence"
    " proof word records details"
    " particulars photographs pictures certificates files entries cases fatalities".split()
)
_BLAMED = frozenset("responsible guilty liable answerable home host party next close subject due".split())
"""After "to be" they tell of deeds and places, and of no count."""
_UTTERANCES = COUNT_NOUNS | frozenset(
    "video tweet post posting leaflet letter recording tape diary release page feed speech sermon memo".split()
)
_MEASURES = frozenset("half twice double than thrice times all".split())
_STATES = frozenset("agreed convinced satisfied settled united".split())
_HANDED = frozenset("handed given sent shown brought told supplied".split())
"""Passive verbs that leave their subject with the names of the dead, or with word of them."""
_HOLDING_NAMES = frozenset(
    "list lists ledger ledgers register registers registry records record database databases report reports statement"
    " bulletin survey study dossier dossiers roll rolls archive log logs communique communiqué briefing message note"
    " table tables spreadsheet dataset data document documents file files papers inquiry books tracker".split()
)
_LEADING_ELSEWHERE = frozenset("led caused prompted which who that where".split())
_ANNOUNCING = frozenset("number figure news total toll word count truth numbers announce utter answer".split())
"""Words that tell that a number is about to be given."""
_HOLDING = frozenset("hold holds held contain contains contained lists listed runs ran".split())
"""What books and lists do, for which "it" may stand as well as for whoever keeps them."""
_KEEPING = frozenset(
    "take takes took taken taking hold holds held hand handed bring brought receive received collect".split()
)
"""Those of them that may be done to lists of names."""
_GROUNDS = frozenset(
    "paper record word evidence proof view belief fear fears hope claim impression assurance sign news confirmation"
    " information notice opinion conclusion finding oath note doubt stand suspicion certainty".split()
)
"""Nouns behind which "that" tells of what they are."""
_DEEDS = """
kill wound injure maim capture seize abduct suffer sustain bury attack raid ambush arrest detain free release exchange
house host shelter feed evacuate treat save rescue hand return carry pay visit tend help receive execute hang burn bomb
destroy storm die perish behead massacre slaughter drown operate fire open pick survive mourn grieve award honour
compensate charge try sentence convict accuse include comprise contain
"""
_DEEDS_BY_FORM = """
killing shot shooting shoots shoot kidnap kidnaps kidnapped lose loses lost losing take takes took taken taking strike
strikes struck hit hits burying attacking swap swapped hold holds holding held keep keeps kept keeping send sends sent
lead leads led bring brings brought lay lays laid cost costs leave leaves left meet meets met fight fights fought flee
fled admit admitted admits fall fell fallen slay slew slain burnt dig digs dug bereave
"""
_DOING_TO = frozenset(form for base in _DEEDS.split() for form in inflect(base)) | frozenset(_DEEDS_BY_FORM.split())
"""Verbs of what is done to people or befalls them: whoever does it or suffers it gives no count."""


class ClauseClaims(Sayings):
    """Finds who gives a figure by what the whole of its clause says."""

    def of_clause(self, at: int) -> Iterator[Voice]:
        """ "London was content with 350", "the mayor would commit himself to 50", "X had heard that 12 perished"."""
        for start in self._clause_starts(at):
            speaker = self._clause_subject(start, at)
            voice = self._told_by(speaker, at) if speaker is not None else self._in_paper(start, at)
            if voice is not None:
                yield voice
                return
        yield from self._before_colon(at)

    def _in_paper(self, start: int, at: int) -> Voice | None:
        """Whose list it is in "A list drawn up at the presidency has 2,100", "The register also has 70 names"."""
        start = self.behind_time(start, at)
        end = self.phrases.end(start, self.limit(start))
        paper = self.phrases.speaker(start, end) if start < end < at else None
        if paper is None or paper.able or paper.vague or paper.head not in _HOLDING_NAMES:
            return None
        if not _LEADING_ELSEWHERE.isdisjoint(self.words[end:at]) or self.words[end] == "of":
            return None
        author = self.author(paper)
        return author and Voice(start, end, author, firm=False, noun=True)

    def _before_colon(self, at: int) -> Iterator[Voice]:
        """ "Not until Thursday did the ministry utter a number: 24": who is named where a figure is announced."""
        begin = max(self.body, at - _FARTHEST)
        if self.words[at - 1] != ":" or _ANNOUNCING.isdisjoint(self.words[begin:at]):
            return
        for here in range(at - 2, begin, -1):
            if is_office(self.words[here]) or self.names[here]:
                first = self.phrase_start(here + 1)
                speaker = self.meet(first, here + 1) if first <= here else None
                if speaker is not None and speaker.able and self.words[first - 1] not in {"of", "on", "in", "at"}:
                    yield Voice(first, here + 1, speaker, firm=False)
                    return

    def _told_by(self, speaker: Speaker, at: int) -> Voice | None:
        """What the clause of the speaker before the figure at token ``at`` hands to them."""
        verb, being = self._main_verb(speaker.after, at)
        told = self._told_at(verb, at) if verb < at else 0
        if being and "by" in self.words[verb:at]:
            return None
        if told and not NEGATIONS.isdisjoint(self.words[speaker.after : told]):
            return None
        if not told and (verb >= at or not self._leads_to(verb, at, being, self.may_count(speaker))):
            return None
        papers = not told and self.words[at - 2] in _PAPERS
        deeds = _DOING_TO - _KEEPING if papers else _DOING_TO
        if deeds.isdisjoint(self.words[verb : told or at]):
            return Voice(min(speaker.first, verb), told or verb + 1, self.cast.meet(speaker), firm=bool(told))
        return None

    def _clause_starts(self, at: int) -> Iterator[int]:
        """Where a clause that holds the figure may begin: at its first word, or behind a comma in it."""
        start = self._clause_start(at)
        if at - start < _FARTHEST:
            yield start
        near = range(max(start, at - _FARTHEST), at)
        commas = [here for here in near if self.words[here] == ","][:_MOST_COMMAS]
        for comma in commas:
            if self.words[comma + 1] not in RELATIVES:
                yield comma + 1
            elif self.words[comma + 1] == "where":
                yield comma + 2

    def _clause_start(self, at: int) -> int:
        """Where the clause of the figure begins: behind a semicolon, a dash, or ", but" with a new subject."""
        for here in range(at - 1, max(self.body, at - _WITHIN) - 1, -1):
            word, following = self.words[here], self.words[here + 1]
            if word == ";" or self._is_dash(here):
                return here + 1
            if word == "," and following in _NEW_CLAUSE and not self.acts(here + 2) and here + 2 < at:
                return here + 2
        return self.body

    def _clause_subject(self, start: int, at: int) -> Speaker | None:
        """Who stands at the clause's beginning, by name, by office or as a pronoun."""
        start = self.behind_time(start, at)
        if start >= at or start in self.phrases.counted:
            return None
        if self.words[start] in PRONOUNS:
            if self.words[start] == "it" and self.words[start + 1] in BEING and self.words[start + 2] not in _HANDED:
                return None
            if self.words[start] in {"it", "they"} and not _HOLDING.isdisjoint(self.words[start + 1 : start + 4]):
                keeper = self.cast.last_actor(start, 1) or self.cast.pointed_at(self.words[start], start)
                keeper = keeper or self.cast.last_actor(start)
                return keeper and keeper._replace(first=start, after=start + 1)
            return self.cast.pointed_at(self.words[start], start)
        end = self.phrases.end(start, self.limit(start))
        speaker = self.phrases.speaker(start, end) if start < end <= at else None
        if speaker is not None and not speaker.able:
            speaker = self._whose(speaker)
        if speaker is None or not speaker.able or speaker.vague or self._counts_in(start, end):
            return None
        known = speaker.person or speaker.media or not speaker.proper
        known = known or speaks_for_a_side(self.doc, start, end) or len(speaker.words) > 1
        return self._beside(speaker) if known or speaker.words <= self.cast.words else None

    def _whose(self, speaker: Speaker) -> Speaker | None:
        """Who speaks through "the rebels' video" or "the minister's tweet"."""
        for at in range(speaker.after - 1, speaker.first, -1):
            if self.words[at] in {"'s", "'"} and speaker.head in _UTTERANCES:
                owner = self.phrases.speaker(speaker.first, at)
                return owner and owner._replace(after=speaker.after)
        return None

    def _main_verb(self, here: int, at: int) -> tuple[int, bool]:
        """The verb of the subject that ends before ``here``, and whether it is "to be"; ``at`` where none is seen."""
        if self.words[here] == ",":
            ends = (end for end in range(here, at) if self.words[end] == ",")
            here = next((end + 1 for end in ends if self._begins_verb(end + 1)), at)
        elif self.words[here] in PREPOSITIONS or self.words[here] in CLAUSE_WORDS:
            return at, False
        being = False
        while here < at and self._helps(here):
            being = being or self.words[here] in BEING
            here += 1
        here = self._behind_moment(here, at)
        word = self.words[here]
        passive = (
            being
            and word not in _STATES
            and (word in _BLAMED or word.endswith("ed") or (word in VERBS and VERBS[word].past))
        )
        handed = word in _HANDED and (self.words[at - 1] == "of" or self.words[here + 1] == "that")
        return (at, being) if (passive and not handed) or not (word.isalpha() or being) else (here, being)

    def _behind_moment(self, here: int, at: int) -> int:
        """Behind the time in "had on Thursday reached"; ``here`` itself where none stands there."""
        behind = self.behind_time(here, at) if self.words[here] in PREPOSITIONS else at
        return behind if behind < at else here

    def _begins_verb(self, at: int) -> bool:
        while self._helps(at) and self.words[at] not in AUXILIARIES:
            at += 1
        word = self.words[at]
        third = word.endswith("s") and not (self.names[at] or is_office(word) or word in PREPOSITIONS)
        return self.acts(at) or third

    def _helps(self, at: int) -> bool:
        word = self.words[at]
        return (
            word in AUXILIARIES or word in ADVERBS or word in NEGATIONS or (word.endswith("ly") and len(word) > 4)
        ) and at not in self.phrases.counted

    def _told_at(self, verb: int, at: int) -> int:
        """The token after the "that" with which a report of the figure begins; 0 where there is none."""
        for here in range(verb + 1, at):
            before, following = self.words[here - 1], self.words[here + 1]
            pointing = following in TIME_WORDS or following in COUNT_NOUNS
            if self.words[here] != "that" or before in _MEASURES or pointing:
                continue
            object_before = self.words[here - 2] in DETERMINERS and before not in _GROUNDS
            if not (object_before or before in PREPOSITIONS or self.acts(here + 1)):
                return here + 1
        return 0

    def _leads_to(self, verb: int, at: int, being: bool, civil: bool) -> bool:
        """Whether the verb leads to a number that stands for itself."""
        told = at > self.doc.headline and self.words[self.after - 1] == "."
        if told and civil and self.words[at - 1] == ":" and not being:
            return True
        if CLAUSE_WORDS & set(self.words[verb + 1 : at]) - {"than", "as"}:
            return False
        before, following = self.words[at - 1], self.words[self.phrases.counted[at]]
        if before in {"of", "for", "on"} and (self.words[at - 2] in _PAPERS or self.words[at - 2] == "told"):
            return True
        if following not in _BARE:
            return False
        doing = not being or self.words[verb].endswith("ing")
        if civil and verb in {at - 1, at - 2 if before in _PARTICLES else at - 1} and doing:
            return True
        return before in _REACHING and (at - 1 > verb or being)
