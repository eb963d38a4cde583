"""The options of a case as versions of it: other values of the same assumptions, and a cost of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ldcase.case.assumption import Assumption, Range, trouble
from ldcase.case.bottleneck import REMOVALS
from ldcase.case.document import Change, Option
from ldcase.case.document_parts import AssumptionEntry
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said

if TYPE_CHECKING:
    from ldcase.case.case import Case

COSTS = "idea.costs.assumptions."
"""Where in the document the assumptions about cost stand."""
ONE_OFF = "design_cost"
"""The assumption that takes an option's own cost: money, once, in the first month."""
NOTHING, INITIATIVE, PILOT = "do nothing", "initiative", "pilot then decide"


@dataclass(frozen=True, eq=False)
class OptionCase:
    """An option that can be computed.

    Attributes
    ----------
    name, what, kind
        As the case says; the initiative and doing nothing are there even where the case does not say them.
    case
        The version of the case that is computed; None for doing nothing.
    cost
        Its own cost, money, as low, likely and high: a pilot's comes on top of the case's, any other is in ``case`` in
        place of them. None where it has the costs of the case.
    reveals
        Of a pilot: names of the assumptions that are known before the decision.
    trend
        Of doing nothing: yearly change of the cost of the gap, as low, likely and high.
    """

    name: str
    what: str
    kind: str
    case: Case | None
    cost: Range | None = None
    reveals: tuple[str, ...] = ()
    trend: Range = (0.0, 0.0, 0.0)


def option_cases(case: Case) -> tuple[OptionCase, ...]:
    """Return the options that can be computed: doing nothing, the initiative, then the others in the case's order.

    An option without changes and without a cost is only described, and left out.

    Raises
    ------
    CaseError
        When a change is not possible.
    """
    stated = case.document.idea.options
    nothing = next((option for option in stated if option.kind == NOTHING), Option(name=said("Do nothing")))
    this = next((option for option in stated if option.kind == INITIATIVE), Option(name=case.title))
    trend = _range(nothing.trend) or (0.0, 0.0, 0.0)
    found = [
        OptionCase(nothing.name, nothing.what, NOTHING, None, trend=trend),
        OptionCase(this.name, this.what, INITIATIVE, case),
    ]
    found += [
        _computed(case, option)
        for option in stated
        if option.kind not in (NOTHING, INITIATIVE) and (option.changes or option.cost)
    ]
    return tuple(found)


def _computed(case: Case, option: Option) -> OptionCase:
    kind = option.kind or ""
    own = _range(option.cost)
    values: dict[str, float | Range] = {}
    if own and kind != PILOT:
        values.update(dict.fromkeys(cost_names(case), (0.0, 0.0, 0.0)))
        values[ONE_OFF] = own
    given = {name: _value(change) for name, change in option.changes.items() if not _idle(case, name)}
    changed = case.what_if(values | given)
    return OptionCase(option.name, option.what, kind, changed, own, option.reveals)


def _idle(case: Case, name: str) -> bool:
    """Whether a name is the chance that a cause is removed which does not bind now: changing it changes nothing."""
    return name in REMOVALS and name not in case.assumptions


def cost_names(case: Case) -> tuple[str, ...]:
    """Return the names of all assumptions about cost."""
    return tuple(name for name, assumption in case.assumptions.items() if assumption.path.startswith(COSTS))


def own_cost(case: Case, option: OptionCase) -> Assumption:
    """Return an option's own cost as an assumption whose column of draws belongs to the option's name."""
    low, likely, high = option.cost or (0.0, 0.0, 0.0)
    name, title = said("option {name}", name=option.name), said("Cost of the option “{name}”", name=option.name)
    return replace(case.assumptions[ONE_OFF], name=name, title=title, low=low, likely=likely, high=high)


def trend_of(case: Case, option: OptionCase) -> Assumption:
    """Return the trend of doing nothing as an assumption, per year, with a column of draws of its own."""
    low, likely, high = option.trend
    name, title, bounds = said("trend without the initiative"), said("Trend of the gap's cost"), (-1.0, None)
    base = case.assumptions[ONE_OFF]
    return replace(base, name=name, title=title, unit="1/year", bounds=bounds, low=low, likely=likely, high=high)


def wrong_options(case: Case, place_of: Callable[[str], Place]) -> Iterator[Finding]:
    """Say what is wrong with the options of a case."""
    kinds: set[str] = set()
    for index, option in enumerate(case.document.idea.options):
        path = f"idea.options.{index}"
        kind = option.kind
        if kind in (NOTHING, INITIATIVE):
            if kind in kinds:
                what = said("Two options are “{kind}”.", kind=kind)
                do = said("Choose another kind for one of them.")
                yield Finding("option-twice", what, option.name, "one", do, place=place_of(f"{path}.kind"))
            kinds.add(kind)
            if option.changes or option.cost:
                what = (
                    said("Doing nothing changes nothing.")
                    if kind == NOTHING
                    else said("The initiative is the case as it is.")
                )
                do = said("Remove changes and cost, or choose another kind.")
                yield Finding(
                    "option-changes", what, option.name, said("no changes, no cost"), do, place=place_of(path)
                )
        yield from _wrong_names(case, option, path, place_of)
        for key, bounds in (("cost", (0.0, None)), ("trend", (-1.0, None))):
            yield from _wrong_range(option, key, bounds, place_of(f"{path}.{key}"))
        if (kind == PILOT) != bool(option.reveals):
            what = said("A pilot reveals something before the decision, and nothing else does.")
            allowed = said("kind: pilot then decide, with reveals: [names of assumptions]")
            do = said("Add reveals: with what will be known, or choose another kind.")
            yield Finding("option-reveals", what, option.name, allowed, do, place=place_of(path))


def _wrong_names(case: Case, option: Option, path: str, place_of: Callable[[str], Place]) -> Iterator[Finding]:
    for name, value in [*option.changes.items(), *((name, Change(likely=None)) for name in option.reveals)]:
        where = place_of(f"{path}.changes.{name}" if name in option.changes else f"{path}.reveals")
        known = name in case.assumptions or name in case.plan
        if _idle(case, name):
            continue
        if not known and name in case.model.units and name not in case.formulas:
            continue  # a figure that is still missing in the case itself, which is told there
        if known and name in option.changes and _incomplete(value):
            what, found = (
                said("The option “{name}” does not say a value for {name_2}.", name=option.name, name_2=name),
                said("an incomplete range"),
            )
            allowed = said("a number; or low, likely and high; or value")
            yield Finding("option-change", what, found, allowed, said("Correct it."), place=where)
        elif name in option.changes or not known:
            try:
                case.what_if({name: _value(value) if not _incomplete(value) else 0.0})
            except CaseError as problem:
                yield from (replace(finding, place=where) for finding in problem.findings)


def _wrong_range(option: Option, key: str, bounds: tuple[float, None], where: Place) -> Iterator[Finding]:
    entry: AssumptionEntry | None = getattr(option, key)
    if entry is None:
        return
    values = _range(entry)
    if values is None:
        what, allowed = (
            said("The {key} of the option “{name}” is incomplete.", key=key, name=option.name),
            said("low, likely and high; or value"),
        )
        yield Finding(f"option-{key}", what, "", allowed, said("Add the missing figures."), place=where)
    elif problem := trouble(*values, bounds):
        code, what, allowed, do = problem
        yield Finding(code, what, ", ".join(f"{value:g}" for value in values), allowed, do, place=where)


def _incomplete(change: Change) -> bool:
    given = [part is not None for part in (change.low, change.likely, change.high)]
    return change.value is None and not all(given) and given != [False, True, False]


def _value(change: Change) -> float | Range:
    """A number moves the whole range; three values set it."""
    if change.value is not None:
        return change.value, change.value, change.value
    if change.low is None or change.high is None or change.likely is None:
        return float(change.likely or 0.0)
    return change.low, change.likely, change.high


def _range(entry: AssumptionEntry | None) -> Range | None:
    if entry is None:
        return None
    if entry.value is not None:
        return entry.value, entry.value, entry.value
    if entry.low is None or entry.likely is None or entry.high is None:
        return None
    return entry.low, entry.likely, entry.high
