"""Numbers that go on with the figure before them: parts, items, further victims, and the same number again."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

KILLED, CAPTURED = Outcome.KILLED, Outcome.CAPTURED


def counts(text: str) -> list[tuple[int | None, Outcome]]:
    figures = find_figures(Article(Document(text)))
    return [(figure.value, figure.outcome) for figure in figures if not figure.implicit and figure.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 20 villagers fell, along with a dozen fighters of the katiba.", [20, 12]),
        ("Twenty-two officers fell in the battle, together with 140 of other ranks.", [22, 140]),
        ("The register has 121 children among the fallen, 84 of these younger than 12.", [121, 84]),
        ("The dead came to 98 all told: 61 of theirs, 18 of the government's, 19 civilians.", [98, 61, 18, 19]),
        ("The spokesman still had the toll at 37: 25 captives, seven policemen and five assailants.", [37, 25, 7, 5]),
        ("Twenty-five died (19 soldiers, 6 policemen).", [25, 19, 6]),
        ("Three occupants lay dead: a Spanish coordinator and two colleagues.", [3, 2]),
        ("More than 100 bandits were killed before dawn, two of their commanders included.", [100, 2]),
        ("Sixty-five policemen lost their lives. So did 213 civilians, most of them branded informers.", [65, 213]),
        ("Malawi's army grieves for three, Uruguay's for one.", [3, 1]),
        ("Of the bus's passengers 185 were shot, by the count of two ministries, of whom 120 were women.", [185, 120]),
        ("More than 200 gunmen were slain, ten of whom came out of a tunnel at dawn.", [200, 10]),
        ("Four soldiers died in two attacks. Two of them were French legionnaires.", [4, 2]),
        ("Eleven died on the spot, two on the way to hospital and one on the operating table.", [11, 2, 1]),
        ("Warsaw announced that one of the victims was a citizen of Poland.", [1]),
        (
            "Everyone aboard was killed, 38 people. Thirty were servicemen; 22 of these belonged to one unit.",
            [38, 30, 22],
        ),
    ],
)
def test_parts_and_items_of_the_dead(text: str, expected: list[int]) -> None:
    assert counts(text)[-len(expected) :] == [(count, KILLED) for count in expected][-len(counts(text)) :]
    assert len(counts(text)) == len(expected)


def test_a_number_given_before_is_counted_again_as_the_whole_of_a_part() -> None:
    text = "The army thinks that 63 hostages are living. Eleven of the 63 are soldiers; six come from Thailand."
    assert counts(text) == [(63, CAPTURED), (11, CAPTURED), (63, CAPTURED), (6, CAPTURED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine were killed, four of them women, and another 34 hurt.", [9, 4, 34]),
        ("The soldiers carried out nine operations, three of these still going on, and killed 12.", [12]),
        ("Of the 8,400 troops in the country, nine were killed.", [9]),
    ],
)
def test_a_part_is_of_the_people_and_not_of_things_or_strengths(text: str, expected: list[int]) -> None:
    assert [value for value, _ in counts(text)] == expected
