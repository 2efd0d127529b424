"""The file of random secrets."""

import json
from pathlib import Path

import pytest

from tracker.launch.keys import NAMES, kept_secrets
from tracker.launch.words import CannotStart


def test_secrets_are_made_once_and_kept(tmp_path: Path) -> None:
    first = kept_secrets(tmp_path / "keys.json")
    assert set(first) == set(NAMES)
    assert len(set(first.values())) == len(NAMES)
    assert min(len(secret) for secret in first.values()) >= 50
    assert kept_secrets(tmp_path / "keys.json") == first


def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    kept_secrets(tmp_path / "keys.json")
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", ["", "[]", "{", json.dumps({"secret_key": 5})])
def test_a_damaged_file_is_never_replaced(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys.json").write_text(content)
    with pytest.raises(CannotStart, match="Restore it"):
        kept_secrets(tmp_path / "keys.json")
    assert (tmp_path / "keys.json").read_text() == content
