"""A case as analysts use it: opened from a path, read as tables, forecast and exported."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import fields
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ldcase import case as plain
from ldcase.case import Assumption, Formula
from ldcase.case import catalogue as catalogues
from ldcase.case.display import RANGE_HEADS, range_of, table
from ldcase.errors import CaseError, Finding
from ldcase.forecast import DRAWS, SEED
from ldcase.formulas import meant
from ldcase.language import said, said_together, worded

if TYPE_CHECKING:
    from pandas import DataFrame

    from ldcase.api.forecast import Forecast
    from ldcase.exports.kinds import PaperSize


def open(path: str | os.PathLike[str], *, data: str | os.PathLike[str] | None = None) -> Case:
    """Open a case.

    Parameters
    ----------
    path
        Its folder, or its ``case.yaml``.
    data
        The folder with ``metrics`` and ``model`` that the case builds on; else the one above the folder ``cases`` in
        which the case lies.

    Raises
    ------
    CaseError
        When nothing can be read. Everything else that is wrong or missing is a finding on the case.
    """
    where = Path(path)
    if not where.exists():
        raise CaseError(_nothing_there(where))
    root = _root_above(where) if data is None else Path(data)
    if root is None or not (root / "metrics").is_dir():
        raise CaseError(_no_catalogue(where, root if data is not None else None))
    return Case.of_plain(plain.load(where, catalogues.load(root)))


class Case(plain.Case):
    """A case. Frozen: `what_if` and `edit` give a new one.

    ``case["win_rate.margin"]`` is an assumption or a formula by its name.
    """

    @classmethod
    def of_plain(cls, case: plain.Case) -> Self:
        """Return the same case with the verbs of this class."""
        return cls(**{field.name: getattr(case, field.name) for field in fields(case)})

    def __getitem__(self, name: str) -> Assumption | Formula:
        """Return an assumption or a formula by its dotted name; `CaseError` names the nearest."""
        if name in self.assumptions:
            return self.assumptions[name]
        if name in self.formulas:
            return self.formulas[name]
        allowed = said("the name of an assumption or a formula")
        names = (*self.assumptions, *self.formulas)
        do = meant(name, names, said("Look at assumption_table() and formula_table()."))
        raise CaseError(Finding("name-unknown", said("There is no such quantity."), name[:80], allowed, do))

    def _ipython_key_completions_(self) -> list[str]:
        return [*self.assumptions, *self.formulas]

    def edit(self, path: str, value: object) -> Case:
        """Return the case with another value at a dotted path of its document; see `ldcase.case.Case.edit`."""
        return self.of_plain(super().edit(path, value))

    def what_if(self, changes: Mapping[str, float | Sequence[float]]) -> Case:
        """Return the case with other values: a number moves a whole range, a triple (low, likely, high) sets it."""
        return self.of_plain(super().what_if(changes))

    def widened(self, factor: float = 1.29) -> Case:
        """Return the case with every range graded as opinion wider, by the measured overconfidence of experts."""
        from ldcase.forecast.widening import widened

        return self.of_plain(widened(self, factor))

    def forecast(self, draws: int = DRAWS, seed: int = SEED) -> Forecast:
        """Evaluate the case: ``draws`` rows of simulation from a ``seed``, and the median case."""
        from ldcase.api.forecast import Forecast
        from ldcase.forecast import forecast

        return Forecast.of_plain(forecast(self, draws, seed))

    def export(
        self,
        target: str | os.PathLike[str],
        *,
        paper: PaperSize = "a4",
        template: str | os.PathLike[str] | None = None,
    ) -> Path:
        """Write the case in another form, which follows from the ending.

        ``.pdf`` and ``.docx`` are its one-page summary, the second to be edited; ``.xlsx`` is the Excel twin; the
        table ``ldcase.exports.kinds.KINDS`` has them all, and ``.zip`` is all of them with the case and its tables. A
        file that is there is replaced, in one go or not at all.

        Parameters
        ----------
        paper
            ``a4`` or ``letter``, for what is printed.
        template
            A company's own template for slides.

        Returns
        -------
        Path
            Where it was written. `CaseError` says why nothing was.
        """
        path = checked_target(target)
        self.forecast().export(path, paper=paper, template=template)
        return path

    def assumption_table(self) -> DataFrame:
        """Return every assumption by name, in the order of the pitch, with its range, unit and origin."""
        from ldcase.api.tables import assumption_table

        return assumption_table(self)

    def formula_table(self) -> DataFrame:
        """Return every formula: title, unit, its text and its words; by name, in the order of evaluation."""
        from ldcase.api.tables import formula_table

        return formula_table(self)

    def evidence(self) -> DataFrame:
        """Return the published effects, the closest to this case first, with the reason; by the id of the finding."""
        from ldcase.api.tables import evidence_table

        return evidence_table(self)

    def cash_flow(self) -> DataFrame:
        """Return the money by month: benefit, cost, net benefit and its sum; see `Forecast.cash_flow`."""
        return self.forecast().cash_flow()

    def _repr_html_(self) -> str:
        named: dict[str, object] = {"currency": self.currency, "months": self.horizon}
        head = (
            worded("{currency}, {months} months, ready", **named)
            if self.ready
            else worded("{currency}, {months} months, a draft", **named)
        )
        sample = f"<p><em>{escape(self.document.sample_data)}</em></p>" if self.document.sample_data else ""
        findings = "".join(f"<li>{escape(str(finding))}</li>" for finding in self.findings)
        rows = ((worded(a.title), a.name, *range_of(a), a.unit, worded(a.grade)) for a in self.assumptions.values())
        heads = tuple(map(worded, (said("Assumption"), said("Name"), *RANGE_HEADS, said("Unit"), said("Grade"))))
        told = f"<ul>{findings}</ul>" if findings else ""
        return f"<p>{escape(head)}</p>{sample}{told}{table(self.title, heads, rows, numeric=(2, 3, 4))}"


def checked_target(target: str | os.PathLike[str]) -> Path:
    """Return the path to write to, or raise `CaseError` for an unknown ending or a missing folder."""
    from ldcase.exports.kinds import KINDS
    from ldcase.exports.making import ZIP

    path = Path(target)
    forms = {**{kind.ending: kind.title for kind in KINDS.values()}, ZIP: said("all of them, with the case")}
    known = said_together(said("*{ending} ({what})", ending=ending, what=title) for ending, title in forms.items())
    if path.suffix.lower() not in forms:
        what = said("This form is not known.")
        raise CaseError(Finding("unknown-export", what, str(target), known, said("End the name with one of these.")))
    if not path.absolute().parent.is_dir():
        what = said("The folder to write to is not there.")
        raise CaseError(
            Finding(
                "no-folder", what, str(path.parent), said("a folder that exists"), said("Make it, or choose another.")
            )
        )
    return path


def _root_above(path: Path) -> Path | None:
    """Return the folder above the nearest folder ``cases`` on the way up, or None."""
    return next((folder.parent for folder in Path(os.path.abspath(path)).parents if folder.name == "cases"), None)


def _nothing_there(path: Path) -> Finding:
    beside = sorted(found.parent.name for found in path.parent.glob("*/case.yaml"))
    return Finding(
        "no-such-case",
        said("There is no case at this path."),
        str(path),
        ", ".join(beside) if beside else said("a folder with a case.yaml, or the file itself"),
        said("Paths begin at the current folder, {name}.", name=Path.cwd().name)
        if not path.is_absolute()
        else said("Correct the path."),
    )


def _no_catalogue(path: Path, data: Path | None) -> Finding:
    return Finding(
        "no-catalogue",
        said("The metrics that the case builds on were not found."),
        said("{path} without a folder metrics two folders up", path=path)
        if data is None
        else said("{data} without a folder metrics", data=data),
        said("a case in data/cases, beside data/metrics and data/model"),
        said('Move the case there, or say where they are: ldcase.open(path, data="path/to/data")'),
    )
