"""Rules that find whose people are counted in the words of the figure's own clause."""

from __future__ import annotations

from tracker.lib.vocabulary import Status
from tracker.reading.countries import STATES
from tracker.reading.figures import Figure
from tracker.reading.groups import CIVILIANS, FORCES, REBELS
from tracker.reading.mentions import Mention
from tracker.reading.whose import COALITION, HOME, KILL, NOBODY, OWN, PEACEKEEPERS, Reading, Verdict
from tracker.reading.whose import REBELS as THE_REBELS

_ENDS_PHRASE = frozenset(
    "was were is are has have had been be being who which that died dead die dying killed wounded injured"
    " hurt lost missing captured and or but while when after as said says to by from in on at near during"
    " since with without against before not they it he she would could fell perished survived went came , ."
    ' ; : ( ) — – ! ? " “ ”'.split()
)
_TIES = frozenset({"of", "from", "among", "for"})
_FOREIGN = frozenset("foreign coalition allied international alliance western isaf nato".split())
_TWO = frozenset({"two", "both"})
_BODIES = frozenset("armies sides countries states governments camps forces militaries neighbours neighbors".split())
_SAYING = frozenset("said says say claimed claims claim added adds reported reports".split())
_MAKE_UP = frozenset(
    {("make", "up"), ("makes", "up"), ("made", "up"), ("account", "for"), ("accounted", "for"), ("accounts", "for")}
)
_MOSTLY = frozenset({"most", "mostly", "all", "nearly", "of", "them", "mainly", "both", "being"})
_RULERS = frozenset({"junta", "regime", "government", "army", "military"})
_PARTS = frozenset({",", ".", ";", ":", "(", "-", "–", "—", "and", "while", "but"})
_ENDS_TELLING = frozenset({"by", "in", "at", "when", "after", "as", "while", "during", "near"})
_CONCEDE = frozenset("conceded concedes admitted admits owned owns acknowledged acknowledges lists".split())
_DEEDS = frozenset({"killed", "wounded", "injured"})
_STRANGERS = frozenset({"foreigner", "foreigners"})
_TAKEN = frozenset({"captives", "prisoners", "hostages"})
_PEACEKEEPERS = frozenset("peacekeeper peacekeepers peacekeeping helmets".split())
_TELLING = frozenset("version count figure list tally says said claims source sources according".split())
_LOSE = frozenset(
    "lost lose loses losing buried bury mourns mourned mourning suffered suffers suffer conceded concedes"
    " admitted admits owned owns sustained sustains acknowledged acknowledges buries lists".split()
)
_COST = frozenset({"cost", "costing", "costs"})
_LOSSES = frozenset(
    "dead losses casualties deaths death toll fallen wounded injured missing prisoners killed troops"
    " soldiers ranks loss servicemen fighters captives casualty graves slain hostages men wounds soldier"
    " fatalities martyrs bodies".split()
)
_OWNED = (
    FORCES
    | REBELS
    | CIVILIANS
    | frozenset("own fallen dead wounded number ranks sons brothers comrades countrymen compatriots community".split())
)
_ARMED = FORCES - {"officer", "officers", "general", "captain"} | REBELS
_AGAINST = frozenset({"with", "against", "by", "from", "to"})
_JOINT = (
    ("both", "sides"), ("either", "side"), ("two", "sides"), ("all", "sides"), ("each", "side"), ("both", "armies"),
    ("two", "armies"), ("two", "governments"), ("both", "countries"), ("two", "countries"),
    ("between", "them"), ("both", "camps"), ("joint", "toll"), ("combined", "toll"), ("combined",),
    ("two", "nations"), ("both", "nations"), ("both", "states"), ("all", "told"),
)  # fmt: skip
_FORWARD, _BACKWARD = 8, 14


def in_the_phrase(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Four Norwegian soldiers", "three of its own men", "two fighters of X": the side inside the counted phrase."""
    return _named(reading, figure, *_phrase(reading, figure))


def by_the_noun(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Eighteen policemen", "40 militants": the side for whom such people fight."""
    return _by_noun(reading, figure, *_phrase(reading, figure))


def in_the_label(reading: Reading, figure: Figure) -> Verdict | None:
    """ "KILLED (Kyrgyz side): 36", "Lebanese Hezbollah: 31": the side before the colon that introduces the figure."""
    document, sentence = reading.document, reading.sentence(figure)
    colon = figure.at - 1
    if document.word(colon) != ":":
        return None
    first = colon
    while first > sentence.first and colon - first < _BACKWARD and document.word(first - 1) not in (".", ";", ":"):
        first -= 1
    label = document.span(first, colon)
    if any(word in _TELLING for word in document.low[first:colon]) or any(name in label for name in figure.claimant):
        return None
    heads = {"government", "govt", "state"} & set(document.low[first:colon])
    if heads and not reading.war.between_states() and colon - first <= 3:
        return Verdict(HOME, "the heading names the government", 0.75)
    return _named(reading, figure, first, colon) or _by_noun(reading, figure, first, colon)


def jointly(reading: Reading, figure: Figure) -> Verdict | None:
    """ "On both sides", "between the two armies", "a combined 78": a count that spans sides."""
    document, sentence = reading.document, reading.sentence(figure)
    low = document.low
    before, following = reading.previous(figure), reading.following(figure)
    first = max(sentence.first, figure.at - _BACKWARD, before.after if before else 0)
    after = min(sentence.after, figure.after + _FORWARD, following.at if following else len(low))
    after = next((at for at in range(figure.after, after) if low[at] in (",", ";")), after)
    first = next((at + 1 for at in range(figure.at - 1, first - 1, -1) if low[at] in (":", ";")), first)
    window = low[first:after]
    for words in _JOINT:
        for at, word in enumerate(window):
            shouted = document.is_capital(first + at)
            if word == words[0] and not shouted and tuple(window[at : at + len(words)]) == words:
                return Verdict(NOBODY, f'the clause says "{" ".join(words)}"', 0.9)
    return None


def as_the_loser(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Russia had lost 350,000", "the war has cost Ukraine 45,100": who lost them."""
    document, sentence = reading.document, reading.sentence(figure)
    before = reading.previous(figure)
    for at in range(figure.at - 1, max(sentence.first, figure.at - _BACKWARD, before.after if before else 0) - 1, -1):
        word = document.word(at)
        if word == ";":
            return None
        if word in _COST:
            named = [mention for mention in reading.between(at, figure.at) if reading.fights(mention.side)]
            return Verdict(named[0].side, "it cost them these", 0.92) if named else None
        if (word, document.word(at + 1)) in _MAKE_UP:
            return _subject(reading, figure, sentence.first, at)
        if word in _CONCEDE and reading.kind(figure) is not Status.COMBATANT and not reading.war.between_states():
            return None
        if word in _LOSE and document.word(at + 1) not in ("their", "his", "her", "its", "control"):
            return _subject(reading, figure, sentence.first, at)
    return None


def of_their_losses(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Ukraine's army dead as 45,100", "casualties in the Afghan ranks are past 200": whose losses."""
    document, sentence = reading.document, reading.sentence(figure)
    floor = max(sentence.first, figure.at - _BACKWARD, _end_of_phrase_before(reading, figure))
    for at in range(figure.at - 1, floor - 1, -1):
        word = document.word(at)
        if word == ";":
            return None
        if word in _LOSSES and not (word in _DEEDS and at + 1 == figure.at):
            verdict = _beside(reading, figure, at, max(floor, at - 5), min(figure.at, at + 6))
            if verdict:
                return verdict
    for at in range(figure.after, min(sentence.after, figure.after + _BACKWARD) - 1):
        if document.word(at) in ("dead", "losses", "casualties", "fallen") and document.word(at + 1) == "of":
            return _beside(reading, figure, at, at + 1, at + 5)
    return None


def _end_of_phrase_before(reading: Reading, figure: Figure) -> int:
    """Where the words that count the figure before this one have surely ended: at a comma or an "and"."""
    before = reading.previous(figure)
    if before is None or before.after < figure.at - _BACKWARD:
        return 0
    return next((at for at in range(before.after, figure.at) if reading.document.word(at) in _PARTS), figure.at)


def in_the_predicate(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Nearly 120 of the dead were Kuki-Zo", "17 were troops"."""
    document, sentence = reading.document, reading.sentence(figure)
    end = min(sentence.after, figure.after + _FORWARD)
    following = reading.following(figure)
    if following:
        end = min(end, following.at)
    for at in range(figure.after, end):
        if document.word(at) in ("were", "was", "are", "is", "being", "belong", "belonged") and at > figure.at:
            return _of_people(reading, figure, at + 1, min(end, at + 8))
        if document.word(at) == ",":
            start = next(one for one in range(at + 1, end + 1) if document.word(one) not in _MOSTLY or one == end)
            kinds = ("community", "people") if start > at + 1 else ("community",)
            told = [one for one in reading.between(start, start + 1) if one.kind in kinds]
            if told:
                return Verdict(told[0].side, "said to be theirs", 0.8)
        if document.word(at) in (".", ";", ",", ":"):
            return None
    return None


def _of_people(reading: Reading, figure: Figure, first: int, after: int) -> Verdict | None:
    low = reading.document.low
    after = next((at for at in range(first, after) if low[at] in _ENDS_TELLING or not low[at][0].isalnum()), after)
    for mention in reading.between(first, after):
        if mention.kind in ("people", "community", "group", "coalition", "party") and not reading.attacks(mention):
            return _judge(reading, figure, mention, "said to be theirs", 0.85)
    telling = FORCES | _STRANGERS
    if reading.kind(figure) is Status.COMBATANT or any(word in telling for word in reading.document.low[first:after]):
        return _by_noun(reading, figure, first, after)
    return None


def _phrase(reading: Reading, figure: Figure) -> tuple[int, int]:
    """The tokens of the number and its noun phrase, with an "of ..." or "from ..." that follows."""
    document, sentence = reading.document, reading.sentence(figure)
    following = reading.following(figure)
    limit = min(sentence.after, figure.after + _FORWARD)
    if following:
        limit = min(limit, max(following.at, figure.after))
    at = figure.after
    while at < limit and (document.word(at) not in _ENDS_PHRASE or _ties_on(reading, figure, at)):
        at += 1
    return figure.at, max(at, figure.after)


def _ties_on(reading: Reading, figure: Figure, at: int) -> bool:
    """ "Soldiers from Ukraine", "fighters for X": a tie that goes on the phrase."""
    word = reading.document.word(at)
    if word == "from":
        return reading.document.word(at - 1) != "them" and any(
            mention.kind != "place" for mention in reading.between(at + 1, at + 3)
        )
    return word in ("dead", "wounded", "missing", "injured") and at == figure.after


def _named(reading: Reading, figure: Figure, first: int, after: int) -> Verdict | None:
    document = reading.document
    for at in range(first, after):
        if reading.is_other(at):
            foe = reading.enemy(figure, at)
            if foe is None and not reading.war.between_states():
                foe = THE_REBELS
            if foe:
                return Verdict(foe, "the enemy of who speaks", 0.85)
    mentions = reading.between(first, after)
    useful = [one for one in mentions if not reading.is_field(one) and not reading.attacks(one, deeds=False)]
    useful = [mention for mention in useful if _may_own(reading, mention)]
    if useful and document.word(useful[0].after) == "and":
        with_it = reading.between(useful[0].after + 1, useful[0].after + 2)
        if with_it and with_it[0].side != useful[0].side and with_it[0].kind in ("people", "community"):
            return Verdict(NOBODY, "two sides are counted together", 0.85)
    if len(useful) > 1 and useful[0].after == useful[1].at and useful[1].kind in ("group", "community"):
        useful = useful[1:]
    if useful:
        return _judge(reading, figure, useful[0], "named in the counted phrase", 0.95)
    for at in range(figure.after, after):
        if document.word(at) in OWN and any(word in _OWNED for word in document.low[at + 1 : at + 3]):
            side = _antecedent(reading, figure, at)
            if side and _has_people(reading, figure, side):
                return Verdict(side, "their own, as last named", 0.8)
    return None


def _has_people(reading: Reading, figure: Figure, side: str) -> bool:
    """Whether people of ``side`` are counted as its own: inside a state its civilians are not."""
    return (
        reading.war.between_states() or side not in (HOME, reading.war.home) or reading.kind(figure) is Status.COMBATANT
    )


def _may_own(reading: Reading, mention: Mention) -> bool:
    if mention.kind == "community":
        return not reading.war.between_states()
    if mention.kind in ("people", "group", "coalition", "party"):
        return True
    if mention.kind == "name":
        tied = reading.document.word(mention.at - 1) in _TIES or reading.document.word(mention.at - 2) in _TIES
        shortened = reading.document.raw(mention.at).isupper() and mention.after == mention.at + 1
        return tied or shortened or reading.document.word(mention.after) in FORCES | {"'s"}
    return False


def _judge(reading: Reading, figure: Figure, mention: Mention, rule: str, sure: float) -> Verdict:
    """The mention's side; inside a state its own civilians are no side, and its rebels may bear its adjective."""
    war = reading.war
    if war.between_states() or mention.side != war.home:
        return Verdict(mention.side, rule, sure)
    ahead = reading.document.low[mention.after : mention.after + 4]
    if mention.kind == "people" and reading.document.low[mention.at].endswith("s") and mention.at >= figure.after:
        return Verdict(mention.side, "its people are counted by their name", 0.7)
    if any(word in REBELS for word in ahead[:2]):
        return Verdict(THE_REBELS, "rebels are counted", 0.85)
    if reading.kind(figure) is Status.COMBATANT or any(word in FORCES for word in ahead):
        return Verdict(HOME, rule, sure)
    return Verdict(NOBODY, "the state's civilians are no side of a war inside it", 0.85)


def _by_noun(reading: Reading, figure: Figure, first: int, after: int) -> Verdict | None:
    """By the noun alone: soldiers and policemen are the state's, militants the rebels'; civilians nobody's."""
    words = reading.document.low[first:after]
    if any(word in _STRANGERS for word in words) and reading.kind(figure) is not Status.COMBATANT:
        return Verdict(NOBODY, "foreigners of no side are counted", 0.75)
    if any(word in _PEACEKEEPERS for word in words):
        return Verdict(PEACEKEEPERS, "peacekeepers are counted", 0.8)
    if reading.kind(figure) is Status.CIVILIAN:
        return None
    noun = next((word for word in words if word in FORCES or word in REBELS), "")
    if noun in REBELS and (not reading.war.between_states() or reading.war.rebels):
        return Verdict(THE_REBELS, f'the noun "{noun}"', 0.85, noun)
    if noun in FORCES and "Palestinians" in reading.war.sides:
        return Verdict(reading.foe("Palestinians") or NOBODY, "the only side with an army", 0.75)
    if noun and noun in FORCES and not reading.war.between_states():
        if any(word in _FOREIGN for word in words):
            return Verdict(COALITION, "foreign forces are counted", 0.85)
        foreign = reading.foreign_force_before(figure)
        if foreign:
            side = foreign if foreign in STATES else COALITION
            return Verdict(side, "soldiers of the foreign force last named", 0.7)
        speaker = reading.speaker(figure)
        if speaker == "NATO":
            return Verdict(COALITION, "soldiers of the foreign force that speaks", 0.75)
        if speaker in STATES and speaker != reading.war.home and any(_of_state(name) for name in figure.claimant):
            return Verdict(speaker, "soldiers of the foreign army that speaks", 0.75)
        return Verdict(HOME, f'the noun "{noun}"', 0.85)
    return None


def _of_state(claimant: str) -> bool:
    """Whether the claimant is an army, a ministry or a government."""
    return any(
        word in claimant.lower() for word in ("army", "military", "defence", "defense", "government", "president")
    )


def _subject(reading: Reading, figure: Figure, first: int, verb: int) -> Verdict | None:
    """Who lost them: the last side named or pointed at before the verb."""
    document = reading.document
    verb = _first_of_two_verbs(reading, first, verb)
    for at in range(verb - 1, first - 1, -1):
        if reading.is_other(at):
            foe = reading.enemy(figure, at)
            return Verdict(foe, "the enemy of who speaks lost them", 0.85) if foe else None
        mention = next((one for one in reading.between(at, at + 1) if not reading.is_field(one)), None)
        if mention and mention.kind != "place" and not reading.is_land(mention) and _loses(reading, mention, verb):
            return Verdict(mention.side, "they lost them", 0.9)
        if not reading.war.between_states() and document.word(at) in _ARMED and document.word(at + 1) != "-":
            armed = HOME if document.word(at) in FORCES else THE_REBELS
            return Verdict(armed, f'"{document.word(at)}" lost them', 0.8)
        if document.word(at) in _TWO and document.word(at + 1) in _BODIES:
            return Verdict(NOBODY, "both lost them together", 0.85)
        said = document.word(at + 1) in _SAYING
        if (document.word(at) in ("it", "they") and not said) or (
            document.word(at) == "country" and document.word(at - 1) == "the"
        ):
            spoken = {"says", "said", "that"} & {document.word(at - 1), document.word(at - 2)}
            side = (reading.speaker(figure) if spoken else None) or _antecedent(reading, figure, at)
            return Verdict(side, "they lost them, as last named", 0.8) if side else None
    return None


def _first_of_two_verbs(reading: Reading, first: int, verb: int) -> int:
    """ "It had killed 58 soldiers and lost nine": the verb before, whose subject lost them too."""
    if reading.document.word(verb - 1) not in ("and", "but"):
        return verb
    earlier = range(verb - 2, max(first, verb - _BACKWARD) - 1, -1)
    return next((at for at in earlier if reading.document.word(at) in KILL), verb)


def _loses(reading: Reading, mention: Mention, verb: int = -1) -> bool:
    """A belligerent, or between states whoever is the subject right before the verb: "Cuba mourns 32"."""
    return reading.fights(mention.side) or not reading.war.between_states() or mention.after == verb


def _beside(reading: Reading, figure: Figure, noun: int, first: int, after: int) -> Verdict | None:
    """The side next to a word for losses at token ``noun``."""
    for at in range(first, after):
        if reading.is_other(at):
            foe = reading.enemy(figure, at)
            if foe:
                return Verdict(foe, "losses of the enemy of who speaks", 0.85)
    near = [mention for mention in reading.between(first, after) if _loses(reading, mention)]
    near = [mention for mention in near if mention.kind not in ("place", "leader") and not reading.is_field(mention)]
    near = [mention for mention in near if not reading.attacks(mention) and not reading.is_land(mention)]
    near = [mention for mention in near if reading.document.word(mention.at - 1) not in _AGAINST]
    near = [mention for mention in near if mention.kind != "capital" or reading.kind(figure) is not Status.CIVILIAN]
    if near:
        mention = min(near, key=lambda one: abs(one.at - noun))
        return _judge(reading, figure, mention, "named with the losses", 0.85)
    if not reading.war.between_states():
        armed = _armed_beside(reading, noun)
        if armed:
            return Verdict(HOME if armed in FORCES else THE_REBELS, f'losses of the "{armed}"', 0.75)
    for at in range(noun - 1, first - 1, -1):
        if reading.document.word(at) in OWN:
            side = _antecedent(reading, figure, at)
            if side and reading.document.word(noun) in _TAKEN:
                side = reading.foe(side)
            return Verdict(side, "their losses, as last named", 0.75) if side else None
    return None


def _armed_beside(reading: Reading, noun: int) -> str:
    """The soldiers or rebels of "the forces' losses", "toll of suspected militants"; not foreign ones."""
    low = reading.document.low
    before = [word for word in low[max(0, noun - 3) : noun] if word not in ("'", "'s", "’")]
    if before and before[-1] in _ARMED and not _FOREIGN & set(before):
        return before[-1]
    ahead = low[noun + 1 : noun + 5]
    if ahead[:1] == ["of"] or ahead[:1] == ["among"]:
        return next((word for word in ahead if word in _ARMED), "")
    return ""


def _antecedent(reading: Reading, figure: Figure, at: int) -> str | None:
    """What "its" or "they" at token ``at`` stands for: the side last named, else who speaks."""
    start = reading.sentence(figure).first
    if not reading.war.between_states():
        start = max(reading.paragraph_start(figure), at - 2 * _BACKWARD)
        named = reading.between(start, at)
        floor = named[-1].after + 1 if named else start
        if any(word in _RULERS for word in reading.document.low[floor:at]):
            return HOME
    return (
        reading.focus(at, since=start)
        or reading.focus(at, since=reading.paragraph_start(figure))
        or reading.speaker(figure)
        or reading.focus(at)
    )  # fmt: skip
