"""A private PostgreSQL server in a folder: made on first use, started, found again, stopped.

It survives kill -9 of itself and of us at any moment: a cluster is made under another name and renamed when whole,
one process at a time works on the folder (a lock the kernel drops with its holder), and a stale postmaster.pid is
removed only when no server can be using the data. The server has no TCP door; its socket lies outside the data
folder, in a folder only its user can enter, and every role needs a random password.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from tracker.launch import roles
from tracker.launch.keys import kept_secrets, save
from tracker.launch.processes import end_with_parent, runs_postgres, working_in
from tracker.launch.programs import Account, Programs, account, find_programs, major_in_name
from tracker.launch.words import CannotStart, say

ELSEWHERE = Path("/var/lib/conflicting-counts")
PATIENCE = 60.0
SOCKET_ROOM = 100 - len("/.s.PGSQL.5432")
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")


@dataclass
class Cluster:
    """The server whose secrets and, where its user can reach it, data lie under ``folder``.

    ``throwaway`` is for tests: nothing is flushed to disk and the server ends with the process that started it.
    """

    folder: Path
    throwaway: bool = False
    secrets: dict[str, str] = field(init=False, repr=False)
    user: Account = field(init=False)
    home: Path = field(init=False)
    process: subprocess.Popen[bytes] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        made = not self.folder.exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        if made:
            self.folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        with self.locked("database"):
            self.secrets = kept_secrets(self.keys_file)
            self.user = account(owner_of=Path(self.secrets.get("home") or self.folder / "database"))
            self.home = self.choose_home()

    @property
    def keys_file(self) -> Path:
        """Where the secrets are kept."""
        return self.folder / "keys.json"

    @property
    def log(self) -> Path:
        """What the server writes."""
        return self.folder / "postgres.log"

    @property
    def socket(self) -> Path:
        """The folder of the server's socket; another one is chosen when this one is not ours."""
        return Path(self.secrets.get("socket") or "/nonexistent")

    def address(self, role: str, database: str = roles.DATABASE) -> str:
        """The database address of one of the three roles of tracker.launch.roles."""
        secret = {roles.SUPERUSER: "superuser_password", roles.OWNER: "owner_password", roles.APP: "app_password"}
        password = quote(self.secrets[secret[role]], safe="")
        return f"postgresql://{role}:{password}@/{database}?host={quote(str(self.socket), safe='/')}"

    def start(self) -> None:
        """Return when the server answers and holds the roles and the database. Raises CannotStart, OSError."""
        with self.locked("database"):
            self.secrets = kept_secrets(self.keys_file)
            # A killed server needs a moment to end, and one whose launcher was killed a moment to come up.
            wait_until(lambda: self.answers() or not self.servers(), PATIENCE)
            if not self.answers():
                data, programs = self.data_and_programs()
                self.clear_stale_files(data)
                self.launch(data, programs)
                self.wait(data)
            with self.connect("postgres") as connection:
                roles.make_roles(connection, self.secrets["owner_password"], self.secrets["app_password"])
                roles.make_database(connection)
            with self.connect(roles.DATABASE) as connection:
                roles.close_public_schema(connection)

    def revive(self) -> bool:
        """Start the server again when it no longer runs; True when that was needed."""
        if self.servers():
            return False
        self.start()
        return True

    def stop(self) -> None:
        """Ask the server to end its connections and stop, and wait; harmless when it is down already."""
        with self.locked("database"):
            for data in self.data_folders():
                pid = pid_in(data / "postmaster.pid")
                if pid and pid in working_in(data):
                    os.kill(pid, signal.SIGINT)
            if wait_until(lambda: not self.servers(), PATIENCE):
                shutil.rmtree(self.socket, ignore_errors=True)
                if self.process:
                    self.process.wait()

    def answers(self) -> bool:
        """Whether the server is up and knows our secret."""
        try:
            self.connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def connect(self, database: str) -> psycopg.Connection:
        """A connection of the superuser, in autocommit mode. Raises psycopg.OperationalError."""
        return psycopg.connect(self.address(roles.SUPERUSER, database), autocommit=True, connect_timeout=10)

    @contextmanager
    def locked(self, what: str) -> Iterator[None]:
        """One process at a time; the kernel drops the lock when its holder dies."""
        with (self.folder / f"{what}.lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def choose_home(self) -> Path:
        """The folder of data and copied programs: under ours, or elsewhere when the server's user cannot enter ours."""
        kept = self.secrets.get("home")
        if kept and Path(kept).is_absolute():
            home = Path(kept)
        elif self.user.reaches(self.folder):
            home = self.folder / "database"
        else:
            ELSEWHERE.mkdir(mode=0o711, parents=True, exist_ok=True)
            home = Path(tempfile.mkdtemp(prefix="", dir=ELSEWHERE))
            self.secrets["home"] = str(home)
            save(self.keys_file, self.secrets)
            say(f"PostgreSQL's user cannot enter {self.folder}: the data lie in {home}")
        home.mkdir(mode=0o700, exist_ok=True)
        self.user.own(home)
        return home

    def data_folders(self) -> list[Path]:
        """The data folders, oldest version first: one, unless someone is upgrading by hand."""
        return sorted((path for path in self.home.glob("pg*") if major_in_name(path)), key=major_in_name)

    def servers(self) -> list[int]:
        """The processes that work on our data."""
        return [pid for data in self.data_folders() for pid in working_in(data)]

    def data_and_programs(self) -> tuple[Path, Programs]:
        """The data folder, made when there is none, and the programs of its version."""
        made = self.data_folders()
        programs = find_programs(major_in_name(made[-1]) if made else None, self.user, self.home)
        data = self.home / f"pg{programs.major}"
        if not made:
            self.initialise(data, programs)
        return data, programs

    def initialise(self, data: Path, programs: Programs) -> None:
        """Make the cluster under another name, then rename it: a half-made one cannot remain."""
        half = data.with_name(data.name + ".new")
        shutil.rmtree(half, ignore_errors=True)
        password = self.home / "password.new"
        password.unlink(missing_ok=True)
        password.touch(mode=0o600)
        password.write_text(self.secrets["superuser_password"], encoding="utf-8")
        self.user.own(password)
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if programs.major >= 17 else []
        ran = self.user.run(
            *(programs.bin / "initdb", "--pgdata", half, f"--username={roles.SUPERUSER}", f"--pwfile={password}"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", *locale),
            *(["--no-sync"] if self.throwaway else []),
        )
        password.unlink(missing_ok=True)
        if ran.returncode:
            raise CannotStart(f"PostgreSQL could not make its data folder: {reason(ran.stderr or ran.stdout)}")
        half.rename(data)

    def clear_stale_files(self, data: Path) -> None:
        """Remove what a killed server left behind, once no process works in the data folder any more."""
        left = working_in(data)
        if any(runs_postgres(pid) for pid in left):
            raise CannotStart(f"a PostgreSQL (processes {left}) uses {data} but does not answer to our password.")
        if left:
            raise CannotStart(f"processes {left} work in {data}: end them first.")
        (data / "postmaster.pid").unlink(missing_ok=True)
        self.choose_socket()

    def choose_socket(self) -> None:
        """An empty folder with a short path that only the server's user can enter."""
        kept = self.socket
        if kept.is_dir() and not kept.is_symlink() and kept.stat().st_uid == self.user.uid:
            for left in kept.iterdir():
                left.unlink()
            return
        bases = (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir(), "/tmp")
        usable = (base for base in bases if base and os.access(base, os.W_OK) and self.user.reaches(Path(base)))
        base = next((base for base in usable if len(base) + len("/cc-12345678") < SOCKET_ROOM), None)
        if base is None:
            raise CannotStart("no folder with a short path can take the database's socket: set TMPDIR to one.")
        made = Path(tempfile.mkdtemp(prefix="cc-", dir=base))
        self.user.own(made)
        self.secrets["socket"] = str(made)
        save(self.keys_file, self.secrets)

    def launch(self, data: Path, programs: Programs) -> None:
        """Start the server in a session of its own, so that Ctrl-C reaches us and not it."""
        settings = [
            "listen_addresses=",
            f"unix_socket_directories={self.socket}",
            "unix_socket_permissions=0700",
            "jit=off",
        ]
        settings += QUICK if self.throwaway else ()
        if self.process:
            # It is gone, or its folder would still be in use: this collects its exit code.
            self.process.wait()
        command = [str(programs.bin / "postgres"), "-D", str(data)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command + [part for setting in settings for part in ("-c", setting)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
                preexec_fn=end_with_parent if self.throwaway else None,
                user=self.user.user,
                group=self.user.group,
                extra_groups=self.user.extra_groups,
            )

    def wait(self, data: Path) -> None:
        """Until the server answers. Raises CannotStart with the end of its log when it gives up or takes too long."""
        process = self.process
        up = wait_until(lambda: self.answers() or (process is not None and process.poll() is not None), PATIENCE)
        if not up or (process and process.poll() is not None):
            words = reason(self.log.read_text(encoding="utf-8", errors="replace"))
            raise CannotStart(f"PostgreSQL did not start on {data}: {words} (its whole log: {self.log})")


def pid_in(file: Path) -> int | None:
    """The number on the first line of a postmaster.pid, or None."""
    try:
        first = file.read_text(encoding="ascii", errors="replace").partition("\n")[0].strip()
    except OSError:
        return None
    return int(first) if first.isdecimal() and len(first) < 10 else None


def wait_until(done: Callable[[], bool], seconds: float) -> bool:
    """Ask ``done()`` twenty times a second; False when it was not true within ``seconds``."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def reason(output: str) -> str:
    """The last lines a program wrote, as one; a full disk is said plainly."""
    if "No space left on device" in output:
        return "the disk is full"
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return " / ".join(lines[-3:]) or "it said nothing"
