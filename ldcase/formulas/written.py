"""A piece of written formula, and how tightly it holds together.

All written renderings (formula text, words, spreadsheet, JavaScript) put brackets by the same rule: a part is
bracketed when it holds less tightly than the place it stands in asks for.
"""

from __future__ import annotations

from dataclasses import dataclass

PHRASE = 0  # "the smaller of a and b": bracketed as soon as it becomes part of something
COMPARISON = 1
SUM = 2
PRODUCT = 3
# 4 and 5 belong to power and unary minus; which of the two holds tighter differs between notations.
ATOM = 6


@dataclass(frozen=True, slots=True)
class Written:
    """Text and the strength with which it holds together (``PHRASE`` … ``ATOM``)."""

    text: str
    holds: int = ATOM

    def within(self, strength: int) -> str:
        """The text as it stands in a place that asks for ``strength``: bracketed when it holds less tightly."""
        return self.text if self.holds >= strength else f"({self.text})"
