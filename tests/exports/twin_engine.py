"""What a twin must say: the engine's figure for every cell of Workings and Outputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from ldcase.exports.cells import CONSTANT_COLUMN, FIRST_MONTH
from ldcase.exports.twin_model import Model, model
from ldcase.exports.twin_outputs import KINDS, RESULTS
from ldcase.forecast import Forecast
from ldcase.formulas.names import BUILT_IN_CONSTANTS

ERRORS = ("", "#DIV/0!")
"""How a division by nothing is read, by one library or the other."""
Rows = Sequence[Sequence[object]]
"""The cells of a sheet from its first row on; an empty one is an empty text."""


def close(expected: float) -> object:
    return pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True)


def agree(cells: Sequence[object], expected: Sequence[float], rounding: float = 1e-12) -> bool:
    """Whether cells hold the figures, within 1e-9 of each; where the engine has none, the error of the spreadsheet.

    ``rounding`` is allowed for what is left of nothing: a spreadsheet takes the difference of two figures that agree in
    15 digits for 0.
    """
    found = [float("nan") if cell in ERRORS else cell for cell in cells]
    if len(found) != len(expected) or not all(isinstance(cell, int | float) for cell in found):
        return False
    wanted = np.where(np.isfinite(expected), expected, np.nan)
    return bool(np.isclose(np.array(found, dtype=np.float64), wanted, rtol=1e-9, atol=rounding, equal_nan=True).all())


class Engine:
    """The figures of a forecast's median case by the names on Workings."""

    def __init__(self, of: Forecast) -> None:
        self.of = of
        self.cut: Model = model(of.case)
        self._steps = self.cut.run(of.case)
        figures = np.concatenate([np.ravel(of.median_case[name]) for name in of.case.graph.order])
        self.rounding = 1e-14 * max(100.0, float(np.abs(figures[np.isfinite(figures)]).max()))

    def constant(self, name: str) -> bool:
        """Whether a row has one figure and not one for each month."""
        return self.cut.graph.shape(name.removesuffix(".opening")) == "constant"

    def row(self, name: str) -> list[float]:
        """One figure of a constant, one for each month of what changes."""
        if name.endswith(".opening"):
            return [0.0, *self.row(name.removesuffix(".opening"))[:-1]]
        months = np.arange(self.of.case.horizon, dtype=np.float64)
        fixed = {**BUILT_IN_CONSTANTS, **self.cut.figures}
        if name in ("month", "age"):
            return [float(month) for month in months + (name == "month")]
        if name in fixed:
            return [fixed[name]]
        values = self._steps[name] if name in self.cut.steps else self.of.median_case[name]
        count = 1 if self.constant(name) else len(months)
        return [float(value) for value in np.broadcast_to(values, (1, count))[0]]


def outputs(of: Forecast) -> dict[str, float | str]:
    """What the column of live figures on Outputs must say, by the title in the first."""
    case, median = of.case, of.median_case
    expected: dict[str, float | str] = {case.formula(name).title: of[name].likely for name in RESULTS}
    expected |= {f"The gap: {metric.title}": of[metric.gap_cost].likely for metric in case.metrics}
    expected |= {case.formula(name).title: of[name].likely for name in ("gap_cost", "gap_cost_able")}
    rate = of.irr.yearly
    expected["Internal rate of return"] = rate if rate == rate else "none found"
    for name in (*KINDS, *case.catalogue.model["costs"].categories):
        months = 1 if case.graph.shape(name) == "monthly" else case.horizon
        expected[case.formula(name).title] = float(median[name].sum()) * months
    return expected


def named_rows(workings: Rows) -> Iterator[tuple[int, str]]:
    """The rows of Workings that have figures: place from 0, and name."""
    for place, row in enumerate(workings[4:], start=4):
        if row[1]:
            yield place, str(row[1])


def assert_says(workings: Rows, shown: Rows, of: Forecast) -> int:
    """Every figure of Workings and Outputs is the engine's, no formula is left out; returns how many were compared."""
    engine, compared = Engine(of), 0
    found = dict.fromkeys(name for _, name in named_rows(workings))
    assert set(of.case.graph.order) <= set(found)
    for place, name in named_rows(workings):
        expected = engine.row(name)
        cells = workings[place][CONSTANT_COLUMN:]
        start = 0 if engine.constant(name) else FIRST_MONTH - CONSTANT_COLUMN
        there = cells[start : start + len(expected)]
        assert agree(there, expected, engine.rounding), (
            f"{name} in row {place + 1} is {there[:3]}…, not {expected[:3]}…"
        )
        assert not any(cells[:start]), f"{name}: nothing stands beside it"
        compared += len(expected)
    said = {row[0]: row[2] for row in reversed(shown[4:]) if row[0]}  # the results stand above the tables of charts
    for title, value in outputs(of).items():
        right = agree([said[title]], [value], engine.rounding) if isinstance(value, float) else said[title] == value
        assert right, f"{title}: {said[title]}, not {value}"
        compared += 1
    return compared
