"""Numbers as people write them: 1,234.5, 1.234,5, 1 234,5, 1'234.5, 12 %, (30), −4, € 5."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from ldcase.errors import Finding
from ldcase.intake.columns import MISTAKES, Distinct, distinct, is_nothing
from ldcase.intake.sheet import Cells, Whole
from ldcase.language import said

Decimal = Literal["", ".", ","]
USABLE, EMPTY, NO_NUMBER, UNSURE, NO_PERCENT, MISTAKE = range(6)
REASONS: tuple[tuple[str, str], ...] = (
    ("", ""),
    (said("nothing stands here"), said("a number")),
    (said("not a number"), said("a number such as 1,234.5 or 1.234,5 or 12 %")),
    (said("a comma or a point that may part thousands or decimals"), said("a number that can be read in one way")),
    (said("no percent sign, while others of the column have one"), said("a percent sign in every row, or in none")),
    (said("an error of the workbook"), said("a number")),
)
"""Why a cell has no value, and what is allowed, by `Numbers.reasons`."""

_MONEY = r"(?:[$€£¥₹₩]|rp\.?|usd|eur|idr|gbp|chf|sgd|myr|inr|jpy|aud|kr\.?)"
_DRESS = re.compile(rf"^{_MONEY}?\s*([-+]?)\s*{_MONEY}?\s*([0-9.,' ]*[0-9])\s*(%|percent|prozent|persen)?\s*{_MONEY}?$")
_GROUPS = {sign: re.compile(rf"\d{{1,3}}(?:[{sign}]\d{{2,3}})*[{sign}]\d{{3}}") for sign in ".,' "}
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_LOOKED_AT = 5_000
"""Cells in which signs are looked for where a whole column would take long."""
_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "−": "-", "–": "-", "٫": "."})


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """A column as numbers.

    Attributes
    ----------
    values
        Shape (rows,), float64, NaN where there is none. 12 % is 0.12.
    reasons
        Shape (rows,), which of `REASONS` keeps a row from having a value; 0 where it has one.
    percent
        Whether the numbers were written with percent signs.
    findings
        How the column was read, where that had to be decided.
    """

    values: npt.NDArray[np.float64]
    reasons: Whole
    percent: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """One text taken apart: the digits with their signs, and what was around them."""

    body: str
    negative: bool
    percent: bool
    decimal: Literal["", ".", ",", "either", "wrong"]


def numbers(cells: Cells, name: str = "", decimal: Decimal = "") -> Numbers:
    """Read a column of numbers; which sign parts the decimals is decided by the whole column.

    Parameters
    ----------
    cells
        Shape (rows,).
    name
        What the column is called, for findings.
    decimal
        The sign that parts the decimals; empty finds it.
    """
    import pandas as pd

    quick = pd.to_numeric(pd.Series(cells, dtype=object), errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    rest = ~np.isfinite(quick)
    others = distinct(cells[rest])
    taken = [_taken_apart(cell) for cell in others.cells]
    commas = decimal == "," or any(each.decimal == "," for each in taken if each)
    if not commas and not _thousands_with_points(cells[np.flatnonzero(~rest)[:_LOOKED_AT]], decimal):
        return _put_together(cells, quick, rest, others, taken, decimal, name)
    every = distinct(cells)
    nothing = np.full(len(cells), np.nan)
    apart = [_taken_apart(cell) for cell in every.cells]
    return _put_together(cells, nothing, np.ones(len(cells), dtype=bool), every, apart, decimal, name)


def number(text: str) -> float | None:
    """Read one number that stands alone; None where it is none, or may be read in two ways."""
    given = np.array([text], dtype=object)
    found = numbers(given)
    return float(found.values[0]) if found.reasons[0] == USABLE and not found.findings else None


def _thousands_with_points(cells: Cells, decimal: Decimal) -> bool:
    """Whether every number with a point looks like 1.234, which may be a thousand and some."""
    if decimal == ".":
        return False
    pointed = [cell for cell in cells if isinstance(cell, str) and "." in cell]
    return bool(pointed) and all(_AMBIGUOUS.fullmatch(cell.strip()) for cell in pointed)


def _taken_apart(cell: object) -> _Written | None:
    """Take a text apart; None where it is no number at all."""
    if not isinstance(cell, str):
        return None
    text = cell.translate(_SAME).strip().lower()
    negative = False
    if text.startswith("(") and text.endswith(")"):
        text, negative = text[1:-1].strip(), True
    elif text.endswith("-"):
        text, negative = text[:-1].strip(), True
    match = _DRESS.fullmatch(text)
    if match is None:
        return None
    body = match[2].strip()
    return _Written(body, negative or match[1] == "-", bool(match[3]), _decimal_of(body))


def _decimal_of(body: str) -> Literal["", ".", ",", "either", "wrong"]:
    """Which sign parts the decimals of one number; “either” where it may be read in two ways."""
    points, commas = body.count("."), body.count(",")
    other = next((sign for sign in "' " if sign in body), "")
    if other:
        whole = re.split(r"[.,]", body)[0]
        if points + commas > 1 or not _GROUPS[other].fullmatch(whole) or other in body[len(whole) :]:
            return "wrong"
        return "." if points else "," if commas else ""
    if points and commas:
        last: Literal[".", ","] = "." if body.rfind(".") > body.rfind(",") else ","
        first = "," if last == "." else "."
        whole, _, parts = body.rpartition(last)
        return last if body.count(last) == 1 and parts.isdigit() and _GROUPS[first].fullmatch(whole) else "wrong"
    sign = "." if points else "," if commas else ""
    if points + commas > 1:
        return ("," if sign == "." else ".") if _GROUPS[sign].fullmatch(body) else "wrong"
    if not sign:
        return ""
    return "either" if _AMBIGUOUS.fullmatch(body) else "." if sign == "." else ","


def _put_together(
    written: Cells,
    values: npt.NDArray[np.float64],
    rest: npt.NDArray[np.bool_],
    others: Distinct,
    taken: Sequence[_Written | None],
    decimal: Decimal,
    name: str,
) -> Numbers:
    """Give every distinct text its value, or the reason why it has none."""
    evidence = {each.decimal for each in taken if each} & {".", ","}
    if any(isinstance(cell, str) and "." in cell for cell in written[np.flatnonzero(~rest)[:_LOOKED_AT]]):
        evidence |= {"."}
    sign: Decimal = decimal or ("," if evidence == {","} else "." if evidence == {"."} else "")
    either = [each.body for each in taken if each and each.decimal == "either"]
    one_sign = len({"," if "," in body else "." for body in either}) == 1
    found = [
        _valued(cell, each, sign, decimal, one_sign and not evidence)
        for cell, each in zip(others.cells, taken, strict=True)
    ]
    percents = [bool(each and each.percent) for each in taken]
    reasons = np.zeros(len(values), dtype=np.int64)
    result = values.copy()
    result[rest] = np.array([value for value, _ in found], dtype=np.float64)[others.codes]
    reasons[rest] = np.array([reason for _, reason in found], dtype=np.int64)[others.codes]
    with_percent = np.zeros(len(values), dtype=bool)
    with_percent[rest] = np.array(percents, dtype=bool)[others.codes]
    usable = reasons == USABLE
    percent = bool(with_percent.any())
    if percent and (usable & ~with_percent).any():
        few = with_percent if with_percent.sum() < (usable & ~with_percent).sum() else usable & ~with_percent
        reasons[few] = NO_PERCENT
        percent = bool((with_percent & (reasons == USABLE)).any())
    result[reasons != USABLE] = np.nan
    return Numbers(result, reasons, percent, _told(evidence, either, one_sign, sign, decimal, name, percent))


def _valued(cell: object, each: _Written | None, sign: Decimal, asked: Decimal, alone: bool) -> tuple[float, int]:
    """The value of one distinct cell, and the reason where it has none."""
    if is_nothing(cell):
        return math.nan, EMPTY
    if isinstance(cell, int | float) and math.isfinite(cell):
        return float(cell), USABLE
    if isinstance(cell, str) and cell.lower() in MISTAKES:
        return math.nan, MISTAKE
    if each is None or each.decimal == "wrong":
        return math.nan, NO_NUMBER
    parted: str = each.decimal
    if parted == "either":
        if not sign and not alone:
            return math.nan, UNSURE
        parted = sign or "."
    elif asked and parted and parted != asked:
        return math.nan, NO_NUMBER
    grouped = "." if parted == "," else ","
    plain = each.body.replace(" ", "").replace("'", "").replace(grouped, "").replace(",", ".")
    value = float(plain) * (-1 if each.negative else 1) / (100 if each.percent else 1)
    return value, USABLE


def _told(
    evidence: Set[str],
    either: Sequence[str],
    alone: bool,
    sign: Decimal,
    asked: Decimal,
    name: str,
    percent: bool,
) -> tuple[Finding, ...]:
    label = said("column “{name}”", name=name) if name else said("the column")
    told = []
    if len(evidence) > 1 and not asked:
        what = said(
            "Some numbers in {label} have a comma for decimals and others a point; each is read as it stands.",
            label=label,
        )
        do = said("Choose one, or look at the rows that are not used.")
        told.append(Finding("data-decimals", what, do=do, severity="warning"))
    elif either and not sign and not alone:
        what = said(
            "Commas and points in {label} may part thousands or decimals; numbers that fit both are not used.",
            label=label,
        )
        told.append(Finding("data-decimals", what, either[0], do=said("Choose the decimal sign."), severity="warning"))
    elif either and not evidence and not asked:
        what = (
            said(
                "The comma in {label} may part thousands or decimals. It is read as parting thousands.",
                label=label,
            )
            if "," in either[0]
            else said(
                "The point in {label} may part thousands or decimals. It is read as parting decimals.",
                label=label,
            )
        )
        told.append(
            Finding("data-decimals", what, either[0], "", said("If that is wrong, choose the decimal sign."), "warning")
        )
    elif sign == ",":
        told.append(
            Finding("data-decimals", said("Decimals in {label} are parted by a comma.", label=label), severity="note")
        )
    if percent:
        told.append(
            Finding(
                "data-percent", said("Percent signs in {label}: 12 % is read as 0.12.", label=label), severity="note"
            )
        )
    return tuple(told)
