"""From the gross gap to what is claimed and what is left, every haircut visible."""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Columns, Drawing
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.sentence import told_in_turn

Row = tuple[str, float, float, str, str, int]
"""Label, start, end, text, tone and weight of a bar."""


def waterfall(forecast: Forecast, axes: Axes) -> Drawing:
    """The haircuts of the likely case, then the cost, then the net benefit."""
    cuts = forecast.haircuts()
    case = forecast.case
    rows: list[Row] = [(worded("Before any haircut"), 0.0, cuts.gross, numbers.money(cuts.gross), "gap", 600)]
    rows += [
        (worded(step.title), step.before, step.after, numbers.signed_money(step.change), "uncertain", 450)
        for step in cuts.steps
    ]
    rows.append((worded("What is claimed"), 0.0, cuts.claimed, numbers.money(cuts.claimed), "benefit", 600))
    rows.append((worded("Cost, all in"), cuts.claimed, cuts.net, numbers.signed_money(-cuts.cost), "gap", 450))
    left = numbers.money(cuts.net)
    rows.append((worded("What is left"), 0.0, cuts.net, left, "benefit" if cuts.net >= 0 else "gap", 600))
    edges = [edge for row in rows for edge in row[1:3]]
    domain = axes.fit("waterfall", min(0.0, *edges), max(0.0, *edges))
    if cuts.gross <= 0:
        title = worded("There is nothing to claim")
    elif cuts.steps:
        title = worded(
            "Of each 100 before haircuts, the case claims {claimed}",
            claimed=numbers.of_100(round(cuts.claimed / cuts.gross, 3)),
        )
    else:
        title = worded("No haircut of any kind is taken")
    return Drawing(
        "waterfall",
        title,
        worded("{currency} over {time}, likely case", currency=case.currency, time=numbers.months(case.horizon)),
        told_in_turn(title, "; ".join(f"{row[0]} {row[3]}" for row in rows)),
        {"waterfall": columns(rows)},
        {"x_domain": list(domain)},
    )


def columns(rows: Sequence[Row]) -> Columns:
    """Return bars that begin where the one above ended as the columns of their data set."""
    return {
        "order": list(range(len(rows))),
        "label": [row[0] for row in rows],
        "start": [row[1] for row in rows],
        "end": [row[2] for row in rows],
        "text": [row[3] for row in rows],
        "tone": [row[4] for row in rows],
        "weight": [row[5] for row in rows],
    }
