"""The bundled cases, and what tests make of them: other values, other text, other order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from ldcase.case import Case, Catalogue, catalogue, from_text

DATA = Path(__file__).parents[1] / "data"
BUNDLED = tuple(sorted(path.parent.name for path in DATA.glob("cases/*/case.yaml")))


@lru_cache(maxsize=1)
def modules() -> Catalogue:
    return catalogue.load(DATA)


@lru_cache(maxsize=8)
def bundled(name: str) -> Case:
    path = DATA / "cases" / name / "case.yaml"
    return from_text(path.read_text(encoding="utf-8"), path, modules())


def document(name: str) -> dict[str, Any]:
    """What a bundled case's file says, as plain data that may be changed."""
    return deepcopy(_read(name))


@lru_cache(maxsize=8)
def _read(name: str) -> dict[str, Any]:
    text = (DATA / "cases" / name / "case.yaml").read_text(encoding="utf-8")
    plain: dict[str, Any] = YAML(typ="safe").load(text)
    return plain


def text_of(data: dict[str, Any]) -> str:
    """A document as YAML."""
    out = StringIO()
    yaml = YAML()
    yaml.width = 10_000
    yaml.dump(data, out)
    return out.getvalue()


def varied(name: str, change: Callable[[dict[str, Any]], object]) -> Case:
    """A bundled case with its document changed in place before it is read."""
    data = document(name)
    change(data)
    return from_text(text_of(data), DATA / "cases" / name / "case.yaml", modules())


def what_if(name: str, change: Mapping[str, Any]) -> Case:
    """A bundled case with other values."""
    return bundled(name).what_if(change)


def fixed(name: str) -> Case:
    """A bundled case in which every assumption is a fixed figure."""
    return what_if(name, {key: (a.likely,) * 3 for key, a in bundled(name).assumptions.items()})


Making = Callable[[], Case]
"""A case that is made when its test runs: hundreds of them would take long only to be listed."""


def ranges(data: object) -> list[dict[str, Any]]:
    """Every range or fixed figure with a unit in a document."""
    if isinstance(data, list):
        return [found for part in data for found in ranges(part)]
    if not isinstance(data, dict):
        return []
    here = [data] if "unit" in data and ("value" in data or "likely" in data) else []
    return here + [found for part in data.values() for found in ranges(part)]


def with_two_metrics(data: dict[str, Any]) -> None:
    """Give closing-the-sale the turnover metric of it-turnover besides its own."""
    data["opportunity"]["metrics"] |= document("it-turnover")["opportunity"]["metrics"]
    data["opportunity"]["metrics"]["leavers"].pop("history")


def bare(data: dict[str, Any]) -> None:
    """Take out everything a case can be evaluated without."""
    for key in ("summary", "sample_data"):
        data.pop(key, None)
    data["opportunity"].pop("priority", None)
    for metric in data["opportunity"]["metrics"].values():
        metric.pop("history", None)
        metric.pop("owner", None)
    for cause in ("willing", "allowed", "empowered"):
        data["opportunity"]["diagnosis"].pop(cause, None)
    idea = data["idea"]
    for key in ("statement", "audience", "behaviours", "options", "pilot"):
        idea.pop(key, None)
    data["evidence"] = {}
    data["ask"] = {key: value for key, value in data["ask"].items() if key == "assumptions"}
    for entry in ranges(data):
        for key in ("note", "sample", "because"):
            entry.pop(key, None)
