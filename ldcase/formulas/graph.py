"""Formulas that fit together: every name is known, nothing runs in a circle, every call is well placed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from ldcase.errors import Finding, FormulaError, Place
from ldcase.formulas.functions import BY_NAME, FUNCTIONS
from ldcase.formulas.functions.declaration import Shape
from ldcase.formulas.names import BUILT_IN, BUILT_IN_MONTHLY, NAME_ALLOWED, is_name, nearest
from ldcase.formulas.syntax import Call, Expression, Name, Node, parts, walk
from ldcase.language import said

if TYPE_CHECKING:
    from ldcase.formulas.arrays import Program
    from ldcase.formulas.units import UnitProblem


_REMEMBERED = 256


@dataclass(frozen=True, eq=False)
class Graph:
    """Formulas in an order in which each can be computed from those before it.

    Attributes
    ----------
    formulas : Mapping[str, Expression]
        Every formula by name, in ``order``.
    inputs : frozenset[str]
        The names that get a value from outside, constant in time.
    order : tuple[str, ...]
        The formulas' names; what a formula uses stands before it, otherwise as they were given.
    shapes : Mapping[str, Shape]
        ``"constant"`` or ``"monthly"`` for every input, formula and built-in name.
    """

    formulas: Mapping[str, Expression]
    inputs: frozenset[str]
    order: tuple[str, ...]
    shapes: Mapping[str, Shape] = field(repr=False)

    @classmethod
    def build(cls, formulas: Mapping[str, Expression], inputs: Collection[str]) -> Graph:
        """Check that the formulas fit together and put them in order.

        Raises
        ------
        FormulaError
            With a finding for each problem, all at once. A finding's ``place.path`` is the formula's name, its
            ``place.column`` counts from 1 in the formula's text.
        """
        findings = [*_misnamed(formulas, inputs), *_unknown(formulas, inputs), *_misplaced(formulas)]
        order, cycles = _ordered(formulas)
        findings += cycles
        shapes: dict[str, Shape] = dict.fromkeys([*inputs, *BUILT_IN], "constant")
        shapes |= dict.fromkeys(BUILT_IN_MONTHLY, "monthly")
        if not findings:
            for name in order:
                findings += _not_constant(name, formulas[name].root, shapes)
                shapes[name] = shape_of(formulas[name].root, shapes)
        if findings:
            raise FormulaError(findings)
        ordered = MappingProxyType({name: formulas[name] for name in order})
        return cls(ordered, frozenset(inputs), order, MappingProxyType(shapes))

    def shape(self, name: str) -> Shape:
        """Whether a quantity is ``"constant"`` or ``"monthly"``; built-in names included."""
        self._known([name])
        return self.shapes[name]

    def dependents(self, names: Iterable[str]) -> frozenset[str]:
        """The formulas that use any of ``names``, directly or through others; ``names`` only where they do so."""
        asked = frozenset(names)
        if asked not in self._dependents:
            reached = self._known(asked)
            found: set[str] = set()
            for name in self.order:
                if any(used in reached or used in found for used in self.formulas[name].names):
                    found.add(name)
            _remember(self._dependents, asked, frozenset(found))
        return self._dependents[asked]

    def ancestors(self, names: Iterable[str]) -> frozenset[str]:
        """The inputs and formulas that ``names`` are computed from, without ``names`` that nothing else needs."""
        asked = frozenset(names)
        if asked not in self._ancestors:
            needed = self._known(asked)
            found: set[str] = set()
            for name in reversed(self.order):
                if name in needed or name in found:
                    found.update(used for used in self.formulas[name].names if used not in BUILT_IN)
            _remember(self._ancestors, asked, frozenset(found))
        return self._ancestors[asked]

    def units(
        self, input_units: Mapping[str, str], declared: Mapping[str, str], things: Collection[str]
    ) -> tuple[dict[str, str], tuple[UnitProblem, ...]]:
        """Infer the unit of every formula and compare it with the declared one; see `units.check`."""
        from ldcase.formulas import units  # the units library takes a quarter of a second to import

        return units.check(self, input_units, declared, things)

    def program(self) -> Program:
        """The formulas compiled for arrays; compiled once."""
        return self._program

    @cached_property
    def _dependents(self) -> dict[frozenset[str], frozenset[str]]:
        return {}

    @cached_property
    def _ancestors(self) -> dict[frozenset[str], frozenset[str]]:
        return {}

    @cached_property
    def _program(self) -> Program:
        from ldcase.formulas.arrays import Program

        return Program(self)

    def _known(self, names: Iterable[str]) -> frozenset[str]:
        asked = frozenset(names)
        findings = [_finding_unknown(name, {*self.shapes}, "") for name in sorted(asked) if name not in self.shapes]
        if findings:
            raise FormulaError(findings)
        return asked


def _remember(memo: dict[frozenset[str], frozenset[str]], asked: frozenset[str], found: frozenset[str]) -> None:
    """Keep an answer; a lever in motion asks the same again and again."""
    if len(memo) >= _REMEMBERED:
        memo.clear()
    memo[asked] = found


def shape_of(node: Node, shapes: Mapping[str, Shape]) -> Shape:
    """The shape of a part of a formula, from the shapes of the names in it."""
    if isinstance(node, Name):
        return shapes[node.name]
    if isinstance(node, Call) and (fixed := BY_NAME[node.function].shape) != "widest":
        return fixed
    return "monthly" if any(shape_of(part, shapes) == "monthly" for part in parts(node)) else "constant"


def _misnamed(formulas: Mapping[str, Expression], inputs: Collection[str]) -> Iterator[Finding]:
    functions = {function.name for function in FUNCTIONS}
    for name in [*formulas, *(name for name in inputs if name not in formulas)]:
        place = Place(path=name)
        if not is_name(name):
            yield Finding(
                "name-not-allowed",
                said("A quantity has a name that cannot be used."),
                f"“{name[:80]}”",
                NAME_ALLOWED,
                said("Rename it."),
                place=place,
            )
        if name in BUILT_IN or name in functions:
            kind = said("a built-in quantity") if name in BUILT_IN else said("a function")
            yield Finding(
                "name-taken",
                said("“{name}” is already the name of {kind}.", name=name, kind=kind),
                name,
                said("any other name"),
                said("Rename it."),
                place=place,
            )
        if name in formulas and name in inputs:
            yield Finding(
                "name-taken",
                said("“{name}” is both an input and a formula.", name=name),
                name,
                said("one of the two"),
                said("Rename one of them."),
                place=place,
            )


def _unknown(formulas: Mapping[str, Expression], inputs: Collection[str]) -> Iterator[Finding]:
    known = {*formulas, *inputs, *BUILT_IN}
    for formula, expression in formulas.items():
        seen: set[str] = set()
        for node in walk(expression.root):
            if isinstance(node, Name) and node.name not in known and node.name not in seen:
                seen.add(node.name)
                yield _finding_unknown(node.name, known, formula, node.column)


def _finding_unknown(name: str, known: Collection[str], formula: str, column: int | None = None) -> Finding:
    close = nearest(name, known)
    return Finding(
        "name-unknown",
        said("The formula of {formula} uses an unknown name.", formula=formula)
        if formula
        else said("There is no such quantity."),
        f"“{name}”",
        said("a known name; the nearest is {close}", close=close)
        if close
        else said("a known name, such as {names}", names=", ".join(sorted(known)[:5])),
        said("Did you mean {close}?", close=close) if close else said("Check the name, or add the quantity."),
        place=Place(column=column, path=formula),
    )


def _misplaced(formulas: Mapping[str, Expression]) -> Iterator[Finding]:
    for formula, expression in formulas.items():
        for node in walk(expression.root):
            if not isinstance(node, Call):
                continue
            function, place = BY_NAME[node.function], Place(column=node.column, path=formula)
            if not function.accepts(len(node.arguments)):
                least = (
                    said("at least {count}", count=len(function.arguments))
                    if function.many
                    else f"{len(function.arguments)}"
                )
                yield Finding(
                    "wrong-number-of-arguments",
                    said("{name} in {formula} has too few or too many values.", name=function.name, formula=formula),
                    f"{len(node.arguments)}",
                    f"{least}: {function.usage}",
                    said("Complete the call."),
                    place=place,
                )
            if function.alone and node is not expression.root:
                yield Finding(
                    "call-not-alone",
                    said("{name} must be the whole formula.", name=function.name),
                    expression.text.strip(),
                    said("{usage} and nothing around it", usage=function.usage),
                    said("Give {usage} a formula of its own and use its name here.", usage=function.usage),
                    place=place,
                )
            for index, argument in enumerate(node.arguments):
                if function.argument(index).must_be == "name" and not isinstance(argument, Name):
                    yield Finding(
                        "argument-not-a-name",
                        said(
                            "{name} in {formula} looks across months and needs a name.",
                            name=function.name,
                            formula=formula,
                        ),
                        said("a calculation"),
                        said("the name of a quantity: {usage}", usage=function.usage),
                        said("Give the calculation a formula of its own and use its name here."),
                        place=Place(column=argument.column, path=formula),
                    )


def _not_constant(formula: str, root: Node, shapes: Mapping[str, Shape]) -> Iterator[Finding]:
    for node in walk(root):
        if not isinstance(node, Call):
            continue
        function = BY_NAME[node.function]
        for index, argument in enumerate(node.arguments):
            declared = function.argument(index)
            if declared.must_be == "constant" and shape_of(argument, shapes) == "monthly":
                yield Finding(
                    "argument-not-constant",
                    said(
                        "The {name} of {name_2} in {formula} changes from month to month.",
                        name=declared.name,
                        name_2=function.name,
                        formula=formula,
                    ),
                    said("a monthly quantity"),
                    said("a quantity that is the same in every month"),
                    said("Use a constant for {name}.", name=declared.name),
                    place=Place(column=argument.column, path=formula),
                )


def _ordered(formulas: Mapping[str, Expression]) -> tuple[tuple[str, ...], list[Finding]]:
    """Depth first, so that a formula stands right after what it needs; each cycle is told once, as a path."""
    done: dict[str, None] = {}
    cycles: dict[frozenset[str], Finding] = {}
    for start in formulas:
        path: list[str] = []
        waiting: list[Iterator[str]] = [iter((start,))]
        while waiting:
            name = next(waiting[-1], None)
            if name is None:
                waiting.pop()
                if path:
                    done[path.pop()] = None
            elif name in path:
                circle = path[path.index(name) :]
                cycles.setdefault(frozenset(circle), _cycle(circle))
            elif name in formulas and name not in done:
                path.append(name)
                waiting.append(iter(formulas[name].names))
    return tuple(done), list(cycles.values())


def _cycle(circle: list[str]) -> Finding:
    return Finding(
        "formula-cycle",
        said("The formula of {circle} needs its own result.", circle=circle[0]),
        " → ".join([*circle, circle[0]]),
        said("formulas that build on one another without a circle"),
        said("Take one of these names out of one of these formulas; for last month's value use stock(inflow, keep)."),
        place=Place(path=circle[0]),
    )
