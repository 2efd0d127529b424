"""Random secrets of the one-command start, kept in one file that only its owner can read."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from tracker.launch.words import CannotStart

NAMES = ("superuser_password", "owner_password", "app_password", "secret_key")


def kept_secrets(file: Path) -> dict[str, str]:
    """The secrets in ``file``, made and written when it does not exist. Raises CannotStart when it is damaged."""
    if not file.exists():
        save(file, {name: secrets.token_urlsafe(48) for name in NAMES})
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CannotStart(f"{file} is damaged ({error}). Restore it: the database's passwords are in it.") from None
    missing = [name for name in NAMES if not isinstance(found, dict) or not isinstance(found.get(name), str)]
    if missing:
        raise CannotStart(f"{file} lacks {', '.join(missing)}. Restore it: the database's passwords are in it.")
    return found


def save(file: Path, content: dict[str, str]) -> None:
    """Write ``content`` as JSON, readable by its owner only, whole or not at all."""
    made = file.with_suffix(".new")
    made.unlink(missing_ok=True)
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        json.dump(content, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    made.rename(file)
