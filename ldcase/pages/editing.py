"""What the number boxes of a figure make of it."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.case import Assumption, Case
from ldcase.errors import CaseError
from ldcase.pages import typed

PARTS = ("low", "likely", "high")


def is_box(case: Case, name: str, part: str) -> bool:
    """Whether there is a box for this part of a figure: three of an assumption, one of a figure of the plan."""
    return (name in case.assumptions and part in PARTS) or (name in case.plan and part == "likely")


def value(case: Case, name: str, texts: Mapping[str, str]) -> float | tuple[float, float, float]:
    """What a figure is with some of its boxes typed anew; the others stay as they are.

    A fixed figure of which only ``likely`` was typed stays fixed. `CaseError` for what is no number.
    """
    if name in case.plan:
        values = typed.readings(texts["likely"])
        if not values:
            raise CaseError(typed.not_a_number(name, texts["likely"]))
        return values[0]
    assumption = case.assumptions[name]
    given = {part: typed.read(assumption, text) for part, text in texts.items()}
    if assumption.fixed and set(given) == {"likely"}:
        return given["likely"]
    kept = dict(zip(PARTS, assumption.values, strict=True)) | given
    return kept["low"], kept["likely"], kept["high"]


def wider(assumption: Assumption) -> tuple[float, float, float]:
    """A first range around a fixed figure: a tenth to both sides, at least one where only whole numbers make sense."""
    side = max(abs(assumption.likely) / 10, 1.0 if assumption.whole else 0.0)
    return assumption.likely - side, assumption.likely, assumption.likely + side
