"""What a page that was left behind must show: the engine on its draws, and its scripts run by Node."""

from __future__ import annotations

import json
import math
import random
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from ldcase.case import Case
from ldcase.exports.leave_behind_model import chosen
from ldcase.forecast import Forecast
from ldcase.forecast.evaluated import Evaluated
from scripts.programs import find

SCRIPT = Path(__file__).with_name("leave_behind.mjs")


def on_rows(of: Forecast, rows: Any) -> Forecast:
    """The same forecast on some of its draws."""
    inputs = {
        name: np.ascontiguousarray(column[rows] if len(column) > 1 else column) for name, column in of.inputs.items()
    }
    values = Evaluated(of.case.graph, inputs, of.case.horizon)
    return replace(of, draws=len(rows), inputs=MappingProxyType(inputs), values=values)


def engine(of: Forecast, case: Case) -> Forecast:
    """What the engine says of another version of a case on the draws that the page of a forecast has."""
    return on_rows(of.with_case(case), chosen(of))


def random_moves(of: Forecast, seed: int, count: int) -> list[dict[str, float]]:
    """Likely values somewhere within the bounds of several assumptions."""
    chance = random.Random(seed)
    return [
        {name: _somewhere(of.case, name, chance) for name in chance.sample(sorted(of.case.assumptions), 3)}
        for _ in range(count)
    ]


def _somewhere(case: Case, name: str, chance: random.Random) -> float:
    a = case.assumptions[name]
    lower, upper = a.bounds
    least = a.low - 0.5 * abs(a.low) if lower is None else lower
    most = a.high + abs(a.high) if upper is None else upper
    least, most = max(least, a.likely - 3 * max(a.likely, 1)), min(most, a.likely + 3 * max(a.likely, 1))
    value = chance.uniform(least, most)
    return float(round(value)) if a.whole else value


def run(folder: Path, told: Mapping[str, Any], likely: str = "", spread: str = "") -> dict[str, Any]:
    """What the page's scripts make of it."""
    (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "likely.mjs").write_text(likely, encoding="utf-8")
    (folder / "spread.mjs").write_text(spread, encoding="utf-8")
    node = find("node")
    assert node
    done = subprocess.run(
        [str(node), str(SCRIPT), str(folder)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def same(one: object, other: object, tolerance: float = 1e-9) -> bool:
    """Equal, numbers up to their last digits; lists and mappings part by part."""
    if one == "inf":
        one = math.inf
    if isinstance(one, list) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(same(a, b, tolerance) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key], tolerance) for key in one)
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    return one == other
