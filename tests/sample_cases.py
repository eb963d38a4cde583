"""The bundled cases, and what tests make of them: other values, other text, other order."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from ldcase.case import Case, Catalogue, catalogue, from_text

DATA = Path(__file__).parents[1] / "data"
BUNDLED = ("closing-the-sale", "it-turnover", "service-desk-course")


@lru_cache(maxsize=1)
def modules() -> Catalogue:
    return catalogue.load(DATA)


@lru_cache(maxsize=8)
def bundled(name: str) -> Case:
    path = DATA / "cases" / name / "case.yaml"
    return from_text(path.read_text(encoding="utf-8"), path, modules())


def document(name: str) -> dict[str, Any]:
    """What a bundled case's file says, as plain data."""
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


def varied(name: str, change: Callable[[dict[str, Any]], None]) -> Case:
    """A bundled case with its document changed in place before it is read."""
    data = document(name)
    change(data)
    return from_text(text_of(data), DATA / "cases" / name / "case.yaml", modules())


def ranges(data: object) -> list[dict[str, Any]]:
    """Every range or fixed figure with a unit in a document."""
    if isinstance(data, list):
        return [found for part in data for found in ranges(part)]
    if not isinstance(data, dict):
        return []
    here = [data] if "unit" in data and ("value" in data or "likely" in data) else []
    return here + [found for part in data.values() for found in ranges(part)]
