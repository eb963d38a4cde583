"""Opening cases by path and by name, and the published schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from ldcase.case import Catalogue, folder_of, load, schema
from ldcase.case.yaml_file import read
from ldcase.errors import CaseError
from tests.case.conftest import TOY

DATA = Path(__file__).parents[2] / "data"
CASES = sorted(path.parent.name for path in (DATA / "cases").glob("*/case.yaml"))


@pytest.mark.parametrize(
    "name",
    ["../closing-the-sale", "closing-the-sale/..", "/etc", "", ".", "..", "a\\b", "Closing", "a\n", "%2e%2e", "a" * 99],
)
def test_a_name_is_not_a_way_out(name: str) -> None:
    with pytest.raises(CaseError, match=r"not the name of a case[\s\S]*closing-the-sale"):
        folder_of(DATA / "cases", name)


def test_a_case_is_found_by_its_name() -> None:
    assert folder_of(DATA / "cases", "closing-the-sale") == DATA / "cases" / "closing-the-sale"
    with pytest.raises(CaseError, match="There is no case “nothing”"):
        folder_of(DATA / "cases", "nothing")


def test_a_folder_and_its_file_are_the_same_case(tmp_path: Path, modules: Catalogue) -> None:
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy" / "case.yaml").write_text(TOY)
    assert load(tmp_path / "toy", modules).document == load(tmp_path / "toy" / "case.yaml", modules).document
    with pytest.raises(CaseError, match=r"none/case\.yaml: There is no such file"):
        load(tmp_path / "none", modules)


def test_the_published_schema_is_current() -> None:
    """If this fails: python -m ldcase.case.schema data/case.schema.json."""
    assert (DATA / schema.FILE_NAME).read_text(encoding="utf-8") == schema.text()


@pytest.mark.parametrize("name", CASES)
def test_the_schema_accepts_the_bundled_cases(name: str) -> None:
    path = DATA / "cases" / name / "case.yaml"
    jsonschema.validate(read(path, name).root.data, schema.schema(), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "mistake", [{"titel": "x"}, {"horizon": "two years"}, {"idea": {"cohorts": [{"people": "3"}]}}]
)
def test_the_schema_refuses_mistakes(mistake: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(json.dumps(mistake)), schema.schema(), jsonschema.Draft202012Validator)


def test_every_key_of_the_schema_is_described() -> None:
    whole = schema.schema()
    for name, part in {**whole["$defs"], "": whole}.items():
        assert part["description"]
        assert [key for key, value in part["properties"].items() if not {"description", "$ref"} & value.keys()] == [], (
            name
        )
