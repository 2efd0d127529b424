"""Functions and modules stay short enough to be read at once, and nothing is put off or silenced."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FUNCTION = 60
LONGEST_MODULE = 400
PUT_OFF = ("TO" + "DO", "FIX" + "ME", "no" + "qa", "type: " + "ignore")

TEXTS = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for folder in ("tracker", "tests", ".ci")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
}


def test_no_module_is_too_long() -> None:
    assert {name: len(lines) for name, text in TEXTS.items() if len(lines := text.splitlines()) > LONGEST_MODULE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{name}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name, text in TEXTS.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_nothing_is_put_off_or_silenced() -> None:
    assert [f"{name}: {word}" for name, text in TEXTS.items() for word in PUT_OFF if word in text] == []
