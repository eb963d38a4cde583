"""The data of a fan: five quantiles month by month, and what stands where they end."""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.charts.drawing import Columns
from ldcase.language import worded


def bands(
    first_month: int, quantiles: Sequence[Sequence[float]], low: str, middle: str, high: str
) -> dict[str, Columns]:
    """Return the columns of ``fan`` and ``fan_ends``.

    Parameters
    ----------
    first_month
        The month of the first value.
    quantiles
        P10, P25, P50, P75 and P90, each with a value a month.
    low, middle, high
        The last values of P10, P50 and P90, as they are written.
    """
    p10, p25, p50, p75, p90 = (list(row) for row in quantiles)
    months = list(range(first_month, first_month + len(p50)))
    return {
        "fan": {
            "month": months,
            "label": [str(month) for month in months],
            "p10": p10,
            "p25": p25,
            "p50": p50,
            "p75": p75,
            "p90": p90,
        },
        "fan_ends": {
            "month": [months[-1]] * 3,
            "value": [p90[-1], p50[-1], p10[-1]],
            "label": [
                worded("1 in 10 above {amount}", amount=high),
                worded("middle {amount}", amount=middle),
                worded("1 in 10 below {amount}", amount=low),
            ],
            "short": [high, middle, low],
            "tone": ["reference", "ink", "reference"],
            "weight": [400, 600, 400],
        },
    }
