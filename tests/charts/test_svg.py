import gzip
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.drawn import SVG, line, links, parsed, point, texts, timeline, war
from tracker.charts.block import draw_block
from tracker.charts.layout import Box, Frame, end_labels, flags, frame_for, notes
from tracker.charts.series import Milestone
from tracker.charts.svg import draw_svg
from tracker.lib.counts import MAX_COUNT, Qualifier
from tracker.lib.vocabulary import Kind, Precision

HOSTILE = [
    "</svg><script>alert(1)</script>",
    '" onload="x',
    "a" * 200,
    "\u202eevil",
    "ד ו \u2069",
    "\x00\ud800",
    "&amp;",
    "",
]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("log", [False, True])
def test_every_claim_is_a_link_that_says_who_how_many_and_when(narrow: bool, log: bool) -> None:
    shown = war(log)
    svg = draw_svg(shown, narrow=narrow)
    titles = links(svg)
    assert set(titles) == {point.url for point in shown.points}
    named = {point.url for line in shown.lines for point in line.points}
    for each in shown.points:
        assert each.claimant in titles[each.url]
        assert each.figure in titles[each.url]
        # Where there is little room, and of grey marks, the words are a click away.
        assert (each.quote in titles[each.url]) is (each.url in named and not narrow)


def test_the_drawing_has_a_name_and_says_itself_in_words() -> None:
    root = parsed(draw_svg(war()))
    assert root.findtext(f"{SVG}title") == "People killed"
    assert root.findtext(f"{SVG}desc") == "From 16 to nearly 5,000."
    assert root.attrib["aria-labelledby"] in {each.attrib.get("id") for each in root}


def test_no_style_and_no_script_stands_in_the_drawing() -> None:
    block = draw_block(war(), "/figure.json", "/plotly.js")
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", block)


def test_a_block_holds_both_drawings_with_ids_of_their_own() -> None:
    block = draw_block(war(), "/figure.json?a=1&b=2", "/plotly.js")
    ids = re.findall(r' id="([^"]+)"', block)
    assert len(ids) == len(set(ids)) == 4
    assert 'data-figure-url="/figure.json?a=1&amp;b=2"' in block


def test_a_block_without_addresses_stays_static() -> None:
    assert "data-figure-url" not in draw_block(war())


def test_only_the_marks_in_use_are_explained() -> None:
    block = draw_block(timeline(line(point(0, 16)), summary=""))
    assert "exact" in block
    assert "nearly" not in block
    assert "enemy-loss" not in block
    assert "enemy-loss" in draw_block(timeline(line(point(0, 16), kind=Kind.ENEMY_LOSS)))


def test_an_empty_timeline_says_why() -> None:
    empty = timeline(why_empty="Nobody has counted the missing <yet>.")
    assert texts(draw_svg(empty)) == ["Nobody has counted the missing <yet>."]
    assert "missing &lt;yet&gt;" in draw_block(empty, "/figure.json", "/plotly.js")
    assert texts(draw_svg(timeline()))


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("value", [0, 1, 5000, MAX_COUNT])
def test_a_single_count_is_drawn(value: int, log: bool) -> None:
    assert len(links(draw_svg(timeline(line(point(0, value)), log=log)))) == 1


def test_a_single_day_is_drawn() -> None:
    day = date(2020, 9, 27)
    assert len(links(draw_svg(timeline(line(point(0, 5), point(0, 7)), start=day, end=day)))) == 2


def test_a_timeline_of_words_alone_is_drawn() -> None:
    assert len(links(draw_svg(timeline(line(point(0, None, Qualifier.VAGUE)))))) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    hostile = point(3, 5, claimant=text, figure=text, quote=text, counted=text, publisher=text, url=text)
    shown = timeline(
        line(hostile, claimant=text),
        others=(line(replace(hostile, value=9000), claimant=text),),
        title=text,
        summary=text,
        milestones=(Milestone(date(2020, 10, 1), text, text),),
    )
    for narrow in (False, True):
        root = parsed(draw_svg(shown, narrow=narrow, ident=text))
        names = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert names <= {"svg", "title", "desc", "g", "path", "circle", "text", "a"}
        assert not {name for element in root.iter() for name in element.attrib if name.startswith("on")}
    draw_block(shown, text, text).encode()


def test_lines_go_along_before_they_go_up_or_down() -> None:
    svg = draw_svg(timeline(line(point(0, 10), point(10, 30), point(14, 20))))
    [path] = [each.attrib["d"] for each in parsed(svg).iter(f"{SVG}path") if each.attrib.get("class") == "p"]
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+", path)


def test_a_fall_is_labelled() -> None:
    assert "fell to 151" in texts(draw_svg(war()))
    assert any("fell to 151" in title for title in links(draw_svg(war())).values())


def test_a_count_far_above_the_lines_is_named_beside_its_mark() -> None:
    words = texts(draw_svg(war()))
    assert "President" in words
    assert "nearly 5,000" in words
    assert "Agency" not in words


def test_words_have_a_strip_of_their_own() -> None:
    assert "words" in texts(draw_svg(war()))
    assert "words" not in texts(draw_svg(timeline(line(point(0, 5)))))


@pytest.mark.parametrize(
    ("qualifier", "shape"),
    [
        (Qualifier.EXACT, "circle"),
        (Qualifier.AT_LEAST, "path"),
        (Qualifier.NEARLY, "path"),
        (Qualifier.ABOUT, "circle"),
    ],
)
def test_the_mark_says_the_qualifier(qualifier: Qualifier, shape: str) -> None:
    [mark] = parsed(draw_svg(timeline(line(point(0, 60, qualifier))))).iter(f"{SVG}a")
    assert mark[1].tag == f"{SVG}{shape}"


def test_triangles_point_up_for_more_and_down_for_fewer() -> None:
    def tip(qualifier: Qualifier) -> float:
        [mark] = parsed(draw_svg(timeline(line(point(0, 60, qualifier))))).iter(f"{SVG}a")
        found = re.match(r"M[\d.]+ [\d.]+l[\d.]+ (-?[\d.]+)", mark[1].attrib["d"])
        assert found
        return float(found[1])

    assert tip(Qualifier.MORE_THAN) > 0 > tip(Qualifier.UP_TO)


def test_a_range_is_a_bar_between_its_ends() -> None:
    shown = timeline(line(point(0, None, Qualifier.RANGE, interval=(40, 60)), point(5, 100)))
    frame = frame_for(shown, 960, 520, narrow=False)
    [path] = [
        each.attrib["d"] for each in parsed(draw_svg(shown)).iter(f"{SVG}path") if each.attrib.get("class") == "b"
    ]
    low, high = re.findall(r"M[\d.]+ ([\d.]+)h8m-4 0V([\d.]+)", path)[0]
    assert float(low) == pytest.approx(frame.y(40), abs=0.1)
    assert float(high) == pytest.approx(frame.y(60), abs=0.1)


def test_a_date_known_by_its_month_is_said_so() -> None:
    titles = links(draw_svg(timeline(line(point(4, 5, precision=Precision.MONTH)))))
    assert ", October 2020." in next(iter(titles.values()))


days = st.integers(0, 44)
value_or_words = st.none() | st.integers(0, MAX_COUNT)


@settings(max_examples=50)
@given(
    st.lists(st.lists(st.tuples(days, value_or_words), min_size=1, max_size=5), max_size=14),
    st.booleans(),
    st.booleans(),
)
def test_everything_drawn_stays_on_the_paper(
    claims: list[list[tuple[int, int | None]]], log: bool, narrow: bool
) -> None:
    lines = [
        line(
            *(
                point(at, value, Qualifier.EXACT if value is not None else Qualifier.VAGUE)
                for at, value in sorted(some, key=lambda claim: claim[0])
            )
        )
        for some in claims
    ]
    shown = timeline(*lines[:12], others=tuple(lines[12:]), log=log)
    width, height = (360, 440) if narrow else (960, 520)
    svg = draw_svg(shown, width, height, narrow)
    assert len(links(svg)) == len(shown.points)
    if shown.points:
        frame = frame_for(shown, width, height, narrow)
        levels = [each.level for each in shown.points if each.level is not None]
        assert all(frame.top - 0.1 <= frame.y(level) <= frame.bottom + 0.1 for level in levels)
        assert apart(labels_of(frame))


def labels_of(frame: Frame) -> list[Box]:
    height = 19 if frame.narrow else 30
    ends = [Box(frame.right, end.top, frame.width, end.top + height - 0.01) for end in end_labels(frame)]
    return ends + [note.box for note in notes(frame)]


def apart(boxes: list[Box]) -> bool:
    return not any(one.meets(other) for index, one in enumerate(boxes) for other in boxes[index + 1 :])


def test_milestone_words_overlap_neither_each_other_nor_later_lines() -> None:
    marks = tuple(Milestone(date(2020, 10, day), "Humanitarian ceasefire announced") for day in (2, 10, 18, 26))
    frame = frame_for(timeline(line(point(0, 5)), milestones=marks), 960, 520, narrow=False)
    words = flags(frame.timeline, frame.left, frame.width, narrow=False)
    assert apart([Box(flag.left, -flag.row, flag.right, -flag.row + 1) for flag in words])
    for flag in words:
        crossing = [late for late in words if flag.left < frame.x(late.milestone.day) - 1 < flag.right]
        assert all(late is flag or late.row < flag.row for late in crossing)


def test_a_chart_of_320_claims_fits_the_budget() -> None:
    lines = [
        line(*(point(day, 10 * index + day) for day in range(40)), claimant=f"Source {index}") for index in range(8)
    ]
    block = draw_block(timeline(*lines), "/figure.json", "/plotly.js")
    assert block.count("<a href") == 2 * 320
    assert len(gzip.compress(block.encode())) < 30 * 1024
