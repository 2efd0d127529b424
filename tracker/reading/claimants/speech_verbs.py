"""Verbs with which reporters hand a figure to somebody: "said", "put at", "has counted", "owned up to"."""

from __future__ import annotations

from typing import NamedTuple


class Verb(NamedTuple):
    """One form of a verb. ``saying``: it reports any sentence, so that it may trail and be turned round ("said X").

    ``nounlike``: the same form is a noun ("reports"). ``past``: it may also be a participle ("announced by").
    """

    saying: bool
    nounlike: bool
    past: bool


_SAYING = """
acknowledge add admit communicate affirm allege announce argue assert assess believe calculate caution claim clarify
comment concede conclude confess confirm contend contest counter declare detail disclose emphasise emphasize explain
inform insist maintain mention note observe predict proclaim reaffirm recall reckon recount reiterate relate remark
repeat report reveal specify state stress suggest suspect testify tweet underline underscore warn estimate fear
shout boast protest exclaim crow gloat quip retort scoff opine surmise conjecture speculate attest avow certify
corroborate notify confide imply
intimate signal bemoan deplore venture volunteer hint relay vow
broadcast allow whisper mutter murmur mumble sigh snort growl yell intone
charge advise lament complain grant swear answer respond reply
"""
_COUNTING = """
count record register verify document log list name publish release issue identify show indicate find update revise
raise lower correct compile collect vouch own place provide cite number tabulate track trace upgrade downgrade
establish total recognise recognize offer supply furnish arrive settle start attribute ascribe determine cut
pride credit deny tick chalk remember advertise admit accept agree chronicle catalogue catalog submit describe accuse
blame print post halt
"""
_NOUNLIKE = frozenset(
    "claim claims report reports count counts record records estimate estimates list lists name names"
    " note notes state states comment comments detail details release releases issue issues number numbers"
    " total totals place places register registers log logs document documents post posts tally tallies"
    " show shows cut cuts update updates find finds offer offers supply supplies present presents track"
    " tracks trace traces monitor monitors share shares charge charges fear fears caution reply replies"
    " respond lament broadcast broadcasts warn catalogue chronicle puts set sets own owned double trim"
    " mention mentions remark remarks boast credit collect gather".split()
)
_IRREGULAR_SAYING = {
    "say": "says said",
    "tell": "tells told",
    "write": "writes wrote",
    "think": "thinks thought",
    "speak": "speaks spoke",
    "talk": "talks talked",
    "know": "knows knew",
    "brag": "brags bragged bragging ",
    "swear": "swears swore",
    "let": "lets",
    "begin": "begins began begun",
    "keep": "keeps",
    "guess": "guesses guessed",
    "hold": "holds held",
    "see": "sees saw seen",
    "read": "reads",
    "briefs": "briefed",
    "lay": "lays laid",
    "stick": "sticks stuck",
}
_IRREGULAR_COUNTING = {
    "bring": "brings brought",
    "put": "puts",
    "give": "gives gave",
    "tally": "tallies tallied",
    "set": "sets",
    "go": "goes went gone",
    "peg": "pegs pegged",
    "find": "finds found",
    "show": "shows showed",
    "cut": "cuts",
}
_PAST = frozenset("said told put set found cut thought".split())
_PARTICIPLES = {"written": True, "spoken": True, "given": False, "shown": False, "known": True, "broadcast": True}

NEEDS = {
    **dict.fromkeys(("bring", "brings", "brought"), frozenset({"down"})),
    **dict.fromkeys(("deny", "denies", "denied"), frozenset("but save except".split())),
    **dict.fromkeys(("tick", "ticks", "ticked"), frozenset({"off"})),
    **dict.fromkeys(("chalk", "chalks", "chalked"), frozenset({"up"})),
    **dict.fromkeys(("charge", "charges", "charged"), frozenset({"that"})),
    **dict.fromkeys(("accuse", "accuses", "accused"), frozenset({"of"})),
    **dict.fromkeys(("blame", "blames", "blamed"), frozenset({"for"})),
    **dict.fromkeys(
        ("print", "prints", "printed", "post", "posts", "posted"),
        frozenset("figure toll count list number names that".split()),
    ),
    **dict.fromkeys(("halt", "halts", "halted"), frozenset({"at"})),
    "go": frozenset("as higher further lower no".split()),
    "goes": frozenset("as on higher further lower no".split()),
    "went": frozenset("as on higher further lower no".split()),
    "gone": frozenset("as on higher further lower no".split()),
    "speak": frozenset("of about only".split()),
    "speaks": frozenset("of about only".split()),
    "spoke": frozenset("of about only".split()),
    "spoken": frozenset("of about only".split()),
    "talk": frozenset("of about".split()),
    "talks": frozenset("of about".split()),
    "talked": frozenset("of about".split()),
    "know": frozenset("of".split()),
    "knows": frozenset("of".split()),
    "knew": frozenset("of".split()),
    "known": frozenset("of".split()),
    "own": frozenset({"up", "to"}),
    "owns": frozenset({"up", "to"}),
    "owned": frozenset({"up", "to"}),
    "vouch": frozenset("for".split()),
    **dict.fromkeys(("allow", "allows", "allowed"), frozenset({"for", "that"})),
    **dict.fromkeys(("pride", "prides", "prided"), frozenset({"on"})),
    **dict.fromkeys(("credit", "credits", "credited"), frozenset({"with"})),
    **dict.fromkeys(("lay", "lays", "laid"), frozenset({"claim"})),
    **dict.fromkeys(("let", "lets"), frozenset({"slip", "known", "drop", "out"})),
    **dict.fromkeys(
        ("begin", "begins", "began", "begun", "finished", "ended", "start", "starts", "started"),
        frozenset({"with", "at"}),
    ),
    **dict.fromkeys(
        ("keep", "keeps", "kept", "hold", "holds", "held"),
        frozenset("list tally count register log that have to".split()),
    ),
    **dict.fromkeys(("see", "sees", "saw", "seen"), frozenset("bodies corpses dead graves".split())),
    **dict.fromkeys(("guess", "guesses", "guessed"), frozenset({"at"})),
    **dict.fromkeys(
        ("put", "puts", "set", "sets"),
        frozenset("toll number figure dead count total losses casualties death list names".split()),
    ),
    **dict.fromkeys(("answer", "answers", "answered", "respond", "responds", "responded"), frozenset({"that"})),
    **dict.fromkeys(("accept", "accepts", "accepted", "agree", "agrees", "agreed"), frozenset({"that"})),
    "state": frozenset({"that"}),
    "read": frozenset({"out"}),
    "reads": frozenset({"out"}),
    "stick": frozenset({"to"}),
    "sticks": frozenset({"to"}),
    "stuck": frozenset({"to"}),
    "arrive": frozenset({"at"}),
    "arrived": frozenset({"at"}),
    "arrives": frozenset({"at"}),
    "settle": frozenset({"for", "on", "at"}),
    "settles": frozenset({"for", "on", "at"}),
    "settled": frozenset({"for", "on", "at"}),
}
"""Verbs that report only together with the next word."""

OTHER_SENSES = {
    ("said", "to"),
    ("add", "up"),
    ("adds", "up"),
    ("added", "up"),
    ("claimed", "responsibility"),
    ("claims", "responsibility"),
    ("give", "up"),
    ("gives", "up"),
    ("gave", "up"),
    ("put", "on"),
    ("put", "down"),
}
"""A verb and the word after it that together report nothing."""

REPORTING = frozenset("reported announced stated wrote insisted confirmed claimed".split())
"""With "that" they do so too."""
UNACCOUNTED = frozenset("dead missing killed wounded injured captured abducted".split())
"""After a participle ("240 residents reported missing"), the fate of those counted."""
TELLING = frozenset("tell tells told telling inform informs informed".split())
"""Verbs followed by whom the speaker told."""
PUTTING = frozenset("put puts putting set sets pegged pegs peg".split())
"""With "at" and a figure, these report it."""
UNWILLING = frozenset(
    "refused declined refuses declines yet unable failed expected likely not asked wants wanted pressed"
    " urged due".split()
)
"""Before "to", they leave unsaid what follows."""
INFORMING = frozenset("informed informs inform".split())
"""Such a verb may be turned round as well ("informed the press service")."""
HOLDING_ON = frozenset("keep keeps kept hold holds held".split())
"""They report only what "that" right behind them tells."""
CONFIRMING = frozenset(
    "confirm confirms confirmed concede concedes conceded admit admits admitted acknowledge acknowledges"
    " acknowledged".split()
)
"""In a relative clause behind it, they still report the figure: "40 died, which the army confirms"."""
FINDING = frozenset("find finds found".split())
GOING = frozenset("go goes went gone".split())

PLAINLY_SAYING = frozenset("say says said tell tells told".split())
"""These hand a figure even to a subject that is no known office ("survivors of the night said")."""

SAYING_PARTICIPLES = frozenset(
    "saying adding claiming announcing reporting stating putting confirming noting alleging insisting"
    " admitting estimating declaring giving listing counting naming specifying acknowledging conceding"
    " telling revealing".split()
)
CITING = frozenset("citing quoting".split())
ADDRESSING = frozenset(
    "deny denies denied reject rejects rejected dismiss dismisses dismissed dispute disputes disputed refute"
    " refutes refuted blame blames blamed accuse accuses accused condemn condemns condemned vow vows vowed"
    " praise praises"
    " praised criticise criticised criticize criticized denounce denounces denounced hail hails hailed urge urges"
    " urged call calls called decline declines declined refuse refuses refused thank thanks thanked mock"
    " mocks mocked".split()
)
"""What speakers do besides: whoever opens a sentence with it is its speaker to the end."""
QUOTING = frozenset("cite cites cited quote quotes quoted".split())
CITED = frozenset("quoted cited carried relayed".split())
"""Before "by": whoever follows only passes the figure on."""

DESCRIBING = frozenset(
    "suspected alleged estimated confirmed reported claimed recorded known written registered verified documented"
    " identified announced published declared admitted registered rumoured rumored".split()
)
"""Participles that may stand before a noun like any adjective."""

HEARSAY = frozenset(
    "reported said believed thought feared understood alleged rumoured rumored presumed assumed".split()
)
"""After "is" or "were" and without "by": nobody in particular says so."""

BEING = frozenset("be is are was were been being".split())
AUXILIARIES = BEING | frozenset(
    "has have had having do does did will would can could may might shall should must hasn't haven't"
    " hadn't didn't doesn't don't won't wouldn't couldn't can't isn't aren't wasn't weren't".split()
)
NEGATIONS = frozenset(
    "not never neither nor nobody cannot hasn't haven't hadn't didn't doesn't don't won't wouldn't"
    " couldn't can't".split()
)
ADVERBS = frozenset(
    "also too later earlier then now still again already first only just since so far yet even ever once"
    " twice meanwhile today yesterday tonight all both each thus therefore however soon always often never"
    " not instead at length either long further themselves itself himself herself".split()
)
"""What may stand between a speaker and the verb, besides words in -ly."""


def inflect(base: str) -> list[str]:
    """The forms of a verb: itself, with "he" and in the past."""
    if base.endswith("e"):
        return [base, base + "s", base + "d"]
    if base.endswith("y") and base[-2] not in "aeo":
        return [base, base[:-1] + "ies", base[:-1] + "ied"]
    if base in {"admit", "submit", "log", "trim"}:
        return [base, base + "s", base + base[-1] + "ed"]
    third = base + "es" if base.endswith(("s", "sh", "ch")) else base + "s"
    return [base, third, base + "ed"]


def _table() -> dict[str, Verb]:
    forms: dict[str, Verb] = {form: Verb(says, False, True) for form, says in _PARTICIPLES.items()}
    for bases, irregular, says in ((_COUNTING, _IRREGULAR_COUNTING, False), (_SAYING, _IRREGULAR_SAYING, True)):
        for base in bases.split():
            for form in inflect(base) if base not in irregular else ():
                forms[form] = Verb(says, form in _NOUNLIKE, form.endswith("ed"))
        for base, others in irregular.items():
            for form in (base, *others.split()):
                forms[form] = Verb(says, form in _NOUNLIKE, form in _PAST or form.endswith("ed"))
    return forms


VERBS: dict[str, Verb] = _table()
