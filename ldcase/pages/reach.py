"""Which panels a step offers in its foot, and the list of all of them."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.language import marked

REACH: Mapping[str, tuple[tuple[str, str], ...]] = {
    "opportunity": (("diagnosis", marked("find the cause")), ("own_data", marked("own data"))),
    "idea": (("options", marked("options")), ("pilot", marked("the pilot"))),
    "evidence": (
        ("library", marked("what others found")),
        ("ways", marked("three ways")),
        ("stories", marked("stories")),
        ("own_data", marked("own data")),
    ),
    "ask": (
        ("objections", marked("objections")),
        ("pilot", marked("the pilot")),
        ("results", marked("its results")),
        ("finance", marked("finance")),
    ),
}
"""The panels of each step that matter most there, with the words on the button."""

EVERYWHERE = (("assumptions", marked("all assumptions")),)
"""Offered by every step."""

CONTENTS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        marked("Opportunity"),
        (
            (
                "diagnosis",
                marked("Find the cause"),
                marked("Are people able, willing, allowed, empowered? Only able is training’s."),
            ),
            (
                "own_data",
                marked("Own data"),
                marked("A metric’s history or a list of people, from CSV or Excel, checked row by row."),
            ),
        ),
    ),
    (
        marked("Idea"),
        (
            (
                "options",
                marked("Options side by side"),
                marked("Do nothing, a cheaper way, one without training, and this one."),
            ),
            (
                "pilot",
                marked("The pilot"),
                marked("How large, how long, what it is worth; which result means go, adapt or stop."),
            ),
        ),
    ),
    (
        marked("Evidence"),
        (
            (
                "library",
                marked("What others found"),
                marked("Published effects, matched to this case, with grade and caution."),
            ),
            (
                "ways",
                marked("Three ways to the effect"),
                marked("The gap to the best, studies, those who know the work: do they agree?"),
            ),
            (
                "grades",
                marked("What the headline rests on"),
                marked("Measured, piloted, published, opinion; and a switch."),
            ),
            (
                "stories",
                marked("Stories"),
                marked("Real examples beside the number they support, and who checked them."),
            ),
            ("results", marked("Results of the pilot"), marked("Bring in what was measured; the forecast follows.")),
        ),
    ),
    (
        marked("Ask"),
        (
            (
                "objections",
                marked("Objections"),
                marked("“Nice to have”, “prove it”, “why now”: answered from this case’s numbers."),
            ),
            (
                "finance",
                marked("For finance"),
                marked("Present value, return, conventions, what kind of money, the downside."),
            ),
            (
                "export",
                marked("Take the case with you"),
                marked("Documents, the file of the case, a link; and whether a document still matches."),
            ),
        ),
    ),
    (
        marked("Everywhere"),
        (
            (
                "assumptions",
                marked("Every assumption"),
                marked("All ranges with source, owner and grade; what you type counts at once."),
            ),
            (
                "reference",
                marked("All formulas"),
                marked("What is asked and how it is computed, with units, sources and pitfalls."),
            ),
            (
                "questions",
                marked("Ask it a question"),
                marked("Twenty that are always asked, or one of your own; answered here."),
            ),
            (
                "lenses",
                marked("Told to somebody"),
                marked("The whole as the CFO, the COO, the head of HR or the line manager sees it."),
            ),
            ("changed", marked("What changed"), marked("Since the case was opened, or against its file, in money.")),
        ),
    ),
)
"""Every panel, by the step it belongs to: its act, its name, and what it is for."""
