"""The median case and its neighbours: a handful of rows in one evaluation.

Tornado, haircuts, break-even and the worth of a lever all ask "and if these few inputs were different?". Each such question is one
*row* around the median case (every assumption at its likely value); asking many at once costs hardly more than asking one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from ldcase.case import Case
from ldcase.forecast.figure import Array


def likely_inputs(case: Case) -> dict[str, float]:
    """Value of every input of the graph in the median case: likely values and the plan."""
    return {**{name: assumption.likely for name, assumption in case.assumptions.items()}, **case.plan}


def evaluate_rows(
    case: Case, rows: Sequence[Mapping[str, float]], names: Collection[str], horizon: int | None = None
) -> dict[str, Array]:
    """Evaluate the median case once for each row of overrides.

    Parameters
    ----------
    case
        A case that is ready.
    rows
        For each row the inputs that differ from the median case, by name.
    names
        The quantities wanted.
    horizon
        Months to evaluate; the case's own if left out.

    Returns
    -------
    dict of ndarray
        ``(len(rows), 1)`` for constants, ``(len(rows), months)`` for monthly quantities.
    """
    base = likely_inputs(case)
    inputs = {name: np.array([[value]]) for name, value in base.items()}
    for name in {name for row in rows for name in row}:
        inputs[name] = np.array([[row.get(name, base[name])] for row in rows], dtype=np.float64)
    months = case.horizon if horizon is None else horizon
    values = case.graph.program().run(inputs, months, only=names)
    count = len(rows)
    return {name: np.broadcast_to(values[name], (count, values[name].shape[1])) for name in names}


def evaluate_row(case: Case, row: Mapping[str, float], name: str) -> float:
    """One constant quantity in one configuration."""
    return float(evaluate_rows(case, [row], (name,))[name][0, 0])
