"""What cannot stand in the pilot of a case: a metric it does not have, figures out of bounds, gates the wrong way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from ldcase.case.assumption import Bounds, between, trouble
from ldcase.case.document_parts import LONGEST_HORIZON, AssumptionEntry
from ldcase.case.document_pilot import Pilot
from ldcase.errors import Finding, Place
from ldcase.formulas import meant
from ldcase.language import said

MOST_TEAMS = 1000
MOST_PEOPLE = 10_000
_WHERE = "idea.pilot"


def central(entry: AssumptionEntry | None) -> float | None:
    """Return the fixed or the likely value of an entry; None where it has neither."""
    if entry is None:
        return None
    return entry.value if entry.value is not None else entry.likely


def wrong_pilot(
    pilot: Pilot | None, metrics: Collection[str], horizon: int, place_of: Callable[[str], Place]
) -> Iterator[Finding]:
    """Tell what is wrong with the pilot; what is only missing is told where it is needed.

    Parameters
    ----------
    metrics
        The short names of the metrics of the case.
    horizon
        Months the case looks ahead.
    """
    if pilot is None:
        return
    if pilot.metric and pilot.metric not in metrics:
        yield Finding(
            "pilot-metric",
            said("The pilot measures a metric that this case does not have."),
            pilot.metric[:80],
            ", ".join(metrics),
            meant(pilot.metric, metrics, said("Write the short name of a metric of this case.")),
            place=place_of(f"{_WHERE}.metric"),
        )
    numbers: tuple[tuple[str, float | None, Bounds], ...] = (
        ("months", pilot.months, (1, LONGEST_HORIZON)),
        ("teams", pilot.teams, (2, MOST_TEAMS)),
        ("trained", pilot.trained, (1, max((pilot.teams or MOST_TEAMS) - 1, 1))),
        ("team_size", pilot.team_size, (1, MOST_PEOPLE)),
        ("likeness", central(pilot.likeness), (0, 1)),
        ("steadiness", central(pilot.steadiness), (0, 1)),
        ("cost.fixed", central(pilot.cost.fixed) if pilot.cost else None, (0, None)),
        ("cost.team", central(pilot.cost.team) if pilot.cost else None, (0, None)),
    )
    for key, value, bounds in numbers:
        if value is not None and (problem := trouble(value, value, value, bounds)):
            code, what, allowed, do = problem
            yield Finding(code, what, f"{value:g}", allowed, do, place=place_of(f"{_WHERE}.{key}"))
    if pilot.months is not None and pilot.months != round(pilot.months):
        what, allowed = said("A pilot lasts whole months."), between((1, LONGEST_HORIZON))
        yield Finding(
            "pilot-months", what, f"{pilot.months:g}", allowed, said("Round it."), place=place_of(f"{_WHERE}.months")
        )
    elif pilot.months is not None and horizon < pilot.months <= LONGEST_HORIZON:
        yield Finding(
            "pilot-too-long",
            said("The pilot lasts longer than the case looks ahead; it is computed as if it ended with it."),
            said("{months:g} months", months=pilot.months),
            between((1, horizon)),
            said("Shorten the pilot, or let the case look further ahead."),
            "warning",
            place_of(f"{_WHERE}.months"),
        )
    yield from _wrong_ranges(pilot, place_of)
    yield from _wrong_gates(pilot, place_of)


def _wrong_ranges(pilot: Pilot, place_of: Callable[[str], Place]) -> Iterator[Finding]:
    spread = pilot.spread
    if spread is not None and (spread.low is None or spread.high is None or not spread.low < spread.high):
        yield Finding(
            "pilot-spread",
            said("How people differ is said by two figures, the lower one first."),
            said("low {low}, high {high}", low=spread.low, high=spread.high),
            said("low: one person in ten is below it; high: one in ten is above it"),
            said("Write low and high."),
            place=place_of(f"{_WHERE}.spread"),
        )
    kept = pilot.kept
    if kept is None:
        return
    values = (kept.value,) * 3 if kept.value is not None else (kept.low, kept.likely, kept.high)
    low, likely, high = values
    where = place_of(f"{_WHERE}.kept")
    if low is None or likely is None or high is None:
        what, allowed = (
            said("What remains of a pilot's improvement is incomplete."),
            said("low, likely and high; or value"),
        )
        yield Finding("pilot-kept", what, "", allowed, said("Add the missing figures."), place=where)
    elif problem := trouble(low, likely, high, (0.0, None)):
        code, what, allowed, do = problem
        yield Finding(code, what, f"{low:g}, {likely:g}, {high:g}", allowed, do, place=where)
    elif low == 0:
        what, do = said("If nothing of it remained, a pilot could show nothing."), said("Write a figure above 0.")
        yield Finding("pilot-kept", what, "0", said("above 0"), do, place=where)


def _wrong_gates(pilot: Pilot, place_of: Callable[[str], Place]) -> Iterator[Finding]:
    gates = pilot.gates
    if gates is not None and gates.go is not None and gates.stop is not None and gates.go < gates.stop:
        yield Finding(
            "pilot-gates",
            said("The pilot would stop at a result at which it goes on."),
            said("go {go:g}, stop {stop:g}", go=gates.go, stop=gates.stop),
            said("go at or above stop; improvement is positive"),
            said("Swap them, or write the improvement as a positive figure."),
            place=place_of(f"{_WHERE}.gates"),
        )
