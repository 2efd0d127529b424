"""Pin every distribution, with hashes, for the Pythons and machines below: `.venv/bin/python .ci/pin.py`.

The lines `#: NAME` of requirements.txt and tests/requirements.txt say what is wanted; everything else is rewritten.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13")
MACHINES = ("x86_64", "aarch64")
GLIBC = [f"manylinux_2_{minor}" for minor in range(17, 35)] + ["manylinux2014"]
ROOT = Path(__file__).resolve().parent.parent
WITH_EXTRAS = re.compile(r"([\w.-]+)(\[[\w,.-]+\])(?!.*extra ==)")


def main() -> None:
    runtime, tests = ROOT / "requirements.txt", ROOT / "tests/requirements.txt"
    pinned = versions(wanted(runtime), [])
    write(runtime, pinned)
    same = [f"{name}=={version}" for name, version in pinned.items()]
    write(tests, {name: v for name, v in versions(wanted(tests), same).items() if name not in pinned})


def wanted(file: Path) -> list[str]:
    return [line[2:].strip() for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#:")]


def versions(requirements: list[str], also: list[str]) -> dict[str, str]:
    """What pip would install here, by name; what one distribution asks of another with extras, by that name too.

    Without the latter pip takes `lxml[html_clean]` for a distribution that is not pinned.
    """
    items = report("--ignore-installed", *requirements, *also)
    pinned = {name(item): item["metadata"]["version"] for item in items}
    asked = [line for item in items for line in item["metadata"].get("requires_dist", [])]
    extras = {
        canonical(found[1]) + found[2]: pinned[canonical(found[1])] for found in map(WITH_EXTRAS.match, asked) if found
    }
    return pinned | extras


def write(file: Path, pinned: dict[str, str]) -> None:
    """Rewrite the file: its comments, then every pin with the hashes of all its wheels."""
    hashes = defaultdict(set)
    with tempfile.TemporaryDirectory() as target:
        for python in PYTHONS:
            for machine in MACHINES:
                platforms = [f"--platform={glibc}_{machine}" for glibc in GLIBC]
                options = ["--only-binary=:all:", "--no-deps", f"--python-version={python}", f"--target={target}"]
                for item in report(*options, *platforms, *(f"{n}=={v}" for n, v in pinned.items() if "[" not in n)):
                    hashes[name(item)].add(item["download_info"]["archive_info"]["hashes"]["sha256"])
    comments = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*comments, ""]
    for key in sorted(pinned):
        signed = [f"--hash=sha256:{h}" for h in sorted(hashes[key.partition("[")[0]])]
        lines.append(" \\\n    ".join([f"{key}=={pinned[key]}", *signed]))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(*arguments: str) -> list[dict]:
    """What `pip install` says it would install."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--report=-", *arguments]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["install"]


def name(item: dict) -> str:
    return canonical(item["metadata"]["name"])


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main()
