"""The levers of a leave-behind: what matters most, and what the room asks first."""

from __future__ import annotations

from typing import Any

from ldcase.case import Assumption
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.levers import chosen, scale, unit_of_worth, unit_said, worth_said

MOST = 8
"""So many levers at most."""


def levers(forecast: Forecast) -> list[dict[str, Any]]:
    """Return the levers as the page draws them, the first ones those that answer what is usually asked."""
    names = [name for name in chosen(forecast, "ask", MOST) if name in forecast.case.assumptions]
    assumptions = [forecast.case.assumptions[name] for name in names]
    worths = forecast.worth({a.name: unit_of_worth(a) for a in assumptions})
    return [_lever(a, worths[a.name], forecast.case.currency) for a in assumptions]


def _lever(a: Assumption, worth: float, currency: str) -> dict[str, Any]:
    minimum, maximum, step, display = scale(a)
    return {
        "name": a.name,
        "label": worded(a.title),
        "unit": unit_said(a, currency),
        "bounds": list(a.bounds),
        "whole": a.whole,
        "step": step,
        "base": a.likely,
        "ends": [a.low, a.high],
        "display": {"scale": display.scale, "digits": display.digits, "suffix": display.suffix, "prefix": ""},
        "value": a.likely,
        "minimum": min(minimum, a.likely),
        "maximum": max(maximum, a.likely),
        "low": a.low,
        "high": a.high,
        "worth": worth_said(a, numbers.signed_money(worth), currency),
        "worth_text": worth_said(a, "{money}", currency),
        "worth_step": unit_of_worth(a),
        "tone": tone(worth),
        "changed": False,
        "grade": a.grade,
        "source": worded(a.source),
        "owner": a.owner,
    }


def tone(worth: float) -> str:
    """Whether what a step is worth is shown as a gain, a loss or nothing."""
    return "gap" if worth <= -0.5 else "benefit" if worth >= 0.5 else ""
