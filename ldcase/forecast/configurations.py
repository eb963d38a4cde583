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
from ldcase.formulas.arrays import Results

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
class _Rows:
    """Some rows around a median case: the likely value of every input, and those that differ from row to row.

    ``varied`` has a column ``(count, 1)`` for each input that some row changes.
    """

    count: int
    likely: Mapping[str, float]
    varied: Mapping[str, Array]

    @classmethod
    def around(cls, case: Case, overrides: Sequence[Row]) -> _Rows:
        likely = likely_inputs(case)
        names = {name for row in overrides for name in row}
        varied = {name: np.full((len(overrides), 1), likely[name]) for name in names}
        for k, row in enumerate(overrides):
            for name, value in row.items():
                varied[name][k, 0] = value
        return cls(len(overrides), likely, varied)

    def inputs(self) -> dict[str, Array]:
        return {name: np.array([[value]]) for name, value in self.likely.items()} | dict(self.varied)

    def differing(self, other: _Rows) -> set[str]:
        """Names of the inputs that are not the same as in as many other rows."""
        likely = {name for name, value in self.likely.items() if value != other.likely[name]}
        both = self.varied.keys() & other.varied.keys()
        varied = {name for name in both if (self.varied[name] != other.varied[name]).any()}
        return (likely - both) | varied | (self.varied.keys() ^ other.varied.keys())


@dataclass(eq=False)
class Asked:
    """What was asked of a case, handed on from one version of it to the next.

    Attributes
    ----------
    questions
        The analyses; a lever in motion has all of them answered in one evaluation.
    latest
        The rows and the results of the latest evaluation: what the next one has in common with it is taken from it.
    """

    questions: dict[str, Question] = field(default_factory=dict)
    latest: tuple[_Rows, Results] | None = None

    def follow(self, before: Asked) -> None:
        """Take over what was asked of another version of the case."""
        self.questions |= before.questions
        self.latest = before.latest


@dataclass(frozen=True, eq=False)
class MedianCase:
    """A case with every assumption at its likely value, evaluated.

    Attributes
    ----------
    case
        A case that is ready.
    values : Evaluated
        Every input ``(1, 1)`` and formula, ``(1, 1)`` or ``(1, months)``, by name.
    asked : Asked
        What was asked of this or an earlier version of the case.
    """

    case: Case
    values: Evaluated
    asked: Asked = field(default_factory=Asked, repr=False)
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
            every = {**self.asked.questions, key: question}
            open_ = {name: asks(self.case) for name, asks in every.items() if name not in self._answers}
            if not self._answers:
                self.asked.questions.clear()  # of what was handed on, only what is asked again is handed on further
            asked = _Rows.around(self.case, [row for rows in open_.values() for row in rows])
            values = self._evaluated(asked, ASKED, self.asked.latest)
            self.asked.latest = asked, values
            columns = {quantity: np.broadcast_to(values[quantity], (asked.count, 1))[:, 0] for quantity in ASKED}
            start = 0
            for name, rows in open_.items():
                end = start + len(rows)
                self._answers[name] = {quantity: column[start:end] for quantity, column in columns.items()}
                start = end
        self.asked.questions[key] = question
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
        values = self._evaluated(_Rows.around(self.case, overrides), names, None)
        return {name: np.broadcast_to(values[name], (len(overrides), values[name].shape[1])) for name in names}

    def _evaluated(self, rows: _Rows, names: Collection[str], latest: tuple[_Rows, Results] | None) -> Results:
        """Evaluate rows; what does not differ from the latest evaluation, or else the median case, is taken from it."""
        if latest is not None and latest[0].count == rows.count:
            previous, changed = latest[1], rows.differing(latest[0])
        else:
            previous, changed = self.values.found, set(rows.varied)
        program = self.case.graph.program()
        return program.run(rows.inputs(), self.case.horizon, only=names, previous=previous, changed=changed)

    def at(self, overrides: Sequence[Row], name: str) -> Array:
        """One quantity in each configuration (of a monthly one the last month); shape ``(len(overrides),)``."""
        column: Array = self.rows(overrides, (name,))[name][:, -1]
        return column
