"""Findings on the screen: what is wrong, where, what is allowed, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ldcase.errors import Finding
from ldcase.language import marked, worded
from ldcase.pages.markup import NOTHING, action, element

ALIKE = 3
"""More findings of one kind than this are told as one line that opens."""

WORDS = {"error": marked("Stops the forecast"), "warning": marked("To check"), "note": marked("Good to know")}


def notice(refused: Sequence[Finding], findings: Sequence[Finding]) -> Markup:
    """The calm bar under the bottom line: findings can be read and put away.

    Parameters
    ----------
    refused
        Why the last change was not taken.
    findings
        What should be known about the open case and its files. An error among them stops nothing here: the case is
        shown as it was when it last could be read.
    """
    shown = (*refused, *findings)
    if not shown:
        return NOTHING
    wrong = sum(each.severity == "error" for each in findings)
    head = worded("{n} to check", n=len(_kinds(findings)))
    if refused:
        head = worded("Not taken; the case stands as it was.")
    elif wrong:
        head = worded("{n} to correct; the case stands as it last was.", n=wrong)
    items = (*(finding(each, worded("Not taken")) for each in refused), *_grouped(findings))
    return element(
        "details",
        element("summary", head),
        element("ul", *items),
        action(worded("Put away"), "dismiss", class_="n"),
        class_="findings",
        open=bool(refused or wrong),
    )


def _kinds(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings that say the same of many figures, together; all others alone."""
    alike: dict[str, list[Finding]] = {}
    for each in findings:
        alike.setdefault(each.code, []).append(each)
    kinds: list[list[Finding]] = []
    for group in alike.values():
        kinds += [group] if len(group) > ALIKE else [[each] for each in group]
    return kinds


def _grouped(findings: Sequence[Finding]) -> Iterator[Markup]:
    for kind in _kinds(findings):
        if len(kind) == 1:
            yield finding(kind[0], _word(kind[0]))
            continue
        first = element("b", f"{_word(kind[0])}: ")
        more = element("summary", worded(kind[0].what), " ", worded("And {n} more like it.", n=len(kind) - 1))
        rest = element("ul", *(finding(each, _word(each)) for each in kind), class_="findings")
        yield element("li", first, element("details", more, rest), class_=f"finding {kind[0].severity}")


def _word(given: Finding) -> str:
    """What a finding is while a case is open."""
    return worded("To correct") if given.severity == "error" else worded(WORDS[given.severity])


def finding(given: Finding, word: str = "") -> Markup:
    """One finding as a list item; `word` says what it is, else its severity does."""
    parts = (
        (worded("found:"), given.found),
        (worded("allowed:"), given.allowed),
        (worded("do:"), given.do),
    )
    details = (element("span", element("i", label, " "), worded(text)) for label, text in parts if text)
    place = element("code", str(given.place)) if str(given.place) else NOTHING
    told = Markup(" ").join((worded(given.what), *details, place))
    return element(
        "li", element("b", f"{word or worded(WORDS[given.severity])}: "), told, class_=f"finding {given.severity}"
    )
