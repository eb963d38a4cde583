"""What goes wrong, as data: places, findings, and the error that carries them.

A finding is one sentence each for *what*, what was *found*, what is *allowed* and what to *do*; pages, terminal and
tests read the same record. Nothing here imports anything of the project but the language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ldcase.language import worded, worded_as

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, a line and column (both from 1), and a dotted path in the document."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    path: str = ""

    def __str__(self) -> str:
        position = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))
        return f"{position} ({self.path})" if position and self.path else position or self.path


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a reader should know about a case.

    ``error`` stops the forecast, ``warning`` is shown, ``note`` informs. ``code`` is a short stable identity such as
    ``share-out-of-bounds``.
    """

    code: str
    what: str
    found: str = ""
    allowed: str = ""
    do: str = ""
    severity: Severity = "error"
    place: Place = Place()

    def __str__(self) -> str:
        what = worded(self.what)
        lines = [f"{self.place}: {what}" if str(self.place) else what]
        told = (
            (worded("found"), self.found),
            (worded_as("of a value", "allowed"), self.allowed),
            (worded("do"), self.do),
        )
        lines += [f"    {label}: {worded(text)}" for label, text in told if text]
        return "\n".join(lines)


class CaseError(Exception):
    """Findings that stop the work, all of them at once."""

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))

    def __str__(self) -> str:
        """The findings, in the language in force where they are shown."""
        return "\n".join(str(finding) for finding in self.findings)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the findings. The lines of our code would help nobody."""
        return str(self).splitlines()


class FormulaError(CaseError):
    """A formula that cannot be read, or formulas that do not fit together."""
