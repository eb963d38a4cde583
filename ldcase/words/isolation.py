"""How the programme's own part is told apart, in a sentence: the stated method, and why."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.case import Case
from ldcase.case.document_evidence import IsolationMethod
from ldcase.language import marked, worded
from ldcase.words.sentence import ended

SHARE = "isolation_share"
"""The assumption the method stands behind."""
METHODS: Mapping[IsolationMethod | None, str] = {
    "comparison group": marked("By a comparison group: what changed there in the same time is taken off."),
    "trend": marked("By the trend: what the months before led to expect anyway is taken off."),
    "expert": marked(
        "By the judgement of those who know the metric. A comparison group or the trend would be more credible."
    ),
    "participant": marked("By what the participants themselves say, the least credible of the methods."),
    None: marked("No method is stated."),
}


def told_apart(case: Case) -> str:
    """The method of a case and what was done, or that none is stated."""
    given = case.document.evidence.isolation
    return f"{worded(METHODS[given.method])} {ended(given.because)}".strip()
