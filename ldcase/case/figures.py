"""The assumptions of a case: what the catalogue needs, met by what the document says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ldcase.case.assemble import ABLE_SHARE
from ldcase.case.assumption import Assumption, Step, between, trouble
from ldcase.case.bottleneck import need as removal
from ldcase.case.bottleneck import others, removed
from ldcase.case.catalogue import Catalogue, Haircut, Module, Need
from ldcase.case.document import Document
from ldcase.case.document_parts import AssumptionEntry
from ldcase.case.overlaps import need as overlap_need
from ldcase.case.overlaps import stated
from ldcase.case.renamed import hint, nearest
from ldcase.errors import Finding, FormulaError, Place
from ldcase.formulas.units import Unit
from ldcase.language import marked, said, said_together

PlaceOf = Callable[[str], Place]

ABLE = Need(
    name=ABLE_SHARE,
    title=said("Skill share of the gap"),
    unit="share",
    bounds=(0.0, 1.0),
    help=said(
        "The part of the gap that people cannot close because they do not know how. Training can claim only this."
    ),
    format="percent",
    default=None,
    whole=False,
    haircut=Haircut(1.0, said("Not all of it is skill")),
    place=Place("ldcase/case/figures.py"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Needs that are met at one place of the document."""

    prefix: str
    path: str
    step: Step
    module: str
    needs: Mapping[str, Need]
    entries: Mapping[str, AssumptionEntry]


@dataclass(slots=True)
class Figures:
    """Assumptions by name, in the order of the pitch, and what is wrong or missing."""

    assumptions: dict[str, Assumption] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def figures(document: Document, catalogue: Catalogue, place_of: PlaceOf) -> Figures:
    """Return the assumptions of a document; ``place_of`` gives the place of a dotted path in the file."""
    result = Figures()
    for group in _groups(document, catalogue):
        for need in group.needs.values():
            path = f"{group.path}.{need.name}" if group.module else group.path
            _meet(result, need, group, path, place_of)
        for name in group.entries:
            if group.module and name not in group.needs:
                result.findings.append(_unknown(name, group, catalogue, place_of))
    return result


def haircuts(assumptions: Mapping[str, Assumption]) -> tuple[str, ...]:
    """Return the names of the haircuts: those of the whole programme first, then those of single metrics."""
    names = [name for name, assumption in assumptions.items() if assumption.haircut]
    return tuple(sorted(names, key=lambda name: "." in name))


def _groups(document: Document, catalogue: Catalogue) -> Iterator[Group]:
    for key, metric in document.opportunity.metrics.items():
        module = catalogue.metrics.get(metric.use or "")
        if module is not None:
            path = f"opportunity.metrics.{key}.assumptions"
            yield Group(f"{key}.", path, "opportunity", module.id, module.needs, metric.assumptions)
    for overlap in stated(document, catalogue):
        stating = {} if overlap.entry.share is None else {overlap.share: overlap.entry.share}
        yield Group("", overlap.path, "opportunity", "", {overlap.share: overlap_need(overlap)}, stating)
    able = document.opportunity.diagnosis.able if document.opportunity.diagnosis else None
    entries: dict[str, AssumptionEntry] = {} if able is None else {ABLE_SHARE: able}
    yield Group("", "opportunity.diagnosis.able", "opportunity", "", {ABLE_SHARE: ABLE}, entries)
    for cause, entry in others(document):
        if entry.binding:
            path = f"opportunity.diagnosis.{cause}.removed"
            stated_chance = {} if entry.removed is None else {removed(cause): entry.removed}
            yield Group("", path, "opportunity", "", {removed(cause): removal(cause)}, stated_chance)
    idea = document.idea
    for path, module, given in (
        ("idea.assumptions", catalogue.model["rollout"], idea.assumptions),
        ("idea.costs.assumptions", catalogue.model["costs"], idea.costs.assumptions),
        ("ask.assumptions", catalogue.model["returns"], document.ask.assumptions),
    ):
        yield _of_model(path, module, given)


def _of_model(path: str, module: Module, given: Mapping[str, AssumptionEntry]) -> Group:
    return Group("", path, module.step, module.id, module.needs, given)


def _meet(result: Figures, need: Need, group: Group, path: str, place_of: PlaceOf) -> None:
    entry = group.entries.get(need.name)
    where = place_of(path)
    if entry is None and need.default is not None:
        default = AssumptionEntry(value=need.default, source=marked("default of the catalogue"), grade="opinion")
        _keep(result, need, group, default, (need.default,) * 3, path, where)
    elif entry is None:
        result.findings.append(
            Finding(
                "missing-need",
                said("“{title}” ({name}) is missing.", title=need.title, name=need.name),
                allowed=said("low, likely, high in {unit}, {between}", unit=need.unit, between=between(need.bounds)),
                do=said(
                    "Add {name}: with low, likely, high (or value), unit, source, owner and grade.", name=need.name
                ),
                place=where,
            )
        )
    else:
        findings = list(_wrong(need, entry, where, place_of))
        result.findings += findings
        values = _values(entry)
        if values is not None and not any(finding.severity == "error" for finding in findings):
            _keep(result, need, group, entry, values, path, where)


def _keep(
    result: Figures,
    need: Need,
    group: Group,
    entry: AssumptionEntry,
    values: tuple[float, ...],
    path: str,
    where: Place,
) -> None:
    low, likely, high = values
    name = group.prefix + need.name
    result.assumptions[name] = Assumption(
        name=name,
        title=entry.title or need.title,
        low=low,
        likely=likely,
        high=high,
        unit=need.unit,
        bounds=need.bounds,
        source=entry.source or "",
        owner=entry.owner or "",
        grade=entry.grade or "opinion",
        help=need.help,
        note=entry.note or "",
        format=need.format,
        haircut=need.haircut.title if need.haircut else "",
        neutral=need.haircut.neutral if need.haircut else None,
        whole=need.whole,
        sample=entry.sample,
        place=where,
        path=path,
        step=group.step,
        chance=need.chance,
    )


def _values(entry: AssumptionEntry) -> tuple[float, float, float] | None:
    if entry.value is not None:
        return (entry.value,) * 3
    if entry.low is None or entry.likely is None or entry.high is None:
        return None
    return entry.low, entry.likely, entry.high


def _wrong(need: Need, entry: AssumptionEntry, where: Place, place_of: PlaceOf) -> Iterator[Finding]:
    given = {key: getattr(entry, key) for key in ("low", "likely", "high") if getattr(entry, key) is not None}
    values = _values(entry)
    if entry.value is not None and given:
        yield Finding(
            "value-and-range",
            said("“{title}” ({name}) has both a value and a range.", title=need.title, name=need.name),
            said("value and {names}", names=", ".join(given)),
            said("low, likely and high, or value"),
            said("Remove value: or the range."),
            place=where,
        )
    elif values is None:
        lacking = [key for key in ("low", "likely", "high") if key not in given]
        yield Finding(
            "missing-range" if given else "missing-value",
            said(
                "“{title}” ({name}) has no {names} yet.",
                title=need.title,
                name=need.name,
                names=said_together(lacking, said(" and no ")),
            ),
            ", ".join(f"{key} {number:g}" for key, number in given.items()),
            said(
                "low, likely and high in {unit}, {between}; or value for a fixed figure",
                unit=need.unit,
                between=between(need.bounds),
            ),
            said("Add {names}.", names=", ".join(lacking)),
            place=where,
        )
    elif problem := trouble(*values, need.bounds):
        code, what, allowed, do = problem
        key = "value" if entry.value is not None else _culprit(code, values, need)
        found = (
            said("value {value:g}", value=entry.value)
            if entry.value is not None
            else ", ".join(f"{k} {v:g}" for k, v in given.items())
        )
        yield Finding(
            code,
            said("“{title}” ({name}): {what}", title=need.title, name=need.name, what=what),
            found,
            allowed,
            do,
            place=place_of(f"{where.path}.{key}"),
        )
    yield from _unit(need, entry, where, place_of)
    for key, do in (
        ("source", said("Say where the figure comes from.")),
        ("owner", said("Say who answers for it.")),
        ("grade", said("Say how well it is known.")),
    ):
        if values is not None and not getattr(entry, key):
            what = said("“{title}” ({name}) has no {key}.", title=need.title, name=need.name, key=key)
            yield Finding(
                f"no-{key}",
                what,
                do=said("Add {key}: {do}", key=key, do=do),
                severity="warning",
                place=place_of(f"{where.path}.{key}"),
            )


def _culprit(code: str, values: tuple[float, float, float], need: Need) -> str:
    """Return the key at which a reader should look first."""
    lower, upper = need.bounds
    for key, value in zip(("low", "likely", "high"), values, strict=True):
        outside = (lower is not None and value < lower) or (upper is not None and value > upper)
        if (code == "out-of-bounds" and outside) or (code == "range-at-bound" and value in need.bounds):
            return key
    return "low" if code == "range-order" and values[0] > values[1] else "high" if code == "range-order" else "likely"


def _unit(need: Need, entry: AssumptionEntry, where: Place, place_of: PlaceOf) -> Iterator[Finding]:
    place = place_of(f"{where.path}.unit")
    if not entry.unit:
        what = said("“{title}” ({name}) has no unit.", title=need.title, name=need.name)
        yield Finding(
            "no-unit",
            what,
            allowed=need.unit,
            do=said("Add unit: {unit}", unit=need.unit),
            severity="warning",
            place=place,
        )
        return
    try:
        same = dict(Unit.read(entry.unit).powers) == dict(Unit.read(need.unit).powers)
    except FormulaError as problem:
        first = problem.findings[0]
        yield Finding(
            first.code, first.what, first.found, need.unit, said("Write unit: {unit}", unit=need.unit), place=place
        )
        return
    if not same:
        yield Finding(
            "unit-differs",
            said(
                "“{title}” ({name}) is given in {unit}, but the metric is computed in {unit_2}.",
                title=need.title,
                name=need.name,
                unit=entry.unit,
                unit_2=need.unit,
            ),
            entry.unit,
            need.unit,
            said("Convert the figure and write unit: {unit}", unit=need.unit),
            place=place,
        )


def _unknown(name: str, group: Group, catalogue: Catalogue, place_of: PlaceOf) -> Finding:
    elsewhere = [module.id for module in catalogue.model.values() if name in module.needs and module.id != group.module]
    do = (
        said("It belongs to {elsewhere}: move it there.", elsewhere=elsewhere[0])
        if elsewhere
        else hint(name, group.needs)
    )
    close = nearest(name, group.needs)
    return Finding(
        "unknown-need",
        said("“{name}” is not an assumption of {module}.", name=name, module=group.module),
        name,
        ", ".join(group.needs),
        do
        or (
            said("Remove it, or use one of these, such as {close}.", close=close)
            if close
            else said("Remove it, or use one of these.")
        ),
        place=place_of(f"{group.path}.{name}"),
    )
