"""The pilot of a case as figures: what the case says, and what is assumed where it says nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ldcase.case import Case
from ldcase.case.assumption import Range
from ldcase.case.document_parts import AssumptionEntry
from ldcase.case.document_pilot import ChosenBy, Design
from ldcase.case.pilot_check import central

LIKENESS = 0.1
"""People of a team resemble each other by about a tenth of all differences; measured ones go from 0.05 to 0.2."""
STEADINESS = 0.5
"""Half way between a figure that tells nothing of the next months and one that tells all of them."""
KEPT: Range = (0.7, 0.85, 1.0)
"""Pilots are watched closely; some of what they show is gone when everybody takes part. An opinion."""
_BETWEEN_P10_AND_P90 = 2.5631031310892007
"""Standard deviations between the tenth and the ninetieth of a hundred people."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A pilot that can be computed.

    Attributes
    ----------
    metric
        Key of the metric in the case.
    design
        How trained and untrained are compared.
    chosen_by
        Who decides who is trained; None where the case does not say.
    teams
        Teams that take part, trained and comparison together.
    trained
        How many of them are trained during the pilot; in a stepped roll-out all of them.
    team_size
        People in a team.
    months
        Whole months of measuring.
    spread
        Standard deviation between people of the measure over the pilot's months, in the measure's unit.
    likeness
        Share of the variance that lies between teams (intra-class correlation), 0..1.
    steadiness
        Correlation of a person's figure before with the one after, 0..1.
    kept
        Of the improvement in the pilot the share that remains in the roll-out: low, likely, high.
    fixed_cost, team_cost
        Money once and for each team.
    assumed
        Keys of ``idea.pilot`` that the case does not say, for which the value here is the workbook's.
    """

    metric: str
    design: Design
    chosen_by: ChosenBy | None
    teams: int
    trained: int
    team_size: float
    months: int
    spread: float
    likeness: float
    steadiness: float
    kept: Range
    fixed_cost: float
    team_cost: float
    assumed: tuple[str, ...]

    @property
    def people(self) -> float:
        """People of all teams."""
        return self.teams * self.team_size

    @property
    def measured_months(self) -> int:
        """Months over which trained people are measured; in a stepped roll-out nobody is trained in the first one."""
        return max(self.months - 1, 1) if self.design == "stepped roll-out" else self.months

    def sized(self, teams: int) -> Plan:
        """Return the pilot with another number of teams, the same part of them trained."""
        return replace(self, teams=teams, trained=_part(teams, self.trained / self.teams))


def missing(case: Case) -> tuple[str, ...]:
    """Return the keys of ``idea.pilot`` without which no pilot can be computed, in the order in which to ask."""
    pilot = case.document.idea.pilot
    if pilot is None:
        return ("months", "teams", "team_size", "spread")
    said = {"months": pilot.months, "teams": pilot.teams, "team_size": pilot.team_size, "spread": deviation(case)}
    return tuple(key for key, value in said.items() if value is None)


def deviation(case: Case) -> float | None:
    """Return the standard deviation between people that the case's spread stands for, or None."""
    pilot = case.document.idea.pilot
    spread = pilot.spread if pilot is not None else None
    if spread is None or spread.low is None or spread.high is None:
        return None
    return (spread.high - spread.low) / _BETWEEN_P10_AND_P90


def suggested_spread(baseline: float, exemplar: float) -> Range | None:
    """Return low, middle and high of people from the gap to the best, or None without a gap.

    Notes
    -----
    Where people are spread like a bell, the best fifth stands 1.4 standard deviations from the average.
    """
    sd = abs(exemplar - baseline) / 1.4
    half = sd * _BETWEEN_P10_AND_P90 / 2
    return (baseline - half, baseline, baseline + half) if sd else None


def plan(case: Case) -> Plan | None:
    """Return the pilot of a case, or None while something is missing without which it cannot be computed.

    What a case does not say and a pilot can be computed without is named in ``Plan.assumed``.
    """
    pilot, spread = case.document.idea.pilot, deviation(case)
    if pilot is None or spread is None or not case.metrics:
        return None
    if pilot.months is None or pilot.teams is None or pilot.team_size is None:
        return None
    fixed, team = (pilot.cost.fixed, pilot.cost.team) if pilot.cost else (None, None)
    stepwise = pilot.design == "stepped roll-out"
    said = {
        "metric": pilot.metric or None,
        "design": pilot.design,
        "chosen_by": pilot.chosen_by,
        "likeness": central(pilot.likeness),
        "steadiness": central(pilot.steadiness),
        "kept": _range(pilot.kept),
        "cost.fixed": central(fixed),
        "cost.team": central(team),
    }
    return Plan(
        metric=pilot.metric or case.metrics[0].key,
        design=pilot.design or "whole teams",
        chosen_by=pilot.chosen_by,
        teams=pilot.teams,
        trained=pilot.teams if stepwise else pilot.trained or _part(pilot.teams, 0.5),
        team_size=pilot.team_size,
        months=min(round(pilot.months), case.horizon),
        spread=spread,
        likeness=_or(central(pilot.likeness), LIKENESS),
        steadiness=_or(central(pilot.steadiness), STEADINESS),
        kept=_range(pilot.kept) or KEPT,
        fixed_cost=_or(central(fixed), 0.0),
        team_cost=_or(central(team), 0.0),
        assumed=tuple(key for key, value in said.items() if value is None),
    )


def _part(teams: int, share: float) -> int:
    """A share of the teams, at least one and, unless it is all of them, not all."""
    return teams if share == 1 else min(max(math.floor(teams * share + 1e-9), 1), teams - 1)


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _range(entry: AssumptionEntry | None) -> Range | None:
    if entry is None:
        return None
    if entry.value is not None:
        return entry.value, entry.value, entry.value
    if entry.low is None or entry.likely is None or entry.high is None:
        return None
    return entry.low, entry.likely, entry.high
