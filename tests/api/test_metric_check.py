"""An own metric: a file, checked by the command, used by a case, shown everywhere without a line of Python."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import ldcase
from ldcase.cli import main
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.steps import PAGES
from ldcase.store import Workspace
from ldcase.store.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = re.search(r"```yaml\n(id: site_visits\n.*?)```", (ROOT / "data" / "README.md").read_text("utf-8"), re.S)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The example of the documentation, saved beside the catalogue."""
    assert EXAMPLE is not None
    for folder in ("metrics", "model", "costs", "evidence"):
        shutil.copytree(ROOT / "data" / folder, tmp_path / "data" / folder)
    file = tmp_path / "data" / "metrics" / "site_visits.yaml"
    file.write_text(EXAMPLE[1], encoding="utf-8")
    return file


def test_the_documented_example_is_ready(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["metric", "check", str(own)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("site_visits.yaml: ready.")
    assert "use: site_visits" in printed
    assert "visit_cost: {low: …, likely: …, high: …, unit: money/visit" in printed


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "data" / "metrics").glob("*.yaml"))])
def test_the_metrics_of_the_project_are_ready(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["metric", "check", str(ROOT / "data" / "metrics" / f"{name}.yaml")]) == 0
    assert capsys.readouterr().out.startswith(f"{name}.yaml: ready.")


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "says"),
    [
        ("unit: visit/job, bounds: [0, 1], format: percent, help: Share", "unit: job/visit, bounds: [0, 1], help: S",
         20, 3, "visit/job"),
        ("is: revisits - best_revisits", "is: revisits - best", 20, 3, "found: best"),
        ("help: Travel", "held: Travel", 18, 100, "“held” is not known here"),
        ("unit: money/visit, bounds: [0, null]", "unit: money/visit", 18, 3, "no bounds"),
        ("kind: cost avoided", "kind: savings", 4, 7, "cash, cost avoided, capacity"),
        ("errors of the group", "errors of the grup", 5, 10, "Did you mean “errors of the group”?"),
        ("{gap|points_of_100}", "{gapp|points_of_100}", 34, 10, "{gapp}"),
        ("{gap|points_of_100}", "{gap|points_of}", 34, 10, "{gap|points_of}"),
        ("benefit: 960", "benefit: 96", 40, 1, "found: 960"),
        ("gap * able_share * closed_share", "gap * closed_share", 24, 3, "no matter of skill"),
        ("applying * jobs", "people_planned * jobs", 24, 3, "who applies it"),
        ("  axis: Share of jobs with a second visit\n", "", 1, 1, "“axis”"),
        ("money/month, title: Cost of visits", "money, title: Cost of visits", 24, 51, "money/month"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_column(
    own: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, line: int, column: int, says: str
) -> None:
    text = own.read_text("utf-8")
    assert old in text
    own.write_text(text.replace(old, new, 1), encoding="utf-8")
    code = main(["metric", "check", str(own)])
    printed = capsys.readouterr().out
    assert says in printed
    assert f"site_visits.yaml:{line}:{column}" in printed
    assert code == 1


def test_without_a_catalogue_it_says_where_to_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text("id: mine\n", encoding="utf-8")
    assert main(["metric", "check", "mine.yaml"]) == 1
    assert "--data path/to/data" in capsys.readouterr().err


def test_a_case_shows_the_own_metric_on_every_page_and_in_the_twin(own: Path, tmp_path: Path) -> None:
    source = ROOT / "data" / "cases" / "it-turnover"
    folder = own.parents[1] / "cases" / "visits"
    shutil.copytree(source, folder)
    case = ldcase.open(folder)
    said = {"unit": "", "source": "Own dispatch system", "owner": "Dispatch", "grade": "opinion"}
    figures = {
        "jobs": (30, 40, 45, "job/person/month"),
        "revisits": (0.15, 0.2, 0.24, "visit/job"),
        "best_revisits": (0.07, 0.1, 0.12, "visit/job"),
        "closed_share": (0.3, 0.5, 0.6, "share"),
        "visit_cost": (90, 120, 160, "money/visit"),
    }
    entries = {
        name: said | {"low": low, "likely": likely, "high": high, "unit": unit}
        for name, (low, likely, high, unit) in figures.items()
    }
    metrics = {"visits": {"use": "site_visits", "owner": "Head of service", "assumptions": entries}}
    case = (
        case.edit("idea.behaviours", None)
        .edit("idea.options", None)
        .edit("idea.pilot", None)
        .edit("evidence.stories", None)
        .edit("evidence.ways", None)
        .edit("opportunity.statement", None)
    )
    case = case.edit("opportunity.metrics", metrics)
    assert case.ready, "\n".join(map(str, case.findings))
    (folder / "case.yaml").write_text(case.to_yaml(), encoding="utf-8")
    case = ldcase.open(folder)
    moment = datetime(2027, 1, 4, 14, 2, tzinfo=UTC)
    workspace = Workspace.open(f"sqlite:///{tmp_path}/workspace.db", clock=lambda: moment)
    state = PitchState(Desk(workspace, case.catalogue, own.parents[1]), lambda: moment)
    state.choose("visits")
    for step in PAGES:
        state.act("step", step)
        view: dict[str, Any] = state.view().to_message()
        assert view["step"] == step
        assert len(view["charts"]) >= 3
    state.act("step", "opportunity")
    shown = json.dumps(state.view().to_message(), ensure_ascii=False)
    assert "spare customers the second visit" in shown
    assert "fewer second visits in 100 jobs" in shown
    twin = tmp_path / "twin.xlsx"
    case.export(twin)
    workings = openpyxl.load_workbook(twin)["Workings"]
    texts = {cell.value for row in workings.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert "Cost of visits spared" in texts
