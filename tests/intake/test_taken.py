"""What a file sets in a case: one change, with its source, that goes back as one."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from ldcase.case import Case, load
from ldcase.case.history import rows
from ldcase.errors import CaseError
from ldcase.intake.mapping import Mapped
from ldcase.intake.summary import About, summary
from ldcase.intake.taken import proposal
from scripts import samples
from tests.intake.made import TODAY, cells, lines
from tests.intake.test_history import months, summarised
from tests.sample_cases import DATA, modules


def case(name: str) -> Case:
    """A bundled case."""
    return load(DATA / "cases" / name, modules())


def test_the_sample_list_sets_leavers_and_the_best_as_one_entry() -> None:
    given = case("it-turnover")
    (use,) = given.metrics
    found = summarised((DATA / "samples" / "sample-people.csv").read_bytes(), "turnover", "lower", bounds=(0.0, 3.0))
    offered = proposal(given, use, found, "sample-people.csv")
    assert [figure.name for figure in offered.figures] == ["leaver_rate", "exemplar_rate"]
    for figure in offered.figures:
        assert 0 < figure.low < figure.likely < figure.high < 3
    entry = offered.entry(given, "own.csv")
    after = given.edit(offered.path, entry)
    assert after.ready
    leavers = after.assumptions["leavers.leaver_rate"]
    assert leavers.likely == offered.figures[0].likely
    assert (leavers.grade, leavers.sample) == ("measured here", True)
    assert leavers.source.startswith("sample-people.csv, ")
    assert leavers.owner == given.assumptions["leavers.leaver_rate"].owner
    assert after.document.opportunity.metrics["leavers"].history == "own.csv"
    assert "sample-people.csv" in after.to_yaml()


def test_a_history_that_is_written_is_read_without_a_finding() -> None:
    given = case("it-turnover")
    found = summarised((DATA / "samples" / "sample-people.csv").read_bytes(), "turnover", "lower")
    text = proposal(given, given.metrics[0], found, "people.csv").history
    read = rows(text, "own.csv")
    assert read.findings == ()
    assert {point.group for point in read.points} == {"team", "best"}
    last = [point.value for point in read.points if point.group == "team"][-1]
    assert math.isclose(last, found.series.level, rel_tol=1e-4)


def test_figures_keep_inside_the_bounds_of_the_metric() -> None:
    given = case("closing-the-sale")
    use = next(use for use in given.metrics if use.key == "win_rate")
    content = lines("date,value", *(f"{month}-01,{0.001 if k % 2 else 0.0}" for k, month in enumerate(months(12))))
    (figure,) = proposal(given, use, summarised(content, bounds=(0.0, 1.0)), "own.csv").figures
    assert 0 < figure.low < figure.likely < figure.high
    still = lines("date,value", *(f"{month}-01,0.25" for month in months(12)))
    (figure,) = proposal(given, use, summarised(still), "own.csv").figures
    assert (figure.low, figure.likely, figure.high) == (0.25, 0.25, 0.25)
    assert given.edit(
        "opportunity.metrics.win_rate", proposal(given, use, summarised(still), "x.csv").entry(given, "x.csv")
    )


def test_groups_that_differ_by_chance_only_set_no_exemplar() -> None:
    given = case("closing-the-sale")
    use = next(use for use in given.metrics if use.key == "win_rate")
    rows = [
        f"{month}-01,{0.2 + 0.01 * ((at + team) % 3)},Team {team},20"
        for at, month in enumerate(months(12))
        for team in range(4)
    ]
    found = summarised(lines("date,value,group,headcount", *rows))
    assert found.exemplar is not None
    assert found.exemplar.real_share == 0
    assert [figure.name for figure in proposal(given, use, found, "own.csv").figures] == ["win_rate"]


def test_the_samples_are_what_their_script_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "SAMPLES", tmp_path / "samples")
    samples.main()
    for name in ("sample-people.csv", "sample-win-rate.xlsx"):
        assert (tmp_path / "samples" / name).read_bytes() == (DATA / "samples" / name).read_bytes()


def test_a_sample_with_faults_is_told_of_and_used() -> None:
    found = summarised((DATA / "samples" / "sample-people.csv").read_bytes(), "turnover", "lower")
    assert found.reading.report.rows - found.reading.report.rows_used == len(samples.DIRT) + 2
    assert len(found.shown.small) == 2


def test_nothing_can_be_made_of_nothing() -> None:
    mapped = Mapped("history", {"date": "date", "value": "value"})
    with pytest.raises(CaseError, match="No row can be used"):
        summary(cells(lines("date,value", "soon,1", "later,2")), mapped, About(TODAY))
