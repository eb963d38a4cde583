"""The panel of own data: a file is chosen, its columns are understood, its rows checked, and its figures taken.

Nothing of the file leaves this machine: it is read in this process, and only figures of groups that are large enough
are written into the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast, get_args

from ldcase.case import Case, MetricUse
from ldcase.charts.drawings.history import history as drawn_history
from ldcase.errors import CaseError, Finding
from ldcase.intake import dates, files, values
from ldcase.intake.limits import MOST_BYTES
from ldcase.intake.mapping import Kind, Mapped, Role, guessed, in_percent
from ldcase.intake.series import Measure
from ldcase.intake.summary import About, Summary, summary
from ldcase.intake.table import Table, table
from ldcase.intake.taken import Proposal, proposal
from ldcase.language import marked, said, worded
from ldcase.pages import own_data_view as view
from ldcase.pages.markup import joined
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing, Upload
from ldcase.store.case_file import write_whole
from ldcase.words.pitch import story

WORK = "own_data"
YEARLY = "1/year"
"""The unit of a metric that a list of people with leaving dates answers by itself."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file and how it is to be read; None and empty mean that it is found out."""

    name: str
    content: bytes
    sheet: str = ""
    delimiter: str = ""
    header: int | None = None
    metric: str = ""
    mapped: Mapped | None = None
    measure: Measure | None = None
    large_enough: bool = False

    def same_cells(self, other: Chosen) -> bool:
        """Whether the same cells of the same file are meant."""
        return self.content is other.content and (self.sheet, self.delimiter, self.header) == (
            other.sheet,
            other.delimiter,
            other.header,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """What was made of a file; `summary` is None where something is missing, which `findings` tell."""

    chosen: Chosen
    form: str
    sheets: tuple[str, ...]
    table: Table
    mapped: Mapped
    metric: str
    measure: Measure
    summary: Summary | None
    findings: tuple[Finding, ...]


class OwnData(BasePanel):
    """One person's file; it is gone when the page is closed."""

    title = marked("Own data")

    def __init__(self) -> None:
        self._chosen: Chosen | None = None
        self._understood: Understood | None = None
        self._taken: tuple[str, Case] | None = None

    def draw(self, at: Standing, part: str) -> Drawn:
        """The choice of a file, and what is understood of it."""
        going = at.work.progress(WORK)
        head = view.head(self._chosen.name if self._chosen else "", list(nearby(at)), going)
        found = self._understood
        if found is None or self._chosen is None:
            return Drawn(head)
        use = _use(at.case.case, found.metric)
        parts = [head, view.checked(found.table, found.summary, found.findings)]
        parts.append(view.columns(found, at.case.case.metrics, use))
        if found.summary is None or use is None:
            return Drawn(joined(parts))
        form = use.module.needs[use.module.baseline].format
        parts += [view.preview(found.summary), view.told(found.summary, form)]
        drawings = (
            (drawn_history(found.summary, form, worded(story(use, "axis"))),) if _has_history(found.summary) else ()
        )
        parts.append(view.offered(at.case.case, use, self._proposal(at.case.case, found), self._taken_of(at)))
        return Drawn(joined(parts), drawings)

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Something was chosen, or the figures are taken."""
        if act == "pick":
            path = nearby(at).get(value)
            if path is not None:
                self._begin(at, path.name, _read(path))
        elif act == "forget":
            self._chosen = self._understood = None
            self._taken = None
        elif act == "take":
            self._take(at)
        elif self._chosen is not None:
            self._choose(at, act, value, name)

    def took(self, at: Standing, upload: Upload) -> None:
        """A file arrived."""
        self._begin(at, Path(upload.name).name[:120], upload.content)

    def _begin(self, at: Standing, name: str, content: bytes) -> None:
        self._chosen, self._understood, self._taken = Chosen(name, content), None, None
        self._start(at)

    def _choose(self, at: Standing, act: str, value: str, name: str) -> None:
        """Read the file again in another way; what was understood before stays on the screen until then."""
        chosen, found = self._chosen, self._understood
        if chosen is None:
            return
        mapped = found.mapped if found else chosen.mapped or Mapped("history")
        value = "" if value == view.NONE else value
        on = value == "true"
        changes: dict[str, Callable[[], Chosen]] = {
            "sheet": lambda: replace(chosen, sheet=value, header=None, mapped=None),
            "delimiter": lambda: replace(chosen, delimiter={"tab": "\t"}.get(value, value), header=None, mapped=None),
            "header": lambda: replace(chosen, header=_line(value), mapped=None),
            "metric": lambda: replace(chosen, metric=value, measure=None, mapped=None),
            "measure": lambda: replace(chosen, measure=cast(Measure, value), mapped=mapped),
            "large": lambda: replace(chosen, large_enough=on, mapped=mapped),
            "kind": lambda: replace(chosen, mapped=replace(mapped, kind=cast(Kind, value))),
            "decimal": lambda: replace(chosen, mapped=replace(mapped, decimal=cast(values.Decimal, value))),
            "order": lambda: replace(chosen, mapped=replace(mapped, order=cast(dates.Order, value))),
            "percent": lambda: replace(chosen, mapped=replace(mapped, percent=on)),
        }
        if act == "role" and name in get_args(Role) and found and value in ("", *found.table.names):
            self._chosen = replace(chosen, mapped=mapped.with_role(cast(Role, name), value))
        elif act in changes and _is_possible(act, value):
            self._chosen = changes[act]()
        else:
            return
        self._taken = None
        self._start(at)

    def _start(self, at: Standing) -> None:
        chosen, before, case, today = self._chosen, self._understood, at.case.case, at.today
        if chosen is None:
            return
        file = chosen

        def job(progress: Callable[[float, str], None]) -> Understood:
            return understood(file, before, case, today, progress)

        at.work.start(WORK, job, self._ready)

    def _ready(self, result: Understood) -> None:
        self._understood = result

    def _proposal(self, case: Case, found: Understood) -> Proposal | None:
        use = _use(case, found.metric)
        if use is None or found.summary is None or not _fits(use, found):
            return None
        return proposal(case, use, found.summary, found.chosen.name)

    def _take(self, at: Standing) -> None:
        """Write the history beside the case and set the figures: one change, so one undo; or nothing at all."""
        found = self._understood
        offered = self._proposal(at.case.case, found) if found else None
        if offered is None:
            return
        path = _free_name(at.case.path.parent, offered.metric, at.today)
        if offered.history:
            write_whole(path, offered.history)
        try:
            at.case.edit(
                offered.path, offered.entry(at.case.case, path.name), who=WHO, why=f"own data: {offered.source}"
            )
        except CaseError:
            path.unlink(missing_ok=True)
            raise
        self._taken = view.taken(path.name if offered.history else ""), at.case.case

    def _taken_of(self, at: Standing) -> str:
        """What was told when the figures were taken; nothing once the case is another again."""
        return self._taken[0] if self._taken and self._taken[1] is at.case.case else ""


def understood(
    chosen: Chosen, before: Understood | None, case: Case, today: date, progress: Callable[[float, str], None]
) -> Understood:
    """Read a file as it was chosen; cells that were read before are not read again.

    Raises
    ------
    CaseError
        For a file that cannot be read. What is missing to summarise it is told in the findings of the result.
    """
    if before is not None and before.chosen.same_cells(chosen):
        form, sheets, cells = before.form, before.sheets, before.table
    else:
        progress(0.02, said("Looking at {name}", name=chosen.name))
        sheets = files.sheets(chosen.content, chosen.name)
        progress(0.05, said("Reading the rows"))
        sheet = files.read(chosen.content, chosen.name, sheet=chosen.sheet, delimiter=chosen.delimiter)
        form, cells = sheet.form, table(sheet, chosen.header)
    progress(0.25, said("Understanding the columns"))
    metric, mapped, measure = _meant(chosen, cells, case)
    use = _use(case, metric)
    if use is None:
        nothing = Finding(
            "data-no-metric", said("The case has no metric yet."), do=said("Choose one in the case, then come back.")
        )
        return Understood(chosen, form, sheets, cells, mapped, metric, measure, None, (nothing,))
    need = use.module.needs[use.module.baseline]
    about = About(
        today, measure, "lower" if use.module.better == "lower" else "higher", need.bounds,
        case.document.opportunity.smallest_group, chosen.large_enough,
    )  # fmt: skip
    found: Summary | None = None
    findings: tuple[Finding, ...] = ()
    try:
        found = summary(cells, mapped, about, progress)
    except CaseError as error:
        findings = error.findings
    return Understood(chosen, form, sheets, cells, mapped, metric, measure, found, findings)


def nearby(at: Standing) -> Mapping[str, Path]:
    """Files that can be picked without an upload: in the inbox, beside the case, and the samples; by what is shown."""
    folders = (
        ("inbox", at.data_root / "local" / "inbox"),
        (worded("beside the case"), at.case.path.parent),
        (worded("to try"), at.data_root / "samples"),
    )
    found = {}
    for title, folder in folders:
        for path in sorted(folder.glob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in (".csv", ".xlsx", ".txt", ".tsv") and path.is_file() and not path.is_symlink():
                found[f"{title}: {path.name}"] = path
    return found


def _meant(chosen: Chosen, cells: Table, case: Case) -> tuple[str, Mapped, Measure]:
    """Which metric, which columns and which measure are meant, where nobody said it."""
    metrics = {use.key: use for use in case.metrics}
    metric = chosen.metric if chosen.metric in metrics else next(iter(metrics), "")
    mapped = chosen.mapped or guessed(cells, _words(case, metric))
    leavers = mapped.kind == "people" and bool(mapped.column("leave"))
    if leavers and not chosen.metric:
        metric = next((key for key, use in metrics.items() if _unit(use) == YEARLY), metric)
    yearly = metric in metrics and _unit(metrics[metric]) == YEARLY
    fitting: Measure = "turnover" if leavers and (yearly or not mapped.column("value")) else "value"
    measure = fitting if chosen.measure is None or not leavers else chosen.measure
    if chosen.mapped is None and metric in metrics:
        most = metrics[metric].module.needs[metrics[metric].module.baseline].bounds[1]
        mapped = replace(mapped, percent=in_percent(cells, mapped, most))
    return metric, mapped, measure


def _words(case: Case, metric: str) -> str:
    use = _use(case, metric)
    return f"{use.title} {use.module.title} {use.key}" if use else ""


def _use(case: Case, metric: str) -> MetricUse | None:
    return next((use for use in case.metrics if use.key == metric), None)


def _unit(use: MetricUse) -> str:
    return use.module.needs[use.module.baseline].unit


def _fits(use: MetricUse, found: Understood) -> bool:
    """Whether what was computed is what the metric asks for: leavers a year only for a metric counted so."""
    return found.measure != "turnover" or _unit(use) == YEARLY


def _has_history(found: Summary) -> bool:
    return len(found.series.months) > 1


def _is_possible(act: str, value: str) -> bool:
    """Whether a choice is one of those that are offered; what a browser sends may be anything."""
    allowed = {
        "kind": get_args(Kind),
        "measure": get_args(Measure),
        "decimal": get_args(values.Decimal),
        "order": get_args(dates.Order),
    }
    return act not in allowed or value in allowed[act]


def _line(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as problem:
        what = said("The file cannot be read.")
        raise CaseError(
            Finding("data-unreadable", what, problem.strerror or path.name, do=said("Choose another."))
        ) from None


def _free_name(folder: Path, metric: str, today: date) -> Path:
    """A name nobody has: an earlier history stays, so that undo finds it."""
    stem = f"{metric.replace('_', '-')}-own-{today:%Y-%m-%d}"
    count = 1
    while (path := folder / f"{stem}{f'-{count}' if count > 1 else ''}.csv").exists():
        count += 1
    return path
