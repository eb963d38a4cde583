"""Findings on the screen: what is wrong, where, what is allowed, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ldcase.errors import Finding
from ldcase.pages.markup import NOTHING, action, element

WORDS = {"error": "Stops the forecast", "warning": "To check", "note": "Good to know"}


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
    head = f"{len(findings)} to check"
    if refused:
        head = "Not taken; the case stands as it was."
    elif wrong:
        head = f"{wrong} to correct; the case stands as it last was."
    items = (*(finding(each, "Not taken") for each in refused), *(finding(each, _word(each)) for each in findings))
    return element(
        "details",
        element("summary", head),
        element("ul", *items),
        action("Put away", "dismiss", class_="n"),
        class_="findings",
        open=bool(refused or wrong),
    )


def _word(given: Finding) -> str:
    """What a finding is while a case is open."""
    return "To correct" if given.severity == "error" else WORDS[given.severity]


def finding(given: Finding, word: str = "") -> Markup:
    """One finding as a list item; `word` says what it is, else its severity does."""
    parts = [("found", given.found), ("allowed", given.allowed), ("do", given.do)]
    details = (element("span", element("i", f"{label}: "), text) for label, text in parts if text)
    place = element("code", str(given.place)) if str(given.place) else NOTHING
    told = Markup(" ").join((given.what, *details, place))
    return element("li", element("b", f"{word or WORDS[given.severity]}: "), told, class_=f"finding {given.severity}")
