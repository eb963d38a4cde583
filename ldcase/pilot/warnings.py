"""What a reader should know about a planned pilot before it starts.

What can be seen in the words of a case (nominated groups, groups chosen for bad results, one team against the rest) is
told by ``ldcase.case.soundness`` when the case is loaded; these are the same traps where the figures of the plan show
them. Source: ``methods.md`` §§ 17, 18.
"""

from __future__ import annotations

from collections.abc import Iterator

from ldcase.errors import Finding, Place
from ldcase.language import said
from ldcase.pilot.plan import Plan
from ldcase.pilot.precision import FOR_PROOF


def warnings(plan: Plan, known: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """Return what is unsound about a plan, the gravest first.

    Parameters
    ----------
    known
        Findings of the case; what they tell about the pilot already is not told twice.
    """
    told = {finding.code for finding in known}
    return tuple(finding for finding in _all(plan) if finding.code not in told)


def _all(plan: Plan) -> Iterator[Finding]:
    where = Place(path="idea.pilot.chosen_by")
    if plan.chosen_by in ("managers", "volunteers"):
        managers = plan.chosen_by == "managers"
        yield Finding(
            "pilot-nominated",
            said("People put forward by managers are not like the others: their result says little about everybody.")
            if managers
            else said("People who volunteer are not like the others: their result says little about everybody."),
            said("chosen by managers") if managers else said("chosen by volunteers"),
            said("drawn by lot, better by team than by person"),
            said("Draw by lot. In an experiment supervisors whom managers recommended gained 0, the others 12 %."),
            "warning",
            where,
        )
    if plan.chosen_by == "results":
        yield Finding(
            "regression-to-the-mean",
            said("Teams chosen for bad results get better by themselves; that part would look like the programme's."),
            said("chosen by results"),
            said("a comparison group chosen in the same way, by lot among them"),
            said("Draw by lot among those with bad results, and take the others as the comparison."),
            "warning",
            where,
        )
    if plan.design == "two groups" and plan.chosen_by == "lot":
        yield Finding(
            "pilot-spill-over",
            said(
                "Trained and untrained people sit in the same teams: colleagues learn from each other, and the"
                " difference looks smaller than it is."
            ),
            said("people drawn one by one"),
            said("whole teams drawn by lot"),
            said("Draw whole teams. Colleagues of trained agents got better as well where this was measured."),
            "warning",
            Place(path="idea.pilot.design"),
        )
    if plan.design == "two groups" and plan.chosen_by != "lot":
        yield Finding(
            "pilot-teams-as-people",
            said(
                "If whole teams are trained, people of one team do not count one by one: the pilot proves less than"
                " this."
            ),
            said("two groups, not drawn by lot"),
            said("design: whole teams"),
            said("Plan it as whole teams, unless each person is drawn by lot."),
            "warning",
            Place(path="idea.pilot.design"),
        )
    if plan.teams < FOR_PROOF and plan.design != "two groups":
        yield Finding(
            "pilot-few-teams",
            said("With so few teams the pilot is for learning and costs, not proof."),
            said("{teams} teams", teams=plan.teams),
            said("{for_proof} teams or more", for_proof=FOR_PROOF),
            said("Take in more teams, or say beforehand that the pilot will not prove anything."),
            "warning",
            Place(path="idea.pilot.teams"),
        )
    if plan.design == "stepped roll-out" and plan.months < 3:
        yield Finding(
            "pilot-steps",
            said("A roll-out in steps needs a month before the first step and a month between steps."),
            said("{months} months", months=plan.months),
            said("3 months or more"),
            said("Make it longer, or choose another design."),
            "warning",
            Place(path="idea.pilot.months"),
        )
