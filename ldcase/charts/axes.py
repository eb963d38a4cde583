"""Axes that stay put, and how their values are written.

The domain of a chart changes only when the data leave it, or would rattle in it; then everybody sees it rescale.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ldcase.words import numbers

_STEPS = (1, 2, 2.5, 5, 10)


def step_of(low: float, high: float, most: int = 5) -> float:
    """The round step that parts an interval into at most so many pieces."""
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    return next((factor * power for factor in _STEPS if (high - low) / (factor * power) <= most), 10 * power)


def nice(low: float, high: float, most: int = 7) -> tuple[float, float]:
    """Widen an interval to round ends; an empty one gets a width, one that is not finite becomes 0..1."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0
    if high <= low:
        low, high = low - (abs(low) or 1) * 0.1, high + (abs(high) or 1) * 0.1
    step = step_of(low, high, most)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def ticks(domain: tuple[float, float], most: int = 5) -> list[float]:
    """Round values within a domain."""
    low, high = domain
    step = step_of(low, high, most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [float(f"{k * step:.12g}") for k in range(first, last + 1)]


def money_values(domain: tuple[float, float]) -> dict[str, object]:
    """How an axis of money writes its values: 140 k, 1.2 M."""
    most = max(abs(domain[0]), abs(domain[1]))
    scale, name = next(((s, name) for s, name in numbers.signs().scales if most >= s), (1.0, ""))
    step = step_of(*domain) / scale
    return _values(1 / scale, step, after=f"{numbers.SPACE}{name}" if name else "")


def percent_values(domain: tuple[float, float]) -> dict[str, object]:
    """How an axis of shares writes its values: 20 %."""
    return _values(100, step_of(*domain) * 100, *_percent())


def hundredths_values(domain: tuple[float, float]) -> dict[str, object]:
    """How an axis of hundredths writes its values: 20 %."""
    return _values(1, step_of(*domain), *_percent())


def _percent() -> tuple[str, str]:
    signs = numbers.signs()
    return signs.before_percent, signs.after_percent


def number_values(domain: tuple[float, float]) -> dict[str, object]:
    """How an axis of plain numbers writes its values."""
    return _values(1, step_of(*domain))


def values(form: str, domain: tuple[float, float]) -> dict[str, object]:
    """How an axis writes values of a format of the catalogue."""
    if form == "money":
        return money_values(domain)
    return percent_values(domain) if form in ("percent", "points") else number_values(domain)


def _values(scale: float, step: float, before: str = "", after: str = "") -> dict[str, object]:
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) if step > 0 else 0
    if not math.isclose(round(step, digits), step, rel_tol=1e-6):
        digits += 1
    signs = numbers.signs()
    return {
        "value_scale": scale,
        "value_prefix": before,
        "value_suffix": after,
        "value_digits": digits,
        "value_decimal": signs.decimal,
        "value_group": signs.group,
    }


class Axes:
    """Domains and orders of rows by chart, remembered for as long as a screen lives."""

    def __init__(self) -> None:
        self._domains: dict[str, tuple[float, float]] = {}
        self._orders: dict[str, list[str]] = {}

    def fit(self, key: str, low: float, high: float) -> tuple[float, float]:
        """The domain to draw ``low`` to ``high`` in: the one before, unless the data leave it or fill under a third."""
        before = self._domains.get(key)
        if (
            before is not None
            and before[0] <= low
            and high <= before[1]
            and (high - low) >= (before[1] - before[0]) / 3
        ):
            return before
        margin = 0.05 * (high - low)
        fresh = nice(low if 0 <= low <= margin else low - margin, high if -margin <= high <= 0 else high + margin)
        self._domains[key] = fresh
        return fresh

    def keep(self, key: str, names: Sequence[str]) -> list[str]:
        """The names in the order in which they were first shown; new ones at the end."""
        before = self._orders.setdefault(key, [])
        before.extend(name for name in names if name not in before)
        return [name for name in before if name in names]

    def remembered(self) -> dict[str, dict[str, list[object]]]:
        """The domains and the orders as they are, for a page that goes on from them without Python."""
        return {
            "domains": {key: [*domain] for key, domain in self._domains.items()},
            "orders": {key: [*names] for key, names in self._orders.items()},
        }

    def forget(self) -> None:
        """Start over, as when another case is opened."""
        self._domains.clear()
        self._orders.clear()
