"""Numbers of people alive beside numbers of casualties: witnesses, attackers, crowds, strengths, refugees."""

from __future__ import annotations

import pytest

from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures


def values(text: str) -> list[int | None]:
    return [figure.value for figure in find_figures(Article(Document(text))) if not figure.implicit]


@pytest.mark.parametrize(
    "text",
    [
        "Two people died in the fire, two nurses told us. More than 3,000 have registered with the UN.",
        "Two died. The constable reckons that 300 came at them.",
        "Two died. The president puts the attackers at 800; estimates put the garrison at 6,000.",
        "Two died. The army, with 60,000 men in the three provinces, prefers percentages.",
        "Two died as gunmen stormed the church, with around 100 worshippers inside.",
        "Two died. Rescuers numbering 160 worked through the dark.",
        "Two died. The region's Christians, perhaps 1.4 million before 2003, live in fear.",
        "Two attackers were killed when 300 troops surrounded the building.",
        "Two guards died. He thanked the 3,000 volunteers who had searched for the missing.",
        "Two died. The report also records the rape of 58 women.",
        "Two died. A truce of one week freed 105 of those held in November, against 240 prisoners.",
        "Two died. Has anyone come out? Yes: 117.",
        "Two died, and over 21,000 have seen the inside of a cell.",
        "Two died. The driver escaped with three others.",
        "Two died. A bounty of 5 million was on his head.",
        "Two died; the wounded outnumber the dead almost two to one.",
        "Two died. Parked cars burned, 50 in all.",
        "Two died. The president himself, 46, is back at his desk.",
        "Two boys of 14 and 16 were killed.",
        "Of every ten wounded who reach us, three die, the surgeon says. Two died on Monday.",
        "Two villagers, all of them past 60, were found dead.",
        "Two died. Lawyers have opened 40 files on men last seen in custody.",
        "Two died. Six sailors were picked up. The exchange brought home 48 soldiers.",
        "Two died. The ceasefire let 60 prisoners go home, 30 on each side.",
        "Two guards died when a shell hit the school, which has 450 pupils.",
        "Two died. Some 150 of them try the gate of an army base.",
        "Two died at six in the morning.",
        "War news, item 2: two died.",
        "Two died. It took four men to do it, and the hall holds 900 people.",
        "Two died. UN schools have taken in 83,000 people.",
        "Two died. Six soldiers taken at the border were swapped for an officer.",
        "Two boys, none older than 15, were killed.",
        "Two died. Steps were taken by 30 states.",
        "The 3rd Battalion, 480 strong when it landed, has buried two.",
        "The rebels number 5,000 or so. Their offensive has cost the army two dead.",
        "Sixty trucks left with food. Nine never arrived; two of the drivers were shot.",
        "A delegation of 22 elders went to the front to ask for the bodies of two sons of the clan.",
        "The judge heard 64 witnesses on the deaths of two villagers.",
        "Police want 12 men for the bombing in which two people lost their lives.",
        "The bomber, one of three brothers, blew himself up among recruits: two dead.",
        "Chad's 1,400 have lost two of their number.",
        "On day 100 the mayor read out the names of two dead.",
        "The report names 58 officers. It puts the dead at two.",
        "The governor gave the families of the two victims money and promised 500 more police.",
        "He had 14 clerks before the war. Two were killed, three are at the front.",
        "At the bridge, 25 paratroopers held off 300 men until dusk. They lost two.",
        "Two died. The men on motorbikes came before midnight, three hundred riders by one estimate.",
        "The wedding hall seats 400. That night it held two dead.",
        "Two died. The gunmen, of whom a hundred and twenty remain in four districts, are cut off.",
        "The sentence was death for three of the accused. Two men were shot dead.",
    ],
)
def test_people_alive_are_passed_over(text: str) -> None:
    assert values(text) == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve soldiers who had held the post were shot dead.", [12]),
        ("Losses altogether are close to one million dead.", [1_000_000]),
        ("Police spoke of 12 dead, three more than in the morning.", [12, 3]),
        ("The talk of eleven dead had come from doctors.", [11]),
        ("A family of seven was wiped out.", [7]),
        ("Seven were killed at a maternity clinic.", [7]),
        ("Of the 30 dead, two were medics.", [30, 2]),
        ("Soldiers searched 300 houses, arrested 54 men and shot one.", [1]),
        ("The civilians murdered by the gunmen numbered 27.", [27]),
        ("When it was over, 33 of the attackers lay before the wire.", [33]),
        ("He thanked the 3,000 volunteers. Eight are still not found.", [8]),
        ("Two sentries stood in the gate and were shot.", [2]),
        ("Twelve villagers refused to leave and died.", [12]),
        ("He was one of three to be pulled out wounded.", [3]),
    ],
)
def test_what_looks_alive_may_be_a_casualty(text: str, expected: list[int]) -> None:
    assert values(text) == expected
