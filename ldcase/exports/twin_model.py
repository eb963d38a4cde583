"""The formulas of the Excel twin: those of the case, cut so that each fits one cell and holds no figure.

What stands inside a longer formula and means something by itself (a flag, a power, a curve that begins later) becomes
a *step* with a row of its own, written once however many formulas use it. A figure other than 0 and 1 gets a name and
stands with the constants. Nothing is changed in what is computed: the steps run through the same program.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ldcase.case import Case
from ldcase.exports.twin_inputs import Group
from ldcase.forecast.configurations import likely_inputs
from ldcase.formulas import Graph, parse
from ldcase.formulas.arrays import Results
from ldcase.formulas.names import BUILT_IN
from ldcase.formulas.syntax import Binary, Call, Compare, Expression, Name, Node, Number, Unary
from ldcase.formulas.writing import as_text

_CUT = frozenset({"since", "ramp", "exp", "cumulative", "stock"})
"""The calls that get a row of their own inside a longer formula."""
_ROWS_OVER_MONTHS = frozenset({"since", "stock"})
"""Their second argument gets a row of its own, for it stands in the cell twice or is part of a balance."""
_STEP = ".step"
_PLAIN = frozenset({0.0, 1.0})


@dataclass(frozen=True, slots=True)
class Model:
    """What the sheet Workings computes.

    Attributes
    ----------
    graph
        The formulas of the case and their steps; its inputs are those of the case and ``figures``.
    groups
        The formulas as they stand on the sheet, each step right before the formula that is the first to use it.
    steps
        The formulas that are not the case's own.
    figures
        Name and value of the figures that stood in formulas, in the order in which they appear.
    """

    graph: Graph
    groups: tuple[Group, ...]
    steps: frozenset[str]
    figures: Mapping[str, float]

    def run(self, case: Case) -> Results:
        """Compute every formula for the likely values of a case of the same structure; one row."""
        given = {**likely_inputs(case), **self.figures}
        return self.graph.program().run(
            {name: np.array([[value]], dtype=np.float64) for name, value in given.items()}, case.horizon
        )


def model(case: Case) -> Model:
    """Cut the formulas of a case."""
    cut = _Cutting({*case.graph.formulas, *case.graph.inputs, *BUILT_IN})
    placed = []
    for group in groups(case):
        before = len(cut.formulas)
        for name in group.names:
            cut.formula(name, case.graph.formulas[name])
        placed.append(Group(group.title, tuple(cut.formulas)[before:]))
    figures = {name: value for value, name in cut.figures.items()}
    graph = Graph.build(cut.formulas, [*case.graph.inputs, *figures])
    return Model(graph, tuple(placed), frozenset(cut.steps.values()), figures)


def owner(step: str) -> str:
    """Return the formula that was the first to need a step."""
    return step.rpartition(_STEP)[0]


def groups(case: Case) -> tuple[Group, ...]:
    """Return the formulas of a case in the order of the sheet: each reads only inputs and what stands above it.

    The roll-out with its cohorts first, then each metric, the costs, and what it all comes to; in a group the order in
    which they are evaluated.
    """
    modules = case.catalogue.model
    titles = {"rollout": modules["rollout"].title, **{f"metric {metric.key}": metric.title for metric in case.metrics}}
    titles |= {"costs": modules["costs"].title, "returns": modules["returns"].title}
    keys = {name: _key(case, name) for name in case.graph.order}
    return tuple(
        Group(title, tuple(name for name in case.graph.order if keys[name] == key)) for key, title in titles.items()
    )


def _key(case: Case, name: str) -> str:
    """Return the group of a formula; what the workbook wrote stands with the roll-out, or below the metrics."""
    for metric in case.metrics:
        if name.startswith(f"{metric.key}."):
            return f"metric {metric.key}"
    module = case.formula(name).module
    if module:
        return module
    metrics = tuple(f"{metric.key}." for metric in case.metrics)
    used = case.graph.ancestors([name])
    return "returns" if name in _TOTALS or any(other.startswith(metrics) for other in used) else "rollout"


_TOTALS = ("gap_cost", "benefit_cash", "benefit_cost_avoided", "benefit_capacity", "total_benefit")


@dataclass(slots=True)
class _Cutting:
    """Formulas as they are cut, one after the other."""

    taken: set[str]
    formulas: dict[str, Expression] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    """The name of each step by its formula's text."""
    figures: dict[float, str] = field(default_factory=dict)

    def formula(self, name: str, expression: Expression) -> None:
        """Cut one formula; its steps go before it."""
        root = self._inside(expression.root, name)
        self.formulas[name] = parse(as_text(root))

    def _part(self, node: Node, owner: str) -> Node:
        """Return a part of a formula, or the name of the step that it has become."""
        inside = self._inside(node, owner)
        return self._step(inside, owner) if _stands_alone(inside) else inside

    def _step(self, node: Node, owner: str) -> Node:
        if isinstance(node, Name | Number):
            return node
        text = as_text(node)
        if text not in self.steps:
            self.steps[text] = self._free(f"{owner}{_STEP}")
            self.formulas[self.steps[text]] = parse(text)
        return Name(self.steps[text])

    def _inside(self, node: Node, owner: str) -> Node:
        match node:
            case Number(value):
                return node if value in _PLAIN else self._figure(value)
            case Name():
                return node
            case Unary(operand):
                return Unary(self._part(operand, owner))
            case Binary(operator, left, right):
                return Binary(operator, self._part(left, owner), self._part(right, owner))
            case Compare(operator, left, right):
                return Compare(operator, self._part(left, owner), self._part(right, owner))
            case Call("discount", (rate, months)):
                years = Binary("/", months, Name("months_per_year"))
                return self._inside(Binary("**", Binary("+", Number(1.0), rate), Unary(years)), owner)
            case Call(function, arguments):
                return Call(function, self._arguments(function, arguments, owner))

    def _arguments(self, function: str, arguments: Sequence[Node], owner: str) -> tuple[Node, ...]:
        parts: Iterable[Node] = (self._part(argument, owner) for argument in arguments)
        if function in _ROWS_OVER_MONTHS:
            parts = (self._step(part, owner) for part in parts)
        if function == "stock":
            parts = (self._figure(part.value) if isinstance(part, Number) else part for part in parts)
        return tuple(parts)

    def _figure(self, value: float) -> Node:
        if value not in self.figures:
            self.figures[value] = self._free("figure")
        return Name(self.figures[value])

    def _free(self, stem: str) -> str:
        """Return a name that nothing has yet."""
        number = 1
        while f"{stem}_{number}" in self.taken:
            number += 1
        self.taken.add(f"{stem}_{number}")
        return f"{stem}_{number}"


def _stands_alone(node: Node) -> bool:
    match node:
        case Compare() | Binary(operator="**"):
            return True
        case Call(function):
            return function in _CUT
        case _:
            return False
