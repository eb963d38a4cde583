"""The library of published effects: what every row of it holds, and what is wrong is told."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ldcase.errors import CaseError
from ldcase.evidence import Effect, load
from ldcase.evidence.effect import DESIGNS, GRADES, LEVELS, SCALES, VERIFIED, is_citation
from ldcase.evidence.library import COLUMNS
from tests.sample_cases import BUNDLED, DATA, bundled

HEAD = ",".join(COLUMNS)
EFFECTS = load(DATA / "evidence")
FROM_MEMORY = {"hunter1990", "gallup-turnover", "workinstitute", "espinosa-stanton"}
"""Findings of the list handed over whose figures nobody has read in a source."""
SAID = {
    "id": "a2020",
    "domain": "sales",
    "level": "results",
    "study": "A study",
    "year": "2020",
    "outcome": "Sales",
    "says": "They sold more.",
    "effect": "5",
    "unit": "%",
    "scale": "percent",
    "value": "5",
    "population": "Sellers",
    "design": "experiment",
    "reference": "doi:10.1000/abc",
    "quality_grade": "B",
    "verification": "abstract seen",
    "use": "benchmark",
    "review_by": "2030-12-31",
}


def row(**given: str) -> str:
    said = {**SAID, **given}
    return ",".join(said.get(name, "") for name in COLUMNS)


def test_the_library_holds_the_verified_list_and_all_that_cases_name() -> None:
    assert len(EFFECTS) == 83
    named = [finding.id for name in BUNDLED for finding in bundled(name).document.evidence.findings]
    assert named
    assert set(named) <= set(EFFECTS)


@pytest.mark.parametrize("effect", EFFECTS.values(), ids=list(EFFECTS))
def test_every_finding_has_a_source_a_grade_and_a_citation_that_can_be_followed(effect: Effect) -> None:
    assert effect.study
    assert effect.quality_grade in GRADES
    assert is_citation(effect.reference)
    assert effect.address.startswith(("https://", "http://"))
    assert effect.verification in VERIFIED
    assert effect.level in LEVELS
    assert effect.design in DESIGNS
    assert effect.scale in SCALES
    assert effect.caution.endswith((".", "”"))
    assert effect.says.endswith(".")
    assert 1980 <= effect.year <= effect.review_by.year
    assert effect.low is None or effect.high is None or effect.low < effect.high
    assert (effect.low is None) == (effect.high is None) == (not effect.interval)
    if effect.value is not None and effect.low is not None:
        assert effect.high is not None
        assert effect.low < effect.value < effect.high


def test_nothing_that_was_not_verified_is_in_the_library() -> None:
    assert not FROM_MEMORY & set(EFFECTS)
    told = " ".join(effect.words for effect in EFFECTS.values())
    assert not [word for word in ("unverified", "memory", "213", "10 % transfer") if word in told]


def test_a_benchmark_has_a_number_and_rests_neither_on_advertising_nor_on_opinion() -> None:
    benchmarks = [effect for effect in EFFECTS.values() if effect.use == "benchmark"]
    assert len(benchmarks) > 20
    assert all(effect.value is not None for effect in benchmarks)
    assert not [e.id for e in benchmarks if e.quality_grade == "D" or e.design in ("estimate", "survey", "theory")]
    warned = {effect.id for effect in EFFECTS.values() if effect.use == "warning"}
    assert {"jones2016-results", "metrixglobal2001", "saks2002-survey", "nsc-2021", "collins2004-knowledge"} <= warned


@pytest.mark.parametrize(
    ("name", "value", "low", "high", "spread", "k", "n"),
    [
        ("arthur2003-results", 0.62, None, None, None, 26, 1748),
        ("orgtraining2025", 0.13, 0.11, 0.16, 0.17, 159, 75033),
        ("morrow1997-managerial", 0.31, -0.09, 1.11, None, 18, None),
        ("degrip2012", 10, None, None, None, None, 86),
        ("stitch-average", 5.8, None, None, None, None, 2002),
        ("farrell1999-sales", 0.16, None, None, None, 12, None),
        ("parkshaw2013", -0.15, None, None, None, 110, 120066),
        ("tatel2025-accuracy", -0.08, None, None, None, 1344, None),
    ],
)
def test_figures_are_those_of_the_list_handed_over(
    name: str, value: float, low: float | None, high: float | None, spread: float | None, k: int | None, n: int | None
) -> None:
    effect = EFFECTS[name]
    assert (effect.value, effect.low, effect.high, effect.spread) == (value, low, high, spread)
    assert (effect.k, effect.n) == (k, n)


def test_a_folder_that_is_not_there_has_no_effects(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere") == {}


def test_a_complete_row_is_read_with_its_numbers_as_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}\n{row(k='12')}\n", encoding="utf-8")
    effect = load(tmp_path)["a2020"]
    assert (effect.value, effect.low, effect.k, effect.n) == (5.0, None, 12, None)
    assert effect.review_by.isoformat() == "2030-12-31"


@pytest.mark.parametrize(
    ("content", "code", "line", "found"),
    [
        ("id,study\na,b\n", "evidence-columns", 1, "domain"),
        ("", "evidence-columns", 1, "id"),
        (f"{HEAD}\n{row()}\n{row()}\n", "evidence-row", 3, "a2020 a second time"),
        (f"{HEAD}\n{row(id='')}\n", "evidence-row", 2, "no id without id"),
        (f"{HEAD}\n{row(study=' ', reference='')}\n", "evidence-row", 2, "without study, reference"),
        (f"{HEAD}\n{row(quality_grade='E')}\n", "evidence-value", 2, "quality_grade “E”"),
        (f"{HEAD}\n{row(verification='from memory')}\n", "evidence-value", 2, "verification “from memory”"),
        (f"{HEAD}\n{row(verification='')}\n", "evidence-value", 2, "verification “”"),
        (f"{HEAD}\n{row(value='about 5')}\n", "evidence-value", 2, "value “about 5”"),
        (f"{HEAD}\n{row(value='nan')}\n", "evidence-value", 2, "value “nan”"),
        (f"{HEAD}\n{row(k='2.5')}\n", "evidence-value", 2, "k “2.5”"),
        (f"{HEAD}\n{row(review_by='soon')}\n", "evidence-value", 2, "review_by “soon”"),
        (f"{HEAD}\n{row(reference='a journal')}\n", "evidence-value", 2, "reference “a journal”"),
        (f"{HEAD}\n{row(value='')}\n", "evidence-value", 2, "use “benchmark”"),
        (f"{HEAD}\n{row(quality_grade='D')}\n", "evidence-value", 2, "use “benchmark”"),
        (b"id,\xff\xfe", "evidence-unreadable", None, "utf-8"),
        (f"{HEAD}\n{row(study='x' * 200_000)}\n", "evidence-unreadable", None, "field limit"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, content: str | bytes, code: str, line: int | None, found: str
) -> None:
    path = tmp_path / "effects.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CaseError) as trouble:
        load(tmp_path)
    (finding,) = trouble.value.findings
    assert finding.code == code
    assert finding.place.file == "effects.csv"
    assert finding.place.line == line
    assert found in finding.found


def test_a_field_may_be_as_long_whatever_another_reader_of_this_process_asked_for(tmp_path: Path) -> None:
    (tmp_path / "effects.csv").write_text(f"{HEAD}\n{row(study='x' * 200_000)}\n", encoding="utf-8")
    was = csv.field_size_limit(8 * 1024 * 1024)
    try:
        with pytest.raises(CaseError, match="field limit"):
            load(tmp_path)
    finally:
        csv.field_size_limit(was)


def test_all_problems_are_told_at_once_and_a_mark_of_order_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"\ufeff{HEAD}\n{row()}\n", encoding="utf-8")
    assert list(load(tmp_path)) == ["a2020"]
    (tmp_path / "b.csv").write_text(f"{HEAD}\n{row()}\n{row(id='b', study='', value='?')}\n", encoding="utf-8")
    (tmp_path / "c.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(CaseError) as trouble:
        load(tmp_path)
    assert [finding.place.file for finding in trouble.value.findings] == ["b.csv", "b.csv", "b.csv", "c.csv"]
