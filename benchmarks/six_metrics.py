"""A case with six metrics and about sixty assumptions, made from the worked examples of the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from ldcase.case import Case, Catalogue, load
from ldcase.case.module import Need

BASE = "closing-the-sale"
"""The bundled case that lends its programme and its costs."""
METRICS = ("sales", "errors", "output_productivity", "turnover", "absence", "customer_retention")
"""Modules whose benefit is so much money for each person who applies it; in a case each is named like its module."""
SPREAD = 0.15


def six_metrics(data_root: Path, catalogue: Catalogue, folder: Path, months: int, count: int = len(METRICS)) -> Case:
    """Write a case with the first `count` metrics into `folder`, and read it."""
    yaml = YAML(typ="safe", pure=True)
    document: dict[str, Any] = yaml.load((data_root / "cases" / BASE / "case.yaml").read_text(encoding="utf-8"))
    document["title"], document["horizon"] = f"{count} metrics", f"{months} months"
    document["opportunity"] |= {"metrics": {name: _metric(catalogue, name) for name in METRICS[:count]}}
    document["idea"] |= {"behaviours": [], "options": []}
    document["idea"].pop("pilot", None)
    document["idea"]["costs"]["assumptions"]["overhead_cost"] = _range(500.0, "money/month", (0.0, None))
    document["evidence"] = {}
    target = folder / f"{count}-metrics-{months}-months"
    target.mkdir(parents=True, exist_ok=True)
    with (target / "case.yaml").open("w", encoding="utf-8") as file:
        yaml.dump(document, file)
    return load(target, catalogue)


def _metric(catalogue: Catalogue, name: str) -> dict[str, Any]:
    """What a case says of a metric whose needs have the values of its worked example, and a range around each."""
    module = catalogue.metrics[name]
    if module.example is None:
        raise RuntimeError(f"{name} has no worked example to take its values from")
    given = module.example.inputs
    needed: dict[str, Need] = {need.name: need for need in module.needs.values() if need.name in given}
    ranges = {key: _range(given[key], need.unit, need.bounds) for key, need in needed.items()}
    return {"use": name, "title": str(module.title), "owner": "Nobody", "assumptions": ranges}


def _range(likely: float, unit: str, bounds: tuple[float | None, float | None]) -> dict[str, Any]:
    """A range around a value; a value on its upper bound, such as a share of 1, moves inside."""
    upper = bounds[1]
    if upper is not None and likely * (1 + SPREAD) >= upper:
        likely = 0.8 * upper
    said = {"source": "Sample data, a worked example of the catalogue", "owner": "Nobody", "grade": "opinion"}
    low, high = (1 - SPREAD) * likely, (1 + SPREAD) * likely
    return {"low": low, "likely": likely, "high": high, "unit": unit, "sample": True, **said}
