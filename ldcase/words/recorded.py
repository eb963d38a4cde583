"""What the log of a case says, in words: what was changed, from what to what."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.case import Case
from ldcase.case.pilot_results import PATH
from ldcase.language import marked, worded, worded_as
from ldcase.store.history import JSON, Change
from ldcase.words import numbers
from ldcase.words.answer import exact
from ldcase.words.recorded_diagnosis import diagnosed
from ldcase.words.recorded_evidence import evidenced
from ldcase.words.recorded_questions import answered
from ldcase.words.recorded_words import reworded

KINDS = {
    "edit": "",
    "undo": marked("undone"),
    "redo": marked("done again"),
    "base": marked("back to what the file says"),
    "reload": marked("the file was changed outside the workbook"),
    "save": marked("written to the file"),
}
"""What was done, where it is not simply a change; said by `worded`."""
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded change in words. ``name`` is the quantity, empty where it is none; ``kind`` is empty for an edit."""

    name: str
    what: str
    kind: str
    before: str
    after: str


def recorded(change: Change, case: Case) -> Recorded:
    """Say a recorded change in the words of the case as it is now."""
    kind = worded(KINDS[change.kind])
    if change.kind in ("base", "reload", "save"):
        return Recorded("", worded("The whole case"), kind, "", "")
    if not change.path:
        return Recorded("", worded("Back to a snapshot"), kind, "", change.why)
    found = next((a for a in case.assumptions.values() if change.path in (a.path, f"{a.path}.likely")), None)
    if found is not None:
        before, after = (_values(value, found.format) for value in (change.before, change.after))
        own = worded("the catalogue’s own")
        return Recorded(found.name, worded(found.title), kind, before or own, after or own)
    whole = next((use for use in case.metrics if change.path == f"opportunity.metrics.{use.key}"), None)
    if whole is not None:
        before, after = (_source(value, whole.module.baseline) for value in (change.before, change.after))
        what = worded("{metric}: figures from own data", metric=worded(whole.title))
        return Recorded(whole.baseline, what, kind, before, after)
    if change.path in (PATH, f"{PATH}.counts"):
        before, after = (_results(value) for value in (change.before, change.after))
        return Recorded("", worded("Results of the pilot"), kind, before, after)
    for words in (reworded, diagnosed, evidenced, answered):
        said = words(change.path, change.before, change.after, case)
        if said is not None:
            return Recorded("", said[0], kind, said[1], said[2])
    name, what = _planned(change.path, case) or ("", change.path)
    return Recorded(name, what, kind, _values(change.before, "number"), _values(change.after, "number"))


def _results(value: JSON) -> str:
    """The results of a pilot by their file; whether they count."""
    if isinstance(value, bool):
        return worded("the case after it") if value else worded("the case before it")
    if not isinstance(value, dict):
        return worded_as("results", "none")
    return str(value.get("file") or worded_as("results", "taken in"))


def _planned(path: str, case: Case) -> tuple[str, str] | None:
    """A figure of the plan by its path, such as ``idea.cohorts.0.people``."""
    parts = path.split(".")
    if len(parts) != 4 or parts[:2] != ["idea", "cohorts"] or not parts[2].isdigit():
        return None
    number = int(parts[2]) + 1
    name = f"cohort_{number}.{parts[3]}"
    title = {
        "people": worded("People planned in cohort {number}", number=number),
        "start": worded("Month in which cohort {number} starts", number=number),
    }
    return (name, title[parts[3]]) if name in case.plan and parts[3] in title else None


def _source(metric: JSON, figure: str) -> str:
    """Where a metric's entry has its baseline from, shortened."""
    assumptions = metric.get("assumptions") if isinstance(metric, dict) else None
    entry = assumptions.get(figure) if isinstance(assumptions, dict) else None
    return _values(entry.get("source"), "number") if isinstance(entry, dict) else ""


def _values(value: JSON, form: str) -> str:
    """A recorded value: a figure, a range as likely with its ends, or any other text, shortened."""
    if isinstance(value, dict):
        if isinstance(single := value.get("value"), int | float):
            return exact(float(single), form)
        ends = [value.get(part) for part in ("low", "likely", "high")]
        if all(isinstance(end, int | float) for end in ends):
            low, likely, high = (exact(float(end), form) for end in ends if isinstance(end, int | float))
            return f"{likely} ({low} – {high})"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return numbers.plain(float(value)) if form == "number" else exact(float(value), form)
    text = "" if value is None else str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
