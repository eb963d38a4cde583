"""The rendering as arrays: formulas compiled once to NumPy calls.

Inside, months are the first axis and rows the second (`Program.run` turns arrays round at its edge, without copying):
one month of all draws is contiguous, so products, stocks and shifts run over long stretches of memory. Values that
do not change from month to month stay ``(1, rows)``, those that are the same in every row ``(months, 1)``, and they
are combined with one another before they meet a full array. Arrays that are results are read-only; an array that is
still writeable is therefore a passing one, whose memory may be used again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from ldcase.errors import Finding, FormulaError, Place
from ldcase.formulas.functions import BY_NAME
from ldcase.formulas.memory import Array, Memory, Space, room, widest
from ldcase.formulas.names import BUILT_IN, BUILT_IN_CONSTANTS
from ldcase.formulas.syntax import Binary, Call, Compare, Name, Node, Number, Unary

if TYPE_CHECKING:
    from ldcase.formulas.graph import Graph

Values = dict[str, Array]
Evaluate = Callable[[Values, Space], Array]

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

    def run(
        self,
        inputs: Mapping[str, Array],
        months: int,
        *,
        only: Iterable[str] | None = None,
        previous: Mapping[str, Array] | None = None,
        changed: Collection[str] | None = None,
    ) -> dict[str, Array]:
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
        dict[str, Array]
            Each input and formula asked for, read-only, ``(rows or 1, 1)`` when constant and ``(rows or 1, months)``
            when monthly; the first axis is 1 where a value is the same in all rows. Division by zero gives ``inf``
            or ``nan``.

        Raises
        ------
        FormulaError
            When an input that is needed is missing, or ``only`` or ``changed`` names something unknown.
        """
        if months < 1:
            raise ValueError(f"months must be at least 1, not {months}")
        graph = self._graph
        wanted = None if only is None else frozenset(only)
        needed = graph.inputs.union(graph.order) if wanted is None else wanted | graph.ancestors(wanted)
        values = self._given(inputs, needed)
        fresh = frozenset(graph.order) if previous is None or changed is None else graph.dependents(changed)
        month = np.arange(1.0, months + 1.0)[:, None]
        values |= {"month": month, "age": month - 1.0}
        values |= {name: np.array([[value]]) for name, value in BUILT_IN_CONSTANTS.items()}
        for name in BUILT_IN:
            values[name].flags.writeable = False
        space = self._memory.array
        self._memory.trim(most=len(graph.order))
        with np.errstate(all="ignore"):
            for name in graph.order:
                if name not in needed:
                    continue
                if previous is not None and name not in fresh and name in previous:
                    values[name] = previous[name].T
                    continue
                result = self._compiled[name](values, space)
                if graph.shape(name) == "monthly" and result.shape[0] != months:
                    result = np.repeat(result, months, axis=0)
                result.flags.writeable = False
                values[name] = result
        return {name: values[name].T for name in values if name in needed and name not in BUILT_IN}

    def _given(self, inputs: Mapping[str, Array], needed: Collection[str]) -> Values:
        asked = [name for name in sorted(self._graph.inputs) if name in needed]
        missing = [name for name in asked if name not in inputs]
        if missing:
            raise FormulaError(
                Finding(
                    "input-missing",
                    "A value is missing.",
                    name,
                    "a value for every input",
                    "Give it a value.",
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
            values[name] = np.ascontiguousarray(value).reshape(1, -1).view()
            values[name].flags.writeable = False
        return values


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
            rule = BY_NAME[function].arrays
            compiled = [
                _compile_condition(argument)
                if isinstance(argument, Compare) and BY_NAME[function].argument(index).condition
                else _compile(argument)
                for index, argument in enumerate(arguments)
            ]
            return lambda values, space: rule(
                [argument(values, space) for argument in compiled], values["month"].shape[0], space
            )


def _constant(value: float) -> Evaluate:
    fixed = np.array([[value]])
    fixed.flags.writeable = False
    return lambda values, space: fixed


def _compile_condition(node: Compare) -> Evaluate:
    compare, first, second = _COMPARE[node.operator], _compile(node.left), _compile(node.right)
    return lambda values, space: compare(first(values, space), second(values, space))


def _number_of(condition: Array, space: Space) -> Array:
    number = space(widest([condition]))
    np.copyto(number, condition)
    return number


def _compile_power(node: Binary) -> Evaluate:
    base, exponent = _compile(node.left), _compile(node.right)
    if node.right == Number(2.0):
        return lambda values, space: np.square(base(values, space))
    return lambda values, space: _power(base(values, space), exponent(values, space), space)


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

    def evaluate(values: Values, space: Space) -> Array:
        return _product(
            [part(values, space) for part in above], [part(values, space) for part in below], times, over, space
        )

    return evaluate


def _product(above: list[Array], below: list[Array], times: float, over: float, space: Space) -> Array:
    """The product of ``above`` and ``times`` over that of ``below`` and ``over``, small arrays first."""
    across: Array | None = None if times == 1.0 else np.array([[times]])
    along: Array | None = None
    full: list[Array] = []
    full_below: list[Array] = []
    for factor in above:
        if factor.shape[0] == 1:
            across = factor if across is None else across * factor
        elif factor.shape[1] == 1:
            along = factor if along is None else along * factor
        else:
            full.append(factor)
    for divisor in [*below, np.array([[over]])] if over != 1.0 else below:
        if divisor.shape[0] == 1:
            across = 1.0 / divisor if across is None else across / divisor
        elif divisor.shape[1] == 1:
            along = 1.0 / divisor if along is None else along / divisor
        else:
            full_below.append(divisor)
    if across is not None and along is not None and across.size == 1:
        along = along * across
        across = None
    if across is not None and full and across.size == 1 and across[0, 0] == 1.0:
        across = None  # a switch that is off, such as a tax of nothing, costs nothing
    factors = [*full, *(small for small in (across, along) if small is not None)]
    result = factors[0] if factors else np.array([[1.0]])
    for factor in factors[1:]:
        result = _combine(np.multiply, result, factor, space)
    for divisor in full_below:
        result = _combine(np.divide, result, divisor, space)
    return result


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

    def evaluate(values: Values, space: Space) -> Array:
        parts = [(plus, part(values, space)) for plus, part in terms]
        if number is not None:
            parts.insert(0, (True, number(values, space)))
        return _sum(parts, space)

    return evaluate


def _sum(parts: list[tuple[bool, Array]], space: Space) -> Array:
    """The sum of signed parts, small arrays first."""
    across: Array | None = None
    along: Array | None = None
    full: Array | None = None
    for plus, part in parts:
        if part.shape[0] == 1:
            across = _plus(across, part, plus, space)
        elif part.shape[1] == 1:
            along = _plus(along, part, plus, space)
        else:
            full = _plus(full, part, plus, space)
    if across is not None and along is not None and across.size == 1:
        along = along + across
        across = None
    total = full
    for small in (across, along):
        if small is not None:
            total = _plus(total, small, True, space)
    return total if total is not None else np.array([[0.0]])


def _plus(total: Array | None, part: Array, plus: bool, space: Space) -> Array:
    if total is None:
        return part if plus else np.negative(part, out=room(widest([part]), space, part))
    return _combine(np.add if plus else np.subtract, total, part, space)


def _combine(operation: np.ufunc, first: Array, second: Array, space: Space) -> Array:
    result: Array = operation(first, second, out=room(widest((first, second)), space, first, second))
    return result
