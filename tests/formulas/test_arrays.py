"""How a program runs: shapes, what is computed again, and that nothing given or returned ever changes."""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ldcase.errors import FormulaError
from ldcase.formulas import Graph, parse

FORMULAS = {
    "curve": "ramp(age, length) * 0.5 ** (age / half_life)",
    "joining": "people * since(curve, start)",
    "applying": "stock(joining, keep)",
    "benefit": "applying * gap * worth / 12 - (month == 1) * people",
    "discounted": "benefit * discount(rate, month)",
    "npv": "sum_over_months(discounted)",
    "fixed": "min(month, 5) * 2",
    "half": "gap / 2",
}
INPUTS = ("length", "half_life", "people", "start", "keep", "gap", "worth", "rate")
ROWS, MONTHS = 700, 24


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.build({name: parse(text) for name, text in FORMULAS.items()}, INPUTS)


@pytest.fixture
def inputs() -> dict[str, np.ndarray]:
    random = np.random.default_rng(5)
    values = {name: random.uniform(0.1, 1.0, (ROWS, 1)) for name in INPUTS}
    return values | {"length": values["length"] * 6, "half_life": values["half_life"] * 30, "start": np.array([[3.0]])}


def by_hand(given: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The same, row by row and month by month."""
    rows = []
    for row in range(ROWS):
        one = {name: float(values[min(row, len(values) - 1), 0]) for name, values in given.items()}
        curve = [min(1, (t + 1) / (one["length"] + 1)) * 0.5 ** (t / one["half_life"]) for t in range(MONTHS)]
        delay = int(np.floor(one["start"] + 0.5)) - 1
        joining = [one["people"] * (curve[t - delay] if t >= delay else 0.0) for t in range(MONTHS)]
        stock, benefit, discounted = 0.0, [], []
        for t in range(MONTHS):
            stock = stock * one["keep"] + joining[t]
            benefit.append(stock * one["gap"] * one["worth"] / 12 - (one["people"] if t == 0 else 0))
            discounted.append(benefit[-1] * (1 + one["rate"]) ** (-(t + 1) / 12))
        rows.append((joining, benefit, [sum(discounted)]))
    joined = [np.array(column) for column in zip(*rows, strict=True)]
    return dict(zip(("joining", "benefit", "npv"), joined, strict=True))


@pytest.mark.parametrize("starts", ["one start", "a start a row"])
def test_values(graph: Graph, inputs: dict[str, np.ndarray], starts: str) -> None:
    if starts == "a start a row":
        inputs["start"] = np.linspace(-1.0, MONTHS + 3.0, ROWS)[:, None]
        inputs["start"] = np.where(inputs["start"] < 1.0, 1.0, inputs["start"])
    result = graph.program().run(inputs, MONTHS)
    for name, expected in by_hand(inputs).items():
        np.testing.assert_allclose(result[name], expected, rtol=1e-11, atol=1e-14, err_msg=name)


def test_shapes(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    result = graph.program().run(inputs, MONTHS)
    assert set(result) == {*INPUTS, *FORMULAS}
    assert {name: result[name].shape for name in ("benefit", "npv", "fixed", "half", "gap", "start")} == {
        "benefit": (ROWS, MONTHS),
        "npv": (ROWS, 1),
        "fixed": (1, MONTHS),
        "half": (ROWS, 1),
        "gap": (ROWS, 1),
        "start": (1, 1),
    }
    single = graph.program().run({name: values[:1] for name, values in inputs.items()}, 1)
    assert {values.shape for values in single.values()} == {(1, 1)}


def test_nothing_changes(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    before = {name: values.copy() for name, values in inputs.items()}
    first = graph.program().run(inputs, MONTHS)
    kept = {name: values.copy() for name, values in first.items()}
    for _ in range(3):  # later runs use memory again, but never that of a result somebody holds
        graph.program().run({name: values * 1.1 for name, values in inputs.items()}, MONTHS)
    for name, values in first.items():
        np.testing.assert_array_equal(values, kept[name])
        with pytest.raises(ValueError, match="read-only"):
            values[0, 0] = 1.0
    for name, values in before.items():
        np.testing.assert_array_equal(inputs[name], values)
        assert inputs[name].flags.writeable


def test_memory_is_used_again(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    program = graph.program()
    addresses = set()
    for _ in range(6):
        result = program.run(inputs, MONTHS)
        addresses |= {values.__array_interface__["data"][0] for values in result.values() if values.size > 10_000}
        corner = result["benefit"][3:4]  # a piece of an earlier result keeps its memory
        expected = corner.copy()
        program.run({name: values * 2 for name, values in inputs.items()}, MONTHS)
        np.testing.assert_array_equal(corner, expected)
    assert len(addresses) <= 4 * len(FORMULAS)


def test_only(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    whole = graph.program().run(inputs, MONTHS)
    part = graph.program().run(
        {name: inputs[name] for name in ("length", "half_life", "gap")}, MONTHS, only=["half", "curve"]
    )
    assert set(part) == {"half", "curve", "gap", "length", "half_life"}
    for name, values in part.items():
        np.testing.assert_array_equal(values, whole[name])
    with pytest.raises(FormulaError, match="Did you mean benefit"):
        graph.program().run(inputs, MONTHS, only=["benefitt"])


def test_previous(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    program = graph.program()
    first = program.run(inputs, MONTHS)
    moved = inputs | {"gap": inputs["gap"] * 0.5}
    again = program.run(moved, MONTHS, previous=first, changed=["gap"])
    fresh = program.run(moved, MONTHS)
    for name, values in fresh.items():
        np.testing.assert_array_equal(again[name], values, err_msg=name)
    kept = {name for name in FORMULAS if np.shares_memory(again[name], first[name])}
    assert kept == {"curve", "joining", "applying", "fixed"}
    # what an earlier result of a part does not hold is computed
    partial = program.run(inputs, MONTHS, only=["half"])
    completed = program.run(moved, MONTHS, previous=partial, changed=["gap"])
    np.testing.assert_array_equal(completed["npv"], fresh["npv"])


def test_missing_and_misshapen_inputs(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    with pytest.raises(FormulaError) as caught:
        graph.program().run({"length": inputs["length"]}, MONTHS)
    assert [finding.found for finding in caught.value.findings] == sorted(set(INPUTS) - {"length"})
    with pytest.raises(ValueError, match="shape"):
        graph.program().run(inputs | {"gap": inputs["gap"][:5]}, MONTHS)
    with pytest.raises(ValueError, match="shape"):
        graph.program().run(inputs | {"gap": inputs["gap"].T}, MONTHS)
    with pytest.raises(ValueError, match="months"):
        graph.program().run(inputs, 0)


def test_no_number_is_an_exception() -> None:
    formulas = {"a": "x / y", "b": "-x / y", "c": "y / y", "d": "(-x) ** 0.5", "e": "9 ** 999", "f": "since(x, c)"}
    graph = Graph.build({name: parse(text) for name, text in formulas.items()}, ["x", "y"])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = graph.program().run({"x": np.array([[1.0]]), "y": np.array([[0.0]])}, 3)
    np.testing.assert_array_equal(
        [result[name][0, 0] for name in formulas], [np.inf, -np.inf, np.nan, np.nan, np.inf, np.nan]
    )


def test_threads_share_a_program(graph: Graph, inputs: dict[str, np.ndarray]) -> None:
    def run(factor: float) -> np.ndarray:
        return graph.program().run(inputs | {"gap": inputs["gap"] * factor}, MONTHS)["benefit"]

    expected = [run(factor) for factor in range(8)]
    with ThreadPoolExecutor(4) as threads:
        for found, value in zip(threads.map(run, [*range(8)] * 6), expected * 6, strict=True):
            np.testing.assert_array_equal(found, value)
