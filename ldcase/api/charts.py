"""The charts of the pitch as Altair charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ldcase.case import MetricUse
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import gap_cost_dots, net_benefit_dots
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.gap import gap
from ldcase.charts.drawings.grades import grades
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.rollout import rollout
from ldcase.charts.drawings.tornado import tornado
from ldcase.charts.drawings.waterfall import waterfall
from ldcase.charts.drawings.ways import ways
from ldcase.errors import CaseError, Finding
from ldcase.forecast import Forecast
from ldcase.forecast.grades import grades as resting_on
from ldcase.forecast.ways import effect_ways
from ldcase.language import said

if TYPE_CHECKING:
    from altair import LayerChart

CHARTS: Mapping[str, Callable[[Forecast, MetricUse], Drawing]] = {
    "gap": lambda forecast, metric: gap(forecast, metric, Axes()),
    "gap_cost": lambda forecast, metric: gap_cost_dots(forecast, Axes()),
    "causes": lambda forecast, metric: causes(forecast),
    "costs": lambda forecast, metric: costs(forecast, Axes()),
    "rollout": lambda forecast, metric: rollout(forecast, Axes()),
    "waterfall": lambda forecast, metric: waterfall(forecast, Axes()),
    "fan": lambda forecast, metric: fan(forecast, Axes()),
    "dots": lambda forecast, metric: net_benefit_dots(forecast, Axes()),
    "tornado": lambda forecast, metric: tornado(forecast, Axes()),
    "must_be_true": lambda forecast, metric: must_be_true(forecast),
    "ways": lambda forecast, metric: ways(
        effect_ways(forecast, metric.key), forecast.case.formula(metric.effect).title, Axes()
    ),
    "grades": lambda forecast, metric: grades(resting_on(forecast), forecast.case.currency, Axes()),
}
"""What can be drawn, in the order of the pitch."""


def chart(forecast: Forecast, name: str, metric: str = "") -> LayerChart:
    """Return the chart ``name`` of a forecast; see `CHARTS`."""
    from ldcase.charts.filled import filled
    from ldcase.charts.renderer import show_offline

    if name not in CHARTS:
        raise CaseError(
            Finding("unknown-chart", said("There is no such chart."), name[:80], ", ".join(CHARTS), said("Choose one."))
        )
    metrics = {use.key: use for use in forecast.case.metrics}
    if metric and metric not in metrics:
        allowed = ", ".join(metrics)
        raise CaseError(
            Finding("unknown-metric", said("The case has no such metric."), metric[:80], allowed, said("Choose one."))
        )
    show_offline()
    return filled(CHARTS[name](forecast, metrics[metric] if metric else forecast.case.metrics[0]))
