"""Every mistake gets a message that says what, where, what was found, what is allowed and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from ldcase.case import Case
from ldcase.errors import Finding

HERE = Path(__file__).parent
ERRORS = yaml.safe_load((HERE / "errors.yaml").read_text(encoding="utf-8"))
WARNINGS = yaml.safe_load((HERE / "warnings.yaml").read_text(encoding="utf-8"))


def told(case: Case, code: str) -> Finding:
    (finding,) = [finding for finding in case.findings if finding.code == code]
    return finding


def line_of(case: Case, finding: Finding) -> str:
    return case.file.text.splitlines()[(finding.place.line or 0) - 1].strip()


@pytest.mark.parametrize("mistake", ERRORS.values(), ids=ERRORS)
def test_an_error_stops_the_forecast_and_says_what_to_do(toy: Callable[..., Case], mistake: dict[str, str]) -> None:
    case = toy((mistake["old"], mistake["new"]))
    finding = told(case, mistake["code"])
    assert finding.severity == "error"
    assert not case.ready
    for part in ("found", "allowed", "do"):
        assert mistake.get(part, "") in getattr(finding, part)
    assert finding.place.file == "toy/case.yaml"
    assert line_of(case, finding).startswith(mistake["line"])
    assert str(finding).startswith(f"toy/case.yaml:{finding.place.line}:{finding.place.column}")
    others = [other.code for other in case.findings if other is not finding and other.severity == "error"]
    assert all(code.startswith("missing-") for code in others)


@pytest.mark.parametrize("mistake", WARNINGS.values(), ids=WARNINGS)
def test_a_warning_is_told_and_stops_nothing(toy: Callable[..., Case], mistake: dict[str, str]) -> None:
    case = toy((mistake["old"], mistake["new"]), ("value: 200,", "value: 200, sample: true,"))
    finding = told(case, mistake["code"])
    assert finding.severity == "warning"
    assert case.ready
    assert finding.do
    assert line_of(case, finding).startswith(mistake["line"])


def test_the_toy_has_nothing_to_say(toy: Callable[..., Case]) -> None:
    assert toy().findings == ()
    assert toy().ready


def test_a_case_without_a_method_of_isolation_is_noted(toy: Callable[..., Case]) -> None:
    finding = told(toy(("{method: expert, because: b}", "{because: nobody has looked}")), "no-isolation-method")
    assert finding.severity == "note"
    assert "from most to least credible" in finding.allowed


def test_all_mistakes_are_told_at_once(toy: Callable[..., Case]) -> None:
    names = ("a date in another form", "a unit that differs", "an unknown grade", "a horizon of 200")
    case = toy(*((ERRORS[name]["old"], ERRORS[name]["new"]) for name in names))
    codes = [finding.code for finding in case.findings]
    assert set(codes) == {"date", "unit-differs", "not-in-list", "horizon"}
    lines = [finding.place.line or 0 for finding in case.findings]
    assert lines == sorted(lines)


def test_what_cannot_be_read_is_not_told_as_missing_too(toy: Callable[..., Case]) -> None:
    case = toy(("value: 200,", "value: many,"))
    assert [finding.code for finding in case.findings] == ["not-a-number"]
    assert "leavers.headcount" not in case.assumptions


def test_capacity_without_an_owner_is_not_in_the_total(toy: Callable[..., Case]) -> None:
    metric = "    calls:\n      use: time_saved\n      becomes: {what: more calls}\n    leavers:\n"
    case = toy(("    leavers:\n", metric))
    finding = told(case, "capacity-not-owned")
    assert finding.severity == "warning"
    assert "not counted" in finding.what
    assert "who says so" in finding.found
    assert case.formula("benefit_capacity").expression.text == "0"
    owned = toy(("    leavers:\n", metric.replace("calls}", "calls, owner: The floor}")))
    assert owned.formula("benefit_capacity").expression.text == "calls.benefit"


def test_text_of_a_case_is_data(toy: Callable[..., Case]) -> None:
    case = toy(("title: A toy ", "title: <script>alert(1)</script> "))
    assert case.title == "<script>alert(1)</script>"
    assert case.ready
