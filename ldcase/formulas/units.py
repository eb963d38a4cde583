"""Units: a check that a formula adds like to like, and units in words.

pint keeps the arithmetic, on a registry that begins empty: nothing converts by itself, a month is not a twelfth of a
year here and money knows no currency. pint takes a quarter of a second to import; it is imported with the first unit
that is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from ldcase.errors import Finding, FormulaError
from ldcase.formulas.functions import BY_NAME, Function
from ldcase.formulas.names import BUILT_IN_UNITS, meant
from ldcase.formulas.syntax import Binary, Call, Compare, Name, Node, Number, Unary
from ldcase.formulas.writing import as_text
from ldcase.language import said

if TYPE_CHECKING:
    from ldcase.formulas.graph import Graph

BASE = ("money", "person", "hour", "minute", "day", "week", "month", "year")
_TIMES = frozenset({"hour", "minute", "day", "week", "month", "year"})
_NO_UNIT = frozenset({"", "1", "share"})
_THING = re.compile(r"[a-z][a-z_]{0,39}", re.ASCII)
_TERM = re.compile(r"([*/]?)\s*(?:1|([A-Za-z_]+)(?:\s*\*\*\s*([0-9]))?)\s*", re.ASCII)
ALLOWED = said("money, person, hour, minute, day, week, month, year, share or a thing of the file, joined by * and /")


@dataclass(frozen=True, slots=True)
class UnitProblem:
    """What does not fit in the unit of a quantity.

    ``what`` completes a sentence that begins with the name: “benefit adds hour and money”. ``column`` is where in the
    formula's text, from 1, when it is inside the text.
    """

    name: str
    what: str
    found: str
    allowed: str
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is read and shown: whole powers of independent things, in the order in which they were written."""

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def read(cls, text: str, things: Collection[str] | None = None) -> Unit:
        """Read ``money/person/month``, ``1/year``, ``share`` or an empty text (both: no unit).

        Parameters
        ----------
        text : str
        things : Collection[str], optional
            The file's own units beside the base ones; left out, any word is taken as one.

        Raises
        ------
        FormulaError
            When it cannot be read or names an unknown unit.
        """
        if text.strip() in _NO_UNIT:
            return cls()
        powers: dict[str, int] = {}
        position = 0
        stripped = text.strip()
        while position < len(stripped):
            term = _TERM.match(stripped, position)
            if term is None or bool(term[1]) == (position == 0) or len(stripped) > 200:
                raise FormulaError(
                    Finding(
                        "unit-unreadable",
                        said("A unit cannot be read."),
                        f"“{text[:60]}”",
                        ALLOWED,
                        said("Write it like money/person/month."),
                    )
                )
            position = term.end()
            name = term[2]
            if name and name != "share":
                if things is not None and name not in BASE and name not in things:
                    raise FormulaError(_unknown_unit(name, things))
                power = int(term[3] or 1)
                powers[name] = powers.get(name, 0) + (-power if term[1] == "/" else power)
        return cls(tuple((name, power) for name, power in powers.items() if power))

    def __str__(self) -> str:
        """As it is written in files: ``money/month``, ``1/year``; ``share`` when there is none."""
        if not self.powers:
            return "share"
        above = "*".join(_power(name, power) for name, power in self.powers if power > 0)
        below = "".join(f"/{_power(name, -power)}" for name, power in self.powers if power < 0)
        return (above or "1") + below

    def in_words(self, money: str = "money") -> str:
        """As it is read: ``money a month``, ``deals per person a month``, ``a year``; empty for a share.

        ``money`` may be the currency to say instead.
        """
        above = [name for name, power in self.powers if power > 0 for _ in range(power)]
        below = sorted((part for part in self.powers if part[1] < 0), key=lambda part: part[0] in _TIMES)
        amounts = [name.replace("_", " ") for name in above[:-1]] + [_plural(name) for name in above[-1:]]
        text = " ".join(["-".join(amounts), *(_per(name, -power) for name, power in below)]).strip()
        return re.sub(r"\bmoney\b", lambda _: money, text)


def is_unit(text: str, things: Collection[str]) -> bool:
    """Whether ``text`` is a unit made of the base units and ``things``."""
    try:
        Unit.read(text, things)
    except FormulaError:
        return False
    return True


def in_words(text: str, money: str = "money") -> str:
    """A unit's text in words: see `Unit.in_words`."""
    return Unit.read(text).in_words(money)


def check(
    graph: Graph, input_units: Mapping[str, str], declared: Mapping[str, str], things: Collection[str]
) -> tuple[dict[str, str], tuple[UnitProblem, ...]]:
    """Infer the unit of every formula and compare it with the declared one.

    Returns
    -------
    dict[str, str]
        The unit of each formula: the declared text where there is one, else the inferred unit; left out where
        neither can be told.
    tuple[UnitProblem, ...]
        Every problem. A formula with a problem goes on with its declared unit, so that one slip is told once.
    """
    checker = _Checker(things)
    for name in sorted(graph.inputs):
        checker.take(name, input_units.get(name))
    for name, text in BUILT_IN_UNITS.items():
        checker.take(name, text)
    found = {
        name: checker.formula(name, expression.root, declared.get(name)) for name, expression in graph.formulas.items()
    }
    return {name: text for name, text in found.items() if text is not None}, tuple(checker.problems)


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}**{power}"


def _per(name: str, power: int) -> str:
    counted = name.replace("_", " ") + (f" to the power of {power}" if power > 1 else "")
    if name not in _TIMES:
        return f"per {counted}"
    return f"an {counted}" if name == "hour" else f"a {counted}"


def _plural(name: str) -> str:
    if name in ("money", "person"):
        return {"money": "money", "person": "people"}[name]
    words = name.replace("_", " ")
    if words.endswith("y") and words[-2:-1] not in tuple("aeiou"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("s", "x", "ch", "sh")) else f"{words}s"


def _unknown_unit(name: str, things: Collection[str]) -> Finding:
    allowed = ", ".join([*BASE, "share", *sorted(things)])
    do = meant(name, [*BASE, *things, "share"], said("Use one of these, or declare it as a thing."))
    return Finding("unit-unknown", said("There is no such unit."), f"“{name[:60]}”", allowed, do)


@lru_cache(maxsize=1)
def _pint() -> Any:
    """Import pint without SciPy, which it would import where it is installed, for nothing used here."""
    alone = "scipy" not in sys.modules
    if alone:
        sys.modules["scipy"] = None  # type: ignore[assignment]  # Python's way to say that an import is to fail
    try:
        import pint
    finally:
        if alone:
            del sys.modules["scipy"]
    return pint


@lru_cache(maxsize=32)
def _registry(things: frozenset[str]) -> Any:
    registry: Any = _pint().UnitRegistry(None)
    for name in (*BASE, *sorted(things)):
        registry.define(f"{name} = [{name}]")
    return registry


class _Checker:
    """Collects problems while it goes through the formulas of one graph.

    Measures are pint units; None stands for what fits everywhere: a literal 0, or a part with a problem already told.
    """

    def __init__(self, things: Collection[str]) -> None:
        self.problems: list[UnitProblem] = []
        self.measures: dict[str, Any] = {}
        fit = {thing for thing in things if _THING.fullmatch(thing) and thing not in (*BASE, "share")}
        for thing in sorted(set(things) - fit):
            allowed = said("small letters and _, and none of the base units")
            self.problems.append(UnitProblem(thing, said("cannot be the name of a thing"), f"“{thing[:60]}”", allowed))
        self.things = frozenset(fit)
        self.registry = _registry(self.things)
        self.name = ""

    def take(self, name: str, text: str | None) -> None:
        """Note the unit that a quantity is said to have."""
        if text is None:
            self.problems.append(UnitProblem(name, said("has no unit"), said("nothing"), ALLOWED))
        self.measures[name] = None if text is None else self.read(name, text)

    def formula(self, name: str, root: Node, declared: str | None) -> str | None:
        """Infer the unit of a formula, compare, and give the text to show for it, if it can be told."""
        self.name = name
        known = None if declared is None else self.read(name, declared)
        before = len(self.problems)
        measure = self.measure(root)
        if known is not None and measure is not None and known != measure and len(self.problems) == before:
            stated, found = Unit.read(declared or ""), _shown(measure)
            self.problem(
                None,
                said("is declared as {declared} but comes out as {found}", declared=str(stated), found=_said(measure)),
                found,
                str(stated),
            )
        self.measures[name] = measure if known is None else known
        if known is not None and declared is not None:
            return declared
        return None if measure is None else _shown(measure)

    def read(self, name: str, text: str) -> Any:
        """The pint unit of a text; None, and a problem, when it cannot be read."""
        try:
            powers = Unit.read(text, self.things).powers
        except FormulaError as error:
            finding = error.findings[0]
            unknown = finding.code == "unit-unknown"
            what = said("has an unknown unit") if unknown else said("has a unit that cannot be read")
            allowed = said("{allowed}. {do}", allowed=finding.allowed, do=finding.do)
            self.problems.append(UnitProblem(name, what, finding.found, allowed))
            return None
        return self._of(powers)

    def measure(self, node: Node) -> Any:
        """The unit of a part of the formula."""
        match node:
            case Number(value):
                return None if value == 0 else self._of(())
            case Name(name):
                return self.measures[name]
            case Unary(operand):
                return self.measure(operand)
            case Binary(operator="**"):
                return self.power(node)
            case Binary(operator="+" | "-" as operator, left=left, right=right):
                return self.alike(node, _adds if operator == "+" else _takes, (left, right))
            case Binary(operator=operator, left=left, right=right):
                first, second = self.measure(left), self.measure(right)
                if first is None or second is None:
                    return None
                return first * second if operator == "*" else first / second
            case Compare(left=left, right=right):
                self.alike(node, _compares, (left, right))
                return self._of(())
            case Call(function, arguments):
                return self.call(BY_NAME[function], node, arguments)

    def power(self, node: Binary) -> Any:
        """A base with a unit takes only a whole number; exponents have no unit."""
        base, exponent = self.measure(node.left), self.measure(node.right)
        self.must_be(node.right, exponent, "", lambda where: said("has an exponent {where}", where=where))
        if base is None or base.dimensionless:
            return base
        if exponent is not None and not exponent.dimensionless:
            return None  # told already
        sign = -1 if isinstance(node.right, Unary) else 1
        written = node.right.operand if isinstance(node.right, Unary) else node.right
        if isinstance(written, Number) and written.value == int(written.value):
            return base ** (sign * int(written.value))
        found = said("{part} is {unit}", part=as_text(node.left), unit=_shown(base))
        self.problem(
            node,
            said("raises {shown} to a power that is not a whole number", shown=_shown(base)),
            found,
            said("a base without a unit, or a whole number as the exponent"),
        )
        return None

    def call(self, function: Function, node: Call, arguments: tuple[Node, ...]) -> Any:
        """The unit rule of a function, as its declaration has it."""
        same = [argument for index, argument in enumerate(arguments) if function.argument(index).unit == "same"]
        shared = self.alike(node, partial(_gives_both, function.name), same) if same else None
        for index, argument in enumerate(arguments):
            declared = function.argument(index)
            if declared.unit != "same":
                self.must_be(
                    argument, self.measure(argument), declared.unit, partial(_gives, function.name, declared.name)
                )
        if function.unit == "":
            return self._of(())
        if shared is None or function.unit == "same":
            return shared
        return shared * self._of((("month", 1),))

    def alike(self, node: Node, sentence: Callable[[str, str], str], compared: Sequence[Node]) -> Any:
        """The one unit of several parts; a problem when there are two."""
        measures = [(part, self.measure(part)) for part in compared]
        known = [(part, measure) for part, measure in measures if measure is not None]
        for part, measure in known[1:]:
            first, unit = known[0]
            if measure != unit:
                found = said(
                    "{first} is {unit}, {second} is {other}",
                    first=as_text(first),
                    unit=_said(unit),
                    second=as_text(part),
                    other=_said(measure),
                )
                allowed = said("quantities of one unit")
                if isinstance(part, Number) or isinstance(first, Number):
                    allowed = said(
                        "quantities of one unit; a plain number has none: one month is one_month, one year is one_year"
                    )
                self.problem(node, sentence(_said(unit), _said(measure)), found, allowed)
                return None
        return known[0][1] if known else None

    def must_be(self, node: Node, measure: Any, unit: str, sentence: Callable[[str], str]) -> None:
        """A problem when a part does not have the unit that is asked for."""
        asked = self._of(Unit.read(unit).powers)
        if measure is not None and measure != asked:
            found = said("{part} is {unit}", part=as_text(node), unit=_said(measure))
            where = said("without a unit") if measure.dimensionless else said("in {unit}", unit=_shown(measure))
            self.problem(node, sentence(where), found, unit or said("a plain number or share"))

    def problem(self, node: Node | None, what: str, found: str, allowed: str) -> None:
        """Note a problem of the formula at hand."""
        self.problems.append(UnitProblem(self.name, what, found, allowed, node.column if node else None))

    def _of(self, powers: tuple[tuple[str, int], ...]) -> Any:
        container = self.registry.UnitsContainer(dict(powers))
        return self.registry.Unit(container)


def _shown(measure: Any) -> str:
    container = measure._units  # pint offers the powers of a unit only through a string or this mapping
    return str(Unit(tuple(sorted((str(name), int(power)) for name, power in container.items()))))


def _said(measure: Any) -> str:
    return said("a plain number") if measure.dimensionless else _shown(measure)


def _adds(unit: str, other: str) -> str:
    return said("adds {unit} and {other}", unit=unit, other=other)


def _takes(unit: str, other: str) -> str:
    return said("takes {other} from {unit}", unit=unit, other=other)


def _compares(unit: str, other: str) -> str:
    return said("compares {unit} with {other}", unit=unit, other=other)


def _gives_both(function: str, unit: str, other: str) -> str:
    return said("gives {function} {unit} and {other}", function=function, unit=unit, other=other)


def _gives(function: str, argument: str, where: str) -> str:
    return said("gives {function} {argument} {where}", function=function, argument=argument, where=where)
