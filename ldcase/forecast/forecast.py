"""The forecast: a case evaluated over common random numbers.

A `Forecast` is frozen. `Forecast.with_case` evaluates a neighbouring case on the same draws and computes only what
differs, which is what makes a lever answer at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from ldcase.case import Assumption, Case
from ldcase.case.correlations import Link
from ldcase.case.metalog import coefficients, quantile
from ldcase.errors import CaseError, Finding
from ldcase.forecast.break_even import BreakEven, break_even
from ldcase.forecast.configurations import Asked, MedianCase, likely_inputs
from ldcase.forecast.correlation import linked_columns
from ldcase.forecast.draws import DRAWS, SEED, log_odds, probabilities
from ldcase.forecast.drivers import Driver, tornado, worth
from ldcase.forecast.evaluated import Evaluated
from ldcase.forecast.figure import Array, Figure
from ldcase.forecast.haircuts import Haircuts, haircuts
from ldcase.forecast.returns import InternalRate, internal_rate
from ldcase.forecast.summary import Summary, summary
from ldcase.language import said


def sample(assumption: Assumption, draws: int, seed: int, links: tuple[Link, ...] = ()) -> Array:
    """Draws of one assumption: its metalog at the column of probabilities that belongs to its name, reordered by links.

    Returns
    -------
    ndarray of shape (draws, 1), or (1, 1) for a fixed value. In the assumption's unit, read-only. Of a chance 1 or 0.
    """
    if assumption.chance:
        probability = sample(replace(assumption, chance=False), draws, seed, links)[:, 0]
        if assumption.fixed and assumption.likely in (0.0, 1.0):
            return _column(probability)
        happens = probabilities(f"{assumption.name} happens", draws, seed) < probability
        return _column(happens.astype(np.float64))
    if assumption.low == assumption.high:
        return _column(np.array([assumption.likely]))
    lower, upper = assumption.bounds
    shape = coefficients(assumption.low, assumption.likely, assumption.high, lower, upper)
    linked = linked_columns(links, draws, seed).get(assumption.name)
    if linked is None:
        own = assumption.name, draws, seed
        values = quantile(shape, probabilities(*own), log_odds(*own))
    else:
        values = quantile(shape, linked)
    return _column(np.rint(values) if assumption.whole else values)


def _column(values: Array) -> Array:
    column = np.ascontiguousarray(values, dtype=np.float64).reshape(-1, 1)
    column.flags.writeable = False
    return column


@dataclass(frozen=True, eq=False)
class Forecast:
    """Every quantity of a case, evaluated.

    Attributes
    ----------
    case : Case
    draws, seed : int
        Number of draws and where they start; the same pair gives the same numbers.
    inputs, values : mapping of ndarray
        Inputs ``(rows, 1)`` and formulas ``(rows, 1)`` or ``(rows, months)``; a row is a draw; what does not vary has
        one row.
    median_case : mapping of ndarray
        The same with one row: every assumption at its likely value.
    """

    case: Case
    draws: int
    seed: int
    inputs: Mapping[str, Array]
    values: Evaluated
    median_case: Evaluated

    def __getitem__(self, name: str) -> Figure:
        """The figure of a quantity by its dotted name; a KeyError names the nearest."""
        if name not in self._figures:
            self._figures[name] = self._figure(name)
        return self._figures[name]

    def _figure(self, name: str) -> Figure:
        case = self.case
        if name in case.formulas and name in self.values:
            formula = case.formulas[name]
            title, unit, form = formula.title, formula.unit, formula.format
        elif name in case.assumptions:
            assumption = case.assumptions[name]
            title, unit, form = assumption.title, assumption.unit, assumption.format
        elif name in case.plan:
            title, unit, form = planned(name)
        else:
            from difflib import get_close_matches

            near = get_close_matches(name, self.names, n=1)
            raise KeyError(f"there is no quantity “{name}”" + (f"; did you mean “{near[0]}”?" if near else ""))
        draws = self.values[name] if name in self.values else self.inputs[name]
        return Figure(name, title, unit, form or "number", draws, self.median_case[name])

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return {}

    def _ipython_key_completions_(self) -> list[str]:
        return list(self.names)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of all quantities, inputs first."""
        return (*self.inputs, *self.case.graph.order)

    @cached_property
    def summary(self) -> Summary:
        """The bottom line."""
        return summary(self)

    @cached_property
    def irr(self) -> InternalRate:
        """Yearly internal rate of return of the median case."""
        return internal_rate([float(flow) for flow in self.median_case["net_by_month"][0]])

    @cached_property
    def _median(self) -> MedianCase:
        return MedianCase(self.case, self.median_case, self._asked)

    @cached_property
    def _asked(self) -> Asked:
        return Asked()

    @cached_property
    def _tornado(self) -> tuple[Driver, ...]:
        return tornado(self._median)

    def tornado(self) -> tuple[Driver, ...]:
        """Every uncertain assumption at its low and its high with the others at likely; widest first."""
        return self._tornado

    @cached_property
    def _haircuts(self) -> Haircuts:
        return haircuts(self._median)

    def haircuts(self) -> Haircuts:
        """From the gross gap to what is claimed, one discount after the other, in the median case."""
        return self._haircuts

    def break_even(self, *names: str) -> tuple[BreakEven, ...]:
        """What each of the named assumptions must be for the net benefit to be zero; without names, all uncertain ones.

        A name that is no assumption raises a `KeyError`.
        """
        wanted = names or tuple(driver.name for driver in self.tornado())
        return break_even(self._median, wanted, self.inputs)

    def worth(self, steps: Mapping[str, float]) -> dict[str, float]:
        """What one step of each named assumption adds to the net benefit, in money, in the median case."""
        return worth(self._median, steps)

    @cached_property
    def error(self) -> Mapping[str, float]:
        """Standard error of P10, P50, P90 of the net benefit, in money, from eight independent scramblings."""
        replicas = [forecast(self.case, self.draws, self.seed + 1000 * k)["net_benefit"] for k in range(1, 9)]
        spread = {p: np.std([getattr(replica, p) for replica in replicas], ddof=1) for p in ("p10", "p50", "p90")}
        return MappingProxyType({p: float(value) for p, value in spread.items()})

    def with_case(self, case: Case, draws: int | None = None) -> Forecast:
        """Evaluate another version of the case on the same draws; only what differs is computed.

        Falls back to a whole evaluation where the structure, the horizon or the number of draws differ.
        """
        wanted = self.draws if draws is None else draws
        if case is self.case and wanted == self.draws:
            return self
        if wanted != self.draws or case.graph is not self.case.graph or case.horizon != self.case.horizon:
            return forecast(case, wanted, self.seed)
        if case.correlations != self.case.correlations:
            return forecast(case, wanted, self.seed)
        before, after = self.case, case
        changed = {name for name, one in after.assumptions.items() if _differs(one, before.assumptions.get(name))}
        changed |= {name for name, value in after.plan.items() if value != before.plan.get(name)}
        if not changed:
            return self._followed_by(Forecast(case, self.draws, self.seed, self.inputs, self.values, self.median_case))
        inputs = dict(self.inputs)
        for name in changed:
            assumption = case.assumptions.get(name)
            inputs[name] = (
                sample(assumption, wanted, self.seed, case.correlations)
                if assumption
                else _column(np.array([case.plan[name]]))
            )
        return self._followed_by(_evaluated(case, wanted, self.seed, inputs, self, changed))

    def _followed_by(self, successor: Forecast) -> Forecast:
        """Hand on what was asked, so that the successor answers all of it at once."""
        successor._asked.follow(self._asked)
        return successor


def _differs(one: Assumption, other: Assumption | None) -> bool:
    if one is other:
        return False
    return other is None or one.values != other.values or one.bounds != other.bounds


def forecast(case: Case, draws: int = DRAWS, seed: int = SEED) -> Forecast:
    """Evaluate a case.

    Parameters
    ----------
    case
        A case that is ready; else `CaseError` with what is missing.
    draws
        Rows of the simulation, 1 to 1,000,000.
    seed
        A whole number of at least 0; the same seed gives the same numbers on every machine.
    """
    if not case.ready:
        raise CaseError([finding for finding in case.findings if finding.severity == "error"])
    if not 1 <= draws <= 1_000_000:
        what = said("The number of draws is not possible.")
        raise CaseError(
            Finding("draws-out-of-bounds", what, str(draws), said("1 to 1,000,000"), said("Use {draws}.", draws=DRAWS))
        )
    if seed < 0:
        raise CaseError(
            Finding(
                "seed-out-of-bounds",
                said("The seed is not possible."),
                str(seed),
                said("0 or more"),
                said("Use {seed}.", seed=SEED),
            )
        )
    inputs = {name: sample(assumption, draws, seed, case.correlations) for name, assumption in case.assumptions.items()}
    inputs |= {name: _column(np.array([value])) for name, value in case.plan.items()}
    return _evaluated(case, draws, seed, inputs, None, None)


def _evaluated(
    case: Case, draws: int, seed: int, inputs: dict[str, Array], before: Forecast | None, changed: set[str] | None
) -> Forecast:
    likely = {name: np.array([[value]]) for name, value in likely_inputs(case).items()}
    differing = changed or set()
    return Forecast(
        case,
        draws,
        seed,
        MappingProxyType(inputs),
        Evaluated(case.graph, inputs, case.horizon, before.values if before else None, differing),
        Evaluated(case.graph, likely, case.horizon, before.median_case if before else None, differing),
    )


def planned(name: str) -> tuple[str, str, str]:
    """Title, unit and format of a figure of the plan, such as ``cohort_1.people``."""
    cohort, _, key = name.partition(".")
    number = cohort.removeprefix("cohort_")
    return {
        "people": (said("People planned in cohort {number}", number=number), "person", "number"),
        "start": (said("Month in which cohort {number} starts", number=number), "month", "number"),
        "count": (said("Cohort {number}, counted once", number=number), "cohort", "number"),
    }[key]
