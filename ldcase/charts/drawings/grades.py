"""What the headline rests on, grade by grade, and what stands when each is at its cautious end."""

from __future__ import annotations

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.waterfall import Row, columns
from ldcase.forecast.grades import Grades
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.grades import CAUTIOUS, rests
from ldcase.words.sentence import told_in_turn, unended


def grades(found: Grades, currency: str, axes: Axes) -> Drawing:
    """Draw the headline, what goes with each grade from the weakest up, and what stands at the end."""
    headline = worded("The headline")
    rows: list[Row] = [(headline, 0.0, found.headline, numbers.money(found.headline), _tone(found.headline), 600)]
    for tier in found.tiers:
        before, left = tier.stands + tier.rests, tier.stands
        rows.append((worded(CAUTIOUS[tier.grade]), before, left, numbers.signed_money(-tier.rests), "uncertain", 450))
        if tier is not found.tiers[-1]:
            continue
        rows.append((worded("What stands even then"), 0.0, left, numbers.money(left), _tone(left), 600))
    edges = [edge for row in rows for edge in row[1:3]]
    domain = axes.fit("grades", min(0.0, *edges), max(0.0, *edges))
    title = str(rests(found))
    return Drawing(
        "grades",
        unended(title),
        worded("Net benefit, {currency}, likely case; each grade on top of the weaker ones", currency=currency),
        told_in_turn(title, "; ".join(f"{row[0]} {row[3]}" for row in rows)),
        {"grades": columns(rows)},
        {"x_domain": list(domain)},
    )


def _tone(net: float) -> str:
    return "benefit" if net >= 0 else "gap"
