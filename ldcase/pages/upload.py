"""A file on its way from the browser: it comes in pieces, so that no message is large and progress can be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ldcase.errors import CaseError, Finding
from ldcase.language import said
from ldcase.pages.panel import Upload

LARGEST = 64 * 1024 * 1024
"""Bytes of one file; the browser refuses more before it sends anything, and so does this side."""


class Arriving:
    """The file that is being sent; a page sends one at a time, and another one replaces it.

    Attributes
    ----------
    size
        Bytes that have arrived of it.
    """

    def __init__(self) -> None:
        self.size = 0
        self._number = -1
        self._pieces: list[bytes] = []

    def take(self, message: Mapping[str, Any]) -> Upload | None:
        """Take a piece; the file once it is whole, else None.

        Raises
        ------
        CaseError
            When the file is larger than `LARGEST`; what came of it is let go.
        """
        number, whole = int(message["upload"]), int(message["size"])
        if number != self._number:
            self._number, self._pieces, self.size = number, [], 0
        content = message.get("content", b"")
        self._pieces.append(content)
        self.size += len(content)
        if max(self.size, whole) > LARGEST:
            self._pieces = []
            raise CaseError(too_large(str(message["name"]), max(self.size, whole)))
        if self.size < whole:
            return None
        content, self._pieces = b"".join(self._pieces), []
        return Upload(str(message["act"]), str(message["name"]), content)


def too_large(name: str, size: int) -> Finding:
    """What is told of a file that is too large."""
    return Finding(
        "file-too-large",
        said("The file is too large."),
        said("{name}, {size} MB", name=name[:80], size=f"{size / 2**20:.0f}"),
        said("at most {most} MB", most=LARGEST // 2**20),
        said("Leave out columns that are not needed, or take fewer years."),
    )
