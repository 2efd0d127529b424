import json
import math
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.drawn import SVG, line, links, parsed, point, timeline, war
from tests.charts.test_svg import HOSTILE
from tracker.charts.figures import FIELDS, plotly_figure
from tracker.charts.layout import frame_for
from tracker.charts.series import Timeline
from tracker.charts.svg import draw_svg
from tracker.lib import tongue
from tracker.lib.counts import MAX_COUNT, Qualifier


def marks(shown: Timeline) -> dict[str, tuple[str, float, str]]:
    """The address of each mark of the figure → its day, its height, its figure in words."""
    found = {}
    for trace in plotly_figure(shown)["data"]:
        for x, y, said in zip(trace["x"], trace["y"], trace.get("customdata", []), strict=False):
            found[said[FIELDS.index("url")]] = (x, y, said[FIELDS.index("figure")])
    return found


@pytest.mark.parametrize("log", [False, True])
def test_plotly_takes_the_figure_and_json_keeps_it(log: bool) -> None:
    figure = plotly_figure(war(log))
    go.Figure(figure)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


@pytest.mark.parametrize("log", [False, True])
def test_both_drawings_show_the_same_claims_at_the_same_places(log: bool) -> None:
    shown = war(log)
    frame = frame_for(shown, 960, 520, narrow=False)
    drawn, titles = marks(shown), links(draw_svg(shown))
    assert set(drawn) == set(titles) == {each.url for each in shown.points}
    for each in shown.points:
        day, height, figure = drawn[each.url]
        assert day == each.day.isoformat()
        assert figure in titles[each.url]
        if each.level is not None:
            assert frame.y(height) == pytest.approx(frame.y(each.level))


@pytest.mark.parametrize("log", [False, True])
def test_both_drawings_have_the_same_steps(log: bool) -> None:
    shown = timeline(line(point(0, 10), point(20, 30), point(24, 20)), log=log)
    frame = frame_for(shown, 960, 520, narrow=False)
    for name, dash in (("p", "solid"), ("q", "dot")):
        [path] = [
            each.attrib["d"] for each in parsed(draw_svg(shown)).iter(f"{SVG}path") if each.attrib.get("class") == name
        ]
        [trace] = [
            each
            for each in plotly_figure(shown)["data"]
            if each["mode"] == "lines" and each["line"].get("dash") == dash
        ]
        corners = [
            (frame.x(type(shown.start).fromisoformat(x)), frame.y(y))
            for x, y in zip(trace["x"], trace["y"], strict=True)
            if x is not None
        ]
        assert walked(path) == [pytest.approx(corner, abs=0.11) for corner in dict.fromkeys(corners)]


def walked(path: str) -> list[tuple[float, float]]:
    """The corners of a path of M, H and V."""
    corners, x, y = [], 0.0, 0.0
    for step in path.replace("M", " M").replace("H", " H").replace("V", " V").split(" "):
        if step.startswith("M"):
            x, y = float(step[1:]), math.nan
        elif step.startswith("H"):
            x = float(step[1:])
        elif step.startswith("V"):
            y = float(step[1:])
        elif step:
            y = float(step)
        if step and not math.isnan(y):
            corners.append((x, y))
    return list(dict.fromkeys(corners))


def test_a_range_has_a_bar_from_end_to_end() -> None:
    shown = timeline(line(point(0, None, Qualifier.RANGE, interval=(40, 60))))
    [trace] = [each for each in plotly_figure(shown)["data"] if "error_y" in each]
    assert trace["y"] == [40]
    assert trace["error_y"]["array"] == [20]


def test_zero_stands_at_the_foot_of_a_logarithmic_axis_and_is_called_zero() -> None:
    shown = war(log=True)
    axis = plotly_figure(shown)["layout"]["yaxis"]
    [zero] = [each for each in shown.points if each.level == 0]
    height = marks(shown)[zero.url][1]
    assert axis["ticktext"][axis["tickvals"].index(height)] == "0"
    assert axis["range"][0] < math.log10(height) < axis["range"][1]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_read_as_markup_by_plotly(text: str) -> None:
    hostile = point(3, 5, claimant=text, figure=text, counted=text)
    shown = timeline(line(hostile, claimant=text), others=(line(replace(hostile, value=9000), claimant=text),))
    figure = plotly_figure(shown)
    words = [each["text"] for each in figure["layout"]["annotations"]] + [
        each.get("name", "") for each in figure["data"]
    ]
    assert not any("<" in each or ">" in each for each in words)
    go.Figure(figure)
    json.dumps(figure).encode()


def test_an_empty_figure_says_why() -> None:
    figure = plotly_figure(timeline(why_empty="Nobody counts."))
    assert figure["data"] == []
    assert figure["layout"]["meta"]["why_empty"] == "Nobody counts."
    go.Figure(figure)


def test_every_colour_has_its_property_on_the_page() -> None:
    figure = plotly_figure(war())
    known = figure["layout"]["meta"]["colours"]
    used = {each["marker"]["color"] for each in figure["data"] if "marker" in each}
    used |= {each["line"]["color"] for each in figure["data"] if "line" in each}
    assert used <= set(known)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 44), st.integers(0, MAX_COUNT)), max_size=8), st.booleans())
def test_any_counts_make_a_figure_that_plotly_takes(claims: list[tuple[int, int]], log: bool) -> None:
    steps = line(*(point(day, value) for day, value in sorted(claims, key=lambda claim: claim[0])))
    figure = plotly_figure(timeline(steps, log=log))
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)


def test_plotly_says_its_own_words_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    layout = plotly_figure(war(False))["layout"]
    assert layout["separators"] == ".,"
    assert layout["meta"]["locale"]["format"]["shortMonths"][9] == "Oct"
    spoken = tongue._Tongue(lambda words: f"le {words}", lambda count: f"{count:,}".replace(",", "."))
    monkeypatch.setattr(tongue, "_tongue", spoken)
    layout = plotly_figure(war(False))["layout"]
    assert layout["separators"] == ",."
    assert layout["meta"]["locale"]["format"]["months"][9] == "le October"
    assert layout["meta"]["locale"]["dictionary"]["Reset axes"] == "le Reset axes"
