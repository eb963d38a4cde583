"""Products and sums of arrays, and monthly arrays that are not multiplied out.

Most of what a case says is one curve over the months times a number that differs from row to row: the people who
apply it times the money each of them brings. Such a quantity is kept as its two factors. A further factor by row then
costs one pass over the rows instead of one over months and rows, quantities on the same curve are added by adding their
factors, and what falls in a few months only is added in those months. Whoever needs the array itself gets it multiplied
out.

Months are the first axis, rows the second. *Across* is what does not change from month to month, ``(1, rows)``; *along*
is what is the same in every row, ``(months, 1)``.
"""

from __future__ import annotations

import numpy as np

from ldcase.formulas.memory import SMALL, Array, Shape, Space, room, widest

Part = tuple[bool, "Value"]
"""One term of a sum: True if it is added, False if it is taken away."""


class Factored:
    """A monthly array as a curve times a factor by row.

    Attributes
    ----------
    curve : ndarray of shape (months, rows) or (months, 1)
    by_row : ndarray of shape (1, rows)
    named : bool
        True for the value of a quantity, which others may use: once multiplied out, the array is kept. Any other is
        used once, and its curve may lend its memory.
    """

    __slots__ = ("_whole", "by_row", "curve", "named")

    def __init__(self, curve: Array, by_row: Array) -> None:
        self.curve, self.by_row = curve, by_row
        self.named = False
        self._whole: Array | None = None

    @property
    def shape(self) -> Shape:
        """Months and rows."""
        return self.curve.shape[0], self.by_row.shape[1]

    def name(self) -> None:
        """Make it the value of a quantity: nothing changes it any more."""
        self.named = True
        self.curve.flags.writeable = self.by_row.flags.writeable = False

    def whole(self, space: Space) -> Array:
        """The array, multiplied out."""
        if self._whole is not None:
            return self._whole
        result: Array = np.multiply(self.curve, self.by_row, out=room(self.shape, space, self.curve))
        if self.named:
            result.flags.writeable = False
            self._whole = result
        return result


Value = Array | Factored


def whole(value: Value, space: Space) -> Array:
    """A value as an array."""
    return value.whole(space) if isinstance(value, Factored) else value


def factored(curve: Array, by_row: Array) -> Factored | None:
    """Keep a product as its factors, where that saves anything: with many rows."""
    months, rows = curve.shape[0], by_row.shape[1]
    return Factored(curve, by_row) if rows > 1 and months > 1 and months * rows >= SMALL else None


def finite(values: Array) -> bool:
    """Whether every number is one, so that nothing times it is nothing."""
    return bool(np.isfinite(values).all())


def combine(operation: np.ufunc, first: Array, second: Array, space: Space) -> Array:
    """The result of an operation month by month and row by row, in memory nobody needs any more if there is some."""
    result: Array = operation(first, second, out=room(widest((first, second)), space, first, second))
    return result


def product(above: list[Value], below: list[Value], times: float, over: float, space: Space) -> Value:
    """The product of ``above`` and ``times`` over that of ``below`` and ``over``, small arrays first."""
    # a switch that is off, such as a tax of nothing, costs nothing
    above, below = [each for each in above if not _is_one(each)], [each for each in below if not _is_one(each)]
    if len(above) == 1 and not below and times == over == 1.0:
        return above[0]
    across: Array | None = None if times == 1.0 else np.array([[times]])
    along: Array | None = None
    full: list[Array] = []
    full_below: list[Array] = []
    for factor in above:
        if isinstance(factor, Factored):
            across = factor.by_row if across is None else across * factor.by_row
            factor = factor.curve
        if factor.shape[0] == 1:
            across = factor if across is None else across * factor
        elif factor.shape[1] == 1:
            along = factor if along is None else along * factor
        else:
            full.append(factor)
    for value in [*below, np.array([[over]])] if over != 1.0 else below:
        divisor = whole(value, space)
        if divisor.shape[0] == 1:
            across = 1.0 / divisor if across is None else across / divisor
        elif divisor.shape[1] == 1:
            along = 1.0 / divisor if along is None else along / divisor
        else:
            full_below.append(divisor)
    if across is not None and along is not None and across.size == 1:
        along = along * across
        across = None
    apart = across is not None and across.size > 1 and bool(full or along is not None)
    smalls = (along,) if apart else (across, along)
    factors = [*full, *(small for small in smalls if small is not None)]
    result = factors[0] if factors else np.array([[1.0]])
    for factor in factors[1:]:
        result = combine(np.multiply, result, factor, space)
    for divisor in full_below:
        result = combine(np.divide, result, divisor, space)
    if across is not None and apart:
        return factored(result, across) or combine(np.multiply, result, across, space)
    return result


def _is_one(value: Value) -> bool:
    return value.shape == (1, 1) and not isinstance(value, Factored) and bool(value[0, 0] == 1.0)


def total(parts: list[Part], space: Space) -> Value:
    """The sum of signed parts, small arrays first."""
    across: Array | None = None
    along: Array | None = None
    full: list[tuple[bool, Array]] = []
    on_curves: list[tuple[bool, Factored]] = []
    for plus, part in parts:
        if isinstance(part, Factored):
            on_curves.append((plus, part))
        elif part.shape[0] == 1:
            across = _plus(across, part, plus, space)
        elif part.shape[1] == 1:
            along = _plus(along, part, plus, space)
        else:
            full.append((plus, part))
    if across is not None and along is not None and across.size == 1:
        along = along + across
        across = None
    if across is not None and across.size == 1 and across[0, 0] == 0.0 and (full or on_curves):
        across = None  # a part that is nothing, such as a kind of benefit no metric has, costs nothing
    smalls = [small for small in (across, along) if small is not None]
    summed: Array | None = None
    if on_curves:
        found = _on_curves(on_curves, full, space)
        if isinstance(found, Factored):
            if not smalls:
                return found
            found = found.whole(space)
        summed = found
    else:
        for plus, part in full:
            summed = _plus(summed, part, plus, space)
    for small in smalls:
        summed = _plus(summed, small, True, space)
    return summed if summed is not None else np.array([[0.0]])


def _on_curves(parts: list[tuple[bool, Factored]], full: list[tuple[bool, Array]], space: Space) -> Value:
    """The sum of factored and full arrays; factored again if all of them are on one curve."""
    curves: dict[object, tuple[Array, Array]] = {}
    single: dict[object, tuple[bool, Factored]] = {}
    for plus, part in parts:
        key = _key(part.curve)
        if key in curves:
            before = curves[key][1]
            curves[key] = part.curve, before + part.by_row if plus else before - part.by_row
            single.pop(key, None)
        else:
            curves[key] = part.curve, part.by_row if plus else -part.by_row
            single[key] = plus, part
    summed: Array | None = None
    for plus, array in full:
        if (key := id(array)) in curves:  # the curve itself: once, or taken away once
            curves[key] = array, curves[key][1] + (1.0 if plus else -1.0)
            single.pop(key, None)
        else:
            summed = _plus(summed, array, plus, space)
    if summed is None and len(curves) == 1:
        ((key, (curve, by_row)),) = curves.items()
        return single[key][1] if key in single and single[key][0] else Factored(curve, by_row)
    thin: list[tuple[Array, Array]] = []
    for key, (curve, by_row) in curves.items():
        if curve.shape[1] == 1:
            thin.append((curve, by_row))
        elif key in single:
            plus, part = single[key]
            summed = _plus(summed, part.whole(space), plus, space)
        else:
            summed = _plus(summed, Factored(curve, by_row).whole(space), True, space)
    return _with_thin(summed, thin, space)


def _key(curve: Array) -> object:
    """What tells curves apart: a full one is itself, one that is the same in every row is its numbers."""
    return id(curve) if curve.shape[1] > 1 else curve.tobytes()


def _with_thin(summed: Array | None, thin: list[tuple[Array, Array]], space: Space) -> Array:
    """Add curves that are the same in every row, times their factors, in the months in which they are not nothing."""
    busiest_first = sorted(thin, key=lambda each: -np.count_nonzero(each[0]))
    for curve, by_row in busiest_first:
        shape = curve.shape[0], by_row.shape[1]
        if summed is None or not summed.flags.writeable or summed.shape != shape or not finite(by_row):
            term: Array = np.multiply(curve, by_row, out=space(shape))
            summed = term if summed is None else combine(np.add, term, summed, space)
            continue
        for month in np.flatnonzero(curve[:, 0]):
            summed[month] += curve[month, 0] * by_row[0]
    assert summed is not None
    return summed


def _plus(summed: Array | None, part: Array, plus: bool, space: Space) -> Array:
    if summed is None:
        return part if plus else np.negative(part, out=room(widest([part]), space, part))
    return combine(np.add if plus else np.subtract, summed, part, space)
