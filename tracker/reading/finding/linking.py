"""What became of the people a number counts: by the nearest cue, by the list it stands in, or by what went before."""

from __future__ import annotations

from tracker.lib.vocabulary import Outcome, Status
from tracker.reading.document import Document
from tracker.reading.finding.carrying import Carrier
from tracker.reading.finding.counted import SMALL_NUMBERS, Counted, NounPhrase
from tracker.reading.finding.cues import Place
from tracker.reading.finding.fates import PASSIVE
from tracker.reading.finding.grammar import AUXILIARIES, BE, DEEDS, MARKS
from tracker.reading.finding.labels import labels_things
from tracker.reading.finding.listing import ECHOES, PART_WORDS, is_part_of_things
from tracker.reading.finding.living import ATTACKERS, are_alive, are_things_before, is_sum_of_all, tell_themselves
from tracker.reading.finding.outcomes import CLOSE, FAR, Linker
from tracker.reading.finding.people import PEOPLE, SINGULAR
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.told import Link

_NEAR = 8
_PREDICATES = BE | {"them", "whom", "as", "like", "became", "become"}
_SETTING_FREE = frozenset("exchange exchanged swap swapped freed released release free liberated rescued".split())
_ARRESTED = frozenset(
    "suspect suspects protester protesters protestor protestors demonstrator demonstrators activist activists"
    " detainee detainees inmate inmates criminal criminals looter looters rioter rioters dissident dissidents"
    " lawyers".split()
)
"""Whoever is held under the law, and not as a captive of war."""
_WHERE = frozenset("from in at near across inside through into outside on".split())
_WHERE_OR_WITH = _WHERE | {"with", "for", "by"}
_CAPTIVES = frozenset("prisoner prisoners hostage hostages captive captives pow pows abductees".split())
_RELATIVES = frozenset("who whom that they he she it".split())
_RELATIVE_REACH = 4
_FREED_REACH, _EXCHANGED_REACH, _FREED_SINCE = 6, 16, 9
_COMPANIES = frozenset(
    "squad patrol platoon company battalion brigade regiment detachment contingent unit column convoy force band gang"
    " group garrison team party crew army".split()
)
_INCLUDERS = frozenset(
    "dead victims wounded injured hurt toll tolls casualties fatalities slain killed fallen missing captives hostages"
    " prisoners they"
    " drowned perished buried executed murdered abducted kidnapped disappeared lost that which these those them"
    " number figure figures count total list deaths losses bodies"
    " names".split()
)
_INCLUDERS_REACH = 8
_SAYING = frozenset(
    "say says said announced claims claimed reported reports confirmed insists insisted believes asserted".split()
)
_TOLD_REACH = 3
_PUTTING = frozenset(
    "put puts putting set sets setting estimate estimates estimated fixed fixes pegs pegged stood stands stand left"
    " leaves finished ended stopped kept keeps reckoned reckons".split()
)
_PUT_REACH = 9
_NUMBER_REACH = 6
_DONE_TO_THEM = frozenset("lost killed shot took hold held captured seized buried abducted wounded".split())
_OPENING = 4
_WHOSE = frozenset("the some about roughly nearly almost its their his our 's '".split())
_HURT = frozenset({"injured", "wounded", "hurt"})
_DEAD = frozenset("dead fallen bodies corpses slain deceased coffins remains killed".split())
_BARE = (Counted.ELIDED, Counted.UNKNOWN)
_SPEECH = frozenset({"said", "says", "say"})
_ACCOUNTING = frozenset({"account", "accounts", "accounted", "accounting"})
_ITEM_ENDS = MARKS | {"and", "or", "", "-"}


def link(carrier: Carrier, linker: Linker, phrase: Phrase, counted: NounPhrase) -> Link | None:
    """What became of the people counted: by the nearest cue, by the list it stands in, or by what went before."""
    document = carrier.document
    if _is_of_no_casualty(carrier, phrase, counted):
        return None
    place, cost = linker.best(phrase, counted)
    if place is not None and place.at < phrase.first < place.after:
        return None
    if (
        place is not None
        and place.after <= phrase.at
        and place.cue.outcome is Outcome.CAPTURED
        and place.cue.behind >= PASSIVE[1]
    ):
        place, cost = None, FAR + 1
    if place is not None and _is_beyond(linker, document, phrase, place):
        place, cost = None, FAR + 1
    if is_base(document, phrase) and not _is_told(document, counted, place):
        return carrier.repeated(phrase)
    if phrase.is_vague and counted.counted is Counted.ELIDED and document.word(phrase.after) in _WHERE_OR_WITH:
        return None
    if phrase.implicit:
        return _implicit_link(carrier, phrase, counted, place, cost)
    is_one = _is_one(document, phrase)
    if is_one and counted.counted is Counted.UNKNOWN:
        return None
    same = _of_the_dead(carrier, linker, phrase, counted, place, cost)
    same = same or _of_the_same(carrier, linker, phrase, counted, place, cost)
    if same is not None:
        return same
    if is_one and _is_predicated(document, phrase):
        return carrier.topic(phrase, paragraphs=0)
    if is_one and cost > _limit_of_one(document, phrase, counted, place):
        return carrier.listed(phrase) or (
            carrier.inherited(phrase, counted) if counted.counted is Counted.PEOPLE else None
        )
    if is_sum_of_all(document, phrase, counted) and (place is None or place.at < phrase.at):
        return None if are_things_before(document, phrase) else carrier.topic(phrase, paragraphs=0)
    if cost > CLOSE and (
        carrier.stands_beside_thing(phrase)
        or are_alive(document, phrase, counted, place)
        or _is_strength(document, phrase)
        or _act_themselves(document, phrase, counted, place)
    ):
        return None
    return _by_cue(carrier, linker, phrase, counted, place, cost)


def _is_of_no_casualty(carrier: Carrier, phrase: Phrase, counted: NounPhrase) -> bool:
    """Whether the number belongs to things or to people alive, whatever cue is near."""
    document = carrier.document
    return (
        carrier.continues_thing(phrase)
        or tell_themselves(document, phrase, counted)
        or carrier.told.answers_otherwise(phrase)
        or labels_things(document, phrase)
        or is_part_of_things(document, phrase)
        or (counted.counted is Counted.UNKNOWN and document.word(phrase.at - 1) in _WHERE)
    )


def _of_the_dead(
    carrier: Carrier, linker: Linker, phrase: Phrase, counted: NounPhrase, place: Place | None, cost: int
) -> Link | None:
    """The link of dead whose nearest word tells something else: "shot eleven captives", "37: 25 captives"."""
    of_them = carrier.document.word(phrase.after) == "of" and carrier.document.word(counted.noun or -1) in _DEAD
    if of_them and (place is None or place.cue.outcome is not Outcome.KILLED):
        return Link(Outcome.KILLED, place if place is not None and place.at == counted.noun else None)
    if place is None:
        return None
    hurt = carrier.document.word(phrase.after) == "of" and carrier.document.word(counted.noun or -1) in _HURT
    if hurt and place.cue.outcome is None and not place.cue.tally:
        return Link(Outcome.INJURED, None, None, cost)
    if place.at == counted.noun and (killing := linker.killing_before(phrase)) is not None:
        return Link(Outcome.KILLED, killing, None, cost)
    if place.cue.outcome is Outcome.CAPTURED:
        return carrier.counted_as_dead(phrase, place)
    return _part_of_dead(carrier, phrase) if place.cue.outcome is None else None


def _of_the_same(
    carrier: Carrier, linker: Linker, phrase: Phrase, counted: NounPhrase, place: Place | None, cost: int
) -> Link | None:
    """The link of a number that goes on with the figure before it, where no near cue is its own."""
    document = carrier.document
    own_verb = (
        place is not None
        and place.at > phrase.at
        and document.word(phrase.after) == "of"
        and not linker.has_number(counted.after, place.at)
    )
    listed = carrier.listed(phrase) if cost > (_NEAR if own_verb else CLOSE) else None
    if listed:
        return listed
    if tuple(document.low[phrase.at - 2 : phrase.at]) in ECHOES and (echoed := carrier.topic(phrase, paragraphs=0)):
        return echoed
    if place is not None and carrier.runs_parallel(phrase, counted, place):
        return carrier.listed(phrase)
    return None


def _by_cue(
    carrier: Carrier, linker: Linker, phrase: Phrase, counted: NounPhrase, place: Place | None, cost: int
) -> Link | None:
    """What the nearest cue tells, or else what the text was speaking of."""
    document = carrier.document
    if document.low[counted.after : counted.after + 2] == ["the", "number"]:
        behind = carrier.told.next_after(counted.after)
        if behind is not None and behind.at - counted.after <= _NUMBER_REACH:
            return Link(behind.cue.outcome or Outcome.KILLED, behind, None, cost)
    if counted.counted is Counted.ELIDED and cost > CLOSE and _is_put_at(document, phrase):
        return carrier.topic(phrase, paragraphs=3, tally=True)
    if place is None or cost > _limit(document, phrase, counted, place):
        return carrier.inherited(phrase, counted)
    if counted.counted is Counted.ELIDED and place.after <= phrase.at and cost > CLOSE and not place.cue.tally:
        word = document.word(phrase.after)
        if word.endswith("ed") and document.word(phrase.after + 1) not in MARKS | {"by"}:
            return None
    told = place.cue.outcome is not None and cost <= CLOSE
    if not told and counted.counted is Counted.PEOPLE and (same := carrier.told.killed_them(phrase)) is not None:
        return same
    if place.cue.tally:
        return _by_tally(carrier, linker, phrase, counted, place)
    if place.cue.outcome is None:
        return _by_other_verb(carrier, linker, phrase, counted, place, cost)
    if place.cue.outcome is Outcome.CAPTURED and (
        _are_freed(document, phrase, counted)
        or _are_freed_since(document, place)
        or document.word(counted.noun or -1) in _ARRESTED
    ):
        return None
    if place.cue.outcome is Outcome.MISSING and counted.counted in _BARE and carrier.follows_thing(phrase):
        return None
    taken = place.cue.outcome in (Outcome.CAPTURED, Outcome.MISSING) and carrier.told.are_bodies(phrase)
    return Link(Outcome.KILLED if taken else place.cue.outcome, place, None, cost)


def _is_beyond(linker: Linker, document: Document, phrase: Phrase, place: Place) -> bool:
    """Whether a semicolon and another number stand between the number and the cue behind it."""
    parted = ";" in document.low[phrase.after : place.at]
    return parted and linker.has_number(phrase.after, place.at)


def _part_of_dead(carrier: Carrier, phrase: Phrase) -> Link | None:
    """The link of "ten of whom had come out of a tunnel", where the whole is one of dead."""
    document = carrier.document
    if document.word(phrase.after) != "of" or document.word(phrase.after + 1) not in PART_WORDS:
        return None
    listed = carrier.listed(phrase)
    return listed if listed is not None and listed.outcome is Outcome.KILLED else None


def _by_tally(carrier: Carrier, linker: Linker, phrase: Phrase, counted: NounPhrase, tally: Place) -> Link | None:
    """What a word such as "figure" or "says" stands for, or else the nearest cue that tells."""
    if tally.at > phrase.at and carrier.document.word(counted.noun or -1) in ATTACKERS:
        return None
    if carrier.is_of_fighters(phrase, tally) or _includes_others(carrier.document, phrase, tally):
        return None
    found = carrier.tallied(phrase, counted, tally)
    if found is None:
        told, _ = linker.best(phrase, counted, tallies=False)
        found = Link(told.cue.outcome, told) if told and told.cue.outcome else None
    named = carrier.document.low[tally.at] == "names"
    if named and counted.counted is Counted.PEOPLE and tally.after == phrase.at:
        return None
    if found is None and carrier.document.low[tally.at] in _ACCOUNTING and counted.kind.status is Status.COMBATANT:
        return Link(Outcome.KILLED, tally)
    if named and (found is None or found.outcome is Outcome.INJURED):
        return Link(Outcome.KILLED, tally)
    return found


def _includes_others(document: Document, phrase: Phrase, tally: Place) -> bool:
    """Whether "included" tells of no dead: "the talks included two generals"; not of "the victims included"."""
    if tally.at > phrase.at or document.low[tally.at] not in ("include", "includes", "included"):
        return False
    first = document.sentences[document.sentence_at(tally.at)].first
    return _INCLUDERS.isdisjoint(document.low[max(first, tally.at - _INCLUDERS_REACH) : tally.at])


def _by_other_verb(
    carrier: Carrier, linker: Linker, phrase: Phrase, counted: NounPhrase, place: Place, cost: int
) -> Link | None:
    """What became of those of whom the nearest word tells no casualty: "destroyed", "were evacuated with burns"."""
    document = carrier.document
    if document.low[place.at] in ("destroyed", "destroying") and carrier.are_fighters(phrase, counted, place):
        return Link(Outcome.KILLED, place)
    if document.low[place.at] in PEOPLE and document.word(phrase.after) in BE:
        return carrier.topic(phrase, paragraphs=0)
    if place.at > phrase.at and (hurt := linker.hurt_behind(place)) is not None:
        return Link(Outcome.INJURED, hurt, None, cost)
    overruled = cost > CLOSE or document.low[place.at] == "detained"
    return carrier.label(phrase) if overruled else None


def _is_put_at(document: Document, phrase: Phrase) -> bool:
    """ "put the remainder at 269", "left it at 30"; not "put at 20 the soldiers lost"."""
    if document.word(phrase.at - 1) != "at" or document.word(phrase.after) == "the":
        return False
    first = document.sentences[document.sentence_at(phrase.at)].first
    return not _PUTTING.isdisjoint(document.low[max(first, phrase.at - _PUT_REACH) : phrase.at - 1])


def _is_strength(document: Document, phrase: Phrase) -> bool:
    """ "a squad of 44 personnel", "a patrol of twelve"."""
    return document.word(phrase.at - 1) == "of" and document.word(phrase.at - 2) in _COMPANIES


def _act_themselves(document: Document, phrase: Phrase, counted: NounPhrase, place: Place | None) -> bool:
    """Whether a verb of speech is followed by what those counted did: "the army said six gunmen opened fire"."""
    if place is None or place.at > phrase.at or counted.counted is not Counted.PEOPLE:
        return False
    if document.low[place.at] not in _SAYING:
        return False
    word = document.word(counted.after)
    return word.endswith("ed") or word in DEEDS or phrase.at - place.after > _TOLD_REACH


def is_base(document: Document, phrase: Phrase) -> bool:
    """Whether the number is what another is a part of: the 616 of "30 of the 616 people held there"."""
    before = document.low[max(0, phrase.at - 3) : phrase.at]
    if before[-2:] == ["one", "of"]:
        return True
    first = document.sentences[document.sentence_at(phrase.at)].first
    if document.low[first] in ("of", "out") and phrase.at - first <= _OPENING:
        return document.word(phrase.first - 1) in _WHOSE
    whole = len(before) == 3 and before[1] == "of" and before[2] in ("the", "those", "these")
    return whole and (before[0][:1].isdecimal() or before[0] in SMALL_NUMBERS)


def _is_told(document: Document, counted: NounPhrase, place: Place | None) -> bool:
    """Whether a word tells of all of them: "of the 30 dead", "of the 276 girls abducted in April"."""
    if counted.counted is Counted.OUTCOME or place is None:
        return counted.counted is Counted.OUTCOME
    if document.word(counted.after) == "to":
        return place.at - counted.after <= _RELATIVE_REACH
    if document.word(counted.after) in _RELATIVES and document.word(counted.after + 1) in _DONE_TO_THEM:
        return True
    if counted.noun is None:
        return place.at == counted.after and place.cue.outcome is not None
    if document.word(counted.after) in _RELATIVES:
        return place.at - counted.after <= _RELATIVE_REACH
    return counted.noun == place.at or (place.at == counted.after and place.cue.behind <= CLOSE)


def _are_freed(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "50 hostages were released", "in exchange for 240 prisoners"."""
    if counted.counted is not Counted.OUTCOME and document.word(counted.noun or -1) not in _CAPTIVES:
        return False
    behind = document.low[counted.after : counted.after + 5]
    ends = [at for at, word in enumerate(behind) if word in MARKS]
    following = behind[: min(ends, default=len(behind))]
    if "go" in following and document.word(phrase.at - 1) in ("let", "lets", "letting"):
        return True
    reach = _EXCHANGED_REACH if document.word(phrase.at - 1) in ("against", "for") else _FREED_REACH
    around = document.low[max(0, phrase.at - reach) : phrase.at] + following
    return not _SETTING_FREE.isdisjoint(around)


def _are_freed_since(document: Document, place: Place) -> bool:
    """ "Six soldiers taken at the border were swapped for an officer"."""
    behind = document.low[place.after : place.after + _FREED_SINCE]
    for at, word in enumerate(behind):
        if word in MARKS or word in ("and", "who", "when", "after"):
            return False
        if word in BE and behind[at + 1 : at + 2] and behind[at + 1] in _SETTING_FREE:
            return True
    return False


def _is_predicated(document: Document, phrase: Phrase) -> bool:
    """ "one is a baby", "one was an 18-year-old soldier"."""
    if document.word(phrase.after) not in BE or document.word(phrase.after + 1) not in ("a", "an"):
        return False
    return not SINGULAR.keys().isdisjoint(document.low[phrase.after + 2 : phrase.after + 9])


def _implicit_link(
    carrier: Carrier, phrase: Phrase, counted: NounPhrase, place: Place | None, cost: int
) -> Link | None:
    if counted.counted is not Counted.PEOPLE or counted.noun is None:
        return None
    document = carrier.document
    appositive = document.word(phrase.at - 1) == "," and (
        document.word(phrase.at - 2) in ("one", "them", "whom")
        or document.is_capital(phrase.at - 2)
        or carrier.names_one(phrase.at - 1)
    )
    if appositive or document.low[counted.noun] not in SINGULAR or document.word(phrase.at - 1) in _PREDICATES:
        return None
    if place and place.cue.outcome and cost <= CLOSE and not place.cue.tally:
        if place.after <= phrase.at:
            return Link(place.cue.outcome, place) if cost <= 0 and place.cue.behind < _NEAR else None
        if place.cue.behind >= _NEAR:
            return Link(place.cue.outcome, place)
        ends = place.after >= len(document) or document.word(place.after) in MARKS
        if BE.intersection(document.low[counted.after : place.at]) or (ends and document.word(counted.after) != ","):
            return Link(place.cue.outcome, place)
        return None
    item = counted.after - phrase.at <= 4 and document.word(counted.after) in _ITEM_ENDS
    return carrier.listed(phrase) if item else None


def _is_one(document: Document, phrase: Phrase) -> bool:
    """Whether the number is the word "one", a pronoun more often than a count."""
    return document.low[phrase.first] == "one" and phrase.last == phrase.first + 1


def _limit_of_one(document: Document, phrase: Phrase, counted: NounPhrase, place: Place | None) -> int:
    if document.is_capital(phrase.first - 1):
        return -2
    if counted.counted is Counted.PEOPLE:
        if place is not None and place.cue.outcome and place.at == counted.noun and document.word(phrase.after) == "of":
            return _NEAR
        ahead = document.word(counted.after + 1)
        joined = document.word(counted.after) == "and" and (ahead[:1].isdecimal() or ahead in SMALL_NUMBERS)
        return FAR if joined or document.word(counted.after) == "among" else CLOSE
    if place is not None and place.after == phrase.at and document.low[place.at] not in _SPEECH:
        return CLOSE if document.word(phrase.after) in (".", ";", ":", "") else 1
    opens = phrase.first == document.sentences[document.sentence_at(phrase.first)].first
    parted = document.word(phrase.after) == "of"
    if document.word(phrase.after) in ("who", "that"):
        return CLOSE
    return _NEAR if (opens and document.word(phrase.after) == ",") or parted else 1


def _limit(document: Document, phrase: Phrase, counted: NounPhrase, place: Place) -> int:
    """How far a cue may be: an unknown noun, or a vague count, must clearly be its subject or object."""
    if counted.counted is not Counted.UNKNOWN and not phrase.is_vague:
        return FAR
    subject = place.at > phrase.at and document.word(place.at - 1) in AUXILIARIES
    return _NEAR if subject and not place.cue.tally else CLOSE
