"""Compiles the charts to Vega, so that neither the page's kernel nor the browser needs Altair or Vega-Lite.

`python -m ldcase.charts` writes `ldcase/pages/static/charts.json`, which is committed: one file, one request, fetched
beside the script.
"""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

CHARTS = (
    "gap",
    "causes",
    "dots",
    "costs",
    "rollout",
    "waterfall",
    "fan",
    "tornado",
    "must_be_true",
    "history",
    "ways",
    "grades",
    "forest",
    "learned",
    "pilot_result",
    "pilot_worth",
    "gates",
    "bridge",
    "away",
)
"""The charts by id; each is the module of that name in this package."""

COMPILED = Path(__file__).parents[1] / "pages" / "static" / "charts.json"
VEGA_LITE = "6.4"


def specification(name: str) -> dict[str, Any]:
    """Return the Vega specification of the chart `name`."""
    import vl_convert

    chart = import_module(f"ldcase.charts.{name}").chart()
    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_dict(), vl_version=VEGA_LITE)
    compiled.pop("$schema")
    for mark in compiled["marks"]:
        weight = mark["encode"].get("update", {}).get("fontWeight", {}).get("signal", "")
        if re.fullmatch(r"datum\.\w+", weight):
            mark["sort"] = {"field": weight}  # words of one weight after the other: changing a canvas's font is slow
    return compiled


def as_text() -> str:
    """Return all specifications by id as the text of the file, the same for the same sources."""
    return (
        json.dumps(
            {name: specification(name) for name in CHARTS}, separators=(",", ":"), ensure_ascii=False, sort_keys=True
        )
        + "\n"
    )
