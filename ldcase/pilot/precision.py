"""How precisely a planned pilot measures, by its design; and how many teams it would take."""

from __future__ import annotations

import math

from ldcase.pilot.plan import Plan
from ldcase.pilot.power import POWER, Precision, before_and_after, stepped, two_groups, whole_teams

FOR_PROOF = 8
"""With fewer teams than that a pilot is for learning and costs, not proof."""
MOST_TEAMS = 400
"""No further is sought than that."""


def precision(plan: Plan) -> Precision:
    """Return how precisely the pilot measures the difference between trained and untrained, in the measure's unit.

    Two groups: as many people as the trained teams have, drawn one by one. Stepped roll-out: a first month in which
    nobody is trained, then a step each month, as many teams at each as come out evenly; ``spread`` and ``likeness`` are
    split into what lies within teams and between them.
    """
    trained, other = plan.trained, plan.teams - plan.trained
    if plan.design == "two groups":
        return two_groups(plan.spread, trained * plan.team_size, other * plan.team_size)
    if plan.design == "whole teams":
        return whole_teams(plan.spread, trained, other, plan.team_size, plan.likeness)
    if plan.design == "before and after":
        by_lot = plan.chosen_by == "lot"
        return before_and_after(
            plan.spread, trained, other, plan.team_size, plan.likeness, plan.steadiness, by_lot=by_lot
        )
    within, between = plan.spread * math.sqrt(1 - plan.likeness), plan.spread * math.sqrt(plan.likeness)
    return stepped(max(within, 1e-9 * plan.spread), steps(plan), plan.team_size, between, max(plan.months, 1))


def steps(plan: Plan) -> tuple[int, ...]:
    """Return how many teams begin at each step of a stepped roll-out: one step a month after the first month."""
    count = min(plan.teams, plan.months - 1)
    if count < 1:
        return ()
    return tuple(plan.teams * (k + 1) // count - plan.teams * k // count for k in range(count))


def teams_needed(plan: Plan, effect: float, power: float = POWER) -> int | None:
    """Return the smallest number of teams that tells an effect from chance that often, or None up to `MOST_TEAMS`.

    Parameters
    ----------
    effect
        In the measure's unit; improvement is positive.
    power
        How often, 0..1.
    """
    if effect <= 0 or precision(plan.sized(MOST_TEAMS)).power(effect) < power:
        return None
    low, high = 1, MOST_TEAMS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if precision(plan.sized(middle)).power(effect) >= power else (middle, high)
    return high
