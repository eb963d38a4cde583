"""Formulas written out: one walk over the tree for every notation, with as few brackets as reading allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ldcase.formulas.syntax import Binary, Call, Compare, Name, Node, Number, Unary
from ldcase.formulas.written import ATOM, COMPARISON, PRODUCT, SUM, Written

CallWriter = Callable[[Call, Callable[[Node], Written]], Written]
"""Writes a call; the second argument writes any node in the same notation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """How one notation writes names, numbers, signs and calls.

    ``power`` and ``negative`` say how tightly these two hold (4 or 5); ``to_the_power`` joins a base and an exponent;
    ``comparison`` makes a number of a comparison where the notation has yes and no instead.
    """

    name: Callable[[str], Written]
    number: Callable[[float], Written]
    signs: dict[str, str]
    minus: str
    power: int
    negative: int
    to_the_power: Callable[[Written, Written], Written]
    call: CallWriter
    comparison: Callable[[Written], Written] = lambda written: written


def write(node: Node, notation: Notation) -> Written:
    """Write a part of a formula."""

    def inner(part: Node) -> Written:
        return write(part, notation)

    match node:
        case Number(value):
            return notation.number(value)
        case Name(name):
            return notation.name(name)
        case Unary(operand):
            return Written(f"{notation.minus}{_after_minus(operand, inner(operand), notation)}", notation.negative)
        case Binary(operator="**", left=left, right=right):
            return notation.to_the_power(inner(left), inner(right))
        case Binary(operator=operator, left=left, right=right):
            strength = SUM if operator in "+-" else PRODUCT
            # a - (b - c) and a / (b * c) need their brackets; a + (b + c) keeps them too: it is what was written
            right_text = _as_right(right, inner(right).within(strength + 1))
            return Written(f"{inner(left).within(strength)}{notation.signs[operator]}{right_text}", strength)
        case Compare():
            return notation.comparison(compared(node, inner, notation.signs))
        case Call():
            return notation.call(node, inner)


def compared(node: Compare, inner: Callable[[Node], Written], signs: dict[str, str]) -> Written:
    """A comparison as such, before `Notation.comparison` makes a number of it."""
    return Written(f"{inner(node.left).within(SUM)}{signs[node.operator]}{inner(node.right).within(SUM)}", COMPARISON)


def _after_minus(operand: Node, written: Written, notation: Notation) -> str:
    return _as_right(operand, written.within(notation.negative))


def _as_right(node: Node, text: str) -> str:
    """A minus right after another sign gets brackets, in every notation: ``a - (-b)``."""
    return f"({text})" if _starts_with_minus(node) and not text.startswith("(") else text


def _starts_with_minus(node: Node) -> bool:
    while isinstance(node, Binary):
        node = node.left
    return isinstance(node, Unary)


def plain_number(value: float) -> str:
    """A number without a needless ``.0``, such that it reads back as the same number."""
    return str(int(value)) if value == int(value) else repr(value)


def as_text(node: Node) -> str:
    """The formula as the language writes it; reading it again gives the same tree."""
    return write(node, _TEXT).text


def _text_power(base: Written, exponent: Written) -> Written:
    return Written(f"{base.within(ATOM)} ** {exponent.within(ATOM)}", 5)


def _text_call(node: Call, inner: Callable[[Node], Written]) -> Written:
    return Written(f"{node.function}({', '.join(inner(argument).text for argument in node.arguments)})")


def spaced(signs: Sequence[str]) -> dict[str, str]:
    """Each sign between two blanks."""
    return {sign: f" {sign} " for sign in signs}


_TEXT = Notation(
    name=Written,
    number=lambda value: Written(plain_number(value)),
    signs=spaced(("+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=")),
    minus="-",
    power=5,
    negative=4,
    to_the_power=_text_power,
    call=_text_call,
)
