"""What a short deck says, slide by slide in the order of the pitch; the appendix is `deck_appendix`.

Everything is chosen from a forecast; nothing is computed here. Where the case does not pay, or training is not the
answer, the deck says that first and asks for something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ldcase.case import Case
from ldcase.forecast import Forecast
from ldcase.forecast.options import Options, options
from ldcase.language import worded
from ldcase.pilot.design import Designed, designed
from ldcase.pilot.plan import plan
from ldcase.words import numbers, pilot, turned
from ldcase.words.causes import LACKING, REMEDIES, Cause, cause_name, causes
from ldcase.words.choice import choice, standing_still
from ldcase.words.deck_appendix import appendix
from ldcase.words.deck_notes import likely_said, own_notes, where_from
from ldcase.words.one_page import OnePage, one_page
from ldcase.words.pitch import STEPS, narrative
from ldcase.words.sentence import Sentence, ended, joined, say, worded_sentence
from ldcase.words.slide import Rows, Slide
from ldcase.words.table_heads import option_heads
from ldcase.words.turned import is_turned
from ldcase.words.verdict import judgement, needs, verdict

FINDINGS = 3
"""So many published findings stand on the slide of the evidence; all of them in the appendix."""
SPOKEN = ("delay", "request")
"""Sentences of the ask that are said and do not stand on its slide; nor does a good verdict, which opened the deck."""
_NAMES = dict(STEPS)


def deck(forecast: Forecast) -> tuple[Slide, ...]:
    """The slides of a forecast, the appendix included, with their notes."""
    found, page = options(forecast), one_page(forecast)
    worked = _pilot(forecast)
    first = _turned(forecast, found, page) if is_turned(forecast) else _pitch(forecast, found, page, worked)
    slides = (*first, *appendix(forecast, page))
    return tuple(replace(slide, notes=(*slide.notes, *where_from(forecast, slide))) for slide in slides)


def _pitch(forecast: Forecast, found: Options, page: OnePage, worked: Designed | None) -> tuple[Slide, ...]:
    return (
        _decision(forecast, page),
        _step(forecast, found, "opportunity"),
        _cause(forecast),
        _step(forecast, found, "idea"),
        _evidence(forecast, found),
        Slide("needs", worded(_NAMES["evidence"]), None, (needs(forecast),)),
        Slide("haircuts", worded(_NAMES["evidence"]), None, narrative(forecast, "evidence").sentences[:1]),
        _options(forecast, found, page),
        _pilot_slide(forecast, page, worked),
        _ask(forecast, found, page),
    )


def _turned(forecast: Forecast, found: Options, page: OnePage) -> tuple[Slide, ...]:
    """Where training is not the answer: what is, who does it, and what the course would bring all the same."""
    return (
        _decision(forecast, page),
        _step(forecast, found, "opportunity"),
        _cause(forecast),
        _instead(forecast, found),
        replace(_step(forecast, found, "evidence"), name="course"),
        _options(forecast, found, page),
        replace(_ask(forecast, found, page), name="ask instead"),
    )


def _decision(forecast: Forecast, page: OnePage) -> Slide:
    """What is decided; whether it pays comes first where it does not, and what does better is said."""
    asked, *rest = page.asked
    title, told = asked, (*rest, *page.verdict)
    if verdict(forecast) in ("does not pay", "nothing happens"):
        title, told = joined(*page.verdict), page.asked
    return Slide("decision", forecast.case.title, title, (*told, *page.better), figures=page.figures, notes=page.middle)


def _step(forecast: Forecast, found: Options, step: str) -> Slide:
    """A step of the pitch in its own words."""
    told = narrative(forecast, step)
    notes = (*own_notes(forecast, step), *likely_said(forecast, found, step))
    return Slide(step, worded(_NAMES[step]), told.headline, told.sentences, notes=notes)


def _cause(forecast: Forecast) -> Slide:
    """Why there is a gap: how much training can claim, then every other cause with what removes it."""
    others = sorted((each for each in causes(forecast)[1:] if each.share[1] > 0), key=lambda each: -each.share[1])
    if not others:
        first = turned.remedy(forecast)
    else:
        first = turned.not_the_answer(forecast) if is_turned(forecast) else turned.claimable(forecast)
    return Slide("causes", worded(_NAMES["opportunity"]), None, (first, *map(_other_cause, others)))


def _other_cause(each: Cause) -> Sentence:
    lacking = worded_sentence(
        "{share}: {lacking}.", share=numbers.percent(each.share[1], 2), lacking=worded(LACKING[each.name])
    )
    why = say(ended(each.because)) if each.because else say()
    if each.what and each.owner:
        remedy = worded_sentence("Remedy: {what} ({owner}).", what=each.what.rstrip("."), owner=each.owner)
    else:
        usual = worded(REMEDIES[each.name])
        remedy = worded_sentence("Nobody acts on it yet; usually it takes {remedy}.", remedy=usual)
    return joined(lacking, why, remedy)


def _instead(forecast: Forecast, found: Options) -> Slide:
    """What is tried instead of a course: as a table, or in words where nobody has named another cause yet."""
    step, rows = _step(forecast, found, "idea"), _actions(forecast)
    return replace(step, name="actions", told=(), rows=rows) if rows.rows else replace(step, name="actions")


def _actions(forecast: Forecast) -> Rows:
    """What is done instead of a course: who, about which cause, and what that part of the gap costs a month."""
    heads = (
        worded("What has to be done"),
        worded("Who"),
        worded("People are not\u00a0…"),
        worded("Share of the gap"),
        worded("Costs a month"),
    )
    rows = tuple(
        (
            each.what or worded("nothing yet; what usually helps: {remedy}", remedy=worded(REMEDIES[each.name])),
            each.owner or worded("nobody yet"),
            cause_name(each.name),
            numbers.percent(each.share[1], 2),
            numbers.money(each.costs[1]),
        )
        for each in turned.others(forecast)
    )
    return Rows(heads, rows, (3, 4), (44, 22, 14, 12, 12))


def _evidence(forecast: Forecast, found: Options) -> Slide:
    """Why it should work: what was found elsewhere, then how sure the result is."""
    step = _step(forecast, found, "evidence")
    findings = [say(ended(each.says)) for each in forecast.case.document.evidence.findings if each.says]
    sure = [each for each in step.told[1:] if each.pieces]
    return replace(step, told=(*findings[:FINDINGS], *sure))


def _options(forecast: Forecast, found: Options, page: OnePage) -> Slide:
    """Every way to act against doing nothing."""
    case = forecast.case
    strong = tuple(number for number, row in enumerate(page.options) if row.strong)
    rows = Rows(option_heads(), tuple(row.cells for row in page.options), (1, 2, 3, 4), (38, 12, 17, 25, 15), strong)
    still = standing_still(found, case.horizon, case.currency)
    unit = worded_sentence(
        "Amounts in {currency} over {months}, against doing nothing, in the same simulated cases.",
        currency=case.currency,
        months=numbers.months(case.horizon),
    )
    notes = [say(ended(f"{option.name}: {option.what}")) for option in found.options if option.what]
    return Slide(
        "options", worded(_NAMES["idea"]), choice(found, case.currency), (still, unit), rows, notes=tuple(notes)
    )


def _pilot(forecast: Forecast) -> Designed | None:
    """The pilot worked out; None where there is none, or too little is said of it."""
    planned = plan(forecast.case)
    return designed(forecast, planned) if planned is not None else None


def _pilot_slide(forecast: Forecast, page: OnePage, worked: Designed | None) -> Slide:
    """The pilot, what it can tell, and which result stops the programme."""
    case = forecast.case
    heads = (worded("When"), worded("Measured"), worded("Go"), worded("Stop"))
    rows = Rows(heads, tuple(row.cells for row in page.gates), widths=(14, 36, 28, 22)) if page.gates else None
    told = [*_pilot_told(case)]
    if worked is not None:
        title, why = pilot.worth_it(worked.worth, worked.plan, case.currency)
        tells = pilot.can_tell(
            worked.plan, worked.measure, worked.detectable, worked.expected, worked.found, worked.needed
        )
        told += [say(tells)]
        return Slide("pilot", worded(_NAMES["ask"]), say(title), tuple(told), rows, notes=(say(why),))
    if case.document.idea.pilot is not None:
        headline = worded_sentence("A pilot comes first; its result decides whether it goes on.")
    elif rows is not None:
        headline = worded_sentence("No pilot is planned; results agreed beforehand decide whether it goes on.")
    else:
        headline = worded_sentence("No pilot is planned, and no result is agreed that would stop it.")
    return Slide("pilot", worded(_NAMES["ask"]), headline, tuple(told), rows)


def _pilot_told(case: Case) -> Iterable[Sentence]:
    """Who takes part for how long, what is measured, what it decides."""
    given = case.document.idea.pilot
    if given is None:
        return
    whom = ", ".join(part for part in (given.who, numbers.months(given.months) if given.months else "") if part)
    if whom:
        yield worded_sentence("The pilot: {whom}", whom=ended(whom))
    if given.measures:
        yield worded_sentence("What is measured: {what}", what=ended(given.measures))
    if given.decides:
        yield worded_sentence("What it decides: {what}", what=ended(given.decides))


def _ask(forecast: Forecast, found: Options, page: OnePage) -> Slide:
    """The decision that is needed, what comes back, and what happens after a yes; the rest is for the speaker."""
    step = _step(forecast, found, "ask")
    judged = judgement(forecast)
    known = judged.sentence if judged.verdict in ("pays", "likely") else None
    spoken = tuple(each for each in step.told if each.key in SPOKEN or each == known)
    shown = (each for each in step.told if each not in spoken)
    following = (worded_sentence("Next: {step}.", step=each) for each in page.steps)
    return replace(step, told=(*shown, *following), notes=(*spoken, *step.notes))
