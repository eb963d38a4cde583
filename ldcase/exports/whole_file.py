"""A file that is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4


def write_whole(target: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody finds half of one; an old one is replaced."""
    beside = target.with_name(f".{uuid4().hex}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
