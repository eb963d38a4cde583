"""The list of cases, each with its bottom line; a case that cannot be read says why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from ldcase.case import Case
from ldcase.errors import CaseError, Finding
from ldcase.forecast import forecast
from ldcase.pages.markup import NOTHING, action, element, joined
from ldcase.pages.new_case import answered, is_draft
from ldcase.pages.notices import finding
from ldcase.pages.view import View
from ldcase.store.desk import Desk
from ldcase.words import numbers
from ldcase.words.verdict import judgement


def case_ids(data_root: Path) -> tuple[str, ...]:
    """Folder names of all cases, in their order."""
    return tuple(path.parent.name for path in sorted((data_root / "cases").glob("*/case.yaml")))


def view(desk: Desk, findings: Sequence[Finding] = ()) -> View:
    """The screen with all cases."""
    rows = joined(_row(desk, name) for name in case_ids(desk.data_root))
    empty = element("p", "There is no case yet. Begin one: it takes at most fifteen answers.") if not rows else NOTHING
    begin = element("p", action("New case", "new", class_="button main"), class_="row")
    return _screen(
        "Which case do you want to make?",
        "Each line is a live business case: open one and walk its four steps.",
        joined((begin, element("ul", rows, class_="cases"), empty)),
        findings,
    )


def stuck(findings: Sequence[Finding]) -> View:
    """The screen when there is nothing to work with: no data folder, a model that cannot be read, no workspace."""
    said = "Nothing is lost. Correct what is named above, then reload the page."
    return _screen("The workbook cannot start.", said, NOTHING, findings)


def _screen(headline: str, said: str, below: Markup, findings: Sequence[Finding]) -> View:
    problems = element("ul", *(finding(each) for each in findings), class_="findings") if findings else NOTHING
    return View(
        case=("", "Business cases for learning"),
        steps=(),
        step="cases",
        layout="list",
        slots={"headline": headline, "prose": element("p", said), "below": below, "notice": problems},
    )


def _begun(case: Case) -> Markup:
    """A case that lacks answers."""
    done, every = answered(case)
    button = action(element("b", case.title), "case", case.id, class_="open")
    line = element("p", element("b", "Begun"), f" · {done} of {every} answered; go on", class_="at-a-glance")
    return element("li", button, line, class_="case")


def _row(desk: Desk, name: str) -> Markup:
    try:
        opened = desk.open(name)
        if is_draft(opened.case):
            return _begun(opened.case)
        at_a_glance = forecast(opened.case)
    except CaseError as error:
        content = joined(
            (element("b", name), element("ul", *(finding(each) for each in error.findings), class_="findings"))
        )
        return element("li", content, class_="case broken")
    s = at_a_glance.summary
    line = (
        f"{numbers.money_range(s.net_p10, s.net_p90)} {opened.case.currency} over {numbers.months(opened.case.horizon)}"
    )
    return element(
        "li",
        action(element("b", opened.case.title), "case", name, class_="open"),
        element("p", opened.case.document.summary) if opened.case.document.summary else NOTHING,
        element("p", element("b", line), " · ", str(judgement(at_a_glance).sentence), class_="at-a-glance"),
        class_="case",
    )
