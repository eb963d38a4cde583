"""The facade: opened by a path, changed without harm, read as tables, drawn, exported; whatever is wrong is told."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import openpyxl
import pytest

import ldcase
from ldcase.api import Case, Forecast
from ldcase.api.charts import CHARTS
from ldcase.case import Assumption
from ldcase.charts.drawing import Drawing
from ldcase.cli import main
from ldcase.errors import CaseError

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "data" / "cases"
BUNDLED = sorted(path.parent.name for path in CASES.glob("*/case.yaml"))


@pytest.fixture(scope="module")
def case() -> Case:
    return ldcase.open(CASES / "closing-the-sale")


@pytest.fixture(scope="module")
def forecast(case: Case) -> Forecast:
    return case.forecast(draws=512)


def test_importing_and_opening_is_light() -> None:
    told = (
        "import sys, ldcase; early = set(sys.modules); case = ldcase.open('data/cases/it-turnover'); case.forecast();"
        "print([name for name in ('ldcase.api', 'numpy') if name in early],"
        " [name for name in ('pandas', 'altair', 'xlsxwriter', 'IPython', 'scipy') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[] []"


def test_every_verb_keeps_the_facade(case: Case, forecast: Forecast) -> None:
    changed = case.what_if({"able_share": 0.4})
    assert isinstance(changed, Case)
    assert isinstance(changed.edit("title", "Another"), Case)
    assert isinstance(forecast, Forecast)
    assert isinstance(forecast.with_case(changed), Forecast)
    again = changed.forecast(draws=512)
    assert forecast.with_case(changed)["npv"].p50 == again["npv"].p50 != forecast["npv"].p50
    assert isinstance(case["able_share"], Assumption)
    assert case["able_share"].likely == 0.5, "the case it began with is as it was"


@pytest.mark.parametrize("path", [CASES / "it-turnover", CASES / "it-turnover" / "case.yaml"])
def test_open_takes_folder_or_file(path: Path) -> None:
    assert ldcase.open(path).id == "it-turnover"
    assert ldcase.open(str(path)).ready


def test_a_case_elsewhere_says_where_its_metrics_are(tmp_path: Path) -> None:
    text = (CASES / "it-turnover" / "case.yaml").read_text(encoding="utf-8")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=r"ldcase\.open\(path, data="):
        ldcase.open(tmp_path)
    with pytest.raises(CaseError, match="without a folder metrics"):
        ldcase.open(tmp_path, data=tmp_path)
    assert ldcase.open(tmp_path, data=ROOT / "data").forecast(draws=16)["cost"].likely == 450_000


def test_tables_are_the_engines_figures(case: Case, forecast: Forecast) -> None:
    assumed = case.assumption_table()
    assert list(assumed.index) == list(case.assumptions)
    assert assumed.loc["able_share", ["low", "likely", "high"]].tolist() == [0.36, 0.5, 0.64]
    assert list(case.formula_table().index) == list(case.graph.order)
    results = forecast.table()
    assert results.loc["net_benefit", ["median_case", "p10", "mean"]].tolist() == [
        forecast["net_benefit"].likely,
        forecast["net_benefit"].p10,
        forecast["net_benefit"].mean,
    ]
    flow = forecast.cash_flow()
    assert [str(flow.index[0]), str(flow.index[-1])] == ["2027-01", "2028-12"]
    np.testing.assert_allclose(flow["net_by_month"], flow["total_benefit"] - flow["total_cost"])
    np.testing.assert_allclose(flow["net_by_month"].cumsum(), flow["cumulative_net"])
    assert flow["cumulative_net_p10"].iloc[-1] == pytest.approx(forecast["net_benefit"].p10)
    assert case.cash_flow().equals(case.forecast().cash_flow())


def test_what_others_found_is_a_table_with_the_closest_first(case: Case) -> None:
    table = case.evidence()
    assert table.index.name == "name"
    assert table["fit"].is_monotonic_decreasing
    used = {finding.id for finding in case.document.evidence.findings}
    assert set(table.index[table["used"]]) == used
    assert table.loc["orgtraining2025", ["value", "low", "high", "spread", "k"]].tolist() == [
        0.13,
        0.11,
        0.16,
        0.17,
        159,
    ]
    assert table["reason"].str.len().min() > 0


def test_compare_names_what_was_changed(case: Case, forecast: Forecast) -> None:
    other = forecast.with_case(case.what_if({"able_share": 0.4}))
    table = ldcase.compare(forecast, other, other)
    assert list(table.columns) == [
        "Closing the sale",
        "Closing the sale: able_share 0.4",
        "Closing the sale: able_share 0.4 (2)",
    ]
    assert table.loc["net_benefit, P50"].tolist() == [forecast["net_benefit"].p50, *[other["net_benefit"].p50] * 2]


@pytest.mark.parametrize("bundled", BUNDLED)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_filled(name: str, bundled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forecast = ldcase.open(CASES / bundled).forecast(draws=64)
    drawn = CHARTS[name](forecast, forecast.case.metrics[0])
    assert isinstance(drawn, Drawing)
    chart = forecast.chart(name).to_dict()
    assert chart["title"]["text"] == drawn.title
    assert chart["description"] == drawn.description
    for dataset, columns in drawn.data.items():
        rows = chart["datasets"][dataset]
        assert {column: [row[column] for row in rows] for column in columns} == {
            column: list(values) for column, values in columns.items() if rows
        } or not rows
    values = {parameter["name"]: parameter.get("value") for parameter in chart["params"]}
    assert {key: values[key] for key in drawn.signals} == dict(drawn.signals)


def test_an_altair_chart_compiles(forecast: Forecast) -> None:
    import vl_convert

    svg = vl_convert.vegalite_to_svg(forecast.chart("fan").to_dict(), vl_version="6.4")
    assert f"paid back in month {forecast['payback_month'].p50:.0f}" in svg


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda case: ldcase.open(CASES / "closing"), "closing-the-sale, it-turnover"),
        (lambda case: case.export("twin.txt"), "*.xlsx (the Excel twin"),
        (lambda case: case.export("missing/twin.xlsx"), "a folder that exists"),
        (lambda case: case.forecast(draws=4).chart("pie"), "waterfall, fan"),
        (lambda case: case.forecast(draws=4).chart("gap", metric="turnover"), "win_rate"),
        (lambda case: case["able_shar"], "able_share"),
        (lambda case: case.what_if({"able_share": 1.4}), "from 0 to 1"),
        (lambda case: ldcase.compare(), "two forecasts"),
    ],
)
def test_what_is_wrong_is_told(
    act: Callable[[Case], object], told: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CaseError) as caught:
        act(case)
    assert told in str(caught.value)
    assert list(tmp_path.iterdir()) == [], "nothing was left behind"


def test_export_writes_beside_where_one_stands(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert case.what_if({"able_share": 0.4}).export("twin.XLSX") == Path("twin.XLSX")
    cover = openpyxl.load_workbook("twin.XLSX")["Cover"]
    assert "the case “closing-the-sale”, with 1 changed figure not yet saved in its file" in [
        c.value for c in cover["B"]
    ]


def test_what_a_notebook_shows_is_escaped(case: Case) -> None:
    nasty = "<img src=x onerror=alert(1)>"
    edited = case.edit("title", nasty).edit("sample_data", nasty)
    edited = edited.edit("opportunity.metrics.win_rate.assumptions.margin.note", nasty)
    margin = edited["win_rate.margin"]
    assert isinstance(margin, Assumption)
    shown = edited._repr_html_(), edited.forecast(draws=16)._repr_html_(), margin._repr_html_()
    for html in shown:
        assert "<img" not in html
        assert "&lt;img" in html
        assert html.count("<table>") == html.count("</table>") == 1
    assert "able_share" in case._ipython_key_completions_()
    assert "net_benefit" in case.forecast(draws=16)._ipython_key_completions_()


def test_a_notebook_shows_findings_instead_of_our_code(case: Case) -> None:
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell()
    with capture_output() as shown:
        shell.run_cell("import ldcase; ldcase.open('data/cases/nope')")
    text = shown.stdout + shown.stderr
    assert "There is no case at this path." in text
    assert "site-packages" not in text
    assert "api/case.py" not in text


def test_the_command_checks_and_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CASES / "it-turnover")]) == 0
    assert "ready" in capsys.readouterr().out
    target = tmp_path / "twin.xlsx"
    assert main(["export", str(CASES / "it-turnover"), "--to", str(target)]) == 0
    assert zipfile.is_zipfile(target)
    assert main(["check", str(tmp_path / "missing")]) == 1
    assert main(["export", str(CASES / "it-turnover"), "--to", str(tmp_path / "twin.txt")]) == 1
    error = capsys.readouterr().err
    assert "There is no case at this path." in error
    assert "*.xlsx" in error


def test_the_command_tells_what_a_draft_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (CASES / "it-turnover" / "case.yaml").read_text(encoding="utf-8")
    draft = tmp_path / "data" / "cases" / "draft"
    draft.mkdir(parents=True)
    for folder in ("metrics", "model", "costs", "evidence"):
        (tmp_path / "data" / folder).symlink_to(ROOT / "data" / folder)
    (draft / "case.yaml").write_text(text.replace("start: 2027-01\n", ""), encoding="utf-8")
    assert main(["check", str(draft)]) == 1
    assert "does not say in which month it begins" in capsys.readouterr().out
    assert main(["export", str(draft), "--to", str(tmp_path / "twin.xlsx")]) == 1
    assert "does not say in which month it begins" in capsys.readouterr().err
    assert not (tmp_path / "twin.xlsx").exists()
