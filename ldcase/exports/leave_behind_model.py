"""The model inside a leave-behind: the graph as JavaScript, and a part of the forecast's own draws.

The draws are chosen in the order of the net benefit, one from the middle of each of so many equal parts, so that its
quantiles are those of all draws but for a hair. Each assumption keeps its probabilities in them, and the page turns
these into values by the metalog of the range at hand: a lever moves the result, never the noise.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ldcase.forecast import Forecast
from ldcase.forecast.correlation import linked_columns
from ldcase.forecast.draws import probabilities
from ldcase.forecast.drivers import TARGET
from ldcase.formulas import Graph
from ldcase.formulas.javascript import columns as columns_module
from ldcase.formulas.javascript import module

DRAWS = 512
"""So many draws are handed over."""
SPREAD = (TARGET, "payback_month", "cumulative_net", "cost", "benefit")
"""The quantities whose spread the page shows."""
LIKELY = (*SPREAD, "gap_cost", "gap_cost_able", "applying")
"""The quantities that the page needs of the median case besides those that its sentences write."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A model to be handed over.

    Attributes
    ----------
    data
        Ranges, plan, columns of probabilities (base64 of float64), haircuts; to be written as JSON.
    likely, spread
        ES modules that evaluate every quantity of a row, and those whose spread is shown of all rows at once.
    """

    data: Mapping[str, Any]
    likely: str
    spread: str


def chosen(forecast: Forecast, count: int = DRAWS) -> NDArray[np.intp]:
    """Return the rows of the draws that are handed over, rising; all of them where there are no more than that."""
    if forecast.draws <= count:
        return np.arange(forecast.draws)
    net = np.broadcast_to(forecast[TARGET].draws[:, 0], forecast.draws)
    order = np.argsort(net, kind="stable")
    middles = np.floor((np.arange(count) + 0.5) * forecast.draws / count).astype(np.intp)
    return np.sort(order[middles])


def embedded(forecast: Forecast, asked: Collection[str]) -> Embedded:
    """Return the model of a forecast.

    Parameters
    ----------
    asked
        Names of the quantities that the page writes besides those it always needs.
    """
    case, rows = forecast.case, chosen(forecast)
    spread = _part(case.graph, SPREAD)
    wanted = {name for name in (*LIKELY, *asked) if name in case.graph.formulas}
    links = linked_columns(case.correlations, forecast.draws, forecast.seed)
    columns: dict[str, str] = {}
    for name, assumption in case.assumptions.items():
        if name not in case.graph.inputs:
            continue
        own = links.get(name)
        columns[name] = _written(probabilities(name, forecast.draws, forecast.seed) if own is None else own, rows)
        if assumption.chance:
            happens = f"{name} happens"
            columns[happens] = _written(probabilities(happens, forecast.draws, forecast.seed), rows)
    ranges = {
        name: {
            "low": a.low,
            "likely": a.likely,
            "high": a.high,
            "lower": a.bounds[0],
            "upper": a.bounds[1],
            "whole": a.whole,
            "chance": a.chance,
        }
        for name, a in case.assumptions.items()
    }
    data = {
        "ranges": ranges,
        "plan": dict(case.plan),
        "columns": columns,
        "draws": len(rows),
        "drawn": sorted(spread.inputs & set(ranges)),
        "months": case.horizon,
        "haircuts": [
            {"name": name, "neutral": case.assumptions[name].neutral}
            for name in case.haircuts
            if case.assumptions[name].neutral is not None
        ],
    }
    return Embedded(data, module(_part(case.graph, wanted), case.horizon), columns_module(spread, case.horizon))


def _part(graph: Graph, names: Collection[str]) -> Graph:
    """The formulas of a graph that some quantities need."""
    needed = graph.ancestors(names) | set(names)
    formulas = {name: graph.formulas[name] for name in graph.order if name in needed}
    return Graph.build(formulas, graph.inputs & needed)


def _written(column: NDArray[np.float64], rows: NDArray[np.intp]) -> str:
    return b64encode(np.ascontiguousarray(column[rows], dtype="<f8").tobytes()).decode("ascii")
