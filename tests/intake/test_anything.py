"""Whatever is brought: a finding, or a summary; never a failure, and no row without a word."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from ldcase.charts.drawings.history import history
from ldcase.errors import CaseError
from ldcase.intake.files import read
from ldcase.intake.mapping import NEEDED, ROLES, Kind, Mapped, guessed
from ldcase.intake.series import Measure
from ldcase.intake.summary import About, summary
from ldcase.intake.table import table
from ldcase.words import own_data
from tests.intake.made import TODAY

CELL = some.one_of(
    some.text(max_size=8),
    some.sampled_from(
        ["2026-01-01", "31.12.2025", "1/2/2026", "12 %", "1,5", "1.234,5", "", "-", "n/a", "Total", "NaN", "9" * 30]
    ),
    some.integers(-5, 50_000).map(str),
    some.dates().map(str),
)
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@given(some.binary(max_size=400))
@SETTINGS
def test_any_bytes(content: bytes) -> None:
    with suppress(CaseError):
        assert table(read(content, "x")).rows


@given(
    some.lists(some.lists(CELL, min_size=1, max_size=6), min_size=1, max_size=25),
    some.sampled_from(",;\t|"),
    some.data(),
)
@SETTINGS
def test_any_cells_in_any_roles(rows: list[list[str]], sign: str, data: some.DataObject) -> None:
    content = "\n".join(sign.join(row) for row in rows).encode("utf-8", "replace")
    try:
        found = table(read(content))
        mapped = guessed(found)
        if data.draw(some.booleans()):
            kind = data.draw(some.sampled_from(sorted(ROLES)))
            names = data.draw(some.permutations(found.names))
            mapped = Mapped(kind, dict(zip(ROLES[kind], names, strict=False)))
        measure = "turnover" if mapped.kind == "people" and mapped.column("leave") else "value"
        told = summary(found, mapped, About(TODAY, measure))  # type: ignore[arg-type]
    except CaseError:
        return
    report = told.reading.report
    assert report.rows_used + len({each.line for each in report.listed()}) == report.rows
    assert report.sentence
    assert told.history.baseline.low <= told.history.baseline.likely <= told.history.baseline.high


DAY = some.one_of(
    some.dates(date(2023, 1, 1), date(2027, 3, 1)).map(str), some.sampled_from(["", "soon", "2026-13-01"])
)
NUMBER = some.one_of(some.integers(-3, 60).map(str), some.floats(0, 5, width=16).map(str), some.sampled_from(["", "x"]))
TEAM = some.sampled_from(["A", "B", "a ", "", "best", "team", "Total"])
ROWS = some.lists(some.tuples(some.integers(0, 30), TEAM, DAY, DAY, DAY, NUMBER, NUMBER), min_size=1, max_size=60)


@given(
    ROWS,
    some.sampled_from(["people", "history"]),
    some.sampled_from(["turnover", "value"]),
    some.booleans(),
    some.data(),
)
@SETTINGS
def test_any_list_of_the_right_form(
    rows: list[tuple[object, ...]], kind: Kind, measure: Measure, vouched: bool, data: some.DataObject
) -> None:
    content = "person,group,start,leave,date,value,headcount\n" + "".join(
        ",".join(map(str, row)) + "\n" for row in rows
    )
    roles = {role: role for role in ROLES[kind] if role in NEEDED[kind] or data.draw(some.booleans())}
    if kind == "history" or "leave" not in roles:
        measure = "value"
    about = About(TODAY, measure, data.draw(some.sampled_from(["higher", "lower"])), (0.0, 3.0), 3, vouched)
    try:
        told = summary(table(read(content.encode())), Mapped(kind, roles), about)
    except CaseError:
        return
    report = told.reading.report
    assert report.rows_used + len({each.line for each in report.listed()}) == report.rows
    assert not {row.name for row in told.groups} & {told.series.groups[k] for k in told.shown.hidden}
    level = told.history.baseline
    assert level.low <= level.likely <= level.high
    if told.exemplar is not None:
        assert told.exemplar.level.low <= told.exemplar.level.likely <= told.exemplar.level.high
        assert not set(told.exemplar.groups) & set(told.shown.hidden)
    for sentence in (own_data.baseline, own_data.trend, own_data.season, own_data.steady, own_data.best):
        assert "nan" not in sentence(told, "number").lower()
    if len(told.series.months) > 1:
        json.dumps(history(told, "number", "what").data, allow_nan=False)
