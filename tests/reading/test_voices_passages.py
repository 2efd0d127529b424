"""Whole passages as agencies and papers write them: the claimant of every figure that stands in braces.

They stand in the three text files beside this one, in ``claimant_phrases.txt`` with one turn of phrase each. Under each
passage are the claimants in the order of its figures; "-" where the text names nobody. A passage's second paragraph
begins with a stroke.
"""

import re
from pathlib import Path

import pytest

from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Outcome
from tracker.reading.claimants.voices import give_claimants
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure, Known
from tracker.reading.finding.finding import find_figures

_MARKED = re.compile(r"\{([^}]*)\}")


def claimants(marked: str, title: str, known: Known | None = None) -> list[list[str]]:
    """The claimants of the figures in braces."""
    spans, text, end = [], title, 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text, end = text + match[1], match.end()
    doc = Document(text + marked[end:])
    found = find_figures(Article(doc))
    figures = []
    for start, stop in spans:
        inside = [at for at, token in enumerate(doc.tokens) if token.end > start and token.start < stop]
        same = next((figure for figure in found if figure.start < stop and figure.end > start), None)
        outcome, cue, noun = (same.outcome, same.cue, same.noun) if same else (Outcome.KILLED, None, None)
        numbers = (1, None, None, Qualifier.EXACT)
        figures.append(Figure(start, stop, inside[0], inside[-1] + 1, *numbers, outcome, cue=cue, noun=noun))
    give_claimants(Article(doc, known=known or Known()), figures)
    return [figure.claimant for figure in figures]


def agrees(names: list[str], expected: str) -> bool:
    """Whether one of the names is the expected one, or as much of it as the text repeats."""
    if expected == "-":
        return not names
    return any(expected.lower() in name.lower() or name.lower() in expected.lower() for name in names)


def cases(name: str) -> list[tuple[str, list[str]]]:
    """Each block of lines in the file as its text and the claimants of its figures."""
    found, blocks = [], Path(__file__).with_name(name).read_text("utf-8")
    for block in blocks.strip().split("\n\n"):
        text, _, names = block.rpartition("\n= ")
        text = text.replace("\n|", "\x00").replace("\n", " ").replace("\x00", "\n")
        found.append((text.removeprefix("|"), names.split(" | ")))
    return found


PASSAGES = (
    ("claimant_passages.txt", "A day of fighting\n", 0.93),
    ("claimant_phrases.txt", "A day of fighting\n", 0.88),
    ("claimant_headlines.txt", "", 0.93),
)
"""Each file, the title over its passages, and the share of them in which every claimant is read right."""


@pytest.mark.parametrize(("name", "title", "share"), PASSAGES)
def test_nearly_every_passage_has_its_claimants(name: str, title: str, share: float) -> None:
    blocks = cases(name)
    wrong = []
    for text, expected in blocks:
        found = claimants(text, title)
        if not all(agrees(*pair) for pair in zip(found, expected, strict=True)):
            wrong.append(f"{text}\n    {found}")
    assert len(wrong) <= (1 - share) * len(blocks), "\n".join(wrong)


KNOWN = Known(
    sources={
        "Every Casualty Counted": ("every casualty counted",),
        "Médecins du Monde": ("doctors of the world",),
        "World Health Organization": ("WHO",),
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll is {41}, every casualty counted said on Monday.", "Every Casualty Counted"),
        ("{41} people died, said doctors of the world.", "Médecins du Monde"),
        ("{41} people, who had been in the market, died.", "-"),
    ],
)
def test_sources_the_ledger_knows_need_no_capitals(text: str, expected: str) -> None:
    [found] = claimants(text, "A day of fighting\n", KNOWN)
    assert agrees(found, expected), found
