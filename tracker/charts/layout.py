"""Where everything goes on a drawing of a given size, in px: the frame, the labels at the end of lines, the notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tracker.charts.labels import Box, Room, clip, isolated, spread, text_width
from tracker.charts.scale import DayScale, ValueScale, value_scale
from tracker.charts.series import Line, Milestone, Point, Stretch, Timeline, later
from tracker.charts.theme import WHISKER
from tracker.lib.counts import MAX_COUNT
from tracker.lib.tongue import number, say

TEXT = 12.0  # px, axis and labels; never under 11 on a phone 390 px wide
BOLD = 1.17  # how much wider bold text runs
SMALL = 11.5
INSET = 8.0  # px between the plot's edges and its first and last day
MOST_ROWS = 4  # of milestone words
WHISKER_LENGTH = sum(WHISKER[-1])
MOST_LINES = 24  # more labels than this no drawing can hold


class Note(NamedTuple):
    """A line or two of words beside a point: a fall, or a count that stands far from all lines."""

    point: Point
    words: tuple[str, ...]
    box: Box
    colour: int | None  # None for one of the grey lines


class Track(NamedTuple):
    """A line as far as it is drawn: its points inside the chart's days and the levels between them."""

    line: Line
    points: list[Point]
    stretches: list[Stretch]
    grey: bool

    @property
    def latest(self) -> Point | None:
        """The last point with a level, else the last one in words."""
        return next((point for point in reversed(self.points) if point.level is not None), None) or (
            self.points[-1] if self.points else None
        )

    def carried_end(self, timeline: Timeline) -> Stretch | None:
        """The carried stretch that ends before the chart does: after it nobody has said that the count still holds."""
        last = self.stretches[-1] if self.stretches else None
        return last if last and last.carried and last.start < last.end < timeline.end else None


class EndLabel(NamedTuple):
    """The label of a line at the right edge: ``at`` is where the line is, ``top`` where its label begins."""

    track: Track
    point: Point
    at: float
    top: float

    @property
    def line(self) -> Line:
        """The line that is labelled."""
        return self.track.line


@dataclass(frozen=True)
class Frame:
    """A plot's edges on a drawing of ``width`` × ``height`` px, and its two scales."""

    timeline: Timeline
    width: float
    height: float
    narrow: bool
    left: float
    right: float
    top: float
    bottom: float
    days: DayScale
    values: ValueScale
    tracks: list[Track]  # the grey ones first
    worded: bool  # has a strip for figures in words

    @cached_property
    def _places(self) -> dict[date, float]:
        return {}

    def x(self, day: date) -> float:
        """px from the left; worked out once for all marks of a day."""
        if day not in self._places:
            self._places[day] = self.left + INSET + self.days.place(day) * (self.right - self.left - 2 * INSET)
        return self._places[day]

    def at(self, point: Point) -> float:
        """px from the left of a point's mark."""
        return self.x(point.day) + self.aside(point) if point.nudge else self.x(point.day)

    def aside(self, point: Point) -> float:
        """px by which a point's mark is moved off its day."""
        span = (self.days.end - self.days.start).days
        return point.nudge * (self.right - self.left - 2 * INSET) / span if point.nudge and span > 0 else 0.0

    def open_end(self, point: Point) -> int:
        """``Point.open_end`` where there is room to draw it inside the plot, else 0."""
        way = point.open_end
        tip = self.y(point.level or 0) - way * WHISKER_LENGTH if way else 0.0
        return way if way and self.top - WHISKER_LENGTH <= tip <= self.bottom else 0

    def y(self, value: float) -> float:
        """px from the top."""
        return self.bottom - self.values.place(value) * (self.bottom - self.top)

    @property
    def strip(self) -> float:
        """px from the top: where figures in words have their ticks, under the plot."""
        return self.bottom + 10


def tracks_of(timeline: Timeline) -> list[Track]:
    """Every line of ``timeline`` as far as it is drawn, the grey ones first, so that the others lie on top."""
    grey = [Track(line, timeline.shown(line), timeline.stretches(line), True) for line in timeline.others]
    return grey + [Track(line, timeline.shown(line), timeline.stretches(line), False) for line in timeline.lines]


def frame_for(
    timeline: Timeline,
    width: float,
    height: float,
    narrow: bool,
    tracks: list[Track] | None = None,
    values: ValueScale | None = None,
    worded: bool | None = None,
) -> Frame:
    """The frame of ``timeline``, with room for tick labels, end labels, milestones and the strip of words.

    ``tracks`` are those of ``tracks_of`` where the caller has them already; ``values`` is a scale shared with others,
    ``worded`` whether they all have a strip for figures in words.
    """
    tracks = tracks_of(timeline) if tracks is None else tracks
    if worded is None:
        worded = any(point.level is None for track in tracks for point in track.points)
    values = values or values_of(timeline, tracks)
    left = max(40.0 if narrow else 56.0, max(text_width(label, TEXT) for _, label in values.ticks) + 12)
    rows = max((flag.row for flag in flags(timeline, left, width, narrow)), default=-1) + 1
    return Frame(
        timeline,
        width,
        height,
        narrow,
        left=left,
        right=right_edge(width, narrow),
        top=14 + rows * 15,
        bottom=height - 26 - (18 if worded else 0),
        days=DayScale(timeline.start, timeline.end),
        values=values,
        tracks=tracks,
        worded=worded,
    )


def covered_since(timeline: Timeline, point: Point) -> date | None:
    """The first day that a count covers, inside the chart; None when that is its own day."""
    since = point.since
    if point.computed and since is not None:
        since = later(since, 1)
    return max(since, timeline.start) if since is not None and since < point.day else None


def values_of(timeline: Timeline, tracks: Iterable[Track]) -> ValueScale:
    """The value axis that holds every mark, and the bars of the named lines."""
    ends: list[int | None] = []
    for track in tracks:
        for point in track.points:
            ends += [point.level, *(point.bar or ())]
            ends += () if track.grey else point.rounding or ()
    lowest = -MAX_COUNT if timeline.daily else 0
    return value_scale((min(max(end, lowest), MAX_COUNT) for end in ends if end is not None), timeline.log)


def right_edge(width: float, narrow: bool) -> float:
    """px from the left where the plot ends and the labels of its lines begin."""
    return width - (28 if narrow else 236)


class Flag(NamedTuple):
    """The words above a milestone's line: ``row`` 0 is next to the plot; a narrow drawing has a letter instead."""

    milestone: Milestone
    words: str
    left: float
    right: float
    row: int


def flags(timeline: Timeline, left: float, width: float, narrow: bool) -> list[Flag]:
    """The milestones inside the chart's days, by day, with their words kept off each other.

    From right to left: words stand right of their line, in the lowest row where neither words nor lines of later
    milestones are in the way; words that would leave the drawing stand left of their line.
    """
    days, right = DayScale(timeline.start, timeline.end), right_edge(width, narrow)
    shown = [milestone for milestone in timeline.milestones if timeline.start <= milestone.day <= timeline.end]
    shown.sort(key=lambda milestone: milestone.day)
    xs = [left + INSET + days.place(milestone.day) * (right - left - 2 * INSET) for milestone in shown]
    if narrow:
        places = spread([x - 6 for x in xs], 12, left - 6, width)
        return [
            Flag(each, letter(index), x, x + 12, 0) for index, (each, x) in enumerate(zip(shown, places, strict=True))
        ]
    placed: list[Flag] = []
    for milestone, x in reversed(list(zip(shown, xs, strict=True))):
        words = clip(milestone.label, 250, SMALL)
        span = text_width(words, SMALL) + 8
        start = x if x + span <= width else x - span
        blocking = [flag.row for flag in placed if flag.left < start + span and start < flag.right]
        placed.append(Flag(milestone, words, start, start + span, min(max(blocking, default=-1) + 1, MOST_ROWS - 1)))
    return placed[::-1]


def letter(index: int) -> str:
    """ "A" to "Z" for the milestones of a narrow drawing, and a dot beyond."""
    return chr(ord("A") + index) if index < 26 else "·"


def end_labels(frame: Frame) -> list[EndLabel]:
    """The labels of the main lines from top to bottom, kept off each other."""
    ends = []
    for track in [track for track in frame.tracks if not track.grey][:MOST_LINES]:
        point = track.latest
        if point is not None:
            ends.append((frame.strip if point.level is None else frame.y(point.level), track, point))
    ends.sort(key=lambda end: end[0])
    height = 19.0 if frame.narrow else 30.0
    # Beside the plot, not above it: the words of the last milestones may stand there.
    highest = 2.0 if frame.narrow else frame.top - 6
    tops = spread([at - height / 2 for at, _, _ in ends], height, highest, frame.height)
    return [EndLabel(track, point, at, top) for (at, track, point), top in zip(ends, tops, strict=True)]


def end_words(frame: Frame, end: EndLabel) -> tuple[str, str]:
    """The two rows of a label: the claimant, and its latest figure with who is counted, clipped to the room."""
    room = frame.width - frame.right - 22
    many = len(end.track.points)
    if frame.timeline.alone and not frame.timeline.daily and many > 1:
        words = say("{many} counts, the last {figure}")
        last = clip(words.format(many=number(many), figure=isolated(end.point.figure)), room, SMALL)
        return isolated(clip(end.line.claimant, room, TEXT * BOLD)), last
    figure = clip(end.point.figure, room * 0.6, SMALL)
    counted = clip(end.point.counted, room - text_width(f"{figure} · ", SMALL), SMALL)
    return isolated(clip(end.line.claimant, room, TEXT * BOLD)), f"{isolated(figure)} · {isolated(counted)}"


def notes(frame: Frame) -> list[Note]:
    """Where there is room: falls, corrections and withdrawals of the main lines, then the other counts of half the
    highest line or more.
    """
    room = Room(Box(frame.left, frame.top - 8, frame.right, frame.bottom), _drawn(frame))
    placed: list[Note] = []
    for point, words, colour in _wanted_notes(frame.tracks, 120 if frame.narrow else 220):
        if len(placed) == (5 if frame.narrow else 14):
            break
        for rows in (words, words[:2]) if len(words) > 2 else (words,):
            width = max(text_width(row, SMALL) for row in rows) + 2
            box = room.beside(frame.at(point), frame.y(_level(point)), width, 14.0 * len(rows), 7)
            if box:
                placed.append(Note(point, rows, box, colour))
                break
    return placed


def _wanted_notes(tracks: list[Track], width: float) -> list[tuple[Point, tuple[str, ...], int | None]]:
    turns = [
        (point, (isolated(clip(point.said, width, SMALL)),), track.line.colour)
        for track in tracks
        for point in track.points
        if not track.grey and point.turns and point.level is not None
    ]
    latest = [(track, point) for track in tracks if (point := track.latest) and point.level is not None]
    highest = max((_level(point) for track, point in latest if not track.grey), default=0)
    standing = [(track, point) for track, point in latest if track.grey and _level(point) * 2 >= highest]
    standing.sort(key=lambda pair: _level(pair[1]), reverse=True)
    return turns + [(point, _standing_words(track, point, width), None) for track, point in standing]


def _standing_words(track: Track, point: Point, width: float) -> tuple[str, ...]:
    """The claimant, what it said on ``point``'s day ("nearly 5,000 / more than 5,000") and, where it fits, of whom."""
    said = dict.fromkeys(each.figure for each in track.points if each.day == point.day)
    rows = [track.line.claimant, " / ".join(said), track.line.counted]
    return tuple(isolated(clip(row, width, SMALL)) for row in (rows if width > 150 else rows[:2]))


def _level(point: Point) -> int:
    return point.level or 0


def _drawn(frame: Frame) -> list[Box]:
    """The room that lines and marks take."""
    boxes = []
    for track in frame.tracks:
        for stretch in track.stretches:
            if not (track.grey and stretch.carried):
                y = frame.y(stretch.level)
                boxes.append(Box(frame.x(stretch.start), y - 1.5, frame.x(stretch.end), y + 1.5))
        for point in track.points:
            if point.level is not None:
                x, y = frame.at(point), frame.y(point.level)
                boxes.append(Box(x - 5, y - 5, x + 5, y + 5))
    return boxes
