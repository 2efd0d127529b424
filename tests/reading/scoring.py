"""Score a reading against labels made by hand: what was found, what was extra, and which fields were right.

A read figure is a labelled one when their spans overlap and outcome and number agree. Vague and implicit labels are
optional: finding them is never wrong. ``ready`` counts labelled figures with every field right, the as-of date give or
take a day. ``right_field`` follows the labels: names match when one holds all the other's words.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tracker.lib.folding import fold
from tracker.reading.figures import Figure
from tracker.reading.reader import read_figures

READY = ("qualifier", "category", "group", "scope", "party", "claimant", "as_of")
_SMALL_WORDS = frozenset("the a an of in for and said by to from its his her mr local official officials s".split())


@dataclass
class Score:
    """Counts over any number of articles; ``rate("found")`` and so on are shares from 0 to 1."""

    counts: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def rate(self, name: str) -> float:
        """Share found, clean or ready; or the share of found figures with this field right."""
        if name == "clean":
            return self.counts["matched"] / max(1, self.counts["read"])
        if name in ("found", "ready"):
            return self.counts[name] / max(1, self.counts["required"])
        return self.fields[name] / max(1, self.counts["found"])


def score_folder(folder: Path) -> Score:
    """Read every ID.txt of ``folder`` and score it against ID.json."""
    score = Score()
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        day = labels["published"]
        published = date.fromisoformat(day) if day else None
        figures = read_figures(text, published=published, title=labels["title"] or "")
        score_article(score, path.stem, labels["figures"], figures)
    return score


def score_article(score: Score, name: str, labels: list[dict[str, Any]], figures: list[Figure]) -> None:
    """Add one article's figures to ``score``."""
    left = list(figures)
    for label in labels:
        optional = label["qualifier"] == "vague" or label["implicit"]
        hit = next((figure for figure in left if _is_same(label, figure, optional)), None)
        if hit:
            left.remove(hit)
            score.counts["matched"] += 1
        if optional:
            continue
        score.counts["required"] += 1
        if hit is None:
            score.kinds[f"missed: {label['outcome']}"] += 1
            score.errors.append(f"{name}: missed {label['text']!r} {label['outcome']}")
            continue
        wrong = [what for what in READY if not right_field(what, label, hit)]
        score.counts["found"] += 1
        score.counts["ready"] += not wrong
        score.fields.update(set(READY) - set(wrong))
        score.kinds.update(_kind(what, label, hit) for what in wrong)
        score.errors += [f"{name}: {what} of {label['text']!r} is {getattr(hit, what)!r}" for what in wrong]
    score.counts["read"] += len(figures)
    score.kinds.update(f"extra: {figure.outcome}" for figure in left)
    score.errors += [f"{name}: extra {figure.value} {figure.outcome} at {figure.start}" for figure in left]


def right_field(what: str, label: dict[str, Any], figure: Figure) -> bool:
    """Whether ``figure`` says of ``what`` what the label says."""
    said, right = getattr(figure, what), label[what]
    if what in ("party", "claimant"):
        return same_name(said, right)
    if what == "as_of":
        return right is None or (said is not None and abs((said - date.fromisoformat(right)).days) <= 1)
    return bool(said.value == (right or ""))


def _kind(what: str, label: dict[str, Any], figure: Figure) -> str:
    """What sort of error it is: "scope: incident, read as period", "claimant: none, read as one"."""
    said, right = getattr(figure, what), label[what]
    if what in ("party", "claimant"):
        given = "none" if not said else "another" if right else "one"
        return f"{what}: {'one' if right else 'none'}, read as {given}"
    if what == "as_of":
        return f"as_of: {'none read' if said is None else 'another day read'}"
    return f"{what}: {right or 'none'}, read as {said.value or 'none'}"


def _is_same(label: dict[str, Any], figure: Figure, optional: bool) -> bool:
    if figure.outcome != label["outcome"] or min(label["end"], figure.end) <= max(label["start"], figure.start):
        return False
    if label["qualifier"] == "range":
        return (figure.low, figure.high) == (label["low"], label["high"])
    return figure.value == label["value"] or (optional and figure.value is None)


def same_name(said: Iterable[str], right: Iterable[str]) -> bool:
    """Whether one of the names said is one of the right ones, or a part of it; nobody where nobody is right."""
    left, accepted = [*filter(None, map(_words, said))], [*map(_words, right)]
    if not left or not accepted:
        return not left and not accepted
    return any(one <= other or other <= one for one in left for other in accepted)


def _words(name: str) -> frozenset[str]:
    found = {word.rstrip("s") or word for word in re.findall(r"[a-z0-9]+", fold(name).replace("'s", ""))}
    return frozenset(found - _SMALL_WORDS) or frozenset(found)
