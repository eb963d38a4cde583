"""The Excel twin says what the engine says, in every cell, also when LibreOffice computes it from nothing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook

from ldcase.case import Case
from ldcase.exports import write_twin
from ldcase.exports.cells import LIKELY_COLUMN
from ldcase.exports.sheet import LONGEST_TEXT
from ldcase.exports.twin import layout
from ldcase.exports.twin_inputs import programme_row
from ldcase.exports.twin_outputs import RESULTS
from ldcase.exports.twin_scenario import scenarios
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.configurations import likely_inputs
from ldcase.language import speaking
from tests.exports.conftest import BUNDLED, CASES, DRAWS, UNCOUNTED
from tests.exports.opened import formulas, recalculated, rows_of, stripped, values
from tests.exports.twin_engine import assert_says, close
from tests.recalculate import recalculate_all

PLAIN_FUNCTIONS = {
    "ABS", "COLUMNS", "COUNT", "COUNTIF", "EXP", "IF", "IFERROR", "INDEX", "IRR", "ISERROR", "ISNUMBER", "MAX",
    "MIN", "NPV", "ROUND", "ROWS", "SUM", "SUMIF", "SUMPRODUCT",
}  # fmt: skip
QUOTED = re.compile(r'"[^"]*"')


@pytest.fixture(scope="module")
def twins(forecasts: Mapping[str, Forecast], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("twins")
    paths = {name: folder / f"{number}.xlsx" for number, name in enumerate(forecasts)}
    for name, path in paths.items():
        write_twin(forecasts[name], path)
    return paths


@pytest.fixture(scope="module")
def computed(twins: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The same files as LibreOffice computes them, with no kept value left in them, in one run."""
    folder = tmp_path_factory.mktemp("computed")
    paths = [stripped(path, folder / path.name) for path in twins.values()]
    return dict(zip(twins, recalculate_all(paths), strict=True))


def assert_right(workbook: Workbook, of: Forecast) -> int:
    """The workbook's values are the engine's; returns how many were compared."""
    return assert_says(rows_of(workbook, "Workings"), rows_of(workbook, "Outputs"), of)


def verdicts(workbook: Workbook) -> list[str]:
    return [row[4].value for row in workbook["Checks"].iter_rows(min_row=9) if row[4].value not in (None, "Verdict")]


@pytest.mark.parametrize("name", CASES)
def test_every_cell_is_the_engines_figure(
    name: str, twins: Mapping[str, Path], computed: Mapping[str, Path], forecasts: Mapping[str, Forecast]
) -> None:
    kept, afresh = values(twins[name]), values(computed[name])
    for workbook in (kept, afresh):
        compared = assert_right(workbook, forecasts[name])
        assert set(verdicts(workbook)) == {"OK", "same"}
        assert workbook["Checks"]["B4"].value == "OK"
        assert "All checks hold." in [cell.value for cell in workbook["Cover"]["B"]]
    live = list(formulas(openpyxl.load_workbook(twins[name])))
    beside = ("the scenario in words",)
    figures = [cell for cell in live if cell.parent.title == "Workings" or cell.coordinate.startswith("C")]
    assert sum(cell.parent.title in ("Workings", "Outputs") for cell in figures) == compared + len(beside)


def test_a_changed_input_is_a_what_if(
    twins: Mapping[str, Path], forecasts: Mapping[str, Forecast], tmp_path: Path
) -> None:
    before = forecasts["closing-the-sale"]
    changes = {
        "able_share": 0.4,
        "win_rate.deal_size": 40_500.0,
        "ramp_months": 3.5,
        "cohort_2.start": 6.0,
        "cohort_1.people": 9.0,
    }
    workbook = openpyxl.load_workbook(twins["closing-the-sale"])
    where = layout(before)
    for name, value in changes.items():
        workbook["Inputs"].cell(where.inputs[name] + 1, LIKELY_COLUMN + 1).value = value
    workbook.save(tmp_path / "changed.xlsx")
    row = where.inputs["able_share"] + 1
    for column, value in zip((3, 4, 5), (0.9, 1.2, 1.1), strict=True):
        workbook["Inputs"].cell(row, column).value = value
    workbook.save(tmp_path / "wrong.xlsx")
    afresh, wrong = (values(path) for path in recalculate_all([tmp_path / "changed.xlsx", tmp_path / "wrong.xlsx"]))
    assert {line[0] for line in rows_of(wrong, "Checks") if line[4] == "look"} == {
        "Assumptions whose low, likely and high are out of order.",
        "Assumptions in use that lie outside of what is allowed.",
    }
    assert "Look at the sheet Checks." in [cell.value for cell in wrong["Cover"]["B"]]
    assert_right(afresh, forecast(before.case.what_if(changes), DRAWS))
    assert afresh["Checks"]["B4"].value == "OK", "arithmetic still holds"
    assert "changed" in verdicts(afresh), "and the file says that it is no longer what was exported"


def test_doing_nothing_comes_to_nothing(
    twins: Mapping[str, Path], forecasts: Mapping[str, Forecast], tmp_path: Path
) -> None:
    """With the switch of the programme at 0 no case has a benefit, and each the cost of starting with nobody."""
    paths = []
    for name, path in twins.items():
        workbook = openpyxl.load_workbook(path)
        workbook["Inputs"].cell(programme_row(forecasts[name].case) + 1, LIKELY_COLUMN + 1).value = 0
        paths.append(tmp_path / path.name)
        workbook.save(paths[-1])
    for name, path in zip(twins, recalculate_all(paths), strict=True):
        case, afresh = forecasts[name].case, values(path)
        nobody = {key: 0.0 for key in case.plan if not key.endswith(".start")}
        given = {key: np.array([[value]]) for key, value in (likely_inputs(case) | nobody).items()}
        without = case.graph.program().run(given, case.horizon)
        found = {row[0]: row[2] for row in reversed(rows_of(afresh, "Outputs"))}
        assert found[case.formula("benefit").title] == without["benefit"][0, 0] == 0
        assert found[case.formula("cost").title] == close(float(without["cost"][0, 0]))
        wrong = [row[0] for row in rows_of(afresh, "Checks") if row[4:5] == ["look"]]
        undefined = ["ROI is the benefit/cost ratio less 1."] if without["cost"][0, 0] == 0 else []
        assert wrong == undefined, name


@pytest.mark.parametrize("position", [1, 3, "options"])
def test_the_switch_chooses_what_is_computed(
    position: int | str, twins: Mapping[str, Path], forecasts: Mapping[str, Forecast], tmp_path: Path
) -> None:
    """All files are switched and computed in one run, with no kept value left in them: low, high, every option."""
    chosen = [
        (name, number, there)
        for name, of in forecasts.items()
        for number, there in enumerate(scenarios(of.case), start=1)
        if number == position or (position == "options" and number > 3)
    ]
    assert len(chosen) >= 5
    paths = [stripped(twins[name], tmp_path / f"{k}.xlsx", number) for k, (name, number, _) in enumerate(chosen)]
    for (name, number, there), path in zip(chosen, recalculate_all(paths), strict=True):
        afresh = values(path)
        assert_right(afresh, forecast(there.case, DRAWS))
        assert afresh["Outputs"]["C3"].value == there.title, (name, number)
        assert set(verdicts(afresh)) == {"OK", "same"}, (name, number)
        assert afresh["Checks"]["B4"].value == "OK", name


def test_low_and_high_are_those_of_the_ranges(cases: Mapping[str, Case]) -> None:
    case = cases[BUNDLED[0]]
    low, likely, high, *options = scenarios(case)
    for name, assumption in case.assumptions.items():
        assert (low.values[name], likely.values[name], high.values[name]) == assumption.values
    told = [option.name for option in case.document.idea.options if option.changes or option.cost]
    assert {option.title for option in options} <= set(told)


@pytest.mark.parametrize("name", CASES)
def test_formulas_are_plain(name: str, twins: Mapping[str, Path]) -> None:
    """No macro, no link, no volatile function; Workings reads what stands above, Inputs, or the month before."""
    with zipfile.ZipFile(twins[name]) as parts:
        assert not [part for part in parts.namelist() if re.search("vba|external|connection|customUI", part)]
    for cell in formulas(openpyxl.load_workbook(twins[name])):
        text = QUOTED.sub("", cell.value)
        assert set(re.findall(r"([A-Z.0-9]+)\(", text)) <= PLAIN_FUNCTIONS, cell.value
        assert not re.search(r"\[|\]|://|#REF", text), cell.value
        if cell.parent.title == "Workings":
            own = re.sub(r"Inputs!\$[A-Z]+\$\d+", "", text)
            for letters, row in re.findall(r"\$?([A-Z]{1,3})\$?(\d+)", own):
                opening = column_index_from_string(letters) < cell.column
                assert int(row) <= cell.row or opening, f"{cell.coordinate}: {cell.value}"


@pytest.mark.parametrize("name", BUNDLED)
def test_inputs_tell_everything(name: str, twins: Mapping[str, Path], cases: Mapping[str, Case]) -> None:
    case, workbook = cases[name], openpyxl.load_workbook(twins[name])
    rows = {
        row[1].value: [cell.value for cell in row] for row in workbook["Inputs"].iter_rows(min_row=5) if row[1].value
    }
    for assumption in case.assumptions.values():
        row = rows[assumption.name]
        assert row[0] == assumption.title
        assert tuple(row[2:5]) == assumption.values
        assert re.search(r"INDEX\(C(\d+):E\1,\$F\$3\)", row[5])
        assert [cell or "" for cell in row[6:10]] == [
            assumption.unit,
            assumption.source,
            assumption.owner,
            assumption.grade,
        ]
        assert assumption.note in (row[10] or "")
    assert {name: rows[name][LIKELY_COLUMN] for name in case.plan} == dict(case.plan)


def test_only_results_have_names(twins: Mapping[str, Path], forecasts: Mapping[str, Forecast]) -> None:
    for name, path in twins.items():
        workbook = values(path)
        found = {key: target.attr_text.split("!") for key, target in workbook.defined_names.items()}
        assert set(found) == {f"result_{result}" for result in RESULTS}
        for result in RESULTS:
            sheet, cell = found[f"result_{result}"]
            assert workbook[sheet][cell.replace("$", "")].value == close(forecasts[name][result].likely)


def test_the_cover_says_what_it_is(twins: Mapping[str, Path], cases: Mapping[str, Case]) -> None:
    for name, path in twins.items():
        cover = values(path)["Cover"]
        text = "\n".join(str(cell.value) for row in cover.iter_rows() for cell in row if cell.value)
        case = cases[name]
        for part in (case.title, case.currency, case.document.sample_data, f"{case.horizon} months", case.id):
            assert part in text
        assert f"{DRAWS} draws from seed 20270101" in text


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "{="])
def test_text_of_a_case_is_never_a_formula(begin: str, cases: Mapping[str, Case]) -> None:
    nasty = f'{begin}HYPERLINK("x","y")'
    case = cases["closing-the-sale"]
    for path in (
        "title",
        "summary",
        "sample_data",
        "opportunity.metrics.win_rate.title",
        "opportunity.metrics.win_rate.assumptions.margin.source",
    ):
        case = case.edit(path, nasty)
    case = case.edit("ask.assumptions.discount_rate.note", begin + "x" * (LONGEST_TEXT + 10))
    stream = BytesIO()
    write_twin(forecast(case, 16), stream)
    workbook = openpyxl.load_workbook(stream)
    written = [
        cell for sheet in workbook for row in sheet.iter_rows() for cell in row if nasty.strip() in str(cell.value)
    ]
    assert len(written) >= 5
    assert {cell.data_type for cell in written} == {"s"}
    if begin in ("=", "+", "-", "@"):
        begun = [cell for cell in written if cell.value.startswith(begin)]
        assert len(begun) >= 5
        assert all(cell.quotePrefix for cell in begun), "and they stay text when somebody edits the cell"
    assert all(
        len(cell.value) <= LONGEST_TEXT
        for row in workbook["Inputs"].iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    )
    assert not [cell for cell in formulas(workbook) if "HYPERLINK" in cell.value]


def test_a_text_that_no_file_can_hold_does_not_break_it(cases: Mapping[str, Case]) -> None:
    case = cases["it-turnover"].edit("title", "A\x01B & <C> \uffff")
    stream = BytesIO()
    write_twin(forecast(case, 16), stream)
    workbook = openpyxl.load_workbook(stream)
    assert workbook["Cover"]["A1"].value == "A\ufffdB & <C> \ufffd" == workbook.properties.title


def test_bounds_are_held_by_the_spreadsheet(twins: Mapping[str, Path], forecasts: Mapping[str, Forecast]) -> None:
    sheet = openpyxl.load_workbook(twins["closing-the-sale"])["Inputs"]
    rows = layout(forecasts["closing-the-sale"]).inputs
    rules = {
        str(rule.sqref): (rule.type, rule.operator, rule.formula1, rule.formula2)
        for rule in sheet.data_validations.dataValidation
    }

    def rule(name: str) -> tuple[str | None, ...]:
        return rules[f"C{rows[name] + 1}:E{rows[name] + 1}"]

    assert rule("able_share") == ("decimal", None, "0.0", "1.0"), "between is the default"
    assert rule("win_rate.deal_size") == ("decimal", "greaterThanOrEqual", "0.0", None)
    assert rule("start_delay")[0] == "whole"


@pytest.mark.parametrize("deal_size", [1_000, 38_000, 40_000_000])
def test_no_figure_is_wider_than_its_column(deal_size: float, cases: Mapping[str, Case]) -> None:
    """Figures as their formats write them, with room for the indent; too wide ones show as ###."""
    stream = BytesIO()
    write_twin(forecast(cases["closing-the-sale"].what_if({"win_rate.deal_size": deal_size}), 16), stream)
    for sheet in openpyxl.load_workbook(stream, data_only=True):
        widths = {k: group.width for group in sheet.column_dimensions.values() for k in range(group.min, group.max + 1)}
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    said = re.match(r'\[>(\d+)\]"(.*)"', cell.number_format)
                    text = said[2] if said and cell.value > int(said[1]) else f"{cell.value:,.2f}"
                    assert len(text) + 2 <= widths[cell.column], f"{sheet.title} {cell.coordinate}"


def test_what_costs_nothing_has_no_return_and_says_so(cases: Mapping[str, Case], tmp_path: Path) -> None:
    """Division by zero is the spreadsheet's own error, kept and computed, and the check says: look."""
    case = cases["it-turnover"]
    free = case.what_if({name: 0 for name, a in case.assumptions.items() if a.step == "idea" and "money" in a.unit})
    write_twin(forecast(free, 16), tmp_path / "free.xlsx")
    for workbook in (values(tmp_path / "free.xlsx"), recalculated(tmp_path / "free.xlsx")):
        found = {row[0]: row[2] for row in reversed(rows_of(workbook, "Outputs"))}
        assert found["ROI"] == found["Benefit/cost ratio"] == "#DIV/0!"
        assert found["Internal rate of return"] == "none found"
        assert workbook["Checks"]["B4"].value == "look"


def test_a_file_is_whole_or_not_there(forecasts: Mapping[str, Forecast], tmp_path: Path) -> None:
    target = tmp_path / "twin.xlsx"
    target.write_bytes(b"what stood there before")
    write_twin(forecasts[UNCOUNTED], target)
    assert zipfile.is_zipfile(target)
    assert [path.name for path in tmp_path.iterdir()] == ["twin.xlsx"]
    with pytest.raises(OSError, match="missing"):
        write_twin(forecasts[UNCOUNTED], tmp_path / "missing" / "twin.xlsx")


def test_in_german_the_texts_change_and_the_formulas_stay(forecasts: Mapping[str, Forecast], tmp_path: Path) -> None:
    name = BUNDLED[0]
    for language in ("en", "de"):
        with speaking(language):
            write_twin(forecasts[name], tmp_path / f"{language}.xlsx")
    english, german = (openpyxl.load_workbook(tmp_path / f"{language}.xlsx") for language in ("en", "de"))
    assert english.sheetnames == german.sheetnames
    assert german["Inputs"].cell(4, 1).value == "Annahme"
    assert german["Outputs"].cell(4, 3).value == "Szenario in Gebrauch (lebend)"
    said = {cell.coordinate: cell.value for row in german["Checks"].iter_rows(max_col=1) for cell in row if cell.value}
    assert "Nutzen abzüglich Kosten ist der Nettonutzen." in said.values()

    def plain(workbook: Workbook) -> list[tuple[str, str]]:
        return [
            (f"{cell.parent.title}!{cell.coordinate}", QUOTED.sub("", str(cell.value))) for cell in formulas(workbook)
        ]

    assert plain(english) == plain(german)
    names = [[sheet.cell(row, 2).value for row in range(5, 40)] for sheet in (english["Workings"], german["Workings"])]
    assert names[0] == names[1], "names in formulas are no texts"
