"""Reading a file of the catalogue into a module; everything that is wrong with it is told at once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from ldcase.case.assumption import Bounds, Step, trouble
from ldcase.case.module import Example, FormulaSpec, Haircut, Module, Need
from ldcase.case.module_file import ExampleEntry, FormulaEntry, ModuleFile, NeedEntry, Roles
from ldcase.case.places import Node, place
from ldcase.case.problems import strictly
from ldcase.case.yaml_file import YamlFile
from ldcase.errors import CaseError, Finding, FormulaError, Place
from ldcase.formulas import parse
from ldcase.language import catalogued, said

Folder = Literal["metrics", "model", "costs"]

_ROLES: Mapping[Folder, tuple[str, ...]] = MappingProxyType(
    {"metrics": (*Roles.model_fields, "better", "kind"), "model": (), "costs": ("cost", "times")}
)


def read_module(file: YamlFile, name: str, folder: Folder, step: Step = "opportunity") -> Module:
    """Read one module; raises `CaseError` with everything that is wrong with it.

    Parameters
    ----------
    name
        The name of the file without its ending, which is the module's id.
    folder
        Where it lies: a metric has roles, a category of cost has a ``cost``.
    step
        The step of the pitch to which its assumptions belong.
    """
    written = strictly(ModuleFile, file.root.data, file.root, file.label)
    problems = [*file.findings, *_incomplete(written, name, folder, file)]
    needs = {key: _need(key, entry, file) for key, entry in written.needs.items()}
    problems += [finding for need in needs.values() for finding in _impossible(need)]
    formulas: dict[str, FormulaSpec] = {}
    for key, formula in written.formulas.items():
        try:
            formulas[key] = _formula(key, formula, file)
        except FormulaError as problem:
            problems += [_placed(finding, file, key) for finding in problem.findings]
    if not problems:
        problems += [*_misused(written, {*needs, *formulas}, file)]
    if problems:
        raise CaseError(problems)
    story = {key: tuple(text) if isinstance(text, list | tuple) else text for key, text in written.story.items()}
    return Module(
        id=written.id,
        title=catalogued(written.title),
        step=step,
        better=written.better or "higher",
        kind=written.kind or "cash",
        things=written.things,
        needs=MappingProxyType(needs),
        formulas=MappingProxyType(formulas),
        story=MappingProxyType(story),
        story_places={key: place(file.root, file.label, ("story", key)) for key in story},
        sources=tuple(map(catalogued, written.sources)),
        pitfalls=tuple(map(catalogued, written.pitfalls)),
        cost=written.cost or "",
        times=written.times,
        categories=written.categories,
        place=Place(file.label, 1, 1),
        curve=written.curve or "",
        target=written.target or "",
        claims=written.claims,
        caution=catalogued(written.caution),
        example=_example(written.example, file),
        **{role: getattr(written, role) or "" for role in Roles.model_fields},
    )


def _need(name: str, entry: NeedEntry, file: YamlFile) -> Need:
    haircut = Haircut(entry.haircut.neutral, catalogued(entry.haircut.title)) if entry.haircut else None
    return Need(
        name,
        catalogued(entry.title),
        entry.unit,
        entry.bounds,
        catalogued(entry.help),
        entry.format,
        entry.default,
        entry.whole,
        haircut,
        place(file.root, file.label, ("needs", name), at_key=True),
        entry.plausible,
        entry.chance,
    )


def _example(entry: ExampleEntry | None, file: YamlFile) -> Example | None:
    if entry is None:
        return None
    where = place(file.root, file.label, ("example",), at_key=True)
    inputs, gives = MappingProxyType(dict(entry.inputs)), MappingProxyType(dict(entry.gives))
    return Example(catalogued(entry.from_), inputs, gives, entry.months, catalogued(entry.note), where)


def _formula(name: str, entry: FormulaEntry, file: YamlFile) -> FormulaSpec:
    where = place(file.root, file.label, ("formulas", name), at_key=True)
    return FormulaSpec(
        name,
        parse(" ".join(entry.is_.split())),
        entry.unit,
        catalogued(entry.title),
        entry.format,
        catalogued(entry.help),
        where,
    )


def _placed(finding: Finding, file: YamlFile, formula: str) -> Finding:
    """Put a finding of the language at its formula in the file; on one line the column is exact."""
    where = place(file.root, file.label, ("formulas", formula, "is"))
    node = _at(file.root, ("formulas", formula, "is"))
    column = where.column
    if node is not None and node.style in ("plain", "quoted") and "\n" not in file.text[node.start : node.end]:
        column = (column or 1) + (finding.place.column or 1) - 1 + (node.style == "quoted")
    return replace(
        finding,
        what=said("The formula of {formula}: {what}", formula=formula, what=finding.what),
        place=replace(where, column=column),
    )


def _at(node: Node, path: tuple[str, ...]) -> Node | None:
    for part in path:
        if part not in node.entries:
            return None
        node = node.entries[part].value
    return node


def _incomplete(written: ModuleFile, name: str, folder: Folder, file: YamlFile) -> Iterator[Finding]:
    if written.id != name:
        where = place(file.root, file.label, ("id",))
        yield Finding(
            "module-id",
            said("The id is not the name of the file."),
            written.id,
            name,
            said("Write id: {name}", name=name),
            place=where,
        )
    for role in _ROLES[folder]:
        if not getattr(written, role):
            where = place(file.root, file.label, ())
            yield Finding(
                "module-role",
                said("The key “{role}” is missing.", role=role),
                allowed=said("the name of a need or a formula") if role in (*Roles.model_fields, "cost") else "",
                do=said("Add {role}: …", role=role),
                place=where,
            )


def _misused(written: ModuleFile, names: set[str], file: YamlFile) -> Iterator[Finding]:
    roles = {role: getattr(written, role) for role in Roles.model_fields}
    for path, used in [
        *(((role,), name) for role, name in roles.items() if name),
        *(((role,), name) for role in ("curve", "target", "cost") if (name := getattr(written, role))),
    ]:
        if used not in names:
            where = place(file.root, file.label, path)
            yield Finding(
                "module-role",
                said("There is no such need or formula."),
                used,
                ", ".join(sorted(names)),
                said("Correct the name."),
                place=where,
            )
    for role in ("gap_cost", "benefit", "cost"):
        name = getattr(written, role) or ""
        formula = written.formulas.get(name)
        if formula is not None and formula.unit != "money/month":
            where = place(file.root, file.label, ("formulas", name, "unit"))
            what = said("The {role} of a metric is money of a month.", role=role)
            if role == "cost":
                what = said("The cost of a category is money of a month.")
            yield Finding("role-unit", what, formula.unit, "money/month", said("Correct the formula."), place=where)
    curve = written.formulas.get(written.curve or "")
    if curve is not None and curve.unit != "share":
        where = place(file.root, file.label, ("formulas", written.curve or "", "unit"))
        what = said("The curve of a metric is a share of what a person achieves.")
        yield Finding("role-unit", what, curve.unit, "share", said("Correct the formula."), place=where)
    for name in sorted({*written.needs} & {*written.formulas}):
        where = place(file.root, file.label, ("formulas", name), at_key=True)
        yield Finding(
            "name-taken",
            said("“{name}” is both a need and a formula.", name=name),
            name,
            said("one of the two"),
            said("Rename one of them."),
            place=where,
        )


def _impossible(need: Need) -> Iterator[Finding]:
    lower, upper = need.bounds
    if lower is None and upper is None:
        yield Finding(
            "module-bounds",
            said("“{name}” has no bounds, so nothing impossible can be told.", name=need.name),
            said("no bounds"),
            said("[0, null] for what is never negative, [0, 1] for a share"),
            said("Add bounds: [lowest, highest], with null where there is none."),
            place=need.place,
        )
    elif lower is not None and upper is not None and not lower < upper:
        yield Finding(
            "module-bounds",
            said("The bounds are not in order."),
            f"[{lower:g}, {upper:g}]",
            said("lower < upper"),
            said("Swap them."),
            place=need.place,
        )
    elif need.plausible is not None and not _within(need.plausible, need.bounds):
        found = said("plausible [{end}, {end_2}]", end=_end(need.plausible[0]), end_2=_end(need.plausible[1]))
        yield Finding(
            "module-bounds",
            said("The plausible range does not lie within the bounds."),
            found,
            f"[{_end(lower)}, {_end(upper)}]",
            said("Correct one of them."),
            place=need.place,
        )
    elif need.default is not None and (wrong := trouble(need.default, need.default, need.default, need.bounds)):
        code, what, allowed, do = wrong
        yield Finding(code, what, said("default: {default:g}", default=need.default), allowed, do, place=need.place)


def _within(inner: Bounds, outer: Bounds) -> bool:
    low, high = (-math.inf if inner[0] is None else inner[0]), (math.inf if inner[1] is None else inner[1])
    return (outer[0] is None or outer[0] <= low) and (outer[1] is None or high <= outer[1]) and low < high


def _end(bound: float | None) -> str:
    return "null" if bound is None else f"{bound:g}"
