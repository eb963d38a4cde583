"""Names in sentences: every ``{name}`` of a text is a quantity that the case has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from ldcase.case.document import Document
from ldcase.case.own_words import GAP, wrong_keys
from ldcase.errors import Finding, Place
from ldcase.formulas import meant, nearest
from ldcase.language import said

EVERYWHERE = frozenset(
    {"horizon", "after_horizon", "chance", "payback", "net_low", "net_high", "delay_cost", "cohorts"}
    | {"applying_most", "applying_end", "before_haircuts", "claimed_share"}
)
"""Names a sentence may use beside the quantities of the case; ``ldcase.words.live`` says what they stand for."""
_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_.]*)(?:\|[^{}]*)?\}")


def unknown_in(text: str, known: Collection[str], prefix: str, place: Place) -> Iterator[Finding]:
    """Tell each name of a text that is neither known under the prefix nor everywhere (warnings)."""
    for name in dict.fromkeys(_PLACEHOLDER.findall(text)):
        if name in EVERYWHERE or name in known or (prefix and prefix + name in known):
            continue
        close = nearest(name, known).removeprefix(prefix)
        yield Finding(
            "placeholder-unknown",
            said(
                "A sentence asks for a figure that the case does not have; the placeholder will stand there as it is."
            ),
            f"{{{name}}}",
            said("the name of an assumption or a formula, or horizon"),
            said("Did you mean {{{close}}}?", close=close) if close else said("Correct the name."),
            "warning",
            place,
        )


def unknown_in_case(
    document: Document, known: Collection[str], metrics: Sequence[str], place_of: Callable[[str], Place]
) -> Iterator[Finding]:
    """Tell the unknown names in the sentences of a case; the opening sentence may use the names of its first metric."""
    first = f"{metrics[0]}." if metrics else ""
    for step, prefix in (("opportunity", first), ("idea", ""), ("evidence", ""), ("ask", "")):
        path = f"{step}.statement"
        yield from unknown_in(getattr(document, step).statement, known, prefix, place_of(path))
        for key, text in getattr(document, step).narrative.items():
            near = f"{key.removeprefix(GAP)}." if key.startswith(GAP) else prefix
            yield from unknown_in(text, known, near, place_of(f"{step}.narrative.{key}"))
    yield from wrong_keys(document, metrics, place_of)
    for index, story in enumerate(document.evidence.stories):
        if story.figure and story.figure not in known:
            yield Finding(
                "figure-unknown",
                said("A story stands beside a figure that the case does not have."),
                story.figure[:80],
                said("the name of an assumption or a formula"),
                meant(story.figure, known, said("Correct the name.")),
                "warning",
                place_of(f"evidence.stories.{index}.figure"),
            )
