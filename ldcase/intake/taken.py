"""What a file would set in a case: the metric's history, its figure today and that of those who do it best."""

from __future__ import annotations

import copy
import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ldcase.case import Case, MetricUse
from ldcase.case.assumption import Bounds
from ldcase.case.entry import merged
from ldcase.case.places import Plain, at, parts
from ldcase.errors import CaseError, Finding
from ldcase.intake.exemplar import best_by_month
from ldcase.intake.history import Level
from ldcase.intake.series import Series
from ldcase.intake.summary import Summary
from ldcase.language import said, worded, worded_many

SAMPLE = "sample"
"""A file whose name begins with this is sample data, and stays marked as that in the case."""
_FIGURES = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the case as the file would set it: P10, P50, P90 in the unit of the catalogue."""

    name: str
    low: float
    likely: float
    high: float
    note: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be set.

    Attributes
    ----------
    path
        The metric in the document: setting it is one change, and one undo.
    figures
        The baseline, and the exemplar where the file tells one.
    source
        Where the figures come from.
    history
        The text of the history file; empty where there are fewer than two months.
    """

    path: str
    metric: str
    figures: tuple[Figure, ...]
    source: str
    history: str
    sample: bool

    def entry(self, case: Case, history_name: str) -> Mapping[str, Any]:
        """The metric's entry in the document with the figures and the history in it; everything else stays."""
        found = at(case.data, parts(self.path))
        entry: dict[str, Any] = copy.deepcopy(found) if isinstance(found, dict) else {}
        if self.history:
            entry["history"] = history_name
        assumptions = dict(entry.get("assumptions") or {})
        use = next(use for use in case.metrics if use.key == self.metric)
        for figure in self.figures:
            need = use.module.needs[figure.name]
            before = assumptions.get(figure.name)
            assumptions[figure.name] = merged(
                before if isinstance(before, dict) else {}, self._given(figure, need.unit)
            )
        return {**entry, "assumptions": assumptions}

    def _given(self, figure: Figure, unit: str) -> dict[str, Plain]:
        values: dict[str, Plain] = (
            {"value": figure.likely}
            if figure.low == figure.high
            else {"low": figure.low, "likely": figure.likely, "high": figure.high}
        )
        told: dict[str, Plain] = {"unit": unit, "source": self.source, "grade": "measured here", "note": figure.note}
        return {**values, **told, "sample": True if self.sample else None}


def proposal(case: Case, use: MetricUse, found: Summary, file: str) -> Proposal:
    """Say what a file would set for a metric of a case.

    Raises
    ------
    CaseError
        When the metric's figures are computed and cannot be set.
    """
    names = [use.module.baseline, use.module.exemplar]
    if any(name not in use.module.needs for name in names):
        what = said(
            "What {title} is today is computed in this metric, so it cannot be set from a file.", title=use.title
        )
        raise CaseError(Finding("data-computed", what, use.module.id, do=said("Choose another metric.")))
    series, history = found.series, found.history
    months = series.window
    mean = worded_many("Mean of the last month.", "Mean of the last {months} months.", months, months=months)
    figures = [_figure(names[0], history.baseline, f"{mean} {worded(series.how)}", use)]
    best = found.exemplar
    if best is not None and best.real_share > 0:
        groups = len(found.groups)
        who = (
            worded("The best {best} of {groups} groups that are large enough", best=len(best.groups), groups=groups)
            if groups > len(best.groups)
            else worded("Those who do it best")
        )
        note = worded_many(
            "{who} over the last month.", "{who} over the last {months} months.", months, who=who, months=months
        )
        if f"{best.raw:.3g}" != f"{best.level.likely:.3g}":
            luck = worded(said("{measured:.4g} was measured; the rest is taken for luck.", measured=best.raw))
            note = f"{note} {luck}"
        figures.append(_figure(names[1], best.level, note, use))
    sample = file.casefold().startswith(SAMPLE)
    source = worded(_source(file, series, found.reading.report.rows_used, sample))
    path = f"opportunity.metrics.{use.key}"
    return Proposal(path, use.key, tuple(figures), source, _as_csv(found), sample)


def _source(file: str, series: Series, rows: int, sample: bool) -> str:
    """Where the figures come from; months by number, which reads the same in every language."""
    first, last = (f"{month.astype(object):%m/%Y}" for month in (series.months[0], series.months[-1]))
    span = first if first == last else f"{first}–{last}"
    if sample:
        return said("{file}, {span}, {rows:,} rows (sample data)", file=file, span=span, rows=rows)
    return said("{file}, {span}, {rows:,} rows", file=file, span=span, rows=rows)


def _figure(name: str, level: Level, note: str, use: MetricUse) -> Figure:
    """A figure rounded to what its interval bears, inside the bounds of the catalogue and with its ends in order."""
    low, likely, high = _inside(level, use.module.needs[name].bounds)
    return Figure(name, low, likely, high, note)


def _inside(level: Level, bounds: Bounds) -> tuple[float, float, float]:
    """Round the three values; one that would lie on or beyond a bound is moved half-way between it and the middle."""
    width = max(level.high - level.low, abs(level.likely) * 1e-3)
    digits = _FIGURES - 2 - math.floor(math.log10(width)) if width > 0 else _FIGURES
    least, most = (-math.inf if bounds[0] is None else bounds[0]), (math.inf if bounds[1] is None else bounds[1])
    low, likely, high = (round(min(max(value, least), most), digits) for value in (level.low, level.likely, level.high))
    if not least < likely < most:
        return likely, likely, likely
    low = low if low > least else (least + likely) / 2
    high = high if high < most else (most + likely) / 2
    return (low, likely, high) if low < likely < high else (likely, likely, likely)


def _as_csv(found: Summary) -> str:
    """The history as case files hold it: date, value, group (team, best), for the months that have a figure."""
    series = found.series
    lines = {"team": series.team}
    if found.exemplar is not None:
        lines["best"] = best_by_month(series, found.exemplar)
    rows = [
        (f"{month.astype(object):%Y-%m-%d}", f"{value:.6g}", group)
        for group, values in lines.items()
        for month, value in zip(series.months, values, strict=True)
        if np.isfinite(value)
    ]
    if sum(group == "team" for _, _, group in rows) < 2:
        return ""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("date", "value", "group"))
    writer.writerows(rows)
    return stream.getvalue()
