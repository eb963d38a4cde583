"""The lines that the benchmarks print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: a value with its unit, and a ratio with what it is to and what the project asks for."""

    what: str
    value: float
    unit: str
    ratio: float | None = None
    to: str = ""
    wanted: str = ""


def lines(title: str, rows: Iterable[Row]) -> str:
    """Return a heading and one aligned line a row."""
    written = [f"\n{title}"]
    for row in rows:
        digits = 0 if abs(row.value) >= 100 or row.value == int(row.value) else 1 if abs(row.value) >= 10 else 2
        ratio = "" if row.ratio is None else f"{row.ratio:6.2f} {row.to}"
        wanted = f"(wanted: {row.wanted})" if row.wanted else ""
        written.append(f"  {row.what:<58}{row.value:>10,.{digits}f} {row.unit:<4}{ratio:<26}{wanted}".rstrip())
    return "\n".join(written)
