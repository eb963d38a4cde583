"""In which order the files run: the longest first, so that none of them is left to run alone at the end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

HERE = Path(__file__).parent
SECONDS: Mapping[str, int] = MappingProxyType(
    {
        "browser/test_walk.py": 140,
        "browser/test_faults.py": 150,
        "browser/test_presentation.py": 160,
        "exports/test_twin.py": 90,
        "exports/test_twin_random.py": 90,
        "browser/test_extremes.py": 60,
        "browser/test_twenty_questions.py": 60,
        "browser/test_accessibility.py": 50,
        "browser/test_bad_input.py": 50,
        "browser/test_served_page.py": 45,
        "pages/test_panels.py": 45,
        "browser/test_every_number.py": 40,
        "browser/test_levers_explain.py": 40,
        "browser/test_screen.py": 40,
        "browser/test_jupyterlab.py": 35,
    }
)
"""About what a long file takes; one that is not named takes little. Nothing but the order hangs on it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files in their order; the tests of a file stay together, in theirs."""
    items.sort(key=lambda item: -SECONDS.get(item.path.relative_to(HERE).as_posix(), 0))
