"""Units: what a formula comes out as, what does not fit, and how units read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ldcase.errors import FormulaError
from ldcase.formulas import Graph, parse
from ldcase.formulas.units import Unit, UnitProblem, in_words, is_unit

INPUTS = {
    "hours": "hour",
    "cost": "money",
    "flow": "money/month",
    "rate": "money/hour",
    "yearly": "1/year",
    "people": "person",
    "part": "share",
    "plain": "",
    "calls": "call/person/month",
}

COMES_OUT = {
    "hours * rate": "money",
    "people * yearly / months_per_year": "person/month",
    "people * calls * cost / people": "call*money/month/person",
    "people * calls / people": "call/month/person",
    "hours / hours": "share",
    "cost * 0 + hours": "hour",
    "0 - cost": "money",
    "cost + 0 * hours": "money",
    "cost * 3 - 2 * cost": "money",
    "-cost / 4": "money",
    "cost ** 2 / cost": "money",
    "hours ** -1": "1/hour",
    "part ** part * plain": "share",
    "cost > 0": "share",
    "month + one_month": "month",
    "months_per_year * one_year": "month",
    "hours * minutes_per_hour": "minute",
    "min(cost, 0, cost)": "money",
    "if_(hours > 0 * hours, cost, 0)": "money",
    "exp(-yearly * age / months_per_year)": "share",
    "ramp(age, 3 * one_month)": "share",
    "discount(yearly, month)": "share",
    "since(rate, one_month)": "money/hour",
    "stock(flow, part)": "money",
    "cumulative(flow)": "money",
    "sum_over_months(people)": "month*person",
    "max_over_months(flow)": "money/month",
}

# formula → what is said of it, part of what was found or is allowed, column
DOES_NOT_FIT = {
    "hours + cost": ("adds hour and money", "hours is hour, cost is money", 1),
    "hours - cost": ("takes money from hour", "cost is money", 1),
    "1 + (cost - rate)": ("takes money/hour from money", "rate is money/hour", 6),
    "age + 1": ("adds month and a plain number", "one_month", 1),
    "hours == cost": ("compares hour with money", "hours is hour", 1),
    "min(cost, hours)": ("gives min money and hour", "cost is money", 1),
    "if_(part, cost, hours)": ("gives if_ money and hour", "cost is money", 1),
    "if_(hours, cost, cost)": ("gives if_ condition in hour", "a plain number or share", 5),
    "exp(hours)": ("gives exp x in hour", "hours is hour", 5),
    "ramp(age, 3)": ("gives ramp length without a unit", "month", 11),
    "discount(part, month)": ("gives discount annual_rate without a unit", "1/year", 10),
    "discount(yearly, one_year)": ("gives discount months in year", "month", 18),
    "since(flow, one_year)": ("gives since start in year", "month", 13),
    "stock(flow, hours)": ("gives stock keep in hour", "hours is hour", 13),
    "part ** hours": ("has an exponent in hour", "hours is hour", 9),
    "cost ** 0.5": ("raises money to a power that is not a whole number", "cost is money", 1),
    "cost ** part": ("raises money to a power that is not a whole number", "cost is money", 1),
}


def check(
    formulas: dict[str, str], declared: dict[str, str], inputs: dict[str, str] = INPUTS
) -> tuple[dict[str, str], tuple[UnitProblem, ...]]:
    graph = Graph.build({name: parse(text) for name, text in formulas.items()}, inputs)
    return graph.units(inputs, declared, {"call"})


@pytest.mark.parametrize("text", COMES_OUT)
def test_comes_out(text: str) -> None:
    assert check({"f": text}, {}) == ({"f": COMES_OUT[text]}, ())
    assert check({"f": text}, {"f": COMES_OUT[text]}) == ({"f": COMES_OUT[text]}, ())


@pytest.mark.parametrize("text", DOES_NOT_FIT)
def test_does_not_fit(text: str) -> None:
    what, shown, column = DOES_NOT_FIT[text]
    _, (problem,) = check({"f": text}, {})
    assert (problem.name, problem.what, problem.column) == ("f", what, column)
    assert shown in f"{problem.found} | {problem.allowed}"


def test_declared_units() -> None:
    formulas = {"a": "hours * rate", "b": "a + cost", "c": "people * calls", "d": "a * zero", "zero": "0"}
    declared = {"a": "money/month", "b": "money", "c": "call/month", "zero": "money"}
    units, problems = check(formulas, declared)
    # what follows from a slip is not told again beyond the formula that meets it
    assert [(problem.name, problem.what) for problem in problems] == [
        ("a", "is declared as money/month but comes out as money"),
        ("b", "adds money/month and money"),
    ]
    assert units == declared | {"d": "money**2/month"}


def test_unknown_units_name_the_nearest() -> None:
    units, problems = check({"f": "cost + x * 2"}, {"f": "mony"}, {"cost": "money", "x": "call/0", "y": "Monat"})
    assert [(problem.name, problem.what) for problem in problems] == [
        ("x", "has a unit that cannot be read"),
        ("y", "has an unknown unit"),
        ("f", "has an unknown unit"),
    ]
    assert "Did you mean money?" in problems[2].allowed
    assert units == {"f": "money"}


def test_input_without_a_unit() -> None:
    graph = Graph.build({"f": parse("cost + x")}, ["cost", "x"])
    assert [problem.what for problem in graph.units({"cost": "money"}, {}, ())[1]] == ["has no unit"]


def test_things_have_plain_names() -> None:
    graph = Graph.build({}, [])
    assert {problem.name for problem in graph.units({}, {}, ["money", "Über", "a b", "hire"])[1]} == {
        "money",
        "Über",
        "a b",
    }


WORDS = {
    "money/month": "money a month",
    "money/person/month": "money per person a month",
    "money/month/person": "money per person a month",
    "deal/person/month": "deals per person a month",
    "person/month": "people a month",
    "1/year": "a year",
    "minute/hour": "minutes an hour",
    "1/person/month": "per person a month",
    "entry": "entries",
    "sales_call/day": "sales calls a day",
    "person*hour": "person-hours",
    "share": "",
    "": "",
}


def test_units_in_words() -> None:
    assert {text: in_words(text) for text in WORDS} == WORDS
    assert in_words("money/hour", money="€") == "€ an hour"
    assert in_words("money/hour", money=r"\1") == r"\1 an hour"


def test_units_are_read() -> None:
    texts = {
        "money/person": "money/person",
        " money * hour / month ": "money*hour/month",
        "1/year": "1/year",
        "": "share",
    }
    assert {text: str(Unit.read(text)) for text in texts} == texts
    assert is_unit("call/person", ["call"])
    for text in (
        "call/person",
        "money per month",
        "/month",
        "money//month",
        "money/",
        "(money)",
        "1e9",
        "m" * 300,
        "2*money",
    ):
        assert not is_unit(text, []), text
    with pytest.raises(FormulaError, match="Did you mean month"):
        Unit.read("money/mouth", [])


def test_the_units_library_is_imported_late() -> None:
    code = (
        "import sys, ldcase.formulas as f, ldcase.formulas.units as u;"
        "g = f.Graph.build({'a': f.parse('b * 2')}, ['b']); g.program(); u.in_words('money/month');"
        "assert 'pint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
