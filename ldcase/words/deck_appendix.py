"""The appendix of a deck: assumptions, cost, cash flow, what was published, objections, weak points, conventions."""

from __future__ import annotations

from ldcase.case import Assumption
from ldcase.errors import CaseError
from ldcase.evidence import load
from ldcase.forecast import Forecast
from ldcase.forecast.summary import EFFECT
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import source
from ldcase.words.conventions import conventions
from ldcase.words.grades import GRADES
from ldcase.words.isolation import told_apart
from ldcase.words.objections import objections
from ldcase.words.one_page import OnePage
from ldcase.words.sentence import ended, say, worded_sentence
from ldcase.words.slide import Rows, Slide
from ldcase.words.turned import is_turned

PERIODS = 12
"""At most so many columns of months, quarters or years stand side by side."""


def appendix(forecast: Forecast, page: OnePage) -> tuple[Slide, ...]:
    """The slides behind the pitch; where training is not the answer, the course is still shown in full."""
    part = worded("Appendix")
    case = forecast.case
    sample = (say(case.document.sample_data),) if case.document.sample_data else ()
    slides = [
        Slide("appendix", case.title, worded_sentence("Appendix: what stands behind the figures"), sample),
        *(Slide(f"gap.{use.key}", part, None) for use in case.metrics[1:]),
        Slide("tornado", part, None),
        Slide("grades", part, None),
        *((Slide("haircuts", part, None),) if is_turned(forecast) else ()),
        Slide("costs", part, None),
        _cash(forecast, part),
        _register(forecast, part),
        _published(forecast, part),
        _objections(forecast, part),
        _weak(page, part),
        _conventions(forecast, part, page),
    ]
    return tuple(
        slide for slide in slides if slide.title is None or slide.told or slide.rows or slide.name == "appendix"
    )


def _cash(forecast: Forecast, part: str) -> Slide:
    """Benefit, cost and what is left, by month, quarter or year, in the likely case; and the spread at each end."""
    months = forecast.case.horizon
    length = next(length for length in (1, 3, 6, 12, months) if -(-months // length) <= PERIODS)
    ends = [min(first + length, months) for first in range(0, months, length)]
    low, *_, high = forecast["cumulative_net"].fan()

    def summed(name: str) -> list[str]:
        figure = forecast[name].median_case[0]
        flows = [float(flow) for flow in figure] if len(figure) > 1 else [float(figure[0])] * months
        return [numbers.money(sum(flows[end - 1 - (end - 1) % length : end]), 3) for end in ends]

    cumulative = [float(value) for value in forecast["cumulative_net"].median_case[0]]
    rows = (
        (worded("Benefit"), *summed("total_benefit")),
        (worded("Cost"), *summed("total_cost")),
        (worded("Net benefit"), *summed("net_by_month")),
        (worded("Net benefit since the start"), *(numbers.money(cumulative[end - 1], 3) for end in ends)),
        (worded("1 in 10 cases below"), *(numbers.money(float(low[end - 1]), 3) for end in ends)),
        (worded("1 in 10 cases above"), *(numbers.money(float(high[end - 1]), 3) for end in ends)),
    )
    heads = (
        worded("to the end of month"),
        *(str(end) for end in ends),
    )
    numeric = tuple(range(1, len(heads)))
    told = worded_sentence(
        "{currency}, likely case, not discounted; the last two rows are of all simulated cases.",
        currency=forecast.case.currency,
    )
    title = worded_sentence("Cash flow: what goes out, what comes in, what is left")
    return Slide("cash", part, title, (told,), Rows(heads, rows, numeric, (24, *([7] * len(ends))), (3,)))


def _register(forecast: Forecast, part: str) -> Slide:
    """Every assumption with its range, source, owner and grade, in the order of the pitch."""
    heads = (
        worded("Assumption"),
        worded("Likely"),
        worded("In 8 of 10 cases"),
        worded("Grade"),
        worded("Source"),
        worded("Who answers for it"),
    )
    given = [each for each in forecast.case.assumptions.values() if each.name != EFFECT]
    rows = tuple(map(_assumption, given))
    title = worded_sentence("Every assumption, with its source and who answers for it")
    return Slide("register", part, title, rows=Rows(heads, rows, (1, 2), (26, 11, 17, 14, 37, 18)))


def _assumption(given: Assumption) -> tuple[str, ...]:
    each = source(given)
    between = "–" if given.fixed else worded("{low} to {high}", low=each.low, high=each.high)
    grade = worded(GRADES.get(each.grade, each.grade))
    return each.title, each.value, between, grade, each.source or "–", each.owner or "–"


def _published(forecast: Forecast, part: str) -> Slide:
    """What others found, with grade and where to find it."""
    given = [each for each in forecast.case.document.evidence.findings if each.says]
    try:
        known = load(forecast.case.catalogue.root / "evidence")
    except CaseError:
        known = {}
    rows = []
    for each in given:
        effect = known.get(each.id)
        reference = (effect.study, effect.reference, effect.quality_grade) if effect is not None else (each.id, "", "")
        cited = " ".join(ended(text) for text in reference[:2] if text)
        rows.append((ended(each.says), cited, reference[2].replace("-", numbers.MINUS)))
    heads = (worded("What it says for this case"), worded("Where it stands"), worded("Grade"))
    title = worded_sentence("What others found, and where")
    return Slide("sources", part, title, rows=Rows(heads, tuple(rows), widths=(52, 40, 8)) if rows else None)


def _objections(forecast: Forecast, part: str) -> Slide:
    """What executives say against it, the answer, and where the case is weak."""
    heads = (
        worded("They may say"),
        worded("What the figures answer"),
        worded("Where this case is weak"),
    )
    rows = tuple((each.said, str(each.answer), each.weak or "–") for each in objections(forecast))
    return Slide(
        "objections", part, worded_sentence("What may be said against it"), rows=Rows(heads, rows, (), (22, 52, 32))
    )


def _weak(page: OnePage, part: str) -> Slide:
    """Risks and weak points, as the one page has them."""
    return Slide("weak", part, worded_sentence("Risks and weak points of this case"), page.weak)


def _conventions(forecast: Forecast, part: str, page: OnePage) -> Slide:
    """How the figures were made and are to be read."""
    told = (
        say(conventions(forecast)),
        worded_sentence("Of every range, one case in ten is below its low end and one in ten above its high end."),
        worded_sentence("The programme’s own part is told apart like this. {method}", method=told_apart(forecast.case)),
        say(page.reviewers),
    )
    return Slide("conventions", part, worded_sentence("How these figures were made"), told)
