"""The grammar: text to a tree of our own frozen nodes, through Python's ``ast`` and a whitelist.

Nothing here evaluates anything. What the whitelist does not name is an error that says what is allowed; columns count
from 1 in the text as it was given.
"""

from __future__ import annotations

import ast
import keyword
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ldcase.errors import Finding, FormulaError, Place
from ldcase.formulas.functions import BY_NAME, FUNCTIONS
from ldcase.formulas.names import NAME, NAME_ALLOWED, meant
from ldcase.language import said

LONGEST_TEXT = 1_000
MOST_NODES = 200
DEEPEST_BRACKETS = 30
LARGEST_NUMBER = 1e15

Arithmetic = Literal["+", "-", "*", "/", "**"]
Comparison = Literal["<", "<=", ">", ">=", "==", "!="]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; never negative."""

    value: float
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A quantity, by its dotted name."""

    name: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """Minus ``operand``."""

    operand: Node
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """``left operator right``."""

    operator: Arithmetic
    left: Node
    right: Node
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison: 1 when it holds, 0 when it does not."""

    operator: Comparison
    left: Node
    right: Node
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of one of the listed functions."""

    function: str
    arguments: tuple[Node, ...]
    column: int = field(default=0, compare=False)


Node = Number | Name | Unary | Binary | Compare | Call


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula that has been read: its text, the names it uses in order of appearance, and its tree."""

    text: str
    names: tuple[str, ...] = field(compare=False)
    root: Node = field(compare=False)

    def __str__(self) -> str:
        return self.text


ALLOWED = said(
    "numbers, names, + - * / **, brackets, comparisons (< <= > >= == !=) and the functions {names}",
    names=", ".join(function.name for function in FUNCTIONS),
)
_ARITHMETIC: dict[type[ast.operator], Arithmetic] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
_COMPARISONS: dict[type[ast.cmpop], Comparison] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_NUMBER = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER})(?P<stuck>[A-Za-z0-9_.]*)|(?P<name>{NAME.pattern})"
    r"|(?P<operator>\*\*|//|<=|>=|==|!=|[-+*/<>(),])|(?P<space>[ \t\r\n]+)",
    re.ASCII,
)
_NOT_NUMBERS = frozenset({"nan", "inf", "infinity", "NaN", "Infinity"})
_INSTEAD = {
    "if": said("Write if_(condition, then, otherwise)."),
    "else": said("Write if_(condition, then, otherwise)."),
    "and": said("Multiply the two comparisons."),
    "or": said("Write max(…) of the two comparisons."),
    "not": said("Write 1 - (…)."),
    "True": said("Write 1."),
    "False": said("Write 0."),
    "^": said("Write ** for a power."),
    "×": said("Write * for times."),
    "÷": said("Write / for divided by."),
    "−": said("Write - (the hyphen) for minus."),
    "–": said("Write - (the hyphen) for minus."),
    "%": said("Write a share such as 0.08 instead of 8 %."),
    "=": said("Compare with ==; a formula stands alone, without the name and =."),
    "//": said("Write / for divided by."),
}


def parse(text: str) -> Expression:
    """Read one formula.

    Raises
    ------
    FormulaError
        With one finding that says what was found where, what is allowed and what to do.
    """
    if not isinstance(text, str):
        raise _error(
            "formula-not-text", said("A formula is text."), repr(text)[:60], do=said("Write the formula in quotes.")
        )
    if len(text) > LONGEST_TEXT:
        raise _error(
            "formula-too-long",
            said("The formula is too long."),
            said("{count:,} characters", count=len(text)),
            said("at most {longest_text:,} characters", longest_text=LONGEST_TEXT),
            said("Give its parts names of their own."),
        )
    if not text.strip():
        raise _error("formula-empty", said("The formula is empty."), do=said("Write a formula, or remove the entry."))
    _check_tokens(text)
    # each white space becomes one blank, so that columns stay those of the text
    flat = re.sub(r"[ \t\r\n]", " ", text)
    indent = len(flat) - len(flat.lstrip())
    try:
        body = ast.parse(flat.strip(), mode="eval").body
        root = _Reader(text, indent).node(body)
        nodes = tuple(walk(root))
    except SyntaxError as problem:
        column = min((problem.offset or 1) + indent, len(text))
        raise _unreadable(text, column) from None
    except (RecursionError, MemoryError, ValueError):
        raise _error(
            "formula-too-deep", said("The formula is nested too deeply."), do=said("Give its parts names.")
        ) from None
    if len(nodes) > MOST_NODES:
        raise _error(
            "formula-too-large",
            said("The formula has too many parts."),
            said("{count} parts", count=len(nodes)),
            said("at most {most_nodes} numbers, names and signs", most_nodes=MOST_NODES),
            said("Give its parts names of their own."),
        )
    names = tuple(dict.fromkeys(node.name for node in sorted(nodes, key=_column) if isinstance(node, Name)))
    return Expression(text, names, root)


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, depth first."""
    yield node
    for part in parts(node):
        yield from walk(part)


def parts(node: Node) -> tuple[Node, ...]:
    """The nodes directly below a node, from left to right."""
    match node:
        case Number() | Name():
            return ()
        case Unary():
            return (node.operand,)
        case Binary() | Compare():
            return (node.left, node.right)
        case Call():
            return node.arguments


def _column(node: Node) -> int:
    return node.column


def _error(code: str, what: str, found: str = "", allowed: str = "", do: str = "", column: int = 1) -> FormulaError:
    return FormulaError(Finding(code, what, found, allowed, do, place=Place(column=column)))


def _unreadable(text: str, column: int, what: str = said("The formula cannot be read.")) -> FormulaError:
    return _error(
        "formula-unreadable",
        what,
        said("near “{value}”", value=text[max(column - 1, 0) : column + 19].strip() or text.strip()[-20:]),
        ALLOWED,
        said("Check the brackets and that a sign stands between every two values."),
        column,
    )


def _check_tokens(text: str) -> None:
    """Refuse every sign and word that the language does not have, before Python's parser sees the text."""
    position = 0
    opened: list[int] = []
    last = ("", 1)
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise _foreign_sign(text[position], position + 1)
        column = position + 1
        if token["number"]:
            _check_number(token["number"], token["stuck"], column)
        elif token["name"]:
            _check_word(token["name"], column)
        elif token["operator"] == "//":
            raise _foreign_sign("//", column)
        elif token["operator"] == "(":
            opened.append(column)
            if len(opened) > DEEPEST_BRACKETS:
                raise _error(
                    "formula-too-deep",
                    said("The formula is nested too deeply."),
                    said("{count} open brackets", count=len(opened)),
                    said("at most {deepest_brackets} brackets inside one another", deepest_brackets=DEEPEST_BRACKETS),
                    said("Give its parts names."),
                    column,
                )
        elif token["operator"] == ")":
            if not opened:
                raise _unreadable(text, column, said("A bracket is closed that was never opened."))
            opened.pop()
        if not token["space"]:
            last = (token["operator"] or "", column)
        position = token.end()
    if last[0] not in ("", ")"):
        raise _unreadable(text, last[1], said("The formula ends where a value is expected."))
    if opened:
        raise _unreadable(text, opened[-1], said("A bracket is opened and never closed."))


def _check_number(number: str, stuck: str, column: int) -> None:
    if stuck:
        found = f"“{number}{stuck}”"[:60]
        do = said("Put a sign between them, such as 12 * months; write large numbers without marks, 1000000.")
        raise _error(
            "number-unclear",
            said("A number runs into something else."),
            found,
            said("a number such as 0.25"),
            do,
            column,
        )
    if float(number) > LARGEST_NUMBER:
        raise _error(
            "number-too-large",
            said("A number is too large."),
            number[:60],
            said("at most {largest_number:,.0f}", largest_number=LARGEST_NUMBER),
            said("Use a larger unit."),
            column,
        )


def _check_word(word: str, column: int) -> None:
    for part in word.split("."):
        if keyword.iskeyword(part) or part in _NOT_NUMBERS:
            do = _INSTEAD.get(part, said("Use another name."))
            raise _error(
                "word-not-allowed",
                said("The word “{part}” is not part of a formula.", part=part),
                f"“{word[:60]}”",
                ALLOWED,
                do,
                column,
            )


def _foreign_sign(sign: str, column: int) -> FormulaError:
    if sign.isalpha() or sign == "_":
        title = unicodedata.name(sign, "an unknown letter").lower()
        return _error(
            "letter-not-allowed",
            said("A letter is not allowed in a name."),
            f"“{sign}” ({title})",
            NAME_ALLOWED,
            said("Write the name in plain letters."),
            column,
        )
    title = unicodedata.name(sign[0], f"character {ord(sign[0])}").lower()
    shown = f"“{sign}”" + (f" ({title})" if not sign.isascii() or not sign.isprintable() else "")
    do = _INSTEAD.get(sign, said("Take the sign out."))
    return _error(
        "sign-not-allowed",
        said("A sign is not part of a formula."),
        shown,
        ALLOWED,
        do,
        column,
    )


class _Reader:
    """Turns Python's tree into ours; lives for one text."""

    def __init__(self, text: str, indent: int) -> None:
        self.text = text
        self.indent = indent

    def node(self, tree: ast.expr) -> Node:
        column = tree.col_offset + self.indent + 1
        match tree:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                return Number(float(value), column)
            case ast.Name() | ast.Attribute():
                return self.name(tree, column)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Unary(self.node(operand), column)
            case ast.BinOp(op=operator, left=left, right=right) if type(operator) in _ARITHMETIC:
                made = Binary(_ARITHMETIC[type(operator)], self.node(left), self.node(right), column)
                if made.operator == "**" and (_is_power(made.left) or _is_power(made.right)):
                    raise self.error(
                        "power-of-power",
                        said("A power of a power is not allowed."),
                        tree,
                        do=said("Give the inner power a name of its own."),
                    )
                return made
            case ast.Compare(ops=[operator], left=left, comparators=[right]) if type(operator) in _COMPARISONS:
                return Compare(_COMPARISONS[type(operator)], self.node(left), self.node(right), column)
            case ast.Compare():
                raise self.error(
                    "comparison-chained",
                    said("Comparisons cannot be chained."),
                    tree,
                    "a < b",
                    said("Multiply two comparisons: (a < b) * (b < c)."),
                )
            case ast.Call(func=function, args=arguments, keywords=[]):
                return self.call(function, arguments, tree, column)
        raise self.error("part-not-allowed", said("A part of the formula is not in the language."), tree)

    def name(self, tree: ast.Name | ast.Attribute, column: int) -> Name:
        # compared with the text itself: Python would quietly accept blanks, comments and look-alike letters
        written = self.written(tree)
        if not NAME.fullmatch(written):
            raise self.error(
                "name-unclear", said("A name cannot be read."), tree, NAME_ALLOWED, said("Write a plain name.")
            )
        if written in BY_NAME:
            usage = BY_NAME[written].usage
            raise self.error(
                "function-without-call",
                said("{written} is a function.", written=written),
                tree,
                usage,
                said("Write {usage}.", usage=usage),
            )
        return Name(written, column)

    def call(self, function: ast.expr, arguments: list[ast.expr], tree: ast.expr, column: int) -> Call:
        called = function.id if isinstance(function, ast.Name) else self.written(function)
        if called not in BY_NAME:
            raise self.error(
                "function-unknown",
                said("There is no such function."),
                function,
                ", ".join(BY_NAME),
                meant(called, BY_NAME, said("Use one of these functions, or * to multiply.")),
            )
        return Call(called, tuple(self.node(argument) for argument in arguments), column)

    def written(self, tree: ast.expr) -> str:
        return self.text[tree.col_offset + self.indent : (tree.end_col_offset or 0) + self.indent]

    def error(self, code: str, what: str, tree: ast.expr, allowed: str = ALLOWED, do: str = "") -> FormulaError:
        column = tree.col_offset + self.indent + 1
        return _error(code, what, f"“{self.written(tree)[:60]}”", allowed, do or said("Take it out."), column)


def _is_power(node: Node) -> bool:
    while isinstance(node, Unary):
        node = node.operand
    return isinstance(node, Binary) and node.operator == "**"
