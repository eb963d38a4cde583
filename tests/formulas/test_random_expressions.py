"""Random formulas mean the same to everybody: to Python itself, to the arrays, to Node, and to the spreadsheet."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from ldcase.formulas import Graph, parse
from ldcase.formulas.javascript import module
from ldcase.formulas.spreadsheet import in_spreadsheet
from ldcase.formulas.writing import as_text
from tests.recalculate import recalculate

VALUES = {"a": 2.5, "b": 0.75, "c": 13.0, "d": -3.2, "e.f": 0.125}
PYTHON = {"min": min, "max": max, "if_": lambda condition, then, otherwise: then if condition else otherwise}

numbers = st.integers(0, 9).map(str) | st.floats(0, 100).map(lambda value: f"{value:.6g}")
names = st.sampled_from(sorted(VALUES))


def bigger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Formulas made of smaller ones, brackets or not."""
    return st.one_of(
        st.tuples(parts, st.sampled_from([" + ", "-", "*", " / "]), parts).map("".join),
        parts.map(lambda part: f"({part})"),
        parts.map(lambda part: f"-{part}"),
        parts.map(lambda part: f"-({part})"),
        st.tuples(names, st.sampled_from([" < ", ">=", "!="]), numbers).map(lambda part: f"({''.join(part)})"),
        st.tuples(parts, st.sampled_from(["2", "3", "-1"])).map(
            lambda part: f"({part[0].replace('**', '*')})**{part[1]}"
        ),
        st.tuples(st.sampled_from(["min", "max"]), parts, parts).map(lambda part: f"{part[0]}({part[1]}, {part[2]})"),
        st.tuples(parts, parts, names).map(lambda part: f"if_({part[2]} > 1, {part[0]}, {part[1]})"),
    )


formulas = st.recursive(numbers | names, bigger, max_leaves=8)


def meaning(text: str) -> float | None:
    """What Python makes of the text, or None where it has no ordinary value; the texts are made above."""
    plain = text.replace("e.f", "e_f")
    try:
        value = eval(plain, {"__builtins__": {}}, PYTHON | VALUES | {"e_f": VALUES["e.f"]})
    except (ZeroDivisionError, OverflowError):
        return None
    return float(value) if abs(value) < 1e12 else None


def close(found: float, expected: float) -> bool:
    return bool(np.isclose(found, expected, rtol=1e-9, atol=1e-6))


# the same examples in every run: a lucky cancellation of large numbers is not what is tested here
@settings(max_examples=200, deadline=None, derandomize=True)
@given(formulas)
def test_arrays_mean_what_python_means(text: str) -> None:
    expected = meaning(text)
    if expected is None:
        return
    expression = parse(text)
    assert parse(as_text(expression.root)).root == expression.root
    graph = Graph.build({"result": expression}, VALUES)
    given_values = {name: np.array([[value], [1.0]]) for name, value in VALUES.items()}
    assert close(graph.program().run(given_values, 2)["result"][0, 0], expected)


@pytest.fixture(scope="module")
def many() -> tuple[Graph, dict[str, float]]:
    """A few hundred formulas, the same in every run."""
    texts: dict[str, float] = {}
    source = random.Random(20270101)
    while len(texts) < 250:
        text = made(source, 4)
        value = meaning(text)
        if value is not None and len(text) < 200:
            texts[text] = value
    formulas = {f"f{index}": parse(text) for index, text in enumerate(texts)}
    return Graph.build(formulas, VALUES), {f"f{index}": value for index, value in enumerate(texts.values())}


def made(source: random.Random, depth: int) -> str:
    """A random formula of the signs whose precedence differs between notations."""
    if depth == 0 or source.random() < 0.15:
        return source.choice([*VALUES, str(source.randint(1, 9)), f"{source.random():.4g}"])
    left, right = made(source, depth - 1), made(source, depth - 1)
    return source.choice(
        [
            f"{left} {source.choice('+-*/')} {right}",
            f"{left} {source.choice('+-*/')} ({right})",
            f"({left}) {source.choice('+-*/')} -{right}",
            f"-{left}",
            f"-({left})",
            f"({left} {source.choice(['<', '>='])} {right}) - {right}",
            f"-{source.choice([*VALUES])} ** 2 * {right}",
            f"{left} - (-{source.choice([*VALUES])}) ** -1",
            f"if_({source.choice([*VALUES])} > 1, {left}, {right})",
            f"min({left}, {right})",
        ]
    )


def test_javascript_means_the_same(many: tuple[Graph, dict[str, float]], tmp_path: Path) -> None:
    graph, expected = many
    (tmp_path / "formulas.mjs").write_text(module(graph, 1), encoding="utf-8")
    (tmp_path / "run.mjs").write_text(
        f'import {{ evaluate }} from "./formulas.mjs";\nconsole.log(JSON.stringify(evaluate({json.dumps(VALUES)})));',
        encoding="utf-8",
    )
    node = shutil.which("node")
    assert node, "Node is needed to run the JavaScript rendering"
    done = subprocess.run([node, str(tmp_path / "run.mjs")], capture_output=True, text=True, timeout=60, check=True)
    assert_alike(graph, json.loads(done.stdout), expected)


class OneColumn:
    """Inputs in column A, results in column B."""

    def constant(self, name: str) -> str:
        return f"$A${[*VALUES].index(name) + 1}"

    def at_month(self, name: str, column: int) -> str:
        raise AssertionError("no formula here is monthly")

    def row(self, name: str) -> str:
        raise AssertionError("no formula here is monthly")

    def row_until(self, name: str, column: int) -> str:
        raise AssertionError("no formula here is monthly")


def test_spreadsheet_means_the_same(many: tuple[Graph, dict[str, float]], tmp_path: Path) -> None:
    graph, expected = many
    path = tmp_path / "random.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_column(0, 0, VALUES.values())
        for row, name in enumerate(graph.order):
            sheet.write_formula(row, 1, in_spreadsheet(graph, name, OneColumn()))
    result = openpyxl.load_workbook(recalculate(path), data_only=True).active
    assert result is not None
    assert_alike(graph, {name: result.cell(row + 1, 2).value for row, name in enumerate(graph.order)}, expected)


def assert_alike(graph: Graph, found: dict[str, float], expected: dict[str, float]) -> None:
    wrong = {
        graph.formulas[name].text: (found[name], value)
        for name, value in expected.items()
        if not isinstance(found[name], (int, float)) or not close(found[name], value)
    }
    assert not wrong
