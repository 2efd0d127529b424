"""One timeline as small charts side by side, one for each side whose people are counted."""

from __future__ import annotations

from dataclasses import replace

from tracker.charts.layout import Frame, frame_for, tracks_of, values_of
from tracker.charts.series import ALL_SIDES, Timeline
from tracker.lib.tongue import say

WIDTH, HEIGHT = 360, 320


def panel_frames(timeline: Timeline) -> list[tuple[str, Frame]]:
    """The name and the frame of each panel; all have the same days, the same values and the same room for them.

    Lines that count all sides in one number have a panel of their own, the last. The side with most lines comes first.
    A side that no line counts has no panel.
    """
    lines = timeline.every_line
    many = {side: sum(line.side == side for line in lines) for side in dict.fromkeys(line.side for line in lines)}
    tracks = tracks_of(timeline)
    values = values_of(timeline, tracks)
    worded = any(point.level is None for track in tracks for point in track.points)
    frames = []
    for side in sorted(many, key=lambda side: (not side, -many[side])):
        part = replace(
            timeline,
            title=f"{timeline.title}: {side or say(ALL_SIDES)}",
            lines=tuple(line for line in timeline.lines if line.side == side),
            others=tuple(line for line in timeline.others if line.side == side),
        )
        own = [track for track in tracks if track.line.side == side]
        frames.append((side or say(ALL_SIDES), frame_for(part, WIDTH, HEIGHT, True, own, values, worded)))
    return frames
