"""``manage.py demo_people``: the three accounts of the demo."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand
from django.db import transaction

SHORTEST = 12


class Person(NamedTuple):
    username: str
    group: str
    administrator: bool


PEOPLE = (
    Person("editor", "Editors", administrator=False),
    Person("reviewer", "Reviewers", administrator=False),
    Person("admin", "Reviewers", administrator=True),
)


class Command(BaseCommand):
    help = "Make the demo people editor, reviewer and admin; their passwords are printed and kept in demo-people.txt."

    def handle(self, *args: object, **options: object) -> None:
        """DEMO_PASSWORD gives everyone that password; otherwise those kept are used again, or random ones made."""
        file = Path(settings.DATA_DIR) / "demo-people.txt"
        given = os.environ.get("DEMO_PASSWORD", "").strip()
        if given and len(given) < SHORTEST:
            self.stderr.write(f"DEMO_PASSWORD is short: fine on this machine, but use {SHORTEST} characters elsewhere.")
        kept = {} if given else read(file)
        passwords = {p.username: given or kept.get(p.username) or secrets.token_urlsafe(12) for p in PEOPLE}
        write(file, passwords)
        with transaction.atomic():
            for person in PEOPLE:
                make(person, passwords[person.username])
        self.stdout.write("Demo people (also in demo-people.txt in the data folder):")
        for username, password in passwords.items():
            self.stdout.write(f"  {username:<9} {password}")


def make(person: Person, password: str) -> None:
    """Make or refresh one account and its group."""
    user, _ = User.objects.get_or_create(username=person.username)
    user.email = f"{person.username}@example.org"
    user.is_staff = user.is_superuser = person.administrator
    user.set_password(password)
    user.save()
    user.groups.add(Group.objects.get_or_create(name=person.group)[0])


def read(file: Path) -> dict[str, str]:
    """Passwords by username, from lines ``username password``; empty when there is no such file."""
    if not file.exists():
        return {}
    pairs = (line.split(None, 1) for line in file.read_text(encoding="utf-8").splitlines())
    return {pair[0]: pair[1].strip() for pair in pairs if len(pair) == 2}


def write(file: Path, passwords: dict[str, str]) -> None:
    """Keep the passwords where only the owner of the file can read them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.writelines(f"{username} {password}\n" for username, password in passwords.items())
