"""The catalogue: metrics, roll-out, costs and returns as files, each with what it needs and what it computes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Literal

from ldcase.case.assumption import Bounds, Step, trouble
from ldcase.case.module_file import FormulaEntry, ModuleFile, NeedEntry, Roles
from ldcase.case.places import Node, place
from ldcase.case.problems import strictly
from ldcase.case.yaml_file import YamlFile, read
from ldcase.errors import CaseError, Finding, FormulaError, Place
from ldcase.formulas import Expression, parse

MODEL: Mapping[str, Step] = MappingProxyType({"rollout": "idea", "costs": "idea", "returns": "ask"})


@dataclass(frozen=True, slots=True)
class Haircut:
    """What an assumption takes off the claim, and the value at which it takes nothing off."""

    neutral: float
    title: str


@dataclass(frozen=True, slots=True)
class Need:
    """A figure that a module needs from the case. With a ``default`` the case may leave it out."""

    name: str
    title: str
    unit: str
    bounds: Bounds
    help: str
    format: str
    default: float | None
    whole: bool
    haircut: Haircut | None
    place: Place


@dataclass(frozen=True, slots=True)
class FormulaSpec:
    """A formula of a module, with the names as the module writes them."""

    name: str
    expression: Expression
    unit: str
    title: str
    format: str
    help: str
    place: Place


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the catalogue.

    Attributes
    ----------
    gap, gap_cost, baseline, exemplar, effect, benefit
        Which need or formula plays which part; metrics only, else empty.
    story
        Sentences with placeholders, by kind: ``opportunity``, ``gap``, and others; ``story_places`` are their places.
    categories
        Formulas that divide the total; costs only.
    """

    id: str
    title: str
    step: Step
    better: Literal["higher", "lower"]
    kind: Literal["cash", "cost avoided", "capacity"]
    things: tuple[str, ...]
    needs: Mapping[str, Need]
    formulas: Mapping[str, FormulaSpec]
    gap: str
    gap_cost: str
    baseline: str
    exemplar: str
    effect: str
    benefit: str
    story: Mapping[str, str | tuple[str, ...]]
    story_places: Mapping[str, Place]
    sources: tuple[str, ...]
    pitfalls: tuple[str, ...]
    categories: tuple[str, ...]
    place: Place


@dataclass(frozen=True, eq=False, repr=False)
class Catalogue:
    """All modules. Two catalogues are the same only if they are one object.

    Attributes
    ----------
    root
        The folder ``data``.
    metrics, model
        Modules by id. A metric whose file has an error is not among them.
    broken
        What is wrong with a metric's file, by the file's name.
    """

    root: FilePath
    metrics: Mapping[str, Module]
    model: Mapping[str, Module]
    broken: Mapping[str, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __repr__(self) -> str:
        return f"<Catalogue of {', '.join(self.metrics)}>"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the metrics' files."""
        return tuple(finding for findings in self.broken.values() for finding in findings)

    @property
    def modules(self) -> Iterator[Module]:
        """Metrics and model."""
        yield from self.metrics.values()
        yield from self.model.values()


def load(root: FilePath | str) -> Catalogue:
    """Load the catalogue under ``root`` (the folder ``data``). Unchanged files give the same catalogue again.

    Raises
    ------
    CaseError
        When a file of the model cannot be used. A broken metric only stops the cases that use it.
    """
    folder = FilePath(root)
    files = [folder / "model" / f"{name}.yaml" for name in MODEL] + sorted((folder / "metrics").glob("*.yaml"))
    return _load(folder, tuple((path, *_stamp(path)) for path in files))


def _stamp(path: FilePath) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _load(root: FilePath, files: tuple[tuple[FilePath, int, int], ...]) -> Catalogue:
    modules: dict[str, Module] = {}
    broken: dict[str, tuple[Finding, ...]] = {}
    stopped: list[Finding] = []
    for path, *_ in files:
        in_model = path.parent.name == "model"
        try:
            modules[f"{path.parent.name}/{path.stem}"] = _module(
                read(path, path.relative_to(root.parent).as_posix()), path.stem, in_model
            )
        except CaseError as problem:
            broken[path.stem] = problem.findings
            stopped += problem.findings if in_model else ()
    if stopped:
        raise CaseError(stopped)

    def under(folder: str) -> Mapping[str, Module]:
        return MappingProxyType({module.id: module for key, module in modules.items() if key.startswith(folder)})

    return Catalogue(root, under("metrics/"), under("model/"), MappingProxyType(broken))


def _module(file: YamlFile, name: str, in_model: bool) -> Module:
    """Read one module; raises `CaseError` with everything that is wrong with it."""
    written = strictly(ModuleFile, file.root.data, file.root, file.label)
    problems = [*file.findings, *_incomplete(written, name, in_model, file)]
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
        title=written.title,
        step=MODEL.get(name, "opportunity") if in_model else "opportunity",
        better=written.better or "higher",
        kind=written.kind or "cash",
        things=written.things,
        needs=MappingProxyType(needs),
        formulas=MappingProxyType(formulas),
        story=MappingProxyType(story),
        story_places={key: place(file.root, file.label, ("story", key)) for key in story},
        sources=written.sources,
        pitfalls=written.pitfalls,
        categories=written.categories,
        place=Place(file.label, 1, 1),
        **{role: getattr(written, role) or "" for role in Roles.model_fields},
    )


def _need(name: str, entry: NeedEntry, file: YamlFile) -> Need:
    haircut = Haircut(entry.haircut.neutral, entry.haircut.title) if entry.haircut else None
    return Need(
        name,
        entry.title,
        entry.unit,
        entry.bounds,
        entry.help,
        entry.format,
        entry.default,
        entry.whole,
        haircut,
        place(file.root, file.label, ("needs", name), at_key=True),
    )


def _formula(name: str, entry: FormulaEntry, file: YamlFile) -> FormulaSpec:
    where = place(file.root, file.label, ("formulas", name), at_key=True)
    return FormulaSpec(
        name, parse(" ".join(entry.is_.split())), entry.unit, entry.title, entry.format, entry.help, where
    )


def _placed(finding: Finding, file: YamlFile, formula: str) -> Finding:
    """Put a finding of the language at its formula in the file; on one line the column is exact."""
    where = place(file.root, file.label, ("formulas", formula, "is"))
    node = _at(file.root, ("formulas", formula, "is"))
    column = where.column
    if node is not None and node.style in ("plain", "quoted") and "\n" not in file.text[node.start : node.end]:
        column = (column or 1) + (finding.place.column or 1) - 1 + (node.style == "quoted")
    return replace(finding, what=f"The formula of {formula}: {finding.what}", place=replace(where, column=column))


def _at(node: Node, path: tuple[str, ...]) -> Node | None:
    for part in path:
        if part not in node.entries:
            return None
        node = node.entries[part].value
    return node


def _incomplete(written: ModuleFile, name: str, in_model: bool, file: YamlFile) -> Iterator[Finding]:
    if written.id != name:
        where = place(file.root, file.label, ("id",))
        yield Finding(
            "module-id", "The id is not the name of the file.", written.id, name, f"Write id: {name}", place=where
        )
    for role in () if in_model else (*Roles.model_fields, "better", "kind"):
        if not getattr(written, role):
            where = place(file.root, file.label, ())
            yield Finding(
                "module-role",
                f"The key “{role}” is missing.",
                allowed="the name of a need or a formula" if role in Roles.model_fields else "",
                do=f"Add {role}: …",
                place=where,
            )


def _misused(written: ModuleFile, names: set[str], file: YamlFile) -> Iterator[Finding]:
    roles = {role: getattr(written, role) for role in Roles.model_fields}
    for path, used in [
        *(((role,), name) for role, name in roles.items() if name),
        *((("categories", i), name) for i, name in enumerate(written.categories)),
    ]:
        if used not in names:
            where = place(file.root, file.label, path)
            yield Finding(
                "module-role",
                "There is no such need or formula.",
                used,
                ", ".join(sorted(names)),
                "Correct the name.",
                place=where,
            )
    for role in ("gap_cost", "benefit"):
        formula = written.formulas.get(roles[role] or "")
        if formula is not None and formula.unit != "money/month":
            where = place(file.root, file.label, ("formulas", roles[role] or "", "unit"))
            what = f"The {role} of a metric is money of a month."
            yield Finding("role-unit", what, formula.unit, "money/month", "Correct the formula.", place=where)
    for name in sorted({*written.needs} & {*written.formulas}):
        where = place(file.root, file.label, ("formulas", name), at_key=True)
        yield Finding(
            "name-taken",
            f"“{name}” is both a need and a formula.",
            name,
            "one of the two",
            "Rename one of them.",
            place=where,
        )


def _impossible(need: Need) -> Iterator[Finding]:
    lower, upper = need.bounds
    if lower is not None and upper is not None and not lower < upper:
        yield Finding(
            "module-bounds",
            "The bounds are not in order.",
            f"[{lower:g}, {upper:g}]",
            "lower < upper",
            "Swap them.",
            place=need.place,
        )
    elif need.default is not None and (found := trouble(need.default, need.default, need.default, need.bounds)):
        code, what, allowed, do = found
        yield Finding(code, what, f"default: {need.default:g}", allowed, do, place=need.place)
