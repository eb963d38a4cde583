"""What a pilot found and changes, in sentences."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from ldcase.case.document_pilot import PilotGates
from ldcase.forecast.update import updated
from ldcase.pilot.analysis import Means, PilotResult
from ldcase.pilot.observed import Measure
from ldcase.words import pilot_results as words

MINUTES = Measure("handling_time", "Minutes a call", "handling_time.minutes_each", "minute/task", "number", "lower")
RATE = Measure("win_rate", "Win rate", "win_rate.win_rate", "deal/offer", "percent", "higher")
GATES = PilotGates(go=0.5, stop=0.25, unit="minute/task", set_on=date(2027, 1, 10))


def result(estimate: float, error: float = 0.03, method: str = "changes") -> PilotResult:
    return PilotResult(estimate, error, 14.0, method, True, 86, 4, 12, Means(8.4, 8.0, 8.2, 8.2))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("estimate", "zone", "where"),
    [
        (0.6, "go", "0.5 minutes or more"),
        (0.5, "go", "0.5 minutes or more"),
        (0.4, "adapt", "0.25 minutes or more, but less than 0.5 minutes"),
        (0.1, "stop", "less than 0.25 minutes"),
        (-0.2, "stop", "less than 0.25 minutes"),
    ],
)
def test_the_verdict_names_the_zone_that_was_agreed(estimate: float, zone: str, where: str) -> None:
    told = str(words.verdict(result(estimate), MINUTES, GATES)).replace("\u00a0", " ")
    assert told.startswith(f"The result lies in the zone agreed as “{zone}”: {where}.")


def test_a_result_near_an_edge_says_so_and_one_far_from_it_does_not() -> None:
    assert "chance may have put it there" in str(words.verdict(result(0.49), MINUTES, GATES))
    assert "chance" not in str(words.verdict(result(0.38), MINUTES, GATES))


@pytest.mark.parametrize("gates", [None, PilotGates(), PilotGates(go=0.5)])
def test_without_gates_the_result_is_open_to_argument(gates: PilotGates | None) -> None:
    assert "open to argument" in str(words.verdict(result(0.4), MINUTES, gates))


def test_gates_written_after_the_result_are_late() -> None:
    assert words.written_late(GATES, date(2027, 1, 9))
    assert not words.written_late(GATES, date(2027, 1, 10))
    assert not words.written_late(None, date(2027, 1, 10))
    assert not words.written_late(PilotGates(go=1.0, stop=0.0), date(2027, 1, 10))


def test_shares_are_told_in_points_and_a_loss_as_a_loss() -> None:
    told = str(words.found(result(0.021, 0.005), RATE)).replace("\u00a0", " ")
    assert told.startswith("Win rate: the trained improved by 2.1 points more than the others.")
    assert "within 1.4 to 2.8 points" in told
    worse = str(words.found(result(-0.021, 0.005), RATE)).replace("\u00a0", " ")
    assert worse.startswith("Win rate: the trained fell behind by 2.1 points against the others.")
    alone = str(words.found(result(0.021, 0.005, "one group"), RATE)).replace("\u00a0", " ")
    assert alone == "Win rate: the trained improved by 2.1 points since before."


def test_who_was_counted_is_told() -> None:
    assert words.who_was_counted(result(0.1)) == "86 people in 4 trained and 12 other teams; each team counts once"


def test_agreement_is_told_in_draws_that_count() -> None:
    draws = np.linspace(-3, 3, 4000)
    assert "still count" in str(words.agreement(updated(draws, 0.5, 1.0)))
    assert "rough" in str(words.agreement(updated(draws, 0.5, 0.13)))
    assert "so exact" in str(words.agreement(updated(draws, 0.5, 0.01)))
    assert "ruled this result out" in str(words.agreement(updated(draws, 12.0, 1.0)))
