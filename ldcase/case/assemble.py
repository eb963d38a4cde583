"""The graph of a case: the modules' formulas under the case's names, and those that follow from cohorts and metrics.

What a graph looks like depends only on the catalogue and on the *structure* of a case, never on the values of its
assumptions: one graph serves every what-if.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from ldcase.case.bottleneck import UNBLOCKED_SHARE, product, removed
from ldcase.case.catalogue import Catalogue, FormulaSpec, Module
from ldcase.case.placeholders import unknown_in
from ldcase.errors import Finding, FormulaError, Place
from ldcase.formulas import Expression, Graph, parse
from ldcase.formulas.syntax import Name, walk
from ldcase.language import said

ABLE_SHARE = "able_share"
KINDS: Mapping[str, str] = MappingProxyType(
    {"cash": "benefit_cash", "cost avoided": "benefit_cost_avoided", "capacity": "benefit_capacity"}
)
_WRITTEN_AT = Place("ldcase/case/assemble.py")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of a case.

    Attributes
    ----------
    name
        Qualified name, for example ``win_rate.benefit``.
    format
        How its value is written: money, percent, points, number, count, months or ratio.
    expression
        The formula with the names of the case.
    module
        The id of the module it comes from; empty where the workbook wrote it.
    """

    name: str
    title: str
    unit: str
    format: str
    expression: Expression
    help: str
    place: Place
    module: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """What decides how the graph of a case looks.

    Attributes
    ----------
    metrics
        The key in the case, the id of the module, and whether its benefit counts.
    cohorts
        How many cohorts there are.
    overlaps
        Number, first and second metric of each overlap that the case states.
    binding
        The causes of the gap that the case marks as bottlenecks.
    """

    metrics: tuple[tuple[str, str, bool], ...]
    cohorts: int
    overlaps: tuple[tuple[int, str, str], ...] = ()
    binding: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Model:
    """The formulas of a structure.

    Attributes
    ----------
    graph
        None where the formulas do not fit together; the findings say why.
    units
        The unit of every input and formula.
    findings
        Problems of names, cycles and units, at their line in the module's file.
    """

    graph: Graph | None
    formulas: Mapping[str, Formula]
    units: Mapping[str, str]
    things: frozenset[str]
    findings: tuple[Finding, ...]


@lru_cache(maxsize=64)
def assemble(catalogue: Catalogue, structure: Structure) -> Model:
    """Put the formulas of a case together, check names, cycles and units. The same arguments give the same object."""
    formulas = {formula.name: formula for formula in _formulas(catalogue, structure)}
    units = dict(_input_units(catalogue, structure))
    things = frozenset(thing for module in _modules(catalogue, structure) for thing in module.things)
    try:
        graph = Graph.build({name: formula.expression for name, formula in formulas.items()}, units)
    except FormulaError as problem:
        findings = tuple(_placed(finding, formulas) for finding in problem.findings)
        return Model(None, MappingProxyType(formulas), MappingProxyType(units), things, findings)
    declared = {name: formula.unit for name, formula in formulas.items()}
    _, problems = graph.units(units, declared, things)
    needs = {
        f"{prefix}{name}": need.place
        for prefix, module in _prefixed(catalogue, structure)
        for name, need in module.needs.items()
    }
    findings = tuple(
        Finding(
            "unit-mismatch",
            said("{name} {what}.", name=problem.name, what=problem.what),
            problem.found,
            problem.allowed,
            said("Correct the formula, or the unit it declares."),
            place=_column(
                formulas[problem.name].place if problem.name in formulas else needs.get(problem.name, Place()),
                problem.name,
            ),
        )
        for problem in problems
    )
    every = {**units, **declared}
    findings += tuple(_stories(catalogue, structure, every))
    return Model(graph, MappingProxyType(formulas), MappingProxyType(every), things, findings)


def _column(where: Place, name: str) -> Place:
    return replace(where, path=where.path or name)


def _placed(finding: Finding, formulas: Mapping[str, Formula]) -> Finding:
    """Put a finding of the language at its formula in the module's file."""
    formula = formulas.get(finding.place.path)
    return replace(finding, place=formula.place) if formula else finding


def _stories(catalogue: Catalogue, structure: Structure, known: Mapping[str, str]) -> Iterator[Finding]:
    for prefix, module in _prefixed(catalogue, structure):
        for key, text in module.story.items():
            for sentence in (text,) if isinstance(text, str) else text:
                yield from unknown_in(sentence, known, prefix, module.story_places[key])


def _modules(catalogue: Catalogue, structure: Structure) -> Iterator[Module]:
    for _, module in _prefixed(catalogue, structure):
        yield module


def _prefixed(catalogue: Catalogue, structure: Structure) -> Iterator[tuple[str, Module]]:
    for key, use, _ in structure.metrics:
        yield f"{key}.", catalogue.metrics[use]
    for module in catalogue.model.values():
        yield "", module


def _input_units(catalogue: Catalogue, structure: Structure) -> Iterator[tuple[str, str]]:
    for prefix, module in _prefixed(catalogue, structure):
        for need in module.needs.values():
            yield f"{prefix}{need.name}", need.unit
    yield ABLE_SHARE, "share"
    for cause in structure.binding:
        yield removed(cause), "share"
    for number, *_ in structure.overlaps:
        yield f"overlap_{number}_share", "share"
    for number in range(1, structure.cohorts + 1):
        yield f"cohort_{number}.people", "person"
        yield f"cohort_{number}.start", "month"
        yield f"cohort_{number}.count", "cohort"


def _formulas(catalogue: Catalogue, structure: Structure) -> Iterator[Formula]:
    for prefix, module in _prefixed(catalogue, structure):
        local = {*module.needs, *module.formulas} if prefix else set()
        if module.curve:
            local.add("cohorts")
            yield from _on_curve(prefix, module, structure.cohorts)
        for spec in module.formulas.values():
            yield _qualified(spec, prefix, local, module.id)
    yield _written(UNBLOCKED_SHARE, product(structure.binding), "share", said("Nothing else in the way"), "percent")
    cohorts = range(1, structure.cohorts + 1)
    for number in cohorts:
        yield from _cohort(number)
    yield _sum(
        "cohorts_applying",
        [f"cohort_{n}.applying" for n in cohorts],
        "person",
        said("People applying it, before haircuts"),
        "number",
    )
    yield _sum(
        "people_starting",
        [f"cohort_{n}.starting" for n in cohorts],
        "person/month",
        said("People who start in the month"),
        "number",
    )
    yield _sum(
        "cohorts_starting",
        [f"cohort_{n}.held" for n in cohorts],
        "cohort/month",
        said("Cohorts that start in the month"),
        "number",
    )
    yield _sum(
        "people_planned",
        [f"cohort_{n}.people" for n in cohorts],
        "person",
        said("People planned in all cohorts"),
        "number",
    )
    used = [(f"{key}.", catalogue.metrics[use], counts) for key, use, counts in structure.metrics]
    yield _sum(
        "gap_cost",
        [prefix + module.gap_cost for prefix, module, _ in used],
        "money/month",
        said("What the gap costs a month"),
        "money",
    )
    titles = {
        "cash": said("Benefit in cash"),
        "cost avoided": said("Cost avoided"),
        "capacity": said("Capacity freed that becomes something"),
    }
    benefits = {prefix[:-1]: (prefix + module.benefit, str(module.kind), counts) for prefix, module, counts in used}
    twice: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for number, first, second in structure.overlaps:
        (one, _, counts), (other, of_kind, also_counts) = benefits[first], benefits[second]
        text = f"overlap_{number}_share * min({one}, {other})"
        yield _written(
            f"overlap_{number}", text, "money/month", said("Counted twice ({number})", number=number), "money"
        )
        if counts and also_counts:
            twice[of_kind].append(f"overlap_{number}")
    for kind, name in KINDS.items():
        counted = [benefit for benefit, its_kind, counts in benefits.values() if counts and its_kind == kind]
        yield _sum(name, counted, "money/month", titles[kind], "money", less=twice[kind])
    yield _sum("total_benefit", list(KINDS.values()), "money/month", said("Benefit of the month"), "money")


def _on_curve(prefix: str, module: Module, cohorts: int) -> Iterator[Formula]:
    """Start the curve of a metric with each cohort, for its people."""
    title = module.formulas[module.curve].title
    numbers = range(1, cohorts + 1)
    for n in numbers:
        text = f"cohort_{n}.people * since({prefix}{module.curve}, cohort_{n}.start + start_delay)"
        yield _written(f"{prefix}cohort_{n}", text, "person", said("{title}: cohort {n}", title=title, n=n), "number")
    yield _sum(
        f"{prefix}cohorts",
        [f"{prefix}cohort_{n}" for n in numbers],
        "person",
        said("{title}: all cohorts", title=title),
        "number",
    )


def _cohort(number: int) -> Iterator[Formula]:
    cohort, starts = f"cohort_{number}", f"month == cohort_{number}.start + start_delay"
    yield _written(
        f"{cohort}.applying",
        f"{cohort}.people * since(effect_by_age, {cohort}.start + start_delay)",
        "person",
        said("People of cohort {number} applying it, before haircuts", number=number),
        "number",
    )
    yield _written(
        f"{cohort}.starting",
        f"if_({starts}, {cohort}.people, 0) / one_month",
        "person/month",
        said("People of cohort {number} who start in the month", number=number),
        "number",
    )
    yield _written(
        f"{cohort}.held",
        f"if_({starts}, {cohort}.count, 0) / one_month",
        "cohort/month",
        said("Cohort {number} starts in the month", number=number),
        "number",
    )


def _sum(name: str, names: list[str], unit: str, title: str, format: str, less: Sequence[str] = ()) -> Formula:
    text = " + ".join(names) or "0"
    return _written(name, text + "".join(f" - {other}" for other in less), unit, title, format)


def _written(name: str, text: str, unit: str, title: str, format: str) -> Formula:
    return Formula(name, title, unit, format, _parsed(text), "", _WRITTEN_AT)


def _qualified(spec: FormulaSpec, prefix: str, local: set[str], module: str) -> Formula:
    expression = _parsed(_renamed(spec.expression, prefix, local)) if prefix else spec.expression
    return Formula(prefix + spec.name, spec.title, spec.unit, spec.format, expression, spec.help, spec.place, module)


def _renamed(expression: Expression, prefix: str, local: set[str]) -> str:
    """Return the formula's text with the module's own names under the prefix; a name is local first, then global."""
    text = expression.text
    places = {node.column: node.name for node in walk(expression.root) if isinstance(node, Name) and node.name in local}
    for column in sorted(places, reverse=True):
        text = f"{text[: column - 1]}{prefix}{text[column - 1 :]}"
    return text


@lru_cache(maxsize=2048)
def _parsed(text: str) -> Expression:
    return parse(text)
