"""The median case and its neighbours: a handful of rows in one evaluation.

Tornado, haircuts, break-even and the worth of a lever all ask "and if these few inputs were different?". Each such
question is one *row* around the median case (every assumption at its likely value); asking many at once costs hardly
more than asking one, and what none of the rows touches is taken from the median case.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ldcase.case import Case
from ldcase.forecast.evaluated import Evaluated
from ldcase.forecast.figure import Array

Row = Mapping[str, float]
"""The inputs that differ from the median case, by name."""

Question = Callable[[Case], Sequence[Row]]
"""Which rows an analysis needs of a case; the same analysis asks it of every version."""

ASKED = ("net_benefit", "benefit", "cost")
"""The quantities every question is answered with; constants, money over the horizon."""


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
    values : Evaluated
        Every input ``(1, 1)`` and formula, ``(1, 1)`` or ``(1, months)``, by name.
    questions
        What was asked of this or an earlier version of the case; handed on, so that a lever in motion has all of it
        answered in one evaluation.
    """

    case: Case
    values: Evaluated
    questions: dict[str, Question] = field(default_factory=dict, repr=False)
    _answers: dict[str, dict[str, Array]] = field(default_factory=dict, init=False, repr=False)

    def answer(self, key: str, question: Question) -> dict[str, Array]:
        """Answer a question, and in the same evaluation every other that was asked before.

        Parameters
        ----------
        key
            Identifies the question: the same key always asks the same rows of the same case.
        question
            The rows.

        Returns
        -------
        dict of ndarray
            Each of `ASKED`, of shape (rows,).
        """
        if key not in self._answers:
            every = {**self.questions, key: question}
            open_ = {name: asks(self.case) for name, asks in every.items() if name not in self._answers}
            if not self._answers:
                self.questions.clear()  # of what was handed on, only what is asked again is handed on further
            values = self.rows([row for rows in open_.values() for row in rows], ASKED)
            start = 0
            for name, rows in open_.items():
                end = start + len(rows)
                self._answers[name] = {quantity: values[quantity][start:end, 0] for quantity in ASKED}
                start = end
        self.questions[key] = question
        return self._answers[key]

    def rows(self, overrides: Sequence[Row], names: Collection[str]) -> dict[str, Array]:
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
        inputs = {name: np.array([[value]]) for name, value in likely_inputs(self.case).items()}
        varied = {name for row in overrides for name in row}
        for name in varied:
            inputs[name] = np.full((len(overrides), 1), inputs[name][0, 0])
        for k, row in enumerate(overrides):
            for name, value in row.items():
                inputs[name][k, 0] = value
        program = self.case.graph.program()
        values = program.run(inputs, self.case.horizon, only=names, previous=self.values.found, changed=varied)
        return {name: np.broadcast_to(values[name], (len(overrides), values[name].shape[1])) for name in names}

    def at(self, overrides: Sequence[Row], name: str) -> Array:
        """One quantity in each configuration (of a monthly one the last month); shape ``(len(overrides),)``."""
        column: Array = self.rows(overrides, (name,))[name][:, -1]
        return column
