"""The words that tell what became of people: verbs in all their forms, and what stands for an outcome told before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tracker.lib.vocabulary import Outcome
from tracker.reading.finding.fates import (
    ACTIVE,
    CAPTURED,
    CASUALTIES,
    EITHER,
    INJURED,
    KILLED,
    MISSING,
    NO_CASUALTY,
    PAIR,
    Costs,
)
from tracker.reading.finding.idioms import IDIOMS

_DOUBLED = frozenset("gun stab kidnap nab drag".split())


def verb_forms(verb: str) -> tuple[list[str], str]:
    """The forms of a regular verb that take an object behind them, and its past: "gun down" gives "gunned down"."""
    stem, space, rest = verb.partition(" ")
    tail = space + rest
    if stem.endswith("y") and stem[-2] not in "aeiou":
        past, present, going = stem[:-1] + "ied", stem[:-1] + "ies", stem + "ing"
    elif stem.endswith("e"):
        past, present, going = stem + "d", stem + "s", stem[:-1] + "ing"
    elif stem in _DOUBLED:
        past, present, going = stem + stem[-1] + "ed", stem + "s", stem + stem[-1] + "ing"
    else:
        past, present, going = stem + "ed", stem + ("es" if stem.endswith(("s", "sh", "ch")) else "s"), stem + "ing"
    return [stem + tail, present + tail, going + tail], past + tail


TRANSITIVE = {
    Outcome.KILLED: (
        "kill; murder; massacre; execute; behead; assassinate; lynch; neutralise; neutralize; eliminate; liquidate;"
        " slaughter; hang; butcher; martyr; decapitate; dismember; incinerate; annihilate; exterminate; strangle;"
        " electrocute; bayonet; gun down; mow down; finish off; pick off; wipe out; bury; exhume"
    ),
    Outcome.INJURED: (
        "injure; wound; maim; hospitalise; hospitalize; treat; burn; disable; mutilate; cripple; concuss; disfigure;"
        " lacerate; operate on; patch up; blind; bruise; traumatise; scald"
    ),
    Outcome.CAPTURED: (
        "capture; abduct; kidnap; apprehend; enslave; nab; round up; drag off; drag away; haul off; haul away; march"
        " off; march away; carry off; carry away; herd away; herd off; spirit away; whisk away; bundle away; snatch"
    ),
    Outcome.MISSING: "",
}
"""Regular verbs whose object, or whose subject in the passive, is counted."""

TALLIES: dict[Costs, str] = {
    (4, 1): (
        "count; counts; figure; figures; tally; total; totals; the number; that number; this number; total number;"
        " sum; estimate; estimates; reckoning; statistics; numbers; his number; its number; their number; balance"
    ),
    (99, 4): (
        "say; says; said; claims that; reports; reported; report; confirmed; confirms; confirm; concedes; concede;"
        " conceded; admits; speaks of; speak of; spoke of; spoken of; talks of; talked of; talk of; talked first of;"
        " lists; gives; gave; give; cites; cited; estimates; estimated; registered; wrote of; told of; boasts of;"
        " bragged of; acknowledges; acknowledge; claims; claimed; claim; lists; listed; mentions; mentioned;"
        " announced; believes; believe; insists; insisted; reckons; reckons with; reckon with; counting; asserted"
    ),
    (99, 2): (
        "adds; added; adding; add; identified; named; name; vouch for; vouched for; documented; raised this to;"
        " raised it to; raised that to; put it at; puts it at; put that at; revised it to; revised that to; admitted"
        " to; admits to; acknowledged; owned up to; admitted; make up; making up; made up;"
        " put them; puts them; put the number; account for; accounts for; accounted for; accounting for; rose to;"
        " risen to; rises to; rise to; rising to; climbed to; climbs to; climbing to; increased to; increased from;"
        " jumped to; grew to; grown to; mounted to; gone to; include; includes; included; responsible for; blames;"
        " blamed for; compared with; against; up from; down from; stands at; stood at; stand at; come to; came to;"
        " comes to; amount to; amounts to; amounted to; totalled; totaled; totals; reached; reaches; reach; made it;"
        " makes it; arrived at; arrives at; came up with; comes up with; it was; was now; settled on; settled at;"
        " stuck to; sticks to; stick to; insist on; revised to; lowered to; cut to; raised to; corrected to; went up"
        " to; brought to; brings to; no higher than; no further than; came on; came upon; came across; come upon;"
        " stumbled on; discovered; found; result was; result is; allowed; allows; granted; grants; disclosed;"
        " discloses; knows of; knew of; learned of; heard of; tallies; tallied; is now; was then; has it at; makes"
        " that"
    ),
    (1, 9): "counted; recorded; documented; verified; tallied; logged; names; such cases; listed; such deaths",
}
"""What stands for an outcome told before: "the figure stands at 12", "raised this to 179"."""


def outcome_rows() -> Iterator[tuple[Outcome | None, Costs, str]]:
    """Every phrase that tells an outcome, with its costs; of a phrase that comes twice the later counts."""
    for outcome, verbs in TRANSITIVE.items():
        for verb in filter(None, (verb.strip() for verb in verbs.split(";"))):
            before, past = verb_forms(verb)
            yield from ((outcome, ACTIVE, form) for form in before)
            yield outcome, EITHER, past
    for told, rows in (
        (None, NO_CASUALTY),
        (Outcome.KILLED, KILLED),
        (Outcome.INJURED, INJURED),
        (Outcome.MISSING, MISSING),
        (Outcome.CAPTURED, CAPTURED),
        (Outcome.CASUALTIES, CASUALTIES),
        *IDIOMS.items(),
    ):
        for costs, phrases in rows.items():
            yield from ((told, costs, phrase.strip()) for phrase in phrases.split(";"))
    yield from ((Outcome.CASUALTIES, PAIR, phrase) for phrase in _pairs())


def _pairs() -> Iterator[str]:
    """ "dead and wounded", "killed, injured or missing": one number for both."""
    killed, hurt = ("dead", "killed", "slain"), ("wounded", "injured", "hurt", "maimed")
    manners = ("", " badly", " seriously", " severely", " gravely", " critically")
    links = ("and / or", "/", *(link + manner for link in ("and", "or") for manner in manners))
    tails = [f"{link} {last}" for link in ("and", "or") for last in ("lost", "missing", "captured")]
    yield from (" ".join(words) for words in product(killed, links, hurt))
    yield from (
        " ".join(words).strip() for words in product(("killing",), ("and", "or"), ("wounding", "injuring"), ("", "of"))
    )
    yield from (f"{dead} , {wounded} {tail}" for dead, wounded, tail in product(killed, hurt, tails))
