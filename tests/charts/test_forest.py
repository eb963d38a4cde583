"""The forest: one scale a picture, what is expected here last, axes that hold everything."""

from __future__ import annotations

from typing import Any

import pytest

from ldcase.charts import forest as chart
from ldcase.charts.drawings.forest import AXES, MOST, drawn, forest, written
from ldcase.evidence import Effect, load
from ldcase.evidence.effect import COMPARABLE
from ldcase.evidence.prior import Prior, Unit, prior_for
from tests.sample_cases import DATA

EFFECTS = load(DATA / "evidence")


def expected(axis: str) -> Prior:
    unit: Unit = "percent" if axis in ("percent", "leavers") else "d"
    topic = {"percent": "productivity", "leavers": "turnover"}.get(axis, "leadership")
    return prior_for(EFFECTS, "results", topic, unit=unit)


@pytest.mark.parametrize("axis", AXES)
def test_only_findings_on_one_scale_stand_side_by_side(axis: str) -> None:
    effects = drawn(EFFECTS.values(), axis)
    assert 2 <= len(effects) <= MOST
    assert {COMPARABLE[effect.scale] for effect in effects} == {"percent" if axis == "leavers" else axis}
    assert {effect.domain == "turnover" for effect in effects if axis in ("percent", "leavers")} <= {axis == "leavers"}
    assert not [effect.id for effect in effects if effect.level == "persistence"]


@pytest.mark.parametrize("axis", AXES)
def test_every_column_and_every_end_is_there(axis: str) -> None:
    prior = expected(axis)
    drawing = forest(list(EFFECTS.values()), axis, prior)
    data = drawing.data["forest"]
    assert set(data) == set(chart.COLUMNS["forest"])
    assert len({len(values) for values in data.values()}) == 1
    domain: Any = drawing.signals["x_domain"]
    low, high = domain
    ends = [value for name in ("value", "low", "high") for value in data[name] if value is not None]
    assert all(low <= end <= high for end in ends)
    assert low <= 0 <= high
    assert all(words in drawing.description for words in data["text"])
    assert (data["part"][-1] == "expected") == (prior.axis == axis)


def test_what_one_programme_may_do_is_the_last_and_widest_line_and_the_title() -> None:
    prior = expected("d")
    drawing = forest([EFFECTS["orgtraining2025"], EFFECTS["collins2004-system"]], "d", prior)
    data = drawing.data["forest"]
    assert data["label"] == [
        "Collins & Holton 2004: Results of the firm, leadership programmes",
        "One programme here, 8 of 10 cases",
    ]
    assert (data["low"][-1], data["value"][-1], data["high"][-1]) == (prior.low, prior.likely, prior.high)
    assert drawing.title == "Expect 57 of 100 trained people above the untrained average; without training it is 50"
    percent = expected("percent")
    title = forest(list(EFFECTS.values()), "percent", percent).title
    assert title.startswith(f"Expect {written(percent.likely, 'percent')} of one programme here; ")
    assert "What these studies found" in forest([EFFECTS["collins2004-system"]], "d").title
    assert "No study here" in forest([], "d").title


def test_grades_warnings_and_stated_ends_are_told_apart() -> None:
    effects: list[Effect] = [EFFECTS[name] for name in ("orgtraining2025", "farrell1999-sales")]
    links = forest(effects, "r").data["forest"]
    assert links["part"] == ["interval", "range"]
    assert links["grade"] == ["sound", "fair"]
    warned = forest([EFFECTS["jones2016-results"], EFFECTS["theeboom2014"]], "d").data["forest"]
    assert warned["tone"] == ["gap", "ink"]
    assert warned["value"] == [1.24, None]
    assert warned["text"][1] == "0.43 to 0.74 · A−"


def test_a_correlation_that_a_range_begins_with_stands_converted_beside_the_others() -> None:
    prior = prior_for(EFFECTS, "behaviour", "sales")
    data = forest([EFFECTS["collins2004-system"]], "d", prior).data["forest"]
    assert data["label"][0] == "Farrell 1999: Sales training, performance, converted"
    assert data["value"][0] == pytest.approx(0.324, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("arthur2003-results", "Arthur and others 2003"),
        ("keith2008", "Keith & Frese 2008"),
        ("degrip2012", "De Grip & Sauermann 2012"),
        ("hughes2016", "Hughes and others 2016"),
        ("rohs2004", "Rohs 2004"),
        ("farrell1999-sales", "Farrell 1999"),
        ("saks2002-survey", "Saks 2007"),
        ("theeboom2014", "Theeboom and others 2014"),
        ("orgtraining2025", "Organizational-Level Training and Performance 2025"),
    ],
)
def test_studies_have_short_names(name: str, short: str) -> None:
    assert EFFECTS[name].short_name == short
