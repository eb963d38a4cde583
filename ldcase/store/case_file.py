"""Writing a case file: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from ldcase.errors import Finding, Place
from ldcase.language import said
from ldcase.store.trouble import StoreError


def write_whole(path: Path, text: str) -> None:
    """Put `text` into a file so that a reader, or a crash, sees either the old text or the new one.

    The new text is written beside the file and takes its place in one step; the file's permissions stay.

    Raises
    ------
    StoreError
        When the folder or the disk refuses; the file is as it was then.
    """
    target = path.resolve()
    draft: Path | None = None
    try:
        with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=f".{target.name}.", delete=False) as stream:
            draft = Path(stream.name)
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    except OSError as error:
        if draft is not None:
            draft.unlink(missing_ok=True)
        raise StoreError(
            Finding(
                code="case-not-saved",
                what=said(
                    "The case file could not be written. It is as it was, and the changes stay in the workspace."
                ),
                found=error.strerror or str(error),
                do=said("Give yourself the right to write to the folder and make room on the disk, then save again."),
                place=Place(file=str(path)),
            )
        ) from error
