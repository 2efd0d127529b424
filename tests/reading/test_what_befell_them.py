"""What became of people where several words of the clause could tell it: captives who died, wards, survivors."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures
from tracker.reading.finding.parts import link_parts

KILLED, INJURED, MISSING = Outcome.KILLED, Outcome.INJURED, Outcome.MISSING
CAPTURED, CASUALTIES = Outcome.CAPTURED, Outcome.CASUALTIES

Counts = list[tuple[int | None, Outcome]]


def counts(text: str) -> Counts:
    article = Article(Document(text))
    figures = find_figures(article)
    link_parts(article, figures)
    return [(figure.value, figure.outcome) for figure in figures if not figure.implicit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six captives were shot by the men who held them.", [(6, KILLED)]),
        ("Fifty hostages and guards are now known to have died in the hall.", [(50, KILLED)]),
        ("The rescue came at the price of seven hostages' lives.", [(7, KILLED)]),
        ("Four of the hostages did not survive the rescue.", [(4, KILLED)]),
        ("Two of the captives have since died.", [(2, KILLED)]),
        ("Twelve prisoners of war perished when the barracks was shelled.", [(12, KILLED)]),
        ("At least nine prisoners were executed in the yard.", [(9, KILLED)]),
        ("Thirty prisoners were wounded when the roof fell in.", [(30, INJURED)]),
        ("The gang took 15 hostages and shot a guard.", [(15, CAPTURED)]),
        ("They hold 40 hostages, and eight more have been killed.", [(40, CAPTURED), (8, KILLED)]),
        ("The rebels took 30 prisoners after a fight in which 12 died.", [(30, CAPTURED), (12, KILLED)]),
        (
            "The dead number 37: 25 captives, seven policemen and five assailants.",
            [(37, KILLED), (25, KILLED), (7, KILLED), (5, KILLED)],
        ),
    ],
)
def test_the_verb_tells_more_than_the_noun_for_captives(text: str, expected: Counts) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Around 120 were taken to Mulago hospital.", [(120, INJURED)]),
        ("Nine others had been flown to the base hospital.", [(9, INJURED)]),
        ("Six soldiers lie in the military hospital at Quetta.", [(6, INJURED)]),
        ("Twenty-seven are still in a ward at the district clinic.", [(27, INJURED)]),
        ("MSF's hospital in Mocha received 30 people.", [(30, INJURED)]),
        ("The field clinic took in 64 people.", [(64, INJURED)]),
        ("Doctors have sent 33 patients home.", [(33, INJURED)]),
        ("The morgue had received 19 by noon.", [(19, KILLED)]),
        ("Four men were brought to the mortuary.", [(4, KILLED)]),
        ("A hospital in the port received 12 bodies.", [(12, KILLED)]),
        ("Five who had been left for dead are in a ward.", [(5, INJURED)]),
        ("Some 200 people were in the market when a shell killed nine.", [(9, KILLED)]),
    ],
)
def test_hospitals_and_morgues_tell_of_those_they_take_in(text: str, expected: Counts) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No trace has been found of 70 conscripts.", [(70, MISSING)]),
        ("There is still no word of nine of the crew.", [(9, MISSING)]),
        ("The families of 21 sailors have had no word.", [(21, MISSING)]),
        ("Contact was lost with 11 soldiers.", [(11, MISSING)]),
        ("Nobody knows where the other 26 are.", [(26, MISSING)]),
        ("The families are searching for 33 pupils, last seen in June.", [(33, MISSING)]),
        ("The families are searching for 33 pupils, abducted in June.", [(33, CAPTURED)]),
        ("After a search of the fields they counted 22 bodies.", [(22, KILLED)]),
        ("Twelve guards did not come home from the march.", [(12, KILLED)]),
        ("Of the 8,000 troops nine did not see the end of the year.", [(9, KILLED)]),
        ("Jets did for 140 fighters.", [(140, KILLED)]),
        ("Another 78 stifled in the lorries.", [(78, KILLED)]),
        ("Eleven girls are still in their captors' hands.", [(11, CAPTURED)]),
        ("Bandits rode off with 22 women.", [(22, CAPTURED)]),
        ("Nineteen sailors were being kept aboard by pirates.", [(19, CAPTURED)]),
        ("The militia parade 14 men.", [(14, CAPTURED)]),
        ("More than 1,000 of its men were disarmed and locked in a stadium.", [(1000, CAPTURED)]),
    ],
)
def test_verbs_of_loss_and_capture(text: str, expected: Counts) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The raid left nine dead, four of them women, and another 34 hurt.",
            [(9, KILLED), (4, KILLED), (34, INJURED)],
        ),
        ("He said that 17 others, badly hurt and left in the cold, had died.", [(17, KILLED)]),
        ("Nine welders, badly burned, were flown out.", [(9, INJURED)]),
        (
            "The mission has 1,700 civilian casualties. 500 had died, 1,200 had not.",
            [(1700, CASUALTIES), (500, KILLED), (1200, INJURED)],
        ),
        (
            "There were 900 civilian casualties. 400 of these died. The other 500 lived.",
            [(900, CASUALTIES), (400, KILLED), (500, INJURED)],
        ),
    ],
)
def test_asides_and_remainders_tell_what_befell_them(text: str, expected: Counts) -> None:
    assert counts(text) == expected
