"""The reference of every formula as a file: ``docs/reference.md``. The drawer of the workbook shows the same chapters.

``python -m ldcase.exports.reference`` in the project's folder writes it anew; a test keeps it current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ldcase.case.catalogue import Catalogue, load
from ldcase.formulas.functions import FUNCTIONS
from ldcase.words.reference import Asked, Chapter, Computed, costs, metrics, shared, skill, written

FILE_NAME = "reference.md"
_HEAD = """\
# Reference

Every metric, category of cost and formula of the workbook: what is asked, in which unit, how it is computed, where it
comes from and how it goes wrong. This page is written from the files in `data/`; change those, then run
`python -m ldcase.exports.reference`. The workbook shows the same: open any figure, then “All formulas”.

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
    parts = (
        ("Metrics", metrics(catalogue)),
        ("Costs", costs(catalogue)),
        ("What all cases share", shared(catalogue)),
    )
    for title, chapters in parts:
        yield f"## {title}\n"
        for chapter in chapters:
            yield f"### {chapter.title}\n"
            yield from _chapter(chapter)
    for chapter in (written(catalogue), skill()):
        yield f"## {chapter.title}\n"
        yield from _chapter(chapter)
    yield "## Functions of the language\n"
    yield from _table(("Function", "What it does"), ((f"`{one.usage}`", one.help) for one in FUNCTIONS))


def _chapter(chapter: Chapter) -> Iterator[str]:
    if chapter.intro:
        yield f"{chapter.intro}\n"
    if chapter.facts:
        file, *facts = chapter.facts
        yield " · ".join((f"`{file}`", *facts)) + "\n"
    if chapter.caution:
        yield f"**Caution.** {chapter.caution}\n"
    if chapter.asked:
        yield from _asked(chapter.asked)
    if chapter.computed:
        yield from _computed(chapter.computed)
    if chapter.parts:
        yield "Parts: " + ", ".join(f"{role} is `{name}`" for role, name in chapter.parts) + ".\n"
    for heading, sentences in (("Sources", chapter.sources), ("How it goes wrong", chapter.pitfalls)):
        if sentences:
            yield f"**{heading}**\n"
            yield "\n".join(f"- {sentence}" for sentence in sentences) + "\n"
    yield from _example(chapter)


def _example(chapter: Chapter) -> Iterator[str]:
    example = chapter.example
    if example is None:
        return
    yield f"**Worked example.** {example.source}.\n"
    given = ", ".join(f"{name} {value}" for name, value in example.given)
    gives = ", ".join(f"`{name}` {value}" for name, value in example.gives)
    yield f"Given {given}: {gives}. {example.note}".rstrip() + "\n"


def _asked(needs: Iterable[Asked]) -> Iterator[str]:
    heads = ("Asked", "Name", "Unit", "Bounds", "Left out", "What to say")
    yield from _table(
        heads,
        (
            (
                need.title,
                f"`{need.name}`",
                need.unit,
                need.bounds,
                need.default,
                need.help + (f" *A haircut; {need.neutral} takes nothing off.*" if need.neutral else ""),
            )
            for need in needs
        ),
    )


def _computed(formulas: Iterable[Computed]) -> Iterator[str]:
    yield from _table(
        ("Computed", "Name", "Unit", "Formula", "In words"),
        (
            (
                formula.title,
                f"`{formula.name}`",
                formula.unit,
                f"`{formula.text}`",
                formula.words + (f". {formula.help}" if formula.help else ""),
            )
            for formula in formulas
        ),
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"

    yield "\n".join([line(heads), line(["---"] * len(heads)), *map(line, rows)]) + "\n"


if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("data")
    target = root.parent / "docs" / FILE_NAME
    target.parent.mkdir(exist_ok=True)
    target.write_text(reference(load(root)), encoding="utf-8")
