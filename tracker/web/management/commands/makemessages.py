"""``makemessages``, for the words of every room: also of those that know no Django and say theirs by lib.tongue."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import makemessages

NO_WORDS = ["tests", "tracker/reading"]
"""Folders without words that a reader sees."""


class Command(makemessages.Command):
    xgettext_options = [
        *makemessages.Command.xgettext_options,
        "--keyword=say",
        "--keyword=marked",
        "--keyword=say_many:1,2",
    ]

    def handle(self, *args: Any, **options: Any) -> None:
        options["ignore_patterns"] = [*options["ignore_patterns"], *NO_WORDS]
        super().handle(*args, **options)
