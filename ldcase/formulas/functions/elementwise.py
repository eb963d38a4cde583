"""Functions that look at one month at a time: min, max, if_, exp."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ldcase.formulas.factored import Value, finite, product
from ldcase.formulas.functions.declaration import Argument, ArraysRule, Function, JavaScript, SheetCall, called
from ldcase.formulas.memory import Array, Space, room, widest
from ldcase.formulas.written import ATOM, COMPARISON, PHRASE, SUM, Written
from ldcase.language import said, worded


def _listed(values: Sequence[Written]) -> str:
    texts = [value.within(COMPARISON) for value in values]
    return worded("{first} and {last}", first=", ".join(texts[:-1]), last=texts[-1])


def _smallest(values: Sequence[Written]) -> Written:
    if len(values) == 2:
        return Written(worded("the smaller of {values}", values=_listed(values)), PHRASE)
    return Written(worded("the smallest of {values}", values=_listed(values)), PHRASE)


def _largest(values: Sequence[Written]) -> Written:
    if len(values) == 2:
        return Written(worded("the larger of {values}", values=_listed(values)), PHRASE)
    return Written(worded("the largest of {values}", values=_listed(values)), PHRASE)


def _if_words(values: Sequence[Written]) -> Written:
    condition, then, otherwise = values
    asked = condition.text
    if condition.holds != COMPARISON:
        asked = worded("{value} is not 0", value=condition.within(COMPARISON))
    text = worded(
        "{then} if {condition}, otherwise {otherwise}",
        then=then.within(COMPARISON),
        condition=asked,
        otherwise=otherwise.within(COMPARISON),
    )
    return Written(text, PHRASE)


def _if_sheet(call: SheetCall) -> Written:
    condition, then, otherwise = call.values
    asked = call.condition or Written(f"{condition.within(SUM)}<>0", COMPARISON)
    return called("IF", (asked, then, otherwise))


def _if_arrays(arguments: Sequence[Array], months: int, space: Space) -> Value:
    condition, then, otherwise = arguments
    holds = condition if condition.dtype == np.bool_ else condition != 0
    nothing = otherwise.size == 1 and otherwise[0, 0] == 0.0
    if nothing and 1 in then.shape and then.min() >= 0.0 and finite(then):  # an amount where it holds, else nothing
        share = space(holds.shape)
        np.copyto(share, holds)
        return product([share, then], [], 1.0, 1.0, space)
    result = space(widest(arguments))
    np.copyto(result, otherwise)
    np.copyto(result, then, where=holds)
    return result


def _each(operation: np.ufunc) -> ArraysRule:
    def rule(arguments: Sequence[Array], months: int, space: Space) -> Array:
        result = arguments[0]
        for values in arguments[1:]:
            result = operation(result, values, out=room(widest((result, values)), space, result, values))
        return result

    return rule


def _exp_arrays(arguments: Sequence[Array], months: int, space: Space) -> Array:
    result: Array = np.exp(arguments[0], out=room(widest(arguments), space, arguments[0]))
    return result


MIN = Function(
    name="min",
    arguments=(Argument("a", "same", said("A quantity.")), Argument("b", "same", said("Another of the same unit."))),
    many=True,
    unit="same",
    shape="widest",
    arrays=_each(np.minimum),
    words=_smallest,
    spreadsheet=lambda call: called("MIN", call.values),
    javascript=JavaScript("Math.min"),
    help=said("The smallest of two or more quantities, month by month."),
)

MAX = Function(
    name="max",
    arguments=(Argument("a", "same", said("A quantity.")), Argument("b", "same", said("Another of the same unit."))),
    many=True,
    unit="same",
    shape="widest",
    arrays=_each(np.maximum),
    words=_largest,
    spreadsheet=lambda call: called("MAX", call.values),
    javascript=JavaScript("Math.max"),
    help=said("The largest of two or more quantities, month by month."),
)

IF = Function(
    name="if_",
    arguments=(
        Argument("condition", "", said("A comparison, or a number: anything but 0 means yes."), condition=True),
        Argument("then", "same", said("The value when the condition holds.")),
        Argument("otherwise", "same", said("The value when it does not.")),
    ),
    unit="same",
    shape="widest",
    arrays=_if_arrays,
    words=_if_words,
    spreadsheet=_if_sheet,
    javascript=JavaScript("if_", "const if_ = (condition, then, otherwise) => (condition !== 0 ? then : otherwise);"),
    help=said("One of two quantities, chosen month by month."),
)

EXP = Function(
    name="exp",
    arguments=(Argument("x", "", said("The exponent.")),),
    unit="",
    shape="widest",
    arrays=_exp_arrays,
    words=lambda values: Written(worded("e to the power of {exponent}", exponent=values[0].within(ATOM)), PHRASE),
    spreadsheet=lambda call: called("EXP", call.values),
    javascript=JavaScript("Math.exp"),
    help=said("The exponential function, for growth and decay."),
)
