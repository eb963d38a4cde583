"""From an earlier version of a case to the present one, in money, a bar a change."""

from __future__ import annotations

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.waterfall import Row, columns
from ldcase.forecast.bridge import Bridge, BridgeStep
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.changed import Then, headline

MOST = 9
"""So many changes get a bar of their own; what moves less is one bar together."""


def bridge(found: Bridge, then: Then, currency: str, axes: Axes) -> Drawing:
    """Draw what each change does to the net benefit of the likely case.

    Parameters
    ----------
    then
        How the earlier version is called.
    """
    rows: list[Row] = [(then.label, 0.0, 0.0, numbers.money(found.before, 3), "reference", 600)]
    at = 0.0
    for label, money in _steps(found.steps):
        rows.append((label, at, at + money, numbers.signed_money(money, 3), _tone(money), 450))
        at += money
    moved = found.after - found.before
    now = worded("{money} ({change})", money=numbers.money(found.after, 3), change=numbers.signed_money(moved, 3))
    rows.append((worded("Now"), 0.0, moved, now, _tone(moved), 600))
    edges = [edge for row in rows for edge in row[1:3]]
    domain = axes.fit("bridge", min(0.0, *edges), max(0.0, *edges))
    title = headline(found, then)
    told = "; ".join(f"{row[0]} {row[3]}" for row in rows)
    return Drawing(
        "bridge",
        title,
        worded("Net benefit, {currency}, likely case; the line is where it stood then", currency=currency),
        f"{title}. {told}.",
        {"bridge": columns(rows)},
        {"x_domain": list(domain)},
    )


def _steps(steps: tuple[BridgeStep, ...]) -> list[tuple[str, float]]:
    """The changes that move most, and all others as one."""
    shown = [(worded(step.title), step.money) for step in steps[:MOST]]
    rest = steps[MOST:]
    if rest:
        label = worded("{count} further changes together", count=len(rest))
        shown.append((label, sum(step.money for step in rest)))
    return shown


def _tone(money: float) -> str:
    return "gap" if money < 0 else "benefit"
