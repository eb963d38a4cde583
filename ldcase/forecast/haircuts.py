"""The haircut waterfall: from the gross gap to what is claimed.

Start with every haircut at its neutral value, set them to their likely value one by one in the order of the case, and
write down what each takes away. The steps add up exactly; a step's size depends on the order, the two ends do not.
"""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.case import Assumption, Case
from ldcase.forecast.configurations import MedianCase, Row


@dataclass(frozen=True, slots=True)
class Step:
    """One discount: ``after - before`` is what it changes, in money over the horizon (negative: it takes away)."""

    name: str
    title: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """Money over the horizon."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Haircuts:
    """From gross to net, money over the horizon, not discounted, in the median case.

    ``gross`` is the benefit if every haircut were neutral, ``claimed`` what is left after all of them, ``cost`` the
    fully loaded cost, ``net`` = claimed - cost.
    """

    gross: float
    steps: tuple[Step, ...]
    claimed: float
    cost: float

    @property
    def net(self) -> float:
        """Money over the horizon."""
        return self.claimed - self.cost


def haircuts(median: MedianCase) -> Haircuts:
    """The waterfall of a case. Haircuts at their neutral value take nothing away and are left out."""
    values = median.answer("haircuts", _rows)
    benefit = [float(value) for value in values["benefit"]]
    cutting = _cutting(median.case)
    steps = tuple(Step(a.name, a.haircut, benefit[k], benefit[k + 1]) for k, (a, _) in enumerate(cutting))
    return Haircuts(benefit[0], steps, benefit[-1], float(values["cost"][-1]))


def _cutting(case: Case) -> list[tuple[Assumption, float]]:
    every = (case.assumptions[name] for name in case.haircuts)
    return [(a, float(a.neutral)) for a in every if a.neutral is not None and a.likely != a.neutral]


def _rows(case: Case) -> list[Row]:
    cutting = _cutting(case)
    return [{a.name: neutral for a, neutral in cutting[k:]} for k in range(len(cutting) + 1)]
