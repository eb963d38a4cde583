"""Quantities kept as a curve times a factor by row read like the arrays they stand for."""

from __future__ import annotations

import numpy as np
import pytest

from ldcase.formulas import Graph, parse
from ldcase.formulas.factored import Factored
from ldcase.formulas.memory import SMALL

MONTHS, ROWS = 24, 1000
FORMULAS = {
    "curve": "0.5 ** (age / half_life)",
    "applying": "curve * people",
    "one": "applying * first / 12",
    "other": "-applying * second",
    "both": "one + other + nothing",
    "twice": "both - applying + curve",
    "again": "both - one",
    "once": "if_(month == 1, first, 0)",
    "late": "if_(month > 20, second, 0)",
    "monthly": "if_(month >= 1, people, 0)",
    "spent": "once + late + monthly + fixed * month",
    "rare": "once + late",
    "rest": "both - spent",
    "with_curve": "spent + curve",
    "ratio": "one / spent",
    "square": "one ** 2",
    "debt": "if_(rest < 0, month, 0)",
    "owed": "if_(rest < 0, -month, 0)",
    "chosen": "if_(first > 0.5, month, 0)",
    "largest": "max(one, other)",
    "shifted": "since(one, 3)",
    "stocked": "stock(one, 0.9)",
    "so_far": "cumulative(other)",
    "sum_one": "sum_over_months(one)",
    "sum_once": "sum_over_months(once)",
    "top": "max_over_months(other)",
    "after": "sum_one + max_over_months(rest)",
    "switched": "one * switch",
}
INPUTS = ("half_life", "people", "first", "second", "fixed", "nothing", "switch")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.build({name: parse(text) for name, text in FORMULAS.items()}, INPUTS)


@pytest.fixture
def inputs() -> dict[str, np.ndarray]:
    random = np.random.default_rng(3)
    values = {name: random.uniform(0.1, 1.0, (ROWS, 1)) for name in INPUTS}
    return values | {"fixed": np.array([[0.3]]), "nothing": np.array([[0.0]]), "switch": np.array([[1.0]])}


def row_by_row(graph: Graph, inputs: dict[str, np.ndarray], row: int) -> dict[str, np.ndarray]:
    """The same with a single row, where nothing is worth keeping apart."""
    one = {name: values[min(row, len(values) - 1)][:, None] for name, values in inputs.items()}
    return dict(graph.program().run(one, MONTHS))


def test_equal_to_a_row_alone(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    assert ROWS * MONTHS >= SMALL
    result = graph.program().run(inputs, MONTHS)
    for row in (0, 1, ROWS // 2, ROWS - 1):
        for name, expected in row_by_row(graph, inputs, row).items():
            found = result[name][min(row, len(result[name]) - 1)]
            np.testing.assert_allclose(found, expected[0], rtol=1e-12, atol=1e-15, err_msg=name)


def test_order_of_looking_changes_nothing(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    forward, backward = (graph.program().run(inputs, MONTHS) for _ in range(2))
    seen = {name: forward[name].copy() for name in FORMULAS}
    for name in reversed(FORMULAS):
        np.testing.assert_array_equal(backward[name], seen[name], err_msg=name)
        np.testing.assert_array_equal(forward[name], seen[name], err_msg=name)


def test_kept_as_factors_on_one_curve(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    kept = graph.program().run(inputs, MONTHS).kept
    for name in ("applying", "one", "other", "both", "twice", "again", "switched"):
        value = kept[name]
        assert isinstance(value, Factored), name
        assert value.curve is kept["curve"], name
    assert isinstance(kept["once"], Factored)
    assert kept["once"].curve.shape == (MONTHS, 1)
    assert kept["switched"] is kept["one"]


def test_few_rows_are_multiplied_out(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    few = {name: values[:20] for name, values in inputs.items()}
    assert not any(isinstance(value, Factored) for value in graph.program().run(few, MONTHS).kept.values())


def test_changed_inputs_reach_what_was_looked_at(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    program = graph.program()
    first = program.run(inputs, MONTHS)
    looked = {name: first[name].copy() for name in FORMULAS}
    moved = inputs | {"first": inputs["first"] * 0.5}
    again = program.run(moved, MONTHS, previous=first, changed=["first"])
    fresh = program.run(moved, MONTHS)
    for name in FORMULAS:
        np.testing.assert_array_equal(again[name], fresh[name], err_msg=name)
        np.testing.assert_array_equal(first[name], looked[name], err_msg=name)
    assert np.shares_memory(again["other"], first["other"])


@pytest.mark.parametrize("amount", [np.inf, np.nan])
def test_no_number_stays_none(graph: Graph, inputs: dict[str, np.ndarray], amount: float) -> None:
    inputs["first"][7], inputs["second"][9] = amount, amount
    result = graph.program().run(inputs, MONTHS)
    for row in (7, 8, 9):
        for name, expected in row_by_row(graph, inputs, row).items():
            found = result[name][min(row, len(result[name]) - 1)]
            np.testing.assert_array_equal(np.isfinite(found), np.isfinite(expected[0]), err_msg=f"{name} {row}")
            np.testing.assert_allclose(found, expected[0], rtol=1e-12, atol=1e-15, err_msg=f"{name} {row}")
