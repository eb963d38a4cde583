"""The sample documents say what their case says; after a change: ``python -m scripts.make_samples``."""

from __future__ import annotations

import pytest

from ldcase.exports.kinds import KINDS
from ldcase.exports.origin import digest, read_origin
from scripts.make_samples import CASE, ROOT, SAMPLES
from tests.sample_cases import bundled

MOST = 3_000_000
"""Bytes of all samples together: the repository must not hurt."""


@pytest.mark.parametrize("ending", KINDS)
def test_each_form_has_a_sample_that_is_not_stale(ending: str) -> None:
    came_from = read_origin(SAMPLES / f"{CASE}{ending}")
    assert came_from is not None
    assert came_from.digest == digest(bundled(CASE)), "stale: python -m scripts.make_samples"


def test_the_samples_are_linked_and_small() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    files = sorted(SAMPLES.iterdir())
    assert {path.suffix for path in files} == set(KINDS)
    assert [path.name for path in files if f"docs/samples/{path.name}" not in told] == []
    assert sum(path.stat().st_size for path in files) < MOST
