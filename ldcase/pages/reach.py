"""Which panels a step offers in its foot, and the list of all of them."""

from __future__ import annotations

from collections.abc import Mapping

REACH: Mapping[str, tuple[tuple[str, str], ...]] = {
    "opportunity": (("diagnosis", "find the cause"), ("own_data", "own data")),
    "idea": (("options", "options"), ("pilot", "the pilot")),
    "evidence": (
        ("library", "what others found"),
        ("ways", "three ways"),
        ("stories", "stories"),
        ("own_data", "own data"),
    ),
    "ask": (
        ("objections", "objections"),
        ("pilot", "the pilot"),
        ("results", "its results"),
        ("finance", "finance"),
    ),
}
"""The panels of each step that matter most there, with the words on the button."""

EVERYWHERE = (("assumptions", "all assumptions"),)
"""Offered by every step."""

CONTENTS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "Opportunity",
        (
            ("diagnosis", "Find the cause", "Are people able, willing, allowed, empowered? Only able is training’s."),
            ("own_data", "Own data", "A metric’s history or a list of people, from CSV or Excel, checked row by row."),
        ),
    ),
    (
        "Idea",
        (
            ("options", "Options side by side", "Do nothing, a cheaper way, one without training, and this one."),
            ("pilot", "The pilot", "How large, how long, what it is worth; which result means go, adapt or stop."),
        ),
    ),
    (
        "Evidence",
        (
            ("library", "What others found", "Published effects, matched to this case, with grade and caution."),
            (
                "ways",
                "Three ways to the effect",
                "The gap to the best, studies, those who know the work: do they agree?",
            ),
            ("grades", "What the headline rests on", "Measured, piloted, published, opinion; and a switch."),
            ("stories", "Stories", "Real examples beside the number they support, and who checked them."),
            ("results", "Results of the pilot", "Bring in what was measured; the forecast follows."),
        ),
    ),
    (
        "Ask",
        (
            ("objections", "Objections", "“Nice to have”, “prove it”, “why now”: answered from this case’s numbers."),
            ("finance", "For finance", "Present value, return, conventions, what kind of money, the downside."),
        ),
    ),
    (
        "Everywhere",
        (
            (
                "assumptions",
                "Every assumption",
                "All ranges with source, owner and grade; what you type counts at once.",
            ),
            ("reference", "All formulas", "What is asked and how it is computed, with units, sources and pitfalls."),
            ("changed", "What changed", "Since the case was opened, or against its file, in money."),
        ),
    ),
)
"""Every panel, by the step it belongs to: its act, its name, and what it is for."""
