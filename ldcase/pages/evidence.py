"""Step 3, “Here’s why it should work”: every haircut, what matters most, what must be true, and what others found."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from ldcase.case import Assumption, Case
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.tornado import tornado
from ldcase.charts.drawings.waterfall import waterfall
from ldcase.evidence import Effect
from ldcase.evidence.effect import DESIGNS
from ldcase.forecast import Forecast
from ldcase.forecast.ways import effect_ways
from ldcase.language import Speech, speech, worded
from ldcase.pages import caution, story_cards
from ldcase.pages.markup import NOTHING, action, asked, element, joined, row, table
from ldcase.pages.view import Moment
from ldcase.words.answer import source
from ldcase.words.sentence import ended
from ldcase.words.table_heads import register_heads
from ldcase.words.ways import agreement

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
    found = [_finding(finding.says, moment.effects.get(finding.id)) for finding in given.findings]
    others = (element("h2", worded("What others found")), element("ul", *found, class_="evidence"))
    rows = joined(_row(assumption, speech()) for assumption in case.assumptions.values())
    return joined(
        (
            *(others if found else ()),
            story_cards.on_pitch_page(moment.now),
            *(() if moment.cautious else _ways(moment.now)),
            *caution.section(moment.now, moment.cautious),
            *_unpriced(case),
            element("h2", worded("Every assumption")),
            table(register_heads(), rows, caption=worded("Likely value, range, grade, source, owner"), numeric=(1, 2)),
        )
    )


@lru_cache(maxsize=512)
def _row(assumption: Assumption, _speech: Speech) -> Markup:
    """A row of the register; remembered for a language, because a lever changes one row of many."""
    each = source(assumption)
    cells = (
        asked(each.title, each.name),
        each.value,
        "" if assumption.fixed else f"{each.low} – {each.high}",
        element("span", worded(each.grade), class_="grade", data_grade=each.grade) if each.grade else NOTHING,
        element("span", worded(each.source), class_="cited"),
        each.owner,
    )
    return row(cells, numeric=(1, 2))


def _ways(now: Forecast) -> tuple[Markup, ...]:
    """Whether several ways lead to the same effect of the main metric, where the case states more than one."""
    if not now.case.metrics or now.case.metrics[0].key not in now.case.document.evidence.ways:
        return ()
    found = effect_ways(now, now.case.metrics[0].key)
    more = action(worded("three ways side by side"), "ways", class_="button", opens=True)
    told = element("p", str(agreement(found))), element("p", more, class_="row")
    return (element("h2", worded("Several ways to one effect")), *told)


def _unpriced(case: Case) -> tuple[Markup, ...]:
    """What the programme would bring besides."""
    listed = case.document.opportunity.intangibles
    if not listed:
        return ()
    items = (element("li", element("b", each.what), element("div", each.because, class_="soft")) for each in listed)
    return element("h2", worded("Besides, on purpose without a price")), element("ul", *items, class_="evidence")


def _finding(says: str, effect: Effect | None) -> Markup:
    if effect is None:
        return element("li", says)
    caution = (
        element("div", worded("Caution: {caution}", caution=effect.caution), class_="soft")
        if effect.caution
        else NOTHING
    )
    parts = (
        effect.study,
        f"{effect.population}. {worded(DESIGNS[effect.design])}",
        worded("Grade {grade}", grade=effect.quality_grade),
        effect.reference,
    )
    cited = " ".join(ended(part) for part in parts if part)
    return element("li", element("b", says), element("div", cited, class_="soft"), caution)
