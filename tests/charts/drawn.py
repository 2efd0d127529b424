"""A small war for the chart tests: points, lines and a timeline made with a few words."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any
from xml.etree import ElementTree

from tracker.charts.series import Line, Milestone, Point, Timeline
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Kind, Stance

START, END = date(2020, 9, 27), date(2020, 11, 10)
SVG = "{http://www.w3.org/2000/svg}"
numbers = count(1)


def point(day: int = 0, value: int | None = 874, qualifier: Qualifier = Qualifier.EXACT, **changed: Any) -> Point:
    """A claim ``day`` days into the war; for a range give ``interval``, for words a ``figure``."""
    interval = changed.pop("interval", None)
    if qualifier is not Qualifier.RANGE:
        interval = qualifier.interval(value)
    low, high = interval or (None, None)
    made = Point(
        day=START + timedelta(days=day),
        value=value,
        interval=interval,
        qualifier=qualifier,
        figure=qualifier.in_words(value, low, high, "dozens"),
        quote="the number of the dead",
        claimant="Ministry",
        counted="combatants, Armenian side",
        publisher="Press TV",
        published=date(2020, 10, 23),
        url=f"/claims/{next(numbers)}/",
    )
    return replace(made, **changed)


def line(*points: Point, claimant: str = "Ministry", kind: Kind = Kind.OFFICIAL, colour: int = 0) -> Line:
    """A line through ``points``."""
    counted = points[0].counted if points else "combatants"
    return Line(f"{claimant}-{next(numbers)}", claimant, counted, colour, kind, Stance.OWN, points)


def timeline(*lines: Line, **changed: Any) -> Timeline:
    """A timeline of the whole war with two milestones."""
    made = Timeline(
        title="People killed",
        summary="From 16 to nearly 5,000.",
        start=START,
        end=END,
        lines=lines,
        milestones=(Milestone(date(2020, 10, 10), "First ceasefire", "In Moscow"), Milestone(END, "Last ceasefire")),
    )
    return replace(made, **changed)


def war(log: bool = False) -> Timeline:
    """Every qualifier, a fall, a zero, a figure in words, a withdrawn gap, and grey lines that stand far above."""
    ministry = line(point(0, 16), point(5, 158), point(5, 151, fell=True), point(25, 874), point(43, 1221))
    monitor = line(
        point(1, 0),
        point(9, None, Qualifier.RANGE, interval=(40, 60)),
        point(12, None, Qualifier.VAGUE),
        point(20, 250, Qualifier.ABOUT),
        claimant="Monitor",
        colour=2,
        kind=Kind.ESTIMATE,
    )
    president = line(point(25, 5000, Qualifier.NEARLY, claimant="President"), claimant="President", colour=9)
    agency = line(point(25, 60, Qualifier.MORE_THAN, claimant="Agency"), claimant="Agency", colour=4)
    return timeline(ministry, monitor, others=(president, agency), log=log)


def parsed(svg: str) -> ElementTree.Element:
    """The SVG as a tree: fails unless it is well-formed."""
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    """All words drawn in the SVG, titles left out."""
    return [element.text or "" for element in parsed(svg).iter(f"{SVG}text")]


def links(svg: str) -> dict[str, str]:
    """The address of each mark → what its title says."""
    return {a.attrib["href"]: a.findtext(f"{SVG}title", "") for a in parsed(svg).iter(f"{SVG}a")}
