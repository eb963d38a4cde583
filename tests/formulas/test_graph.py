"""Formulas that fit together, and everything that is wrong with those that do not, at once."""

from __future__ import annotations

import pytest

from ldcase.errors import FormulaError
from ldcase.formulas import Graph, parse

FITTING = {
    "net": "benefit - cost",
    "benefit": "applying * gap",
    "applying": "stock(joining, keep)",
    "joining": "people * ramp(age, 3 * one_month)",
    "total": "sum_over_months(net)",
    "twice": "2 * total",
    "gap": "best - today",
}
INPUTS = ("cost", "keep", "people", "best", "today")


def build(formulas: dict[str, str], inputs: tuple[str, ...] = INPUTS) -> Graph:
    return Graph.build({name: parse(text) for name, text in formulas.items()}, inputs)


def test_order_and_shapes() -> None:
    graph = build(FITTING)
    assert graph.order == ("joining", "applying", "gap", "benefit", "net", "total", "twice")
    assert tuple(graph.formulas) == graph.order
    shapes = {name: graph.shape(name) for name in (*graph.order, "cost", "month", "one_month")}
    monthly = {"joining", "applying", "benefit", "net", "month"}
    assert shapes == {name: "monthly" if name in monthly else "constant" for name in shapes}


def test_relations() -> None:
    graph = build(FITTING)
    assert graph.dependents(["people"]) == {"joining", "applying", "benefit", "net", "total", "twice"}
    assert graph.dependents(["total", "today"]) == {"twice", "gap", "benefit", "net", "total"}
    assert graph.dependents([]) == frozenset()
    assert graph.ancestors(["benefit"]) == {"applying", "joining", "people", "keep", "gap", "best", "today"}
    assert graph.ancestors(["cost"]) == frozenset()
    with pytest.raises(FormulaError, match="Did you mean benefit"):
        graph.ancestors(["benefits"])


# formulas → (code, formula, column, part of the message) of every finding
PROBLEMS: dict[str, tuple[dict[str, str], list[tuple[str, str, int | None, str]]]] = {
    "unknown name": ({"a": "cost + peple"}, [("name-unknown", "a", 8, "nearest is people")]),
    "unknown, nothing near": ({"a": "zzz"}, [("name-unknown", "a", 1, "Check the name")]),
    "unknown in another part": ({"m.benefit": "1", "a": "m.benefits"}, [("name-unknown", "a", 1, "m.benefit")]),
    "cycle": ({"a": "b", "b": "c + 1", "c": "cost * a"}, [("formula-cycle", "a", None, "a → b → c → a")]),
    "own name": ({"a": "a"}, [("formula-cycle", "a", None, "a → a")]),
    "two cycles": (
        {"a": "b", "b": "a", "c": "d + a", "d": "c"},
        [("formula-cycle", "a", None, "a → b → a"), ("formula-cycle", "c", None, "c → d → c")],
    ),
    "not a name": ({"a": "1 + sum_over_months(cost * 2)"}, [("argument-not-a-name", "a", 21, "sum_over_months(x)")]),
    "stock not alone": ({"a": "1 + stock(cost, keep)"}, [("call-not-alone", "a", 5, "stock(inflow, keep)")]),
    "too few": ({"a": "min(1)"}, [("wrong-number-of-arguments", "a", 1, "at least 2")]),
    "none": ({"a": "exp()"}, [("wrong-number-of-arguments", "a", 1, "1: exp(x)")]),
    "too many": ({"a": "ramp(1, 2, 3)"}, [("wrong-number-of-arguments", "a", 1, "2: ramp(age, length)")]),
    "start changes": ({"a": "since(cost, month)"}, [("argument-not-constant", "a", 13, "the start of since")]),
    "named like an input": ({"cost": "1"}, [("name-taken", "cost", None, "both an input and a formula")]),
    "named like a built-in": ({"month": "1"}, [("name-taken", "month", None, "a built-in quantity")]),
    "named like a function": ({"ramp": "1"}, [("name-taken", "ramp", None, "a function")]),
    "a bad name": ({"a b": "1"}, [("name-not-allowed", "a b", None, "letters")]),
    "script as a name": ({"a\n=HYPERLINK()": "1"}, [("name-not-allowed", "a\n=HYPERLINK()", None, "letters")]),
    "all at once": (
        {"a": "peple", "b": "min(1) + c", "c": "b"},
        [
            ("name-unknown", "a", 1, "people"),
            ("wrong-number-of-arguments", "b", 1, "min"),
            ("formula-cycle", "b", None, "b → c → b"),
        ],
    ),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_problems(case: str) -> None:
    formulas, expected = PROBLEMS[case]
    with pytest.raises(FormulaError) as caught:
        build(formulas)
    found = caught.value.findings
    assert [(finding.code, finding.place.path, finding.place.column) for finding in found] == [
        (code, path, column) for code, path, column, _ in expected
    ]
    for finding, (*_, shown) in zip(found, expected, strict=True):
        assert shown.lower() in str(finding).lower()
        assert finding.do


def test_inputs_are_checked_too() -> None:
    with pytest.raises(FormulaError) as caught:
        build({}, ("age", "<b>"))
    assert [finding.code for finding in caught.value.findings] == ["name-taken", "name-not-allowed"]


def test_long_chains_are_no_trouble() -> None:
    chain = {"f0": "cost"} | {f"f{step}": f"f{step - 1} + 1" for step in range(1, 3_000)}
    assert build(dict(reversed(chain.items()))).order == tuple(chain)
