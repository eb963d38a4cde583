"""Using another way to a metric's effect: the edits of the case that make the forecast follow it.

The way sets the one assumption that says how much of the gap is closed; what the case said itself is kept beside it, so
that one can go back.
"""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.case.assumption import Bounds
from ldcase.case.document_evidence import WayName
from ldcase.case.metalog import feasible
from ldcase.case.places import Plain, at, parts
from ldcase.case.ways import moving
from ldcase.errors import CaseError, Finding
from ldcase.evidence import Effect
from ldcase.forecast import Forecast
from ldcase.forecast.elicitation import Triple
from ldcase.forecast.ways import TRANSFER, EffectWays, effect_ways, fit
from ldcase.language import said, worded
from ldcase.pages.panel import WHO, Standing
from ldcase.store.desk import OpenCase
from ldcase.words import numbers
from ldcase.words.ways import ranged

_KEYS = ("low", "likely", "high", "value", "unit", "source", "owner", "grade", "title", "note", "sample")
TRANSFER_PATH = f"idea.assumptions.{TRANSFER}"


def recorded(at: Standing) -> Forecast:
    """The forecast of the case as it is recorded, after an edit of this very act."""
    return at.now.with_case(at.case.case)


def use(case: OpenCase, now: Forecast, key: str, name: WayName, effects: Mapping[str, Effect]) -> None:
    """Let the case follow a way; raises `CaseError` where it does not state that way.

    Parameters
    ----------
    now
        The forecast of the case as it is recorded.
    """
    found = effect_ways(now, key)
    way = found.way(name)
    if way is None:
        what = said("The case does not state this way yet.")
        raise CaseError(
            Finding("ways-missing", what, name, said("a way with a range"), said("Add an estimate or a publication."))
        )
    given, path = stated(case, key), assumption_path(now, key)
    present = at(case.case.data, parts(path))
    if name == "exemplar":
        _back(case, key, given, path)
        return
    kept = given.get("kept") or present
    restored = given.get("kept_transfer") if name != "published" else None
    ways = {**given, "uses": name, "kept": kept}
    if restored is not None:
        ways.pop("kept_transfer")
    case.edit(f"evidence.ways.{key}", ways, who=WHO, why=f"use another way to the effect: {name}")
    exact = fit(now, key, way.effect).values
    low, likely, high = _rounded(exact, now.case.assumptions[found.moved].bounds)
    entry = {
        "low": low,
        "likely": likely,
        "high": high,
        "unit": now.case.assumptions[found.moved].unit,
        "note": worded(
            "Set so that the effect of somebody who uses it at work is {effect}.",
            effect=ranged(way.effect, found.format),
        ),
        **_origin(found, name, given, effects),
    }
    case.edit(path, _whole(entry, present), who=WHO, why="the effect follows the way that is used")
    if isinstance(restored, dict):
        _put(case, TRANSFER_PATH, restored)


def _rounded(exact: Triple, bounds: Bounds) -> Triple:
    """The range with three significant figures, unless that leaves no distribution."""
    low, likely, high = (numbers.significant(value, 3) for value in exact)
    return (low, likely, high) if feasible(low, likely, high, *bounds) else exact


def follow(case: OpenCase, now: Forecast, key: str, effects: Mapping[str, Effect]) -> None:
    """Bring the case in line with a way that is used and was changed."""
    used = effect_ways(now, key).used
    if used != "exemplar":
        use(case, now, key, used, effects)


def transfer_is_inside(case: OpenCase, key: str) -> None:
    """Stop taking transfer off: the published effect that is used was measured at work."""
    present = at(case.case.data, parts(TRANSFER_PATH))
    case.edit(f"evidence.ways.{key}.kept_transfer", present, who=WHO, why="kept for going back")
    owner = present.get("owner") if isinstance(present, dict) else ""
    entry: dict[str, Plain] = {
        "value": 1,
        "unit": "share",
        "source": worded("The published effect was measured at work: transfer is in it"),
        "owner": owner,
        "grade": "published",
    }
    _put(case, TRANSFER_PATH, entry)


def stated(case: OpenCase, key: str) -> dict[str, Plain]:
    """The ways of a metric as they stand in the document."""
    mine = at(case.case.data, ("evidence", "ways", key))
    return dict(mine) if isinstance(mine, dict) else {}


def assumption_path(now: Forecast, key: str) -> str:
    """Where the assumption that a way sets stands in the document."""
    module = next(one.module for one in now.case.metrics if one.key == key)
    return f"opportunity.metrics.{key}.assumptions.{moving(module)}"


def _back(case: OpenCase, key: str, given: dict[str, Plain], path: str) -> None:
    kept, transfer = given.pop("kept", None), given.pop("kept_transfer", None)
    case.edit(f"evidence.ways.{key}", {**given, "uses": "exemplar"}, who=WHO, why="back to the gap to the best")
    for place, entry in ((path, kept), (TRANSFER_PATH, transfer)):
        if isinstance(entry, dict):
            _put(case, place, entry)


def _put(case: OpenCase, path: str, entry: dict[str, Plain]) -> None:
    case.edit(path, _whole(entry, at(case.case.data, parts(path))), who=WHO, why="the effect follows the way used")


def _whole(entry: Mapping[str, Plain], present: Plain) -> dict[str, Plain]:
    """An entry that leaves nothing of the one before it: keys it does not have are taken out."""
    before = present if isinstance(present, dict) else {}
    return {key: entry.get(key) for key in _KEYS if key in entry or key in before}


def _origin(
    found: EffectWays, name: WayName, given: Mapping[str, Plain], effects: Mapping[str, Effect]
) -> dict[str, Plain]:
    """Source, owner, grade of the assumption while it follows a way."""
    entry = found.metric.owner
    published = given.get("published")
    if name == "published" and isinstance(published, dict):
        effect = effects.get(str(published.get("finding") or ""))
        study = str(published.get("source") or "") or (f"{effect.study} {effect.year}" if effect else "")
        origin: dict[str, Plain] = {"source": study, "grade": published.get("grade") or "published"}
        return {**origin, "owner": published.get("owner") or entry}
    way = found.way(name)
    people = [each.who for each in way.estimates if each.who] if way else []
    return {
        "source": worded("Pooled estimate of {people}", people=", ".join(people)),
        "owner": entry,
        "grade": "opinion",
    }
