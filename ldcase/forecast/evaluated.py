"""The values of a graph for one set of inputs: the results at once, everything else when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ldcase.forecast.figure import Array
from ldcase.formulas import Graph
from ldcase.formulas.arrays import Results

RESULTS = ("net_benefit", "npv", "cumulative_net", "payback_month", "roi", "bcr")
"""What every forecast is asked for."""


class Evaluated(Mapping[str, Array]):
    """Every formula of a graph by name, ``(rows or 1, 1)`` or ``(rows or 1, months)``, read-only.

    Parameters
    ----------
    graph
        The formulas.
    inputs
        Every input, ``(rows, 1)`` or ``(1, 1)``.
    months
        The horizon.
    before, changed
        The same graph on the same rows, and the names of the inputs that differ from it: what does not depend on them
        is taken from it, and what was asked of it is computed at once.

    Attributes
    ----------
    found : Results
        What has been computed so far.
    """

    def __init__(
        self,
        graph: Graph,
        inputs: Mapping[str, Array],
        months: int,
        before: Evaluated | None = None,
        changed: Collection[str] = (),
    ) -> None:
        self._graph, self._inputs, self._months = graph, inputs, months
        self._asked: set[str] = set()
        wanted = RESULTS if before is None else tuple(name for name in before._asked if name in graph.formulas)
        previous = None if before is None else before.found
        run = graph.program().run
        self.found: Results = run(inputs, months, only=wanted, previous=previous, changed=changed)

    def __getitem__(self, name: str) -> Array:
        self._asked.add(name)
        if name not in self.found:
            if name not in self:
                raise KeyError(name)
            self._compute((name,))
        return self.found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._graph.formulas or name in self._inputs

    def __iter__(self) -> Iterator[str]:
        return iter((*self._inputs, *self._graph.order))

    def __len__(self) -> int:
        return len(self._inputs) + len(self._graph.order)

    def _compute(self, names: Collection[str]) -> None:
        """Compute quantities and keep them; inputs are known as they are given."""
        run = self._graph.program().run
        self.found |= run(self._inputs, self._months, only=names, previous=self.found, changed=())
