"""Fit the points of the reader's cues to labelled articles: `make points FIELD=claimant FOLDERS="one two"`.

Every field whose values are chosen among candidates by points (``tracker/reading/weighing.py``) has a function here
that gives, for each labelled figure, its candidates' cues and which are right. The points are those of a conditional
logistic regression: they make the right candidates likeliest, drawn towards 0 (``PULL``) so that rare cues say little.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from tests.reading.scoring import same_name
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.claimants.voices import Claimants
from tracker.reading.dates.clauses import Clauses
from tracker.reading.dates.context import Context
from tracker.reading.dates.dating import Dating
from tracker.reading.dates.scopes import SCOPES, Scopes, give_scopes
from tracker.reading.dates.times import give_times
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.finding.counted import noun_phrase
from tracker.reading.finding.finding import find_figures
from tracker.reading.finding.parts import link_parts
from tracker.reading.finding.people import Kind
from tracker.reading.finding.phrases import find_phrases, implicit_at
from tracker.reading.finding.status import CHOICES, Statuses
from tracker.reading.weighing import choose

ROOT = Path(__file__).resolve().parent.parent / "tracker/reading"
PULL = 3.0
ROUNDS = 150
RARE = 8
STEP = 0.3
SLIGHT = 0.05
"""Points so small that they round to 0."""
COLUMN = " -> "
"""Stands, in the cue of one of a field's few set values, between what is said and the value that it speaks for."""


class Choice(NamedTuple):
    """The candidates of one labelled figure: the cues of each, and whether it is right."""

    cues: list[frozenset[str]]
    right: list[bool]


class Labelled(NamedTuple):
    """A labelled article: its figures with what finding them fills in, and their labels in the same order."""

    article: Article
    figures: list[Figure]
    labels: list[dict]


def load(path: Path) -> Labelled:
    """The article whose labels lie at ``path``, its text beside it."""
    record = json.loads(path.read_text(encoding="utf-8"))
    document = Document(path.with_suffix(".txt").read_text(encoding="utf-8"))
    published = date.fromisoformat(record["published"]) if record["published"] else None
    article = Article(document, published, record.get("title") or "")
    found = find_figures(article)
    starts = [token.start for token in document.tokens]
    order = sorted(range(len(record["figures"])), key=lambda index: record["figures"][index]["start"])
    labels = [dict(record["figures"][index]) for index in order]
    for label in labels:
        label["part_of"] = None if label["part_of"] is None else order.index(label["part_of"])
    return Labelled(article, [_figure(label, found, starts) for label in labels], labels)


def _figure(label: dict, found: list[Figure], starts: list[int]) -> Figure:
    at = max(0, bisect_right(starts, label["start"]) - 1)
    after = max(at + 1, bisect_right(starts, label["end"] - 1))
    outcome = Outcome(label["outcome"])
    same = [one for one in found if one.start < label["end"] and label["start"] < one.end and one.outcome == outcome]
    spans = label["start"], label["end"], at, after, label["value"], label["low"], label["high"]
    figure = Figure(*spans, Qualifier(label["qualifier"]), outcome, Status(label["category"]))
    figure.group, figure.implicit = Group(label["group"] or ""), bool(label.get("implicit"))
    if same:
        figure.cue, figure.noun = same[0].cue, same[0].noun
    return figure


def claimants(labelled: Labelled) -> Iterator[Choice]:
    """Who gave each figure, where those before it have the claimants that the points of today give them."""
    article, figures, labels = labelled
    link_parts(article, figures)
    give_times(article, figures)
    giving = Claimants(article, figures)
    for label in labels:
        candidates = giving.candidates()
        right = [same_name(candidate.names, label["claimant"]) for candidate in candidates]
        yield Choice([frozenset(candidate.cues) for candidate in candidates], right)
        giving.settle(*giving.likeliest())


def scopes(labelled: Labelled) -> Iterator[Choice]:
    """What each figure counts over; every cue speaks for or against each of the scopes."""
    article, figures, labels = labelled
    link_parts(article, figures)
    weighing = Scopes(Context.of(article, figures))
    for index, label in enumerate(labels):
        cues = weighing.cues(index)
        candidates = [frozenset(f"{cue}{COLUMN}{scope.value}" for cue in cues) for scope in SCOPES]
        yield Choice(candidates, [scope.value == label["scope"] for scope in SCOPES])


def as_of(labelled: Labelled) -> Iterator[Choice]:
    """To which day each figure holds, where those before it have the days that the points of today give them."""
    article, figures, labels = labelled
    link_parts(article, figures)
    context = Context.of(article, figures)
    give_scopes(context)
    dating = Dating(context, Clauses(context))
    for label in labels:
        candidates = dating.candidates()
        right = [(day.day.isoformat() if day.day else None) == label["as_of"] for day in candidates]
        yield Choice([frozenset(day.cues) for day in candidates], right)
        dating.settle(*dating.likeliest())


def categories(labelled: Labelled) -> Iterator[Choice]:
    """Whether each figure counts civilians, combatants or anyone; nothing speaks for anyone, all else against it."""
    document, figures = labelled.article.document, labelled.figures
    phrases = {phrase.at: phrase for phrase in find_phrases(document)}
    for figure in figures:
        phrase = implicit_at(document, figure.at) if figure.implicit else phrases.get(figure.at)
        figure.category, figure.group = noun_phrase(document, phrase).kind if phrase else Kind()
    weighing = Statuses(document, figures)
    for label in labelled.labels:
        cues = weighing.cues()
        told = [frozenset(f"{cue}{COLUMN}{status.value}" for cue in cues) for status in CHOICES[1:]]
        yield Choice([frozenset(), *told], [status.value == label["category"] for status in CHOICES])
        weighing.settle(*weighing.likeliest())


FIELDS: dict[str, tuple[Callable[[Labelled], Iterator[Choice]], str]] = {
    "as_of": (as_of, "dates/as_of_points.py"),
    "claimant": (claimants, "claimants/claimant_points.py"),
    "scope": (scopes, "dates/scope_points.py"),
    "category": (categories, "finding/status_points.py"),
}
"""By field: what gives its choices, and the table of its points."""
CROWDED = frozenset({"scope", "as_of"})
"""Fields of which the figures of one article mostly have the same value."""
MOST = 385
"""How many cues a table holds: of more, those are kept that are worth most and stand most often."""


def fit(choices: list[Choice], crowds: Mapping[str, float]) -> dict[str, float]:
    """The points of every cue that is not rare. Choices without a right candidate teach nothing."""
    often = Counter(cue for choice in choices for cues in choice.cues for cue in cues)
    points = {cue: 0.0 for cue in sorted(often) if often[cue] >= RARE}
    known = [
        Choice([cues & points.keys() for cues in choice.cues], choice.right)
        for choice in choices
        if any(choice.right) and not all(choice.right)
    ]
    squares = dict.fromkeys(points, 1e-6)
    for _ in range(ROUNDS):
        slopes = {cue: -PULL * crowds.get(cue, 1.0) * value for cue, value in points.items()}
        for choice in known:
            _add_slopes(choice, points, slopes)
        for cue, slope in slopes.items():
            squares[cue] += slope * slope
            points[cue] += STEP * slope / sqrt(squares[cue])
    return points


def crowding(articles: list[list[Choice]]) -> dict[str, float]:
    """By cue, for how many figures of one article it stands.

    Figures of one article speak with one voice: what all of them share is drawn towards 0 so much more.
    """
    often: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for choices in articles:
        standing = Counter(cue for choice in choices for cues in choice.cues for cue in cues)
        often.update(standing)
        spread.update(standing.keys())
    return {cue: often[cue] / spread[cue] for cue in often}


def _add_slopes(choice: Choice, points: dict[str, float], slopes: dict[str, float]) -> None:
    """Add in which direction the points of the choice's cues would make its right candidates likelier."""
    scores = [sum(map(points.__getitem__, cues)) for cues in choice.cues]
    highest = max(scores)
    odds = [exp(score - highest) for score in scores]
    whole = sum(odds)
    fitting = sum(one for one, right in zip(odds, choice.right, strict=True) if right)
    for cues, right, one in zip(choice.cues, choice.right, odds, strict=True):
        slope = (one / fitting if right and fitting else 0.0) - one / whole
        for cue in cues:
            slopes[cue] += slope


def hits(choices: list[Choice], points: dict[str, float]) -> float:
    """The share of choices in which the candidate with the most points is right."""
    return sum(choice.right[choose(choice.cues, points)[0]] for choice in choices) / len(choices)


def write(path: Path, points: dict[str, float]) -> None:
    """Put the points, rounded, in place of those of the table at ``path``; its words before and after stay."""
    text = path.read_text(encoding="utf-8")
    begin = text.index("{", text.index("POINTS: dict[str, "))
    end = text.index("}", begin)
    rows = "".join(f"    {row},\n" for row in (_columns(points) if COLUMN in next(iter(points)) else _singles(points)))
    path.write_text(f"{text[:begin]}{{\n{rows}{text[end:]}", encoding="utf-8")


def _singles(points: dict[str, float]) -> Iterator[str]:
    return (f'"{cue}": {value:.1f}' for cue, value in points.items() if abs(value) >= SLIGHT)


def _columns(points: dict[str, float]) -> Iterator[str]:
    """One row for each cue of a field of few set values: its points for each of the scopes, in their order."""
    found = {cue.partition(COLUMN)[2] for cue in points}
    columns = [one.value for one in (*SCOPES, *CHOICES) if one.value in found]
    for said in dict.fromkeys(cue.partition(COLUMN)[0] for cue in points):
        values = [points[f"{said}{COLUMN}{column}"] for column in columns]
        if max(map(abs, values)) >= SLIGHT:
            yield f'"{said}": ({", ".join(f"{round(value, 1) + 0.0}" for value in values)})'


def worth_most(choices: list[Choice], points: dict[str, float]) -> set[str]:
    """The cues that are worth most, those that stand often before the rare ones."""
    often = Counter(cue for choice in choices for cues in choice.cues for cue in cues)
    return set(sorted(points, key=lambda cue: -abs(points[cue]) * often[cue] ** 0.3)[:MOST])


def only(choices: list[Choice], kept: set[str]) -> list[Choice]:
    """The choices with the kept cues alone."""
    return [Choice([cues & kept for cues in choice.cues], choice.right) for choice in choices]


def main(field: str, folders: list[str]) -> None:
    """Fit one field's points to all articles of the folders but every fifth, tell how they do there; then to all."""
    choose_for, table = FIELDS[field]
    articles = [path for folder in folders for path in sorted(Path(folder).rglob("*.json"))]
    choices = [list(choose_for(load(path))) for path in articles]
    crowds = crowding(choices) if field in CROWDED else {}
    learnt = [one for place, of in enumerate(choices) for one in of if place % 5]
    tried = [one for place, of in enumerate(choices) for one in of if not place % 5]
    every = [one for of in choices for one in of]
    best = sum(any(choice.right) for choice in tried) / len(tried)
    print(f"{field}: {hits(tried, fit(learnt, crowds)):.3f} right on articles left out, at best {best:.3f}")
    points = fit(every, crowds)
    if COLUMN not in next(iter(points)) and sum(abs(value) >= SLIGHT for value in points.values()) > MOST:
        points = fit(only(every, worth_most(every, points)), crowds)
    write(ROOT / table, points)
    print(f"{field}: {hits(every, points):.3f} on all {len(every)} figures of {len(articles)} articles")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
