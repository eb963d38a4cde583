"""A case: what the file says, checked, with the graph that computes it. Frozen; every verb gives a new case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path as FilePath
from types import MappingProxyType

from ldcase.case.assemble import ABLE_SHARE, Formula, Model, Structure, assemble
from ldcase.case.assumption import Assumption, Range
from ldcase.case.bottleneck import binding, removed
from ldcase.case.catalogue import Catalogue
from ldcase.case.checks import Checked, check
from ldcase.case.correlations import Link, wrong_links
from ldcase.case.diagnosis_checks import ill_diagnosed
from ldcase.case.document import Document
from ldcase.case.document_parts import MOST_COHORTS
from ldcase.case.entry import is_assumption, merged, plain, short, touches, written
from ldcase.case.figures import figures, haircuts
from ldcase.case.history import HistoryPoint
from ldcase.case.history import read as read_history
from ldcase.case.metric_use import MetricUse, metrics, plan
from ldcase.case.options import wrong_options
from ldcase.case.overlaps import counted_twice, misstated, stated
from ldcase.case.pilot_check import wrong_pilot
from ldcase.case.pilot_results import links_after, piloted, wrong_results
from ldcase.case.placeholders import unknown_in_case
from ldcase.case.places import Node, Plain, at, changed, parts, place
from ldcase.case.problems import validated
from ldcase.case.rewrite import rewritten
from ldcase.case.soundness import Read, unsound
from ldcase.case.starting import unexamined
from ldcase.case.ways import wrong_ways
from ldcase.case.what_if import no_such, planned, tried
from ldcase.case.yaml_file import YamlFile
from ldcase.errors import CaseError, Finding, Place
from ldcase.formulas import Graph
from ldcase.language import said

_LACKING = ("missing-", "no-")


@dataclass(frozen=True, eq=False, repr=False)
class Case:
    """A case and its graph.

    Attributes
    ----------
    id
        The name of its folder.
    path
        Its file.
    document
        What the file says (after edits, before what-ifs).
    assumptions
        Every range by dotted name, in the order of the pitch; one without usable values is missing here.
    plan
        Sizes, starts (month, from 1) and count of the cohorts: ``cohort_1.people`` …
    metrics, haircuts
        What the case moves; the names of the haircuts in the order of the waterfall.
    model
        The formulas, shared by all cases of the same structure.
    findings
        What a reader should know; ``error`` stops the forecast.
    """

    id: str
    path: FilePath
    document: Document
    catalogue: Catalogue
    assumptions: Mapping[str, Assumption]
    plan: Mapping[str, float]
    metrics: tuple[MetricUse, ...]
    haircuts: tuple[str, ...]
    model: Model
    findings: tuple[Finding, ...]
    file: YamlFile
    data: Plain
    histories: Mapping[str, tuple[HistoryPoint, ...]]
    changes: Mapping[str, Range] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, file: YamlFile, data: Plain, path: FilePath, catalogue: Catalogue) -> Case:
        """Make a case of a file's data; everything that is wrong or missing becomes a finding."""
        place_of = partial(_place_of, file.root, file.label)
        document, findings = validated(Document, data, file.root, file.label)
        found = figures(document, catalogue, place_of)
        uses = metrics(document, catalogue)
        believed = found.assumptions
        found.assumptions = piloted(document, believed, place_of)
        cohorts = document.idea.cohorts[:MOST_COHORTS]
        keys = {use.key for use in uses}
        overlaps = ((lap.number, lap.first, lap.second) for lap in stated(document, catalogue))
        structure = Structure(
            tuple((use.key, use.module.id, use.counts) for use in uses),
            len(cohorts),
            tuple(overlap for overlap in overlaps if keys.issuperset(overlap[1:])),
            binding(document),
        )
        model = assemble(catalogue, structure)
        schedule = plan(document)
        common = {*schedule, ABLE_SHARE, *map(removed, structure.binding), *catalogue.model["rollout"].needs}
        histories, history_findings = _histories(document, path, file, place_of)
        checked = Checked(document, catalogue, place_of)
        every = (
            *file.findings,
            *findings,
            *found.findings,
            *check(checked),
            *ill_diagnosed(checked),
            *misstated(document, catalogue, place_of),
            *wrong_ways(document, uses, place_of),
            *counted_twice(document, catalogue, uses, model.graph, common, place_of),
            *unsound(Read(document, found.assumptions, uses, tuple(catalogue.model.values()), place_of)),
            *unexamined(found.assumptions.values()),
            *model.findings,
            *unknown_in_case(document, model.units, [use.key for use in uses], place_of),
            *history_findings,
            *wrong_pilot(document.idea.pilot, [use.key for use in uses], document.horizon, place_of),
            *wrong_results(document, believed, tuple(use.key for use in uses), place_of),
            *wrong_links(document, list(found.assumptions), place_of),
        )
        case = cls(
            id=path.parent.name,
            path=path,
            document=document,
            catalogue=catalogue,
            assumptions=MappingProxyType(found.assumptions),
            plan=MappingProxyType(schedule),
            metrics=uses,
            haircuts=haircuts(found.assumptions),
            model=model,
            findings=_told_once(every, file.label),
            file=file,
            data=data,
            histories=histories,
        )
        return replace(case, findings=_told_once((*every, *wrong_options(case, place_of)), file.label))

    def __repr__(self) -> str:
        state = "ready" if self.ready else "draft"
        return f"<Case {self.title!r}: {len(self.metrics)} metrics, {len(self.assumptions)} assumptions, {state}>"

    @property
    def title(self) -> str:
        """The title, or the folder's name while there is none."""
        return self.document.title or self.id

    @property
    def currency(self) -> str:
        """ISO code of the currency."""
        return self.document.currency

    @property
    def horizon(self) -> int:
        """How many months the case looks ahead."""
        return self.document.horizon

    @property
    def start(self) -> date:
        """The first day of the first month; raises `CaseError` while the case does not say it."""
        if self.document.start is None:
            raise CaseError([finding for finding in self.findings if finding.place.path == "start"])
        return self.document.start

    @cached_property
    def correlations(self) -> tuple[Link, ...]:
        """Which assumptions move together: pairs of names in their order, with their correlation."""
        return links_after(self.document)

    @property
    def ready(self) -> bool:
        """Whether it can be evaluated: no finding is an error."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def graph(self) -> Graph:
        """The graph; raises `CaseError` where the formulas do not fit together."""
        if self.model.graph is None:
            raise CaseError(self.model.findings)
        return self.model.graph

    @property
    def formulas(self) -> Mapping[str, Formula]:
        """Every formula by its qualified name."""
        return self.model.formulas

    def formula(self, name: str) -> Formula:
        """Return a formula; an unknown name raises `CaseError` with the nearest one."""
        if name not in self.model.formulas:
            raise CaseError(no_such(name, self.model.formulas, "formula"))
        return self.model.formulas[name]

    def history(self, metric: str) -> tuple[HistoryPoint, ...]:
        """Return the usable rows of a metric's history, by month; empty where it has none."""
        known = [use.key for use in self.metrics]
        if metric not in known:
            raise CaseError(no_such(metric, known, "metric"))
        return self.histories.get(metric, ())

    def what_if(self, changes: Mapping[str, float | Sequence[float]]) -> Case:
        """Return the case with other values.

        Parameters
        ----------
        changes
            By name of an assumption or of the plan. A number moves the whole range with it, a triple (low, likely,
            high) sets it. The graph and the document stay the same; `to_yaml` writes the changed values.

        Raises
        ------
        CaseError
            For every unknown name and every value that is not possible.
        """
        assumptions, schedule, noted = dict(self.assumptions), dict(self.plan), dict(self.changes)
        findings: list[Finding] = []
        for name, value in changes.items():
            if name in assumptions:
                result = tried(assumptions[name], value)
                if isinstance(result, Finding):
                    findings.append(result)
                else:
                    assumptions[name], noted[name] = result, result.values
            elif name in schedule and not name.endswith(".count"):
                number = planned(name, value, self._place(name))
                if isinstance(number, Finding):
                    findings.append(number)
                else:
                    schedule[name], noted[name] = number, (number,) * 3
            else:
                findings.append(no_such(name, [*assumptions, *schedule], "assumption"))
        if findings:
            raise CaseError(findings)
        return replace(
            self,
            assumptions=MappingProxyType(assumptions),
            plan=MappingProxyType(schedule),
            changes=MappingProxyType(noted),
        )

    def edit(self, path: str, value: object) -> Case:
        """Return the case with another value at a dotted path of the document, such as ``idea.cohorts.0.start``.

        None takes the value out; the position behind the last one of a list adds to it. Range figures set on a whole
        assumption keep its other keys. What-ifs elsewhere stay.

        Raises
        ------
        CaseError
            When the path or the value brings a new error, with what is allowed. That something is missing is none.
        """
        steps, given = parts(path), plain(value, path)
        current = at(self.data, steps)
        if is_assumption(steps) and isinstance(given, dict) and isinstance(current, dict):
            given = merged(current, given)
        try:
            data = changed(self.data, steps, given)
        except LookupError as problem:
            what = said("The path leads nowhere: {problem}.", problem=problem)
            raise CaseError(
                Finding("path-unknown", what, path, do=said("Correct the path."), place=self._place(path))
            ) from None
        if not isinstance(data, dict):
            raise CaseError(
                Finding(
                    "path-unknown",
                    said("A path is needed."),
                    path,
                    said("a dotted path such as ask.sponsor"),
                    said("Name the place."),
                )
            )
        case = Case.of(self.file, data, self.path, self.catalogue)
        known = {(finding.code, finding.place.path, finding.what) for finding in self.findings}
        fresh = [
            finding
            for finding in case.findings
            if finding.severity == "error"
            and not finding.code.startswith("missing-")
            and (finding.code, finding.place.path, finding.what) not in known
        ]
        if fresh:
            raise CaseError(fresh)
        return case._with(
            {name: values for name, values in self.changes.items() if not touches(self._path(name), path)}
        )

    def to_yaml(self) -> str:
        """Return the text to save: the file with its comments, order and layout, and the changed values in it."""
        data = self.data
        for name, values in self.changes.items():
            steps = parts(self._path(name))
            if name in self.assumptions:
                data = changed(data, steps, written(at(data, steps), values, self.assumptions[name]))
            else:
                data = changed(data, steps, short(values[0]))
        return rewritten(self.file, data)

    def _with(self, changes: Mapping[str, Range]) -> Case:
        """Return the case with values that were set before."""
        assumptions, schedule = dict(self.assumptions), dict(self.plan)
        kept: dict[str, Range] = {}
        for name, values in changes.items():
            if name in assumptions:
                low, likely, high = kept[name] = values
                assumptions[name] = replace(assumptions[name], low=low, likely=likely, high=high)
            elif name in schedule:
                kept[name], schedule[name] = values, values[0]
        return replace(
            self,
            assumptions=MappingProxyType(assumptions),
            plan=MappingProxyType(schedule),
            changes=MappingProxyType(kept),
        )

    def _path(self, name: str) -> str:
        """Return where an assumption or a figure of the plan stands in the document."""
        if name in self.assumptions:
            return self.assumptions[name].path
        cohort, key = name.split(".")
        return f"idea.cohorts.{int(cohort.removeprefix('cohort_')) - 1}.{key}"

    def _place(self, name: str) -> Place:
        path = self._path(name) if name in self.assumptions or name in self.plan else name
        return _place_of(self.file.root, self.file.label, path)


def _place_of(root: Node, label: str, path: str) -> Place:
    return place(root, label, parts(path))


def _histories(
    document: Document, path: FilePath, file: YamlFile, place_of: partial[Place]
) -> tuple[Mapping[str, tuple[HistoryPoint, ...]], list[Finding]]:
    points: dict[str, tuple[HistoryPoint, ...]] = {}
    findings: list[Finding] = []
    for key, metric in document.opportunity.metrics.items():
        if metric.history:
            label = file.label.rpartition("/")[0] + "/" + metric.history if "/" in file.label else metric.history
            read = read_history(path.parent, metric.history, label, place_of(f"opportunity.metrics.{key}.history"))
            points[key] = read.points
            findings += read.findings
    return MappingProxyType(points), findings


def _told_once(findings: Sequence[Finding], label: str) -> tuple[Finding, ...]:
    """Drop repetitions, and what is missing only because it could not be read; those of the case's file by line."""
    wrong = [finding.place.path for finding in findings if not finding.code.startswith(_LACKING)]
    kept = dict.fromkeys(
        finding
        for finding in findings
        if not finding.code.startswith(_LACKING)
        or not any(path == finding.place.path or path.startswith(f"{finding.place.path}.") for path in wrong)
    )
    return tuple(sorted(kept, key=lambda finding: (finding.place.file != label, finding.place.line or 0)))
