"""What changed: from one version of a case to another, in money, one step for each figure that differs.

A step is the figure's Shapley value: what it changes on average over every order in which the changes could be made.
The steps therefore add up exactly to the difference, and no order is preferred. With up to ten changed figures all
orders are counted; with more, a fixed balanced set of orders in which every figure takes every position equally often,
forwards and backwards. In the median case: a range that became wider around the same likely value moves nothing and is
listed apart.

Source: Shapley (1953); Castro, Gómez & Tejada (2009) for the average over sampled orders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import factorial

import numpy as np
from numpy.typing import NDArray

from ldcase.case import Case
from ldcase.errors import CaseError, Finding
from ldcase.forecast.configurations import likely_inputs
from ldcase.forecast.drivers import TARGET
from ldcase.language import said, said_together

ALL_ORDERS = 10
"""Up to so many changed figures every order is counted."""
STRUCTURE = "structure"
"""The name of the step that stands for other metrics, cohorts or months."""
_ROWS = 2048
"""Rows of one evaluation, which bounds the memory."""


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """One figure that differs: its likely value before and after, and what that changes in money."""

    name: str
    title: str
    unit: str
    before: float
    after: float
    money: float


@dataclass(frozen=True, slots=True)
class Bridge:
    """From one version to another.

    Attributes
    ----------
    before, after
        Net benefit of both in the median case, money over their horizons.
    steps
        The largest change first. ``before + sum of the steps' money == after``.
    ranges
        Names of assumptions whose range differs while the likely value stays.
    """

    before: float
    after: float
    steps: tuple[BridgeStep, ...]
    ranges: tuple[str, ...]


def bridge(before: Case, after: Case, target: str = TARGET) -> Bridge:
    """Explain the difference between two versions of a case.

    Parameters
    ----------
    before, after
        Two ready cases of one currency. Where metrics, cohorts or the horizon differ, that is the first step, taken
        with the earlier values of all figures that both have.
    target
        A constant quantity in money that both have.

    Raises
    ------
    CaseError
        When the currencies differ, or a case is not ready.
    """
    for case in (before, after):
        if not case.ready:
            raise CaseError([finding for finding in case.findings if finding.severity == "error"])
    if before.currency != after.currency:
        what = said("The two versions are in different currencies.")
        found = said("{currency} and {currency_2}", currency=before.currency, currency_2=after.currency)
        raise CaseError(Finding("bridge-currency", what, found, said("one currency"), said("Convert one of them.")))
    old, new = likely_inputs(before), likely_inputs(after)
    start = _values(before, old, [{}], target)[0]
    steps: list[BridgeStep] = []
    shared = {name: old.get(name, value) for name, value in new.items()}
    if before.graph is not after.graph or before.horizon != after.horizon:
        moved = _values(after, shared, [{}], target)[0]
        months = (float(before.horizon), float(after.horizon))
        steps.append(BridgeStep(STRUCTURE, _structural(before, after), "month", *months, moved - start))
    changed = sorted(name for name, value in new.items() if value != shared[name])
    money = _shapley(after, shared, {name: new[name] for name in changed}, target)
    steps += [
        BridgeStep(name, *_words(after, name), shared[name], new[name], value)
        for name, value in zip(changed, money, strict=True)
    ]
    ranges = tuple(
        name
        for name, assumption in after.assumptions.items()
        if name in before.assumptions
        and assumption.likely == before.assumptions[name].likely
        and assumption.values != before.assumptions[name].values
    )
    end = _values(after, new, [{}], target)[0]
    return Bridge(start, end, tuple(sorted(steps, key=lambda step: (-abs(step.money), step.name))), ranges)


def _shapley(case: Case, base: Mapping[str, float], changed: Mapping[str, float], target: str) -> list[float]:
    """What each changed figure adds, by its name's order; adds up to the whole difference."""
    names = list(changed)
    count = len(names)
    if not count:
        return []
    if count <= ALL_ORDERS:
        sets = [{name: changed[name] for k, name in enumerate(names) if mask >> k & 1} for mask in range(1 << count)]
        value = np.array(_values(case, base, sets, target))
        masks = np.arange(1 << count)
        size = np.array([int(mask).bit_count() for mask in masks])
        weight = np.array([factorial(s) * factorial(count - s - 1) / factorial(count) for s in range(count)])
        found = []
        for k in range(count):
            without = masks[(masks >> k & 1) == 0]
            found.append(float(np.sum(weight[size[without]] * (value[without | 1 << k] - value[without]))))
        return found
    total = np.zeros(count)
    orders = _orders(count)
    rows = [{names[k]: changed[names[k]] for k in order[:size]} for order in orders for size in range(count + 1)]
    for order, value in zip(orders, np.reshape(_values(case, base, rows, target), (-1, count + 1)), strict=True):
        total[order] += np.diff(value)
    return [float(value) for value in total / len(orders)]


def _orders(count: int) -> list[NDArray[np.int64]]:
    """Orders in which everything takes every position equally often, each also backwards; always the same ones."""
    mixed = np.random.Generator(np.random.PCG64(count)).permutation(count)
    shifted = [np.roll(mixed, k) for k in range(count)]
    return [*shifted, *(order[::-1] for order in shifted)]


def _values(case: Case, base: Mapping[str, float], rows: Sequence[Mapping[str, float]], target: str) -> list[float]:
    """The target for each row of overrides around the base."""
    program = case.graph.program()
    found: list[float] = []
    for first in range(0, len(rows), _ROWS):
        part = rows[first : first + _ROWS]
        varied = {name for row in part for name in row}
        inputs = {name: np.array([[value]]) for name, value in base.items()}
        inputs |= {name: np.array([[row.get(name, base[name])] for row in part]) for name in varied}
        value = program.run(inputs, case.horizon, only=(target,))[target][:, -1]
        found += [float(one) for one in np.broadcast_to(value, len(part))]
    return found


def _words(case: Case, name: str) -> tuple[str, str]:
    """Title and unit of a figure."""
    if name in case.assumptions:
        return case.assumptions[name].title, case.assumptions[name].unit
    cohort, _, key = name.partition(".")
    number = cohort.removeprefix("cohort_")
    if key == "people":
        return said("People planned in cohort {number}", number=number), case.model.units[name]
    return said("Month in which cohort {number} starts", number=number), case.model.units[name]


def _structural(before: Case, after: Case) -> str:
    """Say what differs besides figures."""
    parts: list[str] = []
    if before.horizon != after.horizon:
        parts.append(said("How far the case looks ahead"))
    if {use.key: use.counts for use in before.metrics} != {use.key: use.counts for use in after.metrics}:
        parts.append(said("Which metrics count"))
    if len(before.document.idea.cohorts) != len(after.document.idea.cohorts):
        parts.append(said("How many cohorts there are"))
    return said_together(parts, " · ") if parts else said("The model itself")
