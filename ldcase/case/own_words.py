"""Own words of a case in place of the workbook's sentences: which ones they may stand for, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ldcase.case.document import Document
from ldcase.errors import Finding, Place
from ldcase.formulas import meant
from ldcase.language import said

STATEMENT = "statement"
"""What the headline of a step is called; its words stand under the step itself, not in its narrative."""
GAP = "gap_"
"""What the key of a metric's sentences begins with; its short name follows."""
ALSO = "also"
"""The key of a sentence that is added at the end."""
SENTENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "opportunity": ("priority", "skill", "meaning", ALSO),
        "idea": ("people", "price", "behaviour", "applying", ALSO),
        "evidence": ("claim", ALSO),
        "ask": ("price", "delay", "request", "decides", ALSO),
    }
)
"""By step the sentences that own words may take the place of. Verdicts and warnings are not among them: they stay."""
LONGEST = 600
"""A sentence of more characters is none."""


def keys(step: str, metrics: Sequence[str]) -> tuple[str, ...]:
    """The keys that ``narrative`` of a step may have."""
    gaps = tuple(f"{GAP}{metric}" for metric in metrics) if step == "opportunity" else ()
    return (*gaps, *SENTENCES[step])


def wrong_keys(document: Document, metrics: Sequence[str], place_of: Callable[[str], Place]) -> Iterator[Finding]:
    """Tell own words for a sentence that there is none of, and words that are too long for a sentence (warnings)."""
    for step in SENTENCES:
        allowed = keys(step, metrics)
        for key, text in getattr(document, step).narrative.items():
            path = f"{step}.narrative.{key}"
            if key not in allowed:
                yield Finding(
                    "narrative-unknown",
                    said("There is no sentence of this name to say in own words; the text is not shown."),
                    key[:80],
                    ", ".join(allowed),
                    meant(key, allowed, said("Correct the name.")),
                    "warning",
                    place_of(path),
                )
            if len(text) > LONGEST:
                yield Finding(
                    "narrative-long",
                    said("These own words are too long for the pitch."),
                    said("{n} characters", n=len(text)),
                    said("at most {n} characters", n=LONGEST),
                    said("Shorten them, or put the rest into a story or the speaker’s notes."),
                    "warning",
                    place_of(path),
                )
