"""Reading the inputs of an Excel twin back: what somebody typed into it, against what a case says."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from ldcase.exports.cells import INPUTS, LIKELY_COLUMN

_NAME_COLUMN = 1
Range = tuple[float, float, float]
"""Low, likely, high; three times the same for a figure of the plan, which has one value."""


def inputs_in(content: bytes) -> Mapping[str, Range]:
    """Read low, likely and high of every input by its dotted name; nothing in the file is run.

    Returns
    -------
    Mapping
        Empty where the content is no Excel file, or one without our sheet of inputs.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        if INPUTS not in book.sheet_names:
            return {}
        rows = book.get_sheet_by_name(INPUTS).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        return {}
    found: dict[str, Range] = {}
    for row in rows:
        name = row[_NAME_COLUMN] if len(row) > LIKELY_COLUMN + 1 else None
        if not isinstance(name, str) or not name:
            continue
        low, likely, high = (_number(cell) for cell in row[LIKELY_COLUMN - 1 : LIKELY_COLUMN + 2])
        if likely is not None:
            found[name] = (likely if low is None else low, likely, likely if high is None else high)
    return found


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else None
