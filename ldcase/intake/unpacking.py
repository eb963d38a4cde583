"""A workbook is a zip: how large it really becomes is found out without keeping what comes out of it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator

from ldcase.errors import CaseError, Finding
from ldcase.intake.limits import HARMLESS, MOST_PARTS, MOST_RATIO, MOST_UNPACKED
from ldcase.language import said

_PIECE = 2**16
_HEADER = 30
_STORED, _DEFLATED = 0, 8


def unpacked_safely(archive: zipfile.ZipFile, content: bytes) -> None:
    """Refuse a workbook that becomes too large when it is unpacked.

    The directory of the archive is believed first, because a bomb that declares itself costs nothing to refuse; then
    every part is unpacked piece by piece and its bytes are counted, because a directory can lie.

    Raises
    ------
    CaseError
        When the parts are too many, too large, encrypted, or packed in a way Excel does not use.
    """
    parts = archive.infolist()
    declared = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or _too_much(declared, len(content)):
        raise _bomb(declared, len(parts))
    real = 0
    for part in parts:
        if part.flag_bits & 1:
            raise _unusual(
                said("The workbook is protected by a password."), said("Take the password off, and save it again.")
            )
        if part.compress_type not in (_STORED, _DEFLATED):
            raise _unusual(
                said("The workbook is packed in an unusual way."), said("Save it again from Excel, or as CSV.")
            )
        for piece in pieces(part, content):
            real += len(piece)
            if _too_much(real, len(content)):
                raise _bomb(real, len(parts))


def pieces(part: zipfile.ZipInfo, content: bytes) -> Iterator[bytes]:
    """Unpack one part, at most 64 KB at a time, whatever length the directory declares."""
    name, extra = struct.unpack_from("<HH", content, part.header_offset + _HEADER - 4)
    start = part.header_offset + _HEADER + name + extra
    packed = memoryview(content)[start : start + part.compress_size]
    if part.compress_type == _STORED:
        for at in range(0, len(packed), _PIECE):
            yield bytes(packed[at : at + _PIECE])
        return
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _PIECE):
            waiting = bytes(packed[at : at + _PIECE])
            while waiting:
                yield stream.decompress(waiting, _PIECE)
                waiting = stream.unconsumed_tail
        yield stream.flush()
    except zlib.error as problem:
        raise zipfile.BadZipFile(f"{part.filename}: {problem}") from problem


def _too_much(unpacked: int, packed: int) -> bool:
    return unpacked > MOST_UNPACKED or (unpacked > HARMLESS and unpacked > MOST_RATIO * packed)


def _bomb(unpacked: int, parts: int) -> CaseError:
    return CaseError(
        Finding(
            "data-bomb",
            said("The workbook is small, but would fill the memory when it is unpacked. It was not unpacked."),
            said("{number:,.0f} MB in {parts:,} parts", number=unpacked / 2**20, parts=parts),
            said(
                "at most {number} MB, and at most {most_ratio} times its size",
                number=MOST_UNPACKED // 2**20,
                most_ratio=MOST_RATIO,
            ),
            said("Save the sheet with the figures as CSV."),
        )
    )


def _unusual(what: str, do: str) -> CaseError:
    return CaseError(Finding("data-packed", what, allowed=said("a workbook as Excel saves it"), do=do))
