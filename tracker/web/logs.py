"""Log lines that stay one line, so that no visitor can write a second one."""

from __future__ import annotations

import logging

ESCAPES = {code: f"\\x{code:02x}" for code in (*range(32), 127, 0x85, 0x2028, 0x2029) if code != 9}


class OneLineFormatter(logging.Formatter):
    """``2026-11-24 05:03:08 WARNING django.request: Not Found: /x``; control characters are written as escapes."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line itself. A traceback, which the program writes, keeps its lines."""
        return super().formatMessage(record).translate(ESCAPES)
