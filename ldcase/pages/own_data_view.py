"""How the panel of own data looks: file, rows, columns, what is told, what would be set."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from ldcase.case import Case, MetricUse
from ldcase.errors import Finding
from ldcase.intake.delimited import DELIMITERS
from ldcase.intake.mapping import NEEDED, ROLES, TITLES, Kind, Role
from ldcase.intake.report import Report
from ldcase.intake.summary import Summary
from ldcase.intake.table import Table
from ldcase.intake.taken import Figure, Proposal
from ldcase.language import marked, worded, worded_many
from ldcase.pages.markup import (
    NOTHING,
    action,
    choice,
    element,
    field,
    figure,
    joined,
    progress,
    table,
    tick,
    upload,
)  # fmt: skip
from ldcase.pages.notices import finding
from ldcase.pages.work import Progress
from ldcase.words import dates, numbers, own_data
from ldcase.words.answer import exact, lowered
from ldcase.words.sentence import ended

if TYPE_CHECKING:
    from ldcase.pages.own_data import Understood

ACT = "own_data"
NONE = ":none"
"""What a list sends for nothing chosen; an option without a value would send its text."""
LISTED = 12
"""Rows that are not used, on the screen; all are in the table to save."""
DOWNLOADED = 5_000
"""Rows in the table to save."""
PREVIEWED = 6
_KINDS = (
    ("history", marked("a metric’s history, by date")),
    ("people", marked("a list, a row a person")),
)
_MEASURES = (("turnover", marked("how many leave, a year")), ("value", marked("the mean of a measured value")))
_DECIMALS = ((NONE, marked("as found")), (".", "1,234.5"), (",", "1.234,5"))
_ORDERS = ((NONE, marked("as found")), ("day first", "31/12/2026"), ("month first", "12/31/2026"))


def head(name: str, nearby: Sequence[str], going: Progress | None) -> Markup:
    """The choice of a file, and progress."""
    intro = worded(
        "A metric’s history (date, value, group) or a list of people, as CSV or Excel. It is read on this machine and "
        "sent nowhere. Groups that are too small are not shown."
    )
    picks = [(NONE, worded("or pick one …")), *((each, each) for each in nearby)]
    choices = joined(
        (
            upload(worded("Choose a file …"), f"{ACT}.file", ".csv,.txt,.tsv,.xlsx,.xlsm"),
            choice(worded("A file that lies here"), f"{ACT}.pick", "pick", picks, NONE) if nearby else NOTHING,
            action(worded("Put it away"), f"{ACT}.forget", class_="button") if name else NOTHING,
        )
    )
    return joined(
        (
            element("h2", worded("Own data")),
            element("p", intro, class_="help"),
            element("div", choices, class_="fields"),
            progress(going.share, going.said) if going else NOTHING,
            element("h3", name) if name else NOTHING,
        )
    )


def checked(cells: Table, found: Summary | None, findings: Sequence[Finding]) -> Markup:
    """How many rows are used, which are not and why, and what was decided while reading.

    What stands in the column of people is not shown: others may see the screen.
    """
    report = found.reading.report if found else None
    told = report.findings if report else (*cells.findings, *findings)
    lines = element("ul", *(_told(each) for each in told), class_="findings") if told else NOTHING
    if report is None:
        return lines
    return joined(
        (
            element("p", worded(report.sentence), class_="value-line"),
            lines,
            _not_used(report, found.reading.mapped.column("person") if found else ""),
        )
    )


def _told(each: Finding) -> Markup:
    """A finding about the file; one that stops its reading stops no forecast."""
    return finding(each, worded("To be chosen")) if each.severity == "error" else finding(each)


def _not_used(report: Report, person: str) -> Markup:
    lost = report.rows - report.rows_used
    if not lost:
        return NOTHING
    rows = [
        (
            numbers.plain(float(each.line), 9),
            each.column,
            worded("(a person)") if each.column == person and each.value else each.value,
            worded(each.reason),
            worded(each.allowed),
        )
        for each in islice(report.listed(), LISTED)
    ]
    content = base64.b64encode(report.csv(DOWNLOADED).encode("utf-8-sig")).decode()
    save = element(
        "a",
        worded("Save all {n} as a table", n=numbers.plain(lost, 9))
        if lost <= DOWNLOADED
        else worded("Save the first {n} as a table", n=numbers.plain(DOWNLOADED, 9)),
        href=f"data:text/csv;charset=utf-8;base64,{content}",
        download="rows-not-used.csv",
        class_="button",
    )
    shown = worded("The first {n} of them", n=LISTED) if lost > LISTED else worded("Rows that are not used")
    listed = table(
        (worded("line"), worded("column"), worded("found"), worded("why"), worded("allowed")), rows, numeric=(0,)
    )
    return element("details", element("summary", shown), listed, element("p", save))


def columns(found: Understood, metrics: Sequence[MetricUse], use: MetricUse | None) -> Markup:
    """Which column is what, to be corrected."""
    mapped = found.mapped
    names = [(NONE, worded("none")), *((name, name) for name in found.table.names)]
    asked = [role for role in ROLES[mapped.kind] if found.measure != "turnover" or role not in ("date", "value")]
    roles = [
        choice(_label(role, mapped.kind), f"{ACT}.role", role, names, mapped.column(role) or NONE) for role in asked
    ]
    listed = [(each.key, worded(each.title)) for each in metrics]
    leavers = mapped.kind == "people" and bool(mapped.column("leave"))
    percents = bool(mapped.column("value")) and use is not None and use.module.needs[use.module.baseline].bounds[1] == 1
    parted = {"tab" if sign == "\t" else sign: worded(name) for sign, name in DELIMITERS.items()}
    text = found.form.startswith("text")
    known = found.summary is None or found.summary.people_known or not found.summary.parted
    smallest = found.summary.about.smallest if found.summary else 0
    file = (
        choice(worded("Sheet"), f"{ACT}.sheet", "sheet", [(each, each) for each in found.sheets], _sheet(found))
        if len(found.sheets) > 1
        else NOTHING,
        choice(
            worded("Cells are parted by"),
            f"{ACT}.delimiter",
            "delimiter",
            [(NONE, worded("as found")), *parted.items()],
            _sign(found),
        )
        if text
        else NOTHING,
        field(worded("Line of the names"), f"{ACT}.header", "header", str(found.table.header), kind="number"),
        choice(worded("Numbers look like"), f"{ACT}.decimal", "decimal", _said(_DECIMALS), mapped.decimal or NONE),
        choice(worded("Dates look like"), f"{ACT}.order", "order", _said(_ORDERS), mapped.order or NONE),
    )
    ticks = (
        tick(worded("The values are percents: 12 means 12 %"), f"{ACT}.percent", "percent", mapped.percent)
        if percents
        else NOTHING,
        tick(
            worded("Each group has {smallest} people or more", smallest=smallest),
            f"{ACT}.large",
            "large",
            found.chosen.large_enough,
        )
        if not known
        else NOTHING,
    )
    what = (
        choice(worded("For the metric"), f"{ACT}.metric", "metric", listed, found.metric),
        choice(worded("The file is"), f"{ACT}.kind", "kind", _said(_KINDS), mapped.kind),
        choice(worded("To be computed"), f"{ACT}.measure", "measure", _said(_MEASURES), found.measure)
        if leavers
        else NOTHING,
    )
    return joined(
        (
            element("h3", worded("What the columns are")),
            element("div", *what, class_="fields"),
            element("div", *roles, class_="fields"),
            element("p", *ticks) if any(ticks) else NOTHING,
            element(
                "details",
                element("summary", worded("How it is read: {form}", form=worded(found.form))),
                element("div", *file, class_="fields"),
            ),
        )
    )


def _said(listed: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, worded(text)) for key, text in listed]


def _label(role: Role, kind: Kind) -> str:
    return worded(TITLES[role]) + (" *" if role in NEEDED[kind] else "")


def _sheet(found: Understood) -> str:
    return found.chosen.sheet or next((each for each in found.sheets if f"“{each}”" in found.form), "")


def _sign(found: Understood) -> str:
    return {"\t": "tab", "": NONE}.get(found.chosen.delimiter, found.chosen.delimiter)


def preview(found: Summary) -> Markup:
    """The first rows as they are understood.

    A person is a number here, whatever stands in the file; figures of hidden groups are not shown, and rows of people
    only when they are asked for: others may see the screen.
    """
    reading = found.reading
    roles = [role for role in ROLES[reading.mapped.kind] if reading.mapped.column(role)]
    rows = []
    for row in np.flatnonzero(~reading.report.table.blank)[:PREVIEWED]:
        cells = [_as_understood(found, role, int(row)) for role in roles]
        rows.append(
            (
                numbers.plain(float(reading.report.table.lines[row]), 9),
                *cells,
                worded("used") if reading.report.used[row] else worded("not used"),
            )
        )
    heads = (worded("line"), *(lowered(worded(TITLES[role])) for role in roles), "")
    people = reading.mapped.kind == "people"
    rows_shown = table(heads, rows, numeric=(0,))
    return element(
        "details", element("summary", worded("The first rows as they are understood")), rows_shown, open=not people
    )


def _as_understood(found: Summary, role: Role, row: int) -> str:
    reading = found.reading
    if role == "person":
        return worded("person {n}", n=reading.person[row] + 1)
    if role == "group":
        return (
            reading.groups[reading.group[row]]
            if reading.group[row] not in found.shown.hidden
            else worded("(a hidden group)")
        )
    if role in ("date", "start", "leave"):
        day = {"date": reading.date, "start": reading.start, "leave": reading.leave}[role][row]
        return "" if np.isnat(day) else dates.short_day(day.astype(object))
    if reading.group[row] in found.shown.hidden:
        return worded("hidden")
    value = (reading.value if role == "value" else reading.headcount)[row]
    return "" if np.isnan(value) else numbers.plain(float(value), 6)


def told(found: Summary, form: str) -> Markup:
    """What the figures say, in sentences, with the history and the groups."""
    sentences = (
        own_data.baseline(found, form), own_data.steady(found, form), own_data.trend(found, form),
        own_data.season(found, form), own_data.best(found, form), own_data.hidden(found),
    )  # fmt: skip
    more = [finding(each) for each in found.series.findings]
    return joined(
        (
            element("h3", worded("What the figures say")),
            figure("history") if len(found.series.months) > 1 else NOTHING,
            element("ul", *(element("li", each) for each in sentences if each)),
            element("ul", *more, class_="findings") if more else NOTHING,
            _groups(found, form),
            element("p", element("small", worded(found.series.how), class_="soft")),
        )
    )


def _groups(found: Summary, form: str) -> Markup:
    if not found.parted or not found.groups:
        return NOTHING
    drawn = found.exemplar is not None and any(np.isfinite(group.shrunk) for group in found.groups)
    heads = [worded("group"), worded("people"), worded("measured"), *((worded("without luck"),) if drawn else ()), ""]
    rows: list[Sequence[str | Markup]] = [
        [
            group.name,
            numbers.plain(float(group.people), 9, 0) if np.isfinite(group.people) else "–",
            exact(group.level, form),
            *((exact(group.shrunk, form) if np.isfinite(group.shrunk) else "–",) if drawn else ()),
            element("span", worded("among the best"), class_="grade") if group.best else "",
        ]
        for group in found.groups
    ]
    smallest = found.about.smallest
    small, others = len(found.shown.small), len(found.shown.beside)
    fewer = worded_many(
        "{n} group hidden: fewer than {smallest} people",
        "{n} groups hidden: fewer than {smallest} people",
        small,
        n=small,
        smallest=smallest,
    )
    too = worded_many("{n} group hidden too", "{n} groups hidden too", others, n=others)
    for count, name in ((small, fewer), (others, too)):
        if count and found.people_known:
            rows.append([element("span", name, class_="soft"), "", "", *(("",) if drawn else ()), ""])
    months = found.series.window
    caption = worded("Groups over the last {months} months", months=months) if months > 1 else worded("Groups")
    return table(heads, [tuple(row) for row in rows], caption=caption, numeric=tuple(range(1, 3 + drawn)))


def offered(case: Case, use: MetricUse, given: Proposal | None, taken: str) -> Markup:
    """What would be set in the case, before and after, and the button that takes it; or what was taken."""
    if given is None:
        what = worded(
            "{title} is not counted as leavers a year. Choose another metric, or another column to be measured.",
            title=worded(use.title),
        )
        return element("p", what, class_="soft")
    rows = [_change(case, use, each) for each in given.figures]
    if given.history:
        rows.append(
            (
                worded("History"),
                use.history or worded("none"),
                numbers.months(given.history.count("team")),
            )
        )
    heads = (worded("in the case"), worded("now"), worded("from the file"))
    return joined(
        (
            element("h3", worded("What the case has taken") if taken else worded("What the case would take")),
            table(heads, rows),
            element(
                "p",
                element(
                    "small",
                    worded("Graded as measured here. Source: {source}", source=ended(worded(given.source))),
                    class_="soft",
                ),
            ),
            element("p", element("b", taken), role="status")
            if taken
            else element(
                "p", action(worded("Take it into the case"), f"{ACT}.take", class_="button main"), class_="row"
            ),
            element("p", action(worded("Undo"), "undo", class_="button"), class_="row") if taken else NOTHING,
        )
    )


def _change(case: Case, use: MetricUse, given: Figure) -> tuple[str, str, str]:
    need = use.module.needs[given.name]
    before = case.assumptions.get(f"{use.key}.{given.name}")
    now = _written(before.low, before.likely, before.high, need.format) if before else worded("nothing")
    return (
        worded(before.title if before else need.title),
        now,
        _written(given.low, given.likely, given.high, need.format),
    )


def _written(low: float, likely: float, high: float, form: str) -> str:
    if low == high:
        return exact(likely, form)
    return f"{exact(likely, form)} ({exact(low, form)} – {exact(high, form)})"


def taken(history: str) -> str:
    """What is told once the figures are in the case."""
    if not history:
        return worded("The case has taken the figures; undo brings the earlier ones back. Name an owner for them.")
    return worded(
        "The case has taken the figures; undo brings the earlier ones back. The history lies beside the case as "
        "{file}. Name an owner for them.",
        file=history,
    )
