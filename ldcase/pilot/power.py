"""How much a pilot can tell: the smallest effect it tells from chance, how often it does so, how large it must be.

Every design comes down to two figures, the standard error of the difference it measures and the degrees of freedom
behind it (`Precision`); power, the minimum detectable effect and the size needed are then the same for all of them.
Effects and spreads are in the unit of the measure. Two-sided throughout: a pilot must be able to show harm.

Chance is taken to have spoken where a difference would come up in one of twenty pilots of a programme without effect;
eight of ten pilots of a programme with effect are to find it. Both are arguments.

Sources: Cohen (1988) for the noncentral t and the arcsine difference of proportions; Donner & Klar (2000) for clusters,
Eldridge, Ashby & Kerry (2006) for clusters of unequal size; Borm, Fransen & Lemmens (2007) for the baseline as a
covariate; Hussey & Hughes (2007) for the stepped roll-out; ``methods.md`` § 17.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

ALPHA = 0.05
"""One of twenty pilots of a programme without effect is taken for one with effect."""
POWER = 0.8
"""Eight of ten pilots find an effect that is there."""
MOST = 1_000_000
"""No pilot has more people or teams than that in a group."""
_LARGE = 1_000_000.0
"""From so many degrees of freedom on, t is normal to six digits."""
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Precision:
    """How precisely a pilot measures a difference.

    Attributes
    ----------
    standard_error
        Of the difference between trained and untrained, in the measure's unit; above 0, infinite where nothing can be
        said.
    degrees
        Degrees of freedom, at least 0; infinite where the spread is taken as known.
    """

    standard_error: float
    degrees: float

    @property
    def possible(self) -> bool:
        """Whether it measures anything at all."""
        return self.degrees > 0 and math.isfinite(self.standard_error)

    def power(self, effect: float, alpha: float = ALPHA) -> float:
        """Return how often an effect is told from chance, 0..1."""
        return power(effect / self.standard_error, self.degrees, alpha) if self.possible else 0.0

    def detectable(self, power: float = POWER, alpha: float = ALPHA) -> float:
        """Return the smallest effect told from chance that often; infinite where nothing can be."""
        if not self.possible:
            return math.inf
        return self.standard_error * noncentrality(self.degrees, power, alpha)


def power(noncentral: float, degrees: float, alpha: float = ALPHA) -> float:
    """Return the power of a two-sided t test.

    Parameters
    ----------
    noncentral
        The effect over its standard error, any sign.
    degrees
        Degrees of freedom, above 0; infinite for a normal test.
    alpha
        Chance of taking chance for an effect, strictly between 0 and 1.

    Notes
    -----
    The lower tail of a noncentral t is not a number where degrees or effect are large, in SciPy as in statsmodels. It
    is below any number that matters there, and counts as 0; the upper tail is taken directly, not as 1 less the lower.
    """
    distance = abs(noncentral)
    if degrees >= _LARGE:
        critical = _NORMAL.inv_cdf(1 - alpha / 2)
        return _NORMAL.cdf(distance - critical) + _NORMAL.cdf(-distance - critical)
    from scipy import special

    critical = float(special.stdtrit(degrees, 1 - alpha / 2))
    # P(T > c | d) = P(T < -c | -d): the function knows only the lower tail, and this one keeps all its digits.
    near = _tail(float(special.nctdtr(degrees, distance, critical)))
    far = _tail(float(special.nctdtr(degrees, distance, -critical)))
    return min(max(1.0 - near + far, 0.0), 1.0)


def _tail(probability: float) -> float:
    """A tail, or 0 where it is too small to be computed."""
    return 0.0 if math.isnan(probability) else probability


def noncentrality(degrees: float, power_wanted: float = POWER, alpha: float = ALPHA) -> float:
    """Return the effect, in standard errors, that a two-sided test finds that often."""
    return _crossing(lambda distance: power(distance, degrees, alpha), power_wanted)


def two_groups(spread: float, first: float, second: float) -> Precision:
    """People drawn one by one, trained and untrained.

    Parameters
    ----------
    spread
        Standard deviation between people.
    first, second
        People in the two groups; may be fractions while a size is sought.
    """
    if min(first, second) < 1:
        return Precision(math.inf, 0.0)
    return Precision(spread * math.sqrt(1 / first + 1 / second), first + second - 2)


def design_effect(size: float, likeness: float, variation: float = 0.0) -> float:
    """Return how many times as many people are needed because whole teams are drawn.

    Parameters
    ----------
    size
        People in a team, on average.
    likeness
        Share of the variance that lies between teams, 0..1.
    variation
        Standard deviation of the sizes over their mean.

    Examples
    --------
    >>> round(design_effect(150, 0.05), 10)
    8.45
    """
    return 1 + ((1 + variation**2) * size - 1) * likeness


def whole_teams(
    spread: float, first: float, second: float, size: float, likeness: float, variation: float = 0.0
) -> Precision:
    """Whole teams, trained and untrained, measured afterwards.

    Parameters
    ----------
    spread
        Standard deviation between people, over all teams.
    first, second
        Teams in the two groups.
    size, likeness, variation
        See `design_effect`.
    """
    if min(first, second) < 1:
        return Precision(math.inf, 0.0)
    inflated = spread * math.sqrt(design_effect(size, likeness, variation) / size)
    return Precision(inflated * math.sqrt(1 / first + 1 / second), first + second - 2)


def covariate_factor(steadiness: float) -> float:
    """Return what is left of the variance once the figure before is taken into account: ``1 - r**2``."""
    return 1 - steadiness**2


def change_factor(steadiness: float) -> float:
    """Return how many times the variance is that of a change: ``2 (1 - r)``; above 1 where r is below a half."""
    return 2 * (1 - steadiness)


def before_and_after(
    spread: float, first: float, second: float, size: float, likeness: float, steadiness: float, by_lot: bool
) -> Precision:
    """Whole teams, trained and untrained, measured before and after.

    Where the lot decided, the figure before is a covariate; else only the change may be compared, since a covariate
    does not make groups alike that were not (Lord's paradox).

    Parameters
    ----------
    spread, first, second, size, likeness
        See `whole_teams`.
    steadiness
        Correlation of before and after, 0..1; the same of people and of teams.
    by_lot
        Whether the lot decided who is trained.
    """
    plain = whole_teams(spread, first, second, size, likeness)
    factor = covariate_factor(steadiness) if by_lot else change_factor(steadiness)
    if factor <= 0:
        factor = 1e-12  # a figure that tells the next one completely leaves no noise; an error of 0 has no power
    return Precision(plain.standard_error * math.sqrt(factor), plain.degrees - (1 if by_lot else 0))


def stepped(spread: float, teams: Sequence[int], size: float, between: float, periods: int | None = None) -> Precision:
    """A roll-out in steps, in random order: every team is its own comparison, and that of those who wait.

    Parameters
    ----------
    spread
        Standard deviation between people within a team and a month.
    teams
        How many teams begin at each step; the first step comes after one month in which nobody is trained.
    size
        People measured in a team and a month, taken as others each month: careful where they are the same people.
    between
        Standard deviation between teams, the same in all months.
    periods
        Months in all, at least one more than there are steps; else exactly so many.

    Notes
    -----
    Closed form of Hussey & Hughes (2007): with X the months a team is trained, I teams, T months,
    ``Var = I s2 (s2 + T t2) / ((I U - W) s2 + (U**2 + I T U - T W - I V) t2)``, s2 the variance of a team's mean in a
    month and t2 that between teams. The test is normal: variances are taken as known.
    """
    months = periods if periods is not None else len(teams) + 1
    if months < 2 or sum(teams) < 2 or len(teams) > months - 1:
        return Precision(math.inf, 0.0)
    month = np.arange(months)
    trained = np.array([(month > step).astype(float) for step, count in enumerate(teams) for _ in range(count)])
    clusters = len(trained)
    u, w, v = trained.sum(), np.square(trained.sum(axis=0)).sum(), np.square(trained.sum(axis=1)).sum()
    own, shared = spread**2 / size, between**2
    information = (clusters * u - w) * own + (u**2 + clusters * months * u - months * w - clusters * v) * shared
    if information <= 0:
        return Precision(math.inf, 0.0)
    variance = clusters * own * (own + months * shared) / information
    return Precision(math.sqrt(variance), math.inf)


def arcsine_difference(one: float, other: float) -> float:
    """Return the difference of two shares on the scale on which their spread is the same everywhere (Cohen's h)."""
    return abs(2 * math.asin(math.sqrt(one)) - 2 * math.asin(math.sqrt(other)))


def people_for_shares(
    one: float,
    other: float,
    power_wanted: float = POWER,
    alpha: float = ALPHA,
    *,
    groups: int = 2,
    two_sided: bool = True,
) -> float:
    """Return the people needed in each group to tell two shares apart; not rounded.

    Parameters
    ----------
    one, other
        Shares, 0..1.
    groups
        2, or 1 where ``other`` is a known share that is compared with.
    two_sided
        Whether a difference either way counts.
    """
    return people_for_difference(
        arcsine_difference(one, other), power_wanted, alpha, groups=groups, two_sided=two_sided
    )


def people_for_difference(
    difference: float, power_wanted: float = POWER, alpha: float = ALPHA, *, groups: int = 2, two_sided: bool = True
) -> float:
    """Return the people needed in each group for an arcsine difference of shares; infinite where there is none."""
    z = _NORMAL.inv_cdf(1 - alpha / (2 if two_sided else 1)) + _NORMAL.inv_cdf(power_wanted)
    return groups * z**2 / difference**2 if difference else math.inf


def size_needed(
    precision: Callable[[float], Precision], effect: float, power_wanted: float = POWER, alpha: float = ALPHA
) -> float:
    """Return how large a pilot must be to tell an effect from chance that often; not rounded.

    Parameters
    ----------
    precision
        The precision by the size (people or teams in each group), rising with it.
    effect
        In the measure's unit.

    Returns
    -------
    float
        Infinite where a million are not enough.
    """
    return _crossing(lambda size: precision(size).power(effect, alpha), power_wanted, start=2.0, most=MOST)


def _crossing(rising: Callable[[float], float], wanted: float, start: float = 1.0, most: float = 1e9) -> float:
    """Where a rising function of a positive number reaches a value: by bisection, to 12 digits; infinite if nowhere."""
    low, high = 0.0, start
    while rising(high) < wanted:
        low, high = high, high * 2
        if high > most:
            return math.inf
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rising(middle) < wanted else (low, middle)
    return high
