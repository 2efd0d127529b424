"""Number phrases in running text: where they begin and end, what they say, and how they are qualified."""

from __future__ import annotations

import pytest

from tracker.lib.counts import Qualifier
from tracker.reading.document import Document
from tracker.reading.finding.phrases import find_phrases


def phrases(text: str) -> list[tuple[str, str, int | None]]:
    document = Document(text)
    return [(document.span(p.at, p.after), p.qualifier.value, p.value) for p in find_phrases(document)]


@pytest.mark.parametrize(
    ("text", "span", "qualifier", "value"),
    [
        ("killed 1,234 people", "1,234", "exact", 1_234),
        ("killed forty-nine people", "forty-nine", "exact", 49),
        ("killed 1.2 million people", "1.2 million", "exact", 1_200_000),
        ("killed half a dozen men", "half a dozen", "exact", 6),
        ("killed a pair of guards", "a pair", "exact", 2),
        ("killed thirty-five (35) people", "thirty-five (35)", "exact", 35),
        ("at least 40 dead", "at least 40", "at_least", 40),
        ("no fewer than 318 soldiers", "no fewer than 318", "at_least", 318),
        ("said 415 or more died", "415 or more", "at_least", 415),
        ("nearly 5,000 dead", "nearly 5,000", "nearly", 5_000),
        ("dead close in on 700 for the year", "close in on 700", "nearly", 700),
        ("close on 50 dead", "close on 50", "nearly", 50),
        ("well over 200 dead", "well over 200", "more_than", 200),
        ("has lost 190-plus", "190-plus", "more_than", 190),
        ("the toll surpassed 60 today", "surpassed 60", "more_than", 60),
        ("the 70,000 has long been exceeded", "70,000", "more_than", 70_000),
        ("as many as 18 died", "as many as 18", "up_to", 18),
        ("at most 140,000 died", "at most 140,000", "up_to", 140_000),
        ("just under 6,000 dead", "just under 6,000", "fewer_than", 6_000),
        ("an estimated 30,000 died", "an estimated 30,000", "about", 30_000),
        ("some 60 or so came", "some 60 or so", "about", 60),
        ("the toll is up to 27", "is up to 27", "exact", 27),
        ("the minister owns up to 152 bodies", "owns up to 152", "exact", 152),
    ],
)
def test_numbers_and_their_qualifiers(text: str, span: str, qualifier: str, value: int) -> None:
    assert phrases(text) == [(span, qualifier, value)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 40 and 50 dead", 40, 50),
        ("150 to 160 soldiers", 150, 160),
        ("13 or 14 dead", 13, 14),
        ("15-20 girls", 15, 20),
        ("from 50,000 to 70,000 more were missing", 50_000, 70_000),
        ("2 to 3 thousand dead", 2_000, 3_000),
    ],
)
def test_ranges(text: str, low: int, high: int) -> None:
    (phrase,) = find_phrases(Document(text))
    assert (phrase.qualifier, phrase.low, phrase.high, phrase.value) == (Qualifier.RANGE, low, high, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the toll fell from 44 to 39", [44, 39]),
        ("the toll rose from 31 to 44", [31, 44]),
        ("revised down from 1,600 to 1,300", [1_600, 1_300]),
        ("toll climbs by 49 to 604", [49, 604]),
        ("Oct 15 - Forty-nine soldiers", [15, 49]),
        ("they beat them 3-1", [3, 1]),
    ],
)
def test_two_numbers_that_are_no_range(text: str, values: list[int]) -> None:
    assert [value for _, _, value in phrases(text)] == values


@pytest.mark.parametrize("text", ["dozens", "several dozen", "tens of thousands", "scores", "a handful of", "hundreds"])
def test_vague_counts_have_no_number(text: str) -> None:
    ((_, qualifier, value),) = phrases(f"killed {text} people")
    assert (qualifier, value) == ("vague", None)


def test_a_qualifier_reaches_only_its_own_number() -> None:
    assert [qualifier for _, qualifier, _ in phrases("at least 40 dead and 700 wounded")] == ["at_least", "exact"]
