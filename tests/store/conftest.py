"""A desk over a copy of the bundled cases, with a workspace of its own and a clock that stands."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ldcase.store import Workspace
from ldcase.store.desk import Desk
from tests.sample_cases import DATA, modules

CASE = "closing-the-sale"
MARGIN = "opportunity.metrics.win_rate.assumptions.margin"
MOMENT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def patience() -> float:
    """Seconds a desk waits for somebody else's write; a file whose tests race for it waits longer."""
    return 0.1


@pytest.fixture
def desk(tmp_path: Path, patience: float) -> Desk:
    shutil.copytree(DATA / "cases", tmp_path / "cases")
    workspace = Workspace.open(f"sqlite:///{tmp_path}/local/workspace.db", clock=lambda: MOMENT, patience=patience)
    return Desk(workspace, modules(), tmp_path)
