"""Every verb and noun for an outcome, in every frame in which reporters set it, with a number of its own."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lib.test_numbers import in_words
from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

DONE_TO = {
    Outcome.KILLED: (
        "killed; slain; massacred; executed; beheaded; assassinated; murdered; shot dead; gunned down; lynched;"
        " neutralised; eliminated; liquidated; slaughtered; hanged; butchered; stabbed to death; beaten to death;"
        " hacked to death; blown up; crushed to death; put to death; wiped out; mown down; cut down; finished off;"
        " decapitated; blown to pieces; torn apart; burned alive; buried alive; tortured to death; strangled;"
        " annihilated; fatally wounded; mortally wounded; stoned to death; sent to hell; riddled with bullets"
    ),
    Outcome.INJURED: (
        "injured; wounded; hurt; maimed; hospitalised; treated; mutilated; crippled; disabled; shot and wounded; badly"
        " hurt; blinded; disfigured; put in hospital; hit by shrapnel"
    ),
    Outcome.MISSING: (
        "unaccounted for; not accounted for; never found; not located; reported missing; listed as missing; lost at"
        " sea; forcibly disappeared; trapped under the rubble"
    ),
    Outcome.CAPTURED: (
        "captured; abducted; kidnapped; taken prisoner; taken hostage; taken captive; held hostage; led away; carried"
        " off; seized; snatched; marched off; dragged away; hauled away; rounded up; apprehended; taken away; taken"
        " alive; made prisoner; enslaved; herded away; spirited away"
    ),
}
PASSIVE_FRAMES = (
    "In the village {n} people were {word}.",
    "{n} were {word} in the raid on the town.",
    "Shells hit the market and {n} were {word}.",
    "Of the defenders, {n} were {word}, said the ministry.",
    "The number of people {word} is {n}.",
    "Among those {word} were {n} teachers.",
    "{n} people, most of them farmers, were {word} in the night.",
    "{n} people, a farmer and his sons among others, were {word} in the night.",
)
DID = {
    Outcome.KILLED: (
        "died; perished; drowned; suffocated; fell; succumbed to their wounds; lost their lives; gave their lives; laid"
        " down their lives; passed away; attained martyrdom; embraced martyrdom; starved to death; bled to death; did"
        " not survive; did not make it; will never come home; paid with their lives; paid the ultimate price; made the"
        " supreme sacrifice; met their deaths; met their end; died of their wounds; lay dead; were found dead; were"
        " declared dead; are feared dead; were laid to rest; breathed their last; came home in coffins; froze to death"
    ),
    Outcome.INJURED: (
        "suffered injuries; sustained wounds; suffered burns; were taken to hospital; were rushed to a clinic; remain"
        " in"
        " hospital; are in intensive care; are in critical condition; received treatment; needed medical care; were"
        " admitted to hospital; are fighting for their lives; lost limbs; underwent surgery; escaped with wounds; are"
        " on life support; suffered shock; were discharged from hospital"
    ),
    Outcome.MISSING: (
        "are missing; went missing; disappeared; vanished; cannot be found; have not been found; have not been seen"
        " since; never returned; did not return; cannot be reached; are still under the rubble; have yet to be found;"
        " failed to return; are out of contact; remain untraced"
    ),
    Outcome.CAPTURED: (
        "surrendered; gave themselves up; laid down their arms; laid down their weapons; fell into captivity; are in"
        " captivity; are still held; remain captive; went into captivity; handed themselves over; raised the white"
        " flag; are in rebel hands; are in the hands of the rebels; are in Russian custody"
    ),
}
ACTIVE_FRAMES = (
    "In the village {n} people {word}.",
    "{n} soldiers {word}, said the ministry after the battle.",
    "After the attack {n} {word}.",
    "{n} of the soldiers {word}.",
    "{n} people, among them a teacher, {word}.",
    "The army said that {n} of its men {word} in the fighting.",
)
NOUNS = {
    Outcome.KILLED: (
        "dead; deaths; fatalities; bodies; corpses; lives lost; martyrs; coffins; funerals; dead bodies; killings;"
        " executions; murders; burials; graves; slayings"
    ),
    Outcome.INJURED: "wounded; injured; injuries; wounds; cases of wounds",
    Outcome.MISSING: "missing; disappeared; disappearances; missing persons",
    Outcome.CAPTURED: "hostages; captives; prisoners; prisoners of war; abductees; abductions; kidnappings; surrenders",
    Outcome.CASUALTIES: "casualties; losses; killed and wounded; dead and injured; killed or maimed",
}
NOUN_FRAMES = (
    "The attack left {n} {word}.",
    "The ministry reported {n} {word}.",
    "The number of {word} is {n}.",
    "The number of {word} rose to {n}, the army said.",
    "The ministry put the number of {word} at {n}.",
    "The {word}: {n}.",
    "There were {n} {word} after the battle.",
    "Rebels attacked the village. {n} {word}, says the mayor.",
    "{word} now stand at {n}, said the army.",
)
SET_IN = [(DONE_TO, PASSIVE_FRAMES), (DID, ACTIVE_FRAMES), (NOUNS, NOUN_FRAMES)]
CASES = [
    (frame, word.strip(), outcome)
    for words, frames in SET_IN
    for outcome, phrases in words.items()
    for word, frame in product(phrases.split(";"), frames)
]


def counts(text: str) -> list[tuple[int | None, Outcome]]:
    return [(figure.value, figure.outcome) for figure in find_figures(Article(Document(text))) if not figure.implicit]


def sentence(frame: str, word: str, number: str) -> str:
    text = frame.format(n=number, word=word)
    return text[0].upper() + text[1:]


@pytest.mark.parametrize(("frame", "word", "outcome"), CASES)
def test_each_word_tells_its_outcome_in_each_frame(frame: str, word: str, outcome: Outcome) -> None:
    assert counts(sentence(frame, word, "thirty-seven")) == [(37, outcome)]


@given(st.sampled_from(CASES), st.integers(2, 999_999), st.booleans())
def test_whatever_the_number(case: tuple[str, str, Outcome], number: int, in_digits: bool) -> None:
    frame, word, outcome = case
    written = f"{number:,}" if in_digits else in_words(number)
    assert counts(sentence(frame, word, written)) == [(number, outcome)]
