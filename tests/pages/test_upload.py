"""A file on its way: pieces become the file, another file replaces it, too much is refused."""

from __future__ import annotations

from typing import Any

import pytest

from ldcase.errors import CaseError
from ldcase.pages.panel import Upload
from ldcase.pages.upload import LARGEST, Arriving


def piece(content: bytes, size: int, upload: int = 1, name: str = "people.csv") -> dict[str, Any]:
    return {"type": "file", "upload": upload, "act": "own_data.file", "name": name, "size": size, "content": content}


def test_pieces_become_the_file() -> None:
    arriving = Arriving()
    assert arriving.take(piece(b"abc", 5)) is None
    assert arriving.size == 3
    assert arriving.take(piece(b"de", 5)) == Upload("own_data.file", "people.csv", b"abcde")


def test_another_file_replaces_the_one_under_way() -> None:
    arriving = Arriving()
    assert arriving.take(piece(b"abc", 5)) is None
    assert arriving.take(piece(b"xy", 2, upload=2)) == Upload("own_data.file", "people.csv", b"xy")


def test_an_empty_file_arrives_too() -> None:
    message = piece(b"", 0)
    del message["content"]
    assert Arriving().take(message) == Upload("own_data.file", "people.csv", b"")


@pytest.mark.parametrize("claimed", [LARGEST + 1, 10])
def test_too_much_is_refused_and_let_go(claimed: int) -> None:
    arriving = Arriving()
    with pytest.raises(CaseError) as told:
        arriving.take(piece(b"x" * (LARGEST + 1), claimed))
    assert told.value.findings[0].code == "file-too-large"
    assert "64 MB" in told.value.findings[0].allowed
    assert arriving.take(piece(b"ab", 2, upload=2)) is not None
