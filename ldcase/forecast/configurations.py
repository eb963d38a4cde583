"""The median case and its neighbours: a handful of rows in one evaluation.

Tornado, haircuts, break-even and the worth of a lever all ask "and if these few inputs were different?". Each such
question is one *row* around the median case (every assumption at its likely value); asking many at once costs hardly
more than asking one, and what none of the rows touches is taken from the median case.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ldcase.case import Case
from ldcase.forecast.figure import Array


def likely_inputs(case: Case) -> dict[str, float]:
    """Value of every input of the graph in the median case: likely values and the plan."""
    return {**{name: assumption.likely for name, assumption in case.assumptions.items()}, **case.plan}


@dataclass(frozen=True, eq=False)
class MedianCase:
    """A case with every assumption at its likely value, evaluated.

    Attributes
    ----------
    case
        A case that is ready.
    values : mapping of ndarray
        Every input ``(1, 1)`` and formula, ``(1, 1)`` or ``(1, months)``, by name.
    """

    case: Case
    values: Mapping[str, Array]

    def rows(self, overrides: Sequence[Mapping[str, float]], names: Collection[str]) -> dict[str, Array]:
        """Evaluate the median case once for each row of overrides.

        Parameters
        ----------
        overrides
            For each row the inputs that differ from the median case, by name.
        names
            The quantities wanted.

        Returns
        -------
        dict of ndarray
            ``(len(overrides), 1)`` for constants, ``(len(overrides), months)`` for monthly quantities.
        """
        base = likely_inputs(self.case)
        varied = {name for row in overrides for name in row}
        inputs = {name: np.array([[value]]) for name, value in base.items()}
        for name in varied:
            inputs[name] = np.array([[row.get(name, base[name])] for row in overrides], dtype=np.float64)
        program = self.case.graph.program()
        values = program.run(inputs, self.case.horizon, only=names, previous=self.values, changed=varied)
        return {name: np.broadcast_to(values[name], (len(overrides), values[name].shape[1])) for name in names}

    def at(self, overrides: Sequence[Mapping[str, float]], name: str) -> Array:
        """One quantity in each configuration (of a monthly one the last month); shape ``(len(overrides),)``."""
        column: Array = self.rows(overrides, (name,))[name][:, -1]
        return column
