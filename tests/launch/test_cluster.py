"""The embedded PostgreSQL, really started: roles, doors, kill -9, a second start."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tracker.launch import roles
from tracker.launch.cluster import Cluster, pid_in, reason, wait_until
from tracker.launch.processes import runs_postgres, working_in
from tracker.launch.words import CannotStart


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A running cluster that flushes what it commits, as the real one does."""
    with tempfile.TemporaryDirectory(prefix="cc-test-") as folder:
        Path(folder).chmod(0o711)
        made = Cluster(Path(folder) / "data")
        made.start()
        yield made
        made.stop()


def ask(cluster: Cluster, role: str, query: str) -> list[tuple[object, ...]]:
    """The rows of one query."""
    with psycopg.connect(cluster.address(role), autocommit=True) as connection:
        return connection.execute(query).fetchall()


def test_it_answers_both_roles(cluster: Cluster) -> None:
    assert ask(cluster, roles.APP, "SELECT current_user, current_database()") == [("cc_app", "conflicting_counts")]
    assert ask(cluster, roles.OWNER, "SELECT current_user")[0] == ("cc_owner",)


def test_the_apps_role_makes_no_tables(cluster: Cluster) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(cluster, roles.APP, "CREATE TABLE own (n int)")


def test_neither_role_is_a_superuser(cluster: Cluster) -> None:
    assert ask(cluster, roles.APP, "SELECT rolname FROM pg_roles WHERE rolsuper") == [("cc_super",)]


def test_a_wrong_password_is_refused_on_the_socket_too(cluster: Cluster) -> None:
    address = cluster.address(roles.APP).replace(cluster.secrets["app_password"], "guess")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(address)


def test_there_is_no_tcp_door(cluster: Cluster) -> None:
    assert ask(cluster, roles.APP, "SHOW listen_addresses") == [("",)]


def test_words_are_sorted_the_same_everywhere(cluster: Cluster) -> None:
    query = "SELECT w FROM (VALUES ('b'), ('a'), ('B'), ('é')) AS v(w) ORDER BY w"
    assert [row[0] for row in ask(cluster, roles.APP, query)] == ["B", "a", "b", "é"]


def test_secrets_and_socket_are_for_their_owner_only(cluster: Cluster) -> None:
    assert cluster.keys_file.stat().st_mode & 0o077 == 0
    assert cluster.socket.stat().st_mode & 0o077 == 0
    assert len(f"{cluster.socket}/.s.PGSQL.5432") < 100
    assert cluster.home not in cluster.socket.parents


def test_a_second_start_finds_the_running_server(cluster: Cluster) -> None:
    other = Cluster(cluster.folder)
    before = cluster.servers()
    other.start()
    assert other.process is None
    assert set(before) & set(cluster.servers())


@pytest.mark.parametrize("whom", ["the first process", "every process"])
def test_what_was_committed_survives_kill_9(cluster: Cluster, whom: str) -> None:
    table = f"kept_{len(whom)}"
    with psycopg.connect(cluster.address(roles.OWNER), autocommit=True) as connection:
        connection.execute(f"CREATE TABLE {table} AS SELECT 874 AS count")
    first = pid_in(next(cluster.home.glob("pg*")) / "postmaster.pid")
    for pid in [first] if whom == "the first process" else cluster.servers():
        os.kill(pid, signal.SIGKILL)
    cluster.start()
    assert ask(cluster, roles.OWNER, f"SELECT count FROM {table}") == [(874,)]


def test_it_starts_again_when_it_has_gone_and_only_then(cluster: Cluster) -> None:
    assert cluster.revive() is False
    for pid in cluster.servers():
        os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: not cluster.servers(), 10)
    assert cluster.revive() is True


def test_a_half_made_cluster_is_made_anew(cluster: Cluster) -> None:
    with tempfile.TemporaryDirectory(prefix="cc-test-") as folder:
        Path(folder).chmod(0o711)
        fresh = Cluster(Path(folder) / "data", throwaway=True)
        half = fresh.home / f"{next(cluster.home.glob('pg*')).name}.new"
        (half / "base").mkdir(parents=True)
        fresh.start()
        try:
            assert not half.exists()
            assert fresh.answers()
        finally:
            fresh.stop()


def test_data_of_a_version_that_is_not_here_are_left_alone() -> None:
    with tempfile.TemporaryDirectory(prefix="cc-test-") as folder:
        Path(folder).chmod(0o711)
        fresh = Cluster(Path(folder) / "data", throwaway=True)
        (fresh.home / "pg99").mkdir()
        with pytest.raises(CannotStart, match="PostgreSQL 99, which wrote the data"):
            fresh.start()
        assert [path.name for path in fresh.home.glob("pg*")] == ["pg99"]


@pytest.mark.parametrize(("content", "pid"), [("123\n/data\n", 123), ("", None), ("x\n", None), ("9" * 40, None)])
def test_a_pid_file_is_read(tmp_path: Path, content: str, pid: int | None) -> None:
    (tmp_path / "postmaster.pid").write_text(content)
    assert pid_in(tmp_path / "postmaster.pid") == pid
    assert pid_in(tmp_path / "none") is None


def test_another_program_with_the_pid_is_not_postgres(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not runs_postgres(os.getpid())
    monkeypatch.chdir(tmp_path)
    assert os.getpid() in working_in(tmp_path)


def test_a_full_disk_is_said_plainly() -> None:
    assert reason('LOG: x\nFATAL: could not write to file "a": No space left on device\n') == "the disk is full"
    assert reason("a\nb\nc\nd\n") == "b / c / d"
    assert reason("") == "it said nothing"
