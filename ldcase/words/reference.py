"""What the reference of every formula says, written from the catalogue: chapters, for a page or a file to lay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ldcase.case.assemble import ABLE_SHARE, Formula, Structure, assemble
from ldcase.case.assumption import Bounds
from ldcase.case.bottleneck import need
from ldcase.case.catalogue import Catalogue, FormulaSpec, Module, Need
from ldcase.case.document_diagnosis import OTHER_CAUSES
from ldcase.case.figures import ABLE
from ldcase.formulas.words import in_words
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import lowered

ROLES = ("gap", "gap_cost", "baseline", "exemplar", "effect", "benefit")
WRITTEN, SKILL = "written", "skill"
"""The keys of the two chapters that are no file of the catalogue."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the title, the name, its unit, its bounds, what it is where it is left out, and what to say.

    ``neutral`` is the value at which a haircut takes nothing off; empty for anything else.
    """

    title: str
    name: str
    unit: str
    bounds: str
    default: str
    help: str
    neutral: str


@dataclass(frozen=True, slots=True)
class Computed:
    """A formula: as it is computed, and in words."""

    title: str
    name: str
    unit: str
    text: str
    words: str
    help: str


@dataclass(frozen=True, slots=True)
class Worked:
    """A worked example: where it is from, what is given, what it gives, and how."""

    source: str
    given: tuple[tuple[str, str], ...]
    gives: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """All there is to say of one metric, category of cost, or part that all cases share.

    Attributes
    ----------
    key
        The module's id; `WRITTEN` and `SKILL` for what is no file.
    facts
        The file, then what kind of thing it is.
    parts
        Which formula plays which part, for metrics.
    """

    key: str
    title: str
    intro: str = ""
    facts: tuple[str, ...] = ()
    caution: str = ""
    asked: tuple[Asked, ...] = ()
    computed: tuple[Computed, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    example: Worked | None = None


def metrics(catalogue: Catalogue) -> tuple[Chapter, ...]:
    """A chapter for each metric."""
    titles = _titles(catalogue)
    return tuple(_module(module, titles) for module in catalogue.metrics.values())


def costs(catalogue: Catalogue) -> tuple[Chapter, ...]:
    """A chapter for each category of cost, and one for what is computed from all of them."""
    titles = _titles(catalogue)
    together = catalogue.model["costs"]
    own = {name for module in catalogue.costs.values() for name in module.formulas}
    rest = {name: spec for name, spec in together.formulas.items() if name not in own}
    modules = (*catalogue.costs.values(), replace(together, needs={}, formulas=rest))
    return tuple(_module(module, titles) for module in modules)


def shared(catalogue: Catalogue) -> tuple[Chapter, ...]:
    """From the course to the work, and what it comes to."""
    titles = _titles(catalogue)
    return tuple(_module(catalogue.model[name], titles) for name in ("rollout", "returns"))


def written(catalogue: Catalogue) -> Chapter:
    """The formulas that the workbook writes from a case."""
    intro = worded(
        "From the cohorts, metrics, overlaps and binding causes of a case: here one cohort, and two metrics, first "
        "and second."
    )
    computed = _computed(_written(catalogue), _titles(catalogue))
    return Chapter(WRITTEN, worded("Written by the workbook"), intro, computed=computed)


def skill() -> Chapter:
    """The share that comes from the diagnosis, and the chances that what binds is removed."""
    return Chapter(SKILL, worded("The part of the gap that is skill"), asked=(_asked(ABLE), *map(_asked, _binding())))


def _module(module: Module, titles: Mapping[str, str]) -> Chapter:
    facts = [module.place.file]
    if module.benefit:
        facts += [
            worded(module.kind),
            worded("higher is better") if module.better == "higher" else worded("lower is better"),
            worded("claims {claims}", claims=", ".join(worded(claim) for claim in module.claims)),
        ]
    elif module.times:
        facts.append(worded(module.times))
    own = {**titles} | {name: need.title for name, need in module.needs.items()}
    own |= {name: formula.title for name, formula in module.formulas.items()}
    return Chapter(
        module.id,
        worded(module.title),
        facts=tuple(facts),
        caution=worded(module.caution),
        asked=tuple(_asked(need) for need in module.needs.values()),
        computed=_computed(module.formulas.values(), own),
        parts=tuple((role, getattr(module, role)) for role in ROLES) if module.benefit else (),
        sources=tuple(worded(each) for each in module.sources),
        pitfalls=tuple(worded(each) for each in module.pitfalls),
        example=_worked(module),
    )


def _asked(need: Need) -> Asked:
    bounds = _range(need.bounds)
    if need.plausible:
        bounds = worded("{bounds}; usually {plausible}", bounds=bounds, plausible=_range(need.plausible))
    default = "" if need.default is None else numbers.editable(need.default)
    neutral = numbers.editable(need.haircut.neutral) if need.haircut else ""
    return Asked(worded(need.title), need.name, need.unit, bounds, default, worded(need.help), neutral)


def _computed(formulas: Iterable[FormulaSpec | Formula], titles: Mapping[str, str]) -> tuple[Computed, ...]:
    def label(name: str) -> str:
        return lowered(worded(titles.get(name, name)))

    return tuple(
        Computed(
            worded(each.title),
            each.name,
            each.unit,
            each.expression.text,
            in_words(each.expression, label),
            worded(each.help),
        )
        for each in formulas
    )


def _worked(module: Module) -> Worked | None:
    example = module.example
    if example is None:
        return None
    given, gives = (
        tuple((name, numbers.exact(value)) for name, value in values.items())
        for values in (example.inputs, example.gives)
    )
    return Worked(worded(example.source), given, gives, worded(example.note))


def _range(bounds: Bounds) -> str:
    lower, upper = ("" if end is None else numbers.editable(end) for end in bounds)
    return f"{lower} … {upper}".strip()


def _written(catalogue: Catalogue) -> Iterator[Formula]:
    metric = next(iter(catalogue.metrics))
    both = (("first", metric, True), ("second", metric, True))
    model = assemble(catalogue, Structure(both, 1, ((1, "first", "second"),), OTHER_CAUSES))
    return (formula for formula in model.formulas.values() if not formula.module)


def _binding() -> tuple[Need, ...]:
    return tuple(need(cause) for cause in OTHER_CAUSES)


def _titles(catalogue: Catalogue) -> Mapping[str, str]:
    """What each name that all cases have is called."""
    modules = [*catalogue.model.values()]
    titles = {name: need.title for module in modules for name, need in module.needs.items()}
    titles |= {name: formula.title for module in modules for name, formula in module.formulas.items()}
    titles |= {formula.name: formula.title for formula in _written(catalogue)} | {ABLE_SHARE: ABLE.title}
    return titles | {each.name: each.title for each in _binding()}
