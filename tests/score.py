"""How well the reader reads, as a table: `make score`.

Always on the articles of tests/reading/articles. Where the practice articles lie beside the checkout
(../shared/gold), on those too, with their own scorer: the two thirds the rules were made on, and the third set aside.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.reading.scoring import READY, Score, score_folder

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests/reading/articles"
GOLD = ROOT.parent / "shared/gold"
ASIDE = (
    "w-srilanka-001 w-srilanka-002 w-srilanka-003 w-srilanka-004 w-myanmar-001 w-myanmar-002 w-myanmar-003"
    " w-philippines-001 w-philippines-002 w-afghanistan-003 w-karabakh-005 w-kashmir-002 w-pakistan-003"
    " w-ukraine-003 w-ukraine-007 w-georgia-002"
).split()
"""Three conflicts whole, and one article in four or so of the others: never looked at while rules were made."""


def main() -> int:
    """Print the tables; the scorer of the practice articles lists its errors with --errors N."""
    own = score_folder(OWN)
    print(f"Own articles: {own.counts['required']} required figures")
    for name in ("found", "clean", *READY, "ready"):
        print(f"  {name:10} {100 * own.rate(name):5.1f} %")
    print_kinds(own)
    if not (GOLD / "practice").is_dir():
        print("The practice articles are not beside this checkout: no table for them.")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("seen", "aside"):
            folder = Path(scratch, name)
            folder.mkdir()
            for path in (GOLD / "practice").iterdir():
                if (path.stem in ASIDE) == (name == "aside"):
                    shutil.copy(path, folder)
            read = Path(scratch, f"{name}-read")
            subprocess.run([sys.executable, "-m", "tracker.reading", folder, read], check=True, cwd=ROOT)
            print(f"\nPractice articles, {name}:", flush=True)
            subprocess.run([sys.executable, GOLD / "score.py", folder, read, *sys.argv[1:]], check=True)
            print_kinds(score_folder(folder))
    return 0


def print_kinds(score: Score) -> None:
    """The ten commonest kinds of error."""
    print("commonest errors:")
    for kind, times in score.kinds.most_common(10):
        print(f"  {times:4} {kind}")


if __name__ == "__main__":
    sys.exit(main())
