"""The notebook for analysts runs as it stands, and shows what it promises."""

from __future__ import annotations

from pathlib import Path

import nbformat
import openpyxl
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]


def test_it_runs_and_shows(tmp_path: Path) -> None:
    folder = tmp_path / "workbooks"
    folder.mkdir()
    (tmp_path / "data").symlink_to(ROOT / "data")
    notebook = nbformat.read(ROOT / "workbooks" / "analysis.ipynb", as_version=4)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    case, comparison, drawn = (cell.outputs for cell in notebook.cells if cell.cell_type == "code")
    assert "Closing the sale" in case[-1].data["text/html"]
    assert "invented for this example" in case[-1].data["text/html"], "sample data says so"
    assert len(comparison) == 4
    assert all("<table" in output.data["text/html"] for output in comparison)
    assert "able_share 0.4" in comparison[-1].data["text/html"]
    assert set(drawn[-1].data) == {"application/vnd.vega.v5+json", "text/plain"}, "nothing is loaded from elsewhere"
    chart = drawn[-1].data["application/vnd.vega.v5+json"]
    assert [len(rows["values"]) for rows in chart["data"] if rows["name"] == "fan"] == [25]
    assert "half of the cases are above" in drawn[-1].data["text/plain"]
    assert openpyxl.load_workbook(folder / "careful.xlsx").sheetnames[0] == "Cover"
