"""The history's words are all listed for the catalogues of translations, and said in the reader's language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.utils.translation import override

from tracker.ledger.history import UNSAID, RecordDifference
from tracker.ledger.history_sql import KEPT_TABLES
from tracker.ledger.history_words import FIELDS, RECORDS, VERBS, verb_in_words
from tracker.web.languages import PROOF, turned

TRACKER = Path(__file__).resolve().parent.parent.parent / "tracker"
KEPT = [model for model in apps.get_app_config("ledger").get_models() if model._meta.db_table in KEPT_TABLES]


def verbs_used() -> Iterator[str]:
    """Each verb that some code opens a change with: ``verb="record_claim"``, and the second word of _move, _follow."""
    for path in sorted(TRACKER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            named = [keyword.value for keyword in node.keywords if keyword.arg == "verb"]
            if isinstance(node.func, ast.Name) and node.func.id in ("_move", "_follow"):
                named.append(node.args[1])
            constants = [part for value in named for part in ast.walk(value) if isinstance(part, ast.Constant)]
            yield from (str(constant.value) for constant in constants if isinstance(constant.value, str))


def test_every_verb_is_listed() -> None:
    used = {verb.replace("_", " ") for verb in verbs_used()}
    assert {"record claim", "withdraw claim", "revert change"} <= used
    assert used == set(VERBS)


def test_every_kind_of_record_and_every_field_is_listed() -> None:
    fields = [field for model in KEPT for field in model._meta.concrete_fields if field.attname not in UNSAID]
    assert {str(field.verbose_name) for field in fields} == set(FIELDS)
    assert {str(model._meta.verbose_name) for model in KEPT} == set(RECORDS)


@pytest.mark.parametrize("did", ["added", "changed", "removed"])
def test_what_was_done_is_one_sentence(did: str) -> None:
    assert RecordDifference("citation", 1, did).words == f"citation {did}"
    with override(PROOF):
        assert RecordDifference("١", 1, did).words == f"١ {turned(did)}"


def test_a_verb_is_said_in_the_readers_language() -> None:
    assert verb_in_words("record_claim") == "record claim"
    with override(PROOF):
        assert verb_in_words("record_claim") == turned("record claim")
