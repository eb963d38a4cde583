"""Findings on the screen: what is wrong, where, what is allowed, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ldcase.errors import Finding
from ldcase.pages.markup import NOTHING, action, element, joined

WORDS = {"error": "Stops the forecast", "warning": "To check", "note": "Good to know"}


def notice(findings: Sequence[Finding]) -> Markup:
    """The calm bar under the bottom line: findings can be read and put away."""
    if not findings:
        return NOTHING
    errors = [each for each in findings if each.severity == "error"]
    shown = errors or list(findings)
    head = "Not taken; the case stands as it was." if errors else f"{len(shown)} to check"
    return joined(
        (
            element(
                "details",
                element("summary", head),
                element("ul", *(finding(each) for each in shown)),
                action("Put away", "dismiss", class_="n"),
                class_="findings",
                open=bool(errors),
            ),
        )
    )


def finding(given: Finding) -> Markup:
    """One finding as a list item."""
    parts = [("found", given.found), ("allowed", given.allowed), ("do", given.do)]
    details = (element("span", element("i", f"{label}: "), text) for label, text in parts if text)
    place = element("code", str(given.place)) if str(given.place) else NOTHING
    told = Markup(" ").join((given.what, *details, place))
    return element("li", element("b", f"{WORDS[given.severity]}: "), told, class_=f"finding {given.severity}")
