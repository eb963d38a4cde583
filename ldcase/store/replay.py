"""Putting recorded edits over a base again. An edit that no longer fits is left out with a finding, never lost."""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.case import Case
from ldcase.case.places import Plain, changed, parts
from ldcase.errors import Finding, Place
from ldcase.language import said
from ldcase.store.history import Edit


def replayed(base: Case, edits: Sequence[Edit]) -> tuple[Case, tuple[Finding, ...]]:
    """Return the case with the edits over `base`, and a finding for each one that could not be applied.

    All edits are applied at once first, which is what happens every time but after the file was changed by hand. Only
    when that brings a new error they are tried one by one.
    """
    if not edits:
        return base, ()
    together = _applied(base, base, edits)
    if isinstance(together, Case):
        return together, ()
    case, waiting, progress = base, list(edits), True
    skipped: list[Finding] = []
    while waiting and progress:
        left, skipped = [], []
        for edit in waiting:
            result = _applied(base, case, [edit])
            if isinstance(result, Case):
                case = result
            else:
                left.append(edit)
                skipped.append(_skipped(edit, result))
        waiting, progress = left, len(left) < len(waiting)
    return case, tuple(skipped)


def _applied(base: Case, case: Case, edits: Sequence[Edit]) -> Case | str:
    """Return the case with the edits, or why they do not fit."""
    data: Plain = case.data
    try:
        for edit in edits:
            data = changed(data, parts(edit.path), edit.value)
    except LookupError as problem:
        return said("The path leads nowhere: {problem}.", problem=problem)
    if not isinstance(data, dict):
        return said("The path is empty.")
    result = Case.of(base.file, data, base.path, base.catalogue)
    known = {(finding.code, finding.place.path, finding.what) for finding in case.findings}
    for finding in result.findings:
        new = (finding.code, finding.place.path, finding.what) not in known
        if new and finding.severity == "error" and not finding.code.startswith("missing-"):
            return finding.what
    return result


def _skipped(edit: Edit, trouble: str) -> Finding:
    return Finding(
        code="edit-skipped",
        what=said("A recorded change no longer fits the case file and is left out; it stays in the log."),
        found=f"{edit.value!r}: {trouble}",
        do=said("Make the change again where it belongs now, or leave it."),
        severity="warning",
        place=Place(path=edit.path),
    )
