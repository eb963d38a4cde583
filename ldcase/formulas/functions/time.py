"""Functions of time that look at one month at a time: ramp and discount."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ldcase.formulas.functions.declaration import Argument, Function, JavaScript, SheetCall
from ldcase.formulas.memory import Array, Space, room, widest
from ldcase.formulas.written import ATOM, COMPARISON, PHRASE, PRODUCT, SUM, Written
from ldcase.language import said, worded


def _ramp_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    age, length = arguments
    share = room(widest(arguments), space, age, length)
    before = age < 0.0
    np.divide(age + 1.0, length + 1.0, out=share)
    np.minimum(share, 1.0, out=share)
    if before.any():
        np.copyto(share, 0.0, where=before)
    return share


def _ramp_sheet(call: SheetCall) -> Written:
    age, length = call.values
    rising = f"({age.within(SUM)}+1)/({length.within(SUM)}+1)"
    return Written(f"IF({age.within(SUM)}<0,0,MIN(1,{rising}))", ATOM)


def _discount_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    # exp of an outer product of two short axes: a tenth of the time of a power over the whole array
    annual_rate, after = arguments
    exponent = room(widest(arguments), space, annual_rate, after)
    np.multiply(np.log1p(annual_rate) / -12.0, after, out=exponent)
    result: Array = np.exp(exponent, out=exponent)
    return result


RAMP = Function(
    name="ramp",
    arguments=(
        Argument("age", "month", said("Months since the start; below 0 nothing has begun.")),
        Argument("length", "month", said("Months until the full effect; 0 means at once.")),
    ),
    unit="",
    shape="widest",
    arrays=_ramp_arrays,
    words=lambda values: Written(
        worded(
            "the share of the full effect reached at {age} when it builds up over {length}",
            age=values[0].within(COMPARISON),
            length=values[1].within(COMPARISON),
        ),
        PHRASE,
    ),
    spreadsheet=_ramp_sheet,
    javascript=JavaScript(
        "ramp", "const ramp = (age, length) => (age < 0 ? 0 : Math.min(1, (age + 1) / (length + 1)));"
    ),
    help=said("Share of the full effect: 0 before the start, then a straight line, min(1, (age + 1) / (length + 1))."),
)

DISCOUNT = Function(
    name="discount",
    arguments=(
        Argument("annual_rate", "1/year", said("The discount rate of a year.")),
        Argument("months", "month", said("Months from today to the payment.")),
    ),
    unit="",
    shape="widest",
    arrays=_discount_arrays,
    words=lambda values: Written(
        worded(
            "today's value of 1 after {months} at {rate}",
            months=values[1].within(COMPARISON),
            rate=values[0].within(COMPARISON),
        ),
        PHRASE,
    ),
    spreadsheet=lambda call: Written(f"(1+{call.values[0].within(PRODUCT)})^(-{call.values[1].within(ATOM)}/12)", 4),
    javascript=JavaScript("discount", "const discount = (annualRate, after) => Math.pow(1 + annualRate, -after / 12);"),
    help=said("Value today of 1 paid later: (1 + annual_rate) ** (-months / 12), an effective annual rate."),
)
