"""A pitch without a browser: a copy of the data, a workspace of its own, a clock that stands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

import pytest

from ldcase.pages.pitch_state import PitchState
from ldcase.store import Workspace
from ldcase.store.desk import Desk
from tests.sample_cases import DATA, modules

MOMENT = datetime(2027, 1, 4, 14, 2, tzinfo=UTC)


def copied(folder: Path) -> Path:
    """A data root with the bundled cases and the published effects."""
    for name in ("cases", "evidence"):
        shutil.copytree(DATA / name, folder / name)
    return folder


def opened(data: Path, case: str = "") -> PitchState:
    """Another person on the workspace of a data root."""
    workspace = Workspace.open(f"sqlite:///{data}/local/workspace.db", clock=lambda: MOMENT, patience=0.1)
    state = PitchState(Desk(workspace, modules(), data), lambda: MOMENT)
    if case:
        state.choose(case)
    return state


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data root that belongs to the test."""
    return copied(tmp_path)


@pytest.fixture
def pitch(data: Path) -> Callable[..., PitchState]:
    """Return a function that opens a pitch; every call is another person on the same workspace."""
    return partial(opened, data)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], PitchState]:
    """Return a function that gives the one open pitch of a case, for tests that look and change nothing of the case."""
    return cache(partial(opened, copied(tmp_path_factory.mktemp("standing"))))
