"""The reference of every formula, written from the catalogue: ``docs/reference.md``.

``python -m ldcase.exports.reference`` in the project's folder writes it anew; a test keeps it current.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ldcase.case.assemble import ABLE_SHARE, Formula, Structure, assemble
from ldcase.case.assumption import Bounds
from ldcase.case.catalogue import Catalogue, FormulaSpec, Module, Need, load
from ldcase.case.figures import ABLE
from ldcase.formulas import Expression
from ldcase.formulas.functions import FUNCTIONS
from ldcase.formulas.words import in_words

FILE_NAME = "reference.md"
_HEAD = """\
# Reference

Every metric, category of cost and formula of the workbook: what is asked, in which unit, how it is computed, where it
comes from and how it goes wrong. This page is written from the files in `data/`; change those, then run
`python -m ldcase.exports.reference`.

A formula stands twice: as it is computed, and in words. Names without a dot hold for the whole case; in a case those
of a metric have its short name in front, such as `win_rate.gap`. Units convert by nothing but a named constant:
`months_per_year` is 12 month/year. A monthly formula has a value for each month of the horizon; money flows at the end
of its month.
"""


def reference(catalogue: Catalogue) -> str:
    """Return the reference as Markdown, the same for the same catalogue."""
    return "\n".join([*_lines(catalogue), ""])


def _lines(catalogue: Catalogue) -> Iterator[str]:
    yield _HEAD
    titles = _titles(catalogue)
    parts: Sequence[tuple[str, Iterable[Module]]] = (
        ("Metrics", catalogue.metrics.values()),
        ("Costs", catalogue.costs.values()),
        ("What all cases share", (catalogue.model[name] for name in ("rollout", "returns"))),
    )
    for title, modules in parts:
        yield f"## {title}\n"
        for module in modules:
            yield from _module(module, titles)
        if title == "Costs":
            yield from _all_in(catalogue, titles)
    yield "## Written by the workbook\n"
    yield "From the cohorts, metrics and overlaps of a case: here one cohort, and two metrics, `first` and `second`.\n"
    yield from _formulas(_written(catalogue), titles)
    yield "## The part of the gap that is skill\n"
    yield from _needs([ABLE])
    yield "## Functions of the language\n"
    yield from _table(("Function", "What it does"), ((f"`{one.usage}`", one.help) for one in FUNCTIONS))


def _module(module: Module, titles: Mapping[str, str]) -> Iterator[str]:
    yield f"### {module.title}\n"
    facts = [f"`{module.place.file}`"]
    if module.benefit:
        facts += [module.kind, f"{module.better} is better", "claims " + ", ".join(module.claims)]
    elif module.times:
        facts.append(module.times)
    yield " · ".join(facts) + "\n"
    if module.caution:
        yield f"**Caution.** {module.caution}\n"
    own = {**titles} | {name: need.title for name, need in module.needs.items()}
    own |= {name: formula.title for name, formula in module.formulas.items()}
    if module.needs:
        yield from _needs(module.needs.values())
    if module.formulas:
        yield from _formulas(module.formulas.values(), own)
    if module.benefit:
        roles = ("gap", "gap_cost", "baseline", "exemplar", "effect", "benefit")
        yield "Parts: " + ", ".join(f"{role} is `{getattr(module, role)}`" for role in roles) + ".\n"
    for heading, sentences in (("Sources", module.sources), ("How it goes wrong", module.pitfalls)):
        if sentences:
            yield f"**{heading}**\n"
            yield "\n".join(f"- {sentence}" for sentence in sentences) + "\n"
    yield from _example(module)


def _all_in(catalogue: Catalogue, titles: Mapping[str, str]) -> Iterator[str]:
    """Tell what is computed from all categories together."""
    together = catalogue.model["costs"]
    own = {name for module in catalogue.costs.values() for name in module.formulas}
    rest = {name: spec for name, spec in together.formulas.items() if name not in own}
    yield from _module(replace(together, needs={}, formulas=rest), titles)


def _example(module: Module) -> Iterator[str]:
    example = module.example
    if example is None:
        return
    yield f"**Worked example.** {example.source}.\n"
    given = ", ".join(f"{name} {value:,.10g}" for name, value in example.inputs.items())
    gives = ", ".join(f"`{name}` {value:,.10g}" for name, value in example.gives.items())
    yield f"Given {given}: {gives}. {example.note}".rstrip() + "\n"


def _needs(needs: Iterable[Need]) -> Iterator[str]:
    heads = ("Asked", "Name", "Unit", "Bounds", "Left out", "What to say")
    yield from _table(
        heads,
        (
            (
                need.title,
                f"`{need.name}`",
                need.unit,
                _range(need.bounds) + (f"; usually {_range(need.plausible)}" if need.plausible else ""),
                "" if need.default is None else f"{need.default:g}",
                need.help + (f" *A haircut; {need.haircut.neutral:g} takes nothing off.*" if need.haircut else ""),
            )
            for need in needs
        ),
    )


def _formulas(formulas: Iterable[FormulaSpec | Formula], titles: Mapping[str, str]) -> Iterator[str]:
    def label(name: str) -> str:
        return titles.get(name, name)

    yield from _table(
        ("Computed", "Name", "Unit", "Formula", "In words"),
        (
            (
                formula.title,
                f"`{formula.name}`",
                formula.unit,
                f"`{formula.expression.text}`",
                _words(formula.expression, label) + (f". {formula.help}" if formula.help else ""),
            )
            for formula in formulas
        ),
    )


def _words(expression: Expression, label: Callable[[str], str]) -> str:
    return in_words(expression, lambda name: label(name)[:1].lower() + label(name)[1:])


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"

    yield "\n".join([line(heads), line(["---"] * len(heads)), *map(line, rows)]) + "\n"


def _range(bounds: Bounds) -> str:
    lower, upper = ("" if end is None else f"{end:g}" for end in bounds)
    return f"{lower} … {upper}".strip()


def _written(catalogue: Catalogue) -> Iterator[Formula]:
    metric = next(iter(catalogue.metrics))
    both = (("first", metric, True), ("second", metric, True))
    model = assemble(catalogue, Structure(both, 1, ((1, "first", "second"),)))
    return (formula for formula in model.formulas.values() if not formula.module)


def _titles(catalogue: Catalogue) -> Mapping[str, str]:
    """What each name that all cases have is called."""
    modules = [*catalogue.model.values()]
    titles = {name: need.title for module in modules for name, need in module.needs.items()}
    titles |= {name: formula.title for module in modules for name, formula in module.formulas.items()}
    return titles | {formula.name: formula.title for formula in _written(catalogue)} | {ABLE_SHARE: ABLE.title}


if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("data")
    target = root.parent / "docs" / FILE_NAME
    target.parent.mkdir(exist_ok=True)
    target.write_text(reference(load(root)), encoding="utf-8")
