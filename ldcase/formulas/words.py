"""The rendering as words: “people applying × the gap × share that is skill ÷ 12”."""

from __future__ import annotations

from collections.abc import Callable

from ldcase.formulas.functions import BY_NAME
from ldcase.formulas.names import BUILT_IN_WORDS
from ldcase.formulas.syntax import Call, Expression, Node
from ldcase.formulas.writing import Notation, plain_number, write
from ldcase.formulas.written import ATOM, Written
from ldcase.language import marked, said, worded

_SIGNS = {
    "+": " + ",
    "-": " − ",
    "*": " × ",
    "/": " ÷ ",
    "<": marked(" is less than "),
    "<=": marked(" is at most "),
    ">": marked(" is more than "),
    ">=": marked(" is at least "),
    "==": marked(" equals "),
    "!=": marked(" differs from "),
}
_RAISED = {"2": "²", "3": "³"}


def in_words(expression: Expression, label: Callable[[str], str]) -> str:
    """The formula in words.

    Parameters
    ----------
    expression : Expression
        A formula of a graph.
    label : Callable[[str], str]
        What to say for a name; to fill the numbers in, a label such as ``the gap (8 %)``. It is asked for the names
        in the formula, not for the built-in ones, which have words of their own.

    Returns
    -------
    str
        Plain text, not escaped.
    """
    notation = Notation(
        name=lambda name: Written(worded(BUILT_IN_WORDS[name]) if name in BUILT_IN_WORDS else label(name)),
        number=_number,
        signs={sign: worded(text) for sign, text in _SIGNS.items()},
        minus="−",
        power=5,
        negative=4,
        to_the_power=_power,
        call=_call,
    )
    return write(expression.root, notation).text


def _number(value: float) -> Written:
    plain = plain_number(value)
    if value >= 10_000 and plain.isdigit():
        return Written(worded(said("{number:,}", number=int(value))))
    return Written(worded(said("{number}", number=int(value) if plain.isdigit() else value)))


def _power(base: Written, exponent: Written) -> Written:
    # a name of several words is bracketed as well: (the gap)²
    several = base.holds < ATOM or " " in base.text
    raised = f"({base.text})" if several else base.text
    if exponent.text in _RAISED:
        return Written(f"{raised}{_RAISED[exponent.text]}", 5)
    return Written(worded("{base} to the power of {exponent}", base=raised, exponent=exponent.within(ATOM)), 5)


def _call(node: Call, inner: Callable[[Node], Written]) -> Written:
    return BY_NAME[node.function].words([inner(argument) for argument in node.arguments])
