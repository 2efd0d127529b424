"""``python -m tracker.launch`` starts everything; ``dev`` with reloading; ``manage COMMAND`` runs one command.

The database is DATABASE_URL when that is set, else the embedded PostgreSQL, which is started when it is down and
stopped by the last of us that used it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
from django.core.exceptions import ImproperlyConfigured

from tracker.launch import roles, serving, statics
from tracker.launch.cluster import Cluster
from tracker.launch.keys import kept_secrets
from tracker.launch.surroundings import ROOT, Surroundings, refuse_what_cannot_work, surroundings
from tracker.launch.words import CannotStart, complain, disk_words, say

USAGE = "usage: python -m tracker.launch [run | dev | manage COMMAND ...]"


def main(arguments: list[str]) -> int:
    """Run, and return the exit code: 0, 1 with a reason on stderr, or a command's own."""
    what, rest = (arguments[0], arguments[1:]) if arguments else ("run", [])
    if what not in {"run", "dev", "manage"} or bool(rest) != (what == "manage"):
        complain(USAGE)
        return 2
    take_signals()
    try:
        place = surroundings()
        refuse_what_cannot_work(place, serving=what != "manage")
        with database(place, quiet=what == "manage") as (cluster, environ):
            if what == "manage":
                return subprocess.run([sys.executable, "manage.py", *rest], cwd=ROOT, env=environ).returncode
            return serve(place, cluster, environ, dev=what == "dev")
    except KeyboardInterrupt:
        return 0
    except (CannotStart, ImproperlyConfigured) as error:
        complain(str(error))
    except psycopg.OperationalError as error:
        complain(f"the database does not answer: {error}")
    except OSError as error:
        complain(disk_words(error))
    return 1


def take_signals() -> None:
    """End in order on Ctrl-C (even when a script started us in the background), SIGTERM and a closed terminal."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # nohup means what it says.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


@contextlib.contextmanager
def database(place: Surroundings, quiet: bool) -> Iterator[tuple[Cluster | None, dict[str, str]]]:
    """The embedded server (None when DATABASE_URL names another) and the environment for Django's processes."""
    place.data_dir.mkdir(parents=True, exist_ok=True)
    environ = dict(os.environ, DATA_DIR=str(place.data_dir), ALLOWED_HOSTS=place.allowed_hosts)
    if environ.get("DATABASE_URL", "").strip():
        if not environ.get("SECRET_KEY", "").strip():
            environ["SECRET_KEY"] = kept_secrets(place.data_dir / "keys.json")["secret_key"]
        yield None, environ
        return
    cluster = Cluster(place.data_dir)
    with (place.data_dir / "in-use.lock").open("w") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            cluster.start()
            if not quiet:
                say("PostgreSQL is up")
            environ["DATABASE_URL"] = cluster.address(roles.APP)
            environ["MIGRATE_DATABASE_URL"] = cluster.address(roles.OWNER)
            if not environ.get("SECRET_KEY", "").strip():
                environ["SECRET_KEY"] = cluster.secrets["secret_key"]
            yield cluster, environ
        finally:
            stop_when_last(cluster, users.fileno(), quiet)


def stop_when_last(cluster: Cluster, users: int, quiet: bool) -> None:
    """Stop the server unless another launcher uses it. Further interrupts wait until that is done."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return
    cluster.stop()
    if not quiet:
        say("PostgreSQL is stopped")


def serve(place: Surroundings, cluster: Cluster | None, environ: dict[str, str], dev: bool) -> int:
    """Prepare, serve, and stay until interrupted."""
    target = statics.collected(ROOT, place.data_dir)
    environ = environ | {"STATIC_ROOT": str(target), "DEBUG": "1" if dev else "0"}
    collecting = None if dev or target.exists() else collect(environ | {"STATIC_ROOT": str(statics.half_made(target))})
    try:
        with (place.data_dir / "prepare.lock").open("w") as one_at_a_time:
            fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
            prepare(place, environ)
        if collecting and collecting.wait():
            raise CannotStart("the static files could not be collected: the reason is above.")
    finally:
        if collecting and collecting.poll() is None:
            collecting.kill()
    if collecting:
        statics.keep(target)
    command = serving.runserver(place) if dev else serving.gunicorn(place)
    server = serving.start(command, environ)
    try:
        serving.wait_until_it_answers(server, place)
        say(f"ready: {place.link}")
        tell_how_to_sign_in(place)
        serving.keep_up(server, lambda: serving.start(command, environ), cluster)
    finally:
        serving.stop(server)
    return 0


def collect(environ: dict[str, str]) -> subprocess.Popen[bytes]:
    """Collect the static files beside the other preparations."""
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    return subprocess.Popen(command, cwd=ROOT, env=environ)


def prepare(place: Surroundings, environ: dict[str, str]) -> None:
    """Migrate; on an empty ledger load the demo and make its people. An interrupted load is taken up again."""
    say("preparing the tables")
    manage(environ, "prepare_database", "--verbosity", "0")
    # Only the line above may act as the owner of the tables: what follows, the server too, must not even know how.
    environ.pop("MIGRATE_DATABASE_URL", None)
    unfinished = place.data_dir / "demo-unfinished"
    if ledger_is_empty(environ["DATABASE_URL"]):
        unfinished.touch()
    if unfinished.exists():
        say("loading the demo: real figures of the 2020 Nagorno-Karabakh war")
        manage(environ, "load_demo")
    if unfinished.exists() or place.demo_password:
        manage(environ, "demo_people")
        unfinished.unlink(missing_ok=True)


def manage(environ: dict[str, str], *command: str) -> None:
    """Run one of Django's commands; its words are shown. Raises CannotStart when it fails."""
    if subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environ).returncode:
        raise CannotStart(f"`manage.py {command[0]}` failed: the reason is above.")


def ledger_is_empty(address: str) -> bool:
    """Whether no conflict has been recorded. Raises psycopg.OperationalError."""
    with psycopg.connect(address, connect_timeout=10) as connection:
        return connection.execute("SELECT FROM ledger_conflict LIMIT 1").fetchone() is None


def tell_how_to_sign_in(place: Surroundings) -> None:
    """Where the demo people's passwords are, when there are any."""
    kept: Path = place.data_dir / "demo-people.txt"
    if kept.exists():
        say(f"sign in at {place.link}desk/ as editor, reviewer or admin; passwords: {kept}")
    say("stop with Ctrl-C")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
