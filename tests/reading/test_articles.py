"""Whole articles: the reader does not fall behind what it has reached on them, and labels and texts agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reading.scoring import score_folder
from tracker.lib.wording import holds_number

ARTICLES = Path(__file__).parent / "articles"
REACHED = {"found": 0.90, "clean": 0.90, "qualifier": 0.98, "category": 0.90, "group": 0.95, "claimant": 0.85}
"""Shares on the articles of this folder, a little below what `make score` prints."""


@pytest.fixture(scope="module")
def score():
    return score_folder(ARTICLES)


@pytest.mark.parametrize("name", REACHED)
def test_reading_keeps_what_it_has_reached(score, name):
    assert score.rate(name) >= REACHED[name], "\n".join(score.errors)


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.json")), ids=lambda path: path.stem)
def test_labels_point_at_their_numbers(path):
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    for label in json.loads(path.read_text(encoding="utf-8"))["figures"]:
        assert text[label["start"] : label["end"]] == label["text"]
        if not label["implicit"]:
            assert holds_number(label["text"], label["value"], label["low"], label["high"])
