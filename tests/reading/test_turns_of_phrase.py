"""Deaths, wounds, captivity and disappearance in the words of writers who avoid the usual ones."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

KILLED, INJURED, MISSING = Outcome.KILLED, Outcome.INJURED, Outcome.MISSING
CAPTURED, CASUALTIES = Outcome.CAPTURED, Outcome.CASUALTIES


def counts(text: str) -> list[tuple[int | None, Outcome]]:
    figures = find_figures(Article(Document(text)))
    return [(figure.value, figure.outcome) for figure in figures if not figure.implicit and figure.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mortars landed on the market at noon. Nine shoppers never went home.", [9]),
        ("The village held its funerals on Friday: 22 of them, one after another.", [22]),
        ("A sniper accounted for five of the attackers, the colonel said.", [5]),
        ("The ambush cost the battalion 17 men.", [17]),
        ("The brigade is poorer by thirty men tonight.", [30]),
        ("By evening the morgue had 52 on its floor.", [52]),
        ("The aircraft did for 140 fighters, by the colonel's reckoning.", [140]),
        ("The faithful of the town are mourning 70 or more of their number.", [70]),
        ("Of the garrison, nine did not see the end of the year.", [9]),
        ("Seven men did not reach the town alive.", [7]),
        ("Twelve of the crew did not get away alive; nor did about 27 soldiers.", [12, 27]),
        ("The sentry saw ten fall.", [10]),
        ("The column was fired on, and 78 people stifled in the lorries.", [78]),
        ("A pit at the edge of town held what was left of 40 men.", [40]),
        ("No survivors were found among the 62 who were inside.", [62]),
        ("The ministry confirmed it: none of the 14 on board had lived.", [14]),
        ("Fourteen were on board. None survived.", [14]),
        ("State television gave the score: 115 jihadists for the loss of nine soldiers.", [115, 9]),
        ("The church had been taken at the price of seven hostages' lives.", [7]),
        ("The militants shot eleven captives before they withdrew.", [11]),
        ("The bulletin came at noon. Died of wounds: 8.", [8]),
        ("Nine passengers were dragged from two buses. Their bodies were found by the roadside.", [9]),
        ("The pilot aimed at two men on a roof and killed both.", [2]),
        ("Everyone aboard perished, 38 people in all.", [38]),
        ("Rescuers reached most of them; for 30 more they came too late.", [30]),
        ("The rebel site counts sixty army dead.", [60]),
        ("Forty of the fallen have been sent home; another 120 lie in cold stores.", [40, 120]),
        ("Two hundred and six were put in one grave.", [206]),
        ("Seventeen never left the burning barracks.", [17]),
        ("Before help could reach them, 15 of the injured had bled out.", [15]),
        ("The ward lost three on the first day, on the second five.", [3, 5]),
        ("Of the dead, who number forty-two, the youngest was a baby.", [42]),
        ("Two days later, two more of the injured died.", [2]),
        ("He survived the attack that carried off his wife and three of his children.", [3]),
        ("The drowned include 11 soldiers and their instructor.", [11]),
        ("There will be nobody left: 48 men gone in a day.", [48]),
        ("Car bomb at a checkpoint, 13 dead incl. 4 police.", [13, 4]),
        ("The death of a sixth hostage brings to 39 the number who have died in captivity.", [39]),
        ("The soldiers fired on each other, which killed three of the five they lost.", [3, 5]),
        ("The arithmetic of the government: 22 soldiers, 140 terrorists.", [22, 140]),
    ],
)
def test_the_dead(text: str, expected: list[int]) -> None:
    assert counts(text) == [(count, KILLED) for count in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the bombing, surgeons operated through the night on 26 patients.", [(26, INJURED)]),
        ("The blast sent 61 people to hospital.", [(61, INJURED)]),
        ("Fifteen were killed outright. Some thirty more lie on mats in a clinic.", [(15, KILLED), (30, INJURED)]),
        ("As many as 10 of the fifty-strong raiding party limped away.", [(10, INJURED)]),
        ("State television says that 50 soldiers were overcome by fumes.", [(50, INJURED)]),
        ("The grenade killed two and put nine in hospital.", [(2, KILLED), (9, INJURED)]),
        ("He has operated on six himself.", [(6, INJURED)]),
        ("No trace has been found of 70 soldiers.", [(70, MISSING)]),
        ("Red Crescent: 8 bodies so far, 20 or so still beneath the rubble.", [(8, KILLED), (20, MISSING)]),
        ("Twelve were killed; fewer than ten are being sought.", [(12, KILLED), (10, MISSING)]),
        ("More than 1,200 of its men were disarmed and locked in a stadium.", [(1_200, CAPTURED)]),
        ("Eleven girls remain in their captors' hands.", [(11, CAPTURED)]),
        ("By the rebels' account 57 of the 100-strong unit laid down their arms.", [(57, CAPTURED)]),
        ("The Houthis took the ridge and 23 of its defenders alive.", [(23, CAPTURED)]),
        ("Boko Haram freed 21 of the girls; 197 are still with it.", [(197, CAPTURED)]),
        ("Some 400 rebels were killed, and upwards of 250 taken in combat.", [(400, KILLED), (250, CAPTURED)]),
        ("Hamas took 251 people that day.", [(251, CAPTURED)]),
        ("The bandits came on motorbikes and left with 17 women.", [(17, CAPTURED)]),
        ("More than a hundred girls were taken; 57 leapt from the lorries.", [(100, CAPTURED)]),
        ("In the raid on the hotel the gunmen held 170 guests for nine hours.", [(170, CAPTURED)]),
        ("The garrison hoisted a white flag: 140 men, two of them officers.", [(140, CAPTURED), (2, CAPTURED)]),
        ("Where 43 of the recruits are, nobody at headquarters can say.", [(43, MISSING)]),
        ("Contact with 22 of the border guards broke off at dawn.", [(22, MISSING)]),
        ("Parents of 28 pupils are still waiting at the gate for news.", [(28, MISSING)]),
        ("Of the 49 on board, two have yet to be found.", [(2, MISSING)]),
        ("Thirty-two people are being looked after, nine of them in a grave state.", [(32, INJURED), (9, INJURED)]),
        ("Shrapnel got eleven children in the yard.", [(11, INJURED)]),
        ("Fifty-five were patched up and sent home, 12 kept in.", [(55, INJURED), (12, INJURED)]),
        ("The ambulances made eleven trips and brought in 29.", [(29, INJURED)]),
        ("Two journalists were hit by rubber bullets, one in the eye.", [(2, INJURED), (1, INJURED)]),
        ("The rebels deny having harmed any of the 33 teachers they hold.", [(33, CAPTURED)]),
        ("Seven of the hostages were let go for want of insulin. Sixty-one remain.", [(61, CAPTURED)]),
        ("Hospitals report 400 admissions and 96 deaths.", [(400, INJURED), (96, KILLED)]),
        ("In the end 68 of the injured got through.", [(68, INJURED)]),
        ("Nine were flown to the base hospital, a couple of them on ventilators.", [(9, INJURED), (2, INJURED)]),
        ("Relatives of 61 men taken from the town want to know where they are.", [(61, CAPTURED)]),
    ],
)
def test_the_wounded_the_missing_and_the_captured(text: str, expected: list[tuple[int, Outcome]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack killed 20. By nightfall the figure had gone to 34, and on Tuesday it stood at 41.", [20, 34, 41]),
        ("The army admits to nine dead. The rebels insist on 60.", [9, 60]),
        ("Police put the dead at 16; a local monitor has 21.", [16, 21]),
        ("Twenty men died, the mayor says. The prefect would commit himself to above 60.", [20, 60]),
        ("The army says that 30 rebels died. The rebels' own note owns to one.", [30, 1]),
        ("The coalition owned up to 352 deaths. Others hold that 3,100 would be nearer the mark.", [352, 3_100]),
        ("The Observatory has lifted its count to at least 310 civilians, 72 of them children.", [310, 72]),
        ("The service, which counts the dead, had begun with 20 and moved to 23 on Friday.", [20, 23]),
        ("Eighteen people died, the mayor said. He had said 12 in the morning.", [18, 12]),
        ("The general gave his dead as 64, ten fewer than the 74 of the week before.", [64, 74]),
        ("In October 185 people met a violent end, three ministries say; for May the sum was 273.", [185, 273]),
        ("The radio had it that 11 perished; the ministry would go no further than six.", [11, 6]),
        ("Two hundred. That's how many people are dead, say the villagers.", [200]),
        ("Twenty-eight died, 13 are missing. The earlier figure of 54 was too high.", [28, 13, 54]),
    ],
)
def test_a_count_may_come_in_many_words(text: str, expected: list[int]) -> None:
    assert [value for value, _ in counts(text)] == expected
    assert {outcome for value, outcome in counts(text) if value != 13} == {KILLED}
