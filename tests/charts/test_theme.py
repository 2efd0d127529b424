"""The colours hold against the paper and apart from each other, for every eye."""

import math
from itertools import combinations
from pathlib import Path

import pytest

from tracker.charts import theme
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Kind

STYLES = Path(__file__).resolve().parents[2] / "static" / "css"
CSS = "".join((STYLES / name).read_text(encoding="utf-8") for name in ("site.css", "chart.css"))
Colour = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
APART = 0.05  # in OKLab, where a difference of 0.02 is just seen


def linear(hexadecimal: str) -> Colour:
    parts = [int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def seen(colour: Colour, sight: str) -> Colour:
    rows = [sum(weight * part for weight, part in zip(row, colour, strict=True)) for row in SIGHT[sight]]
    red, green, blue = (min(1.0, max(0.0, part)) for part in rows)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def luminance(hexadecimal: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(hexadecimal), strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


MODES = [("light", theme.LIGHT), ("dark", theme.DARK)]


@pytest.mark.parametrize(("mode", "colours"), MODES)
def test_every_colour_can_be_read_as_text_on_the_paper(mode: str, colours: tuple[str, ...]) -> None:
    words = [theme.INK[mode], theme.MUTED[mode]]
    assert all(contrast(colour, theme.PAPER[mode]) >= 4.5 for colour in [*colours, *words])
    assert contrast(theme.OTHER[mode], theme.PAPER[mode]) >= 3


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("mode", "colours"), MODES)
def test_colours_keep_apart_for_the_colour_blind(mode: str, colours: tuple[str, ...], sight: str) -> None:
    shown = [seen(linear(colour), sight) for colour in colours]
    assert min(math.dist(one, other) for one, other in combinations(shown, 2)) >= APART


def test_the_stylesheet_holds_the_same_colours() -> None:
    for colours in (theme.LIGHT, theme.DARK):
        assert all(f"--c{index}: {colour}" in CSS for index, colour in enumerate(colours))
    for values in (theme.PAPER, theme.INK, theme.MUTED, theme.HAIR, theme.OTHER):
        assert all(colour in CSS for colour in values.values())
    assert all(f"{name}:" in CSS for name in theme.variables().values())


def test_every_qualifier_has_a_mark_and_every_kind_a_line() -> None:
    assert set(theme.SHAPES) == set(Qualifier)
    assert {*theme.SHAPES.values(), "ring", "cross"} == set(theme.SHAPE_WORDS) == set(theme.SYMBOLS)
    assert set(theme.DASHES) == set(Kind)
    assert {dash for dash in theme.DASHES.values() if dash} == set(theme.DASH_WORDS)


def test_a_colour_beyond_the_eight_comes_round_again() -> None:
    assert theme.colour_class(8) == theme.colour_class(0) == "c0"
    assert theme.colour_hex(9) == theme.LIGHT[1]
