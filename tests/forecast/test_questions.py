"""What is asked around the median case: tornado, haircuts, break-even, the worth of a step."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from ldcase.forecast import Forecast, forecast
from ldcase.forecast.break_even import searched
from ldcase.forecast.configurations import MedianCase
from tests.sample_cases import BUNDLED, bundled

DRAWS = 256


@pytest.fixture(scope="module", params=BUNDLED)
def of(request: pytest.FixtureRequest) -> Forecast:
    return forecast(bundled(request.param), DRAWS)


def with_only(of: Forecast, name: str, value: float) -> Forecast:
    return forecast(of.case.what_if({name: (value, value, value)}), 1)


def test_a_configuration_is_the_median_case_of_a_what_if(of: Forecast) -> None:
    median = MedianCase(of.case, of.median_case)
    change = {"learner_rate": 50.0, "effect_achieved": 0.5}
    rows = median.rows([{}, change, {"ramp_months": 7.0}], ("net_benefit", "net_by_month", "learners_time"))
    assert rows["net_benefit"].shape == (3, 1)
    assert rows["net_by_month"].shape == (3, of.case.horizon)
    other = forecast(of.case.what_if(change), 1)
    for name, values in rows.items():
        # NumPy's powers differ in the last digit between one row and many.
        assert values[0] == pytest.approx(of[name].median_case[0], rel=1e-12, abs=1e-6)
        assert values[1] == pytest.approx(other[name].median_case[0], rel=1e-12)


def test_the_tornado_is_sorted_and_its_ends_are_forecasts(of: Forecast) -> None:
    drivers = of.tornado()
    assert {driver.name for driver in drivers} == {a.name for a in of.case.assumptions.values() if not a.fixed}
    assert all(wide.swing >= narrow.swing for wide, narrow in pairwise(drivers))
    for driver in drivers:
        assert driver.likely == pytest.approx(of["net_benefit"].likely, rel=1e-12)
        assert driver.at_low == pytest.approx(with_only(of, driver.name, driver.low)["net_benefit"].likely)
        assert driver.at_high == pytest.approx(with_only(of, driver.name, driver.high)["net_benefit"].likely)
        assert min(driver.at_low, driver.at_high) - 1e-6 <= driver.likely <= max(driver.at_low, driver.at_high) + 1e-6


def test_the_worth_of_a_step_is_the_difference_it_makes(of: Forecast) -> None:
    steps = {"learner_rate": 5.0, "able_share": 0.1, "effect_achieved": 0.1}
    for name, worth in of.worth(steps).items():
        assumption = of.case.assumptions[name]
        up = assumption.bounds[1] is None or assumption.likely + steps[name] <= assumption.bounds[1]
        sign = 1 if up else -1
        moved = with_only(of, name, assumption.likely + sign * steps[name])["net_benefit"].likely
        assert worth == pytest.approx(sign * (moved - of["net_benefit"].likely))
    assert of.worth({}) == {}


def test_haircuts_lead_from_gross_to_claimed(of: Forecast) -> None:
    cuts = of.haircuts()
    neutral = {a.name: a.neutral for a in map(of.case.assumptions.get, of.case.haircuts) if a and a.neutral is not None}
    gross = forecast(of.case.what_if({name: (value, value, value) for name, value in neutral.items()}), 1)
    assert cuts.gross == pytest.approx(gross["benefit"].likely)
    assert cuts.claimed == pytest.approx(of["benefit"].likely, rel=1e-12)
    assert cuts.cost == of["cost"].likely
    assert cuts.net == pytest.approx(of["net_benefit"].likely, rel=1e-12, abs=1e-12 * cuts.cost)
    assert cuts.gross + sum(step.change for step in cuts.steps) == pytest.approx(cuts.claimed, rel=1e-12)
    assert all(before.after == after.before for before, after in pairwise(cuts.steps))
    assert all(step.change <= 0 and step.title for step in cuts.steps)
    assert [step.name for step in cuts.steps] == [
        name for name in of.case.haircuts if of.case.assumptions[name].likely != of.case.assumptions[name].neutral
    ]


def test_a_stricter_haircut_never_raises_the_benefit(of: Forecast) -> None:
    median = MedianCase(of.case, of.median_case)
    assert of.case.haircuts
    for name in of.case.haircuts:
        assumption = of.case.assumptions[name]
        lower, upper = assumption.bounds
        assert lower is not None
        assert upper is not None
        assert assumption.neutral in (lower, upper)
        towards = np.linspace(float(assumption.neutral), upper if assumption.neutral == lower else lower, 21)
        benefit = median.at([{name: float(value)} for value in towards], "benefit")
        assert (np.diff(benefit) <= 1e-9 * benefit[0]).all(), name


def test_at_the_break_even_nothing_is_left(of: Forecast) -> None:
    cost = of["cost"].likely
    found = of.break_even(*of.case.assumptions)
    assert [even.name for even in found] == list(of.case.assumptions)
    assert any(even.value is not None for even in found)
    for even in found:
        assumption = of.case.assumptions[even.name]
        assert 0 <= even.chance <= 1
        assert even.likely == assumption.likely
        low, high = searched(assumption)
        median = MedianCase(of.case, of.median_case)
        if even.value is None:
            values = np.arange(low, high + 1) if assumption.whole else np.linspace(low, high, 101)
            everywhere = median.at([{even.name: float(x)} for x in values], "net_benefit")
            assert (everywhere >= 0).all() if even.pays_anyway else (everywhere < 0).all(), even.name
            assert even.chance == float(even.pays_anyway)
            continue
        assert not even.pays_anyway
        assert low <= even.value <= high
        step = 1.0 if assumption.whole else 1e-4 * max(abs(even.value), 1e-3)
        better = step if even.more_is_better else -step
        at, beyond, short = median.at([{even.name: even.value + d} for d in (0.0, better, -better)], "net_benefit")
        if assumption.whole:
            assert even.value == round(even.value)
            assert at >= 0 > short, even.name
        else:
            assert abs(at) <= 1e-6 * cost, even.name
            assert short < 0 < beyond, even.name
        own = of[even.name].draws[:, 0]
        assert even.chance == ((own >= even.value) if even.more_is_better else (own <= even.value)).mean()


def test_break_even_finds_the_crossing_nearest_to_the_likely_value() -> None:
    of = forecast(bundled("closing-the-sale").what_if({"start_delay": 3}), 64)
    (even,) = of.break_even("start_delay")
    assert even.value is not None
    assert not even.more_is_better
    paying, not_paying = (with_only(of, "start_delay", even.value + d)["net_benefit"].likely for d in (0, 1))
    assert paying >= 0 > not_paying


def test_the_textbook_case_needs_almost_all_it_assumes() -> None:
    of = forecast(bundled("it-turnover"))
    share = of.summary.break_even_effect
    assert share is not None
    assert share == pytest.approx(0.99338, abs=5e-6)
    assert 100 * share * of["leavers.effect"].likely == pytest.approx(7.947, abs=5e-4)
    assert 0.45 < of.summary.chance < 0.55


def test_a_case_that_costs_nothing_breaks_even_without_effect() -> None:
    free = {
        name: 0.0
        for name, a in bundled("it-turnover").assumptions.items()
        if a.unit.startswith("money") and "replacement" not in name
    }
    of = forecast(bundled("it-turnover").what_if(free), 64)
    assert of["cost"].likely == 0
    assert of.summary.break_even_effect == 0
    nothing = forecast(bundled("it-turnover").what_if({"leavers.leaver_rate": 0.1}), 64)
    assert nothing["gap_cost"].likely < 0
    assert nothing.summary.break_even_effect is None


def test_what_starts_after_the_horizon_neither_pays_back_nor_breaks_even() -> None:
    of = forecast(bundled("it-turnover"), 64)
    assert not of.summary.nothing_happens
    late = of.with_case(of.case.what_if({"start_delay": 12.0}))
    assert late.summary.nothing_happens
    assert late.summary.payback_p10 == late.summary.payback_likely == np.inf
    assert late.summary.break_even_effect is None
    assert not any(even.pays_anyway for even in late.break_even())


def test_nothing_uncertain_is_no_question() -> None:
    case = bundled("it-turnover")
    fixed = forecast(case.what_if({name: (a.likely,) * 3 for name, a in case.assumptions.items()}), 64)
    assert fixed.tornado() == ()
    assert fixed.break_even() == ()
    assert fixed["net_benefit"].p10 == fixed["net_benefit"].p90 == fixed["net_benefit"].likely
    assert fixed.summary.chance == 1


def test_questions_are_handed_on_and_do_not_pile_up() -> None:
    """A lever in motion: what is asked of every version stays, what was asked once is forgotten."""
    case = bundled("closing-the-sale")
    of = forecast(case, 16)
    names = [driver.name for driver in of.tornado()]
    for k in range(40):
        of = of.with_case(case.what_if({"able_share": 0.3 + k / 200}))
        of.tornado()
        of.break_even(names[k % len(names)])
        of.worth({names[k % len(names)]: 1e-3 * (k + 1)})
    assert len(of._asked.questions) == 3
    fresh = forecast(of.case, 16)
    assert of.tornado() == fresh.tornado()
    assert of.break_even(names[0]) == fresh.break_even(names[0])


def test_answers_after_many_moves_are_those_of_a_fresh_forecast() -> None:
    """Rows that are the same as before are not computed again; whatever was moved, nothing stale is left."""
    random = np.random.default_rng(11)
    case = bundled("closing-the-sale")
    names = [a.name for a in case.assumptions.values() if not a.fixed]
    of = forecast(case, 16)
    five = [driver.name for driver in of.tornado()[:5]]
    for _ in range(30):
        assumption = case.assumptions[str(random.choice(names))]
        moved = {assumption.name: random.uniform(assumption.low, assumption.high)}
        case = case.what_if(moved) if random.random() < 0.7 else bundled("closing-the-sale").what_if(moved)
        of = of.with_case(case)
        fresh = forecast(case, 16)
        assert [one.name for one in of.tornado()] == [one.name for one in fresh.tornado()]
        assert [one.name for one in of.break_even(*five)] == [one.name for one in fresh.break_even(*five)]
        ends = np.array([[driver.at_low, driver.at_high] for driver in of.tornado()])
        expected = np.array([[driver.at_low, driver.at_high] for driver in fresh.tornado()])
        np.testing.assert_allclose(ends, expected, rtol=1e-12, atol=1e-6)
        for mine, theirs in zip(of.break_even(*five), fresh.break_even(*five), strict=True):
            assert mine.value == (theirs.value if theirs.value is None else pytest.approx(theirs.value, rel=1e-9))
        assert of.haircuts().gross == pytest.approx(fresh.haircuts().gross, rel=1e-12)


def test_a_moved_lever_leaves_rows_alone_that_it_does_not_touch() -> None:
    of = forecast(bundled("closing-the-sale"), 16)
    of.tornado()
    moved = of.with_case(of.case.what_if({"able_share": 0.41}))
    moved.tornado()
    before, after = of._asked.latest, moved._asked.latest
    assert before is not None
    assert after is not None
    assert len(after[1]["effect_by_age"]) == after[0].count
    assert np.shares_memory(after[1]["effect_by_age"], before[1]["effect_by_age"])
    assert not np.shares_memory(after[1]["benefit"], before[1]["benefit"])


def test_where_the_grid_is_a_straight_line_it_gives_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    of = forecast(bundled("closing-the-sale"), 16)
    straight, curved = "win_rate.margin", "ramp_months"
    monkeypatch.setattr(MedianCase, "at", lambda *_: pytest.fail("it asked again"))
    (even,) = of.break_even(straight)
    monkeypatch.undo()
    assert even.value is not None
    assert with_only(of, straight, even.value)["net_benefit"].likely == pytest.approx(0, abs=1e-9 * of["cost"].likely)
    asked: list[int] = []
    at = MedianCase.at

    def counted(*given: Any) -> object:
        asked.append(1)
        return at(*given)

    monkeypatch.setattr(MedianCase, "at", counted)
    (even,) = of.break_even(curved)
    assert asked
