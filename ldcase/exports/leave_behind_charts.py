"""The charts of a leave-behind by step, and what the page needs to fill them anew when a lever moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.gap import gap
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.tornado import tornado
from ldcase.charts.drawings.waterfall import waterfall
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words.answer import lowered


@dataclass(frozen=True, slots=True)
class Charts:
    """The drawings of each step, and the axes they were drawn on."""

    by_step: Mapping[str, tuple[Drawing, ...]]
    axes: Axes

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """All of them, in their order."""
        return tuple(drawing for step in self.by_step.values() for drawing in step)


def charts(forecast: Forecast) -> Charts:
    """Draw the charts of a leave-behind."""
    axes = Axes()
    first = forecast.case.metrics[0]
    return Charts(
        {
            "opportunity": (gap(forecast, first, axes), causes(forecast)),
            "idea": (costs(forecast, axes),),
            "evidence": (waterfall(forecast, axes), tornado(forecast, axes), must_be_true(forecast)),
            "ask": (fan(forecast, axes), net_benefit_dots(forecast, axes)),
        },
        axes,
    )


def as_data(drawn: Charts) -> list[dict[str, Any]]:
    """Return the charts as the page shows them first; a title is text, and is escaped where it is set."""
    return [
        {
            "id": each.spec,
            "spec": each.spec,
            "title": each.title,
            "subtitle": each.subtitle,
            "description": each.description,
            "data": {name: dict(columns) for name, columns in each.data.items()},
            "signals": dict(each.signals),
        }
        for each in drawn.drawings
    ]


def subtitles(drawn: Charts) -> dict[str, str]:
    """Return what is measured, by chart; no lever changes it."""
    return {each.spec: each.subtitle for each in drawn.drawings}


def categories(forecast: Forecast) -> list[dict[str, str]]:
    """Return the categories of cost of a case, with their titles."""
    names = [name for name in forecast.case.catalogue.model["costs"].categories if name in forecast.values]
    titles = {name: worded(forecast[name].title) for name in names}
    return [{"name": name, "title": titles[name], "lowered": lowered(titles[name])} for name in names]


def history(forecast: Forecast, drawn: Charts) -> dict[str, Any]:
    """Return the two lines of the first metric; of ``measured`` ones the last month is what the case assumes."""
    lines = next(each.data["gap"] for each in drawn.drawings if each.spec == "gap")
    labels = [str(label) for label in lines["label"]]
    return {
        "label": labels,
        "team": lines["team"],
        "best": lines["best"],
        "measured": not labels[-1].isdigit(),
        "axis": f"gap.{forecast.case.metrics[0].key}",
    }
