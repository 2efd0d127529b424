"""Which PostgreSQL is used, and by whom."""

import os
import tempfile
from pathlib import Path

import pytest

from tracker.launch.programs import account, candidates, copy_of, find_programs, major_in_name
from tracker.launch.words import CannotStart


@pytest.mark.parametrize(("name", "major"), [("pginstall18", 18), ("pginstall", 0), ("15", 15), ("pg18.new", 0)])
def test_the_version_is_read_from_the_name(name: str, major: int) -> None:
    assert major_in_name(Path(name)) == major


def test_the_one_of_the_virtual_environment_comes_first(tmp_path: Path) -> None:
    first = next(candidates(account(tmp_path / "none"), tmp_path))
    assert "virtual environment" in first.label
    assert first.major >= 18


def test_it_never_runs_as_root(tmp_path: Path) -> None:
    assert account(tmp_path / "none").uid != 0


def test_what_owns_the_data_runs_the_server(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    os.chown(tmp_path, 12345, 12345)
    assert account(tmp_path).uid == 12345


def test_a_copy_beside_the_data_runs_as_the_unprivileged_user() -> None:
    with tempfile.TemporaryDirectory(prefix="cc-test-") as folder:
        Path(folder).chmod(0o755)
        user = account(Path(folder) / "none")
        original = find_programs(None, user, Path(folder)).bin.parent
        if not original.name.startswith("pginstall"):
            pytest.skip("this machine's own PostgreSQL is used")
        copied = copy_of(original, Path(folder))
        ran = user.run(copied / "bin" / "initdb", "--version")
        assert ran.stdout.startswith("initdb (PostgreSQL)")
        assert sorted(path.name for path in (copied / "bin").iterdir()) == ["initdb", "postgres"]
        assert copy_of(original, Path(folder)) == copied


def test_none_that_fits_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=r"PostgreSQL 7, which wrote the data, was found|was found"):
        find_programs(7, account(tmp_path / "none"), tmp_path)
