"""What the headline rests on, grade by grade, and what stands when each is at its cautious end."""

from __future__ import annotations

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.waterfall import Row, columns
from ldcase.forecast.grades import Grades
from ldcase.words import numbers
from ldcase.words.grades import rests


def grades(found: Grades, currency: str, axes: Axes) -> Drawing:
    """Draw the headline, what goes with each grade from the weakest up, and what stands at the end."""
    rows: list[Row] = [("The headline", 0.0, found.headline, numbers.money(found.headline), _tone(found.headline), 600)]
    for tier in found.tiers:
        before, left = tier.stands + tier.rests, tier.stands
        label = f"{tier.grade[0].upper()}{tier.grade[1:]} at its cautious end"
        rows.append((label, before, left, numbers.signed_money(-tier.rests), "uncertain", 450))
        if tier is not found.tiers[-1]:
            continue
        rows.append(("What stands even then", 0.0, left, numbers.money(left), _tone(left), 600))
    edges = [edge for row in rows for edge in row[1:3]]
    domain = axes.fit("grades", min(0.0, *edges), max(0.0, *edges))
    title = str(rests(found))
    return Drawing(
        "grades",
        title.removesuffix("."),
        f"Net benefit, {currency}, median case; each grade on top of the weaker ones",
        f"{title} " + "; ".join(f"{row[0]} {row[3]}" for row in rows) + ".",
        {"grades": columns(rows)},
        {"x_domain": list(domain)},
    )


def _tone(net: float) -> str:
    return "benefit" if net >= 0 else "gap"
