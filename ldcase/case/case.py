"""A case: what the file says, checked, with the graph that computes it. Frozen; every verb gives a new case."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from numbers import Real
from pathlib import Path as FilePath
from types import MappingProxyType

from ldcase.case.assemble import Formula, Model, Structure, assemble
from ldcase.case.assumption import Assumption, between, trouble
from ldcase.case.catalogue import Catalogue, Module
from ldcase.case.checks import Checked, check
from ldcase.case.document import LONGEST_HORIZON, MOST_COHORTS, Becomes, Document
from ldcase.case.figures import figures, haircuts
from ldcase.case.history import HistoryPoint
from ldcase.case.history import read as read_history
from ldcase.case.places import Node, Plain, at, changed, parts, place
from ldcase.case.problems import show, validated
from ldcase.case.rewrite import rewritten
from ldcase.case.yaml_file import YamlFile
from ldcase.errors import CaseError, Finding, Place
from ldcase.formulas import Graph, is_name, nearest

Range = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class MetricUse:
    """A metric of the case.

    Attributes
    ----------
    key
        Its short name in the case, which is the prefix of its quantities.
    title
        The case's title for it, else the catalogue's.
    counts
        Whether its benefit is in the total; freed capacity only where an owner says what it becomes.
    gap, gap_cost, baseline, exemplar, effect, benefit
        Qualified names of the quantities that play these parts.
    """

    key: str
    title: str
    module: Module
    kind: str
    history: str
    owner: str
    becomes: Becomes | None
    counts: bool
    gap: str
    gap_cost: str
    baseline: str
    exemplar: str
    effect: str
    benefit: str


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
        metrics = _metrics(document, catalogue)
        cohorts = document.idea.cohorts[:MOST_COHORTS]
        structure = Structure(tuple((use.key, use.module.id, use.counts) for use in metrics), len(cohorts))
        model = assemble(catalogue, structure)
        histories, history_findings = _histories(document, path, file, place_of)
        every = (
            *file.findings,
            *findings,
            *found.findings,
            *check(Checked(document, catalogue, place_of)),
            *model.findings,
            *_unknown_figures(document, model, place_of),
            *history_findings,
        )
        return cls(
            id=path.parent.name,
            path=path,
            document=document,
            catalogue=catalogue,
            assumptions=MappingProxyType(found.assumptions),
            plan=MappingProxyType(_plan(document)),
            metrics=metrics,
            haircuts=haircuts(found.assumptions),
            model=model,
            findings=_told_once(every, file.label),
            file=file,
            data=data,
            histories=histories,
        )

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
            raise CaseError(_no_such(name, self.model.formulas, "formula"))
        return self.model.formulas[name]

    def history(self, metric: str) -> tuple[HistoryPoint, ...]:
        """Return the usable rows of a metric's history, by month; empty where it has none."""
        known = [use.key for use in self.metrics]
        if metric not in known:
            raise CaseError(_no_such(metric, known, "metric"))
        return self.histories.get(metric, ())

    def what_if(self, changes: Mapping[str, float | Sequence[float]]) -> Case:
        """Return the case with other values.

        Parameters
        ----------
        changes
            By name of an assumption or of the plan. A number moves the whole range with it, a triple (low, likely, high)
            sets it. The graph and the document stay the same; `to_yaml` writes the changed values.

        Raises
        ------
        CaseError
            For every unknown name and every value that is not possible.
        """
        assumptions, plan, noted = dict(self.assumptions), dict(self.plan), dict(self.changes)
        findings: list[Finding] = []
        for name, value in changes.items():
            if name in assumptions:
                result = _set(assumptions[name], value)
                if isinstance(result, Finding):
                    findings.append(result)
                else:
                    assumptions[name], noted[name] = result, result.values
            elif name in plan and not name.endswith(".count"):
                number = _planned(name, value, self._place(name))
                if isinstance(number, Finding):
                    findings.append(number)
                else:
                    plan[name], noted[name] = number, (number,) * 3
            else:
                findings.append(_no_such(name, [*assumptions, *plan], "assumption"))
        if findings:
            raise CaseError(findings)
        return replace(
            self,
            assumptions=MappingProxyType(assumptions),
            plan=MappingProxyType(plan),
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
        steps, plain = parts(path), _plain(value, path)
        current = at(self.data, steps)
        if _is_assumption(steps) and isinstance(plain, dict) and isinstance(current, dict):
            plain = _merged(current, plain)
        try:
            data = changed(self.data, steps, plain)
        except LookupError as problem:
            what = f"The path leads nowhere: {problem}."
            raise CaseError(
                Finding("path-unknown", what, path, do="Correct the path.", place=self._place(path))
            ) from None
        if not isinstance(data, dict):
            raise CaseError(
                Finding(
                    "path-unknown", "A path is needed.", path, "a dotted path such as ask.sponsor", "Name the place."
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
            {name: values for name, values in self.changes.items() if not _touches(self._path(name), path)}
        )

    def to_yaml(self) -> str:
        """Return the text to save: the file as it was, with comments, order and layout, and the changed values in it."""
        data = self.data
        for name, values in self.changes.items():
            steps = parts(self._path(name))
            if name in self.assumptions:
                data = changed(data, steps, _written(at(data, steps), values, self.assumptions[name]))
            else:
                data = changed(data, steps, _short(values[0]))
        return rewritten(self.file, data)

    def _with(self, changes: Mapping[str, Range]) -> Case:
        """Return the case with values that were set before."""
        assumptions, plan = dict(self.assumptions), dict(self.plan)
        kept: dict[str, Range] = {}
        for name, values in changes.items():
            if name in assumptions:
                low, likely, high = kept[name] = values
                assumptions[name] = replace(assumptions[name], low=low, likely=likely, high=high)
            elif name in plan:
                kept[name], plan[name] = values, values[0]
        return replace(
            self,
            assumptions=MappingProxyType(assumptions),
            plan=MappingProxyType(plan),
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


def _metrics(document: Document, catalogue: Catalogue) -> tuple[MetricUse, ...]:
    uses = []
    for key, entry in document.opportunity.metrics.items():
        module = catalogue.metrics.get(entry.use or "")
        if module is None or not is_name(key) or "." in key:
            continue
        owned = bool(entry.becomes and entry.becomes.what and entry.becomes.owner)
        uses.append(
            MetricUse(
                key=key,
                title=entry.title or module.title,
                module=module,
                kind=module.kind,
                history=entry.history or "",
                owner=entry.owner or "",
                becomes=entry.becomes,
                counts=module.kind != "capacity" or owned,
                gap=f"{key}.{module.gap}",
                gap_cost=f"{key}.{module.gap_cost}",
                baseline=f"{key}.{module.baseline}",
                exemplar=f"{key}.{module.exemplar}",
                effect=f"{key}.{module.effect}",
                benefit=f"{key}.{module.benefit}",
            )
        )
    return tuple(uses)


def _plan(document: Document) -> dict[str, float]:
    plan: dict[str, float] = {}
    for number, cohort in enumerate(document.idea.cohorts[:MOST_COHORTS], start=1):
        if cohort.people is not None:
            plan[f"cohort_{number}.people"] = cohort.people
        if cohort.start is not None:
            plan[f"cohort_{number}.start"] = float(cohort.start)
        plan[f"cohort_{number}.count"] = 1.0
    return plan


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


def _unknown_figures(document: Document, model: Model, place_of: partial[Place]) -> list[Finding]:
    """A story stands beside a figure of the case."""
    known = {**model.formulas, **model.units}
    return [
        Finding(
            "figure-unknown",
            "A story stands beside a figure that the case does not have.",
            story.figure[:80],
            "the name of an assumption or a formula",
            f"Did you mean {close}?" if (close := nearest(story.figure, known)) else "Correct the name.",
            "warning",
            place_of(f"evidence.stories.{index}.figure"),
        )
        for index, story in enumerate(document.evidence.stories)
        if story.figure and story.figure not in known
    ]


def _told_once(findings: Sequence[Finding], label: str) -> tuple[Finding, ...]:
    """Drop repetitions, and what is missing only because it could not be read; those of the case's file by line."""
    wrong = [finding.place.path for finding in findings if not finding.code.startswith("missing-")]
    kept = dict.fromkeys(
        finding
        for finding in findings
        if not finding.code.startswith("missing-")
        or not any(path == finding.place.path or path.startswith(f"{finding.place.path}.") for path in wrong)
    )
    return tuple(sorted(kept, key=lambda finding: (finding.place.file != label, finding.place.line or 0)))


def _set(assumption: Assumption, value: float | Sequence[float]) -> Assumption | Finding:
    """Move or set an assumption, or say why not."""
    if isinstance(value, Real) and not isinstance(value, bool):
        number = float(value)
        problem = trouble(number, number, number, assumption.bounds)
        if problem is None and assumption.whole and not number.is_integer():
            problem = ("not-whole", "Only whole numbers make sense here.", "a whole number", f"Use {round(number)}.")
        if problem is None:
            return assumption.moved(number)
        found = f"{number:g}"
    elif isinstance(value, Sequence) and len(value) == 3 and all(isinstance(part, Real) for part in value):
        low, likely, high = (float(part) for part in value)
        problem = trouble(low, likely, high, assumption.bounds)
        if problem is None:
            return replace(assumption, low=low, likely=likely, high=high)
        found = f"low {low:g}, likely {likely:g}, high {high:g}"
    else:
        problem = ("not-a-number", "A number is expected here.", "a number, or low, likely and high", "Give a number.")
        found = show(value)
    code, what, allowed, do = problem
    what = f"“{assumption.title}” ({assumption.name}): {what}"
    return Finding(code, what, found, allowed, do, place=assumption.place)


def _planned(name: str, value: float | Sequence[float], where: Place) -> float | Finding:
    """Return a figure of the plan, or say why it is not possible."""
    number = float(value) if isinstance(value, Real) and not isinstance(value, bool) else math.nan
    if name.endswith(".start"):
        if number.is_integer() and 1 <= number <= LONGEST_HORIZON:
            return number
        allowed = f"a whole month, {between((1, LONGEST_HORIZON))}"
        return Finding(
            "cohort-start", f"{name} is an impossible month.", show(value), allowed, "Correct it.", place=where
        )
    if 0 < number <= 1_000_000:
        return number
    allowed = "more than 0, at most 1,000,000"
    return Finding(
        "cohort-people", f"{name} is an impossible number of people.", show(value), allowed, "Correct it.", place=where
    )


def _no_such(name: str, known: Sequence[str] | Mapping[str, object], kind: str) -> Finding:
    close = nearest(str(name), known)
    do = f"Did you mean {close}?" if close else f"Use the name of a {kind}."
    return Finding(
        "name-unknown",
        f"There is no {kind} “{str(name)[:80]}”.",
        str(name)[:80],
        close or ", ".join(list(known)[:8]),
        do,
    )


def _plain(value: object, path: str) -> Plain:
    """Return a value as plain data, or raise `CaseError`."""
    if value is None or isinstance(value, bool | int | float | str):
        return value if type(value) in (bool, int, float, str, type(None)) else type(value).__mro__[1](value)  # type: ignore[no-any-return]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Real):
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner, path) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_plain(inner, path) for inner in value]
    allowed = "numbers, text, dates, true or false, lists and mappings of these"
    raise CaseError(
        Finding(
            "not-plain",
            "This cannot stand in a case.",
            type(value).__name__,
            allowed,
            "Convert it.",
            place=Place(path=path),
        )
    )


def _is_assumption(steps: Sequence[str | int]) -> bool:
    return tuple(steps) == ("opportunity", "diagnosis", "able") or (len(steps) > 1 and steps[-2] == "assumptions")


def _merged(entry: dict[str, Plain], given: dict[str, Plain]) -> dict[str, Plain]:
    """Return an assumption with some keys set; a range takes the place of a fixed value and the other way round."""
    gone = (
        {"low", "likely", "high"}
        if "value" in given
        else {"value"}
        if {"low", "likely", "high"} & set(given)
        else set()
    )
    kept = {key: value for key, value in entry.items() if key not in gone}
    return {key: value for key, value in {**kept, **given}.items() if value is not None}


def _written(entry: Plain, values: Range, assumption: Assumption) -> dict[str, Plain]:
    """Return an assumption's entry with other values, as they stand in the file."""
    known = dict(entry) if isinstance(entry, dict) else {"unit": assumption.unit, "grade": assumption.grade}
    low, likely, high = (_short(value) for value in values)
    if low == high and ("value" in known or entry is None):
        return _merged(known, {"value": likely})
    return _merged(known, {"low": low, "likely": likely, "high": high})


def _short(value: float) -> int | float:
    """Return a whole number without its decimal point."""
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _touches(path: str, edited: str) -> bool:
    """Whether one of two paths lies within the other."""
    return f"{path}.".startswith(f"{edited}.") or f"{edited}.".startswith(f"{path}.")
