"""Whether a pilot is worth its price, and which size of it is worth most.

What a pilot is worth is how much better one chooses among the ways to act after its result (the expected value of
sample information, EVSI), doing nothing among them. Against it stand what the pilot costs, what is lost while
everybody waits for the result, and what it costs to train the pilot's people if the programme turns out not to be worth
it. What remains (the expected net benefit of sampling, ENBS) says whether to buy the pilot.

Sources: Raiffa & Schlaifer (1961); Strong et al. (2015) and Jalal & Alarid-Escudero (2018) for the worth of a sample
from the draws of a forecast; ``methods.md`` § 16.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from ldcase.case.document_parts import LONGEST_HORIZON
from ldcase.case.options import PILOT
from ldcase.forecast import Forecast
from ldcase.forecast.figure import Array
from ldcase.forecast.options import options
from ldcase.pilot.after_result import Expectation, expectation
from ldcase.pilot.observed import observed, piloted
from ldcase.pilot.plan import Plan
from ldcase.pilot.precision import precision

SIZES = 20
"""So many sizes of a pilot are looked at, at most."""


@dataclass(frozen=True, slots=True)
class Size:
    """A pilot of one size. All money expected, over the horizon.

    Attributes
    ----------
    teams
        Teams that take part.
    information
        What its result is worth for the decision about those who are not in it yet, at least 0.
    fixed, by_team
        Its own cost: once, and for its teams.
    waiting
        What is lost because those who are not in it begin later, at least 0.
    training
        What it costs to train its people where another way to act is better on average, at least 0.
    """

    teams: int
    information: float
    fixed: float
    by_team: float
    waiting: float
    training: float

    @property
    def cost(self) -> float:
        """All that stands against the information."""
        return self.fixed + self.by_team + self.waiting + self.training

    @property
    def net(self) -> float:
        """What remains: buy the pilot where this is above zero."""
        return self.information - self.cost


@dataclass(frozen=True, eq=False)
class Worth:
    """The worth of a pilot by its size.

    Attributes
    ----------
    ways
        Names of the ways to act, doing nothing first, the programme second.
    expectation
        What is expected after any result; its nets begin after the pilot.
    now : tuple of float
        Mean net benefit of each way to act if decided now, without a pilot.
    sample_information
        Expected value of the information of each size for a decision about everybody, from 0 to EVPPI, rising.
    sizes
        By number of teams, rising.
    planned
        The pilot as it is planned; one of the sizes.
    results : ndarray of shape (draws,)
        What the planned pilot would show without noise.
    """

    ways: tuple[str, ...]
    expectation: Expectation
    now: tuple[float, ...]
    sample_information: tuple[float, ...]
    sizes: tuple[Size, ...]
    planned: Size
    results: Array

    @property
    def best(self) -> Size:
        """The size with the largest net worth, whether or not it is worth buying."""
        return max(self.sizes, key=lambda size: size.net)

    @property
    def chosen(self) -> int:
        """Index of the way to act that is best on average if decided now."""
        return int(np.argmax(self.now))


def worth(forecast: Forecast, plan: Plan, progress: Callable[[float], None] | None = None, most: int = SIZES) -> Worth:
    """Return what a pilot is worth at several sizes.

    Parameters
    ----------
    forecast
        Of the case, before the pilot.
    plan
        The pilot; the other sizes differ from it in the number of teams.
    progress
        Told how far it is, 0..1.
    most
        How many sizes to look at, at least 2.

    Notes
    -----
    Ways to act are doing nothing, the programme, and the case's other options but those that are a pilot themselves.
    The pilot begins when the first cohort would have, with the first people of the plan; where there is a pilot, every
    other way to act begins for everybody else after it, cohorts that are planned for later stay where they are. The
    horizon stays, so that what is lost at its end is lost. What a pilot's people are decided about already is no longer
    for sale: worth and waiting are those of the others.
    """
    found = [option for option in options(forecast).options if option.kind != PILOT]
    now = tuple(option.mean for option in found)
    wait = waiting(forecast, plan)
    later = []
    for option in found:
        if option.forecast is None:
            later.append(option.net)
            continue
        delayed = option.forecast.with_case(option.forecast.case.what_if(wait.starts))
        later.append(np.broadcast_to(delayed["net_benefit"].draws[:, 0], forecast.draws))
        if progress is not None:
            progress(0.5 * len(later) / len(found))
    months = min(plan.measured_months, forecast.case.horizon)
    shown = piloted(forecast, plan.metric, months, plan.kept)
    after = expectation(np.column_stack(later), observed(forecast, plan.metric, months), shown)
    counts = sizes_to_try(plan, wait.people, most)
    information = []
    for k, teams in enumerate(counts):
        measuring = precision(plan.sized(teams))
        information.append(after.worth(measuring.standard_error) if measuring.possible else 0.0)
        if progress is not None:
            progress(0.5 + 0.5 * (k + 1) / len(counts))
    lost = max(max(now) - float(after.nets.mean(axis=0).max()), 0.0)
    sizes = tuple(
        _size(plan.sized(teams), wait, value, lost, max(now) - now[1])
        for teams, value in zip(counts, information, strict=True)
    )
    planned = next(size for size in sizes if size.teams == plan.teams)
    return Worth(tuple(option.name for option in found), after, now, tuple(information), sizes, planned, shown)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who waits for the pilot's result, and how long.

    Attributes
    ----------
    starts
        The month in which each cohort starts if it waits, by name in the plan.
    cohorts
        People, and months of waiting, of each cohort in the order in which they start.
    """

    starts: Mapping[str, float]
    cohorts: tuple[tuple[float, float], ...]

    @property
    def people(self) -> float:
        """All people planned."""
        return sum(people for people, _ in self.cohorts)

    def share(self, trained: float) -> float:
        """Return how much of all waiting is left if so many people, the first of the plan, do not wait; 0..1."""
        everything = sum(people * months for people, months in self.cohorts)
        left = 0.0
        for people, months in self.cohorts:
            inside = min(trained, people)
            trained -= inside
            left += (people - inside) * months
        return left / everything if everything else 0.0


def waiting(forecast: Forecast, plan: Plan) -> Waiting:
    """Return who waits for the result: the pilot lasts its months from the first start in the plan."""
    planned = forecast.case.plan
    numbers = range(1, len(forecast.case.document.idea.cohorts) + 1)
    starts = {f"cohort_{k}.start": planned[f"cohort_{k}.start"] for k in numbers}
    end = min(min(starts.values(), default=1.0) + plan.months, float(LONGEST_HORIZON))
    later = {name: max(start, end) for name, start in starts.items()}
    order = sorted(numbers, key=lambda k: starts[f"cohort_{k}.start"])
    people = ((planned[f"cohort_{k}.people"], f"cohort_{k}.start") for k in order)
    return Waiting(later, tuple((count, later[name] - starts[name]) for count, name in people))


def _size(plan: Plan, wait: Waiting, information: float, lost: float, behind: float) -> Size:
    trained = plan.trained * plan.team_size
    inside = min(trained / wait.people, 1.0)
    return Size(
        teams=plan.teams,
        information=(1 - inside) * information,
        fixed=plan.fixed_cost,
        by_team=plan.team_cost * plan.teams,
        waiting=wait.share(trained) * lost,
        training=inside * behind,
    )


def sizes_to_try(plan: Plan, people: float, most: int = SIZES) -> tuple[int, ...]:
    """Return numbers of teams, rising: from 2 to all the people planned, and the one that is planned among them."""
    largest = max(int(people // plan.team_size), plan.teams, 4)
    spaced = {round(count) for count in np.linspace(2, largest, min(most, largest - 1))}
    if plan.teams not in spaced and len(spaced) >= most:
        spaced.remove(min(spaced - {2, largest}, key=lambda count: abs(count - plan.teams)))
    return tuple(sorted(spaced | {plan.teams}))
