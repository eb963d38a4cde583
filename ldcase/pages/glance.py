"""A case at a glance: its bottom line as plain figures, worked out once and remembered by all that it rests on."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ldcase.case import Case, Catalogue
from ldcase.errors import CaseError, Finding
from ldcase.forecast import forecast
from ldcase.pages.new_case import answered, is_draft
from ldcase.store.desk import Desk
from ldcase.words.verdict import Verdict, verdict

FORM = "1"
"""Another one when a glance holds, or means, something else than before: what was remembered is then not used."""
DOTS = 20


@dataclass(frozen=True, slots=True)
class Glance:
    """What a card shows of a case. Money in the currency of the case, over its horizon.

    Attributes
    ----------
    answers, questions
        Of a case that lacks answers: how many there are, and of how many. Both 0 where nothing is missing.
    net
        P10, P50 and P90 of the net benefit.
    chance
        That it pays back.
    payback
        The month by which half of the draws are paid back; None when that is not within the horizon.
    dots
        Net benefits, `DOTS` of them, each standing for as many of the draws.
    findings
        Why the case cannot be read; empty where it can.
    """

    title: str
    summary: str = ""
    sample: bool = False
    priority: str = ""
    owner: str = ""
    currency: str = ""
    horizon: int = 0
    answers: int = 0
    questions: int = 0
    net: tuple[float, float, float] = (0.0, 0.0, 0.0)
    chance: float = 0.0
    verdict: Verdict = "nothing happens"
    payback: float | None = None
    dots: tuple[float, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether it is only half answered."""
        return self.questions > 0

    def plain(self) -> dict[str, Any]:
        """As it is remembered; one of a case that cannot be read never is."""
        return {name: value for name, value in asdict(self).items() if name != "findings"}


def remembered(plain: dict[str, Any]) -> Glance:
    """A glance as it was remembered."""
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()}
    return Glance(**given)


def glance(desk: Desk, case_id: str) -> Glance:
    """Open a case and look at it; what cannot be read says why."""
    try:
        case = desk.open(case_id).case
        return _drafted(case) if is_draft(case) else _computed(case)
    except CaseError as error:
        return Glance(case_id, findings=error.findings)


def digests(desk: Desk, case_ids: tuple[str, ...]) -> dict[str, str]:
    """What the glance of each case rests on, as a digest: its file, tables and changes, and the catalogue."""
    shared = hashlib.sha256(FORM.encode())
    for part in _catalogue_files(desk.catalogue):
        shared.update(part.read_bytes())
    latest = desk.workspace.shelf.latest()
    found = {}
    for case_id in case_ids:
        own = shared.copy()
        folder = desk.data_root / "cases" / case_id
        try:
            for path in sorted((*folder.glob("*.yaml"), *folder.glob("*.csv"))):
                stat = path.stat()
                own.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
        except OSError:
            continue  # it went away this moment
        own.update(f"{case_id} {latest[case_id].sequence if case_id in latest else 0}".encode())
        found[case_id] = own.hexdigest()
    return found


def _catalogue_files(catalogue: Catalogue) -> Iterator[Path]:
    for folder in ("metrics", "model", "costs"):
        yield from sorted((catalogue.root / folder).glob("*.yaml"))


def _begun(case: Case) -> dict[str, Any]:
    said = case.document
    priority = said.opportunity.priority
    return {
        "title": case.title,
        "summary": said.summary,
        "sample": bool(said.sample_data),
        "priority": priority.name if priority else "",
        "owner": priority.owner if priority else "",
        "currency": case.currency,
        "horizon": case.horizon,
    }


def _drafted(case: Case) -> Glance:
    answers, questions = answered(case)
    return Glance(**_begun(case), answers=answers, questions=questions)


def _computed(case: Case) -> Glance:
    at = forecast(case)
    bottom = at.summary
    shares = (np.arange(DOTS) + 0.5) / DOTS
    dots = np.quantile(at["net_benefit"].draws, shares)
    return Glance(
        **_begun(case),
        net=(float(bottom.net_p10), float(bottom.net_p50), float(bottom.net_p90)),
        chance=float(bottom.chance),
        verdict=verdict(at),
        payback=float(bottom.payback_p50) if math.isfinite(bottom.payback_p50) else None,
        dots=tuple(float(each) for each in dots),
    )
