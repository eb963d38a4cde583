"""A small complete case as text, and the catalogue of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.case import Case, Catalogue, catalogue, from_text

DATA = Path(__file__).parents[2] / "data"

TOY = """\
title: A toy    # two people would say more
horizon: 24 months
start: 2027-01
sample_data: Everything here is invented.
opportunity:
  metrics:
    leavers:
      use: turnover
      assumptions:
        headcount: {value: 200, unit: person, source: s, owner: o, grade: measured here}
        leaver_rate: {low: 0.2, likely: 0.24, high: 0.3, unit: 1/year, source: s, owner: o, grade: measured here}
        exemplar_rate: {low: 0.1, likely: 0.12, high: 0.15, unit: 1/year, source: s, owner: o, grade: measured here}
        closed_share: {low: 0.3, likely: 0.5, high: 0.6, unit: share, source: s, owner: o, grade: opinion}
        replacement_cost:
          {low: 8000, likely: 12000, high: 20000, unit: money/person, source: s, owner: o, grade: piloted}
  diagnosis:
    able: {low: 0.3, likely: 0.5, high: 0.6, unit: share, source: s, owner: o, grade: opinion}
    willing: {likely: 0.2, because: b, action: {what: w, owner: o}}
    allowed: {likely: 0.2, because: b, action: {what: w, owner: o}}
    empowered: {likely: 0.1, because: b, action: {what: w, owner: o}}
idea:
  cohorts:
  - {people: 12, start: 2}
  - people: 10   # the second floor
    start: 5
  assumptions:
    reach_share: {low: 0.8, likely: 0.9, high: 0.95, unit: share, source: s, owner: o, grade: opinion}
    completion_share: {low: 0.8, likely: 0.9, high: 0.95, unit: share, source: s, owner: o, grade: opinion}
    transfer_share: {low: 0.4, likely: 0.6, high: 0.7, unit: share, source: s, owner: o, grade: opinion}
    ramp_months: {low: 1, likely: 2, high: 4, unit: month, source: s, owner: o, grade: opinion}
    use_share: {low: 0.4, likely: 0.6, high: 0.7, unit: share, source: s, owner: o, grade: opinion}
    half_life: {low: 6, likely: 9, high: 12, unit: month, source: s, owner: o, grade: published}
    learner_leaver_rate: {low: 0.1, likely: 0.15, high: 0.2, unit: 1/year, source: s, owner: o, grade: measured here}
  costs:
    assumptions:
      design_cost: {low: 8000, likely: 10000, high: 15000, unit: money, source: s, owner: o, grade: opinion}
      delivery_cost: {value: 5000, unit: money/cohort, source: s, owner: o, grade: opinion}
      learner_hours: {low: 10, likely: 16, high: 20, unit: hour/person, source: s, owner: o, grade: opinion}
      learner_rate: {value: 40, unit: money/hour, source: s, owner: o, grade: measured here}
evidence:
  isolation: {method: expert, because: b}
ask:
  sponsor: The head of IT
  decide_by: 2026-12-01
  assumptions: {discount_rate: {value: 0.1, unit: 1/year, source: s, owner: Finance, grade: measured here}}
"""


@pytest.fixture(scope="session")
def modules() -> Catalogue:
    return catalogue.load(DATA)


@pytest.fixture(scope="session")
def toy_text() -> str:
    return TOY


@pytest.fixture
def toy(modules: Catalogue, tmp_path: Path) -> Callable[..., Case]:
    """Return a function that loads the toy case with parts of its text replaced."""

    def load(*replacements: tuple[str, str]) -> Case:
        text = TOY
        for old, new in replacements:
            assert old in text, old
            text = text.replace(old, new, 1)
        return from_text(text, tmp_path / "toy" / "case.yaml", modules)

    return load
