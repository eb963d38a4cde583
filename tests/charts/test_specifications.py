"""The charts: what they take, and that what is delivered is what the sources say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ldcase.charts.compile import CHARTS, COMPILED, as_text

PACKAGE = Path(__file__).parents[2] / "ldcase"


@pytest.fixture(scope="module")
def compiled() -> dict[str, Any]:
    text = as_text()
    assert text == COMPILED.read_text(encoding="utf-8"), (
        "the delivered charts are not those of the sources: run `make charts`"
    )
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@pytest.mark.parametrize("name", CHARTS)
def test_every_column_and_signal_a_chart_declares_is_used_by_it(compiled: dict[str, Any], name: str) -> None:
    module, spec = import_module(f"ldcase.charts.{name}"), compiled[name]
    text = json.dumps(spec["data"]) + json.dumps(spec["marks"]) + json.dumps(spec["scales"])
    assert set(module.COLUMNS) <= {dataset["name"] for dataset in spec["data"]}
    for columns in module.COLUMNS.values():
        for column in columns:
            assert re.search(rf"datum\.{column}\b|\\\"{column}\\\"|\"{column}\"", text), f"{name} does not use {column}"
    signals = {signal["name"] for signal in spec["signals"]}
    assert set(module.SIGNALS) <= signals
    elsewhere = json.dumps([spec["data"], spec["marks"], spec["scales"], spec.get("axes", [])])
    for signal in module.SIGNALS:
        assert re.search(rf"\b{signal}\b", elsewhere), f"{name} does not use {signal}"


@pytest.mark.parametrize("name", CHARTS)
def test_no_chart_refers_to_a_column_it_does_not_declare(compiled: dict[str, Any], name: str) -> None:
    module, spec = import_module(f"ldcase.charts.{name}"), compiled[name]
    declared = {column for columns in module.COLUMNS.values() for column in columns}
    used = set(re.findall(r"datum\.([a-z_0-9]+)", json.dumps([spec["data"], spec["marks"]])))
    made = {
        transform["as"]
        for dataset in spec["data"]
        for transform in dataset.get("transform", [])
        if isinstance(transform.get("as"), str)
    }
    assert used <= declared | made


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_holds_no_data_fetches_nothing_and_leaves_its_size_to_the_page(
    compiled: dict[str, Any], name: str
) -> None:
    spec = compiled[name]
    assert all(dataset.get("values", [{}]) == [{}] and "url" not in dataset for dataset in spec["data"])
    assert "http" not in json.dumps(spec)
    assert spec["autosize"] == "none"
    assert set(spec["usermeta"]["room"]) == {"left", "right", "top", "bottom"}


@pytest.mark.parametrize("name", CHARTS)
def test_colours_in_a_chart_are_signals_so_that_light_and_dark_need_no_new_chart(
    compiled: dict[str, Any], name: str
) -> None:
    spec = compiled[name]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", json.dumps([spec["marks"], spec.get("axes", []), spec["config"]]))


def test_the_columns_of_a_chart_are_known_without_importing_altair() -> None:
    modules = ", ".join(f"ldcase.charts.{name}" for name in CHARTS)
    code = f"import sys, {modules}; sys.exit(bool({{'altair', 'pandas', 'vl_convert'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_altair_is_imported_without_the_grammar_that_takes_seconds() -> None:
    code = (
        "import sys; from ldcase.charts.altair_import import alt; import jsonschema;"
        "sys.exit(sys.modules['rfc3987_syntax'] is not None or 'lark' in sys.modules or not hasattr(alt, 'Chart'))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_only_one_file_imports_altair() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "node_modules" not in path.parts
        and re.search(r"^import altair|^from altair", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert found == {"charts/altair_import.py"}
