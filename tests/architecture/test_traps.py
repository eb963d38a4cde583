"""The trap list names what catches each trap, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

from ldcase.case.soundness import SOUNDNESS

ROOT = Path(__file__).resolve().parents[2]
LIST = (ROOT / "ldcase" / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## The trap list")[2]
ROWS = [line for line in LIST.splitlines() if line.startswith("| ") and "::" in line]
SOURCES = {path: path.read_text(encoding="utf-8") for path in (ROOT / "ldcase").rglob("*.py")}


def test_every_trap_has_a_row_and_every_name_in_it_exists() -> None:
    numbers = [int(found[1]) for row in ROWS if (found := re.match(r"\| (\d+) ", row))]
    assert numbers == list(range(1, 26))
    for row in ROWS:
        named = re.findall(r"`([\w/]+\.py)::(\w+)`", row)
        assert named, row
        for file, name in named:
            assert re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.M), f"{file}::{name}"


def test_every_check_for_a_trap_is_in_the_list() -> None:
    general = {"plausible_values", "cautions"}
    assert {check.__name__ for check in SOUNDNESS} - general <= set(re.findall(r"soundness\.py::(\w+)`", LIST))


def found_in_the_product(pattern: str) -> list[str]:
    return [path.name for path, text in SOURCES.items() if re.search(pattern, text)]


def test_roi_is_never_told_by_its_mean() -> None:
    assert found_in_the_product(r"""\[["']roi["']\]\.mean""") == []


def test_no_power_is_computed_unguarded() -> None:
    assert found_in_the_product(r"TTest\w*Power|\bnct\b|nctdtr") == ["power.py"]


def test_no_list_is_ordered_by_roi() -> None:
    assert found_in_the_product(r"(sorted|sort|order_by|nlargest)\([^\n]*\broi\b") == []
