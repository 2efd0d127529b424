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
