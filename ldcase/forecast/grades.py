"""How much of the headline rests on what: measured here, piloted, published, opinion.

Two answers. *What stands*: the net benefit of the median case when the weakest grade's assumptions go to their cautious
ends, then the next grade's as well, and so on; the steps add up to the headline exactly. *Where the spread comes from*:
Shapley shares of the variance of the net benefit by grade, which add up to one whatever the interactions are.

Sources: low and high are P10 and P90, as in the tornado; Owen (2014) for Shapley effects, each subset's share of the
variance by the pick-freeze estimator of Janon et al. (2014).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial

from ldcase.case import Assumption, Case
from ldcase.forecast.configurations import MedianCase
from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast, sample

WEAKEST_FIRST = ("opinion", "published", "piloted", "measured here")
_OTHER_SEED = 7919
"""Added to the seed for an independent second set of columns."""


@dataclass(frozen=True, slots=True)
class Tier:
    """The assumptions of one grade.

    Attributes
    ----------
    count, ranges
        How many assumptions have the grade, and how many of them are ranges; a fixed figure has no cautious end.
    rests
        Money: how much of the net benefit of the median case goes when they are at their cautious ends, the weaker
        grades already being there.
    stands
        Money: what is left then.
    """

    grade: str
    count: int
    ranges: int
    rests: float
    stands: float


@dataclass(frozen=True, slots=True)
class Grades:
    """The headline by grade: the net benefit of the median case, money, and its tiers, the weakest first."""

    headline: float
    tiers: tuple[Tier, ...]

    @property
    def weakest(self) -> Tier | None:
        """The weakest grade that has a range; None where every figure is fixed."""
        return next((tier for tier in self.tiers if tier.ranges), None)


def grades(forecast: Forecast) -> Grades:
    """Return what stands of the net benefit when one grade after the other is at its cautious ends."""
    case = forecast.case
    ends = cautious_ends(forecast)
    present = [grade for grade in WEAKEST_FIRST if _of(case, grade)]
    rows: list[dict[str, float]] = [{}]
    for grade in present:
        rows.append({**rows[-1], **{one.name: ends[one.name] for one in _of(case, grade) if one.name in ends}})
    net = [float(value) for value in MedianCase(case, forecast.median_case).at(rows, TARGET)]
    tiers = tuple(
        Tier(
            grade,
            len(_of(case, grade)),
            sum(one.name in ends for one in _of(case, grade)),
            net[number] - net[number + 1],
            net[number + 1],
        )
        for number, grade in enumerate(present)
    )
    return Grades(net[0], tiers)


def cautious_ends(forecast: Forecast) -> Mapping[str, float]:
    """Return for every range the end, P10 or P90, at which the net benefit of the median case is lower.

    A range that moves nothing is left out.
    """
    return {
        driver.name: driver.low if driver.at_low < driver.at_high else driver.high
        for driver in forecast.tornado()
        if driver.swing > 0
    }


def cautious(case: Case, forecast: Forecast, grade: str) -> Case:
    """Return a case with every range of a grade fixed at its cautious end.

    Parameters
    ----------
    case
        The version wanted.
    forecast
        A forecast of this version, which says which end is the cautious one.
    """
    ends = cautious_ends(forecast)
    return case.what_if({one.name: (ends[one.name],) * 3 for one in _of(case, grade) if one.name in ends})


def spread_shares(forecast: Forecast) -> Mapping[str, float]:
    """Return the Shapley share of each grade in the variance of the net benefit; they add up to 1.

    All subsets of the grades that have a range are evaluated once, on the forecast's draws and on an independent set
    that takes their place; linked assumptions of different grades count as if they were independent. Empty where
    nothing varies.
    """
    case = forecast.case
    members = {
        grade: [one for one in _of(case, grade) if len(forecast.inputs[one.name]) > 1] for grade in WEAKEST_FIRST
    }
    members = {grade: every for grade, every in members.items() if every}
    net = forecast[TARGET].draws[:, 0]
    if not members or float(net.var()) == 0:
        return {}
    program, again = case.graph.program(), forecast.seed + _OTHER_SEED
    fresh = {
        one.name: sample(one, forecast.draws, again, case.correlations) for every in members.values() for one in every
    }

    def explained(kept: Sequence[str]) -> float:
        """Return the share of the variance that is due to these grades alone, with all others drawn anew."""
        renewed = {one.name: fresh[one.name] for grade, every in members.items() if grade not in kept for one in every}
        if not renewed:
            return 1.0
        inputs = {**forecast.inputs, **renewed}
        other: Array = program.run(inputs, case.horizon, only=(TARGET,))[TARGET][:, 0]
        middle = float((net + other).mean()) / 2
        total = float((net**2 + other**2).mean()) / 2 - middle**2
        return (float((net * other).mean()) - middle**2) / total

    names = tuple(members)
    worth = {
        frozenset(some): explained(some) for size in range(1, len(names) + 1) for some in combinations(names, size)
    }
    worth[frozenset()] = 0.0
    return {name: _shapley(name, names, worth) for name in names}


def _shapley(name: str, names: Sequence[str], worth: Mapping[frozenset[str], float]) -> float:
    others = [one for one in names if one != name]
    total = 0.0
    for size in range(len(others) + 1):
        weight = factorial(size) * factorial(len(others) - size) / factorial(len(names))
        total += weight * sum(
            worth[frozenset((*some, name))] - worth[frozenset(some)] for some in combinations(others, size)
        )
    return total


def _of(case: Case, grade: str) -> list[Assumption]:
    return [one for one in case.assumptions.values() if one.grade == grade]
