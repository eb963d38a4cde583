"""The rendering as arrays: formulas compiled once to NumPy calls.

Inside, months are the first axis and rows the second (`Program.run` turns arrays round at its edge, without copying):
one month of all draws is contiguous, so products, stocks and shifts run over long stretches of memory. Values that
do not change from month to month stay ``(1, rows)``, those that are the same in every row ``(months, 1)``, and they
are combined with one another before they meet a full array. Arrays that are results are read-only; an array that is
still writeable is therefore a passing one, whose memory may be used again. A curve times a factor by row is kept as
the two (`factored`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ldcase.errors import Finding, FormulaError, Place
from ldcase.formulas.factored import Factored, Part, Value, finite, product, total, whole
from ldcase.formulas.functions import BY_NAME
from ldcase.formulas.functions.declaration import Function
from ldcase.formulas.memory import SMALL, Array, Memory, Space, room, widest
from ldcase.formulas.names import BUILT_IN_CONSTANTS
from ldcase.formulas.syntax import Binary, Call, Compare, Name, Node, Number, Unary
from ldcase.language import said

if TYPE_CHECKING:
    from ldcase.formulas.graph import Graph

Values = dict[str, Value]
Evaluate = Callable[[Values, Space], Value]

_COMPARE: dict[str, Callable[[Array, Array], Array]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}


class Program:
    """The formulas of a graph, compiled; keeps no values between runs, only memory to put the next ones in.

    Get it from `Graph.program`, which compiles once.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._memory = Memory()
        self._compiled = {name: _compile(expression.root) for name, expression in graph.formulas.items()}
        self._inputs = sorted(graph.inputs)
        self._every = graph.inputs.union(graph.order)

    def run(
        self,
        inputs: Mapping[str, Array],
        months: int,
        *,
        only: Iterable[str] | None = None,
        previous: Results | None = None,
        changed: Collection[str] | None = None,
    ) -> Results:
        """Evaluate the formulas.

        Parameters
        ----------
        inputs : Mapping[str, Array]
            Each input as ``(rows, 1)`` or ``(1, 1)``; ``rows`` is the same for all. Names the graph does not know
            are left alone.
        months : int
            The horizon, at least 1.
        only : Iterable[str], optional
            Compute these quantities and what they need, nothing else.
        previous, changed : optional
            A result on the same rows and months, and the names of the inputs that differ from it: what does not
            depend on them is taken from it.

        Returns
        -------
        Results
            Each input and formula asked for and what they need, ``(rows or 1, 1)`` when constant and ``(rows or 1,
            months)`` when monthly; the first axis is 1 where a value is the same in all rows. Division by zero gives
            ``inf`` or ``nan``.

        Raises
        ------
        FormulaError
            When an input that is needed is missing, or ``only`` or ``changed`` names something unknown.
        """
        if months < 1:
            raise ValueError(f"months must be at least 1, not {months}")
        graph = self._graph
        wanted = None if only is None else frozenset(only)
        needed = self._every if wanted is None else wanted | graph.ancestors(wanted)
        known: Mapping[str, Value] = {}
        if previous is not None and changed is not None:
            differing = graph.dependents(changed).union(changed)
            known = {name: value for name, value in previous.kept.items() if name in needed and name not in differing}
        found = {**known, **self._given(inputs, needed, known)}
        values: Values = {**found, **_calendar(months)}
        space = self._memory.array
        rows = max((value.shape[1] for value in found.values()), default=1)
        if rows * months >= SMALL:
            self._memory.trim(most=len(graph.order))
        with np.errstate(all="ignore"):
            for name in graph.order:
                if name in needed and name not in known:
                    result = self._compiled[name](values, space)
                    if graph.shapes[name] == "monthly" and result.shape[0] != months:
                        result = np.repeat(whole(result, space), months, axis=0)
                    if isinstance(result, Factored):
                        result.name()
                    else:
                        result.flags.writeable = False
                    values[name] = found[name] = result
        return Results(found, space)

    def _given(self, inputs: Mapping[str, Array], needed: Collection[str], known: Collection[str]) -> Values:
        asked = [name for name in self._inputs if name in needed and name not in known]
        missing = [name for name in asked if name not in inputs]
        if missing:
            raise FormulaError(
                Finding(
                    "input-missing",
                    said("A value is missing."),
                    name,
                    said("a value for every input"),
                    said("Give it a value."),
                    place=Place(path=name),
                )
                for name in missing
            )
        values: Values = {}
        rows = 1
        for name in asked:
            value = np.asarray(inputs[name], dtype=np.float64)
            if value.ndim != 2 or value.shape[1] != 1 or (value.shape[0] != 1 != rows and value.shape[0] != rows):
                raise ValueError(f"input {name!r} has shape {value.shape}; needed is (rows, 1) with rows 1 or {rows}")
            rows = max(rows, value.shape[0])
            column = np.ascontiguousarray(value).T
            column.flags.writeable = False
            values[name] = column
        return values


class Results(Mapping[str, Array]):
    """What a run found, by name; read-only. What is kept as factors is multiplied out when somebody looks at it."""

    def __init__(self, kept: Mapping[str, Value], space: Space) -> None:
        self.kept = kept
        self._space = space

    def __getitem__(self, name: str) -> Array:
        with np.errstate(all="ignore"):
            return whole(self.kept[name], self._space).T

    def __contains__(self, name: object) -> bool:
        return name in self.kept

    def __iter__(self) -> Iterator[str]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)

    def __or__(self, other: Results) -> Results:
        return Results({**self.kept, **other.kept}, self._space)


@lru_cache(maxsize=8)
def _calendar(months: int) -> Values:
    """The built-in quantities."""
    month = np.arange(1.0, months + 1.0)[:, None]
    values = {"month": month, "age": month - 1.0}
    values |= {name: np.array([[value]]) for name, value in BUILT_IN_CONSTANTS.items()}
    for value in values.values():
        value.flags.writeable = False
    return dict[str, Value](values)


def _compile(node: Node) -> Evaluate:
    match node:
        case Number(value):
            return _constant(value)
        case Name(name):
            return lambda values, space: values[name]
        case Unary(operand=Binary(operator="+" | "-")) | Binary(operator="+" | "-"):
            return _compile_sum(node)
        case Unary() | Binary(operator="*" | "/"):
            return _compile_product(node)
        case Binary():
            return _compile_power(node)
        case Compare():
            condition = _compile_condition(node)
            return lambda values, space: _number_of(condition(values, space), space)
        case Call(function, arguments):
            return _compile_call(BY_NAME[function], arguments)


def _compile_call(function: Function, arguments: tuple[Node, ...]) -> Evaluate:
    compiled = [
        _compile_condition(argument)
        if isinstance(argument, Compare) and function.argument(index).condition
        else _compile(argument)
        for index, argument in enumerate(arguments)
    ]

    def evaluate(values: Values, space: Space) -> Value:
        given = [argument(values, space) for argument in compiled]
        months = values["month"].shape[0]
        first = given[0]
        if function.keeps_factors and isinstance(first, Factored) and finite(first.by_row):
            curve = function.arrays([first.curve, *(whole(value, space) for value in given[1:])], months, space)
            return product([curve, first.by_row], [], 1.0, 1.0, space)
        return function.arrays([whole(value, space) for value in given], months, space)

    return evaluate


def _constant(value: float) -> Evaluate:
    fixed = np.array([[value]])
    fixed.flags.writeable = False
    return lambda values, space: fixed


def _compile_condition(node: Compare) -> Callable[[Values, Space], Array]:
    compare, first, second = _COMPARE[node.operator], _compile(node.left), _compile(node.right)
    return lambda values, space: compare(whole(first(values, space), space), whole(second(values, space), space))


def _number_of(condition: Array, space: Space) -> Array:
    number = space(widest([condition]))
    np.copyto(number, condition)
    return number


def _compile_power(node: Binary) -> Evaluate:
    base, exponent = _compile(node.left), _compile(node.right)
    if node.right == Number(2.0):
        return lambda values, space: np.square(whole(base(values, space), space))
    return lambda values, space: _power(whole(base(values, space), space), whole(exponent(values, space), space), space)


def _power(base: Array, exponent: Array, space: Space) -> Array:
    result = room(widest([base, exponent]), space, exponent, base)
    if base.shape[0] < exponent.shape[0] and base.min() > 0.0:
        # the logarithm of what does not change from month to month is taken once: a fifth of the time of a power
        np.multiply(np.log(base), exponent, out=result)
        return np.exp(result, out=result)
    return np.power(base, exponent, out=result)


def _compile_product(node: Node) -> Evaluate:
    above: list[Evaluate] = []
    below: list[Evaluate] = []
    numbers = {True: 1.0, False: 1.0}

    def collect(part: Node, up: bool) -> None:
        match part:
            case Binary(operator="*", left=left, right=right):
                collect(left, up)
                collect(right, up)
            case Binary(operator="/", left=left, right=right):
                collect(left, up)
                collect(right, not up)
            case Unary(operand):
                numbers[True] *= -1.0
                collect(operand, up)
            case Number(value):
                numbers[up] *= value
            case _:
                (above if up else below).append(_compile(part))

    collect(node, True)
    times, over = numbers[True], numbers[False]

    def evaluate(values: Values, space: Space) -> Value:
        return product(
            [part(values, space) for part in above], [part(values, space) for part in below], times, over, space
        )

    return evaluate


def _compile_sum(node: Node) -> Evaluate:
    terms: list[tuple[bool, Evaluate]] = []
    numbers: list[float] = []

    def collect(part: Node, plus: bool) -> None:
        match part:
            case Binary(operator="+" | "-" as operator, left=left, right=right):
                collect(left, plus)
                collect(right, plus == (operator == "+"))
            case Unary(operand):
                collect(operand, not plus)
            case Number(value):
                numbers.append(value if plus else -value)
            case _:
                terms.append((plus, _compile(part)))

    collect(node, True)
    # what is added comes first, so that what is taken away needs no change of sign
    terms.sort(key=lambda term: not term[0])
    number = _constant(sum(numbers)) if numbers else None

    def evaluate(values: Values, space: Space) -> Value:
        parts: list[Part] = [(plus, part(values, space)) for plus, part in terms]
        if number is not None:
            parts.insert(0, (True, number(values, space)))
        return total(parts, space)

    return evaluate
