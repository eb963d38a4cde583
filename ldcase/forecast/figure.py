"""One evaluated quantity: its draws, its quantiles, and its value in the median case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Figure:
    """What the forecast says of one quantity.

    Attributes
    ----------
    name, title, unit, format
        Identity of the quantity, its words, its unit and how it is written.
    draws : ndarray of shape (rows, 1) or (rows, months)
        One row a draw; read-only.
    median_case : ndarray of shape (1, 1) or (1, months)
        The quantity with every assumption at its likely value. It is not the median of the draws where the model bends.
    """

    name: str
    title: str
    unit: str
    format: str
    draws: Array
    median_case: Array

    @property
    def monthly(self) -> bool:
        """True if the quantity has a value for each month."""
        return bool(self.draws.shape[1] > 1)

    @property
    def likely(self) -> float:
        """Value in the median case; of a monthly quantity the value in the last month."""
        return float(self.median_case[0, -1])

    def quantile(self, probability: float) -> float:
        """Quantile of the draws (of the last month, if monthly), linear between order statistics.

        Infinite draws sort to the ends; draws without a value are left out.
        """
        ordered = self._ordered
        position = probability * (len(ordered) - 1)
        below = int(position)
        above = min(below + 1, len(ordered) - 1)
        weight = position - below
        low, high = float(ordered[below]), float(ordered[above])
        return low if weight == 0 or low == high else low * (1 - weight) + high * weight

    @property
    def p10(self) -> float:
        """In 9 of 10 draws the value is above this."""
        return self.quantile(0.1)

    @property
    def p50(self) -> float:
        """Half of the draws are above, half below."""
        return self.quantile(0.5)

    @property
    def p90(self) -> float:
        """In 9 of 10 draws the value is below this."""
        return self.quantile(0.9)

    @cached_property
    def mean(self) -> float:
        """Mean of the draws (of the last month, if monthly); draws without a value are left out."""
        return float(self._ordered.mean())

    def chance(self, *, above: float = 0.0) -> float:
        """Share of draws above a threshold, 0..1; a draw without a value is not above it."""
        return float((self.draws[:, -1] > above).mean())

    def fan(self, probabilities: tuple[float, ...] = (0.1, 0.25, 0.5, 0.75, 0.9)) -> Array:
        """Quantiles month by month, linear between order statistics; NaN in a month where a draw has no value.

        Returns
        -------
        ndarray of shape (len(probabilities), months)
        """
        ordered = np.sort(self.draws.T, axis=1)  # faster than a partition at ten places
        last = ordered.shape[1] - 1
        rows = []
        for probability in probabilities:
            below = int(probability * last)
            weight = probability * last - below
            low, high = ordered[:, below], ordered[:, min(below + 1, last)]
            rows.append(np.where(low == high, low, low * (1 - weight) + high * weight) if weight else low)
        return np.where(np.isnan(ordered[:, -1]), np.nan, np.array(rows))

    @cached_property
    def _ordered(self) -> Array:
        last = np.sort(self.draws[:, -1])
        kept = last[: len(last) - int(np.isnan(last).sum())]  # NaN sorts to the end
        return kept if len(kept) else np.array([np.nan])

    def _repr_html_(self) -> str:
        from html import escape

        cells = "".join(f"<td>{value:,.4g}</td>" for value in (self.p10, self.p50, self.p90, self.mean, self.likely))
        heads = "".join(f"<th>{label}</th>" for label in ("P10", "P50", "P90", "mean", "median case"))
        caption = f"{escape(self.title)} <small>{escape(self.unit)}</small>"
        return f"<table><caption>{caption}</caption><tr>{heads}</tr><tr>{cells}</tr></table>"
