"""Functions that look across months: since, stock, cumulative, sum_over_months, max_over_months.

Their first argument is a name, so that what they look across has a row of its own in the spreadsheet. A constant
counts as the same value in every month.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ldcase.formulas.functions.declaration import Argument, Function, JavaScript, SheetCall
from ldcase.formulas.memory import Array, Space
from ldcase.formulas.written import ATOM, COMPARISON, PHRASE, PRODUCT, SUM, Written
from ldcase.language import said, worded


def _every_month(values: Array, months: int) -> Array:
    """``values`` with a full first axis; a view where it was short."""
    return values if values.shape[0] == months else np.broadcast_to(values, (months, values.shape[1]))


def _since_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    curve, start = _every_month(arguments[0], months), arguments[1]
    first = np.maximum(np.floor(start + 0.5), 1.0) - 1.0  # months of delay, from 0
    if first.size == 1 or first.min() == first.max():
        return _shifted(curve, float(first.flat[0]), months, space)
    result = space((months, max(curve.shape[1], first.shape[1])))
    result.fill(0.0)
    known = np.nan_to_num(first, nan=0.0, posinf=months)
    back = np.arange(months)[:, None] - np.minimum(known, months).astype(np.intp)
    if curve.shape[1] == 1:
        np.copyto(result, curve[np.maximum(back, 0), 0], where=back >= 0)
    else:
        np.copyto(result, np.take_along_axis(curve, np.maximum(back, 0), axis=0), where=back >= 0)
    result[:, np.isnan(first[0])] = np.nan
    return result


def _shifted(curve: Array, delay: float, months: int, space: Space) -> Array:
    result = space(curve.shape)
    if np.isnan(delay):
        result.fill(np.nan)
        return result
    whole = int(min(delay, months))
    result[:whole] = 0.0
    result[whole:] = curve[: months - whole]
    return result


def _since_sheet(call: SheetCall) -> Written:
    start = f"ROUND({call.values[1].text},0)"  # of a half below 0 too: what begins before month 1 begins in month 1
    if not call.named.row:
        return Written(f"IF({call.month}<{start},0,{call.named.cell})", ATOM)
    position = f"MIN({call.month},{call.month}-{start}+1)"
    return Written(f"IF({call.month}<{start},0,INDEX({call.named.row},{position}))", ATOM)


def _stock_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    inflow, keep = _every_month(arguments[0], months), _every_month(arguments[1], months)
    result = space((months, max(inflow.shape[1], keep.shape[1])))
    result[0] = inflow[0]
    for month in range(1, months):
        np.multiply(result[month - 1], keep[month], out=result[month])
        np.add(result[month], inflow[month], out=result[month])
    return result


def _stock_sheet(call: SheetCall) -> Written:
    if not call.before:
        return Written(call.named.cell, ATOM)
    return Written(f"{call.before}*{call.values[1].within(PRODUCT)}+{call.named.cell}", SUM)


def _cumulative_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    values = _every_month(arguments[0], months)
    result = space((months, values.shape[1]))
    result[0] = values[0]
    for month in range(1, months):
        np.add(result[month - 1], values[month], out=result[month])
    return result


def _cumulative_sheet(call: SheetCall) -> Written:
    if not call.named.row:
        return Written(f"{call.named.cell}*{call.month}", PRODUCT)
    return Written(f"SUM({call.named.so_far})", ATOM)


def _sum_sheet(call: SheetCall) -> Written:
    if not call.named.row:
        return Written(f"{call.named.cell}*COUNT({call.months})", PRODUCT)
    return Written(f"SUM({call.named.row})", ATOM)


def _sum_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    total: Array = _every_month(arguments[0], months).sum(axis=0, keepdims=True)
    return total


def _max_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    largest: Array = arguments[0].max(axis=0, keepdims=True)
    return largest


SINCE = Function(
    name="since",
    arguments=(
        Argument("curve", "same", said("A quantity whose first month is age 0."), must_be="name"),
        Argument(
            "start", "month", said("The month in which it begins; before month 1 counts as 1."), must_be="constant"
        ),
    ),
    unit="same",
    shape="monthly",
    arrays=_since_arrays,
    keeps_factors=True,
    words=lambda values: Written(
        worded("{curve}, beginning in month {start}", curve=values[0].text, start=values[1].within(COMPARISON)), PHRASE
    ),
    spreadsheet=_since_sheet,
    javascript=JavaScript(
        "since",
        """const since = (curve, start, months) => {
  const first = Math.max(Math.floor(start + 0.5), 1) - 1;
  const values = new Float64Array(months);
  if (Number.isNaN(first)) return values.fill(NaN);
  for (let t = first; t < months; t += 1) values[t] = at(curve, t - first);
  return values;
};""",
    ),
    help=said("A curve shifted to begin in month start, rounded to a whole month (halves up); 0 before."),
)

STOCK = Function(
    name="stock",
    arguments=(
        Argument("inflow", "same", said("What is added in a month."), must_be="name"),
        Argument("keep", "", said("The share of last month's stock that is still there; constant or monthly.")),
    ),
    unit="same*month",
    shape="monthly",
    alone=True,
    arrays=_stock_arrays,
    keeps_factors=True,
    words=lambda values: Written(
        worded(
            "last month's value × {keep} + {inflow} (0 before the first month)",
            keep=values[1].within(PRODUCT),
            inflow=values[0].text,
        ),
        PHRASE,
    ),
    spreadsheet=_stock_sheet,
    javascript=JavaScript(
        "stock",
        """const stock = (inflow, keep, months) => {
  const values = new Float64Array(months);
  for (let t = 0; t < months; t += 1) values[t] = t === 0 ? at(inflow, 0) : values[t - 1] * at(keep, t) + at(inflow, t);
  return values;
};""",
    ),
    help=said("What builds up and fades: s[t] = s[t-1] * keep + inflow[t], nothing before the first month."),
)

CUMULATIVE = Function(
    name="cumulative",
    arguments=(Argument("x", "same", said("A flow."), must_be="name"),),
    unit="same*month",
    shape="monthly",
    arrays=_cumulative_arrays,
    keeps_factors=True,
    words=lambda values: Written(worded("the sum of {flow} so far", flow=values[0].text), PHRASE),
    spreadsheet=_cumulative_sheet,
    javascript=JavaScript(
        "cumulative",
        """const cumulative = (x, months) => {
  const values = new Float64Array(months);
  for (let t = 0; t < months; t += 1) values[t] = (t === 0 ? 0 : values[t - 1]) + at(x, t);
  return values;
};""",
    ),
    help=said("The sum from month 1 up to and including each month."),
)

SUM_OVER_MONTHS = Function(
    name="sum_over_months",
    arguments=(Argument("x", "same", said("A flow."), must_be="name"),),
    unit="same*month",
    shape="constant",
    arrays=_sum_arrays,
    keeps_factors=True,
    words=lambda values: Written(worded("the sum over all months of {flow}", flow=values[0].text), PHRASE),
    spreadsheet=_sum_sheet,
    javascript=JavaScript(
        "sumOverMonths",
        """const sumOverMonths = (x, months) => {
  let sum = 0;
  for (let t = 0; t < months; t += 1) sum += at(x, t);
  return sum;
};""",
    ),
    help=said("The sum over all months of the horizon."),
)

MAX_OVER_MONTHS = Function(
    name="max_over_months",
    arguments=(Argument("x", "same", said("A quantity."), must_be="name"),),
    unit="same",
    shape="constant",
    arrays=_max_arrays,
    words=lambda values: Written(worded("the highest month of {quantity}", quantity=values[0].text), PHRASE),
    spreadsheet=lambda call: Written(f"MAX({call.named.row})" if call.named.row else call.named.cell, ATOM),
    javascript=JavaScript(
        "maxOverMonths",
        """const maxOverMonths = (x, months) => {
  let largest = -Infinity;
  for (let t = 0; t < months; t += 1) largest = Math.max(largest, at(x, t));
  return largest;
};""",
    ),
    help=said("The highest value of any month of the horizon."),
)
