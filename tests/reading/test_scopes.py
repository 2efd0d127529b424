"""Which scope a figure has: each rule of language by short texts that keep it, and by traps that look like it."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.reading.figures import Figure
from tracker.reading.reader import read_figures

THURSDAY = date(2024, 11, 14)

INCIDENTS = [
    ("Nine people were killed when a rocket hit a clinic in Idlib on Tuesday.", "i"),
    ("A drone struck a bus near the port, killing six passengers and wounding eleven.", "ii"),
    ("Gunmen opened fire at a checkpoint before dawn and killed 14 soldiers.", "i"),
    ("The death toll from Monday's blast in the market has risen to 52.", "i"),
    ("A convoy was ambushed outside Kidal in March, leaving 23 soldiers dead.", "i"),
    ("In the night from Monday to Tuesday, 17 people died in a raid on the town.", "i"),
    ("The war began when gunmen killed 40 villagers at Amara.", "i"),
    ("40 people were killed and 150 injured in the two bombings.", "ii"),
    ("In a separate incident on Tuesday, a mine killed three farmers.", "i"),
    ("In another clash in the same district, troops killed four rebels, a military official said.", "i"),
]
TOTALS = [
    ("The war has killed more than 12,000 people since April 2023.", "c"),
    ("The ministry says 3,200 people have been killed and 7,100 wounded since 4 March.", "cc"),
    ("Over 900 soldiers have died in the conflict, the army said.", "c"),
    ("In two decades the insurgency has claimed 35,000 lives.", "c"),
    ("When the guns fell silent on 30 September 2,300 people were missing.", "c"),
    ("Six days of fighting have left 410 people dead.", "c"),
    ("The fighting lasted 11 days and killed 260 people.", "c"),
    ("On Monday the soldiers killed stood at 14.", "c"),
    ("The soldiers killed in the war numbered 27 on Monday.", "c"),
]
PERIODS = [
    ("At least 45 people were killed in the past 24 hours.", "p"),
    ("In October, 312 civilians were killed across the country, the monitor said.", "p"),
    ("Rebels lost 17 men over a 24-hour period, the army said.", "p"),
    ("The navy said that five divers had died in two attacks on Thursday.", "p"),
    ("Clashes elsewhere in the province on Friday killed eleven people, police said.", "p"),
    ("On Friday alone 30 protesters were shot dead in several cities.", "p"),
    ("In three separate attacks on Friday 21 farmers died and 9 people were wounded.", "pp"),
    ("Another 12 people were killed, bringing the total to 340.", "pc"),
    ("Twelve more bodies were found, taking the toll of the war to 1,871.", "pc"),
]
OTHER_WARS = [
    ("The first civil war, which ended in 1994, killed 60,000 people.", "b"),
    ("The war of 1998 cost 4,000 lives.", "b"),
    ("The last war in the province ended in 2005. Some 80,000 people died in it.", "b"),
    ("In May 1998 six days of fighting killed 120 people.", "b"),
]


def scopes(figures: list[Figure]) -> str:
    """The first letters of the figures' scopes."""
    return "".join(figure.scope.value[0] for figure in figures)


@pytest.mark.parametrize(("text", "expected"), INCIDENTS + TOTALS + PERIODS + OTHER_WARS)
def test_a_sentence(text: str, expected: str) -> None:
    assert scopes(read_figures(text, published=THURSDAY)) == expected


def test_a_number_told_again_has_the_scope_of_its_first_mention() -> None:
    text = (
        "The war has killed 212 soldiers since May, the army said.\n\n"
        "A drone fell on a bus in the port on Monday and killed four. Of soldiers, 212 killed was all he would say."
    )
    assert scopes(read_figures(text, published=THURSDAY)) == "cic"


def test_a_since_that_only_says_afterwards_counts_from_nothing() -> None:
    text = "A bomb at the station on Monday killed 30 people. Two of the wounded have since died, the hospital said."
    assert scopes(read_figures(text, published=THURSDAY)) == "ii"


def test_the_first_attack_of_a_war_keeps_its_own_toll() -> None:
    text = "The war has killed 9,000 people since 7 October, when raiders stormed a village and killed 130."
    assert scopes(read_figures(text, published=THURSDAY)) == "ci"


def test_a_wars_toll_at_the_end_does_not_make_an_attack_a_total() -> None:
    text = (
        "Bomb kills 19 at bus station\n"
        "A bomb in a parked car killed 19 people on Wednesday at a bus station in the capital, police said.\n"
        "Doctors at the central hospital were treating 44 people. Seven of them were in intensive care.\n"
        "Witnesses saw a man run from the car minutes before the blast shook the whole street.\n"
        "The insurgency has killed 11,000 people since January 2014."
    )
    figures = read_figures(text, published=THURSDAY)
    assert scopes(figures)[:3] == "iii"
    assert scopes(figures)[-1] == "c"


def test_parts_have_the_scope_of_their_whole() -> None:
    text = "At least 4,120 people have died in the war, including 610 children and 95 aid workers."
    assert scopes(read_figures(text, published=THURSDAY)) == "ccc"


def test_contrary_signs_lower_how_sure_the_scope_is() -> None:
    plain = read_figures("A bomb in a market on Monday killed 30 people.", published=THURSDAY)[0]
    mixed = read_figures("A bomb in a market, in the fourth month of the war, killed 30 people.", published=THURSDAY)[0]
    assert 0.4 <= mixed.sure["scope"] < plain.sure["scope"] <= 0.95


def test_an_increase_and_its_new_total_differ() -> None:
    text = "Eleven more soldiers were named on Tuesday, bringing the losses of the army in the war to 240."
    assert scopes(read_figures(text, published=THURSDAY)) == "pc"


@pytest.mark.parametrize(
    "text", ["killed 3 " * 400, "the first war killed 20 since 5 May. " * 200, "\x00 \ud800 killed 7"]
)
def test_any_text_gets_a_known_scope_and_an_honest_chance(text: str) -> None:
    for figure in read_figures(text, published=THURSDAY):
        assert figure.scope.value[0] in "cpib"
        assert 0 < figure.sure["scope"] <= 0.95
