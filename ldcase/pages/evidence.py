"""Step 3, “Here’s why it should work”: every haircut, what matters most, what must be true, and what others found."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.tornado import tornado
from ldcase.charts.drawings.waterfall import waterfall
from ldcase.evidence import Effect
from ldcase.pages.markup import NOTHING, asked, element, joined, table
from ldcase.pages.view import Moment
from ldcase.words.answer import source

LAYOUT = "four"


def charts(moment: Moment) -> tuple[tuple[Drawing, str], ...]:
    """Haircuts; drivers; break-even; the spread of the result."""
    return (
        (waterfall(moment.now, moment.axes), "hero"),
        (tornado(moment.now, moment.axes), "second"),
        (must_be_true(moment.now), "third"),
        (net_benefit_dots(moment.now, moment.axes), "fourth"),
    )


def below(moment: Moment) -> Markup:
    """What others found, the story, and the register of assumptions."""
    case = moment.now.case
    given = case.document.evidence
    found = [(finding, moment.effects.get(finding.id)) for finding in given.findings]
    findings = element("ul", *(_finding(finding.says, effect) for finding, effect in found), class_="evidence") if found else NOTHING
    stories = joined(
        element(
            "blockquote", element("b", story.title), element("p", story.text), element("small", f"Checked by {story.checked_by}.")
        )
        for story in given.stories[:1]
    )
    register = (source(assumption) for assumption in case.assumptions.values())
    rows = (
        (
            asked(each.title, each.name),
            each.value,
            "" if each.low == each.high else f"{each.low} – {each.high}",
            element("span", each.grade, class_="grade", data_grade=each.grade),
            each.source,
            each.owner,
        )
        for each in register
    )
    heads = ("assumption", "likely", "8 of 10 cases", "grade", "source", "owner")
    return joined(
        (
            element("h2", "What others found") if found else NOTHING,
            findings,
            stories,
            element("h2", "Every assumption"),
            table(heads, rows, caption="Likely value, range, grade, source, owner", numeric=(1, 2)),
        )
    )


def _finding(says: str, effect: Effect | None) -> Markup:
    if effect is None:
        return element("li", says)
    caution = element("div", f"Caution: {effect.caution}", class_="soft") if effect.caution else NOTHING
    cited = f"{effect.study}. {effect.population_design}. Grade {effect.quality_grade}. {effect.reference}"
    return element("li", element("b", says), element("div", cited, class_="soft"), caution)
