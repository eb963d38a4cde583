"""The published reference is what the catalogue says today, and leaves nothing out."""

from __future__ import annotations

from pathlib import Path

from ldcase.case import catalogue
from ldcase.exports.reference import FILE_NAME, reference
from ldcase.formulas.functions import FUNCTIONS

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = catalogue.load(ROOT / "data")
TEXT = reference(CATALOGUE)


def test_the_reference_is_current() -> None:
    said = "run: python -m ldcase.exports.reference"
    assert (ROOT / "docs" / FILE_NAME).read_text(encoding="utf-8") == TEXT, said


def test_every_need_formula_source_and_pitfall_is_in_it() -> None:
    flat = TEXT.replace("\\|", "|")
    for module in (*CATALOGUE.modules, *CATALOGUE.costs.values()):
        assert f"### {module.title}" in flat, module.id
        for need in module.needs.values():
            assert f"| `{need.name}` | {need.unit} |" in flat, need.name
            assert need.help in flat or " ".join(need.help.split()) in flat, need.name
        for formula in module.formulas.values():
            assert f"| `{formula.name}` | {formula.unit} | `{formula.expression.text}` |" in flat, formula.name
        for sentence in (*module.sources, *module.pitfalls, module.caution):
            assert sentence in flat, module.id
        assert module.example is not None
        assert module.example.source in flat
    for function in FUNCTIONS:
        assert function.help in flat
    for written in ("cohort_1.applying", "total_benefit", "overlap_1", "total_cost"):
        assert f"| `{written}` |" in flat


def test_a_table_has_as_many_cells_as_its_head() -> None:
    width = 0
    for line in TEXT.replace("\\|", "/").splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = line.count("|")
        width = width or cells
        assert cells == width, line
