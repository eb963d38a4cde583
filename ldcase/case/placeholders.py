"""Names in sentences: every ``{name}`` of a text is a quantity that the case has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from ldcase.case.document import Document
from ldcase.errors import Finding, Place
from ldcase.formulas import nearest

EVERYWHERE = frozenset({"horizon"})
_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_.]*)(?:\|[^{}]*)?\}")


def unknown_in(text: str, known: Collection[str], prefix: str, place: Place) -> Iterator[Finding]:
    """Tell each name of a text that is neither known under the prefix nor everywhere (warnings)."""
    for name in dict.fromkeys(_PLACEHOLDER.findall(text)):
        if name in EVERYWHERE or name in known or (prefix and prefix + name in known):
            continue
        close = nearest(name, known).removeprefix(prefix)
        yield Finding(
            "placeholder-unknown",
            "A sentence asks for a figure that the case does not have; the placeholder will stand there as it is.",
            f"{{{name}}}",
            "the name of an assumption or a formula, or horizon",
            f"Did you mean {{{close}}}?" if close else "Correct the name.",
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
    for index, story in enumerate(document.evidence.stories):
        if story.figure and story.figure not in known:
            close = nearest(story.figure, known)
            yield Finding(
                "figure-unknown",
                "A story stands beside a figure that the case does not have.",
                story.figure[:80],
                "the name of an assumption or a formula",
                f"Did you mean {close}?" if close else "Correct the name.",
                "warning",
                place_of(f"evidence.stories.{index}.figure"),
            )
