"""Who is said to have given each figure: the voice of its own sentence, or one that carries over from near by."""

from __future__ import annotations

from bisect import bisect_right

from tracker.reading.claimants.attributions import Finder
from tracker.reading.claimants.carried_over import CarriedOver
from tracker.reading.claimants.noun_phrases import is_office
from tracker.reading.claimants.reckonings import Voice
from tracker.reading.claimants.speaker_words import COUNT_NOUNS, PREPOSITIONS, RELATIVES, TIME_WORDS
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import BEING
from tracker.reading.figures import Article, Figure

_SOFT_REACH = 24
_RELATIVE_WITHIN = 6
_FIRM_REACH = 120
_INCLUDING = frozenset("include includes included including".split())
_NEW_CLAUSE = frozenset("and but while as when whereas although though".split())
_ASIDE = RELATIVES - {"when"}
_POINTING = frozenset({"these", "those", "this", "that"})
_CONTEXT = (
    (CarriedOver.from_quotation, "the quotation is that of the speaker beside it", 0.75),
    (CarriedOver.from_whole, "as for the figure that it is part of", 0.8),
    (CarriedOver.from_list, "the heading over the list names the source", 0.9),
    (CarriedOver.from_after, "the sentences after say whose it is", 0.75),
    (CarriedOver.from_subject, "the body that the sentence is about counts", 0.7),
    (CarriedOver.from_before, "carried over from the sentences before", 0.7),
    (CarriedOver.from_both_sides, "the source of the figures before and after it", 0.7),
    (CarriedOver.from_only_source, "nobody else has given a figure so far", 0.6),
    (CarriedOver.from_source_note, "the article names its source for all figures", 0.7),
)
"""Where to look for a claimant when the figure's own sentence names none, in this order."""


def give_claimants(article: Article, figures: list[Figure]) -> None:
    """Fill ``claimant`` and ``relayed_via`` of every figure; empty lists where the text gives it in its own voice."""
    if not figures:
        return
    sources = article.known.sources
    known = [name for source, aliases in sources.items() for name in (source, *aliases)]
    finder = Finder(article.document, {figure.at: figure.after for figure in figures}, known)
    heard = CarriedOver.of(article, finder, figures)
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(article.document.sentence_at(figure.at), []).append(figure)
    for number in range(len(article.document.sentences)):
        heard.drop_row_labels(number)
        for figure in by_sentence.get(number, ()):
            _decide(heard, figure, number)
        heard.pass_on(number, bool(by_sentence.get(number)))
    aliases = {alias.casefold(): name for name, others in sources.items() for alias in others}
    for figure in figures:
        known_as = [aliases[name.casefold()] for name in figure.claimant if name.casefold() in aliases]
        figure.claimant = list(dict.fromkeys(figure.claimant + known_as))


def _decide(heard: CarriedOver, figure: Figure, number: int) -> None:
    voice = _own_voice(heard, figure, number)
    if voice is not None:
        _give_voice(heard, figure, voice, number)
        return
    for find, rule, sure in _CONTEXT:
        speaker = find(heard, figure, number)
        if speaker is not None:
            _give(heard, figure, speaker, number, carries=find is not CarriedOver.from_after)
            figure.note("claimant", rule, sure)
            return
    figure.note("claimant", "the text names nobody", 0.7)


def _give(heard: CarriedOver, figure: Figure, speaker: Speaker, number: int, carries: bool = True) -> None:
    figure.claimant = list(speaker.names)
    denied = heard.words[figure.at - 2 : figure.at] == ["not", "the"]
    if carries and not denied:
        heard.used[number] = speaker
    heard.by_figure[id(figure)] = speaker


def _give_voice(heard: CarriedOver, figure: Figure, voice: Voice, number: int) -> None:
    if voice.speaker is None:
        figure.note("claimant", "hearsay, of nobody in particular", 0.8)
        return
    _give(heard, figure, voice.speaker, number)
    figure.note("claimant", "said in its own sentence", 0.95 if voice.firm else 0.88)
    others = [other for other in heard.near(figure, number) if other is not voice]
    relays = [other.speaker for other in others if other.relays or (voice.cites and other.speaker)]
    figure.relayed_via = [name for relay in relays if relay for name in relay.names]


def _own_voice(heard: CarriedOver, figure: Figure, number: int) -> Voice | None:
    voices = heard.near(figure, number)
    voices = [voice for voice in voices if not voice.relays] or voices
    if not voices:
        return None
    cuts = heard.semicolons
    part = bisect_right(cuts, figure.at)
    here = [voice for voice in voices if bisect_right(cuts, voice.first) == part]
    chosen = _nearest(heard, figure, here)
    cited = next((voice for voice in here if voice.cites), None)
    told = next((one for one in here if chosen is None and _closes_list(heard, figure, one)), None)
    if told is not None:
        return told
    if chosen is not None or any(voice.speaker for voice in here):
        return cited if chosen is not None and cited is not None and cited.speaker else chosen
    earlier = [voice for voice in voices if voice.first < figure.at and voice.speaker]
    later = [voice for voice in voices if voice.first > figure.at and (_looks_back(heard, voice) or voice.trails)]
    later = [voice for voice in later if voice.firm or voice.noun or not voice.trails]
    return earlier[-1] if earlier else later[0] if later else None


def _closes_list(heard: CarriedOver, figure: Figure, voice: Voice) -> bool:
    """ "68 have been buried: a group of exiles has published the list"."""
    ahead = heard.words[voice.after : voice.after + 3]
    named = "the" in ahead[:1] and not COUNT_NOUNS.isdisjoint(ahead)
    near = 0 < voice.first - figure.at < _FIRM_REACH
    return named and near and ":" in heard.words[figure.after : voice.first + 1]


def _looks_back(heard: CarriedOver, voice: Voice) -> bool:
    """ "The provincial government gave out those figures": what is reported stands before."""
    ahead = heard.words[voice.after : voice.after + _RELATIVE_WITHIN]
    return not _POINTING.isdisjoint(ahead) and not COUNT_NOUNS.isdisjoint(ahead)


def _nearest(heard: CarriedOver, figure: Figure, voices: list[Voice]) -> Voice | None:
    """Of the attributions in the figure's part of the sentence, the one that reports it."""
    inserted = _in_relative_clause(heard, figure, voices)
    if inserted is not None:
        return inserted
    before = [voice for voice in voices if voice.first < figure.at and _reaches(heard, voice, figure)]
    leading = [voice for voice in before if voice.leads]
    behind = [
        one for one in voices if one.first >= figure.at and one.trails and not _of_later_clause(heard, figure, one)
    ]
    trailing = next(
        (one for one in behind if one.firm or not one.noun or not _clause_between(heard, figure.after, one.first)), None
    )
    if leading and trailing and trailing.firm and trailing.speaker:
        lead = leading[-1]
        apart = _clause_between(heard, figure.after, trailing.first)
        if (
            (not lead.firm and not apart)
            or _clause_between(heard, lead.after, figure.at)
            or _only_prints(lead, trailing)
        ):
            return trailing
    if leading:
        told = None if leading[-1].firm else _goes_on_behind(heard, figure, voices)
        return told if told is not None and told.first > leading[-1].first else leading[-1]
    if trailing or not before:
        return trailing or _goes_on_behind(heard, figure, voices)
    return None if _another_acts(heard, before[-1].after, figure.at) else before[-1]


def _of_later_clause(heard: CarriedOver, figure: Figure, voice: Voice) -> bool:
    """Whether it belongs to what begins behind the figure: "and 40, by their account, were captured"."""
    if heard.words[voice.first] == "by" and voice.first - 1 in heard.phrases.ends and voice.first - 1 > figure.after:
        return True
    if voice.first - figure.after > _FIRM_REACH:
        return False
    if _in_relative(heard, figure, voice):
        return True
    if heard.words[voice.first - 1] == "," and heard.words[voice.first - 2] in _NEW_CLAUSE:
        return voice.first - 2 >= figure.after
    inside = heard.words[voice.after] == "," and heard.finder.acts(voice.after + 1)
    between = range(figure.after, voice.first - 1)
    return inside and any(
        heard.words[at] == ","
        and heard.words[at + 1] in _NEW_CLAUSE
        and {at + 2, at + 3} & heard.phrases.counted.keys()
        for at in between
    )


def _in_relative(heard: CarriedOver, figure: Figure, voice: Voice) -> bool:
    """Whether the figure stands in an aside of the subject: "The raid, in which 21 died, is under inquiry, X said"."""
    commas = [at for at in range(figure.after, voice.first - 1) if heard.words[at] == ","]
    if not commas or not heard.finder.acts(commas[0] + 1):
        return False
    begin = max(figure.at - _RELATIVE_WITHIN, 0)
    opened = [at for at in range(begin, figure.at) if heard.words[at] == ","]
    if not opened:
        return False
    first, second = heard.words[opened[-1] + 1 : opened[-1] + 3]
    return first == "where" or (first in PREPOSITIONS and second in RELATIVES | {"whom"})


def _goes_on_behind(heard: CarriedOver, figure: Figure, voices: list[Voice]) -> Voice | None:
    """The speaker of "12 died, says the mission, a rise of a half on last year, when eight did"."""
    done = [one for one in voices if one.after <= figure.at and one.trails and not one.leads and one.firm]
    far = bool(done) and figure.at - done[-1].after > _FIRM_REACH
    if not done or far or figure.at < heard.doc.headline or _clause_between(heard, done[-1].after, figure.at):
        return None
    between = heard.words[done[-1].after : figure.at]
    if "," not in between:
        return None
    last = len(between) - between[::-1].index(",")
    if heard.finder.acts(done[-1].after + last):
        return None
    return done[-1] if _ASIDE.isdisjoint(between[last:]) else None


def _in_relative_clause(heard: CarriedOver, figure: Figure, voices: list[Voice]) -> Voice | None:
    """Who says it in "60 civilians whom survivors say it shot"."""
    near = range(figure.after, figure.after + _RELATIVE_WITHIN)
    return next(
        (
            one
            for one in voices
            if one.first in near and one.speaker and one.firm and heard.words[one.first - 1] == "whom"
        ),
        None,
    )


def _only_prints(lead: Voice, trailing: Voice) -> bool:
    """Whether the leading speaker is a paper that prints what the trailing one told it."""
    return bool(lead.speaker and lead.speaker.media and trailing.speaker and not trailing.speaker.media)


def _another_acts(heard: CarriedOver, begin: int, end: int) -> bool:
    """Whether somebody else does something between, or a relative clause begins."""
    return any(
        heard.words[at] in RELATIVES
        or (heard.words[at] in _NEW_CLAUSE and (heard.names[at + 1] or is_office(heard.words[at + 1])))
        for at in range(begin, end)
    )


def _clause_between(heard: CarriedOver, begin: int, end: int) -> bool:
    return any(
        heard.words[at] == ","
        and heard.words[at + 1] in _NEW_CLAUSE
        and not (heard.words[at + 2] in PREPOSITIONS or heard.words[at + 2][:1].isdigit())
        for at in range(begin, end)
    )


def _new_report(heard: CarriedOver, begin: int, end: int) -> bool:
    """Whether "that" opens a clause between, and does not point: "at that time"."""
    return any(
        heard.words[at] == "that"
        and heard.words[at - 1] not in BEING
        and heard.words[at + 1] not in TIME_WORDS
        and heard.words[at + 1] not in COUNT_NOUNS
        for at in range(begin, end)
    )


def _reaches(heard: CarriedOver, voice: Voice, figure: Figure) -> bool:
    """Whether what the attribution reports still goes on at the figure that follows."""
    if figure.at - voice.after > _FIRM_REACH:
        return False
    titled = figure.at < heard.doc.headline
    if not voice.firm:
        if voice.noun and not titled:
            return not (_clause_between(heard, voice.after, figure.at) or _new_report(heard, voice.after, figure.at))
        if figure.at - voice.after > _SOFT_REACH or _in_aside(heard, voice.after, figure.at):
            return False
        return not any(
            (heard.words[at] == "," and titled) or (titled and heard.words[at] == "as" and at + 1 < figure.at)
            for at in range(voice.after, figure.at)
        )
    if titled and not voice.trails and "," in heard.words[voice.after : figure.at]:
        return False
    return not (_is_closed(heard, voice, figure) or _in_aside(heard, voice.after, figure.at))


def _is_closed(heard: CarriedOver, voice: Voice, figure: Figure) -> bool:
    """Whether the verb of the whole sentence comes between: "The toll, put by officials at 27, had risen to 33"."""
    if heard.words[voice.first] != "by":
        return False
    begin = next((at for at in range(voice.after, figure.at) if at in heard.phrases.counted), figure.at)
    return any(heard.words[at] == "," and heard.finder.acts(at + 1) for at in range(begin, figure.at))


def _in_aside(heard: CarriedOver, begin: int, end: int) -> bool:
    """Whether a relative clause has begun between: "the attack, which killed 40"."""
    last = max((at for at in range(begin, end) if heard.words[at] == ","), default=-1)
    return last >= 0 and heard.words[last + 1] in RELATIVES and heard.words[last + 2] not in _INCLUDING
