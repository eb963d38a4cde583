"""The published examples, by id."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ANSWERS: dict[str, Mapping[str, Any]] = {
    example["id"]: example
    for example in YAML(typ="safe").load((Path(__file__).parent / "known_answers.yaml").read_text(encoding="utf-8"))[
        "cases"
    ]
}
