"""The charts filled from forecasts: every column the chart names, axes that hold the data and stay put."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

import pytest

from ldcase.case import Case
from ldcase.charts.axes import Axes, money_values, nice, number_values, percent_values, step_of, ticks
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.away import away
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import gap_cost_dots, net_benefit_dots, outcomes
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.gap import gap
from ldcase.charts.drawings.grades import grades
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.rollout import rollout
from ldcase.charts.drawings.tornado import tornado
from ldcase.charts.drawings.waterfall import waterfall
from ldcase.charts.drawings.ways import ways
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.grades import grades as resting_on
from ldcase.forecast.ways import effect_ways
from ldcase.words import numbers
from tests.sample_cases import BUNDLED, Making, bare, bundled, fixed, varied, what_if, with_two_metrics

CHARTS: Mapping[str, Callable[[Forecast, Axes], Drawing]] = {
    "away": away,
    "causes": lambda of, axes: causes(of),
    "costs": costs,
    "net_benefit_dots": net_benefit_dots,
    "gap_cost_dots": gap_cost_dots,
    "fan": fan,
    "gap": lambda of, axes: gap(of, of.case.metrics[0], axes),
    "must_be_true": lambda of, axes: must_be_true(of),
    "rollout": rollout,
    "tornado": tornado,
    "waterfall": waterfall,
    "ways": lambda of, axes: ways(effect_ways(of, of.case.metrics[0].key), "The effect", axes),
    "grades": lambda of, axes: grades(resting_on(of), of.case.currency, axes),
}
HOLDS = {
    "away": ("y_domain", "away", ("learners", "all")),
    "costs": ("x_domain", "costs", ("value",)),
    "net_benefit_dots": ("x_domain", "dots", ("value",)),
    "gap_cost_dots": ("x_domain", "dots", ("value",)),
    "fan": ("y_domain", "fan", ("p10", "p25", "p50", "p75", "p90")),
    "gap": ("y_domain", "gap", ("team", "best")),
    "rollout": ("y_domain", "rollout", ("applying", "trained")),
    "tornado": ("x_domain", "tornado", ("low", "high")),
    "waterfall": ("x_domain", "waterfall", ("start", "end")),
    "ways": ("x_domain", "ways", ("low", "likely", "high")),
    "grades": ("x_domain", "grades", ("start", "end")),
}
WHAT_IFS: list[Mapping[str, Any]] = [
    {},
    {"effect_achieved": 0.0},
    {"effect_achieved": 3.0},
    {"able_share": 0.0},
    {"able_share": 1.0},
    {"reach_share": 0.0},
    {"start_delay": 60},
    {"learner_rate": 1e9},
    {"cohort_1.people": 1_000_000},
    {"half_life": 0.1, "use_share": 0.0},
]


def short(data: dict[str, Any]) -> None:
    data["horizon"] = 1
    data["idea"]["cohorts"] = [{"people": 1, "start": 1}]


def long(data: dict[str, Any]) -> None:
    data["horizon"] = 120
    bare(data)


def free(name: str) -> Case:
    case = bundled(name)
    money = (a.name for a in case.assumptions.values() if a.unit.startswith("money") and "." not in a.name)
    return case.what_if(dict.fromkeys(money, 0.0))


def situations() -> list[tuple[str, Making]]:
    found: list[tuple[str, Making]] = [
        (f"{name} {change}", partial(what_if, name, change)) for name in BUNDLED for change in WHAT_IFS
    ]
    for name in BUNDLED:
        found += [(f"{name} {change.__name__}", partial(varied, name, change)) for change in (short, long, bare)]
        found += [(f"{name} {made.__name__}", partial(made, name)) for made in (fixed, free)]
    found += [
        (f"sale {change}", partial(what_if, "closing-the-sale", change))
        for change in (
            {"win_rate.exemplar_win_rate": 0.2},
            {"win_rate.exemplar_win_rate": 0.05},
            {"win_rate.deal_size": 1e12},
            {"win_rate.deal_size": 1e-6},
        )
    ]
    return [*found, ("two metrics", partial(varied, "closing-the-sale", with_two_metrics))]


SITUATIONS = situations()


def flat(value: object) -> list[object]:
    if isinstance(value, dict):
        return [part for each in value.values() for part in flat(each)]
    return [part for each in value for part in flat(each)] if isinstance(value, list | tuple) else [value]


def assert_filled(drawing: Drawing) -> None:
    """A chart is given every column and signal it names: what is left out would stay as the chart before left it."""
    module = import_module(f"ldcase.charts.{drawing.spec}")
    assert module.COLUMNS.keys() == drawing.data.keys()
    for dataset, columns in drawing.data.items():
        assert set(columns) == set(module.COLUMNS[dataset]), (drawing.spec, dataset)
        assert len({len(values) for values in columns.values()}) <= 1, (drawing.spec, dataset)
        assert all(isinstance(values, list) for values in columns.values())
    assert set(drawing.signals) == set(module.SIGNALS), drawing.spec


@pytest.mark.parametrize("made", [made for _, made in SITUATIONS], ids=[label for label, _ in SITUATIONS])
def test_every_chart_can_be_drawn_in_every_situation(made: Making) -> None:
    of = forecast(made(), 128)
    for name, draw in CHARTS.items():
        drawing = draw(of, Axes())
        assert_filled(drawing)
        json.dumps([drawing.data, drawing.signals], allow_nan=False)  # plain and finite
        for text in (drawing.title, drawing.subtitle, drawing.description, *flat(dict(drawing.data))):
            if isinstance(text, str):
                assert not re.search(r"\b(nan|inf|unknown)\b|\bNone\b(?! of)", text), text
                assert "{" not in text
                assert "  " not in text
                assert "\N{MINUS SIGN}0 " not in f"{text} "
        assert drawing.title
        assert drawing.description.startswith(drawing.title)
        assert drawing.description.endswith(".")
        assert not drawing.description.endswith("..")
        if name in HOLDS:
            signal, dataset, columns = HOLDS[name]
            signals: Mapping[str, Any] = drawing.signals
            low, high = signals[signal]
            assert low < high, name
            slack = 1e-9 * (high - low)
            for column in columns:
                for value in drawing.data[dataset][column]:
                    assert low - slack <= value <= high + slack, (name, column, value, low, high)
            for tick in signals.get("x_ticks") or signals.get("y_ticks") or []:
                assert low - slack <= tick <= high + slack


@pytest.mark.parametrize("name", BUNDLED)
def test_the_charts_say_what_the_forecast_says(name: str) -> None:
    of = forecast(bundled(name), 512)
    axes = Axes()
    cuts = of.haircuts()
    fall = waterfall(of, axes).data["waterfall"]
    assert fall["end"][0] == cuts.gross
    assert fall["end"][-1] == pytest.approx(of["net_benefit"].likely)
    assert len(fall["label"]) == len(cuts.steps) + 4
    assert sum(costs(of, axes).data["costs"]["value"]) == pytest.approx(of["cost"].likely)
    ends = fan(of, axes).data["fan_ends"]
    assert ends["value"] == pytest.approx([of["net_benefit"].p90, of["net_benefit"].p50, of["net_benefit"].p10])
    assert fan(of, axes).data["fan"]["p50"][0] == 0
    bars = tornado(of, axes).data["tornado"]
    assert bars["low"] == [driver.at_low for driver in of.tornado()[: len(bars["low"])]]
    values = outcomes(of["net_benefit"])
    assert len(values) == 50
    assert values == sorted(values)
    dots = net_benefit_dots(of, axes)
    assert dots.data["dots"]["tone"].count("benefit") == sum(value > 0 for value in values)
    assert abs(dots.data["dots"]["tone"].count("benefit") / 50 - of.summary.chance) <= 0.02
    assert causes(of).data["causes"]["end"][-1] == pytest.approx(1)
    history = gap(of, of.case.metrics[0], axes).data["gap"]
    assert history["team"][-1] == of[of.case.metrics[0].baseline].likely
    assert history["best"][-1] == of[of.case.metrics[0].exemplar].likely
    trained = rollout(of, axes).data["rollout"]["trained"]
    assert trained[-1] == of["people_planned"].likely
    for row, label in zip(*(must_be_true(of).data["must_be_true"][key] for key in ("text", "label")), strict=True):
        even = next(even for even in of.break_even() if even.title == label)
        assert row.startswith(
            "pays back at" if even.value is None else "at least" if even.more_is_better else "at most"
        )


def said(of: Forecast, name: str) -> str:
    return CHARTS[name](of, Axes()).title.replace(numbers.SPACE, " ")


@pytest.mark.parametrize(
    ("change", "name", "title"),
    [
        ({"effect_achieved": 0.0}, "net_benefit_dots", "None of 50 equally likely outcomes pays back"),
        ({"effect_achieved": 3.0}, "net_benefit_dots", "All 50 equally likely outcomes pay back"),
        ({"effect_achieved": 0.0}, "fan", "It is not paid back within 24 months"),
        ({}, "fan", "Costs come first; it is paid back in month 11"),
        ({"effect_achieved": 0.0}, "rollout", "Nobody applies it"),
        ({"effect_achieved": 0.0}, "waterfall", "There is nothing to claim"),
        ({"win_rate.exemplar_win_rate": 0.1}, "gap", "There is no gap: the team already does as well as the best"),
        ({}, "gap", "The best win ten more of every hundred offers"),
        ({}, "causes", "50 % of the gap is skill"),
        ({"able_share": 0.1}, "causes", "Most of the gap is not skill: people are not allowed"),
        ({}, "waterfall", "Of each 100 before haircuts, the case claims 13.5"),
    ],
)
def test_titles_state_the_finding(change: Mapping[str, Any], name: str, title: str) -> None:
    assert said(forecast(bundled("closing-the-sale").what_if(change)), name) == title


def test_what_starts_after_the_horizon_moves_nothing() -> None:
    of = forecast(bundled("it-turnover").what_if({"start_delay": 12.0}), 64)
    assert said(of, "fan") == said(of, "must_be_true") == "Nothing happens within 12 months"
    assert said(of, "tornado") == "Nothing moves the result within 12 months"
    assert tornado(of, Axes()).data["tornado"]["label"] == []


def test_one_outcome_pays() -> None:
    case = bundled("closing-the-sale")
    for effect in range(20, 40):
        of = forecast(case.what_if({"effect_achieved": effect / 200}), 512)
        if sum(value > 0 for value in outcomes(of["net_benefit"])) == 1:
            assert said(of, "net_benefit_dots") == "1 of 50 equally likely outcomes pays back"
            return
    pytest.fail("no effect leaves one outcome above zero")


def test_what_is_not_explained_is_a_part_of_its_own() -> None:
    of = forecast(varied("closing-the-sale", bare), 64)
    parts = causes(of).data["causes"]
    assert parts["label"][-1].startswith("not known 50")
    assert parts["end"][-1] == 1
    assert len(causes(forecast(bundled("closing-the-sale"), 64)).data["causes"]["label"]) == 4


def test_axes_stay_put_while_the_data_fit() -> None:
    case = bundled("closing-the-sale")
    base = forecast(case, 128)
    axes = Axes()
    before = {name: draw(base, axes).signals for name, draw in CHARTS.items() if name in HOLDS}
    near = base.with_case(case.what_if({"able_share": 0.49}))
    for name, draw in CHARTS.items():
        if name in HOLDS:
            domain = HOLDS[name][0]
            assert draw(near, axes).signals[domain] == before[name][domain], name
    far = base.with_case(case.what_if({"effect_achieved": 3}))
    assert fan(far, axes).signals["y_domain"] != before["fan"]["y_domain"]
    axes.forget()
    assert fan(base, axes).signals["y_domain"] == before["fan"]["y_domain"]


def test_bars_of_cost_keep_their_order() -> None:
    case = bundled("closing-the-sale")
    axes = Axes()
    base = forecast(case, 64)
    first = costs(base, axes).data["costs"]["label"]
    amounts = costs(base, axes).data["costs"]["value"]
    assert amounts == sorted(amounts, reverse=True)
    moved = base.with_case(case.what_if({"evaluation_cost": 1e6}))
    again = costs(moved, axes)
    assert again.data["costs"]["label"] == first
    assert "evaluation" in again.title
    gone = base.with_case(case.what_if({"evaluation_cost": 0.0}))
    assert costs(gone, axes).data["costs"]["label"] == [label for label in first if label != "Evaluation"]


@pytest.mark.parametrize(
    ("low", "high"),
    [(0, 0), (-1, 3), (5, 5), (-7, -7), (1e-9, 3e-9), (-4e14, 2e15), (0.19, 0.31), (math.nan, 1), (0, math.inf)],
)
def test_axes_are_round_and_hold_what_is_given(low: float, high: float) -> None:
    domain = nice(low, high)
    assert domain[0] < domain[1]
    assert all(map(math.isfinite, domain))
    if math.isfinite(low) and math.isfinite(high):
        assert domain[0] <= low + 1e-9 * abs(low)
        assert high - 1e-9 * abs(high) <= domain[1]
    marks = ticks(domain)
    assert 2 <= len(marks) <= 7
    for write in (money_values, percent_values, number_values):
        told = write(domain)
        texts = {f"{mark * told['value_scale']:.{told['value_digits']}f}" for mark in marks}  # type: ignore[operator]
        assert len(texts) == len(marks), "two ticks would read the same"


def test_an_axis_is_remembered_by_its_chart() -> None:
    axes = Axes()
    assert axes.fit("a", 0, 95) == (0, 100)
    assert axes.fit("a", 10, 60) == (0, 100)
    assert axes.fit("b", 10, 60) != (0, 100)
    assert axes.fit("a", 0, 20) != (0, 100), "the data would rattle"
    assert axes.fit("a", 0, 1000)[1] >= 1000
    assert step_of(0, 100) == 20
