"""Uploads are held to the limit of every other body before a byte of them is read or kept."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

ENVELOPE = 100_000
"""What the fields beside a file and the marks between the parts may take."""


class RefuseLargeBodies(FileUploadHandler):
    """Raises RequestDataTooBig for a body that says it is larger than DATA_UPLOAD_MAX_MEMORY_SIZE.

    The server hands over no more bytes than the body said it has.
    """

    def handle_raw_input(
        self, input_data: Any, meta: Any, content_length: int, boundary: Any, encoding: str | None = None
    ) -> None:
        """Refuse by the length alone."""
        if content_length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE + ENVELOPE:
            raise RequestDataTooBig("The upload is larger than DATA_UPLOAD_MAX_MEMORY_SIZE.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Leave the bytes to the handlers behind this one."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers behind this one."""
