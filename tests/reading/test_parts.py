"""Which figure is a part of which."""

from __future__ import annotations

import pytest

from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures
from tracker.reading.finding.parts import link_parts


def parts(text: str) -> list[int | None]:
    article = Article(Document(text))
    figures = find_figures(article)
    link_parts(article, figures)
    return [figure.part_of for figure in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed 60 people, including 25 children.", [None, 0]),
        ("The raid killed 60 people, including 25 children and 11 women.", [None, 0, 0]),
        ("The raid killed 19, of whom 13 were civilians.", [None, 0]),
        ("The raid killed 12, five of them soldiers.", [None, 0]),
        ("The raid killed 141 people. At least 132 of the dead were children.", [None, 0]),
        ("The battle killed 192 soldiers. Of the fallen, 180 were conscripts.", [None, 0]),
        ("Ten soldiers were killed: four officers and six conscripts.", [None, 0, 0]),
        ("Two more soldiers were killed, taking the death toll to 19.", [1, None]),
        ("The raid killed 12 soldiers and wounded 30.", [None, None]),
        ("Shelling killed 12 people in the north. A mine killed 40 in the south.", [None, None]),
        ("The raid killed 12 people, including 25 children.", [None, None]),
    ],
)
def test_parts_are_linked_where_the_text_links_them(text: str, expected: list[int | None]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast wounded 40. The wounded included nine pupils.", [None, 0]),
        ("The blast killed 30. The death toll includes four guards and two cooks.", [None, 0, 0]),
        ("The blast killed 30. Two clerks, both in their twenties, were among the dead.", [None, 0]),
        ("The clinic received 51 wounded and two of them died.", [None, 0]),
        ("Five soldiers were wounded, but three of them succumbed.", [None, 0]),
        ("The raid killed nine and wounded 38. Three of the wounded later died.", [None, None, 1]),
        ("The raid killed 272. Thirty-three of that number were civilians.", [None, 0]),
        ("The raid killed nine. Talks included two generals.", [None]),
    ],
)
def test_a_sentence_may_open_with_the_whole_or_end_with_it(text: str, expected: list[int | None]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty-eight died. Three were soldiers on leave.", [None, 0]),
        ("Ninety were injured. Fewer than 40 are still in hospital.", [None, 0]),
        ("Ninety were injured, 18 children included.", [None, 0]),
        ("Nine died in Kyiv. Four were killed in Lviv.", [None, None]),
        ("Five hundred were shot there. Around 20 women figure in that total.", [None, 0]),
        ("The toll stands at 240 dead. That includes 31 children.", [None, 0]),
        ("Of the fourteen dead, nine had been lost by Friday.", [None, 0]),
        ("Forty were shot. Eleven of the 40 are soldiers.", [None, 2, None]),
        ("It took 101 lives in the cellar and four next door, that is, 105 in all.", [2, 2, None]),
        ("Three more were shot at first light. That makes 17 dead in five days.", [1, None]),
        ("The death toll rose by four to 31.", [1, None]),
        ("The army lost 774 dead, 490 of them on the east bank and 284 on the west.", [None, 0, 0]),
        ("Human Rights Watch confirmed 28 deaths; 16 of the victims were children.", [None, 0]),
        ("The raid killed 30; another 12 died on Friday.", [None, None]),
    ],
)
def test_parts_may_stand_in_a_sentence_of_their_own_or_before_the_sum(text: str, expected: list[int | None]) -> None:
    assert parts(text) == expected
