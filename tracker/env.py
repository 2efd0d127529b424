"""Small readers of environment variables that refuse a bad value with the fix in the message."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"", "0", "false", "no", "off"})
DATABASE_SCHEMES = frozenset({"postgres", "postgresql"})


def text(name: str, default: str = "") -> str:
    """The variable without surrounding space, or ``default`` when it is unset or blank."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """True for 1, true, yes, on; False for 0, false, no, off; ``default`` when unset.

    Raises ImproperlyConfigured for anything else.
    """
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word in YES or word in NO:
        return word in YES
    raise ImproperlyConfigured(f"{name} is {value!r}: write 1 for yes or 0 for no.")


def integer(name: str, default: int, *, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``, both allowed. Raises ImproperlyConfigured otherwise."""
    value = text(name)
    if not value:
        return default
    if not (value.isascii() and value.isdecimal() and len(value) <= 18 and low <= int(value) <= high):
        raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number from {low} to {high}.")
    return int(value)


def one_of(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of the words ``allowed``, written in any case. Raises ImproperlyConfigured otherwise."""
    word = text(name, default).upper()
    if word not in allowed:
        raise ImproperlyConfigured(f"{name} is {word!r}: write one of {', '.join(allowed)}.")
    return word


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas: ``a.org, b.org`` is two words."""
    return [word for word in (part.strip() for part in text(name, default).split(",")) if word]


def folder(name: str, default: Path) -> Path:
    """An absolute path; ``~`` stands for the home folder."""
    value = text(name)
    return Path(value).expanduser().absolute() if value else default


def database(name: str, url: str) -> dict[str, object]:
    """Django's database settings for ``postgresql://user:password@host:port/name?sslmode=require``.

    A socket folder is written ``?host=/run/postgresql``. ``name`` is the variable the address came from, for messages.
    Raises ImproperlyConfigured when the address is not one of PostgreSQL. Messages never show the password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} cannot be read as an address: {error}.") from None
    if parts.scheme not in DATABASE_SCHEMES:
        raise ImproperlyConfigured(
            f"{name} must start with postgresql:// (PostgreSQL is the only database): it starts with {parts.scheme!r}."
        )
    dbname = unquote(parts.path.lstrip("/"))
    if not dbname:
        raise ImproperlyConfigured(f"{name} names no database: write postgresql://user:password@host/name.")
    options: dict[str, str] = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": dbname,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or options.pop("port", "")),
        "OPTIONS": options,
    }


def databases(environ: Mapping[str, str], fallback: str) -> dict[str, dict[str, object]]:
    """``default`` from DATABASE_URL (the app's role) and, when MIGRATE_DATABASE_URL is set, ``owner`` from that.

    ``fallback`` is the address used when DATABASE_URL is unset.
    """
    lasting = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    found = {"default": database("DATABASE_URL", environ.get("DATABASE_URL", "").strip() or fallback) | lasting}
    owner = environ.get("MIGRATE_DATABASE_URL", "").strip()
    if owner:
        found["owner"] = database("MIGRATE_DATABASE_URL", owner) | {"TEST": {"MIRROR": "default"}}
    return found
