"""The pilot of a case as figures, what is assumed, what is refused, what is warned of."""

from __future__ import annotations

from typing import Any

import pytest

from ldcase.case import Case
from ldcase.errors import CaseError
from ldcase.pilot.plan import KEPT, LIKENESS, deviation, missing, plan, suggested_spread
from ldcase.pilot.precision import precision, steps, teams_needed
from ldcase.pilot.warnings import warnings
from tests.pilot.plans import planned, undecided
from tests.sample_cases import BUNDLED, bundled, varied

FIGURES = ("spread", "likeness", "steadiness", "kept")


def with_pilot(**keys: Any) -> Case:
    """The service desk with other keys of its pilot; None takes one out."""

    def change(data: dict[str, Any]) -> None:
        pilot = data["idea"]["pilot"]
        pilot.pop("results", None)
        pilot.update(keys)
        data["idea"]["pilot"] = {key: value for key, value in pilot.items() if value is not None}

    return varied("service-desk-course", change)


@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_case_has_a_pilot_with_sources_that_say_what_is_invented(name: str) -> None:
    case = bundled(name)
    pilot = case.document.idea.pilot
    found = plan(case)
    assert pilot is not None
    assert found is not None
    assert found.assumed == ()
    assert missing(case) == ()
    assert pilot.cost is not None
    for entry in (*(getattr(pilot, key) for key in FIGURES), pilot.cost.fixed, pilot.cost.team):
        assert entry.source
        assert entry.owner
        assert entry.grade
        assert entry.sample
        assert entry.unit
    people = sum(value for key, value in case.plan.items() if key.endswith(".people"))
    assert found.trained * found.team_size <= people
    assert precision(found).possible


def test_what_the_case_does_not_say_is_assumed_and_named() -> None:
    found = plan(with_pilot(likeness=None, kept=None, trained=None, design=None))
    assert found is not None
    assert (found.likeness, found.kept, found.trained, found.design) == (LIKENESS, KEPT, 8, "whole teams")
    assert {"likeness", "kept", "design"} <= set(found.assumed)


def test_what_is_missing_is_told_in_the_order_in_which_to_ask() -> None:
    case = with_pilot(spread=None, teams=None)
    assert plan(case) is None
    assert missing(case) == ("teams", "spread")
    assert case.ready


def test_the_spread_is_read_as_one_person_in_ten_at_either_end() -> None:
    assert deviation(with_pilot()) == pytest.approx((9.6 - 7.2) / 2.5631, rel=1e-4)
    low, middle, high = suggested_spread(8.4, 6.6) or (0, 0, 0)
    assert (high - low) / 2.5631 == pytest.approx(1.8 / 1.4, rel=1e-4)
    assert middle == 8.4
    assert suggested_spread(8.4, 8.4) is None


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a metric that is not there": ({"metric": "handling"}, "handling_time"),
    "no months": ({"months": 0}, "from 1 to 120"),
    "half a month": ({"months": 2.5}, "whole months"),
    "one team": ({"teams": 1}, "from 2"),
    "all teams trained": ({"trained": 16}, "from 1 to 15"),
    "nobody in a team": ({"team_size": 0.5}, "from 1"),
    "likeness in percent": ({"likeness": {"value": 5}}, "0.05"),
    "the spread backwards": ({"spread": {"low": 9, "high": 7}}, "lower one first"),
    "nothing remains": ({"kept": {"value": 0}}, "above 0"),
    "negative cost": ({"cost": {"fixed": {"value": -1}}}, "0 or more"),
    "gates the wrong way": ({"gates": {"go": 0.1, "stop": 0.3}}, "Swap them"),
    "an unknown design": ({"design": "trial"}, "whole teams"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_impossible_pilot_is_told_with_what_is_allowed(name: str) -> None:
    keys, expected = REFUSED[name]
    case = with_pilot(**keys)
    told = [finding for finding in case.findings if finding.severity == "error"]
    assert told
    assert all(finding.place.line for finding in told)
    assert expected in " ".join(str(finding) for finding in told)


def test_an_edit_that_makes_the_pilot_impossible_is_refused() -> None:
    with pytest.raises(CaseError, match="from 2"):
        bundled("service-desk-course").edit("idea.pilot.teams", 1)


def test_a_pilot_longer_than_the_case_is_a_warning_and_ends_with_it() -> None:
    case = with_pilot(months=20)
    assert case.ready
    assert [f.code for f in case.findings if f.severity == "warning"] == ["pilot-too-long"]
    found = plan(case)
    assert found is not None
    assert found.months == case.horizon


def test_steps_of_a_roll_out_come_out_evenly() -> None:
    f = undecided()
    rolled = planned(f, design="stepped roll-out", teams=7, trained=7, months=4)
    assert steps(rolled) == (2, 2, 3)
    assert rolled.measured_months == 3
    assert rolled.sized(9).trained == 9
    assert precision(rolled).possible
    assert not precision(planned(f, design="stepped roll-out", teams=7, trained=7, months=1)).possible


def test_the_teams_it_takes_are_enough_and_one_less_is_not() -> None:
    f = undecided()
    for design in ("two groups", "whole teams", "before and after", "stepped roll-out"):
        of = planned(f, design=design, teams=10, trained=10 if design == "stepped roll-out" else 5, spread=0.2)
        needed = teams_needed(of, 0.1)
        assert needed is not None
        assert precision(of.sized(needed)).power(0.1) >= 0.8 > precision(of.sized(needed - 1)).power(0.1)
    assert teams_needed(of, 0.0) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"chosen_by": "managers"}, "pilot-nominated"),
        ({"chosen_by": "volunteers"}, "pilot-nominated"),
        ({"chosen_by": "results"}, "regression-to-the-mean"),
        ({"teams": 7, "trained": 3}, "pilot-few-teams"),
        ({"design": "two groups", "chosen_by": "lot"}, "pilot-spill-over"),
        ({"design": "two groups", "chosen_by": None}, "pilot-teams-as-people"),
        ({"design": "stepped roll-out", "months": 2}, "pilot-steps"),
    ],
)
def test_an_unsound_plan_is_warned_of_once(changes: dict[str, Any], code: str) -> None:
    sound = planned(undecided(), design="whole teams", chosen_by="lot", teams=8, trained=4, months=6)
    assert warnings(sound) == ()
    told = warnings(planned(undecided(), **({"design": "whole teams", "chosen_by": "lot", "teams": 8} | changes)))
    assert code in [finding.code for finding in told]
    again = warnings(
        planned(undecided(), **({"design": "whole teams", "chosen_by": "lot", "teams": 8} | changes)), told
    )
    assert again == ()
