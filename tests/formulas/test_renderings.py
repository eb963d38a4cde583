"""Every function and every sign, through every rendering, against values written down here.

One graph is made of the whole table; it is run as arrays, written to one workbook that LibreOffice recalculates,
run once in Node, and said in words.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.formulas import FUNCTIONS, Graph, parse
from ldcase.formulas.javascript import columns, module
from ldcase.formulas.spreadsheet import in_spreadsheet
from ldcase.formulas.syntax import Call, walk
from ldcase.formulas.words import in_words
from tests.recalculate import recalculate

MONTHS = 6
INPUTS = {
    "a": 2.0,
    "b": 3.0,
    "c": 0.5,
    "d": 7.0,
    "gap": 0.08,
    "rate": 0.1,
    "start": 2.5,
    "neg": -4.0,
    "win.margin": 0.25,
}
LABELS = {"gap": "the gap", "win.margin": "the margin (25 %)"}


@dataclass(frozen=True)
class Row:
    """A formula, its value (a number, or one for each month) and what it says in words."""

    formula: str
    value: float | tuple[float, ...]
    words: str


TABLE = {
    # signs and their precedence
    "number": Row("1000000", 1e6, "1,000,000"),
    "small": Row("1e-7 * 3", 3e-7, "1e-07 × 3"),
    "sum": Row("a + b - c", 4.5, "a + b − c"),
    "sum_right": Row("a - (b - c)", -0.5, "a − (b − c)"),
    "sum_again": Row("a - (b + c) + 1", -0.5, "a − (b + c) + 1"),
    "product": Row("a * b / c * gap", 0.96, "a × b ÷ c × the gap"),
    "product_right": Row("a / (b * c)", 4 / 3, "a ÷ (b × c)"),
    "division_right": Row("a / (b / c)", 1 / 3, "a ÷ (b ÷ c)"),
    "mixed": Row("(a + b) * c - d / a", -1.0, "(a + b) × c − d ÷ a"),
    "dotted": Row("win.margin * 12", 3.0, "the margin (25 %) × 12"),
    "power": Row("a ** b * 2", 16.0, "a to the power of b × 2"),
    "square": Row("(a + c) ** 2", 6.25, "(a + c)²"),
    "root": Row("d ** c", 7.0**0.5, "d to the power of c"),
    "minus_power": Row("-a ** 2", -4.0, "−a²"),
    "power_of_minus": Row("(-a) ** 2", 4.0, "(−a)²"),
    "power_to_minus": Row("a ** -2", 0.25, "a to the power of (−2)"),
    "power_in_product": Row("b * (-a) ** 3", -24.0, "b × (−a)³"),
    "one_less_power": Row("1 - a ** 2", -3.0, "1 − a²"),
    "minus_sum": Row("-(a + b)", -5.0, "−(a + b)"),
    "minus_product": Row("-a * b", -6.0, "−a × b"),
    "plus_minus": Row("a + -b * c", 0.5, "a + (−b × c)"),
    "minus_minus": Row("a - -b", 5.0, "a − (−b)"),
    "times_minus": Row("a * -b", -6.0, "a × (−b)"),
    "minus_negative": Row("-neg - --neg", 8.0, "−neg − (−(−neg))"),
    "below": Row("a < b", 1.0, "a is less than b"),
    "at_most": Row("(a <= 2) * 5", 5.0, "(a is at most 2) × 5"),
    "above": Row("3 + (a > b)", 3.0, "3 + (a is more than b)"),
    "at_least": Row("-(a >= 2)", -1.0, "−(a is at least 2)"),
    "equal": Row("(a == 2) + (a + 1 == b)", 2.0, "(a equals 2) + (a + 1 equals b)"),
    "unequal": Row("a != b", 1.0, "a differs from b"),
    "months_compared": Row("month >= start", (0.0, 0.0, 1.0, 1.0, 1.0, 1.0),
        "the number of the month is at least start"),
    "month_times": Row("month * a * c", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0), "the number of the month × a × c"),
    "age_over": Row("(age + 1) / month", (1.0,) * 6, "(months since the first month + 1) ÷ the number of the month"),
    "built_in": Row("months_per_year * one_year / one_month + minutes_per_hour", 72.0, "12 × 1 year ÷ 1 month + 60"),
    # flows for the functions across months
    "flow": Row("month ** 2 - 10", (-9.0, -6.0, -1.0, 6.0, 15.0, 26.0), "(the number of the month)² − 10"),
    "minus_flow": Row("a - -flow", (-7.0, -4.0, 1.0, 8.0, 17.0, 28.0), "a − (−flow)"),
    "curve": Row("ramp(age, b * one_month)", (0.25, 0.5, 0.75, 1.0, 1.0, 1.0),
        "the share of the full effect reached at months since the first month when it builds up over b × 1 month"),
    "falling": Row("1 / month", (1.0, 0.5, 1 / 3, 0.25, 0.2, 1 / 6), "1 ÷ the number of the month"),
    # functions
    "min_two": Row("min(a, b)", 2.0, "the smaller of a and b"),
    "min_three": Row("min(b, 1 / a, max(c, gap)) * 2", 1.0,
        "(the smallest of b, 1 ÷ a and (the larger of c and the gap)) × 2"),
    "max_months": Row("max(flow, a, 0)", (2.0, 2.0, 2.0, 6.0, 15.0, 26.0), "the largest of flow, a and 0"),
    "if_constant": Row("if_(a >= 2, b, c)", 3.0, "b if a is at least 2, otherwise c"),
    "if_number": Row("if_(a - 2, b, c) + 1", 1.5, "(b if a − 2 is not 0, otherwise c) + 1"),
    "if_months": Row("if_(flow > 0, 1 / flow, -flow)", (9.0, 6.0, 1.0, 1 / 6, 1 / 15, 1 / 26),
        "1 ÷ flow if flow is more than 0, otherwise −flow"),
    "if_in_if": Row("if_((a < b) * (b < a), 1, if_(a != b, 2, 3))", 2.0,
        "1 if (a is less than b) × (b is less than a) is not 0, otherwise (2 if a differs from b, otherwise 3)"),
    "exponential": Row("exp(-gap * month)", tuple(float(np.exp(-0.08 * month)) for month in range(1, 7)),
        "e to the power of (−the gap × the number of the month)"),
    "ramp_before": Row("ramp(month - start, 2)", (0.0, 0.0, 0.5, 2.5 / 3, 1.0, 1.0),
        "the share of the full effect reached at the number of the month − start when it builds up over 2"),
    "ramp_at_once": Row("ramp(age, 0) * a", (2.0,) * 6,
        "(the share of the full effect reached at months since the first month when it builds up over 0) × a"),
    "since_rounded": Row("since(falling, start)", (0.0, 0.0, 1.0, 0.5, 1 / 3, 0.25),
        "falling, beginning in month start"),
    "since_sum": Row("a * since(falling, 1 + 1) - 1", (-1.0, 1.0, 0.0, -1 / 3, -0.5, -0.6),
        "a × (falling, beginning in month 1 + 1) − 1"),
    "since_early": Row("since(falling, neg)", (1.0, 0.5, 1 / 3, 0.25, 0.2, 1 / 6), "falling, beginning in month neg"),
    "since_late": Row("since(falling, 99)", (0.0,) * 6, "falling, beginning in month 99"),
    "since_constant": Row("since(a, b)", (0.0, 0.0, 2.0, 2.0, 2.0, 2.0), "a, beginning in month b"),
    "stock_constant": Row("stock(a, c)", (2.0, 3.0, 3.5, 3.75, 3.875, 3.9375),
        "last month's value × c + a (0 before the first month)"),
    "stock_months": Row("stock(flow, 1 - falling)", (-9.0, -10.5, -8.0, 0.0, 15.0, 38.5),
        "last month's value × (1 − falling) + flow (0 before the first month)"),
    "cumulative_flow": Row("cumulative(flow)", (-9.0, -15.0, -16.0, -10.0, 5.0, 31.0), "the sum of flow so far"),
    "cumulative_constant": Row("cumulative(b) - a", (1.0, 4.0, 7.0, 10.0, 13.0, 16.0), "(the sum of b so far) − a"),
    "sum_flow": Row("sum_over_months(flow)", 31.0, "the sum over all months of flow"),
    "sum_constant": Row("2 * sum_over_months(b)", 36.0, "2 × (the sum over all months of b)"),
    "highest": Row("max_over_months(flow) / a", 13.0, "(the highest month of flow) ÷ a"),
    "highest_constant": Row("max_over_months(neg)", -4.0, "the highest month of neg"),
    "discounted": Row("discount(rate, month * 12)", tuple(1.1**-year for year in range(1, 7)),
        "today's value of 1 after the number of the month × 12 at rate"),
    "discount_in_power": Row("d * discount(rate * 2, 6) ** 2", 7 / 1.2,
        "d × (today's value of 1 after 6 at rate × 2)²"),
}  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.build({name: parse(row.formula) for name, row in TABLE.items()}, INPUTS)


def compare(found: object, name: str) -> None:
    """Equal to the table within 1e-12, and of the same shape."""
    expected = np.asarray(TABLE[name].value)
    value = np.asarray(found, dtype=float)
    assert value.shape == expected.shape, f"{name}: {value}"
    np.testing.assert_allclose(value, expected, rtol=1e-12, atol=1e-15, err_msg=name)


def test_every_function_has_a_row() -> None:
    used = {node.function for row in TABLE.values() for node in walk(parse(row.formula).root) if isinstance(node, Call)}
    assert used == {function.name for function in FUNCTIONS}


def test_arrays(graph: Graph) -> None:
    # three rows that differ, the values of the table in the middle one
    inputs = {name: np.array([[value + 1.0], [value], [value * 0.5]]) for name, value in INPUTS.items()}
    result = graph.program().run(inputs, MONTHS)
    for name in TABLE:
        column = result[name][min(1, len(result[name]) - 1)]
        assert column.shape == ((MONTHS,) if graph.shape(name) == "monthly" else (1,))
        compare(column if graph.shape(name) == "monthly" else column[0], name)


def test_arrays_one_row(graph: Graph) -> None:
    result = graph.program().run({name: np.array([[value]]) for name, value in INPUTS.items()}, MONTHS)
    for name in TABLE:
        compare(result[name][0] if graph.shape(name) == "monthly" else result[name][0, 0], name)


def test_words(graph: Graph) -> None:
    said = {
        name: in_words(expression, lambda used: LABELS.get(used, used)) for name, expression in graph.formulas.items()
    }
    assert said == {name: row.words for name, row in TABLE.items()}


class Sheet:
    """A layout: inputs in column B of one sheet, a row a formula in another, months from column C on."""

    def __init__(self, graph: Graph) -> None:
        self.inputs = {name: row for row, name in enumerate(INPUTS)}
        self.rows = {name: row for row, name in enumerate(["month", "age", *graph.order])}

    def constant(self, name: str) -> str:
        if name in self.inputs:
            return f"Inputs!{xl_rowcol_to_cell(self.inputs[name], 1, row_abs=True, col_abs=True)}"
        return str(xl_rowcol_to_cell(self.rows[name], 1, col_abs=True))

    def at_month(self, name: str, column: int) -> str:
        return str(xl_rowcol_to_cell(self.rows[name], 2 + column))

    def row(self, name: str) -> str:
        return self.row_until(name, MONTHS - 1)

    def row_until(self, name: str, column: int) -> str:
        first = xl_rowcol_to_cell(self.rows[name], 2, col_abs=True)
        return f"{first}:{xl_rowcol_to_cell(self.rows[name], 2 + column)}"


def test_spreadsheet(graph: Graph, tmp_path: Path) -> None:
    sheet = Sheet(graph)
    path = tmp_path / "table.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        inputs, workings = workbook.add_worksheet("Inputs"), workbook.add_worksheet("Workings")
        for name, value in INPUTS.items():
            inputs.write_row(sheet.inputs[name], 0, [name, value])
        workings.write_row(0, 2, range(1, MONTHS + 1))
        workings.write_row(1, 2, range(MONTHS))
        for name in graph.order:
            row = sheet.rows[name]
            workings.write_string(row, 0, name)
            monthly = graph.shape(name) == "monthly"
            for column in range(MONTHS) if monthly else [-1]:
                workings.write_formula(row, 2 + column, in_spreadsheet(graph, name, sheet, max(column, 0)))
    result = openpyxl.load_workbook(recalculate(path), data_only=True)["Workings"]
    for name in graph.order:
        cells = [cell.value for cell in result[sheet.rows[name] + 1]]
        compare(cells[2 : 2 + MONTHS] if graph.shape(name) == "monthly" else cells[1], name)


def test_spreadsheet_reads_well(graph: Graph) -> None:
    sheet = Sheet(graph)

    def text(name: str, column: int = 0) -> str:
        return in_spreadsheet(graph, name, sheet, column)

    assert text("if_constant") == "=IF(Inputs!$B$1>=2,Inputs!$B$2,Inputs!$B$3)"
    assert text("square") == "=(Inputs!$B$1+Inputs!$B$3)^2"
    assert text("minus_power") == "=-(Inputs!$B$1^2)"
    assert text("sum_flow") == f"=SUM({sheet.row('flow')})"
    assert text("cumulative_flow", 3) == f"=SUM({sheet.row_until('flow', 3)})"
    assert text("stock_constant") == "=Inputs!$B$1"
    assert text("stock_constant", 4) == f"={sheet.at_month('stock_constant', 3)}*Inputs!$B$3+Inputs!$B$1"


def run_node(text: str, script: str, folder: Path) -> object:
    """Run a script against the module in Node and read what it prints as JSON."""
    (folder / "formulas.mjs").write_text(text, encoding="utf-8")
    (folder / "run.mjs").write_text(script, encoding="utf-8")
    node = shutil.which("node")
    assert node, "Node is needed to run the JavaScript rendering"
    done = subprocess.run([node, str(folder / "run.mjs")], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_javascript(graph: Graph, tmp_path: Path) -> None:
    script = f"""
import {{ evaluate, evaluateRows, inputs }} from "./formulas.mjs";
const given = {json.dumps(INPUTS)};
const plain = (result) => Object.fromEntries(
  Object.entries(result).map(([name, value]) => [name, typeof value === "number" ? value : Array.from(value)]));
let refused = "";
try {{ evaluate({{ ...given, gap: undefined }}); }} catch (error) {{ refused = error.message; }}
console.log(JSON.stringify({{
  one: plain(evaluate(given)),
  rows: evaluateRows({{ ...given, a: [1, 2] }}, 2).map(plain),
  short: evaluate(given, 2).flow.length, inputs, refused,
}}));
"""
    found = run_node(module(graph, MONTHS), script, tmp_path)
    assert isinstance(found, dict)
    for name in TABLE:
        compare(found["one"][name], name)
        compare(found["rows"][1][name], name)
    assert found["rows"][0]["sum"] == 3.5
    assert found["short"] == 2
    assert found["inputs"] == sorted(INPUTS)
    assert found["refused"] == "no number is given for gap"


def test_javascript_by_columns(graph: Graph, tmp_path: Path) -> None:
    script = f"""
import {{ evaluateColumns }} from "./formulas.mjs";
const given = {json.dumps(INPUTS)};
const columns = (other) => Object.fromEntries(Object.entries(given).map(([name, value]) =>
  [name, Float64Array.from([value, name in other ? other[name] : value])]));
const plain = (result) => Object.fromEntries(Object.entries(result).map(([name, value]) => [name, Array.from(value)]));
const first = evaluateColumns(columns({{}}), 2);
const changed = evaluateColumns(columns({{ a: 1 }}), 2, {MONTHS}, first, ["a"]);
const anew = evaluateColumns(columns({{ a: 1 }}), 2);
console.log(JSON.stringify({{
  first: plain(first), changed: plain(changed), anew: plain(anew),
  kept: ["flow", "sum_flow"].every((name) => changed[name] === first[name]) && changed.sum !== first.sum,
}}));
"""
    found = run_node(columns(graph, MONTHS), script, tmp_path)
    assert isinstance(found, dict)
    for name in TABLE:
        values = found["first"][name]
        half = len(values) // 2
        for row in (values[:half], values[half:]):
            compare(row if half > 1 else row[0], name)
    assert found["changed"] == found["anew"]
    assert found["changed"]["sum"] == [4.5, 3.5]
    assert found["kept"]
