"""The two charts of a pilot's results: every column, axes that hold the data, zones that fill the axis, plain words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from ldcase.case.document_pilot import PilotGates
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.learned import learned
from ldcase.charts.drawings.pilot_result import pilot_result
from ldcase.forecast import forecast
from ldcase.pilot.analysis import PilotResult, analysed
from ldcase.pilot.learned import Lesson, lesson
from ldcase.pilot.observed import Measure, measure
from ldcase.pilot.readings import Group, Reading
from tests.sample_cases import BUNDLED, bundled

KEPT = (0.7, 0.85, 1.0)
PAIRS = [(name, use.key) for name in BUNDLED for use in bundled(name).metrics]


def situation(name: str, metric: str, at: float = 1.0) -> tuple[Lesson, PilotResult, Measure]:
    """A pilot of ten teams that finds ``at`` times what was expected."""
    before = forecast(bundled(name), 512)
    seen = measure(before.case, metric)
    expected = lesson(before, metric, 2, 0.0, 1e9, KEPT).expected
    middle, width = float(expected[expected > 0].mean()), float(expected.std())
    sign = 1 if seen.better == "higher" else -1
    level = abs(before[seen.quantity].likely) or 10 * middle
    moved: dict[Group, float] = {"pilot": at * middle, "comparison": 0.0}
    readings = [
        Reading(group, f"{group} {team}", after, level + sign * after * (moves + 0.6 * width * (team - 2)))
        for group, moves in moved.items()
        for team in range(5)
        for after in (False, True)
    ]
    result = analysed(readings, seen.better)
    return lesson(before, metric, 2, result.estimate, result.spread, KEPT), result, seen


def whole(drawing: Drawing) -> None:
    module = import_module(f"ldcase.charts.{drawing.spec}")
    assert module.COLUMNS.keys() == drawing.data.keys()
    for dataset, columns in drawing.data.items():
        assert set(columns) == set(module.COLUMNS[dataset])
        assert len({len(values) for values in columns.values()}) == 1
    assert set(drawing.signals) == set(module.SIGNALS)
    text = json.dumps([drawing.data, drawing.signals, drawing.title, drawing.subtitle], allow_nan=False)
    assert not re.search(r"\bnan\b|\binf\b|\bNone\b|unknown", text)
    assert drawing.description.startswith(drawing.title)
    assert drawing.description.endswith(".")


@pytest.mark.parametrize("at", [-0.5, 0.4, 1.0, 2.0])
@pytest.mark.parametrize(("name", "metric"), PAIRS)
def test_both_charts_are_drawn_for_every_metric(name: str, metric: str, at: float) -> None:
    found, result, seen = situation(name, metric, at)
    stop, go = sorted((0.9 * result.estimate, 0.3 * result.estimate))
    gates = PilotGates(go=go, stop=stop)
    drawing = learned(found, result, seen, gates, Axes())
    whole(drawing)
    domain: Any = drawing.signals["x_domain"]
    low, high = domain
    for column in ("widest_low", "low", "likely", "high", "widest_high"):
        assert all(low <= value <= high for value in drawing.data["learned"][column])
    zones = drawing.data["learned_zones"]
    assert (zones["start"][0], zones["end"][-1]) == (low, high)
    assert zones["start"][1:] == zones["end"][:-1]
    assert len(drawing.data["learned"]["label"]) == 2 + found.updated.usable
    whole(pilot_result(result, seen, Axes()))


def test_without_gates_there_are_no_zones() -> None:
    found, result, seen = situation("service-desk-course", "handling_time")
    assert learned(found, result, seen, None, Axes()).data["learned_zones"]["label"] == []
    assert learned(found, result, seen, PilotGates(go=1.0), Axes()).data["learned_zones"]["label"] == []


def test_what_was_ruled_out_has_no_row_for_what_is_expected_now() -> None:
    found, result, seen = situation("service-desk-course", "handling_time", 30.0)
    drawing = learned(found, result, seen, None, Axes())
    assert drawing.data["learned"]["label"] == ["Expected before", "The pilot found"]
    assert drawing.title == "The pilot and the forecast do not agree"


def test_the_dashed_line_is_where_the_trained_would_be_had_they_changed_like_the_others() -> None:
    _, result, seen = situation("service-desk-course", "handling_time")
    means = result.means
    drawing = pilot_result(result, seen, Axes())
    without = drawing.data["pilot_result"]["without"]
    assert means.pilot_before is not None
    assert means.comparison_after is not None
    assert means.comparison_before is not None
    assert without == [
        means.pilot_before,
        pytest.approx(means.pilot_before + means.comparison_after - means.comparison_before),
    ]
    interval = drawing.data["pilot_result_interval"]
    ends = sorted((interval["from_value"][0], interval["to_value"][0]))
    low, high = result.interval(0.8)
    # Fewer minutes are better: the interval lies below the dashed line by as much.
    assert ends == [pytest.approx(without[-1] - high), pytest.approx(without[-1] - low)]


def test_one_group_is_drawn_without_a_claim() -> None:
    _, result, seen = situation("service-desk-course", "handling_time")
    means = replace(result.means, comparison_before=None, comparison_after=None)
    drawing = pilot_result(replace(result, method="one group", means=means), seen, Axes())
    whole(drawing)
    assert "nobody knows" in drawing.title
    assert drawing.data["pilot_result_interval"]["month"] == []
