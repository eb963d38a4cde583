"""Notebooks are thin: a title, a few sentences, one call; no logic and no outputs."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "workbooks").glob("*.ipynb"))
LOGIC = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.BinOp,
    ast.For,
    ast.While,
    ast.If,
    ast.Try,
)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_is_thin(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    lines = [line for cell in code for line in cell.source.splitlines() if line.strip()]
    assert len(code) <= 3
    assert len(lines) <= 15
    assert notebook.cells[0].cell_type == "markdown", "a notebook begins with its title"
    assert notebook.cells[0].source.startswith("# ")
    for cell in code:
        assert cell.outputs == [], "outputs are stripped"
        assert cell.execution_count is None, "outputs are stripped"
        found = [type(node).__name__ for node in ast.walk(ast.parse(cell.source)) if isinstance(node, LOGIC)]
        assert found == [], "logic belongs into ldcase"
    assert set(notebook.metadata) <= {"kernelspec", "language_info", "voila"}
    assert notebook.metadata.kernelspec.name == "python3"


def test_the_pitch_is_there() -> None:
    assert ROOT / "workbooks" / "pitch.ipynb" in NOTEBOOKS
