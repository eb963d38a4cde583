"""The chart of own data: what is drawn is what the file says, and small groups are not in it."""

from __future__ import annotations

import json
from typing import Any

from ldcase.charts import history as chart
from ldcase.charts.drawings.history import history
from tests.intake.made import lines
from tests.intake.test_history import months, summarised
from tests.sample_cases import DATA


def test_columns_are_those_of_the_chart_and_lines_lie_within_the_axis() -> None:
    found = summarised((DATA / "samples" / "sample-people.csv").read_bytes(), "turnover", "lower", bounds=(0.0, 3.0))
    drawn = history(found, "percent", "Leavers a year")
    assert {name: set(columns) for name, columns in drawn.data.items()} == {
        name: set(columns) for name, columns in chart.COLUMNS.items()
    }
    domain: Any = drawn.signals["y_domain"]
    low, high = domain
    values = [*drawn.data["history_lines"]["value"], *filter(None, drawn.data["history"]["single"])]
    assert low <= min(values) <= max(values) <= high
    assert set(drawn.data["history_lines"]["series"]) == {"team", "best"}
    assert "gap" in drawn.data["history"]["tone"]
    assert "23.9" in drawn.title
    json.dumps(drawn.data, allow_nan=False)


def test_months_without_a_figure_are_gaps_and_no_groups_make_no_best() -> None:
    rows = [f"{month}-01,{10 + k % 3}" for k, month in enumerate(months(14)) if k != 5]
    drawn = history(summarised(lines("date,value", *rows)), "number", "Minutes")
    assert drawn.data["history"]["single"][5] is None
    assert set(drawn.data["history_lines"]["series"]) == {"team"}
    assert len(drawn.data["history_ends"]["label"]) == 1
    json.dumps(drawn.data, allow_nan=False)
