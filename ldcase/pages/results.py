"""The panel of the pilot's results: a file is read, told row by row, and taken into the case; the forecast follows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ldcase.case import Case
from ldcase.case.document_pilot import Pilot, PilotGates
from ldcase.case.document_results import PilotResults
from ldcase.case.pilot_results import PATH
from ldcase.charts.axes import Axes
from ldcase.errors import CaseError, Finding
from ldcase.forecast import Forecast
from ldcase.language import marked, said, worded
from ldcase.pages import results_shown as shown
from ldcase.pages import typed
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing, Upload
from ldcase.pages.results_shown import Chosen
from ldcase.pages.work import Report
from ldcase.pilot.analysis import EIGHT_OF_TEN, PilotResult, analysed, without_means
from ldcase.pilot.learned import Lesson, lesson
from ldcase.pilot.observed import Measure, measure
from ldcase.pilot.plan import plan
from ldcase.pilot.recorded import Origin, as_document, from_document, kept_share
from ldcase.pilot.results_file import ResultsFile, other_unit, results_file
from ldcase.words import numbers

WORK = "results"
_ENOUGH = 400
"""Bytes of a file in which the names of its columns stand."""


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """A file that was read, and what it says."""

    chosen: Chosen
    file: ResultsFile
    result: PilotResult
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Remembered:
    """What was worked out last, and of what."""

    of: tuple[object, ...] = ()
    found: Lesson | None = None
    before: Forecast | None = None
    case: Case | None = None
    axes: Axes = field(default_factory=Axes)


class Results(BasePanel):
    """What the pilot found, and the case before and after it."""

    title = marked("Results of the pilot")

    def __init__(self) -> None:
        self._chosen: Chosen | None = None
        self._looked: Looked | None = None
        self._kept = _Remembered()

    def draw(self, at: Standing, part: str) -> Drawn:
        """A file that is looked at; else the results in the case; else what is needed."""
        if not at.case.case.metrics:
            return Drawn(shown.no_metric(worded(self.title)))
        in_case = _in_case(at.case.case)
        if self._chosen is not None:
            return self._file(at, self._chosen)
        result = from_document(in_case) if in_case is not None else None
        if in_case is not None and result is not None and in_case.metric in _keys(at.case.case):
            return self._taken(at, in_case, result)
        return Drawn(
            shown.asking(
                worded(self.title), beside(at), _measure(at, _metric(at)), at.case.case.currency, in_case is not None
            )
        )

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Choose how a file is read; take it in; show the case before or after; take the results out."""
        if act == "pick" and value in beside(at):
            self._choose(at, value, (at.case.path.parent / value).read_bytes(), True)
        elif act == "drop":
            self._chosen = self._looked = None
        elif act == "set" and self._chosen is not None:
            self._read(at, _changed(self._chosen, name, value, at))
        elif act == "take":
            self._take(at)
        elif act == "counts":
            at.case.edit(f"{PATH}.counts", value == "true", who=WHO)
        elif act == "again":
            self._again(at)
        elif act == "remove":
            at.case.edit(PATH, None, who=WHO, why="The pilot's results were taken out")

    def took(self, at: Standing, upload: Upload) -> None:
        """A file with results."""
        self._choose(at, upload.name, upload.content, False)

    def _choose(self, at: Standing, name: str, content: bytes, from_beside: bool) -> None:
        case = at.case.case
        planned = plan(case)
        pilot = case.document.idea.pilot or Pilot()
        months = planned.measured_months if planned else round(pilot.months or 3)
        start = int(case.plan.get("cohort_1.start", 1)) - 1
        first = case.start
        began = date(first.year + (first.month - 1 + start) // 12, (first.month - 1 + start) % 12 + 1, 1)
        by_lot = pilot.chosen_by == "lot"
        self._read(at, Chosen(name, content, from_beside, _metric(at), began, max(1, months), by_lot))

    def _read(self, at: Standing, chosen: Chosen) -> None:
        """Read and compare beside the page: the first time it takes a moment."""
        self._chosen, self._looked = chosen, None
        seen = _measure(at, chosen.metric)
        typical = None if _has_curve(at, chosen.metric) else at.opened.with_case(at.case.case)[seen.quantity].likely

        smallest = at.case.case.document.opportunity.smallest_group

        def job(progress: Report) -> Looked:
            progress(0.1, said("Reading {name}", name=chosen.name[:60]))
            file = results_file(chosen.content, chosen.name, chosen.began)
            progress(0.5, said("Comparing the groups"))
            unit = other_unit(file.readings, typical, seen.unit) if typical is not None else None
            if unit is not None and unit.severity == "error":
                raise CaseError(unit)
            result = without_means(analysed(file.readings, seen.better, drawn_by_lot=chosen.by_lot), smallest)
            told = (*file.findings, *((unit,) if unit else ()), *result.findings)
            return Looked(chosen, file, result, told)

        def done(looked: Looked) -> None:
            if looked.chosen is self._chosen:
                self._looked = looked

        at.work.start(WORK, job, done)

    def _file(self, at: Standing, chosen: Chosen) -> Drawn:
        looked, seen = self._looked, _measure(at, chosen.metric)
        choices = shown.choices(
            chosen, looked.file if looked else None, _titles(at.case.case), seen, at.case.case.currency
        )
        under_way = at.work.progress(WORK)
        if looked is None:
            return Drawn(shown.reading(worded(self.title), chosen, choices, under_way))
        gates = _gates(at.case.case, chosen.metric)
        if not looked.result.proof:
            return shown.no_proof(
                worded(self.title), looked.result, seen, choices, looked.findings, chosen, self._kept.axes
            )
        before, found = self._lesson(at, looked.result, chosen.metric, _months(looked), chosen.bias)
        return shown.looked_at(
            worded(self.title),
            shown.Seen(looked.result, seen, gates, found, before, kept_share(before.case)),
            choices,
            looked.findings,
            chosen,
            self._kept.axes,
            _in_case(at.case.case) is not None,
        )

    def _taken(self, at: Standing, in_case: PilotResults, result: PilotResult) -> Drawn:
        seen = _measure(at, in_case.metric)
        months = in_case.months or 1
        before, found = self._lesson(at, result, in_case.metric, months, in_case.bias or 0.0)
        gates = _gates(at.case.case, in_case.metric)
        return shown.taken(
            worded(self.title),
            shown.Seen(result, seen, gates, found, before, kept_share(before.case)),
            in_case,
            at.opened.with_case(at.case.case),
            self._kept.axes,
        )

    def _lesson(
        self, at: Standing, result: PilotResult, metric: str, months: int, bias: float
    ) -> tuple[Forecast, Lesson]:
        """The forecast before the pilot, and what the result teaches it; worked out once for each."""
        kept = self._kept
        of = (at.case.case, result, metric, months, bias)
        if kept.of != of or kept.found is None or kept.before is None:
            case = _before(at.case.case)
            before = at.opened.with_case(case)
            found = lesson(
                before,
                metric,
                min(months, case.horizon),
                result.estimate,
                result.spread,
                kept_share(case),
                bias / EIGHT_OF_TEN,
            )
            kept.of, kept.found, kept.before = of, found, before
        return kept.before, kept.found

    def _take(self, at: Standing) -> None:
        """Take the file's figures into the case, in one recorded change."""
        looked = self._looked
        if looked is None or not looked.result.proof:
            return
        chosen, seen = looked.chosen, _measure(at, looked.chosen.metric)
        months = _months(looked)
        before, found = self._lesson(at, looked.result, chosen.metric, months, chosen.bias)
        if not found.updated.usable:
            what = said("The result and the forecast before it are too far apart to draw a new range from them.")
            do = said("Find out which of the two is wrong: widen the range it rests on, or check the file.")
            raise CaseError(
                Finding(
                    "results-too-far",
                    what,
                    said("{share} of the draws", share=numbers.percent(found.updated.share, 2)),
                    "5 %",
                    do,
                )
            )
        sample = chosen.beside and bool(before.case.document.sample_data)
        kept = kept_share(before.case)
        origin = Origin(chosen.name, at.today, chosen.metric, seen.unit, months, kept, chosen.bias, sample)
        at.case.edit(PATH, as_document(looked.result, found, origin), who=WHO, why=f"Pilot results, {chosen.name}")
        self._chosen = self._looked = None

    def _again(self, at: Standing) -> None:
        """Learn the same result again from the figures of before as they are now."""
        in_case = _in_case(at.case.case)
        result = from_document(in_case) if in_case is not None else None
        if in_case is None or result is None:
            return
        before, found = self._lesson(at, result, in_case.metric, in_case.months or 1, in_case.bias or 0.0)
        kept = kept_share(before.case)
        origin = Origin(
            in_case.file,
            in_case.taken_on or at.today,
            in_case.metric,
            in_case.unit,
            in_case.months or 1,
            kept,
            in_case.bias or 0.0,
            in_case.sample,
        )
        at.case.edit(PATH, as_document(result, found, origin), who=WHO, why="Learnt again from the pilot's results")


def beside(at: Standing) -> list[str]:
    """Names of the CSV files in the case's folder that name a team, a group and a value."""
    histories = {use.history for use in at.case.case.metrics}
    return [
        path.name for path in sorted(at.case.path.parent.glob("*.csv")) if path.name not in histories and _fits(path)
    ]


def _fits(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_ENOUGH).split(b"\n")[0].lower()
    return all(name in head for name in (b"team", b"group", b"value"))


def _in_case(case: Case) -> PilotResults | None:
    pilot = case.document.idea.pilot
    return pilot.results if pilot is not None else None


def _before(case: Case) -> Case:
    in_case = _in_case(case)
    return case.edit(f"{PATH}.counts", False) if in_case is not None and in_case.counts else case


def _keys(case: Case) -> list[str]:
    return [use.key for use in case.metrics]


def _titles(case: Case) -> list[tuple[str, str]]:
    return [(use.key, worded(use.title)) for use in case.metrics]


def _metric(at: Standing) -> str:
    """The metric the pilot of the case is about; else its first."""
    pilot, keys = at.case.case.document.idea.pilot, _keys(at.case.case)
    return pilot.metric if pilot is not None and pilot.metric in keys else keys[0]


def _measure(at: Standing, metric: str) -> Measure:
    return measure(at.case.case, metric)


def _has_curve(at: Standing, metric: str) -> bool:
    return any(use.key == metric and use.module.curve for use in at.case.case.metrics)


def _gates(case: Case, metric: str) -> PilotGates | None:
    pilot = case.document.idea.pilot
    return pilot.gates if pilot is not None and (pilot.metric or _keys(case)[0]) == metric else None


def _months(looked: Looked) -> int:
    """Over how many months the trained were measured: as the file's dates say, else as was chosen."""
    return looked.file.months or looked.chosen.months


def _changed(chosen: Chosen, name: str, value: str, at: Standing) -> Chosen:
    """How a file is read, with one choice changed; what cannot be read is refused."""
    if name == "metric" and value in _keys(at.case.case):
        return replace(chosen, metric=value)
    if name == "method":
        return replace(chosen, by_lot=value == "allowing")
    if name == "began":
        try:
            return replace(chosen, began=date.fromisoformat(value))
        except ValueError:
            what, do = said("The day on which the pilot began cannot be read."), said("Write it as 2027-02-01.")
            raise CaseError(Finding("pilot-began", what, value[:40], said("a date"), do)) from None
    found = typed.readings(value)
    if name == "months":
        if not found or not 1 <= found[0] <= at.case.case.horizon or not float(found[0]).is_integer():
            allowed = said("a whole number from 1 to {horizon}", horizon=at.case.case.horizon)
            what, do = said("Over so many months nobody can be measured here."), said("Correct it.")
            raise CaseError(Finding("pilot-months", what, value[:40], allowed, do))
        return replace(chosen, months=int(found[0]))
    if name == "bias":
        if value.strip() and (not found or found[0] < 0):
            what, do = said("How far a roll-out may differ cannot be read."), said("Write 0 for not at all.")
            raise CaseError(Finding("pilot-bias", what, value[:40], said("a number of at least 0"), do))
        scale = 0.01 if _measure(at, chosen.metric).format in ("percent", "points") else 1.0
        return replace(chosen, bias=found[0] * scale if found else 0.0)
    return chosen
