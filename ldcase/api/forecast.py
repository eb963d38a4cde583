"""A forecast as analysts use it: a table, a cash flow, a chart, a comparison."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ldcase import forecast as plain
from ldcase.api.case import checked_target
from ldcase.case import Case
from ldcase.case.display import figure, table
from ldcase.language import worded
from ldcase.words import numbers

if TYPE_CHECKING:
    from altair import LayerChart
    from pandas import DataFrame

    from ldcase.exports.kinds import PaperSize
    from ldcase.forecast.bridge import Bridge
    from ldcase.forecast.finance import Finance
    from ldcase.forecast.grades import Grades
    from ldcase.forecast.grid import Grid
    from ldcase.forecast.information import Information
    from ldcase.forecast.options import Options
    from ldcase.forecast.risk import Risk
    from ldcase.forecast.scenarios import Changes, Scenario
    from ldcase.forecast.ways import EffectWays

RESULTS = ("benefit", "cost", "net_benefit", "npv", "roi", "bcr", "payback_month")


class Forecast(plain.Forecast):
    """A forecast. ``forecast["net_benefit"]`` is a figure with its draws, quantiles and median case."""

    @classmethod
    def of_plain(cls, forecast: plain.Forecast) -> Self:
        """Return the same forecast with the verbs of this class."""
        return cls(**{field.name: getattr(forecast, field.name) for field in fields(forecast)})

    def with_case(self, case: Case, draws: int | None = None) -> Forecast:
        """Evaluate another version of the case on the same draws; only what differs is computed."""
        return self.of_plain(super().with_case(case, draws))

    def table(self) -> DataFrame:
        """Return the results: the median case, P10, P50, P90 and mean of the draws, with unit; by name."""
        from ldcase.api.tables import result_table

        return result_table(self)

    def cash_flow(self) -> DataFrame:
        """Return the median case by month: benefit, cost, net benefit, its sum so far, and that sum's P10, P50 and P90.

        Money in the case's currency; flows at the end of their month.
        """
        from ldcase.api.tables import cash_flow

        return cash_flow(self)

    def chart(self, name: str = "fan", metric: str = "") -> LayerChart:
        """Return a chart of the pitch; ``metric`` says of which metric the gap is drawn, else of the first.

        Raises `CaseError` with the names of all charts.
        """
        from ldcase.api.charts import chart

        return chart(self, name, metric)

    def options(self) -> Options:
        """Return the options of the case side by side, on the same draws, each against doing nothing."""
        from ldcase.forecast.options import options

        return options(self)

    def information(self) -> Information:
        """Return what knowing each uncertain assumption is worth before choosing among all options of the case."""
        from ldcase.forecast.information import information

        return information(self, [option.net for option in self.options().options[2:]])

    def risk(self) -> Risk:
        """Return the chance of a loss and how large it is when it comes."""
        from ldcase.forecast.risk import risk

        return risk(self)

    def finance(self) -> Finance:
        """Return the measures a finance reviewer asks for, in the median case, with their conventions."""
        from ldcase.forecast.finance import finance

        return finance(self)

    def ways(self, metric: str = "") -> EffectWays:
        """Return the ways to the effect of a metric, the first one if none is named, on one footing."""
        from ldcase.forecast.ways import effect_ways

        return effect_ways(self, metric or self.case.metrics[0].key)

    def grades(self) -> Grades:
        """Return how much of the net benefit rests on what is opinion, published, piloted, measured here."""
        from ldcase.forecast.grades import grades

        return grades(self)

    def grid(self, one: str, other: str, points: int = 11) -> Grid:
        """Return the net benefit over two assumptions, and where it is zero."""
        from ldcase.forecast.grid import grid

        return grid(self, one, other, points)

    def scenarios(self, named: Mapping[str, Changes]) -> tuple[Scenario, ...]:
        """Return named sets of other values side by side, on the same draws."""
        from ldcase.forecast.scenarios import scenarios

        return scenarios(self, named)

    def changed_from(self, before: plain.Forecast) -> Bridge:
        """Return what changed since another version of the case: one step for each figure, in money."""
        from ldcase.forecast.bridge import bridge

        return bridge(before.case, self.case)

    def export(
        self,
        target: str | os.PathLike[str],
        *,
        paper: PaperSize = "a4",
        template: str | os.PathLike[str] | None = None,
    ) -> Path:
        """Write the forecast's case in another form, with this forecast's quantiles; see `Case.export`."""
        from datetime import datetime

        from ldcase.exports.kinds import KINDS
        from ldcase.exports.making import ZIP, chosen, write, write_everything
        from ldcase.exports.origin import origin

        path, options = checked_target(target), chosen(paper, Path(template) if template is not None else None)
        came_from = origin(self, datetime.now().astimezone().date())
        if path.suffix.lower() == ZIP:
            write_everything(self, path, came_from, options)
        else:
            write(KINDS[path.suffix.lower()], self, path, came_from, options)
        return path

    def _repr_html_(self) -> str:
        rows = (self._row(self[name]) for name in RESULTS)
        chance = numbers.chance(self["net_benefit"].chance())
        caption = worded("{title}: {chance} outcomes pay", title=self.case.title, chance=chance)
        return table(
            caption, ("", worded("Median case"), "P10", "P50", "P90", worded("Unit")), rows, numeric=(1, 2, 3, 4)
        )

    def _row(self, of: plain.Figure) -> tuple[str, ...]:
        values = (of.likely, of.p10, of.p50, of.p90)
        if of.name == "payback_month":
            return (worded(of.title), *(numbers.month_of_payback(value, self.case.horizon) for value in values), "")
        unit = self.case.currency if of.unit == "money" else ""
        return (worded(of.title), *(figure(value, of.format) for value in values), unit)


def compare(*forecasts: plain.Forecast) -> DataFrame:
    """Put forecasts side by side: results in rows, a column for each forecast, named by what was changed."""
    from ldcase.api.tables import compare_table

    return compare_table(forecasts)
