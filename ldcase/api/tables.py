"""Cases and forecasts as tables. Figures are full figures; nothing is rounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from ldcase.case import Case
from ldcase.errors import CaseError, Finding
from ldcase.formulas.words import in_words
from ldcase.language import said

if TYPE_CHECKING:
    from ldcase.forecast import Forecast

_ASSUMED = ("title", "low", "likely", "high", "unit", "grade", "owner", "source")
_FOUND = (
    "says",
    "level",
    "value",
    "low",
    "high",
    "scale",
    "spread",
    "k",
    "n",
    "population",
    "design",
    "quality_grade",
    "use",
    "caution",
    "study",
    "year",
    "reference",
    "review_by",
)
_RESULTS = ("benefit", "cost", "net_benefit", "npv", "roi", "bcr", "payback_month")


def assumption_table(case: Case) -> pd.DataFrame:
    """Every assumption of a case; index: name."""
    rows = {name: [getattr(a, column) for column in _ASSUMED] for name, a in case.assumptions.items()}
    return _by_name(rows, _ASSUMED)


def formula_table(case: Case) -> pd.DataFrame:
    """Every formula of a case; index: name."""

    def title(name: str) -> str:
        return case.formula(name).title if name in case.formulas else _title_of_input(case, name)

    rows = {}
    for name in case.graph.order:
        formula = case.formula(name)
        rows[name] = [formula.title, formula.unit, formula.expression.text, in_words(formula.expression, title)]
    return _by_name(rows, ("title", "unit", "formula", "in_words"))


def result_table(forecast: Forecast) -> pd.DataFrame:
    """The results of a forecast; index: name."""
    rows = {}
    for name in _RESULTS:
        figure = forecast[name]
        rows[name] = [figure.title, figure.likely, figure.p10, figure.p50, figure.p90, figure.mean, figure.unit]
    return _by_name(rows, ("title", "median_case", "p10", "p50", "p90", "mean", "unit"))


def cash_flow(forecast: Forecast) -> pd.DataFrame:
    """Money by month; index: month."""
    case = forecast.case
    months = pd.period_range(case.start, periods=case.horizon, freq="M", name="month")
    columns = {
        name: forecast.median_case[name][0] if case.graph.shape(name) == "monthly" else forecast[name].likely
        for name in ("total_benefit", "total_cost", "net_by_month", "cumulative_net")
    }
    low, middle, high = forecast["cumulative_net"].fan((0.1, 0.5, 0.9))
    quantiles = {"cumulative_net_p10": low, "cumulative_net_p50": middle, "cumulative_net_p90": high}
    return pd.DataFrame({**columns, **quantiles}, index=months)


def compare_table(forecasts: Sequence[Forecast]) -> pd.DataFrame:
    """Forecasts side by side; index: what is compared."""
    if not forecasts:
        raise CaseError(
            Finding("nothing-to-compare", said("There is nothing to compare."), do=said("Give two forecasts or more."))
        )
    columns: dict[str, pd.Series[float]] = {}
    for forecast in forecasts:
        net, payback = forecast["net_benefit"], forecast["payback_month"]
        values = {f"{name}, median case": forecast[name].likely for name in _RESULTS}
        values |= {"net_benefit, P10": net.p10, "net_benefit, P50": net.p50, "net_benefit, P90": net.p90}
        values |= {"payback_month, P50": payback.p50, "chance that it pays": net.chance()}
        columns[_fresh(_label(forecast.case), columns)] = pd.Series(values)
    return pd.DataFrame(columns)


def evidence_table(case: Case) -> pd.DataFrame:
    """The library of published effects with its fit to a case, the closest first; index: name (of the finding)."""
    from ldcase.evidence import load
    from ldcase.evidence.matching import matches

    used = {finding.id for finding in case.document.evidence.findings}
    rows = {}
    for match in matches(case, load(case.catalogue.root / "evidence").values()):
        effect = match.effect
        told = [getattr(effect, column) for column in _FOUND]
        rows[effect.id] = [*told, match.score, match.reason, effect.id in used]
    return _by_name(rows, (*_FOUND, "fit", "reason", "used"))


def _label(case: Case) -> str:
    """Name a version of a case by what was changed in it."""
    if not case.changes:
        return case.title
    changes = ", ".join(f"{name} {values[1]:g}" for name, values in case.changes.items())
    return f"{case.title}: {changes}"


def _fresh(label: str, taken: dict[str, pd.Series[float]]) -> str:
    number, fresh = 1, label
    while fresh in taken:
        number += 1
        fresh = f"{label} ({number})"
    return fresh


def _title_of_input(case: Case, name: str) -> str:
    return case.assumptions[name].title if name in case.assumptions else name


def _by_name(rows: Mapping[str, Sequence[object]], columns: Sequence[str]) -> pd.DataFrame:
    table = pd.DataFrame.from_dict(rows, orient="index", columns=list(columns))
    table.index.name = "name"
    return table
