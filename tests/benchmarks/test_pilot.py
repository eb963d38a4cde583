"""What is measured of a pilot is the whole of what the page works out."""

from __future__ import annotations

from pathlib import Path

from benchmarks.pilot import CASE, worked_out
from ldcase.case import catalogue, load
from ldcase.pilot.worth import SIZES

DATA = Path(__file__).parents[2] / "data"


def test_twenty_sizes_and_the_gates_are_worked_out() -> None:
    found = worked_out(load(DATA / "cases" / CASE, catalogue.load(DATA)))
    assert len(found.worth.sizes) == SIZES
    assert found.gates is not None
    assert found.gates.decides
    assert found.worth.planned.net > 0
